"""What a season lets one see of what is hidden: five phrasings, a reporter's lean, noise (play.md 4)."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules.arrays import logit
from game.rules.cues import CUTS, notes
from game.rules.vocabulary import READINGS, Dim

from .calm import Calm

R, AIM = READINGS.index("reliability"), READINGS.index("aim")


def cues(
    flagship, rows=1, *, tells=(R,), of=(0,), lean=(0.0,), noise=(0.8,), level=0.5, difficulty="standard", steady=False
):
    """A morning on which these cues are all there are; a steady one is without noise."""
    count = len(tells)
    only = {
        "cue_when": (None,) * count, "cue_tells": np.array(tells, np.int8), "cue_of": np.array(of, np.int8),
        "cue_lean": np.array(lean), "cue_noise": np.array(noise),
    }  # fmt: skip
    stage = Calm(flagship, rows, watched=None, scenario=only).believed(level)
    blur = 1e-9 if steady else flagship.played("full", difficulty).noise
    stage.game.scenario = stage.s = stage.s.at(noise=blur)
    stage.game.brief()
    return stage


def once_more(stage):
    """The first morning is still to come, so that the test may set what it will show."""
    stage.world.season[:], stage.game.clock = -1, type(stage.game.clock)()
    return stage


@pytest.mark.parametrize(("x", "level"), [(-2.0, 0), (-1.0, 1), (0.0, 2), (1.0, 3), (2.0, 4)])
def test_the_true_value_is_cut_into_five_phrasings(flagship, x, level):
    """Cuts at -1.5, -.5, .5, 1.5 log-odds, the same for every cue."""
    assert CUTS == (-1.5, -0.5, 0.5, 1.5)
    stage = cues(flagship, 20, steady=True, level=1 / (1 + np.exp(-x)))
    assert (stage.world.cue[:, 0] == 0).all() and (stage.world.cue_level[:, 0] == level).all()


def test_a_reporter_s_leaning_is_in_every_phrase(flagship):
    """A cue names who reports it, and its lean is that reporter's, for ever."""
    levels = {lean: cues(flagship, 800, lean=(lean,)).world.cue_level[:, 0].mean() for lean in (-0.6, 0.0, 0.6)}
    assert levels[-0.6] < levels[0.0] - 0.4 < levels[0.6] - 0.8


def test_the_lean_is_taken_out_again_by_who_knows_it(flagship):
    """The notes of a careful reader hold the phrase's middle less the known leaning, weighted by its precision."""
    stage = cues(flagship, 1, noise=(0.5,), lean=(0.6,), level=0.9)
    noted, weight = notes(stage.world)
    level = int(stage.world.cue_level[0, 0])
    assert weight[0, 0, R] == pytest.approx(1 / 0.25)
    assert noted[0, 0, R] / weight[0, 0, R] == pytest.approx(level - 2 - 0.6, abs=0.01)


def test_difficulty_is_noise_and_help_and_never_the_rules(flagship):
    """play.md 4: s x .7, 1, 1.4; the same world otherwise, bit for bit."""
    spread, worlds = {}, {}
    for difficulty in ("gentle", "standard", "hard"):
        stage = cues(flagship, 2000, noise=(1.6,), difficulty=difficulty)
        spread[difficulty] = stage.world.cue_level[:, 0].std()
        worlds[difficulty] = stage.world
    assert spread["gentle"] < spread["standard"] - 0.1 < spread["hard"] - 0.2
    for column in ("prior", "fading", "aim", "honest", "capital", "inject", "cue"):
        assert (getattr(worlds["gentle"], column) == getattr(worlds["hard"], column)).all()


@pytest.mark.parametrize(("noise", "least", "most"), [(0.8, 0.6, 0.95), (1.6, 0.35, 0.7), (2.5, 0.15, 0.5)])
def test_the_reading_follows_the_hidden_value_as_far_as_its_noise_lets_it(flagship, noise, least, most):
    """Better cues are worth more: the correlation falls from s = .8 to s = 2.5."""
    stage = once_more(cues(flagship, 1500, noise=(noise,)))
    truth = np.linspace(-2, 2, 1500)
    stage.world.prior[:, :, :] = truth[:, None, None]
    stage.game.brief()
    found = np.corrcoef(truth, stage.world.cue_level[:, 0])[0, 1]
    assert least < found < most


def test_cues_of_what_they_are_tell_an_aim_from_the_other(flagship):
    """Cues 13 and 14: fearful or grasping, at s = 1."""
    stage = cues(flagship, 1500, tells=(AIM,), noise=(1.0,))
    level, aim = stage.world.cue_level[:, 0], stage.world.aim[:, 0]
    assert level[aim == 1].mean() > level[aim == 0].mean() + 1.2


def test_a_morning_has_at_most_three_cues_each_another(flagship):
    """play.md 2: one to three cues a turn."""
    stage = Calm(flagship, 300, watched=None)
    for _ in range(6):
        stage.turn()
        shown = np.sort(stage.world.cue, axis=1)
        assert shown.shape[1] == 3 and (shown >= 0).any(1).all()
        twice = (shown[:, 1:] == shown[:, :-1]) & (shown[:, 1:] >= 0)
        assert not twice.any()


@pytest.mark.parametrize(("length", "beside"), [("full", 3), ("class", 2)])
def test_a_year_told_in_one_turn_leaves_room_for_two_cues_beside_a_cable(flagship, length, beside):
    """A class reads a cable a turn, and so a cue less with each; a quiet year has its three."""
    s, most = flagship.played(length), {}
    for cables, brings in ((True, {"when": s.when, "must": s.must}), (False, {})):
        stage = Calm(flagship, 120, watched=None, length=length, scenario=brings)
        most[cables] = 0
        for _ in range(6):
            world = stage.turn().world
            shown = (world.cue >= 0).sum(1)[(world.crisis == 0) & ((world.inject > 0) == cables)]
            most[cables] = max(most[cables], int(shown.max(initial=0)))
    assert most == {True: beside, False: 3}


def test_every_cue_of_the_scenario_is_shown_to_somebody(flagship):
    """What an author wrote is met: over forty plays of a term each cue has come."""
    stage = Calm(flagship, 60, watched=None)
    seen = set()
    for _ in range(12):
        stage.turn()
        seen |= set(np.unique(stage.world.cue).tolist())
    always = {q for q, holds in enumerate(stage.s.cue_when) if holds is None}
    assert always and always <= seen


def test_a_belief_that_moved_of_late_shows_sooner(flagship):
    """play.md 4, fair: what moved by half a logit or more is likelier to be among the cues of the next turn."""
    tells, of = (R, 1, 2, 3) * 2, (0, 0, 0, 0, 1, 1, 1, 1)
    shown = {}
    for moved in (0, 32):
        stage = once_more(cues(flagship, 800, tells=tells, of=of, lean=(0.0,) * 8, noise=(1.0,) * 8))
        stage.world.moved[:, 1, Dim.B] = moved
        stage.game.brief()
        shown[moved] = float((stage.world.cue == 6).any(1).mean())
    assert shown[32] > shown[0] + 0.2


def test_military_contacts_steady_what_is_seen_of_intent(flagship):
    """play.md 6: noise x .7 with that neighbour."""
    stage = Calm(flagship, watched=None).turn(programme=[("military-contacts", "norland")]).turn()
    assert stage.world.mods[0, :, 1] == pytest.approx([0.7, 1.0, 1.0], abs=1e-5)


def test_in_a_crisis_there_is_time_for_one_cue(flagship):
    """The fortnight's desk is short."""
    stage = Calm(flagship, 40, watched=None).turn().brings("landing-at-ansa").turn()
    stage.game.brief()
    assert (stage.world.crisis > 0).all()
    assert (stage.world.cue[:, 1:] == -1).all()


def test_no_cue_is_read_from_luck_alone(flagship):
    """Two worlds with the same luck and other beliefs show other phrases."""
    low, high = (cues(flagship, 400, level=level).world.cue_level[:, 0] for level in (0.1, 0.9))
    assert (high >= low).all() and (high > low).mean() > 0.8


def test_a_scenario_without_cues_shows_none(flagship):
    none = {"cue_when": (), "cue_tells": np.empty(0, np.int8), "cue_of": np.empty(0, np.int8)}
    stage = Calm(flagship, watched=None, scenario=none | {"cue_lean": np.empty(0), "cue_noise": np.empty(0)})
    stage.game.brief()
    assert (stage.world.cue == -1).all()


def test_the_record_is_read_apart_from_the_leader(flagship):
    """Cue 8: "your government" or "Aldmark", record against leader."""
    stage = once_more(cues(flagship, 30, tells=(READINGS.index("record"),), steady=True))
    stage.world.prior[:], stage.world.record_mean[:] = logit(0.1), 0.9
    stage.game.brief()
    assert (stage.world.cue_level[:, 0] == 4).all()
