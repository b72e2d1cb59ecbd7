"""Helpers that tell a play in a few words."""

from __future__ import annotations

from game.play.draft import Draft, Passing, Saying
from game.play.pages import Beat
from game.play.session import Session


def choose(session: Session, which: int = 0) -> Draft:
    """The which-th option that can be chosen, with its own words, or the default of a quiet season."""
    draft, desk = session.draft(), session.desk()
    possible = [option for option in desk.options if not option.why_not]
    if not possible:
        return draft
    option = possible[which % len(possible)]
    worded = draft.choose(option.id, [Saying(w.to, w.tone, w.via, w.wording, w.minuted) for w in option.says])
    return draft.choose(option.id) if session.check(worded).error else worded


def turn(session: Session, which: int = 0) -> None:
    """One decision, whatever is asked."""
    if session.beat is Beat.HANDOVER:
        session.hand_over(Passing())
    else:
        session.submit(choose(session, which))


def turns(session: Session, count: int) -> Session:
    """`count` decisions, another option each time; stops when the campaign is over."""
    for number in range(count):
        if session.beat is Beat.CLOSED:
            break
        turn(session, number)
    return session
