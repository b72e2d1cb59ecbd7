"""Law 4 and law 6: pages are plain words, and no page changes when only what is hidden changes."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum

import numpy as np
import pytest
from playing import turn

from game.play import visible
from game.play.draft import Passing
from game.play.pages import Beat
from game.play.session import Session
from game.play.visible import Visible
from game.rules.ledger import Cause
from game.rules.world import World

PLAIN = (str, int, float, bool, type(None), Enum)


def pages_of(session: Session) -> list[object]:
    """Everything that can be opened here."""
    shown: list[object] = [
        session.home_front(),
        session.book(),
        session.playbook(),
        session.glossary(),
        session.help(),
        session.status(),
    ]
    shown += [session.dossier(c) for c in range(len(session.states))]
    shown += [session.after(), session.election(), session.turns]
    if session.beat is Beat.MORNING:
        shown += [session.morning(), session.desk()]
    elif session.beat is Beat.HANDOVER:
        shown.append(session.handover())
    else:
        shown.append(session.closing())
    return shown


def leaves(value: object):
    if is_dataclass(value):
        for field in fields(value):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from leaves(item)
    else:
        yield value


@pytest.fixture(scope="module")
def moments(flagship):
    """A campaign's moments: seasons, a crisis, a handover, the end."""
    session = Session.new(flagship, None, seed=3, started="2031-04-01")
    found = []
    while session.beat is not Beat.CLOSED:
        crisis = session.beat is Beat.MORNING and session.morning().crisis is not None
        if session.beat is Beat.HANDOVER or crisis or len(session.turns) % 6 == 4:
            found.append(session.branch(len(session.turns), None))
        turn(session, len(session.turns))
    return [*found, session]


def test_the_moments_are_of_every_sort(moments):
    """Or the tests below would look away."""
    beats = {session.beat for session in moments}
    assert beats == {Beat.MORNING, Beat.HANDOVER, Beat.CLOSED}
    assert any(session.beat is Beat.MORNING and session.morning().crisis for session in moments)


def test_pages_are_plain_words(moments):
    """Strings, small numbers and enums: no array, no dictionary, no stray number type of numpy."""
    for session in moments:
        for page in pages_of(session):
            for leaf in leaves(page):
                assert isinstance(leaf, PLAIN) and not isinstance(leaf, np.generic), leaf


def test_no_text_is_left_unfilled(moments):
    """No {placeholder}, no id with hyphens where a name should stand, no empty title."""
    for session in moments:
        for page in pages_of(session):
            for leaf in leaves(page):
                assert not (isinstance(leaf, str) and ("{" in leaf or "None" in leaf)), leaf


SHOWN = {f.name for f in fields(Visible)}
STORY = {
    "seed",
    "option",
    "flags",
    "queued",
    "queued_for",
}  # the author's threads: an aim of the mandate may hang on one
HIDDEN = [f.name for f in fields(World) if f.name not in SHOWN | STORY]


def disturb(world: World, spare: tuple[str, ...] = ()) -> None:
    """Everything the minister may not know, turned upside down; the state of the world otherwise the same."""
    for name in set(HIDDEN) - set(spare):
        column = getattr(world, name)
        if column.dtype == bool:
            column[:] = ~column
        elif name == "aim":
            column[:] = 1 - column
        elif column.dtype.kind == "f":
            column[:] = 0.5 * column + 0.25  # shares stay shares
    world.tempt[:, 1] += 7


def test_no_page_shows_what_is_hidden(moments):
    """Beliefs, records, aims, stakes, honesty, what they pay: change them all, and every page reads the same."""
    assert {"aim", "prior", "fading", "lasting", "record_mean", "honest", "stake", "their_public"} <= set(HIDDEN)
    for session in moments:
        course = session.course
        if session.beat is Beat.HANDOVER:
            continue  # its page looks a step ahead; see the next test
        before = pages_of(session)
        kept = course.game.world
        course.game.world = kept.rows(np.arange(1))
        disturb(course.game.world)
        course.now = visible.seen(course.game.world)
        for page, same in zip(pages_of(session), before, strict=True):
            assert list(leaves(page)) == list(leaves(same))
        course.game.world, course.now = kept, visible.seen(kept)


def test_the_handover_hides_what_they_remember(moments):
    """play.md 2: the memo shows the book and the mandate, not the other side's memory."""
    session = next(s for s in moments if s.beat is Beat.HANDOVER)
    before = session.handover()
    disturb(session.course.game.world, spare=("mods",))  # arrangements at home make the book cheaper, and are known
    assert session.handover() == before


def test_the_chronicle_holds_no_size_of_trust(moments):
    """The lines that pages are written from name causes of trust, and never how far it moved."""
    for session in moments:
        for passed in session.course.chronicle.passed:
            for line in passed.lines:
                assert line.what.name not in ("STRAIN", "PEOPLE")
                assert line.what.name != "TRUST" or line.size == 0.0


def test_that_firmness_alarmed_somebody_stands_on_no_page(flagship):
    """Two worlds, in one of which the fearful arm against firmness: a strain that only the debrief tells, so that every page is alike."""
    plays = [Session.new(flagship, None, seed=3, climate="norland-fearful", started="2031-04-01") for _ in range(2)]
    course, alarms = plays[1].course, 0
    course.scenario = course.game.scenario = course.scenario.at(law=replace(course.scenario.law, alarmed_strain=0.0))
    while plays[0].beat is not Beat.CLOSED and len(plays[0].turns) < 12:
        for session in plays:
            play_firmly(session)
        armed, other = (session.course.game.ledger.lines for session in plays)
        alarms += sum(line.cause == Cause.ALARMED and line.size > 0 for line in armed)
        assert not any(line.cause == Cause.ALARMED and line.size for line in other)
        for page, same in zip(*map(pages_of, plays), strict=True):
            assert list(leaves(page)) == list(leaves(same))
        assert not any(line.cause == Cause.ALARMED for passed in plays[0].course.chronicle.passed for line in passed.lines)
    assert alarms >= 2


def play_firmly(session: Session) -> None:
    """As the hawk would, by the desk."""
    move = session.by_policy("hawk")
    if isinstance(move, Passing):
        session.hand_over(move)
    else:
        session.submit(move)


def test_a_forgotten_word_is_in_nobodys_book(flagship):
    """An unminuted word lost at a handover stands on no page at home, until it is broken."""
    session = Session.new(flagship, None, seed=3)
    turn(session)
    world = session.course.game.world
    world.pledge[0, 0, 1, 2] = 2
    world.marks[0, 0, 1, 2] = 128
    session.course.now = visible.seen(world)
    slot = session.seat.slot(1, 2)
    assert all(entry.id != slot for entry in session.book().open)
    assert all(entry.id != slot for entry in session.desk().entries)
    assert all(entry.id != slot for entry in session.dossier(1).ours)
