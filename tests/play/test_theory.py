"""A play is made under one theory, and stays under it: in its file, when it goes on, and in the listing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from game.play import folders
from game.play.journal import JournalError
from game.play.session import Session
from game.rules.parameters import DEFAULT
from game.rules.theories import DEFAULT_THEORY, THEORIES


def header(path):
    return json.loads(path.read_text("utf-8").splitlines()[0])


def authored(flagship, theory):
    """The flagship as if its author had named a theory."""
    told = flagship.told.model_copy(update={"theory": theory})
    return replace(flagship.under(THEORIES[theory].law), told=told)


def test_a_plays_theory_is_in_its_file_and_rules_it(begin, tmp_path):
    """The default leaves the key empty, so that older games read the file."""
    plain, other = begin(tmp_path / "a.jsonl"), begin(tmp_path / "b.jsonl", theory="pure-bayes")
    assert header(tmp_path / "a.jsonl")["theory"] == "" and header(tmp_path / "b.jsonl")["theory"] == "pure-bayes"
    assert (plain.course.scenario.law.chi, other.course.scenario.law.chi) == (DEFAULT.chi, 0.0)
    assert begin(theory=DEFAULT_THEORY).header.theory == ""


def test_left_out_it_is_the_scenarios(flagship):
    """And a person may still play the default."""
    content = authored(flagship, "no-audience-costs")
    session = Session.new(content, None, seed=3)
    assert session.header.theory == "no-audience-costs" and not session.course.scenario.inconsistency.any()
    default = Session.new(content, None, seed=3, theory=DEFAULT_THEORY)
    assert default.header.theory == "" and default.course.scenario.inconsistency.any()


def test_a_play_goes_on_under_its_own_theory(flagship, begin, tmp_path):
    """Resumed, undone and branched, it folds to the same state."""
    path = tmp_path / "a.jsonl"
    session = begin(path, theory="leader-centred", length="taster")
    for _ in range(3):
        session.submit(session.by_policy("opportunist"))
    again = Session.resume(flagship, path)
    assert again.header.theory == "leader-centred" and again.course.state == session.course.state and not again.notice
    branch = again.branch(2, None)
    session.undo()
    assert branch.header.theory == "leader-centred" and branch.course.state == session.course.state


def test_an_unknown_theory_is_refused_in_one_sentence(begin, tmp_path):
    """Whoever asks for it, a person or a file."""
    with pytest.raises(JournalError, match="phlogiston.*it has default, state-centred") as refused:
        begin(tmp_path / "a.jsonl", theory="phlogiston")
    assert "\n" not in str(refused.value) and not (tmp_path / "a.jsonl").exists()


def test_the_listing_tells_a_theory_by_its_plain_name(begin, tmp_path):
    """The default goes without saying."""
    begin(tmp_path / "a.jsonl")
    begin(tmp_path / "b.jsonl", theory="state-centred")
    listed = {one.path.stem: one.theory for one in folders.plays(tmp_path)}
    assert listed == {"a": "", "b": "State-centred reputation"}
