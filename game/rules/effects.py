"""One kernel for every consequence an author wrote.

Options, responses and initiatives are rows of Effects, and only this adds them to a World.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from . import pledges
from .arrays import Index, look_up
from .ledger import Cause, Ledger, What
from .scenario import HABITS, MOD
from .trust import tell, worn
from .vocabulary import Dim

if TYPE_CHECKING:
    from .now import Turn
    from .scenario import Scenario
    from .world import World

_HOME = 0
_NO_PLACE = -1


def case(world: World, s: Scenario, option: Index) -> Index:
    """The effect row of each option: the author's first case that holds, else its plain effect.  option: (rows,) place i*4+o."""
    memo: dict[str, object] = {}
    effect = s.option_effect.take(option, mode="clip")
    for wanted, holds, row in reversed(s.cases):
        match = option == wanted
        if match.any():
            effect += (row - effect) * (match & holds(world, memo))
    return effect


def apply(world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, effect: Index, cause: Cause) -> None:
    """Add one row of Effects to each chosen play.  row, effect: (k,); a row stands once in the list."""
    some = np.flatnonzero(effect)
    if not some.size:
        return
    row, effect = row[some], effect[some]
    e = s.effects
    toward = e.toward.take(effect).astype(np.intp)
    whole = _whole(row, effect, len(world))
    _home(world, s, ledger, row, effect, toward, cause, whole)
    for column, what, table in (
        (world.capital, What.CAPITAL, e.capital), (world.heat, What.HEAT, e.heat), (world.ticks, What.MANDATE, e.mandate),
        (world.people, What.PEOPLE, e.people),
    ):  # fmt: skip
        if whole is None:
            column[row] += table.take(effect)
        else:
            column += table.take(whole)
        if ledger.watched.size:
            ledger.write_at(world, what, cause, effect, row, (), table.take(effect))
    np.maximum(world.capital, 0, out=world.capital)
    np.clip(world.heat, 0, 1, out=world.heat)
    some = np.flatnonzero((e.flags_on | e.flags_off).any(1).take(effect))
    if some.size:
        flagged = row[some]
        for value, flags in ((True, e.flags_on), (False, e.flags_off)):
            told = look_up(flags, effect[some])
            for flag in np.flatnonzero(told.any(0)):
                world.flags[flagged[told[:, flag]], flag] = value
    _follow(world, row, e.then.take(effect), e.after.take(effect))
    aimed = np.flatnonzero(toward >= 0)
    if aimed.size:
        _toward(world, s, turn, ledger, row[aimed], effect[aimed], toward[aimed], cause)
    if cause == Cause.INITIATIVE:
        _to_all(world, s, turn, row[toward < 0], effect[toward < 0])
    pledges.open_offers(world, s, turn, ledger, row, effect)


def _whole(row: Index, effect: Index, rows: int) -> Index | None:
    """A list of effects as a column, 0 elsewhere, where most plays act and whole columns are cheaper than lists; else None."""
    if 4 * len(row) < rows:
        return None
    whole = np.zeros(rows, np.intp)
    whole[row] = effect
    return whole


def _home(
    world: World, s: Scenario, ledger: Ledger, row: Index, effect: Index, toward: Index, cause: Cause, whole: Index | None
) -> None:
    """Approval by taste.  Where the opposition was briefed, what looks like a concession costs less."""
    change = look_up(s.effects.approval, effect)
    eases = (world.mods[:, :, MOD["concession"]] != 1).any()
    if eases:
        eased = world.mods[row, np.maximum(toward, 0), MOD["concession"]]
        yielding = (s.effects.firm.take(effect) < 0)[:, None] & (change < 0)
        change = np.where(yielding, np.rint(change * eased[:, None] * 2**20) * 2.0**-20, change)
    if whole is None or eases:
        for a in range(change.shape[1]):
            world.approval[:, a][row] += change[:, a]
    else:
        world.approval += look_up(s.effects.approval, whole)
    ledger.write_rows(world, What.APPROVAL, cause, effect, row, change)


def _follow(world: World, row: Index, then: Index, after: Index) -> None:
    """Queue what follows: in the first free place, or in the last."""
    some = np.flatnonzero(then)
    if not some.size:
        return
    row = row[some]
    queue = world.queued[row]
    free = queue == 0
    place = np.where(free.any(1), free.argmax(1), queue.shape[1] - 1)
    world.queued[row, place] = then[some]
    world.queued_for[row, place] = world.season[row] + after[some]


def _toward(
    world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, effect: Index, toward: Index, cause: Cause
) -> None:
    """Rungs, evidence and contradicted words towards the counterpart an act is aimed at."""
    e = s.effects
    before, theirs = world.home_rung[row, toward], world.their_rung[row, toward]
    placed = np.clip(np.maximum(before, e.rung.take(effect)) + e.step.take(effect), 0, 5)
    world.home_rung[row, toward] = placed
    world.their_rung[row, toward] = np.clip(theirs + e.their_step.take(effect), 0, 5)
    ledger.write_at(world, What.RUNG, cause, effect, row, (toward, 0), placed.astype(int) - before)
    moved = world.their_rung[row, toward].astype(int) - theirs
    ledger.write_at(world, What.RUNG, cause, effect, row, (toward, 1), moved)
    firm = e.firm.take(effect)
    bolder = np.abs(firm) >= np.abs(turn.firm[row, toward])
    turn.firm[row, toward] = np.where(bolder, firm, turn.firm[row, toward])
    habit = e.habit.take(effect)
    known = np.flatnonzero(habit != _NO_PLACE)
    times = np.zeros(len(row), np.intp)
    times[known] = worn(world, s.law, row[known], toward[known], habit[known])
    _evidence(world, s, turn, row, effect, toward, times, cause)
    pledges.contradicted(world, s, turn, ledger, row, effect, toward)


def _evidence(
    world: World, s: Scenario, turn: Turn, row: Index, effect: Index, toward: Index, times: Index, cause: Cause
) -> None:
    """What the addressee saw now, and what the others will hear of it.  Force against violence already done is read as proportion (#55)."""
    e = s.effects
    variant = effect * HABITS + times
    answered = (e.firm.take(effect) > 0) & (world.their_rung[row, toward] >= 4)
    soften = world.mods[row, toward, MOD["force-backlash"]]
    for d in Dim:
        news = e.evidence[:, d].take(variant)
        if d == Dim.B:
            # On the grid of news: 13/32 is the .4 of the playbook.
            factor = np.where(answered, 0.40625, 1.0) * np.rint(soften * 32) / 32
            news = news + np.rint(np.minimum(news, 0) * (factor - 1) * 4096) / 4096
        some = np.flatnonzero(news)
        turn.inbox.file_at(news[some], cause, effect[some], row[some], toward[some], int(d))
        rumour = e.rumour[:, d].take(variant)
        told = np.flatnonzero(rumour)
        tell(world, row[told], toward[told], int(d), rumour[told])


def _to_all(world: World, s: Scenario, turn: Turn, row: Index, effect: Index) -> None:
    """What is begun at home is seen by every observer alike."""
    for d in Dim:
        news = s.effects.evidence[:, d].take(effect * HABITS)
        some = np.flatnonzero(news)
        for o in range(world.prior.shape[1] if some.size else 0):
            turn.inbox.file_at(news[some], Cause.INITIATIVE, effect[some], row[some], o, int(d))
