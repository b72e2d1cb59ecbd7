"""The morning after: what followed, one thing at a time, each with its reason and its actor; home's groups last.

It says what was seen and done. What the others now think is not on this page, nor on any page before the debrief.
"""

from __future__ import annotations

from game.play import pages
from game.ui.geometry import Align, Box, Kind, Pad, pad
from game.ui.screen import Answer, Context, Do, Fold, Replace
from game.ui.screens.parts import cables
from game.ui.screens.parts.charts import Arrow, map_node, place_of
from game.ui.screens.parts.states import seal
from game.ui.screens.parts.tables import KIND_SIGNS, SUBJECT_ICONS, TREND_SIGNS
from game.ui.screens.shell import Seat, SeatScreen, next_screen
from game.ui.tree import Node, Role, plain
from game.ui.widgets import styles
from game.ui.widgets.boxes import column, grid, row, scroll, spacer
from game.ui.widgets.buttons import button, link, primary
from game.ui.widgets.cards import card, notice
from game.ui.widgets.looks import Control, Panel
from game.ui.widgets.words import caps, heading, label, part, picture

MOST_ARROWS = 3
FAR = 100_000
"""Further than any page scrolls; layout holds it at the end."""
_THERE = ("deed", "rung", "word")


class AfterScreen(SeatScreen):
    """`shown` counts the consequences that are open. A resumed play has no such page, and none is asked for."""

    name = "The morning after"
    turn = True

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        page = seat.session.after()
        if page is None:
            raise ValueError("there is no morning after before the first decision")
        self.page = page
        self.shown = min(1, len(page.consequences))
        self.follow = False

    @property
    def all_shown(self) -> bool:
        return self.shown >= len(self.page.consequences)

    def build(self, ctx: Context) -> Node:
        left, right = self._left(ctx), self._right(ctx)
        if self.follow:  # what has just been opened is brought into sight
            ctx.ui.scrolled["followed"] = FAR
            self.follow = False
        body = column(left, right, gap=16) if ctx.fold is Fold.ONE else _sides(ctx, left, right)
        rest = len(self.page.consequences) - self.shown
        if self.all_shown:
            act, second = primary("Go on", Do("next")), None
        else:
            act = primary("Open the last one" if rest == 1 else "Open the next one", Do("more"), key="Space")
            second = button("All at once", Do("all"), key="A", id="all-at-once") if rest > 1 else None
        return self.frame(
            ctx,
            body,
            beat=2,
            status=self.page.status,
            primary=act,
            second=second,
            keys=(("Space", "Next"),) if not self.all_shown and ctx.fold > Fold.NARROW else (),
        )

    # -- left: what followed ---------------------------------------------------------------------------------------------

    def _left(self, ctx: Context) -> Node:
        page = self.page
        many = len(page.consequences)
        said = [label(words, styles.CAPTION) for words in page.said]
        told = label(page.text, styles.SAID) if page.text else None
        opened = [_consequence(item, i) for i, item in enumerate(page.consequences[: self.shown])]
        opened[-1:] = [_latest(node) for node in opened[-1:]] if not self.all_shown else opened[-1:]
        count = label(f"{self.shown} of {many}", styles.BODY, wrap=False) if many else None
        return column(
            row(heading("The morning after"), spacer(grow=1), count, gap=12, align=Align.CENTRE),
            card(part(page.title, styles.ROW), *said, told, gap=3, padding=14, role=Role.TEXT, name=plain(page.title))
            if page.title
            else None,
            *opened,
            self._sealed(),
            *(self._last(ctx) if self.all_shown else []),
            gap=10,
        )

    def _sealed(self) -> Node | None:
        """What is still to be opened, as a row that opens it."""
        rest = len(self.page.consequences) - self.shown
        if rest < 1:
            return None
        words = "One more to open" if rest == 1 else f"{rest} more to open"
        return Node(
            Role.BUTTON,
            words,
            id="sealed",
            focusable=True,
            action=Do("more"),
            paint=Control("row", radius=12),
            box=Box(Kind.ROW, gap=14, pad=pad(12, 16), align=Align.CENTRE),
            children=[
                picture("mail", "mute", 26),
                part(words, styles.ink(styles.CARD, "mute"), share=1),
                picture("g:wax-seal", "bad", 26),
            ],
        )

    def _last(self, ctx: Context) -> list[Node]:
        """Once everything is open: how home took it, what could be seen abroad, and what the calendar did."""
        page = self.page
        told: list[Node] = []
        if page.groups:
            groups = grid(
                2 if ctx.fold >= Fold.MEDIUM else 1, *(_group(group) for group in page.groups), gap=14, line_gap=4
            )
            told.append(
                card(
                    row(
                        caps("At home", icon="house"),
                        spacer(grow=1),
                        link("The home front", Do("go", "home_front"), id="to-home"),
                        gap=10,
                        align=Align.CENTRE,
                    ),
                    groups,
                    gap=6,
                    padding=14,
                )
            )
        if page.seen_abroad:
            told.append(
                card(
                    caps("Seen abroad", icon="eye"),
                    *(label(words, styles.BODY) for words in page.seen_abroad),
                    gap=3,
                    padding=14,
                )
            )
        if page.crisis_over:
            told.append(notice(page.crisis_over, icon="g:dove", tone="info"))
        if page.moved_on:
            told.append(notice(page.moved_on, icon="calendar-days", tone="info"))
        return told

    # -- right: the map and the papers -----------------------------------------------------------------------------------

    def _right(self, ctx: Context) -> Node:
        page = self.page
        arrows = self._arrows()
        about = tuple(id for id in self._places() if id)[-1:]
        tall = ctx.em(max(180, min(420, ctx.window[1] / ctx.scale - 420)))
        chart = map_node(
            self.seat.chart,
            self.seat.texts,
            name="The map",
            about=about,
            arrows=arrows,
            action=Do("go", "map"),
            id="map-crop",
            least=0.6,
            min_h=tall,
            grow=1,
        )
        papers_of = [cables.clipping(paper) for paper in page.papers]
        columns = 2 if len(papers_of) > 1 and ctx.fold is Fold.WIDE else 1
        return column(chart, grid(columns, *papers_of, gap=16, line_gap=10) if papers_of else None, gap=14)

    def _places(self) -> list[str]:
        """Where each open consequence happened: its own place, or for a deed, word or rung the place of the cable it answers."""
        return [
            item.place or (self.seat.place if item.subject in _THERE else "")
            for item in self.page.consequences[: self.shown]
        ]

    def _arrows(self) -> tuple[Arrow, ...]:
        """The latest of what is open, each from its actor's own seat to where it happened."""
        told = []
        for number, (item, id) in enumerate(zip(self.page.consequences, self._places(), strict=False), 1):
            if (arrow := self._arrow(number, item, id)) is not None:
                told.append(arrow)
        return tuple(told[-MOST_ARROWS:])

    def _arrow(self, number: int, item: pages.Consequence, id: str) -> Arrow | None:
        """None for what has no place on the map. A neighbour's pledge was given to home, so that is where it points."""
        texts, by = self.seat.texts, item.by
        if by is None or by.index >= len(texts.counterparts):
            return None
        home = by.index < 0
        start = texts.home.place if home else texts.counterparts[by.index].place
        place = place_of(texts, id) if id else None
        end = place.at if place is not None else texts.home.place if item.subject == "pledge" else None
        if end is None or end == start:
            return None
        return Arrow(start, end, "home" if home else by.index, f"{number}  {plain(item.actor or by.short)}")

    # -- what hands do ---------------------------------------------------------------------------------------------------

    def on(self, action: object) -> Answer:
        match action:
            case Do("more"):
                self.shown = min(self.shown + 1, len(self.page.consequences))
                self.follow = not self.all_shown
            case Do("all"):
                self.shown = len(self.page.consequences)
            case Do("next"):
                return Replace(next_screen(self.seat))
            case _:
                return super().on(action)
        return None


def _sides(ctx: Context, left: Node, right: Node) -> Node:
    """What followed and what lies beside it, each scrolling by itself."""
    shares = (5, 6) if ctx.fold >= Fold.MEDIUM else (6, 4)
    return row(
        scroll("followed", left, name="What followed", share=shares[0], min_h=120),
        scroll("side", right, name="Map and papers", share=shares[1], min_h=120),
        gap=22,
    )


def _consequence(item: pages.Consequence, number: int) -> Node:
    """One thing that followed: who, what, why, when; and how it bore on home, where it did."""
    sign = SUBJECT_ICONS.get(item.subject, "circle-dot")
    lead = (
        seal(item.by, 40)
        if item.by is not None
        else Node(
            Role.PART,
            box=Box(width=40, height=40, em=True, pad=pad(9)),
            paint=Panel("well", 20, 0, outline="edge"),
            children=[picture(sign, "soft", 22)],
        )
    )
    kind = KIND_SIGNS.get(item.kind)
    badge = (
        row(picture(kind[0], kind[1], 16), part(str(item.kind), styles.ink(styles.CONTROL, kind[1]), wrap=False), gap=6)
        if kind
        else None
    )
    because = part(f"**because** {item.because}", styles.CARD_BODY) if item.because else None
    foot = row(
        part(", ".join(w for w in (item.actor, item.dated) if w), styles.CAPTION, share=1),
        badge,
        gap=10,
        align=Align.CENTRE,
    )
    body = column(
        part(item.title, styles.ROW),
        part(item.text, styles.CARD_BODY) if item.text else None,
        because,
        foot,
        gap=2,
        share=1,
    )
    told = ". ".join(
        plain(w).rstrip(".")
        for w in (
            item.text,
            f"because {item.because}" if item.because else "",
            item.actor,
            item.dated,
            f"home: {item.kind}" if kind else "",
        )
        if w
    )
    return row(
        lead,
        body,
        gap=14,
        pad=Pad(9, 14, 9, 12),
        align=Align.START,
        role=Role.TEXT,
        name=plain(item.title),
        description=told,
        id=f"followed-{number}",
        paint=Panel(lift=1),
    )


def _latest(node: Node) -> Node:
    """The one that has just been opened has the brass edge."""
    node.paint = Panel(lift=2, outline="brass")
    return node


def _group(group: pages.GroupMoved) -> Node:
    icon, words = TREND_SIGNS[group.trend]
    mood = row(picture(icon, "soft", 16), part(f"{group.mood}, {words}", styles.FACT, share=1), gap=6)
    return column(
        part(group.name, styles.STRONG_BODY),
        mood,
        part(f"because {group.because}", styles.CAPTION) if group.because else None,
        gap=0,
        role=Role.TEXT,
        name=group.name,
        description=plain(f"{group.mood}, {words}. {group.because}"),
    )
