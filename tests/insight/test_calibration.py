"""The model's own properties: is the hidden belief right as often as it says, and can its settings be told from what states do?"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.insight.soundness import calibration, identifiability, typed_plays
from game.insight.soundness.beta_reputation import STRENGTHS, expectations, rival, told
from game.insight.soundness.calibration import Calibration
from game.insight.soundness.identifiability import fit, identify, simulated
from game.insight.soundness.own_types import TERM, terms
from game.insight.soundness.properties import Properties
from game.insight.soundness.reliability import brier, recalibrated, reliability
from game.insight.soundness.typed_plays import InPlay, TypedPlayer, in_play
from game.rules import trust
from game.rules.arrays import logit
from game.rules.parameters import DEFAULT
from game.rules.turn import Game
from game.rules.vocabulary import Dim

BAYES = replace(DEFAULT, chi=0.0, fade_quarter=1.0, opening=1.0)


# --- scores of a probability


def test_a_forecast_that_is_right_as_often_as_it_says_has_no_error():
    """Ten times .8, of which eight came; twelve times .25, of which three."""
    said = np.repeat([0.8, 0.25], [10, 12])
    came = np.concatenate([np.arange(10) < 8, np.arange(12) < 3])
    found = reliability(said, came)
    assert found.error == pytest.approx(0)
    assert [(b.low, b.weight, b.said, b.came) for b in found.bins] == [
        (0.2, 12, pytest.approx(0.25), pytest.approx(0.25)), (0.8, 10, pytest.approx(0.8), pytest.approx(0.8)),
    ]  # fmt: skip


def test_the_error_is_the_bins_gap_by_weight():
    """Said .9 and never came: a gap of .9, in a quarter of the weight; certainty of 1 falls into the last bin."""
    found = reliability(np.array([0.9, 0.1, 1.0]), np.array([False, False, True]), np.array([1.0, 2.0, 1.0]))
    last = found.bins[-1]
    assert (last.weight, last.said, last.came) == (2.0, pytest.approx(0.95), pytest.approx(0.5))
    assert found.error == pytest.approx((2 * 0.45 + 2 * 0.1) / 4)
    assert found.brier == pytest.approx((0.81 + 2 * 0.01 + 0) / 4)


def test_a_score_is_read_as_what_came_of_it_elsewhere():
    """A rival that says .1 when nine in ten come is recalibrated to say about .9."""
    said = np.concatenate([np.full(500, 0.1), np.full(500, 0.6)])
    came = np.concatenate([np.arange(500) % 10 > 0, np.arange(500) % 10 == 0])
    told = recalibrated(said, came, np.array([0.1, 0.6]))
    assert told == pytest.approx([0.9, 0.1], abs=0.02)


# --- the world of the model's own types


def test_types_keep_and_break_by_the_rules_own_readiness():
    """What was done follows the readiness of the type; what was read, the rule of reading: both by frequency."""
    (term,) = terms(DEFAULT, np.random.default_rng(3), 6000, 1)
    given = np.broadcast_to(term.given, term.kept.shape)
    kind = np.broadcast_to(term.type[:, None], term.kept.shape)
    for trusted, ready in zip((True, False), term.ready, strict=True):
        here = given & (kind == trusted)
        assert term.kept[here].mean() == pytest.approx(ready[here].mean(), abs=0.01)
    clear = given & (term.verified > 0.9)
    assert (term.read == term.kept)[clear].mean() > 0.95 > (term.read == term.kept)[given].mean()


def test_each_administration_gives_six_to_twelve_pledges_in_its_term():
    (term,) = terms(DEFAULT, np.random.default_rng(1), 500, 1)
    count = term.given.sum((1, 2))
    assert count.min() == 6 and count.max() == 12 and term.when[term.given].max() < TERM


def test_without_its_departures_the_belief_is_bayes_exactly():
    """The posterior of two types by their likelihoods, reckoned here from what was read: in whatever order it came."""
    (term,) = terms(BAYES, np.random.default_rng(2), 400, 1)
    first = np.where(term.when == 0, term.before, 0).max(1)
    known = (first > 0).all(1)  # the belief on a morning of the first half-year is the prior
    trusted, other = (term.verified * s + (1 - term.verified) * (1 - BAYES.noise) for s in term.ready)
    ratio = np.where(term.read, trusted / other, (1 - trusted) / (1 - other))
    odds = first / (1 - first) * np.where(term.given, ratio, 1.0).prod(1)
    assert known.sum() > 200 and np.allclose(term.end[known], (odds / (1 + odds))[known])


def test_what_is_felt_in_the_first_year_has_the_rules_own_weight():
    """The same pledges under a law whose first year counts double: what half-years 0 and 1 taught is doubled, and no more."""
    heavy = replace(BAYES, opening=2.0)
    (plain,), (opened,) = (list(terms(law, np.random.default_rng(4), 2000, 1)) for law in (BAYES, heavy))
    # A pledge on the mornings of both half-years 0 and 2: the beliefs before and after the first year are known.
    both = np.logical_and(*((plain.when == season).any((1, 2)) for season in (0, 2)))
    start, taught, doubled = (
        logit(np.where(t.when == season, t.before, 0).max(1)[both])
        for t, season in ((plain, 0), (plain, 2), (opened, 2))
    )
    assert both.sum() > 500 and np.allclose(doubled - start, 2 * (taught - start))
    assert np.allclose(logit(plain.end[both]) - taught, logit(opened.end[both]) - doubled)
    assert trust.opening(np.arange(4), heavy).tolist() == [2, 2, 1, 1]


@pytest.fixture(scope="module")
def calibrated() -> Calibration:
    """science.md 7 at a fifth of its size."""
    return calibration.calibrate(states=4000)


def test_the_belief_is_calibrated_in_its_own_world(calibrated: Calibration):
    """The bands of the full run, a little wider for the smaller number; and Bayes itself is better calibrated than the law."""
    found = calibrated
    own = max(found.errors[calibration.OWN_WORLD])
    assert found.ends == 12_000 and max(found.errors["without all three"]) < 0.015 and own < 0.03
    assert set(found.errors) == {calibration.OWN_WORLD, *(f"without {what}" for what in (
        "assimilation", "forgetting", "the first year's weight", "all three",
    ))}  # fmt: skip
    assert max(found.errors["without all three"]) < min(found.errors["without assimilation"])


def test_the_report_says_which_world_it_asks_and_does_not_call_it_play(calibrated: Calibration):
    said = list(calibration.lines(calibrated))
    assert said[1].startswith("  Its own world: ") and not any("as played" in line for line in said)
    assert max(map(len, said)) <= 120 and any(line.endswith("holds") for line in said)
    assert calibrated.offset and any("make up for one another" in line for line in said)


def test_the_belief_beats_the_rivals_told_the_prior_or_not(calibrated: Calibration):
    """What the state is believed to be beforehand helps the beta reputation at both tasks, and not enough."""
    found = calibrated
    assert found.pledge.model < found.pledge.blind < found.pledge.base_rate
    assert found.pledge.model < found.told.pledge < found.rival.pledge < found.pledge.base_rate
    assert found.type.model < found.told.type < found.rival.type < found.type.base_rate
    assert found.beats


@pytest.mark.parametrize("task", ["pledge", "type"])
def test_a_rival_told_the_prior_that_wins_one_task_turns_the_report_red(calibrated: Calibration, task: str):
    better = replace(calibrated.told, **{task: getattr(calibrated, task).model - 0.001})
    found = replace(calibrated, told=better)
    assert not found.beats and not found.holds
    assert any("better than all three" in line and line.endswith("RED") for line in calibration.lines(found))


def test_a_law_that_misjudges_its_own_types_is_found_out():
    """Observers who believe what confirms them and forget nothing: the report must turn red."""
    stubborn = replace(DEFAULT, chi=1.0, fade_quarter=1.0)
    found = calibration.calibrate(stubborn, states=2000)
    assert not found.calibrated and not found.holds and any(line.endswith("RED") for line in calibration.lines(found))


def test_the_beta_reputation_counts_what_was_read_and_forgets():
    """With nothing kept from one half-year to the next it is at one half each morning; with everything kept it knows a good state."""
    played = list(terms(DEFAULT, np.random.default_rng(5), 400, 2))
    mornings, _ = expectations(played, int(Dim.R), 0.0, False)
    assert set(np.unique(mornings[0][played[0].given[..., 0]])) == {0.5}
    _, ends = expectations(played, int(Dim.R), 1.0, False)
    read = sum(t.read[..., 0] & t.given[..., 0] for t in played[:1]).sum(1)
    assert ends[0] == pytest.approx((read + 1) / (played[0].given.sum((1, 2)) + 2))
    kind = np.stack([t.type[:, 0] for t in played])
    assert ends[kind].mean() > ends[~kind].mean() + 0.1
    assert rival(played, int(Dim.R)).type < brier(np.full(kind.shape, kind.mean()), kind)


def test_the_beta_reputation_told_the_prior_begins_at_it():
    """(r + m*n)/(r + s + n): m while nothing is remembered, and with n counted four times nearer to m than with n once."""
    played = list(terms(DEFAULT, np.random.default_rng(6), 400, 2))
    m, n = (part[:, 0] for part in played[0].outset)
    assert set(np.unique(m)) == {0.3, 0.5, 0.7} and set(n) == {DEFAULT.state_weight[0]}
    priors = told(played, int(Dim.R))
    assert len(priors) == len(STRENGTHS)
    _, forgot = expectations(played, int(Dim.R), 0.0, False, priors[0])
    assert np.allclose(forgot, m)
    (once, *_, often) = (expectations(played, int(Dim.R), 1.0, False, prior)[1][0] for prior in priors)
    given = played[0].given[..., 0]
    r, s = ((played[0].read[..., 0] == kept) & given for kept in (True, False))
    assert once == pytest.approx((r.sum(1) + m * n) / (r.sum(1) + s.sum(1) + n))
    assert (np.abs(often - m) <= np.abs(once - m) + 1e-12).all() and np.abs(often - once).max() > 0.1


# --- identifiability


def test_readiness_is_recovered_from_what_states_did():
    """Half the asked error from the asked number of logs, and less from more."""
    found = identify(logs=24, sizes=(25, 100))
    few, many = found.recoveries
    assert found.truth == (DEFAULT.b_trust[0], DEFAULT.b_opport[0]) and found.asked is many and found.holds
    assert max(many.error) < 0.2 and sum(many.error) < sum(few.error)
    assert many.median == (pytest.approx(found.truth[0], abs=0.15), pytest.approx(found.truth[1], abs=0.15))
    assert any("holds" in line for line in identifiability.lines(found, seen=3.0))


def test_identifiability_says_what_it_assumes_and_what_fewer_pledges_would_give():
    """Three pledges each tell the readinesses worse than twelve do; the report says so, and is not judged by it."""
    found = identify(logs=40, sizes=(100,))
    assert found.scarce.administrations == identifiability.ASKED
    assert sum(found.scarce.error) > 1.5 * sum(found.asked.error)
    assert replace(found, scarce=replace(found.scarce, error=(9.0, 9.0))).holds
    said = " ".join(identifiability.lines(found, seen=2.9))
    for assumed in ("v = 1", "x = 0", "is known (0.5)", "12 pledges", "sees 2.9 in a term", "From 3 pledges"):
        assert assumed in said
    assert max(map(len, identifiability.lines(found, seen=2.9))) <= 120


def test_the_fit_follows_the_data_and_not_the_default():
    """Logs of other types give other intercepts."""
    other = replace(DEFAULT, b_trust=np.array([2.0, 2.2, 2.6, 2.2]), b_opport=np.array([-1.0, 0.2, 0.3, -0.3]))
    b_t, b_o = fit(*simulated(other, np.random.default_rng(1), 400), DEFAULT)
    assert b_t == pytest.approx(2.0, abs=0.3) and b_o == pytest.approx(-1.0, abs=0.3)


# --- in a real scenario


def test_the_typed_player_keeps_by_its_type(flagship):
    """Of two governments with the same desk the trustworthy keeps more of the promises that fall due."""
    rates = []
    for trusted in (True, False):
        game = Game(flagship.played(), np.arange(80, dtype=np.uint64))
        player = TypedPlayer(np.full(80, trusted))
        for _ in range(10):
            game.play_turn(player)
        rates.append(game.world.kept.sum() / max(1, (game.world.kept + game.world.broken).sum()))
    assert rates[0] > rates[1] + 0.2


def test_every_reason_is_measured_in_play(flagship):
    """With everything set aside that a type has no part in, the belief is nearer the truth than as played."""
    found = in_play(flagship, plays=250)
    assert found.ends > 500 and found.pledges >= 1
    assert found.without["all of these"] < found.table.error
    assert set(found.without) == {*typed_plays.ASIDE, "all of these"}
    assert max(map(len, typed_plays.lines(found))) <= 120


def test_weights_ask_each_observer_about_its_own_world(flagship):
    """An observer that begins at .2 meets, by weight, two trustworthy administrations in ten: before any pledge it is calibrated."""
    start = np.array([0.2, 0.7])
    trusted = np.random.default_rng(0).random((40_000, 1)) < 0.5
    weight = np.where(trusted, start / 0.5, (1 - start) / 0.5)
    assert (weight * trusted).sum(0) / weight.sum(0) == pytest.approx(start, abs=0.01)
    game = Game(flagship.played(), np.arange(3, dtype=np.uint64))
    before = typed_plays._belief(game.world, game.scenario)
    rows = np.array([0, 1, 2])
    kept = game.world.kept.copy()
    game.world.kept[0, 1] = 1
    said, truth, weight, pledges = typed_plays._ends(
        game.world, game.scenario, rows, np.array([True, False, True]), before, kept.astype(np.int64)
    )
    assert said == pytest.approx([before[0, 1]]) and truth.tolist() == [True] and pledges.tolist() == [1]
    assert weight == pytest.approx([before[0, 1] / 0.5])


def _in_play(said: list[float], came: list[float]) -> InPlay:
    """A play in which 100 forecasts said each of these, and so many in the hundred came true."""
    table = reliability(np.repeat(said, 100), np.concatenate([np.arange(100) < round(100 * share) for share in came]))
    return InPlay("a-scenario", 100 * len(said), 3.0, table, {"hearsay": 0.05})


def test_a_belief_that_play_makes_timid_is_told_in_a_plain_sentence():
    """Said .25 and .75, came .15 and .95: .5 more said is .8 more come true, and .55 on average where .5 was said."""
    found = _in_play([0.25, 0.75], [0.15, 0.95])
    assert found.slope == pytest.approx(1.6) and found.means == (pytest.approx(0.5), pytest.approx(0.55))
    told = " ".join(typed_plays.lines(found))
    assert "too timid and too low" in told and "0.10 more, 0.16 more comes true" in told
    assert "it says 0.500, and 0.550 comes true" in told and "must not be read as calibrated probabilities" in told


def test_a_belief_too_sure_and_a_good_one_are_told_apart():
    sure = " ".join(typed_plays.lines(_in_play([0.15, 0.85], [0.25, 0.65])))
    assert "too sure and too high" in sure and "must not be read" in sure
    good = " ".join(typed_plays.lines(_in_play([0.15, 0.85], [0.15, 0.85])))
    assert "no larger here" in good and "must not be read" not in good


def test_what_play_makes_of_the_belief_is_told_and_not_asked(calibrated: Calibration):
    """The worst play turns nothing red; a model that fails in its own world does."""
    worst = _in_play([0.15, 0.85], [0.95, 0.05])
    own = identify(logs=8, sizes=(100,))
    assert Properties(calibrated, own, worst).hold == (calibrated.holds and own.holds)
    beaten = replace(calibrated, told=replace(calibrated.told, type=0.0))
    assert not Properties(beaten, own, worst).hold
