"""A season without a cable: a letter, the season in a few lines, what the book wants, and the programme.

Nothing is skipped with Enter that was not read: the one button says what it does.
"""

from __future__ import annotations

from game.ui.screen import Answer, Context, Do, Fold
from game.ui.screens import programme
from game.ui.screens.morning import greeting
from game.ui.screens.parts import cables, views
from game.ui.screens.parts.charts import map_node
from game.ui.screens.reply import ReplyScreen, warned
from game.ui.screens.shell import Seat
from game.ui.tree import Node
from game.ui.widgets import styles
from game.ui.widgets.boxes import column, row, spacer, wrap
from game.ui.widgets.buttons import button, primary
from game.ui.widgets.cards import card
from game.ui.widgets.frame import split
from game.ui.widgets.words import caps, heading, label


class QuietScreen(ReplyScreen):
    """Morning and reply on one page; Reply asks nothing of its own."""

    name = "A quiet season"

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.morning = seat.session.morning()
        self.greeting = bool(self.morning.opening) and seat.first_time("opening")

    def build(self, ctx: Context) -> Node:
        check = self.check
        left, right = self._left(ctx), self._right(ctx)
        body = split(ctx, left, right, shares=(3, 5) if ctx.fold > Fold.NARROW else (2, 3), gap=22, name="The season")
        if self.greeting:
            ctx.float(greeting(ctx, self.morning))
        self.sheets(ctx)
        plans, due = bool(self.draft.programme), bool(self.page.entries)
        words = (
            "Set the programme"
            if plans or self.page.programme_open
            else "Answer the book"
            if due
            else "Let the season pass"
        )
        return self.frame(
            ctx,
            body,
            beat=0,
            skipped=frozenset({1}),
            status=self.page.status,
            note=self.spends(check),
            primary=primary(words, Do("send"), enabled=not check.error, why=check.error),
        )

    def _left(self, ctx: Context) -> Node:
        """The letter of the season; a map of all of it where nobody wrote."""
        head = heading(self.morning.heading)
        if self.morning.letter is not None:
            paper = cables.letter("letter", self.morning.letter, grow=1)
            return column(head, paper, gap=12)
        chart = map_node(
            self.seat.chart,
            self.seat.texts,
            name="The map",
            action=Do("go", "map"),
            id="map-crop",
            grow=1,
            min_h=ctx.em(200),
        )
        paper = cables.clipping(self.morning.paper) if self.morning.paper is not None else None
        return column(head, chart, paper, gap=12)

    def _right(self, ctx: Context) -> Node:
        morning = self.morning
        lines = views.news(morning.news)
        wide = ctx.fold >= Fold.MEDIUM
        title = "The year in a few lines" if morning.told_as_one else "The season in a few lines"
        head = (
            row(
                heading(title, styles.SECTION),
                spacer(grow=1),
                label("who reports it, and how they lean", styles.CAPTION, wrap=False) if wide else None,
                gap=12,
            )
            if lines
            else None
        )
        paper = cables.clipping(morning.paper) if morning.paper is not None and morning.letter is not None else None
        return column(
            head,
            *lines,
            views.cues(ctx, morning.cues),
            views.owed(morning.owed),
            views.pressures(morning.pressures),
            self.drawer_book(ctx, tight=ctx.fold <= Fold.MEDIUM),
            self._programme(ctx),
            self._words(),
            self.refusal(self.check),
            self.drawer_estimate(ctx, wide),
            paper,
            gap=10,
        )

    def _programme(self, ctx: Context) -> Node:
        if not self.page.programme_open:
            return self.drawer_programme(ctx)
        line = programme.chosen_line(self.page, self.draft)
        told = label(f"**Chosen:** {line}", styles.FACT) if line else label(self.page.running, styles.CAPTION)
        return card(
            wrap(
                caps("The year’s programme", icon="layers"),
                label(f"up to {self.page.programme_most}; possible in any season", styles.CAPTION),
                gap=14,
            ),
            programme.panel(ctx, self.page, self.draft, self.family),
            told,
            gap=10,
        )

    def _words(self) -> Node | None:
        """A quiet season may carry a word, too."""
        capitals = self.page.composer.addressees
        if not capitals:
            return None
        said = [
            button(f"To {who.state.short}: {word.tone}", Do("compose", word.to), id=f"word-{word.to}", icon="pen-line")
            for word in self.draft.say
            for who in capitals
            if who.state.id == word.to
        ]
        rest = [who for who in capitals if not any(word.to == who.state.id for word in self.draft.say)]
        more = (
            button(
                "Send a word" if not said else "Tell another",
                Do("compose", rest[0].state.id),
                key="W",
                id="send-word",
                icon="pen-line",
            )
            if rest
            else None
        )
        return column(
            wrap(*said, more, gap=8),
            warned(words for words in self.check.warnings if "Silence will be heard" not in words),
            gap=8,
        )

    def on(self, action: object) -> Answer:
        match action:
            case Do("greeted"):
                self.greeting = False
            case Do("back") if self.greeting:
                self.greeting = False
            case _:
                return super().on(action)
        return None
