"""How wide and how tall: the measuring half of layout.

Every length is asked for twice: the *least* a node can live with and what it would *naturally* take. Words
wrap down to their longest word; a scroll area shrinks to `min_h`; all else is as large as its content.
Knows nodes and a `Measure`; it must not know where anything will stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from game.ui.geometry import Align, Box, Kind, Text
from game.ui.tree import Node

LEAST_SCROLL = 96


class Measure(Protocol):
    """Lengths of set words in pixels, at the text scale of the moment."""

    @property
    def scale(self) -> float: ...

    def width(self, words: str, style: object) -> int:
        """The longest line of `words` when nothing is wrapped."""
        ...

    def longest_word(self, words: str, style: object) -> int: ...

    def height(self, words: str, style: object, width: int) -> int:
        """The height of `words` wrapped to `width`."""
        ...


class Span(tuple[int, int]):
    """A least and a natural length."""

    __slots__ = ()

    def __new__(cls, least: int, natural: int) -> Span:
        return super().__new__(cls, (least, max(least, natural)))

    @property
    def least(self) -> int:
        return self[0]

    @property
    def natural(self) -> int:
        return self[1]

    def within(self, low: int, high: int | None, fixed: int | None, extra: int = 0) -> Span:
        """This content's span as a box's: padding added, then held between the box's own limits."""
        if fixed is not None:
            return Span(fixed, fixed)
        least, natural = max(low, self.least + extra), max(low, self.natural + extra)
        return Span(min(least, high), min(natural, high)) if high is not None else Span(least, natural)


def divide(space: int, spans: Sequence[Span], boxes: Sequence[Box]) -> list[int]:
    """Lengths along a main axis that fill `space` as the boxes ask, never under anyone's least."""
    shared = [i for i, box in enumerate(boxes) if box.share]
    lengths = [span.natural for span in spans]
    rigid = [i for i in range(len(spans)) if i not in shared]
    for_rigid = space - sum(spans[i].least for i in shared)
    excess = sum(lengths[i] for i in rigid) - for_rigid
    if excess > 0:
        _shrink(lengths, spans, rigid, excess)
    left = space - sum(lengths[i] for i in rigid)
    if shared:
        _deal(lengths, spans, boxes, shared, left)
    elif left > 0 and (growing := [i for i in rigid if boxes[i].grow]):
        total = sum(boxes[i].grow for i in growing)
        given = 0
        for i in growing[:-1]:
            lengths[i] += left * boxes[i].grow // total
            given += left * boxes[i].grow // total
        lengths[growing[-1]] += left - given
    return lengths


def _shrink(lengths: list[int], spans: Sequence[Span], who: Sequence[int], excess: int) -> None:
    give = {i: lengths[i] - spans[i].least for i in who}
    total = sum(give.values())
    if not total:
        return
    taken = min(excess, total)
    done = 0
    for i in who:
        part = taken * give[i] // total
        lengths[i] -= part
        done += part
    for i in who:  # the pixels lost to rounding down
        if done < taken and lengths[i] > spans[i].least:
            lengths[i] -= 1
            done += 1


def _deal(lengths: list[int], spans: Sequence[Span], boxes: Sequence[Box], who: Sequence[int], left: int) -> None:
    """Deal `left` by share; whoever would get less than its least is given that, and the rest dealt again."""
    open_ = list(who)
    while open_:
        total = sum(boxes[i].share for i in open_)
        poor = [i for i in open_ if left * boxes[i].share // total < spans[i].least]
        if not poor:
            break
        for i in poor:
            lengths[i] = spans[i].least
            left -= spans[i].least
            open_.remove(i)
    for n, i in enumerate(open_):
        total = sum(boxes[j].share for j in open_[n:])
        lengths[i] = left * boxes[i].share // total
        left -= lengths[i]


class Sizes:
    """The measures of one layout, remembered by node, as every ancestor asks for the same child."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self._widths: dict[int, Span] = {}
        self._heights: dict[tuple[int, int], Span] = {}

    def widths(self, node: Node) -> Span:
        known = self._widths.get(id(node))
        if known is None:
            box = node.box
            content = self._text_widths(node.text) if node.text else self._children_widths(node)
            known = content.within(box.min_w, box.max_w, box.width, box.pad.across)
            self._widths[id(node)] = known
        return known

    def _text_widths(self, text: Text) -> Span:
        natural = self.measure.width(text.words, text.style)
        return Span(self.measure.longest_word(text.words, text.style) if text.wrap else natural, natural)

    def _children_widths(self, node: Node) -> Span:
        spans, box = [self.widths(child) for child in self.inside(node)], node.box
        if not spans:
            return Span(0, 0)
        gaps = box.gap * (len(spans) - 1)
        if box.kind is Kind.ROW:
            return Span(sum(s.least for s in spans) + gaps, sum(s.natural for s in spans) + gaps)
        if box.kind is Kind.WRAP:
            return Span(max(s.least for s in spans), sum(s.natural for s in spans) + gaps)
        least, natural = max(s.least for s in spans), max(s.natural for s in spans)
        if box.kind is Kind.GRID:
            gaps = box.gap * (box.columns - 1)
            return Span(least * box.columns + gaps, natural * box.columns + gaps)
        return Span(least, natural)

    def heights(self, node: Node, width: int) -> Span:
        known = self._heights.get((id(node), width))
        if known is None:
            box = node.box
            inner = max(0, width - box.pad.across)
            content = self._content_heights(node, inner)
            low = 0 if box.kind is Kind.SCROLL else box.min_h  # a scroll area's own is what it may shrink to
            known = content.within(low, box.max_h, box.height, box.pad.down)
            self._heights[id(node), width] = known
        return known

    def _content_heights(self, node: Node, inner: int) -> Span:
        if node.text:
            tall = self.measure.height(node.text.words, node.text.style, inner)
            return Span(tall, tall)
        kids, box = self.inside(node), node.box
        if not kids:
            return Span(0, 0)
        if box.kind is Kind.ROW:
            spans = [self.heights(kid, w) for kid, w in zip(kids, self.row_widths(node, kids, inner), strict=True)]
            return Span(max(s.least for s in spans), max(s.natural for s in spans))
        if box.kind is Kind.WRAP:
            lines = self.lines(node, kids, inner)
            tall = sum(self.line_height(line) for line in lines) + self.line_gap(box) * (len(lines) - 1)
            return Span(tall, tall)
        if box.kind is Kind.GRID:
            rows = self.grid_rows(node, kids, inner)
            gaps = self.line_gap(box) * (len(rows) - 1)
            return Span(sum(s.least for s in rows) + gaps, sum(s.natural for s in rows) + gaps)
        spans = [self.heights(kid, self.across(kid, inner)) for kid in kids]
        if box.kind is Kind.STACK:
            return Span(max(s.least for s in spans), max(s.natural for s in spans))
        firm = [s for s, kid in zip(spans, kids, strict=True) if not kid.box.if_tight]
        gaps = box.gap * max(0, len(firm) - 1)
        natural = sum(s.natural for s in firm) + gaps
        if box.kind is Kind.SCROLL:
            return Span(min(natural, box.min_h or LEAST_SCROLL), natural)
        return Span(sum(s.least for s in spans) + box.gap * (len(spans) - 1), natural)

    @staticmethod
    def inside(node: Node) -> list[Node]:
        return [kid for kid in node.children if not (kid.box.anchor or kid.box.centred)]

    @staticmethod
    def line_gap(box: Box) -> int:
        return box.gap if box.line_gap is None else box.line_gap

    def across(self, kid: Node, room: int, align: Align = Align.STRETCH) -> int:
        """A child's width in a column's `room`."""
        box = kid.box
        if box.width is not None:
            return box.width
        if (box.self_align or align) is Align.STRETCH:
            return min(room, box.max_w) if box.max_w is not None else room
        return min(room, self.widths(kid).natural)

    def row_widths(self, node: Node, kids: Sequence[Node], inner: int) -> list[int]:
        room = inner - node.box.gap * (len(kids) - 1)
        spans = [self.widths(kid) for kid in kids]
        lengths = divide(room, spans, [kid.box for kid in kids])
        return [
            min(w, kid.box.max_w) if kid.box.max_w is not None else w for w, kid in zip(lengths, kids, strict=True)
        ]

    def lines(self, node: Node, kids: Sequence[Node], inner: int) -> list[list[tuple[Node, int]]]:
        lines: list[list[tuple[Node, int]]] = [[]]
        used = 0
        for kid in kids:
            width = min(inner, self.widths(kid).natural)
            if lines[-1] and used + node.box.gap + width > inner:
                lines.append([])
                used = 0
            used += width + (node.box.gap if lines[-1] else 0)
            lines[-1].append((kid, width))
        return lines

    def line_height(self, line: Sequence[tuple[Node, int]]) -> int:
        return max(self.heights(kid, width).natural for kid, width in line)

    def cell(self, box: Box, inner: int) -> int:
        return (inner - box.gap * (box.columns - 1)) // box.columns

    def grid_rows(self, node: Node, kids: Sequence[Node], inner: int) -> list[Span]:
        cell, n = self.cell(node.box, inner), node.box.columns
        rows = [[self.heights(kid, cell) for kid in kids[i : i + n]] for i in range(0, len(kids), n)]
        return [Span(max(s.least for s in row), max(s.natural for s in row)) for row in rows]
