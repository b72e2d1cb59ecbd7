"""The one move of a turn: a deed is asked for, everything else is proposed, and Enter sends it.

The draft is the session's own; this file only asks questions and keeps what was answered. What is allowed and what it
costs is the session's to say, after every change.
"""

from __future__ import annotations

from game.play.draft import Draft, DraftError, Saying
from game.play.pages.after import After
from game.play.pages.desk import Desk, Entry, Programme
from game.play.permits import Check
from game.text import compose
from game.text.asking import Choice
from game.text.lines import BLANK, Lines, quiet, sentence, text, warning
from game.text.pages import desk as said
from game.text.seat import Seat


def reply(seat: Seat) -> After:
    """Asks until a reply is sent. Raises Leave or Moved (game.text.seat)."""
    desk = seat.session.desk()
    seat.turn_to(said.desk(desk))
    draft = seat.session.draft()
    if desk.options:
        draft = deed(seat, desk, draft)
    while True:
        check = seat.session.check(draft)
        seat.turn_to(sheet(seat, desk, draft, check))
        match seat.pick("And now?", moves(desk, draft, check), "send"):
            case "send":
                try:
                    return seat.session.submit(draft)
                except DraftError as error:
                    seat.voice.show([warning(f"It cannot be sent: {error}")])
            case "word":
                draft = compose.compose(seat, desk, draft)
            case "drawer":
                draft = drawer(seat, desk, draft)
            case "programme":
                draft = programme(seat, desk, draft)
            case "estimate":
                draft = estimate(seat, desk, draft)
            case "deed":
                seat.turn_to(said.desk(desk))
                draft = deed(seat, desk, draft)
            case _:
                draft = draft.because(seat.write("Why do you choose so? It is kept for the debrief:"))


def deed(seat: Seat, desk: Desk, draft: Draft) -> Draft:
    """The one thing that has no default. The numbers are the keys of the cards, as in the window."""
    choices = [Choice(o.id, o.title, (o.title, o.id)) for o in desk.options]
    while True:
        chosen = seat.pick("Your deed?", choices, silent=True)
        option = next(o for o in desk.options if o.id == chosen)
        if option.offered:
            return draft.choose(option.id, compose.own_words(option))
        seat.voice.show([warning(sentence(option.why_not or "It cannot be done now"))])


def sheet(seat: Seat, desk: Desk, draft: Draft, check: Check) -> Lines:
    """What would be sent, as it stands."""
    yield BLANK
    option = next((o for o in desk.options if o.id == draft.do), None)
    yield text(sentence(f"To do: {option.title}" if option else "To do: nothing that a cable asks for"))
    for word in draft.say:
        yield from spoken(seat, desk, word)
    if not draft.say:
        yield text("To say: nothing.")
    for entry in desk.entries:
        if answer := booked(entry, draft):
            yield text(sentence(f"In the book: {entry.title}, to {entry.to.short}: {answer}"))
    for initiative in desk.programme:
        if initiative.id in draft.programme:
            place = f", with {initiative.toward.short}" if initiative.toward else ""
            yield text(sentence(f"To start: {initiative.name}{place}"))
    if desk.estimate:
        chance = next(
            (c.name for c in desk.estimate.chances if c.id == draft.estimate.get(desk.estimate.id)), "not given"
        )
        yield text(sentence(f"Your estimate: {chance}"))
    if draft.why:
        yield quiet(f"Because: {draft.why}")
    yield quiet(f"It costs {check.cost or 'no'} capital; {check.left} would be left.")
    yield from (warning(words) for words in check.warnings)
    if check.error:
        yield warning(f"It cannot be sent as it stands: {check.error}")


def spoken(seat: Seat, desk: Desk, word: Saying) -> Lines:
    to = next(a.state.short for a in desk.composer.addressees if a.state.id == word.to)
    yield text(sentence(f"To say, to {to}: {compose.spoken(desk.composer, word)}"))
    yield from said.letter(seat.session.word(word.to, word.tone, word.via, word.wording, word.about, word.form))


def booked(entry: Entry, draft: Draft) -> str:
    """The name of what will be done with a pledge; "" when it rests where it is."""
    action, _, otherwise = draft.book.get(entry.id, entry.default).partition("-or-")
    name = next((a.name for a in entry.actions if a.id == action), "")
    return f"{name}; if they refuse, {otherwise}" if otherwise else name


def moves(desk: Desk, draft: Draft, check: Check) -> list[Choice[str]]:
    """What can be done with the sheet. Only what is there is offered, always in this order."""
    offers = [
        ("send", "Send it." if desk.options else "Let it go out, and the season pass.", True),
        ("word", "Change what is said.", bool(desk.composer.addressees)),
        ("drawer", "Answer from the book's drawer.", any(a.available for e in desk.entries for a in e.actions)),
        (
            "programme",
            f"Start something from the playbook (up to {desk.programme_most}).",
            any(p.available for p in desk.programme),
        ),
        ("estimate", f"Give an estimate: {desk.estimate.ask}" if desk.estimate else "", bool(desk.estimate)),
        ("deed", "Choose another deed.", len(desk.options) > 1),
        ("why", "Note why, for the debrief." if not draft.why else "Note again why.", True),
    ]
    return [Choice(id, words, (id,)) for id, words, there in offers if there]


def drawer(seat: Seat, desk: Desk, draft: Draft) -> Draft:
    """One pledge, and what is done with it."""
    entries = [e for e in desk.entries if any(a.available for a in e.actions)]
    choices = [
        Choice(
            e,
            sentence(f"{e.title}, to {e.to.short}", f"Due {e.due}" if e.due else "", booked(e, draft)),
            (e.title, e.id),
        )
        for e in entries
    ]
    entry = seat.pick("Which pledge?", choices, entries[0]) if len(entries) > 1 else entries[0]
    seat.voice.show(said.entry(entry))
    seat.voice.show(said.closed_choices([(a.name, a.why_not) for a in entry.actions if not a.available]))
    actions = [Choice(a.id, said.action(a), (a.name, a.id)) for a in entry.actions if a.available]
    now = draft.book.get(entry.id, entry.default).partition("-or-")[0]
    if not entry.default:
        actions.append(Choice("", "Leave it where it is.", ("leave",)))
    enter = now if any(a.value == now for a in actions) else actions[0].value
    action = seat.pick("What is to be done with it?", actions, enter)
    if action == "renegotiate":
        otherwise = [Choice("keep", "Keep it all the same.", ("keep",)), Choice("break", "Break it.", ("break",))]
        action = f"renegotiate-or-{seat.pick('And if they refuse?', otherwise, 'keep')}"
    return draft.book_with(entry.id, action)


def programme(seat: Seat, desk: Desk, draft: Draft) -> Draft:
    """Starts one initiative, or takes a chosen one back. Those that cannot be started are in the playbook, with the reason."""
    kinds = said.by_name(p for p in desk.programme if p.available or p.id in draft.programme)
    choices = [Choice(n, said.initiative(kind[0]), (kind[0].name,)) for n, kind in enumerate(kinds)]
    choices.append(Choice(-1, "Nothing, carry on.", ("nothing", "carry on")))
    number = seat.pick("Which one?", choices, -1)
    if number < 0:
        return draft
    with_whom = [
        Choice(p.id, toward(p, p.id in draft.programme), (p.toward.short if p.toward else p.name,))
        for p in kinds[number]
    ]
    chosen = seat.pick("With whom?", with_whom) if len(with_whom) > 1 else with_whom[0].value
    return draft.programme_without(chosen) if chosen in draft.programme else draft.programme_with(chosen)


def toward(page: Programme, chosen: bool) -> str:
    who = page.toward.name if page.toward else page.name
    return sentence(who, "chosen already; this takes it back" if chosen else "")


def estimate(seat: Seat, desk: Desk, draft: Draft) -> Draft:
    """One of seven words, or none."""
    assert desk.estimate
    choices = [Choice(c.id, sentence(c.name), (c.name, c.id)) for c in desk.estimate.chances]
    choices.append(Choice("", "No estimate.", ("none",)))
    return draft.estimating(desk.estimate.id, seat.pick(desk.estimate.ask, choices, ""))
