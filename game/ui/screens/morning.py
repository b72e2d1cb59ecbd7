"""The morning: the cable that came overnight, two views of it, what was noticed, and the map where it happened.

It asks nothing. On the first page of a play the private secretary speaks first.
"""

from __future__ import annotations

from dataclasses import replace

from game.play import pages
from game.ui.geometry import Align
from game.ui.screen import Answer, Context, Do, Fold, Replace
from game.ui.screens.parts import cables, views
from game.ui.screens.parts.charts import map_node
from game.ui.screens.parts.states import person
from game.ui.screens.shell import Seat, SeatScreen, open_screen
from game.ui.tree import Node
from game.ui.widgets import papers, people, styles
from game.ui.widgets.boxes import column, grid, row, spacer
from game.ui.widgets.buttons import primary
from game.ui.widgets.frame import split
from game.ui.widgets.sheets import sheet
from game.ui.widgets.words import heading, label


class MorningScreen(SeatScreen):
    """A morning with a cable. Its page is asked once: nothing changes before the reply."""

    name = "Morning"
    turn = True

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.page = seat.session.morning()
        self.greeting = bool(self.page.opening) and seat.first_time("opening")

    def build(self, ctx: Context) -> Node:
        page = self.page
        assert page.cable is not None
        paper = papers.document(ctx, "cable", cables.cable(ctx, page.cable, page.status.home))
        body = split(
            ctx,
            paper,
            self._side(ctx),
            shares=(4, 5) if ctx.fold is Fold.WIDE else (1, 1),
            gap=20,
            name="Beside the cable",
        )
        if self.greeting:
            ctx.float(greeting(ctx, page))
        words = "See the ladder" if page.crisis is not None else "Take it to the desk"
        return self.frame(ctx, body, beat=0, status=page.status, primary=primary(words, Do("desk")))

    def _side(self, ctx: Context) -> Node:
        page, wide = self.page, ctx.fold is Fold.WIDE
        head = row(
            heading(page.heading, styles.SECTION),
            spacer(grow=1),
            label("each leans the same way every time", styles.CAPTION, wrap=False, self_align=Align.END)
            if wide
            else None,
            gap=12,
        )
        seen = [views.owed(page.owed), views.cues(ctx, page.cues), views.pressures(page.pressures)]
        advisers = [views.adviser(told, i) for i, told in enumerate(page.advisers)]
        news = views.news(page.news)
        below = [self._sight(ctx, wide)] if not wide else []
        return column(
            self._sight(ctx, wide) if wide else None,
            head if advisers else None,
            grid(views.columns(ctx), *advisers, gap=14, line_gap=10) if advisers else None,
            *seen,
            *news,
            *below,
            gap=12,
        )

    def _sight(self, ctx: Context, wide: bool) -> Node:
        """The map about the cable's place, and the cutting beside it."""
        page = self.page
        assert page.cable is not None
        about = (page.cable.place,) if page.cable.place else ()
        tall = ctx.em(max(140, min(250, ctx.window[1] / ctx.scale - 710))) if wide else ctx.em(180)
        chart = map_node(
            self.seat.chart,
            self.seat.texts,
            name="Where it happened" if about else "The map",
            about=about,
            date=page.cable.dated.partition(",")[0],
            action=Do("go", "map"),
            id="map-crop",
            share=5,
            min_h=tall,
        )
        cutting = cables.clipping(page.paper, share=3) if page.paper is not None else None
        if ctx.fold is Fold.ONE or (not wide and cutting is not None and ctx.scale > 1.2):
            chart.box = replace(chart.box, share=0)
            if cutting is not None:
                cutting.box = replace(cutting.box, share=0)
            return column(chart, cutting, gap=12)
        if cutting is not None:
            cutting.box = replace(cutting.box, self_align=Align.CENTRE)
        return row(chart, cutting, gap=16, align=Align.STRETCH)

    def on(self, action: object) -> Answer:
        match action:
            case Do("desk"):
                return Replace(open_screen("crisis" if self.page.crisis is not None else "desk", self.seat))
            case Do("greeted"):
                self.greeting = False
                return None
            case Do("back") if self.greeting:
                self.greeting = False
                return None
        return super().on(action)


def greeting(ctx: Context, page: pages.Morning) -> Node:
    """The private secretary's first words, over the desk."""
    said = [label(words, styles.SAID) for words in page.opening]
    return sheet(
        ctx,
        "Your first morning",
        people.person_row(person(page.secretary), size=64),
        *said,
        back=Do("back"),
        back_name="Skip it",
        primary=primary("To the cable", Do("greeted"), id="greeted"),
        width=680,
    )
