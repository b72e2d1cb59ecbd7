"""Set words: labels, headings and the parts of controls."""

from __future__ import annotations

from typing import Any

from game.ui.geometry import Align, Box, Text
from game.ui.paint.type import Style
from game.ui.tree import Node, Role, plain
from game.ui.widgets import styles
from game.ui.widgets.boxes import row
from game.ui.widgets.looks import Icon


def label(
    words: str, style: Style = styles.BODY, *, align: Align = Align.START, wrap: bool = True, **more: Any
) -> Node:
    """Words that are read out by themselves. Keywords are those of `Box`."""
    return _set(Role.TEXT, plain(words), words, style, align, wrap, more)


def heading(words: str, style: Style = styles.SCREEN, *, wrap: bool = True, **more: Any) -> Node:
    return _set(Role.HEADING, plain(words), words, style, Align.START, wrap, more)


def part(words: str, style: Style = styles.BODY, *, align: Align = Align.START, wrap: bool = True, **more: Any) -> Node:
    """Words inside a named control, which speaks for them."""
    return _set(Role.PART, "", words, style, align, wrap, more)


def caps(words: str, *, icon: str = "", colour: str = "brass", size: int = 18) -> Node:
    """A small heading in capitals, with an icon before it if one is named."""
    title = _set(Role.HEADING, plain(words), words.upper(), styles.ink(styles.CAPS, colour), Align.START, True, {})
    return row(picture(icon, colour, size), title, gap=8, align=Align.CENTRE) if icon else title


def picture(name: str, colour: str = "soft", size: int = 20) -> Node:
    """An icon that a word beside it explains; silent."""
    return Node(Role.PART, box=Box(width=size, height=size, em=True), paint=Icon(name, colour))


def _set(role: Role, name: str, words: str, style: Style, align: Align, wrap: bool, more: dict[str, Any]) -> Node:
    id = more.pop("id", "")
    return Node(role, name, id=id, box=Box(**more), text=Text(words, style, align, wrap))
