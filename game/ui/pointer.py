"""The pointer's part of the window: pointing, pressing, the wheel, and dragging a scroll area's thumb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui import focus
from game.ui.draw import thumb_rect
from game.ui.keyboard import LINE
from game.ui.tree import Role, find

if TYPE_CHECKING:
    from game.ui.app import App


class Pointer:
    """Remembers what the button went down on: a node by id, or a thumb and the pixel of it that is held."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._pressed = ""
        self._dragged: tuple[str, int] | None = None

    def on_motion(self, event: pygame.event.Event) -> None:
        if self._dragged is not None:
            self._drag(*self._dragged, event.pos[1])
            return
        app = self.app
        node = focus.at_point(app.tree, event.pos)
        id = node.id if node is not None else ""
        if id == app.ui.hover:
            return
        was = find(app.tree, app.ui.hover)
        app.ui.hover = id
        app.touch()
        if (node is not None and node.tip) or (was is not None and was.tip):
            app.stale()  # a hint comes or goes

    def on_down(self, event: pygame.event.Event) -> None:
        if event.button != 1:
            return
        app = self.app
        app.finish_motion()
        area = focus.scroll_at(app.tree, event.pos)
        if area is not None and thumb_rect(area).grown(4).contains(event.pos):
            self._dragged = area.id, event.pos[1] - thumb_rect(area).y
            return
        node = focus.at_point(app.tree, event.pos)
        if app.ui.open and node is None:
            app.close_popup()
        self._pressed = node.id if node is not None else ""

    def on_up(self, event: pygame.event.Event) -> None:
        """What was pressed acts when it is let go on the same thing, so that a slip can be taken back."""
        if event.button != 1:
            return
        node, pressed = focus.at_point(self.app.tree, event.pos), self._pressed
        self._dragged, self._pressed = None, ""
        if node is not None and node.id == pressed:
            self.app.ui.ring = node.role is Role.TEXT_BOX
            self.app.press(node)

    def on_wheel(self, event: pygame.event.Event) -> None:
        at = getattr(event, "pos", None) or pygame.mouse.get_pos()
        tree = self.app.tree
        self.app.scroll(focus.scroll_at(tree, at) or focus.scroll_for_keys(tree, ""), pixels=-event.y * LINE)

    def _drag(self, id: str, grip: int, y: int) -> None:
        area = find(self.app.tree, id)
        if area is None:
            return
        inner, thumb = area.rect.inset(*area.box.pad), thumb_rect(area)
        room = max(1, inner.h - thumb.h)
        self.app.scroll_to(area, round((y - grip - inner.y) / room * (area.extent - inner.h)))
