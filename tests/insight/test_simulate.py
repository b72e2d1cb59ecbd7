"""Many plays at once give the figures of the same plays one by one."""

from __future__ import annotations

import numpy as np
import pytest

from game.authoring import verdict
from game.insight import simulate
from game.insight.company import part
from game.insight.simulate import Met, run
from game.play.policies import policy
from game.rules import score
from game.rules.luck import Purpose
from game.rules.turn import Game

SEEDS = np.arange(40, dtype=np.uint64)
COLUMNS = ("parts", "campaign", "war", "kept", "broken", "verdict", "first_term", "tones", "channels")


@pytest.fixture(scope="module")
def taster(flagship):
    return flagship.played("taster")


@pytest.fixture(scope="module")
def outcome(taster):
    return run(taster, policy("random"), SEEDS)


def test_cut_into_blocks_the_figures_are_the_same(taster, outcome, monkeypatch):
    """Results are merged in seed order, however the plays were cut."""
    monkeypatch.setattr(simulate, "BLOCK", 7)
    pieces = run(taster, policy("random"), SEEDS)
    for name in COLUMNS:
        assert np.array_equal(getattr(pieces, name), getattr(outcome, name)), name
    assert pieces.row_turns == outcome.row_turns
    for name in ("injects", "offered", "chosen"):
        assert np.array_equal(getattr(pieces.met, name), getattr(outcome.met, name)), name


def test_a_play_by_itself_is_the_play_in_the_table(taster, outcome):
    """One seed alone: the same score, verdict and words (law 1)."""
    for place in (0, 17, 39):
        alone = run(taster, policy("random"), SEEDS[place : place + 1])
        for name in COLUMNS:
            assert np.array_equal(getattr(alone, name)[0], getattr(outcome, name)[place]), name


def test_it_is_the_game_itself(flagship):
    """Three terms of one policy: what the counting loop ends with is what each play, walked alone, ends with."""
    full, hawk = flagship.played("full"), policy("hawk")
    found, turns = run(full, hawk, SEEDS[:12]), 0
    for place, seed in enumerate(SEEDS[:12]):
        game = Game(full, [seed])
        while game.phase != "closed":
            game.play_turn(hawk)
            turns += 1
        world = game.world
        assert np.array_equal(found.parts[place], score.parts(world, full)[0]) and found.war[place] == world.war[0]
        assert found.verdict[place] == verdict(full, world)[0] and found.kept[place] == world.kept.sum()
    assert found.row_turns == turns and len(np.unique(found.campaign)) > 8


def test_what_was_met_adds_up(outcome):
    """Every live turn met one inject (the quiet season is one too); one option was chosen in each, and only what was offered."""
    met = outcome.met
    assert met.injects.sum() == outcome.row_turns == met.chosen.sum()
    assert (met.chosen <= met.offered).all() and (met.offered <= met.injects[:, None]).all()
    assert (met.injects[1:] > 0).sum() > 3


def test_met_of_two_runs_is_their_sum():
    one = Met(np.array([1, 2]), np.eye(2), np.eye(2))
    one.add(Met(np.array([3, 4]), np.eye(2), np.zeros((2, 2))))
    assert one.injects.tolist() == [4, 6] and one.offered.trace() == 4 and one.chosen.trace() == 2


def test_who_keeps_all_keeps_more(taster, outcome):
    """The share of pledges kept tells the manners apart."""
    steadfast = run(taster, policy("steadfast"), SEEDS)
    assert outcome.kept_rate < 1 and outcome.kept_rate < steadfast.kept_rate <= 1
    silent = run(taster, policy("silent"), SEEDS)
    assert silent.tones.sum() < outcome.tones.sum()


def test_other_seeds_are_other_plays(taster, outcome):
    other = run(taster, policy("random"), SEEDS + np.uint64(1000))
    assert not np.array_equal(other.campaign, outcome.campaign)


def test_several_players_at_one_table_are_each_alone(flagship):
    """Each on rows of its own, to the end of three terms and through handovers: bit for bit what it gives by itself (law 1)."""
    full, seeds = flagship.played("full"), SEEDS[:9]
    players = [policy(name) for name in ("random", "reader", "opportunist", "tit-for-tat")]
    for player, found in zip(players, simulate.together(full, players, seeds), strict=True):
        alone = run(full, player, seeds)
        for name in COLUMNS:
            assert np.array_equal(getattr(found, name), getattr(alone, name)), (player.name, name)
        for name in ("injects", "offered", "chosen"):
            assert np.array_equal(getattr(found.met, name), getattr(alone.met, name)), (player.name, name)
        assert found.row_turns == alone.row_turns


def test_a_player_in_company_sees_its_own_rows(taster):
    """A seat of a stretch of rows: its columns, its book and its luck are those rows' and no others'."""
    game = Game(taster, SEEDS)
    for _ in range(2):
        game.play_turn(policy("steadfast"))
    game.brief()
    whole, some = game.view(), part(game, slice(10, 25))
    assert len(some) == 15 and np.array_equal(some.capital, whole.capital[10:25])
    assert np.array_equal(some.affordable, whole.affordable[10:25])
    assert np.array_equal(some.dice(Purpose.POLICY, 4), whole.dice(Purpose.POLICY, 4)[10:25])
    mine = {(r - 10, c, k) for r, c, k in zip(*whole.book, strict=True) if 10 <= r < 25}
    assert mine and mine == set(zip(*some.book, strict=True))
