"""One breach, told by the rules of trust alone: the classical figures of science.md 7, and what each setting of trust does to them.

A state of a poor name keeps four ordinary pledges a term, one each year, seen by everybody.  In its second term it breaks the last one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from game.rules import trust
from game.rules.arrays import Real, logit, sigma
from game.rules.parameters import DEFAULT, Parameters
from game.rules.vocabulary import Dim

from ..variations import HIGHER, LOWER, Knob, vary

MOMENTS: Final = ("after the breach", "at the next term's end", "the next prior")
SETTINGS: Final = (
    "b_trust",
    "b_opport",
    "tied",
    "excuse",
    "noise",
    "chi",
    "fade_quarter",
    "state_weight",
    "continuity_same",
)
_MEAN = 0.3
_YEARS, _YEAR = 4, 52
_C, _U = 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Breach:
    base: tuple[float, ...]  # by moment: how far they would take its word
    varied: tuple[tuple[str, tuple[float, ...], tuple[float, ...]], ...]  # setting, a quarter lower, a quarter higher


def breach(law: Parameters = DEFAULT) -> Breach:
    def other(name: str, factor: float) -> tuple[float, ...]:
        return story(vary(law, {Knob(name): factor}))

    return Breach(story(law), tuple((name, other(name, LOWER), other(name, HIGHER)) for name in SETTINGS))


def story(law: Parameters) -> tuple[float, ...]:
    """Belief in reliability at the three moments."""
    mean, weight = np.full(4, _MEAN), law.state_weight
    start, told = mean, []
    for kept in ((True,) * _YEARS, (True,) * (_YEARS - 1) + (False,), (True,) * _YEARS):
        end = _term(law, start, kept)
        mean, weight = trust.record_update(end, mean, weight, law)
        start = trust.successor(end, mean, law.continuity_same)
        told.append((float(end[Dim.R]), float(start[Dim.R])))
    return told[1][0], told[2][0], told[2][1]


def _term(law: Parameters, start: Real, kept: tuple[bool, ...]) -> Real:
    """(4,) belief as the term ends, its last pledge just judged; only reliability is put to the test."""
    held = np.zeros(4)
    for one in kept:
        held = held * trust.remembered(_YEAR, law)
        p = sigma(logit(start) + held)
        news = np.zeros(4)
        news[Dim.R] = trust.evidence(one, _C, _U, 1.0, 0.0, int(Dim.R), law)
        held = held + trust.felt(news, np.abs(news), p, law)
    ended: Real = sigma(logit(start) + held)
    return ended


def lines(found: Breach) -> Iterator[str]:
    yield f"One breach in a second term: belief {', '.join(MOMENTS)}"
    yield f"  {'as it stands':18} {_told(found.base)}"
    for name, low, high in found.varied:
        yield f"  {name:18} a quarter lower {_told(low)}    a quarter higher {_told(high)}"


def _told(values: tuple[float, ...]) -> str:
    return " / ".join(f"{value:.2f}" for value in values)
