"""The table.  One row is one play; the first axis of every column is the row.

A new column is one new line: `open_world`, `rows`, `put` and `fingerprint` walk the fields.  Amounts are float64 on the grid of arrays.py.
C counterparts, O = C + 1 observers (the last is "third parties"), D dimensions, A audiences, K pledge kinds, I injects, F flags,
N initiatives, H habits (kinds of evidence that wear out).  Weeks count from the campaign's first day; -1 is never.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from . import arrays
from .arrays import Array, Bool, Index, Real

if TYPE_CHECKING:
    from .scenario import Scenario


def column(kind: Any, *shape: str, fill: float = 0) -> Any:
    """Declare a column: its dtype, the names of its further axes, and what it holds before the first turn."""
    return field(metadata={"kind": kind, "shape": shape, "fill": fill})


@dataclass(slots=True)
class World:
    # --- the play and its clock
    seed: Array = column(np.uint64)
    season: Index = column(np.int16)  # half-years since the start; crisis fortnights do not count
    step: Index = column(np.int8)  # 0, or the fortnight within a crisis
    week: Index = column(np.int16)
    term: Index = column(np.int8)
    term_start: Index = column(np.int16)  # season
    closed: Bool = column(np.bool_)
    war: Bool = column(np.bool_)
    # --- the situation
    inject: Index = column(np.int16)  # 0: a quiet season
    option: Index = column(np.int8)  # the deed chosen this turn
    happened: Index = column(np.int8, "injects", fill=-1)  # season last met
    taken: Index = column(np.int8, "injects", fill=-1)  # option last chosen
    answered: Index = column(np.int8, "injects")  # how its sender took it: Act.RESTS or Act.PRESSES
    queued: Index = column(np.int16, "queue")  # injects that follow, 0 none
    queued_for: Index = column(np.int16, "queue")  # season
    flags: Bool = column(np.bool_, "flags")
    cue: Index = column(np.int8, "cues_shown", fill=-1)
    cue_level: Index = column(np.int8, "cues_shown")  # 0..4, which of its five phrases
    # --- what observers believe of home: this administration (log-odds) and the state (a Beta record)
    prior: Real = column(np.float64, "observers", "dims")
    fading: Real = column(np.float64, "observers", "dims")
    lasting: Real = column(np.float64, "observers", "dims")  # deception: never fades
    rumour: Real = column(np.float64, "dims")  # what everyone will hear of next turn
    unheard: Real = column(np.float64, "observers", "dims")  # less what is no hearsay to the one who saw it
    moved: Index = column(np.int8, "observers", "dims")  # last turn's change in 1/32 logits, so that a cue may show it
    record_mean: Real = column(np.float64, "observers", "dims", fill=0.5)
    record_weight: Real = column(np.float64, "observers", "dims", fill=1.0)
    # --- counterparts: what they are and what they do
    aim: Index = column(np.int8, "counterparts")  # 0 fearful, 1 grasping
    honest: Bool = column(np.bool_, "counterparts")  # type of their government: keeps its own pledges
    their_public: Real = column(np.float64, "counterparts")  # latent, a logit; low: their government is cornered
    their_rung: Index = column(np.int8, "counterparts")
    home_rung: Index = column(np.int8, "counterparts")
    their_act: Index = column(np.int8, "counterparts")
    settled: Bool = column(np.bool_, "counterparts")  # a crisis stopped here: each season costs
    quarrel: Array = column(np.uint8, "counterparts")  # bits of vocabulary.Quarrel
    quarrel_season: Index = column(np.int16, "counterparts")
    new_there: Index = column(np.int8, "counterparts")  # turns left in which their new government is finding its feet
    # --- the crisis, one at a time
    crisis: Index = column(np.int16)  # the inject that opened it, 0 none
    stake: Real = column(np.float64, "sides")  # S of home, S of the other side
    top_rung: Index = column(np.int8)
    home_downs: Index = column(np.int8)
    their_downs: Index = column(np.int8)
    conceded: Bool = column(np.bool_)
    bluffed: Bool = column(np.bool_)
    crises: Index = column(np.int8)  # how many there have been
    # --- pledges: giver 0 home, 1 the counterpart
    pledge: Index = column(np.int8, "givers", "counterparts", "kinds")
    due: Index = column(np.int16, "givers", "counterparts", "kinds")  # week
    made: Index = column(np.int16, "givers", "counterparts", "kinds")  # week
    tempt: Index = column(np.int8, "givers", "counterparts", "kinds")  # c today, in twentieths
    size: Index = column(np.int8, "givers", "counterparts", "kinds")  # c when made, in twentieths
    public: Index = column(np.int8, "givers", "counterparts", "kinds")  # u in hundredths
    verified: Index = column(np.int8, "givers", "counterparts", "kinds")  # v in hundredths
    clear: Index = column(np.int8, "givers", "counterparts", "kinds")  # k in hundredths
    form: Index = column(np.int8, "givers", "counterparts", "kinds")
    marks: Array = column(np.uint8, "givers", "counterparts", "kinds")  # bits of vocabulary.Mark
    kept: Index = column(np.int8, "counterparts")  # home's pledges to each, over the campaign
    broken: Index = column(np.int8, "counterparts")
    theirs_kept: Index = column(np.int8, "counterparts")
    theirs_broken: Index = column(np.int8, "counterparts")
    # --- words: the one still open to each counterpart, and this turn's
    word: Index = column(np.int8, "counterparts", fill=-1)  # tone that awaits its test
    word_channel: Index = column(np.int8, "counterparts")
    word_until: Index = column(np.int16, "counterparts")
    tone: Index = column(np.int8, "counterparts", fill=-1)
    channel: Index = column(np.int8, "counterparts")
    owed: Bool = column(np.bool_, "counterparts")  # a breach unanswered, or a direct question: silence speaks
    habit: Index = column(np.int8, "counterparts", "habits")
    habit_season: Index = column(np.int8, "counterparts", "habits", fill=-99)
    # --- standing arrangements
    programme: Index = column(np.int16, "places", "initiatives", fill=-1)  # week from which it stands; last place: home
    arrives: Index = column(np.int16, fill=32000)  # the next week in which something of the programme comes into force
    mods: Real = column(np.float64, "counterparts", "modifiers")
    # --- home
    approval: Real = column(np.float64, "audiences")  # latent, a logit
    rally: Real = column(np.float64)
    heat: Real = column(np.float64)  # of the press, 0..1
    capital: Real = column(np.float64)
    restless: Bool = column(np.bool_)
    leaning: Index = column(np.int8)  # 0 open hand, 1 firm hand
    mandate: Index = column(np.int8)
    continuity: Real = column(np.float64)  # h prepared for the next handover, beyond its base
    lost: Bool = column(np.bool_)  # the last vote
    elections: Index = column(np.int8)
    won: Index = column(np.int8)
    falls: Index = column(np.int8)
    # --- the account
    strain: Real = column(np.float64)  # X of Security, this term
    people: Real = column(np.float64)  # sum of the People points, this term
    ticks: Real = column(np.float64)  # mandate units, this term
    past: Real = column(np.float64, "terms", "accounts")  # security, people, mandate of each finished term
    standing: Real = column(np.float64, "readings")
    charged: Real = column(np.float64)  # Mandate points that pledges still open at the end cost, below 0
    # --- what a careful reader of the cues would have noted: precision-weighted sums, leanings corrected
    noted: Index = column(np.int16, "counterparts", "readings_told")  # in 1/256
    noted_weight: Index = column(np.int16, "counterparts", "readings_told")

    def __len__(self) -> int:
        return int(self.seed.size)

    @property
    def belief(self) -> Real:
        """(rows, observers, 4) log-odds that this administration is trustworthy."""
        return self.prior + self.fading + self.lasting

    @property
    def top(self) -> Index:
        """(rows, counterparts) the higher of both sides' rungs."""
        return np.maximum(self.their_rung, self.home_rung)

    def rows(self, index: Index) -> World:
        """A new table of the chosen rows: for compaction and branching, never inside a phase."""
        return World(*(arrays.take_rows(getattr(self, f.name), index) for f in fields(World)))

    def put(self, places: Index, other: World, index: Index) -> None:
        """Copy rows of another table into this one."""
        for f in fields(World):
            getattr(self, f.name)[places] = getattr(other, f.name)[index]

    def fingerprint(self, row: int = 0) -> str:
        """Hash of one row, the same on every machine."""
        digest = hashlib.blake2b(digest_size=8)
        for f in fields(World):
            digest.update(np.ascontiguousarray(getattr(self, f.name)[row]).tobytes())
        return digest.hexdigest()

    @property
    def bytes_per_row(self) -> float:
        return float(sum(getattr(self, f.name).nbytes for f in fields(World)) / max(1, len(self)))


def blank(sizes: Mapping[str, int], rows: int) -> World:
    """A table of `rows` plays with every column at its fill."""
    made = {}
    for f in fields(World):
        shape = tuple(sizes[axis] for axis in f.metadata["shape"])
        made[f.name] = arrays.zeros(rows, shape, f.metadata["kind"], f.metadata["fill"])
    return World(**made)


def open_world(scenario: Scenario, seeds: Any) -> World:
    """The first morning: one row a seed.  The first briefing moves the clock to season 0 and draws what is hidden."""
    world = blank(scenario.sizes, len(seeds))
    world.seed[:] = seeds
    world.season[:] = -scenario.pace
    world.week[:] = -26 * scenario.pace
    world.record_mean[:] = scenario.record
    world.record_weight[:] = scenario.law.state_weight
    world.prior[:] = arrays.on_grid(arrays.logit(scenario.record))
    world.approval[:] = scenario.approval_rest
    world.capital[:] = scenario.law.capital_start
    world.mods[:] = scenario.mods_rest
    world.leaning[:] = scenario.begins
    return world
