"""Whether a condition can hold at all, by the ranges of what it compares.

A condition becomes a list of boxes: each box limits some quantities, and the condition holds if one box can be met. Quantities are
taken to be independent, but for the clock: season, term and season-of-term are one number read three ways.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import product

from . import schema
from .compile import longest_of
from .conditions import Compare, Not, Quantity, Tree
from .reads import NAMES

MOST_BOXES = 256
_REAL = ("capital", "heat", "approval", "approval-all", "standing", "score")
_SMALL = 1e-9
_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}

Span = tuple[float, float]


@dataclass(slots=True)
class Box:
    """What must be so at once. `words`: allowed (True) and excluded (False) words or truths of a quantity."""

    spans: dict[Quantity, Span] = field(default_factory=dict)
    holes: dict[Quantity, set[float]] = field(default_factory=dict)
    words: dict[Quantity, tuple[set[str], set[str]]] = field(default_factory=dict)

    def joined(self, other: Box) -> Box:
        both = Box(dict(self.spans), {q: set(h) for q, h in self.holes.items()}, dict(self.words))
        for q, (low, high) in other.spans.items():
            mine = both.spans.get(q, (low, high))
            both.spans[q] = max(low, mine[0]), min(high, mine[1])
        for q, holes in other.holes.items():
            both.holes.setdefault(q, set()).update(holes)
        for q, (allowed, barred) in other.words.items():
            had, out = both.words.get(q, (set(), set()))
            both.words[q] = (had & allowed if had and allowed else had | allowed, out | barred)
            if had and allowed and not had & allowed:
                both.spans[q] = (1, 0)  # two different words at once
        return both


@dataclass(frozen=True, slots=True)
class Clock:
    """The seasons of the longest length."""

    terms: int
    seasons: int

    @classmethod
    def of(cls, scenario: schema.Scenario) -> Clock:
        length = scenario.lengths[longest_of(scenario)]
        return cls(length.terms, length.seasons)

    def span(self, q: Quantity) -> Span:
        """The range of a quantity in this scenario."""
        highest = {"season": self.terms * self.seasons - 1, "term": self.terms, "season-of-term": self.seasons}
        name = NAMES[q.name]
        return name.low, min(name.high, highest.get(q.name, name.high))

    def terms_of(self, tree: Tree) -> set[int]:
        """The terms in which a condition can hold."""
        return {term for box in boxes(tree) if self.can_be(box) for term in self._moments(box)}

    def possible(self, tree: Tree) -> bool:
        return any(self.can_be(box) for box in boxes(tree))

    def can_be(self, box: Box) -> bool:
        for q, (low, high) in box.spans.items():
            least, most = self.span(q) if q not in box.words else (low, high)
            if max(low, least) > min(high, most):
                return False
            if (
                q.name not in _REAL
                and box.holes.get(q)
                and not self._whole_left(box, q, max(low, least), min(high, most))
            ):
                return False
        if any(allowed and allowed <= barred for allowed, barred in box.words.values()):
            return False
        return bool(self._moments(box))

    def _whole_left(self, box: Box, q: Quantity, low: float, high: float) -> bool:
        if high - low > 200:
            return True
        return any(n not in box.holes[q] for n in range(int(low), int(high) + 1))

    def _moments(self, box: Box) -> set[int]:
        """The terms of the seasons that fit the box."""
        fits = set()
        for season in range(self.terms * self.seasons):
            term, of_term = season // self.seasons + 1, season % self.seasons + 1
            values = {"season": season, "term": term, "season-of-term": of_term}
            if all(low <= values[q.name] <= high for q, (low, high) in box.spans.items() if q.name in values) and all(
                values[q.name] not in holes for q, holes in box.holes.items() if q.name in values
            ):
                fits.add(term)
        return fits


def boxes(tree: Tree, so: bool = True) -> list[Box]:
    """The boxes of a condition, or of its opposite; one open box when they would be too many to look at."""
    if isinstance(tree, Not):
        return boxes(tree.part, not so)
    if isinstance(tree, Quantity):
        truth = {"true"} if so else {"false"}
        return [Box(words={tree: (truth, {"false"} if so else {"true"})})]
    if isinstance(tree, Compare):
        return _compared(tree, tree.sign if so else _OPPOSITE[tree.sign])
    parts = [boxes(part, so) for part in tree.parts]
    if (tree.word == "and") == so:
        return _all(parts)
    found = [box for part in parts for box in part]
    return found if len(found) <= MOST_BOXES else [Box()]


def _all(parts: list[list[Box]]) -> list[Box]:
    count = 1
    for part in parts:
        count *= len(part)
    if count > MOST_BOXES:
        return [Box()]
    found = []
    for chosen in product(*parts):
        whole = Box()
        for box in chosen:
            whole = whole.joined(box)
        found.append(whole)
    return found


def _compared(tree: Compare, sign: str) -> list[Box]:
    q, value = tree.left, tree.right
    if isinstance(value, Quantity):
        return [Box()]
    if isinstance(value, str):
        return [Box(words={q: ({value}, set()) if sign == "==" else (set(), {value})})]
    step = _SMALL if q.name in _REAL else 1.0
    infinity = float("inf")
    spans: dict[str, Callable[[], Box]] = {
        "==": lambda: Box({q: (value, value)}),
        "!=": lambda: Box({q: (-infinity, infinity)}, {q: {value}}),
        "<=": lambda: Box({q: (-infinity, value)}),
        ">=": lambda: Box({q: (value, infinity)}),
        "<": lambda: Box({q: (-infinity, value - step)}),
        ">": lambda: Box({q: (value + step, infinity)}),
    }
    return [spans[sign]()]
