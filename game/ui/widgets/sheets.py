"""What lies over a screen: a sheet that must be answered, the one for trouble, and the hint of a control."""

from __future__ import annotations

from game.ui.geometry import Align, Box, Kind, Pad, Text, pad
from game.ui.screen import Context
from game.ui.tree import Node, Role, plain
from game.ui.widgets import styles
from game.ui.widgets.boxes import column, row, scroll, spacer
from game.ui.widgets.buttons import button
from game.ui.widgets.looks import Panel, Veil
from game.ui.widgets.words import heading


def sheet(
    ctx: Context, name: str, *children: Node | None, back: object, primary: Node | None = None,
    back_name: str = "Back", width: int = 760, note: str = "",
) -> Node:
    """A sheet over the desk, with its own way back on Esc and, at most, one brass button."""
    foot = row(button(back_name, back, key="Esc", id="sheet-back"), spacer(grow=1),
               *([heading_note(note)] if note else []), primary, gap=12, align=Align.CENTRE)
    body = scroll("sheet-body", column(*children, gap=12), name=name, min_h=ctx.em(120), share=1)
    inside = Node(
        Role.DIALOG, name, id="sheet", modal=True, paint=Panel("panel", 14, 3, outline="edge"),
        box=Box(gap=14, pad=Pad(18, 24, 16, 24), centred=True, width=min(ctx.em(width), ctx.window[0] - 48)),
        children=[heading(name), body, foot],
    )
    body.box = Box(Kind.SCROLL, grow=1, min_h=ctx.em(120))
    veil = Node(Role.PART, id="veil", box=Box(), paint=Veil())
    return Node(Role.GROUP, box=Box(Kind.STACK), id="over", children=[veil, inside])


def heading_note(words: str) -> Node:
    return Node(Role.TEXT, plain(words), text=Text(words, styles.BODY, wrap=True), box=Box(self_align=Align.CENTRE))


def hint(words: str, anchor: str) -> Node:
    """What a control is for, beside it while it is pointed at."""
    style = styles.ink(styles.FACT, "ink")
    return Node(Role.TOOLTIP, plain(words), id="hint", paint=Panel("night", 8, 2, outline="edge"),
                box=Box(anchor=anchor, pad=pad(6, 10), max_w=360, em=True), text=Text(words, style))
