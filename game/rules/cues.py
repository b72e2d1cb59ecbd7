"""What a season lets one see: `shown = true + lean + N(0, s)`, cut into the five phrasings an author wrote (play.md 4).

The rules draw the reading from the hidden value; the seat is shown the phrase and its reporter, never the value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .arrays import Index, Real, logit, rows_last
from .counterparts import COMPOSITE
from .luck import ONE_LOGIT, Purpose, normal, tickets
from .scenario import MOD, Memo
from .vocabulary import READINGS

if TYPE_CHECKING:
    from .now import Turn
    from .scenario import Scenario
    from .world import World

CUTS = (-1.5, -0.5, 0.5, 1.5)
_BESIDE_A_CABLE = 2  # cues for which a year told in one turn leaves room beside its cable
_KIND = 1.2  # log-odds at which an aim or an own reliability shows
REMEMBERED = 0.7  # weight of earlier notes on the same quantity
UNIT = 256.0
_SUREST, _MOST = 0.3, 32767  # nobody is surer of a phrase than of a leaked minute; and what a note can hold
_COMPOSITE, _RECORD, _AIM, _THEIR_WORD = (READINGS.index(name) for name in ("composite", "record", "aim", "their-word"))


def true_values(world: World, belief: Real, tells: Index, c: Index) -> Real:
    """(rows,) in log-odds, what a cue about counterpart c would show without lean or noise.  tells: place in READINGS; c: (rows,)."""
    rows, dims = np.arange(len(world)), belief.shape[2]
    cell = c * dims + np.minimum(tells, dims - 1)
    value: Real = rows_last(belief).reshape(-1)[cell * len(rows) + rows]
    some = np.flatnonzero(tells == _COMPOSITE)
    value[some] = _composite(belief[some, c[some]])
    some = np.flatnonzero(tells == _RECORD)
    value[some] = _composite(logit(np.clip(world.record_mean[some, c[some]], 0.01, 0.99)))
    for about, column in ((_AIM, world.aim), (_THEIR_WORD, world.honest)):
        some = np.flatnonzero(tells == about)
        value[some] = _KIND * (2.0 * column[some, c[some]] - 1)
    return value


def _composite(x: Real) -> Real:
    total: Real = x[:, 0] * COMPOSITE[0] + x[:, 1] * COMPOSITE[1] + x[:, 2] * COMPOSITE[2] + x[:, 3] * COMPOSITE[3]
    return total


def read_cues(world: World, s: Scenario, turn: Turn) -> None:
    """Up to three cues a turn, one in a crisis, each of another kind; what moved of late is likelier to show (fair: play.md 4)."""
    count = len(s.cue_tells)
    before = world.cue.copy()
    world.cue[:] = -1
    if not count:
        return
    pace = tickets(turn.key, Purpose.CUE, count).T  # (cues, rows)
    moved = rows_last(world.moved)[s.cue_of, np.minimum(s.cue_tells, 3)] * (s.cue_tells < 4)[:, None]
    pace += np.minimum(moved, 48) * np.int32(ONE_LOGIT >> 4)
    memo: Memo = {}
    for number, holds in enumerate(s.cue_when):
        if holds is not None:
            pace[number] *= holds(world, memo)
    shown = world.cue.shape[1]
    noise = normal(turn.key, Purpose.CUE_NOISE, shown)
    rows = np.arange(len(world))
    beside = shown if s.pace == 1 else _BESIDE_A_CABLE
    room = np.where(world.crisis > 0, 1, np.where(world.inject > 0, beside, shown))
    for slot in range(shown):
        if slot >= count:
            continue
        best = _seldom_again(pace[slot::shown], before[:, slot], slot, shown)
        q = (best & 255).astype(np.intp)
        told = (best > 0) & turn.alive & (slot < room)
        c = s.cue_of[q].astype(np.intp)
        spread = s.cue_noise[q] * s.noise * world.mods[rows, c, MOD["noise"]]
        x = true_values(world, turn.inbox.belief, s.cue_tells[q], c) + s.cue_lean[q] + spread * noise[:, slot]
        level = sum((x > cut).astype(np.int8) for cut in CUTS)
        world.cue[:, slot] = np.where(told, q, -1)
        world.cue_level[:, slot] = np.where(told, level, 0)
        _note(world, s, q, c, level, told)


def _seldom_again(pace: Index, before: Index, slot: int, shown: int) -> Index:
    """(rows,) the best ticket of a group of cues (cues, rows), where what was seen last time runs at an eighth of its pace."""
    best: Index = pace.max(0)
    row = np.flatnonzero((best & 255) == before)
    if row.size:
        again, column = pace[:, row], np.arange(row.size)
        place = ((best[row] & 255) - slot) // shown
        ticket = again[place, column]
        again[place, column] = (ticket >> 3 & ~255) | (ticket & 255)
        best[row] = again.max(0)
    return best


def _note(world: World, s: Scenario, q: Index, c: Index, level: Index, told: Index) -> None:
    """What a careful reader writes down: the middle of the phrase's range, less the reporter's known lean, weighted by its precision.

    Each new note on a quantity lets the older ones count for less.
    """
    row = np.flatnonzero(told)
    q, c = q[row], c[row]
    at = (row, c, s.cue_tells[q].astype(np.intp))
    weight = UNIT / np.maximum(s.cue_noise[q], _SUREST) ** 2
    noted = np.rint(REMEMBERED * world.noted[at] + weight * (level[row] - 2.0 - s.cue_lean[q]))
    world.noted[at] = np.clip(noted, -_MOST, _MOST)
    world.noted_weight[at] = np.rint(REMEMBERED * world.noted_weight[at] + weight)


def notes(world: World) -> tuple[Real, Real]:
    """(rows, C, readings) sums and weights of what was noted; their quotient is an estimate in log-odds."""
    return world.noted / UNIT, world.noted_weight / UNIT
