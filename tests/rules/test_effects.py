"""One kernel adds what an author wrote to a play; the weight of deeds is the published one (play.md 6, rulings 14 and 18)."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest

from game.rules import effects
from game.rules.ledger import Cause, What
from game.rules.scenario import HABITS, MOD
from game.rules.trust import evidence
from game.rules.vocabulary import TONES, Dim, State

from .calm import Calm

N = "norland"


# ---- the playbook's figures


@pytest.mark.parametrize(
    ("deed", "u", "v", "items"),
    [
        ("wait", 0.2, 0.5, [(Dim.C, False, 0.5, 0.5, -0.28)]),
        ("quiet-diplomacy", 0.1, 0.4, [(Dim.B, True, 0.6, 1, 0.27)]),
        ("protest-note", 0.3, 0.9, [(Dim.C, True, 0.2, 1, 0.46), (Dim.P, True, 0.3, 0.5, 0.39)]),
        ("settle", 0.4, 0.9, [(Dim.B, True, 1.0, 1, 0.71), (Dim.C, False, 1.0, 0.6, -0.64)]),
        ("concede", 0.6, 1.0, [(Dim.B, True, 1.4, 1, 0.94), (Dim.C, False, 1.2, 1, -1.16)]),
        ("own-up", 0.6, 1.0, [(Dim.P, True, 1.8, 1, 1.64), (Dim.R, True, 1.8, 0.7, 0.53)]),
        ("presence", 0.6, 1.0, [(Dim.C, True, 0.8, 1, 0.66), (Dim.B, False, 1.6, 0.5, -0.63)]),
        ("limited-force", 1.0, 1.0, [(Dim.C, True, 2.2, 1, 1.18), (Dim.B, False, 0.4, 1, -1.88)]),
        ("stand-down", 0.7, 1.0, [(Dim.B, True, 1.6, 1, 1.01), (Dim.P, True, 0.5, 0.5, 0.46)]),
    ],
)
def test_deeds_weigh_what_the_playbook_says(deed, u, v, items):
    """play.md 6: evidence for the addressee at v, x = 0; the last column of the table."""
    for dim, kept, c, times, published in items:
        assert evidence(kept, c, u, v, 0.0, int(dim)) * times == pytest.approx(published, abs=0.01), deed


@pytest.mark.parametrize(
    ("kind", "c", "k", "v", "u", "kept", "broken"),
    [
        ("meet-on-schedule", 0.3, 0.95, 1.0, 0.6, 0.23, -1.83), ("joint-count", 0.5, 0.95, 0.95, 0.6, 0.26, -1.59),
        ("open-market", 1.2, 0.9, 1.0, 0.9, 0.38, -1.63), ("admit-inspectors", 1.6, 0.9, 1.0, 0.5, 0.63, -1.54),
    ],
)  # fmt: skip
def test_pledges_weigh_what_the_playbook_says(flagship, kind, c, k, v, u, kept, broken):
    """play.md 6: at the listed terms; observers add .3 to v, to at most .95 beside its clarity."""
    s = flagship.scenario
    n = s.names["kinds"][kind]
    assert (s.kinds.tempt[n], s.kinds.clear[n], s.kinds.verified[n], s.kinds.public[n]) == pytest.approx((c, k, v, u))
    assert evidence(True, c, u, v * k, 0.0, 0) == pytest.approx(kept, abs=0.015)
    assert evidence(False, c, u, v * k, 0.0, 0) == pytest.approx(broken, abs=0.015)


def test_no_event_carries_more_than_three(flagship):
    """play.md 6: the sum of |evidence| of an event is capped at 3, for every effect of the scenario."""
    s = flagship.scenario
    assert 1.0 < np.abs(s.effects.evidence).sum(1).max() <= 3.0 + 1e-3


def test_bystanders_hear_a_third_at_most(flagship):
    """rho .35*u: no rumour is louder than .35 of what the addressee saw."""
    e = flagship.scenario.effects
    aimed = np.flatnonzero(e.toward >= 0)
    for effect in aimed:
        seen = np.abs(e.evidence[effect * HABITS])
        assert (np.abs(e.rumour[effect * HABITS]) <= 0.35 * seen + 1e-3).all()


def test_repetition_is_worn_in_the_tables(flagship):
    """Each further version of an effect's evidence is .6 of the one before."""
    e = flagship.scenario.effects
    first, second = e.evidence[0::HABITS], e.evidence[1::HABITS]
    worn = (np.abs(first) > 0.05) & (e.habit >= 0)[:, None]
    assert worn.any()
    assert second[worn] == pytest.approx(0.6 * first[worn], abs=2e-3)


# ---- the kernel


def bare(flagship, **columns):
    """A stage, and one effect towards Norland that does only what is told."""
    s = flagship.played("full")
    e = s.effects
    aimed = int(np.flatnonzero((e.toward == s.names["counterparts"][N]) & (e.habit >= 0))[0])
    kept = ("toward", "habit")
    changed = {}
    for name, value in {**{f.name: 0 for f in fields(e) if f.name not in kept}, **columns}.items():
        column = getattr(e, name).copy()
        rows = slice(aimed * HABITS, aimed * HABITS + HABITS) if name in ("evidence", "rumour") else aimed
        column[rows] = value
        changed[name] = column
    stage = Calm(flagship, scenario={"effects": replace(e, **changed)}).believed(0.5).turn()
    return stage, aimed


def applied(stage, effect, cause=Cause.DEED):
    """The effect, on a morning of its own."""
    stage.game.brief()
    effects.apply(stage.world, stage.s, stage.game.turn, stage.game.ledger, np.array([0]), np.array([effect]), cause)
    return stage


def test_every_column_lands_where_it_belongs_with_its_reason(flagship):
    """Home, press, account and rungs: each by its own amount, each with a line of the ledger."""
    told = {"approval": 0.25, "capital": -1.0, "heat": 0.25, "mandate": 1.5, "people": -0.5, "rung": 2, "their_step": 1}
    stage, effect = bare(flagship, **told)
    stage.game.brief()
    before = {name: getattr(stage.world, name).copy() for name in ("approval", "capital", "ticks", "people", "heat")}
    one, row = np.array([effect]), np.array([0])
    effects.apply(stage.world, stage.s, stage.game.turn, stage.game.ledger, row, one, Cause.DEED)
    world = stage.world
    gained = {name: (getattr(world, name) - value).ravel().tolist() for name, value in before.items()}
    assert gained["approval"] == pytest.approx([0.25] * 5)
    assert gained["capital"] + gained["ticks"] == pytest.approx([-1, 1.5])
    assert gained["people"] + gained["heat"] == pytest.approx([-0.5, 0.25])
    assert (world.home_rung[0, 0], world.their_rung[0, 0]) == (2, 1)
    for what, size in ((What.CAPITAL, -1), (What.MANDATE, 1.5), (What.PEOPLE, -0.5), (What.HEAT, 0.25)):
        assert stage.total(what, Cause.DEED) == pytest.approx(size)
    assert {line.about for line in stage.lines(What.MANDATE, Cause.DEED)} == {effect}


def test_a_rung_is_at_least_that_and_a_step_from_where_one_stands(flagship):
    """`rung` puts home there, never lower; `step` is one down; war is never a deed."""
    for start, told, want in ((0, {"rung": 3}, 3), (4, {"rung": 3}, 4), (4, {"step": -1}, 3), (0, {"step": -1}, 0)):
        stage, effect = bare(flagship, **told)
        stage.world.home_rung[:] = start
        assert applied(stage, effect).world.home_rung[0, 0] == want


def test_row_nought_does_nothing(flagship):
    """Effect 0 is no effect: not a bit of the world moves."""
    stage = Calm(flagship).turn()
    stage.game.brief()
    before = stage.world.fingerprint()
    effects.apply(stage.world, stage.s, stage.game.turn, stage.game.ledger, np.array([0]), np.array([0]), Cause.DEED)
    assert stage.world.fingerprint() == before


def test_flags_rise_and_fall(flagship):
    on = np.zeros(flagship.scenario.sizes["flags"], bool)
    on[3] = True
    stage, effect = bare(flagship, flags_on=on, flags_off=~on)
    stage.world.flags[:] = True
    assert np.flatnonzero(applied(stage, effect).world.flags[0]).tolist() == [3]


def test_what_follows_is_queued_for_its_season(flagship):
    which = flagship.scenario.names["injects"]["landing-at-ansa"]
    stage, effect = bare(flagship, then=which, after=2)
    applied(stage, effect)
    assert (stage.world.queued[0, 0], stage.world.queued_for[0, 0]) == (which, stage.world.season[0] + 2)


def seen(flagship, their_rung, backlash=1.0):
    """What Norland reads of home's intent in a deed of force."""
    news = np.zeros((HABITS, 4))
    news[:, Dim.B] = -1.0
    stage, effect = bare(flagship, evidence=news, firm=2)
    stage.world.their_rung[:] = their_rung
    stage.world.mods[:, :, MOD["force-backlash"]] = backlash
    applied(stage, effect)
    return stage.game.turn.inbox.net[0, 0, Dim.B]


def test_force_against_violence_already_done_is_proportion(flagship):
    """play.md 6 (#55): under an opponent's prior violence B- counts x .4; a schedule of consequences halves it."""
    assert seen(flagship, 3) == -1.0
    assert seen(flagship, 4) == pytest.approx(-0.4, abs=0.01)
    assert seen(flagship, 3, backlash=0.5) == pytest.approx(-0.5, abs=0.01)


def test_a_briefed_opposition_makes_what_looks_like_a_concession_cheaper(flagship):
    """play.md 6: concession cost x .6; praise and firmness as before."""
    for firm, cost in ((-1, 0.6), (1, 1.0)):
        stage, effect = bare(flagship, approval=-0.5, firm=firm)
        stage.world.mods[:, :, MOD["concession"]] = 0.6
        applied(stage, effect)
        assert stage.total(What.APPROVAL, Cause.DEED, (0,)) == pytest.approx(-0.5 * cost, abs=1e-5)


def test_an_act_may_break_a_pledge_by_what_it_is(flagship):
    """rulings 18: an option's `breaks:`; what was not open cannot be broken."""
    kinds = np.zeros(flagship.scenario.sizes["kinds"], bool)
    kinds[[flagship.scenario.names["kinds"][k] for k in ("catch-limit", "joint-count")]] = True
    stage, effect = bare(flagship, breaks=kinds)
    stage.pledged(N, "catch-limit", seasons=6).pledged("tarn", "catch-limit", seasons=6)
    applied(stage, effect)
    assert stage.state(N, "catch-limit") == State.BROKEN and stage.state("tarn", "catch-limit") == State.OPEN
    assert stage.state(N, "joint-count") == State.NONE and stage.world.broken[0].tolist() == [1, 0, 0]


def test_an_act_may_belie_a_word_it_cannot_be_squared_with(flagship):
    """rulings 18: a kind's `contradicts:` names tones; the open word is spent, and clarity pays."""
    tones = np.zeros(len(TONES), bool)
    tones[TONES.index("reassure")] = True
    for said, belied in (("reassure", True), ("propose", False)):
        stage, effect = bare(flagship, contradicts=tones)
        stage.world.word[:, 0], stage.world.word_until[:, 0] = TONES.index(said), 999
        applied(stage, effect)
        assert (stage.world.word[0, 0] == -1) == belied
        assert (stage.game.turn.inbox.net[0, 0, Dim.P] < -0.1) == belied


def test_the_first_case_that_holds_is_what_a_deed_becomes(flagship):
    """An author's cases are tried in order; where none holds the plain effect stands."""
    s = flagship.played("full")
    option = 7

    def always(world, memo):
        return np.ones(len(world), bool)

    def never(world, memo):
        return np.zeros(len(world), bool)

    for cases, want in (
        ((), int(s.option_effect[option])), (((option, never, 5),), int(s.option_effect[option])),
        (((option, never, 5), (option, always, 6), (option, always, 9)), 6), (((option + 1, always, 6),), int(s.option_effect[option])),
    ):  # fmt: skip
        changed = replace(s, cases=cases)
        assert effects.case(Calm(flagship).world, changed, np.array([option])).tolist() == [want]


def test_begun_at_home_it_is_seen_by_all(flagship):
    """play.md 6: a decision calendar, published, is evidence for every observer alike."""
    stage = Calm(flagship).believed(0.5).turn(programme=[("decision-calendar", None)]).turn().turn()
    gained = [stage.logodds(o, "clarity")[0] for o in ("norland", "velmar", "tarn")]
    assert gained[0] > 0.02 and gained == pytest.approx([gained[0]] * 3)
