"""What an option is worth: many futures of one moment, the same luck for every option (rulings 26 and 29)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.insight import rollouts
from game.play.policies import policy
from game.rules import score
from game.rules.moves import Handover, Reply
from game.rules.scenario import OPTIONS
from game.rules.turn import Game


class Idle:
    """A player who does nothing at all, so that only what is forced can differ."""

    name = "idle"

    def reply(self, view):
        return Reply.blank(view.scenario.sizes, len(view))

    def hand_over(self, view):
        return Handover.blank(view.scenario.sizes, len(view))


def tiny(flagship, mandate):
    """The last season of a taster, in which one cable comes whose options differ in mandate units alone."""
    s = flagship.played("taster")
    which = s.names["injects"]["the-count"]
    place = which * OPTIONS + np.arange(OPTIONS)
    option_effect, e = s.option_effect.copy(), s.effects
    quiet = {
        name: np.zeros_like(getattr(e, name))
        for name in ("approval", "capital", "heat", "people", "rung", "step", "their_step", "flags_on", "flags_off", "evidence", "rumour",
                     "pledge", "theirs", "offer", "breaks", "contradicts", "firm", "then")
    }  # fmt: skip
    units = np.zeros_like(e.mandate)
    units[1 : 1 + OPTIONS] = mandate
    option_effect[place] = 1 + np.arange(OPTIONS)
    offered = s.offered.copy()
    offered[which] = True
    return replace(
        s, effects=replace(e, mandate=units, toward=np.full_like(e.toward, -1), habit=np.full_like(e.habit, -1), **quiet),
        option_effect=option_effect, option_price=s.option_price * 0, cases=(), option_when=(), offered=offered, when=(), probes=(),
        objectives=(), option_tone=np.full_like(s.option_tone, -1), after_effect=s.after_effect * 0,
        must=((which, lambda world, memo: world.season == 3),),
    )  # fmt: skip


def before_the_last(scenario, seeds):
    game = Game(scenario, seeds)
    for _ in range(3):
        game.play_turn(Idle())
    return game.world


def test_options_that_differ_in_mandate_differ_by_its_weight(flagship):
    """Exact (rulings 29): so many points of Mandate a unit, a quarter of the campaign; the dice cancel in every future."""
    scenario = tiny(flagship, (0.0, 1.0, 2.0, -1.0))
    value, offered, inject = rollouts.values(scenario, before_the_last(scenario, [3, 4]), Idle(), 5)
    assert (inject == scenario.names["injects"]["the-count"]).all() and offered.all()
    gain, point = value - value[:, :1], scenario.law.mandate_point
    for option, units in enumerate((0.0, 1.0, 2.0, -1.0)):
        assert gain[:, option] == pytest.approx(np.full((2, 5), 0.25 * point * units), abs=1e-4)


def test_luck_is_the_same_for_every_option_and_other_for_every_future(flagship):
    """Equal options are worth the same in each future; the futures are not one another."""
    scenario = flagship.played("full")
    equal = replace(tiny(flagship, (1.0, 1.0, 1.0, 1.0)), terms=2)
    value, _, _ = rollouts.values(equal, before_the_last(equal, [3]), policy("random"), 12)
    assert np.ptp(value, axis=1).max() == 0
    assert len(np.unique(value[0, 0])) > 3
    assert scenario.terms == 3


def test_seeds_of_the_futures_are_a_hash_of_both():
    seed = np.arange(200, dtype=np.uint64)
    first, second = (rollouts.other_luck(seed, np.full(200, k)) for k in (0, 1))
    assert len(set(first.tolist()) | set(second.tolist()) | set(seed.tolist())) == 600
    assert (first == rollouts.other_luck(seed, np.zeros(200, int))).all()


def test_a_moment_alone_is_worth_what_it_is_worth_among_others(flagship):
    """Law 1 for the review; and it leaves the moment as it found it."""
    scenario, player = flagship.played("taster"), policy("fair-and-firm")
    moment = rollouts.moments(scenario, player, np.arange(6, dtype=np.uint64), 3)[2]
    before = [moment.fingerprint(row) for row in range(len(moment))]
    together, offered, inject = rollouts.values(scenario, moment, player, 4)
    assert together.shape == (6, OPTIONS, 4) and offered.shape == (6, OPTIONS)
    alone, _, which = rollouts.values(scenario, moment.rows(np.array([4])), player, 4)
    assert np.array_equal(alone[0], together[4]) and which[0] == inject[4]
    assert [moment.fingerprint(row) for row in range(len(moment))] == before


def test_the_forced_option_is_the_one_played(flagship):
    """By hand: the same luck, the option forced, the same player going on, gives the value of its first future."""
    scenario, player = flagship.played("taster"), policy("prudent")
    moment = rollouts.moments(scenario, player, np.arange(4, dtype=np.uint64), 2)[1]
    value, offered, inject = rollouts.values(scenario, moment, player, 1)
    for row in range(4):
        option = int(np.flatnonzero(offered[row])[-1])
        game = Game(scenario, moment.seed[[row]])
        game.world = moment.rows(np.array([row]))
        game.brief()
        move = player.reply(game.view())
        if move.option[0] != option:
            place = int(inject[row]) * OPTIONS + option
            move.option[:], move.about[:] = option, -1
            move.tone[:], move.channel[:] = scenario.option_tone[place], scenario.option_channel[place]
            move.wording[:] = scenario.option_wording[place]
        game.reply(move)
        assert game.world.option[0] == option
        game.world.seed[:] = rollouts.other_luck(game.world.seed, np.array([0]))
        while game.phase != "closed":
            game.play_turn(player)
        by_hand = score.campaign(score.parts(game.world, scenario), scenario)[0]
        assert value[row, option, 0] == pytest.approx(by_hand, abs=1e-9)


def test_moments_are_of_plays_that_still_go_on(flagship):
    scenario = flagship.played("taster")
    found = rollouts.moments(scenario, policy("silent"), np.arange(5, dtype=np.uint64), 40)
    assert all(not world.closed[: len(world)].any() for world in found)
    assert len(found[0]) == 5 and 4 <= len(found) <= 12 and len(found[-1]) == 0


def test_a_group_left_out_has_neither_weight_nor_lever(flagship):
    """The test of scenery: the same home, one group counting for nothing, the others as they were to one another."""
    s = flagship.played("full")
    for group in range(s.sizes["audiences"]):
        without = rollouts.without_group(s, group)
        rest = np.arange(s.sizes["audiences"]) != group
        assert without.audience_weight[group] == 0 and without.audience_weight.sum() == pytest.approx(1)
        assert without.audience_weight[rest] * s.audience_weight[rest].sum() == pytest.approx(s.audience_weight[rest])
        assert without.lever[group] == 3 and (without.lever[rest] == s.lever[rest]).all()
