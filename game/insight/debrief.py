"""What a play looks like once the seal is broken: one frozen structure that the window, the terminal, the report and `--json` read.

Everything is resolved text and plain numbers; nobody who shows a debrief needs the rules.  Turns count from 0, one for every season and
every fortnight of a crisis, whether it asked for a decision or not; a series has one value a turn, as that turn ended (a handover
included).  No tuple is None.  A state is named by its place: -1 home, 0.. counterparts, their count for third parties.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .judgement import Judgement, TheoryTold


@dataclass(frozen=True, slots=True)
class When:
    turn: int
    season: int  # half-years since the start
    step: int  # 0, or the fortnight of a crisis
    date: str  # "Autumn 2033"; in a crisis "Late October 2033"


# --- what they believed of home


@dataclass(frozen=True, slots=True)
class Line:
    """One ledger line of trust: why one belief moved by so much."""

    when: When
    size: float  # log-odds
    kind: str  # the rules' cause in lower case with hyphens: "deed" "word" "pledge-kept" "faded" "handover" ...
    text: str  # one sentence without its full stop: who did what


@dataclass(frozen=True, slots=True)
class Told:
    """Lines as they are read: one line alone, or a run of fading, or of small things, added up.  Sums over Told and over Line are equal."""

    when: When  # of the first line
    until: When  # of the last
    size: float
    kind: str  # as in Line; "small" for a sum of small things of several kinds
    text: str
    label: str  # a few words, for a chart; to be wrapped or cut by whoever draws it
    lines: tuple[int, ...]  # places in Belief.lines


@dataclass(frozen=True, slots=True)
class Succession:
    """How one belief passed to the next administration: start = h*r + (1-h)*m'."""

    when: When
    r: float  # belief in the administration that ended
    m: float  # the state's record before, a mean
    n: float  # and its weight in administrations
    m_after: float  # m'
    n_after: float  # n'
    h: float  # chance that in effect the same team is in charge
    start: float  # belief in the successor, as a probability


@dataclass(frozen=True, slots=True)
class Belief:
    """One observer's belief of home in one dimension."""

    dimension: str  # id: reliability resolve intent clarity
    name: str  # "Keeps its promises"
    record: float  # the record home inherited, a mean
    weight: float  # in administrations
    opening: float  # log-odds before the first turn: logit of the record
    p: tuple[float, ...]  # at each turn, 0..1
    lines: tuple[Line, ...]  # opening + sum of sizes up to a turn = logit of p at that turn
    told: tuple[Told, ...]
    successions: tuple[Succession, ...]

    @property
    def closing(self) -> float:
        """Log-odds at the end."""
        return self.opening + sum(line.size for line in self.lines)


@dataclass(frozen=True, slots=True)
class Spell:
    """What a government was, from one turn to the next change."""

    since: When
    value: str  # "fearful" "grasping"; "keeps its own word" "keeps it when it pays"
    why: str  # "as the campaign began", "a new government"


@dataclass(frozen=True, slots=True)
class Observer:
    place: int
    id: str
    name: str
    short: str
    beliefs: tuple[Belief, ...]  # four, in the order of the dimensions
    composite: tuple[float, ...]  # one belief for an ordinary deal, at each turn
    aims: tuple[Spell, ...]  # () for third parties
    word: tuple[Spell, ...]  # what their own word was worth; () for third parties
    rungs: tuple[tuple[int, int], ...]  # (home's, theirs) at each turn; () for third parties
    climbs: tuple[tuple[When, str], ...]  # who moved on the ladder, when and why


# --- what could not be seen


@dataclass(frozen=True, slots=True)
class CueTold:
    """A cue as shown, beside what it was drawn from."""

    when: When
    of: int
    reporter: str
    phrase: str
    level: int  # 0..4, which of the five phrases
    tells: str  # "how far they think you keep your promises"
    true: float  # log-odds
    truth: str  # "even", "fairly high" ... or the aim in a word
    fitting: int  # the level the truth itself would have shown
    lean: float  # the reporter's, log-odds
    noise: float


@dataclass(frozen=True, slots=True)
class CrisisTold:
    opened: When
    closed: When | None
    name: str
    with_: int
    our_stake: float
    their_stake: float
    worst: int  # rung, 0..6
    outcome: str  # "it held" ... "" while it lasts


@dataclass(frozen=True, slots=True)
class Leak:
    when: When
    text: str


# --- home


@dataclass(frozen=True, slots=True)
class HomeLine:
    """A line of the home ledger: approval of a group in log-odds, or units of an account."""

    when: When
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    name: str
    weight: float
    opening: float  # percent before the first turn
    approval: tuple[float, ...]  # percent, at each turn
    lines: tuple[HomeLine, ...]  # what moved it, the way back to rest left out


@dataclass(frozen=True, slots=True)
class VoteTold:
    when: When
    fell: bool
    returned: bool
    economy: float  # 0..1
    handling: float  # 0..1, approval
    support: float  # .6 economy + .4 handling
    chance: float  # of being returned, before the dice


# --- the book


@dataclass(frozen=True, slots=True)
class PledgeEvent:
    when: When
    state: str  # offered open kept broken withdrawn lapsed declined; "" for what left it as it was
    text: str


@dataclass(frozen=True, slots=True)
class PledgeLife:
    """One pledge from its making (or its offer) to its end.  A slot may hold several lives."""

    slot: str  # "norland/catch-limit"
    giver: int
    to: int
    kind: str
    title: str
    form: str
    size: float  # c when made
    tempt: float  # c at the end, what keeping it had come to cost
    minuted: bool
    inherited: bool
    forgotten: bool  # a successor never heard of it
    state: str  # at the end
    made: When
    ended: When | None
    events: tuple[PledgeEvent, ...]


# --- the account


@dataclass(frozen=True, slots=True)
class Part:
    id: str  # security people mandate standing office
    name: str
    value: float  # 0..100
    weight: float
    terms: tuple[float, ...]  # by term, for the first three; readings for standing; () for office
    lines: tuple[
        HomeLine, ...
    ]  # the largest things that moved it; security: strain, so more is worse; people: points; mandate: units


@dataclass(frozen=True, slots=True)
class Score:
    parts: tuple[Part, ...]
    campaign: float  # 0..100


@dataclass(frozen=True, slots=True)
class Verdict:
    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Foretold:
    """An estimate of the player's, or an adviser's forecast."""

    when: When
    by: str  # "" for the player
    ask: str  # the estimate's question; for an adviser what was said
    chance: str  # "likely"
    p: float
    happened: bool | None  # None: never decided
    brier: float | None


@dataclass(frozen=True, slots=True)
class Ranking:
    """ "Who would take your word today?", most trusting first, against the truth on that day."""

    when: When
    ranked: tuple[str, ...]  # names
    truth: tuple[str, ...]
    values: tuple[float, ...]  # composite belief, in the order of `truth`
    spearman: float  # 1 the same order, -1 reversed


@dataclass(frozen=True, slots=True)
class Decision:
    turn: int  # this debrief's
    decision: int  # as Session.undo and Session.branch count
    when: When
    title: str  # the inject, or "A quiet season"
    did: str
    said: tuple[str, ...]
    why: str  # the player's own reason
    marked: str
    moved: tuple[tuple[str, str, float], ...]  # the largest moves it caused: observer, dimension's name, log-odds


# --- the file


@dataclass(frozen=True, slots=True)
class Minute:
    when: When
    day: str  # "21 October 2033"
    subject: str  # the inject's title
    answer: str  # the option home chose
    paragraphs: tuple[str, ...]  # a ministry numbers them; whoever shows them puts the numbers
    by: str
    post: str
    margin: str  # what another hand wrote beside it, or ""
    ink: str  # "In the margin, green ink"
    hand: str


@dataclass(frozen=True, slots=True)
class Registered:
    """One act of home's as the ministry entered it: one of the things that moved its belief most."""

    number: int  # from 1
    when: When
    text: str
    moved: tuple[tuple[str, float], ...]  # (dimension id, log-odds), the largest first


@dataclass(frozen=True, slots=True)
class File:
    """One ministry's file on home, unsealed."""

    of: int
    ministry: str
    reference: str  # "ALD 4/33-39"
    subject: str  # "Kingdom of Aldmark"
    minutes: tuple[Minute, ...]
    register: tuple[Registered, ...]  # what home did and they noted, in date order
    closing: tuple[str, ...]  # the last note, paragraphs without their numbers
    closing_margin: str  # what another hand added
    closing_ink: str  # "In the margin, green ink"
    level: str  # high middle low: what the last note was chosen by


@dataclass(frozen=True, slots=True)
class Debrief:
    scenario: str
    title: str
    seed: int
    length: str
    difficulty: str
    theory: TheoryTold  # by which home is judged here
    judged: Judgement | None  # None: that is the theory the play was made under
    climate: str
    complete: bool  # the campaign is over; otherwise everything is as things stand
    notice: str  # "" or what of the file could not be read
    turns: tuple[When, ...]
    home: str
    observers: tuple[Observer, ...]
    restless: bool
    cues: tuple[CueTold, ...]
    crises: tuple[CrisisTold, ...]
    leaks: tuple[Leak, ...]
    groups: tuple[Group, ...]
    approval: tuple[float, ...]  # of all, weighted, percent, at each turn
    votes: tuple[VoteTold, ...]
    pledges: tuple[PledgeLife, ...]
    score: Score
    verdict: Verdict | None  # None while the play is not over
    estimates: tuple[Foretold, ...]
    brier: float | None  # mean of the player's
    advisers: tuple[Foretold, ...]
    rankings: tuple[Ranking, ...]
    took_back: Decision | None
    decisions: tuple[Decision, ...]
    rewinds: int
    files: tuple[File, ...]
    legend: Mapping[str, str]  # the model's terms in one sentence each, for whoever reads the numbers

    def observer(self, id: str) -> Observer:
        """Raises KeyError."""
        for one in self.observers:
            if one.id == id:
                return one
        raise KeyError(id)
