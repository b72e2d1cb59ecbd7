"""Two findings that are not in the game's own table, as a scholar would add them: docs/experiments.md explains each line.

python main.py validate --experiments docs/outside_findings.py --only X01,X02
"""

from __future__ import annotations

import numpy as np

from game.insight.experiments import Lab, at_least, experiment, within
from game.rules import trust
from game.rules.vocabulary import Dim


@experiment(
    "X01",
    finding="By a newer coding about two thirds of the alliances that wars called upon over 200 years were honoured",
    source="Chiba and others 2026, What does it mean to be a reliable ally?, International Studies Quarterly, 10.1093/isq/sqag012",
    bands={"share kept": within(0.60, 0.73)},
    contested="The share is 75, 66, 50 or 22 per cent by period and coding [S19-S22]; the authors find it lower since 1945.",
)
def alliances_recoded(lab: Lab) -> dict[str, float]:
    """Temptations half-way between those of V01 (0 to 2) and of V02's first figure (1.5 to 3.5); nothing else is changed."""
    n = lab.draws
    trustworthy = lab.rng.random(n) < 0.5
    temptation, publicity = lab.rng.uniform(0.75, 2.75, n), lab.rng.random(n)
    ready = np.where(trustworthy, lab.law.b_trust[Dim.R], lab.law.b_opport[Dim.R])
    kept = trust.readiness(ready, temptation, publicity, 0.0, Dim.R, lab.law)
    return {"share kept": float((lab.rng.random(n) < kept).mean())}


@experiment(
    "X02",
    finding="Bad news outweighs good for the undecided; who trusts already feels it less, who distrusts already more",
    source="Poortinga, Pidgeon 2004, Risk Analysis 24: 1475-1486 (396 people on genetically modified food), for the signs",
    bands={"undecided": at_least(1.05), "undecided over trusting": at_least(1.05), "distrustful over undecided": at_least(1.05)},
    contested="Opinion of regulators, not of states; the survey speaks of signs, so 5 per cent is asked for a difference.",
)  # fmt: skip
def prior_attitudes(lab: Lab) -> dict[str, float]:
    """How often news of restraint must come to undo one act without it, for beliefs in good intent of .9, .5 and .1."""
    good, bad = (trust.evidence(kept, 1.0, 0.5, 1.0, 0.0, Dim.B, lab.law) for kept in (True, False))

    def ratio(belief: float) -> float:
        won, lost = (trust.felt(news, abs(news), belief, lab.law) for news in (good, bad))
        return float(-lost / won)

    trusting, undecided, distrustful = ratio(0.9), ratio(0.5), ratio(0.1)
    return {
        "undecided": undecided,
        "undecided over trusting": undecided / trusting,
        "distrustful over undecided": distrustful / undecided,
    }
