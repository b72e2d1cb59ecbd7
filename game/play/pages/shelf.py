"""What is always reachable and never asked: home front, pledge book, dossiers, playbook, glossary, "what can I do now?"."""

from __future__ import annotations

from dataclasses import dataclass

from .common import Face, Price, State, Status, Trend
from .desk import Entry, Programme
from .morning import Account, Cue


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    name: str
    approval: int  # percent, as polled
    mood: str  # hostile cold cool divided warm solid
    trend: Trend
    share: int  # percent of the vote
    lever: str  # what it can do to you, one sentence
    pulled: bool  # it is doing it now
    likes: tuple[str, ...]
    dislikes: tuple[str, ...]
    remembers: str
    because: str  # what moved it last, without the word "because"; or ""


@dataclass(frozen=True, slots=True)
class Tick:
    text: str
    held: bool  # as things stand tonight
    judged: str  # "at the end of the term"


@dataclass(frozen=True, slots=True)
class HomeFront:
    status: Status
    groups: tuple[Group, ...]
    approval: int  # percent of all, weighted
    line: str  # "of 100 would keep this government"
    press: str  # the press is quiet, busy, hot
    income: str  # "2 a season, at this approval"
    party: str
    mandate: str
    mandate_text: str
    objectives: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Closed:
    title: str
    text: str
    to: State
    state: str  # kept broken withdrawn lapsed
    line: str  # "Kept, Spring 2033"


@dataclass(frozen=True, slots=True)
class Theirs:
    """A counterpart's pledge to home."""

    title: str
    text: str
    by: State
    state: str  # open kept broken withdrawn lapsed
    due: str


@dataclass(frozen=True, slots=True)
class Book:
    status: Status
    open: tuple[Entry, ...]
    offered: tuple[Entry, ...]
    inherited: tuple[str, ...]  # ids among `open`
    unminuted: tuple[str, ...]  # ids among `open` that no successor will find
    closed: tuple[Closed, ...]  # newest first
    theirs: tuple[Theirs, ...]
    counts: tuple[tuple[str, int], ...]  # ("open", 4), ("kept", 6), ...


@dataclass(frozen=True, slots=True)
class Foretold:
    person: Face
    text: str  # what was said, with its chance word
    dated: str
    outcome: str  # "happened", "did not happen", "open"
    right: bool | None  # None while open


@dataclass(frozen=True, slots=True)
class AdviserAccount:
    face: Face
    account: Account
    foretold: tuple[Foretold, ...]  # newest first


@dataclass(frozen=True, slots=True)
class Dossier:
    """One counterpart, as the registry files it.  It holds what was seen and said, never what they believe."""

    status: Status
    state: State
    government: str
    brief: str
    power: str  # "stronger than we are"
    wants: tuple[tuple[str, str], ...]  # ("the banks", "vital")
    people: tuple[Face, ...]
    last_word: str  # "Warned, through the ambassador, Autumn 2033; still open", or "Nothing yet"
    their_last_act: str
    on_the_ladder: str  # "Routine business" or "Alert; they climbed last"
    ours: tuple[Entry, ...]
    closed: tuple[Closed, ...]
    theirs: tuple[Theirs, ...]
    cues: tuple[Cue, ...]  # newest first
    accounts: tuple[AdviserAccount, ...]
    running: tuple[str, ...]  # initiatives in force with them


@dataclass(frozen=True, slots=True)
class Family:
    name: str
    items: tuple[Programme, ...]


@dataclass(frozen=True, slots=True)
class Playbook:
    status: Status
    families: tuple[Family, ...]


@dataclass(frozen=True, slots=True)
class Term:
    word: str
    text: str


@dataclass(frozen=True, slots=True)
class Glossary:
    terms: tuple[Term, ...]  # by word


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing that can be done now."""

    title: str
    text: str
    price: Price | None
    where: str  # option word book programme dossier: the screen it is done on


@dataclass(frozen=True, slots=True)
class Help:
    status: Status
    secretary: Face
    says: str
    hints: tuple[Hint, ...]
