"""What is always reachable, as lines: home, the pledge book, dossiers, the playbook, the glossary, what can be done now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.play.pages.desk import Entry, Programme
from game.play.pages.shelf import (
    AdviserAccount,
    Book,
    Closed,
    Dossier,
    Foretold,
    Glossary,
    Group,
    Help,
    HomeFront,
    Playbook,
    Theirs,
    Tick,
)
from game.text.lines import Line, Lines, Role, item, listed, part, quiet, sentence, text
from game.text.pages.desk import by_name, entry, initiative
from game.text.pages.shared import account, cue, introduced, top, who


def home_front(page: HomeFront) -> Lines:
    yield from top(page.status, "Home")
    yield text(
        sentence(page.line or f"{page.approval} percent approve", page.party, page.press, f"Income: {page.income}")
    )
    yield from part(f"The mandate: {page.mandate}", mandate(page))
    yield from part("The groups", (line for g in page.groups for line in group(g)))


def mandate(page: HomeFront) -> Lines:
    yield text(page.mandate_text)
    yield from map(tick, page.objectives)


def tick(page: Tick) -> Line:
    stands = "met as things stand" if page.held else "not met as things stand"
    return item(sentence(f"{page.text.rstrip('.')}: {stands}", page.judged))


def group(page: Group) -> Lines:
    yield Line(sentence(f"**{page.name}**: {page.approval} percent, {page.mood}, {page.trend}; {page.share} percent of the vote",
                        f"Because {page.because}" if page.because else ""), mark="-")  # fmt: skip
    tastes = (
        f"Likes {listed(page.likes)}" if page.likes else "",
        f"dislikes {listed(page.dislikes)}" if page.dislikes else "",
    )
    yield Line(
        sentence("; ".join(t for t in tastes if t), page.lever, "It is doing so now" if page.pulled else ""),
        Role.QUIET,
        " ",
    )
    if page.remembers:
        yield Line(page.remembers, Role.QUIET, " ")


def book(page: Book) -> Lines:
    yield from top(page.status, "The pledge book")
    counts = listed(f"{number} {word}" for word, number in page.counts)
    yield text(sentence(counts or "Nothing stands in the book"))
    yield from part("Open", (line for e in page.open for line in noted(e, page)))
    yield from part("Asked of us", (line for e in page.offered for line in entry(e)))
    yield from part("Theirs to us", map(theirs, page.theirs))
    yield from part("Closed", map(closed, page.closed))


def noted(pledge: Entry, page: Book) -> Lines:
    yield from entry(pledge)
    marks = (
        "Inherited from an earlier administration" if pledge.id in page.inherited else "",
        "Not minuted: no successor will find it" if pledge.id in page.unminuted else "",
    )
    if any(marks):
        yield Line(sentence(*marks), Role.WARNING, " ")


def theirs(page: Theirs) -> Line:
    due = f"due {page.due}" if page.due and page.state == "open" else ""
    return item(
        sentence(
            f"**{page.title}**, from {page.by.short}: {page.text}",
            ", ".join(w for w in (page.state, due) if w),
        )
    )


def closed(page: Closed) -> Line:
    return item(sentence(f"{page.title}, to {page.to.short}", page.line or page.state))


def dossier(page: Dossier) -> Lines:
    yield from top(page.status, page.state.name)
    wants = listed(f"{interest} ({weight})" for interest, weight in page.wants)
    yield text(sentence(page.brief, page.government, page.power, f"Wants: {wants}" if wants else ""))
    yield from part("As it stands", (item(sentence(words)) for words in as_it_stands(page) if words))
    yield from part("Its people", (item(introduced(face)) for face in page.people))
    yield from part("Our pledges to it", (line for e in page.ours for line in entry(e)))
    yield from part("Its pledges to us", map(theirs, page.theirs))
    yield from part("Closed", map(closed, page.closed))
    yield from part(
        "Noticed, newest first", (dated_cue for c in page.cues for dated_cue in (cue(c), quiet(f"  {c.dated}")))
    )
    yield from part("What advisers foretold", (line for a in page.accounts for line in adviser(a)))


def as_it_stands(page: Dossier) -> Iterable[str]:
    return (
        f"The last word between us: {page.last_word}" if page.last_word else "",
        f"Its last act: {page.their_last_act}" if page.their_last_act else "",
        page.on_the_ladder,
        f"Under way together: {listed(page.running)}" if page.running else "",
    )


def adviser(page: AdviserAccount) -> Lines:
    yield Line(sentence(introduced(page.face), account(page.account)), mark="-")
    yield from (Line(foretold(f), Role.QUIET, " ") for f in page.foretold)


def foretold(page: Foretold) -> str:
    return sentence(f"{page.dated}: {page.text}", page.outcome)


def playbook(page: Playbook) -> Lines:
    """Each initiative once, and under it how it stands with whom."""
    yield from top(page.status, "The playbook: what needs no cable")
    for family in page.families:
        yield from part(family.name, (line for kind in by_name(family.items) for line in initiatives(kind)))


def initiatives(kind: Sequence[Programme]) -> Lines:
    yield item(initiative(kind[0]))
    for one in kind:
        toward = f"With {one.toward.short}: " if one.toward else ""
        yield Line(sentence(toward + standing(one.running, one.why_not)), Role.QUIET, " ")


def standing(running: str, why_not: str) -> str:
    if running:
        return f"under way {running}"
    return f"not now: {why_not}" if why_not else "possible now"


def glossary(page: Glossary, wanted: str = "") -> Lines:
    """All the words of the trade, or those that hold what was asked for."""
    terms = [t for t in page.terms if wanted.lower() in t.word.lower()]
    if wanted and not terms:
        yield text(f"The glossary has no “{wanted}”.")
    yield from part("Glossary", (item(f"**{t.word}**: {t.text}") for t in terms))


def help_now(page: Help) -> Lines:
    yield from top(page.status, "What can I do now?")
    yield Line(page.says, Role.QUOTE)
    yield quiet(f"— {who(page.secretary)}")
    yield from part(
        "Now", (item(sentence(f"**{h.title}**: {h.text}", f"Price: {h.price}" if h.price else "")) for h in page.hints)
    )
