"""What home does with its pledge book in a turn: keep, break, conceal, ask to renegotiate, withdraw with notice, accept or refuse.

What falls due and is left alone is kept if it can be paid, and otherwise defaults: overpromising ends in default (play.md 3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from . import pledges
from .arrays import Bool, Index, Real, add_at, entries, first_of_each, news_grid, on_grid
from .ledger import Cause, Ledger, What
from .luck import Purpose, uniform_at
from .moves import Book
from .now import Deals
from .parameters import DEFAULT, Parameters
from .pledges import HOME
from .scenario import MOD
from .vocabulary import TONES, Dim, Mark, State

if TYPE_CHECKING:
    from .now import Turn
    from .scenario import Scenario
    from .world import World

NOTICE_WEEKS = 26
_DENY, _EXPLAIN = TONES.index("deny"), TONES.index("explain")
_FORGOTTEN_KEPT = 0.35  # chance that a word nobody knows of is kept all the same


def standing(world: World, alive: Bool) -> tuple[Index, Index, Index]:
    """The places (row, counterpart, kind) of home's pledges that are open, or asked of it: found once a turn, and worked on as lists."""
    state = world.pledge[:, HOME]
    row, c, k = entries((state == State.OPEN) | (state == State.OFFERED))
    live = alive[row]
    return row[live], c[live], k[live]


def due_now(world: World, s: Scenario, row: Index, c: Index, k: Index) -> Bool:
    """(n,) open pledges whose day has come, or comes before the next turn of a year."""
    at = (row, HOME, c, k)
    falls: Bool = (world.pledge[at] == State.OPEN) & (world.due[at] <= world.week[row] + 26 * (s.pace - 1))
    return falls


def known(world: World, row: Index, c: Index, k: Index) -> Bool:
    """(n,) what stands in the book at home; a word nobody minuted may be remembered abroad alone."""
    found: Bool = (world.marks[row, HOME, c, k] & np.uint8(Mark.FORGOTTEN)) == 0
    return found


def capital_to_keep(tempt: Real, law: Parameters = DEFAULT) -> Real:
    """Capital that keeping needs at temptation c (rulings 13)."""
    need: Real = np.rint(law.price_capital * np.maximum(0, np.rint(tempt) - 1))
    return need


def comes_out(v: Any, seasons: Any, law: Parameters = DEFAULT) -> Any:
    """Chance that a concealed breach comes out within so many seasons.  v: the pledge's verification."""
    return 1 - (1 - law.exposure * v) ** seasons


def act(world: World, s: Scenario, turn: Turn, ledger: Ledger, book: Index) -> None:
    """book: (rows, C, K) Book."""
    _exposures(world, s, turn, ledger)
    row, c, k = turn.book
    wish = np.where(known(world, row, c, k), book[row, c, k], Book.LEAVE)
    state = world.pledge[row, HOME, c, k]
    asked = state == State.OFFERED
    _offers(world, s, turn, ledger, row[asked], c[asked], k[asked], wish[asked])
    open_ = state == State.OPEN
    _anniversaries(world, s, turn, ledger, row[open_], c[open_], k[open_])
    touched = np.flatnonzero(open_ & (turn.due[row, c, k] | (wish != Book.LEAVE)))
    if touched.size:
        row, c, k, wish = row[touched], c[touched], k[touched], wish[touched]
        due = turn.due[row, c, k]
        _notice(world, s, turn, ledger, row, c, k, wish, due)
        notice = due & ((world.marks[row, HOME, c, k] & Mark.NOTICE) > 0)
        _withdrawn(world, s, turn, ledger, row[notice], c[notice], k[notice])
        # To break and deny is to conceal (rulings 11).
        wish = np.where((wish == Book.BREAK) & (world.tone[row, c] == _DENY), Book.CONCEAL, wish)
        _openly(world, s, turn, ledger, row, c, k, wish, notice)
        _ask(world, s, turn, ledger, row, c, k, wish, notice)
        forgotten = due & ~known(world, row, c, k) & ~notice
        _forgotten(world, s, turn, ledger, row[forgotten], c[forgotten], k[forgotten])
        asking = (wish == Book.ASK_ELSE_KEEP) | (wish == Book.ASK_ELSE_BREAK)
        still = due & ~notice & ~forgotten & ~asking & (world.pledge[row, HOME, c, k] == State.OPEN)
        settle(world, s, turn, ledger, row[still], c[still], k[still])


def settle(world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index, k: Index) -> None:
    """Keep what can be paid, one pledge of a row after the other; the rest defaults."""
    while row.size:
        first = first_of_each(row, len(world))
        r, cc, kk = row[first], c[first], k[first]
        need = capital_to_keep(pledges.temptation(world, HOME, r, cc, kk), s.law)
        able = world.capital[r] >= need
        paid = need * able
        world.capital[r] -= paid
        ledger.write_at(world, What.CAPITAL, Cause.PLEDGE_PRICE, pledges.slot(s, HOME, cc, kk), r, (), -paid)
        pledges.keep(world, s, turn, ledger, r[able], cc[able], kk[able])
        short = ~able
        world.marks[r[short], HOME, cc[short], kk[short]] |= np.uint8(Mark.DEFAULTED)
        pledges.break_(world, s, turn, ledger, r[short], cc[short], kk[short], Cause.PLEDGE_DEFAULTED)
        rest = np.ones(len(row), bool)
        rest[first] = False
        row, c, k = row[rest], c[rest], k[rest]


def _openly(
    world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index, k: Index, wish: Index, done: Bool
) -> None:
    """Break, or break and conceal.  A shock at home that is verified excuses part of it."""
    x = _excuse(world, s, turn, row, c, k)
    hidden = (Book.CONCEAL, Cause.PLEDGE_CONCEALED, s.law.denied_view)
    for action, cause, seen in ((Book.BREAK, Cause.PLEDGE_BROKEN, 1.0), hidden):
        some = np.flatnonzero((wish == action) & ~done)
        if some.size:
            pledges.break_(world, s, turn, ledger, row[some], c[some], k[some], cause, seen=seen, shock=x[some])
            if action == Book.CONCEAL:
                world.marks[row[some], HOME, c[some], k[some]] |= np.uint8(Mark.CONCEALED)


def _excuse(world: World, s: Scenario, turn: Turn, row: Index, c: Index, k: Index) -> Real:
    """x of a breach: a shock of this turn counts as far as arrangements make it checkable (#20, #31, #33), or as it is explained through a
    channel that shows it."""
    told = (world.tone[row, c] == _EXPLAIN) * s.words.verified.take(world.channel[row, c]) * s.law.explained
    x: Real = np.clip(np.maximum(world.mods[row, c, MOD["excuse"]], told), 0, 1) * turn.pressed[row, c, k]
    return x


def _notice(
    world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index, k: Index, wish: Index, due: Bool
) -> None:
    """Notice in writing: the pledge ends a season later at half the loss."""
    some = np.flatnonzero((wish == Book.WITHDRAW) & ((world.marks[row, HOME, c, k] & Mark.NOTICE) == 0) & ~due)
    at = (row[some], HOME, c[some], k[some])
    world.marks[at] |= np.uint8(Mark.NOTICE)
    world.due[at] = np.minimum(world.due[at], world.week[row[some]] + NOTICE_WEEKS)
    late = np.flatnonzero((wish == Book.WITHDRAW) & due & ((world.marks[row, HOME, c, k] & Mark.NOTICE) == 0))
    # On the day itself there is no season left: to withdraw is to break, and the book says so.
    pledges.break_(world, s, turn, ledger, row[late], c[late], k[late], Cause.PLEDGE_BROKEN)


def _withdrawn(world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index, k: Index) -> None:
    pledges.judge(world, s, turn, ledger, row, c, k, False, Cause.PLEDGE_WITHDRAWN, rho=s.law.notice, clarity=False)
    pledges.close(world, s, ledger, row, HOME, c, k, State.WITHDRAWN, Cause.PLEDGE_WITHDRAWN)


def _ask(
    world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index, k: Index, wish: Index, done: Bool
) -> None:
    """Renegotiation costs 1 capital and may be asked once; the other side answers in the response."""
    once = (world.marks[row, HOME, c, k] & Mark.RENEGOTIATED) == 0
    asks = ((wish == Book.ASK_ELSE_KEEP) | (wish == Book.ASK_ELSE_BREAK)) & ~done
    asks &= world.pledge[row, HOME, c, k] == State.OPEN
    able = asks & once & (world.capital[row] >= 1)
    some = np.flatnonzero(able)
    np.subtract.at(world.capital, row[some], 1.0)
    np.maximum(world.capital, 0, out=world.capital)
    about = pledges.slot(s, HOME, c[some], k[some])
    ledger.write_at(world, What.CAPITAL, Cause.PLEDGE_RENEGOTIATED, about, row[some], (), -1.0)
    turn.asks = (row[some], c[some], k[some], wish[some] == Book.ASK_ELSE_KEEP)
    cannot = np.flatnonzero(asks & ~able & turn.due[row, c, k])
    keeps = wish[cannot] == Book.ASK_ELSE_KEEP
    settle(world, s, turn, ledger, row[cannot][keeps], c[cannot][keeps], k[cannot][keeps])
    breaks = cannot[~keeps]
    pledges.break_(world, s, turn, ledger, row[breaks], c[breaks], k[breaks], Cause.PLEDGE_BROKEN)


def _forgotten(world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index, k: Index) -> None:
    """A word nobody minuted falls due: by luck nobody touched it, or it is broken, with the excuse of ignorance (x = .4)."""
    lucky = uniform_at(turn.key, Purpose.SLIP, row, pledges.slot(s, 0, c, k)) < _FORGOTTEN_KEPT
    pledges.keep(world, s, turn, ledger, row[lucky], c[lucky], k[lucky])
    lost = ~lucky
    pledges.break_(world, s, turn, ledger, row[lost], c[lost], k[lost], Cause.PLEDGE_FORGOTTEN, shock=s.law.disown)


def _offers(world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index, k: Index, wish: Index) -> None:
    """Pledges they asked of home: accepted, refused, or left to lapse."""
    if not row.size:
        return
    where = row, c, k
    taken = (wish == Book.ACCEPT) & (world.capital[row] >= s.kinds.capital[k])
    row, c, k = row[taken], c[taken], k[taken]
    cost = s.kinds.capital[k]
    np.subtract.at(world.capital, row, cost)
    np.maximum(world.capital, 0, out=world.capital)
    ledger.write_at(world, What.CAPITAL, Cause.PLEDGE_SIGNED, pledges.slot(s, HOME, c, k), row, (), -cost)
    at = (row, HOME, c, k)
    pledges.sign(
        world, s, turn, ledger,
        Deals(row, np.zeros(len(row), np.int8), c, k, world.tempt[at].astype(float), world.public[at].astype(float),
                      world.verified[at].astype(float), world.clear[at].astype(float), world.form[at], s.kinds.seasons[k] * 26,
                      np.ones(len(row), bool), np.zeros(len(row))),
    )  # fmt: skip
    row, c, k = where
    late = world.due[row, HOME, c, k] <= world.week[row]
    gone = ((wish == Book.REFUSE) | late) & ~taken
    row, c, k = row[gone], c[gone], k[gone]
    about = pledges.slot(s, HOME, c, k)
    turn.inbox.file_at(np.full(row.size, news_grid(-0.06)), Cause.PLEDGE_REFUSED, about, row, c, int(Dim.B))
    np.add.at(world.ticks, row, on_grid(-0.15))
    ledger.write_at(world, What.MANDATE, Cause.PLEDGE_REFUSED, about, row, (), on_grid(-0.15))
    pledges.close(world, s, ledger, row, HOME, c, k, State.LAPSED, Cause.PLEDGE_REFUSED)


def _anniversaries(world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index, k: Index) -> None:
    """A standing commitment is seen to be kept each year, at half weight."""
    some = np.flatnonzero(s.kinds.every[k])
    row, c, k = row[some], c[some], k[some]
    age, period = world.week[row] - world.made[row, HOME, c, k], s.kinds.every[k] * 26
    come = (age >= period) & (age % np.maximum(period, 1) < np.maximum(turn.elapsed[row], 1)) & ~turn.due[row, c, k]
    pledges.judge(world, s, turn, ledger, row[come], c[come], k[come], True, Cause.PLEDGE_KEPT, rho=0.5)


def _exposures(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """A concealed breach may come out each season: the lie's scar never fades."""
    hidden = (world.marks[:, HOME] & np.uint8(Mark.CONCEALED)) > 0
    if not hidden.any():
        return
    hidden &= (turn.season_turn & turn.alive)[:, None, None] & (world.pledge[:, HOME] == State.BROKEN)
    row, c, k = entries(hidden)
    chance = comes_out(world.verified[row, HOME, c, k] / 100, s.pace, s.law)
    out = uniform_at(turn.key, Purpose.EXPOSURE, row, pledges.slot(s, 0, c, k)) < chance
    out &= world.made[row, HOME, c, k] < world.week[row]
    row, c, k = row[out], c[out], k[out]
    world.marks[row, HOME, c, k] &= np.uint8(255 - Mark.CONCEALED)
    scar = news_grid(s.law.lie_scar)
    about = pledges.slot(s, HOME, c, k)
    for dim, share in ((Dim.R, 1.0), (Dim.P, 0.5)):
        add_at(world.lasting, (row, c, int(dim)), scar * share)
        ledger.write_at(world, What.TRUST, Cause.PLEDGE_EXPOSED, about, row, (c, int(dim)), scar * share)
    world.owed[row, c] = True
    np.add.at(world.heat, row, on_grid(0.2))
    np.clip(world.heat, 0, 1, out=world.heat)
    ledger.write_at(world, What.HEAT, Cause.PLEDGE_EXPOSED, about, row, (), on_grid(0.2))
