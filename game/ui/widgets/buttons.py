"""What can be pressed: the one brass button, ghost buttons, links, icon buttons, switches, key caps."""

from __future__ import annotations

from game.ui.geometry import Align, Box, Kind, Text, pad
from game.ui.tree import Node, Role, plain
from game.ui.widgets import styles
from game.ui.widgets.looks import Cap, Control, Icon, Switch
from game.ui.widgets.words import part, picture


def key_cap(key: str, ground: str = "desk") -> Node:
    """The cap of a key, silent: the control it belongs to speaks its key."""
    style = styles.KEY if ground == "desk" else styles.PRIMARY_KEY if ground == "brass" else styles.DOCUMENT_NOTE
    return Node(
        Role.PART, box=Box(pad=pad(2, 7), min_w=24, self_align=Align.CENTRE), paint=Cap(ground),
        text=Text(key, style, Align.CENTRE, wrap=False),
    )


def primary(
    name: str, action: object, *, key: str = "Enter", enabled: bool = True, why: str = "", id: str = "primary"
) -> Node:
    """The one filled brass button of a screen, named by its act. `why` tells what is missing when not enabled."""
    return Node(
        Role.BUTTON, name, id=id, key=key, focusable=True, enabled=enabled, primary=True, action=action,
        description="" if enabled else why, tip="" if enabled else why, paint=Control("primary", radius=11),
        box=Box(Kind.ROW, gap=14, pad=pad(8, 24), min_h=44, align=Align.CENTRE, justify=Align.CENTRE),
        children=[
            part(name, styles.PRIMARY if enabled else styles.ink(styles.PRIMARY, "mute"), wrap=False),
            *([key_cap(key, "brass" if enabled else "desk")] if key else []),
        ],
    )


def button(
    name: str, action: object, *, key: str = "", icon: str = "", chosen: bool | None = None, enabled: bool = True,
    why: str = "", id: str = "", show_key: bool = True, quiet: bool = False,
) -> Node:
    """A ghost button. `chosen` makes it one that stays down; `quiet` leaves its box away until it is pointed at."""
    colour = "ink" if chosen else "soft"
    parts = [
        picture("check", "brass", 16) if chosen else picture(icon, colour, 18) if icon else None,
        part(name, styles.ink(styles.CONTROL, colour), wrap=False),
        key_cap(key) if key and show_key else None,
    ]
    return Node(
        Role.BUTTON, plain(name), id=id, key=key, focusable=True, enabled=enabled, selected=chosen, action=action,
        description="" if enabled else why, tip="" if enabled else why,
        paint=Control("bare" if quiet else "ghost", bool(chosen)),
        box=Box(Kind.ROW, gap=8, pad=pad(5, 8 if quiet else 12), min_h=32, align=Align.CENTRE, justify=Align.CENTRE),
        children=[node for node in parts if node is not None],
    )


def link(name: str, action: object, *, key: str = "", icon: str = "chevron-right", id: str = "") -> Node:
    """Words that lead somewhere, with an arrow behind them."""
    return Node(
        Role.BUTTON, plain(name), id=id, key=key, focusable=True, action=action, paint=Control("bare"),
        box=Box(Kind.ROW, gap=6, pad=pad(2, 6), align=Align.CENTRE),
        children=[part(name, styles.CONTROL, wrap=False), picture(icon, "soft", 16)]
        + ([key_cap(key)] if key else []),
    )


def icon_button(icon: str, name: str, action: object, *, key: str = "", size: int = 22) -> Node:
    """A picture that can be pressed; its name shows as a hint."""
    return Node(
        Role.BUTTON, name, id=f"icon-{icon}", key=key, focusable=True, action=action, tip=f"{name}  {key}".strip(),
        paint=Control("bare"), box=Box(pad=pad(6)),
        children=[Node(Role.PART, box=Box(width=size, height=size, em=True), paint=Icon(icon, "soft"))],
    )


def switch(name: str, on: bool, action: object, *, key: str = "", id: str = "", note: str = "") -> Node:
    """A thing that is on or off, with its name beside it."""
    return Node(
        Role.SWITCH, plain(name), id=id or f"switch-{name}", key=key, description=note, focusable=True, checked=on,
        action=action, paint=Control("bare"),
        box=Box(Kind.ROW, gap=10, pad=pad(4, 6), align=Align.CENTRE),
        children=[
            Node(Role.PART, box=Box(width=42, height=24, em=True), paint=Switch(on)),
            part(name, styles.ink(styles.CONTROL, "ink"), wrap=False),
            *([part(note, styles.CAPTION)] if note else []),
        ],
    )


def hints(*keys: tuple[str, str] | tuple[str, str, object]) -> Node:
    """Keys and what they do, at the foot of the window: `hints(("1-4", "Act"), ("F1", "Glossary", Do("glossary")))`.

    A hint with an action is the key's button; one without tells of keys that other nodes answer to.
    """
    return Node(Role.GROUP, "Keys", box=Box(Kind.WRAP, gap=4, line_gap=2, align=Align.CENTRE),
                children=[_hint(*hint) for hint in keys])


def _hint(key: str, what: str, action: object = None) -> Node:
    box = Box(Kind.ROW, gap=8, pad=pad(4, 6), align=Align.CENTRE)
    children = [key_cap(key), part(what, styles.CAPTION, wrap=False)]
    if action is None:
        return Node(Role.TEXT, f"{what}: {key}", box=box, children=children)
    return Node(Role.BUTTON, what, id=f"hint-{key}", key=key, focusable=True, action=action, box=box,
                paint=Control("bare"), children=children)
