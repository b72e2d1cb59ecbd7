"""The closed lists of the game's language (rulings.md 3): the only words that scenarios, journals and rules share.

An array holds a word as its place in its list.  Lists are append-only within a journal format.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

DIMENSIONS: Final = ("reliability", "resolve", "intent", "clarity")
SCORES: Final = ("security", "people", "mandate", "standing", "office")
TONES: Final = (
    "reserve", "protest", "acknowledge", "regret", "apologise", "explain", "deny", "reassure", "propose", "promise", "warn", "threaten",
    "thank",
)  # fmt: skip
CHANNELS: Final = (
    "ambassador", "note-verbale", "summons", "telephone", "hotline", "back-channel", "good-offices", "track-two", "parliament", "address",
    "press-sources", "forum", "summit",
)  # fmt: skip
FORMS: Final = ("oral", "letters", "communique", "agreement", "treaty")
CHANCES: Final = {
    "remote-chance": 0.05, "highly-unlikely": 0.15, "unlikely": 0.30, "realistic-possibility": 0.45, "likely": 0.65, "highly-likely": 0.85,
    "almost-certain": 0.95,
}  # fmt: skip
WORDINGS: Final = ("vague", "plain", "precise")
AIMS: Final = ("fearful", "grasping")
LEANINGS: Final = ("open-hand", "firm-hand")
REWINDS: Final = ("free", "review-only", "off")
DIFFICULTIES: Final = ("gentle", "standard", "hard")
LENGTHS: Final = ("taster", "class", "full")
PROFILES: Final = ("hawk", "centre", "dove")
LEVERS: Final = ("by-election", "income", "leadership", "vote", "services")
STAKES: Final = ("petty", "serious", "vital")
TAGS: Final = (
    "firmness", "concession", "results", "peace", "cost", "risk", "rules", "openness", "corners", "consistency", "sovereignty",
)  # fmt: skip
BOOK_ACTIONS: Final = ("keep", "break", "conceal", "renegotiate", "withdraw")
OFFER_ACTIONS: Final = ("accept", "refuse")
HONOURS: Final = ("affirm", "silent", "renegotiate", "disown")
PRICE_WORDS: Final = ("trifling", "light", "serious", "heavy", "ruinous")
RUNGS: Final = ("routine", "protest", "measures", "alert", "minor clash", "serious clash", "war")

# What a cue may tell.  The first four are what an observer believes of home; the rest are about the observer itself.
READINGS: Final = (*DIMENSIONS, "composite", "record", "aim", "their-word")


class Dim(IntEnum):
    """The four dimensions of trust, as the last axis of every belief."""

    R = 0
    C = 1
    B = 2
    P = 3


class State(IntEnum):
    """The life of a pledge."""

    NONE = 0
    OFFERED = 1
    OPEN = 2
    KEPT = 3
    BROKEN = 4
    WITHDRAWN = 5
    LAPSED = 6


class Mark(IntEnum):
    """Bits of World.marks."""

    MINUTED = 1
    INHERITED = 2
    RENEGOTIATED = 4
    CONCEALED = 8
    NOTICE = 16  # withdrawal has been announced and takes effect next season
    VAGUE = 32
    DEFAULTED = 64  # broken because it could not be paid
    FORGOTTEN = 128  # open, remembered abroad, and in nobody's book at home


class Quarrel(IntEnum):
    """Bits of World.quarrel: what a crisis left behind."""

    OPEN = 1  # it may be renewed
    AGREED = 2
    MEDIATED = 4


class Act(IntEnum):
    """What a counterpart did in a turn."""

    NOTHING = 0
    RESTS = 1
    PRESSES = 2
    CLIMBS = 3
    HOLDS = 4
    STEPS_DOWN = 5


class Score(IntEnum):
    SECURITY = 0
    PEOPLE = 1
    MANDATE = 2
    STANDING = 3
    OFFICE = 4


WAR: Final = 6
STATE_WORDS: Final = tuple(s.name.lower() for s in State)
