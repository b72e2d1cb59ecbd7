"""What a scenario that can be read may still get wrong. One check is one function with one code, one bad file and one test.

Each check takes a Case and yields diagnostics; `CHECKS` is the whole list, in the order of their codes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..diagnostics import Diagnostic
from . import arrivals, crises, endings, flags, options, prose, states
from .case import Case

Check = Callable[[Case], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    arrivals.never_comes,
    options.no_sure_option,
    flags.read_or_set_alone,
    arrivals.can_never_hold,
    arrivals.must_but_cannot,
    prose.too_long,
    prose.five_phrases,
    prose.chance_word_missing,
    prose.crown_without_minutes,
    options.same_act_twice,
    options.beyond_all_means,
    crises.no_sure_fortnight,
    endings.no_last_verdict,
    arrivals.too_many_estimates,
    states.weights_add_up,
    options.leads_back_at_once,
    states.nobody_plays_it,
    options.aimed_at_nobody,
    crises.no_other_side,
    endings.leaning_without_mandate,
    endings.few_climates,
    prose.worn_phrases,
)


def run(case: Case) -> list[Diagnostic]:
    """Everything the checks have to say."""
    return [remark for check in CHECKS for remark in check(case)]


__all__ = ["CHECKS", "Case", "Check", "run"]
