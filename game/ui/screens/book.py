"""The pledge book: what home has said it will do, and one entry opened as a page.

An entry's answer goes out with the reply; what is chosen here is written into the draft on the desk.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.play.pages import Beat, Book, Entry
from game.ui.geometry import Align, Box
from game.ui.screen import Answer, Context, Do, Fold
from game.ui.screens.parts.due import ASK, OTHERWISE
from game.ui.screens.parts.shelf import LookUp, closed_row, theirs_row
from game.ui.screens.parts.states import seal
from game.ui.screens.shell import Seat
from game.ui.tree import Node, Role, plain
from game.ui.widgets import leaves, styles
from game.ui.widgets.boxes import column, hair, row
from game.ui.widgets.buttons import primary
from game.ui.widgets.choices import Option, tabs
from game.ui.widgets.words import part, picture

LEAVE = Option("", "Leave it", "Nothing is done with it in this reply.")


@dataclass(frozen=True, slots=True)
class Tab:
    id: str
    name: str
    count: int


class BookScreen(LookUp):
    """`part` is the tab, `chosen` the entry that is opened."""

    name, own = "The pledge book", "book"

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.part, self.chosen = "open", ""

    def build(self, ctx: Context) -> Node:
        page = self.seat.session.book()
        entries = (*page.offered, *page.open)
        heads = tabs(
            "parts",
            "Parts of the book",
            [Option(t.id, f"{t.name} {t.count}") for t in _parts(page)],
            self.part,
            lambda id: Do("part", id),
        )
        if self.part == "open":
            chosen = next((e for e in entries if e.id == self.chosen), entries[0] if entries else None)
            left = leaves.page(ctx, "Open", *self._open(page, entries, chosen), id="left")
            right = leaves.page(ctx, "The entry", *self._entry(ctx, page, chosen), left=False, id="right")
        elif self.part == "closed":
            half = (len(page.closed) + 1) // 2
            stamped = ctx.fold >= Fold.MEDIUM
            left = leaves.page(
                ctx,
                "Closed",
                leaves.head("Closed", "newest first"),
                *(closed_row(one, stamped=stamped) for one in page.closed[:half]),
                None if page.closed else leaves.said("Nothing has ended yet."),
                id="left",
            )
            right = leaves.page(
                ctx,
                "Closed, further",
                leaves.head("Record", _record(page)),
                *(closed_row(one, stamped=stamped) for one in page.closed[half:]),
                left=False,
                id="right",
            )
        else:
            left, right = self._theirs(ctx, page)
        book = leaves.bound(ctx, left, right, min_h=ctx.em(300))
        body = column(
            column(heads, width=ctx.em(460), self_align=Align.START) if ctx.fold > Fold.ONE else heads,
            book,
            gap=10,
            grow=1,
        )
        note = (
            "What is decided here goes out with the reply"
            if self.part == "open" and self._can_answer and ctx.fold >= Fold.MEDIUM
            else ""
        )
        return self.frame(
            ctx,
            body,
            title=f"Pledge book of {self.seat.home.short}" if ctx.fold > Fold.ONE else "Pledge book",
            note=note,
            keys=(("Tab", "Next entry"),),
            primary=primary("Close the book", Do("back")),
        )

    def on(self, action: object) -> Answer:
        match action:
            case Do("part", part):
                self.part = part
                return None
            case Do("open", id):
                self.chosen = id
                return None
            case Do("answer", slot, str(what)):
                self.seat.change(self.seat.reply().book_with(slot, f"{ASK}-or-keep" if what == ASK else what))
                return None
        return super().on(action)

    @property
    def _can_answer(self) -> bool:
        return self.seat.session.beat == Beat.MORNING

    # -- the left page

    def _open(self, page: Book, entries: tuple[Entry, ...], chosen: Entry | None) -> list[Node | None]:
        rows = [self._row(page, entry, entry is chosen) for entry in entries]
        about = f"What {self.seat.home.short} has said it will do"
        if not rows:
            return [leaves.head("Open", about), leaves.said("The book is empty. Nothing has been promised yet.")]
        return [leaves.head("Open", about), Node(Role.LIST, "Open pledges", id="open", box=Box(gap=2), children=rows)]

    def _row(self, page: Book, entry: Entry, chosen: bool) -> Node:
        marks = _marks(page, entry)
        side = leaves.standing("offered" if entry.offered else "open")
        if entry.must:
            side = row(
                picture("hourglass", "broken", 16),
                part("due now", styles.ink(styles.DOCUMENT_NOTE, "broken"), wrap=False),
                gap=6,
            )
        to = (
            f"{entry.to.name} asks it"
            if entry.offered
            else f"to the {entry.to.name}"
            if " " in entry.to.name
            else f"to {entry.to.name}"
        )
        return leaves.paper_row(
            f"entry-{entry.id}",
            entry.title,
            Do("open", entry.id),
            part(to, styles.ink(styles.QUOTE, "pen-soft")),
            row(
                picture("calendar-days", "pen-soft", 16),
                part(_due(entry), styles.ink(styles.CAPTION, "pen"), share=1),
                gap=8,
            )
            if entry.due
            else None,
            *(part(mark, styles.ink(styles.CAPTION, "unanswered")) for mark in marks),
            chosen=chosen,
            lead=seal(entry.to, 34),
            side=side,
            about=". ".join((to, f"due {entry.due}" if entry.due else "", f"to keep {entry.price_line}", *marks)),
        )

    # -- the right page

    def _entry(self, ctx: Context, page: Book, entry: Entry | None) -> list[Node | None]:
        if entry is None:
            return [leaves.head("An entry", ""), leaves.said("There is none to open.")]
        facts = (
            ("To", entry.to.name),
            ("When", _due(entry)),
            ("Form", entry.form),
            ("Checked", entry.checked),
            ("To keep today", entry.price_line or str(entry.price)),
            ("Capital", f"{entry.cost} to keep it" if entry.cost else "costs none"),
            ("Record", entry.record),
        )
        lines = [_fact(ctx, name, words) for name, words in facts if words]
        return [
            leaves.head(entry.title),
            leaves.said(entry.text, styles.DOCUMENT),
            hair("rule", room=5),
            *lines,
            *(leaves.said(mark, styles.ink(styles.QUOTE, "unanswered")) for mark in _marks(page, entry)),
            hair("rule", room=5),
            *self._answers(entry),
        ]

    def _answers(self, entry: Entry) -> list[Node | None]:
        if not self._can_answer:
            return [
                leaves.said(
                    "No reply is being written now; the book can only be read.", styles.ink(styles.QUOTE, "pen-soft")
                )
            ]
        said = self.seat.reply().book.get(entry.id, entry.default)
        asking = said.startswith(ASK)
        own = tuple(Option(a.id, a.name, a.gloss, enabled=a.available, why=a.why_not) for a in entry.actions)
        options = own if entry.must or entry.offered else (LEAVE, *own)
        chosen = ASK if asking else said
        glosses = {option.id: option.note for option in options}
        lead = (
            "They ask it of you. What does the reply say?"
            if entry.offered
            else "It falls due. What does the reply do?"
            if entry.must
            else "It does not fall due now. The reply may still act on it."
        )
        more = (
            leaves.choice_row(
                f"else-{_id(entry)}",
                "If they refuse",
                OTHERWISE,
                said.rpartition("-")[2],
                lambda id: Do("answer", entry.id, f"{ASK}-or-{id}"),
            )
            if asking
            else None
        )
        return [
            leaves.said(lead, styles.ink(styles.DOCUMENT_NOTE, "pen")),
            leaves.choice_row(
                f"answer-{_id(entry)}",
                f"Answer: {plain(entry.title)}",
                options,
                chosen,
                lambda id: Do("answer", entry.id, id),
            ),
            leaves.said("If they will not:", styles.ink(styles.DOCUMENT_NOTE, "pen")) if asking else None,
            more,
            leaves.said(glosses.get(chosen, ""), styles.ink(styles.QUOTE, "pen-soft")) if glosses.get(chosen) else None,
            leaves.said("It is acted on at the desk, with the reply.", styles.ink(styles.CAPTION, "pen-soft")),
        ]

    def _theirs(self, ctx: Context, page: Book) -> tuple[Node, Node]:
        half = (len(page.theirs) + 1) // 2
        left = leaves.page(
            ctx,
            "What they have said",
            leaves.head("Theirs", "what was promised to us"),
            *(theirs_row(one) for one in page.theirs[:half]),
            None if page.theirs else leaves.said("Nobody has promised us anything yet."),
            id="left",
        )
        right = leaves.page(
            ctx,
            "What they have said, further",
            leaves.head("Further", ""),
            *(theirs_row(one) for one in page.theirs[half:]),
            left=False,
            id="right",
        )
        return left, right


def _parts(page: Book) -> tuple[Tab, ...]:
    return (
        Tab("open", "Open", len(page.open) + len(page.offered)),
        Tab("closed", "Closed", len(page.closed)),
        Tab("theirs", "Theirs", len(page.theirs)),
    )


def _record(page: Book) -> str:
    return ", ".join(f"{count} {name}" for name, count in page.counts if count and name != "open")


def _marks(page: Book, entry: Entry) -> list[str]:
    inherited = ["Left to you by the last Government."] if entry.id in page.inherited else []
    hidden = ["Not minuted: no successor will find it."] if entry.id in page.unminuted else []
    return inherited + hidden


def _due(entry: Entry) -> str:
    return entry.due[:1].upper() + entry.due[1:]


def _id(entry: Entry) -> str:
    return entry.id.replace("/", "-")


def _fact(ctx: Context, name: str, words: str) -> Node:
    return row(
        part(name, styles.ink(styles.CAPTION, "pen-soft"), min_w=ctx.em(104)),
        part(words, styles.DOCUMENT_BESIDE, share=1),
        gap=10,
        role=Role.TEXT,
        name=name,
        description=words,
    )
