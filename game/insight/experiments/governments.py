"""Governments: how long they stay (V37; science.md 3, Survival)."""

from __future__ import annotations

import numpy as np

from game.rules import counterparts

from .lab import Lab, experiment, within

SEASONS = 80  # half-years
STATES, LONG_STANDING = 150, 21  # some 150 states, 21 of them long-standing democracies [ARC]
MEAN_TENURE = (3.3, 4.9)  # years: there, elsewhere [ARC]


@experiment(
    "V37",
    finding="Leaders leave at .30 a year in long-standing democracies; after 1945 the median of all stays 2.5 years",
    source="Archigos leader spells [ARC]",
    bands={"democracies, a year": within(0.304 * 0.85, 0.304 * 1.15), "median years, all": within(2.5 * 0.85, 2.5 * 1.15)},
    standing="fitted",
)
def tenure(lab: Lab) -> dict[str, float]:
    """Governments live through half-years by the game's hazard until they leave."""
    n = lab.draws
    spells = LONG_STANDING / MEAN_TENURE[0], (STATES - LONG_STANDING) / MEAN_TENURE[1]
    democracy = lab.rng.random(n) < spells[0] / sum(spells)
    chance = counterparts.turnover(democracy, 0.5, lab.law)
    leaves = lab.rng.random((SEASONS, n)) < chance
    spell = np.where(leaves.any(0), leaves.argmax(0) + 1, SEASONS) / 2
    mine = spell[democracy]
    return {
        # One who leaves in a half-year leaves, on average, in the middle of it.
        "democracies, a year": float((mine <= 1).mean()),
        "median years, all": float(np.median(spell - lab.rng.random(n) / 2)),
    }
