"""The last page before the seal is broken: how it ended, and what is asked before anything opens."""

from __future__ import annotations

from game.play.pages import Closing
from game.ui.screen import Answer, Context, Do, Fold, Push, Replace
from game.ui.screens.election import paper
from game.ui.screens.parts.shelf import middle
from game.ui.screens.shell import SeatScreen, open_screen
from game.ui.tree import Node
from game.ui.widgets import papers, styles
from game.ui.widgets.boxes import column
from game.ui.widgets.buttons import button, primary
from game.ui.widgets.frame import split
from game.ui.widgets.words import heading, label


class ClosingScreen(SeatScreen):
    """Leads to the ranking, to the decision to take back, and then to the files."""

    name = "The campaign is over"
    shelf, turn = False, True

    def build(self, ctx: Context) -> Node:
        page = self.seat.session.closing()
        words = column(
            heading(page.heading, styles.ink(styles.BOOK_HEAD, "ink")),
            *(label(text, styles.SAID) for text in page.text),
            paper(ctx, page.election) if page.election is not None else None,
            gap=16,
        )
        if page.last_cable:
            cable = papers.Cable(
                "The last cable", page.last_cable, letterhead="The last cable", numbered=False, seed=13
            )
            body = split(ctx, papers.document(ctx, "last", cable), words, shares=(5, 5), gap=24)
        else:
            body = middle(ctx, 820, words)
        name, act = self._next(page)
        leave = button("Back to the title", Do("leave"), id="to-title") if ctx.fold > Fold.ONE else None
        return self.frame(ctx, body, title=page.heading, second=leave, primary=primary(name, act))

    def _next(self, page: Closing) -> tuple[str, object]:
        if page.rank_asked:
            return "Rank the capitals", Do("open", "ranking")
        if page.take_back_asked:
            return "Choose one to take back", Do("open", "take_back")
        return "Open the files", Do("open", "debrief")

    def on(self, action: object) -> Answer:
        match action:
            case Do("open", name):
                return Replace(open_screen(name, self.seat))
            case Do("back") if not self.trouble:
                return Push(open_screen("menu", self.seat))
        return super().on(action)
