"""The laboratory: what an experiment is given, what it must name, and the shelf on which experiments are registered.

An experiment is one finding of the literature, put to the rules the game plays with.  Nothing here knows a finding, a rule or a screen;
this is the interface of outsiders too (docs/experiments.md), so its names are firm.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from game.rules.parameters import Parameters

from .bands import Band, at_least, at_most, beside, from_memory, short, within

__all__ = [
    "CONFIDENCE",
    "DRAWS",
    "STANDING",
    "Band",
    "Experiment",
    "Lab",
    "apart",
    "at_least",
    "at_most",
    "beside",
    "experiment",
    "from_memory",
    "registered",
    "within",
]

DRAWS = 20_000
CONFIDENCE = ("sourced", "from memory", "theory")
STANDING = ("tested", "fitted", "by construction")
_ID = re.compile(r"[A-Z][A-Za-z0-9-]{1,11}")


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
    standing: str = STANDING[0]

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
        if self.standing not in STANDING:
            raise ValueError(
                f"the standing of experiment {self.id} is {self.standing!r}; allowed are “{'”, “'.join(STANDING)}”"
            )
        form = "bands={'name of a figure': within(low, high)}"
        if not isinstance(self.bands, Mapping):
            raise ValueError(
                f"the bands of experiment {self.id} are a dictionary from a figure's name to a band: {form}"
            )
        if not self.bands:
            raise ValueError(f"experiment {self.id} needs at least one band: {form}")
        for name, band in self.bands.items():
            if not (isinstance(name, str) and name.strip() and isinstance(band, Band)):
                raise ValueError(
                    f"the bands of experiment {self.id} go from a figure's name to a band made by within, at_least, at_most, "
                    f"beside or from_memory; {short(name)}: {short(band)} is not one"
                )
        if not inspect.isfunction(self.measure):
            raise ValueError(f"experiment {self.id} stands above no function: write `def name(lab):` below it")
        if not _takes_a_lab(self.measure):
            raise ValueError(
                f"the function of experiment {self.id} is called with one Lab and answers at once: write `def name(lab):`"
            )
        object.__setattr__(self, "bands", MappingProxyType(dict(self.bands)))


def _takes_a_lab(measure: Measure) -> bool:
    """Whether it can be called with a Lab alone and then gives its answer, and not a promise of one."""
    later = (inspect.iscoroutinefunction, inspect.isgeneratorfunction, inspect.isasyncgenfunction)
    try:
        inspect.signature(measure, follow_wrapped=False).bind(None)
    except TypeError:
        return False
    return not any(kind(measure) for kind in later)


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
    standing: str = STANDING[0],
) -> Callable[[Measure], Measure]:
    """Registers the function below it; the function itself stays as it is.  Raises ValueError in one sentence.

    contested: what the literature disagrees about, shown with the row.  why_red: why the model misses, shown when it does.
    standing: "tested", or "fitted" where parameters were set on this finding, or "by construction" where it follows from the form.
    """

    def register(measure: Measure) -> Measure:
        made = Experiment(id, finding, source, confidence, bands, contested, why_red, measure, standing)
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
