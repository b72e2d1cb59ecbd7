"""The plain beta reputation of Josang and Ismail (2002) [S12]: the rival that the model's beliefs must beat.

It counts good and bad deeds as they were read, old ones less by `fade` a half-year, and expects (r + 1)/(r + s + 2).  It knows neither
what a pledge costs nor that governments change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.rules.arrays import Bool, Real

from .own_types import TERM, Term
from .reliability import brier, recalibrated

FADES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Rival:
    """The best the baseline comes to over every fade, read plainly or recalibrated, deeds counted whole or by their verification."""

    pledge: float  # Brier score of "the next pledge is kept"
    type: float  # of "this administration is trustworthy", recalibrated: the expectation is none of a type
    pledge_fade: float
    type_fade: float


def rival(terms: Sequence[Term], dim: int) -> Rival:
    """Tuned on all it is judged by, which favours it; recalibrated on one half of the states, judged by the other."""
    found = [(fade, *_scores(terms, dim, fade, by_view)) for fade in FADES for by_view in (False, True)]
    pledge, kind = min(found, key=lambda f: f[1]), min(found, key=lambda f: f[2])
    return Rival(pledge[1], kind[2], pledge[0], kind[0])


def _scores(terms: Sequence[Term], dim: int, fade: float, by_view: bool) -> tuple[float, float]:
    mornings, ends = expectations(terms, dim, fade, by_view)
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


def expectations(terms: Sequence[Term], dim: int, fade: float, by_view: bool) -> tuple[Real, Real]:
    """(terms, n, slots) on each pledge's morning; (terms, n) at each term's end.  by_view: a deed counts by how well it could be seen."""
    good = bad = np.zeros(len(terms[0].type))
    mornings, ends = [], []
    for term in terms:
        when, size = term.when[..., 0], term.verified[..., 0] if by_view else 1.0
        read, morning = term.read[..., dim], np.zeros(when.shape)
        for season in range(TERM):
            now = when == season
            morning = np.where(now, _expected(good, bad)[:, None], morning)
            good = fade * (good + (size * (now & read)).sum(1))
            bad = fade * (bad + (size * (now & ~read)).sum(1))
        mornings.append(morning)
        ends.append(_expected(good, bad))
    return np.stack(mornings), np.stack(ends)


def _expected(good: Real, bad: Real) -> Real:
    return (good + 1) / (good + bad + 2)
