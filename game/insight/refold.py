"""A play folded once more on a table that is watched: every reason and every hidden value of each turn, for the debrief.

Takes the decisions of a play with their dates.  Seasons that passed without asking for one are passed here too, so the fold ends where
the play did.  With a judge, the events stay the play's and what was believed of home is the judge's (otherwise.py).

Knows the rules and the forms of a reply; no file, and no words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from ..play.draft import Draft, Passing, to_handover, to_reply
from ..rules.administrations import support
from ..rules.ledger import Line
from ..rules.moves import Handover, Reply
from ..rules.scenario import Scenario
from ..rules.turn import Game
from ..rules.world import World
from .otherwise import Otherwise

_ROW = np.zeros(1, np.intp)


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision of a play: when it was taken, as the rules and as the player know it."""

    season: int
    step: int
    did: Draft | Passing
    number: int  # as Session.undo and Session.branch count


@dataclass(frozen=True, slots=True)
class Voted:
    """A vote or a fall, shares of 1."""

    fell: bool
    returned: bool
    economy: float
    handling: float
    support: float
    chance: float


@dataclass(frozen=True, slots=True)
class Turned:
    """One turn: the world at its three moments, each a table of one row, and the ledger's lines in order."""

    number: int
    morning: World  # the desk is laid
    evening: World  # the reply was sent and answered
    night: World  # after the handover; the evening where there was none
    lines: tuple[Line, ...]  # of the whole turn
    passed_on: int  # place of the first line of the handover; len(lines) where there was none
    elapsed: int  # weeks since the turn before
    reply: Reply
    choice: Handover | None
    draft: Draft | None  # None: the calendar moved on by itself
    decision: int  # its number, -1 where none was asked
    passing: Passing | None
    handed: int  # the number of the handover as a decision, -1 where nobody was asked
    vote: Voted | None

    @property
    def inject(self) -> int:
        return int(self.morning.inject[0])

    @property
    def option(self) -> int:
        return int(self.evening.option[0])


class Diverged(ValueError):
    """The decisions do not fit the scenario: the fold passed a date without meeting the one that was to be taken there."""


def refold(
    scenario: Scenario, seed: int, decisions: Iterable[Decided], judge: Scenario | None = None
) -> tuple[Turned, ...]:
    """judge: the same scenario under the law by which home is to be judged.

    Raises Diverged; DraftError when a reply names what this scenario does not know.
    """
    game = Game(scenario, [seed], watched=[0])
    fold = _Fold(game if judge is None else Otherwise(game, judge))
    for one in decisions:
        if isinstance(one.did, Passing):
            fold.hand_over(to_handover(one.did, scenario), one.did, one.number)
        else:
            fold.pass_until(one.season, one.step)
            fold.answer(to_reply(one.did, scenario, fold.inject), one.did, one.number)
    fold.close()
    return tuple(fold.turns)


class _Fold:
    def __init__(self, game: Game | Otherwise) -> None:
        self.game = game
        self.turns: list[Turned] = []
        self.told = 0  # lines that belong to turns already folded
        self.morning: World | None = None

    @property
    def inject(self) -> int:
        return int(self.game.world.inject[0])

    def pass_until(self, season: int, step: int) -> None:
        """Let the seasons go by that asked for nothing."""
        self._brief()
        while (now := (int(self.game.world.season[0]), int(self.game.world.step[0]))) != (season, step):
            if now > (season, step) or self.game.world.closed[0]:
                raise Diverged(f"season {season}, fortnight {step} was never reached; the fold stands at {now}")
            self.answer(Reply.blank(self.game.scenario.sizes, 1), None, -1)
            self._brief()

    def answer(self, reply: Reply, draft: Draft | None, number: int) -> None:
        assert self.morning is not None
        game = self.game
        game.reply(reply)
        turn, world = game.turn, _snapshot(game.world)
        vote = None
        if turn.voting.size:
            economy, handling = float(turn.economy[0]), float(turn.handling[0])
            vote = Voted(bool(turn.fallen[0]), not bool(world.lost[0]) and not bool(turn.fallen[0]), economy, handling,
                         support(economy, handling, game.scenario.law), float(turn.vote[0]))  # fmt: skip
        lines = tuple(game.ledger.lines[self.told :])
        self.told = len(game.ledger.lines)
        self.turns.append(
            Turned(
                len(self.turns),
                self.morning,
                world,
                world,
                lines,
                len(lines),
                int(turn.elapsed[0]),
                reply,
                None,
                draft,
                number,
                None,
                -1,
                vote,
            )  # fmt: skip
        )
        self.morning = None

    def close(self) -> None:
        """After the last vote nothing passes on, and nobody was asked."""
        game = self.game
        if game.phase == "handover" and int(game.world.term[0]) + (not game.turn.fallen[0]) >= game.scenario.terms:
            self.hand_over(Handover.blank(game.scenario.sizes, 1), None, -1)

    def hand_over(self, choice: Handover, passing: Passing | None, number: int) -> None:
        game, last = self.game, self.turns[-1]
        if game.phase != "handover":
            raise Diverged(f"a handover stands where the fold is in {game.phase}")
        game.hand_over(choice)
        lines = (*last.lines, *game.ledger.lines[self.told :])
        self.told = len(game.ledger.lines)
        self.turns[-1] = replace(
            last, night=_snapshot(game.world), lines=lines, choice=choice, passing=passing, handed=number
        )

    def _brief(self) -> None:
        if self.game.phase == "briefing":
            self.game.brief()
            self.morning = _snapshot(self.game.world)
        if self.game.phase != "reply":
            raise Diverged(f"a reply stands where the fold is in {self.game.phase}")


def _snapshot(world: World) -> World:
    return world.rows(_ROW)
