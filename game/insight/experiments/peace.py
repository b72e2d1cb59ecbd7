"""What crises leave behind: agreements, and quarrels renewed (V25-V27; science.md 4.4).

The crises are those of `duel`, a mediator in the share of them that had one in the data; selection is not handled, here or there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.rules import peace
from game.rules.arrays import Bool, Real
from game.rules.vocabulary import WAR

from .duel import fight
from .lab import Lab, at_least, beside, experiment, within

ICB = "International Crisis Behavior data, v13 [ICB]"
MEDIATED = 0.31  # [ICB]
_STEP = 0.5  # years: the game's season


@dataclass(frozen=True, slots=True)
class Ended:
    """(n,) crises that are over."""

    mediated: Bool
    agreed: Bool
    war: Bool
    protracted: Real


def ended(lab: Lab) -> Ended:
    duels = fight(lab.law, lab.rng, lab.draws)
    mediated, war = lab.rng.random(lab.draws) < MEDIATED, duels.top == WAR
    chance = peace.agrees(mediated, war, duels.protracted, lab.law)
    return Ended(mediated, lab.rng.random(lab.draws) < chance, war, duels.protracted)


def renewed(lab: Lab, crises: Ended, years: float, since: float = 0.0) -> Real:
    """(n,) chance that a quarrel not renewed before `since` is renewed by `years`."""
    seasons = np.arange(since, years, _STEP)[:, None]
    hazard = peace.renewal_hazard(seasons, crises.mediated, crises.agreed, crises.war, crises.protracted, lab.law)
    chance: Real = 1 - np.exp(-_STEP * hazard.sum(0))
    return chance


@experiment(
    "V25",
    finding="Mediated crises end in an agreement in .62 of cases, others in .22",
    source=f"{ICB}; the sign in Wilkenfeld and others 2003",
    bands={"difference": within(0.30, 0.50), "mediated": beside(0.54, 0.69), "others": beside(0.18, 0.26)},
    contested="Mediators choose their crises; the difference is not the effect of mediating.",
    standing="fitted",
)
def mediation(lab: Lab) -> dict[str, float]:
    crises = ended(lab)
    mediated, others = (float(crises.agreed[who].mean()) for who in (crises.mediated, ~crises.mediated))
    return {"difference": mediated - others, "mediated": mediated, "others": others}


@experiment(
    "V26",
    finding="Mediation makes peace likelier in the short run, and no more durable in the long",
    source="Beardsley 2008 [S24] for the signs",
    bands={
        "five years, less for mediated": at_least(0.001), "after the sixth, mediated over not": at_least(1.0),
        "renewed in five years, mediated": beside(0.28, 0.43), "renewed in five years, others": beside(0.47, 0.57),
    },
    contested="The crossing of the two hazards is written into the model; that it comes about the sixth year is a choice.",
    standing="by construction",
)
def fragility(lab: Lab) -> dict[str, float]:
    crises = ended(lab)
    early, late = renewed(lab, crises, 5), renewed(lab, crises, 20, since=6)
    mine = crises.mediated
    return {
        "five years, less for mediated": float(early[~mine].mean() - early[mine].mean()),
        "after the sixth, mediated over not": float(late[mine].mean() / late[~mine].mean()),
        "renewed in five years, mediated": float(early[mine].mean()),
        "renewed in five years, others": float(early[~mine].mean()),
    }


@experiment(
    "V27",
    finding="A crisis is renewed within five years in .30 of cases, in protracted conflicts in .59",
    source=ICB,
    bands={"not protracted": within(0.22, 0.38), "protracted": within(0.51, 0.67)},
    standing="fitted",
)
def recurrence(lab: Lab) -> dict[str, float]:
    crises = ended(lab)
    again, old = renewed(lab, crises, 5), crises.protracted > 0
    return {"not protracted": float(again[~old].mean()), "protracted": float(again[old].mean())}
