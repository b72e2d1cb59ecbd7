"""The situation map on a screen: places, zones, states and the day's arrows, drawn on one shared sea.

The sea is computed beside the window and comes from disk the next time; a screen never waits for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pygame

from game.authoring.texts import Place as Point
from game.authoring.texts import PlaceText, Texts
from game.ui.geometry import Rect
from game.ui.paint.chart import Chart
from game.ui.paint.map import SeaMap, window_about
from game.ui.theme import StateKey, Theme
from game.ui.tree import Node
from game.ui.widgets import maps


@dataclass(frozen=True, slots=True)
class Arrow:
    """A thing that was done: from whom to where, in the actor's colour, with its words."""

    start: Point
    end: Point
    by: StateKey
    label: str
    dashed: bool = False


@dataclass(slots=True)
class ChartRoom:
    """The sea in each theme it was asked for. `folder` keeps finished pictures; `patient` waits for them, as a still does."""

    folder: Path | None = None
    patient: bool = False
    seas: dict[str, SeaMap] = field(default_factory=dict)

    def sea(self, theme: Theme) -> SeaMap:
        if theme.name not in self.seas:
            self.seas[theme.name] = SeaMap(theme, folder=self.folder)
            if self.patient:
                self.seas[theme.name].wait()
        return self.seas[theme.name]

    def poll(self) -> bool:
        """True when a finer picture has just come."""
        return any([sea.poll() for sea in self.seas.values()])

    @property
    def state(self) -> tuple[str, ...]:
        return tuple(name for name, sea in self.seas.items() if sea.fine)


def place_of(texts: Texts, id: str) -> PlaceText | None:
    return next((place for place in texts.places if place.id == id), None)


def map_node(
    room: ChartRoom,
    texts: Texts,
    *,
    name: str = "Map",
    about: Sequence[str] = (),
    arrows: Sequence[Arrow] = (),
    date: str = "",
    action: object = None,
    shortcut: str = "",
    id: str = "map",
    least: float = 0.45,
    **box: Any,
) -> Node:
    """The framed map about some places, or all of it. `about` are ids of places; the first of them is marked."""
    shown = [place for place in (place_of(texts, id) for id in about) if place is not None]

    def draw(surface: pygame.Surface, rect: Any, theme: Theme, scale: float) -> None:
        area = pygame.Rect(*rect) if isinstance(rect, Rect) else rect
        points = [place.at for place in shown] + [point for arrow in arrows for point in (arrow.start, arrow.end)]
        window = window_about(points, area.size, least=least) if points else None
        chart = Chart(surface, area, room.sea(theme), window, scale)
        if date:
            chart.keep_clear(pygame.Rect(area.x, area.bottom - 48, 190, 48))
        _write(chart, texts, shown, arrows)

    key = (texts.id, tuple(about), tuple(arrows), room.state)
    told = [maps.Place(place.name, "today’s cable is about it" if place in shown[:1] else "") for place in texts.places]
    return maps.map_view(name, draw, key, told, date=date, shortcut=shortcut, action=action, id=id, **box)


def _write(chart: Chart, texts: Texts, shown: Sequence[PlaceText], arrows: Sequence[Arrow]) -> None:
    """In the order that lets what may move make room for what may not."""
    marked = shown[0] if shown else None
    for place in texts.places:
        if place.zone:
            chart.zone(place.zone, place.name)
    for arrow in arrows:
        chart.journey(arrow.start, arrow.end, chart.theme.state(arrow.by).ink, arrow.label, arrow.dashed)
    if marked is not None and not marked.zone:
        chart.incident(marked.name, chart.sea.ashore(marked.at))
    for place in texts.places:
        if not place.zone and place is not marked:
            chart.place(place.name, place.at)
    for key, state, at, sign in _states(texts):
        chart.state(key, state, at, sign)


def _states(texts: Texts) -> list[tuple[StateKey, str, Point, str]]:
    home: StateKey = "home"
    return [
        (home, texts.home.name, texts.home.place, texts.home.seal),
        *((c, text.short, text.place, text.seal) for c, text in enumerate(texts.counterparts)),
    ]
