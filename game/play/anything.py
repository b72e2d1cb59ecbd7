"""The random player's words, book and programme: any legal move, by dice that are its own.  Its deed is drawn in `policies.py`."""

from __future__ import annotations

import numpy as np

from game.rules.arrays import Index
from game.rules.luck import Purpose
from game.rules.moves import Book, Reply
from game.rules.programme import choice
from game.rules.views import View
from game.rules.vocabulary import CHANNELS, TONES, WORDINGS, Dim, State

_THREATEN = TONES.index("threaten")
_BINDING = [TONES.index(t) for t in ("threaten", "promise", "propose")]
_ACTS = np.array(
    [Book.KEEP] * 11 + [Book.BREAK] * 3 + [Book.CONCEAL] * 2 + [Book.ASK_ELSE_KEEP, Book.ASK_ELSE_BREAK] + [Book.WITHDRAW] * 2
)  # fmt: skip


def words(view: View, move: Reply) -> None:
    """A tone to every third capital; what binds is about a kind that fits it."""
    s = view.scenario
    bits = view.words(Purpose.POLICY_WORD, s.sizes["counterparts"])
    tone = ((bits >> np.uint32(8)) % np.uint32(len(TONES) * 3)).astype(np.int8)
    move.tone[:] = np.where(tone < len(TONES), tone, -1)
    move.channel[:] = _open_channel(view, ((bits >> np.uint32(16)) % np.uint32(len(CHANNELS))).astype(np.int8))
    move.wording[:] = ((bits >> np.uint32(24)) % np.uint32(len(WORDINGS))).astype(np.int8)
    move.minuted[:] = (bits & np.uint32(1)).astype(bool)
    kind = ((bits >> np.uint32(2)) % np.uint32(s.sizes["kinds"] * 2)).astype(np.int8)
    threat = s.kinds.dim[np.minimum(kind, s.sizes["kinds"] - 1)] == Dim.C
    fits = np.isin(move.tone, _BINDING) & (kind < s.sizes["kinds"]) & ((move.tone == _THREATEN) == threat)
    move.about[:] = np.where(fits, kind, -1)


def book(view: View, move: Reply) -> None:
    """Something with what falls due, seldom with the rest, and a coin for what is asked."""
    row, c, k = view.book
    asked, due = view.pledge[row, 0, c, k] == State.OFFERED, view.due[row, c, k]
    dice = view.dice_at(Purpose.POLICY_BOOK, row, c * view.scenario.sizes["kinds"] + k)
    act = np.where(due | (dice * 100 % 1 < 0.05), _ACTS.take((dice * len(_ACTS)).astype(np.intp)), Book.LEAVE)
    move.book[row, c, k] = np.where(asked, np.where(dice < 0.5, Book.ACCEPT, Book.REFUSE), act)


def programme(view: View, move: Reply) -> None:
    """One initiative in six turns, in either place."""
    s = view.scenario
    dice = view.words(Purpose.POLICY_PLAN, 2)
    most = choice(s, s.sizes["initiatives"], 0)
    move.programme[:] = np.where((dice >> np.uint32(20)) % 6 == 0, (dice % np.uint32(most)).astype(np.int16), 0)


def _open_channel(view: View, channel: Index) -> Index:
    """A channel that must first be installed becomes the ambassador."""
    needs = view.scenario.words.channel_needs
    return np.where(needs.take(channel) == 0, channel, np.int8(0))
