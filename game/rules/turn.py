"""Walks the phases over a table of plays.

A person's game is a table of one row; ten thousand rollouts are the same table with more rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from . import (
    abroad,
    administrations,
    audiences,
    briefing,
    counterparts,
    deeds,
    effects,
    ladder,
    pledges,
    programme,
    trust,
    words,
)
from .arrays import Index, on_grid
from .ledger import Cause, Ledger, What
from .moves import Handover, Reply
from .phases import Clock
from .scenario import OPTIONS
from .views import View
from .vocabulary import Act, State
from .world import World, open_world

if TYPE_CHECKING:
    from .now import Turn
    from .scenario import Scenario

Timer = Callable[[str], None]


class Policy(Protocol):
    """A player of many plays at once."""

    name: str

    def reply(self, view: View) -> Reply: ...

    def hand_over(self, view: View) -> Handover: ...


class Game:
    """scenario; seeds: (rows,) integers; watched: rows whose reasons are kept."""

    turn: Turn

    def __init__(self, scenario: Scenario, seeds: Any, watched: Any = (), timer: Timer | None = None) -> None:
        self.scenario = scenario
        self.world = open_world(scenario, np.asarray(seeds, np.uint64))
        self.ledger = Ledger(np.asarray(watched, np.intp))
        self.clock = Clock()
        self.timer = timer or (lambda phase: None)

    @property
    def phase(self) -> str:
        return self.clock.state

    def view(self) -> View:
        return View(self.world, self.turn, self.scenario)

    def brief(self) -> None:
        """Morning.  Afterwards the phase is `reply`."""
        self._expect("briefing")
        self.turn = briefing.brief(self.world, self.scenario, self.ledger)
        self.clock.go("advance")
        self.timer("briefing")

    def reply(self, move: Reply) -> None:
        """The player's move and everything that follows from it, up to the vote."""
        for _ in self.steps(move):
            pass

    def steps(self, move: Reply) -> Iterator[str]:
        """`reply`, halting before each step with its name: whoever walks it may set the table between two of them."""
        self._expect("reply")
        world, s, turn, ledger = self.world, self.scenario, self.turn, self.ledger
        yield "reply"
        deeds.reply(world, s, turn, ledger, move)
        self._step("reply")
        yield "response"
        _response(world, s, turn, ledger)
        self._step("response")
        yield "home"
        audiences.react(world, s, turn, ledger)
        self._step("home")
        yield "reckoning"
        _reckoning(world, s, turn, ledger)
        yield "learning"
        _learning(world, s, turn, ledger)
        self._step("reckoning")
        yield "election"
        administrations.election(world, s, turn, ledger)
        self.timer("election")
        if turn.voting.size:
            self.clock.go("vote")
        else:
            self._carry_on()

    def hand_over(self, choice: Handover) -> None:
        """The memo and the book pass on, for the rows that voted."""
        self._expect("handover")
        administrations.handover(self.world, self.scenario, self.turn, self.ledger, choice)
        self.timer("handover")
        self._carry_on()

    def play_turn(self, policy: Policy) -> None:
        """One whole turn of every row by one policy."""
        self.brief()
        self.reply(policy.reply(self.view()))
        if self.phase == "handover":
            self.hand_over(policy.hand_over(self.view()))

    def copy(self) -> Game:
        """A game that goes its own way from here: rows and ledger lines are copied, the scenario is shared.  Between turns only."""
        other = Game(self.scenario, self.world.seed, self.ledger.watched)
        other.world = self.world.rows(np.arange(len(self.world)))
        other.ledger.lines = list(self.ledger.lines)
        other.clock._machine.set_state(self.phase, other.clock)
        return other

    def _step(self, phase: str) -> None:
        self.timer(phase)
        self.clock.go("advance")

    def _carry_on(self) -> None:
        self.clock.go("end" if self.world.closed.all() else "carry_on")

    def _expect(self, phase: str) -> None:
        if self.phase != phase:
            raise ValueError(f"the table is in {self.phase}, not in {phase}")


def _response(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """The other governments decide, each by its belief, aim and temper."""
    abroad.answer_deals(world, s, turn, ledger)
    pledges.consult(world, s, turn, ledger)
    abroad.answer_asks(world, s, turn, ledger)
    abroad.heed_threats(world, s, turn, ledger)
    _aftermath(world, s, turn, ledger)
    ladder.respond(world, s, turn, ledger)
    abroad.judge_theirs(world, s, turn, ledger)
    abroad.ask_again(world, s, turn, ledger)
    _pressed(world, s, turn, ledger)
    _alarmed(world, s, turn, ledger)
    abroad.their_home(world, s, turn)
    abroad.drift(world, s, turn, ledger)
    ladder.relax(world, s, turn, ledger)


def _aftermath(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """The sender of the inject lets it rest or presses, and what the author wrote for that acts."""
    act = abroad.answer_inject(world, s, turn)
    _bargained(world, s, turn, ledger, act)
    row = np.flatnonzero(act)
    c = s.sender[world.inject[row]].astype(np.intp)
    calm = world.crisis[row] == 0
    world.their_act[row[calm], c[calm]] = act[row[calm]]
    world.answered[row, world.inject[row]] = act[row]
    acted = np.flatnonzero((world.option >= 0) & (world.inject > 0))
    place = world.inject[acted].astype(np.intp) * OPTIONS + world.option[acted]
    pressed = act[acted] == Act.PRESSES
    turn.aftermath[acted] = np.where(pressed, s.after_effect[1].take(place), s.after_effect[0].take(place))
    firm = turn.firm.copy()
    effects.apply(world, s, turn, ledger, acted, turn.aftermath[acted], Cause.AFTERMATH)
    turn.firm = firm


def _bargained(world: World, s: Scenario, turn: Turn, ledger: Ledger, act: Index) -> None:
    """An offer on the card is what the inject comes to: they let the matter rest if they sign it, and press on if they do not.

    The morning after is written for resting and for pressing; decided apart, the book would say one thing and the page another.
    """
    row = np.flatnonzero((world.option >= 0) & (act != Act.NOTHING))
    effect = s.option_effect[world.inject[row].astype(np.intp) * OPTIONS + world.option[row]]
    offer, c = s.effects.offer.take(effect), s.sender[world.inject[row]].astype(np.intp)
    some = (offer > 0) & (s.offers.counterpart[offer] == c)
    row, effect, offer, c = row[some], effect[some], offer[some], c[some]
    if not row.size:
        return
    signed = world.pledge[row, s.offers.giver[offer], c, s.offers.kind[offer].astype(np.intp)] == State.OPEN
    act[row] = np.where(signed, Act.RESTS, Act.PRESSES)
    pledges.returns(world, s, turn, ledger, row[signed], effect[signed])


def _pressed(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """To give way and be pressed all the same is a loss; a probe is lost so, or in part by leaving it without an answer (rulings 16).

    Outside a crisis to be pressed is never free: part of the loss falls on whoever did not give way.
    """
    row = np.flatnonzero((world.option >= 0) & (world.inject > 0))
    row = row[world.answered[row, world.inject[row]] == Act.PRESSES]
    if not row.size:
        return
    law, c = s.law, s.sender[world.inject[row]].astype(np.intp)
    gave_way = (world.home_rung[row, c] < turn.rung_before[row, c]) | (turn.firm[row, c] < 0)
    probe = turn.probed[row] >= 0
    idle = probe & ~gave_way & (turn.firm[row, c] == 0)
    held = ~gave_way & ~probe & (world.crisis[row] == 0)
    share = gave_way + law.probe_open * idle + law.pressed_held * held
    for column, what, lost, pressed in (
        (world.strain, What.STRAIN, law.probe_strain, law.pressed_strain),
        (world.ticks, What.MANDATE, law.probe_mandate, law.pressed_mandate),
    ):
        change = on_grid(np.where(probe, lost, pressed) * share)
        column[row] += change
        ledger.write_at(world, what, Cause.PROBE, world.inject[row], row, (), change)
    change = on_grid(audiences.unreturned_cost(s.inconsistency, law) * gave_way[:, None])
    world.approval[row] += change
    ledger.write_rows(world, What.APPROVAL, Cause.PROBE, world.inject[row], row, change)


def _alarmed(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """A firm answer to a neighbour that is only afraid makes it arm, though less where it lets the matter rest (spirals: Jervis 1976)."""
    row = np.flatnonzero((world.option >= 0) & (world.inject > 0) & (world.crisis == 0) & (s.sender[world.inject] >= 0))
    c = s.sender[world.inject[row]].astype(np.intp)
    afraid = (turn.firm[row, c] > 0) & (world.aim[row, c] == 0)
    row, c = row[afraid], c[afraid]
    if not row.size:
        return
    share = np.where(world.answered[row, world.inject[row]] == Act.PRESSES, 1.0, s.law.alarmed_at_rest)
    share = share * turn.firm[row, c] * counterparts.rivalry(s.protracted[c], s.law)
    change = on_grid(s.law.alarmed_strain * share)
    world.strain[row] += change
    ledger.write_at(world, What.STRAIN, Cause.ALARMED, c, row, (), change)


def _reckoning(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """Earlier words are held against this deed, and a silence is heard."""
    words.judge(world, s, turn, ledger)
    words.silence(world, s, turn)


def _learning(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """Arrangements do their work, hearsay arrives, beliefs learn, and what is old fades."""
    programme.work(world, s, turn, ledger)
    trust.hear(turn)
    before = world.belief
    turn.inbox.learn(world, s.law)
    trust.fade(world, s, turn, ledger)
    world.moved[:] = np.minimum(np.abs(world.belief - before) * 32, 127)
