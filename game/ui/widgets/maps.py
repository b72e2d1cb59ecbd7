"""The situation map in its frame, with places as words that can be read out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from game.ui.geometry import Align, Box, Kind, pad
from game.ui.tree import Node, Role
from game.ui.widgets import styles
from game.ui.widgets.boxes import row, spacer
from game.ui.widgets.buttons import key_cap
from game.ui.widgets.looks import Drawn, Panel
from game.ui.widgets.words import part, picture


@dataclass(frozen=True, slots=True)
class Place:
    """A named place for those who cannot see the map: "Hafsund, the Petrel is held here"."""

    name: str
    about: str = ""


def map_view(
    name: str, draw: Callable[[Any, Any, Any, float], None], key: tuple[object, ...], places: Sequence[Place], *,
    date: str = "", shortcut: str = "", action: object = None, id: str = "map", **more: Any,
) -> Node:
    """A framed map. `draw(surface, rect, theme, scale)` paints it; `key` says when it would look the same."""
    more.setdefault("min_h", 160)
    plate = row(picture("map", "brass", 16), part(date, styles.ink(styles.FACT, "ink"), wrap=False),
                key_cap(shortcut) if shortcut else None, gap=8, pad=pad(4, 10), align=Align.CENTRE,
                paint=Panel("plate", radius=12, lift=0)) if date else spacer()
    told = ". ".join(f"{place.name}: {place.about}" if place.about else place.name for place in places)
    return Node(
        Role.BUTTON if action is not None else Role.IMAGE, name, description=told, id=id, key=shortcut,
        focusable=action is not None, action=action, paint=Drawn(draw, key),
        box=Box(Kind.ROW, pad=pad(10), align=Align.END, justify=Align.START, **more), children=[plate],
    )
