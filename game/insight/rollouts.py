"""What an option is worth from here: many futures of the same moment, one option forced, a sensible policy going on (rulings 26).

Rollout k continues under luck (seed, k), the same for every option, so that the difference between options is the decision and not
the dice.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.rules import score
from game.rules.arrays import Array, Bool, Index, Real
from game.rules.luck import keys
from game.rules.scenario import OPTIONS, Scenario
from game.rules.turn import Game, Policy
from game.rules.world import World

_MOST_TURNS = 80


def other_luck(seed: Array, k: Index) -> Array:
    """(n,) seeds of rollout k: a hash of both."""
    halves = keys(seed, k.astype(np.int16), np.full(len(k), 63, np.int16)).astype(np.uint64)
    mixed: Array = halves[0] << np.uint64(32) | halves[1]
    return mixed


def values(scenario: Scenario, moment: World, policy: Policy, rollouts: int) -> tuple[Real, Bool, Index]:
    """moment: plays between two turns.  -> value (n, 4, rollouts) campaign score, offered (n, 4), inject (n,) of the turn that follows."""
    count = len(moment)
    n = np.repeat(np.arange(count), OPTIONS * rollouts)
    option = np.tile(np.repeat(np.arange(OPTIONS, dtype=np.int8), rollouts), count)
    k = np.tile(np.arange(rollouts), count * OPTIONS)
    game = Game(scenario, moment.seed[n])
    game.world = moment.rows(n)
    game.brief()
    inject, offered = game.world.inject.copy(), game.turn.affordable.copy()
    move = policy.reply(game.view())
    own = move.option != option
    move.option[:] = option
    # The word is the option's own: a policy's word was chosen for the deed it preferred.
    place = inject.astype(np.intp) * OPTIONS + option
    for mine, authored in (
        (move.tone, scenario.option_tone),
        (move.channel, scenario.option_channel),
        (move.wording, scenario.option_wording),
    ):
        mine[own] = authored[place][own]
    move.about[own] = -1
    game.reply(move)
    if game.phase == "handover":
        game.hand_over(policy.hand_over(game.view()))
    game.world.seed[:] = other_luck(game.world.seed, k)
    for _ in range(_MOST_TURNS):
        if game.world.closed.all():
            break
        game.play_turn(policy)
    total = score.campaign(score.parts(game.world, scenario), scenario)
    shape = (count, OPTIONS, rollouts)
    first = np.arange(count) * OPTIONS * rollouts
    return total.reshape(shape), offered[first], inject[first]


def without_group(scenario: Scenario, audience: int) -> Scenario:
    """The same home, one group counting for nothing: its vote, its lever, its weight."""
    weight = scenario.audience_weight.copy()
    weight[audience] = 0
    lever = scenario.lever.copy()
    lever[audience] = 3  # the vote alone, and that with no weight
    return replace(scenario, audience_weight=weight / weight.sum(), lever=lever)


def moments(scenario: Scenario, policy: Policy, seeds: Array, turns: int) -> list[World]:
    """Plays as they stand before each of the first `turns` turns."""
    game = Game(scenario, seeds)
    found = []
    for _ in range(turns):
        found.append(game.world.rows(np.flatnonzero(~game.world.closed)))
        if game.world.closed.all():
            break
        game.play_turn(policy)
    return found
