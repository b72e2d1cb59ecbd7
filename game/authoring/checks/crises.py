"""A crisis has another side, and something to say every fortnight."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Diagnostic, quoted
from .case import Case


def no_sure_fortnight(case: Case) -> Iterator[Diagnostic]:
    """S037: a crisis needs a `during` inject without `when`, and one that may recur."""
    for path, id, inject in case.injects():
        if inject.crisis is None:
            continue
        sure = [f for _, _, f in case.injects() if f.during == id and f.when is None]
        if not sure:
            yield case.error(
                "S037",
                (*path, "crisis"),
                f"The crisis of {quoted(id)} could have a fortnight without a cable.",
                f"Write an inject with “during: {id}”, “recurs: true” and no “when”.",
            )
        elif not any(f.recurs for f in sure):
            yield case.warning(
                "S037",
                (*path, "crisis"),
                f"No fortnight of {quoted(id)} without “when” may recur, so a long crisis runs out of cables.",
                "Add “recurs: true” to one of them.",
            )


def no_other_side(case: Case) -> Iterator[Diagnostic]:
    """S044: a crisis and a probe come from a counterpart; a fortnight belongs to an inject with a crisis."""
    for path, _, inject in case.injects():
        foreign = inject.from_ in case.scenario.counterparts
        if (inject.crisis is not None or path[0] == "probes") and not foreign:
            what = "A crisis" if inject.crisis is not None else "A probe"
            yield case.error(
                "S044",
                (*path, "from"),
                f"{what} comes from a counterpart, not from {quoted(inject.from_)}.",
                f"Counterparts are: {', '.join(case.scenario.counterparts)}.",
            )
        if inject.during is not None:
            opener = case.scenario.injects.get(inject.during)
            if opener is None or opener.crisis is None:
                yield case.error(
                    "S044",
                    (*path, "during"),
                    f"{quoted(inject.during)} opens no crisis.",
                    "Name the inject that has “crisis:”, or add one to it.",
                )
