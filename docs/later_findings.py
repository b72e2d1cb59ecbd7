"""Findings put to the model after it was fitted, their bands set before anything was measured; nothing was changed for them.

python main.py validate --experiments docs/later_findings.py --only L01,L02,L03,L04,L05,L06,L07,L08
"""

from __future__ import annotations

import numpy as np

from game.insight.experiments import Lab, at_least, at_most, experiment, within
from game.insight.experiments.duel import fight
from game.rules import administrations, audiences, counterparts, peace, trust
from game.rules.arrays import logit, sigma
from game.rules.parameters import Parameters
from game.rules.vocabulary import WAR, Dim


@experiment(
    "L01",
    finding="Costs sunk inform, hands tied commit: publicity raises even the opportunist's follow-through, a costly act tells more",
    source="Fearon 1997, Signaling foreign policy interests, Journal of Conflict Resolution 41, from memory",
    confidence="theory",
    bands={
        "tied: the opportunist follows": at_least(0.05), "tied: keeping tells": at_most(0.0), "sunk: told at c 2 over c 0": at_least(1.5),
    },
)  # fmt: skip
def signals(lab: Lab) -> dict[str, float]:
    """Resolve, fully verified.  A sunk cost enters as the price of the act; that it leaves later acts alone cannot be asked."""
    law, dim = lab.law, Dim.C

    def told(c: float, u: float) -> float:
        return float(trust.evidence(True, c, u, 1.0, 0.0, dim, law))

    tied, free = (float(trust.readiness(law.b_opport[dim], 1.0, u, 0.0, dim, law)) for u in (1.0, 0.0))
    return {
        "tied: the opportunist follows": tied - free,
        "tied: keeping tells": told(1.0, 1.0) - told(1.0, 0.0),
        "sunk: told at c 2 over c 0": told(2.0, 0.0) / told(0.0, 0.0),
    }


@experiment(
    "L02",
    finding="A state learns from how a sanctioner treated another, less than from how it was treated itself",
    source="Peterson 2013 [S15] for the signs",
    bands={"a bystander moves, in points": at_least(1.0), "bystander over addressee": within(0.05, 0.8)},
    standing="by construction",
)
def bystanders(lab: Lab) -> dict[str, float]:
    """A public threat not carried out, from a belief of one half; in play what is overheard is blurred too."""
    seen = trust.evidence(False, 1.0, 0.8, 0.9, 0.0, Dim.C, lab.law)
    moved = [float(0.5 - sigma(trust.felt(x, abs(x), 0.5, lab.law))) for x in (seen, trust.overheard(seen, 0.8, lab.law))]
    return {"a bystander moves, in points": 100 * moved[1], "bystander over addressee": moved[1] / moved[0]}


@experiment(
    "L03",
    finding="A successor of another coalition breaks more of what was promised; institutions restrain him",
    source="Leeds, Mattes, Vogel 2009 [S3] for the signs",
    bands={"breaches, successor over author": at_least(1.1), "breaches, treaty over word": at_most(0.9)},
    contested="In the data the change of coalition matters outside democracies only; the model knows no such difference.",
)
def successors(lab: Lab) -> dict[str, float]:
    law, n, dim = lab.law, lab.draws, Dim.R
    b = np.where(lab.rng.random(n) < 0.5, law.b_trust[dim], law.b_opport[dim])
    c, u = lab.rng.uniform(0, 2, n), lab.rng.random(n)

    def breaches(dearer: float) -> float:
        return float(1 - trust.readiness(b, c + dearer, u, 0.0, dim, law).mean())

    word, treaty = (breaches(float(administrations.dearer(True, form, law))) for form in (0.0, -0.5))
    return {"breaches, successor over author": word / breaches(0.0), "breaches, treaty over word": treaty / word}


@experiment(
    "L04",
    finding="Agreements with mechanisms of their own make peace more durable",
    source="Fortna 2003, Scraps of paper?, International Organization 57, for the sign",
    bands={"renewed in ten years, agreed over not": at_most(1.0)},
    contested="How a settlement came about may matter more than its mechanisms (Werner, Yuen 2005, from memory).",
    why_red="An agreement is yes or no in the model and has no mechanisms; its hazard is what crises of all sorts gave, just above none.",
)
def agreements(lab: Lab) -> dict[str, float]:
    years = np.arange(0, 10, 0.1)
    agreed, not_ = (
        float(1 - np.exp(-0.1 * peace.renewal_hazard(years, False, a, False, 0.0, lab.law).sum())) for a in (True, False)
    )
    return {"renewed in ten years, agreed over not": agreed / not_}


@experiment(
    "L05",
    finding="A concession to a rival that is not returned costs the leader, with hawks most",
    source="Colaresi 2004 [S17] for the sign",
    bands={"points lost, mean of three groups": at_least(1.0), "hawks less doves": at_least(0.0)},
    standing="by construction",
)
def concessions(lab: Lab) -> dict[str, float]:
    """In approval of a group of which half approved; that the leader falls for it is no function of the model."""
    hawks, centre, doves = 100 * (0.5 - sigma(audiences.unreturned_cost(lab.law.profile_i, lab.law)))
    return {"points lost, mean of three groups": float(hawks + centre + doves) / 3, "hawks less doves": float(hawks - doves)}


@experiment(
    "L06",
    finding="Small verified steps reopen a relationship that distrust has closed",
    source="Osgood 1962; Lindskold 1978, both from memory, for the sign",
    bands={"steps until open, of many kinds": within(1, 12), "of one kind": within(1, 24)},
    why_red="It opens after just over a dozen quarterly steps; steps of one kind wear out by the rules of play, and never open it.",
)
def reopening(lab: Lab) -> dict[str, float]:
    """From .05 of reliability, a kept step of c = .6 and v = .9 a quarter, until they would let home promise against c = 1.5."""

    def steps(law: Parameters, one_kind: bool, most: int = 200) -> int:
        learnt = 0.0
        for done in range(most):
            p = float(sigma(logit(0.05) + learnt))
            if counterparts.largest(p, law) >= 1.5:
                return done
            news = float(trust.evidence(True, 0.6, 0.8, 0.9, 0.0, Dim.R, law))
            news *= float(trust.worn_out(min(done, 4), law)) if one_kind else 1.0
            learnt = learnt * float(trust.remembered(13, law)) + float(trust.felt(news, abs(news), p, law))
        return most

    return {"steps until open, of many kinds": steps(lab.law, False), "of one kind": steps(lab.law, True)}


@experiment(
    "L07",
    finding="Where each thinks the other means no harm fewer crises become wars",
    source="Kydd 2005, Trust and Mistrust in International Relations, from memory, for the sign",
    confidence="theory",
    bands={"wars, belief .8 over belief .2": at_most(0.8)},
)
def wars(lab: Lab) -> dict[str, float]:
    low, high = (float((fight(lab.law, lab.rng, lab.draws, p=p).top == WAR).mean()) for p in (0.2, 0.8))
    return {"wars, belief .8 over belief .2": high / low}


@experiment(
    "L08",
    finding="A concealed breach that comes out is worse than an open one, and stays so",
    source="Schweitzer, Hershey, Bradlow 2006 [S11] for the sign",
    bands={"exposed over open, at once": at_least(1.2), "two years on": at_least(1.5), "while it is hidden": at_most(1.0)},
    standing="by construction",
)
def concealment(lab: Lab) -> dict[str, float]:
    law, v, left = lab.law, 0.8, float(trust.remembered(104, lab.law))
    open_, hidden = (float(trust.evidence(False, 1.0, 0.5, seen, 0.0, Dim.R, law)) for seen in (v, v * law.denied_view))
    return {
        "exposed over open, at once": (hidden + law.lie_scar) / open_,
        "two years on": (hidden * left + law.lie_scar) / (open_ * left),
        "while it is hidden": hidden / open_,
    }
