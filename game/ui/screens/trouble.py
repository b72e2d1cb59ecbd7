"""The sheet for when something in a screen went wrong: one sentence, and a way on. Details are in the log."""

from __future__ import annotations

from game.ui.geometry import Align
from game.ui.screen import Answer, Context, Do, Pop, Quit, Screen
from game.ui.tree import Node
from game.ui.widgets.boxes import column
from game.ui.widgets.buttons import primary
from game.ui.widgets.cards import card, notice
from game.ui.widgets.frame import desk
from game.ui.widgets.words import heading, label


class Trouble(Screen):
    """`broken` means the screen below cannot be shown at all; `lost` that there is none under it to go back to."""

    name = "Something went wrong"

    def __init__(self, where: str, lost: bool, broken: bool) -> None:
        self.where, self.lost, self.broken = where, lost, broken

    def build(self, ctx: Context) -> Node:
        way = "Close the game" if self.lost else "Leave this page" if self.broken else "Go on"
        told = card(
            heading(self.name),
            label(f"The page “{self.where}” met an error it did not expect. Your play is safe: every move you sent "
                  "is already in its journal."),
            notice("What happened is written in the log, which helps whoever mends it.", icon="file-text"),
            gap=14, padding=24, lift=3, max_w=ctx.em(620), self_align=Align.CENTRE,
        )
        body = column(told, justify=Align.CENTRE)
        return desk(ctx, self.name, body, keys=(("Esc", way),), primary=primary(way, Do("back")))

    def on(self, action: object) -> Answer:
        return Quit() if self.lost else Pop()
