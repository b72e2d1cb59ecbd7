"""The few plays that together reach what can be reached, picked from the candidates and played as a person would play them.

A table's row and a person's play may part: the desk refuses what the rules would pass over, and the calendar moves by itself.  So what a
candidate is picked for is looked at again in the play itself, and only that counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.authoring import Loaded
from game.play.draft import Passing
from game.play.pages import Beat
from game.play.session import Session
from game.rules.arrays import Array

from .search import Candidate, Candidates
from .targets import Targets, reached


@dataclass(frozen=True, slots=True)
class Kept:
    """A play that was picked, and the targets it reaches, each with its decision."""

    play: Candidate
    reached: dict[str, int]


def cover(
    loaded: Loaded, targets: Targets, found: Candidates, progress: Callable[[int, int], None] | None = None
) -> list[Kept]:
    """Greedy, by what is still missing; then without those that the others make needless."""
    hits = np.array(found.hits, np.float32)
    within = hits.any(0)
    missing, total = within.copy(), int(within.sum())
    looked: dict[int, dict[str, int]] = {}
    kept: list[int] = []
    while missing.any():
        gain = hits @ missing.astype(np.float32)
        best = int(gain.argmax())
        if gain[best] == 0:
            break
        if best in looked:
            kept.append(best)
            missing &= hits[best] == 0
        else:
            looked[best] = dict(reached(play(loaded, found.plays[best]).course))
            hits[best] = [name in looked[best] for name in targets.names]
        if progress:
            progress(total - int(missing.sum()), total)
    return [Kept(found.plays[n], looked[n]) for n in _needed(hits, kept)]


def _needed(hits: Array, kept: list[int]) -> list[int]:
    """Without any play all of whose targets other plays reach too, the first picked being the last to be looked at."""
    needed = list(kept)
    for n in reversed(kept):
        others = [m for m in needed if m != n]
        if others and (hits[others].any(0) == hits[needed].any(0)).all():
            needed = others
    return needed


def play(loaded: Loaded, candidate: Candidate, path: Path | None = None) -> Session:
    """A candidate played to its end at a desk; with a path, its journal."""
    session = Session.new(loaded, path, seed=candidate.seed, length=candidate.length)
    while session.beat is not Beat.CLOSED:
        move = session.move_of(candidate.player)
        if isinstance(move, Passing):
            session.hand_over(move)
        else:
            session.submit(move)
    return session
