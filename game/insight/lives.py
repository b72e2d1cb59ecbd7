"""The pledge book with each pledge's life by date: asked or offered, given, grown dear, renegotiated, kept, broken, found out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..rules.ledger import Cause, Line, What
from ..rules.vocabulary import STATE_WORDS, Mark, State
from .debrief import PledgeEvent, PledgeLife, When
from .explain import Explainer
from .names import HOME, Names
from .refold import Turned

_TWENTIETHS = 20.0
DECLINED = "declined"
"""The state of what home offered and they would not take: it never stood in the book."""

_BESIDE = {
    (What.EVENT, Cause.PLEDGE_PRESSED), (What.TRUST, Cause.PLEDGE_RENEGOTIATED), (What.TRUST, Cause.PLEDGE_EXPOSED),
    (What.TRUST, Cause.PLEDGE_KEPT), (What.TRUST, Cause.PLEDGE_SIGNED),
}  # fmt: skip
"""Lines that belong to a pledge's life and leave its state as it was."""

_ORDER = {
    (What.EVENT, Cause.PLEDGE_PRESSED): 0, (What.TRUST, Cause.PLEDGE_RENEGOTIATED): 0, (What.TRUST, Cause.PLEDGE_EXPOSED): 2,
    (What.TRUST, Cause.PLEDGE_SIGNED): 2,
}  # fmt: skip


@dataclass(slots=True)
class _Life:
    giver: int  # 0 home, 1 the counterpart, as the rules count
    counterpart: int
    kind: int
    made: Turned
    last: Turned
    state: str
    ended: bool = False
    events: list[PledgeEvent] = field(default_factory=list)


def lives(names: Names, turns: Sequence[Turned], explainer: Explainer) -> tuple[PledgeLife, ...]:
    """In the order in which they were made."""
    told: list[_Life] = []
    current: dict[tuple[int, int, int], _Life] = {}
    for turn in turns:
        for line in _of_pledges(turn):
            slot = names.slot(line.about)
            life = current.get(slot)
            if life is None or (life.ended and line.what == What.PLEDGE):
                life = current[slot] = _Life(*slot, turn, turn, "")
                told.append(life)
            _enter(life, line, turn, names.when(turn), explainer)
    return tuple(_told(names, life) for life in told)


def _of_pledges(turn: Turned) -> list[Line]:
    """Once a turn for each pledge and cause.  The ledger holds what was made of an act after the act: here a life is told in order."""
    closing = {(line.about, line.cause) for line in turn.lines if line.what == What.PLEDGE}
    found: dict[tuple[int, Cause], Line] = {}
    for line in turn.lines:
        beside = (line.what, line.cause) in _BESIDE and (line.about, line.cause) not in closing
        if line.what == What.PLEDGE or beside:
            found.setdefault((line.about, line.cause), line)
    return sorted(found.values(), key=lambda line: _ORDER.get((line.what, line.cause), 1))


def _enter(life: _Life, line: Line, turn: Turned, when: When, explainer: Explainer) -> None:
    state = ""
    if line.what == What.PLEDGE:
        state = STATE_WORDS[int(line.size)] if line.size >= 0 else DECLINED
        if line.cause == Cause.PLEDGE_FORGOTTEN and line.size == State.OPEN:
            state = ""
    life.last = turn
    life.events.append(PledgeEvent(when, state, explainer.sentence(line, turn)))
    if state:
        life.state = state
        life.ended = state not in ("open", "offered")


def _told(names: Names, life: _Life) -> PledgeLife:
    at = (0, life.giver, life.counterpart, life.kind)
    first, last = life.made.evening, life.last.night
    marks = int(last.marks[at])
    declined = life.state == DECLINED
    given = float(names.scenario.kinds.tempt[life.kind]) if declined else float(first.size[at]) / _TWENTIETHS
    counterpart = names.texts.counterparts[life.counterpart]
    kind = names.texts.playbook.pledges[life.kind]
    return PledgeLife(
        slot=f"{counterpart.id}/{kind.id}",
        giver=life.counterpart if life.giver else HOME,
        to=HOME if life.giver else life.counterpart,
        kind=kind.id,
        title=kind.name[:1].upper() + kind.name[1:],
        form=names.texts.playbook.forms[int(first.form[at])].name,
        size=given,
        tempt=given if declined else float(last.tempt[at]) / _TWENTIETHS,
        minuted=bool(marks & Mark.MINUTED),
        inherited=bool(marks & Mark.INHERITED),
        forgotten=bool(marks & Mark.FORGOTTEN),
        state=life.state,
        made=life.events[0].when,
        ended=life.events[-1].when if life.ended else None,
        events=tuple(life.events),
    )
