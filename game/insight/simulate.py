"""Many plays of one scenario by one automatic player: what came of them, and what they met on the way.

Plays are walked in blocks (a table of some thousands of rows stays in the processor's cache), each block to its end; results are merged
in seed order, so that the same seeds give the same figures however they were cut.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.authoring import verdict
from game.rules import score
from game.rules.arrays import Array, Index, Real
from game.rules.scenario import OPTIONS, Scenario
from game.rules.turn import Game, Policy
from game.rules.vocabulary import CHANNELS, TONES
from game.rules.world import open_world

BLOCK = 4000
_MOST_TURNS = 80


@dataclass(slots=True)
class Met:
    """How often each inject was met, each option offered and chosen, over all plays of a run."""

    injects: Array  # (I,)
    offered: Array  # (I, 4)
    chosen: Array  # (I, 4)

    def add(self, other: Met) -> None:
        self.injects += other.injects
        self.offered += other.offered
        self.chosen += other.chosen


@dataclass(slots=True)
class Outcome:
    """n plays of one policy: (n,) each unless said otherwise."""

    parts: Real  # (n, 5)
    campaign: Real
    war: Array
    kept: Array
    broken: Array
    verdict: Index
    first_term: Real  # (n, 3) security, people, mandate
    tones: Array  # (n, T) words said
    channels: Array  # (n, channels)
    met: Met
    row_turns: int

    @property
    def kept_rate(self) -> float:
        ended = self.kept.sum() + self.broken.sum()
        return float(self.kept.sum() / ended) if ended else 1.0


def run(scenario: Scenario, policy: Policy, seeds: Array) -> Outcome:
    """Play every seed to its end."""
    blocks = [_block(scenario, policy, seeds[at : at + BLOCK]) for at in range(0, len(seeds), BLOCK)]
    first, *rest = blocks
    for block in rest:
        first.met.add(block.met)

    def join(name: str) -> Array:
        return np.concatenate([getattr(b, name) for b in blocks])

    return Outcome(
        join("parts"), join("campaign"), join("war"), join("kept"), join("broken"), join("verdict"), join("first_term"), join("tones"),
        join("channels"), first.met, sum(b.row_turns for b in blocks),
    )  # fmt: skip


def _block(s: Scenario, policy: Policy, seeds: Array) -> Outcome:
    seeds = np.asarray(seeds, np.uint64)
    game, count = Game(s, seeds), len(seeds)
    done, place, ghost = open_world(s, seeds), np.arange(count), np.zeros(count, bool)
    injects = s.sizes["injects"]
    met = Met(*(np.zeros(shape, np.int64) for shape in ((injects,), (injects, OPTIONS), (injects, OPTIONS))))
    tones, channels = np.zeros((count, len(TONES)), np.int16), np.zeros((count, len(CHANNELS)), np.int16)
    row_turns = 0
    for _ in range(_MOST_TURNS):
        row_turns += int((~ghost).sum())
        game.brief()
        live = np.flatnonzero(~ghost)
        inject, turn = game.world.inject[live], game.turn
        met.injects += np.bincount(inject, minlength=injects)
        for o in range(OPTIONS):
            met.offered[:, o] += np.bincount(inject, turn.affordable[live, o], injects).astype(np.int64)
        game.reply(policy.reply(game.view()))
        option = game.world.option[live]
        acted = option >= 0
        np.add.at(met.chosen, (inject[acted], option[acted]), 1)
        row, c = np.nonzero(game.world.tone[live] >= 0)
        np.add.at(tones, (place[live[row]], game.world.tone[live[row], c]), 1)
        np.add.at(channels, (place[live[row]], game.world.channel[live[row], c]), 1)
        if game.phase == "handover":
            game.hand_over(policy.hand_over(game.view()))
        newly = np.flatnonzero(game.world.closed & ~ghost)
        done.put(place[newly], game.world, newly)
        ghost[newly] = True
        if ghost.all():
            break
        if ghost.mean() > 0.25:
            keep = np.flatnonzero(~ghost)
            game.world, place, ghost = game.world.rows(keep), place[keep], np.zeros(keep.size, bool)
    parts = score.parts(done, s)
    return Outcome(
        parts, score.campaign(parts, s), done.war.copy(), done.kept.sum(1), done.broken.sum(1), verdict(s, done), done.past[:, 0].copy(),
        tones, channels, met, row_turns,
    )  # fmt: skip
