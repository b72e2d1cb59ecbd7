"""Paints charts straight on the window: lines over time, and a waterfall.

Plain numbers and words come in, pixels go out. A line is told apart by its dashes and the sign at its end before its
colour, and every chart's numbers are also words in the tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from game.ui.paint import shapes, strokes, type
from game.ui.paint.type import Style
from game.ui.theme import Theme, mix

TICK = Style("ui", 14, "mute", leading=19)
NAME = Style("ui", 14, "ink", "medium", leading=17)
FIGURE = Style("ui", 14, "ink", "semibold", leading=19)

COLOURS = ("brass", "info", "good", "warn", "soft", "ink")
"""Of series in order; the dashes and the end signs say the same."""
_DASHES = ((0.0, 0.0), (11.0, 6.0), (3.0, 5.0), (18.0, 5.0), (6.0, 3.0), (1.5, 4.0))
_SIGNS = ("disc", "square", "triangle", "diamond", "ring", "wedge")


@dataclass(frozen=True, slots=True)
class Series:
    """One line. `look` picks dashes, sign and colour; `bold` sets it before the others; `badges` are (place, number)."""

    name: str
    values: tuple[float, ...]
    look: int = 0
    bold: bool = False
    stepped: bool = False
    badges: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class LinePlot:
    """`ticks` are (value, words) on the left, `dates` one label a place, `breaks` (place, words) upright lines."""

    series: tuple[Series, ...]
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    dates: tuple[str, ...]
    breaks: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One step of a waterfall. A total stands on the ground line; `number` is that of the entry on the paper."""

    label: str
    size: float
    total: bool = False
    number: int = 0


def signed(size: float) -> str:
    """ "+0.7", "−0.9": one decimal, with a true minus."""
    return f"{size:+.1f}".replace("-", "−")


# -- lines over time ---------------------------------------------------------------------------------------------------


def paint_lines(surface: pygame.Surface, rect: Any, theme: Theme, scale: float, plot: LinePlot) -> None:
    """The whole chart in `rect`: grid, lines, and each line's name at its right end."""
    rect, em = pygame.Rect(*rect), lambda pixels: round(pixels * scale)
    left = max(type.measure(words, TICK, scale)[0] for _, words in plot.ticks) + em(10)
    right = max(type.measure(one.name, NAME, scale)[0] for one in plot.series) + em(30)
    area = pygame.Rect(rect.x + left, rect.y + em(10), rect.w - left - right, rect.h - em(36))
    if area.w < 40 or area.h < 30:
        return
    count = max(2, len(plot.dates))

    def at(place: float, value: float) -> strokes.Point:
        share = (min(max(value, plot.low), plot.high) - plot.low) / (plot.high - plot.low)
        return area.x + area.w * place / (count - 1), area.bottom - area.h * share

    for value, words in plot.ticks:
        y = round(at(0, value)[1])
        shapes.draw_rule(surface, (area.x, y), area.w, theme, "line")
        box = pygame.Rect(rect.x, y - em(12), left - em(8), em(24))
        type.draw_line_in(surface, words, TICK, theme, box, scale, "right")
    _paint_breaks(surface, area, theme, scale, plot, at)
    _paint_dates(surface, area, theme, scale, plot.dates, at)
    for one in sorted(plot.series, key=lambda one: one.bold):
        _paint_series(surface, theme, scale, one, at)
    _paint_names(surface, area, theme, scale, plot.series, at)


def _points(one: Series, at: Any) -> list[strokes.Point]:
    if not one.stepped:
        return [at(place, value) for place, value in enumerate(one.values)]
    points: list[strokes.Point] = []
    for place, value in enumerate(one.values):
        if place:
            points.append(at(place, one.values[place - 1]))
        points.append(at(place, value))
    return points


def _paint_series(surface: pygame.Surface, theme: Theme, scale: float, one: Series, at: Any) -> None:
    rgb, points = theme.colour(COLOURS[one.look % len(COLOURS)]), _points(one, at)
    width = 3.4 if one.bold else 2.0
    dash, gap = _DASHES[one.look % len(_DASHES)]
    if len(points) < 2:
        shapes.draw_disc(surface, points[0], 4, theme, rgb)
    elif dash:
        strokes.draw_dashes(surface, points, rgb, width, dash, gap)
    else:
        strokes.draw_polyline(surface, points, rgb, width)
    for place, number in one.badges:
        paint_badge(surface, at(place, one.values[place]), number, theme, scale)


def paint_badge(surface: pygame.Surface, centre: strokes.Point, number: int, theme: Theme, scale: float) -> None:
    """The number of an entry, on a disc."""
    radius = 10 * scale
    shapes.draw_disc(surface, centre, radius, theme, "night", "brass", 1.6)
    box = pygame.Rect(0, 0, round(radius * 2), round(radius * 2))
    box.center = round(centre[0]), round(centre[1])
    type.draw_line_in(surface, str(number), Style("ui", 13, "ink", "semibold"), theme, box, scale)


def _paint_breaks(
    surface: pygame.Surface, area: pygame.Rect, theme: Theme, scale: float, plot: LinePlot, at: Any
) -> None:
    ends = [*(at(place, plot.low)[0] for place, _ in plot.breaks[1:]), area.right]
    for (place, words), end in zip(plot.breaks, ends, strict=False):
        x = at(place, plot.low)[0]
        strokes.draw_dashes(surface, [(x, area.y), (x, area.bottom)], theme.colour("edge"), 1.4, 6, 5)
        if x + type.measure(words, TICK, scale)[0] + 10 < end:
            type.draw_line(surface, words, TICK, theme, (x + 6, area.y + 2), scale)


def _paint_dates(
    surface: pygame.Surface, area: pygame.Rect, theme: Theme, scale: float, dates: Sequence[str], at: Any
) -> None:
    """The year where it begins, as many as find room."""
    free, last = float(area.x - 20), ""
    for place, date in enumerate(dates):
        year = date.split()[-1]
        if year == last:
            continue
        last = year
        wide, _ = type.measure(year, TICK, scale)
        x = at(place, 0)[0]
        if x - wide / 2 < free:
            continue
        shapes.draw_rule(surface, (round(x), area.bottom), round(5 * scale), theme, "edge", vertical=True)
        type.draw_line(surface, year, TICK, theme, (x, area.bottom + 6 * scale), scale, "center")
        free = x + wide / 2 + 12 * scale


def _paint_names(
    surface: pygame.Surface, area: pygame.Rect, theme: Theme, scale: float, series: Sequence[Series], at: Any
) -> None:
    """Names beside the lines' ends, moved apart where the lines end close together."""
    tall = round(19 * scale)
    ends = sorted(((at(len(one.values) - 1, one.values[-1])[1], one) for one in series), key=lambda end: end[0])
    spots: list[float] = []
    for y, _ in ends:
        spots.append(max(y, spots[-1] + tall) if spots else max(y, area.y))
    over = max(0.0, spots[-1] - area.bottom - tall / 2)
    for index in reversed(range(len(spots))):
        limit = spots[index + 1] - tall if index + 1 < len(spots) else spots[index] - over
        spots[index] = min(spots[index], limit)
    for spot, (y, one) in zip(spots, ends, strict=True):
        rgb = theme.colour(COLOURS[one.look % len(COLOURS)])
        x = area.right + 12 * scale
        if abs(spot - y) > 2:
            strokes.draw_polyline(surface, [(area.right + 2, y), (x - 6 * scale, spot)], theme.colour("edge"), 1.0)
        paint_sign(surface, (x, spot), one.look, rgb, theme, 5 * scale)
        style = Style("ui", 14, "ink" if one.bold else "soft", "semibold" if one.bold else "medium", leading=17)
        box = pygame.Rect(round(x + 10 * scale), round(spot - tall / 2), 10, tall)
        type.draw_line_in(surface, one.name, style, theme, box, scale, "left")


def paint_sign(surface: pygame.Surface, at: strokes.Point, look: int, colour: Any, theme: Theme, radius: float) -> None:
    """A line's sign: disc, square, triangle, diamond, ring or wedge."""
    x, y, r = at[0], at[1], radius
    sign = _SIGNS[look % len(_SIGNS)]
    if sign == "disc":
        shapes.draw_disc(surface, at, r, theme, colour)
    elif sign == "ring":
        shapes.draw_disc(surface, at, r, theme, None, colour, 2)
    elif sign == "square":
        strokes.draw_area(surface, [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)], colour)
    elif sign == "triangle":
        strokes.draw_area(surface, [(x, y - r), (x + r, y + r), (x - r, y + r)], colour)
    elif sign == "wedge":
        strokes.draw_area(surface, [(x - r, y - r), (x + r, y - r), (x, y + r)], colour)
    else:
        r *= 1.25
        strokes.draw_area(surface, [(x, y - r), (x + r, y), (x, y + r), (x - r, y)], colour)


# -- what moved it -----------------------------------------------------------------------------------------------------


def paint_waterfall(surface: pygame.Surface, rect: Any, theme: Theme, scale: float, bars: Sequence[Bar]) -> None:
    """Each step stands on the last. Only as many steps as find room for their words; the rest are added up."""
    rect, em = pygame.Rect(*rect), lambda pixels: round(pixels * scale)
    left = em(34)
    bars = fewer(bars, max(4, (rect.w - left) // em(98)))
    slot = (rect.w - left) / len(bars)
    labels = [type.layout(bar.label, TICK, slot - 6, scale).height for bar in bars]
    area = pygame.Rect(rect.x + left, rect.y, rect.w - left, rect.h - em(30) - max(labels))
    levels, level = [], 0.0
    for bar in bars:
        start = 0.0 if bar.total else level
        level = bar.size if bar.total else level + bar.size
        levels.append((start, level))
    low = min(0.0, *(min(pair) for pair in levels))
    high = max(0.0, *(max(pair) for pair in levels))
    spare = em(22) * (high - low or 1.0) / max(1, area.h - em(44))  # room for the figures beyond the outermost bars
    low, high = low - spare, high + spare

    def y_of(value: float) -> float:
        return area.bottom - area.h * (value - low) / (high - low)

    for whole in range(int(low) - 1, int(high) + 2):
        if low <= whole <= high:
            y = round(y_of(whole))
            shapes.draw_rule(surface, (area.x, y), area.w, theme, "edge" if whole == 0 else "line")
            box = pygame.Rect(rect.x, y - em(12), left - em(8), em(24))
            type.draw_line_in(
                surface, f"{whole:+d}".replace("-", "−") if whole else "0", TICK, theme, box, scale, "right"
            )
    for index, (bar, (start, end)) in enumerate(zip(bars, levels, strict=True)):
        x = area.x + slot * index
        _paint_step(surface, theme, scale, bar, (x, slot), y_of(start), y_of(end), index + 1 < len(bars))
        top = area.bottom + em(6)
        if bar.number:
            paint_badge(surface, (x + slot / 2, top + em(9)), bar.number, theme, scale)
        words = pygame.Rect(round(x + 3), top + em(24), round(slot - 6), max(labels))
        type.draw_block(surface, bar.label, TICK, theme, words, scale, "center")


def _paint_step(
    surface: pygame.Surface,
    theme: Theme,
    scale: float,
    bar: Bar,
    across: tuple[float, float],
    start: float,
    end: float,
    goes_on: bool,
) -> None:
    x, slot = across
    wide = min(slot * 0.62, 40 * scale)
    body = pygame.Rect(
        round(x + (slot - wide) / 2), round(min(start, end)), round(wide), max(3, round(abs(start - end)))
    )
    token = "mute" if bar.total else "good" if bar.size > 0 else "bad"
    fill = mix(theme.colour(token), theme.colour("panel"), 0.18)
    shapes.draw_box(surface, body, shapes.Box(fill, token, None, radius=3, highlight=0.08), theme)
    if goes_on:
        shapes.draw_rule(surface, (body.right, round(end)), round(slot - wide), theme, "edge")
    above = end <= start
    tall = round(19 * scale)
    y = body.y - tall - 1 if above else body.bottom + 1
    style = Style("ui", 14, token if not bar.total else "ink", "semibold", leading=19)
    type.draw_line(surface, signed(bar.size), style, theme, (body.centerx, y), scale, "center")


def fewer(bars: Sequence[Bar], most: int) -> list[Bar]:
    """At most so many bars: the largest steps in their order, all others in one before the last."""
    steps = [index for index, bar in enumerate(bars) if not bar.total]
    if len(bars) <= most:
        return list(bars)
    room = max(1, most - (len(bars) - len(steps)) - 1)
    kept = set(sorted(steps, key=lambda index: -abs(bars[index].size))[:room])
    rest = [bars[index] for index in steps if index not in kept]
    shown = [bar for index, bar in enumerate(bars) if bar.total or index in kept]
    return [*shown[:-1], Bar(f"{len(rest)} smaller things", sum(bar.size for bar in rest)), shown[-1]]
