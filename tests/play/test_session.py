"""A play is its journal: what is folded again is what was played, and going back is folding less."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playing import choose, turn, turns

from game.play import journal
from game.play.draft import Draft, DraftError
from game.play.journal import JournalError
from game.play.pages import Beat
from game.play.session import Session
from game.rules.luck import ONE_LOGIT


def test_replay_equals_play(begin, flagship, tmp_path):
    """Resumed at any point, a play stands where it stood: the same state, the same pages, the same decisions."""
    path = tmp_path / "a.jsonl"
    session = begin(path)
    for number in range(12):
        turn(session, number)
        again = Session.resume(flagship, path)
        assert again.course.state == session.course.state
        assert again.notice == ""
    assert again.page() == session.page()
    assert again.after() == session.after()
    assert again.turns == session.turns
    assert [again.dossier(c) for c in range(3)] == [session.dossier(c) for c in range(3)]


def test_a_whole_campaign_replays(begin, flagship, tmp_path):
    """From the first morning to the closed desk, handovers and crises included."""
    session = turns(begin(tmp_path / "a.jsonl", seed=5), 90)
    assert session.beat is Beat.CLOSED
    session.rank(["tarn", "velmar", "norland"])
    session.take_back(2)
    again = Session.resume(flagship, tmp_path / "a.jsonl")
    assert again.course.state == session.course.state
    assert again.closing() == session.closing()
    assert again.closing().ranked == ("tarn", "velmar", "norland")


@pytest.mark.parametrize("length", ["taster", "class", "full"])
def test_every_length_comes_to_an_end(begin, length):
    """The lengths an author declares are all played out; a shorter one takes fewer decisions."""
    session = turns(begin(length=length), 120)
    assert session.beat is Beat.CLOSED
    assert len(session.turns) <= {"taster": 16, "class": 45, "full": 75}[length]


def test_each_line_bears_the_state(begin, tmp_path):
    """Law 3: one line a move, with the state's hash after it."""
    path = tmp_path / "a.jsonl"
    session = begin(path)
    states = []
    for number in range(6):
        turn(session, number)
        states.append(session.course.state)
    assert [line.state for line in journal.read(path).lines] == states


def test_a_refused_draft_changes_nothing(begin, tmp_path):
    """The desk says why in one sentence, and neither the play nor the file has moved."""
    path = tmp_path / "a.jsonl"
    session = begin(path)
    before, size = session.course.state, path.stat().st_size
    for draft in (session.draft(), Draft(do="no-such-thing"), choose(session).programme_with("hotline")):
        with pytest.raises(DraftError):
            session.submit(draft)
    assert (session.course.state, path.stat().st_size) == (before, size)


def test_undo_goes_back_to_the_morning_it_came_from(begin, flagship, tmp_path):
    """Luck is addressed: after an undo the other choice meets the same world, and the same choice the same outcome."""
    path = tmp_path / "a.jsonl"
    session = turns(begin(path), 4)
    while sum(not option.why_not for option in session.desk().options) < 2:  # a quiet season leaves nothing to choose
        turn(session)
    before, page = session.course.state, session.page()
    turn(session, 0)
    after = session.course.state
    session.undo()
    assert (session.course.state, session.page()) == (before, page)
    turn(session, 1)
    assert session.course.state != after
    session.undo()
    turn(session, 0)
    assert session.course.state == after
    assert session.rewinds == 2
    again = Session.resume(flagship, path)
    assert (again.course.state, again.rewinds) == (after, 2)


def test_rewind_policies(begin):
    """free: at any time; review-only: not in play, and afterwards as a play of its own; off: never."""
    for rewind, in_play, afterwards in (("free", True, True), ("review-only", False, False), ("off", False, False)):
        session = begin(length="taster", rewind=rewind)
        assert session.can_undo == "Nothing has been decided yet."
        turn(session)
        assert (session.can_undo == "") is in_play
        if not in_play:
            with pytest.raises(DraftError):
                session.undo()
        turns(session, 30)
        assert session.beat is Beat.CLOSED
        assert (session.can_undo == "") is afterwards


def test_branching_leaves_the_first_play_alone(begin, flagship, tmp_path):
    """A branch is a file of its own that replays by itself."""
    session = turns(begin(tmp_path / "a.jsonl"), 6)
    state = session.course.state
    other = session.branch(3, tmp_path / "b.jsonl")
    assert len(other.turns) == 3
    turn(other, 2)
    assert session.course.state == state
    assert Session.resume(flagship, tmp_path / "b.jsonl").course.state == other.course.state


def test_no_branch_where_the_policy_forbids_it(begin):
    """An assessment cannot be tried out beforehand; a review can begin when the play is over."""
    held = turns(begin(length="taster", rewind="off"), 30)
    with pytest.raises(JournalError):
        held.branch(1, None)
    reviewed = begin(length="taster", rewind="review-only")
    with pytest.raises(JournalError):
        turns(reviewed, 2).branch(1, None)
    assert len(turns(reviewed, 30).branch(1, None).turns) == 1


def test_notes_stay_with_their_decision(begin, flagship, tmp_path):
    """A mark is kept with the decision it was made on, and goes with it when that is undone."""
    session = turns(begin(tmp_path / "a.jsonl"), 3)
    session.mark("this one")
    turn(session)
    assert [passed.marked for passed in session.turns] == ["", "", "this one", ""]
    again = Session.resume(flagship, tmp_path / "a.jsonl")
    assert again.turns == session.turns
    session.undo()
    session.undo()
    turn(session)
    assert all(passed.marked == "" for passed in session.turns)


def test_a_ranking_names_every_country_once(begin):
    """Four cards, each put somewhere."""
    session = begin()
    with pytest.raises(DraftError):
        session.rank(["norland", "norland", "tarn"])
    session.rank(["norland", "tarn", "velmar"])


@pytest.mark.parametrize("policy", ["random", "fair-and-firm", "opportunist"])
def test_automatic_players_send_what_the_desk_allows(begin, policy):
    """What a policy wishes is cut down to what could be sent by hand, and the campaign ends."""
    session = begin(seed=11)
    session.play_by(policy)
    assert session.beat is Beat.CLOSED


def test_two_plays_of_one_seed_are_one_play(begin):
    """Chance, time and paths are passed in: nothing else decides."""
    assert turns(begin(), 10).course.state == turns(begin(), 10).course.state


def test_lengths_and_difficulties_are_named(begin):
    """An unknown one is one clear sentence."""
    for told in ({"length": "endless"}, {"difficulty": "brutal"}, {"rewind": "sometimes"}, {"climate": "tropical"}):
        with pytest.raises(JournalError):
            begin(**told)


@pytest.fixture
def quieter(flagship):
    """The flagship with hardly a cable: only what can wait, and it mostly does."""
    weight = flagship.scenario.head_start.copy()
    weight[0] = 3 * ONE_LOGIT
    return replace(flagship, scenario=replace(flagship.scenario, head_start=weight, must=(), probes=()))


def test_the_calendar_moves_on_by_itself(quieter, tmp_path):
    """Two quiet seasons in a row are one page and one line, and no turn asks for Enter with nothing on it (play.md 2)."""
    told_as_one = 0
    for seed in range(4):
        session = Session.new(quieter, tmp_path / f"{seed}.jsonl", seed=seed)
        while session.beat is not Beat.CLOSED:
            if session.beat is Beat.MORNING:
                page = session.morning()
                something = (page.cable, page.letter, page.cues, page.news, page.pressures, session.desk().entries)
                assert any(something) or session.desk().programme_open
                if page.told_as_one:
                    told_as_one += 1
                    assert page.cable is None and len({cue.dated for cue in page.cues}) == 2
            turn(session)
        assert Session.resume(quieter, tmp_path / f"{seed}.jsonl").course.state == session.course.state
    assert told_as_one > 4


def test_a_year_of_quiet_hides_nothing(quieter):
    """What falls due or is owed is never passed over: a season told as one had nothing to answer."""
    session = Session.new(quieter, None, seed=2)
    while session.beat is not Beat.CLOSED:
        passed = len(session.course.chronicle.passed)
        turn(session)
        for one in session.course.chronicle.passed[passed:]:
            gone = [
                line for line in one.lines if line.season < one.before.season and line.cause.name.startswith("PLEDGE_")
            ]
            assert not gone
