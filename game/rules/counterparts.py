"""What another government chooses, by its beliefs about home: quantal responses under a hidden aim (science.md 4.1, rulings 15).

The law alone, without a world: `abroad.py` walks it over a table.  Depth one: each answers its belief, not its guess of ours.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from .arrays import Array, Real, sigma
from .parameters import DEFAULT, Parameters

COMPOSITE = np.array([0.4, 0.1, 0.3, 0.2])  # weights of a deal, science.md 2.5
DETERRENT = np.array([0.0, 0.7, 0.0, 0.3])


def composite(p: Real, weights: Array = COMPOSITE) -> Real:
    """One belief for one kind of deal; p: (..., 4)."""
    total: Real = p[..., 0] * weights[0] + p[..., 1] * weights[1] + p[..., 2] * weights[2] + p[..., 3] * weights[3]
    return total


def largest(p_reliable: Any, law: Parameters = DEFAULT) -> Any:
    """The largest temptation they will let home promise against (play.md 3)."""
    return law.cap_base + law.cap_slope * p_reliable


def worth(t: Any, c: Any, v: Any, law: Parameters = DEFAULT, *, cheat: Any = 1.0, power: Any = 0.0) -> Any:
    """EU of working with home less that of not doing so (science.md 4.1; Kydd 2000): t*gain - (1-t)*loss, and what their public likes.

    t: belief that home keeps it; c: size; v: verification; cheat: factor on the loss (a guarantee); power: -1 weaker .. 1 stronger.
    """
    loss = law.cheated * (1 - law.checked * v) * cheat
    return t * law.gain * c - (1 - t) * loss * c - law.deal_power * power * c + law.welcome


def willing(
    t: Any, c: Any, v: Any, temper: Any, law: Parameters = DEFAULT, *, cheat: Any = 1.0, power: Any = 0.0
) -> Any:
    """Chance that they work with home: the quantal response to `worth`.  temper: its precision (4 an ordinary regime)."""
    return sigma(temper * worth(t, c, v, law, cheat=cheat, power=power))


def threshold(c: Any, v: Any, law: Parameters = DEFAULT) -> Any:
    """p*: the belief at which working with home is worth nothing more than leaving it (Kydd 2000)."""
    loss = law.cheated * (1 - law.checked * v)
    return (loss - law.welcome / c) / (law.gain + loss)


def takes(p: Real, c: Real, v: Real, cheat: Real, power: Real, temper: Real, law: Parameters = DEFAULT) -> Real:
    """Chance that a deal is taken: p (n, 4) beliefs, c its temptation, v its verification, all (n,).

    The cap is hard; small and well-checked steps stay open to anyone (#98).
    """
    small = (c <= law.cap_always) & (v >= 0.8)
    value = worth(composite(p), c, v, law, cheat=cheat, power=power) + law.small_step * small
    chance: Real = sigma(temper * value) * (small | (c <= largest(p[:, 0], law)))
    return chance


def demands(p: Any, c: Any, power: Any, temper: Any, law: Parameters = DEFAULT) -> Any:
    """Chance that they undertake what home asks of them.  p: (..., 4) beliefs; c: its temptation; power: -1 weaker .. 1 stronger."""
    belief, size, base, strength = law.demand
    return sigma(temper * (belief * composite(p) - size * c + base) - strength * power)


def settles_for_less(p_reliable: Any, p_intent: Any, law: Parameters = DEFAULT) -> Any:
    """Chance that they agree to half of what home had promised, when asked in time."""
    temper, line = law.settle
    return sigma(temper * ((p_reliable + p_intent) / 2 - line))


def complies(
    p: Any, size: Any, u: Any, grasping: Any, power: Any, temper: Any, law: Parameters = DEFAULT
) -> Any:
    """Chance that a threat is heeded: EU(comply) against EU(resist) (science.md 4.1).

    p: (..., 4) beliefs; size: of what is threatened, as the c of a pledge; u: publicity; grasping: whether that is their aim.
    """
    timid, bold = law.threat_pride
    proud = np.where(grasping, bold, timid) + law.threat_corner * u + law.threat_power * power
    return sigma(temper * (composite(p, DETERRENT) * size * law.threat_harm - proud - law.threat_concession))


def pressing(
    p: Any, grasping: Any, firm: Any, law: Parameters = DEFAULT, *, soft: Any = 0.0, power: Any = 0.0, new: Any = 0.0
) -> Any:
    """Utility of pressing on against letting it rest; sigma(temper * it) is the chance.

    Fearful: presses when it doubts home's intent, more so after firmness.  Grasping: when it doubts home's resolve, more so after giving
    way.  p: (..., 4) beliefs; firm: -1 yielding, 0, 1 firm, 2 force; soft: 1 a conciliatory word, -1 a firm one; new: seasons since their
    government took office, counted down from 2.
    """
    hard, yielding = np.maximum(firm, 0), np.maximum(-firm, 0)
    doubt, line, scare, most, calm, word, rest = law.press_fearful
    fearful = doubt * (line - p[..., 2]) + scare * hard * (most - p[..., 2]) - calm * yielding - word * soft * p[..., 3] - rest
    doubt, line, deter, least, invite, word = law.press_grasping
    bold = doubt * (line - p[..., 1]) - deter * hard * (least + p[..., 1]) + invite * yielding + word * soft
    return np.where(grasping, bold, fearful) + law.press_power * power + law.press_new * new


def rivalry(protracted: Any, law: Parameters = DEFAULT) -> Any:
    """Share of the full rate at which a neighbour probes and hedges; less without an old conflict.  protracted: 0..1."""
    base, slope = law.rivalry
    return np.clip(base + slope * protracted, 0, 1)


def probes(p: Any, grasping: Any, protracted: Any, law: Parameters = DEFAULT) -> Any:
    """Chance of a probe in a season: the fearful probe when they doubt home's intent, the grasping when they doubt its resolve.

    p: (..., 4) beliefs; protracted: 0..1.
    """
    f, g = law.probe_fearful, law.probe_grasping
    rate = np.where(grasping, g[0] + g[1] * (1 - p[..., 1]), f[0] + f[1] * (1 - p[..., 2]))
    return rate * rivalry(protracted, law)


def hedging(p: Any, grasping: Any, protracted: Any, law: Parameters = DEFAULT) -> Any:
    """Strain on security in a season of a neighbour's distrust.

    The fearful arm against doubted intent, the grasping lean on doubted resolve.  p: (..., 4) beliefs; protracted: 0..1.
    """
    intent, resolve = law.hedge_grasping
    bold = intent * (1 - p[..., 2]) + resolve * (1 - p[..., 1])
    return np.where(grasping, bold, law.hedge_fearful * (1 - p[..., 2])) * rivalry(protracted, law)


def turnover(democracy: Any, years: Any, law: Parameters = DEFAULT) -> Any:
    """Chance that a government leaves office within so many years."""
    return 1 - (1 - np.where(democracy, law.exit_democracy, law.exit_other)) ** years
