"""The plain beta reputation of Josang and Ismail (2002) [S12]: the rival that the model's beliefs must beat.

It counts good and bad deeds as they were read, old ones less by `fade` a half-year, and expects (r + 1)/(r + s + 2); told what is believed
of each state beforehand, as the model is, (r + m*n)/(r + s + n).  It knows neither what a pledge costs nor that governments change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

import numpy as np

from game.rules.arrays import Bool, Real

from .own_types import TERM, Term
from .reliability import brier, recalibrated

FADES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
STRENGTHS = (1.0, 2.0, 4.0)  # of the prior: n counts administrations, and a count counts deeds

# Deeds counted beforehand, good and bad; (n,) or the same for every state.
Prior: TypeAlias = tuple["float | Real", "float | Real"]
UNTOLD: Prior = (1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Rival:
    """The best the baseline comes to over every fade and prior, read plainly or recalibrated, deeds counted whole or by verification."""

    pledge: float  # Brier score of "the next pledge is kept"
    type: float  # of "this administration is trustworthy", recalibrated: the expectation is none of a type
    pledge_fade: float
    type_fade: float


def told(terms: Sequence[Term], dim: int) -> tuple[Prior, ...]:
    """The state's m and n as deeds already counted: m*n good ones and (1-m)*n bad ones, at each strength."""
    m, n = (part[:, dim] for part in terms[0].outset)
    return tuple((strength * m * n, strength * (1 - m) * n) for strength in STRENGTHS)


def rival(terms: Sequence[Term], dim: int, priors: Sequence[Prior] = (UNTOLD,)) -> Rival:
    """Tuned on all it is judged by, which favours it; recalibrated on one half of the states, judged by the other."""
    ways = product(FADES, (False, True), priors)
    found = [(fade, *_scores(terms, dim, fade, by_view, prior)) for fade, by_view, prior in ways]
    pledge, kind = min(found, key=lambda f: f[1]), min(found, key=lambda f: f[2])
    return Rival(pledge[1], kind[2], pledge[0], kind[0])


def _scores(terms: Sequence[Term], dim: int, fade: float, by_view: bool, prior: Prior) -> tuple[float, float]:
    mornings, ends = expectations(terms, dim, fade, by_view, prior)
    given = np.stack([t.given[..., 0] for t in terms])
    kept = np.stack([t.kept[..., dim] for t in terms])
    plain, fitted = brier(mornings[given], kept[given]), _halves(mornings, kept, given)
    kind = np.stack([t.type[:, dim] for t in terms])
    return min(plain, fitted), _halves(ends, kind, np.ones(kind.shape, bool))


def _halves(said: Real, came: Bool, counts: Bool) -> float:
    """Learnt on the first half of the states, judged by the second.  All (terms, states, ...)."""
    cut = said.shape[1] // 2
    first, second = counts[:, :cut], counts[:, cut:]
    told = recalibrated(said[:, :cut][first], came[:, :cut][first], said[:, cut:][second])
    return brier(told, came[:, cut:][second])


def expectations(
    terms: Sequence[Term], dim: int, fade: float, by_view: bool, prior: Prior = UNTOLD
) -> tuple[Real, Real]:
    """(terms, n, slots) on each pledge's morning; (terms, n) at each term's end.  by_view: a deed counts by how well it could be seen."""
    good = bad = np.zeros(len(terms[0].type))
    mornings, ends = [], []
    for term in terms:
        when, size = term.when[..., 0], term.verified[..., 0] if by_view else 1.0
        read, morning = term.read[..., dim], np.zeros(when.shape)
        for season in range(TERM):
            now = when == season
            morning = np.where(now, _expected(good, bad, prior)[:, None], morning)
            good = fade * (good + (size * (now & read)).sum(1))
            bad = fade * (bad + (size * (now & ~read)).sum(1))
        mornings.append(morning)
        ends.append(_expected(good, bad, prior))
    return np.stack(mornings), np.stack(ends)


def _expected(good: Real, bad: Real, prior: Prior) -> Real:
    expected: Real = (good + prior[0]) / (good + bad + prior[0] + prior[1])
    return expected
