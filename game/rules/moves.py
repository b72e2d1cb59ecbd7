"""The two moves of a play, as arrays over its rows: the one reply of a turn, and the handover.

A journal keeps them as JSON by id (game.play.draft); policies make them for many rows at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import IntEnum

import numpy as np

from .arrays import Array, Bool, Index, zeros


class Book(IntEnum):
    """What home does with one of its pledges this turn.  LEAVE keeps what falls due, if it can be paid, and otherwise waits."""

    LEAVE = 0
    KEEP = 1
    BREAK = 2
    CONCEAL = 3
    WITHDRAW = 4
    ASK_ELSE_KEEP = 5  # ask to renegotiate; if refused and due, keep
    ASK_ELSE_BREAK = 6
    ACCEPT = 7  # a pledge they asked of home
    REFUSE = 8


class Honour(IntEnum):
    """What a successor does with an inherited pledge."""

    SILENT = 0
    AFFIRM = 1
    RENEGOTIATE = 2
    DISOWN = 3


@dataclass(slots=True)
class Reply:
    """Shapes: rows, C counterparts, K pledge kinds.  A tone of -1 says nothing."""

    option: Index  # (rows,) int8 place of the option; ignored in a quiet season
    tone: Index  # (rows, C) int8
    channel: Index  # (rows, C) int8
    wording: Index  # (rows, C) int8
    minuted: Bool  # (rows, C)
    about: Index  # (rows, C) int8 pledge kind that a promise, threat or proposal opens, -1 none
    form: Index  # (rows, C) int8
    book: Index  # (rows, C, K) int8 Book
    programme: Index  # (rows, 2) int16 1 + initiative*places + place, 0 none

    @classmethod
    def blank(cls, sizes: Mapping[str, int], rows: int) -> Reply:
        """The reply that does nothing but leave the book to the defaults."""
        c, k = sizes["counterparts"], sizes["kinds"]

        def int8(*shape: int, fill: int = 0) -> Index:
            return zeros(rows, shape, np.int8, fill)

        return cls(
            int8(), int8(c, fill=-1), int8(c), int8(c, fill=1), zeros(rows, (c,), np.bool_, 1), int8(c, fill=-1), int8(c, fill=1),
            int8(c, k), zeros(rows, (2,), np.int16),
        )  # fmt: skip

    def rows(self, index: Index) -> Reply:
        return Reply(*(np.asarray(getattr(self, f.name))[index] for f in fields(Reply)))


@dataclass(slots=True)
class Handover:
    """The outgoing minister's four lines of ink, and what the incoming one does with the book."""

    ink_words: Bool  # (rows, C, K) unminuted pledges written down, one line each
    ink_channel: Bool  # (rows,) the back channel is introduced to the successor
    ink_ambassador: Bool  # (rows,) the ambassadors stay
    ink_warning: Index  # (rows,) int8 counterpart the memo warns of, -1 none
    ink_opposition: Bool  # (rows,) the opposition briefed
    honour: Index  # (rows, C, K) int8 Honour

    @classmethod
    def blank(cls, sizes: Mapping[str, int], rows: int) -> Handover:
        c, k = sizes["counterparts"], sizes["kinds"]

        def flag(*shape: int) -> Bool:
            return zeros(rows, shape, np.bool_)

        return cls(flag(c, k), flag(), flag(), zeros(rows, (), np.int8, -1), flag(), zeros(rows, (c, k), np.int8))

    @property
    def lines(self) -> Array:
        """(rows,) lines of ink used."""
        single = (self.ink_channel, self.ink_ambassador, self.ink_warning >= 0, self.ink_opposition)
        total: Array = self.ink_words.sum((1, 2)) + np.sum(single, axis=0)
        return total
