"""Rows that can be chosen or opened, and lists of them."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.geometry import Align, Box, Kind, pad
from game.ui.tree import Node, Role, plain
from game.ui.widgets import styles
from game.ui.widgets.boxes import column
from game.ui.widgets.buttons import key_cap
from game.ui.widgets.looks import Control
from game.ui.widgets.words import part, picture


def list_row(
    id: str, title: str, about: str, action: object, *, key: str = "", icon: str = "", side: str = "",
    chosen: bool | None = None, enabled: bool = True, primary: bool = False, lead: Node | None = None,
) -> Node:
    """A wide row: title, one line about it, and words at its right. `primary` makes it the brass one.

    `lead` is a silent node before the words (a seal, a portrait) in the icon's place.
    """
    ink = "brass-ink" if primary else "ink" if enabled else "mute"
    second = styles.ink(styles.CAPTION, "brass-ink") if primary else styles.CAPTION
    words = column(part(title, styles.ink(styles.CARD, ink)), part(about, second) if about else None, share=1)
    kids = [
        lead or (picture(icon, ink, 22) if icon else None), words,
        part(side, second, wrap=False) if side else None,
        key_cap(key, "brass" if primary else "desk") if key else None,
    ]
    return Node(
        Role.LIST_ITEM, plain(title), value=plain(side), description=plain(about), id=id, key=key, focusable=True,
        enabled=enabled, selected=chosen, primary=primary, action=action,
        paint=Control("primary" if primary else "row", bool(chosen), 11),
        box=Box(Kind.ROW, gap=14, pad=pad(8, 18), align=Align.CENTRE),
        children=[kid for kid in kids if kid is not None],
    )


def item_list(id: str, name: str, rows: Sequence[Node], *, gap: int = 8, **more: int) -> Node:
    """List rows in one list: arrows walk it, Tab goes row by row."""
    return Node(Role.LIST, name, id=id, box=Box(gap=gap, **more), children=list(rows))
