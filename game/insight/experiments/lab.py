"""The laboratory: what an experiment is given, what it must name, and the shelf on which experiments are registered.

An experiment is one finding of the literature, put to the rules the game plays with.  Nothing here knows a finding, a rule or a screen;
this is the interface of outsiders too (docs/experiments.md), so its names are firm.
"""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from game.rules.parameters import Parameters

DRAWS = 20_000
CONFIDENCE = ("sourced", "from memory", "theory")
_ID = re.compile(r"[A-Z][A-Za-z0-9-]{1,11}")


@dataclass(frozen=True, slots=True)
class Band:
    """Where a figure has to lie, both ends included; None is no end.  A band that is not judged is printed and never fails."""

    low: float | None
    high: float | None
    judged: bool = True

    def __post_init__(self) -> None:
        for end in (self.low, self.high):
            if end is not None and not (isinstance(end, (int, float)) and math.isfinite(end)):
                raise ValueError(f"the end of a band is a finite number or None, not {end!r}")
        if self.low is None and self.high is None:
            raise ValueError("a band needs at least one end")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"the lower end of a band comes first: {self.low:g} is more than {self.high:g}")

    def holds(self, value: float) -> bool:
        """Whether a value lies in the band, judged or not."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


def within(low: float, high: float) -> Band:
    """From low to high."""
    return Band(low, high)


def at_least(low: float) -> Band:
    """This much or more."""
    return Band(low, None)


def at_most(high: float) -> Band:
    """This much or less."""
    return Band(None, high)


def from_memory(low: float | None, high: float | None) -> Band:
    """A size known from memory alone: printed beside what is measured, never judged."""
    return Band(low, high, judged=False)


@dataclass(frozen=True, slots=True)
class Lab:
    """What an experiment is given: the law to measure, a seed, how many draws are asked, and luck of its own.

    `rng` is made of the seed and the experiment's id, so that an experiment gives the same whichever others are run with it.
    """

    law: Parameters
    seed: int
    draws: int = DRAWS
    experiment: str = ""
    rng: np.random.Generator = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rng", np.random.default_rng([self.seed, *self.experiment.encode()]))


Measure = Callable[[Lab], Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Experiment:
    """One finding: what was published, by whom, how sure that is, where the figures have to lie, and how they are measured."""

    id: str
    finding: str
    source: str
    confidence: str
    bands: Mapping[str, Band]
    contested: str
    why_red: str
    measure: Measure

    def __post_init__(self) -> None:
        if not (isinstance(self.id, str) and _ID.fullmatch(self.id)):
            raise ValueError(
                f"{self.id!r} is no id of an experiment: a capital letter, then 1 to 11 letters, digits or hyphens, such as X01"
            )
        for name in ("finding", "source"):
            told = getattr(self, name)
            if not (isinstance(told, str) and told.strip()):
                raise ValueError(f"experiment {self.id} needs its {name} in words")
        for name in ("contested", "why_red"):
            if not isinstance(getattr(self, name), str):
                raise ValueError(f"{name} of experiment {self.id} is a sentence, or is left out")
        if self.confidence not in CONFIDENCE:
            raise ValueError(
                f"the confidence of experiment {self.id} is {self.confidence!r}; allowed are “{'”, “'.join(CONFIDENCE)}”"
            )
        if not (isinstance(self.bands, Mapping) and self.bands):
            raise ValueError(
                f"experiment {self.id} needs at least one band: bands={{'name of a figure': within(low, high)}}"
            )
        for name, band in self.bands.items():
            if not (isinstance(name, str) and name.strip() and isinstance(band, Band)):
                raise ValueError(
                    f"the bands of experiment {self.id} go from a figure's name to a band made by within, at_least, at_most "
                    f"or from_memory; {name!r}: {band!r} is not one"
                )
        if not inspect.isfunction(self.measure):
            raise ValueError(f"experiment {self.id} stands above no function: write `def name(lab):` below it")
        object.__setattr__(self, "bands", MappingProxyType(dict(self.bands)))


_shelf: dict[str, Experiment] = {}


def experiment(
    id: str,
    *,
    finding: str,
    source: str,
    bands: Mapping[str, Band],
    confidence: str = "sourced",
    contested: str = "",
    why_red: str = "",
) -> Callable[[Measure], Measure]:
    """Registers the function below it; the function itself stays as it is.  Raises ValueError in one sentence.

    contested: what the literature disagrees about, shown with the row.  why_red: why the model misses, shown when it does.
    """

    def register(measure: Measure) -> Measure:
        made = Experiment(id, finding, source, confidence, bands, contested, why_red, measure)
        if made.id in _shelf:
            raise ValueError(f"there is an experiment {made.id} already; give this one an id of its own")
        _shelf[made.id] = made
        return measure

    return register


def registered() -> list[Experiment]:
    """Every experiment on the shelf, in order of id."""
    return [_shelf[id] for id in sorted(_shelf)]


@contextmanager
def apart() -> Iterator[list[Experiment]]:
    """What is registered inside goes into the list that is given, and not on the shelf; ids of the shelf stay taken."""
    before = dict(_shelf)
    found: list[Experiment] = []
    try:
        yield found
    finally:
        found += [_shelf[id] for id in sorted(_shelf.keys() - before.keys())]
        _shelf.clear()
        _shelf.update(before)
