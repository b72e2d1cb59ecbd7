"""Between administrations, and the end: the vote, the memo, the successor's first decisions, the closing pages."""

from __future__ import annotations

from dataclasses import dataclass

from .common import Face, Price, State, Status


@dataclass(frozen=True, slots=True)
class Share:
    """One part of why the vote went as it did, in points of the vote against an even count."""

    name: str
    points: float  # one decimal
    text: str


@dataclass(frozen=True, slots=True)
class Election:
    """The vote is public: its numbers are shown."""

    heading: str  # "The vote of May 2035", or "The fall of the Government"
    fell: bool
    share: float  # percent for the government, one decimal
    even: float  # percent at which the vote is as likely lost as won
    returned: bool
    line: str  # "The Government is returned."
    economy: Share
    handling: Share


@dataclass(frozen=True, slots=True)
class InkChoice:
    id: str  # the journal's word: "word:norland/catch-limit" "channel" "ambassador" "warn:norland" "opposition"
    text: str  # the sentence as it would be written
    gloss: str  # what it does
    available: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class Honours:
    """One thing the successor may do with an inherited pledge."""

    id: str  # affirm silent renegotiate disown
    name: str
    gloss: str


@dataclass(frozen=True, slots=True)
class Inherited:
    id: str  # slot
    title: str
    text: str
    to: State
    due: str
    form: str
    price: Price  # to keep, for the successor's mandate
    minuted: bool  # False: only if inked will it be in the new book
    obstructs: str  # "your mandate asks otherwise", or ""
    choices: tuple[Honours, ...]
    default: str


@dataclass(frozen=True, slots=True)
class Handover:
    status: Status
    election: Election
    memo: tuple[str, ...]  # the author's text above the memo
    leaving: Face
    leaving_party: str
    arriving: Face
    arriving_party: str
    same_party: bool
    mandate: str
    mandate_text: str
    objectives: tuple[str, ...]
    ink: tuple[InkChoice, ...]
    ink_most: int  # four lines
    book: tuple[Inherited, ...]  # as minuted; unminuted ones too, marked: they are known to the one who leaves


@dataclass(frozen=True, slots=True)
class Closing:
    """The last page before the seal is broken.  No score and no belief stands on it."""

    status: Status
    heading: str
    last_cable: tuple[str, ...]  # if war came
    text: tuple[str, ...]
    election: Election | None
    rank_asked: bool  # rank the counterparts first
    counterparts: tuple[State, ...]
    ranked: tuple[str, ...]  # ids as ranked, or ()
    take_back_asked: bool
    decisions: tuple[TurnPassed, ...]  # to choose the one to take back, and to open in the debrief
    took_back: str  # the sentence of the chosen one, or ""


@dataclass(frozen=True, slots=True)
class TurnPassed:
    turn: int  # as Session.undo and Session.branch count
    season: int
    step: int
    date: str
    title: str  # the inject
    did: str  # the option, or the programme
    marked: str  # the player's own mark, or ""
