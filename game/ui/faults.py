"""What is wrong with a laid-out tree: the checker behind every screen's test.

It knows rectangles and roles, not pixels: words larger than their box, things over each other, things out of
reach, things without a name, keys or ids used twice, a second brass button.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from game.ui.geometry import Rect
from game.ui.layout import Measure
from game.ui.tree import SILENT, Node, Role, walk

SLACK = 1


def problems(root: Node, measure: Measure) -> list[str]:
    """One sentence a fault, empty for a sound tree. `measure` must be the one the tree was laid out with."""
    return [*_names(root), *_text_fits(root, measure), *_reach(root), *_overlaps(root), *_doubles(root)]


def _called(node: Node) -> str:
    return f"{node.role} {node.name or node.id!r}"


def _names(root: Node) -> list[str]:
    needy = {Role.SCROLL, Role.LIST, Role.SCREEN}
    return [
        f"{_called(node)} at {node.id} has no name"
        for node in walk(root)
        if not node.name and (node.focusable or (node.role not in SILENT and node.role not in needy))
    ]


def _text_fits(root: Node, measure: Measure) -> list[str]:
    found = []
    for node in walk(root):
        if node.text is None or not node.text.words:
            continue
        inner = node.rect.inset(*node.box.pad)
        tall = measure.height(node.text.words, node.text.style, inner.w)
        wide = measure.longest_word if node.text.wrap else measure.width
        across = wide(node.text.words, node.text.style)
        if tall > inner.h + SLACK:
            found.append(f"{_called(node)}: words {tall} high in a box of {inner.h}: {node.text.words[:40]!r}")
        if across > inner.w + SLACK:
            found.append(f"{_called(node)}: words {across} wide in a box of {inner.w}: {node.text.words[:40]!r}")
    return found


def _reach(root: Node) -> list[str]:
    """Everything stands inside the window, or inside a scroll area that can bring it there."""
    found = []

    def visit(node: Node, limit: Rect, scrolled: bool) -> None:
        if node.hidden:
            return
        if not limit.holds(node.rect, SLACK) and (node.focusable or node.text is not None or node.paint is not None):
            found.append(f"{_called(node)} stands outside its {'scroll area' if scrolled else 'window'}: {node.rect}")
        for child in node.children:
            if node.extent:
                view = node.rect.inset(*node.box.pad)
                content = Rect(view.x - 6, view.y - node.offset, view.w + 12, node.extent)
                visit(child, content, True)
            else:
                visit(child, root.rect if child.box.anchor or child.box.centred else limit, scrolled)

    visit(root, root.rect, False)
    return found


def _solid(root: Node) -> list[tuple[Node, Rect]]:
    """The visible parts that must not cover each other: set words, and controls without children."""
    return [
        (node, node.rect.common(node.clip))
        for node in walk(root)
        if (node.text is not None or (node.focusable and not node.children)) and node.clip.w and node.clip.h
    ]


def _layers(root: Node) -> list[Node]:
    return [node for node in walk(root) if node is root or node.box.anchor or node.box.centred]


def _overlaps(root: Node) -> list[str]:
    layers, found = _layers(root), []
    floating = {id(layer) for layer in layers[1:]}
    for layer in layers:
        parts = _solid(_without(layer, floating - {id(layer)}))
        for (a, ra), (b, rb) in combinations(parts, 2):
            shared = ra.common(rb)
            if shared.w > SLACK and shared.h > SLACK:
                found.append(f"{_called(a)} and {_called(b)} lie over each other by {shared.w} x {shared.h}")
    return found


def _without(node: Node, left_out: set[int]) -> Node:
    """A shallow copy of the tree lacking the floating layers, which may cover what is under them."""
    copy = Node(node.role, node.name, id=node.id, focusable=node.focusable, text=node.text, box=node.box)
    copy.rect, copy.clip, copy.hidden = node.rect, node.clip, node.hidden
    copy.children = [_without(child, left_out) for child in node.children if id(child) not in left_out]
    return copy


def _doubles(root: Node) -> list[str]:
    nodes = list(walk(root))
    found = [f"the id {id!r} is used {n} times" for id, n in Counter(n.id for n in nodes).items() if n > 1]
    for layer in _layers(root):
        inside = [n for n in walk(_own(layer)) if n.enabled and n.action is not None]
        keys = Counter(n.key.casefold() for n in inside if n.key)
        found += [f"the key {key!r} is used {n} times" for key, n in keys.items() if n > 1]
        if sum(n.primary for n in inside) > 1:
            found.append("there are several primary buttons")
    return found


def _own(layer: Node) -> Node:
    """The layer with the floating ones below it left out; nodes themselves are shared, not copied."""
    kids = [_own(child) for child in layer.children if not (child.box.anchor or child.box.centred)]
    copy = Node(layer.role, layer.name, id=layer.id, key=layer.key, enabled=layer.enabled, action=layer.action)
    copy.primary, copy.children, copy.hidden = layer.primary, kids, layer.hidden
    return copy
