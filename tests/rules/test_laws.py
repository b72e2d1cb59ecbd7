"""The laws of the table (design.md 2): a row alone is the row in a batch, ledger lines sum to beliefs, luck is addressed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.play.policies import MANNERS, policy
from game.rules import luck
from game.rules.arrays import logit, on_grid
from game.rules.ledger import Cause, What
from game.rules.turn import Game
from game.rules.vocabulary import State
from game.rules.world import World

TURNS = 14


def walk(scenario, seeds, name, watched=(), turns=TURNS):
    game = Game(scenario, seeds, watched)
    for _ in range(turns):
        if game.phase == "closed":
            break
        game.play_turn(policy(name))
    return game


def differing(one: World, row: int, other: World, at: int) -> list[str]:
    return [
        f.name for f in fields(World)
        if np.ascontiguousarray(getattr(one, f.name)[row]).tobytes() != np.ascontiguousarray(getattr(other, f.name)[at]).tobytes()
    ]  # fmt: skip


@pytest.mark.parametrize("name", [m.name for m in MANNERS])
def test_a_row_alone_is_the_row_in_a_batch_bit_for_bit(flagship, name):
    """Law 1, for every automatic player: no rule looks at a neighbour, and no sum depends on how many rows there are."""
    scenario = flagship.played("full")
    batch, alone = Game(scenario, np.arange(40)), {row: Game(scenario, [row]) for row in (0, 17, 39)}
    for _ in range(TURNS):
        batch.play_turn(policy(name))
        for row, game in alone.items():
            if game.phase != "closed":  # a play that a war has ended waits in the batch for the others
                game.play_turn(policy(name))
                assert differing(batch.world, row, game.world, 0) == []
    assert len({batch.world.fingerprint(row) for row in range(40)}) == 40, "the plays must differ, or the test shows nothing"


def test_the_plays_of_the_tests_are_not_trivial(flagship):
    """What the laws are proved on must contain pledges kept and broken, crises, words, handovers and every dimension moved."""
    game = walk(flagship.played("full"), np.arange(60), "random", watched=np.arange(60), turns=20)
    world, causes = game.world, {line.cause for line in game.ledger.lines if line.what == What.TRUST}
    assert world.kept.sum() > 20 and world.broken.sum() > 20
    assert (world.crises > 0).any() and (world.term > 0).any() and (world.theirs_kept.sum() + world.theirs_broken.sum()) > 0
    wanted = {Cause.DEED, Cause.WORD, Cause.PLEDGE_KEPT, Cause.PLEDGE_BROKEN, Cause.HEARSAY, Cause.FADED, Cause.HANDOVER}
    assert wanted | {Cause.INITIATIVE} <= causes
    dims = {line.cell[1] for line in game.ledger.lines if line.what == What.TRUST}
    assert dims == {0, 1, 2, 3}


@pytest.mark.parametrize("name", ["random", "opportunist", "fair-and-firm"])
def test_ledger_lines_sum_to_every_belief(flagship, name):
    """Law 4: inherited record and lines add up to each belief within the rounding grid, fading and handovers included."""
    scenario = flagship.played("full")
    game = walk(scenario, np.arange(24), name, watched=np.arange(24), turns=22)
    total = defaultdict(float)
    for line in game.ledger.lines:
        if line.what == What.TRUST:
            total[line.row, *line.cell] += line.size
    start, belief = on_grid(logit(scenario.record)), game.world.belief
    assert abs(belief - start).max() > 1.0
    for row in range(24):
        for o in range(belief.shape[1]):
            for d in range(4):
                assert abs(start[o, d] + total[row, o, d] - belief[row, o, d]) < 1e-4


@pytest.mark.parametrize(("what", "column", "start"), [(What.APPROVAL, "approval", True), (What.CAPITAL, "capital", False)])
def test_home_s_figures_are_explained_too(flagship, what, column, start):
    """Within the first term, approval and capital are what they were plus their lines."""
    scenario = flagship.played("full")
    game = walk(scenario, np.arange(12), "random", watched=np.arange(12), turns=3)
    assert (game.world.term == 0).all()
    value = getattr(game.world, column)
    found = np.zeros_like(value) + (scenario.approval_rest if start else scenario.law.capital_start)
    for line in game.ledger.lines:
        if line.what == what:
            found[(line.row, *line.cell)] += line.size
    assert np.abs(found - value).max() < 1e-6


@settings(max_examples=15, deadline=None)
@given(seeds=st.lists(st.integers(0, 2**63), min_size=2, max_size=6, unique=True))
def test_order_of_rows_does_not_matter(flagship, seeds):
    """The same plays in another order are the same plays."""
    scenario = flagship.played("full")
    forward, backward = walk(scenario, seeds, "random", turns=6), walk(scenario, seeds[::-1], "random", turns=6)
    for row in range(len(seeds)):
        assert differing(forward.world, row, backward.world, len(seeds) - 1 - row) == []


def test_luck_is_addressed_and_not_consumed():
    """The number at an address does not depend on what else was drawn, nor on how many rows ask."""
    seeds = np.arange(50, dtype=np.uint64)
    keys = luck.keys(seeds, np.full(50, 3, np.int16), np.zeros(50, np.int8))
    one = luck.keys(seeds[7:8], np.full(1, 3, np.int16), np.zeros(1, np.int8))
    assert luck.uniform(keys, luck.Purpose.VOTE, 3)[7].tolist() == luck.uniform(one, luck.Purpose.VOTE, 3)[0].tolist()
    listed = luck.uniform_at(keys, luck.Purpose.VOTE, np.array([7]), np.array([2]))
    assert listed[0] == luck.uniform(keys, luck.Purpose.VOTE, 3)[7, 2]


def test_luck_is_even_and_uncorrelated():
    """A hundred thousand draws: uniform within a percent, purposes and steps independent."""
    seeds = np.arange(100_000, dtype=np.uint64)
    zero = np.zeros(100_000, np.int16)
    keys = luck.keys(seeds, zero, zero)
    a, b = luck.uniform(keys, luck.Purpose.VOTE), luck.uniform(keys, luck.Purpose.LEAK)
    c = luck.uniform(luck.keys(seeds, zero, zero + 1), luck.Purpose.VOTE)
    assert abs(a.mean() - 0.5) < 0.005 and abs(np.quantile(a, 0.1) - 0.1) < 0.005
    assert abs(np.corrcoef(a, b)[0, 1]) < 0.02 and abs(np.corrcoef(a, c)[0, 1]) < 0.02
    normal = luck.normal(keys, luck.Purpose.STAKE)
    assert abs(normal.mean()) < 0.02 and abs(normal.std() - 1) < 0.02


def test_one_decision_changed_leaves_the_dice_of_later_seasons(flagship):
    """A crisis inserted by one decision does not shift the luck of the seasons that follow (law 2)."""
    scenario = flagship.played("full")
    a, b = walk(scenario, np.arange(30), "dove", turns=10), walk(scenario, np.arange(30), "hawk", turns=10)
    same = a.world.season == b.world.season
    a.brief(), b.brief()
    same &= (a.world.season == b.world.season) & (a.world.step == b.world.step)
    assert same.any()
    assert (a.turn.key[:, same] == b.turn.key[:, same]).all()


def test_a_pledge_ends_in_one_state(flagship):
    """Every state of a slot is one of the closed list, and what is open has a date to come or due."""
    game = walk(flagship.played("full"), np.arange(40), "random", turns=18)
    states = set(np.unique(game.world.pledge).tolist())
    assert states <= {int(s) for s in State} and int(State.KEPT) in states and int(State.BROKEN) in states
    open_ = game.world.pledge == State.OPEN
    assert (game.world.due[open_] > 0).all()
