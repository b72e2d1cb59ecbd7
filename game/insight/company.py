"""Several automatic players at one table, each on rows of its own.

The rules cost the same calls for twelve players as for one; and a play alone and the same play in a table agree bit for bit (law 1).
A player still sees its own rows and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from game.rules.arrays import Index
from game.rules.moves import Handover, Reply
from game.rules.now import Turn
from game.rules.turn import Game, Policy
from game.rules.views import View
from game.rules.world import World


@dataclass(frozen=True, slots=True)
class Company:
    policies: Sequence[Policy]

    def reply(self, game: Game, bounds: Index) -> Reply:
        """bounds: (players + 1,) the rows of a player lie from its bound to the next."""
        if len(self.policies) == 1:
            return self.policies[0].reply(game.view())
        whole = Reply.blank(game.scenario.sizes, len(game.world))
        for policy, rows in self._rows(bounds):
            _put(whole, rows, policy.reply(part(game, rows)))
        return whole

    def hand_over(self, game: Game, bounds: Index) -> Handover:
        if len(self.policies) == 1:
            return self.policies[0].hand_over(game.view())
        whole = Handover.blank(game.scenario.sizes, len(game.world))
        for policy, rows in self._rows(bounds):
            _put(whole, rows, policy.hand_over(part(game, rows)))
        return whole

    def _rows(self, bounds: Index) -> Sequence[tuple[Policy, slice]]:
        spans = [slice(int(a), int(b)) for a, b in zip(bounds[:-1], bounds[1:], strict=True)]
        return [(p, rows) for p, rows in zip(self.policies, spans, strict=True) if rows.stop > rows.start]


def part(game: Game, rows: slice) -> View:
    """The seat of a stretch of rows; nothing is copied but the list of the book."""
    world = World(*(getattr(game.world, f.name)[rows] for f in fields(World)))
    return View(world, _turn(game.turn, rows), game.scenario)


def _turn(turn: Turn, rows: slice) -> Turn:
    """The columns of a turn that a seat may read."""
    row, c, k = turn.book
    here = (row >= rows.start) & (row < rows.stop)
    return replace(
        turn,
        key=turn.key[:, rows],
        alive=turn.alive[rows],
        season_turn=turn.season_turn[rows],
        offered=turn.offered[rows],
        price=turn.price[rows],
        affordable=turn.affordable[rows],
        pressed=turn.pressed[rows],
        due=turn.due[rows],
        probed=turn.probed[rows],
        book=(row[here] - rows.start, c[here], k[here]),
    )


def _put(whole: Reply | Handover, rows: slice, move: Reply | Handover) -> None:
    for f in fields(whole):
        getattr(whole, f.name)[rows] = getattr(move, f.name)
