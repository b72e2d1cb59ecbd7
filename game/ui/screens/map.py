"""The situation map: places and zones, and for each state its rung, its open pledges, its channels and the last word.

Relations are told by what was last said, by whom and when. There is no colour of friend and foe here.
"""

from __future__ import annotations

from game.play.pages import Beat, Dossier, State
from game.ui.geometry import Align, Box, Kind, pad
from game.ui.screen import Answer, Context, Do, Fold, Push
from game.ui.screens.parts.charts import map_node
from game.ui.screens.parts.shelf import LookUp
from game.ui.screens.parts.states import seal
from game.ui.screens.shell import open_screen
from game.ui.tree import Node, Role, plain
from game.ui.widgets import styles
from game.ui.widgets.boxes import column, row, scroll
from game.ui.widgets.buttons import primary
from game.ui.widgets.looks import Control
from game.ui.widgets.words import caps, part, picture


class MapScreen(LookUp):
    """Holds nothing; a state opens its dossier."""

    name, own = "Situation map", "map"

    def build(self, ctx: Context) -> Node:
        session = self.seat.session
        status = session.status()
        cable = session.morning().cable if session.beat == Beat.MORNING else None
        marked = (cable.place,) if cable is not None and cable.place else ()
        whole = tuple(place.id for place in self.seat.texts.places if place.id not in marked)
        chart = map_node(
            self.seat.chart,
            self.seat.texts,
            name="Situation map",
            about=(*marked, *whole) if marked else (),
            date=status.date,
            least=1.0,
            min_h=ctx.em(300),
        )
        states = [_state(ctx, session.dossier(state.index), self._places(state)) for state in session.states]
        told = Node(Role.LIST, "States", id="states", box=Box(gap=10), children=states)
        side = column(caps("Last said, by whom and when", icon="quote"), told, gap=10)
        if ctx.fold is Fold.ONE:
            body = column(chart, side, gap=14)
        else:
            chart.box = Box(Kind.ROW, pad=pad(10), align=Align.END, min_h=ctx.em(260), share=7)
            body = row(chart, scroll("states-side", side, name="States", share=4, min_h=160), gap=18, grow=1)
        return self.frame(
            ctx,
            body,
            title="Situation map",
            keys=((f"1-{len(states)}", "Dossier"),),
            primary=primary("Fold the map", Do("back")),
        )

    def on(self, action: object) -> Answer:
        match action:
            case Do("dossier", of):
                return Push(open_screen("dossier", self.seat, int(of)))
        return super().on(action)

    def _places(self, state: State) -> str:
        return ", ".join(place.name for place in self.seat.texts.places if place.of == state.id)


def _state(ctx: Context, page: Dossier, places: str) -> Node:
    state = page.state
    pledges = f"{_count(len(page.ours))} of ours open, {len([t for t in page.theirs if t.state == 'open'])} of theirs"
    facts = (
        ("trending-up", page.on_the_ladder),
        ("quote", page.last_word),
        ("pen-line", page.their_last_act),
        ("book-marked", pledges),
        ("radio", "; ".join(page.running)),
        ("map", places),
    )
    lines = [
        row(picture(icon, "soft", 16), part(words, styles.ink(styles.CAPTION, "soft"), share=1), gap=10)
        for icon, words in facts
        if words
    ]
    head = row(
        seal(state, 32),
        part(state.name, styles.CARD, share=1),
        picture("chevron-right", "soft", 18),
        gap=12,
        align=Align.CENTRE,
    )
    return Node(
        Role.LIST_ITEM,
        state.name,
        description=plain(". ".join(words for _, words in facts if words)),
        id=f"state-{state.id}",
        key=str(state.index + 1),
        focusable=True,
        action=Do("dossier", str(state.index)),
        paint=Control("row", False, 12),
        box=Box(gap=4, pad=pad(10, 16)),
        children=[head, *lines],
    )


def _count(number: int) -> str:
    return "One pledge" if number == 1 else f"{number or 'No'} pledges"
