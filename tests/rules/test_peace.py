"""What a crisis leaves behind: an agreement or none, and a quarrel that may be taken up again (science.md 4.4)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.rules import peace
from game.rules.arrays import logit
from game.rules.ledger import Cause, What
from game.rules.parameters import DEFAULT
from game.rules.scenario import MOD
from game.rules.vocabulary import Quarrel

from .calm import Calm
from .test_ladder import N, in_crisis

OVER = {"crisis_end": 99.0}


def test_a_broker_makes_an_agreement_likelier_and_an_old_conflict_less():
    """[ICB]: +1.82 mediated, -.28 after a war, -.25 in a protracted conflict, all logits."""
    plain = logit(peace.agrees(False, False, 0.0))
    assert plain == pytest.approx(-1.10)
    assert logit(peace.agrees(True, False, 0.0)) - plain == pytest.approx(1.82)
    assert logit(peace.agrees(False, True, 1.0)) - plain == pytest.approx(-0.28 - 0.25)


def test_leverage_wanes_and_the_hazards_cross():
    """Beardsley 2008 [S24]: mediated peace is safer at first, and from some year on more brittle; in the end both quarrels sleep."""
    years = np.arange(0, 30, 0.5)
    mediated, alone = (peace.renewal_hazard(years, m, False, False, 0.5) for m in (True, False))
    assert mediated[0] < alone[0] and mediated[12] > alone[12]
    assert np.diff(alone).max() < 0 and alone[-1] < 0.02


def test_wars_and_old_conflicts_are_taken_up_again_most():
    old, war, plain = (peace.renewal_hazard(1.0, False, False, w, p) for w, p in ((False, 1.0), (True, 0.0), (False, 0.0)))
    assert old > war > plain > 0


def test_a_crisis_that_ends_starts_the_clock_of_its_quarrel(flagship):
    """With good offices at work most end in an agreement, without them few; the reason stands in the ledger."""
    shares = {}
    for broker in (0.0, 0.35):
        stage = in_crisis(flagship, 400, law=OVER, watched=range(400))
        stage.world.mods[:, stage.c[N], MOD["crisis-end"]] = broker
        stage.turn()
        quarrel = stage.world.quarrel[:, stage.c[N]]
        over = quarrel > 0
        assert over.mean() > 0.9 and (stage.world.quarrel_season[over, stage.c[N]] == stage.world.season[over]).all()
        assert ((quarrel[over] & Quarrel.MEDIATED > 0) == (broker > 0)).all()
        agreed = quarrel & Quarrel.AGREED > 0
        assert len(stage.lines(What.EVENT, Cause.AGREEMENT)) == agreed.sum()
        shares[broker] = agreed[over].mean()
    assert shares[0.35] - shares[0.0] > 0.25


def test_a_text_agreed_on_the_last_day_takes_both_sides_down(flagship):
    """Without one a crisis that ran out of fortnights stays on its rung and costs every season."""
    for agreement, stands in ((99.0, False), (-99.0, True)):
        stage = in_crisis(flagship, 40, law={"crisis_end": -99.0, "agreement": agreement}, home=3, theirs=3)
        stage.world.step[:] = stage.s.crisis_turns - 1
        stage.turn()
        c, war = stage.c[N], stage.world.war
        assert (stage.world.crisis == 0).all()
        assert (stage.world.settled[~war, c] == stands).all() and ((stage.world.home_rung[~war, c] > 1) == stands).all()


def test_no_quarrel_no_renewal_and_the_chance_follows_the_hazard(flagship):
    stage = Calm(flagship, 3).turn()
    world, s, c = stage.world, stage.s, stage.c[N]
    assert not peace.renewal_chance(world, s).any()
    world.quarrel[:, c] = [Quarrel.OPEN, Quarrel.OPEN | Quarrel.MEDIATED, 0]
    world.quarrel_season[:, c] = world.season - 4
    chance = peace.renewal_chance(world, s)[:, c]
    hazard = [peace.renewal_hazard(2.0, m, False, False, s.protracted[c], s.law) for m in (False, True)]
    assert chance[:2] == pytest.approx(1 - np.exp(-0.5 * np.array(hazard))) and chance[2] == 0


def test_a_quarrel_renewed_comes_as_a_probe_and_its_clock_stops(flagship):
    """With a hazard that never fails, a neighbour that would not have probed does, and the morning says why."""
    never = {"probe_fearful": (0.0, 0.0), "probe_grasping": (0.0, 0.0)}
    probes = flagship.played("full").probes
    for renewal, comes in ((0.0, False), (1e6, True)):
        stage = Calm(flagship, 20, law={**never, "renewal": renewal}, scenario={"probes": probes}).turn().turn()
        stage.world.quarrel[:, stage.c[N]] = Quarrel.OPEN
        stage.world.quarrel_season[:, stage.c[N]] = stage.world.season
        stage.turn()
        renewed = stage.lines(What.EVENT, Cause.RENEWED)
        assert (stage.world.quarrel[:, stage.c[N]] == 0).all() == comes
        assert len(renewed) == 20 * comes and all(line.about == stage.c[N] for line in renewed)


def test_the_numbers_are_parameters():
    law = replace(DEFAULT, agreement_mediated=0.0, renewal=0.0)
    assert peace.agrees(True, False, 0.0, law) == peace.agrees(False, False, 0.0, law)
    assert peace.renewal_hazard(1.0, False, False, True, 1.0, law) == 0
