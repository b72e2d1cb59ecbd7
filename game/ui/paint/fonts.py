"""Which file each face is, and what happens when it is missing.

Six faces, each with the weights the game sets. A file that cannot be read is replaced by pygame's own font and noted
once in words a player can read; nothing here ever stops the game.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import pygame

from game.ui import compat
from game.ui.paint.assets import asset

Face = Literal["ui", "serif", "title", "file", "hand", "press"]
Weight = Literal["regular", "medium", "semibold", "bold"]

OVERSAMPLE = 3
"""Letters are set this many times too large and averaged down: true spacing, no jumps by hinting."""

_FILES: Mapping[str, Mapping[tuple[str, bool], str]] = {
    "ui": {
        ("regular", False): "ui-regular", ("regular", True): "ui-italic", ("medium", False): "ui-medium",
        ("semibold", False): "ui-semibold", ("bold", False): "ui-bold",
    },
    "serif": {
        ("regular", False): "serif-regular", ("regular", True): "serif-italic",
        ("semibold", False): "serif-semibold", ("semibold", True): "serif-semibold-italic",
    },
    "title": {("medium", False): "title-medium", ("medium", True): "title-medium-italic"},
    "file": {("regular", False): "file-regular", ("bold", False): "file-bold", ("regular", True): "file-italic"},
    "hand": {("medium", False): "hand-medium", ("bold", False): "hand-bold"},
    "press": {("bold", False): "press-extrabold"},
}
_ORDER = ("regular", "medium", "semibold", "bold")

_fonts: dict[tuple[str, int], pygame.font.Font] = {}
_missing: dict[str, str] = {}
_lacks: dict[tuple[str, str], bool] = {}


def font_name(face: Face, weight: Weight, italic: bool) -> str:
    """The file (without ending) that serves a face: the same slant if there is one, then the nearest weight."""
    shelf = _FILES[face]
    slanted = [key for key in shelf if key[1] == italic] or list(shelf)
    wanted = _ORDER.index(weight)
    return shelf[min(slanted, key=lambda key: (abs(_ORDER.index(key[0]) - wanted), -_ORDER.index(key[0])))]


def large_font(name: str, pixels: int) -> pygame.font.Font:
    """The file at `pixels`, which is OVERSAMPLE times the size wanted; loaded once."""
    key = (name, pixels)
    if key not in _fonts:
        if not pygame.font.get_init():
            pygame.font.init()
        _fonts[key] = _load(name, pixels)
    return _fonts[key]


def draws(name: str, character: str) -> bool:
    """Whether the file has a letter of its own for the character."""
    key = (name, character)
    if key not in _lacks:
        _lacks[key] = not compat.has_glyph(large_font(name, 48), character)
    return not _lacks[key]


def font_problems() -> list[str]:
    """One sentence for each font file that cannot be used; empty when all is well. Every file is tried."""
    for name in sorted({name for shelf in _FILES.values() for name in shelf.values()}):
        large_font(name, 48)
    return sorted(_missing.values())


def forget_fonts() -> None:
    """Close every font; needed after pygame.font.quit()."""
    _fonts.clear()
    _missing.clear()
    _lacks.clear()


def _load(name: str, pixels: int) -> pygame.font.Font:
    path = asset("fonts", f"{name}.ttf")
    try:
        font = pygame.font.Font(str(path), pixels)
        font.size("a")  # of a file that is no font, this is the first thing to fail
        return font
    except (OSError, pygame.error):
        _missing[name] = f"The font file {path.name} could not be read, so a plain letter stands in for it."
        return pygame.font.Font(None, pixels)
