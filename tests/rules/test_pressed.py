"""What it costs to be pressed, and what firmness does to a neighbour that is only afraid (play.md 4 and 5, rulings 16)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.rules import counterparts
from game.rules.ledger import Cause, What
from game.rules.moves import Reply
from game.rules.scenario import OPTIONS
from game.rules.vocabulary import Act

from .calm import Calm

FEARFUL, GRASPING = 0, 1
FROM_NORLAND, FROM_VELMAR = "the-count", "the-harbour-loan"


def answered(flagship, *, aim=FEARFUL, firm=0, cable=FROM_NORLAND, probe=False, rows=80):
    """A cable answered by a deed of this firmness and no other consequence; and which rows were pressed all the same."""
    s = flagship.played("full")
    inject = s.names["injects"][cable]
    e, bare = s.effects, s.option_effect.copy()
    bare[inject * OPTIONS : (inject + 1) * OPTIONS] = 1
    effects = replace(e, **{name: getattr(e, name).copy() for name in ("firm", "toward", "step", "rung")})
    effects.firm[1], effects.toward[1], effects.step[1], effects.rung[1] = firm, s.sender[inject], 0, 0
    quiet = {"effects": effects, "option_effect": bare, "after_effect": s.after_effect * 0, "cases": ()}
    stage = Calm(flagship, rows, scenario=quiet).believed(0.5).turn()
    stage.world.aim[:] = aim
    stage.brings(cable).game.brief()
    if probe:
        stage.game.turn.probed[:] = s.sender[inject]
    stage.game.reply(Reply.blank(s.sizes, rows))
    pressed = stage.world.answered[:, inject] == Act.PRESSES
    assert 0 < pressed.sum() < rows, "some press and some let it rest"
    return stage, pressed


def by_row(stage, what, cause):
    """(rows,) the sum of a cause's lines."""
    return np.array([stage.total(what, cause, row=row) for row in range(len(stage.world))])


# ---- to be pressed


def test_giving_way_and_being_pressed_all_the_same_is_a_loss(flagship):
    """It strains security and costs the mandate; nothing of it falls on whoever was left in peace."""
    stage, pressed = answered(flagship, aim=GRASPING, firm=-1)
    law = stage.s.law
    assert by_row(stage, What.STRAIN, Cause.PROBE) == pytest.approx(law.pressed_strain * pressed, abs=1e-5)
    assert by_row(stage, What.MANDATE, Cause.PROBE) == pytest.approx(law.pressed_mandate * pressed, abs=1e-5)
    assert law.pressed_strain > 0 > law.pressed_mandate


@pytest.mark.parametrize("firm", [0, 1])
def test_to_be_pressed_is_never_free(flagship, firm):
    """Whoever did not give way bears a part, and the publics mind it less: home's word was not taken back."""
    stage, pressed = answered(flagship, aim=GRASPING, firm=firm)
    law = stage.s.law
    assert 0 < law.pressed_held < 1
    assert by_row(stage, What.STRAIN, Cause.PROBE) == pytest.approx(law.pressed_held * law.pressed_strain * pressed, abs=1e-5)
    assert (by_row(stage, What.APPROVAL, Cause.PROBE) == 0).all()


@pytest.mark.parametrize("firm", [-1, 0, 1])
def test_a_probe_is_lost_by_giving_way_and_in_part_by_leaving_it(flagship, firm):
    """rulings 16: the whole of it, most of it, and nothing for whoever stood firm."""
    stage, pressed = answered(flagship, aim=GRASPING, firm=firm, probe=True)
    law = stage.s.law
    share = {-1: 1, 0: law.probe_open, 1: 0}[firm] * pressed
    assert 0.5 < law.probe_open < 1 and law.probe_strain > law.pressed_strain
    assert by_row(stage, What.STRAIN, Cause.PROBE) == pytest.approx(law.probe_strain * share, abs=1e-5)
    assert by_row(stage, What.MANDATE, Cause.PROBE) == pytest.approx(law.probe_mandate * share, abs=1e-5)


# ---- to alarm


@pytest.mark.parametrize(("cable", "firm"), [(FROM_NORLAND, 1), (FROM_NORLAND, 2), (FROM_VELMAR, 1)])
def test_a_firm_answer_arms_a_neighbour_that_is_afraid(flagship, cable, firm):
    """In full where it presses, in part where it lets the matter rest; the more an old conflict divides them, and by the firmness."""
    stage, pressed = answered(flagship, firm=firm, cable=cable)
    law, c = stage.s.law, stage.s.sender[stage.s.names["injects"][cable]]
    share = counterparts.rivalry(stage.s.protracted[c], law) * firm
    want = law.alarmed_strain * share * np.where(pressed, 1, law.alarmed_at_rest)
    assert 0 < law.alarmed_at_rest < 1 and share > 0
    assert by_row(stage, What.STRAIN, Cause.ALARMED) == pytest.approx(want, abs=1e-5)
    assert {line.about for line in stage.lines(What.STRAIN, Cause.ALARMED)} == {c}, "the ledger names whom"


def test_a_firm_answer_arms_nobody_who_only_wants_more(flagship):
    stage, _ = answered(flagship, aim=GRASPING, firm=2)
    assert stage.lines(What.STRAIN, Cause.ALARMED) == []


@pytest.mark.parametrize("firm", [-1, 0])
def test_nobody_is_alarmed_by_an_answer_that_is_not_firm(flagship, firm):
    stage, _ = answered(flagship, firm=firm)
    assert stage.lines(What.STRAIN, Cause.ALARMED) == []


def test_the_strain_of_an_alarm_is_in_the_account(flagship):
    """What the ledger says of strain is all the strain there is."""
    stage, _ = answered(flagship, firm=1)
    told = np.array([stage.total(What.STRAIN, row=row) for row in range(len(stage.world))])
    assert stage.world.strain == pytest.approx(told, abs=1e-6)


def test_in_a_crisis_the_ladder_judges_firmness_and_not_this(flagship):
    """A fortnight's step up is answered on the ladder; it is not counted as an alarm besides."""
    stage = Calm(flagship, 40).believed(0.5).turn()
    stage.world.aim[:] = FEARFUL
    place = stage.s.names["injects"]["landing-at-ansa"] * OPTIONS + np.arange(OPTIONS)
    firmest = int(stage.s.effects.firm[stage.s.option_effect[place]].argmax())
    stage.brings("landing-at-ansa").turn(option=firmest)
    assert (stage.world.crises > 0).all() and stage.s.effects.firm[stage.s.option_effect[place[firmest]]] > 0
    assert stage.lines(What.STRAIN, Cause.ALARMED) == []
