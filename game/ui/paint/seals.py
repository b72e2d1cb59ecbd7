"""The round seals of states and of voices at home, and plain invented flags. No real emblem appears anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import numpy as np
import pygame

from game.ui.paint.cache import CACHE
from game.ui.paint.icons import draw_icon
from game.ui.paint.pixels import Floats, surface_from
from game.ui.paint.shapes import coverage, draw_disc, ring, rounded_distance
from game.ui.theme import Colour, StateKey, Theme, mix

Voice = Literal["press", "third", "town", "navy"]
SealKey = StateKey | Voice

SIGNS: Mapping[str, str] = MappingProxyType({
    "lighthouse": "g:lighthouse", "wolf": "g:wolf-head", "oak": "g:oak", "gull": "g:seagull", "ship": "g:sailboat",
    "hive": "g:beehive", "wheat": "g:wheat", "mountains": "g:mountains", "dove": "g:dove", "anchor": "g:anchor",
})
"""What a scenario may put on a seal."""

_EMBLEMS = ("g:lighthouse", "g:wolf-head", "g:oak", "g:seagull", "g:sailboat", "g:beehive")
_VOICES: Mapping[str, str] = MappingProxyType({
    "press": "newspaper", "third": "globe", "town": "fish", "navy": "anchor",
})


def emblem(key: SealKey) -> str:
    """The sign on a seal, as `icons` names it; foreign states repeat after five."""
    if key == "home":
        return _EMBLEMS[0]
    if isinstance(key, int):
        return _EMBLEMS[1 + key % (len(_EMBLEMS) - 1)]
    return _VOICES[key]


def seal_colours(key: SealKey, theme: Theme) -> tuple[Colour, Colour]:
    """Ink and ground of a seal."""
    if isinstance(key, int) or key == "home":
        colours = theme.state(key)
        return colours.ink, colours.seal
    return theme.colour("soft"), theme.colour("raised")


def draw_seal(
    surface: pygame.Surface, key: SealKey, centre: tuple[float, float], radius: int, theme: Theme, dim: bool = False,
    sign: str = "",
) -> None:
    """Draw a seal about its centre.

    `dim` is for one who is not there any more, or not yet; `sign` is one of SIGNS, the state's usual one without it.
    """
    shape = SIGNS.get(sign) or emblem(key)

    def make() -> pygame.Surface:
        made = pygame.Surface((radius * 2, radius * 2), pygame.SRCALPHA)
        ink, ground = seal_colours(key, theme)
        if dim:
            ink = mix(ink, ground, 0.45)
        draw_disc(made, (radius, radius), radius, theme, ground, ink, max(1.4, radius * 0.09))
        draw_icon(made, shape, (radius, radius), round(radius * 1.22), theme, ink, centre=True)
        return made

    made = CACHE.get(("seal", key, shape, radius, theme.name, dim), make)
    surface.blit(made, (round(centre[0] - radius), round(centre[1] - radius)))


def flag(key: StateKey, size: tuple[int, int], theme: Theme) -> pygame.Surface:
    """A state's flag: fields of its two colours and cream, each state another pattern. Shared: do not draw on it."""
    return CACHE.get(("flag", key, size, theme.name), lambda: _flag(key, size, theme))


def _flag(key: StateKey, size: tuple[int, int], theme: Theme) -> pygame.Surface:
    width, height = size
    colours = theme.state(key)
    deep = np.array(mix(colours.seal, colours.ink, 0.28), np.float32)
    bright = np.array(mix(colours.ink, colours.seal, 0.15), np.float32)
    cream = np.array(theme.colour("under-sheet"), np.float32)
    x, y = np.meshgrid(
        np.linspace(0, 1, width, dtype=np.float32), np.linspace(0, 1, height, dtype=np.float32), indexing="ij"
    )
    number = 0 if key == "home" else 1 + int(key) % 5
    rgb = np.broadcast_to(deep, (width, height, 3)).astype(np.float32)
    for field, tint in zip(_fields(number, x, y, width / height), (cream, bright), strict=True):
        rgb = rgb * (1 - field[..., None]) + tint * field[..., None]
    distance = rounded_distance(width, height, 2)
    made = surface_from(rgb, coverage(distance))
    made.blit(surface_from(np.array(theme.colour("edge")), ring(distance, 1.0) * 0.7), (0, 0))
    return made


def _fields(number: int, x: Floats, y: Floats, ratio: float) -> tuple[Floats, Floats]:
    """Where the cream and where the bright colour lies, 0 to 1, for each of six patterns."""
    soft = 90.0

    def inside(signed: Floats) -> Floats:
        field: Floats = np.clip(0.5 + signed * soft, 0, 1)
        return field

    disc = inside(0.23 - np.hypot((x - 0.5) * ratio, y - 0.5))
    band = inside(0.14 - np.abs(y - 0.5))
    wedge = inside(0.42 - x * 1.0 - np.abs(y - 0.5) * 0.84)
    patterns = (
        (band, np.zeros_like(x)),
        (inside(0.10 - np.abs(x - 0.36)), inside(0.05 - np.abs(x - 0.36))),
        (disc, inside(0.14 - np.hypot((x - 0.5) * ratio, y - 0.5))),
        (inside(0.08 - np.abs(y - 0.66)), inside(y - 0.74)),
        (wedge, inside(0.33 - x - np.abs(y - 0.5) * 0.84)),
        (inside(0.09 - np.abs(x - y)), inside(x - y - 0.09)),
    )
    return patterns[number]
