"""Looking for plays that reach everything: tables and desks agree on what was reached, and what is kept can be replayed."""

from __future__ import annotations

import json

import numpy as np
import pytest

from game.authoring import load
from game.cli import main
from game.insight import reach
from game.insight.reach.search import Candidate, Candidates, walk
from game.insight.reach.seekers import seekers
from game.insight.reach.targets import reached
from game.play.policies import policy
from game.play.session import Session
from game.rules.scenario import OPTIONS
from game.rules.turn import Game
from tests.authoring.places import PLAYBOOK, SOUND


@pytest.fixture(scope="module")
def small():
    """The small scenario of the authoring tests: two shores, one bond."""
    return load(SOUND, PLAYBOOK)


@pytest.fixture(scope="module")
def targets(flagship):
    return reach.Targets.of(flagship)


def test_every_inject_option_and_verdict_is_a_target(flagship, targets):
    """And both mornings after, where two are written; with one alone there is nothing more to reach than the option."""
    kinds = [name.partition(":")[0] for name in targets.names]
    texts = flagship.texts
    assert kinds.count("inject") == len(texts.injects) - 1 and kinds.count("verdict") == len(texts.verdicts)
    assert kinds.count("option") == sum(len(inject.options) for inject in texts.injects)
    two = sum(bool(option.presses) for inject in texts.injects for option in inject.options)
    assert kinds.count("rests") == kinds.count("presses") == two > 0
    assert len(set(targets.names)) == len(targets)


def test_a_play_tells_what_it_reached_and_when(played, flagship):
    """Each with the decision at which it first did, so that a reader finds the page."""
    session = played("prudent", 11)
    found = reached(session.course)
    first = next(p for p in session.course.chronicle.passed if p.before.inject)
    inject = flagship.texts.injects[first.before.inject]
    assert found[f"inject:{inject.id}"] == first.turn and found[f"option:{inject.id}/{first.did.do}"] == first.turn
    assert sum(name.startswith("verdict:") for name in found) == 1
    assert not any(name.startswith("verdict:") for name in reached(Session.new(flagship, None, seed=1).course))


def test_a_table_and_a_desk_reach_the_same(flagship, targets):
    """A player that says nothing and starts nothing does alike in a table and at a desk: the same targets, row by row."""
    s, silent = flagship.played("taster"), policy("silent")
    hits = walk(s, [silent], np.arange(6), targets)
    for seed in range(6):
        session = Session.new(flagship, None, seed=seed, length="taster")
        session.play_by("silent")
        assert {targets.names[t] for t in np.flatnonzero(hits[seed])} == set(reached(session.course))


def test_a_seeker_is_drawn_to_what_nobody_chose(flagship):
    """Of options that can be paid, the never chosen ones are worth most to one that is curious and nothing else."""
    s = flagship.played("full")
    game = Game(s, np.arange(40))
    game.brief()
    view = game.view()
    met = np.flatnonzero(game.world.inject > 0)
    assert met.size
    chosen = np.full(s.option_effect.size, 1000)
    fresh = game.world.inject[met].astype(int) * OPTIONS + np.array(
        [np.flatnonzero(row)[-1] for row in view.affordable[met]]
    )
    chosen[fresh] = 0
    curious = seekers(s, chosen, 1, number=1)[0]
    assert (game.world.inject[met].astype(int) * OPTIONS + curious.reply(view).option[met] == fresh).all()


def test_the_search_is_the_same_every_time(small):
    targets = reach.Targets.of(small)
    first, again = (reach.search(small, targets, seeds=3, rounds=2) for _ in range(2))
    assert np.array_equal(first.hits, again.hits) and len(first.plays) > 3


def test_a_few_plays_cover_what_many_reach(small, tmp_path):
    """Greedy, and without needless ones; written with their first reach, and replayed without a file being touched."""
    targets = reach.Targets.of(small)
    found = reach.search(small, targets, seeds=6, rounds=2)
    kept = reach.cover(small, targets, found)
    assert 0 < len(kept) < 12
    reached_by = [set(one.reached) for one in kept]
    for n, mine in enumerate(reached_by):
        assert mine - set().union(*reached_by[:n], *reached_by[n + 1 :]), "each play is needed for something"

    told = reach.write(small, tmp_path, targets, kept)
    assert reach.claims(tmp_path) == json.loads(json.dumps(told))
    assert set(told["reached"]) | set(told["never"]) == set(targets.names)
    before = {file: file.read_bytes() for file in (tmp_path / reach.FOLDER).iterdir()}
    for target, (name, turn) in told["reached"].items():
        assert reached(reach.replayed(small, tmp_path / reach.FOLDER / name))[target] == turn
    assert {file: file.read_bytes() for file in (tmp_path / reach.FOLDER).iterdir()} == before


def test_a_second_search_replaces_the_first(small, tmp_path):
    """Plays of an older text do not stay behind; a file of somebody else's does."""
    targets = reach.Targets.of(small)
    (tmp_path / reach.FOLDER).mkdir()
    for name in ("reach-99.jsonl", "mine.jsonl"):
        (tmp_path / reach.FOLDER / name).write_text("{}\n")
    reach.write(small, tmp_path, targets, [])
    assert {file.name for file in (tmp_path / reach.FOLDER).iterdir()} == {"index.json", "mine.jsonl"}


def test_a_candidate_counts_for_what_its_own_play_reaches(small):
    """A table that claims more than the desk delivers is not believed."""
    targets = reach.Targets.of(small)
    boast = Candidates()
    boast.add([policy("silent")], "taster", np.array([1]), np.ones((1, len(targets)), bool))
    kept = reach.cover(small, targets, boast)
    truth = Session.new(small, None, seed=1, length="taster")
    truth.play_by("silent")
    assert kept[0].play == Candidate(policy("silent"), "taster", 1)
    assert kept[0].reached == reached(truth.course) and len(kept[0].reached) < len(targets)


def test_a_stale_play_is_said_to_be_so(small, flagship, tmp_path):
    """Changed text, changed rules, no play at all: one sentence each."""
    session = Session.new(small, tmp_path / "a.jsonl", seed=1, length="taster")
    session.play_by("silent")
    file = tmp_path / "a.jsonl"
    with pytest.raises(reach.Stale, match="has been changed since a.jsonl was played"):
        reach.replayed(flagship, file)
    lines = file.read_text().splitlines(keepends=True)
    state = json.loads(lines[1])["state"]
    file.write_text("".join([lines[0], lines[1].replace(state, "0" * len(state)), *lines[2:]]))
    with pytest.raises(reach.Stale, match="line 2 of a.jsonl no longer leads"):
        reach.replayed(small, file)
    with pytest.raises(reach.Stale, match="has no plays kept with it"):
        reach.claims(tmp_path)


def test_a_folder_that_cannot_be_written_is_refused_in_one_sentence(tmp_path, capsys, monkeypatch):
    """The search is not what fails: the sentence names the folder."""
    (tmp_path / "scenario.yaml").write_bytes(SOUND.read_bytes())
    (tmp_path / "playbook.yaml").write_bytes(PLAYBOOK.read_bytes())
    (tmp_path / reach.FOLDER).write_text("in the way")
    monkeypatch.setattr("game.insight.reach.search", lambda *_, **__: Candidates())
    monkeypatch.setattr("game.insight.reach.cover", lambda *_, **__: [])
    assert main(["playtest", str(tmp_path), "--journals"]) == 2
    assert "cannot be kept in" in capsys.readouterr().err
