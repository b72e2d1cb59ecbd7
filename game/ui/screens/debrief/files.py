"""One ministry's file on home, unsealed: its minutes as paper, and beside it what it believed over time and why."""

from __future__ import annotations

from game.insight.debrief import Belief, File, Minute, Observer
from game.ui.geometry import Align
from game.ui.screen import Context, Fold
from game.ui.screens.debrief.view import View, dimensions, whose
from game.ui.tree import Node, Role
from game.ui.widgets import cards, charts, leaves, styles
from game.ui.widgets.boxes import column, hair, row
from game.ui.widgets.frame import split
from game.ui.widgets.plots import Bar, LinePlot, Series
from game.ui.widgets.words import heading, label, part


def page(ctx: Context, view: View) -> Node:
    file = view.debrief.files[min(view.of, len(view.debrief.files) - 1)]
    left = column(
        whose(view, states_only=True), leaves.folder(ctx, file.reference, _sheet(ctx, view, file), grow=1), gap=10
    )
    right = column(_believed(ctx, view, file), _why(ctx, view, file), gap=14)
    return split(ctx, left, right, shares=(4, 6) if ctx.fold >= Fold.MEDIUM else (5, 6), gap=22)


# -- the paper


def _sheet(ctx: Context, view: View, file: File) -> Node:
    stamp = leaves.stamp("Unsealed", "stamp", 5) if ctx.fold >= Fold.MEDIUM else None
    head = column(
        row(
            column(
                part(file.ministry.upper(), styles.DOCUMENT_CAPS),
                part(f"Subject: {file.subject}", styles.ink(styles.FILE, "pen")),
                share=1,
                gap=2,
            ),
            stamp,
            gap=10,
        ),
        hair("pen", room=3),
        gap=4,
        role=Role.HEADING,
        name=f"{file.ministry}: file on {file.subject}",
        description=f"{file.reference}, unsealed",
    )
    entries = [node for minute in file.minutes for node in _minute(view, file, minute)]
    register = [
        row(charts.badge(one.number), column(leaves.typed(f"{one.when.date}. {one.text}."), share=1), gap=10)
        for one in file.register
    ]
    entered = (
        [hair("pen", room=5), leaves.said("What they entered", styles.DOCUMENT_CAPS), *register] if register else []
    )
    closing = [
        hair("pen", room=5),
        leaves.said("The last note", styles.DOCUMENT_CAPS),
        *(leaves.typed(words) for words in file.closing),
        leaves.written(file.closing_margin, "kept") if file.closing_margin else None,
        leaves.said(file.closing_ink, styles.ink(styles.CAPTION, "kept"))
        if file.closing_margin and file.closing_ink
        else None,
    ]
    nothing = None if file.minutes else leaves.typed("Nobody wrote a minute. The clerk kept the register.")
    return leaves.sheet(
        ctx,
        "file",
        f"The file of {file.ministry}",
        nothing,
        *entries,
        *entered,
        *closing,
        seed=51 + file.of,
        head=head,
        least=220,
        grow=1,
    )


def _minute(view: View, file: File, minute: Minute) -> list[Node | None]:
    number = next((one.number for one in file.register if one.when.turn == minute.when.turn), 0)
    title = column(
        part(f"**{minute.day.upper()}**", styles.ink(styles.FILE, "pen")),
        part(minute.subject, styles.DOCUMENT_BESIDE),
        share=1,
    )
    head = row(
        charts.badge(number) if number else None,
        title,
        gap=10,
        role=Role.HEADING,
        name=f"{minute.day}: {minute.subject}",
    )
    told = f"{view.debrief.home}: {minute.answer}"
    return [
        head,
        leaves.said(told, styles.ink(styles.QUOTE, "stamp-blue")),
        *(leaves.typed(words) for words in minute.paragraphs),
        leaves.said(f"{minute.by}, {minute.post}", styles.ink(styles.QUOTE, "pen-soft"), self_align=Align.END),
        leaves.written(minute.margin, "kept") if minute.margin else None,
        leaves.said(f"In the margin, by hand: {minute.hand}", styles.ink(styles.CAPTION, "kept"))
        if minute.margin
        else None,
        hair("rule", room=9),
    ]


# -- the charts


def _believed(ctx: Context, view: View, file: File) -> Node:
    observer, belief = view.observer, view.belief
    series = tuple(
        Series(
            one.name,
            one.p,
            look,
            one.dimension == view.dimension,
            stepped=one.dimension == view.dimension,
            badges=tuple(
                (entry.when.turn, entry.number) for entry in file.register if one.dimension in dict(entry.moved)
            )
            if one.dimension == view.dimension
            else (),
        )
        for look, one in enumerate(observer.beliefs)
    )
    plot = LinePlot(series, 0.0, 1.0, charts.PERCENT, view.dates, _breaks(belief))
    return cards.card(
        heading(f"What {observer.short} believed of {view.debrief.home}", styles.SECTION),
        dimensions(view),
        charts.lines("believed", f"What {observer.short} believed over time", plot, min_h=194),
        label(
            "As if every government were one that does so or one that does not; even is no opinion. Numbers are entries of the file.",
            styles.CAPTION,
        ),
        gap=8,
    )


def _breaks(belief: Belief) -> tuple[tuple[int, str], ...]:
    return tuple((passed.when.turn, "new Government") for passed in belief.successions)


def bars(belief: Belief, file: File | None) -> list[Bar]:
    """A belief's steps in log-odds, from the record it began with to where it ended."""
    steps = [
        Bar(told.label, told.size, number=_number(told.when.turn, told.text, belief.dimension, file))
        for told in belief.told
    ]
    return [
        Bar("The record inherited", belief.opening, total=True),
        *steps,
        Bar("Where it ended", belief.closing, total=True),
    ]


def _number(turn: int, text: str, dimension: str, file: File | None) -> int:
    if file is None:
        return 0
    return next(
        (
            one.number
            for one in file.register
            if one.when.turn == turn and one.text == text and dimension in dict(one.moved)
        ),
        0,
    )


def _why(ctx: Context, view: View, file: File) -> Node:
    belief = view.belief
    head = column(
        heading(f"Why it moved: {belief.name.lower()}", styles.SECTION),
        label("In log-odds; each step adds to the last, 0 is even.", styles.CAPTION),
        gap=0,
    )
    return cards.card(
        head,
        charts.waterfall("why", f"Why {_name(view.observer)} moved: {belief.name}", bars(belief, file), min_h=262),
        gap=8,
    )


def _name(observer: Observer) -> str:
    return f"{observer.short}’s belief"


__all__ = ["bars", "page"]
