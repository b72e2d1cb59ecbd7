"""What the minister may know of the table: the columns of one row that play.md lets a screen show, copied out.

Pages are built from this and never from a World, so that no page can show a belief, an aim or what a counterpart pays at home.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

import numpy as np

from ..rules.arrays import Array, Bool, Index, Real
from ..rules.ledger import Cause, Line, What
from ..rules.vocabulary import Mark, State
from ..rules.world import World


@dataclass(frozen=True, slots=True)
class Visible:
    """Shapes are the World's without their first axis."""

    season: int
    step: int
    week: int
    term: int
    term_start: int
    closed: bool
    war: bool
    inject: int
    happened: Index
    taken: Index
    answered: Index
    cue: Index
    cue_level: Index
    their_rung: Index
    home_rung: Index
    their_act: Index
    crisis: int
    top_rung: int
    crises: int
    pledge: Index
    due: Index
    made: Index
    tempt: Index
    size: Index
    public: Index
    verified: Index
    clear: Index
    form: Index
    marks: Array
    kept: Index
    broken: Index
    theirs_kept: Index
    theirs_broken: Index
    word: Index
    word_channel: Index
    word_until: Index
    tone: Index
    channel: Index
    owed: Bool
    programme: Index
    approval: Real
    heat: float
    capital: float
    leaning: int
    mandate: int
    lost: bool
    elections: int
    won: int
    falls: int


def seen(world: World, row: int = 0) -> Visible:
    """The visible columns of one row.  A word that nobody minuted and the successor never heard of is not in the book."""
    told = {f.name: getattr(world, f.name)[row] for f in fields(Visible)}
    for name, value in told.items():
        told[name] = np.array(value) if np.ndim(value) else value.item()
    hidden = (told["marks"] & np.uint8(Mark.FORGOTTEN)) > 0
    for name in ("pledge", "due", "made", "tempt", "size", "public", "verified", "clear", "form", "marks"):
        told[name][hidden] = 0
    # What their own pledges cost them is theirs to know.
    told["tempt"][1] = 0
    return Visible(**told)


_NAMED = (Cause.WORD_BELIED, Cause.WORD_KEPT, Cause.SILENCE, Cause.TWO_STORIES, Cause.PLEDGE_EXPOSED)
_OPEN_BOOK = (What.APPROVAL, What.RUNG, What.PLEDGE, What.CAPITAL, What.HEAT, What.EVENT)


def reasons(lines: Iterable[Line], before: Array, row: int = 0) -> tuple[Line, ...]:
    """The ledger's lines as far as home can know them (law 4): acts, causes and actors; no size of anything that is believed.

    before: (C, K) bool, home's pledges that were in nobody's book as the turn began; they surface only when they are broken.
    """
    told: dict[Line, None] = {}
    for line in lines:
        if line.row != row or _buried(line, before):
            continue
        if line.what in _OPEN_BOOK or line.cause == Cause.OBJECTIVE:
            told[line] = None
        elif line.what == What.TRUST and line.cause in _NAMED:
            told[replace(line, cell=line.cell[:1], size=0.0)] = None
    return tuple(told)


def forgotten(world: World, row: int = 0) -> Array:
    """(C, K) home's open pledges that only the other side remembers."""
    hidden: Array = (world.marks[row, 0] & np.uint8(Mark.FORGOTTEN)) > 0
    return hidden


def _buried(line: Line, before: Array) -> bool:
    """Whether a line would give away a word that home has forgotten."""
    if line.cause == Cause.PLEDGE_FORGOTTEN:
        return line.size == State.OPEN
    slots = before.size
    of_a_pledge = line.cause.name.startswith("PLEDGE_") or line.cause == Cause.REFUSED_BY_THEM
    return of_a_pledge and 0 <= line.about < slots and bool(before.reshape(-1)[line.about])
