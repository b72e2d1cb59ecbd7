"""Flags are set somewhere and read somewhere, or they are not needed."""

from __future__ import annotations

from collections.abc import Iterator

from ..conditions import quantities
from ..diagnostics import Diagnostic, quoted
from ..references import references
from .case import Case


def read_or_set_alone(case: Case) -> Iterator[Diagnostic]:
    """S024: a flag that is read and never set, set and never read, or neither."""
    moved = {ref.id for ref in references(case.scenario) if ref.kind == "flags" and "sets" in ref.path}
    read = {q.ids[0] for tree in case.conditions.values() for q in quantities(tree) if q.name == "flag"}
    for place, flag in enumerate(case.scenario.flags):
        if flag in moved and flag in read:
            continue
        if flag in read:
            message, hint = (
                "is read in a condition and never set",
                "Let an option or an answer set it, or take the condition away.",
            )
        elif flag in moved:
            message, hint = "is set and never read", "Read it in a condition, or take it away."
        else:
            message, hint = "is neither set nor read", "Take it away from the list."
        yield case.warning("S024", ("flags", place), f"The flag {quoted(flag)} {message}.", hint)
