"""The desk: one deed, its word, the book's lower drawer, the programme, an estimate.  Everything but the deed has a default."""

from __future__ import annotations

from dataclasses import dataclass

from .common import Price, State, Status


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands on the desk: ids for the draft, and the sentence as it would be said."""

    to: str
    tone: str
    via: str
    wording: str
    minuted: bool
    about: str  # pledge kind id it opens, or ""
    form: str
    text: str  # the drafted letter or speech, one paragraph a line


@dataclass(frozen=True, slots=True)
class Care:
    """A group at home that will care for a deed: "approves", "strongly objects"."""

    group: str
    how: str
    likes: bool


@dataclass(frozen=True, slots=True)
class Option:
    id: str
    key: int  # 1 to 4
    title: str
    text: str
    deed: str  # playbook kind, "" for a pure word: it picks the icon
    deed_name: str
    toward: State | None
    cost: int  # capital
    needs: str  # "", "needs Cabinet", "needs Parliament"
    seen: str
    cares: tuple[Care, ...]
    precedent: bool
    offered: bool
    why_not: str  # one sentence when it cannot be chosen, else ""
    warnings: tuple[str, ...]  # it belies an open word, breaks a pledge, or undertakes one
    says: tuple[Word, ...]  # its own word or words; () says nothing
    rung: int  # rung of the ladder it puts home on, -1 if it moves nothing up
    step: int  # -1 when it steps down


@dataclass(frozen=True, slots=True)
class Tone:
    id: str
    name: str
    gloss: str
    looks: str  # "back", "ahead" or "neither"
    stays: str  # "stays open two turns", "until it is due", "binds nothing"
    available: bool
    why_not: str
    carries_pledge: bool  # a promise, threat or proposal may name an undertaking


@dataclass(frozen=True, slots=True)
class Channel:
    id: str
    name: str
    gloss: str
    quiet: bool  # few hear it; otherwise that it was said is known
    hears: str
    leaks_to: str
    days: int
    cost: int
    available: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class Wording:
    id: str
    name: str
    gloss: str


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A pledge that a promise, threat or proposal may carry."""

    id: str
    name: str
    text: str
    price: Price  # to keep, as things stand
    threat: bool
    available: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class Form:
    id: str
    name: str
    gloss: str
    cost: int


@dataclass(frozen=True, slots=True)
class Addressee:
    state: State
    tones: tuple[Tone, ...]
    channels: tuple[Channel, ...]
    undertakings: tuple[Undertaking, ...]
    owed: str  # why silence would be heard, or ""
    open_word: str  # "You warned Norland in April; it is still open." or ""


@dataclass(frozen=True, slots=True)
class Composer:
    """What can be said to whom.  `Session.word(...)` drafts the sentence for any choice."""

    addressees: tuple[Addressee, ...]
    wordings: tuple[Wording, ...]
    forms: tuple[Form, ...]
    free: int  # words a turn that cost nothing beyond their channel
    further: int  # capital for each further one


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done with a pledge; `id` is the draft's word for it."""

    id: str  # keep break conceal renegotiate withdraw accept refuse
    name: str
    gloss: str
    available: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the drawer."""

    id: str  # slot "norland/catch-limit"
    title: str
    text: str
    to: State
    due: str  # "Spring 2034", "this season", "with each year"
    form: str
    checked: str  # how it is checked, in words
    price: Price
    price_line: str  # "serious, on the towns"
    cost: int  # capital to keep it today
    record: str  # "kept twice, broken once"
    offered: bool  # they ask it of home: accept or refuse
    must: bool  # it wants an answer this season
    actions: tuple[Action, ...]
    default: str  # id of the action that Enter accepts, "" for leaving it


@dataclass(frozen=True, slots=True)
class Programme:
    """One initiative towards one place; `id` is the draft's word "hotline:norland" or "cool-the-press"."""

    id: str
    name: str
    gloss: str
    limit: str
    family: str
    toward: State | None
    cost: int
    lead: str  # "this season", "next season", "in two seasons"
    available: bool
    why_not: str
    running: str  # "since Autumn 2033", "from Spring 2034", or ""


@dataclass(frozen=True, slots=True)
class Chance:
    id: str
    name: str  # "highly likely"


@dataclass(frozen=True, slots=True)
class Estimate:
    id: str  # the draft's key
    ask: str
    chances: tuple[Chance, ...]  # seven, from remote chance to almost certain


@dataclass(frozen=True, slots=True)
class Desk:
    status: Status
    question: str
    options: tuple[Option, ...]  # () in a quiet season
    composer: Composer
    owed: tuple[str, ...]
    entries: tuple[Entry, ...]
    programme_open: bool  # spring or a quiet season: the drawer stands open
    programme_most: int
    programme: tuple[Programme, ...]
    running: str  # "Running: the joint count. Nothing is due in the book."
    estimate: Estimate | None
    capital: int
