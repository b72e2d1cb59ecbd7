"""A new play of the flagship in one word."""

from __future__ import annotations

import pytest

from game.play.session import Session


@pytest.fixture
def begin(flagship):
    """begin(path, seed=3, length="full", ...) -> a new play."""

    def new(path=None, **told) -> Session:
        return Session.new(flagship, path, **{"seed": 3, "started": "2031-04-01", **told})

    return new
