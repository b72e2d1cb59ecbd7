"""Many plays on tables, and which targets each row reaches: the candidates from which a few plays are picked.

Every automatic player first, in every length; then rounds of seekers, each told what the rounds before it have not chosen yet, until
some rounds in a row find nothing new.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from game.authoring import Loaded, verdict
from game.insight.company import Company
from game.play.policies import POLICIES
from game.rules.arrays import Array, Bool
from game.rules.scenario import OPTIONS, Scenario
from game.rules.turn import Game, Policy
from game.rules.vocabulary import Act

from .seekers import seekers
from .targets import Targets

SEEDS = 100
"""For each player and length."""

_SEEKERS, _SEEDS = 12, 24
_MOST_ROUNDS, _PATIENCE = 30, 10
_MOST_TURNS = 80


@dataclass(frozen=True, slots=True)
class Candidate:
    """One play, as it can be played again."""

    player: Policy
    length: str
    seed: int


@dataclass(slots=True)
class Candidates:
    """Plays and what each reached on its table: (plays, targets)."""

    plays: list[Candidate] = field(default_factory=list)
    hits: list[Bool] = field(default_factory=list)

    def add(self, players: Sequence[Policy], length: str, seeds: Array, hits: Bool) -> None:
        self.plays += [Candidate(player, length, int(seed)) for player in players for seed in seeds]
        self.hits += list(hits)

    def times(self, targets: Targets) -> Array:
        """(targets,) in how many plays each was reached."""
        return np.sum(self.hits, axis=0) if self.hits else np.zeros(len(targets), int)


def search(
    loaded: Loaded, targets: Targets, seeds: int = SEEDS, rounds: int = _MOST_ROUNDS,
    progress: Callable[[int, int], None] | None = None,
) -> Candidates:  # fmt: skip
    """Deterministic: the same scenario gives the same candidates."""
    found, tables = Candidates(), {length: loaded.played(length) for length in loaded.lengths}
    steps, barren = (1 + rounds) * len(tables), 0
    for number in range(1 + rounds):
        before = np.count_nonzero(found.times(targets))
        for done, (length, scenario) in enumerate(tables.items(), number * len(tables) + 1):
            if number:
                players: Sequence[Policy] = seekers(scenario, _chosen(found, targets), _SEEKERS, number)
                dealt = np.arange(number * _SEEDS, (number + 1) * _SEEDS)
            else:
                players, dealt = list(POLICIES.values()), np.arange(seeds)
            found.add(players, length, dealt, walk(scenario, players, dealt, targets))
            if progress:
                progress(done, steps)
        barren = 0 if np.count_nonzero(found.times(targets)) > before else barren + 1
        if barren == _PATIENCE or found.times(targets).all():
            break
    return found


def _chosen(found: Candidates, targets: Targets) -> Array:
    """(I*4,) how often each option has been chosen; a place without an option never is, and is never offered."""
    times = found.times(targets)
    return np.where(targets.option >= 0, times[targets.option], 0)


def walk(s: Scenario, players: Sequence[Policy], seeds: Array, targets: Targets) -> Bool:
    """(players * seeds, targets) which targets each play reaches, each player's plays after the other's."""
    each, rows = len(seeds), len(seeds) * len(players)
    game = Game(s, np.tile(np.asarray(seeds, np.uint64), len(players)))
    company, bounds = Company(players), each * np.arange(len(players) + 1)
    hits: Bool = np.zeros((rows, len(targets) + 1), bool)  # the last column takes what is no target
    open_, every = np.ones(rows, bool), np.arange(rows)
    for _ in range(_MOST_TURNS):
        game.brief()
        inject = game.world.inject.astype(np.intp)
        hits[every[open_], targets.inject[inject[open_]]] = True
        game.reply(company.reply(game, bounds))
        world = game.world
        row = np.flatnonzero(open_ & (world.option >= 0) & (inject > 0))
        place = inject[row] * OPTIONS + world.option[row]
        pressed = (world.answered[row, inject[row]] == Act.PRESSES).astype(np.intp)
        hits[row, targets.option[place]] = True
        hits[row, targets.morning[pressed, place]] = True
        if game.phase == "handover":
            game.hand_over(company.hand_over(game, bounds))
        over = np.flatnonzero(game.world.closed & open_)
        if over.size:
            hits[over, targets.verdict[verdict(s, game.world.rows(over))]] = True
            open_[over] = False
        if not open_.any():
            break
    return hits[:, :-1]
