"""The ladder: who climbs, who steps down, how it ends, and what it costs (science.md 4.3, play.md 2 and 5, rulings 19)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.play.policies import Player, policy
from game.rules import ladder, score
from game.rules.arrays import logit
from game.rules.ladder import HOME, OTHER, UNITS, Outcome, utilities
from game.rules.ledger import Cause, Ledger, What
from game.rules.vocabulary import STAKES, WAR, Act, Score

from .calm import Calm

N = "norland"
PETTY, VITAL = "cutters-at-the-box", "landing-at-ansa"
ENDLESS = {"crisis_end": -99.0}  # no way out by hazard: only calm, war or the last fortnight end it


def crisis(flagship, rows=1, *, inject=PETTY, level=0.5, watched=None, law=None, length="full", scenario=None):
    """A stage on the morning a crisis with Norland opens."""
    stage = Calm(flagship, rows, watched=watched, law=law, length=length, scenario=scenario).believed(level)
    stage.turn().brings(inject)
    return stage


def in_crisis(flagship, rows=1, *, home=3, theirs=3, stake=1.0, **more):
    """A crisis already open, both sides on their rungs; what home does tonight moves nothing."""
    stage = crisis(flagship, rows, scenario=still_options(flagship), **more)
    world, c = stage.world, stage.c[N]
    world.queued[:] = 0
    world.crisis[:] = stage.s.names["injects"][PETTY]
    world.stake[:] = stake
    world.home_rung[:, c], world.their_rung[:, c] = home, theirs
    return stage


def still_options(flagship):
    """Options that say and do nothing, so that only the other side moves."""
    s = flagship.played("full")
    return {"option_effect": s.option_effect * 0, "after_effect": s.after_effect * 0, "cases": ()}


def theirs(stage):
    return stage.world.their_rung[:, stage.c[N]]


# ---- how it opens


def test_a_crisis_opens_on_its_rung_and_is_told_by_fortnights(flagship):
    """play.md 2: an inject with `crisis:` inserts fortnights; the season does not move."""
    stage = crisis(flagship, watched=True).turn()
    world = stage.world
    assert world.crises[0] == 1 and world.crisis[0] == stage.s.names["injects"][PETTY]
    season, week = int(world.season[0]), int(world.week[0])
    stage.turn()
    assert (world.season[0], world.week[0], world.step[0]) == (season, week + 2, 1)
    assert stage.lines(What.RUNG, Cause.CRISIS_OPENED), "the ledger says who put whom there"


def test_stakes_lie_about_their_mean_by_what_the_quarrel_is_about(flagship):
    """science.md 4.3: S_i = N(mu + protracted, sd) + N(0, private), -1.0 petty, +.7 vital."""
    for inject, shift in ((PETTY, -1.0), (VITAL, 0.7)):
        stage = crisis(flagship, 1500, inject=inject)
        stage.game.brief()
        law, both = stage.s.law, stage.world.stake
        mean = law.stake_mean + law.stake_protracted * stage.s.protracted[stage.c[N]] + shift
        assert both.mean(0) == pytest.approx([mean, mean], abs=0.08)
        shared, private = law.stake_spread, law.stake_private
        assert both.std(0) == pytest.approx(np.full(2, np.hypot(shared, private)), abs=0.06)
        assert np.corrcoef(both.T)[0, 1] == pytest.approx(shared**2 / (shared**2 + private**2), abs=0.05)


def test_the_closed_list_of_stakes_has_its_shifts(flagship):
    shift = flagship.scenario.law.stake_shift.tolist()
    assert dict(zip(STAKES, shift, strict=True)) == {"petty": -1.0, "serious": 0.0, "vital": 0.7}


def test_a_dispute_procedure_starts_a_rung_lower(flagship):
    """play.md 6 (#57)."""
    first = []
    for programme in ((), (("dispute-procedure", N),)):
        stage = Calm(flagship, watched=None).believed(0.5).turn(programme=programme)
        for _ in range(3):
            stage.turn()
        stage.brings(PETTY).game.brief()
        first.append(int(theirs(stage)[0]))
    assert first == [2, 1]


# ---- what they decide


def at_rungs(s, own, other, p=0.5, stake=0.7, broker=0.0, resolve=0.0):
    one = lambda x: np.array([x])  # noqa: E731
    up, down = utilities(one(p), one(resolve), one(stake), np.array([own]), np.array([other]), one(broker), s.law)
    return float(up[0]), float(down[0])


def test_the_published_utilities(flagship):
    """science.md 4.3, written out once for a rung of 2 against 3, with round numbers for what is fitted."""
    law = replace(
        flagship.scenario.law, ladder_cost=2.0, matching=0.6, intent_weight=0.8, down_matching=0.5, down_relief=0.4, down_stake=0.25
    )
    up, down = at_rungs(flagship.scenario.at(law=law), 2, 3, p=0.6, stake=0.7, broker=0.35)
    v = 2.0 * np.array([0, 0.1, 0.2, 0.45, 0.8, 1.25, 2.1])
    assert up == pytest.approx(0.7 + 0.6 * 1 - (v[3] - v[2]) - 0.8 * 0.15)
    assert down == pytest.approx(0.5 * 0.6 * -1 + 0.4 * (v[2] - v[1]) + 0.8 * 0.15 + 0.5 * 0.35 - 0.25 * 0.7)


def test_who_stands_above_them_pulls_them_up_and_who_is_trusted_lets_them_down(flagship):
    """Matching, the dearer rung, belief in intent: each moves the choice the way the page says."""
    s = flagship.scenario
    assert at_rungs(s, 2, 4)[0] > at_rungs(s, 2, 2)[0] > at_rungs(s, 2, 0)[0]
    assert at_rungs(s, 4, 4)[0] < at_rungs(s, 1, 1)[0]
    assert at_rungs(s, 3, 3, p=0.9)[0] < at_rungs(s, 3, 3, p=0.1)[0]
    assert at_rungs(s, 3, 3, p=0.9)[1] > at_rungs(s, 3, 3, p=0.1)[1]
    assert at_rungs(s, 3, 3, broker=0.35)[1] > at_rungs(s, 3, 3)[1]
    (up, down), (higher, lower) = at_rungs(s, 3, 3), at_rungs(s, 3, 3, stake=1.4)
    assert higher > up and lower < down


def test_what_they_did_is_what_the_papers_say(flagship):
    """Act: climbs, holds or steps down, by the rung they left; the account of the crisis counts their steps down."""
    stage = in_crisis(flagship, 400, law=ENDLESS)
    stage.turn()
    moved, act = theirs(stage) - 3, stage.world.their_act[:, stage.c[N]]
    accident = moved > 1
    for step, word in ((1, Act.CLIMBS), (0, Act.HOLDS), (-1, Act.STEPS_DOWN)):
        assert (act[(moved == step) & ~accident] == word).mean() > 0.95
        assert (moved == step).any()
    assert (stage.world.their_downs[moved == -1] == 1).all()


def test_firmness_deters_the_grasping_who_believe_it_and_not_the_fearful(flagship):
    """play.md 4: firmness cures the one and frightens the other; belief in resolve enters only a grasping choice."""
    climbs = {}
    for aim in (0, 1):
        for resolve in (0.05, 0.95):
            stage = in_crisis(flagship, 600, law=ENDLESS)
            stage.world.prior[:, :, 1] = logit(resolve)
            stage.world.aim[:] = aim
            stage.turn()
            climbs[aim, resolve] = float((theirs(stage) > 3).mean())
    assert climbs[0, 0.05] == climbs[0, 0.95]
    assert climbs[1, 0.95] < climbs[1, 0.05] - 0.05


# ---- how far it goes


def war_share(flagship, inject, player, rows=3000):
    """Share of plays in which a crisis of the shipped scenario, played by a policy, ends in war."""
    stage = crisis(flagship, rows, inject=inject, level=0.4)
    for _ in range(stage.s.crisis_turns + 2):
        if stage.game.phase == "closed":
            break
        stage.game.play_turn(player)
    assert (stage.world.crises > 0).all() and (stage.world.crisis == 0).all()
    return float(stage.world.war.mean())


def test_fish_seldom_lead_to_war_by_themselves_and_the_islands_may(flagship):
    """play.md 2: even for a hawk a petty quarrel ends in war in hardly any play, a vital one more than twice as often."""
    petty, vital = war_share(flagship, PETTY, policy("hawk")), war_share(flagship, VITAL, policy("hawk"))
    assert petty < 0.015
    assert vital > 0.02 and vital > 2 * petty


def test_a_crisis_is_held_by_who_gives_it_an_exit(flagship):
    """Of players alike in all else, who gives way loses fewest campaigns to the islands, who stands fewer than who climbs."""
    fair = policy("fair-and-firm").manner
    yields, stands, climbs = (
        war_share(flagship, VITAL, Player(replace(fair, crisis=firmness))) for firmness in (-1, fair.crisis, 1)
    )
    assert yields < stands < 0.6 * climbs


# ---- accidents


def accidents(flagship, factor, rung=5, rows=3000):
    """Share of plays in which something nobody ordered happened in one fortnight at this rung."""
    # With such a stake they step down, unless an accident carries them up.
    stage = in_crisis(flagship, rows, home=rung, theirs=rung, stake=-60.0)
    stage.world.mods[:, :, ladder.MOD["accidents"]] = factor
    stage.turn()
    return float((theirs(stage) > rung).mean())


def test_a_hotline_halves_accidents(flagship):
    """rulings 19: a fortnight 1 % at rung 3, 3 % at 4, 6 % at 5, halved by a hotline."""
    assert flagship.scenario.law.accidents.tolist() == [0, 0, 0, 0.01, 0.03, 0.06, 0]
    plain, wired = accidents(flagship, 1.0), accidents(flagship, 0.5)
    assert plain == pytest.approx(0.06, abs=0.015)
    assert wired == pytest.approx(0.03, abs=0.012)
    assert accidents(flagship, 1.0, rung=2, rows=300) == 0


def test_a_hotline_is_such_an_arrangement(flagship):
    """play.md 6: begun for 2 capital, in force a season later, accidents x .5 with that neighbour alone."""
    stage = Calm(flagship, watched=True).believed(0.5).turn(programme=[("hotline", N)])
    factor = stage.world.mods[0, :, ladder.MOD["accidents"]]
    assert factor.tolist() == [1, 1, 1]
    stage.turn()
    assert stage.world.mods[0, :, ladder.MOD["accidents"]].tolist() == [0.5, 1, 1]
    assert stage.total(What.CAPITAL, Cause.INITIATIVE) == -2


# ---- how it ends


@pytest.mark.parametrize(("length", "most"), [("full", 5), ("class", 3)])
def test_after_its_last_fortnight_a_crisis_settles_where_it_stands(flagship, length, most):
    """play.md 2: at most five turns (class: three); then standing orders hold."""
    stage = in_crisis(flagship, 300, law=ENDLESS, length=length, stake=0.5)
    for fortnight in range(1, most + 1):
        assert (stage.world.crisis > 0).any(), f"all over before fortnight {fortnight}"
        stage.turn()
    assert (stage.world.crisis == 0).all() and (stage.world.step <= most).all()
    settled = stage.world.settled[:, stage.c[N]]
    top = stage.world.top[:, stage.c[N]]
    assert settled.any() and (top[settled] >= 1).all() and not settled[stage.world.war].any()


def test_each_season_under_a_settled_crisis_costs(flagship):
    """play.md 5: .6 of strain a season, until somebody steps down."""
    stage = Calm(flagship).believed(0.5).turn()
    c = stage.c[N]
    stage.world.settled[:, c], stage.world.home_rung[:, c], stage.world.their_rung[:, c] = True, 3, 3
    stage.turn().turn()
    assert [x.size for x in stage.lines(What.STRAIN, Cause.TIME)] == [pytest.approx(0.6, abs=1e-5)] * 2
    stage.world.home_rung[:, c], stage.world.their_rung[:, c] = 1, 1
    stage.turn()
    assert not stage.world.settled.any()


def test_measures_lapse_by_themselves_where_nothing_was_settled(flagship):
    """Outside a crisis a rung falls a step a season, and they follow home down."""
    stage = Calm(flagship).believed(0.5).turn()
    c = stage.c[N]
    stage.world.home_rung[:, c], stage.world.their_rung[:, c] = 2, 2
    for expected in (1, 0):
        stage.turn()
        assert stage.world.home_rung[0, c] == expected
    stage.turn()
    assert theirs(stage)[0] == 0


def test_when_both_are_back_at_notes_it_is_over(flagship):
    """science.md 4.3: or both <= 1."""
    stage = in_crisis(flagship, home=1, theirs=1, stake=-60.0, law=ENDLESS)
    stage.turn()
    assert stage.world.crisis[0] == 0 and not stage.world.settled.any()


def test_a_way_out_by_hazard_takes_both_sides_down(flagship):
    """The end of a crisis leaves nobody above a note."""
    stage = in_crisis(flagship, 50, law={"crisis_end": 99.0}, home=3, theirs=3)
    stage.turn()
    out = stage.world.crisis == 0
    assert out.mean() > 0.9
    assert (stage.world.top[out, stage.c[N]] <= 1).all()


@pytest.mark.parametrize(
    ("story", "outcome"),
    [
        ({"their_downs": 1}, Outcome.HELD), ({}, Outcome.SETTLED), ({"their_downs": 1, "home_downs": 1}, Outcome.SETTLED),
        ({"home_downs": 1}, Outcome.LOST), ({"home_downs": 1, "conceded": True}, Outcome.CONCEDED),
        ({"conceded": True, "their_downs": 1}, Outcome.HELD), ({"bluffed": True, "their_downs": 1}, Outcome.BLUFF_CALLED),
        ({"war": True, "their_downs": 1}, Outcome.WAR),
    ],
)  # fmt: skip
def test_a_crisis_is_worth_what_home_came_out_with(flagship, story, outcome):
    """play.md 5: stood firm and it held +2.2, settled +1.2, lost -1.3, bluff called -2.5, conceded -2.2."""
    stage = in_crisis(flagship, watched=True)
    stage.game.brief()
    world, ledger = stage.world, stage.game.ledger
    war = np.array([story.get("war", False)])
    for column in ("their_downs", "home_downs", "conceded", "bluffed"):
        getattr(world, column)[:] = story.get(column, 0)
    world.top_rung[:] = 4
    ladder._account(world, stage.s, ledger, np.array([0]), war)
    assert world.ticks[0] == pytest.approx(UNITS[outcome], abs=1e-5)
    assert [x.size for x in stage.lines(What.EVENT, Cause.CRISIS_ENDED)] == [float(outcome)]
    worst = WAR if war[0] else 4
    strain = [0, 0.2, 0.6, 1.5, 3.5, 7, 25][worst]
    assert stage.total(What.STRAIN, Cause.CRISIS_ENDED) == pytest.approx(strain, abs=1e-5)
    assert stage.total(What.PEOPLE, Cause.CRISIS_ENDED) == pytest.approx({4: -2, 6: -25}[worst], abs=1e-5)
    assert world.crisis[0] == 0


@pytest.mark.parametrize(("downs", "looks"), [({"their_downs": 1}, 0.94), ({"home_downs": 1}, -0.94), ({}, 0.0)])
def test_home_thanks_and_blames_for_how_it_ended(flagship, downs, looks):
    """Publics mind a bad outcome more than inconsistency (Nomikos and Sambanis 2019 [S14]); every group sees who came out below."""
    stage = in_crisis(flagship, watched=True)
    stage.game.brief()
    for column, count in downs.items():
        getattr(stage.world, column)[:] = count
    before = stage.world.approval.copy()
    ladder._account(stage.world, stage.s, stage.game.ledger, np.array([0]), np.array([False]))
    assert stage.world.approval - before == pytest.approx(np.full_like(before, looks), abs=1e-5)
    assert stage.total(What.APPROVAL, Cause.CRISIS_ENDED, (0,)) == pytest.approx(looks, abs=1e-5)


def test_units_are_those_of_the_page():
    assert {o.name: u for o, u in UNITS.items()} == {
        "HELD": 2.2, "SETTLED": 1.2, "LOST": -1.3, "BLUFF_CALLED": -2.5, "CONCEDED": -2.2, "WAR": -2.5,
    }  # fmt: skip
    assert (HOME, OTHER) == (0, 1)


def test_a_fortnight_at_the_alert_strains_security(flagship):
    """play.md 5: +.15 a crisis turn at rung 3 or more."""
    for rung, strain in ((3, 0.15), (1, 0.0)):
        stage = in_crisis(flagship, watched=True, home=rung, theirs=rung, stake=-60.0)
        stage.turn()
        assert stage.total(What.STRAIN, Cause.CRISIS_TURN) == pytest.approx(strain, abs=1e-5)


# ---- war


def test_war_ends_the_campaign_and_everything_is_scored(flagship):
    """rulings 19: after one last cable; Security x .35, People -25, and the standing of that day is read."""
    stage = in_crisis(flagship, watched=True, home=5, theirs=5, stake=60.0)
    stage.turn()
    world = stage.world
    assert world.war[0] and world.closed[0] and stage.game.phase == "closed"
    assert len(stage.lines(What.EVENT, Cause.WAR)) == 1 and world.elections[0] == 0
    parts = score.parts(world, stage.s)[0]
    assert ((parts >= 0) & (parts <= 100)).all()
    assert parts[Score.SECURITY] == pytest.approx(0.35 * world.past[0, 0, 0], abs=1e-6) and parts[Score.SECURITY] < 5
    assert parts[Score.PEOPLE] == 0, "-25 points of People at the last rung, and 25 more of the part"
    assert parts[Score.STANDING] == pytest.approx(score.standing_now(world, stage.s, np.array([0]))[0], abs=1e-6)


def test_a_row_at_war_leaves_its_neighbours_to_play_on(flagship):
    """One table, two fates: the closed row stays as it is."""
    stage = in_crisis(flagship, 2, stake=-60.0)
    stage.world.stake[0], stage.world.home_rung[0], stage.world.their_rung[0] = 60.0, 5, 5
    stage.turn()
    assert stage.world.war.tolist() == [True, False] and stage.game.phase == "briefing"
    names = ("past", "standing", "prior", "fading", "season", "week", "pledge")
    told = {name: getattr(stage.world, name)[0].tobytes() for name in names}
    season = int(stage.world.season[1])
    for _ in range(6):
        stage.turn()
    assert all(getattr(stage.world, name)[0].tobytes() == bytes_ for name, bytes_ in told.items())
    assert stage.world.season[1] > season and stage.world.closed.tolist() == [True, False]


def test_nothing_moves_where_there_is_no_crisis(flagship):
    """The other side climbs in a crisis only (probes are injects)."""
    stage = Calm(flagship, 50, watched=None).believed(0.1)
    for _ in range(4):
        stage.turn()
    assert not stage.world.their_rung.any() and not stage.world.crises.any()


def test_an_empty_ladder_is_no_work(flagship):
    """No live crisis: `respond` returns at once and writes nothing."""
    stage = Calm(flagship, watched=None).turn()
    stage.game.brief()
    ledger, before = Ledger(np.array([0])), stage.world.fingerprint()
    ladder.respond(stage.world, stage.s, stage.game.turn, ledger)
    assert ledger.lines == [] and stage.world.fingerprint() == before


def test_other_laws_are_other_ladders(flagship):
    """A theory is another Parameters: with free rungs everyone climbs."""
    s = flagship.played("full")
    free = s.at(law=replace(s.law, ladder_cost=0.0))
    assert at_rungs(free, 3, 3)[0] > at_rungs(s, 3, 3)[0]
