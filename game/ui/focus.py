"""Who has the keyboard, and where it goes next. Pure questions to a laid-out tree.

A popup or sheet that is `modal` takes all keys while it is there. A roving group (choices, tabs, menu) is one
stop for Tab, at its chosen member; arrows walk inside it. Nothing here changes a tree or knows a key's code.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.ui.geometry import Rect
from game.ui.tree import ROVING, Node, Role, find, path_to, walk

WALKED = {**ROVING, Role.LIST: Role.LIST_ITEM}
"""Groups in which arrows move: the roving ones, and lists, whose items are also stops for Tab."""

FOLLOWING = frozenset({Role.CHOICES, Role.TABS})
"""Groups where moving the focus also chooses, as screen readers expect of radio buttons and tabs."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where the focus goes, and whether arriving there also acts."""

    id: str
    acts: bool = False


def scope(root: Node) -> Node:
    """The part of the tree that listens: the last modal node, or all of it."""
    return next((node for node in reversed(list(walk(root))) if node.modal), root)


def can_focus(node: Node) -> bool:
    return node.focusable and node.enabled and not node.hidden


def stops(root: Node) -> list[Node]:
    """The Tab order: reading order, with every roving group as one stop."""
    found: list[Node] = []

    def visit(node: Node) -> None:
        if node.hidden:
            return
        if can_focus(node):
            found.append(node)
        if node.role in ROVING:
            if (stop := _group_stop(node)) is not None:
                found.append(stop)
            found.extend(n for n in walk(node) if can_focus(n) and n is not node and n.role is not ROVING[node.role])
            return
        for child in node.children:
            visit(child)

    visit(scope(root))
    return found


def members(group: Node) -> list[Node]:
    """Those of a group that the arrows reach, in order."""
    return [node for node in walk(group) if node.role is WALKED[group.role] and can_focus(node)]


def _group_stop(group: Node) -> Node | None:
    inside = members(group)
    return next((node for node in inside if node.selected), inside[0] if inside else None)


def after_tab(root: Node, focus: str, back: bool = False) -> str:
    """The id Tab moves to from `focus`; wraps round. Without a focus it starts at the first or last stop."""
    order = stops(root)
    if not order:
        return ""
    group = _group_of(root, focus)
    here = _group_stop(group) if group is not None and group.role in ROVING else None
    ids = [node.id for node in order]
    at = here.id if here is not None else focus
    if at not in ids:
        return ids[-1 if back else 0]
    return ids[(ids.index(at) + (-1 if back else 1)) % len(ids)]


def _group_of(root: Node, focus: str) -> Node | None:
    path = path_to(root, focus)
    if not path:
        return None
    return next((n for n in reversed(path[:-1]) if n.role in WALKED and WALKED[n.role] is path[-1].role), None)


def into_list(root: Node) -> str:
    """Where an arrow enters when nothing has the focus: the chosen or first row of a page's only list, or ""."""
    groups = [node for node in walk(scope(root)) if node.role is Role.LIST and members(node)]
    stop = _group_stop(groups[0]) if len(groups) == 1 else None
    return stop.id if stop is not None else ""


def after_arrow(root: Node, focus: str, dx: int, dy: int) -> Step | None:
    """The step an arrow makes inside the focused group, or None when the arrow means nothing to it.

    Left and right go through the group in order. Up and down go to the nearest member above or below when the
    group has several rows, and through it in order when it has one.
    """
    group = _group_of(root, focus)
    if group is None:
        return None
    inside = members(group)
    here = next((i for i, node in enumerate(inside) if node.id == focus), None)
    if here is None or len(inside) < 2:
        return None
    target = None
    if dy and len({node.rect.y for node in inside}) > 1:
        target = _vertical(inside, inside[here], dy)
        if target is None and len({node.rect.x for node in inside}) > 1:
            return None
    target = target or inside[(here + (dx or dy)) % len(inside)]
    return Step(target.id, group.role in FOLLOWING)


def _vertical(inside: list[Node], here: Node, dy: int) -> Node | None:
    (x, y), best = here.rect.centre, None
    for node in inside:
        ahead = (node.rect.centre[1] - y) * dy
        if ahead > here.rect.h // 3:
            rank = (ahead, abs(node.rect.centre[0] - x))
            if best is None or rank < best[0]:
                best = (rank, node)
    return best[1] if best else None


def by_key(root: Node, key: str) -> Node | None:
    """The node in scope that answers to a shortcut, compared without regard to case."""
    wanted = key.casefold()
    live = (node for node in walk(scope(root)) if node.action is not None and node.enabled)
    return next((node for node in live if node.key.casefold() == wanted), None)


def primary(root: Node) -> Node | None:
    """The one brass button of the scope, if it can be pressed."""
    return next((n for n in walk(scope(root)) if n.primary and n.enabled and n.action is not None), None)


def on_enter(root: Node, focus: str) -> Node | None:
    """What Enter presses: the focused node, or the primary one when nothing is focused or it is chosen already."""
    node = find(scope(root), focus)
    if node is not None and not node.hidden and node.enabled and node.action is not None:
        settled = node.role in (Role.CHOICE, Role.TAB, Role.LIST_ITEM) and node.selected and primary(root) is not None
        if not settled:
            return node
    return primary(root)


def at_point(root: Node, point: tuple[int, int]) -> Node | None:
    """The topmost node under the pointer that can be pressed or has something to tell."""
    hit = None
    for node in walk(scope(root)):
        if (node.action is not None or node.tip) and node.clip.contains(point):
            hit = node
    return hit


def scroll_at(root: Node, point: tuple[int, int]) -> Node | None:
    """The innermost scroll area under the pointer that has anywhere to go."""
    hit = None
    for node in walk(scope(root)):
        if can_scroll(node) and node.clip.contains(point):
            hit = node
    return hit


def can_scroll(node: Node) -> bool:
    return node.extent > view_height(node)


def view_height(node: Node) -> int:
    """How much of a scroll area's content can be seen at once."""
    return _view(node).h


def _view(node: Node) -> Rect:
    return node.rect.inset(*node.box.pad)


def scroll_for_keys(root: Node, focus: str) -> Node | None:
    """The scroll area Page Down moves: the one round the focus, or the first with more to show."""
    here = scope(root)
    around = [node for node in path_to(here, focus) if can_scroll(node)]
    if around:
        return around[-1]
    inner = [node for node in walk(here) if can_scroll(node)]
    return next((n for n in inner if not any(c is not n and can_scroll(c) for c in walk(n))), None)


def reveal(root: Node, focus: str) -> dict[str, int]:
    """New offsets, by id, for the scroll areas that hide the focused node; empty when it can be seen."""
    path = path_to(root, focus)
    if not path:
        return {}
    moved: dict[str, int] = {}
    target = path[-1].rect
    for node in reversed(path[:-1]):
        if not can_scroll(node):
            continue
        view = _view(node)
        over, under = view.y + 8 - target.y, target.bottom + 8 - view.bottom
        shift = -over if over > 0 else under if under > 0 else 0
        if over > 0 or under > 0:
            offset = max(0, min(node.offset + shift, node.extent - view.h))
            moved[node.id] = offset
            target = target.moved(0, node.offset - offset)
    return moved
