"""Findings of the literature, each put to the rules the game plays with; `validate` prints what they give beside what was published.

The names below are the documented interface (docs/experiments.md): a scholar's own file imports them from here.
"""

from __future__ import annotations

from importlib import import_module

from .lab import Band, Experiment, Lab, at_least, at_most, beside, experiment, from_memory, registered, within

__all__ = [
    "Band",
    "Experiment",
    "Lab",
    "all_experiments",
    "at_least",
    "at_most",
    "beside",
    "experiment",
    "from_memory",
    "within",
]

_ROOMS = ("beliefs", "home", "crises", "peace", "exchange", "governments")


def all_experiments() -> list[Experiment]:
    """Every finding of the game's own table, in order of id."""
    for room in _ROOMS:
        import_module(f"{__name__}.{room}")
    return registered()
