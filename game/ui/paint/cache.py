"""One store for everything that was drawn once and will be wanted again.

Keys are tuples that begin with the kind of thing ("text", "box", "paper", ...). What was used least lately goes first
when the pixels held pass the budget. Not safe across threads: only the thread that draws may use it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

import pygame

Value = TypeVar("Value")
Key = tuple[Hashable, ...]

_SMALL = 256  # what a value that is not a surface is reckoned to weigh, in bytes


class Cache:
    """Least recently used store, weighed in bytes of pixels."""

    def __init__(self, budget: int) -> None:
        self.budget = budget
        self.held = 0
        self.made = 0
        self._kept: OrderedDict[Key, tuple[object, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value under `key`, made now if it is not held. A value heavier than the budget is made each time."""
        held = self._kept.get(key)
        if held is not None:
            self._kept.move_to_end(key)
            return cast("Value", held[0])
        value = make()
        self.made += 1
        weight = _weight(value)
        if weight <= self.budget:
            self._kept[key] = (value, weight)
            self.held += weight
            while self.held > self.budget:
                self.held -= self._kept.popitem(last=False)[1][1]
        return value

    def forget(self, *kinds: str) -> None:
        """Drop everything of the kinds named, or everything when none is."""
        for key in [key for key in self._kept if not kinds or key[0] in kinds]:
            self.held -= self._kept.pop(key)[1]


def _weight(value: object) -> int:
    if isinstance(value, pygame.Surface):
        return value.get_pitch() * value.get_height() + _SMALL
    return _SMALL


CACHE = Cache(budget=160 * 1024 * 1024)
"""The store all painters share."""
