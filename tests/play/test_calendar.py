"""Dates a page can be read by: never a Sunday, the same for the same play."""

from __future__ import annotations

from datetime import date

import pytest

from game.play.calendar import Calendar, counted, part_of_month, plain, stamp, weekday

SPRING, AUTUMN = Calendar(2031, autumn=False), Calendar(2031, autumn=True)


def test_seasons_have_names():
    assert [SPRING.season(s) for s in (0, 1, 5)] == ["Spring 2031", "Autumn 2031", "Autumn 2033"]
    assert [AUTUMN.season(s) for s in (0, 1)] == ["Autumn 2031", "Spring 2032"]
    assert [SPRING.spring(s) for s in (0, 1)] == [True, False]
    assert [AUTUMN.spring(s) for s in (0, 1)] == [False, True]


@pytest.mark.parametrize("calendar", [SPRING, AUTUMN])
def test_days_lie_in_their_season_and_never_on_a_sunday(calendar):
    for season in range(24):
        for inject in range(0, 120, 7):
            day = calendar.day(season, 0, inject)
            assert day.weekday() != 6
            assert day.month == (4 if calendar.spring(season) else 10)
            assert calendar.season(season).endswith(str(day.year))


def test_fortnights_lie_inside_the_half_year():
    """rulings 9: the days of a crisis lie inside the half-year; the next season opens on its own date."""
    for season in range(8):
        days = [SPRING.day(season, step, 5) for step in range(6)]
        assert days == sorted(set(days))
        assert days[-1] < SPRING.day(season + 1)


def test_the_vote_is_on_a_thursday_after_the_last_season():
    for season in (7, 15, 23):
        vote = SPRING.vote(season)
        assert vote.weekday() == 3
        assert SPRING.day(season) < vote < SPRING.day(season + 1)


def test_how_dates_read():
    day = date(2033, 10, 20)
    assert (plain(day), weekday(day), part_of_month(day)) == ("20 October", "Thursday 20 October", "Mid-October 2033")
    assert stamp(day, 20, 5) == "20 OCT 2033 20:05"
    assert (counted(1, "season"), counted(3, "season"), counted(40, "season")) == (
        "one season",
        "three seasons",
        "40 seasons",
    )
