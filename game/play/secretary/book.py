"""The lines of the pledge book: what was undertaken, by when, what keeping costs today, what can be done with it."""

from __future__ import annotations

import numpy as np

from ...rules.vocabulary import Dim, Mark, State
from .. import permits
from ..calendar import counted
from ..draft import slot_place
from ..pages import Action, Beat, Book, Closed, Entry, Price, Theirs
from ..seat import OURS, THEIRS, Seat, capital_to_keep
from . import wording
from .common import status

_ACTIONS = (
    ("keep", "Keep", "Do what was undertaken, and pay for it at home."),
    ("break", "Break", "Do otherwise, openly. The price is saved and the record is spent."),
    ("conceal", "Break and conceal", "Do otherwise and say nothing. It may come out, and then it is a lie."),
    ("renegotiate", "Ask to renegotiate", "Once, for 1 capital: half the size if they agree; if not, keep or break."),
    ("withdraw", "Withdraw with notice", "In writing, one season ahead: it ends without a breach of faith."),
)
_OFFERS = (
    ("accept", "Accept", "Give the undertaking they ask for."),
    ("refuse", "Refuse", "Keep your hands free; they will have noticed."),
)
_CHECKS = (
    (35, "by our word alone"),
    (60, "by what they can see from outside"),
    (85, "by papers both sides hold"),
    (101, "by somebody who counts"),
)
_CLOSED = (State.KEPT, State.BROKEN, State.WITHDRAWN, State.LAPSED)


def book(seat: Seat) -> Book:
    entries = tuple(entry(seat, c, k) for c, k in _where(seat, OURS, State.OPEN))
    offered = tuple(entry(seat, c, k) for c, k in _where(seat, OURS, State.OFFERED))
    marked = {name: tuple(e.id for e in entries if bool(_marks(seat, e) & bit) is wanted)
              for name, bit, wanted in (("inherited", Mark.INHERITED, True), ("unminuted", Mark.MINUTED, False))}  # fmt: skip
    closed = tuple(closed_lines(seat))
    counts = [("open", len(entries))] + [
        (s.name.lower(), sum(line.state == s.name.lower() for line in closed)) for s in _CLOSED[:3]
    ]
    return Book(
        status(seat, Beat.MORNING), entries, offered, marked["inherited"], marked["unminuted"], closed, tuple(theirs(seat)),
        (*counts, ("inherited", len(marked["inherited"]))),
    )  # fmt: skip


def _marks(seat: Seat, entry: Entry) -> int:
    c, k = slot_place(entry.id, seat.scenario)
    return int(seat.now.marks[OURS, c, k])


def _where(seat: Seat, giver: int, state: State) -> list[tuple[int, int]]:
    return [(int(c), int(k)) for c, k in np.argwhere(seat.now.pledge[giver] == state)]


def entry(seat: Seat, c: int, k: int) -> Entry:
    """One line; `must` and the default are this turn's."""
    now, text = seat.now, seat.texts.playbook.pledges[k]
    offered = bool(now.pledge[OURS, c, k] == State.OFFERED)
    due = bool(seat.due[c, k])
    cost = capital_to_keep(seat, c, k)
    worth = price_of(seat, c, k)
    return Entry(
        id=seat.slot(c, k),
        title=wording.upper_first(text.name),
        text=seat.undertaking(OURS, c, k),
        to=seat.state(c),
        due=due_line(seat, OURS, c, k),
        form=seat.texts.playbook.forms[int(now.form[OURS, c, k])].name,
        checked=next(words for below, words in _CHECKS if now.verified[OURS, c, k] < below),
        price=worth,
        price_line=price_line(seat, k, worth),
        cost=cost,
        record=record(seat, c),
        offered=offered,
        must=due,
        actions=actions(seat, c, k),
        default="" if offered or not due else "keep" if cost <= now.capital else "",
    )


def actions(seat: Seat, c: int, k: int) -> tuple[Action, ...]:
    kinds = _OFFERS if seat.now.pledge[OURS, c, k] == State.OFFERED else _ACTIONS
    told = []
    for id, name, gloss in kinds:
        why = permits.book(seat, c, k, id)
        if id == "keep" and not seat.due[c, k]:
            gloss = "Leave it standing; nothing falls due yet."
        told.append(Action(id, name, gloss, not why, why))
    return tuple(told)


def price_of(seat: Seat, c: int, k: int) -> Price:
    """What keeping costs home today, in a word (rulings.md 13)."""
    tempt = float(seat.now.tempt[OURS, c, k]) / 20
    return wording.price(seat.scenario.law.price_mandate * tempt**2)


def price_line(seat: Seat, k: int, worth: Price) -> str:
    """ "serious, on the towns"."""
    hurt = [wording.lower_first(seat.texts.audiences[a].name) for a in np.flatnonzero(seat.scenario.kinds.hurts[k])]
    return f"{worth}, on {wording.listed(hurt[:2])}" if hurt and worth != Price.TRIFLING else str(worth)


def record(seat: Seat, c: int) -> str:
    """Home's record with one country, which everybody can count."""
    kept, broken = int(seat.now.kept[c]), int(seat.now.broken[c])
    if not kept and not broken:
        return "nothing kept or broken yet"
    told = f"kept {wording.times(kept)}" if kept else "never kept"
    return f"{told}, broken {wording.times(broken)}" if broken else f"{told}, never broken"


def due_line(seat: Seat, giver: int, c: int, k: int) -> str:
    now = seat.now
    if giver == OURS and now.pledge[OURS, c, k] == State.OFFERED:
        return f"answer by {seat.calendar.season(seat.week_season(int(now.due[OURS, c, k])))}"
    if giver == OURS and seat.due[c, k]:
        return "this season" if seat.scenario.pace == 1 else "this year"
    when = seat.calendar.season(seat.week_season(int(now.due[giver, c, k])))
    notice = giver == OURS and int(now.marks[OURS, c, k]) & Mark.NOTICE
    every = int(seat.scenario.kinds.every[k])
    if notice:
        return f"notice given; ends {when}"
    return f"{when}, and looked at every {counted(every, 'season')}" if every else when


def closed_lines(seat: Seat, only: int | None = None) -> list[Closed]:
    """What became of earlier undertakings, newest first, from what happened turn by turn."""
    told: list[Closed] = []
    for passed in reversed(seat.chronicle.passed):
        for line in reversed(passed.lines):
            if line.what.name != "PLEDGE" or len(line.cell) != 3 or line.size not in _CLOSED:
                continue
            giver, c, k = line.cell
            if giver != OURS or (only is not None and c != only):
                continue
            kind, state = seat.texts.playbook.pledges[k], State(int(line.size))
            text = {State.KEPT: kind.kept, State.BROKEN: kind.broken}.get(state, "")
            when = seat.calendar.season(passed.before.season)
            title, words = wording.upper_first(kind.name), seat.pledge_words(text, OURS, c)
            told.append(Closed(title, words, seat.state(c), state.name.lower(), f"{state.name.title()}, {when}"))
    return told


def theirs(seat: Seat, only: int | None = None) -> list[Theirs]:
    """What the others have undertaken towards home."""
    told = []
    for c, k in np.argwhere(seat.now.pledge[THEIRS] >= State.OPEN):
        if only is not None and c != only:
            continue
        kind, state = seat.texts.playbook.pledges[k], State(int(seat.now.pledge[THEIRS, c, k]))
        due = due_line(seat, THEIRS, int(c), int(k)) if state == State.OPEN else ""
        words = seat.undertaking(THEIRS, int(c), int(k))
        told.append(Theirs(wording.upper_first(kind.name), words, seat.state(int(c)), state.name.lower(), due))
    return told


def drawer(seat: Seat) -> tuple[Entry, ...]:
    """The lower drawer of the desk: what falls due, has become dear, or is asked of home (rulings.md 10)."""
    places = np.argwhere((seat.now.pledge[OURS] == State.OPEN) | (seat.now.pledge[OURS] == State.OFFERED))
    lines = [entry(seat, int(c), int(k)) for c, k in places if permits.wants_answer(seat, int(c), int(k))]
    return tuple(sorted(lines, key=lambda e: (not e.must, not e.offered)))


def is_threat(seat: Seat, k: int) -> bool:
    return bool(seat.scenario.kinds.dim[k] == Dim.C)
