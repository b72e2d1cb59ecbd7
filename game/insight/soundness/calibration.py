"""Is the hidden belief a good belief?  Asked of plays by the model's own types, where the truth is known (science.md 7).

Asked: an expected calibration error of at most .02 in every dimension, and forecasts that beat the base rate and the beta reputation, told
each state's prior or not.  What assimilation, forgetting and the weight of a first year do to it is measured apart: none of them is what a
statistician would do, and all are what people do.  Nothing here is a play; typed_plays.py asks the same of plays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from game.rules.parameters import DEFAULT, Parameters
from game.rules.vocabulary import DIMENSIONS, Dim

from .beta_reputation import Rival, rival, told
from .own_types import Term, terms
from .reliability import Reliability, brier, reliability

STATES = 20_000  # three administrations each
MOST_ERROR = 0.02
OWN_WORLD = "in its own world"


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
    told: Rival  # the same, told the state's m and n

    @property
    def calibrated(self) -> bool:
        return max(self.errors[OWN_WORLD]) <= MOST_ERROR

    @property
    def offset(self) -> bool:
        """The departures from Bayes make up for one another: with one set aside the error is larger than with all."""
        return max(max(errors) for errors in self.errors.values()) > max(self.errors[OWN_WORLD])

    @property
    def beats(self) -> bool:
        """Both beta reputations and the base rate, at both tasks."""
        pledge = min(self.rival.pledge, self.told.pledge, self.pledge.base_rate)
        kind = min(self.rival.type, self.told.type, self.type.base_rate)
        return self.pledge.model < pledge and self.type.model < kind

    @property
    def holds(self) -> bool:
        return self.calibrated and self.beats


def variants(law: Parameters) -> Mapping[str, Parameters]:
    """The law in the world of its own types, and what is left of it without its three departures from Bayes."""
    return {
        OWN_WORLD: law,
        "without assimilation": replace(law, chi=0.0),
        "without forgetting": replace(law, fade_quarter=1.0),
        "without the first year's weight": replace(law, opening=1.0),
        "without all three": replace(law, chi=0.0, fade_quarter=1.0, opening=1.0),
    }


def calibrate(law: Parameters = DEFAULT, seed: int = 1, states: int = STATES) -> Calibration:
    """The same luck for every variant: their differences are the law's."""
    played = {name: list(terms(other, np.random.default_rng(seed), states)) for name, other in variants(law).items()}
    errors = {name: tuple(_table(found, d).error for d in range(len(DIMENSIONS))) for name, found in played.items()}
    found, dim = played[OWN_WORLD], int(Dim.R)
    rivals = rival(found, dim), rival(found, dim, told(found, dim))
    return Calibration(3 * states, _table(found, dim), errors, _pledge(found, dim), _type(found, dim), *rivals)


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
    """The report, as plain lines of at most 120 characters."""
    yield f"Calibration: {found.ends:,} administrations of the model's own types, in each dimension"
    yield "  Its own world: a state has a share of trustworthy administrations, drawn about what is believed of"
    yield "  it; each gives 6 to 12 pledges in a term and keeps them by the readiness of its type; the observer"
    yield "  misreads by the rules' noise what is not verified, and nothing wears, is overheard or is capped."
    yield f"  expected calibration error         {'  '.join(f'{dim:>11}' for dim in DIMENSIONS)}"
    for name, errors in found.errors.items():
        yield f"    {name:32} {'  '.join(f'{error:11.3f}' for error in errors)}"
    if found.offset:
        yield "    (the departures from Bayes partly make up for one another: with one set aside the error may grow)"
    yield f"  asked {OWN_WORLD}: at most {MOST_ERROR:.2f} in each: {_verdict(found.calibrated)}"
    yield "  reliability at the term's end: belief said, and how often it was so"
    for b in found.table.bins:
        yield f"    {b.low:.1f}-{b.low + 0.1:.1f}  said {b.said:.3f}  so {b.came:.3f}  of {b.weight:7,.0f}  {_gap(b.said, b.came)}"
    yield "  Brier score (lower is better)   the model   beta reputation   told the prior   base rate"
    plain, informed = found.rival, found.told
    for event, own, rivals in (
        ("this pledge is kept", found.pledge, ((plain.pledge, plain.pledge_fade), (informed.pledge, informed.pledge_fade))),
        ("this administration is good", found.type, ((plain.type, plain.type_fade), (informed.type, informed.type_fade))),
    ):  # fmt: skip
        (first, fade), (second, slower) = rivals
        yield f"    {event:28} {own.model:10.4f}   {first:8.4f} ({fade:.2f})  {second:8.4f} ({slower:.2f})  {own.base_rate:9.4f}"
    yield "    (in brackets the share of its count that the best beta reputation keeps each half-year; the prior"
    yield "    is the state's m and n, which the model is told too, with n counted once, twice or four times)"
    yield f"    the model without the pledge's own price, publicity and shock: {found.pledge.blind:.4f}"
    yield f"  asked: better than all three, at both: {_verdict(found.beats)}"


def _gap(said: float, came: float) -> str:
    gap = came - said
    if abs(gap) < 0.01:
        return ""
    return f"{'too timid' if (gap > 0) == (said > 0.5) else 'too sure'} by {abs(gap):.3f}"


def _verdict(holds: bool) -> str:
    return "holds" if holds else "RED"
