"""What there is to reach in a scenario: every inject, every option, both mornings after it, every verdict.

A target is told as a word, "option:the-bond/pay-by-noon"; the same list serves a table of plays and one person's play.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.authoring import Loaded, verdict
from game.authoring.texts import OptionText
from game.play.course import Course
from game.play.draft import Draft
from game.rules.arrays import Index
from game.rules.scenario import OPTIONS
from game.rules.vocabulary import Act

NEEDED = ("inject", "option", "verdict")
"""Kinds of target that must be reached; of the two mornings after an option one may be out of reach."""


@dataclass(frozen=True, slots=True)
class Targets:
    """The names in order, and their places by index; -1 where there is none."""

    names: tuple[str, ...]
    inject: Index  # (I,)
    option: Index  # (I*4,)
    morning: Index  # (2, I*4) where the other side rests, where it presses
    verdict: Index  # (V,)

    @classmethod
    def of(cls, loaded: Loaded) -> Targets:
        """In the author's order."""
        texts, names = loaded.texts, list[str]()
        count = len(texts.injects)
        inject, option = np.full(count, -1), np.full(count * OPTIONS, -1)
        morning = np.full((2, count * OPTIONS), -1)

        def add(name: str) -> int:
            names.append(name)
            return len(names) - 1

        for i, text in enumerate(texts.injects):
            if not i:
                continue  # the quiet season
            inject[i] = add(f"inject:{text.id}")
            for o, chosen in enumerate(text.options):
                at = f"{text.id}/{chosen.id}"
                option[i * OPTIONS + o] = add(f"option:{at}")
                for act, written in enumerate(_mornings(chosen)):
                    if written:
                        morning[act, i * OPTIONS + o] = add(f"{('rests', 'presses')[act]}:{at}")
        last = np.array([add(f"verdict:{told.id}") for told in texts.verdicts])
        return cls(tuple(names), inject, option, morning, last)

    def __len__(self) -> int:
        return len(self.names)


def _mornings(option: OptionText) -> tuple[bool, bool]:
    """Whether a morning after is written for each answer; with one alone it is told either way, and is nothing to reach."""
    both = bool(option.rests and option.presses)
    return both, both


def reached(course: Course) -> Mapping[str, int]:
    """What a play has reached, each with the decision at which it first did; a verdict with the last."""
    found: dict[str, int] = {}
    texts = course.texts
    for passed in course.chronicle.passed:
        inject = texts.injects[passed.before.inject]
        if not isinstance(passed.did, Draft) or not passed.before.inject:
            continue
        found.setdefault(f"inject:{inject.id}", passed.turn)
        chosen = next(option for option in inject.options if option.id == passed.did.do)
        found.setdefault(f"option:{inject.id}/{chosen.id}", passed.turn)
        if all(_mornings(chosen)):
            pressed = passed.after.answered[passed.before.inject] == Act.PRESSES
            found.setdefault(f"{'presses' if pressed else 'rests'}:{inject.id}/{chosen.id}", passed.turn)
    if course.phase == "closed":
        told = int(verdict(course.scenario, course.game.world)[0])
        found[f"verdict:{texts.verdicts[told].id}"] = course.turn - 1
    return found
