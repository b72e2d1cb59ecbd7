"""How a campaign is framed: mandates, verdicts, climates."""

from __future__ import annotations

from collections.abc import Iterator

from ...rules.vocabulary import LEANINGS
from ..diagnostics import Diagnostic, quoted
from ..ranges import Clock
from .case import Case

_CLIMATES = 3


def no_last_verdict(case: Case) -> Iterator[Diagnostic]:
    """S038: the last verdict has no `when`, and every other has one."""
    *others, last = case.scenario.verdicts.items()
    if last[1].when is not None:
        yield case.error(
            "S038",
            ("verdicts", last[0]),
            "The last verdict has a “when”, so a campaign could end without any.",
            "Add a last verdict without “when”.",
        )
    for id, verdict in others:
        if verdict.when is None:
            yield case.error(
                "S038",
                ("verdicts", id),
                f"{quoted(id)} has no “when”, so those after it are never reached.",
                "Give it a “when”, or put it last.",
            )


def leaning_without_mandate(case: Case) -> Iterator[Diagnostic]:
    """S045: where there are mandates, either party has one in every term."""
    mandates = case.scenario.mandates.values()
    if not mandates:
        return
    for leaning in LEANINGS:
        for term in range(1, Clock.of(case.scenario).terms + 1):
            if not any(m.leaning == leaning and m.term in (None, term) for m in mandates):
                yield case.error(
                    "S045",
                    ("mandates",),
                    f"There is no mandate for {leaning} in term {term}.",
                    "Write one, or take “term” away from another of that leaning.",
                )
                break


def few_climates(case: Case) -> Iterator[Diagnostic]:
    """S046: the tests of play ask for three climates or more."""
    count = len(case.scenario.climates)
    if count < _CLIMATES:
        yield case.note(
            "S046",
            ("climates",) if count else ("id",),
            f"The scenario names {count} climates; automatic plays compare three or more.",
            "Fix an aim or a restless home under “climates”.",
        )
