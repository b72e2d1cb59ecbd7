"""The account: security, people, mandate, standing, office (play.md 5).  Hidden until the debrief, and never a grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .arrays import Index, Real, entries, on_grid, sigma
from .ledger import Cause, Ledger, What
from .pledges import HOME
from .vocabulary import State

if TYPE_CHECKING:
    from .now import Turn
    from .scenario import Scenario
    from .world import World

SECURITY, PEOPLE, MANDATE = range(3)


def end_term(world: World, s: Scenario, row: Index, ledger: Ledger) -> None:
    """Close the term's account and open the next one."""
    law = s.law
    term = np.minimum(world.term[row], s.sizes["terms"] - 1)
    world.past[row, term, SECURITY] = on_grid(100 * np.exp(-world.strain[row] / law.security_scale))
    world.past[row, term, PEOPLE] = on_grid(np.clip(50 + law.people_point * world.people[row], 0, 100))
    world.past[row, term, MANDATE] = on_grid(np.clip(50 + law.mandate_point * world.ticks[row], 0, 100))
    world.strain[row], world.people[row], world.ticks[row] = 0, 0, 0


def end_wars(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """War ends the campaign: everything is scored after one last cable (rulings 19)."""
    row = np.flatnonzero(world.war & turn.alive)
    if not row.size:
        return
    ledger.write_at(world, What.EVENT, Cause.WAR, None, row, (), 1.0)
    end_term(world, s, row, ledger)
    world.term[row] += np.int8(1)
    world.closed[row] = True
    final(world, s, row)
    world.term[row] -= np.int8(1)


def standing_now(world: World, s: Scenario, row: Index) -> Real:
    """(n,) 0..100: the record of all four dimensions with every observer, weighted."""
    p = sigma(world.belief[row])
    total: Real = np.zeros(len(row))
    for o in range(p.shape[1]):
        for d in range(p.shape[2]):
            total = total + on_grid(100 * s.weight[o] * s.law.dim_weights[d] * p[:, o, d])
    return total


def reading(world: World, s: Scenario, row: Index) -> None:
    """Standing is read at each handover, before the successor begins."""
    if row.size:
        world.standing[row, np.minimum(world.term[row], s.sizes["readings"] - 1)] = standing_now(world, s, row)


def final(world: World, s: Scenario, row: Index) -> None:
    """The last reading.  Pledges still open count at their expected keeping (play.md 3: bills left to the successor)."""
    if not row.size:
        return
    r, c, k = entries(world.pledge[row][:, HOME] == State.OPEN)
    size, tempt = world.size[row[r], HOME, c, k] / 20, world.tempt[row[r], HOME, c, k] / 20
    expected = s.law.keep_mandate * size - s.law.price_mandate * tempt**2
    owed = np.bincount(r, on_grid(0.5 * np.minimum(expected, 0) * s.law.mandate_point), len(row))
    world.standing[row, s.sizes["readings"] - 1] = standing_now(world, s, row)
    world.charged[row] = owed


def parts(world: World, s: Scenario) -> Real:
    """(rows, 5) the parts of the score as things stand; final for a closed play."""
    law, rows = s.law, np.arange(len(world))
    terms = np.maximum(world.term + 1, 1)
    done = np.where(world.closed, terms, world.term)
    played = np.arange(s.sizes["terms"])[None, :] < done[:, None]
    count = np.maximum(done, 1)
    mean = [(world.past[:, :, account] * played).sum(1) / count for account in range(3)]
    security = mean[SECURITY] * np.where(world.war, law.war_factor, 1.0)
    people = np.clip(mean[PEOPLE] - 25.0 * world.war, 0, 100)
    mandate = np.clip(mean[MANDATE] + world.charged / count, 0, 100)
    last = s.sizes["readings"] - 1
    weights = np.zeros((len(world), s.sizes["readings"]))
    for t in range(last):
        weights[:, t] = law.reading_weights[min(t, 1)] * (t < np.minimum(world.term, last))
    weights[:, last] = law.reading_weights[2] * world.closed
    weights[rows, last] += (weights.sum(1) == 0) * 1.0
    standing = (world.standing * weights).sum(1) / weights.sum(1)
    votes = 100.0 * world.won.astype(float) / np.maximum(world.elections, 1)
    office = np.clip(votes - law.fall_cost * world.falls, 0, 100)
    return np.stack([security, people, mandate, standing, office], axis=1)


def campaign(parts_: Real, s: Scenario) -> Real:
    """(rows,) 0..100."""
    total: Real = (parts_ * s.law.part_weights).sum(1)
    return total
