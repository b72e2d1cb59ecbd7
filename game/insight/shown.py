"""What a player reads on each page without asking for it: the texts, by the part of the game they belong to.

Somebody's own words are read every time they stand on a page.  Furniture (names of rungs, who sees an act, whom it pleases, an
undertaking's terms) is recognised when it comes again, and so is read once a play.  Labels, dates and figures are not counted, nor is
what opens only when it is asked for: dossiers, book, playbook, glossary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from game.play.pages import After, Closing, Crisis, Desk, Election, Handover, Morning, Option

PARTS: Final = ("cables", "advice", "signs", "acts", "words", "book", "crises", "after", "handovers")
"""cables with letters and the secretary's opening; signs are cues, news and papers; words are what the chosen act says."""


@dataclass(frozen=True, slots=True)
class Read:
    """One text as it stands on a page."""

    part: str
    text: str
    furniture: bool = False


def _own(part: str, texts: Iterable[str]) -> Iterator[Read]:
    return (Read(part, text) for text in texts if text)


def _furniture(part: str, texts: Iterable[str]) -> Iterator[Read]:
    return (Read(part, text, furniture=True) for text in texts if text)


def morning(page: Morning) -> Iterator[Read]:
    """What came overnight, two views of it, what was noticed."""
    yield from _furniture("cables", (page.heading,))
    yield from _own("cables", page.opening)
    if page.cable is not None:
        yield from _own("cables", (page.cable.title, *page.cable.paragraphs))
    if page.letter is not None:
        yield from _own("cables", (page.letter.sender, *page.letter.paragraphs))
    for adviser in page.advisers:
        face = adviser.face
        yield from _furniture("advice", (f"{face.name}, {face.post}", face.leaning))
        yield from _own("advice", (adviser.says,))
    signs = [(cue.text, cue.by) for cue in page.cues] + [(news.text, news.by) for news in page.news]
    for text, by in signs:
        yield from _own("signs", (text,))
        yield from _furniture("signs", (f"{by.name}, {by.post}",))
    if page.paper is not None:
        yield from _own("signs", (page.paper.headline, page.paper.story))
    for pressure in page.pressures:
        yield from _own("book", (f"{pressure.title}, {pressure.to.short}", pressure.text))
    yield from _own("book", page.owed)
    if page.crisis is not None:
        yield from _crisis(page.crisis)


def _crisis(page: Crisis) -> Iterator[Read]:
    yield from _furniture("crises", (page.name, page.home_stake, page.their_stake, page.accident))
    yield from _furniture("crises", (rung.name for rung in page.rungs))
    yield from _furniture("crises", (f"{act.dated}, {act.by.short}: {act.text}" for act in page.acts))
    yield from _furniture("crises", (way.text for way in (*page.ways_out, *page.their_ways_out)))


def desk(page: Desk, chosen: str | None) -> Iterator[Read]:
    """The acts there are to choose from, what the chosen one says and binds, and what the drawer asks."""
    yield from _own("acts", (page.question,))
    for option in page.options:
        yield from _card(option)
        if option.id == chosen:
            yield from _own("words", (*option.warnings, *(word.text for word in option.says)))
    for entry in page.entries:
        yield from _furniture("book", (f"{entry.title}, {entry.to.short}", entry.text, entry.price_line, entry.checked))
    yield from _furniture("book", (page.running,))
    if page.estimate is not None:
        yield from _own("acts", (page.estimate.ask,))


def _card(option: Option) -> Iterator[Read]:
    yield from _own("acts", (option.title, option.text))
    yield from _furniture("acts", (option.seen, option.needs, option.why_not))
    yield from _furniture("acts", (f"{care.group} {care.how}" for care in option.cares))


def after(page: After) -> Iterator[Read]:
    """The author's morning after, and what followed with its reasons."""
    yield from _own("after", (page.text,))
    yield from _furniture("after", page.said)
    for one in page.consequences:
        yield from _own("after", (one.title,))
        yield from _furniture("after", (one.text, one.because))
    yield from _furniture("after", page.seen_abroad)
    for group in page.groups:
        yield from _furniture("after", (f"{group.name}: {group.mood}, {group.trend}", group.because))
    for paper in page.papers:
        yield from _own("after", (paper.headline, paper.story))
    yield from _own("after", (page.crisis_over, page.moved_on))


def election(page: Election) -> Iterator[Read]:
    """The front page of the morning after a vote."""
    yield from _own("handovers", (page.heading, page.line))
    yield from _furniture("handovers", (page.economy.name, page.economy.text, page.handling.name, page.handling.text))


def handover(page: Handover) -> Iterator[Read]:
    """The vote, the memo with its lines of ink, and the successor's mandate and book."""
    yield from election(page.election)
    yield from _own("handovers", page.memo)
    yield from _furniture(
        "handovers", (text for line in page.ink if line.available for text in (line.text, line.gloss))
    )
    yield from _own("handovers", (page.mandate, page.mandate_text, *page.objectives))
    for face in (page.leaving, page.arriving):
        yield from _furniture("handovers", (f"{face.name}, {face.post}", face.leaning))
    for one in page.book:
        yield from _furniture("handovers", (f"{one.title}, {one.to.short}", one.text, one.obstructs))
        yield from _furniture("handovers", (text for choice in one.choices for text in (choice.name, choice.gloss)))


def closing(page: Closing) -> Iterator[Read]:
    """The last page before the seal is broken."""
    if page.election is not None:
        yield from election(page.election)
    yield from _own("handovers", (page.heading, *page.last_cable, *page.text))
