"""The decisions of a play in order: what was asked, what was done and said, what it moved most; and the one the player would take back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..play.quotes import plain
from ..rules.ledger import Cause, What
from .debrief import Decision
from .explain import Explainer
from .names import Names
from .refold import Turned
from .sentences import DIMENSION_NAMES

_MOST_MOVED = 3
_LEAST = 0.02
_NOT_HIS = (Cause.FADED, Cause.HANDOVER, Cause.HEARSAY)


def decisions(
    names: Names, turns: Sequence[Turned], explainer: Explainer, marks: Mapping[int, str]
) -> tuple[Decision, ...]:
    """marks: the player's notes by the number of the decision."""
    told = []
    for turn in turns:
        if turn.draft is not None:
            told.append(_reply(names, turn, explainer, marks.get(turn.decision, "")))
        if turn.passing is not None:
            told.append(_handover(names, turn, marks.get(turn.handed, "")))
    return tuple(told)


def _reply(names: Names, turn: Turned, explainer: Explainer, marked: str) -> Decision:
    assert turn.draft is not None
    option = names.option(turn) if turn.inject else None
    book = names.texts.playbook
    said = [
        f"To {names.inside(names.scenario.names['counterparts'][word.to])}: {book.tone(word.tone).name}"
        f" ({book.channel(word.via).name}, {book.wording(word.wording).name})"
        for word in turn.draft.say
    ]
    return Decision(
        turn=turn.number,
        decision=turn.decision,
        when=names.when(turn),
        title=names.title(turn.inject),
        did=plain(option.title) if option else _programme(names, turn),
        said=tuple(said),
        why=turn.draft.why,
        marked=marked,
        moved=_moved(names, turn),
    )


def _programme(names: Names, turn: Turned) -> str:
    assert turn.draft is not None
    begun = [names.texts.playbook.initiative(id.partition(":")[0]).name for id in turn.draft.programme]
    return f"Began {' and '.join(begun)}" if begun else "Let it pass"


def _moved(names: Names, turn: Turned) -> tuple[tuple[str, str, float], ...]:
    """The largest moves of trust that came of the reply itself, by observer and dimension."""
    sums: dict[tuple[int, ...], float] = {}
    for line in turn.lines[: turn.passed_on]:
        if line.what == What.TRUST and line.cause not in _NOT_HIS:
            sums[line.cell] = sums.get(line.cell, 0.0) + line.size
    largest = sorted(sums.items(), key=lambda pair: -abs(pair[1]))[:_MOST_MOVED]
    return tuple((names.short(o), DIMENSION_NAMES[d], size) for (o, d), size in largest if abs(size) >= _LEAST)


def _handover(names: Names, turn: Turned, marked: str) -> Decision:
    assert turn.passing is not None
    lines = len(turn.passing.ink)
    loud = [how for how in turn.passing.honour.values() if how != "silent"]
    did = f"{lines or 'No'} {'line' if lines == 1 else 'lines'} of ink; {len(loud) or 'none'} of the inherited pledges spoken of"
    return Decision(turn.number, turn.handed, names.when(turn), "The handover", did, (), "", marked, ())
