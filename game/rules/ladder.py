"""The escalation ladder: a crisis opens, each side climbs, holds or steps down, accidents happen, and it ends (science.md 4.3).

The first functions are the law itself, for any two sides; the others walk it over a World, and `peace.py` says what remains.  Home's
steps are its deeds.  The other side's are quantal; its p is its belief in home's intent, and a grasping aim also weighs home's resolve.
At most `crisis_turns` fortnights; then the crisis settles at its rung and costs until something reopens it.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from . import audiences, peace
from .arrays import Bool, Index, Real, add_rows, best_of, on_grid, sigma
from .ledger import Cause, Ledger, What
from .luck import Purpose, gumbel, normal, uniform
from .parameters import DEFAULT, Parameters
from .scenario import MOD
from .vocabulary import WAR, Act, Dim

if TYPE_CHECKING:
    from .now import Turn
    from .scenario import Scenario
    from .world import World

HOME, OTHER = 0, 1


class Outcome(IntEnum):
    """How a crisis ended for home, with its mandate units (play.md 5)."""

    HELD = 1
    SETTLED = 2
    LOST = 3
    BLUFF_CALLED = 4
    CONCEDED = 5
    WAR = 6


UNITS = {
    Outcome.HELD: 2.2, Outcome.SETTLED: 1.2, Outcome.LOST: -1.3, Outcome.BLUFF_CALLED: -2.5, Outcome.CONCEDED: -2.2, Outcome.WAR: -2.5,
}  # fmt: skip
VIOLENT = 4  # a minor clash
PEOPLE = np.array([0, 0, -0.5, -0.5, -2.0, -6.0, -25.0])
_OUTCOME_UNITS = np.array([0.0] + [UNITS[o] for o in Outcome])
_LOOKS = np.array([0, 1, 0, -1, -1, -1, -1])  # how an outcome looks to home's public
_SPENT = 0.8  # the step beyond war, in V: nobody takes it


# ---- the law, for any two sides --------------------------------------------------------------


def stakes(protracted: Any, shift: Any, noise: Real, law: Parameters = DEFAULT) -> Real:
    """(n, 2) what each side has at stake, S.  protracted: 0..1; shift: petty, serious, vital; noise: (n, 3) standard normal."""
    shared = law.stake_mean + law.stake_protracted * protracted + shift + law.stake_spread * noise[:, 0]
    return np.stack([shared + law.stake_private * noise[:, 1], shared + law.stake_private * noise[:, 2]], axis=1)


def utilities(
    p: Any, resolve: Any, stake: Any, own: Any, other: Any, broker: Any, law: Parameters = DEFAULT
) -> tuple[Any, Any]:
    """U(up), U(down) against holding: science.md 4.3.  p: belief in the other's intent; resolve: doubt of it (0 for an aim that does not
    weigh it); own, other: rungs; broker: good offices at work; all (n,)."""
    v = law.ladder_cost * np.append(law.ladder_steps, law.ladder_steps[-1] + _SPENT)
    rise, fall = v[own + 1] - v[own], v[own] - v[np.maximum(own - 1, 0)]
    fear = law.intent_weight * (p - law.neutral)
    up = stake + law.matching * (other - own) - rise - fear - resolve
    down = law.down_matching * law.matching * (own - other) + law.down_relief * fall + fear + 0.5 * broker
    return up, down - law.down_stake * stake + law.down_resolve * resolve


def step(up: Any, down: Any, own: Any, other: Any, stake: Any, noise: Real, dice: Any, law: Parameters = DEFAULT) -> Index:
    """The rung a side stands on next: a quantal choice among holding, up and down; under fire it may jump to fire of its own.

    noise: (n, 3) Gumbel; dice: (n,) uniform.
    """
    choice = best_of([noise[:, 0], up + noise[:, 1], np.where(own > 0, down, -9.0) + noise[:, 2]])
    jumps = (other >= VIOLENT) & (own < VIOLENT) & (dice < sigma(law.jump + law.jump_stake * stake))
    moved: Index = np.where(jumps, VIOLENT, np.clip(own + (choice == 1) - (choice == 2), 0, WAR)).astype(np.int8)
    return moved


def ends(top: Any, stake: Any, p: Any, broker: Any, law: Parameters = DEFAULT) -> Any:
    """Chance that a crisis ends this fortnight.  top: the higher rung; stake: the mean of both sides'; p: belief in home's intent."""
    return sigma(
        law.crisis_end - law.end_rung * (top - 3.0) - law.end_stake * stake + law.end_intent * (p - law.neutral) + broker
    )


# ---- the law over a World --------------------------------------------------------------------


def open_crises(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """The inject of the turn opens a crisis: stakes are drawn, both sides stand on their first rungs."""
    row = np.flatnonzero(s.opens_crisis.take(world.inject) & (world.crisis == 0) & turn.alive)
    if not row.size:
        return
    inject = world.inject[row]
    c = s.sender[inject].astype(np.intp)
    noise = normal(turn.key[:, row], Purpose.STAKE, 3)
    drawn = on_grid(stakes(s.protracted[c], s.stake_shift[inject], noise, s.law))
    world.stake[row, OTHER], world.stake[row, HOME] = drawn[:, 0], drawn[:, 1]
    start = np.maximum(s.first_rung[inject] - np.rint(world.mods[row, c, MOD["start-rung"]]), 1).astype(np.int8)
    before_other, before_home = world.their_rung[row, c].astype(int), world.home_rung[row, c].astype(int)
    world.their_rung[row, c] = np.maximum(world.their_rung[row, c], start)
    world.home_rung[row, c] = np.maximum(world.home_rung[row, c], 1)
    ledger.write_at(world, What.RUNG, Cause.CRISIS_OPENED, inject, row, (c, 1), world.their_rung[row, c] - before_other)
    ledger.write_at(world, What.RUNG, Cause.CRISIS_OPENED, inject, row, (c, 0), world.home_rung[row, c] - before_home)
    world.crisis[row] = inject
    world.crises[row] += np.int8(1)
    for column in (world.top_rung, world.home_downs, world.their_downs):
        column[row] = 0
    world.conceded[row], world.bluffed[row] = False, False


def respond(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """One answer of the other side in every live crisis, then accidents, then perhaps the end."""
    row = np.flatnonzero((world.crisis > 0) & turn.alive)
    if not row.size:
        return
    c = s.sender[world.crisis[row]].astype(np.intp)
    before = turn.rung_before[row, c]
    world.home_downs[row] += (world.home_rung[row, c] < before).astype(np.int8)
    world.conceded[row] |= (turn.firm[row, c] < 0) & (world.home_rung[row, c] < before)
    _move(world, s, turn, ledger, row, c)
    _accident(world, s, turn, ledger, row, c)
    top = np.maximum(world.home_rung[row, c], world.their_rung[row, c])
    world.top_rung[row] = np.maximum(world.top_rung[row], top)
    high = on_grid(0.15 * (top >= 3))
    world.strain[row] += high
    ledger.write_at(world, What.STRAIN, Cause.CRISIS_TURN, world.crisis[row], row, (), high)
    _end(world, s, turn, ledger, row, c, top)


def _move(world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index) -> None:
    own, other = world.their_rung[row, c].astype(np.intp), world.home_rung[row, c].astype(np.intp)
    p = turn.p[row, c]
    grasping, law = world.aim[row, c] == 1, s.law
    resolve = grasping * law.intent_weight * (p[:, Dim.C] - law.neutral)
    # A word that reassures or a door left open is heard as far as home's word is good.
    heard = 0.4 * turn.tone_soft[row, c] * p[:, Dim.P]
    mods = world.mods[row, c]
    stake, broker = world.stake[row, OTHER], mods[:, MOD["crisis-end"]]
    up, down = utilities(p[:, Dim.B], resolve, stake * mods[:, MOD["grievance"]], own, other, broker, law)
    eased = heard + law.public_weight * world.their_public[row, c]
    noise = gumbel(turn.key[:, row], Purpose.CHOICE, 4)[:, 1:]
    dice = uniform(turn.key[:, row], Purpose.CRISIS_END, 2)[:, 1]
    moved = step(up - eased, down + mods[:, MOD["their-rung-exit"]] + eased, own, other, stake, noise, dice, law)
    world.their_rung[row, c] = moved
    ledger.write_at(world, What.RUNG, Cause.THEIR_MOVE, c, row, (c, 1), moved.astype(int) - own)
    world.their_downs[row] += (moved < own).astype(np.int8)
    world.their_act[row, c] = np.where(moved > own, Act.CLIMBS, np.where(moved < own, Act.STEPS_DOWN, Act.HOLDS))


def _accident(world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index) -> None:
    """Near the top a mishap nobody ordered is read as intent; a hotline halves it (rulings 19)."""
    top = np.maximum(world.home_rung[row, c], world.their_rung[row, c])
    chance = s.law.accidents[top] * world.mods[row, c, MOD["accidents"]]
    some = np.flatnonzero(uniform(turn.key[:, row], Purpose.ACCIDENT) < chance)
    r, cc = row[some], c[some]
    world.their_rung[r, cc] = np.minimum(np.maximum(world.their_rung[r, cc] + 1, top[some] + 1), WAR)
    ledger.write_at(world, What.RUNG, Cause.ACCIDENT, cc, r, (cc, 1), 1)


def _end(world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index, top: Index) -> None:
    """War, a way out by hazard, both sides at protest or below, or the last fortnight: then it settles where it stands, unless a text is
    agreed that takes both sides down."""
    broker = world.mods[row, c, MOD["crisis-end"]]
    hazard = ends(top, world.stake[row].mean(1), turn.p[row, c, Dim.B], broker, s.law)
    begun = world.step[row] > 0
    war = top >= WAR
    calm = (top <= 1) & begun
    quits = begun & (uniform(turn.key[:, row], Purpose.CRISIS_END, 2)[:, 0] < hazard)
    settles = world.step[row] >= s.crisis_turns
    world.war[row] |= war
    over = war | calm | quits | settles
    agreed = peace.conclude(world, s, turn, ledger, row, c, over & ~war)
    out = (quits | settles & agreed) & ~war & ~calm
    r, cc = row[out], c[out]
    for column, side in ((world.their_rung, OTHER), (world.home_rung, HOME)):
        before = column[r, cc].astype(int)
        column[r, cc] = np.minimum(before, 1)
        ledger.write_at(world, What.RUNG, Cause.CRISIS_ENDED, cc, r, (cc, side), column[r, cc] - before)
    stays = settles & ~war & ~calm & ~out
    world.settled[row[stays], c[stays]] = True
    _account(world, s, ledger, row[over], war[over])


def _account(world: World, s: Scenario, ledger: Ledger, row: Index, war: Bool) -> None:
    """Who climbed, who stepped down: mandate units, People and strain, once, when a crisis is over."""
    if not row.size:
        return
    ours, theirs = world.home_downs[row], world.their_downs[row]
    held, lost = (theirs > 0) & (ours == 0), (ours > 0) & (theirs == 0)
    outcome = np.select(
        [war, world.bluffed[row], world.conceded[row] & (theirs == 0), held, lost],
        [Outcome.WAR, Outcome.BLUFF_CALLED, Outcome.CONCEDED, Outcome.HELD, Outcome.LOST],
        Outcome.SETTLED,
    )
    inject = world.crisis[row].copy()
    top = np.where(war, WAR, np.minimum(world.top_rung[row], 5))
    for column, what, change in (
        (world.ticks, What.MANDATE, on_grid(_OUTCOME_UNITS[outcome])), (world.people, What.PEOPLE, on_grid(PEOPLE[top])),
        (world.strain, What.STRAIN, on_grid(s.law.crisis_strain[top])),
    ):  # fmt: skip
        column[row] += change
        ledger.write_at(world, what, Cause.CRISIS_ENDED, inject, row, (), change)
    looks = on_grid(audiences.outcome_effect(_LOOKS[outcome], s.law))
    change = np.broadcast_to(looks[:, None], (len(row), world.approval.shape[1]))
    add_rows(world.approval, row, change)
    ledger.write_rows(world, What.APPROVAL, Cause.CRISIS_ENDED, inject, row, change)
    ledger.write_at(world, What.EVENT, Cause.CRISIS_ENDED, inject, row, (), outcome)
    world.crisis[row] = 0


def relax(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """Outside a crisis measures lapse a step a season; what a crisis left standing stands, and costs, until somebody steps down.

    The other side follows home down, and seldom leaves a higher rung first: more readily the better it thinks of home's intent.
    """
    calm = turn.season_turn & (world.crisis == 0) & turn.alive
    top = world.top
    if not top.any():
        return
    count = s.sizes["counterparts"]
    world.settled &= top >= 2
    settled = on_grid(0.6 * s.pace * (world.settled & calm[:, None]).sum(1))
    world.strain += settled
    ledger.write(world, What.STRAIN, Cause.TIME, None, settled)
    lapses = (world.home_rung > 0) & (turn.rung_before >= world.home_rung) & ~world.settled & calm[:, None]
    above = world.their_rung > world.home_rung
    level = (world.their_rung == world.home_rung) & ~world.settled
    down = (world.their_rung > 0) & (above | level) & calm[:, None]
    row = np.flatnonzero((down & level).any(1))
    leaves = uniform(turn.key[:, row], Purpose.CRISIS_END, count) < 0.5 * turn.p[row, :, Dim.B]
    down[row] &= above[row] | leaves
    for column, side, step in ((world.home_rung, HOME, lapses), (world.their_rung, OTHER, down)):
        column -= step.astype(np.int8)
        for c in range(count):
            at = np.flatnonzero(step[:, c])
            ledger.write_at(world, What.RUNG, Cause.RELAXED, c, at, (c, side), -1)
