"""What a condition may ask: the closed list of names, and how each reads the table.

One line a name: what it takes, what it gives, its range, and the array it stands for. Nothing else of the world can be reached
from an author's file. The author's reference is printed from this table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import Any

import numpy as np

from ..rules import vocabulary as v
from ..rules.arrays import Array, Real, sigma
from ..rules.world import World

Memo = dict[str, Any]

HOME, THEM = 0, 1
SCORES = "scores"
"""Memo key under which whoever judges verdicts lays the five parts, (rows, 5), before asking."""


@dataclass(frozen=True)
class Frame:
    """What conditions of one scenario may refer to: kind of id -> id -> index, and two facts of the calendar and of home."""

    names: Mapping[str, Mapping[str, int]]
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # inject -> its options in order
    starts_autumn: bool = False
    audience_weight: Real = field(default_factory=lambda: np.zeros(0))


Reader = Callable[..., Array]  # (frame, world, memo, *indices) -> (rows,)


@dataclass(frozen=True, slots=True)
class Name:
    """takes: kinds of its arguments, a trailing ? where one may be left out. gives: "number", "truth" or the words it may equal."""

    about: str
    gives: str | tuple[str, ...]
    read: Reader
    takes: tuple[str, ...] = ()
    low: float = -inf
    high: float = inf
    only: str = ""  # where it may stand, "" for everywhere


def _pledge(giver: int) -> Reader:
    return lambda f, w, m, k, c: w.pledge[:, giver, c, k]


def _marked(mark: v.Mark) -> Reader:
    return lambda f, w, m, k, c: (w.marks[:, HOME, c, k] & np.uint8(mark)) > 0


def _percent(f: Frame, w: World, m: Memo, a: int) -> Array:
    share: Array = 100 * sigma(w.approval[:, a])
    return share


def _percent_all(f: Frame, w: World, m: Memo) -> Array:
    """Weighted over the groups; summed one by one, so that a row alone and in a batch agree."""
    total = np.zeros(len(w))
    for a, share in enumerate(f.audience_weight):
        total += share * sigma(w.approval[:, a])
    return 100 * total / max(1e-9, float(sum(f.audience_weight)))


def _in_force(f: Frame, w: World, m: Memo, n: int, c: int | None = None) -> Array:
    since = w.programme[:, :, n] if c is None else w.programme[:, c : c + 1, n]
    live = (since >= 0) & (since <= w.week[:, None])
    return np.asarray(live.any(axis=1))


def _since(f: Frame, w: World, m: Memo, i: int) -> Array:
    return np.where(w.happened[:, i] >= 0, w.season - w.happened[:, i], -1)


def _answered(act: v.Act) -> Reader:
    return lambda f, w, m, i: (w.happened[:, i] >= 0) & (w.answered[:, i] == act)


NAMES: Mapping[str, Name] = {
    # the clock
    "season": Name("half-years since the start; the first is 0", "number", lambda f, w, m: w.season, low=0, high=39),
    "term": Name("the term of office, from 1", "number", lambda f, w, m: w.term + 1, low=1, high=5),
    "season-of-term": Name(
        "half-years of this term, from 1", "number", lambda f, w, m: w.season - w.term_start + 1, low=1, high=8
    ),
    "step": Name("the fortnight of a crisis, 0 outside one", "number", lambda f, w, m: w.step, low=0, high=5),
    "spring": Name("it is spring", "truth", lambda f, w, m: w.season % 2 == int(f.starts_autumn)),
    # home
    "capital": Name("political capital", "number", lambda f, w, m: w.capital, low=0, high=8),
    "heat": Name("heat of the press", "number", lambda f, w, m: w.heat, low=0, high=1),
    "restless": Name("home is restless in this campaign", "truth", lambda f, w, m: w.restless),
    "mandate": Name("the mandate in force", ("mandates",), lambda f, w, m: w.mandate),
    "leaning": Name("the leaning of the government", v.LEANINGS, lambda f, w, m: w.leaning),
    "approval": Name("a group's approval in percent", "number", _percent, ("audiences",), 0, 100),
    "approval-all": Name("approval of all groups in percent", "number", _percent_all, low=0, high=100),
    "elections-won": Name("votes won so far", "number", lambda f, w, m: w.won, low=0, high=5),
    "fell": Name("a government fell in this campaign", "truth", lambda f, w, m: w.falls > 0),
    # the ladder
    "war": Name("it came to war", "truth", lambda f, w, m: w.war),
    "in-crisis": Name("a crisis is open", "truth", lambda f, w, m: w.crisis > 0),
    "rung": Name("the higher of both sides' rungs", "number", lambda f, w, m, c: w.top[:, c], ("counterparts",), 0, 6),
    "home-rung": Name("home's rung", "number", lambda f, w, m, c: w.home_rung[:, c], ("counterparts",), 0, 6),
    "their-rung": Name(
        "the other side's rung", "number", lambda f, w, m, c: w.their_rung[:, c], ("counterparts",), 0, 6
    ),
    # pledges and words
    "pledge": Name("the state of home's pledge", v.STATE_WORDS, _pledge(HOME), ("kinds", "counterparts")),
    "their-pledge": Name("the state of their pledge", v.STATE_WORDS, _pledge(THEM), ("kinds", "counterparts")),
    "minuted": Name("home's pledge was written down", "truth", _marked(v.Mark.MINUTED), ("kinds", "counterparts")),
    "inherited": Name(
        "home's pledge is a predecessor's", "truth", _marked(v.Mark.INHERITED), ("kinds", "counterparts")
    ),
    "kept": Name(
        "home's pledges kept to it so far", "number", lambda f, w, m, c: w.kept[:, c], ("counterparts",), 0, 127
    ),
    "broken": Name(
        "home's pledges broken to it so far", "number", lambda f, w, m, c: w.broken[:, c], ("counterparts",), 0, 127
    ),
    "said": Name(
        "the tone used to it this turn", "truth", lambda f, w, m, t, c: w.tone[:, c] == t, ("tones", "counterparts")
    ),
    # what happened
    "happened": Name("the inject has come", "truth", lambda f, w, m, i: w.happened[:, i] >= 0, ("injects",)),
    "chose": Name(
        "the option was taken when it last came",
        "truth",
        lambda f, w, m, i, o: w.taken[:, i] == o,
        ("injects", "options"),
    ),
    "since": Name("seasons since it came, -1 for never", "number", _since, ("injects",), -1, 39),
    "rested": Name("its sender let the answer rest", "truth", _answered(v.Act.RESTS), ("injects",)),
    "pressed": Name("its sender used the answer", "truth", _answered(v.Act.PRESSES), ("injects",)),
    "flag": Name("the flag is set", "truth", lambda f, w, m, x: w.flags[:, x], ("flags",)),
    "in-force": Name(
        "an initiative is in force, there or anywhere", "truth", _in_force, ("initiatives", "counterparts?")
    ),
    # hidden; for the author's use, never shown
    "aim": Name("its hidden aim", v.AIMS, lambda f, w, m, c: w.aim[:, c], ("counterparts",)),
    "standing": Name(
        "its belief of home in percent",
        "number",
        lambda f, w, m, c, d: 100 * sigma(w.belief[:, c, d]),
        ("counterparts", "dimensions"),
        0,
        100,
    ),
    "score": Name(
        "a part of the score, 0 to 100", "number", lambda f, w, m, p: m[SCORES][:, p], ("scores",), 0, 100, "verdicts"
    ),
}
