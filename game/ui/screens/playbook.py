"""The playbook: every initiative by family, what it does, what limits it, its price, and where it runs.

An initiative that can be begun now may be put into the draft's programme from here.
"""

from __future__ import annotations

from game.play.pages import Beat, Programme
from game.ui.geometry import Align, Box, Kind, pad
from game.ui.screen import Answer, Context, Do, Fold
from game.ui.screens.parts.shelf import LookUp
from game.ui.screens.shell import Seat
from game.ui.tree import Node, Role, plain
from game.ui.widgets import cards, styles
from game.ui.widgets.boxes import column, row, scroll
from game.ui.widgets.buttons import primary
from game.ui.widgets.choices import Option, chips, dots
from game.ui.widgets.lists import item_list, list_row
from game.ui.widgets.looks import Control
from game.ui.widgets.words import heading, label, part, picture

ICONS = {
    "Contact": "handshake",
    "Channels": "phone",
    "The past": "history",
    "Projects": "g:harbor-dock",
    "Checking": "scan-eye",
    "Rules": "scroll-text",
    "At home": "house",
    "Third parties": "globe",
    "Strength": "shield-check",
}
"""Signs of the playbook's families; a family an author added has a common one."""


class PlaybookScreen(LookUp):
    """`family` is the place of the open family."""

    name, own = "The playbook", "playbook"

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.family = 0

    def build(self, ctx: Context) -> Node:
        page = self.seat.session.playbook()
        family = page.families[min(self.family, len(page.families) - 1)]
        kinds: dict[str, list[Programme]] = {}
        for item in family.items:
            kinds.setdefault(item.id.partition(":")[0], []).append(item)
        chosen = self.seat.reply().programme if self._open else ()
        told = column(
            heading(family.name),
            label("What it does, what limits it, what it costs, and where it already runs.", styles.CAPTION),
            *(self._initiative(items, chosen) for items in kinds.values()),
            gap=10,
        )
        if ctx.fold <= Fold.NARROW:
            options = [Option(str(i), f.name) for i, f in enumerate(page.families)]
            body = column(
                chips("families", "Families", options, str(self.family), lambda id: Do("family", id)), told, gap=14
            )
        else:
            rows = [
                list_row(
                    f"family-{i}",
                    f.name,
                    _count(len({p.id.partition(":")[0] for p in f.items})),
                    Do("family", str(i)),
                    icon=ICONS.get(f.name, "layers"),
                    chosen=i == self.family,
                )
                for i, f in enumerate(page.families)
            ]
            families = scroll(
                "families-side", item_list("families", "Families", rows, gap=6), name="Families", share=3, min_h=160
            )
            body = row(families, scroll("initiatives", told, name=family.name, share=9, min_h=160), gap=22, grow=1)
        most = self.seat.session.desk().programme_most if self._open else 0
        note = f"{len(chosen)} of {most} in this reply’s programme" if self._open and ctx.fold >= Fold.NARROW else ""
        return self.frame(
            ctx,
            body,
            title="The playbook",
            note=note,
            keys=(("Tab", "Next"),),
            primary=primary("Close the playbook", Do("back")),
        )

    def on(self, action: object) -> Answer:
        match action:
            case Do("family", id):
                self.family = int(id)
                return None
            case Do("programme", id):
                draft = self.seat.reply()
                self.seat.change(draft.programme_without(id) if id in draft.programme else draft.programme_with(id))
                return None
        return super().on(action)

    @property
    def _open(self) -> bool:
        return self.seat.session.beat == Beat.MORNING

    def _initiative(self, items: list[Programme], chosen: tuple[str, ...]) -> Node:
        first = items[0]
        name = first.name[:1].upper() + first.name[1:]
        price = dots(first.cost) if first.cost else part("free", styles.CAPTION, wrap=False)
        head = row(
            part(name, styles.CARD, share=1),
            price,
            part(first.lead, styles.CAPTION, wrap=False),
            gap=14,
            align=Align.CENTRE,
        )
        limit = (
            row(picture("info", "info", 16), part(first.limit, styles.ink(styles.CAPTION, "soft"), share=1), gap=8)
            if first.limit
            else None
        )
        words = column(
            head,
            part(first.gloss, styles.BODY),
            limit,
            gap=4,
            role=Role.TEXT,
            name=name,
            description=plain(f"{first.gloss} {first.limit} Costs {first.cost} capital, works {first.lead}."),
        )
        places = Node(
            Role.GROUP, box=Box(Kind.WRAP, gap=8), children=[self._place(item, item.id in chosen) for item in items]
        )
        return cards.card(words, places, gap=8)

    def _place(self, item: Programme, chosen: bool) -> Node:
        where = item.toward.short if item.toward is not None else "At home"
        if item.running:
            kids = [
                picture("check", "good", 16),
                part(f"{where}, {item.running}", styles.ink(styles.SMALL_CONTROL, "good"), wrap=False),
            ]
            return row(
                *kids,
                gap=6,
                pad=pad(6, 10),
                align=Align.CENTRE,
                role=Role.TEXT,
                name=f"{where}: running {item.running}",
            )
        can = self._open and item.available
        why = item.why_not or ("" if self._open else "No reply is being written now.")
        colour = "ink" if chosen else "soft" if can else "mute"
        kids = [picture("check", "brass", 15)] if chosen else [picture("plus" if can else "lock", colour, 15)]
        words = f"{where}: in the programme" if chosen else where
        return Node(
            Role.SWITCH,
            f"{item.name}: {where}",
            id=f"programme-{item.id}",
            focusable=True,
            enabled=can or chosen,
            checked=chosen,
            action=Do("programme", item.id),
            description=why,
            tip=why,
            paint=Control("ghost", chosen),
            box=Box(Kind.ROW, gap=6, pad=pad(5, 10), min_h=30, align=Align.CENTRE),
            children=[*kids, part(words, styles.ink(styles.SMALL_CONTROL, colour), wrap=False)],
        )


def _count(number: int) -> str:
    return f"{number} initiative" if number == 1 else f"{number} initiatives"
