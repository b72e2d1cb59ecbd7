"""Crises: how violent, how long, how they are answered (V20, V21, V22, V24; science.md 4.3)."""

from __future__ import annotations

import numpy as np

from game.rules.ladder import VIOLENT
from game.rules.vocabulary import WAR

from .duel import DAYS, PROTRACTED, fight
from .lab import Lab, at_least, beside, experiment, within

ICB = "International Crisis Behavior data, v13, 481 crises, 1918-2016 [ICB]"
TWICE = 2  # crises a draw: the table asks for 40,000


@experiment(
    "V20",
    finding="How violent crises become: none, minor clashes, serious clashes, war",
    source=ICB,
    bands={
        "no violence": within(0.218, 0.295), "minor clashes": within(0.252, 0.333), "serious clashes": within(0.204, 0.281),
        "war": within(0.175, 0.247),
    },
    standing="fitted",
)  # fmt: skip
def violence(lab: Lab) -> dict[str, float]:
    top = fight(lab.law, lab.rng, TWICE * lab.draws).top
    shares = [(top < VIOLENT).mean(), (top == VIOLENT).mean(), (top == VIOLENT + 1).mean(), (top == WAR).mean()]
    return dict(zip(("no violence", "minor clashes", "serious clashes", "war"), map(float, shares), strict=True))


@experiment(
    "V21",
    finding="How long crises last, in days: quartiles 29, 81, 207",
    source=ICB,
    bands={
        "first quartile": within(29 * 0.75, 29 * 1.25), "median": within(81 * 0.75, 81 * 1.25),
        "third quartile": within(207 * 0.75, 207 * 1.25),
    },
    standing="fitted",
)  # fmt: skip
def duration(lab: Lab) -> dict[str, float]:
    fortnights = fight(lab.law, lab.rng, TWICE * lab.draws).fortnights
    days = DAYS * (fortnights - lab.rng.random(fortnights.size))  # it ends on some day of its last fortnight
    quartiles = np.quantile(days, (0.25, 0.5, 0.75))
    return dict(zip(("first quartile", "median", "third quartile"), map(float, quartiles), strict=True))


@experiment(
    "V22",
    finding="A violent trigger is answered with violence in .57 of cases, another in .23",
    source=ICB,
    bands={
        "after a violent trigger": within(0.493, 0.653), "after another": within(0.152, 0.312), "difference": at_least(0.25),
    },
    standing="fitted",
)  # fmt: skip
def reply(lab: Lab) -> dict[str, float]:
    duels = fight(lab.law, lab.rng, TWICE * lab.draws)
    violent = duels.reply >= VIOLENT
    after, other = float(violent[duels.struck].mean()), float(violent[~duels.struck].mean())
    return {"after a violent trigger": after, "after another": other, "difference": after - other}


@experiment(
    "V24",
    finding="War by the age of the conflict: .115 in none, .178 in a protracted one, .597 in one of long wars",
    source=ICB,
    bands={
        "second over first": at_least(1.0), "third over second": at_least(1.0), "third over first": at_least(2.0),
        "war, no protracted conflict": beside(0.075, 0.165), "war, protracted": beside(0.13, 0.235),
        "war, long wars": beside(0.48, 0.71),
    },
    contested="Seven in ten crises of the last class lie within a war; the levels are shown with their 95 % intervals and not judged.",
    standing="fitted",
)  # fmt: skip
def protracted(lab: Lab) -> dict[str, float]:
    shares = []
    for age, _ in PROTRACTED:
        duels = fight(lab.law, lab.rng, lab.draws, protracted=np.full(lab.draws, age))
        shares.append(float((duels.top == WAR).mean()))
    none, old, wars = shares
    return {
        "second over first": old / none, "third over second": wars / old, "third over first": wars / none,
        "war, no protracted conflict": none, "war, protracted": old, "war, long wars": wars,
    }  # fmt: skip
