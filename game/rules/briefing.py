"""Morning: the date moves, what is hidden drifts, injects and cues arrive, and the desk is laid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from . import abroad, audiences, book, ladder, peace, programme
from .administrations import draw_mandate
from .arrays import Bool, Index, Real, look_up, zeros
from .cues import read_cues
from .ledger import Cause, Ledger, What
from .luck import Purpose, keys, tickets, uniform, uniform_at
from .now import Turn
from .pledges import HOME, slot
from .scenario import MOD, OPTIONS, Memo
from .trust import Inbox
from .vocabulary import Dim, State

if TYPE_CHECKING:
    from .scenario import Scenario
    from .world import World

CREDIT = 0.15  # approval of the party for each point of capital that colleagues are still owed
_PRESENCE = 2  # rung from which the services' ill temper costs one more


def brief(world: World, s: Scenario, ledger: Ledger) -> Turn:
    """The world's part before the player's move."""
    turn = _clock(world, s, ledger)
    _first_morning(world, s, turn)
    abroad.govern(world, s, turn, ledger)
    programme.arrive(world, s)
    audiences.income(world, s, turn, ledger)
    turn.book = book.standing(world, turn.alive)
    _press(world, s, turn, ledger)
    row, c, k = turn.book
    turn.due[row, c, k] = book.due_now(world, s, row, c, k)
    _arrive(world, s, turn, ledger)
    ladder.open_crises(world, s, turn, ledger)
    _lay_desk(world, s, turn)
    read_cues(world, s, turn)
    return turn


def _clock(world: World, s: Scenario, ledger: Ledger) -> Turn:
    """Half a year, or a fortnight that lies inside it: the next season opens on its own date (rulings 9)."""
    alive, crisis = ~world.closed, world.crisis > 0
    world.step[:] = np.where(alive, (world.step + 1) * crisis, world.step)
    world.season += (s.pace * (alive & ~crisis)).astype(np.int16)
    week = np.where(alive, 26 * world.season.astype(np.int32) + 2 * world.step, world.week)
    elapsed = np.clip(week - world.week, 0, 159)
    world.week[:] = week
    rows, belief, heard = len(world), world.belief, world.rumour[:, None, :] - world.unheard
    world.rumour[:] = 0
    world.unheard[:] = 0
    count = s.sizes["counterparts"]
    none = np.full(rows, -1, np.int8)
    cells = (count, s.sizes["kinds"])
    inbox = Inbox(belief, ledger)
    return Turn(
        key=keys(world.seed, world.season, world.step), alive=alive, season_turn=~crisis, elapsed=elapsed, p=inbox.p[:, :count],
        inbox=inbox, offered=zeros(rows, (OPTIONS,), bool), price=zeros(rows, (OPTIONS,), np.float64),
        affordable=zeros(rows, (OPTIONS,), bool), pressed=zeros(rows, cells, bool), due=zeros(rows, cells, bool),
        book=(none[:0], none[:0], none[:0]), effect=np.zeros(rows, np.intp), aftermath=np.zeros(rows, np.intp),
        firm=zeros(rows, (count,), np.int8), tone_soft=zeros(rows, (count,), np.int8), spoken=zeros(rows, (count,), bool),
        probed=none, rung_before=world.home_rung.copy(), heard=heard, owed=zeros(rows, (count,), bool),
    )  # fmt: skip


def _first_morning(world: World, s: Scenario, turn: Turn) -> None:
    """What the seed decides before anything happens: aims, honesty, the temper of home, the first mandate."""
    row = np.flatnonzero((world.season == 0) & (world.step == 0) & turn.alive)
    if not row.size:
        return
    count = s.sizes["counterparts"]
    world.aim[row] = (uniform(turn.key, Purpose.AIM, count) < s.grasping)[row]
    world.honest[row] = (uniform(turn.key, Purpose.THEIR_TYPE, count) < 0.6)[row]
    world.restless[row] = (uniform(turn.key, Purpose.RESTLESS) < s.restless)[row]
    draw_mandate(world, s, turn, row, world.term[row])


def _press(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """Home turns against a pledge: keeping it grows dear (+1.6), once in its life, and the morning says so."""
    row, c, k = turn.book
    promised = (world.pledge[row, HOME, c, k] == State.OPEN) & (s.kinds.dim[k] == Dim.R) & turn.season_turn[row]
    row, c, k = row[promised], c[promised], k[promised]
    if not row.size:
        return
    chance = np.where(world.restless[row], s.law.shock_restless, s.law.shock_chance) * s.pace
    fresh = world.tempt[row, HOME, c, k] < world.size[row, HOME, c, k] + 20
    older = world.made[row, HOME, c, k] < world.week[row]
    hit = (uniform_at(turn.key, Purpose.SHOCK, row, slot(s, 0, c, k)) < chance) & fresh & older
    row, c, k = row[hit], c[hit], k[hit]
    world.tempt[row, HOME, c, k] = np.minimum(world.tempt[row, HOME, c, k] + np.int8(round(20 * s.law.shock)), 100)
    turn.pressed[row, c, k] = True
    ledger.write_at(world, What.EVENT, Cause.PLEDGE_PRESSED, slot(s, HOME, c, k), row, (), s.law.shock)


# ---- injects ---------------------------------------------------------------------------------


def _arrive(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """One inject a turn at most.

    In a crisis its next fortnight; else what was to follow, what must come, a probe, or the winner of a race.
    """
    memo: Memo = {}
    arrived = _race(world, s, turn, memo)
    probing = arrived = _probe(world, s, turn, memo, arrived)
    for i, holds in reversed(s.must):
        arrived = np.where(holds(world, memo) & _fresh(world, s, i), i, arrived)
    arrived = _queued(world, arrived)
    arrived = _fortnight(world, s, turn, memo, arrived) * turn.alive
    turn.probed[:] = np.where((arrived > 0) & (arrived == probing), turn.probed, -1)
    peace.renew(world, turn, ledger)
    world.inject[:] = arrived
    row = np.flatnonzero(arrived)
    world.happened[row, arrived[row]] = world.season[row]
    world.answered[row, arrived[row]] = 0
    world.their_act[:] = 0
    asks = row[s.asks[arrived[row]] & (s.sender[arrived[row]] >= 0)]
    world.owed[asks, s.sender[arrived[asks]]] = True
    turn.owed[:] = world.owed


def _fresh(world: World, s: Scenario, i: int) -> Bool | bool:
    return True if s.recurs[i] else world.happened[:, i] < 0


def _race(world: World, s: Scenario, turn: Turn, memo: Memo) -> Index:
    """Each inject runs with its own luck, so that a new candidate never reshuffles the others; inject 0 is the quiet season."""
    pace = tickets(turn.key, Purpose.INJECT, len(s.when) + 1)
    number = np.array([0, *(i for i, _ in s.when)])
    best = pace[:, 0] + s.head_start[0]
    for j, (i, holds) in enumerate(s.when, 1):
        best = np.maximum(best, (pace[:, j] + s.head_start[i]) * (holds(world, memo) & _fresh(world, s, i)))
    arrived: Index = number[best & 255]
    return arrived


def _probe(world: World, s: Scenario, turn: Turn, memo: Memo, arrived: Index) -> Index:
    """A probe comes by its rate, ahead of what can wait; which of a counterpart's probes, by its own race."""
    if not s.probes:
        return arrived
    count = s.sizes["counterparts"]
    own, dice = abroad.probe_rate(world, s, turn.p) * s.pace, uniform(turn.key, Purpose.PROBE, count)
    margin = own - dice
    if world.quarrel.any():
        margin = 1 - (1 - own) * (1 - peace.renewal_chance(world, s)) - dice
    margin = margin * ((world.season > 0) & turn.season_turn)[:, None]
    row = np.flatnonzero((margin > 0).any(1))
    pace = tickets(turn.key[:, row], Purpose.PROBE, len(s.probes))
    number = np.array([i for i, _, _ in s.probes])
    chosen, probed, strongest = arrived[row], turn.probed[row], np.zeros(row.size)
    for c in range(count):
        best = np.zeros(row.size, np.int32)
        for j, (_, of, holds) in enumerate(s.probes):
            if of == c:
                best = np.maximum(best, pace[:, j] if holds is None else pace[:, j] * holds(world, memo)[row])
        push = margin[row, c]
        wins = (push > strongest) & (best > 0)
        chosen = np.where(wins, number[best & 255], chosen)
        probed = np.where(wins, np.int8(c), probed)
        strongest = np.where(wins, push, strongest)
    arrived = arrived.copy()
    arrived[row], turn.probed[row] = chosen, probed
    return arrived


def _queued(world: World, arrived: Index) -> Index:
    """What was to follow comes on its day, ahead of everything; the first place of the queue first."""
    for q in reversed(range(world.queued.shape[1])):
        ripe = (world.queued[:, q] > 0) & (world.queued_for[:, q] <= world.season) & (world.crisis == 0)
        earlier = np.zeros(len(world), bool)
        for before in range(q):
            earlier |= (world.queued[:, before] > 0) & (world.queued_for[:, before] <= world.season)
        take = ripe & ~earlier
        arrived = np.where(take, world.queued[:, q], arrived)
        world.queued[:, q] = np.where(take & ~world.closed, 0, world.queued[:, q])
    return arrived


def _fortnight(world: World, s: Scenario, turn: Turn, memo: Memo, arrived: Index) -> Index:
    """In a crisis: of its injects those whose condition holds race; one without condition is always there."""
    live = world.crisis > 0
    if not live.any():
        return arrived
    row = np.flatnonzero(live)
    pace = tickets(turn.key[:, row], Purpose.CHOICE, len(s.during))
    number = np.array([i for i, _, _ in s.during])
    best = np.zeros(row.size, np.int32)
    for j, (i, crisis, holds) in enumerate(s.during):
        here = world.crisis[row] == crisis
        if not s.recurs[i]:
            here &= world.happened[row, i] < 0
        # A fortnight written for the situation goes before the one that is always there.
        ahead = pace[:, j] if holds is None else (pace[:, j] + np.int32(1 << 26)) * holds(world, memo)[row]
        best = np.maximum(best, ahead * here)
    turn.probed[row] = -1
    arrived = arrived.copy()
    arrived[row] = number[best & 255]
    return arrived


# ---- the desk --------------------------------------------------------------------------------


def _lay_desk(world: World, s: Scenario, turn: Turn) -> None:
    """Which options are offered, what they cost, and which can be paid."""
    memo: Memo = {}
    turn.offered[:] = look_up(s.offered, world.inject)
    for i, o, holds in s.option_when:
        here = world.inject == i
        if here.any():
            turn.offered[:, o] &= ~here | holds(world, memo)
    base = world.inject.astype(np.intp) * OPTIONS
    _agreed_procedure(world, s, turn, base)
    sour = audiences.below(world, s, audiences.SERVICES)
    for o in range(OPTIONS):
        effect = s.option_effect.take(base + o)
        turn.price[:, o] = s.option_price.take(base + o) + 1.0 * (sour & (s.effects.rung.take(effect) >= _PRESENCE))
    turn.affordable[:] = turn.offered & (turn.price <= world.capital[:, None])
    # Something can always be done: with nothing affordable the cheapest is done on credit, and the party remembers it.
    stuck = ~turn.affordable.any(1) & turn.offered.any(1)
    cheapest = np.where(turn.offered, turn.price, 99.0).argmin(1)
    turn.affordable[stuck, cheapest[stuck]] = True


def _agreed_procedure(world: World, s: Scenario, turn: Turn, base: Index) -> None:
    """Where a dispute procedure stands, the first fortnight of a crisis knows no deed above its rung (#57); it binds home too."""
    first = np.flatnonzero((world.crisis > 0) & (world.step <= 1))
    if not first.size:
        return
    cap = world.mods[first, s.sender[world.crisis[first]], MOD["first-turn-cap"]]
    for o in range(OPTIONS):
        above = (cap > 0) & (s.effects.rung.take(s.option_effect.take(base[first] + o)) > cap)
        turn.offered[first[above], o] = False


def price_of(turn: Turn, option: Index) -> Real:
    """(rows,) capital of the chosen option."""
    chosen: Real = np.take_along_axis(turn.price, option.astype(np.intp)[:, None], axis=1)[:, 0]
    return chosen
