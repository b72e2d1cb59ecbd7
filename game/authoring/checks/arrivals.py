"""Whether what is written can come at all, and when."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Diagnostic, quoted
from ..ranges import Clock
from ..references import references
from .case import Case

_ESTIMATES_A_TERM = 2


def never_comes(case: Case) -> Iterator[Diagnostic]:
    """S020: no `when`, no crisis or probe to belong to, and no option that leads to it."""
    led_to = {ref.id for ref in references(case.scenario) if ref.path[-2:] == ("then", "inject")}
    for path, id, inject in case.injects():
        by_itself = inject.when is not None or inject.during is not None or path[0] == "probes" or inject.must
        if not by_itself and id not in led_to:
            yield case.warning(
                "S020",
                path,
                f"{quoted(id)} can never come: it has no “when”, and no option leads to it.",
                "Write a “when”, or let an option name it under “then”.",
            )


def can_never_hold(case: Case) -> Iterator[Diagnostic]:
    """S025: a condition outside the range of what it compares, or against itself."""
    clock = Clock.of(case.scenario)
    for path, tree in case.conditions.items():
        if not clock.possible(tree):
            seasons = clock.terms * clock.seasons
            yield case.warning(
                "S025",
                path,
                "This condition can never hold.",
                f"Seasons run from 0 to {seasons - 1}, terms from 1 to {clock.terms}, seasons of a term from 1 to {clock.seasons}; "
                "look for two parts that exclude each other.",
            )


def must_but_cannot(case: Case) -> Iterator[Diagnostic]:
    """S026: `must` without a `when` that can hold."""
    clock = Clock.of(case.scenario)
    for path, id, inject in case.injects():
        if not inject.must:
            continue
        tree = case.conditions.get((*path, "when"))
        if tree is None:
            yield case.error(
                "S026",
                (*path, "must"),
                f"{quoted(id)} must come as soon as its “when” holds, and has none.",
                "Write a “when”, or take “must” away.",
            )
        elif not clock.possible(tree):
            yield case.error(
                "S026", (*path, "must"), f"{quoted(id)} must come, and its “when” can never hold.", "Mend the “when”."
            )


def too_many_estimates(case: Case) -> Iterator[Diagnostic]:
    """S039: more than two injects with an estimate that can come in one and the same term only."""
    clock = Clock.of(case.scenario)
    asked: dict[int, int] = {}
    for path, _, inject in case.injects():
        tree = case.conditions.get((*path, "when"))
        if inject.estimate is None or tree is None:
            continue
        terms = clock.terms_of(tree)
        if len(terms) != 1:
            continue
        term = terms.pop()
        asked[term] = asked.get(term, 0) + 1
        if asked[term] > _ESTIMATES_A_TERM:
            yield case.warning(
                "S039",
                (*path, "estimate"),
                f"This is estimate number {asked[term]} of term {term}; {_ESTIMATES_A_TERM} a term are enough.",
                "Keep the two that a player can learn most from.",
            )
