"""Figures and bands in words, with as many digits as a reader needs to come to the verdict that was come to.

Knows nothing of experiments: numbers in, words out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from .bands import Band

_HUGE = 1e6
_DUST = 1e-6
_EVERY = 14  # with so many digits more than usual, every digit is told


def beside_its_band(values: Sequence[float], band: Band) -> tuple[str, str]:
    """What every seed gave and where it has to lie; more digits than usual only where rounding would tell another verdict."""
    most = max(map(abs, values))
    for extra in range(_EVERY + 1):
        if all(_reads_alike(value, band, most, extra) for value in (min(values), max(values))):
            break
    return spread(values, extra), bounds(band, extra)


def spread(values: Sequence[float], extra: int = 0) -> str:
    """What the seeds gave: one figure where they agree at the shown precision, else the range."""
    most = max(map(abs, values))
    low, high = (shown(value, most, extra) for value in (min(values), max(values)))
    return low if low == high else f"{low} to {high}"


def shown(value: float, beside: float | None = None, extra: int = 0) -> str:
    """A figure with three digits that count, at most three of them behind the point unless it would read as nothing."""
    size = abs(value if beside is None else beside)
    if extra == _EVERY:
        return repr(value)
    if size >= _HUGE:
        return f"{value:.{3 + extra}g}"
    digits = 0 if size >= 99.95 else 1 if size >= 9.995 else 2 if size >= 0.9995 else 3
    if _DUST <= size < 0.0005:
        digits = 1 - math.floor(math.log10(size))
    told = f"{value:,.{digits + extra}f}"
    return told.removeprefix("-") if _read(told) == 0 else told


def bounds(band: Band, extra: int = 0) -> str:
    """A band in words: 0.70 to 0.80, at least 3, at most 5."""
    low, high = (None if end is None else _end(end, extra) for end in (band.low, band.high))
    if low is None:
        return f"at most {high}"
    return f"at least {low}" if high is None else f"{low} to {high}"


def _reads_alike(value: float, band: Band, beside: float, extra: int) -> bool:
    """Whether who reads the rounded figure beside the rounded ends sees what is so."""
    low, high = (None if end is None else _read(_end(end, extra)) for end in (band.low, band.high))
    return Band(low, high).holds(_read(shown(value, beside, extra))) == band.holds(value)


def _end(value: float, extra: int) -> str:
    if extra == _EVERY:
        return repr(value)
    grouped = 1000 <= abs(value) < _HUGE
    return f"{value:,.{extra}f}" if grouped else f"{value:.{3 + extra}g}"


def _read(told: str) -> float:
    return float(told.replace(",", ""))
