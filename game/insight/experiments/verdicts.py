"""Experiments run and judged: every figure of every seed against its band.

An experiment that fails is a verdict too, told in one sentence: the others go on.  Knows no finding and prints nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from game.rules.parameters import Parameters

from .bands import Band, as_number, short
from .lab import DRAWS, Experiment, Lab
from .warned import in_short, overheard
from .whereabouts import said, start, way, where


class Verdict(StrEnum):
    """What became of a figure, or of a whole finding: the gravest of its figures'."""

    BROKEN = "broken"
    RED = "RED"
    HOLDS = "holds"
    FROM_MEMORY = "from memory"
    NOT_JUDGED = "not judged"


@dataclass(frozen=True, slots=True)
class Row:
    """One experiment and what it gave: each figure with one value a seed.

    `trouble` says why there is none, `note` what was warned of on the way to the figures; each is one sentence.
    """

    experiment: Experiment
    measured: Mapping[str, tuple[float, ...]]
    passed: bool
    trouble: str = ""
    note: str = ""

    @property
    def verdict(self) -> Verdict:
        return min((self.of(figure) for figure in self.experiment.bands), key=list(Verdict).index)

    def of(self, figure: str) -> Verdict:
        """The verdict of one figure: every seed has to hold."""
        band = self.experiment.bands[figure]
        if self.trouble:
            return Verdict.BROKEN
        if not band.judged:
            return Verdict(band.word)
        return Verdict.HOLDS if all(map(band.holds, self.measured[figure])) else Verdict.RED


def judged(experiment: Experiment, law: Parameters, seeds: Sequence[int], draws: int = DRAWS) -> Row:
    """One experiment under every seed."""
    path, line = start(experiment.measure)
    values: dict[str, list[float]] = {figure: [] for figure in experiment.bands}
    with overheard(path, line) as warned:
        for seed in seeds:
            try:
                with np.errstate():  # what an experiment sets for numpy ends with it
                    given = experiment.measure(Lab(law, seed, draws, experiment.id))
            except (Exception, SystemExit) as error:
                return Row(experiment, {}, False, f"{where(way(error), path, line)}: {said(error, path)}.")
            trouble = _trouble(given, experiment.bands)
            if trouble:
                heard = f" ({in_short(warned)})" if warned else ""
                return Row(experiment, {}, False, f"{path}, line {line}: {' '.join(trouble.split())}{heard}.")
            for figure in experiment.bands:
                values[figure].append(float(given[figure]))
    measured = {figure: tuple(found) for figure, found in values.items()}
    passed = all(all(map(band.holds, measured[figure])) for figure, band in experiment.bands.items() if band.judged)
    return Row(experiment, measured, passed, note=f"W{in_short(warned)[1:]}." if warned else "")


def verdicts(
    experiments: Sequence[Experiment],
    law: Parameters,
    seeds: int,
    draws: int = DRAWS,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Row]:
    """Every experiment under the seeds 1 to `seeds`, in the order given."""
    rows = []
    for done, experiment in enumerate(experiments, 1):
        rows.append(judged(experiment, law, range(1, seeds + 1), draws))
        progress(done, len(experiments))
    return rows


def _trouble(given: object, bands: Mapping[str, Band]) -> str:
    """What is wrong with an experiment's answer, or nothing."""
    wanted = ", ".join(bands)
    if not isinstance(given, Mapping):
        return f"it returns {type(given).__name__}; return a dictionary of its figures: {wanted}"
    if set(given) != set(bands):
        return f"it returns the figures {', '.join(map(str, given)) or 'none'}; its bands name {wanted}"
    for figure, value in given.items():
        number = as_number(value)
        if number is None:
            return f"its figure “{figure}” is {short(value)}; give one number"
        if not math.isfinite(number):
            return f"its figure “{figure}” is {number}; give a finite number"
    return ""
