"""Crises between two governments with nobody at the desk: both sides climb, hold or step down by the ladder the game plays with.

The game itself asks a person for one side's steps and stops after `crisis_turns` fortnights; history does neither.  So these crises run
until they end, both sides by `ladder.step`, a war included.  What is drawn before a crisis begins (who struck first, how old the
conflict is) follows the shares of the International Crisis Behavior data [ICB].
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.rules import ladder
from game.rules.arrays import Array, Bool, Index, Real
from game.rules.parameters import Parameters
from game.rules.vocabulary import WAR

VIOLENT_TRIGGER = 0.449  # of 1,064 actors [ICB]
ALERT_TRIGGER = 0.30  # of the other triggers: non-violent military ones [ICB]; the rest are measures
PROTRACTED = ((0.0, 200 / 481), (0.5, 214 / 481), (1.0, 67 / 481))  # no, a protracted conflict, one of long wars [ICB]
REPLY = 3  # fortnights in which an answer counts as the reply: nine in ten come within seven weeks [ICB]
DAYS = 14
_LONGEST = 130  # fortnights


@dataclass(frozen=True, slots=True)
class Duels:
    """(n,) each."""

    struck: Bool  # whether the crisis began with violence
    protracted: Real  # 0..1
    top: Index  # the highest rung
    fortnights: Index
    reply: Index  # the highest rung of the side that was triggered, in its first fortnights


def fight(
    law: Parameters, rng: np.random.Generator, count: int, *, protracted: Real | None = None, broker: float = 0.0, p: float | None = None
) -> Duels:
    """`count` crises from their triggers to their ends.  p: belief in each other's intent; without it, the one that moves nothing."""
    p = law.neutral if p is None else p
    if protracted is None:
        values, shares = zip(*PROTRACTED, strict=True)
        protracted = rng.choice(values, count, p=shares)
    struck = rng.random(count) < VIOLENT_TRIGGER
    first = np.where(rng.random(count) < ALERT_TRIGGER, 3, 2)
    rung = np.stack([np.where(struck, ladder.VIOLENT, first), np.ones(count, np.int64)], axis=1)
    stake = ladder.stakes(protracted, 0.0, rng.standard_normal((count, 3)), law)
    top, fortnights, reply = rung.max(1), np.full(count, _LONGEST), np.zeros(count, np.int64)
    live = np.arange(count)
    for turn in range(_LONGEST):
        rung[live] = _fortnight(law, rng, rung[live], stake[live], broker, p)
        high = rung[live].max(1)
        top[live] = np.maximum(top[live], high)
        if turn < REPLY:
            reply[live] = np.maximum(reply[live], rung[live, 1])
        chance = ladder.ends(high, stake[live].mean(1), p, broker, law)
        over = ((rng.random(live.size) < chance) | (high <= 1)) & (turn > 0)
        fortnights[live[over]] = turn + 1
        live = live[~over]
        if not live.size:
            break
    return Duels(struck, protracted, top, fortnights, reply)


def _fortnight(law: Parameters, rng: np.random.Generator, rung: Array, stake: Real, broker: float, p: float) -> Array:
    """Both sides choose at once, each by the other's rung; then perhaps a mishap nobody ordered."""
    moved = rung.copy()
    for side in (0, 1):
        own, other = rung[:, side], rung[:, 1 - side]
        up, down = ladder.utilities(p, 0.0, stake[:, side], own, other, broker, law)
        noise, dice = rng.gumbel(size=(len(rung), 3)), rng.random(len(rung))
        moved[:, side] = ladder.step(up, down, own, other, stake[:, side], noise, dice, law)
    mishap = np.flatnonzero(rng.random(len(rung)) < law.accidents[moved.max(1)])
    whose = rng.integers(0, 2, mishap.size)
    moved[mishap, whose] = np.minimum(moved[mishap].max(1) + 1, WAR)
    return moved
