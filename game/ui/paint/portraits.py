"""Faces: layered SVG drawings whose skin and cloth are coloured before they are drawn, cut to a disc.

A scenario gives a portrait by number or by name. One face may serve several people: skin and cloth are drawn from the
person's id, the same in every run. An unknown face is drawn as a blank figure.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pygame

from game.ui import compat
from game.ui.paint.assets import asset, shelf
from game.ui.paint.cache import CACHE
from game.ui.paint.pixels import shrunk, surface_from
from game.ui.paint.shapes import coverage, ring, rounded_distance
from game.ui.theme import Colour, StateKey, Theme, mix

SKIN: Mapping[str, str] = MappingProxyType({
    "fair": "#f0d3b8", "light": "#e9c3a0", "olive": "#d9ab7e", "tan": "#c48d63", "brown": "#a5714a", "dark": "#7d5138",
})
CLOTH: Mapping[str, str] = MappingProxyType({
    "slate": "#8fa3bd", "mist": "#b9c6d6", "sage": "#8aa894", "clay": "#c29080", "rose": "#c9a2a4", "violet": "#a894c6",
    "sea": "#7fb3a6", "sky": "#98b3d2", "sand": "#c9b38c", "moss": "#a5b08a",
})
NUMBERED: tuple[str, ...] = (
    "man-grey", "man-glasses", "woman-scarf", "woman-bob", "woman-bun", "woman-curls", "woman-crop", "woman-long",
    "woman-wave", "woman-tied", "man-moustache", "man-beard", "man-side", "man-curls", "man-young", "man-quiff",
    "man-turban", "woman-cap", "man-docker", "man-brush",
)
"""The faces by the number a scenario gives, from 1."""

_TIMES = 3
_CROP = 1.32
_BLANK = (
    '<svg viewBox="0 0 1744 1744"><path d="M872 1040c-420 0-560 330-590 704h1180c-30-374-170-704-590-704z" '
    'fill="{cloth}"/><circle cx="872" cy="700" r="270" fill="{skin}"/></svg>'
)


def portrait_names() -> tuple[str, ...]:
    """Every face that is shipped."""
    return shelf("portraits")


def portrait(
    face: int | str, size: int, theme: Theme, state: StateKey | None = None, person: str = "",
    edge: str | Colour | None = "edge", edge_width: float = 2.0,
) -> pygame.Surface:
    """The face in a disc of `size` pixels, before its state's colour, or before a plain blue without one.

    `person` is an id that settles the tints of skin and cloth. The surface is shared: do not draw on it.
    """
    name = _face_name(face)
    ground = theme.colour("portrait-ground") if state is None else theme.state(state).seal
    rim = None if edge is None else theme.colour(edge)
    ink = theme.colour("portrait-ink")
    tints = _tint(SKIN, person or name, "skin"), _tint(CLOTH, person or name, "cloth")
    key = ("portrait", name, size, ground, rim, edge_width, ink, tints)
    return CACHE.get(key, lambda: _drawn(name, size, ground, rim, edge_width, ink, tints))


def draw_portrait(
    surface: pygame.Surface, face: int | str, at: tuple[float, float], size: int, theme: Theme,
    state: StateKey | None = None, person: str = "",
) -> None:
    """Draw a face with the upper left corner of its square at `at`; a state gives it its ring as well."""
    edge: str | Colour = "edge" if state is None else theme.state(state).ink
    made = portrait(face, size, theme, state, person, edge, 2.0 if size < 100 else 3.0)
    surface.blit(made, (round(at[0]), round(at[1])))


def _face_name(face: int | str) -> str:
    """A face by its number, also where the number was written as words are."""
    number = int(face) if isinstance(face, int) or face.isdecimal() else 0
    return NUMBERED[(number - 1) % len(NUMBERED)] if number else str(face)


def _tint(shades: Mapping[str, str], person: str, part: str) -> str:
    """The shade this person always has."""
    values = list(shades.values())
    return values[zlib.crc32(f"{person}/{part}".encode()) % len(values)]


def _drawn(
    name: str, size: int, ground: Colour, rim: Colour | None, rim_width: float, ink: Colour, tints: tuple[str, str]
) -> pygame.Surface:
    svg = _source(name)
    for slot, value in (("{skin}", tints[0]), ("{cloth}", tints[1]), ("{ink}", "#" + bytes(ink).hex())):
        svg = svg.replace(slot, value)
    large, side = int(size * _CROP) * _TIMES, size * _TIMES
    figure = compat.svg_surface(svg, (large, large))
    rows = np.linspace(0, 1, side, dtype=np.float32)[None, :, None]
    light = np.array(mix(ground, (255, 255, 255), 0.14), np.float32)
    low = np.array(mix(ground, (0, 0, 0), 0.22), np.float32)
    layer = surface_from(light * (1 - rows) + low * rows, np.ones((side, side), np.float32))
    layer.blit(figure, ((side - large) // 2, side - large + int(large * 0.06)))
    small = shrunk(layer, (size, size))
    distance = rounded_distance(size, size, size / 2)
    disc = surface_from(pygame.surfarray.array3d(small), coverage(distance))
    if rim is not None:
        disc.blit(surface_from(np.array(rim, np.float32), ring(distance, rim_width)), (0, 0))
    return disc


def _source(name: str) -> str:
    try:
        return asset("portraits", f"{name}.svg").read_text("utf-8")
    except OSError:
        return _BLANK
