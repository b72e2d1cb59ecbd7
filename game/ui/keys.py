"""Key presses as the names that trees and footers use: "1", "B", "Enter", "Esc", "PgDn", "Ctrl+S", "Shift+Tab"."""

from __future__ import annotations

import pygame

_NAMES = {
    pygame.K_RETURN: "Enter", pygame.K_KP_ENTER: "Enter", pygame.K_ESCAPE: "Esc", pygame.K_TAB: "Tab",
    pygame.K_SPACE: "Space", pygame.K_LEFT: "Left", pygame.K_RIGHT: "Right", pygame.K_UP: "Up",
    pygame.K_DOWN: "Down", pygame.K_PAGEUP: "PgUp", pygame.K_PAGEDOWN: "PgDn", pygame.K_HOME: "Home",
    pygame.K_END: "End", pygame.K_BACKSPACE: "Backspace", pygame.K_DELETE: "Delete",
    **{getattr(pygame, f"K_F{n}"): f"F{n}" for n in range(1, 13)},
    **{getattr(pygame, f"K_KP{n}"): str(n) for n in range(10)},
}
_DIGITS = {getattr(pygame, f"K_{n}"): str(n) for n in range(10)}


def key_name(event: pygame.event.Event) -> str:
    """The name of a KEYDOWN event's key, or "" for keys that mean nothing alone, as Shift does.

    Letters go by what is typed, so that they follow the keyboard's layout; the row of figures goes by its
    place, because on some layouts it types signs.
    """
    mod, typed = getattr(event, "mod", 0), getattr(event, "unicode", "")
    name = _NAMES.get(event.key) or _DIGITS.get(event.key) or ""
    if mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
        return f"Ctrl+{name or pygame.key.name(event.key).upper()}"
    if name:
        return f"Shift+{name}" if mod & pygame.KMOD_SHIFT and name == "Tab" else name
    if mod & pygame.KMOD_ALT:
        return ""
    if typed and typed.isprintable():
        return typed.upper()
    letter = pygame.key.name(event.key) if event.key else ""
    return letter.upper() if len(letter) == 1 else ""
