"""By which theory home is judged: the choice of one, what it holds and changes, and where it parts from the play's own."""

from __future__ import annotations

from itertools import groupby

from game.insight.judgement import Beside, Judgement, TheoryTold
from game.rules.theories import THEORIES
from game.ui.screen import Context, Do, Fold
from game.ui.screens.debrief.view import View, facts, line, percent
from game.ui.tree import Node, Role
from game.ui.widgets import cards, styles
from game.ui.widgets.boxes import column, grid, row
from game.ui.widgets.choices import Option, chips
from game.ui.widgets.words import caps, heading, label, part


def page(ctx: Context, view: View) -> Node:
    debrief = view.debrief
    here, judged = debrief.theory, debrief.judged
    choice = chips(
        "theory",
        "Judged by",
        [Option(one.id, one.name) for one in THEORIES.values()],
        here.id,
        lambda id: Do("theory", id),
        columns=1 if ctx.fold is Fold.ONE else 2 if ctx.fold < Fold.MEDIUM else 4,
    )
    says = judged.says if judged is not None else f"Judged by the theory that the play was made under: {here.name}."
    return column(
        heading("By which theory are you judged?", styles.SECTION),
        choice,
        label(says, styles.BODY),
        grid(2 if ctx.fold >= Fold.MEDIUM else 1, _holds(here), _changes(here), gap=12, line_gap=12),
        _beside(ctx, judged) if judged is not None else None,
        gap=14,
    )


def _holds(here: TheoryTold) -> Node:
    return cards.card(
        caps("What it holds", icon="book-open"),
        label(here.gist, styles.BODY),
        label(here.claim, styles.CAPTION),
        *(label(source, styles.CAPTION) for source in here.sources),
        gap=6,
    )


def _changes(here: TheoryTold) -> Node:
    rows = [
        line(c.parameter, c.reason, part(c.value, styles.FACT), note=f"in the place of {c.default}", about=c.value)
        for c in here.changes
    ] or [label("Nothing: every other theory is told by what it changes here.", styles.BODY)]
    return cards.card(caps("What it changes in the model", icon="list-checks"), *rows, gap=6)


def _beside(ctx: Context, judged: Judgement) -> Node:
    own, here = judged.standing
    observers = [_observer(who, list(run)) for who, run in groupby(judged.beliefs, key=lambda one: one.who)]
    at_home = cards.card(
        heading("At home", styles.CARD), *(_pair(one.who, one) for one in judged.groups), gap=4, padding=14
    )
    return column(
        heading("Where the two end", styles.SECTION),
        label(_apart(judged), styles.BODY),
        facts([("Standing by this theory", f"{here:.0f}"), ("by the play’s own", f"{own:.0f}")]),
        grid(2 if ctx.fold >= Fold.MEDIUM else 1, *observers, at_home, gap=12, line_gap=12),
        gap=10,
    )


def _apart(judged: Judgement) -> str:
    if judged.apart is None:
        return "The two say the same of this play at every turn."
    b = judged.apart.beside
    return (
        f"They lie farthest apart in {judged.apart.date}: {b.who}, “{b.what.lower()}”, {percent(b.here)} by this theory, "
        f"{percent(b.own)} by the play’s own."
    )


def _observer(who: str, pairs: list[Beside]) -> Node:
    return cards.card(heading(who, styles.CARD), *(_pair(one.what, one) for one in pairs), gap=4, padding=14)


def _pair(name: str, one: Beside) -> Node:
    """A thing named, with this theory's figure and the play's own."""
    words = f"{percent(one.here)} by this theory, {percent(one.own)} by the play’s own"
    return row(
        part(name, styles.BODY, share=1),
        part(percent(one.here), styles.FACT, wrap=False),
        part(f"own {percent(one.own)}", styles.CAPTION, width=76, em=True),
        gap=12,
        role=Role.TEXT,
        name=name,
        description=words,
    )
