"""The debrief tells the play that was played, and its sums are exact."""

from __future__ import annotations

import json
from math import log

import numpy as np
import pytest

from game.folders import SCENARIOS
from game.insight import debrief_file, debrief_of
from game.insight.account import spearman
from game.insight.export import INHERITED, to_json
from game.insight.refold import Decided, Diverged, refold
from game.play.journal import JournalError
from game.play.pages import Beat
from game.play.session import Session
from game.rules.trust import record_update
from game.rules.vocabulary import DIMENSIONS, STATE_WORDS, State

PLAYS = (("fair-and-firm", 4), ("opportunist", 2), ("random", 11), ("bluffer", 15))
"""Between them: words kept, broken, concealed and renegotiated, leaks, a crisis, votes won and lost."""

every_play = pytest.mark.parametrize(("name", "seed"), PLAYS)


def logit(p: float) -> float:
    return log(p / (1 - p))


# --- the sums


@every_play
def test_the_record_and_the_lines_add_up_to_every_belief(opened, name, seed):
    """Law 4: inherited record + deeds, words, pledges, hearsay, fading and handovers = belief, at every turn, for everyone."""
    debrief = opened(name, seed)
    moved = []
    for observer in debrief.observers:
        for belief in observer.beliefs:
            assert belief.opening == pytest.approx(logit(belief.record), abs=1e-5)
            for turn, p in enumerate(belief.p):
                told = belief.opening + sum(line.size for line in belief.lines if line.when.turn <= turn)
                assert told == pytest.approx(logit(p), abs=1e-4)
            moved.append(max(belief.p) - min(belief.p))
    assert max(moved) > 0.3, "a play in which nothing happened proves nothing"
    assert {line.kind for o in debrief.observers for b in o.beliefs for line in b.lines} >= {
        "deed",
        "word",
        "hearsay",
        "faded",
        "handover",
    }


@every_play
def test_what_is_told_is_the_same_sum_in_fewer_words(opened, name, seed):
    """Small things and fading are added up; nothing is left out and nothing counted twice."""
    for observer in opened(name, seed).observers:
        for belief in observer.beliefs:
            places = [place for told in belief.told for place in told.lines]
            assert sorted(places) == list(range(len(belief.lines)))
            assert sum(told.size for told in belief.told) == pytest.approx(
                sum(line.size for line in belief.lines), abs=1e-12
            )
            assert len(belief.told) <= len(belief.lines)


@every_play
def test_a_belief_passes_on_between_record_and_predecessor(opened, flagship, name, seed):
    """start = h*r + (1-h)*m', with m' and n' of science.md 2.3; h is one number for all."""
    debrief = opened(name, seed)
    shares = set()
    for observer in debrief.observers:
        for d, belief in enumerate(observer.beliefs):
            assert len(belief.successions) == sum(not vote.fell for vote in debrief.votes) - 1
            for s in belief.successions:
                assert s.start == pytest.approx(s.h * s.r + (1 - s.h) * s.m_after, abs=2e-4)
                law = flagship.scenario.law
                one = (np.full(4, value) for value in (s.r, s.m, s.n))
                mean, weight = record_update(*one, law)
                assert (s.m_after, s.n_after) == (pytest.approx(mean[d], abs=1e-4), pytest.approx(weight[d], abs=1e-3))
                shares.add((s.when.turn, round(s.h, 3)))
    assert len(shares) == 2


def test_the_json_adds_up_too(opened):
    """`debrief --json`: the lines up to a turn are the belief of that turn, the inherited record among them."""
    told = json.loads(json.dumps(to_json(opened("bluffer", 15))))
    assert list(told) == ["scenario", "seed", "turns", "score", "verdict", "pledges", "trust", "ledger", "theory", "judged"]
    assert [line["cause"] for line in told["ledger"]].count(INHERITED) == len(told["trust"]) * len(DIMENSIONS)
    for observer, beliefs in told["trust"].items():
        assert tuple(beliefs) == DIMENSIONS
        for dimension, p in beliefs.items():
            assert len(p) == told["turns"]
            mine = [one for one in told["ledger"] if (one["observer"], one["dimension"]) == (observer, dimension)]
            for turn, chance in enumerate(p):
                assert sum(one["log_odds"] for one in mine if one["turn"] <= turn) == pytest.approx(
                    logit(chance), abs=1e-4
                )


# --- the same play


@every_play
def test_the_fold_ends_where_the_play_did(played, opened, name, seed):
    """Seasons that asked for nothing are folded too, and hidden things are those of the play's own table."""
    world, debrief = played(name, seed).course.game.world, opened(name, seed)
    assert debrief.complete and debrief.verdict is not None
    assert [observer.aims[-1].value for observer in debrief.observers[:-1]] == [
        ("fearful", "grasping")[int(a)] for a in world.aim[0]
    ]
    assert [observer.rungs[-1] for observer in debrief.observers[:-1]] == list(
        zip(world.home_rung[0], world.their_rung[0], strict=True)
    )
    assert debrief.turns[-1].season == world.season[0]


def test_another_seed_is_another_play(played):
    """Decisions that do not fit where they are folded are refused, never bent."""
    session = played("random", 11)
    decided = [Decided(p.before.season, p.before.step, p.did, p.turn) for p in session.course.chronicle.passed]
    with pytest.raises((Diverged, ValueError)):
        refold(session.course.scenario, 12, [*decided[3:], decided[0]])


def test_a_file_gives_the_same_debrief_and_is_left_as_it_was(flagship, tmp_path):
    """Undone decisions do not count, notes do; and looking changes no byte."""
    path = tmp_path / "play.jsonl"
    session = Session.new(flagship, path, seed=7, length="taster", started="2031-04-01")
    session.submit(session.by_policy("hawk"))
    session.mark("too loud?")
    session.submit(session.by_policy("dove"))
    session.undo()
    session.play_by("fair-and-firm")
    session.rank([state.id for state in session.states])
    session.take_back(0)
    before = path.read_bytes()
    debrief = debrief_file(path, SCENARIOS)
    assert debrief == debrief_of(session)
    assert path.read_bytes() == before
    assert (
        debrief.rewinds == 1 and debrief.took_back == debrief.decisions[0] and debrief.took_back.marked == "too loud?"
    )
    assert len(debrief.rankings) == 1 and not any(belief.successions for o in debrief.observers for belief in o.beliefs)


def test_a_damaged_file_is_opened_as_far_as_it_can_be_read(flagship, tmp_path):
    """It says so in one sentence, and the damage stays where it is for whoever wants to mend it."""
    path = tmp_path / "play.jsonl"
    Session.new(flagship, path, seed=7, length="taster", started="2031-04-01").play_by("fair-and-firm")
    path.write_bytes(path.read_bytes()[:-40])
    before = path.read_bytes()
    debrief = debrief_file(path, SCENARIOS)
    assert not debrief.complete and debrief.verdict is None and "cut short" in debrief.notice
    assert path.read_bytes() == before


def test_what_cannot_be_debriefed_is_refused_in_one_sentence(flagship, tmp_path):
    session = Session.new(flagship, tmp_path / "new.jsonl", seed=7, started="2031-04-01")
    assert session.beat is Beat.MORNING
    with pytest.raises(JournalError, match="Nothing has been decided"):
        debrief_of(session)
    with pytest.raises(JournalError, match="not among the scenarios"):
        debrief_file(tmp_path / "new.jsonl", tmp_path)


# --- what it tells


@every_play
def test_every_pledge_has_its_life(played, opened, name, seed):
    """The last life of each slot ends in the state that the table holds; dates run forward."""
    world, debrief = played(name, seed).course.game.world, opened(name, seed)
    ids = [observer.id for observer in debrief.observers]
    last = {(life.giver >= 0, life.slot): life for life in debrief.pledges if life.state != "declined"}
    kinds = [kind.id for kind in played(name, seed).texts.playbook.pledges]
    held = 0
    for giver, c, k in np.argwhere(world.pledge[0] != State.NONE):
        life = last[bool(giver), f"{ids[c]}/{kinds[k]}"]
        assert life.state == STATE_WORDS[int(world.pledge[0, giver, c, k])]
        held += 1
    assert held >= 5
    for life in debrief.pledges:
        turns = [event.when.turn for event in life.events]
        assert turns == sorted(turns) and life.made == life.events[0].when
        assert (life.ended is None) == (life.state in ("open", "offered"))


def test_the_file_holds_the_minutes_of_what_was_really_answered(opened, flagship):
    """By date, each in the hand of its own ministry, with what home chose; the last note is chosen by the last belief."""
    debrief = opened("fair-and-firm", 4)
    norland = debrief.files[0]
    assert [minute.when.turn for minute in norland.minutes] == sorted(minute.when.turn for minute in norland.minutes)
    done = {(decision.title, decision.did) for decision in debrief.decisions}
    assert norland.minutes and all((minute.subject, minute.answer) in done for minute in norland.minutes)
    for minute in norland.minutes:
        assert minute.paragraphs and minute.margin and minute.by != minute.hand
    assert {line.when.turn for line in norland.register} <= {turn.turn for turn in debrief.turns}
    for file, observer in zip(debrief.files, debrief.observers, strict=False):
        low, high = observer.composite[-1] <= 0.42, observer.composite[-1] >= 0.58
        assert file.level == ("low" if low else "high" if high else "middle")
        assert not any(text[0].isdigit() for text in file.closing) and "*" not in file.closing_margin


def test_cues_stand_beside_the_truth_they_were_drawn_from(opened):
    """Over a play, phrases shown follow the fitting ones, but not slavishly: that is the space of skill."""
    cues = opened("fair-and-firm", 4).cues
    shown, fitting = [cue.level for cue in cues], [cue.fitting for cue in cues]
    assert len(cues) > 20
    assert 0.2 < np.corrcoef(shown, fitting)[0, 1] < 0.98
    assert all(0 <= cue.level <= 4 and cue.phrase and cue.reporter and cue.truth for cue in cues)


def test_a_crisis_is_told_from_its_opening_to_its_end(opened):
    crisis = opened("bluffer", 15).crises[0]
    assert crisis.closed is not None and crisis.opened.turn < crisis.closed.turn
    assert crisis.outcome and 1 <= crisis.worst <= 6


@pytest.mark.parametrize(
    ("ranks", "value"),
    [([0, 1, 2], 1.0), ([2, 1, 0], -1.0), ([1, 0, 2], 0.5), ([0], 1.0)],
)
def test_rank_correlation(ranks, value):
    """Spearman of three: one swap of neighbours costs a half."""
    assert spearman(ranks) == pytest.approx(value)
