"""What could not be seen: aims, what each cue was drawn from, the stakes of each crisis, and what leaked."""

from __future__ import annotations

from game.insight.debrief import CrisisTold, CueTold, Spell
from game.ui.geometry import Align, pad
from game.ui.screen import Context, Fold
from game.ui.screens.debrief.view import View, line, whose
from game.ui.tree import Node, Role, plain
from game.ui.widgets import cards, styles
from game.ui.widgets.boxes import column, row
from game.ui.widgets.looks import Panel
from game.ui.widgets.plots import signed
from game.ui.widgets.words import caps, heading, label, part, picture


def page(ctx: Context, view: View) -> Node:
    debrief, observer = view.debrief, view.observer
    aims = [
        _spells("What it was after", observer.aims, debrief.legend.get("aim", "")),
        _spells("What its own word was worth", observer.word, ""),
    ]
    crises = [_crisis(one) for one in debrief.crises if one.with_ == observer.place]
    cues = [_cue(one) for one in debrief.cues if one.of == observer.place]
    leaks = [line(one.when.date, one.text) for one in debrief.leaks]
    climbs = [line(when.date, words) for when, words in observer.climbs]
    top = [
        card
        for card in (
            *aims,
            cards.card(caps("Crises", icon="triangle-alert"), *crises, gap=8) if crises else None,
            cards.card(caps("Who moved on the ladder", icon="trending-up"), *climbs, gap=6) if climbs else None,
            cards.card(caps("What leaked", icon="lock-open"), *leaks, gap=6) if leaks else None,
        )
        if card is not None
    ]
    right = column(
        heading(f"What {observer.short} let you see", styles.SECTION),
        label(
            "Each cue is what was true, bent by who reported it and by chance. The five phrases run from 1, worst, to 5.",
            styles.CAPTION,
        ),
        *(cues or [label("No cue told of them.", styles.BODY)]),
        gap=8,
    )
    body = (
        column(column(*top, gap=12), right, gap=16)
        if ctx.fold <= Fold.NARROW
        else row(column(*top, gap=12, share=4), column(right, share=6), gap=20)
    )
    return column(whose(view), body, gap=12)


def _spells(title: str, spells: tuple[Spell, ...], about: str) -> Node | None:
    if not spells:
        return None
    rows = [line(one.since.date, one.value[:1].upper() + one.value[1:], note=one.why) for one in spells]
    return cards.card(caps(title, icon="eye"), label(about, styles.CAPTION) if about else None, *rows, gap=6)


def _crisis(one: CrisisTold) -> Node:
    closed = one.closed.date if one.closed is not None else "still open"
    words = f"Worst rung {one.worst}; ours weighed {signed(one.our_stake)}, theirs {signed(one.their_stake)}"
    return line(
        f"{one.opened.date} to {closed}",
        f"**{one.name}**: {one.outcome}" if one.outcome else f"**{one.name}**",
        note=words,
    )


def _cue(one: CueTold) -> Node:
    off = one.level - one.fitting
    icon, tone, verdict = (
        ("check", "good", "as it was")
        if not off
        else ("arrow-up", "warn", f"{abs(off)} too high")
        if off > 0
        else ("arrow-down", "info", f"{abs(off)} too low")
    )
    side = row(picture(icon, tone, 16), part(verdict, styles.ink(styles.CAPTION, tone), wrap=False), gap=6)
    truth = f"It tells {one.tells}: in truth {one.truth}."
    shown = f"Shown as {one.level + 1} of 5; the truth was {one.fitting + 1}."
    drawn = f"{shown} The reporter leans {signed(one.lean)}, chance spreads {one.noise:.1f}."
    return column(
        row(part(f"{one.when.date} · {one.reporter}", styles.CAPTION, share=1), side, gap=10, align=Align.CENTRE),
        part(one.phrase, styles.SAID),
        part(truth, styles.ink(styles.BODY, "soft")),
        part(drawn, styles.CAPTION),
        gap=2,
        pad=pad(8, 14),
        role=Role.TEXT,
        name=plain(one.phrase),
        description=plain(f"{one.when.date}, {one.reporter}. {truth} {drawn} {verdict}"),
        paint=Panel(lift=1, radius=11),
    )
