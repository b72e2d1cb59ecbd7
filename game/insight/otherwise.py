"""A play's events with what another law would have had observers believe of home, and groups at home think of it.

Two games are walked side by side.  History decides everything: injects, deeds, answers, votes, falls, capital.  The shadow runs the same
rules under the judge's law, and before each step is given history's table again; what a step adds to a belief, or to approval, is added
to the judge's own.  Where a step reads what it changes (forgetting, learning, a succession) the judge's own columns lie in place.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import fields, replace

import numpy as np

from ..rules import score
from ..rules.arrays import Array
from ..rules.ledger import Ledger, Line, What
from ..rules.moves import Handover, Reply
from ..rules.now import Turn
from ..rules.scenario import Scenario
from ..rules.trust import Inbox
from ..rules.turn import Game
from ..rules.world import World

OWN = (
    "prior", "fading", "lasting", "rumour", "unheard", "moved", "record_mean", "record_weight", "standing", "approval",
)  # fmt: skip
"""Columns of the judge's own; every other is history's."""

OWN_LINES = (What.TRUST, What.APPROVAL)
_READS_ITS_OWN = ("home", "learning", "handover")
"""Steps that decide nothing, and read the columns they change."""
_OWN_TURN = ("inbox", "heard")


class Otherwise:
    """Walked like a Game of watched rows.  `world`: history's events with the judge's own columns; `ledger`: the lines of both."""

    def __init__(self, history: Game, judge: Scenario) -> None:
        self.history = history
        self.scenario = history.scenario
        self.ledger = Ledger(history.ledger.watched)
        self._shadow = Game(judge, history.world.seed, history.ledger.watched)
        self._own: dict[str, Array] = {name: getattr(self._shadow.world, name).copy() for name in OWN}
        self._before = self._own
        self._step = ""
        self._told = [0, 0]  # lines of history and of the shadow that are in the ledger

    @property
    def world(self) -> World:
        return self._shadow.world

    @property
    def turn(self) -> Turn:
        return self.history.turn

    @property
    def phase(self) -> str:
        return self.history.phase

    def brief(self) -> None:
        shadow, own = self._shadow, self._own
        heard = own["rumour"][:, None, :] - own["unheard"]
        self.history.brief()
        own["rumour"][:], own["unheard"][:] = 0, 0
        self._rest()
        shadow.turn = replace(self.history.turn, inbox=Inbox(shadow.world.belief, shadow.ledger), heard=heard)
        shadow.clock.go("advance")
        self._tell()

    def reply(self, move: Reply) -> None:
        # The shadow goes first, so that both stand before the same step when it is laid; `strict` lets history take its last.
        for step, _ in zip(self._shadow.steps(move), self.history.steps(move), strict=True):
            self._gather()
            self._lay(step)
        self._gather()
        self._rest()
        ended = np.flatnonzero(self.world.closed & self.turn.alive)
        score.final(self.world, self._shadow.scenario, ended)
        self._own["standing"] = self.world.standing.copy()
        self._tell()

    def hand_over(self, choice: Handover) -> None:
        self._lay("handover")
        self._shadow.hand_over(choice)
        self.history.hand_over(choice)
        self._gather()
        self._rest()
        self._tell()

    # --- one step

    def _lay(self, step: str) -> None:
        """History's table and turn for the shadow's next step."""
        turn, past = self._shadow.turn, self.history.turn
        for f in fields(Turn):
            if f.name not in _OWN_TURN:
                setattr(turn, f.name, copy(getattr(past, f.name)))
        self._copy(own=step in _READS_ITS_OWN)
        self._before = {name: getattr(self.world, name).copy() for name in OWN}
        self._step = step

    def _gather(self) -> None:
        """What the step that was laid has moved."""
        if not self._step:
            return
        for name in OWN:
            self._own[name] += getattr(self.world, name) - self._before[name]
        self._step = ""

    def _rest(self) -> None:
        self._copy(own=True)

    def _copy(self, *, own: bool) -> None:
        for f in fields(World):
            mine = own and f.name in self._own
            getattr(self.world, f.name)[...] = self._own[f.name] if mine else getattr(self.history.world, f.name)

    # --- the reasons

    def _tell(self) -> None:
        games = (self.history, self._shadow)
        fresh = [game.ledger.lines[told:] for game, told in zip(games, self._told, strict=True)]
        self._told = [len(game.ledger.lines) for game in games]
        self.ledger.lines += merged(*fresh)


def merged(history: Sequence[Line], judged: Sequence[Line]) -> list[Line]:
    """The judge's lines of belief and approval among history's others, in the order of the rules."""
    events = iter([line for line in history if line.what not in OWN_LINES])
    told = [line if line.what in OWN_LINES else next(events, None) for line in judged]
    return [line for line in told if line is not None] + list(events)
