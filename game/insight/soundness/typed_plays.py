"""The model's own two types at play in a real scenario: what the neighbours' hidden belief in home's reliability is worth there.

Each administration of home is trustworthy or not; it signs what it may, keeps or breaks each promise that falls due by the readiness of its
type, and is otherwise quiet.  A type is drawn by a coin, and each observer's forecasts are weighted as if it had been drawn by the belief
with which that observer began the term: so every observer is asked about the world it expects.  Nothing is asked of the result: play shows
each outcome as it was, wears what repeats, caps and overhears, none of which the types know of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from game.authoring import Loaded
from game.play.manners import Manner
from game.play.policies import Player
from game.rules import trust
from game.rules.arrays import Array, Bool, Index, Real, sigma
from game.rules.luck import Purpose
from game.rules.moves import Book, Reply
from game.rules.scenario import Scenario
from game.rules.turn import Game
from game.rules.views import View
from game.rules.vocabulary import Dim, State
from game.rules.world import World

from ..variations import Changes, changed
from .calibration import MOST_ERROR
from .reliability import Reliability, reliability

PLAYS = 1500
_MOST_TURNS = 80
_COIN = 0.5
_MANNER = Manner(
    "own-types", "keeps and breaks by the readiness of its type", takes=2.2, seeks=1.6, proposals=2, reserve=True
)


class TypedPlayer(Player):
    """trusted: (rows,) the type of each play's administration in office; the caller draws a new one when it changes."""

    def __init__(self, trusted: Bool) -> None:
        super().__init__(_MANNER)
        self.trusted = trusted

    def _book(self, view: View, move: Reply) -> None:
        super()._book(view, move)
        s, (row, c, k) = view.scenario, view.book
        mine = view.due[row, c, k] & (view.pledge[row, 0, c, k] == State.OPEN) & (s.kinds.dim[k] == Dim.R)
        row, c, k = row[mine], c[mine], k[mine]
        law, at = s.law, (row, 0, c, k)
        b = np.where(self.trusted[row], law.b_trust[Dim.R], law.b_opport[Dim.R])
        ready = trust.readiness(b, view.tempt[at] / 20, view.public[at] / 100, 0.0, int(Dim.R), law)
        keeps = view.dice_at(Purpose.POLICY_BOOK, row, c * s.sizes["kinds"] + k) < ready
        move.book[row, c, k] = np.where(keeps, Book.KEEP, Book.BREAK)


@dataclass(frozen=True, slots=True)
class InPlay:
    scenario: str
    ends: int  # ends of terms at which a neighbour had seen a pledge fall due
    pledges: float  # how many it had seen, on average
    table: Reliability
    without: Mapping[str, float]  # the calibration error with one thing set aside that the types know nothing of

    @property
    def means(self) -> tuple[float, float]:
        """What was said on average, and how often it was so."""
        weight, said, came = self._bins
        return float(np.average(said, weights=weight)), float(np.average(came, weights=weight))

    @property
    def slope(self) -> float:
        """How much more often it was so, where more was said: above 1 the belief is too timid, below too sure."""
        weight, said, came = self._bins
        off = weight * (said - self.means[0])
        return float(off @ came / (off @ said))

    @property
    def _bins(self) -> Real:
        """(3, bins) weight, said, came."""
        return np.array([(b.weight, b.said, b.came) for b in self.table.bins]).T


ASIDE: Final[Mapping[str, Changes]] = {
    "defaults, for want of capital": (("capital_start", 50.0), ("capital_most", 50.0), ("price_capital", 0.0)),
    "the wearing of repeated evidence": (("habit", 1.0),),
    "hearsay": (("bystander", 0.0),),
    "forgetting": (("fade_quarter", 1.0),),
    "assimilation": (("chi", 0.0),),
    "the first year's weight": (("opening", 1.0),),
}


def in_play(loaded: Loaded, plays: int = PLAYS, seed: int = 1) -> InPlay:
    """Whole campaigns of one scenario, left to the seed in everything else; and again with each thing set aside, and with all of them."""
    ends, pledges, table = _played(loaded, plays, seed)
    aside = {**ASIDE, "all of these": tuple(change for changes in ASIDE.values() for change in changes)}
    laws = {name: changed(loaded.scenario.law, changes) for name, changes in aside.items()}
    without = {name: _played(loaded.under(law), plays, seed)[2].error for name, law in laws.items()}
    return InPlay(loaded.scenario.id, ends, pledges, table, without)


def _played(loaded: Loaded, plays: int, seed: int) -> tuple[int, float, Reliability]:
    s = loaded.played()
    game, rng = Game(s, np.arange(seed, seed + plays, dtype=np.uint64)), np.random.default_rng(seed)
    player = TypedPlayer(rng.random(plays) < _COIN)
    start, seen = _belief(game.world, s), _seen(game.world)
    found: list[tuple[Array, ...]] = []
    for _ in range(_MOST_TURNS):
        game.brief()
        open_ = ~game.world.closed
        game.reply(player.reply(game.view()))
        voting = game.turn.voting
        ended = np.union1d(voting, np.flatnonzero(open_ & game.world.closed))
        found.append(_ends(game.world, s, ended, player.trusted, start, seen))
        if game.phase == "handover":
            game.hand_over(player.hand_over(game.view()))
            player.trusted[voting] = rng.random(voting.size) < _COIN
            start[voting], seen[voting] = _belief(game.world, s)[voting], _seen(game.world)[voting]
        if game.world.closed.all():
            break
    said, trusted, weight, pledges = (np.concatenate(part) for part in zip(*found, strict=True))
    return said.size, float(pledges.mean()), reliability(said, trusted, weight)


def _belief(world: World, s: Scenario) -> Real:
    """(rows, C) what each counterpart believes of home's reliability."""
    p: Real = sigma(world.belief[:, : s.sizes["counterparts"], Dim.R])
    return p


def _seen(world: World) -> Index:
    """(rows, C) home's pledges to each that have come to their end so far."""
    return world.kept.astype(np.int64) + world.broken


def _ends(world: World, s: Scenario, row: Index, trusted: Bool, start: Real, seen: Index) -> tuple[Array, ...]:
    """Belief, truth, weight and number of pledges for each neighbour that saw one; (k,) each."""
    pledges = _seen(world)[row] - seen[row]
    n, c = np.nonzero(pledges > 0)
    truth, prior = trusted[row[n]], start[row[n], c]
    weight = np.where(truth, prior / _COIN, (1 - prior) / (1 - _COIN))
    return _belief(world, s)[row[n], c], truth, weight, pledges[n, c]


def lines(found: InPlay) -> Iterator[str]:
    """The report, as plain lines."""
    yield (
        f"In play ({found.scenario}): {found.ends:,} ends of terms at which a neighbour had seen"
        f" {found.pledges:.1f} pledges fall due"
    )
    yield f"  expected calibration error {found.table.error:.3f}, Brier score {found.table.brier:.4f}"
    yield from _verdict(found)
    for b in found.table.bins:
        yield f"    {b.low:.1f}-{b.low + 0.1:.1f}  said {b.said:.3f}  so {b.came:.3f}  of {b.weight:7,.0f}"
    yield "  why: the error with one thing set aside that a type has no part in; lower, and it is part of the reason"
    for name, error in found.without.items():
        yield f"    without {name:32} {error:.3f}"
    yield "    what remains: a pledge kept or broken is seen as it was, while its weight allows for being misread;"
    yield "    and a deed that contradicts a pledge breaks it, whatever the type"


def _verdict(found: InPlay) -> Iterator[str]:
    yield f"  An error of at most {MOST_ERROR:.2f} is asked of the model in its own world only; nothing is asked here."
    if found.table.error <= MOST_ERROR:
        yield "  It is no larger here: in this scenario a belief may be read as a calibrated probability."
        return
    said, came = found.means
    yield f"  It is larger here: the belief is too {'timid' if found.slope > 1 else 'sure'} and too {'low' if came > said else 'high'}:"
    yield f"  where it says 0.10 more, {0.1 * found.slope:.2f} more comes true; on average it says {said:.3f}, and {came:.3f} comes true."
    yield "  The beliefs that a debrief shows must not be read as calibrated probabilities."
