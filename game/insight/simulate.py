"""Many plays of one scenario by one automatic player: what came of them, and what they met on the way.

Plays are walked in blocks (a table of some thousands of rows stays in the processor's cache), each block to its end; results are merged
in seed order, so that the same seeds give the same figures however they were cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.authoring import verdict
from game.rules import score
from game.rules.arrays import Array, Index, Real
from game.rules.scenario import OPTIONS, Scenario
from game.rules.turn import Game, Policy
from game.rules.vocabulary import CHANNELS, TONES
from game.rules.world import open_world

from .company import Company

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
    return together(scenario, [policy], seeds)[0]


def together(scenario: Scenario, policies: Sequence[Policy], seeds: Array) -> list[Outcome]:
    """Several policies, each on all the seeds: what `run` gives for each, and sooner where the seeds are few."""
    step = max(1, BLOCK // len(policies))
    blocks = [_block(scenario, policies, seeds[at : at + step]) for at in range(0, len(seeds), step)]
    return [_joined([block[n] for block in blocks]) for n in range(len(policies))]


def _joined(blocks: list[Outcome]) -> Outcome:
    first, *rest = blocks
    for block in rest:
        first.met.add(block.met)

    def join(name: str) -> Array:
        return np.concatenate([getattr(b, name) for b in blocks])

    return Outcome(
        join("parts"), join("campaign"), join("war"), join("kept"), join("broken"), join("verdict"), join("first_term"), join("tones"),
        join("channels"), first.met, sum(b.row_turns for b in blocks),
    )  # fmt: skip


def _block(s: Scenario, policies: Sequence[Policy], seeds: Array) -> list[Outcome]:
    """One table of all the policies' plays, each policy's after the other's."""
    each, company = len(seeds), Company(policies)
    seeds = np.tile(np.asarray(seeds, np.uint64), len(policies))
    game, count = Game(s, seeds), len(seeds)
    done, place, ghost = open_world(s, seeds), np.arange(count), np.zeros(count, bool)
    injects, firsts = s.sizes["injects"], each * np.arange(len(policies) + 1)
    cells = len(policies) * injects
    met, offered, chosen = (np.zeros(shape, np.int64) for shape in (cells, (cells, OPTIONS), (cells, OPTIONS)))
    tones, channels = np.zeros((count, len(TONES)), np.int16), np.zeros((count, len(CHANNELS)), np.int16)
    row_turns = np.zeros(len(policies), np.int64)
    for _ in range(_MOST_TURNS):
        bounds = np.searchsorted(place, firsts)
        game.brief()
        live = np.flatnonzero(~ghost)
        mine = place[live] // each
        row_turns += np.bincount(mine, minlength=len(policies))
        cell, turn = mine * injects + game.world.inject[live], game.turn
        met += np.bincount(cell, minlength=cells)
        for o in range(OPTIONS):
            offered[:, o] += np.bincount(cell, turn.affordable[live, o], cells).astype(np.int64)
        game.reply(company.reply(game, bounds))
        option = game.world.option[live]
        acted = option >= 0
        np.add.at(chosen, (cell[acted], option[acted]), 1)
        row, c = np.nonzero(game.world.tone[live] >= 0)
        np.add.at(tones, (place[live[row]], game.world.tone[live[row], c]), 1)
        np.add.at(channels, (place[live[row]], game.world.channel[live[row], c]), 1)
        if game.phase == "handover":
            game.hand_over(company.hand_over(game, bounds))
        newly = np.flatnonzero(game.world.closed & ~ghost)
        done.put(place[newly], game.world, newly)
        ghost[newly] = True
        if ghost.all():
            break
        if ghost.mean() > 0.25:
            keep = np.flatnonzero(~ghost)
            game.world, place, ghost = game.world.rows(keep), place[keep], np.zeros(keep.size, bool)
    parts, told = score.parts(done, s), verdict(s, done)
    whole = Outcome(
        parts, score.campaign(parts, s), done.war.copy(), done.kept.sum(1), done.broken.sum(1), told, done.past[:, 0].copy(), tones,
        channels, Met(met, offered, chosen), int(row_turns.sum()),
    )  # fmt: skip
    return [
        _share(whole, slice(n * each, (n + 1) * each), slice(n * injects, (n + 1) * injects), int(row_turns[n]))
        for n in range(len(policies))
    ]


def _share(whole: Outcome, rows: slice, injects: slice, row_turns: int) -> Outcome:
    """One policy's plays of a table."""
    met = Met(whole.met.injects[injects], whole.met.offered[injects], whole.met.chosen[injects])
    w = whole
    return Outcome(
        w.parts[rows], w.campaign[rows], w.war[rows], w.kept[rows], w.broken[rows], w.verdict[rows], w.first_term[rows], w.tones[rows],
        w.channels[rows], met, row_turns,
    )  # fmt: skip
