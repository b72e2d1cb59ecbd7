"""Home: approval by each group's taste and memory, rallies, the heat of the press, and the levers groups hold (science.md 3, play.md 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from .arrays import Index, Real, look_up, on_grid, sigma
from .ledger import Cause, Ledger, What
from .luck import Purpose, uniform
from .parameters import DEFAULT, Parameters
from .vocabulary import LEVERS

if TYPE_CHECKING:
    from .now import Turn
    from .scenario import Scenario
    from .world import World

WEEKS_A_MONTH = 4.348
_WEEKS = np.arange(0, 160)
_MONTHS = _WEEKS / WEEKS_A_MONTH
LOW = float(np.log(0.35 / 0.65))  # a lever is pulled below 35 %
BY_ELECTION, INCOME, LEADERSHIP, VOTE, SERVICES = range(len(LEVERS))


def backing_cost(level: Any, u: Any, i: Any, b: Any, law: Parameters = DEFAULT, *, informed: Any = 0.0) -> Any:
    """Approval log-odds of backing down from a public threat (science.md 3), at most 0 for a group that minds it.

    level: rung reached; u: publicity, 0..1; i, b: a group's inconsistency and belligerence; informed: share told the reasons, 0..1.
    """
    return -law.loud[level] * u * (i * (1 - law.new_information * informed) + b)


def following_cost(level: Any, u: Any, b: Any, law: Parameters = DEFAULT) -> Any:
    """Approval log-odds of carrying a threat out: what a group minds about threatening at all."""
    return -law.loud[level] * u * b


def broken_promise_cost(u: Any, law: Parameters = DEFAULT) -> Any:
    """Approval log-odds of a promise broken, restraint promised and not shown among them (rulings 17)."""
    return -law.break_approval * u


def outcome_effect(outcome: Any, law: Parameters = DEFAULT) -> Any:
    """Approval log-odds of how a crisis ended: 1 held, 0 settled, -1 lost.  Publics mind incompetence most [S14]."""
    return law.outcome * outcome


def unreturned_cost(i: Any, law: Parameters = DEFAULT) -> Any:
    """Approval log-odds of giving way to one who presses all the same (Colaresi 2004 [S17] for the sign).  i: a group's inconsistency."""
    return -law.unreturned * i


def back_to_rest(weeks: Any, law: Parameters = DEFAULT) -> Any:
    """The share of what a group holds for or against a government that is left after so many weeks."""
    return np.power(law.approval_month, np.asarray(weeks) / WEEKS_A_MONTH)


def rally(prominence: Any, law: Parameters = DEFAULT) -> Any:
    """Approval log-odds for everybody at once; prominence 0..1: 1.0 is 11 September 2001, .52 Desert Storm [S9]."""
    return law.rally_size * prominence


def rally_left(weeks: Any, law: Parameters = DEFAULT) -> Any:
    """The share of a rally that is left after so many weeks."""
    return np.power(law.rally_month, np.asarray(weeks) / WEEKS_A_MONTH)


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
    back = look_up(back_to_rest(_WEEKS, law), turn.elapsed)
    rest = on_grid(s.approval_rest + back[:, None] * (world.approval - s.approval_rest))
    if ledger.watched.size:
        ledger.write(world, What.APPROVAL, Cause.TIME, None, rest - world.approval)
    world.approval[:] = rest
    cool = on_grid(world.heat * look_up(np.power(law.heat_month, _MONTHS), turn.elapsed))
    ledger.write(world, What.HEAT, Cause.TIME, None, cool - world.heat)
    world.heat[:] = cool


def _rally(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """+1.8 logit times prominence, decaying .78 a month; most disputes rally nobody (Baker and Oneal 2001)."""
    world.rally[:] = on_grid(world.rally * look_up(rally_left(_WEEKS, s.law), turn.elapsed))
    top = world.top.max(1)
    fresh = (top >= 4) & (turn.rung_before.max(1) < 4) & (world.rally < 0.1) & turn.alive & (world.crisis > 0)
    if fresh.any():
        rise = on_grid(rally(np.where(top >= 5, 0.35, 0.18), s.law))
        world.rally += rise * fresh
        ledger.write(world, What.EVENT, Cause.RALLY, None, rise * fresh)


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
