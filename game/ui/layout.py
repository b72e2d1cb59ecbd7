"""Where everything stands: from a tree of boxes to rectangles.

What is left over on a main axis goes to `share` and `grow`; what is missing is taken from those that can
shrink. A scroll area's content keeps its least height and moves; popups stand by their anchor, sheets in the
middle. It needs only a `Measure`, no window.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.ui.geometry import Align, Box, Kind, Rect
from game.ui.sizes import Measure, Sizes, divide
from game.ui.tree import Node, find

GUTTER = 14
"""Room for a scroll area's thumb, kept free at its right side once it scrolls."""
SHEET_MARGIN = 24


def layout(root: Node, window: tuple[int, int], measure: Measure, scrolled: Mapping[str, int] | None = None) -> Node:
    """Write `rect`, `clip`, `extent`, `offset` and `hidden` into every node of `root`, and return it.

    `scrolled` holds how far each scroll area stands, by id; it is held within what there is to scroll.
    The root is a stack: its first child fills the window, anchored and centred children float above.
    """
    for node in _all(root):
        node.box = node.box.scaled(measure.scale)
    whole = Rect(0, 0, *window)
    _Pass(measure, scrolled or {}, root, whole).place(root, whole, whole)
    return root


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _all(child)


class _Pass:
    """One placing of one tree in one window."""

    def __init__(self, measure: Measure, scrolled: Mapping[str, int], root: Node, window: Rect) -> None:
        self.sizes, self.scrolled, self.root, self.window = Sizes(measure), scrolled, root, window
        self._contents: list[Node] = []

    def place(self, node: Node, rect: Rect, clip: Rect) -> None:
        node.rect, node.clip, node.hidden = rect, clip.common(rect), False
        inner = rect.inset(*node.box.pad)
        kids = self.sizes.inside(node)
        if kids:
            placer = {
                Kind.ROW: self._place_row,
                Kind.WRAP: self._place_wrap,
                Kind.GRID: self._place_grid,
                Kind.STACK: self._place_stack,
                Kind.SCROLL: self._place_scroll,
            }.get(node.box.kind, self._place_column)
            placer(node, kids, inner, clip)
        for kid in node.children:
            if kid.box.anchor or kid.box.centred:
                self._float(kid)

    def _place_column(self, node: Node, kids: Sequence[Node], inner: Rect, clip: Rect) -> None:
        box = node.box
        widths = [self.sizes.across(kid, inner.w, box.align) for kid in kids]
        spans = [self.sizes.heights(kid, w) for kid, w in zip(kids, widths, strict=True)]
        firm = [i for i, kid in enumerate(kids) if not kid.box.if_tight]
        needed = sum(spans[i].natural for i in firm) + box.gap * max(0, len(firm) - 1)
        shown = firm if needed <= inner.h else list(range(len(kids)))
        for i, kid in enumerate(kids):
            if i not in shown:
                hide(kid)
        room = inner.h - box.gap * max(0, len(shown) - 1)
        tall = divide(room, [spans[i] for i in shown], [kids[i].box for i in shown])
        spare = room - sum(tall)
        y, gap = inner.y + _lead(box.justify, spare), box.gap
        if box.justify is Align.BETWEEN and len(shown) > 1 and spare > 0:
            gap += spare // (len(shown) - 1)
        for i, h in zip(shown, tall, strict=True):
            h = _capped(h, kids[i].box.max_h)
            x = inner.x + _lead(kids[i].box.self_align or box.align, inner.w - widths[i])
            self.place(kids[i], Rect(x, y, widths[i], h), clip)
            y += h + gap

    def _place_row(self, node: Node, kids: Sequence[Node], inner: Rect, clip: Rect) -> None:
        box = node.box
        widths = self.sizes.row_widths(node, kids, inner.w)
        spare = inner.w - sum(widths) - box.gap * (len(kids) - 1)
        x, gap = inner.x + _lead(box.justify, spare), box.gap
        if box.justify is Align.BETWEEN and len(kids) > 1 and spare > 0:
            gap += spare // (len(kids) - 1)
        for kid, w in zip(kids, widths, strict=True):
            self._place_across(kid, Rect(x, inner.y, w, inner.h), box.align, clip)
            x += w + gap

    def _place_across(self, kid: Node, cell: Rect, align: Align, clip: Rect) -> None:
        """Place in a cell that may be taller than the child: stretched, or at its own height."""
        align = kid.box.self_align or align
        if align is Align.STRETCH and kid.box.height is None:
            self.place(kid, Rect(cell.x, cell.y, cell.w, _capped(cell.h, kid.box.max_h)), clip)
            return
        tall = min(self.sizes.heights(kid, cell.w).natural, max(cell.h, self.sizes.heights(kid, cell.w).least))
        self.place(kid, Rect(cell.x, cell.y + _lead(align, cell.h - tall), cell.w, tall), clip)

    def _place_wrap(self, node: Node, kids: Sequence[Node], inner: Rect, clip: Rect) -> None:
        y = inner.y
        for line in self.sizes.lines(node, kids, inner.w):
            tall = self.sizes.line_height(line)
            used = sum(w for _, w in line) + node.box.gap * (len(line) - 1)
            x = inner.x + _lead(node.box.justify, inner.w - used)
            for kid, w in line:
                self._place_across(kid, Rect(x, y, w, tall), node.box.align, clip)
                x += w + node.box.gap
            y += tall + self.sizes.line_gap(node.box)

    def _place_grid(self, node: Node, kids: Sequence[Node], inner: Rect, clip: Rect) -> None:
        box, cell, n = node.box, self.sizes.cell(node.box, inner.w), node.box.columns
        rows = self.sizes.grid_rows(node, kids, inner.w)
        room = inner.h - self.sizes.line_gap(box) * (len(rows) - 1)
        tall = divide(room, rows, [Box(grow=1 if box.fill_rows else 0)] * len(rows))
        y = inner.y
        for index, h in enumerate(tall):
            for column, kid in enumerate(kids[index * n : (index + 1) * n]):
                self._place_across(kid, Rect(inner.x + column * (cell + box.gap), y, cell, h), box.align, clip)
            y += h + self.sizes.line_gap(box)

    def _place_stack(self, node: Node, kids: Sequence[Node], inner: Rect, clip: Rect) -> None:
        for kid in kids:
            width = self.sizes.across(kid, inner.w, node.box.align)
            x = inner.x + _lead(kid.box.self_align or node.box.align, inner.w - width)
            self._place_across(kid, Rect(x, inner.y, width, inner.h), node.box.align, clip)

    def _place_scroll(self, node: Node, kids: Sequence[Node], inner: Rect, clip: Rect) -> None:
        """The content keeps at least its least height; what exceeds the area is reached by scrolling."""
        content = Node(node.role, box=Box(gap=node.box.gap, align=node.box.align), children=list(kids))
        self._contents.append(content)  # sizes are remembered by identity: no node may die within a pass
        tall = self.sizes.heights(content, inner.w).least
        width = inner.w
        if tall > inner.h:
            width -= GUTTER
            tall = self.sizes.heights(content, width).least
        node.extent = max(tall, inner.h)
        node.offset = max(0, min(self.scrolled.get(node.id, 0), node.extent - inner.h))
        rect, view = Rect(inner.x, inner.y - node.offset, width, node.extent), view_of(node, clip)
        if len(kids) == 1 and kids[0].box.self_align in (None, Align.STRETCH):
            self._place_across(kids[0], rect._replace(w=self.sizes.across(kids[0], width)), Align.STRETCH, view)
        else:  # in a column a child's own alignment is across it
            self.place(content, rect, view)

    def _float(self, kid: Node) -> None:
        if kid.box.centred:
            self._place_sheet(kid)
        else:
            self._place_popup(kid)

    def _place_sheet(self, kid: Node) -> None:
        window = self.window
        room = window.w - 2 * SHEET_MARGIN
        width = min(room, kid.box.width or kid.box.max_w or self.sizes.widths(kid).natural)
        span = self.sizes.heights(kid, width)
        tall = max(min(span.natural, window.h - 2 * SHEET_MARGIN), min(span.least, window.h))
        self.place(kid, Rect((window.w - width) // 2, (window.h - tall) // 2, width, tall), window)

    def _place_popup(self, kid: Node) -> None:
        """Under its anchor if it fits there, else above it, and always inside the window."""
        window, anchor = self.window.grown(-8), find(self.root, kid.box.anchor)
        if anchor is None or anchor.hidden:
            hide(kid)
            return
        width = min(window.w, max(self.sizes.widths(kid).natural, kid.box.min_w))
        below, above = window.bottom - anchor.rect.bottom - 6, anchor.rect.y - window.y - 6
        wanted = self.sizes.heights(kid, width)
        under = wanted.natural <= below or below >= above
        tall = min(wanted.natural, max(below if under else above, wanted.least), window.h)
        y = anchor.rect.bottom + 6 if under else anchor.rect.y - 6 - tall
        x = max(window.x, min(anchor.rect.x, window.right - width))
        y = max(window.y, min(y, window.bottom - tall))
        self.place(kid, Rect(x, y, width, tall), self.window)


def view_of(node: Node, clip: Rect) -> Rect:
    """Where a scroll area's content may show. One that does not scroll cuts nothing off, not even shadows."""
    if node.extent <= node.rect.inset(*node.box.pad).h:
        return clip
    return clip.common(Rect(node.rect.x - 6, node.rect.y, node.rect.w + 12, node.rect.h))


def hide(node: Node) -> None:
    """Take a node and all below it out of the window, out of focus and out of speech."""
    node.hidden, node.rect, node.clip = True, Rect(), Rect()
    for kid in node.children:
        hide(kid)


def _capped(length: int, limit: int | None) -> int:
    return length if limit is None else min(length, limit)


def _lead(align: Align, spare: int) -> int:
    """Room before the first child when `spare` is left over."""
    if spare <= 0:
        return 0
    return spare // 2 if align is Align.CENTRE else spare if align is Align.END else 0

