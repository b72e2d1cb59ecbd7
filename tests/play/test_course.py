"""What passes between mornings: handovers with their ink, a fall, a war, and what is told of them."""

from __future__ import annotations

import numpy as np
import pytest
from playing import choose, turn

from game.play import visible
from game.play.draft import DraftError, Passing, Saying
from game.play.pages import Beat
from game.play.session import Session
from game.rules.vocabulary import Mark, State

SLOT = "velmar/share-data"


def whisper(session: Session) -> None:
    """A private word that nobody minutes."""
    word = Saying("velmar", "promise", "ambassador", "plain", minuted=False, about="share-data")
    session.submit(choose(session).saying(word))


def lose_the_next_vote(session: Session) -> None:
    """Play to the handover and make sure that the other party comes."""
    while session.beat is not Beat.HANDOVER:
        turn(session)
    session.course.game.world.lost[0] = True
    session.course.now = visible.seen(session.course.game.world)


@pytest.fixture
def at_the_handover(begin):
    """First term over, the vote lost, one unminuted word open."""
    session = begin(seed=3)
    whisper(session)
    world = session.course.game.world
    c, k = 1, list(session.seat.scenario.names["kinds"]).index("share-data")
    assert world.pledge[0, 0, c, k] == State.OPEN
    world.due[0, 0, c, k] = 26 * 40
    lose_the_next_vote(session)
    return session


def test_an_unminuted_word_is_not_in_the_new_book(at_the_handover):
    """play.md 2: a private pledge nobody wrote down is not in the new book, and the counterpart remembers it."""
    page = at_the_handover.handover()
    assert not page.same_party and page.arriving != page.leaving
    line = next(line for line in page.ink if line.id == f"word:{SLOT}")
    assert "Velmar has my word" in line.text
    at_the_handover.hand_over(Passing())
    assert all(entry.id != SLOT for entry in at_the_handover.book().open)
    assert (at_the_handover.course.game.world.marks[0, 0] & np.uint8(Mark.FORGOTTEN)).any()
    assert at_the_handover.status().minister == page.arriving


def test_a_line_of_ink_puts_it_there(at_the_handover):
    """One line each; the successor then finds it and may affirm it."""
    at_the_handover.hand_over(Passing((f"word:{SLOT}",), {SLOT: "affirm"}))
    entry = next(entry for entry in at_the_handover.book().open if entry.id == SLOT)
    assert entry.id in at_the_handover.book().inherited
    assert entry.id not in at_the_handover.book().unminuted


def test_the_successor_on_the_memo_is_the_one_who_comes(at_the_handover):
    """What the page shows ahead is what the rules then do: name, party, mandate, price of the book."""
    page = at_the_handover.handover()
    at_the_handover.hand_over(Passing((f"word:{SLOT}",)))
    home = at_the_handover.home_front()
    assert (home.party, home.mandate) == (page.arriving_party, page.mandate)
    assert tuple(tick.text for tick in home.objectives) == page.objectives


@pytest.mark.parametrize(
    "passing",
    [
        Passing(("word:norland/catch-limit",)),
        Passing(honour={"norland/no-such-kind": "affirm"}),
        Passing(("ambassador", "ambassador")),
        Passing(("warn:atlantis",)),
    ],
)
def test_a_memo_that_cannot_be_signed_changes_nothing(at_the_handover, passing):
    before = at_the_handover.course.state
    with pytest.raises(DraftError):
        at_the_handover.hand_over(passing)
    assert (at_the_handover.beat, at_the_handover.course.state) == (Beat.HANDOVER, before)


def test_looking_at_the_memo_moves_nothing(at_the_handover):
    """The look ahead happens on a copy."""
    before, lines = at_the_handover.course.state, len(at_the_handover.course.game.ledger.lines)
    assert at_the_handover.handover() == at_the_handover.handover()
    assert (at_the_handover.course.state, len(at_the_handover.course.game.ledger.lines)) == (before, lines)


def test_a_war_ends_the_campaign_with_one_cable(begin):
    """rulings 19: war ends the campaign after one last cable; no vote follows."""
    session = begin(seed=3)
    turn(session)
    session.course.game.world.war[0] = True
    turn(session)
    page = session.closing()
    assert session.beat is Beat.CLOSED
    assert page.last_cable and page.election is None
    with pytest.raises(DraftError):
        session.submit(session.draft())


def test_a_fall_seats_another_minister_for_the_rest_of_the_term(begin):
    """A fall is no vote: the page says so, and the term is not begun anew."""
    session = begin(seed=3)
    turn(session)
    before = session.status().minister
    world = session.course.game.world
    party = int(np.flatnonzero(session.seat.scenario.lever == 2)[0])
    for _ in range(30):
        if session.beat is Beat.HANDOVER:
            break
        world.approval[0, party] = -6
        session.course.now = visible.seen(world)
        turn(session)
    page = session.handover()
    assert page.election.fell and "fall" in page.election.heading
    session.hand_over(Passing())
    assert session.status().minister != before
    assert "first term" in session.status().line


def test_news_waits_for_the_dates_it_tells(begin):
    """A line that dates an earlier act is not shown to those among whom it never happened."""
    for seed in range(3):
        session = begin(seed=seed)
        while session.beat is not Beat.CLOSED:
            if session.beat is Beat.MORNING:
                assert all("{" not in line.text for line in session.morning().news)
            turn(session, len(session.turns))


def test_a_year_told_in_one_turn_is_read_without_papers(begin):
    """Class length: a cable comes alone with two cues at most; its papers and lines of news are left to plays with time for them."""
    beside = {}
    for length in ("class", "full"):
        read = []
        for seed in range(3):
            session = begin(seed=seed, length=length)
            while session.beat is not Beat.CLOSED:
                if session.beat is Beat.MORNING and (page := session.morning()).cable and not page.crisis:
                    read.append((len(page.cues), len(session.course.briefing.news), int(page.paper is not None)))
                turn(session, len(session.turns))
        assert len(read) > 10
        beside[length] = tuple(np.max(read, axis=0))
    assert beside == {"class": (2, 0, 0), "full": (3, 1, 1)}, "at most so many cues, lines and clippings"


def test_the_morning_after_is_dated_by_the_deed(begin):
    """The page of a reply tells its own day, though the calendar has moved on."""
    session = begin(seed=3)
    date = session.status().date
    page = session.submit(choose(session))
    assert page.status.date == date != session.status().date
    assert page.status.beat is Beat.AFTER
