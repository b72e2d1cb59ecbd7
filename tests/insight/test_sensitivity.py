"""What moves the outcomes, whether the rankings last, and what a debrief may say of it.  Most figures here are made by hand."""

from __future__ import annotations

import json
import shutil
from dataclasses import fields, replace
from html import unescape
from pathlib import Path

import numpy as np
import pytest

from game.authoring import load
from game.insight import report
from game.insight.balance import FREE_KEEPING
from game.insight.runner import Job, prepared, work
from game.insight.simulate import Met, Outcome
from game.insight.soundness import breach_story, firmness, rankings, sensitivity, tornado, tornado_chart
from game.insight.soundness.rankings import LESSONS, PLAYERS, kendall
from game.insight.soundness.sensitivity import Effort, measure
from game.insight.variations import HIGHER, LOWER, Knob, changed, changes, draw, knobs, vary
from game.rules.parameters import DEFAULT, SHARES, fingerprint
from game.rules.theories import THEORIES
from game.text.pages import debrief as told

ROOT = Path(__file__).parents[2]
LOST = ("fade_quarter", "approval_month", "rally_month", "heat_month")
SWAY = ("people_point", "mandate_point", "security_scale")
SETS = ("part_weights", "dim_weights", "reading_weights")


def outcome(campaign, plays=8, standing=50.0, security=60.0):
    score = campaign + np.linspace(-1, 1, plays)
    parts = np.tile([security, 50.0, 50.0, standing, 50.0], (plays, 1))
    none = np.zeros((1, 4), int)
    return Outcome(
        parts, score, np.zeros(plays, bool), np.zeros(plays, int), np.zeros(plays, int), np.zeros(plays, int), np.zeros((plays, 3)),
        np.zeros((plays, 1), int), np.zeros((plays, 1), int), Met(none[0], none, none), plays,
    )  # fmt: skip


class Told:
    """A runner that was told every answer, and keeps what it was asked."""

    def __init__(self, answer):
        self.answer, self.jobs = answer, []

    def map(self, jobs, progress=None):
        self.jobs += jobs
        return iter([self.answer(job) for job in jobs])


# --- other settings


def test_every_parameter_can_be_moved_both_ways():
    """Every field has its knob, a set of weights one for each weight; each knob changes its own field and nothing else."""
    every = knobs(DEFAULT)
    assert {knob.field for knob in every} == {f.name for f in fields(DEFAULT)}
    assert [k.name for k in every if k.field == "reading_weights"] == [f"reading_weights[{n}]" for n in range(3)]
    for knob in every:
        for factor in (LOWER, HIGHER):
            moved = changes(DEFAULT, vary(DEFAULT, {knob: factor}))
            assert [name for name, _ in moved] == [knob.field] or not np.any(getattr(DEFAULT, knob.field)), knob.name


def test_a_varied_law_is_still_a_law():
    """Weights add up to one, what is kept a month is less than all of it, and a chance is a chance, in every joint draw."""
    rng = np.random.default_rng(4)
    for _ in range(30):
        law = draw(DEFAULT, rng)
        assert all(np.isclose(getattr(law, name).sum(), 1) for name in SETS)
        assert all(0 < getattr(law, name) < 1 for name in LOST)
        assert all(np.max(getattr(law, name)) <= 1 for name in SHARES)
        assert isinstance(law.habit_seasons, int) and 3 <= law.habit_seasons <= 5


@pytest.mark.parametrize("id", THEORIES)
def test_every_theory_varied_is_a_law_too(id):
    """State-centred reputation keeps nine tenths: a quarter more of that is all of it, and no belief becomes impossible."""
    base = THEORIES[id].law
    for law in [vary(base, {knob: way}) for knob in knobs(base) for way in (LOWER, HIGHER)]:
        assert all(np.max(getattr(law, name)) <= 1 for name in SHARES)


def test_whole_numbers_move_by_one_at_least_and_memory_by_its_half_life():
    assert vary(DEFAULT, {Knob("habit_seasons"): LOWER}).habit_seasons == 3
    assert vary(replace(DEFAULT, habit_seasons=1), {Knob("habit_seasons"): HIGHER}).habit_seasons == 2
    slow = vary(DEFAULT, {Knob("fade_quarter"): HIGHER}).fade_quarter
    half_life = [np.log(0.5) / np.log(share) for share in (DEFAULT.fade_quarter, slow)]
    assert half_life[1] == pytest.approx(1.25 * half_life[0])
    assert vary(DEFAULT, {Knob("loud"): LOWER}).loud == pytest.approx(0.75 * DEFAULT.loud)
    assert vary(DEFAULT, {Knob("economy"): HIGHER}).economy == pytest.approx([1.25 * x for x in DEFAULT.economy])


def test_a_law_travels_as_what_it_changes():
    """Pickled to a worker as names and plain numbers, and whole again there."""
    law = draw(DEFAULT, np.random.default_rng(1))
    sent = changes(DEFAULT, law)
    assert hash(Job("hawk", "", 1, 0, law=sent)) and changes(law, changed(DEFAULT, sent)) == ()
    assert fingerprint(changed(DEFAULT, sent)) == fingerprint(law) != fingerprint(DEFAULT)


def test_a_job_compiles_the_scenario_under_its_law(flagship):
    """Evidence in the scenario's tables is worked out anew: where both types act alike only what an author set by hand is left."""
    same = DEFAULT.b_opport
    blind = changes(flagship.scenario.law, replace(flagship.scenario.law, b_trust=same, b_opport=same))
    own, other = (np.abs(prepared(flagship, Job("hawk", "", 1, 0, law=law)).effects.evidence) for law in ((), blind))
    assert (other <= own).all() and other.sum() < 0.2 * own.sum()


# --- the tornado


def _swayed(job):
    """The campaign follows two parameters, one ten times as much; security a third; nothing else counts."""
    moved = {name: float(value) - getattr(DEFAULT, name) for name, value in job.law if name in SWAY}
    push = 10 * moved.get("people_point", 0) - moved.get("mandate_point", 0)
    return outcome(50 + push, security=60 + moved.get("security_scale", 0))


def test_the_tornado_ranks_what_moves_most(flagship):
    law = flagship.scenario.law
    asked = tornado.jobs(flagship, law, 8, 1)
    assert len(asked) == 3 * (1 + 2 * len(knobs(law))) and {(j.plays, j.seed, j.policy) for j in asked} == {
        (8, 1, "fair-and-firm")
    }
    found = tornado.read(flagship, law, [_swayed(job) for job in asked])
    assert [s.name for s in found.largest(2, 15)] == ["people_point", "mandate_point"]
    people = found.largest(2, 1)[0]
    reach = 10 * 0.25 * law.people_point
    assert (people.low[2], people.high[2]) == (pytest.approx(-reach), pytest.approx(reach))
    assert [s.name for s in found.largest(1, 15)] == ["security_scale"] and not found.largest(0, 15)
    assert found.base == (pytest.approx(50), pytest.approx(60), pytest.approx(50))
    assert len(found.swings) + len(found.still) == len(knobs(law))
    page = list(tornado.lines(found, 1))
    assert "    and 1 settings that move it less" in page and max(map(len, page)) <= 120
    bar = next(line for line in page if "people_point" in line)
    assert bar.count("-") > 20 and bar.count("+") > 20 and bar.index("|") < bar.rindex("+")


def test_what_moves_nothing_says_why(flagship):
    """A parameter that no rule of play looks at is told from one whose case did not come up."""
    law = flagship.scenario.law
    found = tornado.read(flagship, law, [outcome(50.0) for _ in tornado.jobs(flagship, law, 8, 1)])
    assert not found.swings and "read in play" in found.still["lie_scar"]
    assert "read as the scenario is compiled" in found.still["profile_i"]


def test_the_tornado_is_drawn(flagship, tmp_path):
    """One picture of three outcomes, each bar named; a file of its own."""
    law = flagship.scenario.law
    found = tornado.read(flagship, law, [_swayed(job) for job in tornado.jobs(flagship, law, 8, 1)])
    drawn = tornado_chart.write(tmp_path, found).read_text(encoding="utf-8")
    assert drawn.startswith('<svg width="920"') and 'xmlns="http://www.w3.org/2000/svg"' in drawn
    for words in ("security_scale", "people_point", "mandate_point", "Standing: 50.0", "Security: 60.0"):
        assert words in drawn


def test_one_breach_is_told_by_the_rules_of_trust():
    """science.md 7: a breach costs most at once, and the next administration regains much; b_trust matters most, then b_opport, a."""
    found = breach_story.breach(DEFAULT)
    after, later, prior = found.base
    assert after < 0.5 < prior < later
    reach = {name: abs(high[0] - low[0]) for name, low, high in found.varied}
    assert reach["b_trust"] > reach["b_opport"] > reach["tied"] > 0 == reach["excuse"]
    assert len(list(breach_story.lines(found))) == 2 + len(found.varied)


# --- rankings


def _ranked(leader_in, flagship, draws=10):
    """Everybody's score is fixed; `leader_in` says who is lifted above all in which draw."""
    law = flagship.scenario.law
    asked = rankings.jobs(flagship, law, 8, draws, 3)
    laws = list(dict.fromkeys(job.law for job in asked))
    places = {name: 70 - 2 * n for n, name in enumerate(PLAYERS)}

    def score(job):
        return outcome(90 if job.policy == leader_in(laws.index(job.law), job.climate) else places[job.policy])

    assert len(laws) == 1 + draws
    return rankings.read(flagship, [score(job) for job in asked])


def test_a_ranking_that_never_changes_is_stable(flagship):
    found = _ranked(lambda law, climate: "hawk", flagship)
    assert found.stable and found.draws == 10 and {c.leader for c in found.climates} == {"hawk"}
    for one in found.climates:
        assert (one.stays, one.tau, one.lessons_hold, one.lessons_exact, one.usurpers) == (1, 1, 1, 1, ())
        assert one.pairs_stable == len(one.pairs) > 40
        assert sorted(one.lessons) == sorted(LESSONS.values()) and one.lead == pytest.approx(20)


def test_a_leader_in_seven_draws_of_ten_is_not(flagship):
    """Rulings 25: 80 %.  Only the climate in which it happens is called unstable, and the page names who leads instead."""
    climate = next(iter(flagship.scenario.climates))
    found = _ranked(lambda law, c: "dove" if c == climate and law > 7 else "hawk", flagship)
    first, *others = found.climates
    assert (first.stays, first.stable, first.usurpers) == (0.7, False, (("dove", 0.3),))
    assert all(one.stable for one in others) and not found.stable
    behind = [pair for pair in first.pairs if (pair.ahead, pair.behind) == ("hawk", "dove")]
    assert behind[0].holds == 0.7 and 0 < first.pairs_stable < len(first.pairs)
    page = "\n".join(rankings.lines(found))
    assert page.count("NOT STABLE") == 1 and "instead: dove 30%" in page and "hawk over dove" in page


def test_a_gap_of_three_points_or_less_is_no_lesson(flagship):
    """Players two points apart may change places without a word; four points apart they may not."""
    found = _ranked(lambda law, climate: "", flagship)
    named = {(pair.ahead, pair.behind) for pair in found.climates[0].pairs}
    assert (PLAYERS[0], PLAYERS[1]) not in named and (PLAYERS[0], PLAYERS[2]) in named


def test_kendall_knows_order_from_disorder():
    one = np.array([3.0, 1.0, 2.0, 0.0])
    assert kendall(one, 5 * one) == 1 and kendall(one, -one) == -1
    assert kendall(one, np.array([3.0, 2.0, 1.0, 0.0])) == pytest.approx(4 / 6)


# --- the whole, and what is kept of it


def _answer(job):
    free = dict(job.law).get("price_mandate") == 0.0
    best = "steadfast" if free else "hawk"
    return outcome(60.0 if job.policy == best else 50.0 - PLAYERS.index(job.policy))


@pytest.fixture
def measured(flagship):
    return measure(flagship, Told(_answer), effort=Effort(8, 8, 10, 8))


def test_the_whole_is_measured_page_and_data(flagship, measured):
    assert measured.holds and measured.rankings.stable and measured.law == fingerprint(flagship.scenario.law)
    data = json.loads(json.dumps(sensitivity.as_json(measured)))
    assert data["control"]["passed"] and [c["stable"] for c in data["rankings"]["climates"]] == [True] * 3
    assert set(data["tornado"]["still"]) == {k.name for k in knobs(DEFAULT)}
    page = list(sensitivity.lines(measured))
    assert max(map(len, page)) <= 120 and any("steadfast leads everywhere: holds" in line for line in page)


def test_the_control_is_played_under_the_law_that_is_varied(flagship):
    """Under another theory the price of keeping is taken away from that theory's law."""
    runner = Told(_answer)
    measure(flagship, runner, replace(flagship.scenario.law, chi=0.0), Effort(8, 8, 2, 8))
    free = [job for job in runner.jobs if dict(job.law).get("price_mandate") == 0.0]
    assert free and all(dict(job.law)["chi"] == 0.0 and job.law[-3:] == FREE_KEEPING for job in free)
    base = runner.jobs[0]
    assert base.law == (("chi", 0.0),)


def test_the_file_speaks_for_its_own_version_only(flagship, measured, tmp_path):
    """Another content or another law: one sentence that says it was not measured, and never another version's figures."""
    law, content = flagship.scenario.law, flagship.content_hash
    assert "not been measured for this scenario" in firmness.told(tmp_path, content, law)
    path = firmness.write(tmp_path, flagship, measured)
    said = firmness.told(tmp_path, content, law)
    assert "In 10 trials" in said and "depends" not in said and said.endswith("10 where home is restless (“hawk”).")
    assert "10 where Norland is fearful and home is quiet (“hawk”)" in said
    assert "this version of the scenario" in firmness.told(tmp_path, "0" * 64, law)
    assert "settings of this play" in firmness.told(tmp_path, content, replace(law, chi=0.5))
    path.write_text("{", encoding="utf-8")
    assert "not been measured" in firmness.told(tmp_path, content, law)


def test_a_lesson_that_depends_on_the_setting_is_called_so(flagship, measured, tmp_path):
    """Firm in two climates, fickle in the third: both are said."""
    one, *others = measured.rankings.climates
    fickle = replace(measured, rankings=replace(measured.rankings, climates=(replace(one, stays=0.5), *others)))
    firmness.write(tmp_path, flagship, fickle)
    said = firmness.told(tmp_path, flagship.content_hash, flagship.scenario.law)
    firm, loose = said.split("; but ")
    assert "10 where home is restless" in firm and "fearful" not in firm
    assert "in only 5 where Norland is fearful" in loose and loose.endswith(
        "there, who plays best depends on the setting."
    )
    every = tuple(replace(c, stays=0.5) for c in measured.rankings.climates)
    firmness.write(tmp_path, flagship, replace(measured, rankings=replace(measured.rankings, climates=every)))
    assert firmness.told(tmp_path, flagship.content_hash, flagship.scenario.law).count(" 5 where") == 3


def test_every_debrief_says_how_firm_its_lesson_is(opened, tmp_path):
    """In the terminal, in the page and (by the same legend) in the window; a file that cannot be read is no figure."""
    debrief = opened("fair-and-firm", 4, "taster")
    said = debrief.legend["lesson"]
    assert "every parameter moved" in said or "has not been measured" in said
    assert any(said in line.text for line in told.legend(debrief))
    page = next(path for path in report.write(debrief, tmp_path) if path.suffix == ".html")
    assert said in unescape(page.read_text(encoding="utf-8"))


def test_what_is_kept_beside_a_scenario_is_no_part_of_it(flagship, measured, tmp_path):
    """A scenario that is measured is the same scenario: its hash does not change, and neither do its plays."""
    folder = tmp_path / "narrow-sea"
    shutil.copytree(ROOT / "scenarios" / "narrow-sea", folder)
    firmness.write(folder, flagship, measured)
    assert load(folder, ROOT / "scenarios" / "playbook.yaml").content_hash == flagship.content_hash


def test_plays_under_a_varied_law_are_felt(flagship):
    """The same seeds under a law without the cost of a breach at home, and under the scenario's own: a real run, not a told one."""
    law = vary(flagship.scenario.law, {Knob("security_scale"): HIGHER})
    job = Job("fair-and-firm", "", 12, 1, "taster")
    own, other = work(flagship, job), work(flagship, replace(job, law=changes(flagship.scenario.law, law)))
    assert (other.parts[:, 0] >= own.parts[:, 0]).all() and (other.parts[:, 0] > own.parts[:, 0]).any()
    assert np.array_equal(own.parts[:, 1:], other.parts[:, 1:])
