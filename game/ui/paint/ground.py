"""The desk under everything: a gradient, a vignette and one lamp, computed in floating point and dithered.

Half a level of noise before rounding keeps dark blue from banding. It depends only on the window's size, the theme and
where the lamp stands, so a season costs it nothing.
"""

from __future__ import annotations

import numpy as np
import pygame

from game.ui.paint.cache import CACHE
from game.ui.paint.pixels import dither, spread
from game.ui.theme import Theme

Lamp = tuple[float, float]


def ground(size: tuple[int, int], theme: Theme, lamp: Lamp = (0.30, 0.34), strength: float = 0.20) -> pygame.Surface:
    """An opaque background of the window's size. `lamp` is its place as shares of the window. Shared: blit it only."""
    key = ("ground", size, theme.name, round(lamp[0], 2), round(lamp[1], 2), round(strength, 2))
    return CACHE.get(key, lambda: _ground(size, theme, lamp, strength))


def _ground(size: tuple[int, int], theme: Theme, lamp: Lamp, strength: float) -> pygame.Surface:
    """One channel at a time; light and vignette from a quarter of the pixels, since both are smooth."""
    width, height = size
    x = np.linspace(0, 1, max(2, width // 4), dtype=np.float32)[:, None]
    y = np.linspace(0, 1, max(2, height // 4), dtype=np.float32)[None, :]
    vignette = np.hypot((x - 0.5) * 1.25, (y - 0.45) * 1.15)
    depth = 0.52 if theme.dark else 0.13
    shade = spread(1.08 - depth * vignette**1.8, size) if theme.dark else spread(1.03 - depth * vignette**2, size)
    light = spread(np.clip(1 - np.hypot((x - lamp[0]) / 0.55, (y - lamp[1]) / 0.62), 0, 1) ** 2 * strength, size)
    grain = dither(size)
    made = pygame.Surface(size, 0, 32)
    view = pygame.surfarray.pixels3d(made)
    rows = np.linspace(0, 1, height, dtype=np.float32)[None, :]
    top, low, lit = (theme.colour(token) for token in ("desk-top", "desk-low", "lamp"))
    for channel in range(3):
        base = top[channel] * (1 - rows) + low[channel] * rows
        view[..., channel] = np.clip(base * shade + light * lit[channel] + grain, 0, 255)
    del view
    return made
