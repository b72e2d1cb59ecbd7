"""Rubber stamps: letters and frame in one ink, worn by noise of two grains, turned by 4 to 9 degrees."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pygame

from game.ui.paint.cache import CACHE
from game.ui.paint.pixels import noise, shrunk, times_alpha
from game.ui.paint.shapes import Box, draw_box
from game.ui.paint.type import Style, draw_line, measure
from game.ui.theme import Colour, Theme

_TIMES = 2
_PAD = 12


def stamp(
    lines: Sequence[str], theme: Theme, colour: str | Colour = "stamp", size: float = 24, degrees: float = -7,
    strength: float = 0.82, seed: int = 1,
) -> pygame.Surface:
    """A stamp of one or two lines, the first the larger. Shared: blit it by its centre."""
    rgb = theme.colour(colour)
    key = ("stamp", tuple(lines), rgb, size, round(degrees, 1), round(strength, 2), seed)
    return CACHE.get(key, lambda: _stamped(lines, theme, rgb, size, degrees, strength, seed))


def draw_stamp(
    surface: pygame.Surface, lines: Sequence[str], centre: tuple[float, float], theme: Theme,
    colour: str | Colour = "stamp", size: float = 24, degrees: float = -7, strength: float = 0.82, seed: int = 1,
) -> None:
    """Press a stamp about its centre. The words must also be said elsewhere: a stamp alone is decoration."""
    made = stamp(lines, theme, colour, size, degrees, strength, seed)
    surface.blit(made, made.get_rect(center=(round(centre[0]), round(centre[1]))))


def _stamped(
    lines: Sequence[str], theme: Theme, rgb: Colour, size: float, degrees: float, strength: float, seed: int
) -> pygame.Surface:
    styles = [_style(size, 4.4, rgb)] + [_style(max(12.0, size * 0.5), 2.4, rgb)] * (len(lines) - 1)
    words = [line.upper() for line in lines]
    sizes = [measure(word, style) for word, style in zip(words, styles, strict=True)]
    pad = _PAD * _TIMES
    width = max(w for w, _ in sizes) + pad * 2 + 8 * _TIMES
    height = sum(h for _, h in sizes) + pad + (4 if len(lines) > 1 else 2) * _TIMES
    layer = pygame.Surface((width, height), pygame.SRCALPHA)
    layer.fill((*rgb, 0))
    rect, inset = layer.get_rect(), 5 * _TIMES
    draw_box(layer, rect, Box(None, None, rgb, 3.0 * _TIMES, radius=6 * _TIMES), theme)
    draw_box(layer, rect.inflate(-2 * inset, -2 * inset), Box(None, None, rgb, 1.0 * _TIMES, radius=3 * _TIMES), theme)
    y = pad // 2 + _TIMES
    for word, style, (_, tall) in zip(words, styles, sizes, strict=True):
        draw_line(layer, word, style, theme, (width / 2, y), align="center")
        y += tall
    worn = np.clip(0.82 + noise(layer.get_size(), ((3.0 * _TIMES, 1.1), (14.0 * _TIMES, 1.2)), seed), 0.25, 1)
    times_alpha(layer, worn * strength)
    spun = pygame.transform.rotozoom(layer, degrees, 1.0)
    return shrunk(spun, (spun.get_width() // _TIMES, spun.get_height() // _TIMES))


def _style(size: float, tracking: float, rgb: Colour) -> Style:
    return Style("ui", size * _TIMES, rgb, "bold", tracking=tracking * _TIMES)
