"""The reply desk as lines: what may be done, the word that goes with it, the book's drawer and the year's programme."""

from __future__ import annotations

from collections.abc import Iterable

from game.play.pages.desk import Action, Channel, Desk, Entry, Form, Option, Programme, Tone, Undertaking
from game.text.lines import BLANK, Line, Lines, Role, choice, counted, item, listed, part, quiet, sentence, title
from game.text.pages.shared import costs


def desk(page: Desk) -> Lines:
    """The question and its options. The rest of the desk is said when it is asked for, or when something wants an answer."""
    yield title(page.question or "The desk")
    for option in page.options:
        yield from deed(option)
    yield from part(
        "In the drawer: wants an answer this season", (line for e in page.entries if e.must for line in entry(e))
    )
    yield from part("Asked of us", (line for e in page.entries if e.offered and not e.must for line in entry(e)))
    if page.running:
        yield BLANK
        yield quiet(page.running)
    if page.programme_open:
        yield quiet(
            f"The year's programme is open: up to {page.programme_most} initiatives. Capital in hand: {page.capital}."
        )


def deed(option: Option) -> Lines:
    yield BLANK
    yield choice(option.key, f"**{option.title}.** {option.text}")
    yield from (Line(words, Role.QUIET, "  ") for words in about_deed(option) if words)
    yield from (Line(words, Role.WARNING, "  ") for words in option.warnings)
    if not option.offered:
        yield Line(f"Not possible: {option.why_not}", Role.WARNING, "  ")


def about_deed(option: Option) -> tuple[str, ...]:
    """What a card shows beside its text."""
    cares: dict[str, list[str]] = {}
    for care in option.cares:
        cares.setdefault(care.how, []).append(care.group[:1].lower() + care.group[1:])
    return (
        sentence(option.needs, costs(option.cost), f"Seen by {option.seen}" if option.seen else ""),
        sentence("" if option.says else "Says nothing by itself", "Sets a precedent" if option.precedent else ""),
        sentence(*(f"{how}: {listed(groups)}" for how, groups in cares.items())),
    )


def entry(page: Entry) -> Lines:
    """One pledge, with what it costs to keep and what Enter does with it."""
    asked = "They ask it of us" if page.offered else ""
    yield Line(f"**{page.title}**, to {page.to.short}: {page.text}", mark="-")
    yield Line(
        sentence(asked, f"Due: {page.due}" if page.due else "", f"Form: {page.form}", f"Checked: {page.checked}" if page.checked else ""),
        Role.QUIET, " ",
    )  # fmt: skip
    yield Line(
        sentence(f"Price of keeping it today: {page.price_line or page.price}", costs(page.cost), record(page)),
        mark=" ",
    )


def record(page: Entry) -> str:
    return f"With {page.to.short}: {page.record}" if page.record else ""


def action(page: Action) -> str:
    return sentence(f"**{page.name}.** {page.gloss}")


def tone(page: Tone) -> str:
    return sentence(f"**{page.name}.** {page.gloss}", page.stays)


def channel(page: Channel) -> str:
    days = f"takes {counted(page.days, 'day')}" if page.days else "the same day"
    return sentence(f"**{page.name}.** {page.gloss}", f"Heard by {page.hears}" if page.hears else "",
                    days, costs(page.cost))  # fmt: skip


def undertaking(page: Undertaking) -> str:
    what = "A threat" if page.threat else "A promise"
    return sentence(f"**{page.name}.** {page.text}", f"{what}; keeping it would be {page.price}")


def form(page: Form) -> str:
    return sentence(f"**{page.name}.** {page.gloss}", costs(page.cost))


def initiative(page: Programme) -> str:
    """What it is, whomever it is begun with."""
    takes = f"Takes effect {page.lead}" if page.lead else ""
    return sentence(f"**{page.name}.** {page.gloss}", page.limit, takes, costs(page.cost))


def by_name(items: Iterable[Programme]) -> list[list[Programme]]:
    """The same initiative towards each place, together."""
    kinds: dict[str, list[Programme]] = {}
    for one in items:
        kinds.setdefault(one.name, []).append(one)
    return list(kinds.values())


def closed_choices(pairs: Iterable[tuple[str, str]]) -> Lines:
    """What cannot be chosen now, by its reason: said before the numbers, so that no number is wasted on it."""
    reasons: dict[str, list[str]] = {}
    for name, why in pairs:
        reasons.setdefault(why, []).append(name)
    yield from part("Not now", (item(sentence(f"{listed(names)}: {why}")) for why, names in reasons.items()))


def letter(words: str) -> Lines:
    """A drafted word as it would be sent."""
    return (Line(w, Role.QUOTE, " ") for w in words.splitlines() if w.strip())
