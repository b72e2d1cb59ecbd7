"""Forecasts are counted by what happened: an adviser's account, the player's Brier."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from playing import choose, turn

from game.play.accounts import PLAYER, Accounts, Forecast, shown
from game.play.pages import Beat


def world(season: int, log_found: bool = False):
    return SimpleNamespace(season=np.array([season]), log_found=np.array([log_found]))


@pytest.fixture
def accounts():
    """An adviser and the player on one question, within two seasons."""
    watch = (lambda w, memo: w.log_found, 2)
    return Accounts({(1, 0): watch, (1, PLAYER): watch})


def test_what_comes_in_time_has_happened(accounts):
    accounts.foretell(1, 0, "likely", season=3)
    accounts.look(world(4))
    assert accounts.forecasts[0].happened is None
    accounts.look(world(5, log_found=True))
    assert (accounts.forecasts[0].happened, accounts.forecasts[0].right, accounts.forecasts[0].decided) == (
        True,
        True,
        5,
    )


def test_what_comes_too_late_has_not(accounts):
    accounts.foretell(1, 0, "likely", season=3)
    accounts.look(world(6, log_found=True))
    assert (accounts.forecasts[0].happened, accounts.forecasts[0].right) == (False, False)


def test_the_end_closes_what_is_open(accounts):
    accounts.foretell(1, 0, "unlikely", season=3)
    accounts.look(world(4), over=True)
    assert (accounts.forecasts[0].happened, accounts.forecasts[0].right) == (False, True)


@pytest.mark.parametrize(
    ("chance", "happened", "brier"),
    [("almost-certain", True, 0.0025), ("almost-certain", False, 0.9025), ("remote-chance", False, 0.0025)],
)
def test_brier(chance, happened, brier):
    """(p - o) squared, with the fixed chances of the seven words."""
    assert Forecast(1, PLAYER, chance, 0, 2, happened, 1).brier == pytest.approx(brier)


def test_talk_is_not_counted(accounts):
    """No word of chance, or nothing that could be looked up: nothing is opened."""
    accounts.foretell(1, 0, "", season=3)
    accounts.foretell(2, 0, "likely", season=3)
    assert accounts.forecasts == []


def test_difficulty_shows_accounts_at_once_late_or_never():
    """play.md 4: difficulty changes noise and help only."""
    told = [Forecast(1, 0, "likely", 0, 2, True, 2), Forecast(1, 1, "likely", 0, 2, None)]
    assert shown(told, "gentle", 2) == told[:1]
    assert shown(told, "standard", 3) == []
    assert shown(told, "standard", 4) == told[:1]
    assert shown(told, "hard", 9) == []


def test_a_players_estimates_are_kept(begin):
    """One word at a marked inject; decided by the end at the latest."""
    session = begin(seed=3)
    given = 0
    while session.beat is not Beat.CLOSED:
        if session.beat is Beat.MORNING and (asked := session.desk().estimate):
            session.submit(choose(session).estimating(asked.id, "likely"))
            given += 1
        else:
            turn(session)
    assert given > 0
    estimates = session.course.accounts.estimates
    assert len(estimates) == given
    assert all(estimate.brier is not None for estimate in estimates)


def test_advisers_have_an_account(begin):
    """The dossier lists what each foretold and what came of it."""
    session = begin(seed=3, difficulty="gentle")
    for number in range(16):
        turn(session, number)
    accounts = session.dossier(0).accounts
    assert sum(one.account.counted for one in accounts) > 3
    for one in accounts:
        assert one.account.right == sum(one.account.ticks) == sum(f.right is True for f in one.foretold)
