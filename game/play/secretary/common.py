"""The top bar, dates as a page says them, and the small pieces that several pages share."""

from __future__ import annotations

from dataclasses import replace

from ..calendar import ORDINALS, part_of_month, plain
from ..pages import HOME, Beat, Status
from ..seat import Seat
from ..visible import Visible


def status(seat: Seat, beat: Beat) -> Status:
    return _status(seat, beat, seat.now, _line(seat))


def status_after(seat: Seat, before: Visible, after: Visible) -> Status:
    """The top bar of a morning after: the date of the deed, and what it left of the capital."""
    return replace(
        _status(seat, Beat.AFTER, before, "What followed from what you did"), capital=int(after.capital + 1e-9)
    )


def _status(seat: Seat, beat: Beat, at: Visible, line: str) -> Status:
    return Status(
        moment(seat, at), line, beat, seat.capital, int(seat.scenario.law.capital_most), seat.texts.title, seat.state(HOME), seat.minister,
        place(seat), seat.unsaved,
    )  # fmt: skip


def moment(seat: Seat, at: Visible) -> str:
    """ "Autumn 2033", or in a crisis "Late October 2033"."""
    if at.step or at.crisis:
        return part_of_month(seat.calendar.day(at.season, at.step, at.crisis or at.inject))
    if seat.scenario.pace > 1:
        return str(seat.calendar.day(at.season).year)
    return seat.calendar.season(at.season)


def day(seat: Seat, at: Visible) -> str:
    """ "20 October": the day of the inject, or of the fortnight."""
    return plain(seat.calendar.day(at.season, at.step, at.crisis or at.inject))


def place(seat: Seat) -> str:
    """Where a play stands, for a list of plays."""
    turns = seat.scenario.terms * seat.scenario.term_seasons // seat.scenario.pace
    return f"turn {min(turns, max(0, seat.now.season) // seat.scenario.pace + 1)} of {turns}"


def _line(seat: Seat) -> str:
    now = seat.now
    if now.closed:
        return "The campaign is over"
    if now.crisis and now.step:
        return f"Crisis, fortnight {now.step} of {seat.scenario.crisis_turns} at most · the season waits"
    pace = seat.scenario.pace
    done = (now.season - now.term_start) // pace + 1
    of = f"{'season' if pace == 1 else 'year'} {done} of {seat.scenario.term_seasons // pace}"
    when = day(seat, now) if now.inject else plain(seat.calendar.day(now.season)).split()[-1]
    return f"{when} · {ORDINALS[now.term + 1]} term, {of}"
