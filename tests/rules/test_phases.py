"""The phases of a turn are one table, checked when it is built; a refused trigger changes nothing (style.md rule 3)."""

from __future__ import annotations

import pytest

from game.rules import phases
from game.rules.moves import Handover, Reply
from game.rules.phases import PHASES, PLAYER, TRANSITIONS, Clock

from .calm import Calm

TRIGGERS = sorted({trigger for trigger, _, _ in TRANSITIONS})


def at(phase):
    """A clock that was walked to a phase by the table's own ways."""
    ways = {"briefing": ()}
    queue = ["briefing"]
    while queue:
        here = queue.pop(0)
        for trigger, source, destination in TRANSITIONS:
            if source == here and destination not in ways:
                ways[destination] = (*ways[here], trigger)
                queue.append(destination)
    clock = Clock()
    for trigger in ways[phase]:
        clock.go(trigger)
    assert clock.state == phase
    return clock


@pytest.mark.parametrize("phase", PHASES)
def test_every_phase_is_reached_and_only_the_last_has_no_way_out(phase):
    """No phase of the table is scenery, and a play can always go on until it is closed."""
    at(phase)
    ways_out = [t for t, source, _ in TRANSITIONS if source == phase]
    assert bool(ways_out) == (phase != "closed")


def test_the_player_is_asked_in_two_phases_of_the_table():
    """One reply a turn, one memo a term (play.md 2)."""
    assert PLAYER == ("reply", "handover") and set(PLAYER) <= set(PHASES)


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("trigger", TRIGGERS)
def test_a_trigger_moves_as_the_table_says_or_not_at_all(phase, trigger):
    """A refused trigger leaves the phase, and the message names it and what is possible instead."""
    clock = at(phase)
    destination = next((d for t, source, d in TRANSITIONS if (t, source) == (trigger, phase)), None)
    if destination is not None:
        clock.go(trigger)
        assert clock.state == destination
        return
    with pytest.raises(ValueError) as refused:
        clock.go(trigger)
    assert clock.state == phase
    assert f"{trigger} is not possible in {phase}" in str(refused.value)
    for legal in {t for t, source, _ in TRANSITIONS if source == phase}:
        assert legal in str(refused.value)


@pytest.mark.parametrize("bad", [("advance", "noon", "reply"), ("advance", "briefing", "noon")])
def test_a_table_that_names_no_such_phase_is_refused_when_built(monkeypatch, bad):
    """`transitions` would accept it; this house does not."""
    monkeypatch.setattr(phases, "TRANSITIONS", (*TRANSITIONS, bad))
    with pytest.raises(ValueError, match="noon"):
        Clock()


def test_moves_out_of_their_phase_leave_the_play_as_it_was(flagship):
    """A reply before the briefing, a second briefing, a memo without a vote: refused, and no column moves."""
    stage = Calm(flagship, watched=None)
    game, sizes = stage.game, stage.s.sizes

    def refused(act):
        before = game.world.fingerprint()
        with pytest.raises(ValueError, match=f"the table is in {game.phase}"):
            act()
        assert game.world.fingerprint() == before

    refused(lambda: game.reply(Reply.blank(sizes, 1)))
    refused(lambda: game.hand_over(Handover.blank(sizes, 1)))
    game.brief()
    refused(game.brief)
    refused(lambda: game.hand_over(Handover.blank(sizes, 1)))
    game.reply(Reply.blank(sizes, 1))
    assert game.phase == "briefing"


def test_a_finished_play_takes_no_more_moves(flagship):
    """After the last term the table is closed for good."""
    stage = Calm(flagship, length="taster", watched=None)
    for _ in range(4):
        stage.turn()
    assert stage.game.phase == "closed" and stage.world.closed.all()
    with pytest.raises(ValueError, match="closed"):
        stage.game.brief()
