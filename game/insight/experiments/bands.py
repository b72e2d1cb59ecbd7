"""Bands: where a figure has to lie, and what counts as a figure.  Knows no experiment."""

from __future__ import annotations

import math
from dataclasses import dataclass
from numbers import Real

import numpy as np

UNJUDGED = ("not judged", "from memory")


def as_number(value: object) -> float | None:
    """The number that a value is, Python's or numpy's; None for what is none: a truth value, text, an array of more than a number."""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    if isinstance(value, bool) or not isinstance(value, Real):
        return None
    try:
        return float(value)
    except OverflowError:
        return math.inf


def short(value: object) -> str:
    """How a value is named in a sentence: one line, not a long one."""
    told = " ".join(repr(value).split())
    return told if len(told) <= 60 else told[:59] + "…"


@dataclass(frozen=True, slots=True)
class Band:
    """Where a figure has to lie, both ends included; None is no end.

    A band that is not judged is printed and never fails; `word` is then what stands in the place of its verdict.
    """

    low: float | None
    high: float | None
    judged: bool = True
    word: str = UNJUDGED[0]

    def __post_init__(self) -> None:
        if self.word not in UNJUDGED:
            raise ValueError(f"a band that is not judged is “{'” or “'.join(UNJUDGED)}”, not {self.word!r}")
        for name in ("low", "high"):
            given = getattr(self, name)
            end = None if given is None else as_number(given)
            if given is not None and (end is None or not math.isfinite(end)):
                raise ValueError(f"the end of a band is a finite number or None, not {short(given)}")
            object.__setattr__(self, name, end)
        if self.low is None and self.high is None:
            raise ValueError("a band needs at least one end")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"the lower end of a band comes first: {self.low:.12g} is more than {self.high:.12g}")

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
    return Band(low, high, judged=False, word="from memory")


def beside(low: float | None, high: float | None) -> Band:
    """A size shown beside what is measured for another reason than memory: printed, never judged."""
    return Band(low, high, judged=False)
