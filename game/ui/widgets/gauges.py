"""Paints small gauges straight on the window: columns by weight, meters, lives, the clock, the ladder's uprights.

Each is silent in pixels; the node it belongs to says in words what it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import pi
from typing import Any

import pygame

from game.ui.paint import icons, shapes, strokes, type
from game.ui.paint.type import Style
from game.ui.theme import Theme, mix
from game.ui.widgets.plots import COLOURS

INSIDE = Style("ui", 14, "ink", "semibold", leading=18)


@dataclass(frozen=True, slots=True)
class Column:
    """A column as wide as its `weight` and filled to `height` (0 to 1); `word` says how high that is."""

    name: str
    weight: float
    height: float
    word: str
    icon: str = ""


def paint_columns(surface: pygame.Surface, rect: Any, theme: Theme, scale: float, columns: Sequence[Column]) -> None:
    """Columns beside each other, as wide as their weight; half is marked, as that is where a vote turns."""
    rect = pygame.Rect(*rect)
    gap, total = 5, sum(column.weight for column in columns)
    room = rect.w - gap * (len(columns) - 1)
    x = float(rect.x)
    for index, column in enumerate(columns):
        wide = room * column.weight / total
        body = pygame.Rect(round(x), rect.y, round(wide), rect.h)
        shapes.draw_box(surface, body, shapes.Box("well", None, "line", radius=6, highlight=0), theme)
        tall = round(rect.h * column.height)
        filled = pygame.Rect(body.x, body.bottom - tall, body.w, tall)
        colour = theme.colour(COLOURS[index % len(COLOURS)])
        low = mix(colour, theme.colour("panel"), 0.62)
        shapes.draw_box(
            surface,
            filled,
            shapes.Box(low, mix(colour, theme.colour("panel"), 0.40), colour, 1, radius=6, highlight=0.1),
            theme,
        )
        word_wide, word_tall = type.measure(column.word, INSIDE, scale)
        size = round(22 * scale)
        if column.icon and body.w > size + 8:
            at = (body.centerx, body.bottom - round(36 * scale))
            icons.draw_icon(surface, column.icon, at, size, theme, "ink", centre=True)
        if word_wide + 6 < body.w:
            type.draw_line(
                surface, column.word, INSIDE, theme, (body.centerx, body.bottom - word_tall - 4), scale, "center"
            )
        x += wide + gap
    middle = [(float(rect.x - 6), float(rect.centery)), (float(rect.right + 6), float(rect.centery))]
    strokes.draw_dashes(surface, middle, theme.colour("ink"), 1.8, 7, 6)


def paint_meter(
    surface: pygame.Surface,
    rect: Any,
    theme: Theme,
    scale: float,
    value: float,
    colour: str = "brass",
    mark: float | None = None,
) -> None:
    """A bar filled to `value` (0 to 1), and a line at `mark`."""
    rect = pygame.Rect(*rect)
    bar = pygame.Rect(rect.x, rect.centery - 5, rect.w, 10)
    shapes.draw_box(surface, bar, shapes.Box("well", None, "edge", radius=5, highlight=0), theme)
    filled = pygame.Rect(bar.x, bar.y, max(6, round(bar.w * min(max(value, 0.0), 1.0))), bar.h)
    shapes.draw_box(surface, filled, shapes.Box(colour, None, None, radius=5, highlight=0.1), theme)
    if mark is not None:
        shapes.draw_rule(surface, (rect.x + round(rect.w * mark), bar.y - 5), 20, theme, "ink", 2, vertical=True)


def paint_life(
    surface: pygame.Surface,
    rect: Any,
    theme: Theme,
    scale: float,
    span: tuple[int, int],
    events: Sequence[int],
    whole: int,
    colour: str,
) -> None:
    """A life between two places of a calendar of `whole` places, its events as dots and its end as a square."""
    rect = pygame.Rect(*rect)
    edge = round(6 * scale)

    def x_of(place: int) -> int:
        return rect.x + edge + round((rect.w - 2 * edge) * place / max(1, whole - 1))

    shapes.draw_rule(surface, (rect.x + edge, rect.centery), rect.w - 2 * edge, theme, "line")
    start, end = x_of(span[0]), x_of(span[1])
    shapes.draw_rule(surface, (start, rect.centery - 2), max(3, end - start), theme, colour, 5)
    for place in events:
        shapes.draw_disc(surface, (x_of(place), rect.centery), 4 * scale, theme, "panel", colour, 2)
    shapes.draw_disc(surface, (start, rect.centery), 5 * scale, theme, colour)
    r = 5 * scale
    strokes.draw_area(
        surface,
        [
            (end - r, rect.centery - r),
            (end + r, rect.centery - r),
            (end + r, rect.centery + r),
            (end - r, rect.centery + r),
        ],
        theme.colour(colour),
    )


def paint_clock(
    surface: pygame.Surface, rect: Any, theme: Theme, scale: float, gone: int, most: int, figure: str
) -> None:
    """A dial of `most` parts, those that are left lit; `figure` stands in its middle."""
    rect = pygame.Rect(*rect)
    radius = min(rect.w, rect.h) / 2 - 7 * scale
    step, gap = 2 * pi / most, 0.10
    for part in range(most):
        lit = part >= gone
        angle = -pi / 2 + step * part
        strokes.draw_arc(
            surface,
            rect.center,
            radius,
            angle + gap / 2,
            angle + step - gap / 2,
            theme.colour("warn" if lit else "line"),
            10 * scale,
        )
    style = Style("serif", 34, "ink", "semibold")
    type.draw_line_in(surface, figure, style, theme, rect, scale)


def paint_rails(
    surface: pygame.Surface, rect: Any, theme: Theme, scale: float, low_inset: int, high_inset: int
) -> None:
    """The two uprights of the ladder, leaning in towards the top."""
    rect = pygame.Rect(*rect)
    rgb = theme.colour("edge")
    for low, high in ((low_inset, high_inset), (rect.w - low_inset, rect.w - high_inset)):
        foot, head = (rect.x + low, rect.bottom - 2), (rect.x + high, rect.y + 2)
        strokes.draw_polyline(surface, [foot, head], mix(rgb, theme.colour("desk"), 0.35), 6)
        strokes.draw_polyline(surface, [foot, head], rgb, 1.6)
