"""The laws asked without a scenario: they broadcast, stay within their ranges, and lean the way their docstrings say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules import administrations, audiences, book, counterparts, ladder, pledges, trust
from game.rules.parameters import DEFAULT

share = st.floats(0, 1)
size = st.floats(0.05, 3)


def beliefs(p):
    return np.full((1, 4), p)


@given(p=share, c=size, v=share, power=st.sampled_from([-1, 0, 1]), grasping=st.booleans(), protracted=share)
def test_chances_are_chances(p, c, v, power, grasping, protracted):
    four = beliefs(p)
    for chance in (
        counterparts.takes(four, np.array([c]), np.array([v]), 1.0, power, 4.0), counterparts.demands(four, c, power, 4.0),
        counterparts.willing(p, c, v, 4.0), counterparts.settles_for_less(p, p), counterparts.complies(four, c, v, grasping, power, 4.0),
        counterparts.probes(four, grasping, protracted), counterparts.turnover(grasping, c), administrations.returned(v, p),
        administrations.continuity(grasping, prepared=v), book.comes_out(v, 2), ladder.ends(3, c, p, 0.0),
    ):  # fmt: skip
        assert 0 <= np.min(chance) and np.max(chance) <= 1


@given(low=share, high=share, c=size, v=share)
def test_who_is_believed_more_is_worked_with_more_and_probed_less(low, high, c, v):
    low, high = sorted((low, high))
    less, more = beliefs(low), beliefs(high)
    assert counterparts.worth(low, c, v) <= counterparts.worth(high, c, v)
    assert counterparts.settles_for_less(low, low) <= counterparts.settles_for_less(high, high)
    assert counterparts.demands(less, c, 0, 4.0) <= counterparts.demands(more, c, 0, 4.0)
    for grasping in (False, True):
        assert counterparts.probes(less, grasping, 0.5) >= counterparts.probes(more, grasping, 0.5)
        assert counterparts.pressing(less, grasping, 0.0) >= counterparts.pressing(more, grasping, 0.0)
        assert counterparts.hedging(less, grasping, 0.5) >= counterparts.hedging(more, grasping, 0.5)
        assert counterparts.complies(less, c, 0.5, grasping, 0, 4.0) <= counterparts.complies(more, c, 0.5, grasping, 0, 4.0)


@given(p=st.floats(0.05, 0.95))
def test_firmness_provokes_the_fearful_and_deters_the_grasping(p):
    """play.md 4: the strongest lesson of the game is that the same act answers two aims in opposite ways."""
    four = beliefs(p)
    yielding, firm = (counterparts.pressing(four, np.array([False, True]), f) for f in (-1.0, 1.0))
    assert firm[0] > yielding[0] and firm[1] < yielding[1]


def test_kydds_threshold_is_where_half_work_with_home():
    for c in (0.5, 1.0, 2.0):
        for v in (0.0, 0.5, 1.0):
            assert counterparts.willing(counterparts.threshold(c, v), c, v, 4.0) == pytest.approx(0.5)


def test_what_passes_between_governments_is_bounded_and_prepared():
    assert administrations.continuity(True) == pytest.approx(0.10) and administrations.continuity(False) == pytest.approx(0.30)
    assert administrations.continuity(True, briefed=1) == pytest.approx(0.30)
    assert administrations.continuity(False, briefed=1, prepared=1) == DEFAULT.continuity_most
    assert administrations.dearer(True, 0.0) == pytest.approx(0.6) and administrations.dearer(True, -0.5) == pytest.approx(0.1)


def test_the_vote_turns_at_its_line_and_the_economy_weighs_more():
    assert administrations.returned(0.48, 0.48) == pytest.approx(0.5)
    assert administrations.returned(0.53, 0.48) > administrations.returned(0.48, 0.53) > 0.5


@given(c=size)
def test_twice_the_temptation_is_four_times_the_price(c):
    assert np.array(pledges.price(2 * c)) == pytest.approx(4 * np.array(pledges.price(c)))


@given(news=st.floats(-3, 3), u=share, times=st.integers(0, 6))
def test_a_bystander_hears_less_than_the_addressee_saw_and_repetition_wears(news, u, times):
    assert abs(trust.overheard(news, u)) <= 0.35 * abs(news) + 1e-12
    assert trust.worn_out(times) == pytest.approx(0.6**times)


def test_home_forgets_and_minds_giving_way():
    assert audiences.back_to_rest(0) == 1 and audiences.back_to_rest(36) == pytest.approx(0.5, abs=0.01)
    hawk, centre, dove = audiences.unreturned_cost(DEFAULT.profile_i)
    assert hawk < centre < dove < 0
