"""What is written on the sea map: states, places, zones, journeys and incidents, none over another.

A Chart turns places (0 to 1 of the map) into pixels of one rectangle and remembers where words already stand, so that
the next label goes to a free side. All words have a halo or a plate; every colour comes with a word.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pygame

from game.ui.paint import strokes
from game.ui.paint.boxes import draw_named
from game.ui.paint.cache import CACHE
from game.ui.paint.map import Place, SeaMap, Window, window_about
from game.ui.paint.pixels import surface_from
from game.ui.paint.seals import draw_seal
from game.ui.paint.shapes import draw_disc
from game.ui.paint.type import Style, draw_line_in, line_surface, measure
from game.ui.theme import Colour, StateKey, Theme

_STATE = Style("serif", 17, "map-ink", "semibold")
_PLACE = Style("ui", 14, "map-ink", "medium")
_ZONE = Style("ui", 13, "map-zone", "semibold", tracking=1.6)
_WATER = Style("serif", 18, "map-ink", italic=True, tracking=3)
_PLATE = Style("ui", 14, "ink", "semibold")

_UP_AND_DOWN = tuple((0, side * step * 12) for step in range(7) for side in (1, -1))
_AROUND = tuple(
    sorted(
        ((x * 16, y * 12) for x in range(-5, 6) for y in range(-5, 6)), key=lambda move: (np.hypot(*move), move)
    )
)


class Chart:
    """One map on one rectangle of a surface.

    Draw in this order, so that what may move makes room for what may not: zones, journeys, incidents, places, states.
    """

    def __init__(
        self, surface: pygame.Surface, rect: pygame.Rect, sea: SeaMap, window: Window | None = None, scale: float = 1.0
    ) -> None:
        self.surface, self.rect, self.sea, self.scale = surface, rect, sea, scale
        self.window = window or window_about([], rect.size)
        self.taken: list[pygame.Rect] = []
        sea.draw(surface, rect, self.window)

    @property
    def theme(self) -> Theme:
        return self.sea.theme

    def at(self, place: Place) -> strokes.Point:
        """The pixel of a place."""
        x = self.rect.x + (place[0] - self.window.x) / self.window.width * self.rect.w
        y = self.rect.y + (place[1] - self.window.y) / self.window.height * self.rect.h
        return x, y

    def shows(self, place: Place) -> bool:
        """Whether the place lies well inside the window."""
        return self.rect.inflate(-16, -16).collidepoint(self.at(place))

    def keep_clear(self, rect: pygame.Rect) -> None:
        """Let no label stand here, as under a caption or a key."""
        self.taken.append(rect)

    def zone(self, corners: Sequence[Place], name: str, colour: str | Colour = "map-zone") -> None:
        """A dashed area with its name in capitals across it."""
        points, rgb = [self.at(corner) for corner in corners], self.theme.colour(colour)
        clip = self._clipped()
        strokes.draw_area(self.surface, points, (*rgb, 34 if self.theme.dark else 44))
        strokes.draw_dashes(self.surface, points, rgb, 2.2, 10, 7, closed=True)
        words = name.upper()
        width, height = measure(words, _ZONE, self.scale)
        x, y = sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)
        spot = pygame.Rect(round(x - width / 2), round(y - height / 2), width, height)
        self._halo(words, _ZONE, self._inside(spot))
        self.surface.set_clip(clip)

    def state(self, key: StateKey, name: str, place: Place, sign: str = "") -> None:
        """A state's seal with its name beneath."""
        if not self.shows(place):
            return
        x, y = self.at(place)
        width, height = measure(name, _STATE, self.scale)
        across = max(width, 34)
        whole = self._clear(pygame.Rect(round(x - across / 2), round(y - 34), across, height + 36), _AROUND)
        draw_seal(self.surface, key, (whole.centerx, whole.y + 17), 16, self.theme, sign=sign)
        self._halo(name, _STATE, pygame.Rect(round(whole.centerx - width / 2), whole.y + 36, width, height))
        self.taken.append(whole)

    def place(self, name: str, place: Place, ashore: bool = True) -> None:
        """A town: a dot, moved to the coast if it stands in the water, and its name on a free side."""
        spot = self.sea.ashore(place) if ashore else place
        if not self.shows(spot):
            return
        x, y = self.at(spot)
        draw_disc(self.surface, (x, y), 4.5, self.theme, "map-ink", "map-halo", 1.5)
        self.taken.append(pygame.Rect(round(x) - 5, round(y) - 5, 10, 10))
        self._halo(name, _PLACE, self._free((x, y), measure(name, _PLACE, self.scale), 10))

    def water(self, name: str, place: Place) -> None:
        """The name of a sea, wide and quiet."""
        x, y = self.at(place)
        width, height = measure(name, _WATER, self.scale)
        self._halo(name, _WATER, pygame.Rect(round(x - width / 2), round(y - height / 2), width, height), 0.75)

    def incident(self, name: str, place: Place, colour: str | Colour = "bad") -> None:
        """Where something happened: a dot in two rings, and what it was."""
        if not self.shows(place):
            return
        x, y = self.at(place)
        for radius, opacity in ((22, 0.24), (15, 0.43)):
            draw_disc(self.surface, (x, y), radius, self.theme, colour, opacity=opacity)
        draw_disc(self.surface, (x, y), 8, self.theme, colour, "map-ink", 2)
        self.taken.append(pygame.Rect(round(x) - 22, round(y) - 22, 44, 44))
        self._halo(name, _PLACE, self._free((x, y), measure(name, _PLACE, self.scale), 26))

    def journey(
        self, start: Place, end: Place, colour: str | Colour, label: str = "", dashed: bool = False,
        lift: float = 0.18, share: float = 1.0,
    ) -> None:
        """An arrow from place to place with its words on a plate at its middle; `share` draws it on its way."""
        a, b = self.at(start), self.at(end)
        path = strokes.trimmed(strokes.bow(a, b, lift), 12, 12)
        rgb = self.theme.colour(colour)
        clip = self._clipped()
        if share > 0.08:
            strokes.draw_arrow(self.surface, strokes.part(path, share), rgb, 3.0, 13.0, dashed)
        self.surface.set_clip(clip)
        if label and share >= 1:
            width, height = measure(label, _PLATE, self.scale)
            x, y = path[len(path) // 2]
            around = pygame.Rect(round(x - width / 2 - 13), round(y - height / 2 - 5), width + 26, height + 10)
            plate = self._clear(around, _UP_AND_DOWN)
            draw_named(self.surface, plate, "plate", self.theme, plate.h // 2)
            draw_line_in(self.surface, label, _PLATE, self.theme, plate, self.scale)
            self.taken.append(plate)
        self.taken.extend(pygame.Rect(round(px) - 3, round(py) - 3, 6, 6) for px, py in path[::2])

    # -- where words go --------------------------------------------------------------------------------------------

    def _clipped(self) -> pygame.Rect:
        """Draw only on the map from here on; returns the clip to set back."""
        clip = self.surface.get_clip()
        self.surface.set_clip(clip.clip(self.rect.inflate(-2, -2)))
        return clip

    def _inside(self, rect: pygame.Rect) -> pygame.Rect:
        return rect.clamp(self.rect.inflate(-12, -12))

    def _free(self, about: strokes.Point, size: tuple[int, int], gap: int) -> pygame.Rect:
        """A label's place beside a point: right, left, above, below, and corners; the first with least in its way."""
        (x, y), (width, height) = about, size
        near = gap * 0.7
        tries = (
            (x + gap, y - height / 2), (x - gap - width, y - height / 2),
            (x - width / 2, y - gap - height), (x - width / 2, y + gap),
            (x + near, y - near - height), (x + near, y + near),
            (x - near - width, y - near - height), (x - near - width, y + near),
        )
        rects = [pygame.Rect(round(left), round(top), width, height) for left, top in tries]
        best = min(rects, key=lambda rect: self._cost(rect) + 4 * (self._inside(rect) != rect))
        return self._inside(best)

    def _clear(self, rect: pygame.Rect, moves: Sequence[tuple[int, int]]) -> pygame.Rect:
        """The rectangle, moved by as little as keeps it off what is there; `moves` begin with the smallest."""
        return min((self._inside(rect.move(move)) for move in moves), key=self._cost)

    def _cost(self, rect: pygame.Rect) -> int:
        return sum(1 + rect.clip(other).w * rect.clip(other).h // 40 for other in self.taken if rect.colliderect(other))

    def _halo(self, words: str, style: Style, rect: pygame.Rect, strength: float = 1.0) -> None:
        """Words with a soft dark (or light) edge about each letter."""
        pad = 6
        made = CACHE.get(
            ("halo", words, style, self.theme.name, self.scale, strength),
            lambda: _haloed(line_surface(words, style, self.theme, self.scale), self.theme, pad, strength),
        )
        self.surface.blit(made, (rect.x - pad, rect.y - pad))
        self.taken.append(rect)


def _haloed(words: pygame.Surface, theme: Theme, pad: int, strength: float) -> pygame.Surface:
    width, height = words.get_width() + 2 * pad, words.get_height() + 2 * pad
    alpha = np.zeros((width, height), np.float32)
    alpha[pad:-pad, pad:-pad] = pygame.surfarray.array_alpha(words).astype(np.float32) / 255
    soft = alpha
    for _ in range(2):
        wide = np.sum([np.roll(soft, step, 0) for step in (-2, -1, 0, 1, 2)], 0)
        soft = np.minimum(np.sum([np.roll(wide, step, 1) for step in (-2, -1, 0, 1, 2)], 0) / 16, 1)
    made = surface_from(np.array(theme.colour("map-halo"), np.float32), soft * 0.82 * strength)
    made.blit(words, (pad, pad))
    return made
