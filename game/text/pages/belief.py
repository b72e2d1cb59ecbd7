"""Belief as lines: a ministry's file, what an observer believed and why, and its ledger.

Sizes are said as "up 0.36" and "down 1.60", in log-odds; a belief is said as a percentage with its date. A screen reader
drops a minus sign, and a person remembers a date.
"""

from __future__ import annotations

from game.insight.debrief import Belief, File, Minute, Observer, Registered, Told, When
from game.insight.sentences import DIMENSION_NAMES
from game.insight.succession import reckoned
from game.rules.vocabulary import DIMENSIONS
from game.text.lines import Line, Lines, Role, item, listed, part, quiet, sentence, text, title, written

STEADY = 0.005
"""A size that rounds to nothing."""


HARDLY = 0.015
"""A belief that stayed within this is told without its lowest and highest."""


def moved(size: float) -> str:
    if abs(size) < STEADY:
        return "unmoved"
    return f"{'up' if size > 0 else 'down'} {abs(size):.2f}"


def signed(size: float) -> str:
    return f"{'minus' if size < 0 else 'plus'} {abs(size):.2f}"


def percent(p: float) -> str:
    return f"{100 * p:.0f} percent"


# --- the file, and the belief behind it


def file(page: File) -> Lines:
    """One ministry's file on home, as its clerks kept it."""
    yield title(f"{page.ministry}. File {page.reference}")
    yield quiet(page.subject)
    for minute in page.minutes:
        yield from minuted(minute)
    yield from part("What they entered of you", (entered(r) for r in page.register))
    yield from part("The last note", map(written, page.closing))
    yield from margin(page.closing_ink, page.closing_margin)


def minuted(page: Minute) -> Lines:
    yield from part(
        f"{page.day}. {page.subject}", (Line(p, Role.QUOTE, f"{n}.") for n, p in enumerate(page.paragraphs, 1))
    )
    yield quiet(
        sentence(
            ", ".join(w for w in (page.by, page.post) if w), f"You had answered: {page.answer}" if page.answer else ""
        )
    )
    yield from margin(page.ink, page.margin, page.hand)


def margin(ink: str, words: str, hand: str = "") -> Lines:
    if words:
        yield Line(sentence(f"{ink or 'In the margin'}: {words}", hand), Role.QUOTE)


def entered(page: Registered) -> Line:
    names = dict(zip(DIMENSIONS, DIMENSION_NAMES, strict=True))
    what = listed(f"{names[of]} {moved(size)}" for of, size in page.moved)
    return Line(sentence(f"{page.when.date}: {page.text}", what), mark=f"{page.number}.")


def beliefs(page: Observer, turns: tuple[When, ...]) -> Lines:
    """What one observer believed, dimension by dimension: from where, to where, and what moved it most."""
    yield title(f"What {page.name} believed of you")
    for belief in page.beliefs:
        yield from part(belief.name, dimension(belief, turns))


def dimension(belief: Belief, turns: tuple[When, ...], most: int = 8) -> Lines:
    yield text(course(belief, turns))
    told = sorted(sorted(belief.told, key=lambda t: -abs(t.size))[:most], key=lambda t: t.lines)
    yield from (item(reason(t)) for t in told if abs(t.size) >= STEADY)
    left = len([t for t in belief.told if abs(t.size) >= STEADY]) - len(told)
    if left > 0:
        yield quiet(f"And {left} smaller; the ledger has them all.")


def course(belief: Belief, turns: tuple[When, ...]) -> str:
    """The line of a chart in a sentence."""
    if not belief.p:
        return f"They began at {percent(belief.record)}, the record you inherited."
    lowest, highest = min(belief.p), max(belief.p)
    if highest - lowest < HARDLY:
        return sentence(f"{percent(belief.record)} by the record you inherited, and it hardly moved")
    span = (
        f"Lowest {percent(lowest)}, {turns[belief.p.index(lowest)].date}; highest {percent(highest)}, "
        f"{turns[belief.p.index(highest)].date}"
    )
    return sentence(f"{percent(belief.record)} by the record you inherited, {percent(belief.p[-1])} at the end", span)


def reason(told: Told) -> str:
    when = told.when.date if told.when.turn == told.until.turn else f"{told.when.date} to {told.until.date}"
    return sentence(f"{when}, {moved(told.size)}: {told.text}")


def ledger(page: Observer) -> Lines:
    """Every line there is: their sum from the opening is the belief at the end."""
    yield title(f"The ledger of {page.name}, in log-odds")
    for belief in page.beliefs:
        rows = [item(f"Opening: {signed(belief.opening)}")]
        rows += [item(sentence(f"{line.when.date}, {moved(line.size)}: {line.text}")) for line in belief.lines]
        rows += [item(f"Closing: {signed(belief.closing)}")]
        rows += [item(sentence(one.when.date, *reckoned(one))) for one in belief.successions]
        yield from part(belief.name, rows)
        steps = (f"turn {n}: {percent(p)}" for n, p in enumerate(belief.p, 1))
        yield quiet(sentence(f"At each turn: {', '.join(steps)}"))
