"""Words on a surface: measuring, breaking and setting text, all of it cached.

Sizes are logical pixels; `scale` (1.0 to 2.0) multiplies type and leading only. A text may carry the inline marks of
`marks`. Nothing is ever clipped or shortened here: a word longer than its line is broken, and a block reports the
height it used.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
import pygame

from game.ui.paint import fonts, marks
from game.ui.paint.cache import CACHE
from game.ui.paint.fonts import OVERSAMPLE, Face, Weight
from game.ui.theme import PAPER_INKS, Colour, Theme, luminance

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Style:
    """How words look. `colour` is a token or a colour; `leading` is pixels from line to line, 1.45 sizes if None.

    `strong` is the colour of **strong** words; None means brass on the desk, and the ink itself (only bolder) on paper.
    `tracking` is pixels added between letters.
    """

    face: Face
    size: float
    colour: str | Colour
    weight: Weight = "regular"
    italic: bool = False
    tracking: float = 0.0
    leading: float | None = None
    strong: str | Colour | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line in one file and colour. `x` and `width` are pixels from the left of the line."""

    x: float
    width: float
    words: str
    name: str
    colour: str | Colour


@dataclass(frozen=True, slots=True)
class Line:
    """One broken line: its pieces from left to right and the width of what is drawn."""

    pieces: tuple[Piece, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Broken text. `line_height` and `height` are whole pixels, already scaled."""

    lines: tuple[Line, ...]
    line_height: int

    @property
    def height(self) -> int:
        return len(self.lines) * self.line_height

    @property
    def width(self) -> int:
        """Whole pixels that hold the widest line."""
        return int(np.ceil(max((line.width for line in self.lines), default=0.0)))


def line_height(style: Style, scale: float = 1.0) -> int:
    """Pixels from one line of a block to the next."""
    return round((style.leading if style.leading is not None else style.size * 1.45) * scale)


def measure(text: str, style: Style, scale: float = 1.0) -> tuple[int, int]:
    """Width and height of the text on one line, in whole pixels."""
    only = layout(text.replace("\n", " "), style, None, scale).lines[0]
    return int(np.ceil(only.width)), _face_height(_name(style), _pixels(style, scale))


def measure_block(text: str, style: Style, width: float, scale: float = 1.0) -> int:
    """Height of the text broken to `width`."""
    return layout(text, style, width, scale).height


def layout(text: str, style: Style, width: float | None, scale: float = 1.0) -> Layout:
    """The text broken to `width` pixels, or only at its newlines when width is None. Always at least one line."""
    key = ("layout", text, style, None if width is None else round(width), scale)
    return CACHE.get(key, lambda: _broken(text, style, width, scale))


def line_surface(text: str, style: Style, theme: Theme, scale: float = 1.0) -> pygame.Surface:
    """The text on one line, as a surface shared by all who ask: blit it, do not draw on it."""
    only = layout(text.replace("\n", " "), style, None, scale).lines[0]
    pixels, base = _pixels(style, scale), _name(style)
    if len(only.pieces) == 1 and only.pieces[0].name == base:
        piece = only.pieces[0]
        return _letters(piece.words, base, pixels, style.tracking, theme.colour(piece.colour))

    def joined() -> pygame.Surface:
        size = (max(1, int(np.ceil(only.width))), _face_height(base, pixels))
        surface = pygame.Surface(size, pygame.SRCALPHA)
        for piece in only.pieces:
            glyphs = _letters(piece.words, piece.name, pixels, style.tracking, theme.colour(piece.colour))
            surface.blit(glyphs, (round(piece.x), _ascent(base, pixels) - _ascent(piece.name, pixels)))
        return surface

    colours = tuple(theme.colour(piece.colour) for piece in only.pieces)
    return CACHE.get(("line", text, style, scale, colours), joined)


def draw_line(
    surface: pygame.Surface, text: str, style: Style, theme: Theme, at: tuple[float, float], scale: float = 1.0,
    align: Align = "left",
) -> int:
    """Set one line with the top of its letters' box at `at`; x is its left, centre or right. Returns its width."""
    words = line_surface(text, style, theme, scale)
    shift = {"left": 0.0, "center": words.get_width() / 2, "right": float(words.get_width())}[align]
    surface.blit(words, (round(at[0] - shift), round(at[1])))
    return words.get_width()


def draw_line_in(
    surface: pygame.Surface, text: str, style: Style, theme: Theme, rect: pygame.Rect, scale: float = 1.0,
    align: Align = "center",
) -> int:
    """Set one line in the vertical middle of `rect`. Returns its width."""
    words = line_surface(text, style, theme, scale)
    x = {"left": rect.x, "center": rect.centerx, "right": rect.right}[align]
    return draw_line(surface, text, style, theme, (x, rect.y + (rect.h - words.get_height()) / 2), scale, align)


def draw_block(
    surface: pygame.Surface, text: str, style: Style, theme: Theme, rect: pygame.Rect, scale: float = 1.0,
    align: Align = "left",
) -> int:
    """Set the text broken to the width of `rect`, from its top; it may run past the bottom. Returns the height used."""
    broken = layout(text, style, rect.w, scale)
    pixels, base, clip = _pixels(style, scale), _name(style), surface.get_clip()
    baseline = (broken.line_height - _face_height(base, pixels)) / 2 + _ascent(base, pixels)
    for index, line in enumerate(broken.lines):
        top = rect.y + index * broken.line_height
        if top > clip.bottom or top + 2 * broken.line_height < clip.top:
            continue
        shift = {"left": 0.0, "center": (rect.w - line.width) / 2, "right": rect.w - line.width}[align]
        for piece in line.pieces:
            glyphs = _letters(piece.words, piece.name, pixels, style.tracking, theme.colour(piece.colour))
            surface.blit(glyphs, (round(rect.x + shift + piece.x), round(top + baseline - _ascent(piece.name, pixels))))
    return broken.height


# -- breaking ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Atom:
    """What is never broken across lines unless it is longer than one: a word, in parts of one look, and its space."""

    parts: tuple[tuple[str, str, str | Colour], ...]  # words, file, colour
    space: bool


def _broken(text: str, style: Style, width: float | None, scale: float) -> Layout:
    pixels, lines = _pixels(style, scale), []
    for paragraph in text.split("\n"):
        lines.extend(_fill(_atoms(paragraph, style), style, pixels, width))
    return Layout(tuple(lines), line_height(style, scale))


def _atoms(paragraph: str, style: Style) -> list[_Atom]:
    """Words with their look; a word may change its look inside, as in `*Petrel*’s`."""
    atoms: list[_Atom] = []
    parts: list[tuple[str, str, str | Colour]] = []
    for run in marks.runs(paragraph):
        name, colour = _look(run, style)
        for index, word in enumerate(run.words.split(" ")):
            if index:
                atoms.append(_Atom(tuple(parts), True))
                parts = []
            parts.extend((chunk, file, colour) for chunk, file in _by_file(word, name))
    atoms.append(_Atom(tuple(parts), False))
    return atoms


def _look(run: marks.Run, style: Style) -> tuple[str, str | Colour]:
    if not run.strong:
        return fonts.font_name(style.face, style.weight, style.italic != run.italic), style.colour
    if style.strong is not None:
        colour = style.strong
    else:
        colour = style.colour if style.colour in PAPER_INKS else "brass"
    return fonts.font_name(style.face, "bold" if style.face in ("file", "hand") else "semibold", style.italic), colour


def _by_file(word: str, name: str) -> list[tuple[str, str]]:
    """The word cut where its face has no letter; there Inter stands in."""
    if word.isascii():
        return [(word, name)] if word else []
    cut: list[tuple[str, str]] = []
    for character in word:
        file = name if fonts.draws(name, character) or not fonts.draws("ui-medium", character) else "ui-medium"
        if cut and cut[-1][1] == file:
            cut[-1] = (cut[-1][0] + character, file)
        else:
            cut.append((character, file))
    return cut


def _fill(atoms: list[_Atom], style: Style, pixels: int, width: float | None) -> list[Line]:
    """Atoms to lines: each goes on the line if its words fit, the space after it counting only for the next."""
    lines: list[list[tuple[str, str, str | Colour]]] = [[]]
    used = 0.0
    for atom in atoms:
        for piece in _short_enough(atom, style, pixels, width):
            length = _length(piece, pixels, style.tracking)
            if width is not None and lines[-1] and used + length > width + 0.5:
                lines.append([])
                used = 0.0
            lines[-1].extend(piece)
            used += length
        if atom.space:
            file, colour = (lines[-1][-1][1:]) if lines[-1] else _look(marks.Run(""), style)
            lines[-1].append((" ", file, colour))
            used += _advance(" ", file, pixels, style.tracking)
    return [_line(line, style, pixels) for line in lines]


def _short_enough(
    atom: _Atom, style: Style, pixels: int, width: float | None
) -> list[tuple[tuple[str, str, str | Colour], ...]]:
    """The atom's parts, or when they are longer than a whole line, letter by letter as many as fit on each."""
    if width is None or _length(atom.parts, pixels, style.tracking) <= width + 0.5:
        return [atom.parts] if atom.parts else []
    cut: list[list[tuple[str, str, str | Colour]]] = [[]]
    for words, file, colour in atom.parts:
        for character in words:
            grown = (*cut[-1], (character, file, colour))
            if cut[-1] and _length(grown, pixels, style.tracking) > width:
                cut.append([])
            cut[-1].append((character, file, colour))
    return [tuple(parts) for parts in cut]


def _line(parts: list[tuple[str, str, str | Colour]], style: Style, pixels: int) -> Line:
    """Neighbours of one look joined, trailing space dropped."""
    joined: list[tuple[str, str, str | Colour]] = []
    for words, file, colour in parts:
        if joined and joined[-1][1:] == (file, colour):
            joined[-1] = (joined[-1][0] + words, file, colour)
        else:
            joined.append((words, file, colour))
    while joined and not joined[-1][0].rstrip(" "):
        joined.pop()
    if joined:
        joined[-1] = (joined[-1][0].rstrip(" "), *joined[-1][1:])
    pieces, x = [], 0.0
    for words, file, colour in joined:
        width = _advance(words, file, pixels, style.tracking)
        pieces.append(Piece(x, width, words, file, colour))
        x += width
    return Line(tuple(pieces), max(0.0, x - style.tracking))


def _length(parts: tuple[tuple[str, str, str | Colour], ...], pixels: int, tracking: float) -> float:
    return sum(_advance(words, file, pixels, tracking) for words, file, _ in parts)


# -- letters -------------------------------------------------------------------------------------------------------


def _name(style: Style) -> str:
    return fonts.font_name(style.face, style.weight, style.italic)


def _pixels(style: Style, scale: float) -> int:
    return max(OVERSAMPLE, round(style.size * scale * OVERSAMPLE))


def _face_height(name: str, pixels: int) -> int:
    return -(-fonts.large_font(name, pixels).get_height() // OVERSAMPLE)


def _ascent(name: str, pixels: int) -> int:
    return round(fonts.large_font(name, pixels).get_ascent() / OVERSAMPLE)


@lru_cache(maxsize=20000)
def _advance(words: str, name: str, pixels: int, tracking: float) -> float:
    """How far the words move the pen, in pixels at their final size."""
    font = fonts.large_font(name, pixels)
    if tracking:
        return sum(font.size(letter)[0] / OVERSAMPLE + tracking for letter in words)
    return font.size(words)[0] / OVERSAMPLE


def _letters(words: str, name: str, pixels: int, tracking: float, colour: Colour) -> pygame.Surface:
    key = ("text", words, name, pixels, tracking, colour)
    return CACHE.get(key, lambda: _set(words, name, pixels, tracking, colour))


def _set(words: str, name: str, pixels: int, tracking: float, colour: Colour) -> pygame.Surface:
    """The words set large and averaged down, the strokes that averaging thins made up for by a power of alpha."""
    font, times = fonts.large_font(name, pixels), OVERSAMPLE
    width, height = int(np.ceil(_advance(words, name, pixels, tracking))) + 1, _face_height(name, pixels)
    large = pygame.Surface((width * times, height * times), pygame.SRCALPHA)
    large.fill((*colour, 0))
    x = 0.0
    for part in words if tracking else (words,):
        drawn = font.render(part, True, colour)
        if drawn.get_width():
            large.blit(drawn, (round(x), 0), special_flags=pygame.BLEND_RGBA_MAX)
        x += font.size(part)[0] + tracking * times
    small = pygame.transform.smoothscale(large, (width, height))
    alpha = pygame.surfarray.pixels_alpha(small)
    alpha[:] = _LIGHT_INK[alpha] if luminance(colour) > 0.18 else _DARK_INK[alpha]
    del alpha
    return small


_STEPS = np.arange(256) / 255
_LIGHT_INK = np.round(255 * _STEPS**0.84).astype(np.uint8)
_DARK_INK = np.round(255 * _STEPS**0.92).astype(np.uint8)
