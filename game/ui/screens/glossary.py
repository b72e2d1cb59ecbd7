"""The glossary: every word of the trade in a sentence, found by typing a part of it."""

from __future__ import annotations

from game.play.pages import Term
from game.ui.geometry import Align, pad
from game.ui.screen import Answer, Context, Do, Fold
from game.ui.screens.parts.shelf import LookUp
from game.ui.screens.shell import Seat
from game.ui.tree import Node, Role, plain
from game.ui.widgets import fields, styles
from game.ui.widgets.boxes import column, grid, row, scroll
from game.ui.widgets.buttons import button, primary
from game.ui.widgets.looks import Panel
from game.ui.widgets.words import label, part


class GlossaryScreen(LookUp):
    """`sought` is what was typed."""

    name, own = "Glossary", "glossary"

    def __init__(self, seat: Seat, sought: str = "") -> None:
        super().__init__(seat)
        self.sought = sought

    def build(self, ctx: Context) -> Node:
        terms = self.seat.session.glossary().terms
        found = _found(terms, self.sought)
        search = fields.text_line(
            ctx, "sought", "Search", self.sought, lambda words: Do("type", value=words), limit=40, key="Ctrl+F"
        )
        clear = button("Clear", Do("type", value=""), id="clear", enabled=bool(self.sought), why="Nothing is typed.")
        count = label(f"{len(found)} of {len(terms)} words", styles.CAPTION, self_align=Align.END)
        top = column(
            row(column(search, share=1), column(clear, self_align=Align.END), gap=12), count, gap=4, max_w=ctx.em(720)
        )
        shown = grid(
            3 if ctx.fold is Fold.WIDE else 2 if ctx.fold >= Fold.NARROW else 1,
            *(_term(term) for term in found),
            gap=12,
            line_gap=10,
        )
        nothing = label("No such word. A part of it will do.", styles.BODY) if not found else None
        inside = column(shown, nothing)
        listed = inside if ctx.fold is Fold.ONE else scroll("terms", inside, name="Words", grow=1, min_h=160)
        return self.frame(
            ctx,
            column(top, listed, gap=12, grow=1),
            title="Glossary",
            keys=(("Ctrl+F", "Search"), ("PgDn", "Further")),
            primary=primary("Close the glossary", Do("back")),
        )

    def on(self, action: object) -> Answer:
        match action:
            case Do("type", _, str(words)):
                self.sought = words
                return None
        return super().on(action)


def _found(terms: tuple[Term, ...], sought: str) -> list[Term]:
    """Words that begin with it, then words that hold it, then sentences that do."""
    what = sought.strip().casefold()
    if not what:
        return list(terms)
    ranked = [
        (0 if t.word.casefold().startswith(what) else 1 if what in t.word.casefold() else 2, t)
        for t in terms
        if what in t.word.casefold() or what in t.text.casefold()
    ]
    return [term for _, term in sorted(ranked, key=lambda pair: pair[0])]


def _term(term: Term) -> Node:
    word = term.word[:1].upper() + term.word[1:]
    return column(
        part(word, styles.ROW),
        part(term.text, styles.CARD_BODY),
        gap=1,
        pad=pad(8, 14),
        role=Role.TEXT,
        name=plain(word),
        description=plain(term.text),
        paint=Panel(lift=1, radius=11),
    )
