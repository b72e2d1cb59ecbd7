"""The reply of a turn goes out: the deed, its words, the book, the programme (play.md 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from . import book, effects, pledges, programme, words
from .arrays import Index, on_grid
from .briefing import CREDIT, price_of
from .ledger import Cause, Ledger, What
from .moves import Reply
from .scenario import OPTIONS
from .vocabulary import LEVERS

if TYPE_CHECKING:
    from .now import Turn
    from .scenario import Scenario
    from .world import World


def reply(world: World, s: Scenario, turn: Turn, ledger: Ledger, move: Reply) -> None:
    """Deed first, then word: the deed answers tonight, the word is about what comes next."""
    option = _possible(turn, move.option)
    acting = turn.offered.any(1) & turn.alive
    world.option[:] = np.where(acting, option, -1)
    row = np.flatnonzero(acting)
    world.taken[row, world.inject[row]] = option[row]
    _pay(world, s, turn, ledger, row, option)
    place = world.inject.astype(np.intp) * OPTIONS + option
    turn.effect = effects.case(world, s, place) * acting
    effects.apply(world, s, turn, ledger, row, turn.effect[row], Cause.DEED)
    words.speak(world, s, turn, ledger, move)
    programme.begin(world, s, turn, ledger, move.programme)
    book.act(world, s, turn, ledger, move.book)
    pledges.consult(world, s, turn, ledger)


def _possible(turn: Turn, option: Index) -> Index:
    """An option that is not offered or cannot be paid becomes the first that can: a table of policies never stops."""
    option = np.clip(option, 0, OPTIONS - 1)
    rows = np.arange(len(option))
    return np.where(turn.affordable[rows, option], option, turn.affordable.argmax(1)).astype(np.int8)


def _pay(world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, option: Index) -> None:
    price = price_of(turn, option)[row]
    paid = np.minimum(price, world.capital[row])
    world.capital[row] -= paid
    ledger.write_at(world, What.CAPITAL, Cause.DEED, None, row, (), -paid)
    owed = np.flatnonzero(price > paid)
    party = np.flatnonzero(s.lever == LEVERS.index("leadership"))
    for a in party:
        loss = on_grid(-CREDIT * (price - paid)[owed])
        world.approval[row[owed], a] += loss
        ledger.write_at(world, What.APPROVAL, Cause.ON_CREDIT, None, row[owed], (int(a),), loss)
