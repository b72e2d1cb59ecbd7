"""Administrations of the model's own two types, and what an observer who judges by the model comes to believe of them.

The world that the belief assumes: a state has a share of trustworthy administrations, each gives pledges and keeps them by the readiness of
its type, the observer reads them through verification and noise.  Every chance is a rule of game.rules.trust; this module only draws.
It is not the world of a play (typed_plays.py): nothing here wears, is overheard or is capped, and no outcome is plain to see.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.rules import trust
from game.rules.arrays import Array, Bool, Index, Real, logit, sigma
from game.rules.parameters import Parameters
from game.rules.vocabulary import DIMENSIONS

TERM = 8  # half-years
HALF_YEAR = 26  # weeks
FEWEST, MOST = 6, 12  # pledges a term
DIMS = np.arange(len(DIMENSIONS))
_MEANS = (0.3, 0.5, 0.7)  # what observers believed of the state before
_SHOCKED = 0.15  # of the pledges meet a shock


@dataclass(frozen=True, slots=True)
class Term:
    """One administration in each of n states, in all four dimensions; a pledge is a slot, whose half-year is `when`, or TERM for none."""

    outset: tuple[Real, Real]  # (n, 4) the state's record before its first administration: mean m, weight n
    type: Bool  # (n, 4) trustworthy
    when: Index  # (n, slots, 1)
    kept: Bool  # (n, slots, 4) what was done
    read: Bool  # (n, slots, 4) what the observer saw of it
    verified: Real  # (n, slots, 1)
    ready: tuple[Real, Real]  # (n, slots, 4) chance of keeping: of a trustworthy administration, of the other
    before: Real  # (n, slots, 4) belief on the morning of the pledge
    end: Real  # (n, 4) belief at the term's end

    @property
    def given(self) -> Bool:
        """(n, slots, 1) the slots that hold a pledge."""
        return self.when < TERM

    @property
    def forecast(self) -> Real:
        """(n, slots, 4) chance that the pledge is kept, as the observer reckons it that morning."""
        trusted, other = self.ready
        return self.before * trusted + (1 - self.before) * other


def terms(law: Parameters, rng: np.random.Generator, states: int, count: int = 3) -> Iterator[Term]:
    """`count` administrations in a row of each state; a successor is in effect the same team with the chance h observers reckon with."""
    mean = np.broadcast_to(rng.choice(_MEANS, (states, 1)), (states, 4))
    weight = np.broadcast_to(law.state_weight, (states, 4))
    share = rng.beta(mean * weight, (1 - mean) * weight)
    kind, prior, outset = rng.random((states, 4)) < share, mean, (mean, weight)
    for _ in range(count):
        term = _term(law, rng, kind, prior, outset)
        yield term
        h = rng.choice((law.continuity_same, law.continuity_other), (states, 1))
        mean, weight = trust.record_update(term.end, mean, weight, law)
        prior = trust.successor(term.end, mean, h)
        kind = np.where(rng.random((states, 4)) < h, kind, rng.random((states, 4)) < share)


def _term(law: Parameters, rng: np.random.Generator, kind: Bool, prior: Real, outset: tuple[Real, Real]) -> Term:
    n = len(kind)
    slots = (n, MOST, 1)
    count = rng.integers(FEWEST, MOST + 1, (n, 1, 1))
    when = np.where(np.arange(MOST)[:, None] < count, rng.integers(0, TERM, slots), TERM)
    c, u, v = rng.uniform(0, 3, slots), rng.uniform(0, 1, slots), rng.uniform(0, 1, slots)
    x = np.where(rng.random(slots) < _SHOCKED, rng.uniform(0, 1, slots), 0.0)
    trusted, other = (trust.readiness(b[DIMS], c, u, x, DIMS, law) for b in (law.b_trust, law.b_opport))
    kept = rng.random((n, MOST, 4)) < np.where(kind[:, None], trusted, other)
    read = rng.random((n, MOST, 4)) < np.where(kept, *(_reads(law, done, v) for done in (True, False)))
    news = trust.evidence(read, c, u, v, x, DIMS, law)
    before, end = _believe(law, prior, news, when)
    return Term(outset, kind, when, kept, read, v, (trusted, other), before, end)


def _reads(law: Parameters, done: bool, v: Real) -> Real:
    """Chance that a deed done (or not) is read as kept: the rule's own, of a type that always (or never) does it."""
    sure = np.full(4, np.inf if done else -np.inf)
    chance: Real = trust.reads_kept(sure, 0.0, 0.0, v, 0.0, DIMS, law)
    return chance


def _believe(law: Parameters, prior: Real, news: Real, when: Index) -> tuple[Array, Real]:
    """The belief on each pledge's morning, and at the end: what is remembered moves by the half-year, all news of one is read at once."""
    start = logit(prior)
    held, before = np.zeros_like(start), np.empty(news.shape)
    for season in range(TERM):
        p = sigma(start + held)
        now = when == season
        before = np.where(now, p[:, None], before)
        told = news * now
        held = held + trust.felt(told.sum(1), np.abs(told).sum(1), p, law) * trust.opening(season, law)
        held = held * trust.remembered(HALF_YEAR, law)
    return before, sigma(start + held)
