"""Home: approval by each group's taste and memory, rallies, the heat of the press, and the levers groups hold (science.md 3, play.md 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .arrays import Index, Real, look_up, on_grid, sigma
from .ledger import Cause, Ledger, What
from .luck import Purpose, uniform
from .vocabulary import LEVERS

if TYPE_CHECKING:
    from .now import Turn
    from .scenario import Scenario
    from .world import World

_MONTHS = np.arange(0, 160) / 4.348
LOW = float(np.log(0.35 / 0.65))  # a lever is pulled below 35 %
BY_ELECTION, INCOME, LEADERSHIP, VOTE, SERVICES = range(len(LEVERS))


def approval_share(world: World, s: Scenario) -> Real:
    """(rows,) 0..1: approval of your handling over all groups, with the rally of the day."""
    groups = sigma(world.approval + world.rally[:, None]) * s.audience_weight
    total: Real = on_grid(groups[:, 0])
    for a in range(1, groups.shape[1]):
        total = total + on_grid(groups[:, a])
    return total


def below(world: World, s: Scenario, lever: int) -> Index:
    """(rows,) whether the group that holds this lever is below 35 %."""
    held = np.flatnonzero(s.lever == lever)
    if not held.size:
        return np.zeros(len(world), bool)
    low: Index = np.asarray((world.approval[:, held] < LOW).any(1))
    return low


def react(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """A rally when blood is shed, then the slow way back to rest; the press cools."""
    _rally(world, s, turn, ledger)
    law = s.law
    back = look_up(np.power(law.approval_month, _MONTHS), turn.elapsed)
    rest = on_grid(s.approval_rest + back[:, None] * (world.approval - s.approval_rest))
    if ledger.watched.size:
        ledger.write(world, What.APPROVAL, Cause.TIME, None, rest - world.approval)
    world.approval[:] = rest
    cool = on_grid(world.heat * look_up(np.power(law.heat_month, _MONTHS), turn.elapsed))
    ledger.write(world, What.HEAT, Cause.TIME, None, cool - world.heat)
    world.heat[:] = cool


def _rally(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """+1.8 logit times prominence, decaying .78 a month; most disputes rally nobody (Baker and Oneal 2001)."""
    world.rally[:] = on_grid(world.rally * look_up(np.power(s.law.rally_month, _MONTHS), turn.elapsed))
    top = world.top.max(1)
    fresh = (top >= 4) & (turn.rung_before.max(1) < 4) & (world.rally < 0.1) & turn.alive & (world.crisis > 0)
    if fresh.any():
        prominence = on_grid(s.law.rally_size * np.where(top >= 5, 0.35, 0.18))
        world.rally += prominence * fresh
        ledger.write(world, What.EVENT, Cause.RALLY, None, prominence * fresh)


def income(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """Political capital each season, by approval; exporters out of temper cost one, the towns' by-election two once a term's year."""
    share = approval_share(world, s)
    low, middle, high = s.law.capital_season
    gain = np.where(share > 0.55, high, np.where(share < 0.42, low, middle)) * s.pace
    gain = gain - 1.0 * below(world, s, INCOME)
    by_election = below(world, s, BY_ELECTION) & (world.season % 2 == 0)
    begun = turn.season_turn & turn.alive & (world.season > 0)
    before = world.capital.copy()
    world.capital[:] = np.clip(world.capital + (gain - 2.0 * by_election) * begun, 0, s.law.capital_most)
    ledger.write(world, What.CAPITAL, Cause.INCOME, None, world.capital - before)
    hit = np.flatnonzero(by_election & begun)
    ledger.write_at(world, What.EVENT, Cause.LEVER, int(np.argmax(s.lever == BY_ELECTION)), hit, (), -2.0)


def challenged(world: World, s: Scenario, turn: Turn) -> Index:
    """(rows,) a leadership challenge that succeeds: the party below 30 %."""
    held = np.flatnonzero(s.lever == LEADERSHIP)
    if not held.size:
        return np.zeros(len(world), bool)
    line = float(np.log(s.law.leadership_line / (1 - s.law.leadership_line)))
    low = (world.approval[:, held] < line).any(1) & turn.season_turn & turn.alive
    row = np.flatnonzero(low)
    falls: Index = np.zeros(len(world), bool)
    falls[row] = uniform(turn.key[:, row], Purpose.LEADERSHIP) < s.law.leadership_chance * s.pace
    return falls
