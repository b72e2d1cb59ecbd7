"""The account: five parts, 0 to 100, and what goes into each (play.md 5)."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules import score
from game.rules.arrays import logit
from game.rules.ledger import Ledger
from game.rules.vocabulary import SCORES, Score, State
from game.rules.world import open_world

from .calm import Calm


def ended(s, *, strain=0.0, people=0.0, ticks=0.0, level=0.5, war=False, won=1, elections=1, falls=0):
    """A play of one term that ended just now."""
    world = open_world(s, [1])
    world.strain[:], world.people[:], world.ticks[:] = strain, people, ticks
    world.prior[:] = logit(level)
    score.end_term(world, s, np.array([0]), Ledger())
    world.closed[:], world.war[:] = True, war
    score.final(world, s, np.array([0]))
    world.won[:], world.elections[:], world.falls[:] = won, elections, falls
    return world


def part(s, name, **told):
    return float(score.parts(ended(s, **told), s)[0, SCORES.index(name)])


@settings(max_examples=60, deadline=None)
@given(
    strain=st.floats(0, 300), people=st.floats(-60, 60), ticks=st.floats(-60, 60), level=st.floats(0.001, 0.999), war=st.booleans(),
    elections=st.integers(0, 3), falls=st.integers(0, 3),
)  # fmt: skip
def test_every_part_lies_between_nothing_and_a_hundred(flagship, strain, people, ticks, level, war, elections, falls):
    """And so does the campaign, whatever happened."""
    s = flagship.played("taster")
    told = {"strain": strain, "people": people, "ticks": ticks, "level": level, "war": war, "falls": falls}
    world = ended(s, won=elections, elections=elections, **told)
    parts = score.parts(world, s)
    assert ((parts >= 0) & (parts <= 100)).all()
    assert 0 <= score.campaign(parts, s)[0] <= 100


@pytest.mark.parametrize("scales", [0, 1, 2.5])
def test_security_falls_with_strain(flagship, scales):
    """play.md 5: 100*exp(-X/scale), a third of it left after one scale of strain."""
    s = flagship.played("taster")
    told = part(s, "security", strain=scales * s.law.security_scale)
    assert told == pytest.approx(100 * np.exp(-scales), abs=1e-3)


def test_war_leaves_a_third_of_security_and_takes_people(flagship):
    """x .35, and -25."""
    s = flagship.played("taster")
    assert part(s, "security", strain=5, war=True) == pytest.approx(0.35 * part(s, "security", strain=5), abs=1e-3)
    assert part(s, "people", war=True) == 25


def test_people_and_mandate_are_sums_about_fifty(flagship):
    """50 and so many points a unit, clipped at both ends."""
    s = flagship.played("taster")
    for name, told, point in (("people", "people", s.law.people_point), ("mandate", "ticks", s.law.mandate_point)):
        assert part(s, name) == 50
        for units in (4, -2.5):
            assert part(s, name, **{told: units}) == pytest.approx(50 + point * units, abs=1e-3)
        assert (part(s, name, **{told: 30}), part(s, name, **{told: -30})) == (100, 0)


def test_office_is_votes_won_less_falls(flagship):
    """100 times the share of votes won, -40 for a fall."""
    s = flagship.played("taster")
    assert part(s, "office", won=2, elections=3) == pytest.approx(66.667, abs=0.01)
    assert part(s, "office", won=3, elections=3, falls=1) == 60
    assert part(s, "office", won=0, elections=3, falls=2) == 0


def test_standing_weighs_the_four_dimensions_over_the_observers(flagship):
    """.35 R + .25 C + .25 B + .15 P with each observer, by its weight."""
    s = flagship.played("taster")
    assert s.law.dim_weights.tolist() == [0.35, 0.25, 0.25, 0.15] and s.weight.sum() == pytest.approx(1)
    assert part(s, "standing", level=0.3) == pytest.approx(30, abs=0.01)
    world = open_world(s, [1])
    world.prior[:] = -30.0
    world.prior[0, 0, 0] = 30.0  # trusted by the first in one thing, and by nobody in any other
    assert score.standing_now(world, s, np.array([0]))[0] == pytest.approx(100 * s.weight[0] * 0.35, abs=1e-3)


@pytest.mark.parametrize(
    ("length", "readings", "want"),
    [("full", (20, 40, 80), 0.2 * 20 + 0.3 * 40 + 0.5 * 80), ("class", (20, 40, 80), 56), ("taster", (80,), 80)],
)
def test_readings_of_standing_are_weighed_by_those_a_length_has(flagship, length, readings, want):
    """rulings 22: .2 .3 .5, renormalised; a taster is read once, at its end."""
    s = flagship.played(length)
    world = open_world(s, [1])
    world.term[:], world.closed[:] = s.terms - 1, True
    world.standing[0] = readings
    assert score.parts(world, s)[0, Score.STANDING] == pytest.approx(want, abs=1e-6)


def test_a_campaign_cut_short_by_war_is_weighed_by_the_readings_it_had(flagship):
    """In the second term: the first handover .2 and the end .5, over .7."""
    s = flagship.played("full")
    world = open_world(s, [1])
    world.term[:], world.closed[:], world.war[:] = 1, True, True
    world.standing[0] = 30, 99, 70
    assert score.parts(world, s)[0, Score.STANDING] == pytest.approx((0.2 * 30 + 0.5 * 70) / 0.7, abs=1e-6)


def test_the_campaign_is_a_quarter_a_fifth_a_quarter_a_fifth_and_a_tenth(flagship):
    s = flagship.played("full")
    assert score.campaign(np.eye(5) * 100, s).tolist() == pytest.approx([25, 20, 25, 20, 10])


def test_terms_are_meant_and_not_summed(flagship):
    """A good and a bad term give the middle."""
    s = flagship.played("full")
    world = open_world(s, [1])
    for term, ticks in enumerate((6.0, -6.0, 0.0)):
        world.term[:] = term
        world.ticks[:] = ticks
        score.end_term(world, s, np.array([0]), Ledger())
    world.closed[:] = True
    assert score.parts(world, s)[0, Score.MANDATE] == pytest.approx(50)
    assert world.ticks[0] == 0, "each term opens a new account"


def test_bills_left_open_at_the_end_count_at_their_expected_keeping(flagship):
    """play.md 3, the guard against leaving bills to the successor: dear open pledges cost mandate, cheap ones nothing."""
    charged = {}
    for c in (0.5, 3.0):
        stage = Calm(flagship, watched=None).turn()
        stage.pledged("norland", "catch-limit", size=c)
        score.final(stage.world, stage.s, np.array([0]))
        charged[c] = float(stage.world.charged[0])
    assert charged[0.5] == 0
    law = flagship.scenario.law
    kept = law.keep_mandate * 3 - law.price_mandate * 3**2
    assert kept < 0 and charged[3.0] == pytest.approx(0.5 * kept * law.mandate_point, abs=1e-3)


def test_a_kept_book_leaves_no_bill(flagship):
    stage = Calm(flagship, watched=None).turn()
    stage.pledged("norland", "catch-limit", size=3.0)
    stage.world.pledge[stage.at("norland", "catch-limit")] = State.KEPT
    score.final(stage.world, stage.s, np.array([0]))
    assert stage.world.charged[0] == 0
