"""Lays out the morning: cable or letter, two views, what was noticed, what has become dear."""

from __future__ import annotations

import re
from datetime import timedelta

from ...authoring.texts import NOBODY, AdviserText
from ...rules.ledger import Cause, Line
from ...rules.vocabulary import DIFFICULTIES, State
from .. import accounts
from ..calendar import stamp, weekday
from ..chronicle import CueSeen
from ..pages import (
    HOME,
    Account,
    Adviser,
    Beat,
    Cable,
    Clipping,
    Cue,
    Face,
    Letter,
    Morning,
    News,
    Pressure,
)
from ..seat import OURS, REFERENCE, Seat, references
from . import book, crisis, wording
from .common import status


def morning(seat: Seat) -> Morning:
    text, now = seat.inject, seat.now
    first = not seat.chronicle.passed
    return Morning(
        status=status(seat, Beat.MORNING),
        heading=_heading(seat),
        cable=None if seat.quiet else _cable(seat),
        letter=_letter(seat),
        paper=_paper(seat),
        advisers=tuple(adviser(seat, now.inject, place, told) for place, told in enumerate(text.advisers)),
        cues=tuple(cue(seat, seen) for seen in seat.briefing.cues),
        news=(*(_overnight(seat, line) for line in seat.briefing.overnight if line.cause in _OVERNIGHT), *_news(seat)),
        pressures=_pressures(seat),
        owed=owed(seat),
        crisis=crisis.crisis(seat),
        opening=paragraphs(seat.texts.opening) if first else (),
        secretary=seat.face(seat.texts.home.secretary, "Private Secretary"),
        told_as_one=_two_as_one(seat),
    )


def _two_as_one(seat: Seat) -> bool:
    return seat.quiet and seat.briefing.from_season < seat.now.season


def _heading(seat: Seat) -> str:
    if _two_as_one(seat):
        return f"Nothing wants an answer: {seat.calendar.season(seat.briefing.from_season)} and {seat.calendar.season(seat.now.season)}"
    if seat.quiet:
        return "Nothing wants an answer this season"
    if seat.now.step:
        return "The fortnight"
    count = len(seat.inject.advisers)
    return ("The cable", "One view before the desk", "Two views before the desk")[min(count, 2)]


def paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())


def _cable(seat: Seat) -> Cable:
    text, now = seat.inject, seat.now
    day = seat.calendar.day(now.season, now.step, now.crisis or now.inject)
    hour, minute = seat.calendar.clock(now.season, now.step, now.inject)
    late = hour * 60 + minute + 25
    signed = seat.texts.people[text.by].name.split()[-1].upper() if text.by != NOBODY else ""
    place = seat.texts.places[text.place].id if text.place != NOBODY else ""
    return Cable(
        sender=seat.state_of(text.sender),
        office=seat.texts.home.ministry,
        number=text.heading.number,
        route=text.heading.route,
        grade=text.heading.grade,
        dated=f"{weekday(day)}, {hour}.{minute:02}",
        received=stamp(day, late // 60 % 24, late % 60),
        title=text.title,
        paragraphs=tuple(part.removesuffix(f" {signed}") if signed else part for part in filled(seat, text.cable)),
        signed=signed,
        place=place,
    )


def filled(seat: Seat, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Texts with {step} and the dates of {inject-id} filled in."""
    return tuple(fill(seat, text) for text in texts)


def fill(seat: Seat, text: str) -> str:
    def word(match: re.Match[str]) -> str:
        id = match[1]
        if id == "step":
            return str(seat.now.step)
        if id in seat.scenario.names["injects"]:
            season = int(seat.now.happened[seat.scenario.names["injects"][id]])
            return seat.calendar.season(season) if season >= 0 else match[0]
        return match[0]

    return REFERENCE.sub(word, text)


def _letter(seat: Seat) -> Letter | None:
    if seat.briefing.letter is None:
        return None
    text = seat.texts.letters[seat.briefing.letter]
    return Letter(text.sender, paragraphs(fill(seat, text.text)), seat.calendar.season(seat.now.season))


def _paper(seat: Seat) -> Clipping | None:
    """The morning's clipping; a year told in one turn goes without."""
    text = seat.inject.paper
    if text is None or seat.scenario.pace > 1:
        return None
    day = seat.calendar.day(seat.now.season, seat.now.step, seat.now.crisis or seat.now.inject) + timedelta(days=1)
    return Clipping(text.name, text.headline, text.story, weekday(day), seat.state(HOME))


def adviser(seat: Seat, inject: int, place: int, told: AdviserText) -> Adviser:
    """One view: the word of chance stands out, and the account says how such words have turned out."""
    chance = told.chance.replace("-", " ")
    says = re.sub(rf"\b({re.escape(chance)})\b", r"**\1**", told.says, count=1, flags=re.I) if chance else told.says
    return Adviser(seat.face(told.person), fill(seat, says), chance, account(seat, told.person))


def account(seat: Seat, person: int) -> Account:
    """How a person's forecasts turned out, as far as the difficulty lets it be seen."""
    theirs = [
        f
        for f in seat.forecasts
        if f.adviser >= 0 and seat.texts.injects[f.inject].advisers[f.adviser].person == person
    ]
    known = accounts.shown(theirs, seat.difficulty, seat.now.season)
    ticks = tuple(bool(f.right) for f in sorted(known, key=lambda f: f.decided))
    return Account(sum(ticks), len(ticks), ticks, seat.difficulty != DIFFICULTIES[-1])


def cue(seat: Seat, seen: CueSeen) -> Cue:
    text = seat.texts.cues[seen.cue]
    by = seat.face(text.by) if text.by != NOBODY else Face(text.reporter, "", "", 0)
    return Cue(text.phrases[seen.level], by, seat.state_of(text.of), seat.calendar.season(seen.season))


def _news(seat: Seat) -> tuple[News, ...]:
    told = []
    for index in seat.briefing.news:
        text = seat.texts.news[index]
        by = seat.face(text.by) if text.by != NOBODY else Face(text.reporter, "", "", 0)
        told.append(News(fill(seat, text.text), by, _echo(seat, text.text)))
    return tuple(told)


def _echo(seat: Seat, text: str) -> str:
    """The earlier act a line of news follows from: its date and its title."""
    for id in references(text):
        inject = seat.scenario.names["injects"].get(id, 0)
        season = int(seat.now.happened[inject])
        if inject and season >= 0:
            return f"{seat.calendar.season(season)}: {seat.texts.injects[inject].title.replace('*', '')}"
    return ""


_OVERNIGHT = (Cause.GOVERNMENT, Cause.PLEDGE_OFFERED, Cause.LEVER, Cause.RELAXED, Cause.RENEWED)


def _overnight(seat: Seat, line: Line) -> News:
    """What happened between two turns and is known to everyone."""
    by = Face("The Registry", "", "", 0)
    if line.cause == Cause.GOVERNMENT:
        return News(f"There has been a change of cabinet in {seat.state(line.about).short}.", by, "")
    if line.cause == Cause.RENEWED:
        return News(f"The old quarrel with {seat.state(line.about).short} has been taken up again.", by, "")
    if line.cause == Cause.PLEDGE_OFFERED:
        _, c, k = line.cell
        return News(f"{seat.state(c).short} asks for an undertaking: {seat.texts.playbook.pledges[k].name}.", by, "")
    if line.cause == Cause.LEVER:
        return News(
            f"By-election week: {seat.texts.audiences[line.about].name.lower()} made the Government pay for it.", by, ""
        )
    c, side = line.cell
    who = seat.texts.home.name if side == 0 else seat.state(c).short
    return News(f"{who} has let the quarrel rest a little.", by, "")


def _pressures(seat: Seat) -> tuple[Pressure, ...]:
    told = []
    for c, k in zip(*seat.pressed.nonzero(), strict=True):
        if seat.now.pledge[OURS, c, k] == State.OPEN:
            kind = seat.texts.playbook.pledges[k]
            text = seat.pledge_words(kind.pressure, OURS, int(c))
            worth = book.price_of(seat, int(c), int(k))
            told.append(Pressure(seat.slot(c, k), wording.upper_first(kind.name), seat.state(int(c)), text, worth))
    return tuple(told)


def owed(seat: Seat) -> tuple[str, ...]:
    """Where silence would be heard, and why."""
    return tuple(said for c in range(seat.count) if (said := owed_by(seat, c)))


def owed_by(seat: Seat, c: int) -> str:
    if not seat.now.owed[c]:
        return ""
    them = seat.state(c).short
    asked = seat.scenario.asks[seat.now.inject] and seat.scenario.sender[seat.now.inject] == c
    why = f"{them} asked directly" if asked else f"{them} has been left without an explanation"
    return f"{why}. Silence will be heard."
