"""Dates.  The rules count half-years and fortnights; a page says "Thursday 20 October, 19.40".

A day within the half-year is made from the season and the inject alone, so that the same play always bears the same dates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from ..authoring.texts import Texts

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINALS = ("no", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_FORTNIGHT = 14
_SPREAD = 17  # days of the month over which injects fall
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Calendar:
    """Counted from the season the scenario starts in."""

    year: int
    autumn: bool
    weekdays: Mapping[int, int] = field(default_factory=dict)  # inject -> the day of the week it is written for, 0 Monday

    def season(self, season: int) -> str:
        """ "Autumn 2033"."""
        halves = season + self.autumn
        return f"{'Autumn' if halves % 2 else 'Spring'} {self.year + halves // 2}"

    def spring(self, season: int) -> bool:
        return (season + self.autumn) % 2 == 0

    def day(self, season: int, step: int = 0, inject: int = 0) -> date:
        """The day of an inject; in a crisis, `inject` is the one that opened it and each step is a fortnight later.  Never a Sunday."""
        halves = season + self.autumn
        month = 10 if halves % 2 else 4
        day = date(self.year + halves // 2, month, 3 + (season * 7 + inject * 11) % _SPREAD)
        if inject in self.weekdays:
            day += timedelta(days=(self.weekdays[inject] - day.weekday() + 3) % 7 - 3)  # the nearest
        day += timedelta(days=_FORTNIGHT * step)
        return day + timedelta(days=day.weekday() == _SUNDAY)

    def vote(self, season: int) -> date:
        """The vote that ends the term in which `season` is the last: the first Thursday of the following May or November."""
        opened = self.day(season)
        month = 5 if opened.month == 4 else 11
        first = date(opened.year, month, 1)
        return first + timedelta(days=(3 - first.weekday()) % 7)

    def clock(self, season: int, step: int, inject: int) -> tuple[int, int]:
        """The hour and minute a cable is dated."""
        mixed = season * 131 + step * 37 + inject * 53
        return 8 + mixed % 13, 5 * (mixed // 13 % 12)


def calendar_of(texts: Texts) -> Calendar:
    """The calendar of a scenario, as its author wrote it."""
    year, starts = texts.starts
    weekdays = {i: text.weekday for i, text in enumerate(texts.injects) if text.weekday is not None}
    return Calendar(year, starts == "autumn", weekdays)


def plain(day: date) -> str:
    """ "20 October"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def weekday(day: date) -> str:
    """ "Thursday 20 October"."""
    return f"{DAYS[day.weekday()]} {plain(day)}"


def stamp(day: date, hour: int, minute: int) -> str:
    """ "20 OCT 2033 20:05", as a rubber stamp has it."""
    return f"{day.day} {MONTHS[day.month - 1][:3].upper()} {day.year} {hour:02}:{minute:02}"


def part_of_month(day: date) -> str:
    """ "Mid-October 2032"."""
    part = "Early " if day.day <= 10 else "Mid-" if day.day <= 20 else "Late "
    return f"{part}{MONTHS[day.month - 1]} {day.year}"


def counted(count: int, one: str, many: str = "") -> str:
    """ "two seasons": a small number in words with its noun."""
    number = NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)
    return f"{number} {one if count == 1 else many or one + 's'}"
