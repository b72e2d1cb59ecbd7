"""Can the two readinesses be told from what states do?

Simulated logs of pledges, types hidden, and the model's own likelihood (science.md 7).  Asked: from 100 administrations of 12 pledges
each intercept within a quarter of a logit, in a typical log.  The logs are kinder than play: all is seen and nothing excused, and whoever
estimates knows how many administrations are trustworthy; what as few pledges as play shows would give is measured beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from game.rules import trust
from game.rules.arrays import Bool, Real
from game.rules.parameters import DEFAULT, Parameters
from game.rules.vocabulary import Dim

PLEDGES = 12
SCARCE = 3  # about as many as a neighbour sees fall due in a term of play
SIZES = (25, 100, 400)  # administrations
ASKED = 100
WITHIN = 0.25
_SHARE = 0.5  # of trustworthy administrations, known to who estimates
_LOW, _HIGH = -3.0, 9.0
_STEPS = (0.25, 0.05, 0.01)


@dataclass(frozen=True, slots=True)
class Recovery:
    """What so many logs of one size gave: (trustworthy, opportunistic) each."""

    administrations: int
    median: tuple[float, float]
    error: tuple[float, float]  # median of the absolute errors: the typical one
    within: tuple[float, float]  # share of the logs in which the error is at most a quarter of a logit


@dataclass(frozen=True, slots=True)
class Identifiability:
    truth: tuple[float, float]
    logs: int
    recoveries: tuple[Recovery, ...]
    scarce: Recovery  # from the asked number of administrations, SCARCE pledges each

    @property
    def asked(self) -> Recovery:
        return next(r for r in self.recoveries if r.administrations == ASKED)

    @property
    def holds(self) -> bool:
        return max(self.asked.error) <= WITHIN


def identify(
    law: Parameters = DEFAULT, seed: int = 1, logs: int = 200, sizes: Sequence[int] = SIZES
) -> Identifiability:
    """Fit `logs` simulated logs of each size."""
    rng = np.random.default_rng(seed)
    truth = float(law.b_trust[Dim.R]), float(law.b_opport[Dim.R])
    recoveries = tuple(_recover(law, rng, size, logs) for size in sizes)
    return Identifiability(truth, logs, recoveries, _recover(law, rng, ASKED, logs, SCARCE))


def _recover(law: Parameters, rng: np.random.Generator, size: int, logs: int, pledges: int = PLEDGES) -> Recovery:
    found = np.array([fit(*simulated(law, rng, size, pledges), law) for _ in range(logs)])
    error = np.abs(found - (law.b_trust[Dim.R], law.b_opport[Dim.R]))
    middle, typical, within = np.median(found, 0), np.median(error, 0), (error <= WITHIN).mean(0)
    return Recovery(size, _pair(middle), _pair(typical), _pair(within))


def _pair(values: Real) -> tuple[float, float]:
    return float(values[0]), float(values[1])


def simulated(law: Parameters, rng: np.random.Generator, size: int, pledges: int = PLEDGES) -> tuple[Bool, Real, Real]:
    """(size, pledges) each: kept, the price c, the publicity u.  Everything is seen (v 1) and nothing excused (x 0)."""
    c, u = rng.uniform(0, 3, (size, pledges)), rng.uniform(0, 1, (size, pledges))
    trusted = rng.random((size, 1)) < _SHARE
    b = np.where(trusted, law.b_trust[Dim.R], law.b_opport[Dim.R])
    kept = rng.random((size, pledges)) < trust.readiness(b, c, u, 0.0, int(Dim.R), law)
    return kept, c, u


def fit(kept: Bool, c: Real, u: Real, law: Parameters) -> tuple[float, float]:
    """(b_T, b_O) of greatest likelihood, types mixed half and half: a grid over all pairs, then two finer ones about its best."""
    low, high = np.arange(_LOW, _HIGH, _STEPS[0]), np.arange(_LOW, _HIGH, _STEPS[0])
    for finer in (*_STEPS[1:], None):
        b_o, b_t = _best(low, high, kept, c, u, law)
        if finer is not None:
            reach = np.arange(-5, 6) * finer
            low, high = b_o + reach, b_t + reach
    return b_t, b_o


def _best(low: Real, high: Real, kept: Bool, c: Real, u: Real, law: Parameters) -> tuple[float, float]:
    """The likeliest pair (b_O, b_T) of the two grids, b_O the lower: the types have no other name."""
    others, trusted = (_log_likelihood(grid, kept, c, u, law) for grid in (low, high))
    total = np.logaddexp(np.log(1 - _SHARE) + others[:, None], np.log(_SHARE) + trusted[None]).sum(-1)
    total = np.where(low[:, None] <= high[None], total, -np.inf)
    o, t = np.unravel_index(int(total.argmax()), total.shape)
    return float(low[o]), float(high[t])


def _log_likelihood(grid: Real, kept: Bool, c: Real, u: Real, law: Parameters) -> Real:
    """(grid, administrations) of all its pledges, had it this readiness."""
    ready = trust.readiness(grid[:, None, None], c, u, 0.0, int(Dim.R), law)
    total: Real = np.log(np.where(kept, ready, 1 - ready)).sum(-1)
    return total


def lines(found: Identifiability, seen: float) -> Iterator[str]:
    """The report, as plain lines.  seen: pledges that a neighbour sees fall due in a term of play, for comparison."""
    b_t, b_o = found.truth
    yield (
        f"Identifiability: readiness {b_t:.2f} and {b_o:.2f} from {PLEDGES} pledges an administration,"
        f" {found.logs} logs of each size"
    )
    yield "  Assumed: every outcome is seen as it was (v = 1), nothing excuses (x = 0), prices lie evenly over 0 to 3,"
    yield f"  the share of trustworthy administrations is known ({_SHARE}), and each gives {PLEDGES} pledges."
    yield "  administrations   median estimate   typical error   within a quarter of a logit"
    for r in found.recoveries:
        yield (
            f"  {r.administrations:15}   {r.median[0]:5.2f}  {r.median[1]:8.2f}   {r.error[0]:4.2f}  {r.error[1]:7.2f}"
            f"   {r.within[0]:7.0%}  {r.within[1]:6.0%}"
        )
    yield f"  asked, so assumed: a typical error of at most {WITHIN} from {ASKED}: {'holds' if found.holds else 'RED'}"
    trusted, other = found.scarce.error
    yield f"  In play a neighbour sees {seen:.1f} in a term.  From {SCARCE} pledges each, as kindly seen, {ASKED} administrations give"
    yield f"  a typical error of {trusted:.2f} and {other:.2f} (not judged)."
