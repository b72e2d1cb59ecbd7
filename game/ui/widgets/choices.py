"""One of several: chips, segments, tabs and rows with a round mark. Each group is one stop for Tab."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.ui.geometry import Align, Box, Kind, Text, pad
from game.ui.tree import Node, Role, plain
from game.ui.widgets import styles
from game.ui.widgets.looks import Control, Dots, Panel, Radio
from game.ui.widgets.words import part


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose. `why` tells what is missing when it is not enabled; `cost` is drawn as discs."""

    id: str
    label: str
    note: str = ""
    enabled: bool = True
    why: str = ""
    cost: int = 0
    key: str = ""


Pick = Callable[[str], object]
"""From the id of an option to the action that chooses it."""

ESTIMATES = (
    Option("remote-chance", "remote chance"), Option("highly-unlikely", "highly unlikely"),
    Option("unlikely", "unlikely"), Option("realistic-possibility", "realistic possibility"),
    Option("likely", "likely"), Option("highly-likely", "highly likely"), Option("almost-certain", "almost certain"),
)


def chips(id: str, name: str, options: Sequence[Option], chosen: str, pick: Pick, *, columns: int = 0) -> Node:
    """Buttons of which one is down; in a grid when `columns` are given, else as they fit."""
    box = Box(Kind.GRID, gap=8, columns=columns) if columns else Box(Kind.WRAP, gap=8)
    return Node(Role.CHOICES, name, id=id, box=box,
                children=[_cell(id, option, option.id == chosen, pick, "chip") for option in options])


def segments(id: str, name: str, options: Sequence[Option], chosen: str, pick: Pick, *, least: int = 0) -> Node:
    """Words in one inset row, equal in rank. `least` is the width under which they go on in a second line."""
    kids = [_cell(id, option, option.id == chosen, pick, "cell") for option in options]
    kind = Box(Kind.WRAP if least else Kind.ROW, gap=2, pad=pad(2), align=Align.STRETCH, justify=Align.BETWEEN)
    return Node(Role.CHOICES, name, id=id, box=kind, paint=Panel("well", radius=10, lift=0), children=kids)


def estimate(id: str, ask: str, chosen: str, pick: Pick, *, wide: bool) -> Node:
    """The seven words of likelihood for one question; none is chosen to begin with."""
    return segments(id, f"Estimate: {plain(ask)}", ESTIMATES, chosen, pick, least=0 if wide else 1)


def tabs(id: str, name: str, options: Sequence[Option], chosen: str, pick: Pick) -> Node:
    """The heads of tabs in one inset row, of equal width."""
    kids = [_cell(id, option, option.id == chosen, pick, "cell", Role.TAB, share=1) for option in options]
    return Node(Role.TABS, name, id=id, box=Box(Kind.ROW, gap=4, pad=pad(2)), paint=Panel("well", 10, 0), children=kids)


def _cell(
    group: str, option: Option, on: bool, pick: Pick, kind: str, role: Role = Role.CHOICE, share: int = 0
) -> Node:
    colour = "ink" if on else "soft" if option.enabled else "mute"
    style = styles.ink(styles.CONTROL, colour)
    grow = 0 if share else 1
    return Node(
        role, plain(option.label), id=f"{group}:{option.id}", key=option.key, focusable=True, enabled=option.enabled,
        selected=on, action=pick(option.id), tip="" if option.enabled else option.why,
        description=option.note if option.enabled else option.why or option.note, paint=Control(kind, on),
        box=Box(pad=pad(5, 10), min_h=34 if kind == "chip" else 30, grow=grow, share=share),
        text=Text(option.label, style, Align.CENTRE, wrap=bool(share) or kind == "chip"),
    )


def radio_rows(id: str, name: str, options: Sequence[Option], chosen: str, pick: Pick, *, columns: int = 1) -> Node:
    """Options with a round mark, a name and one line about each."""
    return Node(Role.CHOICES, name, id=id, box=Box(Kind.GRID, gap=8, line_gap=6, columns=columns),
                children=[_radio(id, option, option.id == chosen, pick) for option in options])


def _radio(group: str, option: Option, on: bool, pick: Pick) -> Node:
    title = styles.STRONG_BODY if option.enabled else styles.ink(styles.STRONG_BODY, "mute")
    about = option.note if option.enabled else option.why or option.note
    words = Node(Role.PART, box=Box(share=1, gap=0), children=[
        part(option.label, title), *([part(about, styles.CAPTION)] if about else []),
    ])
    kids = [Node(Role.PART, box=Box(width=14, height=14, em=True), paint=Radio(on)), words]
    if option.cost:
        kids.append(dots(option.cost))
    return Node(
        Role.CHOICE, plain(option.label), id=f"{group}:{option.id}", key=option.key, focusable=True,
        enabled=option.enabled, selected=on, action=pick(option.id), description=about,
        value=f"costs {option.cost} capital" if option.cost else "", paint=Control("row", on),
        box=Box(Kind.ROW, gap=14, pad=pad(4, 12), min_h=36, align=Align.CENTRE), children=kids,
    )


def dots(full: int, total: int = 0, *, colour: str = "pip", name: str = "") -> Node:
    """A row of discs. Give it a name where no control speaks for it."""
    count = max(full, total)
    box = Box(width=15 * count - 3, height=14, self_align=Align.CENTRE, em=True)
    return Node(Role.STATUS if name else Role.PART, name, box=box, paint=Dots(full, count, colour))
