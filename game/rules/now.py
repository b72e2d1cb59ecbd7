"""What the phases of one turn hand to one another, and what dies with the turn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from .arrays import Array, Bool, Index, Real

if TYPE_CHECKING:
    from .trust import Inbox

_NO_ROWS = np.empty(0, np.intp)


@dataclass(slots=True)
class Deals:
    """Pledges that wait for the other side's word this turn: a list, (k,) each."""

    row: Index
    giver: Index
    counterpart: Index
    kind: Index
    tempt: Index
    public: Index
    verified: Index
    clear: Index
    form: Index
    weeks: Index
    minuted: Bool
    cost: Real  # capital paid for it, given back if the other side refuses


@dataclass(slots=True)
class Turn:
    key: Array  # (2, rows) luck
    alive: Bool  # (rows,) plays that are not over
    season_turn: Bool  # (rows,) not a crisis fortnight
    elapsed: Index  # (rows,) weeks since the last turn
    p: Real  # (rows, C, D) the counterparts' beliefs as probabilities, as the turn began
    inbox: Inbox
    offered: Bool  # (rows, 4)
    price: Real  # (rows, 4) capital
    affordable: Bool  # (rows, 4)
    pressed: Bool  # (rows, C, K) home's pledges that met a shock this turn
    due: Bool  # (rows, C, K) home's pledges that fall due this turn
    book: tuple[Index, Index, Index]  # home's pledges open or asked of it as the turn began: row, counterpart, kind
    effect: Index  # (rows,) row of Effects that the deed became
    aftermath: Index  # (rows,) row of Effects that its sender's response became
    firm: Index  # (rows, C) int8 how the deed looks from there: -1 yielding, 0, 1 firm, 2 force
    tone_soft: Index  # (rows, C) int8 how the word sounds: 1 conciliatory, -1 firm
    spoken: Bool  # (rows, C)
    probed: Index  # (rows,) int8 counterpart whose probe this inject is, -1 none
    rung_before: Index  # (rows, C) int8 home's rung as the turn began
    owed: Bool  # (rows, C) a word was owed as the turn began: silence will be heard
    heard: Real  # (rows, O, D) hearsay that arrives this turn; what home does now travels until the next
    deals: list[Deals] = field(default_factory=list)
    signed: list[Deals] = field(default_factory=list)  # pledges that opened this turn
    # home's pledges kept this turn: row, counterpart, kind
    kept: list[tuple[Index, Index, Index]] = field(default_factory=list)
    # renegotiations asked: row, counterpart, kind, keep if refused
    asks: tuple[Index, Index, Index, Bool] | None = None
    voting: Index = field(default_factory=lambda: _NO_ROWS)
    fallen: Bool = field(default_factory=lambda: np.empty(0, bool))  # of the voting rows: not a vote but a fall
    economy: Real = field(default_factory=lambda: np.empty(0))  # of the voting rows
    handling: Real = field(default_factory=lambda: np.empty(0))
    vote: Real = field(default_factory=lambda: np.empty(0))  # chance of return
