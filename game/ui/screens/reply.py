"""What the desk and a quiet season have in common: a draft that changes under the hands, and one button that sends it.

The draft is the seat's; every change is checked at once. Sheets for the word and the programme lie over either screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.play import pages
from game.play.draft import Draft, DraftError, Saying
from game.play.permits import Check
from game.ui.screen import Answer, Context, Do, Replace
from game.ui.screens import composer, programme
from game.ui.screens.parts.due import due_row
from game.ui.screens.shell import Seat, SeatScreen, open_screen
from game.ui.tree import Node
from game.ui.widgets import choices
from game.ui.widgets.boxes import hair, row, spacer, wrap
from game.ui.widgets.buttons import link
from game.ui.widgets.cards import card, notice
from game.ui.widgets.styles import SENTENCE
from game.ui.widgets.words import caps, label

SHORT = 48
"""Letters of a refusal that fit beside the brass button; a longer one stands in the page."""
_COUNTS = ("no", "one", "two", "three", "four", "five", "six")


class ReplyScreen(SeatScreen):
    """Holds what is being looked at: the family of the programme, and the word in the composer, if it is open."""

    turn = True

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.page = seat.session.desk()
        self.family = self.page.programme[0].family if self.page.programme else ""
        self.word: Saying | None = None
        self.planning = False

    @property
    def draft(self) -> Draft:
        return self.seat.reply()

    @property
    def check(self) -> Check:
        return self.seat.session.check(self.draft)

    def spends(self, check: Check) -> str:
        """What stands at the left of the brass button."""
        if check.error:
            return check.error if len(check.error) <= SHORT else "It cannot be sent as it stands"
        return f"Spends {check.cost} of {self.page.capital} capital" if check.cost else "Spends no capital"

    def refusal(self, check: Check) -> Node | None:
        """Why the reply cannot be sent, where it is too long for the foot."""
        return (
            notice(check.error, tone="bad", icon="circle-alert")
            if self.draft.do != "" and len(check.error) > SHORT
            else None
        )

    # -- pieces ---------------------------------------------------------------------------------------------------------

    def drawer_book(self, ctx: Context, *, side: Node | None = None, tight: bool = False) -> Node | None:
        """The pledges that want an answer, each with its buttons."""
        entries = self.page.entries
        if not entries:
            return None
        count = _COUNTS[len(entries)] if len(entries) < len(_COUNTS) else str(len(entries))
        title = f"The book: {count} {'undertaking wants' if len(entries) == 1 else 'undertakings want'} an answer"
        rows: list[Node] = []
        for entry in entries:
            rows += [
                hair(room=3),
                due_row(ctx, entry, self.draft.book.get(entry.id, entry.default), _pick("book", entry.id), tight=tight),
            ]
        return card(wrap(caps(title, icon="book-marked"), side, gap=16), *rows, gap=3, padding=11)

    def drawer_estimate(self, ctx: Context, wide: bool) -> Node | None:
        asked = self.page.estimate
        if asked is None:
            return None
        chosen = self.draft.estimate.get(asked.id, "")
        return card(
            wrap(caps("Estimate", icon="scale"), label(asked.ask, SENTENCE), gap=12),
            choices.estimate("estimate", asked.ask, chosen, _pick("estimate", asked.id), wide=wide),
            gap=4,
            padding=11,
        )

    def drawer_programme(self, ctx: Context) -> Node:
        """The programme folded: what is chosen and what runs, and the way to it."""
        count = len(self.draft.programme)
        chosen = [
            item.name + (f" with {item.toward.short}" if item.toward else "")
            for item in self.page.programme
            if item.id in self.draft.programme
        ]
        told = "; ".join(chosen) if chosen else self.page.running
        name = (
            f"Change the programme ({count} of {self.page.programme_most})"
            if count
            else "The year’s programme"
            if self.page.programme_open
            else "Programme"
        )
        return card(
            row(
                caps("Programme", icon="layers"),
                label(told, SENTENCE, share=1),
                spacer(),
                link(name, Do("plan"), key="G", id="plan"),
                gap=14,
            ),
            padding=11,
        )

    def sheets(self, ctx: Context) -> None:
        """Lay the composer or the programme over the screen when one of them is open."""
        if self.word is not None:
            drafted = self.seat.session.word(
                self.word.to,
                self.word.tone,
                self.word.via,
                self.word.wording,
                self.word.about,
                self.word.form,
                self.draft.do or "",
            )
            ctx.float(composer.sheet(ctx, self.page, self.word, drafted, self.draft))
        elif self.planning:
            ctx.float(
                programme.sheet(ctx, self.page, self.draft, self.family, self.check, self.seat.session.status().capital)
            )

    # -- what hands do ---------------------------------------------------------------------------------------------------

    def on(self, action: object) -> Answer:
        draft = self.draft
        match action:
            case Do("book", slot, str(answer)):
                entry = next(e for e in self.page.entries if e.id == slot)
                self.seat.change(draft.book_with(slot, "" if answer == entry.default else answer))
            case Do("estimate", inject, str(chance)):
                self.seat.change(draft.estimating(inject, "" if draft.estimate.get(inject) == chance else chance))
            case Do("plan"):
                self.planning = True
            case Do("family", id):
                self.family = id
            case Do("initiative", id):
                self.seat.change(draft.programme_without(id) if id in draft.programme else draft.programme_with(id))
            case Do("planned"):
                self.planning = False
            case Do("back") if self.word is not None or self.planning:
                self.word, self.planning = None, False
            case Do("send"):
                return self._send()
            case Do("compose", to):
                self.word = self._first_word(to)
            case Do("word", part, value) if self.word is not None:
                self.word = composer.changed(self.page, self.word, part, value, lambda to: self._first_word(to))
            case Do("use-words") if self.word is not None:
                self.seat.change(draft.saying(self.word))
                self.word = None
            case Do("silent", to):
                self.seat.change(draft.silent(to))
                self.word = None
            case _:
                return super().on(action)
        return None

    def _first_word(self, to: str) -> Saying:
        """The word as it stands to that capital, or the mildest that is possible."""
        standing = next((word for word in self.draft.say if word.to == to), None)
        return standing or composer.blank(self.page, to)

    def _send(self) -> Answer:
        try:
            self.seat.send()
        except DraftError as why:
            self.trouble = str(why)
            return None
        return Replace(open_screen("after", self.seat))


def warned(told: Iterable[str]) -> Node | None:
    """What the desk warns of before the reply goes, each once, in one notice."""
    lines = "\n".join(dict.fromkeys(told))
    return notice(lines, tone="warn", icon="triangle-alert") if lines else None


def says_of(option: pages.Option) -> tuple[Saying, ...]:
    """The option's own words as a draft holds them."""
    return tuple(
        Saying(word.to, word.tone, word.via, word.wording, word.minuted, word.about, word.form) for word in option.says
    )


def with_word(draft: Draft, to: str, **changes: object) -> Draft:
    """The draft with one word changed in place, so that words keep their order."""
    return replace(draft, say=tuple(replace(word, **changes) if word.to == to else word for word in draft.say))


def _pick(verb: str, of: str) -> choices.Pick:
    return lambda id: Do(verb, of, id)
