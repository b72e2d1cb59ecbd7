"""What several screens show: who acts, who speaks, the top bar, and the few closed lists of words.

A page is a frozen tree of strings, small integers and enums, everything resolved: a screen looks nothing up.  Texts may carry the marks
`*italic*` and `**strong**`.  No page holds a belief, a chance, an aim or any number that play.md hides before the debrief.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

HOME = -1
"""The place of home among states; 0, 1, ... are the counterparts, and their count stands for third parties."""


class Beat(StrEnum):
    """Where a play stands.  MORNING and REPLY are two screens of one phase; AFTER is the page that follows a reply."""

    MORNING = "morning"
    REPLY = "reply"
    AFTER = "after"
    HANDOVER = "handover"
    CLOSED = "closed"


class Price(StrEnum):
    """What keeping a pledge costs home today, and what a way out of a crisis costs."""

    TRIFLING = "trifling"
    LIGHT = "light"
    SERIOUS = "serious"
    HEAVY = "heavy"
    RUINOUS = "ruinous"


class Trend(StrEnum):
    """How a group at home moved since the last page."""

    FALLING = "falling"
    SLIPPING = "slipping"
    STEADY = "steady"
    RISING = "rising"
    CLIMBING = "climbing"


class Kind(StrEnum):
    """How a consequence bore on home.  Never said of trust."""

    HELPED = "helped"
    HURT = "hurt"
    MIXED = "mixed"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class State:
    """A state as a screen draws it: `index` picks its colour, `seal` its arms."""

    index: int  # HOME, a counterpart's place, or their count for third parties
    id: str  # "home", "norland", "third-parties"
    name: str  # "Republic of Norland"
    short: str  # "Norland"
    seal: str


@dataclass(frozen=True, slots=True)
class Face:
    """A person, or a plain post that nobody named (`portrait` 0)."""

    name: str
    post: str
    leaning: str  # declared, in words; "" if none
    portrait: int  # 1 to 16; 0 for a desk without a face


@dataclass(frozen=True, slots=True)
class Status:
    """The top bar, on every screen."""

    date: str  # "Autumn 2033"; in a crisis "Late October 2033"
    line: str  # "20 October · first term, season 7 of 8"
    beat: Beat
    capital: int
    capital_most: int
    scenario: str
    home: State
    minister: Face
    place: str  # "turn 7 of 24": for the title screen and the list of plays
    unsaved: str  # "", or the one sentence that says why this play is not being saved
