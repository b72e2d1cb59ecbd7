"""The account: the verdict, the score in five parts with what moved each, estimates and rankings against the truth."""

from __future__ import annotations

from game.insight.debrief import Debrief, Foretold, Part, Ranking
from game.ui.geometry import Align, pad
from game.ui.screen import Context, Fold
from game.ui.screens.debrief.view import View, line, moved, percent
from game.ui.tree import Node, Role, plain
from game.ui.widgets import cards, charts, styles
from game.ui.widgets.boxes import column, grid, row
from game.ui.widgets.looks import Sheet
from game.ui.widgets.plots import signed
from game.ui.widgets.words import caps, heading, label, part, picture


def page(ctx: Context, view: View) -> Node:
    debrief = view.debrief
    verdict = _verdict(debrief)
    score = _score(debrief)
    if ctx.fold >= Fold.NARROW:
        top = row(column(verdict, share=1), column(score, share=1), gap=20)
    else:
        top = column(verdict, score, gap=14)
    parts = [_moves(one) for one in debrief.score.parts if one.lines]
    return column(
        top,
        heading("What moved each part", styles.SECTION),
        grid(2 if ctx.fold >= Fold.MEDIUM else 1, *parts, gap=12, line_gap=12),
        _judged(ctx, debrief),
        _legend(debrief),
        gap=16,
    )


def _verdict(debrief: Debrief) -> Node:
    verdict = debrief.verdict
    title, text = (
        (verdict.title, verdict.text)
        if verdict is not None
        else ("Not over yet", "The campaign has not been played to its end.")
    )
    return column(
        part("The verdict".upper(), styles.DOCUMENT_CAPS),
        part(title, styles.ink(styles.BOOK_HEAD, "pen")),
        part(text, styles.DOCUMENT),
        part(
            f"{debrief.title}, seed {debrief.seed}; {debrief.length}, {debrief.difficulty}; "
            f"{_rewound(debrief.rewinds)}{_by(debrief)}",
            styles.PRESS_TEXT,
        ),
        gap=10,
        pad=pad(26, 34),
        role=Role.TEXT,
        name=f"The verdict: {title}",
        description=plain(text),
        paint=Sheet(seed=71, under=True),
    )


def _by(debrief: Debrief) -> str:
    """The theory, where it is not the default, or not the play's own."""
    return f"; beliefs by {debrief.theory.name}" if debrief.judged is not None or debrief.theory.changes else ""


def _rewound(times: int) -> str:
    return "never rewound" if not times else "rewound once" if times == 1 else f"rewound {times} times"


def _score(debrief: Debrief) -> Node:
    rows = [_part(one) for one in debrief.score.parts]
    whole = row(
        part("Campaign", styles.SECTION, share=1),
        part(f"{debrief.score.campaign:.0f} of 100", styles.ink(styles.SECTION, "brass"), wrap=False),
        gap=10,
        role=Role.TEXT,
        name="Campaign",
        description=f"{debrief.score.campaign:.0f} of 100",
    )
    return cards.card(caps("The account, in five parts", icon="list-checks"), *rows, whole, gap=10)


def _part(one: Part) -> Node:
    terms = ", ".join(f"{value:.0f}" for value in one.terms)
    about = f"counts {percent(one.weight)}" + (f"; by term {terms}" if len(one.terms) > 1 else "")
    words = row(
        part(one.name, styles.ROW, share=1), part(f"{one.value:.0f}", styles.ink(styles.ROW, "ink"), wrap=False), gap=10
    )
    return column(
        words,
        charts.meter(one.value / 100, "bad" if one.value < 35 else "brass", mark=0.35),
        part(about, styles.CAPTION),
        gap=0,
        role=Role.TEXT,
        name=one.name,
        description=f"{one.value:.0f} of 100; {about}{'; below 35' if one.value < 35 else ''}",
    )


def _moves(one: Part) -> Node:
    rows = [
        line(entry.when.date, entry.text, part(signed(entry.size), styles.FACT, wrap=False), about=signed(entry.size))
        for entry in one.lines
    ]
    return cards.card(heading(one.name, styles.CARD), *rows, gap=4, padding=14)


def _judged(ctx: Context, debrief: Debrief) -> Node:
    blocks: list[Node] = [_estimates(debrief), _rankings(debrief)]
    if debrief.took_back is not None:
        back = debrief.took_back
        causes = [line(who, what, moved(size), about=signed(size)) for who, what, size in back.moved] or [
            label("It moved no belief.", styles.CAPTION)
        ]
        blocks.append(
            cards.card(
                caps("The one you would take back", icon="undo-2"),
                heading(back.did, styles.CARD),
                label(f"{back.when.date}: {back.title}", styles.CAPTION),
                *causes,
                gap=4,
            )
        )
    return grid(
        len(blocks) if ctx.fold is Fold.WIDE else 2 if ctx.fold is Fold.MEDIUM else 1, *blocks, gap=12, line_gap=12
    )


def _estimates(debrief: Debrief) -> Node:
    mean = (
        f"Brier score {debrief.brier:.2f}: 0 is perfect, 0.25 is always saying even."
        if debrief.brier is not None
        else "None was given, or none is decided."
    )
    return cards.card(
        caps("Your estimates", icon="scale"),
        label(mean, styles.BODY),
        *(_estimate(one) for one in debrief.estimates),
        gap=6,
    )


def _estimate(one: Foretold) -> Node:
    end = "never decided" if one.happened is None else "it happened" if one.happened else "it did not happen"
    brier = f"; {one.brier:.2f}" if one.brier is not None else ""
    return line(one.when.date, one.ask, note=f"{one.chance} ({percent(one.p)}); {end}{brier}")


def _rankings(debrief: Debrief) -> Node:
    rows = [_ranking(one) for one in debrief.rankings] or [label("You did not rank them.", styles.BODY)]
    return cards.card(caps("Who would take your word", icon="users"), *rows, gap=8)


def _ranking(one: Ranking) -> Node:
    truth = ", ".join(f"{name} {percent(value)}" for name, value in zip(one.truth, one.values, strict=True))
    match = row(
        picture("scale", "brass", 16),
        part(f"Spearman {signed(one.spearman)}: 1 is the same order, −1 the reverse.", styles.CAPTION, share=1),
        gap=8,
        role=Role.TEXT,
        name=f"Spearman {signed(one.spearman)}",
    )
    return column(
        line(one.when.date, f"You said: {', '.join(one.ranked)}"), line("", f"Their files say: {truth}"), match, gap=2
    )


def _legend(debrief: Debrief) -> Node:
    rows = [
        row(
            part(word[:1].upper() + word[1:], styles.ink(styles.CAPTION, "brass"), min_w=84, em=True),
            part(text, styles.CAPTION, share=1),
            gap=12,
            align=Align.START,
            role=Role.TEXT,
            name=word,
            description=text,
        )
        for word, text in debrief.legend.items()
    ]
    return cards.card(caps("What the words mean", icon="book-open"), *rows, gap=4)
