"""The handover: one minister writes four lines of ink, the next reads the book and answers each pledge in it.

What was neither minuted nor inked is not on the second page: the successor has never heard of it.
"""

from __future__ import annotations

from game.play.draft import DraftError, Passing
from game.play.pages import Face, Handover, Inherited, InkChoice
from game.ui.geometry import Align, pad
from game.ui.screen import Answer, Context, Do, Fold, Replace
from game.ui.screens.parts.states import person, seal
from game.ui.screens.shell import Seat, SeatScreen, next_screen
from game.ui.tree import Node, Role, plain
from game.ui.widgets import cards, choices, leaves, people, styles
from game.ui.widgets.boxes import column, hair, row, scroll
from game.ui.widgets.buttons import button, primary
from game.ui.widgets.choices import Option
from game.ui.widgets.frame import split
from game.ui.widgets.looks import Panel, Sheet
from game.ui.widgets.words import caps, heading, label, part, picture

LEFT = ("no line is left", "one line is left", "two lines are left", "three lines are left", "four lines are left")


class HandoverScreen(SeatScreen):
    """`sealed` once the memo is signed and the successor reads it; both pages are sent as one."""

    name = "Handover"
    turn = True

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.sealed = False

    @property
    def passing(self) -> Passing:
        if self.seat.passing is None:
            self.seat.passing = self.seat.session.passing()
        return self.seat.passing

    def build(self, ctx: Context) -> Node:
        page = self.seat.session.handover()
        return self._chair(ctx, page) if self.sealed else self._memo(ctx, page)

    def on(self, action: object) -> Answer:
        match action:
            case Do("ink", id):
                now = self.passing
                self.seat.passing = now.without_line(id) if id in now.ink else now.with_line(id)
                return None
            case Do("honour", slot, str(how)):
                self.seat.passing = self.passing.honouring(slot, how)
                return None
            case Do("seal"):
                self.sealed = True
                return None
            case Do("unseal"):
                self.sealed = False
                return None
            case Do("back") if self.sealed and not self.trouble:
                self.sealed = False
                return None
            case Do("sign"):
                return self._sign()
        return super().on(action)

    def _sign(self) -> Answer:
        known = {one.id for one in self._inherited(self.seat.session.handover())}
        passing = Passing(self.passing.ink, {slot: how for slot, how in self.passing.honour.items() if slot in known})
        try:
            self.seat.session.hand_over(passing)
        except DraftError as why:
            self.trouble = str(why)
            return None
        self.seat.passing = self.seat.draft = None
        return Replace(next_screen(self.seat))

    def _inherited(self, page: Handover) -> list[Inherited]:
        """What the successor finds in the new book."""
        return [one for one in page.book if one.minuted or page.same_party or f"word:{one.id}" in self.passing.ink]

    # -- the one who leaves

    def _memo(self, ctx: Context, page: Handover) -> Node:
        left = page.ink_most - len(self.passing.ink)
        lines = [self._line(choice, left) for choice in page.ink]
        head = column(
            part("Memorandum to my successor", styles.DOCUMENT_HEAD),
            part(_first(LEFT[max(0, left)]), styles.PRESS_TEXT),
            hair("pen", room=3),
            gap=2,
            role=Role.HEADING,
            name="Memorandum to my successor",
            description=LEFT[max(0, left)],
        )
        memo = leaves.sheet(
            ctx,
            "memo",
            "Memorandum",
            *(leaves.said(words, styles.QUOTE) for words in page.memo),
            hair("rule", room=5),
            *lines,
            leaves.written(_signature(page.leaving.name), self_align=Align.END),
            seed=41,
            head=head,
            grow=1,
            least=220,
        )
        minuted = [one for one in page.book if one.minuted]
        private = [one for one in page.book if not one.minuted]
        side = column(
            self._face(page.leaving, page.leaving_party, "Leaving"),
            cards.card(
                caps("In the book already", icon="book-marked"),
                *(_entry(one) for one in minuted),
                None if minuted else label("Nothing was minuted and is still open.", styles.CAPTION),
                gap=6,
            ),
            cards.card(
                caps("Said, and in nobody’s book", icon="ear"),
                *(_entry(one) for one in private),
                label("Without a line of ink the next minister will not know of it. They will.", styles.CAPTION),
                gap=6,
            )
            if private
            else None,
            gap=12,
        )
        return self.frame(
            ctx,
            split(ctx, memo, side, shares=(6, 5), gap=22),
            title="Handover",
            keys=(("Space", "Write or strike"),),
            note=_first(LEFT[max(0, left)]) if ctx.fold > Fold.ONE else "",
            primary=primary("Seal the memo", Do("seal")),
        )

    def _line(self, choice: InkChoice, left: int) -> Node:
        on = choice.id in self.passing.ink
        why = choice.why_not or ("" if on or left > 0 else "The four lines are full.")
        return leaves.tick_row(
            f"ink-{choice.id}",
            choice.text,
            on,
            Do("ink", choice.id),
            about=choice.gloss,
            enabled=on or not why,
            why=why,
        )

    def _face(self, face: Face, party: str, what: str) -> Node:
        leaning = face.leaning.removeprefix(f"{party}; ")
        words = column(
            part(what.upper(), styles.ink(styles.CAPS, "mute")),
            part(face.name, styles.SECTION),
            part(party, styles.ink(styles.BODY, "info")),
            part(leaning, styles.ink(styles.CAPTION, "warn")) if leaning else None,
            share=1,
        )
        return row(
            people.portrait(person(face), 92),
            words,
            gap=18,
            pad=pad(12, 16),
            align=Align.CENTRE,
            role=Role.TEXT,
            name=f"{what}: {face.name}",
            description=f"{party}. {leaning}",
            paint=Panel(),
        )

    # -- the one who arrives

    def _chair(self, ctx: Context, page: Handover) -> Node:
        mandate = column(
            part(f"{page.arriving_party} · the mandate".upper(), styles.DOCUMENT_CAPS),
            part(page.mandate, styles.ink(styles.BOOK_HEAD, "pen")),
            part(page.mandate_text, styles.DOCUMENT_BESIDE),
            hair("rule", room=5),
            *(
                row(picture("chevron-right", "stamp-blue", 16), part(words, styles.DOCUMENT_BESIDE, share=1), gap=8)
                for words in page.objectives
            ),
            gap=6,
            pad=pad(18, 24),
            role=Role.TEXT,
            name=f"The mandate: {page.mandate}",
            description=plain(f"{page.mandate_text} {' '.join(page.objectives)}"),
            paint=Sheet(seed=43, under=False, lift=2),
        )
        found = self._found(page)
        left = (
            scroll(
                "chair",
                column(self._face(page.arriving, page.arriving_party, "Arriving"), mandate, found, gap=14),
                name="The new minister",
                grow=1,
                min_h=160,
            )
            if ctx.fold > Fold.ONE
            else column(self._face(page.arriving, page.arriving_party, "Arriving"), mandate, found, gap=14)
        )
        inherited = self._inherited(page)
        rows = [self._answer(ctx, one) for one in inherited]
        right = column(
            heading("The book comes with the chair"),
            label("Each was another’s word. What do you do with it?", styles.CAPTION),
            *rows,
            None if rows else label("The book is empty. Nothing was left to you that anybody wrote down.", styles.BODY),
            gap=10,
        )
        return self.frame(
            ctx,
            split(ctx, left, right, shares=(5, 7), gap=22),
            title="Handover",
            keys=(("Tab", "Next pledge"),),
            second=button("Back to the memo", Do("unseal"), id="to-memo") if ctx.fold > Fold.ONE else None,
            primary=primary("Sign and hand over", Do("sign")),
        )

    def _found(self, page: Handover) -> Node | None:
        """The memo, as the successor finds it."""
        written = [choice.text for choice in page.ink if choice.id in self.passing.ink]
        if not written:
            return leaves.said("The memo on the desk is blank.", styles.ink(styles.QUOTE, "soft"))
        return column(
            part(f"{page.leaving.name} left this", styles.PRESS_TEXT),
            *(leaves.written(words) for words in written),
            gap=4,
            pad=pad(14, 22),
            paint=Sheet(seed=45, under=False, lift=2),
        )

    def _answer(self, ctx: Context, one: Inherited) -> Node:
        chosen = self.passing.honour.get(one.id, one.default)
        slot = one.id.replace("/", "-")
        options = [Option(choice.id, choice.name, choice.gloss) for choice in one.choices]
        answers = choices.chips(
            f"honour-{slot}",
            f"Answer: {plain(one.title)}",
            options,
            chosen,
            lambda id: Do("honour", one.id, id),
            columns=4 if ctx.fold is Fold.WIDE else 2,
        )
        gloss = next((choice.gloss for choice in one.choices if choice.id == chosen), "")
        return cards.card(_entry(one, full=True), answers, label(gloss, styles.CAPTION), gap=8, padding=14)


def _entry(one: Inherited, *, full: bool = False) -> Node:
    about = f"To {one.to.short}; {one.form}; due {one.due}" if one.due else f"To {one.to.short}; {one.form}"
    price = row(part(f"To keep: **{one.price}**", styles.CAPTION, wrap=False)) if full else None
    words = column(
        row(part(one.title, styles.ROW, share=1), price, gap=10),
        part(about, styles.CAPTION),
        part(one.text, styles.BODY) if full else None,
        row(
            picture("triangle-alert", "warn", 16),
            part(one.obstructs, styles.ink(styles.CAPTION, "warn"), share=1),
            gap=8,
        )
        if full and one.obstructs
        else None,
        gap=1,
        share=1,
    )
    return row(
        seal(one.to, 30),
        words,
        gap=12,
        role=Role.TEXT,
        name=plain(one.title),
        description=plain(f"{about}. To keep: {one.price}. {one.obstructs}"),
    )


def _signature(name: str) -> str:
    first, _, last = name.rpartition(" ")
    return f"{first[:1]}. {last}" if first else last


def _first(words: str) -> str:
    return words[:1].upper() + words[1:]
