"""Conditions as arrays: a tree becomes closures over the columns of a World, (world, memo) -> (rows,).

Equal parts share one entry of the turn's memo, so that forty conditions that ask for rung(norland) read it once.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np

from ..rules.arrays import Array
from ..rules.scenario import Condition
from ..rules.world import World
from .conditions import CLOSED, Compare, Not, Quantity, Tree
from .reads import NAMES, Frame, Memo

_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def compiled(tree: Tree, frame: Frame) -> Condition:
    """The array expression of a tree that parse() has passed."""
    return _closure(tree, frame)


def _closure(tree: Tree, frame: Frame) -> Callable[[World, Memo], Array]:
    """One small function for each part; its value is kept in the memo under the part's own text."""
    key = str(tree)
    make = _maker(tree, frame)

    def read(world: World, memo: Memo) -> Array:
        value: Array | None = memo.get(key)
        if value is None:
            value = memo[key] = make(world, memo)
        return value

    return read


def _maker(tree: Tree, frame: Frame) -> Callable[[World, Memo], Array]:
    if isinstance(tree, Quantity):
        read, index = NAMES[tree.name].read, _indices(tree, frame)
        return lambda world, memo: read(frame, world, memo, *index)
    if isinstance(tree, Compare):
        left, compare = _closure(tree.left, frame), _COMPARE[tree.sign]
        if isinstance(tree.right, Quantity):
            right = _closure(tree.right, frame)
            return lambda world, memo: compare(left(world, memo), right(world, memo))
        value = _word_value(tree.left, tree.right, frame) if isinstance(tree.right, str) else tree.right
        return lambda world, memo: compare(left(world, memo), value)
    if isinstance(tree, Not):
        inner = _closure(tree.part, frame)
        return lambda world, memo: ~inner(world, memo)
    parts = [_closure(part, frame) for part in tree.parts]
    join = np.logical_and if tree.word == "and" else np.logical_or
    return lambda world, memo: reduce(join, [part(world, memo) for part in parts])


def _indices(quantity: Quantity, frame: Frame) -> list[int]:
    """The place of each id in its list."""
    kinds = [kind.rstrip("?") for kind in NAMES[quantity.name].takes]
    found: list[int] = []
    for n, (kind, id) in enumerate(zip(kinds, quantity.ids, strict=False)):
        if kind == "options":
            found.append(frame.options[quantity.ids[n - 1]].index(id))
        elif kind in CLOSED:
            found.append(CLOSED[kind].index(id))
        else:
            found.append(frame.names[kind][id])
    return found


def _word_value(left: Quantity, word: str, frame: Frame) -> int:
    gives = NAMES[left.name].gives
    return frame.names["mandates"][word] if gives == ("mandates",) else gives.index(word)
