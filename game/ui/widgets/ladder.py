"""The ladder of a crisis: seven rungs, who stands where, and the price of a way down as a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.ui.geometry import Align, Box, Kind, pad
from game.ui.theme import StateKey
from game.ui.tree import Node, Role, plain
from game.ui.widgets import styles
from game.ui.widgets.boxes import column, row, spacer
from game.ui.widgets.looks import Panel, Rung, Seal, Span
from game.ui.widgets.words import part, picture

RUNGS = (
    ("Routine", "consuls, quotas, weather"), ("Friction", "protests on paper"),
    ("Confrontation", "boats taken, ports watched"), ("Show of force", "warships on the water"),
    ("Ultimatum", "a deadline with force behind it"), ("Clash", "shots, and dead"), ("War", ""),
)


@dataclass(frozen=True, slots=True)
class Climber:
    """One side on the ladder; `moved` is by how many rungs it went since last time, up if above zero."""

    name: str
    state: StateKey
    rung: int
    sign: str = ""
    moved: int = 0


def ladder(climbers: Sequence[Climber], *, rungs: Sequence[tuple[str, str]] = RUNGS, **more: int) -> Node:
    """The rungs, war on top; each is wider than the one above it, and holds the seals of those who stand on it."""
    lines = [_rung(number, name, about, [c for c in climbers if c.rung == number])
             for number, (name, about) in reversed(list(enumerate(rungs)))]
    return Node(Role.LIST, "The ladder, from war down to routine", id="ladder", box=Box(gap=6, **more), children=lines)


def _rung(number: int, name: str, about: str, here: list[Climber]) -> Node:
    style = f"rung-{number}"
    inset = 12 * number
    words = column(part(name, styles.ink(styles.CARD, style), align=Align.CENTRE),
                   part(about, styles.ink(styles.CAPTION, style), align=Align.CENTRE) if about else None, share=1)
    left = [_seal(c) for c in here if c.state == "home"]
    right = [_seal(c) for c in here if c.state != "home"]
    figure = part(str(number), styles.ink(styles.SECTION, style), wrap=False, min_w=24, em=True)
    line = Node(
        Role.TEXT, f"Rung {number}, {name}", description=". ".join(_told(c) for c in here) or "nobody",
        box=Box(Kind.ROW, gap=10, pad=pad(4, 16), min_h=52, align=Align.CENTRE, grow=1), paint=Rung(number, bool(here)),
        children=[row(figure, *left, gap=10, share=1, align=Align.CENTRE), words,
                  row(spacer(grow=1), *right, gap=8, share=1, align=Align.CENTRE)],
    )
    return row(line, pad=pad(0, inset), grow=1) if inset else row(line, grow=1)


def _told(climber: Climber) -> str:
    way = f", {'up' if climber.moved > 0 else 'down'} {abs(climber.moved)}" if climber.moved else ""
    return f"{climber.name} stands here{way}"


def _seal(climber: Climber) -> Node:
    seal = Node(Role.PART, box=Box(width=40, height=40, em=True), paint=Seal(climber.state, climber.sign))
    if not climber.moved:
        return seal
    return row(picture("arrow-up" if climber.moved > 0 else "arrow-down", "ink", 18), seal, gap=4, align=Align.CENTRE)


PRICES = ("light", "serious", "ruinous")


def way_down(name: str, low: float, high: float, words: str, *, note: str = "") -> Node:
    """A way down and its price as a range; `low` and `high` from 0 to 1, `words` says the range."""
    scale = row(*(part(price, styles.CAPTION, align=align, share=1) for price, align in
                  zip(PRICES, (Align.START, Align.CENTRE, Align.END), strict=True)))
    return column(
        row(picture("door-open", "good", 18), part(name, styles.STRONG_BODY, share=1), gap=10),
        row(part("Price", styles.CAPTION, wrap=False), part(words, styles.FACT, align=Align.END, share=1), gap=8),
        Node(Role.PART, box=Box(height=12), paint=Span(low, high)),
        scale,
        part(note, styles.CAPTION) if note else None,
        gap=4, pad=pad(8, 12), role=Role.TEXT, name=plain(name), description=f"Price {words}. {plain(note)}".strip(),
        paint=Panel("raised", radius=9, lift=0),
    )
