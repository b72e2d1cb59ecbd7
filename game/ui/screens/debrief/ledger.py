"""The pledge book's life: every undertaking from its making to its end, ours and theirs."""

from __future__ import annotations

from game.insight.debrief import PledgeLife
from game.play.pages import HOME
from game.ui.geometry import Align, Box, pad
from game.ui.screen import Context, Do, Fold
from game.ui.screens.debrief.view import View, line
from game.ui.tree import Node, Role, plain
from game.ui.widgets import charts, styles
from game.ui.widgets.boxes import column, hair, row
from game.ui.widgets.choices import Option, tabs
from game.ui.widgets.looks import Control, Seal
from game.ui.widgets.words import label, part, picture

STATES = {
    "kept": ("circle-check", "good"),
    "broken": ("circle-x", "bad"),
    "open": ("circle-dot", "info"),
    "offered": ("circle-help", "warn"),
    "withdrawn": ("log-out", "warn"),
    "lapsed": ("hourglass", "mute"),
    "declined": ("x", "mute"),
    "refused": ("x", "mute"),
}
SIDES = (Option("ours", "Ours to them"), Option("theirs", "Theirs to us"))


def page(ctx: Context, view: View) -> Node:
    side, _, opened = view.opened.partition("|")
    side = side or "ours"
    lives = [(i, life) for i, life in enumerate(view.debrief.pledges) if (life.giver == HOME) == (side == "ours")]
    heads = (
        column(
            tabs("sides", "Whose pledges", SIDES, side, lambda id: Do("opened", f"{id}|")),
            width=ctx.em(420),
            self_align=Align.START,
        )
        if ctx.fold > Fold.ONE
        else tabs("sides", "Whose pledges", SIDES, side, lambda id: Do("opened", f"{id}|"))
    )
    rows = [_life(ctx, view, life, str(i), side, opened == str(i)) for i, life in lives]
    nothing = label("None was made.", styles.BODY) if not rows else None
    return column(
        heads,
        label(_count([life for _, life in lives]), styles.CAPTION),
        Node(Role.LIST, "Pledges", id="lives", box=Box(gap=6), children=rows),
        nothing,
        gap=10,
    )


def _count(lives: list[PledgeLife]) -> str:
    counts = [(sum(life.state == state for life in lives), state) for state in STATES]
    return ", ".join(f"{count} {state}" for count, state in counts if count)


def _life(ctx: Context, view: View, life: PledgeLife, number: str, side: str, is_open: bool) -> Node:
    other = life.to if life.giver == HOME else life.giver
    seal = Node(
        Role.PART, box=Box(width=30, height=30, self_align=Align.CENTRE, em=True), paint=Seal(view.colour(other))
    )  # type: ignore[arg-type]
    icon, tone = STATES.get(life.state, ("circle", "mute"))
    state = row(
        picture(icon, tone, 17),
        part(life.state, styles.ink(styles.SMALL_CONTROL, tone), wrap=False),
        gap=6,
        align=Align.CENTRE,
        min_w=ctx.em(96),
    )
    until = life.ended.date if life.ended is not None else "to the end"
    about = (
        f"{view.debrief.observers[other].short}; {life.form}; {life.made.date} to {until}"
        if life.ended
        else f"{view.debrief.observers[other].short}; {life.form}; {life.made.date}, to the end"
    )
    words = column(part(life.title, styles.ROW), part(about, styles.CAPTION), share=5)
    whole = len(view.debrief.turns)
    end = life.ended.turn if life.ended is not None else whole - 1
    calendar = charts.life((life.made.turn, end), [event.when.turn for event in life.events], whole, tone, share=4)
    top = row(seal, words, calendar if ctx.fold >= Fold.NARROW else None, state, gap=14, align=Align.CENTRE)
    kids = [top]
    if is_open:
        marks = [
            f"size {life.size:.1f} when made",
            f"{life.tempt:.1f} at the end",
            "minuted" if life.minuted else "not minuted",
        ]
        marks += ["inherited"] if life.inherited else []
        marks += ["the successor never heard of it"] if life.forgotten else []
        kids += [
            hair(room=5),
            label("; ".join(marks), styles.CAPTION),
            *(line(event.when.date, event.text) for event in life.events),
        ]
    spoken = ". ".join(f"{event.when.date}: {event.text}" for event in life.events)
    return Node(
        Role.LIST_ITEM,
        plain(life.title),
        value=life.state,
        description=plain(f"{about}. {spoken}"),
        id=f"life-{number}",
        focusable=True,
        selected=is_open,
        action=Do("opened", f"{side}|{'' if is_open else number}"),
        paint=Control("row", is_open, 11),
        box=Box(gap=6, pad=pad(7, 14)),
        children=kids,
    )
