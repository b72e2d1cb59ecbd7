"""Home through the campaign: what each group thought of the handling and why, and the votes."""

from __future__ import annotations

from collections.abc import Sequence

from ..rules.arrays import sigma
from ..rules.audiences import approval_share
from ..rules.ledger import Cause, What
from .debrief import Group, HomeLine, VoteTold
from .explain import Explainer
from .names import Names
from .refold import Turned

_LEAST = 0.005  # log-odds: an eighth of a point of approval


def groups(names: Names, turns: Sequence[Turned], explainer: Explainer) -> tuple[Group, ...]:
    rest = sigma(names.scenario.approval_rest)
    return tuple(
        Group(
            text.id, text.name, float(names.scenario.audience_weight[a]), 100 * float(rest[a]),
            tuple(100 * float(sigma(turn.night.approval[0, a])) for turn in turns), tuple(_lines(names, turns, explainer, a)),
        )
        for a, text in enumerate(names.texts.audiences)
    )  # fmt: skip


def _lines(names: Names, turns: Sequence[Turned], explainer: Explainer, a: int) -> list[HomeLine]:
    told = []
    for turn in turns:
        when = names.when(turn)
        sums: dict[str, float] = {}
        for line in turn.lines:
            if line.what == What.APPROVAL and line.cell == (a,) and line.cause != Cause.TIME:
                text = explainer.sentence(line, turn)
                sums[text] = sums.get(text, 0.0) + line.size
        told += [HomeLine(when, size, text) for text, size in sums.items() if abs(size) >= _LEAST]
    return told


def overall(names: Names, turns: Sequence[Turned]) -> tuple[float, ...]:
    """Approval of all groups, weighted, with the rally of the day: percent at each turn."""
    return tuple(100 * float(approval_share(turn.night, names.scenario)[0]) for turn in turns)


def votes(names: Names, turns: Sequence[Turned]) -> tuple[VoteTold, ...]:
    return tuple(
        VoteTold(
            names.when(t), t.vote.fell, t.vote.returned, t.vote.economy, t.vote.handling, t.vote.support, t.vote.chance
        )
        for t in turns
        if t.vote is not None
    )
