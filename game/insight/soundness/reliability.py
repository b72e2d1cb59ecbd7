"""How good a probability was: calibration by bins, and the Brier score (Brier 1950; Murphy 1973).

A belief is calibrated when of all the times it said .7, seven in ten came true.  Knows nothing of what is believed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.rules.arrays import Array, Real

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """All forecasts between two tenths: how many (or their weight), what they said on average, and how often it was so."""

    low: float
    weight: float
    said: float
    came: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """What became of many forecasts.  error: the expected calibration error, the bins' gaps by their weight."""

    bins: tuple[Bin, ...]
    error: float
    brier: float


def reliability(said: Array, came: Array, weight: Array | None = None) -> Reliability:
    """said: probabilities; came: whether it was so; weight: of each forecast, 1 if not given; all of one shape, at least one entry."""
    p, truth = np.ravel(said).astype(float), np.ravel(came).astype(float)
    w = np.ones(p.size) if weight is None else np.ravel(weight).astype(float)
    place = np.minimum((p * BINS).astype(np.intp), BINS - 1)
    total, believed, true = (np.bincount(place, w * x, BINS) for x in (np.ones(p.size), p, truth))
    filled = np.flatnonzero(total > 0)
    bins = tuple(
        Bin(b / BINS, float(total[b]), float(believed[b] / total[b]), float(true[b] / total[b])) for b in filled
    )
    error = sum(b.weight * abs(b.said - b.came) for b in bins) / total.sum()
    return Reliability(bins, float(error), brier(p, truth, w))


def brier(said: Array, came: Array, weight: Array | None = None) -> float:
    """Mean squared error of a probability."""
    return float(np.average((np.asarray(said, float) - came) ** 2, weights=weight))


def recalibrated(said: Real, came: Array, others: Real) -> Real:
    """What `others` should have said, learnt by twenty equal shares of the forecasts `said`: the kindest reading of a score."""
    edges = np.quantile(said, np.linspace(0, 1, 21)[1:-1])
    place = np.searchsorted(edges, said, side="right")
    count, hits = np.bincount(place, minlength=20), np.bincount(place, came.astype(float), 20)
    learnt: Real = (hits + came.mean()) / (count + 1.0)
    return learnt[np.searchsorted(edges, others, side="right")]
