"""What a person does at the window, as pygame events that go the whole way. It knows nodes of the tree, no screen."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from game.ui.app import App
from game.ui.geometry import Rect
from game.ui.tree import Node, Role, find, path_to, walk

CODES = {
    "Enter": pygame.K_RETURN,
    "Esc": pygame.K_ESCAPE,
    "Tab": pygame.K_TAB,
    "Space": pygame.K_SPACE,
    "Down": pygame.K_DOWN,
    "Up": pygame.K_UP,
    "Left": pygame.K_LEFT,
    "Right": pygame.K_RIGHT,
    "PgDn": pygame.K_PAGEDOWN,
    "F10": pygame.K_F10,
}
MOST_STEPS = 60


class Hands:
    """One person at one window."""

    def __init__(self, app: App) -> None:
        self.app = app
        app.step()

    def node(self, id: str) -> Node:
        found = find(self.app.tree, id)
        assert found is not None, f"there is no {id} on {self.app.screen.name}"
        return found

    def there(self, id: str) -> bool:
        found = find(self.app.tree, id)
        return found is not None and not found.hidden and found.enabled

    # -- keys

    def key(self, *names: str, mod: int = 0) -> None:
        for name in names:
            typed = name if len(name) == 1 else ""
            code = CODES.get(name) or pygame.key.key_code(name.lower())
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=typed.lower()))
            if typed and not mod:
                pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=typed))
            self.app.step()

    def tab_to(self, start: str) -> None:
        """Tab until what has the focus has an id that begins so."""
        for _ in range(MOST_STEPS):
            self.key("Tab")
            if self.app.ui.focus.startswith(start):
                return
        raise AssertionError(f"Tab does not come to {start} on {self.app.screen.name}")

    # -- the mouse

    def click(self, id: str) -> None:
        """Scroll until the node can be seen, then press and let go in its middle."""
        where = self._sight(id).rect.centre
        for kind, more in (
            (pygame.MOUSEMOTION, {"rel": (0, 0), "buttons": (0, 0, 0)}),
            (pygame.MOUSEBUTTONDOWN, {"button": 1}),
            (pygame.MOUSEBUTTONUP, {"button": 1}),
        ):
            pygame.event.post(pygame.event.Event(kind, pos=where, **more))
            self.app.step()

    def _sight(self, id: str) -> Node:
        for _ in range(MOST_STEPS):
            node = self.node(id)
            if node.clip.contains(node.rect.centre):
                return node
            area = next(
                n for n in reversed(path_to(self.app.tree, id)[:-1]) if n.role is Role.SCROLL and n.extent > n.rect.h
            )
            self._wheel(area.rect.common(area.clip), -1 if node.rect.centre[1] > area.rect.centre[1] else 1)
        raise AssertionError(f"{id} cannot be scrolled into sight on {self.app.screen.name}")

    def _wheel(self, over: Rect, notches: int) -> None:
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=over.centre, rel=(0, 0), buttons=(0, 0, 0)))
        pygame.event.post(
            pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=notches, flipped=False, precise_y=float(notches))
        )
        self.app.step()

    def first(self, start: str, *, chosen: bool | None = None) -> str:
        """The id of the first live control whose id begins so."""
        return next(
            n.id
            for n in walk(self.app.tree)
            if n.id.startswith(start)
            and n.enabled
            and n.action is not None
            and (chosen is None or bool(n.selected) is chosen)
        )
