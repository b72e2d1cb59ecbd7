"""Lines that are not straight along the pixels: curves, dashes, arrows and filled shapes.

Polygons are drawn on a layer three times as large, premultiplied and averaged down. Points are pixels on the surface
that is drawn on. A drawing is kept under its points, so one that stands still costs one blit.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import pygame

from game.ui.paint.cache import CACHE
from game.ui.paint.pixels import shrunk
from game.ui.theme import Colour

Point = tuple[float, float]
_TIMES = 3
Tint = Colour | tuple[int, int, int, int]


def curve(start: Point, bend: Point, end: Point, steps: int = 40) -> list[Point]:
    """Points along the quadratic curve that leaves `start` towards `bend` and arrives at `end`."""
    points = []
    for index in range(steps + 1):
        t = index / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        points.append((a * start[0] + b * bend[0] + c * end[0], a * start[1] + b * bend[1] + c * end[1]))
    return points


def bow(start: Point, end: Point, lift: float = 0.18) -> list[Point]:
    """A curve from start to end that rises to its left by `lift` times their distance."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    return curve(start, ((start[0] + end[0]) / 2 + dy * lift, (start[1] + end[1]) / 2 - dx * lift), end)


def part(points: Sequence[Point], share: float) -> list[Point]:
    """The first `share` (0 to 1) of a line, by length: an arrow on its way."""
    if share >= 1:
        return list(points)
    left = share * sum(math.dist(a, b) for a, b in zip(points, points[1:], strict=False))
    taken = [points[0]]
    for a, b in zip(points, points[1:], strict=False):
        length = math.dist(a, b)
        if length >= left:
            t = left / length if length else 0.0
            taken.append((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t))
            break
        taken.append(b)
        left -= length
    return taken


def trimmed(points: Sequence[Point], start: float, end: float) -> list[Point]:
    """The line without its first and last pixels, so that it does not touch what it joins; short ones stay whole."""
    whole = sum(math.dist(a, b) for a, b in zip(points, points[1:], strict=False))
    if whole <= 3 * (start + end):
        return list(points)
    kept = part(points, 1 - end / whole)
    return part(kept[::-1], 1 - start / (whole - end))[::-1]


def draw_polyline(
    surface: pygame.Surface, points: Sequence[Point], colour: Tint, width: float = 2.0, closed: bool = False
) -> None:
    """A line of even width with round joints."""
    path = [*points, points[0]] if closed else list(points)
    _draw(surface, path, width, ("polyline", colour, width), lambda layer, at: _stroke(layer, at(path), colour, width))


def draw_dashes(
    surface: pygame.Surface, points: Sequence[Point], colour: Tint, width: float = 2.0, dash: float = 9.0,
    gap: float = 6.0, closed: bool = False,
) -> None:
    """A dashed line; the dashes run on around corners."""
    path = [*points, points[0]] if closed else list(points)

    def paint(layer: pygame.Surface, at: Callable[[Sequence[Point]], list[Point]]) -> None:
        for piece in _dashes(path, dash, gap):
            _stroke(layer, at(piece), colour, width)

    _draw(surface, path, width, ("dashes", colour, width, dash, gap), paint)


def draw_arrow(
    surface: pygame.Surface, points: Sequence[Point], colour: Tint, width: float = 3.0, head: float = 13.0,
    dashed: bool = False,
) -> None:
    """A line with a head at its end. Two points make a straight one; see `bow` and `curve`."""
    tip, back = points[-1], next((p for p in reversed(points[:-1]) if math.dist(p, points[-1]) > head * 0.8), points[0])
    angle = math.atan2(tip[1] - back[1], tip[0] - back[0])
    wings = [
        (tip[0] - head * math.cos(angle + turn), tip[1] - head * math.sin(angle + turn)) for turn in (-0.42, 0.42)
    ]
    shaft = [p for p in points if math.dist(p, tip) > head * 0.7]

    def paint(layer: pygame.Surface, at: Callable[[Sequence[Point]], list[Point]]) -> None:
        for piece in _dashes(shaft, 9.0, 6.0) if dashed else [shaft]:
            if len(piece) > 1:
                _stroke(layer, at(piece), colour, width)
        pygame.draw.polygon(layer, colour, at([tip, *wings]))

    _draw(surface, [*points, *wings], width, ("arrow", colour, width, head, dashed), paint)


def draw_area(surface: pygame.Surface, points: Sequence[Point], colour: Tint) -> None:
    """A filled polygon; the colour may carry an alpha."""

    def paint(layer: pygame.Surface, at: Callable[[Sequence[Point]], list[Point]]) -> None:
        pygame.draw.polygon(layer, colour, at(points))

    _draw(surface, points, 1.0, ("area", colour), paint)


def draw_arc(
    surface: pygame.Surface, centre: Point, radius: float, start: float, end: float, colour: Tint, width: float = 6.0
) -> None:
    """Part of a ring, from angle to angle in radians, clockwise from the right: a clock, a dial."""
    steps = max(8, int(abs(end - start) * radius / 3))
    angles = [start + (end - start) * i / steps for i in range(steps + 1)]
    outer, inner = radius + width / 2, radius - width / 2
    points = [(centre[0] + math.cos(a) * outer, centre[1] + math.sin(a) * outer) for a in angles]
    points += [(centre[0] + math.cos(a) * inner, centre[1] + math.sin(a) * inner) for a in reversed(angles)]
    draw_area(surface, points, colour)


# -- making --------------------------------------------------------------------------------------------------------

Painter = Callable[[pygame.Surface, Callable[[Sequence[Point]], list[Point]]], None]


def _draw(
    surface: pygame.Surface, points: Sequence[Point], width: float, look: tuple[object, ...], paint: Painter
) -> None:
    """Paint on a large layer about the points, average it down and blit it; kept by look and points."""
    margin = math.ceil(width) + 2
    left = math.floor(min(x for x, _ in points)) - margin
    top = math.floor(min(y for _, y in points)) - margin
    size = (
        math.ceil(max(x for x, _ in points)) + margin - left,
        math.ceil(max(y for _, y in points)) + margin - top,
    )

    def at(path: Sequence[Point]) -> list[Point]:
        return [((x - left) * _TIMES, (y - top) * _TIMES) for x, y in path]

    def make() -> pygame.Surface:
        layer = pygame.Surface((size[0] * _TIMES, size[1] * _TIMES), pygame.SRCALPHA)
        paint(layer, at)
        return shrunk(layer, size)

    places = tuple((round(x - left, 1), round(y - top, 1)) for x, y in points)
    surface.blit(CACHE.get(("stroke", *look, places), make), (left, top))


def _stroke(layer: pygame.Surface, points: Sequence[Point], colour: Tint, width: float) -> None:
    """One thick line on the large layer: a quadrilateral for each stretch and a disc at each joint."""
    half = width * _TIMES / 2
    for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
        length = math.hypot(bx - ax, by - ay)
        if not length:
            continue
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        corners = [(ax + nx, ay + ny), (bx + nx, by + ny), (bx - nx, by - ny), (ax - nx, ay - ny)]
        pygame.draw.polygon(layer, colour, corners)
    for point in points:
        pygame.draw.circle(layer, colour, point, half)


def _dashes(points: Sequence[Point], dash: float, gap: float) -> list[list[Point]]:
    pieces: list[list[Point]] = []
    drawing, left = True, dash
    current: list[Point] = [points[0]] if points else []
    for a, b in zip(points, points[1:], strict=False):
        length, done = math.dist(a, b), 0.0
        while length - done > left:
            done += left
            at = (a[0] + (b[0] - a[0]) * done / length, a[1] + (b[1] - a[1]) * done / length)
            if drawing:
                pieces.append([*current, at])
            current = [at]
            drawing, left = not drawing, gap if drawing else dash
        left -= length - done
        if drawing:
            current.append(b)
    if drawing and len(current) > 1:
        pieces.append(current)
    return pieces
