"""Rectangles, boxes and set words: the vocabulary of layout.

Owns plain values only. It must not know pygame, themes or what a widget means: `style` and `anchor` are
carried through, never looked into.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple


class Rect(NamedTuple):
    """Whole pixels, window coordinates; `right` and `bottom` are exclusive."""

    x: int = 0
    y: int = 0
    w: int = 0
    h: int = 0

    @property
    def right(self) -> int:
        return self.x + self.w

    @property
    def bottom(self) -> int:
        return self.y + self.h

    @property
    def centre(self) -> tuple[int, int]:
        return self.x + self.w // 2, self.y + self.h // 2

    def contains(self, point: tuple[int, int]) -> bool:
        return self.x <= point[0] < self.right and self.y <= point[1] < self.bottom

    def inset(self, top: int, right: int, bottom: int, left: int) -> Rect:
        return Rect(self.x + left, self.y + top, max(0, self.w - left - right), max(0, self.h - top - bottom))

    def grown(self, by: int) -> Rect:
        return Rect(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def moved(self, dx: int, dy: int) -> Rect:
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def common(self, other: Rect) -> Rect:
        """The part both share; of no size when they only touch or lie apart."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(x, y, max(0, min(self.right, other.right) - x), max(0, min(self.bottom, other.bottom) - y))

    def holds(self, other: Rect, slack: int = 0) -> bool:
        mine = self.grown(slack)
        return mine.x <= other.x and mine.y <= other.y and other.right <= mine.right and other.bottom <= mine.bottom


class Pad(NamedTuple):
    """Room between a box's edge and what stands in it."""

    top: int = 0
    right: int = 0
    bottom: int = 0
    left: int = 0

    @property
    def across(self) -> int:
        return self.left + self.right

    @property
    def down(self) -> int:
        return self.top + self.bottom


def pad(vertical: int = 0, horizontal: int | None = None) -> Pad:
    """`pad(12)` on all sides, `pad(8, 16)` above-below and at the sides."""
    side = vertical if horizontal is None else horizontal
    return Pad(vertical, side, vertical, side)


class Kind(StrEnum):
    """How a box places its children."""

    COLUMN = "column"
    ROW = "row"
    WRAP = "wrap"
    GRID = "grid"
    STACK = "stack"
    SCROLL = "scroll"


class Align(StrEnum):
    START = "start"
    CENTRE = "centre"
    END = "end"
    STRETCH = "stretch"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Box:
    """What a node asks of layout. All lengths are pixels; None leaves it to the content.

    `share` divides what is left of a parent's main axis in fixed proportions; `grow` adds spare room to the
    natural length. `align` places children across the main axis, `justify` along it, `self_align` overrides
    the parent's `align` for this one. `anchor` floats a stack's child beside the node of that id;
    `centred` floats it in the middle of the window. `if_tight` shows a column's child only when a scroll
    beside it cannot show everything: the line "The rest of it". `em` says that this box's own widths and heights
    follow the text scale, as an icon's beside words do.
    """

    kind: Kind = Kind.COLUMN
    gap: int = 0
    line_gap: int | None = None
    pad: Pad = Pad()
    width: int | None = None
    height: int | None = None
    min_w: int = 0
    max_w: int | None = None
    min_h: int = 0
    max_h: int | None = None
    grow: int = 0
    share: int = 0
    align: Align = Align.STRETCH
    justify: Align = Align.START
    self_align: Align | None = None
    columns: int = 1
    fill_rows: bool = False
    anchor: str = ""
    centred: bool = False
    if_tight: bool = False
    em: bool = False

    def scaled(self, scale: float) -> Box:
        """This box with its lengths multiplied, if they are to follow the text scale."""
        if not self.em or scale == 1:
            return self
        grown = {n: round(v * scale) for n in _LENGTHS if (v := getattr(self, n)) is not None}
        return replace(self, em=False, **grown)


_LENGTHS = ("width", "height", "min_w", "max_w", "min_h", "max_h")


@dataclass(frozen=True, slots=True)
class Text:
    """Words to be set in a node's box. `style` is opaque here; the measure and the painter understand it.

    `wrap=False` keeps the words on one line, and the box grows to hold it.
    """

    words: str
    style: object
    align: Align = Align.START
    wrap: bool = True
