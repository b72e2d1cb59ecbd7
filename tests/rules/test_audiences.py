"""Home: five groups with a taste, a lever and a memory; the press is heat, not a group (play.md 3, science.md 3)."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules import audiences
from game.rules.arrays import logit, sigma
from game.rules.ledger import Cause, What
from game.rules.vocabulary import LEVERS

from .calm import Calm

N = "norland"


def group(stage, lever):
    return int(np.argmax(stage.s.lever == LEVERS.index(lever)))


def test_what_home_holds_against_you_halves_in_eight_months(flagship):
    """science.md 3: .92 a month towards rest; half-life 8.3 months, so half a year leaves six tenths."""
    stage = Calm(flagship).turn()
    stage.world.approval[:] = stage.s.approval_rest + 1.0
    stage.turn()
    assert stage.world.approval[0] - stage.s.approval_rest == pytest.approx(0.92 ** (26 / 4.348), abs=1e-5)
    assert stage.total(What.APPROVAL, Cause.TIME, (0,), season=1) == pytest.approx(0.92 ** (26 / 4.348) - 1, abs=1e-5)


def test_approval_of_your_handling_is_the_groups_by_their_weight(flagship):
    """play.md 3: .15 .15 .25 .30 .15, and the rally of the day on top."""
    stage = Calm(flagship, 2, watched=None)
    stage.world.approval[:] = logit(np.array([0.2, 0.4, 0.6, 0.5, 0.9]))
    stage.world.rally[1] = 0.5
    calm, rallied = audiences.approval_share(stage.world, stage.s)
    assert calm == pytest.approx(np.dot([0.2, 0.4, 0.6, 0.5, 0.9], [0.15, 0.20, 0.25, 0.25, 0.15]), abs=1e-5)
    assert rallied > calm + 0.05


@pytest.mark.parametrize(("share", "gain"), [(0.38, 1), (0.50, 2), (0.60, 3)])
def test_capital_comes_with_the_season_and_by_approval(flagship, share, gain):
    """play.md 6: +2 a season, +3 above 55 %, +1 below 42 %; 8 at most."""
    stage = Calm(flagship).turn()
    stage.world.approval[:], stage.world.capital[:] = logit(share), 1
    assert stage.turn().world.capital[0] == 1 + gain
    stage.world.approval[:], stage.world.capital[:] = logit(share), 7.5
    assert stage.turn().world.capital[0] == 8


def test_exporters_out_of_temper_cost_one_of_income(flagship):
    """Their lever, below 35 %."""
    stage = Calm(flagship).turn()
    stage.world.approval[:], stage.world.capital[:] = logit(0.5), 1
    stage.world.approval[:, group(stage, "income")] = logit(0.30)
    assert stage.turn().world.capital[0] == 1 + 2 - 1


def test_the_towns_can_force_a_by_election(flagship):
    """Their lever: below 35 % it costs 2 capital, once a year; home's page names who did it."""
    stage = Calm(flagship).turn()
    towns = group(stage, "by-election")
    for expected in (2, 0):  # no by-election in autumn, one in spring
        stage.world.approval[:], stage.world.capital[:] = logit(0.5), 4
        stage.world.approval[:, towns] = logit(0.30)
        assert stage.turn().world.capital[0] == 4 + expected
    assert [(x.about, x.season) for x in stage.lines(What.EVENT, Cause.LEVER)] == [(towns, 2)]


def test_the_services_make_firm_deeds_dearer(flagship):
    """Their lever: `presence` and above cost one more below 35 %; nothing else does."""
    prices = {}
    for share in (0.5, 0.3):
        stage = Calm(flagship, watched=None).turn().brings("landing-at-ansa")
        stage.world.approval[:, group(stage, "services")] = logit(share)
        stage.game.brief()
        prices[share] = stage.game.turn.price[0].copy()
        place = int(stage.world.inject[0]) * 4
        firm = stage.s.effects.rung[stage.s.option_effect[place : place + 4]] >= 2
    assert firm.any() and not firm.all()
    assert (prices[0.3] - prices[0.5] == firm).all()


def test_the_party_below_thirty_per_cent_may_change_its_leader(flagship):
    """A challenge each season succeeds with chance .25; a party that is merely cool waits for the vote."""
    falls = {}
    for share in (0.10, 0.30):  # by the evening half a year has passed, and they stand at 24 and 41 %
        stage = Calm(flagship, 1200, watched=None, law={"leadership_chance": 0.25}).turn()
        stage.world.approval[:, group(stage, "leadership")] = logit(share)
        falls[share] = float(stage.turn().world.falls.mean())
    assert falls[0.30] == 0
    assert falls[0.10] == pytest.approx(0.25, abs=0.04)


def test_the_press_cools_by_a_fifth_a_month(flagship):
    """Heat multiplies leaks and audience costs; left alone it goes."""
    stage = Calm(flagship).turn()
    stage.world.heat[:] = 0.8
    assert stage.turn().world.heat[0] == pytest.approx(0.8 * 0.8 ** (26 / 4.348), abs=1e-5)


def test_blood_rallies_home_and_the_rally_fades(flagship):
    """science.md 3: +1.8*prominence, .78 a month (half-life 2.8 months); no rally for a quarrel without blood."""
    rallies = {}
    for rung in (3, 4, 5):
        stage = Calm(flagship).turn()
        crisis = int(np.flatnonzero(stage.s.opens_crisis)[0])
        stage.world.crisis[:] = crisis
        c = int(stage.s.sender[crisis])
        stage.game.brief()
        stage.world.home_rung[:, c], stage.world.their_rung[:, c] = rung, 1
        audiences.react(stage.world, stage.s, stage.game.turn, stage.game.ledger)
        rallies[rung] = float(stage.world.rally[0])
    assert rallies[3] == 0
    assert rallies[4] == pytest.approx(1.8 * 0.18, abs=1e-5) and rallies[5] == pytest.approx(1.8 * 0.35, abs=1e-5)
    stage.game.turn.elapsed[:] = 13
    audiences.react(stage.world, stage.s, stage.game.turn, stage.game.ledger)
    assert stage.world.rally[0] == pytest.approx(rallies[5] * 0.78 ** (13 / 4.348), abs=1e-5)


def test_a_rally_of_the_prominent_sort_moves_home_by_points(flagship):
    """[S9b]: the average rally is small; even a serious clash gives less than the great ones of [S9]."""
    gain = sigma(1.8 * 0.35) - 0.5
    assert 0.05 < gain < 0.18


@pytest.mark.parametrize("lever", LEVERS)
def test_no_group_is_scenery(flagship, lever):
    """play.md 3: a group that can do nothing to you is scenery; each lever of the list is held by one group."""
    assert (flagship.scenario.lever == LEVERS.index(lever)).sum() == 1
