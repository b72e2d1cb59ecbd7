"""The only place that knows pygame-ce from pygame 2.6.1.

Both are installed as `pygame`. Everything else in the window uses the calls they share; what they do differently is
decided here once.
"""

from __future__ import annotations

import io
import os
import re

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

IS_CE = bool(getattr(pygame, "IS_CE", False))

_SVG_OPENING = re.compile(r"<svg\b[^>]*>")
_NOWHERE = "\uf8ff"
_SIZE = re.compile(r'\s(?:width|height)="[^"]*"')


def svg_surface(svg: str, size: tuple[int, int]) -> pygame.Surface:
    """An SVG drawn at `size` pixels, with alpha and not tied to a display.

    The size is written into the root element, which both libraries honour; `load_sized_svg` exists in one only.
    Raises pygame.error or ValueError when the text is not an SVG.
    """
    opening = _SVG_OPENING.search(svg)
    if opening is None:
        raise ValueError("the text has no <svg> element")
    root = _SIZE.sub("", opening.group())[:-1] + f' width="{size[0]}" height="{size[1]}">'
    sized = svg[: opening.start()] + root + svg[opening.end() :]
    loaded = pygame.image.load(io.BytesIO(sized.encode()), "drawing.svg")
    if loaded.get_size() != size:
        loaded = pygame.transform.smoothscale(as_alpha(loaded), size)
    return as_alpha(loaded)


def as_alpha(surface: pygame.Surface) -> pygame.Surface:
    """A 32-bit copy with alpha; unlike convert_alpha it needs no window."""
    if surface.get_bitsize() == 32 and surface.get_flags() & pygame.SRCALPHA:
        return surface
    copy = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    copy.blit(surface, (0, 0))
    return copy


def has_glyph(font: pygame.font.Font, character: str) -> bool:
    """Whether the face draws the character itself.

    Neither library says so: both measure the empty box for a letter that is missing. So the letter is compared with
    a private code that no face here has.
    """
    if font.metrics(character) != font.metrics(_NOWHERE):
        return True
    drawn, box = font.render(character, True, "white"), font.render(_NOWHERE, True, "white")
    return pygame.image.tobytes(drawn, "RGBA") != pygame.image.tobytes(box, "RGBA")


def read_clipboard() -> str:
    """The text on the clipboard, or nothing where there is none to be had."""
    try:
        if IS_CE:
            return pygame.scrap.get_text() if pygame.scrap.has_text() else ""
        pygame.scrap.init()
        return (pygame.scrap.get(pygame.SCRAP_TEXT) or b"").decode("utf-8", "replace").rstrip("\0")
    except (pygame.error, AttributeError, NotImplementedError):
        return ""


def write_clipboard(text: str) -> bool:
    """Put text on the clipboard; False where the platform has none."""
    try:
        if IS_CE:
            pygame.scrap.put_text(text)
        else:
            pygame.scrap.init()
            pygame.scrap.put(pygame.SCRAP_TEXT, text.encode())
    except (pygame.error, AttributeError, NotImplementedError):
        return False
    return True
