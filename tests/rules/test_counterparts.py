"""The other governments: what they take, heed, press and keep, each by its belief, aim and temper (science.md 4.1, rulings 15)."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules import abroad, counterparts
from game.rules.arrays import logit, sigma
from game.rules.ledger import Cause, What
from game.rules.parameters import DEFAULT
from game.rules.vocabulary import Act, Dim, State

from .calm import Calm

N, THEIRS = "norland", 1


# ---- threats


def test_a_threat_heeded_lapses_and_was_cheap(flagship):
    """science.md 4.1: some comply, more so where home's resolve is believed; they step down a rung, and nothing is owed."""
    heeded = {}
    for level in (0.1, 0.9):
        stage = Calm(flagship, 300, watched=None).believed(level).turn()
        stage.world.their_rung[:, stage.c[N]] = 3
        stage.world.home_rung[:, stage.c[N]] = 3
        stage.world.settled[:] = True  # nobody steps down by the mere passing of time
        stage.turn(say=[(N, "threaten", "note-verbale", {"about": "force-if"})])
        heeded[level] = stage.of("pledge", N, "force-if") == State.LAPSED
        stepped = stage.world.their_rung[:, stage.c[N]] < 3
        assert stepped[heeded[level]].all() and not stepped[~heeded[level]].any()
        assert (stage.of("pledge", N, "force-if")[~heeded[level]] == State.OPEN).all()
    assert heeded[0.1].mean() + 0.2 < heeded[0.9].mean() < 1


# ---- what they will take from home


def proposed(flagship, kind, level, rows=200, **more):
    """Share of plays in which Norland takes what home proposes."""
    stage = Calm(flagship, rows, watched=None).believed(level).turn()
    stage.turn(say=[(N, "propose", "note-verbale", {"about": kind, **more})])
    return float((stage.of("pledge", N, kind) == State.OPEN).mean())


def test_the_largest_word_they_take_grows_with_what_they_believe(flagship):
    """play.md 3: .5 + 2.6*p_R; a hard cap (rulings 15)."""
    s = flagship.scenario
    assert counterparts.largest(np.array([0.0, 0.2, 1.0]), s.law) == pytest.approx([0.5, 1.02, 3.1])
    assert proposed(flagship, "pause-arms", 0.5) == 0.0, "c 2.0 against a cap of 1.8"
    assert proposed(flagship, "pause-arms", 0.8) > 0.5


def test_what_they_weigh_is_gain_against_being_cheated(flagship):
    """rulings 15: gain 1.0*size by the composite trust of science.md 2.5, loss 1.2*size if cheated, halved where fully checked."""
    s = flagship.scenario
    one = np.ones(1)
    for p, c, v, cheat in ((0.6, 1.0, 0.0, 1.0), (0.6, 1.0, 1.0, 1.0), (0.6, 1.0, 1.0, 0.6)):
        chance = counterparts.takes(np.full((1, 4), p), c * one, v * one, cheat * one, 0 * one, 4 * one, s.law)
        value = p * 1.0 * c - (1 - p) * 1.2 * c * (1 - 0.5 * v) * cheat
        assert chance[0] == pytest.approx(sigma(4 * value + 0.4))


def test_a_small_step_well_checked_is_open_to_anyone(flagship):
    """play.md 3: below p_R = .2 they still take anything with c <= .6 and v >= .8."""
    assert proposed(flagship, "joint-count", 0.02) > 0.5, "c .5, v .95"
    assert proposed(flagship, "share-data", 0.02) == 0.0, "c .8 is too much"
    # c .5 but v .7: checked too little, unless the form adds to it.
    oral, written = (proposed(flagship, "notify-movements", 0.02, form=form) for form in ("oral", "letters"))
    assert oral < written - 0.2


def test_a_refused_proposal_costs_its_signature_back(flagship):
    """What was paid for a pledge that they refuse returns (and its word is spent)."""
    stage = Calm(flagship).believed(0.5).turn()
    stage.world.capital[:] = 4
    stage.turn(say=[(N, "propose", "note-verbale", {"about": "pause-arms"})])
    assert stage.state(N, "pause-arms") == State.NONE
    assert stage.total(What.CAPITAL, Cause.PLEDGE_SIGNED) == -2
    assert stage.total(What.CAPITAL, Cause.REFUSED_BY_THEM) == 2


# ---- what they give, and how they keep it


def given(flagship, honest, rows=600, kind="joint-count", power=None):
    """Share of Norland's own pledges that it keeps."""
    stage = Calm(flagship, rows, watched=None).believed(0.5).turn()
    at = (slice(None), THEIRS, stage.c[N], stage.k[kind])
    world = stage.world
    world.pledge[at], world.due[at], world.made[at] = State.OPEN, world.week + 26, world.week
    world.tempt[at] = world.size[at] = 30
    world.public[at], world.honest[:] = 50, honest
    stage.turn()
    kept = world.pledge[at] == State.KEPT
    assert (kept | (world.pledge[at] == State.BROKEN)).all()
    assert (world.theirs_kept[:, stage.c[N]] == kept).all() and (world.theirs_broken[:, stage.c[N]] == ~kept).all()
    assert world.people[kept].min() > 0 > world.people[~kept].max(), "both sides of the border gain and lose by it"
    return float(kept.mean())


def test_they_keep_their_word_by_the_same_likelihood_as_home(flagship):
    """Law 5: sigma(b + a*u - c) by their own type; Norland, the stronger, is tempted by .4 more; no slips here."""
    law = flagship.scenario.law
    for honest, b in ((True, law.b_trust[0]), (False, law.b_opport[0])):
        assert given(flagship, honest) == pytest.approx(sigma(b + law.tied[0] * 0.5 - 1.5 - 0.4), abs=0.05)


# ---- whether they let it rest


def presses(flagship, aim, *, firm=0, level=0.5, dim=None):
    """Share of plays in which the sender of a cable presses, after a deed of this firmness."""
    stage = Calm(flagship, 800, watched=None).believed(0.5).turn().brings("the-count")
    if dim is not None:
        stage.world.prior[:, :, dim] = logit(level)
    stage.world.aim[:] = aim
    stage.game.brief()
    c = int(stage.s.sender[stage.world.inject[0]])
    stage.game.turn.firm[:, c] = firm
    act = abroad.answer_inject(stage.world, stage.s, stage.game.turn)
    assert np.isin(act, [Act.RESTS, Act.PRESSES]).all()
    return float((act == Act.PRESSES).mean())


def test_firmness_cures_the_one_and_frightens_the_other(flagship):
    """play.md 4: a grasping neighbour presses less after firmness and more after giving way, a fearful one the other way round."""
    fearful, grasping = ([presses(flagship, aim, firm=firm) for firm in (-1, 0, 1)] for aim in (0, 1))
    assert fearful[0] < fearful[1] < fearful[2]
    assert grasping[0] > grasping[1] > grasping[2]


def test_each_presses_by_the_doubt_that_is_its_own(flagship):
    """The fearful when they doubt intent, the grasping when they doubt resolve."""
    assert presses(flagship, 0, dim=Dim.B, level=0.1) > presses(flagship, 0, dim=Dim.B, level=0.9) + 0.2
    assert presses(flagship, 1, dim=Dim.C, level=0.1) > presses(flagship, 1, dim=Dim.C, level=0.9) + 0.2
    assert presses(flagship, 0, dim=Dim.C, level=0.1) == presses(flagship, 0, dim=Dim.C, level=0.9)


def test_nobody_answers_where_nobody_asked(flagship):
    stage = Calm(flagship, 20, watched=None).turn()
    stage.game.brief()
    assert (abroad.answer_inject(stage.world, stage.s, stage.game.turn) == Act.NOTHING).all()


# ---- how they hedge


def hedged(flagship, aim, dim=None, level=0.5):
    """Strain on security in one season in which all neighbours have this aim, and doubt one thing by so much."""
    stage = Calm(flagship).believed(0.5).turn()
    stage.world.aim[:] = aim
    if dim is not None:
        stage.world.prior[:, :, dim] = logit(level)
    stage.turn()
    return stage.total(What.STRAIN, Cause.DRIFT, season=1)


def test_distrust_strains_security_season_by_season(flagship):
    """Of each neighbour by its aim and its doubt, at the share of an old conflict's rate that is its own."""
    s, law = flagship.scenario, flagship.scenario.law
    shares = counterparts.rivalry(s.protracted, law).sum()
    assert hedged(flagship, 0) == pytest.approx(law.hedge_fearful * 0.5 * shares, abs=1e-4)
    assert hedged(flagship, 1) == pytest.approx(sum(law.hedge_grasping) * 0.5 * shares, abs=1e-4)


def test_the_fearful_hedge_against_doubted_intent_alone_and_the_grasping_lean_on_doubted_resolve(flagship):
    """Good intent eases the one and hardly the other; resolve eases the other and not the one at all."""
    eased = {
        (aim, dim): hedged(flagship, aim, dim, 0.2) - hedged(flagship, aim, dim, 0.8) for aim in (0, 1) for dim in Dim
    }
    assert eased[0, Dim.B] > 0.2 and eased[0, Dim.R] == eased[0, Dim.C] == eased[0, Dim.P] == 0
    assert eased[1, Dim.C] > 10 * eased[1, Dim.B] > 0 and eased[1, Dim.R] == eased[1, Dim.P] == 0


def test_who_has_no_old_conflict_hedges_and_probes_less():
    """The share rises with the conflict and is never more than the whole; strain and probes follow it alike."""
    law, doubt = DEFAULT, np.full(4, 0.3)
    share = counterparts.rivalry(np.array([0.0, 0.1, 0.3, 0.5, 1.0]), law)
    assert share[0] == law.rivalry[0] < 0.2 and (np.diff(share) >= 0).all() and share[-1] == 1
    for grasping in (False, True):
        for rate in (counterparts.hedging, counterparts.probes):
            none, some, full = (float(rate(doubt, grasping, old, law)) for old in (0.0, 0.2, 1.0))
            assert none == pytest.approx(share[0] * full) and none < some < full
