"""The keyboard's part of the window: which key does what, everywhere and in a text box.

Keys of the window come first, then Tab and Enter, then the screen's own shortcuts, then arrows and paging.
It asks `focus` where to go and lets the app do it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from game.ui import compat, editing, focus
from game.ui.keys import key_name
from game.ui.tree import Node, Role, find
from game.ui.widgets.fields import Typed

if TYPE_CHECKING:
    from game.ui.app import App

LINE = 48
"""Pixels an arrow or a wheel's notch scrolls."""

ARROWS = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}
PAGES = {"PgUp": -0.85, "PgDn": 0.85, "Home": -999.0, "End": 999.0}
LARGER = frozenset({"Ctrl++", "Ctrl+=", "Ctrl+[+]"})
SMALLER = frozenset({"Ctrl+-", "Ctrl+[-]"})


class Keyboard:
    def __init__(self, app: App) -> None:
        self.app = app
        self.lent = False
        """Whether the ring is shown only while a menu that a shortcut opened is open; after it Enter means the brass button again."""

    def on_key(self, event: pygame.event.Event) -> None:
        self.app.finish_motion()
        key = key_name(event)
        box = self._text_box()
        if box is not None and self._edit_key(box, key, getattr(event, "unicode", "")):
            return
        if key and not self._window_key(key):
            self._key(key)
        if self.lent and not self.app.ui.open:
            self.app.ui.ring = self.lent = False

    def on_text(self, event: pygame.event.Event) -> None:
        box = self._text_box()
        if box is not None:
            self._edited(box, editing.typed(self._line(box), event.text, _limit(box)))

    def _window_key(self, key: str) -> bool:
        now = self.app.settings
        if key in LARGER or key in SMALLER:
            self.app.change(now.larger(1 if key in LARGER else -1))
        elif key == "Ctrl+0":
            self.app.change(replace(now, text_scale=1.0))
        elif key == "F11":
            self.app.change(replace(now, fullscreen=not now.fullscreen))
        else:
            return False
        return True

    def _key(self, key: str) -> None:
        app, ui = self.app, self.app.ui
        if key in ("Tab", "Shift+Tab"):
            app.move_focus(focus.after_tab(app.tree, ui.focus, back=key != "Tab"))
        elif key == "Enter":
            app.press(focus.on_enter(app.tree, ui.focus if ui.ring else "") or focus.by_key(app.tree, key))
        elif (node := focus.by_key(app.tree, key)) is not None:
            app.press(node)
            if node.role is Role.MENU_BUTTON and not ui.ring:  # inside its menu Enter takes what is pointed at
                ui.ring = self.lent = True
        elif key == "Space":
            app.press(find(focus.scope(app.tree), ui.focus))
        elif key == "Esc":
            app.back()
        elif key in ARROWS:
            self._arrow(*ARROWS[key])
        elif key in PAGES:
            app.scroll(focus.scroll_for_keys(app.tree, ui.focus), pages=PAGES[key])

    def _arrow(self, dx: int, dy: int) -> None:
        app = self.app
        node = find(app.tree, app.ui.focus)
        if node is not None and node.role is Role.MENU_BUTTON and dy > 0 and not node.expanded:
            app.press(node)
            return
        step = focus.after_arrow(app.tree, app.ui.focus, dx, dy)
        if step is None:
            area = focus.scroll_for_keys(app.tree, app.ui.focus)
            if dy and area is None and node is None and (entered := focus.into_list(app.tree)):
                app.move_focus(entered)
            elif dy:
                app.scroll(area, pixels=dy * LINE)
            return
        app.move_focus(step.id)
        target = find(app.tree, step.id)
        if step.acts and target is not None and not target.selected:
            app.press(target)

    # -- text boxes ----------------------------------------------------------------------------------------------------

    def _text_box(self) -> Node | None:
        node = find(self.app.tree, self.app.ui.focus) if self.app.ui.focus else None
        return node if node is not None and node.role is Role.TEXT_BOX else None

    def _edit_key(self, box: Node, key: str, typed: str) -> bool:
        """Editing keys act here; letters, which TEXTINPUT brings, are kept from being shortcuts."""
        if key == "Ctrl+V":
            self._edited(box, editing.typed(self._line(box), compat.read_clipboard(), _limit(box)))
        elif key in editing.EDIT_KEYS:
            self._edited(box, editing.pressed(self._line(box), key))
        else:
            return key == "Space" or (len(key) == 1 and typed.isprintable() and bool(typed))
        return True

    def _line(self, box: Node) -> editing.Line:
        caret = self.app.ui.caret
        return editing.Line(box.value, len(box.value) if caret < 0 else min(caret, len(box.value)))

    def _edited(self, box: Node, line: editing.Line) -> None:
        self.app.ui.caret = line.caret
        self.app.stale()
        if line.value != box.value and isinstance(box.action, Typed):
            self.app.tell(box.action.make(line.value))


def _limit(box: Node) -> int:
    return box.action.limit if isinstance(box.action, Typed) else 0
