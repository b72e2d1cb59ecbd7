"""The same conduct under another theory: history is held fixed, and what was thought of home is the theory's, to the last line."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.insight.otherwise import OWN, OWN_LINES
from game.insight.refold import Decided, Turned, refold
from game.play.session import Session
from game.rules.arrays import logit, sigma
from game.rules.ledger import Cause, What
from game.rules.score import standing_now
from game.rules.theories import THEORIES, theory
from game.rules.world import World

PLAYS = (("fair-and-firm", 4), ("opportunist", 2), ("random", 11), ("hawk", 3))
every_play = pytest.mark.parametrize(("name", "seed"), PLAYS)
every_theory = pytest.mark.parametrize("id", THEORIES)
EVENTS = tuple(f.name for f in fields(World) if f.name not in OWN)
MOMENTS = ("morning", "evening", "night")


def told(session: Session, judge: str = "") -> tuple[Turned, ...]:
    """The play folded again; with a theory, judged by it."""
    course, header = session.course, session.header
    decided = [Decided(p.before.season, p.before.step, p.did, p.turn) for p in course.chronicle.passed]
    law = theory(judge).law
    scenario = session.loaded.played(header.length, header.difficulty, header.climate, law) if judge else None
    return refold(course.scenario, header.seed, decided, scenario)


def explained(turns: tuple[Turned, ...]) -> None:
    """Opening + lines = belief, and = approval, at every evening and night, exactly."""
    belief, approval = turns[0].morning.belief[0].copy(), turns[0].morning.approval[0].copy()
    for turn in turns:
        for place, line in enumerate(turn.lines):
            if place == turn.passed_on:
                assert np.array_equal(belief, turn.evening.belief[0]) and np.array_equal(
                    approval, turn.evening.approval[0]
                )
            if line.what == What.TRUST:
                belief[line.cell] += line.size
            elif line.what == What.APPROVAL:
                approval[line.cell] += line.size
        assert np.array_equal(belief, turn.night.belief[0]) and np.array_equal(approval, turn.night.approval[0])


@every_play
def test_under_its_own_theory_a_play_is_itself(played, name, seed):
    """Bit for bit, every column at every moment and every line in its order."""
    session = played(name, seed)
    own, judged = told(session), told(session, "default")
    assert own[-1].night.fingerprint() == session.course.state
    assert [t.lines for t in own] == [t.lines for t in judged]
    for moment in MOMENTS:
        assert [getattr(t, moment).fingerprint() for t in own] == [getattr(t, moment).fingerprint() for t in judged]


@every_theory
@every_play
def test_history_is_held_fixed_and_every_belief_is_explained(played, name, seed, id):
    """Every other column is the play's at every moment, every other line too; and the theory's lines add up to the theory's beliefs."""
    session = played(name, seed)
    own, judged = told(session), told(session, id)
    assert [t.vote for t in own] == [t.vote for t in judged]
    for a, b in zip(own, judged, strict=True):
        for moment in MOMENTS:
            past, here = getattr(a, moment), getattr(b, moment)
            assert all(np.array_equal(getattr(past, column), getattr(here, column)) for column in EVENTS)
        assert [x for x in a.lines if x.what not in OWN_LINES] == [x for x in b.lines if x.what not in OWN_LINES]
    explained(judged)
    night = judged[-1].night
    last = session.loaded.played(law=theory(id).law).sizes["readings"] - 1
    assert night.standing[0, last] == pytest.approx(standing_now(night, session.course.scenario, np.array([0]))[0])


@settings(max_examples=12, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    id=st.sampled_from(sorted(THEORIES)),
    made=st.sampled_from(("default", "no-audience-costs")),
)
def test_any_play_is_explained_under_any_theory(flagship, seed, id, made):
    """Also one that was made under another than the default; then the default is the other theory."""
    session = Session.new(flagship, None, seed=seed, length="class", theory=made)
    session.play_by("random")
    turns = told(session, id)
    explained(turns)
    if id == made:
        assert turns[-1].night.fingerprint() == session.course.state


def test_a_war_is_read_by_the_theory_as_it_ends_the_campaign(flagship):
    """No handover comes after it, and Standing is still the theory's."""
    for seed in range(400):
        session = Session.new(flagship, None, seed=seed, length="class")
        session.play_by("random")
        if session.course.game.world.war[0]:
            break
    assert session.course.game.world.war[0], "none of these plays ends in war"
    judged = told(session, "no-audience-costs")[-1].night
    own = session.course.game.world
    assert judged.standing[0, -1] == pytest.approx(standing_now(judged, session.course.scenario, np.array([0]))[0])
    assert judged.standing[0, -1] != own.standing[0, -1] and judged.charged[0] == own.charged[0]


def at_the_handover(session: Session, id: str) -> tuple[np.ndarray, np.ndarray]:
    """The beliefs in one government, and in its successor as it begins, as probabilities."""
    turn = next(t for t in told(session, id) if t.choice is not None)
    return sigma(turn.evening.belief[0]), sigma(turn.night.prior[0])


def test_a_leaders_name_goes_with_him_and_a_states_stays(played):
    """The same handover: under the one beliefs return to the record, under the other they hardly move."""
    session = played("opportunist", 2)
    steps = {
        id: np.abs(np.subtract(*at_the_handover(session, id))).mean() for id in ("state-centred", "leader-centred")
    }
    assert steps["state-centred"] < 0.01 and steps["leader-centred"] > 0.05


def test_a_broken_promise_costs_nothing_at_home_where_there_are_no_audience_costs(played):
    """The play's own ledger charges for it; the theory's has no such line, and the same price of what was kept."""
    session = played("opportunist", 2)

    def charges(turns: tuple[Turned, ...], *causes: Cause) -> list[float]:
        return [line.size for t in turns for line in t.lines if line.what == What.APPROVAL and line.cause in causes]

    own, judged = told(session), told(session, "no-audience-costs")
    broken = (Cause.PLEDGE_BROKEN, Cause.PLEDGE_CONCEALED, Cause.PLEDGE_DEFAULTED)
    assert sum(charges(own, *broken)) < 0 and charges(judged, *broken) == []
    assert charges(own, Cause.PLEDGE_PRICE) == charges(judged, Cause.PLEDGE_PRICE) != []


def test_what_a_belief_began_as_is_the_same_under_every_theory(played):
    """A theory judges conduct; the record home inherited is the scenario's."""
    session = played("random", 11)
    opening = logit(session.course.scenario.record)
    for id in THEORIES:
        assert told(session, id)[0].morning.belief[0] == pytest.approx(opening, abs=1e-6)
