"""The semantic tree: one `Node` for everything a screen says, shows or lets the player do.

Layout, drawing, focus, speech and tests read this tree and nothing else. It must not know pygame, colours
or fonts: `paint` and `text.style` are opaque values for the painter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from game.ui.geometry import Box, Rect, Text
from game.ui.paint import marks


class Role(StrEnum):
    """What a node is to someone who cannot see it. The value is the word that is spoken."""

    SCREEN = "screen"
    GROUP = "group"
    PART = "part"
    TEXT = "text"
    HEADING = "heading"
    IMAGE = "picture"
    DOCUMENT = "document"
    STATUS = "status"
    BUTTON = "button"
    SWITCH = "switch"
    MENU_BUTTON = "menu button"
    MENU = "menu"
    MENU_ITEM = "menu item"
    CHOICES = "choices"
    CHOICE = "choice"
    TABS = "tabs"
    TAB = "tab"
    LIST = "list"
    LIST_ITEM = "list item"
    TEXT_BOX = "text box"
    SCROLL = "scroll area"
    DIALOG = "dialogue"
    TOOLTIP = "hint"


SILENT = frozenset({Role.PART, Role.GROUP})
"""Roles that only hold or decorate: never spoken by themselves, and free to have no name."""

ROVING = {Role.CHOICES: Role.CHOICE, Role.TABS: Role.TAB, Role.MENU: Role.MENU_ITEM}
"""Groups that are one stop for Tab and are walked inside with the arrows, with the role of their members."""


@dataclass(slots=True)
class Node:
    """One thing on the screen.

    `id` is stable between builds and unique in a tree: focus, scrolling and popups hang on it. `key` is the
    shortcut ("1", "B", "F1", "Enter", "Esc"). `action` is handed to the screen's `on`. `selected`, `checked`
    and `expanded` are None where the question makes no sense. `rect`, `clip`, `hidden`, `extent` and
    `offset` are written by layout: `extent` is the full height of a scroll area's content, `offset` how far
    it is scrolled, `clip` the part of the window in which the node may show.
    """

    role: Role
    name: str = ""
    value: str = ""
    description: str = ""
    id: str = ""
    key: str = ""
    focusable: bool = False
    enabled: bool = True
    selected: bool | None = None
    checked: bool | None = None
    expanded: bool | None = None
    primary: bool = False
    modal: bool = False
    action: object = None
    tip: str = ""
    box: Box = Box()
    text: Text | None = None
    paint: object = None
    children: list[Node] = field(default_factory=list)
    rect: Rect = Rect()
    clip: Rect = Rect()
    hidden: bool = False
    extent: int = 0
    offset: int = 0

    def __post_init__(self) -> None:
        if self.text is not None and self.children:
            raise ValueError(f"node {self.name!r} has both words and children; put the words in a child")


def plain(words: str) -> str:
    """`words` without inline marks and line breaks: what is spoken and searched."""
    return " ".join(marks.plain(words).split())


def walk(node: Node) -> Iterator[Node]:
    """Every visible node, parents before children, in reading order."""
    if node.hidden:
        return
    yield node
    for child in node.children:
        yield from walk(child)


def find(node: Node, id: str) -> Node | None:
    """The node with that id, hidden ones included, or None."""
    if node.id == id:
        return node
    for child in node.children:
        if (found := find(child, id)) is not None:
            return found
    return None


def path_to(node: Node, id: str) -> list[Node]:
    """From the root down to the node with that id, both included; empty when there is none."""
    if node.id == id:
        return [node]
    for child in node.children:
        if below := path_to(child, id):
            return [node, *below]
    return []


def assign_ids(root: Node) -> Node:
    """Give every node without an id one from its place, so that it is the same for the same build."""

    def visit(node: Node, place: str) -> None:
        node.id = node.id or place
        for index, child in enumerate(node.children):
            visit(child, f"{place}/{index}")

    visit(root, "root")
    return root


def _state_words(node: Node) -> Iterator[str]:
    if node.checked is not None:
        yield "on" if node.checked else "off"
    if node.selected:
        yield "chosen"
    if node.expanded is not None:
        yield "open" if node.expanded else "closed"
    if not node.enabled:
        yield "not possible now"


def describe(node: Node) -> str:
    """How the node is spoken: role, name, value, state, description, key: "button, Send the reply, Enter"."""
    spoken_role = "" if node.role in (Role.TEXT, Role.PART, Role.GROUP) else str(node.role)
    parts = [spoken_role, plain(node.name), plain(node.value), *_state_words(node), plain(node.description), node.key]
    return ", ".join(part for part in parts if part)


def transcript(root: Node) -> list[str]:
    """The whole screen in words, in reading order. Parts of a named control are told by the control."""
    lines: list[str] = []

    def visit(node: Node) -> None:
        if node.hidden:
            return
        if node.role not in SILENT and (line := describe(node)):
            lines.append(line)
        for child in node.children:
            visit(child)

    visit(root)
    return lines
