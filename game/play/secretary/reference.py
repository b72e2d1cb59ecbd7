"""Glossary and "what can I do now?": the two pages that answer a newcomer."""

from __future__ import annotations

from collections.abc import Iterator

from .. import permits
from ..pages import Beat, Glossary, Help, Hint, Term
from ..seat import Seat
from . import book, wording
from .common import status
from .terms import TERMS


def glossary(seat: Seat) -> Glossary:
    """The game's terms, the scenario's own, and every tone, channel and form, by word."""
    playbook = seat.texts.playbook
    words = dict(TERMS)
    for kind in (*playbook.tones, *playbook.channels, *playbook.forms):
        words.setdefault(kind.name, kind.gloss)
    words |= {id.replace("-", " "): text for id, text in seat.texts.glossary.items()}
    return Glossary(tuple(Term(word, words[word]) for word in sorted(words, key=str.lower)))


def help_now(seat: Seat) -> Help:
    secretary = seat.face(seat.texts.home.secretary, "Private Secretary")
    hints = tuple(_hints(seat)) if seat.beat == "reply" else ()
    return Help(status(seat, Beat.MORNING), secretary, _says(seat, hints), hints)


def _says(seat: Seat, hints: tuple[Hint, ...]) -> str:
    if seat.beat == "handover":
        return "Four lines, Minister. Whatever is not in the book and not in those lines, only they will remember."
    if seat.beat != "reply":
        return "There is nothing left on the desk, Minister. The files are open next door."
    if not hints:
        return "Nothing presses, Minister. Enter lets the season pass."
    if seat.quiet:
        return "No cable wants an answer. What follows is possible, none of it is asked."
    return "One deed must be chosen; everything else has a default, and Enter accepts it."


def _hints(seat: Seat) -> Iterator[Hint]:
    """What is owed first, then what falls due, what is cheap and possible, and what is worth reading."""
    for place, option in enumerate(seat.inject.options):
        if not permits.option(seat, place):
            yield Hint(option.title, option.text, None, "option")
    for c in range(seat.count):
        if seat.now.owed[c]:
            yield Hint(
                f"Say something to {seat.state(c).short}",
                "A word is owed there, and silence will be heard.",
                None,
                "word",
            )
    for entry in book.drawer(seat):
        does = "falls due" if entry.must else "is asked of us" if entry.offered else "wants looking at"
        yield Hint(
            f"{entry.title}, to {entry.to.short}", f"It {does}. To keep: {entry.price_line}.", entry.price, "book"
        )
    possible = _initiatives(seat)
    if possible:
        yield Hint("Begin something", f"You could pay for {wording.listed(possible[:3])}.", None, "programme")
    if seat.chronicle.cues:
        yield Hint(
            "Read a dossier",
            "What was noticed is filed by country, with the name of whoever reported it.",
            None,
            "dossier",
        )


def _initiatives(seat: Seat) -> list[str]:
    """Names of what can be begun somewhere, the cheapest first."""
    cost: dict[str, int] = {}
    for n, text in enumerate(seat.texts.playbook.initiatives):
        places = range(seat.count) if seat.scenario.initiatives.targeted[n] else (seat.count,)
        if any(not permits.initiative(seat, n, place) for place in places):
            cost[text.name] = text.capital
    return sorted(cost, key=lambda name: cost[name])
