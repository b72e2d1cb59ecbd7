"""Other settings of the model: each parameter a quarter lower or higher, alone or all at once.

A parameter of several numbers is varied as a whole; weights are varied one by one, since only their proportions count, and add up to one
again.  What is a share kept from month to month or quarter to quarter is varied by its half-life: .97 times .75 would be no memory at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final

import numpy as np

from game.rules.arrays import Real
from game.rules.parameters import SHARES, Parameters

LOWER, HIGHER = 0.75, 1.25
_WEIGHTS: Final = ("part_weights", "dim_weights", "reading_weights")
_KEPT: Final = ("fade_quarter", "approval_month", "rally_month", "heat_month")
Changes = tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Knob:
    """What is varied as one: a parameter, or one entry of a set of weights."""

    field: str
    entry: int = -1

    @property
    def name(self) -> str:
        return self.field if self.entry < 0 else f"{self.field}[{self.entry}]"


def knobs(law: Parameters) -> tuple[Knob, ...]:
    """Every knob of a law, in the order in which its parameters stand."""
    return tuple(_knobs(law))


def _knobs(law: Parameters) -> Iterator[Knob]:
    for f in fields(law):
        if f.name in _WEIGHTS:
            yield from (Knob(f.name, entry) for entry in range(len(getattr(law, f.name))))
        else:
            yield Knob(f.name)


def vary(law: Parameters, factors: Mapping[Knob, float]) -> Parameters:
    """The law with each of these knobs times its factor, within what a law must be."""
    values: dict[str, Any] = {}
    for knob, factor in factors.items():
        value = values.get(knob.field, getattr(law, knob.field))
        values[knob.field] = _times(value, factor, knob)
    for f in fields(law):
        if f.name in values:
            values[f.name] = _lawful(values[f.name], f.name)
    return replace(law, **values)


def _times(value: Any, factor: float, knob: Knob) -> Any:
    if knob.field in _KEPT:
        return value ** (1 / factor)
    if knob.entry >= 0:
        changed = np.array(value, float)
        changed[knob.entry] *= factor
        return changed
    if isinstance(value, tuple):
        return tuple(one * factor for one in value)
    if isinstance(value, int):
        moved = round(value * factor)
        return max(0, moved if moved != value or factor == 1 else value + (1 if factor > 1 else -1))
    return value * factor


def _lawful(value: Any, name: str) -> Any:
    """Weights add up to one; a share or a chance is at most one."""
    if name in _WEIGHTS:
        return value / value.sum()
    if name in SHARES:
        return np.minimum(value, 1.0) if isinstance(value, np.ndarray) else min(value, 1.0)
    return value


def draw(law: Parameters, rng: np.random.Generator) -> Parameters:
    """Every knob at once, each by its own factor between a quarter less and a quarter more."""
    found = knobs(law)
    factors: Real = rng.uniform(LOWER, HIGHER, len(found))
    return vary(law, dict(zip(found, map(float, factors), strict=True)))


def changes(base: Parameters, other: Parameters) -> Changes:
    """What a job must be told to play under `other`: the parameters that differ, vectors as tuples."""
    told = []
    for f in fields(base):
        old, new = getattr(base, f.name), getattr(other, f.name)
        if not np.array_equal(old, new):
            told.append((f.name, tuple(map(float, new)) if isinstance(new, np.ndarray) else new))
    return tuple(told)


def changed(base: Parameters, told: Changes) -> Parameters:
    """The law of which a job was told."""
    values = {name: _as(getattr(base, name), value) for name, value in told}
    return replace(base, **values)


def _as(old: Any, value: Any) -> Any:
    return np.array(value, float) if isinstance(old, np.ndarray) else value
