"""Shared by all tests: the flagship scenario, read once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def flagship():
    from game.authoring import load

    return load(ROOT / "scenarios" / "narrow-sea")
