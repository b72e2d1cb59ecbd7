"""The foreign ministries' files on home, unsealed: what each wrote that night, in green ink beside it, and what it would sign now.

A ministry's minutes are an author's, chosen by what home really did.  The register beside them is drawn from the ledger: the acts that
moved that ministry's belief most, in order of date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..play.quotes import plain
from .debrief import File, Minute, Observer, Registered, When
from .names import Names, day_of
from .refold import Turned

HIGH, LOW = 0.58, 0.42
"""Composite belief from which the last note is the favourable one, and up to which it is the other."""

GREEN = "In the margin, green ink"

_MOST_REGISTERED = 10
_AT_HANDOVER = ("pledge-signed", "pledge-disowned")  # a successor's acts come last in their turn
_NO_ACTS = ("faded", "handover", "small", "hearsay", "standing-order")
_MARGIN = re.compile(r"\*([^*]{2,40}):\*\s*(?=[^*]*$)")
"""What another hand added at the end: "*In the margin, green ink:* Seven. H." """

_OTHERWISE = re.compile(r"((?:In|By|On) [a-z ,]{3,30}):\s+")


def files(names: Names, turns: Sequence[Turned], observers: Sequence[Observer]) -> tuple[File, ...]:
    return tuple(_file(names, turns, observer) for observer in observers if observer.place < names.count)


def _file(names: Names, turns: Sequence[Turned], observer: Observer) -> File:
    text = names.texts.counterparts[observer.place]
    belief = observer.composite[-1]
    level = "high" if belief >= HIGH else "low" if belief <= LOW else "middle"
    closing, ink, margin = _with_margin(text.file.get(level, ""))  # an author need not write one
    first, last = (names.calendar.day(int(t.morning.season[0])).year for t in (turns[0], turns[-1]))
    return File(
        of=observer.place,
        ministry=text.ministry,
        reference=f"{names.home[:3].upper()} 4/{first % 100:02}-{last % 100:02}",
        subject=names.texts.home.long,
        minutes=tuple(_minutes(names, turns, observer.place)),
        register=_register(observer),
        closing=tuple(_paragraphs(closing)),
        closing_margin=plain(margin).strip(),
        closing_ink=ink,
        level=level,
    )


def _with_margin(text: str) -> tuple[str, str, str]:
    """The note; how another hand wrote beside it; and what."""
    found = _MARGIN.search(text)
    return (text[: found.start()], found.group(1), text[found.end() :]) if found else (text, "", "")


def _paragraphs(text: str) -> list[str]:
    """Its paragraphs without their numbers, whether the author set them apart or ran them on."""
    parts = re.split(r"\n\s*\n|(?<=\S)\s+(?=\d{1,2}\. )", text.strip())
    return [re.sub(r"^\d{1,2}\. ", "", part.strip()) for part in parts if part.strip()]


def _minutes(names: Names, turns: Sequence[Turned], place: int) -> list[Minute]:
    told = []
    for turn in turns:
        option = names.option(turn) if turn.inject else None
        minute = names.inject(turn.inject).minutes.get(option.id) if option else None
        if option is None or minute is None or _written_by(names, turn, minute.by) != place:
            continue
        by, post = names.person(minute.by)
        told.append(
            Minute(
                names.when(turn), day_of(names.morrow(turn)), names.title(turn.inject), plain(option.title), minute.paragraphs,
                by, post, *_margin(minute.margin), names.person(minute.hand)[0],
            )
        )  # fmt: skip
    return told


def _margin(text: str) -> tuple[str, str]:
    """A margin note and how it was written: green ink, unless the author says otherwise ("In pencil: Pay.")."""
    found = _OTHERWISE.match(text)
    return (text[found.end() :], found.group(1)) if found else (text, GREEN)


def _written_by(names: Names, turn: Turned, person: int) -> int:
    """The counterpart whose ministry wrote it: its author's, or the sender's."""
    if person >= 0:
        of = names.texts.people[person].of
        for place, text in enumerate(names.texts.counterparts):
            if text.id == of:
                return place
    return names.sender(turn.inject)


def _register(observer: Observer) -> tuple[Registered, ...]:
    """The acts that moved this observer most over all dimensions, in order of date."""
    acts: dict[tuple[int, str], tuple[When, list[tuple[str, float]], bool]] = {}
    for belief in observer.beliefs:
        for told in belief.told:
            if told.kind not in _NO_ACTS:
                _, moved, _ = acts.setdefault((told.when.turn, told.text), (told.when, [], told.kind in _AT_HANDOVER))
                moved.append((belief.dimension, told.size))
    largest = sorted(acts.items(), key=lambda act: -sum(abs(size) for _, size in act[1][1]))[:_MOST_REGISTERED]
    largest.sort(key=lambda act: (act[0][0], act[1][2]))
    return tuple(
        Registered(number, when, text, tuple(sorted(moved, key=lambda one: -abs(one[1]))))
        for number, ((_, text), (when, moved, _)) in enumerate(largest, 1)
    )
