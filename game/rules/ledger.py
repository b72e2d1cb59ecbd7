"""The dated reasons for every change (law 4).  Lines are kept for watched rows only; their sums are exact.

A line holds numbers and closed enums; `about` indexes what the cause implies (see Cause).  Words are made where they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from .arrays import Array, Index

if TYPE_CHECKING:
    from .world import World


class What(IntEnum):
    """What changed, and how the cell of a line reads."""

    TRUST = 0  # (observer, dimension), log-odds
    APPROVAL = 1  # (audience,), log-odds
    RUNG = 2  # (counterpart, side: 0 home, 1 theirs), rungs
    MANDATE = 3  # (), mandate units
    PEOPLE = 4  # (), points
    CAPITAL = 5  # ()
    HEAT = 6  # ()
    STRAIN = 7  # (), X of Security
    PLEDGE = 8  # (giver, counterpart, kind), the new State; not a sum
    EVENT = 9  # (), something happened; size is its value


class Cause(IntEnum):
    """Why.  In brackets what `about` indexes."""

    DEED = 0  # (effect)
    AFTERMATH = 1  # (effect) how the sender of the inject took it
    INITIATIVE = 2  # (effect)
    WORD = 3  # (case of words: (tone*channels + channel)*wordings + wording)
    WORD_KEPT = 4  # (tone)
    WORD_BELIED = 5  # (tone)
    TWO_STORIES = 6  # (tone) a leak showed two capitals opposite words
    SILENCE = 7
    PLEDGE_KEPT = 8  # (slot: (giver*counterparts + counterpart)*kinds + kind), as all pledge causes
    PLEDGE_BROKEN = 9
    PLEDGE_CONCEALED = 10
    PLEDGE_DEFAULTED = 11
    PLEDGE_WITHDRAWN = 12
    PLEDGE_RENEGOTIATED = 13
    PLEDGE_DISOWNED = 14
    PLEDGE_EXPOSED = 15
    PLEDGE_SIGNED = 16
    PLEDGE_PRICE = 17
    PLEDGE_REFUSED = 18
    PLEDGE_PRESSED = 19
    PLEDGE_OFFERED = 20
    PLEDGE_FORGOTTEN = 21
    THREAT_CARRIED = 22
    THREAT_BACKED = 23
    THREAT_HEEDED = 24
    HEARSAY = 25
    FADED = 26
    HANDOVER = 27
    TIME = 28
    RALLY = 29
    CRISIS_OPENED = 30  # (inject)
    CRISIS_ENDED = 31  # (inject) size: Outcome
    CRISIS_TURN = 32
    THEIR_MOVE = 33  # (counterpart)
    ACCIDENT = 34  # (counterpart)
    RELAXED = 35  # (counterpart)
    PROBE = 36  # (inject)
    DRIFT = 37
    INCOME = 38
    LEVER = 39  # (audience)
    LEAK = 40  # (case of words)
    GOVERNMENT = 41  # (counterpart) a new one there
    OBJECTIVE = 42  # (place in Scenario.objectives)
    ELECTION = 43
    FALL = 44
    STANDING_ORDER = 45  # (initiative) an arrangement at work
    REFUSED_BY_THEM = 46  # (slot)
    ON_CREDIT = 47
    WAR = 48
    CARETAKER = 49  # (slot) the opposition consulted in a term's last season
    AGREEMENT = 50  # (counterpart) a crisis ended in one
    RENEWED = 51  # (counterpart) an old quarrel, as a probe
    ALARMED = 52  # (counterpart) firmness met a fearful neighbour, which armed


@dataclass(frozen=True, slots=True)
class Line:
    row: int
    season: int
    step: int
    week: int
    what: What
    cause: Cause
    about: int
    cell: tuple[int, ...]
    size: float


def entry(part: Any, k: int) -> Any:
    """One entry of a list, or the scalar that stands for the whole list."""
    return part[k] if isinstance(part, np.ndarray) and part.ndim else part


_FEW = 32  # below this a loop is cheaper than numpy


@dataclass(slots=True)
class Ledger:
    """watched: the rows whose reasons are kept."""

    watched: Index = field(default_factory=lambda: np.empty(0, np.intp))
    lines: list[Line] = field(default_factory=list)
    _set: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        self._set = frozenset(self.watched.tolist())

    def seen(self, row: Index) -> Index:
        """Places in a list of rows (k,) that are watched."""
        if len(row) <= _FEW:
            return np.array([k for k, r in enumerate(row.tolist()) if r in self._set], np.intp)
        return np.flatnonzero(np.isin(row, self.watched))

    def write(self, world: World, what: What, cause: Cause, about: Index | None, change: Array) -> None:
        """change: (rows, ...); each nonzero cell of a watched row becomes a line."""
        if self.watched.size:
            names = None if about is None else about[self.watched]
            self._write(world, self.watched, what, cause, names, change[self.watched])

    def write_watched(self, world: World, what: What, cause: Cause, about: Index | None, change: Array) -> None:
        """The same for a change given for the watched rows alone."""
        self._write(world, self.watched, what, cause, about, change)

    def write_at(
        self, world: World, what: What, cause: Cause, about: Index | int | None, row: Index, cell: tuple[Any, ...], size: Any,
    ) -> None:  # fmt: skip
        """A list of lines: row (k,), each part of cell and size (k,) or scalar."""
        if not self.watched.size or not len(row):
            return
        names = -1 if about is None else about
        for k in self.seen(row):
            amount = float(entry(size, k))
            if amount:
                place = tuple(int(entry(part, k)) for part in cell)
                self._line(world, int(row[k]), what, cause, int(entry(names, k)), place, amount)

    def write_rows(
        self, world: World, what: What, cause: Cause, about: Index | int | None, row: Index, change: Array
    ) -> None:
        """A list of rows and what changed in every cell of each: row (k,), change (k, cells)."""
        if self.watched.size:
            for cell in range(change.shape[1]):
                self.write_at(world, what, cause, about, row, (cell,), change[:, cell])

    def _write(self, world: World, rows: Index, what: What, cause: Cause, about: Index | None, change: Array) -> None:
        for place in np.argwhere(change):
            k = int(place[0])
            cell = tuple(int(p) for p in place[1:])
            name = -1 if about is None else int(about[k])
            self._line(world, int(rows[k]), what, cause, name, cell, float(change[tuple(place)]))

    def _line(
        self, world: World, row: int, what: What, cause: Cause, about: int, cell: tuple[int, ...], size: float
    ) -> None:
        season, step, week = int(world.season[row]), int(world.step[row]), int(world.week[row])
        self.lines.append(Line(row, season, step, week, what, cause, about, cell, size))
