"""A line of text to be typed: the name of a file, a seed, the reason for a decision."""

from __future__ import annotations

from collections.abc import Callable

from game.ui.geometry import Box, pad
from game.ui.screen import Context
from game.ui.tree import Node, Role
from game.ui.widgets import styles
from game.ui.widgets.boxes import column
from game.ui.widgets.looks import Field
from game.ui.widgets.words import part


def text_line(
    ctx: Context, id: str, name: str, value: str, typed: Callable[[str], object], *, note: str = "", limit: int = 280,
    key: str = "",
) -> Node:
    """A text box of one line. `typed` makes the action for each new value; the app edits and keeps the caret."""
    at = len(value) if ctx.ui.caret < 0 else min(ctx.ui.caret, len(value))
    caret = at if ctx.ui.focus == id else -1
    box = Node(
        Role.TEXT_BOX, name, value=value, description=note, id=id, key=key, focusable=True,
        action=Typed(typed, limit), box=Box(pad=pad(6, 10), min_h=round(36 * max(1, ctx.scale))),
        paint=Field(value, caret, styles.STRONG_BODY),
    )
    label = part(name, styles.CONTROL)
    return column(label, box, part(note, styles.CAPTION) if note else None, gap=4)


class Typed:
    """The action of a text box: makes the screen's action from a new value, at most `limit` characters."""

    __slots__ = ("limit", "make")

    def __init__(self, make: Callable[[str], object], limit: int) -> None:
        self.make, self.limit = make, limit
