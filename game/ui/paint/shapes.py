"""Boxes, shadows, discs and lines by signed distance, all cached by style and size.

For each pixel `d` is the distance to the edge, negative inside; coverage is clip(.5 - d), an outline of width b is
coverage of d less coverage of d + b. Edges are smooth without drawing anything larger. A wide box is drawn narrow and
its middle column stretched, so that a panel costs what a button does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pygame

from game.ui.paint.cache import CACHE
from game.ui.paint.pixels import Floats, surface_from, times_alpha
from game.ui.theme import Colour, Theme

Token = str | Colour

ELEVATION: tuple[tuple[int, int, float], ...] = ((0, 0, 0.0), (14, 5, 0.35), (22, 8, 0.40), (30, 14, 0.55))
"""Blur, fall and strength of the shadow at 0 inset, 1 row, 2 card, 3 chosen card or sheet."""


@dataclass(frozen=True, slots=True)
class Box:
    """How a box looks. Colours are tokens; `top` makes the fill a gradient that ends in `fill`.

    `elevation` indexes ELEVATION, `highlight` is the light on the upper edge (0 to 1), `opacity` that of the fill.
    """

    fill: Token | None = "panel"
    top: Token | None = None
    edge: Token | None = "line"
    edge_width: float = 1.0
    edge_opacity: float = 1.0
    radius: int = 14
    elevation: int = 0
    highlight: float = 0.05
    opacity: float = 1.0


def rounded_distance(width: int, height: int, radius: float, pad: int = 0) -> Floats:
    """Distance to a rounded box of the size given, on an array `pad` pixels wider on every side."""
    x = np.abs(np.arange(-pad, width + pad, dtype=np.float32) + 0.5 - width / 2) - (width / 2 - radius)
    y = np.abs(np.arange(-pad, height + pad, dtype=np.float32) + 0.5 - height / 2) - (height / 2 - radius)
    across, down = x[:, None], y[None, :]
    outside = np.hypot(np.maximum(across, 0), np.maximum(down, 0))
    distance: Floats = outside + np.minimum(np.maximum(across, down), 0) - radius
    return distance


def coverage(distance: Floats) -> Floats:
    """How much of each pixel lies inside, 0 to 1."""
    inside: Floats = np.clip(0.5 - distance, 0, 1)
    return inside


def ring(distance: Floats, width: float) -> Floats:
    """Coverage of an outline of `width` pixels just inside the edge."""
    return coverage(distance) - coverage(distance + width)


def draw_box(surface: pygame.Surface, rect: pygame.Rect, box: Box, theme: Theme) -> None:
    """Draw the box with its shadow; the shadow falls outside `rect`."""
    if rect.w <= 0 or rect.h <= 0:
        return
    pad = _pad(box.elevation)
    made = CACHE.get(("box", theme.name, box, rect.w, rect.h), lambda: _boxed(rect.w, rect.h, box, theme))
    surface.blit(made, (rect.x - pad, rect.y - pad))


def draw_union(surface: pygame.Surface, rects: Sequence[pygame.Rect], box: Box, theme: Theme) -> None:
    """Draw several boxes that touch as one outline: the chosen card and its word."""
    bounds = rects[0].unionall(list(rects[1:]))
    pad = _pad(box.elevation)
    places = tuple((r.x - bounds.x, r.y - bounds.y, r.w, r.h) for r in rects)

    def make() -> pygame.Surface:
        distance = _union_distance(places, box.radius, bounds.size, pad)
        return _painted(distance, bounds.h, pad, box, theme)

    surface.blit(CACHE.get(("union", theme.name, box, places), make), (bounds.x - pad, bounds.y - pad))


def draw_disc(
    surface: pygame.Surface, centre: tuple[float, float], radius: float, theme: Theme, fill: Token | None,
    edge: Token | None = None, edge_width: float = 1.5, opacity: float = 1.0,
) -> None:
    """A filled or outlined circle."""
    size = round(radius * 2)
    disc = Box(fill, None, edge, edge_width, radius=0, highlight=0.0, opacity=opacity)

    def make() -> pygame.Surface:
        return _painted(rounded_distance(size, size, size / 2), size, 0, disc, theme)

    made = CACHE.get(("disc", theme.name, disc, size), make)
    surface.blit(made, (round(centre[0] - size / 2), round(centre[1] - size / 2)))


def draw_rule(
    surface: pygame.Surface, start: tuple[int, int], length: int, theme: Theme, colour: Token = "line",
    width: int = 1, vertical: bool = False,
) -> None:
    """A crisp straight line along the pixels, from its left or upper end."""
    size = (width, length) if vertical else (length, width)
    surface.fill(theme.colour(colour), pygame.Rect(start, size))


def draw_glow(
    surface: pygame.Surface, centre: tuple[int, int], radii: tuple[int, int], colour: Token, strength: float,
    theme: Theme,
) -> None:
    """Light added to what is there, fading with the square of the distance. Never behind or on text."""
    rgb = theme.colour(colour)

    def make() -> pygame.Surface:
        x = (np.arange(-radii[0], radii[0], dtype=np.float32) / radii[0])[:, None]
        y = (np.arange(-radii[1], radii[1], dtype=np.float32) / radii[1])[None, :]
        light = np.clip(1 - np.hypot(x, y), 0, 1) ** 2 * strength
        return surface_from(light[..., None] * np.array(rgb, np.float32), np.ones_like(light))

    made = CACHE.get(("glow", radii, rgb, strength), make)
    surface.blit(made, (centre[0] - radii[0], centre[1] - radii[1]), special_flags=pygame.BLEND_RGB_ADD)


def draw_veil(
    surface: pygame.Surface, rect: pygame.Rect, theme: Theme, opacity: float, colour: Token = "shade"
) -> None:
    """Dim what is under `rect`, as under a composer laid over the desk."""
    rgb = theme.colour(colour)

    def make() -> pygame.Surface:
        veil = pygame.Surface(rect.size, pygame.SRCALPHA)
        veil.fill((*rgb, round(255 * opacity)))
        return veil

    surface.blit(CACHE.get(("veil", rect.size, rgb, opacity), make), rect)


def rounded_copy(surface: pygame.Surface, radius: int) -> pygame.Surface:
    """A copy with rounded corners, for pictures in frames."""
    copy = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    copy.blit(surface, (0, 0))
    times_alpha(copy, coverage(rounded_distance(*surface.get_size(), radius)))
    return copy


def fade_edges(surface: pygame.Surface, top: int = 0, bottom: int = 0) -> None:
    """Fade a layer out over its first and last pixels, as text that goes on does."""
    height = surface.get_height()
    y = np.arange(height, dtype=np.float32)
    factor = np.ones(height, np.float32)
    if top:
        factor *= np.clip(y / top, 0, 1)
    if bottom:
        factor *= np.clip((height - y) / bottom, 0, 1)
    times_alpha(surface, factor[None, :])


# -- making --------------------------------------------------------------------------------------------------------


def _pad(elevation: int) -> int:
    """Room for a shadow around a box; its fall is inside that room."""
    blur, fall, strength = ELEVATION[elevation]
    return int(blur * 0.8) + fall + 2 if strength else 0


def _boxed(width: int, height: int, box: Box, theme: Theme) -> pygame.Surface:
    pad = _pad(box.elevation)
    radius = min(box.radius, width / 2, height / 2)
    side = int(max(radius, box.edge_width, ELEVATION[box.elevation][0] * 0.8)) + 4
    narrow = min(width, 2 * side + 1)
    made = _painted(rounded_distance(narrow, height, radius, pad), height, pad, box, theme)
    if narrow == width:
        return made
    left = pad + side
    wide = pygame.Surface((width + 2 * pad, height + 2 * pad), pygame.SRCALPHA)
    middle = made.subsurface((left, 0, 1, wide.get_height()))
    wide.blit(made, (0, 0), (0, 0, left, wide.get_height()))
    wide.blit(pygame.transform.scale(middle, (width - narrow + 1, wide.get_height())), (left, 0))
    wide.blit(made, (left + width - narrow + 1, 0), (left + 1, 0, left, wide.get_height()))
    return wide


def _painted(distance: Floats, height: int, pad: int, box: Box, theme: Theme) -> pygame.Surface:
    """Shadow, fill, highlight and outline on one layer, by the distance alone; `height` is the box without its pad."""
    inside = coverage(distance)
    alpha = np.zeros_like(distance)
    rgb = np.broadcast_to(np.array(theme.colour("shade"), np.float32), (*distance.shape, 3)).copy()
    if pad:
        alpha = _shadow(distance, box.elevation) * theme.shadow
    if box.fill is not None:
        rows = np.linspace(0, 1, height, dtype=np.float32)
        rows = np.pad(rows, pad, mode="edge")[None, :, None]
        low = np.array(theme.colour(box.fill), np.float32)
        top = low if box.top is None else np.array(theme.colour(box.top), np.float32)
        colour = np.broadcast_to(top * (1 - rows) + low * rows, rgb.shape)
        if box.highlight:
            reach = np.clip(1 - (np.arange(distance.shape[1]) - pad) / (box.radius + 6), 0, 1)[None, :]
            lit = np.clip(1 - np.abs(distance + 1.5), 0, 1) * reach
            colour = colour + (lit * 255 * box.highlight)[..., None]
        rgb, alpha = _over(colour, inside * box.opacity, rgb, alpha)
    if box.edge is not None:
        line = np.broadcast_to(np.array(theme.colour(box.edge), np.float32), rgb.shape)
        rgb, alpha = _over(line, ring(distance, box.edge_width) * box.edge_opacity, rgb, alpha)
    return surface_from(rgb, alpha)


def _over(rgb: Floats, alpha: Floats, under_rgb: Floats, under_alpha: Floats) -> tuple[Floats, Floats]:
    """One layer laid over another, neither premultiplied."""
    total = alpha + under_alpha * (1 - alpha)
    share = (alpha / np.maximum(total, 1e-6))[..., None]
    return (rgb * share + under_rgb * (1 - share)).astype(np.float32), total


def _shadow(distance: Floats, elevation: int) -> Floats:
    """Soft alpha that falls `fall` pixels down: no blur filter, only the distance again."""
    blur, fall, strength = ELEVATION[elevation]
    fallen = np.pad(distance, ((0, 0), (fall, 0)), mode="edge")[:, : distance.shape[1]] if fall else distance
    t = np.clip(0.5 - fallen / (blur * 1.5), 0, 1)
    soft: Floats = t * t * (3 - 2 * t) * strength
    return soft


def _union_distance(
    places: Sequence[tuple[int, int, int, int]], radius: int, size: tuple[int, int], pad: int
) -> Floats:
    """Distance to the union of rounded boxes: the least of the distances."""
    x = (np.arange(-pad, size[0] + pad, dtype=np.float32) + 0.5)[:, None]
    y = (np.arange(-pad, size[1] + pad, dtype=np.float32) + 0.5)[None, :]
    least: Floats | None = None
    for left, top, width, height in places:
        across = np.abs(x - left - width / 2) - (width / 2 - radius)
        down = np.abs(y - top - height / 2) - (height / 2 - radius)
        far = np.hypot(np.maximum(across, 0), np.maximum(down, 0)) + np.minimum(np.maximum(across, down), 0) - radius
        least = far if least is None else np.minimum(least, far)
    if least is None:
        raise ValueError("a union needs at least one box")
    return least
