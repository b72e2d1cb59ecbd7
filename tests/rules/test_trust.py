"""Trust answers to the published table (science.md 2.2), and recovers as play.md says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.arrays import logit, sigma
from game.rules.parameters import DEFAULT
from game.rules.trust import evidence, felt, opening, readiness, reads_kept, record_update, remembered, successor
from game.rules.vocabulary import Dim, State

from .table import Book, Stage


@pytest.mark.parametrize(
    ("dim", "kept", "broken"), [(Dim.R, 0.46, -2.04), (Dim.C, 0.77, -1.23), (Dim.B, 0.77, -1.53), (Dim.P, 1.22, -1.28)]
)
def test_the_four_dimensions_weigh_as_published(dim, kept, broken):
    """science.md 2.2, at c = 1, u = .5, v = 1, x = 0."""
    assert evidence(True, 1.0, 0.5, 1.0, 0.0, int(dim)) == pytest.approx(kept, abs=0.006)
    assert evidence(False, 1.0, 0.5, 1.0, 0.0, int(dim)) == pytest.approx(broken, abs=0.006)


def test_one_breach_undoes_many_cheap_promises_and_few_dear_ones():
    """11.5, 4.4, 1.8, .7 kept promises offset a breach at c = 0, 1, 2, 3."""
    c = np.array([0.0, 1.0, 2.0, 3.0])
    ratio = -evidence(False, c, 0.5, 1.0, 0.0, 0) / evidence(True, c, 0.5, 1.0, 0.0, 0)
    assert ratio == pytest.approx([11.5, 4.4, 1.8, 0.7], abs=0.06)


@given(c=st.floats(0, 3), u=st.floats(0, 1), v=st.floats(0.01, 1), dim=st.integers(0, 3))
def test_evidence_has_the_sign_of_the_outcome_and_grows_with_verification(c, u, v, dim):
    """Whatever the case: kept is never bad news, broken never good, and less seen is less said."""
    kept, broken = evidence(True, c, u, v, 0.0, dim), evidence(False, c, u, v, 0.0, dim)
    assert kept > 0 > broken
    assert abs(evidence(False, c, u, v / 2, 0.0, dim)) < abs(broken)
    # A shock excuses what was fully seen; where little is seen it can make both types look alike or not, and the law says so.
    assert abs(evidence(False, c, u, 1.0, 0.8, dim)) < abs(evidence(False, c, u, 1.0, 0.0, dim))


@given(c=st.floats(0, 3), u=st.floats(0, 1), x=st.floats(0, 1), dim=st.integers(0, 3))
def test_what_is_fully_seen_is_what_was_done(c, u, x, dim):
    """v = 1: the observer reads "kept" as often as the administration keeps; v = 0: the reading is noise, the same for both types."""
    for b in (DEFAULT.b_trust, DEFAULT.b_opport):
        assert reads_kept(b, c, u, 1.0, x, dim) == pytest.approx(readiness(b[dim], c, u, x, dim))
        assert reads_kept(b, c, u, 0.0, x, dim) == pytest.approx(1 - DEFAULT.noise[dim])


@given(p=st.floats(0.01, 0.99), news=st.lists(st.floats(-3, 3), min_size=1, max_size=6))
def test_news_against_a_belief_is_shrunk_and_the_sum_is_the_sum_of_its_parts(p, news):
    """Jervis: by 1 - chi*|2p-1|, and never past it; what was filed in one evening moves as if each were felt alone."""
    parts = np.array(news)
    together = felt(parts.sum(), np.abs(parts).sum(), p)
    assert together == pytest.approx(felt(parts, np.abs(parts), p).sum(), abs=1e-9)
    for one in news:
        moved, least = felt(one, abs(one), p), 1 - DEFAULT.chi * abs(2 * p - 1) - 0.01
        assert least * abs(one) - 1e-9 <= abs(moved) <= abs(one) + 1e-9
        if (one > 0) == (p > 0.5):
            assert moved == pytest.approx(one)


def test_the_first_year_of_an_administration_weighs_more(flagship):
    """Lupton 2020 [S29]: the same breach, in the first and in the second year; the ledger tells what was felt."""
    moved = []
    for seasons in (0, 2):
        stage = Stage(flagship, rows=1, slip=0.0, shock_chance=0.0, shock_restless=0.0)
        for _ in range(1 + seasons):
            stage.season()
        stage.world.fading[:] = 0
        stage.pledged("norland", "catch-limit", seasons=1, size=1.0)
        stage.season(book={("norland", "catch-limit"): Book.BREAK})
        lines = [x.size for x in stage.game.ledger.lines if x.cause.name == "PLEDGE_BROKEN" and x.cell == (0, int(Dim.R))]
        moved.append(min(lines))  # another pledge may have been touched by the deed of the day
    assert moved[0] / moved[1] == pytest.approx(DEFAULT.opening, rel=0.05)
    assert opening(np.array([0, 1, 2, 7])).tolist() == [1.25, 1.25, 1.0, 1.0]


def test_memory_and_succession_lie_between_their_ends():
    assert remembered(0) == 1 and remembered(13) == pytest.approx(0.97) and remembered(52) == pytest.approx(0.97**4)
    assert successor(0.9, 0.3, 0.0) == 0.3 and successor(0.9, 0.3, 1.0) == 0.9


def test_an_administration_without_evidence_leaves_the_record_alone():
    """science.md 2.3: r = m moves neither mean nor weight."""
    m, n = np.full((1, 1, 4), 0.3), np.array([[[1.0, 0.7, 1.3, 1.3]]])
    mean, weight = record_update(m.copy(), m, n)
    assert mean == pytest.approx(m) and weight == pytest.approx(n, abs=1e-6)


def test_leader_image_passes_to_the_state_as_in_four_polls():
    """[PEW]: .42 and .48 of the change of a leader's image; the model 1/(n+1) = .435 at n = 1.3."""
    m, n = np.full((1, 1, 4), 0.31), np.full((1, 1, 4), 1.3)
    low, high = record_update(np.full((1, 1, 4), 0.14), m, n)[0], record_update(np.full((1, 1, 4), 0.93), m, n)[0]
    assert ((high - low) / (0.93 - 0.14))[0, 0, 2] == pytest.approx(0.435, abs=0.01)


def test_small_kept_pledges_reach_the_middle_within_two_terms_from_the_lowest_trust(flagship):
    """A hole always leaves steps (design.md 4): one small, checked pledge to Norland a season, of six kinds in turn, each kept."""
    kinds = ("release-detained", "joint-count", "notify-movements", "share-data", "meet-on-schedule", "open-market")
    stage = Stage(flagship, rows=40, shock_chance=0.0, shock_restless=0.0).believed(0.1)
    start, path = stage.trust("norland", "reliability"), []
    for season in range(16):
        stage.pledged("norland", kinds[season % len(kinds)], seasons=1, verified=95)
        path.append(stage.season().trust("norland", "reliability"))
    assert start == pytest.approx(0.1, abs=0.01)
    assert path[4] < 0.5 <= path[-1], "neither at once nor never"


def _one(flagship, act, **pledge):
    """Change of Norland's and Tarn's belief in home's reliability over two seasons, against the same play without the act."""
    plain, acted = (Stage(flagship, rows=30, shock_chance=0.0, shock_restless=0.0) for _ in range(2))
    for stage in (plain, acted):
        stage.season()
        if stage is acted:
            stage.pledged("norland", "catch-limit", seasons=2, public=80, verified=80, **pledge)
        stage.season(book={("norland", "catch-limit"): act} if stage is acted and act in (Book.WITHDRAW,) else None)
        stage.season(book={("norland", "catch-limit"): act} if stage is acted and act == Book.BREAK else None)
        stage.season()
    back = {}
    for who in ("norland", "tarn"):
        o = plain.c[who]
        back[who] = float((acted.world.belief[:, o, 0] - plain.world.belief[:, o, 0]).mean())
    return back


def test_a_surprise_breach_costs_more_than_a_withdrawal_with_notice(flagship):
    breach, notice = _one(flagship, Book.BREAK), _one(flagship, Book.WITHDRAW)
    assert breach["norland"] < notice["norland"] < -0.05


def test_the_victim_minds_more_than_a_bystander(flagship):
    breach = _one(flagship, Book.BREAK)
    assert breach["norland"] < breach["tarn"] < 0


def test_a_breach_costs_more_than_a_refusal(flagship):
    """Refusing what was asked costs -.06 of intent and .15 mandate; breaking what was signed costs a record."""
    stage = Stage(flagship, rows=20)
    stage.season()
    before = stage.world.belief.copy()
    at = (slice(None), 0, stage.c["norland"], stage.k["catch-limit"])
    stage.world.pledge[at], stage.world.due[at], stage.world.tempt[at] = State.OFFERED, stage.world.week + 52, 30
    stage.season(book={("norland", "catch-limit"): Book.REFUSE})
    refused = [x for x in stage.game.ledger.lines if x.cause.name == "PLEDGE_REFUSED" and x.what.name == "TRUST"]
    assert len(refused) == 20 and all(-0.10 < line.size < -0.03 for line in refused), "a quarter more in the first year"
    assert (before.shape == stage.world.belief.shape) and stage.state("norland", "catch-limit") == State.LAPSED
    assert _one(flagship, Book.BREAK)["norland"] < -0.3


def test_words_alone_are_nearly_worthless(flagship):
    """Reassuring Norland every season moves its belief in home's intent by less than one kept inspection."""
    plain, talker = Stage(flagship, rows=30), Stage(flagship, rows=30)
    for _ in range(6):
        plain.season()
        talker.season(say=("norland", "reassure", "ambassador"))
    moved = talker.world.belief[:, 0, Dim.B] - plain.world.belief[:, 0, Dim.B]
    assert abs(float(moved.mean())) < evidence(True, 1.0, 0.5, 1.0, 0.0, int(Dim.B))


def test_belief_is_a_probability(flagship):
    stage = Stage(flagship, rows=10)
    for _ in range(5):
        stage.season()
    p = sigma(stage.world.belief)
    assert ((p > 0) & (p < 1)).all() and np.isfinite(logit(p)).all()
