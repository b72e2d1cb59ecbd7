"""The last page before the seal is broken: no score and no belief stands on it."""

from __future__ import annotations

from ...authoring.texts import NOBODY
from ..calendar import counted
from ..chronicle import Passed
from ..draft import Draft
from ..pages import Beat, Closing, TurnPassed
from ..seat import Seat
from . import handover
from .common import moment, status
from .crisis import deed_title
from .morning import paragraphs


def closing(seat: Seat) -> Closing:
    vote = seat.chronicle.last_vote
    war = seat.now.war
    decisions = turns(seat)
    took = seat.chronicle.took_back
    return Closing(
        status=status(seat, Beat.CLOSED),
        heading="It has come to war" if war else "The campaign is over",
        last_cable=paragraphs(seat.texts.war) if war else (),
        text=_text(seat),
        election=handover.election(seat, vote) if vote is not None and not war else None,
        rank_asked=not _ranked_at_end(seat),
        counterparts=tuple(seat.state(c) for c in range(seat.count)),
        ranked=seat.chronicle.rankings[-1][1] if _ranked_at_end(seat) else (),
        take_back_asked=took is None and bool(decisions),
        decisions=decisions,
        took_back=next((f"{d.date}: {d.did}" for d in decisions if d.turn == took), ""),
    )


def _ranked_at_end(seat: Seat) -> bool:
    return bool(seat.chronicle.rankings) and seat.chronicle.rankings[-1][0] >= seat.now.season


def _text(seat: Seat) -> tuple[str, ...]:
    count = sum(isinstance(p.did, Draft) and p.did.do is not None for p in seat.chronicle.passed)
    secretary = (
        seat.texts.people[seat.texts.home.secretary].name
        if seat.texts.home.secretary != NOBODY
        else "Your private secretary"
    )
    cables = f"{'was' if count == 1 else 'were'} {counted(count, 'cable')}"
    return (
        f"{secretary} has locked the desk. There {cables} that wanted an answer.",
        "Before the files are opened: rank the capitals by how readily each would take your word today, and choose the one "
        "decision you would take back.",
    )


def turns(seat: Seat) -> tuple[TurnPassed, ...]:
    """Every decision of the play, in order."""
    return tuple(_turn(seat, passed) for passed in seat.chronicle.passed)


def _turn(seat: Seat, passed: Passed) -> TurnPassed:
    at = passed.before
    title = seat.texts.injects[at.inject].title or "A quiet season"
    if not isinstance(passed.did, Draft):
        title = "The handover"
    did = (
        deed_title(seat, passed) if not isinstance(passed.did, Draft) or passed.did.do else _programme(seat, passed.did)
    )
    return TurnPassed(
        passed.turn, at.season, at.step, moment(seat, at), title, did, seat.chronicle.marks.get(passed.turn, "")
    )


def _programme(seat: Seat, did: Draft) -> str:
    names = [seat.texts.playbook.initiative(id.partition(":")[0]).name for id in did.programme]
    return f"Began {', '.join(names)}" if names else "Let it pass"
