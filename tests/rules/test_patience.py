"""Who asks every season is in want: a neighbour that has been proposed to of late is less ready to sign (abroad._patience)."""

from __future__ import annotations

import numpy as np
import pytest

from game.play.policies import policy
from game.rules import abroad
from game.rules.now import Deals
from game.rules.turn import Game
from game.rules.vocabulary import FORMS, TONES, State

PROPOSE = TONES.index("propose")


def left(game, seasons_ago, times):
    """What is left of Norland's readiness, proposed to so many times, the last so many seasons ago."""
    world = game.world
    world.habit[:, 0, PROPOSE] = times
    world.habit_season[:, 0, PROPOSE] = world.season - seasons_ago
    rows = np.arange(len(world))
    none, zero = np.zeros(len(rows), np.intp), np.zeros(len(rows))
    deals = Deals(rows, none.astype(np.int8), none, none, zero, zero, zero, zero, none + FORMS.index("letters"), none, none > 0, zero)
    return abroad._patience(world, game.scenario, deals)


@pytest.fixture(scope="module")
def later(flagship):
    game, player = Game(flagship.played("full"), np.arange(4)), policy("fair-and-firm")
    for _ in range(8):
        game.play_turn(player)
    return game


def test_the_first_proposal_is_heard_in_full_and_each_further_one_by_less(later):
    """The count holds the proposal that is being answered, so one is none before it."""
    share = later.scenario.law.habit
    for times, expected in ((0, 1.0), (1, 1.0), (2, share), (3, share**2), (4, share**3)):
        assert left(later, 0, times) == pytest.approx(expected)


def test_patience_comes_back_when_they_are_left_alone(later):
    """Two years without a proposal, and the next one is the first."""
    seasons = later.scenario.law.habit_seasons
    assert (left(later, seasons, 4) < 1).all() and (left(later, seasons + 1, 4) == 1).all()


def test_the_same_proposal_is_signed_less_often_by_those_who_were_asked_before(flagship):
    """Through the whole turn: one season of the same plays, with and without proposals in the two years before."""
    signed = []
    for times in (0, 4):
        game, player = Game(flagship.played("full"), np.arange(400)), policy("fair-and-firm")
        for _ in range(2):
            game.play_turn(player)
        game.brief()
        move = player.reply(game.view())
        world = game.world
        world.habit[:, :, PROPOSE], world.habit_season[:, :, PROPOSE] = times, world.season[:, None]
        by_word = np.flatnonzero((move.about >= 0).any(1))
        c = (move.about[by_word] >= 0).argmax(1)
        kind = move.about[by_word, c]
        game.reply(move)
        signed.append(int((game.world.pledge[by_word, 0, c, kind] == State.OPEN).sum()))
    assert by_word.size > 100 and 0 < signed[1] < 0.6 * signed[0]
