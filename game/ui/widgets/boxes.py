"""Containers without a look: rows, columns, grids, scroll areas, and the hairline between things."""

from __future__ import annotations

from typing import Any

from game.ui.geometry import Box, Kind
from game.ui.tree import Node, Role
from game.ui.widgets.looks import Hair


def _group(kind: Kind, children: tuple[Node | None, ...], more: dict[str, Any]) -> Node:
    about = {name: more.pop(name) for name in ("role", "name", "id", "paint", "description") if name in more}
    about.setdefault("role", Role.GROUP)
    return Node(box=Box(kind=kind, **more), children=[child for child in children if child is not None], **about)


def column(*children: Node | None, **more: Any) -> Node:
    """Children below each other. Keywords are those of `Box`, and role, name, id, paint, description.

    A child that is None is left out, so that `cond and node or None` reads well in a build.
    """
    return _group(Kind.COLUMN, children, more)


def row(*children: Node | None, **more: Any) -> Node:
    """Children beside each other; widths by `share`, `grow` and content."""
    return _group(Kind.ROW, children, more)


def wrap(*children: Node | None, **more: Any) -> Node:
    """Children beside each other, going on in the next line when the line is full."""
    return _group(Kind.WRAP, children, more)


def grid(columns: int, *children: Node | None, **more: Any) -> Node:
    """Cells of equal width; `fill_rows` lets rows share spare height."""
    return _group(Kind.GRID, children, {"columns": columns, **more})


def stack(*children: Node | None, **more: Any) -> Node:
    """Children over each other, the last on top."""
    return _group(Kind.STACK, children, more)


def scroll(id: str, *children: Node | None, name: str = "", **more: Any) -> Node:
    """An area that shrinks to `min_h` and scrolls what it cannot show. Its id keeps its place between builds."""
    return _group(Kind.SCROLL, children, {"role": Role.SCROLL, "id": id, "name": name, **more})


def spacer(width: int = 0, height: int = 0, grow: int = 0) -> Node:
    return Node(Role.PART, box=Box(min_w=width, min_h=height, grow=grow))


def hair(colour: str = "line", *, upright: bool = False, room: int = 1) -> Node:
    """A hairline with `room` pixels for it across its direction."""
    box = Box(width=room) if upright else Box(height=room)
    return Node(Role.PART, box=box, paint=Hair(colour))
