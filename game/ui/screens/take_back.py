"""Which one decision would you take back?  Asked before any file is opened; what it moved is told in the debrief."""

from __future__ import annotations

from game.play.draft import DraftError
from game.play.pages import TurnPassed
from game.ui.screen import Answer, Context, Do, Replace
from game.ui.screens.parts.shelf import middle
from game.ui.screens.shell import Seat, SeatScreen, open_screen
from game.ui.tree import Node, plain
from game.ui.widgets import styles
from game.ui.widgets.buttons import button, primary
from game.ui.widgets.lists import item_list, list_row
from game.ui.widgets.words import heading, label


class TakeBackScreen(SeatScreen):
    """`chosen` is a turn as the session counts, or None."""

    name = "Which one would you take back?"
    shelf = False

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.chosen: int | None = None

    def build(self, ctx: Context) -> Node:
        rows = [self._row(passed) for passed in self.seat.session.closing().decisions]
        body = middle(
            ctx,
            860,
            heading("Which one would you take back?"),
            label("One decision of all of them, before you know what it did.", styles.BODY),
            item_list("decisions", "Decisions", rows, gap=6),
        )
        return self.frame(
            ctx,
            body,
            title="Before the files are opened",
            keys=(("Up", "Earlier"), ("Down", "Later")),
            second=button("I stand by all of them", Do("none"), key="N", id="none"),
            primary=primary(
                "Take this one back", Do("take"), enabled=self.chosen is not None, why="Choose a decision first."
            ),
        )

    def on(self, action: object) -> Answer:
        match action:
            case Do("choose", turn):
                self.chosen = int(turn)
                return None
            case Do("take") if self.chosen is not None:
                try:
                    self.seat.session.take_back(self.chosen)
                except DraftError as why:
                    self.trouble = str(why)
                    return None
                return Replace(open_screen("debrief", self.seat))
            case Do("none"):
                return Replace(open_screen("debrief", self.seat))
            case Do("back") if not self.trouble:
                return Replace(open_screen("closing", self.seat))
        return super().on(action)

    def _row(self, passed: TurnPassed) -> Node:
        about = f"{plain(passed.title)}{'; ' + passed.marked if passed.marked else ''}"
        return list_row(
            f"turn-{passed.turn}",
            passed.did,
            about,
            Do("choose", str(passed.turn)),
            side=passed.date,
            chosen=passed.turn == self.chosen,
        )
