"""Sets two tellings of one play side by side: by its own theory, and by another.  Knows beliefs and groups as told, and no rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..rules.theories import Theory, Value
from .debrief import Group, Observer, When
from .judgement import Apart, Beside, Changed, Judgement, TheoryTold

APPROVAL = "Approval"
_LEAST = 0.005  # half a point in a hundred: less is not told


def told(theory: Theory) -> TheoryTold:
    changes = tuple(Changed(c.parameter, _figure(c.default), _figure(c.value), c.reason) for c in theory.changes)
    return TheoryTold(theory.id, theory.name, theory.gist, theory.claim, theory.sources, changes)


def judgement(
    own: Theory, here: Theory, turns: Sequence[When], beliefs: tuple[Sequence[Observer], Sequence[Observer]],
    groups: tuple[Sequence[Group], Sequence[Group]], standing: tuple[float, float],
) -> Judgement:  # fmt: skip
    """Each pair: as told by the play's own theory, and by the one that judges."""
    says = (
        f"Judged by another theory: {here.name}. The events are those of the play, which was made under “{own.name}”: what home did, "
        "how everyone answered, the votes, the account and the verdict. What observers would have believed of home, and what groups at "
        "home would have thought, is the theory’s."
    )
    series = [*_beliefs(*beliefs), *_groups(*groups)]
    gaps = [(abs(b - a), t, who, what, a, b) for who, what, one, two in series
            for t, (a, b) in enumerate(zip(one, two, strict=True))]  # fmt: skip
    gap, turn, who, what, a, b = max(gaps, key=lambda found: found[0])
    return Judgement(
        own=told(own),
        says=says,
        apart=Apart(turns[turn].date, Beside(who, what, a, b)) if gap >= _LEAST else None,
        beliefs=tuple(Beside(who, what, one[-1], two[-1]) for who, what, one, two in _beliefs(*beliefs)),
        groups=tuple(Beside(who, what, one[-1], two[-1]) for who, what, one, two in _groups(*groups)),
        standing=standing,
    )


Series = tuple[str, str, Sequence[float], Sequence[float]]


def _beliefs(own: Sequence[Observer], here: Sequence[Observer]) -> Iterator[Series]:
    for one, other in zip(own, here, strict=True):
        for a, b in zip(one.beliefs, other.beliefs, strict=True):
            yield one.short, a.name, a.p, b.p


def _groups(own: Sequence[Group], here: Sequence[Group]) -> Iterator[Series]:
    for a, b in zip(own, here, strict=True):
        yield a.name, APPROVAL, [x / 100 for x in a.approval], [x / 100 for x in b.approval]


def _figure(value: Value) -> str:
    parts = value if isinstance(value, tuple) else (value,)
    return ", ".join(f"{part:g}".replace("-", "−") for part in parts)
