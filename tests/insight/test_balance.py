"""The tests of balance judge figures; here the figures are made by hand, so that each line of play.md 5 is seen to pass and to fail."""

from __future__ import annotations

import numpy as np
import pytest

from game.insight import balance, inference
from game.insight.balance import FIXED, FREE_KEEPING, Figures
from game.insight.runner import Serial
from game.insight.simulate import Met, Outcome
from game.rules.vocabulary import CHANNELS, TONES

CLIMATES = ("norland-fearful", "norland-grasping", "home-restless")
PLAYS = 20


def outcome(mean, first=(50.0, 50.0, 50.0), tones=None, channels=None):
    """Twenty plays of one campaign score each side of a mean."""
    campaign = mean + np.linspace(-1, 1, PLAYS)
    nothing = np.zeros((1, 4), int)
    return Outcome(
        np.tile(campaign[:, None], 5), campaign, np.zeros(PLAYS, bool), np.full(PLAYS, 3), np.ones(PLAYS, int), np.zeros(PLAYS, int),
        np.tile(np.array(first), (PLAYS, 1)), np.zeros((PLAYS, len(TONES)), int) if tones is None else tones,
        np.zeros((PLAYS, len(CHANNELS)), int) if channels is None else channels, Met(nothing[0], nothing, nothing), PLAYS,
    )  # fmt: skip


def figures(flagship=None, **scores):
    """Everybody scores 50 but for what is told: name=mean, or name={climate: mean}; underscores stand for hyphens."""
    told = {name.replace("_", "-"): score for name, score in scores.items()}
    found = {}
    for climate in CLIMATES:
        found[climate] = {}
        for name in (*FIXED, "reader", "random"):
            score = told.get(name, 50.0)
            score = score.get(climate, 50.0) if isinstance(score, dict) else score
            found[climate][name] = score if isinstance(score, Outcome) else outcome(score)
    return Figures(flagship, found, "full", 0)


def by(*means):
    return dict(zip(CLIMATES, means, strict=True))


def test_a_policy_that_leads_everywhere_fails_the_game():
    """1: no fixed policy is best in all three climates."""
    assert not balance.no_fixed_leader(figures(hawk=60)).passed
    split = balance.no_fixed_leader(figures(hawk=by(40, 60, 50), dove=by(60, 40, 60)))
    assert split.passed and split.measured == dict(zip(CLIMATES, ("dove", "hawk", "dove"), strict=True))


def test_the_reader_is_not_a_fixed_policy():
    """It may lead everywhere: that is the space of skill; nor is random a contender."""
    f = figures(reader=80, random=90, hawk=by(40, 60, 50), dove=by(60, 40, 60))
    assert balance.no_fixed_leader(f).passed and f.top(CLIMATES[0]) == pytest.approx(80)


@pytest.mark.parametrize(
    ("means", "holds"), [((45, 37, 45), True), ((47, 37, 45), False), ((45, 39, 45), False), ((45, 20, 46.5), False)]
)  # fmt: skip
def test_meek_and_true_must_lose_most_to_the_grasping(means, holds):
    """2: 4 or more below the best in every climate, 12 or more with a grasping neighbour."""
    assert balance.meek(figures(meek_and_true=by(*means))).passed == holds


@pytest.mark.parametrize(("means", "holds"), [((46, 46, 46), True), ((46, 48, 46), False)])
def test_steadfast_must_not_be_the_lesson(means, holds):
    """3: 3 or more below the best in every climate."""
    assert balance.steadfast(figures(steadfast=by(*means))).passed == holds


def test_reading_must_pay():
    """4: two points over the best fixed policy, in the mean of the climates and not in the best of them."""
    best = {"hawk": by(40, 70, 40), "dove": by(56, 56, 56)}
    assert balance.reader(figures(reader=by(58.5, 58.5, 58.5), **best)).passed
    lost = balance.reader(figures(reader=by(57, 57, 57), **best))
    assert not lost.passed and lost.measured == {"lead": 1.0, "best fixed": "dove"}


def test_to_sign_and_break_must_pay_first_and_lose_last():
    """5: first-term People and Mandate at least steadfast's in one climate; the campaign below fair-and-firm in all."""
    early, late = outcome(45, first=(50, 56, 55)), outcome(45, first=(50, 44, 55))
    assert balance.opportunist(figures(opportunist=early)).passed
    assert not balance.opportunist(figures(opportunist=late)).passed, "People must hold too"
    wins = figures(opportunist=by(outcome(45, first=(50, 56, 55)), outcome(51, first=(50, 56, 55)), 45))
    assert not balance.opportunist(wins).passed


@pytest.mark.parametrize(("means", "holds"), [((39, 48, 0), True), ((41, 48, 0), False), ((39, 46, 0), False)])
def test_firmness_must_cure_one_and_frighten_the_other(means, holds):
    """6: the hawk within 3 of the best with a grasping neighbour, 10 behind with a fearful one."""
    assert balance.hawk(figures(hawk=by(*means))).passed == holds


class Told:
    """A runner that was told every answer, and keeps what it was asked."""

    def __init__(self, score):
        self.score, self.jobs = score, []

    def map(self, jobs, progress=None):
        self.jobs += jobs
        return iter([outcome(self.score(job)) for job in jobs])


def test_the_test_of_the_tests_takes_the_price_away():
    """7: with the price of keeping set to nothing steadfast leads everywhere; else the other results mean little."""
    runner = Told(lambda job: 60 if job.policy == "steadfast" else 50)
    result = balance.negative_control(figures(), runner, 400)
    assert result.passed and set(result.measured.values()) == {10.0}
    assert all(job.law == FREE_KEEPING for job in runner.jobs) and {j.climate for j in runner.jobs} == set(CLIMATES)
    best = {("dove", CLIMATES[2]): 61} | {("steadfast", climate): 60 for climate in CLIMATES}
    beaten = Told(lambda job: best.get((job.policy, job.climate), 50))
    assert not balance.negative_control(figures(), beaten, 400).passed


@pytest.mark.parametrize(("unused", "loud", "holds"), [(None, 1, True), (3, 1, False), (None, 40, False)])
def test_every_tone_and_channel_must_have_its_use(unused, loud, holds):
    """9: each is among the words of the best tenth of plays; none in over 40 % of them."""
    tones, channels = np.ones((PLAYS, len(TONES)), int), np.ones((PLAYS, len(CHANNELS)), int)
    tones[:, 0] = loud
    if unused is not None:
        channels[:, unused] = 0
    best = outcome(90, tones=tones, channels=channels)
    f = figures(reader=best)
    two = {climate: {"reader": by_policy["reader"], "dove": outcome(10)} for climate, by_policy in f.outcomes.items()}
    only_best = Figures(None, two, "full", 0)
    assert balance.every_word_counts(only_best).passed == holds


def test_a_leader_by_a_hair_is_no_stable_leader(flagship):
    """11: the same leader in 80 % of draws; the draws vary prices and weights, and only contenders are played again."""
    f = figures(flagship, hawk=60, dove=59, grit=58, silent=57)
    steady = Told(lambda job: 60 if job.policy == "hawk" else 50)
    result = balance.stable_ranking(f, steady, 200)
    assert result.passed and set(result.measured) == {f"{c}: hawk" for c in CLIMATES}
    assert {job.policy for job in steady.jobs} == {"hawk", "dove", "grit", "silent"}
    assert len({job.law for job in steady.jobs}) == 10
    drawn = list(dict.fromkeys(job.law for job in steady.jobs))
    fickle = Told(lambda job: 60 if (job.policy == "hawk") == (drawn.index(job.law) < 7) else 50)
    assert set(balance.stable_ranking(f, fickle, 200).measured.values()) == {0.7}
    assert not balance.stable_ranking(f, fickle, 200).passed


def test_rank_correlation_knows_order_from_disorder():
    """12 rests on it: 1 for the same order, -1 for the reverse, about 0 by dice."""
    true = np.array([[1.0, 2.0, 3.0], [3.0, 1.0, 2.0]])
    assert inference._rank(true * 7 - 2, true) == pytest.approx(1)
    assert inference._rank(-true, true) == pytest.approx(-1)
    rng = np.random.default_rng(0)
    assert abs(inference._rank(rng.random((4000, 3)), rng.random((4000, 3)))) < 0.03


def test_cues_order_the_counterparts_better_than_dice(flagship):
    """12: what a careful reader noted ranks them well above chance, and dice do not."""
    corrected, ignored, dice = inference.spearman(flagship.played("full"), 1, plays=400, turns=8)
    assert corrected > 0.35 and corrected > ignored
    assert abs(dice) < 0.12


def test_a_trick_near_the_best_is_found_out(flagship):
    """13: the nearest climate counts, and two points are asked."""
    f = figures(flagship, reader=70, **{"small-change": 67, "heir-burdener": 60, "penitent": 60, "litigant": 60})
    assert balance.no_trick_pays(f).passed and balance.no_trick_pays(f).measured["small-change"] == 3
    near = figures(flagship, reader=70, **{"small-change": 69, "heir-burdener": 60, "penitent": 60, "litigant": 60})
    assert not balance.no_trick_pays(near).passed


def test_a_decision_without_a_choice_is_no_decision():
    """The best option is asked for only where two were offered; what is not offered is never best."""
    value = np.array([[[1.0], [9.0], [5.0], [0.0]]] * 3)
    offered = np.array([[True, False, True, False], [True, True, False, False], [False, True, False, False]])
    assert balance._best(value, offered).tolist() == [2, 1, -1]


def test_reviewed_tests_read_rollouts(flagship):
    """8 and 10 on a handful of plays: every group and every crown inject is measured, shares add up."""
    groups = balance.every_group_counts(figures(flagship), plays=3, roll=2)
    assert set(groups.measured) == set(flagship.scenario.names["audiences"])
    assert all(0 <= share <= 1 for share in groups.measured.values())
    crowns = balance.crown_options(figures(flagship), plays=4, roll=1)
    assert set(crowns.measured) == {text.id for text in flagship.texts.injects if text.crown}
    for line in crowns.measured.values():
        shares, met = line.split(" of ")
        assert int(met) == 0 or sum(float(x) for x in shares.split(" / ")) == pytest.approx(1, abs=0.03)


def test_figures_are_gathered_for_every_player_and_climate(flagship):
    """N plays for each policy and climate (rulings 25)."""
    f = balance.gather(flagship, Serial(flagship), 2, 0, "taster")
    assert set(f.outcomes) == set(flagship.scenario.climates)
    for by_policy in f.outcomes.values():
        assert set(by_policy) == {*FIXED, "reader", "random"} and {len(o.campaign) for o in by_policy.values()} == {2}
    assert "grasping" in f.climate("grasping") and "fearful" in f.climate("fearful")
