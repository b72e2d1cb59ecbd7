"""Finished plays of the flagship, and their debriefs, made once."""

from __future__ import annotations

from functools import cache

import pytest

from game.insight import debrief_of
from game.play.session import Session


@pytest.fixture(scope="session")
def played(flagship):
    """played("random", 11) -> the finished session."""

    @cache
    def play(name: str, seed: int, length: str = "full") -> Session:
        session = Session.new(flagship, None, seed=seed, length=length, started="2031-04-01")
        session.play_by(name)
        return session

    return play


@pytest.fixture(scope="session")
def opened(played):
    """opened("random", 11) -> its debrief."""
    return cache(lambda name, seed, length="full": debrief_of(played(name, seed, length)))
