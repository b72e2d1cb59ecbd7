"""Home: what backing down, backing in and failing cost a government, and how it is rallied round (V13-V19; science.md 3).

A public of three parts, hawks, centre and doves, half of each approving before.  Costs are percentage points of approval.
"""

from __future__ import annotations

import numpy as np

from game.rules import audiences
from game.rules.arrays import Real, logit, sigma
from game.rules.parameters import Parameters

from .lab import Lab, at_least, at_most, experiment, from_memory, within

SHARES = np.array([0.35, 0.35, 0.30])  # hawks, centre, doves
THREAT, DISPLAY, USE, CASUALTIES = 1, 3, 5, 6  # rungs
MONTH = audiences.WEEKS_A_MONTH


def points(change: Real) -> Real:
    """Percentage points lost by a group of which half approved; change: log-odds."""
    lost: Real = 100 * (0.5 - sigma(np.asarray(change, float)))
    return lost


def public(change: Real) -> float:
    """The same over the three parts; change: (3,) log-odds."""
    return float((SHARES * points(change)).sum())


def share(part: float, whole: float) -> float:
    """1 where there is nothing to share: a theory may know no cost at all."""
    return part / whole if whole else 1.0


def backing_out(law: Parameters, level: int = THREAT, informed: float = 0.0) -> Real:
    cost: Real = audiences.backing_cost(level, 1.0, law.profile_i, law.profile_b, law, informed=informed)
    return cost


def only_inconsistency(law: Parameters) -> Real:
    cost: Real = audiences.backing_cost(THREAT, 1.0, law.profile_i, 0.0, law)
    return cost


@experiment(
    "V13",
    finding="A threat not carried out costs about 16 points of approval, and more as it has escalated, to about 32",
    source="Tomz 2007 [S1]; the sizes from memory",
    confidence="from memory",
    bands={"threat": within(12, 20), "least step up": at_least(0.0), "casualties": within(25, 37)},
    contested="They may be small outside survey experiments (Snyder, Borghard 2011; Trachtenberg 2012); a theory shows them gone.",
    standing="fitted",
)
def audience_cost(lab: Lab) -> dict[str, float]:
    costs = [public(backing_out(lab.law, level)) for level in (THREAT, DISPLAY, USE, CASUALTIES)]
    return {"threat": costs[0], "least step up": float(np.diff(costs).min()), "casualties": costs[-1]}


@experiment(
    "V14",
    finding="Part of it punishes the threat itself, and hawks and doves differ: hawks do not mind threats",
    source="Kertzer, Brutger 2016 [S30]; the share from memory",
    bands={"share of belligerence": from_memory(0.2, 0.6), "hawks": at_most(0.0), "doves": at_least(0.001)},
    contested="Whether audience costs are costs of inconsistency, of belligerence or of incompetence [S1, S14, S30].",
    standing="by construction",
)
def belligerence(lab: Lab) -> dict[str, float]:
    law = lab.law
    minded = points(audiences.following_cost(THREAT, 1.0, law.profile_b, law))
    return {
        "share of belligerence": 1 - share(public(only_inconsistency(law)), public(backing_out(law))),
        "hawks": float(minded[0]),
        "doves": float(minded[2]),
    }


@experiment(
    "V15",
    finding="Backing down on new information costs less",
    source="Levendusky, Horowitz 2012 [S2]; the size from memory",
    bands={"share that is left": from_memory(0.4, 0.8), "points saved": at_least(0.001)},
    standing="by construction",
)
def new_information(lab: Lab) -> dict[str, float]:
    plain, told = public(backing_out(lab.law)), public(backing_out(lab.law, informed=1.0))
    return {"share that is left": share(told, plain), "points saved": plain - told}


@experiment(
    "V16",
    finding="Failing costs more than being inconsistent",
    source="Nomikos, Sambanis 2019 [S14]",
    bands={"failure less inconsistency": at_least(0.0)},
    contested="Whether what looks like a cost of inconsistency is one of a bad outcome [S1, S14].",
    standing="fitted",
)
def incompetence(lab: Lab) -> dict[str, float]:
    failed = public(np.full(3, audiences.outcome_effect(-1, lab.law)))
    return {"failure less inconsistency": failed - public(only_inconsistency(lab.law))}


@experiment(
    "V17",
    finding="Backing out of a threat costs more than backing into a conflict one had promised to stay out of",
    source="Levy, McKoy, Poast, Wallace 2015 [S31]",
    bands={"out less in": at_least(0.0), "backing in": within(0, 8)},
    contested="The cost of backing in failed to replicate in 2022 [S31]: it may be nothing.",
    standing="by construction",
)
def backing_in(lab: Lab) -> dict[str, float]:
    into = public(np.full(3, audiences.broken_promise_cost(1.0, lab.law)))
    return {"out less in": public(backing_out(lab.law)) - into, "backing in": into}


def rise(approval: float, prominence: Real, law: Parameters) -> Real:
    """Points gained by a government that this share approved of."""
    gained: Real = 100 * (sigma(logit(approval) + audiences.rally(prominence, law)) - approval)
    return gained


@experiment(
    "V18",
    finding="Rallies: 35 points after 11 September 2001, 18 in Desert Storm, near none on average over 193 disputes",
    source="Hetherington, Nelson 2003 [S9]; Baker, Oneal 2001 [S9b]",
    bands={"September 2001": within(30, 40), "Desert Storm": within(15, 21), "mean of 193 disputes": within(0, 3)},
    standing="fitted",
)
def rallies(lab: Lab) -> dict[str, float]:
    """Each from the approval before it.  The prominence of 193 disputes is drawn from Beta(.5, 12): most are routine."""
    every = lab.rng.beta(0.5, 12, (max(1, lab.draws // 193), 193))
    return {
        "September 2001": float(rise(0.51, np.array(1.0), lab.law)),
        "Desert Storm": float(rise(0.64, np.array(0.52), lab.law)),
        "mean of 193 disputes": float(rise(0.5, every, lab.law).mean()),
    }


@experiment(
    "V19",
    finding="Rallies fade within months: a rally like Desert Storm's is gone in a year",
    source="Mueller 1973 and later work, from memory",
    confidence="from memory",
    bands={"half-life in months": within(2, 5), "points left after a year": at_most(3)},
    standing="fitted",
)
def fading(lab: Lab) -> dict[str, float]:
    months = np.arange(0, 24, 0.1)
    left = audiences.rally_left(months * MONTH, lab.law)
    after = float(sigma(logit(0.64) + audiences.rally(0.52, lab.law) * audiences.rally_left(12 * MONTH, lab.law)))
    return {
        "half-life in months": float(months[np.argmax(left <= 0.5)]),
        "points left after a year": 100 * (after - 0.64),
    }
