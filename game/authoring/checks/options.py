"""What a player may choose: that there is a choice, that it can be paid, and that the acts differ."""

from __future__ import annotations

from collections.abc import Iterator

from ..compile import option_price, toward_of
from ..diagnostics import Diagnostic, quoted
from .case import Case


def no_sure_option(case: Case) -> Iterator[Diagnostic]:
    """S022: every option has a `when`, so that a player could be left with none."""
    for path, id, inject in case.injects():
        if all(option.when is not None for option in inject.options.values()):
            yield case.error(
                "S022",
                (*path, "options"),
                f"Every option of {quoted(id)} has a “when”: a player could be left without one.",
                "Take the “when” away from one of them.",
            )


def same_act_twice(case: Case) -> Iterator[Diagnostic]:
    """S035: two options with the same deed, at the same state, with the same word and pledges."""
    for path, _, inject in case.injects():
        seen: dict[object, str] = {}
        for name, option in inject.options.items():
            made = tuple(p and (p.kind, p.form) for p in (option.pledge, option.theirs, option.offer))
            act = (
                option.deed,
                toward_of(option, inject),
                tuple((say.tone, say.via, say.to) for say in option.say),
                made,
            )
            if act in seen:
                yield case.warning(
                    "S035",
                    (*path, "options", name),
                    f"{quoted(name)} is the same act as {quoted(seen[act])}: same deed, same word, same pledges.",
                    "Change the deed or the word of one, or drop it.",
                )
            seen.setdefault(act, name)


def beyond_all_means(case: Case) -> Iterator[Diagnostic]:
    """S036: an option dearer than all the capital there can be."""
    most = case.ground.law.capital_most
    for path, _, _, option in case.options():
        price = option_price(case.ground, option) + sum(
            case.ground.playbook.channels[say.via].capital for say in option.say
        )
        if price > most:
            yield case.error(
                "S036",
                path,
                f"This option costs {price:g} capital with its word; nobody ever has more than {most:g}.",
                "Lower “capital”, or choose another channel.",
            )


def leads_back_at_once(case: Case) -> Iterator[Diagnostic]:
    """S041: an option whose `then` names its own inject, next turn."""
    for path, id, inject in case.injects():
        for name, option in inject.options.items():
            then = option.then
            if then is not None and then.inject == id and then.in_ == 0:
                yield case.error(
                    "S041",
                    (*path, "options", name, "then"),
                    f"{quoted(name)} leads straight back to {quoted(id)}.",
                    "Let a season pass (“in: 1”), or name another inject.",
                )


def aimed_at_nobody(case: Case) -> Iterator[Diagnostic]:
    """S043: a deed, pledge or breach that needs another state and has none."""
    for path, inject, _, option in case.options():
        if toward_of(option, inject) in case.scenario.counterparts:
            continue
        part = next(
            (
                key
                for key, value in (
                    ("pledge", option.pledge),
                    ("theirs", option.theirs),
                    ("offer", option.offer),
                    ("breaks", option.breaks),
                )
                if value
            ),
            None,
        )
        if part is not None:
            yield case.error(
                "S043",
                (*path, part),
                f"This {'pledge' if part != 'breaks' else 'breach'} is aimed at nobody.",
                "Add “toward:” and a counterpart to the option.",
            )
        elif option.deed is not None and case.ground.playbook.deeds[option.deed].rung > 0:
            yield case.warning(
                "S043",
                (*path, "deed"),
                f"{quoted(option.deed)} is aimed at nobody, so no rung moves and no one draws a conclusion.",
                "Add “toward:” and a counterpart to the option.",
            )
