"""A counterpart's dossier: what was seen and said, by whom and when. It holds no guess at what they think."""

from __future__ import annotations

from game.play.pages import AdviserAccount, Cue, Dossier, Foretold
from game.ui.geometry import Align, Box, Kind, pad
from game.ui.screen import Answer, Context, Do, Fold
from game.ui.screens.parts.shelf import LookUp, closed_row, face_row, theirs_row
from game.ui.screens.parts.states import person, seal
from game.ui.screens.shell import Seat
from game.ui.tree import Node, Role, plain
from game.ui.widgets import cards, leaves, people, styles
from game.ui.widgets.boxes import column, grid, hair, row
from game.ui.widgets.buttons import primary
from game.ui.widgets.choices import Option, tabs
from game.ui.widgets.frame import split
from game.ui.widgets.looks import Sheet, Ticks
from game.ui.widgets.words import caps, label, part, picture

PARTS = (
    Option("seen", "Seen"),
    Option("pledges", "Pledges"),
    Option("advisers", "Advisers"),
    Option("people", "People"),
)
OUTCOMES = {True: ("check", "good"), False: ("x", "bad"), None: ("hourglass", "mute")}


class DossierScreen(LookUp):
    """`of` is the counterpart, `part` what the right side shows."""

    name, own = "Dossier", "dossier"

    def __init__(self, seat: Seat, counterpart: int = 0, part: str = "seen") -> None:
        super().__init__(seat)
        self.of, self.part = counterpart, part

    def build(self, ctx: Context) -> Node:
        page = self.seat.session.dossier(self.of)
        states = [Option(str(state.index), state.short) for state in self.seat.session.states]
        whose = tabs("states", "Whose dossier", states, str(self.of), lambda id: Do("of", id))
        side = {"seen": _seen, "pledges": _pledges, "advisers": _advisers, "people": _people}[self.part](ctx, page)
        parts = tabs("parts", "Parts of the dossier", PARTS, self.part, lambda id: Do("part", id))
        left = leaves.folder(ctx, f"Registry: {page.state.short}", self._sheet(ctx, page), grow=1)
        left = column(whose, left, gap=10)
        return self.frame(
            ctx,
            split(ctx, left, column(parts, side, gap=12), shares=(4, 5), gap=22),
            title=f"Dossier: {page.state.short}",
            keys=(("Tab", "Next"),),
            primary=primary("Close the dossier", Do("back")),
        )

    def on(self, action: object) -> Answer:
        match action:
            case Do("of", id):
                self.of = int(id)
                return None
            case Do("part", part):
                self.part = part
                return None
        return super().on(action)

    def _sheet(self, ctx: Context, page: Dossier) -> Node:
        title = row(
            seal(page.state, 40),
            column(
                part(page.state.name, styles.DOCUMENT_HEAD),
                part(f"{page.government}; {page.power}", styles.PRESS_TEXT),
                share=1,
            ),
            gap=14,
            align=Align.CENTRE,
            role=Role.HEADING,
            name=page.state.name,
            description=f"{page.government}; {page.power}",
        )
        facts = (
            ("Our last word", page.last_word, "quote"),
            ("Their last act", page.their_last_act, "pen-line"),
            ("On the ladder", page.on_the_ladder, "trending-up"),
            ("In force", "; ".join(page.running), "layers"),
        )
        return leaves.sheet(
            ctx,
            "brief",
            f"{page.state.name}: brief",
            leaves.said(page.brief, styles.DOCUMENT),
            hair("rule", room=5),
            *(_fact(icon, name, words) for name, words, icon in facts if words),
            hair("rule", room=5),
            leaves.said("What they are thought to want", styles.ink(styles.DOCUMENT_CAPS, "pen-soft")),
            *(_want(what, how) for what, how in page.wants),
            seed=23 + self.of,
            head=column(title, hair("pen", room=3), gap=6),
            least=180,
            grow=1,
        )


def _fact(icon: str, name: str, words: str) -> Node:
    return row(
        picture(icon, "stamp-blue", 18),
        column(part(name, styles.ink(styles.CAPTION, "pen-soft")), part(words, styles.DOCUMENT_BESIDE), share=1),
        gap=12,
        role=Role.TEXT,
        name=name,
        description=plain(words),
    )


def _want(what: str, how: str) -> Node:
    return row(
        part(what[:1].upper() + what[1:], styles.DOCUMENT_BESIDE, share=1),
        part(how, styles.ink(styles.DOCUMENT_NOTE, "stamp-blue"), wrap=False),
        gap=10,
        role=Role.TEXT,
        name=what,
        description=how,
    )


# -- what was seen


def _seen(ctx: Context, page: Dossier) -> Node:
    if not page.cues:
        return column(label("Nothing has been noticed of them yet.", styles.CAPTION))
    by_date: dict[str, list[Cue]] = {}
    for cue in page.cues:
        by_date.setdefault(cue.dated, []).append(cue)
    blocks = [
        cards.card(caps(date, icon="calendar-days"), *(_cue(cue) for cue in cues), gap=8)
        for date, cues in by_date.items()
    ]
    return column(
        label("Each tells something and says not what. Every reporter leans the same way every time.", styles.CAPTION),
        *blocks,
        gap=10,
    )


def _cue(cue: Cue) -> Node:
    by = Node(
        Role.PART,
        box=Box(Kind.WRAP, gap=10, line_gap=0),
        children=[
            part(f"{cue.by.name}, {cue.by.post}" if cue.by.post else cue.by.name, styles.ink(styles.CAPTION, "soft")),
            *([part(cue.by.leaning, styles.ink(styles.CAPTION, "warn"))] if cue.by.leaning else []),
        ],
    )
    return row(
        people.portrait(person(cue.by), 40),
        column(part(cue.text, styles.SAID), by, gap=1, share=1),
        gap=12,
        role=Role.TEXT,
        name=plain(cue.text),
        description=f"{cue.by.name}, {cue.by.post}. {cue.by.leaning}",
    )


# -- pledges both ways


def _pledges(ctx: Context, page: Dossier) -> Node:
    ours = [
        row(
            seal(entry.to, 30),
            column(
                row(
                    part(entry.title, styles.ink(styles.ROW, "pen"), share=1),
                    leaves.standing("offered" if entry.offered else "open"),
                    gap=10,
                ),
                part(
                    "; ".join(
                        w
                        for w in (entry.form, f"due {entry.due}" if entry.due else "", f"to keep: {entry.price_line}")
                        if w
                    ),
                    styles.ink(styles.CAPTION, "pen-soft"),
                ),
                part(entry.text, styles.ink(styles.QUOTE, "pen-soft")),
                gap=1,
                share=1,
            ),
            gap=12,
            pad=pad(5, 4),
            role=Role.TEXT,
            name=plain(entry.title),
            description=plain(f"{entry.form}, due {entry.due}, to keep: {entry.price_line}. {entry.text}"),
        )
        for entry in page.ours
    ]
    blocks = (
        ("Ours to them", ours),
        ("Theirs to us", [theirs_row(one) for one in page.theirs]),
        ("Closed", [closed_row(one, stamped=False) for one in page.closed]),
    )
    inside = [
        column(leaves.head(title), *(rows or [leaves.said("None.", styles.ink(styles.QUOTE, "pen-soft"))]), gap=4)
        for title, rows in blocks
    ]
    return column(*inside, gap=12, pad=pad(14, 22), paint=Sheet(seed=31, under=False))


# -- what advisers foretold


def _advisers(ctx: Context, page: Dossier) -> Node:
    if not page.accounts:
        return column(label("Nobody has foretold anything about them yet.", styles.CAPTION))
    return column(*(_account(account) for account in page.accounts), gap=10)


def _account(account: AdviserAccount) -> Node:
    told = account.account
    head = face_row(account.face)
    if told.shown and told.counted:
        ticks = Node(
            Role.PART,
            box=Box(width=16 * told.counted, height=16, self_align=Align.CENTRE, em=True),
            paint=Ticks(told.right, told.counted - told.right),
        )
        mark: Node = row(
            part(f"Has been right **{told.right} of {told.counted}**", styles.CAPTION, wrap=False),
            ticks,
            gap=8,
            align=Align.CENTRE,
            role=Role.STATUS,
            name=f"Has been right {told.right} of {told.counted}",
        )
    else:
        mark = label("Nothing is decided yet." if told.shown else "The account is kept closed.", styles.CAPTION)
    return cards.card(head, mark, hair(room=3), *(_foretold(one, told.shown) for one in account.foretold), gap=6)


def _foretold(one: Foretold, shown: bool) -> Node:
    icon, colour = OUTCOMES[one.right] if shown else OUTCOMES[None]
    outcome = one.outcome if shown else "not shown"
    side = row(picture(icon, colour, 16), part(outcome, styles.ink(styles.CAPTION, colour), wrap=False), gap=6)
    words = column(
        row(part(one.dated, styles.CAPTION, share=1), side, gap=10), part(one.text, styles.BODY), gap=1, share=1
    )
    return row(words, pad=pad(3, 0), role=Role.TEXT, name=plain(one.text), description=f"{one.dated}, {outcome}")


def _people(ctx: Context, page: Dossier) -> Node:
    return grid(
        2 if ctx.fold >= Fold.MEDIUM else 1,
        *(cards.card(face_row(face, 64), padding=14) for face in page.people),
        gap=10,
    )
