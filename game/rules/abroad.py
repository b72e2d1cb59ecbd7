"""What the other governments do in a turn: they sign, refuse, keep and break, press, probe, heed, and change (counterparts.py has the law).

They keep and break their own pledges by the same temptation as home.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from . import counterparts as law
from . import pledges
from .arrays import Index, Real, add_at, entries, look_up, on_grid, sigma
from .audiences import back_to_rest
from .ledger import Cause, Ledger, What
from .luck import Purpose, uniform, uniform_at
from .pledges import HOME, THEIRS
from .scenario import MOD
from .trust import readiness, worn_out
from .vocabulary import TONES, Act, Dim, Mark, State

if TYPE_CHECKING:
    from .now import Deals, Turn
    from .scenario import Scenario
    from .world import World

_SLOTS = 1 << 10
_PROPOSE = TONES.index("propose")
_WEEKS = np.arange(0, 160)


def answer_deals(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """Offers of home are taken or refused.  A demand (their pledge) is weighed by how far they believe home's word and power."""
    for d in turn.deals:
        _answer(world, s, turn, ledger, d)
    turn.deals = []


def _answer(world: World, s: Scenario, turn: Turn, ledger: Ledger, d: Deals) -> None:
    p = turn.p[d.row, d.counterpart]
    c, v = d.tempt / 20, d.verified / 100
    cheat = world.mods[d.row, d.counterpart, MOD["cheat-loss"]]
    power, temper = s.power[d.counterpart], s.temper[d.counterpart]
    chance = np.where(
        d.giver == HOME,
        law.takes(p, c, v, cheat, power, temper, s.law) * _patience(world, s, d),
        law.demands(p, c, power, temper, s.law),
    )
    about = pledges.slot(s, d.giver, d.counterpart, d.kind)
    yes = uniform_at(turn.key, Purpose.ACCEPT, d.row, about) < chance
    # What already stands is not refused: signing it again changes nothing.
    yes |= world.pledge[d.row, d.giver, d.counterpart, d.kind] == State.OPEN
    pledges.sign(world, s, turn, ledger, pledges.part(d, yes))
    no = ~yes
    add_at(world.capital, (d.row[no],), d.cost[no])
    np.minimum(world.capital, s.law.capital_most, out=world.capital)
    ledger.write_at(world, What.CAPITAL, Cause.REFUSED_BY_THEM, about[no], d.row[no], (), d.cost[no])
    at = (d.giver[no], d.counterpart[no], d.kind[no])
    ledger.write_at(world, What.PLEDGE, Cause.REFUSED_BY_THEM, about[no], d.row[no], at, -1)


def _patience(world: World, s: Scenario, d: Deals) -> Real:
    """(k,) what is left of their readiness where home has proposed to them before within two years: who asks every season is in want."""
    row, c = d.row, d.counterpart
    recent = world.season[row] - world.habit_season[row, c, _PROPOSE] <= s.law.habit_seasons
    before = np.maximum(world.habit[row, c, _PROPOSE] * recent - 1, 0)
    left: Real = worn_out(before, s.law)
    return left


def answer_asks(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """Renegotiation: they settle for less or not; either way the asking is read."""
    if turn.asks is None or not turn.asks[0].size:
        return
    from .book import due_now, settle

    row, c, k, keeps = turn.asks
    p = turn.p[row, c]
    chance = law.settles_for_less(p[:, Dim.R], p[:, Dim.B], s.law)
    agrees = uniform_at(turn.key, Purpose.RENEGOTIATE, row, pledges.slot(s, 0, c, k)) < chance
    rho = s.law.renegotiation
    pledges.judge(world, s, turn, ledger, row, c, k, False, Cause.PLEDGE_RENEGOTIATED, rho=rho, clarity=False)
    world.marks[row, HOME, c, k] |= np.uint8(Mark.RENEGOTIATED)
    due = due_now(world, s, row, c, k)
    at = (row[agrees], HOME, c[agrees], k[agrees])
    world.tempt[at] = np.maximum(world.tempt[at] // 2, 1)
    world.size[at] = np.maximum(world.size[at] // 2, 1)
    world.due[at] = np.maximum(world.due[at], world.week[row[agrees]]) + 26
    no = ~agrees & due
    keep, drop = no & keeps, no & ~keeps
    settle(world, s, turn, ledger, row[keep], c[keep], k[keep])
    pledges.break_(world, s, turn, ledger, row[drop], c[drop], k[drop], Cause.PLEDGE_BROKEN)


def answer_inject(world: World, s: Scenario, turn: Turn) -> Index:
    """Whether the sender of this turn's inject lets it rest or presses.  -> (rows,) Act, NOTHING where no one asks."""
    sender = s.sender.take(world.inject)
    here = (sender >= 0) & turn.alive
    row = np.arange(len(world))
    c = np.maximum(sender, 0).astype(np.intp)
    value = law.pressing(
        turn.p[row, c], world.aim[row, c] == 1, turn.firm[row, c].astype(float), s.law, soft=turn.tone_soft[row, c].astype(float),
        power=s.power[c], new=world.new_there[row, c],
    )  # fmt: skip
    value = value - s.law.public_weight * world.their_public[row, c]
    presses = uniform(turn.key, Purpose.CHOICE) < sigma(s.temper[c] * value)
    return np.where(here, np.where(presses, Act.PRESSES, Act.RESTS), Act.NOTHING).astype(np.int8)


def heed_threats(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """A threat open at home's end may be heeded: EU(comply) against EU(resist) (science.md 4.1).  A threat heeded lapses, and was cheap."""
    threats = np.flatnonzero(s.kinds.dim == Dim.C)
    open_ = (world.pledge[:, HOME][:, :, threats] == State.OPEN) & turn.alive[:, None, None]
    row, c, j = entries(open_)
    if not row.size:
        return
    k = threats[j]
    fresh = world.made[row, HOME, c, k] == world.week[row]
    row, c, k = row[fresh], c[fresh], k[fresh]
    if not row.size:
        return
    p = turn.p[row, c]
    size, u = world.size[row, HOME, c, k] / 20, world.public[row, HOME, c, k] / 100
    chance = law.complies(p, size, u, world.aim[row, c] == 1, s.power[c], s.temper[c], s.law)
    heeds = uniform_at(turn.key, Purpose.SLIP, row, _SLOTS + pledges.slot(s, 0, c, k)) < chance
    row, c, k = row[heeds], c[heeds], k[heeds]
    world.their_rung[row, c] = np.maximum(world.their_rung[row, c] - 1, 0)
    ledger.write_at(world, What.RUNG, Cause.THREAT_HEEDED, pledges.slot(s, HOME, c, k), row, (c, 1), -1)
    gain = on_grid(0.8)
    np.add.at(world.ticks, row, gain)
    ledger.write_at(world, What.MANDATE, Cause.THREAT_HEEDED, pledges.slot(s, HOME, c, k), row, (), gain)
    pledges.close(world, s, ledger, row, HOME, c, k, State.LAPSED, Cause.THREAT_HEEDED)


def judge_theirs(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """Their pledges fall due: kept by the same likelihood, with their own type, temptation and slips (law 5)."""
    due = (world.pledge[:, THEIRS] == State.OPEN) & (world.due[:, THEIRS] <= world.week[:, None, None])
    row, c, k = entries(due & turn.alive[:, None, None])
    if not row.size:
        return
    at = (row, THEIRS, c, k)
    b = np.where(world.honest[row, c], s.law.b_trust[Dim.R], s.law.b_opport[Dim.R])
    tempt = world.tempt[at] / 20 + s.law.power_tempts * (s.power[c] > 0)
    ready = readiness(b, tempt, world.public[at] / 100, 0.0, int(Dim.R), s.law) * (1 - s.law.slip)
    kept = uniform_at(turn.key, Purpose.THEIR_PLEDGE, row, pledges.slot(s, 0, c, k)) < ready
    size = world.size[at] / 20
    about = pledges.slot(s, THEIRS, c, k)
    for state, which, people, mandate, cause in (
        (State.KEPT, kept, s.law.keep_people, 0.3, Cause.PLEDGE_KEPT), (State.BROKEN, ~kept, -s.law.break_people, -0.2, Cause.PLEDGE_BROKEN)
    ):  # fmt: skip
        r, cc, kk = row[which], c[which], k[which]
        for column, what, share in ((world.people, What.PEOPLE, people), (world.ticks, What.MANDATE, mandate)):
            change = on_grid(share * size[which])
            np.add.at(column, r, change)
            ledger.write_at(world, what, cause, about[which], r, (), change)
        pledges.close(world, s, ledger, r, THEIRS, cc, kk, state, cause)
    add_at(world.theirs_kept, (row[kept], c[kept]), np.int8(1))
    add_at(world.theirs_broken, (row[~kept], c[~kept]), np.int8(1))


def ask_again(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """Who saw a pledge kept may ask for the next, a little larger, within what they would take."""
    row, c, k = (np.concatenate([part[n] for part in turn.kept] or [np.empty(0, np.intp)]) for n in range(3))
    promise = (s.kinds.dim[k] == Dim.R) & (world.pledge[row, HOME, c, k] == State.KEPT)
    row, c, k = row[promise], c[promise], k[promise]
    if not row.size:
        return
    at, p = (row, HOME, c, k), turn.p[row, c]
    larger = np.minimum(world.size[at] + 4, 60)
    wants = (larger / 20 <= law.largest(p[:, 0], s.law)) & (
        uniform_at(turn.key, Purpose.ACCEPT, row, _SLOTS + pledges.slot(s, 0, c, k)) < sigma(4 * (law.composite(p) - 0.45))
    )
    row, c, k, larger = row[wants], c[wants], k[wants], larger[wants]
    at = (row, HOME, c, k)
    world.pledge[at], world.tempt[at], world.size[at] = State.OFFERED, larger, larger
    world.due[at] = world.week[row] + 26
    world.marks[at] = Mark.MINUTED
    about = pledges.slot(s, HOME, c, k)
    ledger.write_at(world, What.PLEDGE, Cause.PLEDGE_OFFERED, about, row, (HOME, c, k), int(State.OFFERED))


def govern(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """Their governments change too: hazard .30 a year in democracies, .20 elsewhere [ARC]; a new one may be another sort."""
    chance = law.turnover(s.democracy, 0.5 * s.pace, s.law)
    changes = (uniform(turn.key, Purpose.GOVERNMENT, len(chance)) < chance) & (turn.season_turn & turn.alive)[:, None]
    changes &= (world.season > 0)[:, None]
    world.new_there[:] = np.maximum(world.new_there - 1, 0)
    row, c = entries(changes)
    if not row.size:
        return
    world.honest[row, c] = uniform_at(turn.key, Purpose.THEIR_TYPE, row, c) < 0.5
    redraw = uniform_at(turn.key, Purpose.AIM, row, c + 8) < 0.3
    drawn = uniform_at(turn.key, Purpose.AIM, row, c) < s.grasping[c]
    world.aim[row, c] = np.where(redraw, drawn, world.aim[row, c])
    world.new_there[row, c] = 2
    ledger.write_at(world, What.EVENT, Cause.GOVERNMENT, c, row, (), 1.0)


def their_home(world: World, s: Scenario, turn: Turn) -> None:
    """Their public returns to rest as home's does, and forgets slower than it is angered."""
    back = look_up(back_to_rest(_WEEKS, s.law), turn.elapsed)
    stepped = (world.their_act == Act.STEPS_DOWN) & turn.alive[:, None]
    public = world.their_public * back[:, None] + s.law.public_gave_way * stepped
    world.their_public[:] = on_grid(np.clip(public, -2, 2))


def probe_rate(world: World, s: Scenario, p: Real) -> Real:
    """(rows, C) chance of a probe this season."""
    count = s.sizes["counterparts"]
    rate: Real = law.probes(p[:, :count], world.aim == 1, s.protracted, s.law)
    return rate


def drift(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """Unbound neighbours hedge: each season of distrust strains security (play.md 5)."""
    count = s.sizes["counterparts"]
    p = turn.p[:, :count]
    cost = law.hedging(p, world.aim == 1, s.protracted, s.law)
    change = on_grid(cost.sum(1) * s.pace * (turn.season_turn & turn.alive))
    world.strain += change
    ledger.write(world, What.STRAIN, Cause.DRIFT, None, change)
