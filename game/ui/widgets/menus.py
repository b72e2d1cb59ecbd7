"""A menu that opens from a word: the editable words of the sentence, and menus of the bar."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.geometry import Align, Box, Kind, pad
from game.ui.screen import Context, Open
from game.ui.tree import Node, Role, plain
from game.ui.widgets import styles
from game.ui.widgets.boxes import scroll
from game.ui.widgets.choices import Option, Pick, dots
from game.ui.widgets.looks import Control, Panel
from game.ui.widgets.words import part, picture


def dropdown(
    ctx: Context, id: str, name: str, options: Sequence[Option], chosen: str, pick: Pick, *,
    key: str = "", word: bool = True, enabled: bool = True,
) -> Node:
    """A word with a small arrow; pressing it opens the options under it, arrows walk them, Esc closes.

    `word` sets it in the brass serif of the sentence, else it is a plain control.
    """
    now = next((option for option in options if option.id == chosen), None)
    shown = now.label if now else "choose"
    opened = enabled and ctx.is_open(id)
    if opened:
        ctx.float(_menu(ctx, id, name, options, chosen, pick))
    style, ink = (styles.WORD, "brass") if word else (styles.CONTROL, "soft")
    return Node(
        Role.MENU_BUTTON, name, value=plain(shown), id=id, key=key, focusable=True, enabled=enabled, expanded=opened,
        action=Open(id), paint=Control("word" if word else "ghost", opened),
        box=Box(Kind.ROW, gap=8, pad=pad(3, 10), min_h=32, align=Align.CENTRE),
        children=[part(shown, style, wrap=False), picture("chevron-down", ink, 14)],
    )


def _menu(ctx: Context, id: str, name: str, options: Sequence[Option], chosen: str, pick: Pick) -> Node:
    items = Node(Role.MENU, name, id=f"{id}-items", box=Box(gap=2), children=[
        _item(id, option, option.id == chosen, pick) for option in options
    ])
    width = min(ctx.em(320), ctx.window[0] - 48)
    return Node(
        Role.DIALOG, f"{name}, menu", id=f"{id}-menu", modal=True, paint=Panel("raised", 12, 3, outline="edge"),
        box=Box(anchor=id, pad=pad(6), width=width), children=[scroll(f"{id}-scroll", items, min_h=60)],
    )


def _item(group: str, option: Option, on: bool, pick: Pick) -> Node:
    about = option.note if option.enabled else option.why or option.note
    title = styles.ink(styles.STRONG_BODY, "ink" if option.enabled else "mute")
    words = Node(Role.PART, box=Box(share=1), children=[
        part(option.label, title), *([part(about, styles.CAPTION)] if about else []),
    ])
    mark = picture("check", "brass", 16) if on else Node(Role.PART, box=Box(width=16, height=16, em=True))
    return Node(
        Role.MENU_ITEM, plain(option.label), id=f"{group}-items:{option.id}", key=option.key, focusable=True,
        enabled=option.enabled, selected=on, action=pick(option.id), description=about, paint=Control("row-bare", on),
        box=Box(Kind.ROW, gap=10, pad=pad(4, 10), align=Align.CENTRE),
        children=[mark, words, *([dots(option.cost)] if option.cost else [])],
    )
