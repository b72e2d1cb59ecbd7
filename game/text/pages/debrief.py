"""The rest of a debrief as lines: what could not be seen, what was foretold, the book, home, the decisions, the account."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.insight.debrief import (
    CrisisTold,
    CueTold,
    Debrief,
    Decision,
    Foretold,
    Group,
    HomeLine,
    Observer,
    Part,
    PledgeLife,
    Ranking,
    VoteTold,
)  # fmt: skip
from game.rules.vocabulary import RUNGS
from game.text.lines import (
    BLANK,
    Line,
    Lines,
    Role,
    counted,
    item,
    listed,
    paragraphs,
    part,
    quiet,
    sentence,
    text,
    title,
)
from game.text.pages.belief import STEADY, moved, percent

# --- what could not be seen


def unseen(page: Debrief) -> Lines:
    yield title("What you could not see")
    yield from part("What they were", (line for o in page.observers for line in nature(o)))
    yield from part("What the signs were drawn from", (item(cue(c)) for c in page.cues))
    yield from part("Crises", (item(crisis(c, page)) for c in page.crises))
    yield from part("What leaked", (item(sentence(f"{leak.when.date}: {leak.text}")) for leak in page.leaks))
    yield from part("At home", [text("The country was restless: pledges met trouble more often." if page.restless else
                                     "The country was no more restless than others.")])  # fmt: skip


def nature(page: Observer) -> Lines:
    for spells in (page.aims, page.word):
        if spells:
            yield item(
                sentence(f"{page.name}: " + ", then ".join(f"{s.value} ({s.since.date}, {s.why})" for s in spells))
            )


def cue(page: CueTold) -> str:
    off = page.level - page.fitting
    fit = "it told the truth" if not off else f"it told {counted(abs(off), 'step')} too {'high' if off > 0 else 'low'}"
    lean = f"this reporter leans {moved(page.lean)}" if abs(page.lean) >= STEADY else ""
    return sentence(
        f"{page.when.date}, {page.reporter}: “{page.phrase.strip()}”",
        f"It tells {page.tells}; the truth was {page.truth}; {fit}",
        lean,
    )


def crisis(page: CrisisTold, whole: Debrief) -> str:
    other = next((o.short for o in whole.observers if o.place == page.with_), "")
    until = f" to {page.closed.date}" if page.closed and page.closed.date != page.opened.date else ""
    return sentence(
        f"{page.name}, with {other}, {page.opened.date}{until}: at its worst {RUNGS[page.worst]}", page.outcome
    )


# --- what you foretold


def foretold(page: Debrief) -> Lines:
    yield title("What you thought they thought")
    if not (page.rankings or page.estimates):
        yield text("You ranked nobody and gave no estimate, so there is nothing to compare.")
    yield from part("Who would take your word", (item(ranking(r)) for r in page.rankings))
    yield from part("Your estimates", (item(estimate(e)) for e in page.estimates))
    if page.brier is not None:
        yield quiet(
            f"Mean Brier score {page.brier:.2f}: 0 is certain and right, 0.25 is a shrug, 1 is certain and wrong."
        )
    yield from part("Your advisers", (item(sentence(f"{who}: {record}")) for who, record in advisers(page.advisers)))


def advisers(forecasts: Iterable[Foretold]) -> list[tuple[str, str]]:
    """Each adviser with what came of every forecast: "likely, and it happened (Spring 2031)"."""
    by_name: dict[str, list[str]] = {}
    for one in forecasts:
        by_name.setdefault(one.by, []).append(f"{one.chance}, and {outcome(one).lower()} ({one.when.date})")
    return [(name, "; ".join(told)) for name, told in by_name.items()]


def forecasts(page: Debrief) -> Lines:
    """In full, with what each adviser said."""
    yield title("What your advisers foretold")
    for one in page.advisers:
        yield item(sentence(f"{one.when.date}, {one.by}", one.ask, outcome(one)))


def ranking(page: Ranking) -> str:
    true = listed(f"{name} ({percent(p)})" for name, p in zip(page.truth, page.values, strict=True))
    return sentence(
        f"{page.when.date}, you: {listed(page.ranked)}",
        f"In truth: {true}",
        f"Agreement {page.spearman:.2f}, where 1 is the same order",
    )


def estimate(page: Foretold) -> str:
    return sentence(f"{page.when.date}: {page.ask}", f"You said {page.chance}", outcome(page))


def outcome(page: Foretold) -> str:
    if page.happened is None:
        return "It was never decided"
    return "It happened" if page.happened else "It did not happen"


# --- the book, home, the decisions


def book(page: Debrief) -> Lines:
    yield title("The pledge book, opened")
    home = [p for p in page.pledges if p.giver < 0]
    theirs = [p for p in page.pledges if p.giver >= 0]
    yield from part("Yours", (item(pledge(p, page)) for p in home))
    yield from part("Theirs", (item(pledge(p, page)) for p in theirs))


def pledge(page: PledgeLife, whole: Debrief) -> str:
    other = page.to if page.giver < 0 else page.giver
    name = next((o.short for o in whole.observers if o.place == other), "")
    side = "to" if page.giver < 0 else "from"
    marks = [
        w
        for w, on in (("inherited", page.inherited), ("never minuted", not page.minuted), ("forgotten", page.forgotten))
        if on
    ]
    ended = f"{page.state}, {page.ended.date}" if page.ended else page.state
    events = (f"{e.when.date}: {e.text}" for e in page.events if e.text)
    return sentence(f"**{page.title}**, {side} {name}, {page.form}, {page.made.date}: {ended}", listed(marks), *events)


def home(page: Debrief, most: int = 5) -> Lines:
    yield title("Home")
    if page.approval:
        yield text(
            f"Approval of your handling: {page.approval[0]:.0f} percent after the first turn, {page.approval[-1]:.0f} at the end."
        )
    yield from part("The groups", (line for g in page.groups for line in group(g, most)))
    yield from part("The votes", (item(vote(v)) for v in page.votes))


def group(page: Group, most: int) -> Lines:
    end = page.approval[-1] if page.approval else page.opening
    yield item(sentence(f"**{page.name}**: {page.opening:.0f} percent at the start, {end:.0f} at the end"))
    yield from largest(page.lines, most)


def largest(lines: Iterable[HomeLine], most: int, said: Callable[[float], str] = moved) -> Lines:
    """The largest moves, in the order in which they came."""
    kept = sorted(lines, key=lambda line: -abs(line.size))[:most]
    for line in sorted(kept, key=lambda line: line.when.turn):
        yield Line(sentence(f"{line.when.date}, {said(line.size)}: {line.text}"), Role.QUIET, " ")


def vote(page: VoteTold) -> str:
    said = "A fall from office" if page.fell else "Returned" if page.returned else "Not returned"
    return sentence(
        f"{page.when.date}: {said}",
        f"Economy {percent(page.economy)}, your handling {percent(page.handling)}, together {percent(page.support)}",
        f"The chance of being returned was {percent(page.chance)}",
    )


def decisions(page: Debrief) -> Lines:
    yield title("Your decisions, and what each moved")
    if page.took_back:
        yield text(
            sentence(f"You would take back: {page.took_back.when.date}, {page.took_back.title}: {page.took_back.did}")
        )
    if page.rewinds:
        yield text(f"Moves taken back while playing: {page.rewinds}.")
    yield from (item(decision(d)) for d in page.decisions)


def decision(page: Decision) -> str:
    what = listed(f"{who}, {of.lower()}, {moved(size)}" for who, of, size in page.moved)
    why = f"Your reason: {page.why}" if page.why else ""
    mark = f"Marked: {page.marked}" if page.marked else ""
    return sentence(
        f"**{page.when.date}.** {page.title}: {page.did}", *page.said, why, mark, f"It moved {what}" if what else ""
    )


# --- the account


def account(page: Debrief) -> Lines:
    yield title(page.verdict.title if page.verdict else "As things stand")
    if page.verdict:
        yield from paragraphs((page.verdict.text,))
    yield from part("The account", (line for p in page.score.parts for line in score(p)))
    yield BLANK
    yield text(
        f"The whole campaign, by these weights: {page.score.campaign:.0f} of 100. It describes what you chose; it is not a grade."
    )


def score(page: Part, most: int = 3) -> Lines:
    terms = f"By term: {', '.join(f'{t:.0f}' for t in page.terms)}" if len(page.terms) > 1 else ""
    yield item(sentence(f"**{page.name}**: {page.value:.0f} of 100, weight {page.weight:.2f}", terms))
    yield from largest(page.lines, most, strain if page.id == "security" else moved)


def strain(size: float) -> str:
    """Security is what is left after the strains of a campaign, so its lines are losses."""
    return f"a strain of {size:.2f}"


def legend(page: Debrief) -> Lines:
    yield from part("How to read the numbers", (item(f"**{term}**: {what}") for term, what in page.legend.items()))
