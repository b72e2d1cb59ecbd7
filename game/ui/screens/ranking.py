"""Who would take your word today?  The counterparts in an order of the player's, before any file is opened."""

from __future__ import annotations

from game.play.draft import DraftError
from game.play.pages import State
from game.ui.geometry import Align, Box, Kind, pad
from game.ui.screen import Answer, Context, Do, Replace
from game.ui.screens.parts.shelf import middle
from game.ui.screens.parts.states import seal
from game.ui.screens.shell import Seat, SeatScreen, open_screen
from game.ui.tree import Node, Role
from game.ui.widgets import styles
from game.ui.widgets.boxes import column, row
from game.ui.widgets.buttons import button, primary
from game.ui.widgets.looks import Panel
from game.ui.widgets.words import heading, label, part

PLACES = ("most readily", "next", "then", "then", "then")


class RankingScreen(SeatScreen):
    """`order` holds the counterparts' ids, the readiest first."""

    name = "Who would take your word today?"
    shelf = False

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.order = [state.id for state in seat.session.closing().counterparts]

    def build(self, ctx: Context) -> Node:
        states = {state.id: state for state in self.seat.session.closing().counterparts}
        rows = [self._row(place, states[id]) for place, id in enumerate(self.order)]
        body = middle(
            ctx,
            780,
            heading("Who would take your word today?"),
            label(
                "Put the capitals in order, the readiest first. It is held against their files in a moment, and told to nobody.",
                styles.BODY,
            ),
            Node(Role.LIST, "Your order", id="order", box=Box(gap=10), children=rows),
        )
        return self.frame(
            ctx,
            body,
            title="Before the files are opened",
            keys=(("Tab", "Next"), ("Enter", "Move")),
            primary=primary("This is my order", Do("rank")),
        )

    def on(self, action: object) -> Answer:
        match action:
            case Do("move", id, int(by)):
                at = self.order.index(id)
                to = min(max(at + by, 0), len(self.order) - 1)
                self.order.insert(to, self.order.pop(at))
                return None
            case Do("rank"):
                return self._rank()
            case Do("back") if not self.trouble:
                return Replace(open_screen("closing", self.seat))
        return super().on(action)

    def _rank(self) -> Answer:
        try:
            self.seat.session.rank(self.order)
        except DraftError as why:
            self.trouble = str(why)
            return None
        after = "take_back" if self.seat.session.closing().take_back_asked else "debrief"
        return Replace(open_screen(after, self.seat))

    def _row(self, place: int, state: State) -> Node:
        last = len(self.order) - 1
        word = "least readily" if place == last else PLACES[min(place, len(PLACES) - 1)]
        words = column(
            part(state.name, styles.CARD),
            part(word, styles.CAPTION),
            share=1,
            role=Role.TEXT,
            name=f"{place + 1}. {state.name}",
            description=word,
        )
        return row(
            part(str(place + 1), styles.ink(styles.BOOK_HEAD, "brass"), wrap=False, min_w=34, em=True),
            seal(state, 52),
            words,
            Node(
                Role.GROUP,
                box=Box(Kind.WRAP, gap=8, self_align=Align.CENTRE),
                children=[
                    button(
                        "Up",
                        Do("move", state.id, -1),
                        icon="arrow-up",
                        enabled=place > 0,
                        why="It is first.",
                        id=f"up-{state.id}",
                    ),
                    button(
                        "Down",
                        Do("move", state.id, 1),
                        icon="arrow-down",
                        enabled=place < last,
                        why="It is last.",
                        id=f"down-{state.id}",
                    ),
                ],
            ),
            gap=18,
            pad=pad(12, 20),
            align=Align.CENTRE,
            paint=Panel(),
        )
