"""The scenarios that ship, each read once for all that is asked of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from game.authoring import find, read

SCENARIOS = find(Path(__file__).parents[2] / "scenarios")

shipped = pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.name)


@cache
def scenario(path):
    """(the scenario, what there was to say of it)."""
    return read(path)
