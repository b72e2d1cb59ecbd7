"""Sheets, clippings, boards and leather: everything the world is written on.

A sheet is one tone with three octaves of smooth noise, darker towards its edges and its lower right, and folds as a
thin line with a soft step. Turned papers are set at double size with their shadow, turned, then halved; straight from
single size the words would blur.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import pygame

from game.ui.paint.cache import CACHE
from game.ui.paint.pixels import Floats, noise, straight, surface_from
from game.ui.paint.shapes import ELEVATION, Box, coverage, draw_box, rounded_distance
from game.ui.theme import RADIUS, Colour, Theme

_GRAIN_SIDE = 768
_WARMTH = (0.55, 0.80, 1.25)  # how much more of each channel an edge takes: paper yellows as it darkens


def sheet(
    size: tuple[int, int], theme: Theme, tone: str | Colour = "paper", seed: int = 3, folds: tuple[float, ...] = (),
    radius: int = RADIUS["paper"],
) -> pygame.Surface:
    """A blank sheet. `folds` are heights from 0 (top) to 1. Shared: copy it before writing on it."""
    rgb = theme.colour(tone)
    return CACHE.get(("paper", size, rgb, seed, folds, radius), lambda: _sheet(size, rgb, seed, folds, radius))


def draw_sheet(
    surface: pygame.Surface, rect: pygame.Rect, theme: Theme, tone: str | Colour = "paper", seed: int = 3,
    folds: tuple[float, ...] = (), under: bool = False, elevation: int = 3,
) -> None:
    """A sheet with its shadow; `under` lays a second one beneath it, a little turned."""
    if under:
        lower = turned(rect.size, theme, -0.7, "under-sheet", seed + 5, None)
        surface.blit(lower, lower.get_rect(center=(rect.centerx + 7, rect.centery + 5)))
    draw_shadow(surface, rect, theme, elevation)
    surface.blit(sheet(rect.size, theme, tone, seed, folds), rect)


def draw_shadow(surface: pygame.Surface, rect: pygame.Rect, theme: Theme, elevation: int = 3) -> None:
    """Only the shadow of a sheet."""
    draw_box(surface, rect, Box(None, None, None, radius=RADIUS["paper"], elevation=elevation), theme)


def turned(
    size: tuple[int, int], theme: Theme, degrees: float, tone: str | Colour = "paper", seed: int = 3,
    write: Callable[[pygame.Surface, float], None] | None = None, key: str = "",
) -> pygame.Surface:
    """A turned sheet with its shadow, larger than `size`: blit it by its centre.

    `write` sets words on the sheet at twice the size given (it is handed the sheet and the factor 2.0). Say in `key`
    what it writes; the sheet is kept under that name.
    """
    rgb = theme.colour(tone)
    name = ("turned", size, rgb, seed, round(degrees, 2), theme.name, key)
    return CACHE.get(name, lambda: _turned(size, theme, degrees, rgb, seed, write))


def draw_lines(
    surface: pygame.Surface, rect: pygame.Rect, theme: Theme, step: int, colour: str | Colour = "rule"
) -> None:
    """Ruled lines for a letter, every `step` pixels."""
    for y in range(rect.y + step, rect.bottom, step):
        surface.fill(theme.colour(colour), (rect.x, y, rect.w, 1))


def board(
    size: tuple[int, int], theme: Theme, kind: str = "leather", radius: int = 14, seed: int = 7
) -> pygame.Surface:
    """A grained ground: "leather" for the pledge book, "cork" for the press, "folder" for a dossier."""

    def make() -> pygame.Surface:
        grains, depth = {
            "leather": (((3, 26.0), (9, 22.0), (60, 20.0)), 0.40),
            "cork": (((3, 34.0), (11, 26.0), (80, 16.0)), 0.45),
            "folder": (((4, 8.0), (40, 8.0), (160, 10.0)), 0.18),
        }[kind]
        distance = rounded_distance(*size, radius)
        base = np.array(theme.colour(kind), np.float32)
        edge = (np.clip(1 + distance / 26, 0, 1) ** 2 * depth)[..., None]
        rgb = base * (1 - edge) + noise(size, grains, seed)[..., None] * (base / base.max())
        return surface_from(rgb, coverage(distance))

    return CACHE.get(("board", size, theme.colour(kind), kind, radius, seed), make)


def page(size: tuple[int, int], theme: Theme, left: bool, seed: int = 61) -> pygame.Surface:
    """A page of an open book, dark towards the gutter. Shared: copy it before writing on it."""

    def make() -> pygame.Surface:
        blank = sheet(size, theme, "paper", seed, (), 5).copy()
        away = np.linspace(1, 0, size[0], dtype=np.float32) if left else np.linspace(0, 1, size[0], dtype=np.float32)
        gutter = np.exp(-away * 16) * 0.34 + np.exp(-away * 90) * 0.3
        view = pygame.surfarray.pixels3d(blank)
        view[:] = view * (1 - gutter[:, None, None] * np.array([0.8, 0.9, 1.0], np.float32))
        del view
        return blank

    return CACHE.get(("page", size, theme.name, left, seed), make)


# -- making --------------------------------------------------------------------------------------------------------


def _sheet(
    size: tuple[int, int], rgb: Colour, seed: int, folds: tuple[float, ...], radius: int, grain: float = 1.0
) -> pygame.Surface:
    width, height = size
    distance = rounded_distance(width, height, radius)
    edge = np.clip(1 + distance / (60 * grain), 0, 1) ** 2 * 0.10
    x = np.linspace(0, 1, width, dtype=np.float32)[:, None]
    y = np.linspace(0, 1, height, dtype=np.float32)[None, :]
    light = 1.015 - 0.0200 * (x + y)
    rows = np.arange(height, dtype=np.float32)
    for fold in folds:
        line = np.exp(-(((rows - fold * height) / 1.4) ** 2)) * 0.045
        step = np.where(rows >= fold * height, np.exp(-np.clip(rows - fold * height, 0, None) / 26) * 0.020, 0)
        light = light * ((1 - line) * (1 - step))[None, :]
    grains = _cut(_grain(seed % 7), size, seed, grain)
    made = pygame.Surface(size, pygame.SRCALPHA)
    view = pygame.surfarray.pixels3d(made)
    for channel, warmth in enumerate(_WARMTH):
        tone = (rgb[channel] * (1 - edge * warmth) + grains * (1 + 0.05 * channel)) * light
        view[..., channel] = np.clip(tone + 0.5, 0, 255)
    del view
    alpha = pygame.surfarray.pixels_alpha(made)
    alpha[:] = coverage(distance) * 255 + 0.5
    del alpha
    return made


@lru_cache(maxsize=7)
def _grain(which: int) -> Floats:
    """Paper's unevenness, baked once and cut from: three octaves, 9, 4 and 2 levels high."""
    return noise((_GRAIN_SIDE, _GRAIN_SIDE), ((190, 9.0), (46, 4.0), (7, 2.2)), which)


def _cut(tile: Floats, size: tuple[int, int], seed: int, grain: float) -> Floats:
    """A piece of the tile, mirrored at its ends so that it never shows a seam."""
    span = 2 * _GRAIN_SIDE
    across = (np.arange(size[0]) / grain + seed * 131).astype(np.int64) % span
    down = (np.arange(size[1]) / grain + seed * 197).astype(np.int64) % span
    across = np.where(across < _GRAIN_SIDE, across, span - 1 - across)
    down = np.where(down < _GRAIN_SIDE, down, span - 1 - down)
    return tile[across][:, down]


def _turned(
    size: tuple[int, int], theme: Theme, degrees: float, rgb: Colour, seed: int,
    write: Callable[[pygame.Surface, float], None] | None,
) -> pygame.Surface:
    width, height = size[0] * 2, size[1] * 2
    made = _sheet((width, height), rgb, seed, (), RADIUS["paper"] * 2, 2.0)
    if write is not None:
        write(made, 2.0)
    pad = ELEVATION[3][0] * 2
    layer = pygame.Surface((width + 2 * pad, height + 2 * pad), pygame.SRCALPHA)
    draw_shadow(layer, pygame.Rect(pad, pad, width, height), theme)
    layer.blit(made, (pad, pad))
    spun = pygame.transform.rotozoom(layer.premul_alpha(), degrees, 1.0)
    half = pygame.transform.smoothscale(spun, (spun.get_width() // 2, spun.get_height() // 2))
    return straight(half)

