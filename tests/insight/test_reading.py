"""What a play gives to read: only what its screens show unasked, all of what people say on them, and furniture once."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from game.commands.playtest import read
from game.insight import reading, shown
from game.insight.shown import PARTS, Read
from game.play.draft import Passing
from game.play.pages import Beat
from game.play.session import Session
from game.text.lines import Role
from game.text.pages.after import after
from game.text.pages.campaign import closing, election, mandate, memo
from game.text.pages.morning import morning


def plain(text: str) -> str:
    """Without marks and breaks, so that a text is known wherever it stands."""
    return re.sub(r"[*\s]+", " ", text).strip()


@pytest.fixture(scope="module")
def beats(flagship):
    """Each page of one class-length play: the texts that are counted, and the terminal's lines of the same page."""
    session, told = Session.new(flagship, None, seed=2, length="class"), []
    while session.beat is not Beat.CLOSED:
        move = session.by_policy("fair-and-firm")
        if isinstance(move, Passing):
            page = session.handover()
            lines = [*election(page.election), *memo(page), *mandate(page)]
            told.append((list(shown.handover(page)), lines))
            session.hand_over(move)
        else:
            page = session.morning()
            told.append((list(shown.morning(page)), list(morning(page))))
            page = session.submit(move)
            told.append((list(shown.after(page)), list(after(page))))
    page = session.closing()
    told.append((list(shown.closing(page)), list(closing(page))))
    return told


def test_nothing_that_somebody_says_is_left_out(beats):
    """Cable, letter, advice, headline, morning after: every quotation in the terminal is counted as read."""
    for texts, lines in beats:
        counted = plain(" ".join(one.text for one in texts))
        for line in lines:
            if line.role is Role.QUOTE and line.text:
                assert plain(line.text) in counted


def test_only_what_stands_on_the_page_is_counted(beats):
    """People's own words as counted stand on the terminal's page too."""
    for texts, lines in beats:
        page = plain(" ".join(line.text for line in lines)).lower()
        for one in texts:
            if not one.furniture and one.part in ("cables", "advice", "signs"):
                assert plain(one.text).rstrip(".").lower() in page


def test_every_part_is_one_of_the_list(beats):
    assert {one.part for texts, _ in beats for one in texts} <= set(PARTS)


def test_the_desk_counts_every_card_and_the_words_of_the_chosen_one_alone(flagship):
    """Four acts are weighed; only the chosen one's own word is read out."""
    session = Session.new(flagship, None, seed=2, length="full")
    while not session.desk().options:
        session.submit(session.by_policy("prudent"))
    desk = session.desk()
    speaks = next(option for option in desk.options if option.says)
    silent = replace(desk, options=tuple(replace(o, says=(), warnings=()) for o in desk.options))
    with_it, without = (list(shown.desk(page, speaks.id)) for page in (desk, silent))
    assert {option.text for option in desk.options} <= {one.text for one in with_it}
    assert [one.text for one in with_it if one not in without] == [*speaks.warnings, *(w.text for w in speaks.says)]


def test_furniture_is_read_once_and_speech_every_time():
    """A rung's name is known when it comes again; a cable that comes again is read again."""
    tally = reading._Tally()
    for _ in range(2):
        tally.read([Read("crises", "Minor clash", furniture=True), Read("cables", "They are still there.")])
    assert tally.parts == {"crises": 2, "cables": 8}


def test_a_walk_counts_words_and_decisions(flagship):
    """A taster is one term: less to read and to decide than three."""
    short, long = (reading.walk(Session.new(flagship, None, seed=1, length=n), "prudent") for n in ("taster", "full"))
    assert 0 < short.words < long.words and 4 <= short.decisions < long.decisions
    assert short.minutes == short.words / 200 + short.decisions * 12 / 60
    assert sum(long.parts.values()) == long.words


def test_the_same_walk_is_the_same(flagship):
    first, again = (reading.walk(Session.new(flagship, None, seed=4, length="class"), "random") for _ in range(2))
    assert first == again


def test_a_length_over_its_budget_says_by_how_much():
    walked = [reading.Walked({"cables": words}, 10) for words in (2_900, 3_000, 3_100)]
    length = reading._length(walked, 2_500)
    assert length.over == pytest.approx(0.2) and length.words.low < 3_000 < length.words.high
    assert reading._length(walked, None).over == 0


def test_the_report_is_a_small_table(flagship):
    """One line of figures for each length, with its parts below, and the words there are in all."""
    length = reading.Length(
        reading.Span(2836, 2590, 2964), reading.Span(7, 5, 9), reading.Span(15.6, 14, 16.6), {"cables": 700.0, "crises": 0.0}, 2500,
    )  # fmt: skip
    page = list(read({"lengths": {"taster": reading.told(length)}, "written": 40_549, "at_will": 1_569}))
    assert "estimate" in page[0]
    assert page[2].split() == ["taster", "2,836", "(2,590", "to", "2,964)", "2,500", "7", "16", "+13%", "of", "its", "budget"]
    assert page[3].strip() == "cables 700" and page[4].startswith("40,549 words are written")
    assert reading.written(flagship) > 20_000 > reading.at_will(flagship) > 500
