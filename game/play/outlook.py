"""What an automatic player makes of what its seat shows: options' cards, channels, the year, what its word will cost, what cues told it.

It reads a view and decides nothing; the players' deeds (`policies.py`) and words (`parlance.py`) are chosen by it.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.rules.arrays import Array, Bool, Real
from game.rules.pledges import HOME
from game.rules.scenario import Effects, Scenario
from game.rules.views import View
from game.rules.vocabulary import READINGS, State

from .manners import Manner

TWENTIETHS = 20.0  # to a whole of temptation
_AIM, _RELIABLE = READINGS.index("aim"), READINGS.index("reliability")
_UNSURE, _TELLS = 0.5, 0.2  # a reader's doubt in place of a first note; what it takes to make up its mind


def last_year(view: View) -> Bool:
    """(rows,) whether the term has a year or less to run."""
    last: Bool = view.season - view.term_start >= view.scenario.term_seasons - 2
    return last


def held_back(view: View, manner: Manner) -> Real:
    """(rows,) capital that pledges due within a year will need, for those who think of it."""
    if not manner.reserve:
        return np.zeros(len(view))
    soon = (view.pledge[:, 0] == State.OPEN) & (view.due_week[:, 0] <= (view.week + 52)[:, None, None])
    need = np.maximum(0, np.rint(view.tempt[:, 0] / TWENTIETHS) - 1)
    held: Real = (soon * need).sum((1, 2))
    return held


def installed(view: View, channel: int) -> Bool:
    """(rows, C) where a channel that needs an initiative is open: towards a counterpart, or at home for all of them."""
    count, needs = view.scenario.sizes["counterparts"], int(view.scenario.words.channel_needs[channel])
    if not 0 < needs <= view.scenario.sizes["initiatives"]:
        return np.full((len(view), count), needs == 0)
    since = view.programme[:, :, needs - 1]
    works = (since >= 0) & (since <= view.week[:, None])
    found: Bool = works[:, :count] | works[:, count:]
    return found


# --- cues


def aims(view: View) -> tuple[Bool, Bool]:
    """(rows, C) whom the cues have shown to be afraid, and whom to want more."""
    aim = _noted(view, _AIM)
    return aim < -_TELLS, aim > _TELLS


def reliability(view: View) -> Real:
    """(rows, C) how far each believes home's word by the cues, in log-odds; 0 where nothing was heard."""
    return _noted(view, _RELIABLE)


def _noted(view: View, reading: int) -> Real:
    noted: Real = view.noted[:, :, reading] / (view.noted_weight[:, :, reading] + _UNSURE)
    return noted


# --- cards


def cards(s: Scenario) -> Mapping[str, Array]:
    """What can be read off an option's card, by option place; reckoned once for each compiled table of effects."""
    known = _CARDS.get(id(s.effects))
    if known is not None and known[0] is s.effects:
        return known[1]
    e, effect = s.effects, s.option_effect
    size = np.where(s.offers.giver == HOME, s.offers.tempt, 0) / TWENTIETHS
    read = {
        "firm": e.firm[effect].astype(float),
        "pledge": np.maximum(size[e.offer[effect]], size[e.pledge[effect]]),  # a card may both give and ask
        "mandate": e.mandate[effect],
        "people": e.people[effect],
        "breaks": e.breaks[effect].any(1).astype(float),
    }
    _CARDS[id(s.effects)] = (s.effects, read)
    return read


_CARDS: dict[int, tuple[Effects, Mapping[str, Array]]] = {}
