"""How the fitted parameters were fitted, once: `python -m game.insight.experiments.fit GROUP` prints them anew (wants the package `cma`).

A group is a handful of parameters and the rows of the validation table that pin them.  The loss is how far the rows' figures lie from the
middles of their bands; nothing outside the table is looked at, and what the table does not pin is held near its value by a light rein.
The search begins at the values in force; `crises` takes some minutes.  What is printed is copied into rules/parameters.py by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np

from game.rules.parameters import DEFAULT, Parameters

from . import all_experiments
from .lab import Band, Experiment, Lab

GROUPS: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "crises": (
        (
            "stake_mean", "stake_spread", "stake_protracted", "stake_private", "ladder_cost", "down_matching", "down_relief",
            "down_stake", "crisis_end", "end_rung", "end_stake", "jump", "jump_stake",
        ),
        ("V20", "V21", "V22", "V24"),
    ),
    "peace": (("renewal", "renewal_years"), ("V26", "V27")),
    "threats": (("threat_concession",), ("V31",)),
    "opening": (("opening",), ("V12",)),
}  # fmt: skip
POSITIVE: Final = frozenset({
    "stake_spread", "stake_protracted", "stake_private", "ladder_cost", "down_matching", "down_relief", "end_stake",
    "jump_stake", "renewal", "renewal_years", "threat_concession", "opening",
})  # fmt: skip
AMPLE, SPARE, REIN = 0.3, 0.15, 0.02  # of a band's half-width; of a single end; of a parameter moved by its own size
_LEAST = 0.05


def miss(band: Band, value: float) -> float:
    """How far a figure is from lying well within its band; 0 where it does."""
    if not band.judged:
        return 0.0
    if band.low is not None and band.high is not None:
        half = max((band.high - band.low) / 2, 1e-9)
        return max(0.0, abs(value - (band.low + band.high) / 2) / half - AMPLE) ** 2
    end, side = (band.low, 1.0) if band.low is not None else (band.high, -1.0)
    assert end is not None
    size = max(abs(end), _LEAST)
    return max(0.0, side * (end - value) / size + SPARE) ** 2


def loss(law: Parameters, experiments: list[Experiment], draws: int) -> float:
    total = 0.0
    for one in experiments:
        found = one.measure(Lab(law, seed=1, draws=draws, experiment=one.id))
        total += sum(miss(band, found[name]) for name, band in one.bands.items())
    return total


def fit(group: str, evaluations: int = 900, draws: int = 3000) -> tuple[float, dict[str, float]]:
    """The least loss found, and the parameters that gave it.  Raises KeyError for an unknown group."""
    import cma

    names, ids = GROUPS[group]
    experiments = [one for one in all_experiments() if one.id in ids]
    begin = np.array([getattr(DEFAULT, name) for name in names])
    size = np.maximum(np.abs(begin), 0.3)

    def cost(moved: Any) -> float:
        values = begin + moved * size
        out = float(sum(max(0.0, _LEAST - v) for name, v in zip(names, values, strict=True) if name in POSITIVE))
        if out:
            return 50 + 100 * out
        changed: dict[str, Any] = {name: float(v) for name, v in zip(names, values, strict=True)}
        return loss(replace(DEFAULT, **changed), experiments, draws) + REIN * float((moved**2).sum())

    options = {"seed": 1, "maxfevals": evaluations, "verbose": -9}
    if len(names) == 1:  # the method wants two dimensions at least
        tries = np.linspace(-0.8, 1.5, 60)
        best = np.array([min(tries, key=lambda t: cost(np.array([t])))])
        return cost(best), {names[0]: float((begin + best * size)[0])}
    search = cma.CMAEvolutionStrategy(np.zeros(len(names)), 0.3, options)
    search.optimize(cost)
    best = search.result.xbest
    return float(search.result.fbest), dict(zip(names, map(float, begin + best * size), strict=True))


if __name__ == "__main__":
    for name in sys.argv[1:] or GROUPS:
        least, found = fit(name)
        print(f"{name}: loss {least:.3f}")
        for parameter, value in found.items():
            print(f"    {parameter}: {getattr(DEFAULT, parameter):.3f} -> {value:.3f}")
