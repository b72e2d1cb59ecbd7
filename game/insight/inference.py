"""How well cues tell who would take home's word: the counterparts ranked from what was noted, set beside the truth (play.md 4)."""

from __future__ import annotations

from typing import Final

import numpy as np

from game.play.policies import policy
from game.rules.arrays import Real
from game.rules.counterparts import COMPOSITE
from game.rules.cues import REMEMBERED, notes
from game.rules.scenario import Scenario
from game.rules.turn import Game
from game.rules.world import World

_UNSURE: Final = 1.0  # precision of a dimension of which nothing was noted: beliefs of a log-odd either way are common
_SETTLED, _EVERY = 4, 3  # turns before the first ranking, and between two


def spearman(scenario: Scenario, seed: int, plays: int = 1500, turns: int = 12) -> tuple[float, float, float]:
    """Mean rank correlation with the truth: reporters' leanings taken off, taken at face value, and by dice."""
    game = Game(scenario, np.arange(seed, seed + plays, dtype=np.uint64))
    player, count = policy("fair-and-firm"), scenario.sizes["counterparts"]
    corrected, raw, dice = [], [], []
    rng = np.random.default_rng(seed)
    naive = np.zeros(game.world.noted.shape)
    for turn in range(turns):
        game.play_turn(player)
        naive = _taken_at_face(naive, game.world, scenario)
        if turn < _SETTLED or turn % _EVERY:
            continue
        true = _weigh(game.world.belief[:, :count])
        noted, weight = notes(game.world)
        corrected.append(_rank(_estimate(noted, weight), true))
        raw.append(_rank(_estimate(naive, weight), true))
        dice.append(_rank(rng.random(true.shape), true))
    return float(np.mean(corrected)), float(np.mean(raw)), float(np.mean(dice))


def _weigh(x: Real) -> Real:
    total: Real = (x * COMPOSITE).sum(-1)
    return total


def _estimate(noted: Real, weight: Real) -> Real:
    """(rows, C) what the notes say of the composite: dimension by dimension, and what was said of the composite itself, by precision.

    Each dimension is shrunk to nothing known, as far as little was noted of it.
    """
    sure = weight[:, :, :4] + _UNSURE
    by_dimension = _weigh(noted[:, :, :4] / sure)
    precision = 1 / ((COMPOSITE**2) / sure).sum(-1)
    estimate: Real = (by_dimension * precision + noted[:, :, 4]) / (precision + weight[:, :, 4])
    return estimate


def _taken_at_face(naive: Real, world: World, s: Scenario) -> Real:
    """The notes of somebody who does not ask who reports."""
    for slot in range(world.cue.shape[1]):
        row = np.flatnonzero(world.cue[:, slot] >= 0)
        q = world.cue[row, slot].astype(np.intp)
        at = (row, s.cue_of[q], s.cue_tells[q])
        naive[at] = REMEMBERED * naive[at] + (world.cue_level[row, slot] - 2.0) / s.cue_noise[q] ** 2
    return naive


def _rank(guess: Real, true: Real) -> float:
    """Mean Spearman correlation over plays, ties by order."""
    a, b = guess.argsort(1).argsort(1).astype(float), true.argsort(1).argsort(1).astype(float)
    a -= a.mean(1, keepdims=True)
    b -= b.mean(1, keepdims=True)
    return float(((a * b).sum(1) / np.sqrt((a**2).sum(1) * (b**2).sum(1))).mean())
