"""Weights add up, and every part has somebody to play it."""

from __future__ import annotations

from collections.abc import Iterator

from ...rules.vocabulary import LEANINGS
from ..diagnostics import Diagnostic, quoted
from ..references import Path
from .case import Case

_TOLERANCE = 0.005


def weights_add_up(case: Case) -> Iterator[Diagnostic]:
    """S040: groups' weights, observers' weights, the mix of a group, the chances of an aim: each adds up to 1."""
    s = case.scenario
    sums: list[tuple[Path, str, float]] = [
        (("audiences",), "The weights of the audiences", sum(a.weight for a in s.audiences.values())),
        (
            ("counterparts",),
            "The weights of the counterparts and of third parties",
            sum(c.weight for c in s.counterparts.values()) + s.third_parties.weight,
        ),
    ]
    sums += [
        (("audiences", id, "profile"), f"The mix of {quoted(id)}", sum(a.profile.values()))
        for id, a in s.audiences.items()
    ]
    sums += [
        (("counterparts", id, "aim"), f"The chances of the aims of {quoted(id)}", c.aim.fearful + c.aim.grasping)
        for id, c in s.counterparts.items()
    ]
    for path, what, total in sums:
        if abs(total - 1) > _TOLERANCE:
            yield case.error(
                "S040", path, f"{what} add up to {total:.2f}, not to 1.", "Change them so that they add up to 1."
            )


def nobody_plays_it(case: Case) -> Iterator[Diagnostic]:
    """S042: a private secretary, and a minister for each leaning."""
    s = case.scenario
    if s.home.secretary is None:
        yield case.warning(
            "S042",
            ("home",),
            "Home has no private secretary, who is the voice of the tutorial.",
            "Name a person under “secretary”.",
        )
    for leaning in LEANINGS:
        if not s.ministers.get(leaning):
            yield case.warning(
                "S042",
                ("ministers",) if s.ministers else ("home",),
                f"No minister is named for {leaning}.",
                "List persons under “ministers”.",
            )
