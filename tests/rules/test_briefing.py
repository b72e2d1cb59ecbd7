"""Morning (play.md 1 to 4, rulings 9 and 16).

The date moves, home turns against a pledge, injects arrive in their order, the desk is laid.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.rules.abroad import probe_rate
from game.rules.arrays import logit
from game.rules.briefing import CREDIT
from game.rules.ledger import Cause, What
from game.rules.turn import Game
from game.rules.vocabulary import AIMS

from .calm import Calm
from .table import Stage

N, BOX = "norland", "stay-out-of-box"


# ---- the calendar


@pytest.mark.parametrize(("length", "pace"), [("full", 1), ("class", 2), ("taster", 1)])
def test_a_turn_is_half_a_year_or_a_year(flagship, length, pace):
    """rulings 9: in class length season rules run twice and the reply is asked once; a taster's turn is a half-year."""
    stage = Calm(flagship, length=length, watched=None)
    stage.turn().turn()
    assert (stage.world.season[0], stage.world.week[0]) == (pace, 26 * pace)


def test_a_crisis_lies_inside_its_half_year(flagship):
    """rulings 9: the next season opens on its own date, whatever happened in the last."""
    stage = Calm(flagship, watched=None, law={"crisis_end": -99.0, "ladder_cost": 0.0}).turn().brings("landing-at-ansa")
    weeks = [int(stage.turn().world.week[0])]
    while stage.world.crisis[0]:
        weeks.append(int(stage.turn().world.week[0]))
    assert weeks == [26 + 2 * n for n in range(len(weeks))] and 2 <= len(weeks) <= 6
    if not stage.world.closed[0]:
        assert stage.turn().world.week[0] == 52


def test_what_fades_reads_the_days_and_not_the_turns(flagship):
    """play.md 1: phi = .97**(days/91); two fortnights of crisis and the rest of the half-year fade no more than the half-year."""
    stage = Calm(flagship, watched=None).turn()
    stage.world.fading[:] = 1.0
    stage.turn()
    assert stage.world.fading == pytest.approx(np.full((1, 4, 4), 0.97**2), abs=1e-5)


# ---- home turns against a pledge


@pytest.mark.parametrize(("restless", "chance"), [(False, 0.12), (True, 0.28)])
def test_an_open_pledge_meets_a_shock_now_and_then(flagship, restless, chance):
    """play.md 3: 12 % a season, with a restless home 28 %: +1.6 of temptation."""
    stage = Calm(flagship, 1500, watched=None, law={"shock_chance": 0.12, "shock_restless": 0.28}).turn()
    stage.world.restless[:] = restless
    stage.pledged(N, BOX, seasons=6, size=1.0).turn()
    hit = stage.of("tempt", N, BOX) > 20
    assert hit.mean() == pytest.approx(chance, abs=0.03)
    assert (stage.of("tempt", N, BOX)[hit] == round(20 * 2.6)).all()
    assert (stage.game.turn.pressed[:, stage.c[N], stage.k[BOX]] == hit).all(), "and the morning says so"


def test_a_shock_comes_once_in_the_life_of_a_pledge(flagship):
    """A pledge already dear is not made dearer."""
    stage = Calm(flagship, watched=True, law={"shock_chance": 1.0, "shock_restless": 1.0}).turn()
    stage.pledged(N, BOX, seasons=8, size=1.0)
    for _ in range(4):
        stage.turn()
    assert stage.of("tempt", N, BOX)[0] == 52
    assert len(stage.lines(What.EVENT, Cause.PLEDGE_PRESSED)) == 1


def test_a_threat_is_never_pressed_by_home(flagship):
    stage = Calm(flagship, watched=None, law={"shock_chance": 1.0, "shock_restless": 1.0}).turn()
    stage.pledged(N, "measures-if", seasons=8).turn()
    assert stage.of("tempt", N, "measures-if")[0] == round(20 * stage.s.kinds.tempt[stage.k["measures-if"]])


# ---- what arrives


def test_nothing_arrives_where_nothing_may(flagship):
    """A quiet season has cues and no cable: inject 0, one way to pass it, and that is free."""
    stage = Calm(flagship, 20, watched=None).turn()
    assert not stage.world.inject.any() and (stage.game.turn.offered.sum(1) == 1).all()
    assert not stage.game.turn.price.any() and (stage.world.home_rung == 0).all()


def test_what_was_to_follow_comes_on_its_day_and_first(flagship):
    """A queued inject waits for its season and then goes ahead of everything."""
    stage = Stage(flagship, rows=5)
    which = stage.s.names["injects"]["landing-at-ansa"]
    stage.world.queued[:, 0], stage.world.queued_for[:, 0] = which, 2
    arrived = [stage.season().world.inject.copy() for _ in range(3)]
    assert (arrived[2] == which).all() and not (arrived[0] == which).any() and not (arrived[1] == which).any()
    assert not stage.world.queued.any()


def test_what_must_come_goes_before_the_race(flagship):
    """A `must` comes as soon as its condition holds, once."""
    s = flagship.played("full")
    which = s.names["injects"]["landing-at-ansa"]
    due = replace(s, must=((which, lambda world, memo: world.season >= 2),), probes=())
    game = Game(due, np.arange(30))
    stage = Stage(flagship, rows=30)
    stage.s, stage.game = due, game
    met = []
    for _ in range(3):
        stage.season()
        met.append(stage.world.inject == which)
    assert not met[0].any() and not met[1].any() and met[2].all()


def test_an_inject_that_does_not_recur_is_met_once(flagship):
    """Over a whole term, no cable is read twice but those that may recur."""
    stage = Stage(flagship, rows=40)
    seen = np.zeros((40, stage.s.sizes["injects"]), int)
    for _ in range(8):
        stage.season()
        seen[np.arange(40), stage.world.inject] += 1
    once = ~stage.s.recurs & (np.arange(seen.shape[1]) > 0)
    once[[i for i, _, _ in stage.s.probes]] = False
    assert seen[:, once].max() == 1 and (seen[:, once].sum(1) >= 2).all()


# ---- probes


def test_the_fearful_probe_who_doubts_intent_and_the_grasping_who_doubt_resolve(flagship):
    """play.md 4: a base and a slope in the doubt that is its own, at the full rate of an old conflict."""
    s = flagship.played("full")
    s = s.at(law=replace(s.law, rivalry=(1.0, 0.0)))
    stage = Calm(flagship, 2, watched=None).turn()
    p = np.zeros((2, 4, 4))
    p[..., 2], p[..., 1] = 0.8, 0.3
    stage.world.aim[:] = np.array([[0, 0, 0], [1, 1, 1]])
    fearful, grasping = probe_rate(stage.world, s, p)
    (fear, fears), (greed, tests) = s.law.probe_fearful, s.law.probe_grasping
    assert min(fears, tests) > 4 * max(fear, greed) > 0, "doubt brings a probe, and little else does"
    assert fearful == pytest.approx(np.full(3, fear + fears * 0.2))
    assert grasping == pytest.approx(np.full(3, greed + tests * 0.7))
    assert AIMS == ("fearful", "grasping")


def test_neighbours_without_an_old_quarrel_probe_less(flagship):
    """Three neighbours at the full rate would leave no quiet season: the rate goes by the protracted conflict."""
    stage = Calm(flagship, watched=None).believed(0.5).turn()
    stage.world.aim[:] = 0
    rate = probe_rate(stage.world, stage.s, np.full((1, 4, 4), 0.5))[0]
    order = np.argsort(stage.s.protracted)
    assert (np.diff(rate[order]) >= 0).all() and rate[order[-1]] > 2 * rate[order[0]]


@pytest.mark.parametrize(("aim", "dim"), [(0, 2), (1, 1)])
def test_probes_come_by_that_rate(flagship, aim, dim):
    """Doubt brings them, belief keeps them away."""
    share = {}
    for level in (0.1, 0.9):
        s = flagship.played("full")
        stage = Calm(flagship, 800, watched=None, scenario={"probes": s.probes}).believed(0.5)
        stage.turn()
        stage.world.prior[:, :, dim] = logit(level)
        stage.world.aim[:] = aim
        stage.game.brief()
        share[level] = float((stage.game.turn.probed == stage.c[N]).mean())
    assert 0 < share[0.9] < share[0.1] - 0.1


# ---- the desk


def test_something_can_always_be_done_and_the_party_remembers_who_paid(flagship):
    """With no capital the cheapest option is done on credit: the party's approval pays for it."""
    s = flagship.played("full")
    dear = {"option_price": s.option_price + 3.0}
    stage = Calm(flagship, watched=True, scenario=dear).turn().brings("landing-at-ansa")
    stage.world.capital[:] = -8
    stage.turn()
    price = stage.game.turn.price[0, stage.world.option[0]]
    assert stage.game.turn.affordable[0].sum() == 1 and stage.world.option[0] >= 0
    (line,) = stage.lines(What.APPROVAL, Cause.ON_CREDIT)
    assert line.cell == (int(np.argmax(s.lever == 2)),) and line.size < 0
    assert -line.size / CREDIT == pytest.approx(price - max(0, -stage.total(What.CAPITAL, Cause.DEED)), abs=8.01)


def test_what_cannot_be_paid_is_not_done(flagship):
    """An option that is not affordable becomes the first that is: a table of policies never stops."""
    s = flagship.played("full")
    which = s.names["injects"]["landing-at-ansa"] * 4
    price = s.option_price.copy()
    price[which] = 99.0
    stage = Calm(flagship, 10, watched=None, scenario={"option_price": price}).turn().brings("landing-at-ansa")
    stage.turn(option=0)
    assert (stage.world.option != 0).all() and (stage.world.option >= 0).all()


def test_where_a_procedure_stands_the_first_fortnight_knows_no_deed_above_its_rung(flagship):
    """play.md 6 (#57): a dispute procedure binds home too: no deed above rung 2 in the first turn."""
    s = flagship.played("full")
    place = s.names["injects"]["landing-at-ansa"] * 4
    effects = replace(s.effects, rung=s.effects.rung.copy())
    effects.rung[s.option_effect[place]] = 4
    offered = []
    for programme in ((), (("dispute-procedure", N),)):
        stage = Calm(flagship, watched=None, scenario={"effects": effects}).turn(programme=programme)
        for _ in range(3):
            stage.turn()
        stage.brings("landing-at-ansa").game.brief()
        offered.append(bool(stage.game.turn.offered[0, 0]))
    assert offered == [True, False]
