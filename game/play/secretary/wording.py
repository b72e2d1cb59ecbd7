"""Small words the pages share: moods, prices, lists, how long."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..pages import Price, Trend

MOODS = ((25, "hostile"), (38, "cold"), (47, "cool"), (54, "divided"), (64, "warm"), (101, "solid"))
_PRICES = ((0.1, Price.TRIFLING), (0.3, Price.LIGHT), (0.9, Price.SERIOUS), (1.8, Price.HEAVY))
_HEAT = (
    (0.2, "The press is quiet."),
    (0.45, "The press is busy."),
    (0.7, "The press is hot."),
    (1.1, "The press is on every doorstep."),
)


def percent(latent: float) -> int:
    """A polled share from a latent approval."""
    return round(100 / (1 + float(np.exp(-latent))))


def points_of(latent: float) -> float:
    """The same share unrounded, for the size of a move."""
    return 100 / (1 + float(np.exp(-latent)))


def mood(share: int) -> str:
    return next(word for below, word in MOODS if share < below)


def trend(points: float) -> Trend:
    """How a group moved, in points of approval."""
    if points <= -4:
        return Trend.FALLING
    if points < -0.75:
        return Trend.SLIPPING
    if points < 0.75:
        return Trend.STEADY
    return Trend.RISING if points < 4 else Trend.CLIMBING


def price(units: float) -> Price:
    """The word for a price in mandate units."""
    return next((word for below, word in _PRICES if units < below), Price.RUINOUS)


def press(heat: float) -> str:
    return next(word for below, word in _HEAT if heat < below)


def listed(names: Sequence[str]) -> str:
    """ "the towns, the party and the exporters"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def times(count: int) -> str:
    return ("never", "once", "twice")[count] if count < 3 else f"{count} times"


def lower_first(text: str) -> str:
    """A name inside a sentence: "The party" -> "the party"."""
    return text[:1].lower() + text[1:] if text[:4] in ("The ", "Our ") else text


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
