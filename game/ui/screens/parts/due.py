"""A pledge that wants an answer, from the page to the widget of four equal buttons."""

from __future__ import annotations

from dataclasses import replace

from game.play.pages import Entry
from game.ui.geometry import Align
from game.ui.screen import Context
from game.ui.screens.parts.states import seal_key
from game.ui.tree import Node
from game.ui.widgets import book, styles
from game.ui.widgets.boxes import column, wrap
from game.ui.widgets.choices import Option, Pick, segments
from game.ui.widgets.words import label

ASK = "renegotiate"
OTHERWISE = (Option("keep", "keep it"), Option("break", "break it"))


def due_row(ctx: Context, entry: Entry, chosen: str, pick: Pick, *, tight: bool = False) -> Node:
    """One entry of the drawer; `pick` gets the draft's own word. Asking to renegotiate says what follows a refusal."""
    asking = chosen.startswith(ASK)
    answers = tuple(Option(a.id, a.name, a.gloss, enabled=a.available, why=a.why_not) for a in entry.actions)
    to = entry.to
    record = "; ".join(
        words
        for words in (entry.record, f"due {entry.due}" if entry.due and not entry.offered and not entry.must else "")
        if words
    )
    due = book.Due(
        entry.id.replace("/", "-"),
        entry.title,
        entry.price_line or str(entry.price),
        record,
        f"{'From' if entry.offered else 'To'} {to.short}",
        seal_key(to),
        to.seal,
        answers,
    )  # type: ignore[arg-type]
    row = book.pledge_row(
        ctx,
        due,
        ASK if asking else chosen or entry.default,
        lambda id: pick(f"{ASK}-or-keep" if id == ASK else id),
        tight=tight,
    )
    if not asking:
        return row
    otherwise = wrap(
        label("If they will not,", styles.SENTENCE, wrap=False),
        segments(
            f"else-{due.id}",
            f"If they refuse: {entry.title}",
            OTHERWISE,
            chosen.rpartition("-")[2],
            lambda id: pick(f"{ASK}-or-{id}"),
        ),
        gap=10,
        align=Align.CENTRE,
    )
    otherwise.box = replace(otherwise.box, justify=Align.END)
    return column(row, otherwise, gap=4)
