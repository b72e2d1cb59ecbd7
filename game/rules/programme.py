"""The standing playbook: initiatives chosen, in force after their lead, and what they change (play.md 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from . import effects
from .arrays import Bool, Index, entries, on_grid
from .ledger import Cause, Ledger, What
from .pledges import from_table
from .scenario import FACTORS, MOD, MODIFIERS

if TYPE_CHECKING:
    from .now import Turn
    from .scenario import Scenario
    from .world import World

_NEVER = 32000
SLOTS = 2  # initiatives a turn at most
_IS_FACTOR = np.array([name in FACTORS for name, _ in MODIFIERS])


def allowed(world: World, s: Scenario) -> Bool:
    """(rows, places, N) initiatives that may be begun: the right kind of place, not running already, affordable."""
    places = np.arange(s.sizes["places"])
    home = places == s.sizes["counterparts"]
    fits = np.where(s.initiatives.targeted, ~home[:, None], home[:, None])
    fresh = (world.programme < 0) | ~s.initiatives.once
    able: Bool = fits[None] & fresh & (s.initiatives.capital <= world.capital[:, None])[:, None, :]
    return able


def begin(world: World, s: Scenario, turn: Turn, ledger: Ledger, chosen: Index) -> None:
    """chosen: (rows, 2) 1 + initiative*places + place, 0 none.  What cannot be begun is passed over and costs nothing."""
    for j in range(SLOTS):
        row = np.flatnonzero((chosen[:, j] > 0) & turn.alive)
        if not row.size:
            continue
        which, place = np.divmod(chosen[row, j].astype(np.intp) - 1, s.sizes["places"])
        able = which < s.sizes["initiatives"]
        row, which, place = row[able], which[able], place[able]
        home = place == s.sizes["counterparts"]
        able = (s.initiatives.targeted[which] != home) & (s.initiatives.capital[which] <= world.capital[row])
        able &= (world.programme[row, place, which] < 0) | ~s.initiatives.once[which]
        row, which, place = row[able], which[able], place[able]
        if not row.size:
            continue
        cost = s.initiatives.capital[which]
        world.capital[row] -= cost
        effect = s.initiatives.effect[which, place]
        ledger.write_at(world, What.CAPITAL, Cause.INITIATIVE, effect, row, (), -cost)
        due = (world.week[row] + 26 * s.initiatives.lead[which]).astype(np.int16)
        world.programme[row, place, which] = due
        changing = np.isin(which, _changing(s))
        later = changing & (due > world.week[row])
        world.arrives[row[later]] = np.minimum(world.arrives[row[later]], due[later])
        effects.apply(world, s, turn, ledger, row, effect, Cause.INITIATIVE)
        offer = s.initiatives.pledge[which, place]
        some = np.flatnonzero(offer)
        if some.size:
            turn.deals.append(from_table(s, row[some], offer[some]))
        at_once = np.flatnonzero((s.initiatives.lead[which] == 0) & changing)
        refresh(world, s, row[at_once])


def _changing(s: Scenario) -> Index:
    """Initiatives that change a modifier."""
    return np.flatnonzero((s.initiatives.changes != s.mods_rest).any(1))


def in_force(world: World) -> Bool:
    """(rows, places, N)."""
    live: Bool = (world.programme >= 0) & (world.programme <= world.week[:, None, None])
    return live


def arrive(world: World, s: Scenario) -> None:
    """Arrangements whose lead has run come into force."""
    row = np.flatnonzero(world.arrives <= world.week)
    if row.size:
        refresh(world, s, row)
        programme = world.programme[row]
        pending = np.where(programme > world.week[row][:, None, None], programme, np.int16(_NEVER))
        world.arrives[row] = pending.min((1, 2))


def refresh(world: World, s: Scenario, row: Index) -> None:
    """Reckon the modifiers of some rows afresh: factors multiply, bonuses add; what stands at home acts towards everyone."""
    if not row.size:
        return
    programme, week = world.programme[row], world.week[row]
    live = (programme >= 0) & (programme <= week[:, None, None])
    count = s.sizes["counterparts"]
    both = live[:, :count] | live[:, count:]
    for m in range(len(MODIFIERS)):
        change = s.initiatives.changes[:, m]
        active = np.flatnonzero(change != s.mods_rest[m])
        value = np.full(both.shape[:2], s.mods_rest[m])
        for n in active:
            on = both[:, :, n]
            value = value * np.where(on, change[n], 1.0) if _IS_FACTOR[m] else value + on * (change[n] - s.mods_rest[m])
        world.mods[row, :, m] = on_grid(value)


def work(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """Arrangements that act by themselves each season: a published calendar is clarity, exchanges put a floor under the record."""
    clarity = world.mods[:, :, MOD["clarity"]]
    if clarity.any():
        row, c = entries((clarity > 0) & turn.season_turn[:, None] & turn.alive[:, None])
        size = np.rint(clarity[row, c] * s.pace / 2 * 4096) / 4096
        turn.inbox.file_at(size, Cause.STANDING_ORDER, -1, row, c, 3)
    floor = world.mods[:, :, MOD["floor"]]
    if floor.any():
        row, c = entries((floor > 0) & turn.season_turn[:, None] & turn.alive[:, None])
        mean, step = world.record_mean[row, c], np.minimum(floor[row, c] * s.pace, 0.08)[:, None]
        world.record_mean[row, c] = on_grid(mean + step * (mean < 0.5))


def choice(s: Scenario, initiative: int, place: int) -> int:
    """The number by which a reply names an initiative at a place."""
    return 1 + initiative * s.sizes["places"] + place
