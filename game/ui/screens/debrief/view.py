"""What of the debrief is being looked at, and the pieces its pages share."""

from __future__ import annotations

from dataclasses import dataclass

from game.insight.debrief import Belief, Debrief, Observer, When
from game.ui.geometry import Align, Box, Kind
from game.ui.screen import Do
from game.ui.tree import Node, Role, plain
from game.ui.widgets import styles
from game.ui.widgets.boxes import column, row
from game.ui.widgets.choices import Option, chips, tabs
from game.ui.widgets.plots import signed
from game.ui.widgets.words import part, picture


@dataclass(frozen=True, slots=True)
class View:
    """`of` is an observer's place among the debrief's, `dimension` an id, `opened` the row that is open."""

    debrief: Debrief
    of: int = 0
    dimension: str = "reliability"
    opened: str = ""

    @property
    def observer(self) -> Observer:
        return self.debrief.observers[min(self.of, len(self.debrief.observers) - 1)]

    @property
    def belief(self) -> Belief:
        return next(one for one in self.observer.beliefs if one.dimension == self.dimension)

    @property
    def dates(self) -> tuple[str, ...]:
        return tuple(when.date for when in self.debrief.turns)

    def colour(self, place: int) -> str | int:
        """The seal of an observer: a counterpart's place, or that of third parties."""
        return place if place < len(self.debrief.files) else "third"


def whose(view: View, *, states_only: bool = False) -> Node:
    """Whose eyes: one tab an observer."""
    held = view.debrief.observers[: len(view.debrief.files)] if states_only else view.debrief.observers
    return tabs(
        "whose",
        "Whose file",
        [Option(str(i), one.short) for i, one in enumerate(held)],
        str(view.of),
        lambda id: Do("of", id),
    )


def dimensions(view: View) -> Node:
    """Which of the four beliefs stands in front."""
    return chips(
        "dimension",
        "Which belief",
        [Option(one.dimension, one.name) for one in view.observer.beliefs],
        view.dimension,
        lambda id: Do("dimension", id),
    )


def moved(size: float) -> Node:
    """A step of a belief, silent: sign, figure and direction in one."""
    tone, icon = ("good", "arrow-up") if size > 0 else ("bad", "arrow-down")
    return row(
        picture(icon, tone, 16),
        part(signed(size), styles.ink(styles.FACT, tone), wrap=False),
        gap=4,
        align=Align.CENTRE,
        min_w=62,
        em=True,
    )


def line(date: str, words: str, side: Node | None = None, *, note: str = "", about: str = "") -> Node:
    """A dated line: date, what happened, and what it came to."""
    body = column(part(words, styles.BODY), part(note, styles.CAPTION) if note else None, share=1)
    return row(
        part(date, styles.CAPTION, width=118, em=True),
        body,
        side,
        gap=12,
        role=Role.TEXT,
        name=plain(words),
        description=". ".join(w for w in (date, plain(note), about) if w),
    )


def facts(pairs: list[tuple[str, str]]) -> Node:
    """Names and values that stand beside each other as room allows."""
    kids = [
        row(
            part(name, styles.CAPTION, wrap=False),
            part(words, styles.FACT),
            gap=8,
            role=Role.TEXT,
            name=name,
            description=words,
        )
        for name, words in pairs
    ]
    return Node(Role.GROUP, box=Box(Kind.WRAP, gap=22, line_gap=2), children=kids)


def percent(share: float, places: int = 0) -> str:
    """0.25 -> "25 %"."""
    return f"{share * 100:.{places}f} %"


def span(since: When, until: When) -> str:
    return since.date if since.date == until.date else f"{since.date} to {until.date}"
