"""People: portraits with name and post, advisers with their account, reporters with their leaning."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui.geometry import Align, Box, Kind, Pad, pad
from game.ui.theme import StateKey
from game.ui.tree import Node, Role, plain
from game.ui.widgets import styles
from game.ui.widgets.boxes import column, hair, row, spacer
from game.ui.widgets.buttons import link
from game.ui.widgets.looks import Face, Panel, Ticks
from game.ui.widgets.words import label, part, picture


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a face. `portrait` is a face by number or name, `leaning` how they always bend what they tell."""

    name: str
    post: str = ""
    leaning: str = ""
    portrait: str | int = ""
    id: str = ""
    state: StateKey | None = None


def portrait(person: Person, size: int = 56) -> Node:
    box = Box(width=size, height=size, self_align=Align.START, em=True)
    return Node(Role.PART, box=box, paint=Face(person.portrait, person.id or person.name, person.state))


def person_row(person: Person, *, size: int = 52) -> Node:
    """Face, name, post and leaning."""
    words = column(
        part(person.name, styles.ROW),
        part(person.post, styles.CAPTION) if person.post else None,
        part(person.leaning, styles.ink(styles.CAPTION, "warn")) if person.leaning else None,
        share=1,
    )
    return row(portrait(person, size), words, gap=14, align=Align.CENTRE, role=Role.TEXT, name=person.name,
               description=". ".join(w for w in (person.post, person.leaning) if w))


def adviser(
    person: Person, says: str, *, right: int = 0, of: int = 0, see: object = None, id: str = "", **more: int
) -> Node:
    """What an adviser says, with the chance word **strong** in it, and how often they have been right before."""
    foot = None
    if of:
        account = row(
            part("Has been right", styles.CAPTION, wrap=False),
            part(f"**{right} of {of}**", styles.CAPTION, wrap=False),
            Node(Role.PART, box=Box(width=16 * of, height=16, self_align=Align.CENTRE, em=True),
                 paint=Ticks(right, of - right)),
            gap=8, align=Align.CENTRE, role=Role.STATUS, name=f"Has been right {right} of {of}",
        )
        foot = Node(Role.GROUP, box=Box(Kind.WRAP, gap=10, align=Align.CENTRE), children=[
            account, *([link("see each", see, id=f"{id or person.name}-account")] if see is not None else []),
        ])
    said = Node(Role.TEXT, plain(says), children=[part(says, styles.SAID)])
    return column(person_row(person), said, spacer(grow=1), hair(room=3) if foot else None, foot, gap=6,
                  pad=Pad(12, 14, 8, 14), role=Role.GROUP, paint=Panel(), id=id, **more)


def report(person: Person, says: str, *, echo: str = "", **more: int) -> Node:
    """One line of the season: who reports it, how they lean, and the date of the act it echoes."""
    top = row(
        Node(Role.PART, box=Box(Kind.WRAP, gap=10, line_gap=0, share=1), children=[
            part(person.name + (f", {person.post}" if person.post else ""),
                 styles.ink(styles.CONTROL, "soft")),
            *([part(person.leaning, styles.ink(styles.CAPTION, "warn"))] if person.leaning else []),
        ]),
        row(picture("history", "info", 16), part(echo, styles.ink(styles.CAPTION, "info")), gap=6) if echo else None,
        gap=12,
    )
    words = column(top, part(says, styles.SAID), gap=2, share=1)
    about = ". ".join(w for w in (person.name, person.post, person.leaning, echo and f"Echoes {echo}") if w)
    return row(portrait(person, 46), words, gap=14, pad=pad(8, 12), align=Align.CENTRE, role=Role.TEXT,
               name=plain(says), description=about, paint=Panel(lift=1), **more)


def cue(says: str, reporter: str, *, icon: str = "file-text") -> Node:
    """A thing that was seen, and who saw it."""
    return row(picture(icon, "brass", 18), part(says, styles.SAID, share=1),
               part(reporter, styles.CAPTION, wrap=False), gap=12, align=Align.START, pad=pad(5, 2),
               role=Role.TEXT, name=plain(says), description=reporter)


def fact(icon: str, name: str, words: str) -> Node:
    """A labelled fact with a sign: "Will hear it  Holm and his office"."""
    return row(picture(icon, "warn", 18), label(f"{name}  **{words}**", styles.CAPTION, share=1), gap=8)
