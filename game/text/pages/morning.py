"""The morning as lines: the cable, two views of it, the papers, what was noticed, and in a crisis the ladder."""

from __future__ import annotations

from collections.abc import Iterable

from game.play.pages.morning import Adviser, Cable, Crisis, Letter, Morning, News, Pressure, WayOut
from game.text.lines import (
    BLANK,
    Line,
    Lines,
    Role,
    counted,
    item,
    paragraphs,
    part,
    quiet,
    sentence,
    text,
    title,
    warning,
)
from game.text.pages.shared import account, clipping, cue, introduced, top, who


def morning(page: Morning) -> Lines:
    yield from top(page.status)
    if page.opening:
        yield from paragraphs(page.opening, Role.QUOTE)
        yield quiet(f"— {who(page.secretary)}")
    if page.cable:
        yield from cable(page.cable)
    elif page.heading:
        yield BLANK
        yield text(page.heading)
    if page.crisis:
        yield from crisis(page.crisis)
    if page.advisers:
        yield from part(page.heading if page.cable else "Advice", advice(page.advisers))
    if page.letter:
        yield from letter(page.letter)
    yield from part("News of the year" if page.told_as_one else "News", map(news, page.news))
    if page.paper:
        yield from part("The papers", clipping(page.paper))
    yield from part("Noticed", map(cue, page.cues))
    yield from part("Dearer to keep", map(pressure, page.pressures))
    for owed in page.owed:
        yield BLANK
        yield warning(owed)


def cable(page: Cable) -> Lines:
    yield title(page.title)
    yield quiet(sentence(page.number, page.route, page.grade, page.dated))
    for number, words in enumerate(page.paragraphs, 1):
        yield BLANK
        yield Line(words, Role.QUOTE, f"{number}.")
    yield text(page.signed)


def letter(page: Letter) -> Lines:
    yield title(f"A letter from {page.sender}")
    yield quiet(page.dated)
    yield from paragraphs(page.paragraphs, Role.QUOTE)


def advice(advisers: Iterable[Adviser]) -> Lines:
    for number, adviser in enumerate(advisers):
        if number:
            yield BLANK
        yield text(introduced(adviser.face))
        yield Line(adviser.says, Role.QUOTE)
        if account(adviser.account):
            yield quiet(f"Forecasts: {account(adviser.account)}.")


def news(page: News) -> Line:
    source = ", ".join(w for w in (who(page.by), f"after {page.echo}" if page.echo else "") if w)
    return item(f"{page.text} — {source}" if source else page.text)


def pressure(page: Pressure) -> Line:
    return item(sentence(f"{page.title}, to {page.to.short}: {page.text}", f"Price of keeping it today: {page.price}"))


def crisis(page: Crisis) -> Lines:
    """The ladder in words, from its foot; who stands where and who climbed is said, never drawn."""
    which = f"fortnight {page.fortnight} of at most {page.most}" if page.fortnight else "the first day"
    yield title(f"{page.name}: {which}")
    yield text(
        sentence(f"Stake: {page.stake}", f"For us: {page.home_stake}", f"For {page.other.short}: {page.their_stake}")
    )
    for rung in page.rungs:
        here = [w for w, on in (("we stand here", rung.home), (f"{page.other.short} stands here", rung.theirs)) if on]
        yield Line(sentence(rung.name + (f": {' and '.join(here)}" if here else "")), mark=f"Rung {rung.number}.")
    yield from part("Who moved", (act_line(a.by.short, a.text, a.dated, a.moved) for a in page.acts))
    yield from part("Our ways out", map(way_out, page.ways_out))
    yield from part("Their ways out", (item(w.text) for w in page.their_ways_out))
    if page.accident:
        yield warning(page.accident)
    if page.answer_by:
        yield text(f"An answer is expected by {page.answer_by}.")


def act_line(by: str, words: str, dated: str, moved: int) -> Line:
    steps = f"{counted(abs(moved), 'rung')} {'up' if moved > 0 else 'down'}" if moved else ""
    return item(sentence(f"{dated}, {by}: {words}", steps))


def way_out(page: WayOut) -> Line:
    price = f"{page.cheapest}" if page.cheapest is page.dearest else f"{page.cheapest} to {page.dearest}"
    return item(sentence(page.text, f"Price at home: {price}"))
