"""The ledger: each thing that moved one belief, dated and explained, and what each decision moved."""

from __future__ import annotations

from game.insight.debrief import Belief, Decision, Told
from game.insight.succession import reckoned
from game.ui.screen import Context, Do, Fold
from game.ui.screens.debrief.files import bars
from game.ui.screens.debrief.view import View, dimensions, line, moved, span, whose
from game.ui.tree import Node
from game.ui.widgets import cards, charts, styles
from game.ui.widgets.boxes import column, grid
from game.ui.widgets.choices import Option, tabs
from game.ui.widgets.plots import signed
from game.ui.widgets.words import heading, label, part

KINDS = (Option("ledger", "Thing by thing"), Option("decisions", "Decision by decision"))


def page(ctx: Context, view: View) -> Node:
    shown = view.opened or "ledger"
    heads = grid(
        2 if ctx.fold >= Fold.NARROW else 1,
        whose(view),
        tabs("kinds", "How it is told", KINDS, shown, lambda id: Do("opened", id)),
        gap=16,
        line_gap=8,
    )
    return column(heads, _decisions(ctx, view) if shown == "decisions" else _ledger(ctx, view), gap=12)


def _ledger(ctx: Context, view: View) -> Node:
    belief, observer = view.belief, view.observer
    file = view.debrief.files[view.of] if view.of < len(view.debrief.files) else None
    chart = charts.waterfall(
        "fall", f"Why {observer.short}’s belief moved: {belief.name}", bars(belief, file), min_h=250
    )
    rows = [_told(told) for told in belief.told]
    start = line(
        view.debrief.turns[0].date,
        "The record the first minister inherited",
        moved(belief.opening),
        about=signed(belief.opening),
    )
    end = line(view.debrief.turns[-1].date, "Where it ended", moved(belief.closing), about=signed(belief.closing))
    return column(
        dimensions(view),
        cards.card(heading(f"{observer.short}: {belief.name.lower()}", styles.SECTION), chart),
        cards.card(
            heading("Line by line", styles.SECTION),
            label(view.debrief.legend.get("log-odds", ""), styles.CAPTION),
            start,
            *rows,
            end,
            gap=6,
        ),
        _handed_on(belief),
        gap=12,
    )


def _handed_on(belief: Belief) -> Node | None:
    """What a bar called "new administration" is made of."""
    if not belief.successions:
        return None
    rows = [line(one.when.date, learned, note=begun) for one in belief.successions for learned, begun in [reckoned(one)]]
    return cards.card(heading("How it passed to the next Government", styles.SECTION), *rows, gap=6)


def _told(told: Told) -> Node:
    return line(
        span(told.when, told.until),
        told.text,
        moved(told.size),
        note=told.kind.replace("-", " "),
        about=signed(told.size),
    )


def _decisions(ctx: Context, view: View) -> Node:
    rows = [_decision(one) for one in view.debrief.decisions]
    return column(
        label("The largest moves each decision caused, and the reasons you gave.", styles.CAPTION),
        grid(2 if ctx.fold >= Fold.MEDIUM else 1, *rows, gap=12, line_gap=12),
        gap=10,
    )


def _decision(one: Decision) -> Node:
    causes = [line(who, what, moved(size), about=signed(size)) for who, what, size in one.moved]
    return cards.card(
        part(f"{one.when.date}: {one.title}", styles.CAPTION),
        heading(one.did or "Nothing", styles.CARD),
        *(label(words, styles.CAPTION) for words in one.said),
        label(f"Your reason: “{one.why}”", styles.SENTENCE) if one.why else None,
        label(f"Marked: {one.marked}", styles.SENTENCE) if one.marked else None,
        *(causes or [label("It moved no belief.", styles.CAPTION)]),
        gap=4,
        padding=14,
    )
