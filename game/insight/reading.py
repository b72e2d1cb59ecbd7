"""How long a play takes to read: the words its screens put before a player, the decisions it asks for, and minutes made of both.

Measured on the pages themselves, over plays by automatic players.  The minutes are an estimate and are called one: nobody was timed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.authoring import Loaded
from game.authoring.written import count, pieces
from game.play.draft import Draft, Passing
from game.play.pages import Beat, Desk, Handover
from game.play.session import Session

from . import shown

BUDGETS: Final[Mapping[str, int]] = {"taster": 2_500, "class": 6_000, "full": 12_000}
"""Words read in a play, by its length (play.md 1)."""

HOURS: Final[Mapping[str, int]] = {"taster": 20, "class": 55, "full": 120}
"""Minutes in which a play must be over on the mean (play.md 1).  A room keeps to its clock, so this binds; words may lie above their
table by TOLERANCE, since the table's words and decisions together fill no more than three quarters of its own minutes."""

TOLERANCE: Final = 0.35
READERS: Final = ("reader", "fair-and-firm", "prudent", "random")
PLAYS: Final = 4
"""For each reader and length."""

WORDS_A_MINUTE, SECONDS_A_DECISION = 200, 12


@dataclass(frozen=True, slots=True)
class Walked:
    """One play, read from its first page to its last."""

    parts: Mapping[str, int]  # words by part of the game
    decisions: int

    @property
    def words(self) -> int:
        return sum(self.parts.values())

    @property
    def minutes(self) -> float:
        return self.words / WORDS_A_MINUTE + self.decisions * SECONDS_A_DECISION / 60


@dataclass(frozen=True, slots=True)
class Span:
    """A mean, and what nine in ten plays exceed and stay under."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Length:
    """What plays of one length came to."""

    words: Span
    decisions: Span
    minutes: Span
    parts: Mapping[str, float]  # mean words
    budget: int | None

    @property
    def over(self) -> float:
        """By what share the mean lies above its budget; negative below it, 0 where there is none."""
        return self.words.mean / self.budget - 1 if self.budget else 0.0


def measure(
    loaded: Loaded, plays: int = PLAYS, progress: Callable[[int, int], None] | None = None
) -> dict[str, Length]:
    """Each length that the scenario declares; `plays` for each of the readers, from seed 1."""
    found: dict[str, list[Walked]] = {length: [] for length in loaded.lengths}
    todo = [(length, name, 1 + n) for length in loaded.lengths for n in range(plays) for name in READERS]
    for done, (length, name, seed) in enumerate(todo, 1):
        found[length].append(walk(Session.new(loaded, None, seed=seed, length=length), name))
        if progress:
            progress(done, len(todo))
    return {length: _length(walked, BUDGETS.get(length)) for length, walked in found.items()}


def written(loaded: Loaded) -> int:
    """The words an author wrote, all of them."""
    return sum(count(text) for _, text in pieces(loaded.told))


def at_will(loaded: Loaded) -> int:
    """The words on the shelf, there to be opened and never asked: people, capitals, groups, playbook, glossary."""
    texts = loaded.texts
    shelf = [
        *(f"{word} {text}" for word, text in texts.glossary.items()),
        *(f"{one.name} {one.gloss} {one.limit}" for one in texts.playbook.initiatives),
        *(f"{one.name} {one.brief}" for one in texts.counterparts),
        *(f"{one.name} {one.post} {one.leaning}" for one in texts.people),
        *(f"{one.name} {one.remembers}" for one in texts.audiences),
    ]
    return sum(count(text) for text in shelf)


def walk(session: Session, name: str) -> Walked:
    """Reads every page of a play that an automatic player plays on to its end."""
    tally = _Tally()
    while session.beat is not Beat.CLOSED:
        move = session.by_policy(name)
        if isinstance(move, Passing):
            page = session.handover()
            tally.read(shown.handover(page))
            tally.decisions += passing_decisions(page)
            session.hand_over(move)
        else:
            desk = session.desk()
            tally.read(shown.morning(session.morning()))
            tally.read(shown.desk(desk, move.do))
            tally.decisions += desk_decisions(desk, move)
            tally.read(shown.after(session.submit(move)))
    last = session.closing()
    tally.read(shown.closing(last))
    tally.decisions += last.rank_asked + last.take_back_asked
    return Walked(dict(tally.parts), tally.decisions)


def desk_decisions(desk: Desk, move: Draft) -> int:
    """The deed, each pledge that wants an answer, an estimate, and the programme where it was used."""
    asked = sum(entry.must or entry.offered for entry in desk.entries)
    return bool(desk.options) + asked + (desk.estimate is not None) + bool(move.programme)


def passing_decisions(page: Handover) -> int:
    """The memo, and each pledge that the successor answers for."""
    return 1 + len(page.book)


class _Tally:
    """Words by part; furniture that has been read is passed over."""

    def __init__(self) -> None:
        self.parts: Counter[str] = Counter()
        self.decisions = 0
        self._known: set[str] = set()

    def read(self, texts: Iterable[shown.Read]) -> None:
        for one in texts:
            if one.furniture and one.text in self._known:
                continue
            self._known.add(one.text)
            self.parts[one.part] += count(one.text)


def _length(walked: list[Walked], budget: int | None) -> Length:
    parts = {part: float(np.mean([one.parts.get(part, 0) for one in walked])) for part in shown.PARTS}
    return Length(
        _span(one.words for one in walked), _span(one.decisions for one in walked), _span(one.minutes for one in walked), parts, budget,
    )  # fmt: skip


def _span(values: Iterable[float]) -> Span:
    found = np.array(list(values), float)
    low, high = np.quantile(found, (0.1, 0.9))
    return Span(float(found.mean()), float(low), float(high))


def report(loaded: Loaded, progress: Callable[[int, int], None] | None = None) -> dict[str, Any]:
    """Every length as JSON data, with the words there are in all."""
    lengths = {id: told(length) for id, length in measure(loaded, progress=progress).items()}
    return {"lengths": lengths, "written": written(loaded), "at_will": at_will(loaded)}


def told(length: Length) -> dict[str, Any]:
    """A length as JSON data."""

    def span(of: Span) -> dict[str, float]:
        return {"mean": round(of.mean, 1), "low": round(of.low, 1), "high": round(of.high, 1)}

    return {
        "budget": length.budget,
        "words": span(length.words),
        "decisions": span(length.decisions),
        "minutes": span(length.minutes),
        "parts": {part: round(words) for part, words in length.parts.items()},
    }
