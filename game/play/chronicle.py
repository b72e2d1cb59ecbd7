"""What a play remembers of itself beyond the table: decisions taken, what was shown, what followed.  All of it could be known at home.

Kept by the course as it folds; pages are written from it.  Indices are the scenario's; words come later.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..rules.ledger import Line
from .draft import Draft, Passing, Saying
from .visible import Visible


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote, or a fall: shares of 1."""

    season: int
    fell: bool
    returned: bool
    economy: float
    handling: float
    share: float


@dataclass(frozen=True, slots=True)
class CueSeen:
    season: int
    step: int
    cue: int
    level: int


@dataclass(frozen=True, slots=True)
class Briefing:
    """What came with one morning."""

    cues: tuple[CueSeen, ...]
    news: tuple[int, ...]
    letter: int | None
    overnight: tuple[Line, ...]  # what happened while the calendar moved
    from_season: int  # earlier than today's where two quiet seasons are told as one
    passed_over: int  # seasons in which nothing was due, offered, changed or learned


@dataclass(frozen=True, slots=True)
class Passed:
    """One decision and what followed from it."""

    turn: int
    before: Visible
    after: Visible
    did: Draft | Passing
    lines: tuple[Line, ...]
    vote: Vote | None


@dataclass(slots=True)
class Chronicle:
    passed: list[Passed] = field(default_factory=list)
    cues: list[CueSeen] = field(default_factory=list)
    news: dict[int, int] = field(default_factory=dict)  # news -> season it was shown
    letters: dict[int, int] = field(default_factory=dict)
    marks: dict[int, str] = field(default_factory=dict)  # turn -> the player's own note
    rankings: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)  # season, most trusting first
    took_back: int | None = None  # turn

    def last_word(self, to: str) -> tuple[Visible, Saying] | None:
        """The latest word said to a counterpart, and when."""
        for passed in reversed(self.passed):
            if isinstance(passed.did, Draft):
                for word in passed.did.say:
                    if word.to == to:
                        return passed.before, word
        return None

    @property
    def last_vote(self) -> Vote | None:
        return next((p.vote for p in reversed(self.passed) if p.vote is not None), None)
