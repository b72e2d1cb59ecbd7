"""The morning: what came overnight, two views of it, what was noticed, and in a crisis the ladder."""

from __future__ import annotations

from dataclasses import dataclass

from .common import Face, Price, State, Status


@dataclass(frozen=True, slots=True)
class Cable:
    sender: State
    office: str  # "Ministry of Foreign Affairs, Aldmark"
    number: str  # "Telegram 31"
    route: str  # "Varholm to Aldmark"
    grade: str  # "Immediate. Confidential."
    dated: str  # "Thursday 20 October, 19.40"
    received: str  # "20 OCT 2033 20:05", for the stamp
    title: str
    paragraphs: tuple[str, ...]  # without their numbers; a screen numbers them from 1
    signed: str  # "PELL"
    place: str  # id of a place on the map, or ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A quiet season's letter.  It asks nothing."""

    sender: str
    paragraphs: tuple[str, ...]
    dated: str


@dataclass(frozen=True, slots=True)
class Clipping:
    name: str
    headline: str
    story: str
    dated: str  # "Friday 21 October"
    of: State


@dataclass(frozen=True, slots=True)
class Account:
    """What an adviser foretold so far and what happened; `ticks` oldest first.  Open forecasts are not counted."""

    right: int
    counted: int
    ticks: tuple[bool, ...]
    shown: bool  # False where the difficulty keeps accounts closed


@dataclass(frozen=True, slots=True)
class Adviser:
    face: Face
    says: str  # the chance word is marked **likely**
    chance: str  # "likely", or ""
    account: Account


@dataclass(frozen=True, slots=True)
class Cue:
    """Something seen.  Which quantity it tells is the player's to work out."""

    text: str
    by: Face
    about: State
    dated: str  # "Autumn 2033"


@dataclass(frozen=True, slots=True)
class News:
    """One line of a season; `echo` is the date of the earlier act it follows, or ""."""

    text: str
    by: Face
    echo: str


@dataclass(frozen=True, slots=True)
class Pressure:
    """A pledge that has become dearer to keep."""

    pledge: str  # slot id "norland/catch-limit"
    title: str
    to: State
    text: str
    price: Price


@dataclass(frozen=True, slots=True)
class Rung:
    number: int
    name: str
    home: bool  # home stands here
    theirs: bool


@dataclass(frozen=True, slots=True)
class LastAct:
    by: State
    text: str
    dated: str
    moved: int  # rungs climbed (+) or stepped down (-)


@dataclass(frozen=True, slots=True)
class WayOut:
    text: str
    cheapest: Price
    dearest: Price
    option: str  # id of the option on today's desk that takes it, or ""


@dataclass(frozen=True, slots=True)
class Crisis:
    name: str
    other: State
    stake: str  # "petty", "serious" or "vital"
    home_stake: str
    their_stake: str
    rungs: tuple[Rung, ...]  # seven, routine first
    fortnight: int  # 1.. ; 0 on the opening day
    most: int
    acts: tuple[LastAct, ...]  # newest first
    ways_out: tuple[WayOut, ...]
    their_ways_out: tuple[WayOut, ...]
    accident: str  # a sentence, or "" below the rungs where luck decides too
    answer_by: str  # "24 October"


@dataclass(frozen=True, slots=True)
class Morning:
    status: Status
    heading: str  # "Two views before the desk", "Nothing wants an answer this season"
    cable: Cable | None  # None in a quiet season
    letter: Letter | None
    paper: Clipping | None
    advisers: tuple[Adviser, ...]
    cues: tuple[Cue, ...]
    news: tuple[News, ...]
    pressures: tuple[Pressure, ...]
    owed: tuple[str, ...]  # "Norland asked directly. Silence will be heard."
    crisis: Crisis | None
    opening: tuple[str, ...]  # the private secretary's words on the first page; else ()
    secretary: Face
    told_as_one: bool  # two quiet seasons on one page
