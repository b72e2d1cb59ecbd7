"""How a belief passed to a successor, as the sum it is: start = h*r + (1-h)*m' (science.md 2.3).  Words for whoever shows it."""

from __future__ import annotations

from .debrief import Succession


def reckoned(one: Succession) -> tuple[str, str]:
    """What the record learned, and how the successor's start came about; percentages are of 100 beliefs, h and n as they are."""
    learned = (
        f"The last Government ended at {_percent(one.r)} (r); the state’s record went from {_percent(one.m)} to {_percent(one.m_after)} "
        f"(m′), with the weight of {one.n_after:.2f} administrations (n′)"
    )
    begun = (
        f"The next was taken for the same team by {one.h:.3g} (h), so it began at "
        f"{one.h:.3g} × {_figure(one.r)} + {1 - one.h:.3g} × {_figure(one.m_after)} = {_percent(one.start)}"
    )
    return learned, begun


def _figure(p: float) -> str:
    return f"{100 * p:.1f}"


def _percent(p: float) -> str:
    return f"{_figure(p)} per cent"
