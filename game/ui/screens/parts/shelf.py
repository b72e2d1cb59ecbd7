"""Small pieces the screens of the shelf share: chips with a sign, closed pledges on paper, prices as ranges."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.pages import Closed, Face, Price, Theirs
from game.ui.geometry import Align, pad
from game.ui.screen import Answer, Context, Do, Pop, Replace
from game.ui.screens.parts.states import person, seal
from game.ui.screens.shell import SHELF, SeatScreen, key_only, open_screen
from game.ui.tree import Node, Role, plain
from game.ui.widgets import leaves, people, styles
from game.ui.widgets.boxes import column, row
from game.ui.widgets.looks import Panel
from game.ui.widgets.words import part, picture

PRICES = tuple(Price)
_LOOKED_UP = frozenset(screen for _, _, screen in SHELF) - {"menu"}


class LookUp(SeatScreen):
    """A screen that is looked up: its own key closes it, another's takes its place, so that Esc leads back to the turn."""

    own = ""

    def _keys(self, ctx: Context, own: Sequence[tuple[object, ...]]) -> tuple[list[tuple[object, ...]], list[Node]]:
        """The hints but the one that leads here; its key works all the same."""
        told, silent = super()._keys(ctx, own)
        here = Do("go", self.own)
        barred = [str(hint[0]) for hint in told if hint[2:] == (here,)]
        return [hint for hint in told if hint[2:] != (here,)], [*silent, *(key_only(key, here) for key in barred)]

    def on(self, action: object) -> Answer:
        match action:
            case Do("go", name) if name == self.own:
                return Pop()
            case Do("go", name) if name in _LOOKED_UP:
                return Replace(open_screen(name, self.seat))
        return super().on(action)


def middle(ctx: Context, width: int, *children: Node | None, gap: int = 14, **box: int) -> Node:
    """Children in one column of a readable width, in the middle of the window."""
    room = ctx.window[0] - 2 * ctx.margin - 20
    return column(column(*children, gap=gap, width=min(ctx.em(width), room), self_align=Align.CENTRE, **box), grow=1)


def chip(words: str, icon: str, tone: str) -> Node:
    """A sign and a word in an outlined pill; `tone` is good, bad, warn or info."""
    return row(
        picture(icon, tone, 16),
        part(words, styles.ink(styles.CAPTION, tone), wrap=False),
        gap=6,
        pad=pad(2, 10),
        align=Align.CENTRE,
        role=Role.TEXT,
        name=plain(words),
        paint=Panel(tone, radius=12, lift=0, outline=tone),
    )


def span(cheapest: Price, dearest: Price) -> tuple[float, float, str]:
    """A price as a range: both ends from 0 to 1, and the words."""
    low, high = PRICES.index(cheapest), PRICES.index(dearest)
    words = str(cheapest) if low == high else f"{cheapest} to {dearest}"
    return low / len(PRICES), (high + 1) / len(PRICES), words


def closed_row(one: Closed, *, stamped: bool) -> Node:
    """A pledge that is over, on paper: what became of it in words, and stamped where there is room."""
    title = part(one.title, styles.ink(styles.ROW, "pen"), share=1)
    words = column(
        row(title, None if stamped else leaves.standing(one.state), gap=10),
        part(one.line, styles.ink(styles.CAPTION, "pen-soft")),
        part(one.text, styles.ink(styles.QUOTE, "pen-soft")) if one.text else None,
        gap=1,
        share=1,
    )
    ink = leaves.STANDINGS.get(one.state, ("", "pen-soft"))[1]
    mark = leaves.stamp(one.state, ink, len(one.title)) if stamped else None
    return row(
        seal(one.to, 30),
        words,
        mark,
        gap=12,
        pad=pad(5, 4),
        role=Role.TEXT,
        name=plain(one.title),
        description=plain(f"To {one.to.short}. {one.line}. {one.text}"),
    )


def theirs_row(one: Theirs) -> Node:
    """A pledge of theirs to home, on paper."""
    about = f"{one.by.short} to us" + (f"; due {one.due}" if one.due and one.state == "open" else "")
    words = column(
        row(part(one.title, styles.ink(styles.ROW, "pen"), share=1), leaves.standing(one.state), gap=10),
        part(about, styles.ink(styles.CAPTION, "pen-soft")),
        part(one.text, styles.ink(styles.QUOTE, "pen-soft")),
        gap=1,
        share=1,
    )
    return row(
        seal(one.by, 30),
        words,
        gap=12,
        pad=pad(5, 4),
        role=Role.TEXT,
        name=plain(one.title),
        description=plain(f"{about}, {one.state}. {one.text}"),
    )


def face_row(face: Face, size: int = 44) -> Node:
    return people.person_row(person(face), size=size)
