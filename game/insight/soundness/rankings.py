"""Is who plays best a lesson or a setting?  The automatic players ranked again under many laws, all settings varied at once.

Base and draws play the same seeds, so that a ranking changes by the law and not by the luck.  A ranking counts as stable where it holds in
80 of 100 draws (rulings 25).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np

from game.authoring import Loaded
from game.rules.arrays import Index, Real
from game.rules.parameters import Parameters

from ..balance import FIXED
from ..runner import Job, climates_of
from ..simulate import Outcome
from ..variations import changes, draw
from .firmness import STABLE

PLAYERS: Final = (*FIXED, "reader")
LESSONS: Final = {"reassure": "grit", "bluff": "bluffer", "hedge": "prudent", "cheat": "opportunist"}
"""The four of science.md 7, each with the player that lives by it."""
WIDE = 3.0  # points: a smaller gap is no lesson


@dataclass(frozen=True, slots=True)
class Pair:
    """Two players, the first ahead by more than three points in the base."""

    ahead: str
    behind: str
    gap: float
    holds: float  # share of the draws


@dataclass(frozen=True, slots=True)
class ClimateRanking:
    climate: str
    players: tuple[tuple[str, float], ...]  # the base's, best first, with their scores
    lead: float  # of the first over the second, points
    noise: float  # standard error of the lead
    stays: float  # share of the draws in which the first stays first
    usurpers: tuple[tuple[str, float], ...]  # who leads in the others, with shares of all draws
    lessons: tuple[str, ...]  # the four, best first
    lessons_hold: float  # share of the draws in which those of them more than three points apart keep their order
    lessons_exact: float  # share of the draws with exactly this order
    tau: float  # mean Kendall rank correlation with the base
    pairs: tuple[Pair, ...]

    @property
    def leader(self) -> str:
        return self.players[0][0]

    @property
    def pairs_stable(self) -> int:
        return sum(pair.holds >= STABLE for pair in self.pairs)

    @property
    def stable(self) -> bool:
        """The best player, and the four lessons as far as they are lessons."""
        return self.stays >= STABLE and self.lessons_hold >= STABLE


@dataclass(frozen=True, slots=True)
class Rankings:
    scenario: str
    draws: int
    plays: int  # for each player, climate and draw
    climates: tuple[ClimateRanking, ...]

    @property
    def stable(self) -> bool:
        return all(one.stable for one in self.climates)


def laws(law: Parameters, draws: int, seed: int) -> list[Parameters]:
    """The base, then the draws."""
    rng = np.random.default_rng(seed)
    return [law, *(draw(law, rng) for _ in range(draws))]


def jobs(loaded: Loaded, law: Parameters, plays: int, draws: int, seed: int) -> list[Job]:
    """By law, then by climate, then by player."""
    told = [changes(loaded.scenario.law, one) for one in laws(law, draws, seed)]
    return [
        Job(player, climate, plays, seed, law=one) for one in told for climate in climates_of(loaded) for player in PLAYERS
    ]


def read(loaded: Loaded, found: Sequence[Outcome]) -> Rankings:
    """The outcomes of `jobs`, in their order."""
    names = climates_of(loaded)
    scores = np.array([outcome.campaign.mean() for outcome in found]).reshape(-1, len(names), len(PLAYERS))
    plays = len(found[0].campaign)
    first = [found[n * len(PLAYERS) : (n + 1) * len(PLAYERS)] for n in range(len(names))]
    told = tuple(_climate(name, scores[:, n], first[n]) for n, name in enumerate(names))
    return Rankings(loaded.scenario.id, len(scores) - 1, plays, told)


def _climate(name: str, scores: Real, base_plays: Sequence[Outcome]) -> ClimateRanking:
    """scores: (1 + draws, players), the base first."""
    base, drawn = scores[0], scores[1:]
    order = np.argsort(-base, kind="stable")
    first, second = int(order[0]), int(order[1])
    gaps = base_plays[first].campaign - base_plays[second].campaign
    leaders = np.bincount(drawn.argmax(1), minlength=len(PLAYERS)) / len(drawn)
    usurpers = sorted(((PLAYERS[n], float(leaders[n])) for n in np.flatnonzero(leaders) if n != first), key=_by_share)
    four = [PLAYERS.index(player) for player in LESSONS.values()]
    lesson_order = _order(base, four)
    exact = np.mean([_order(one, four) == lesson_order for one in drawn])
    wide = [(a, b) for a, b in combinations(lesson_order, 2) if base[a] - base[b] > WIDE]
    kept = np.all([drawn[:, a] > drawn[:, b] for a, b in wide], axis=0) if wide else np.ones(len(drawn), bool)
    pairs = [
        Pair(PLAYERS[a], PLAYERS[b], float(base[a] - base[b]), float((drawn[:, a] > drawn[:, b]).mean()))
        for a, b in combinations(map(int, order), 2)
        if base[a] - base[b] > WIDE
    ]
    return ClimateRanking(
        climate=name,
        players=tuple((PLAYERS[n], float(base[n])) for n in order),
        lead=float(base[first] - base[second]),
        noise=float(gaps.std(ddof=1) / np.sqrt(len(gaps))),
        stays=float(leaders[first]),
        usurpers=tuple(usurpers),
        lessons=tuple(PLAYERS[n] for n in lesson_order),
        lessons_hold=float(kept.mean()),
        lessons_exact=float(exact),
        tau=float(np.mean([kendall(base, one) for one in drawn])),
        pairs=tuple(pairs),
    )


def _by_share(named: tuple[str, float]) -> float:
    return -named[1]


def _order(scores: Real, places: Sequence[int]) -> tuple[int, ...]:
    return tuple(sorted(places, key=lambda n: -scores[n]))


def kendall(one: Real, other: Real) -> float:
    """Kendall's rank correlation: 1 the same order, -1 the reverse; a tie counts for neither."""
    first, second = _pairs(len(one))
    agree = np.sign(one[first] - one[second]) * np.sign(other[first] - other[second])
    return float(agree.mean())


def _pairs(count: int) -> tuple[Index, Index]:
    first, second = np.triu_indices(count, 1)
    return first, second


# --- in words


def lines(found: Rankings) -> Iterator[str]:
    yield (
        f"Rankings ({found.scenario}): every setting times .75 to 1.25 at once, {found.draws} draws,"
        f" {found.plays} plays a player and climate"
    )
    for one in found.climates:
        yield ""
        runner_up = one.players[1][0]
        yield (
            f"  {one.climate or 'all climates'}: {'stable' if one.stable else 'NOT STABLE: the lesson depends on the setting'}"
        )
        yield f"    leader {one.leader}, {one.lead:.2f} (+/- {one.noise:.2f}) ahead of {runner_up}: stays in {one.stays:.0%}"
        if one.usurpers:
            yield "      instead: " + ", ".join(f"{name} {share:.0%}" for name, share in one.usurpers)
        told = " > ".join(f"{_LESSON_OF[name]} ({name})" for name in one.lessons)
        yield f"    {told}"
        yield (
            f"      where more than {WIDE:.0f} points apart, this order in {one.lessons_hold:.0%};"
            f" exactly this order in {one.lessons_exact:.0%}"
        )
        yield (
            f"    {one.pairs_stable} of {len(one.pairs)} pairs more than {WIDE:.0f} points apart keep their order in {STABLE:.0%} of draws;"
            f" mean Kendall tau {one.tau:.2f}"
        )
        for pair in sorted(one.pairs, key=lambda p: p.holds):
            if pair.holds < STABLE:
                yield f"      {pair.ahead} over {pair.behind} ({pair.gap:.1f}): {pair.holds:.0%}"


_LESSON_OF = {player: lesson for lesson, player in LESSONS.items()}
