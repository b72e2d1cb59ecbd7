"""What an automatic player says: the words of the option it took, those its manner adds, and what it proposes of its own accord.

Each sets a tone only where nothing is said yet, in the order in which they stand here: what comes first goes first.
"""

from __future__ import annotations

import numpy as np

from game.rules.arrays import Bool, Index, Real
from game.rules.luck import Purpose
from game.rules.moves import Reply
from game.rules.scenario import OPTIONS
from game.rules.views import View
from game.rules.vocabulary import CHANNELS, FORMS, TONES, WORDINGS, Act, Dim, State

from . import outlook
from .manners import Manner

_REASSURE, _WARN, _THREATEN, _PROPOSE, _THANK, _PROTEST, _RESERVE = (
    TONES.index(t) for t in ("reassure", "warn", "threaten", "propose", "thank", "protest", "reserve")
)
_AMBASSADOR, _HOTLINE, _NOTE, _SCHOLARS = (
    CHANNELS.index(c) for c in ("ambassador", "hotline", "note-verbale", "track-two")
)
_PRECISE, _LETTERS = WORDINGS.index("precise"), FORMS.index("letters")


def say(view: View, move: Reply, m: Manner, lean: Real) -> None:
    """Fills the words of a move whose deed is chosen.  lean: (rows, C) firmness towards each beyond the manner's own."""
    if m.words == "none":
        return
    own = _by_the_card(view, move, m)
    addressed = view.scenario.sender.take(view.inject)[:, None] == np.arange(own.shape[1])
    quiet = _quiet(view, m)
    if m.words == "reassure":
        _set(move, (own < 0) & ((view.their_rung > 0) | addressed), _REASSURE, quiet)
    if m.words == "firm":
        _set(move, (own < 0) & (view.their_rung > 0) & view.season_turn[:, None], _WARN, _AMBASSADOR)
    if m.reads:
        _set(move, (own < 0) & addressed & (lean < 0), _REASSURE, quiet)
    _set(move, view.owed & (view.broken > 0) & (move.tone < 0), TONES.index(m.after_breach), _NOTE)
    _set(move, (move.tone < 0) & (view.their_act == Act.STEPS_DOWN), _THANK, _AMBASSADOR)
    if m.season >= 0:
        _set(move, (move.tone < 0) & (view.their_act == Act.PRESSES), _PROTEST, _NOTE)
    if m.seeks:
        _seek(view, move, m, quiet)
    _set(move, view.owed & (move.tone < 0), _RESERVE, _AMBASSADOR)
    if m.threat:
        _threaten(view, move, m)


def _by_the_card(view: View, move: Reply, m: Manner) -> Index:
    """The option's own words; in a crisis over the hotline, for those who would have one.  (rows, C) their tones, -1 none."""
    s, place = view.scenario, view.inject.astype(np.intp) * OPTIONS + move.option
    own: Index = s.option_tone[place]
    move.tone[:] = np.where((view.inject > 0)[:, None], own, -1)
    move.channel[:], move.wording[:] = s.option_channel[place], s.option_wording[place]
    if "hotline" in m.programme:
        line = outlook.installed(view, _HOTLINE) & (view.crisis > 0)[:, None] & (move.tone >= 0)
        move.channel[line] = _HOTLINE
    return own


def _quiet(view: View, m: Manner) -> Index:
    """(rows, C) the channel of private words: the manner's own where that is open, else the ambassador."""
    wanted = CHANNELS.index(m.quiet)
    return np.where(outlook.installed(view, wanted), np.int8(wanted), np.int8(_AMBASSADOR))


def _set(move: Reply, where: Bool, tone: int, channel: int | Index, about: int = -1) -> None:
    move.tone[where], move.channel[where] = tone, np.broadcast_to(channel, where.shape)[where]
    move.wording[where], move.about[where], move.minuted[where] = _PRECISE, about, True


def _threaten(view: View, move: Reply, m: Manner) -> None:
    """With measures, whoever stands on the second rung or above and has not heard it yet."""
    named = view.scenario.names["kinds"].get("measures-if")
    if named is not None:
        some = (view.their_rung >= 2) & (view.pledge[:, 0, :, named] != State.OPEN)
        _set(move, some & (view.capital >= 3)[:, None], _THREATEN, CHANNELS.index(m.threat), about=named)


def _seek(view: View, move: Reply, m: Manner, quiet: Index) -> None:
    """With the year's programme, propose to one counterpart the largest pledge that is small enough and not standing yet.

    Each further promise is news to fewer at home, so most stop asking at a number of their own.
    """
    s = view.scenario
    count, rows = s.sizes["counterparts"], np.arange(len(view))
    spare = view.capital - outlook.held_back(view, m)
    kinds = np.flatnonzero(s.kinds.dim == Dim.R)
    sizes, most = s.kinds.tempt[kinds], _most(view, m)
    out = (view.pledge[:, 0] == State.OPEN)[:, :, kinds].sum((1, 2))
    spring = ((view.season % 2 == 0) | m.haste) & view.season_turn & (view.crisis == 0)
    asks = spring & (out < m.load) & (outlook.last_year(view) | (not m.late))
    dice = view.dice(Purpose.POLICY_WORD, count)
    quiet = np.where(quiet == _SCHOLARS, np.int8(_AMBASSADOR), quiet)  # scholars carry no instructions
    for turn in range(m.proposals):
        whom = (view.season.astype(np.intp) // (1 if m.haste else 2) + turn) % count
        standing = view.pledge[rows, 0, whom][:, kinds]
        free = (standing != State.OPEN) & (standing != State.OFFERED)
        fits = free & (sizes <= most[rows, whom, None]) & (s.kinds.capital[kinds] <= (spare - 2)[:, None])
        # Among those that fit, one by dice, the larger the likelier: a refusal is not asked again for ever.
        liked = sizes * (0.4 + dice[rows, whom, None] * ((np.arange(len(kinds)) * 7) % 5))
        best = np.where(fits, liked, -1.0).argmax(1)
        row = np.flatnonzero(asks & fits.any(1) & (move.tone[rows, whom] < 0))
        c, kind = whom[row], kinds[best[row]]
        written = dice[row, c] * 10 % 1 < 0.4
        move.tone[row, c], move.channel[row, c] = _PROPOSE, np.where(written, _NOTE, quiet[row, c])
        move.wording[row, c], move.about[row, c], move.form[row, c] = _PRECISE, kind, _LETTERS
        spare = spare - np.bincount(row, s.kinds.capital[kind], len(view))


def _most(view: View, m: Manner) -> Real:
    """(rows, C) largest temptation worth proposing: the manner's, but no more than the cues say they will take (cue 1 of play.md 4)."""
    most: Real = np.minimum(m.seeks, 0.5 + 2.6 / (1 + np.exp(-outlook.reliability(view))))
    return most
