"""Is the hidden belief a good belief?  Asked of plays by the model's own types, where the truth is known (science.md 7).

Asked: an expected calibration error of at most .02 in every dimension, and forecasts that beat the beta reputation and the base rate.
What assimilation and forgetting do to it is measured apart: neither is what a statistician would do, and both are what people do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from game.rules.parameters import DEFAULT, Parameters
from game.rules.vocabulary import DIMENSIONS, Dim

from .beta_reputation import Rival, rival
from .own_types import Term, terms
from .reliability import Reliability, brier, reliability

STATES = 20_000  # three administrations each
MOST_ERROR = 0.02


@dataclass(frozen=True, slots=True)
class Forecasts:
    """Brier scores of one event: lower is better."""

    model: float
    base_rate: float
    blind: float  # the same belief, the pledge's own terms (price, publicity, shock) not known; the model's again for a type


@dataclass(frozen=True, slots=True)
class Calibration:
    ends: int  # administrations that ended, in each dimension
    table: Reliability  # of the belief in reliability at the term's end
    errors: Mapping[str, tuple[float, ...]]  # variant of the law -> expected calibration error by dimension
    pledge: Forecasts  # "this pledge will be kept", said on its morning
    type: Forecasts  # "this administration is trustworthy", said at its end
    rival: Rival

    @property
    def calibrated(self) -> bool:
        return max(self.errors["as played"]) <= MOST_ERROR

    @property
    def beats(self) -> bool:
        """The beta reputation and the base rate, at both tasks."""
        pledge, kind = min(self.rival.pledge, self.pledge.base_rate), min(self.rival.type, self.type.base_rate)
        return self.pledge.model < pledge and self.type.model < kind

    @property
    def holds(self) -> bool:
        return self.calibrated and self.beats


def variants(law: Parameters) -> Mapping[str, Parameters]:
    """The law, and what is left of it without its two departures from Bayes."""
    plain, lasting = replace(law, chi=0.0), replace(law, fade_quarter=1.0)
    return {
        "as played": law, "without assimilation": plain, "without forgetting": lasting, "without both": replace(plain, fade_quarter=1.0),
    }  # fmt: skip


def calibrate(law: Parameters = DEFAULT, seed: int = 1, states: int = STATES) -> Calibration:
    """The same luck for every variant: their differences are the law's."""
    played = {name: list(terms(other, np.random.default_rng(seed), states)) for name, other in variants(law).items()}
    errors = {name: tuple(_table(found, d).error for d in range(len(DIMENSIONS))) for name, found in played.items()}
    found, dim = played["as played"], int(Dim.R)
    return Calibration(
        3 * states, _table(found, dim), errors, _pledge(found, dim), _type(found, dim), rival(found, dim)
    )


def _table(found: list[Term], dim: int) -> Reliability:
    return reliability(np.stack([t.end[:, dim] for t in found]), np.stack([t.type[:, dim] for t in found]))


def _pledge(found: list[Term], dim: int) -> Forecasts:
    given = np.stack([t.given[..., 0] for t in found])
    kept = np.stack([t.kept[..., dim] for t in found])[given]
    said, before = (
        np.stack(parts)[..., dim][given] for parts in ([t.forecast for t in found], [t.before for t in found])
    )
    usual = [float(np.stack([t.ready[k][..., dim] for t in found])[given].mean()) for k in (0, 1)]
    blind = before * usual[0] + (1 - before) * usual[1]
    return Forecasts(brier(said, kept), brier(np.full(kept.size, kept.mean()), kept), brier(blind, kept))


def _type(found: list[Term], dim: int) -> Forecasts:
    kind, said = (np.stack(parts)[..., dim] for parts in ([t.type for t in found], [t.end for t in found]))
    model = brier(said, kind)
    return Forecasts(model, brier(np.full(kind.shape, kind.mean()), kind), model)


def lines(found: Calibration) -> Iterator[str]:
    """The report, as plain lines of at most 100 characters."""
    yield f"Calibration: {found.ends:,} administrations of the model's own types, in each dimension"
    for name, errors in found.errors.items():
        told = "  ".join(f"{dim} {error:.3f}" for dim, error in zip(DIMENSIONS, errors, strict=True))
        yield f"  expected calibration error, {name:21} {told}"
    yield f"  asked of the first line: at most {MOST_ERROR:.2f} in each: {_verdict(found.calibrated)}"
    yield "  reliability at the term's end: belief said, and how often it was so"
    for b in found.table.bins:
        yield f"    {b.low:.1f}-{b.low + 0.1:.1f}  said {b.said:.3f}  so {b.came:.3f}  of {b.weight:7,.0f}  {_gap(b.said, b.came)}"
    yield "  Brier score (lower is better)   the model   beta reputation   base rate"
    for event, own, other, fade in (
        ("this pledge is kept", found.pledge, found.rival.pledge, found.rival.pledge_fade),
        ("this administration is good", found.type, found.rival.type, found.rival.type_fade),
    ):
        yield f"    {event:28} {own.model:11.4f}   {other:9.4f} ({fade:.2f}) {own.base_rate:11.4f}"
    yield "    (in brackets the share of its count that the best beta reputation keeps each half-year)"
    yield f"    the model without the pledge's own price, publicity and shock: {found.pledge.blind:.4f}"
    yield f"  asked: better than both, at both: {_verdict(found.beats)}"


def _gap(said: float, came: float) -> str:
    gap = came - said
    if abs(gap) < 0.01:
        return ""
    return f"{'too timid' if (gap > 0) == (said > 0.5) else 'too sure'} by {abs(gap):.3f}"


def _verdict(holds: bool) -> str:
    return "holds" if holds else "RED"
