"""Signs: Lucide's line drawings for controls, game-icons' silhouettes for states and acts.

A name is a file's: `check` is Lucide's, `g:lighthouse` is game-icons'. A name that is not shipped draws a plain ring,
since a missing sign must not stop a screen: every sign stands beside its word.
"""

from __future__ import annotations

import pygame

from game.ui import compat
from game.ui.paint.assets import asset, shelf
from game.ui.paint.cache import CACHE
from game.ui.paint.pixels import tinted
from game.ui.theme import Colour, Theme

_TIMES = 4
_RING = '<svg viewBox="0 0 24 24"><circle cx="12" cy="12" r="8" fill="none" stroke="#ffffff" stroke-width="2"/></svg>'


def icon_names() -> tuple[str, ...]:
    """Every sign there is, as `icon` takes it."""
    return shelf("icons/lucide") + tuple(f"g:{name}" for name in shelf("icons/game-icons"))


def icon(name: str, size: int, colour: Colour) -> pygame.Surface:
    """The sign in one colour, `size` pixels square; shared, so do not draw on it."""
    return CACHE.get(("icon", name, size, colour), lambda: tinted(_shape(name, size), colour))


def draw_icon(
    surface: pygame.Surface, name: str, at: tuple[float, float], size: int, theme: Theme,
    colour: str | Colour = "soft", centre: bool = False,
) -> None:
    """Draw a sign with its upper left corner, or its centre, at `at`."""
    shift = size / 2 if centre else 0
    surface.blit(icon(name, size, theme.colour(colour)), (round(at[0] - shift), round(at[1] - shift)))


def _shape(name: str, size: int) -> pygame.Surface:
    """White on nothing, drawn large and averaged down."""
    large = compat.svg_surface(_source(name), (size * _TIMES, size * _TIMES))
    large.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
    return pygame.transform.smoothscale(large, (size, size))


def _source(name: str) -> str:
    folder, _, file = name.rpartition(":")
    try:
        return asset("icons", "game-icons" if folder == "g" else "lucide", f"{file}.svg").read_text("utf-8")
    except OSError:
        return _RING
