"""A pledge that wants an answer: whose it is, its price today, and four buttons of equal rank."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui.geometry import Align, Box, Kind, pad
from game.ui.screen import Context, Fold
from game.ui.theme import StateKey
from game.ui.tree import Node, Role, plain
from game.ui.widgets import styles
from game.ui.widgets.boxes import column, row
from game.ui.widgets.choices import Option, Pick
from game.ui.widgets.looks import Control, Seal
from game.ui.widgets.words import part, picture

ANSWERS = (
    Option("keep", "Keep"), Option("break", "Break"), Option("renegotiate", "Ask to renegotiate"),
    Option("withdraw", "Withdraw with notice"),
)


@dataclass(frozen=True, slots=True)
class Due:
    """A pledge on the desk. `price` and `record` are words: "serious, on the towns", "kept twice, once late"."""

    id: str
    title: str
    price: str
    record: str = ""
    to: str = ""
    state: StateKey = 0
    sign: str = ""
    answers: tuple[Option, ...] = ANSWERS


def pledge_row(ctx: Context, due: Due, chosen: str, pick: Pick, *, tight: bool = False) -> Node:
    """One pledge and its answers; beside each other where there is room, else below.  tight: the column is a narrow one."""
    below = tight or ctx.fold <= Fold.NARROW or (len(due.answers) > 4 and ctx.fold <= Fold.MEDIUM)
    about = f"To keep **{due.price}**" + (f"; {due.record}" if due.record else "")
    words = column(part(due.title, styles.ROW), part(about, styles.CAPTION), share=1)
    seal = Node(Role.PART, box=Box(width=28, height=28, em=True), paint=Seal(due.state, due.sign))
    head = row(seal, words, gap=12, align=Align.CENTRE, role=Role.TEXT, name=plain(due.title),
               description=plain(f"{due.to}. {about}" if due.to else about))
    answers = Node(
        Role.CHOICES, f"Answer: {plain(due.title)}", id=f"due-{due.id}",
        box=Box(Kind.WRAP if below else Kind.ROW, gap=6, align=Align.CENTRE),
        children=[_answer(due, option, option.id == chosen, pick) for option in due.answers],
    )
    if below:
        return column(head, column(answers, pad=pad(0)._replace(left=ctx.em(40))), gap=6, pad=pad(6, 2))
    head.box = Box(Kind.ROW, gap=12, align=Align.CENTRE, share=1)
    return row(head, answers, gap=12, pad=pad(2, 2), align=Align.CENTRE)


def _answer(due: Due, option: Option, on: bool, pick: Pick) -> Node:
    colour = "ink" if on else "soft" if option.enabled else "mute"
    children = [part(option.label, styles.ink(styles.SMALL_CONTROL, colour), wrap=False)]
    if on:
        children.insert(0, picture("check", "brass", 15))
    return Node(
        Role.CHOICE, option.label, id=f"due-{due.id}:{option.id}", focusable=True, enabled=option.enabled, selected=on,
        action=pick(option.id), description=option.note if option.enabled else option.why, paint=Control("chip", on),
        tip="" if option.enabled else option.why,
        box=Box(Kind.ROW, gap=6, pad=pad(4, 8), min_h=30, align=Align.CENTRE, justify=Align.CENTRE), children=children,
    )
