"""At home: approval and the ladder over time, what moved each group, and the votes taken apart."""

from __future__ import annotations

from game.insight.debrief import Group, VoteTold
from game.ui.screen import Context, Fold
from game.ui.screens.debrief.view import View, facts, line, moved, percent, whose
from game.ui.tree import Node
from game.ui.widgets import cards, charts, styles
from game.ui.widgets.boxes import column, grid, row
from game.ui.widgets.ladder import RUNGS
from game.ui.widgets.plots import LinePlot, Series, signed
from game.ui.widgets.words import caps, heading, label


def page(ctx: Context, view: View) -> Node:
    debrief = view.debrief
    overall = Series("All together", debrief.approval, 0, bold=True)
    groups = tuple(Series(_short(group), group.approval, 1 + look) for look, group in enumerate(debrief.groups))
    breaks = tuple((vote.when.turn, "vote") for vote in debrief.votes)
    low, high, ticks = _scale((overall, *groups))
    approval = cards.card(
        heading("Approval, polled", styles.SECTION),
        charts.lines(
            "approval",
            "Approval over time",
            LinePlot((overall, *groups), low, high, ticks, view.dates, breaks),
            min_h=250,
        ),
    )
    observer = view.observer
    ladder = None
    if observer.rungs:
        ours, theirs = (
            Series(debrief.home, tuple(float(a) for a, _ in observer.rungs), 1, stepped=True),
            Series(observer.short, tuple(float(b) for _, b in observer.rungs), 3, stepped=True),
        )
        rung_names = tuple((float(n), name) for n, (name, _) in enumerate(RUNGS))
        ladder = charts.lines(
            "rungs",
            f"The ladder with {observer.short}",
            LinePlot((ours, theirs), 0, 6, rung_names, view.dates),
            min_h=220,
        )
    rungs = cards.card(
        heading("On the ladder", styles.SECTION),
        whose(view),
        ladder or label("Third parties stand on no ladder.", styles.CAPTION),
        gap=8,
    )
    votes = (
        cards.card(caps("The votes", icon="vote"), *(_vote(vote) for vote in debrief.votes), gap=10)
        if debrief.votes
        else None
    )
    moves = grid(2 if ctx.fold >= Fold.MEDIUM else 1, *(_group(group) for group in debrief.groups), gap=12, line_gap=12)
    top = (
        row(column(approval, share=1), column(rungs, share=1), gap=16)
        if ctx.fold is Fold.WIDE
        else column(approval, rungs, gap=12)
    )
    return column(top, votes, heading("What moved each group", styles.SECTION), moves, gap=14)


def _scale(series: tuple[Series, ...]) -> tuple[float, float, tuple[tuple[float, str], ...]]:
    """Whole tens about all values, and half, where a vote turns."""
    values = [50.0, *(value for one in series for value in one.values)]
    low, high = int(min(values) - 3) // 10 * 10, -(-int(max(values) + 4) // 10) * 10
    return low, high, tuple((float(tens), f"{tens} %") for tens in range(low, high + 1, 10))


def _short(group: Group) -> str:
    words = group.name.removeprefix("The ")
    return words[:1].upper() + words[1:]


def _vote(vote: VoteTold) -> Node:
    end = "the Government fell" if vote.fell else "returned" if vote.returned else "voted out"
    told = facts(
        [
            ("The economy", percent(vote.economy)),
            ("Handling", percent(vote.handling)),
            ("Together", percent(vote.support, 1)),
            ("Chance of being returned", percent(vote.chance)),
        ]
    )
    return column(line(vote.when.date, end[:1].upper() + end[1:]), told, gap=2)


def _group(group: Group) -> Node:
    largest = sorted(sorted(group.lines, key=lambda one: -abs(one.size))[:6], key=lambda one: one.when.turn)
    began, ended = group.opening, group.approval[-1] if group.approval else group.opening
    return cards.card(
        heading(group.name, styles.CARD),
        label(f"From {began:.0f} to {ended:.0f} per cent. The largest moves, in log-odds.", styles.CAPTION),
        *(line(one.when.date, one.text, moved(one.size), about=signed(one.size)) for one in largest),
        gap=4,
        padding=14,
    )
