"""What lies between administrations, as lines: election night, the memo, and the last page before the seal is broken."""

from __future__ import annotations

from game.play.pages.campaign import Closing, Election, Handover, Inherited, InkChoice, Share
from game.play.pages.common import Face
from game.text.lines import BLANK, Line, Lines, Role, item, paragraphs, part, quiet, sentence, text, title
from game.text.pages.shared import introduced, top


def election(page: Election) -> Lines:
    yield title(page.heading)
    yield text(sentence(f"{page.share:.1f} percent for the Government, where {page.even:.0f} carries it", page.line))
    yield from map(share, (page.economy, page.handling))


def share(page: Share) -> Line:
    points = f"{page.points:+.1f}".replace("-", "minus ").replace("+", "plus ")
    return item(sentence(f"{page.name}: {points} points", page.text))


def memo(page: Handover) -> Lines:
    """The leaving minister's side: who goes, and the book as it would be found."""
    yield from top(page.status, "The memo")
    yield from paragraphs(page.memo)
    yield BLANK
    yield text(sentence(f"Leaving: {minister(page.leaving, page.leaving_party)}"))
    yield text(
        sentence(
            f"Arriving: {minister(page.arriving, page.arriving_party)}",
            "Of the same party" if page.same_party else "Of the other party",
        )
    )
    yield from part("The book", (line for p in page.book for line in pledge(p)))


def minister(face: Face, party: str) -> str:
    return introduced(face) if party in face.leaning else f"{introduced(face)}, {party}"


def mandate(page: Handover) -> Lines:
    """The arriving minister's side."""
    yield title(f"The new mandate: {page.mandate}")
    yield from paragraphs((page.mandate_text,))
    yield from map(item, page.objectives)


def pledge(page: Inherited) -> Lines:
    yield Line(f"**{page.title}**, to {page.to.short}: {page.text}", mark="-")
    yield Line(
        sentence(f"Due: {page.due}" if page.due else "", f"Form: {page.form}", f"Price to keep: {page.price}"),
        Role.QUIET,
        " ",
    )
    if page.obstructs:
        yield Line(page.obstructs[:1].upper() + sentence(page.obstructs)[1:], Role.WARNING, " ")
    if not page.minuted:
        yield Line("Not minuted: unless you write it down now, no successor will find it.", Role.WARNING, " ")


def ink(page: InkChoice, written: bool) -> str:
    return sentence(f"{'Written: ' if written else ''}{page.text}", page.gloss)


def closing(page: Closing) -> Lines:
    yield from top(page.status, page.heading)
    yield from paragraphs(page.last_cable, Role.QUOTE)
    if page.election:
        yield from election(page.election)
    yield from paragraphs(page.text)


def seal() -> Lines:
    yield BLANK
    yield quiet("Nothing is open yet. Two questions first; the answers are laid beside the files.")
