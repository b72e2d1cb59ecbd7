"""The window: a stack of screens, events in, a picture out, and nothing done while nothing happens.

The tree is built again only when state, size, scale or theme changed, and drawn only when it or the pointer
did. It must know no rule of the game, and no screen by name but the one for trouble.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pygame

from game.ui import focus, settings
from game.ui.compose import SMALLEST, compose, effective_scale
from game.ui.draw import draw
from game.ui.keyboard import Keyboard
from game.ui.paint.cache import CACHE
from game.ui.pointer import Pointer
from game.ui.screen import (
    Answer,
    Change,
    Do,
    Local,
    Open,
    Pop,
    Push,
    Quit,
    Replace,
    Reset,
    Screen,
    Scroll,
    UiState,
)
from game.ui.screens.trouble import Trouble
from game.ui.settings import Settings
from game.ui.theme import MOTION_MS, THEMES
from game.ui.tree import Node, Role, describe, find, path_to

WAKE = pygame.event.custom_type()
NAP = 0.01
"""Seconds between looks for events. pygame's own waiting looks a thousand times a second: 2.5 % of a core idle
against 0.5 % so, for half a frame's delay at most."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Frame:
    """A screen on the stack with what the window remembers of it."""

    screen: Screen
    ui: UiState = field(default_factory=UiState)
    before_modal: str = ""


class App:
    """Owns the window. `folder` keeps the settings, `speak` is told what has the focus, `clock` is in seconds."""

    def __init__(
        self, first: Screen, *, size: tuple[int, int] = (1280, 720), folder: Path | None = None,
        speak: Callable[[str], None] | None = None, clock: Callable[[], float] = time.monotonic,
        title: str = "Good Offices",
    ) -> None:
        self.settings = settings.load(folder)
        self.folder, self.speak, self.clock = folder, speak, clock
        self.running = True
        self.frames = [Frame(first)]
        self.builds = self.draws = 0
        self.keyboard, self.pointer = Keyboard(self), Pointer(self)
        self._tree: Node | None = None
        self._dirty = True
        self._fade: tuple[pygame.Surface, float] | None = None
        self._windowed = size
        pygame.display.init()
        pygame.font.init()
        self.surface = self._open_window(size)
        pygame.display.set_caption(title)
        pygame.key.set_repeat(380, 45)
        self._say(first.name)

    # -- loop ----------------------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Until the last screen is left or the window is closed."""
        self.refresh()
        while self.running:
            self.step(wait=True)

    def step(self, wait: bool = False) -> None:
        """Handle what has happened, then draw if needed. With `wait`, sleep until something happens."""
        events = pygame.event.get()
        while wait and not events and not self._fade and not self._polled():
            time.sleep(NAP)
            events = pygame.event.get()
        for event in events:
            self.handle(event)
        self.refresh()
        if wait and self._fade:
            time.sleep(NAP)

    def _polled(self) -> bool:
        try:
            ready = self.screen.poll()
        except Exception:
            self._give_up("asked for news")
            return True
        if ready:
            self.stale()
        return self._tree is None

    def handle(self, event: pygame.event.Event) -> None:
        """One pygame event. What fails in a screen is told in a sheet; the window goes on."""
        handler = {
            pygame.QUIT: self._on_quit, pygame.VIDEORESIZE: self._on_resize,
            pygame.WINDOWEXPOSED: self._on_exposed, WAKE: self._on_wake,
            pygame.KEYDOWN: self.keyboard.on_key, pygame.TEXTINPUT: self.keyboard.on_text,
            pygame.MOUSEMOTION: self.pointer.on_motion, pygame.MOUSEBUTTONDOWN: self.pointer.on_down,
            pygame.MOUSEBUTTONUP: self.pointer.on_up, pygame.MOUSEWHEEL: self.pointer.on_wheel,
        }.get(event.type)
        if handler is None or not self.running:
            return
        try:
            handler(event)
        except Exception:
            log.exception("an action failed in %r", self.screen.name)
            self._enter([*self.frames, Frame(Trouble(self.screen.name, lost=False, broken=False))])

    def refresh(self) -> None:
        """Draw the window if anything changed since it was last drawn."""
        if not self.running or not (self._dirty or self._fade or self._tree is None):
            return
        try:
            self._draw()
        except Exception:
            if isinstance(self.screen, Trouble):
                raise
            self._give_up("drawn")
            self._draw()
        self.draws += 1
        self._lay_fade()
        pygame.display.flip()
        self._dirty = False

    def _draw(self) -> None:
        tree, ui = self.tree, self.ui
        theme = THEMES[self.settings.theme]
        draw(tree, self.surface, theme, self.scale, hover=ui.hover, focus=ui.focus if ui.ring else "")

    def _lay_fade(self) -> None:
        """What was shown before, going; a page with less motion goes faster."""
        if self._fade is None:
            return
        old, began = self._fade
        length = MOTION_MS["reduced"] if self.settings.reduced_motion else MOTION_MS["card"]
        share = (self.clock() - began) * 1000 / length
        if share >= 1 or old.get_size() != self.surface.get_size():
            self._fade = None
            return
        old.set_alpha(round(255 * (1 - share) ** 2))
        self.surface.blit(old, (0, 0))

    def finish_motion(self) -> None:
        """Any key or press ends an animation at once."""
        if self._fade is not None:
            self._fade, self._dirty = None, True

    def _on_quit(self, event: pygame.event.Event) -> None:
        self.running = False

    def _on_wake(self, event: pygame.event.Event) -> None:
        self.stale()

    def _on_exposed(self, event: pygame.event.Event) -> None:
        self._dirty = True

    def _on_resize(self, event: pygame.event.Event) -> None:
        size = max(SMALLEST[0], event.w), max(SMALLEST[1], event.h)
        if size != self.surface.get_size():
            self.surface = self._open_window(size)
        self.stale()

    def _open_window(self, size: tuple[int, int]) -> pygame.Surface:
        if self.settings.fullscreen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        self._windowed = size
        return pygame.display.set_mode(size, pygame.RESIZABLE)

    # -- what is there -------------------------------------------------------------------------------------------------

    @property
    def ui(self) -> UiState:
        return self.frames[-1].ui

    @property
    def screen(self) -> Screen:
        return self.frames[-1].screen

    @property
    def scale(self) -> float:
        return effective_scale(self.surface.get_size(), self.settings.text_scale)

    @property
    def tree(self) -> Node:
        """The laid-out tree of the moment, built if it is out of date."""
        if self._tree is None:
            self._tree = self._build()
            self._dirty = True
        return self._tree

    def stale(self) -> None:
        """Have the tree built again before it is next needed."""
        self._tree = None

    def touch(self) -> None:
        """Have the tree drawn again as it is."""
        self._dirty = True

    def wake(self) -> None:
        """From any thread: build and draw again soon."""
        pygame.event.post(pygame.event.Event(WAKE))

    def _build(self) -> Node:
        try:
            return self._composed()
        except Exception:
            if isinstance(self.screen, Trouble):
                raise
            self._give_up("built")
            return self._composed()

    def _give_up(self, on: str) -> None:
        """Lay the trouble sheet over a screen that cannot be shown; leaving it leaves that screen too."""
        log.exception("the screen %r could not be %s", self.screen.name, on)
        self.frames.append(Frame(Trouble(self.screen.name, lost=len(self.frames) < 2, broken=True)))
        self.stale()

    def _composed(self) -> Node:
        """The tree, built a second time when a popup that has come or gone moved the focus."""
        for _ in range(2):
            self.builds += 1
            tree = compose(self.screen, self.surface.get_size(), self.settings, self.ui, self.wake)
            if not self._settle_focus(tree):
                break
        return tree

    def _settle_focus(self, tree: Node) -> bool:
        """Bring the focus into a popup that has opened, and back when it is gone; True if it moved."""
        frame, inside = self.frames[-1], focus.scope(tree)
        ui, before = frame.ui, frame.ui.focus
        if inside is not tree and not path_to(inside, ui.focus):
            frame.before_modal = frame.before_modal or ui.focus
            stops = focus.stops(tree)
            ui.focus = stops[0].id if stops else ""
            ui.scrolled.update(focus.reveal(tree, ui.focus))  # what is chosen is in sight when its menu opens
        elif inside is tree:
            if frame.before_modal and find(tree, ui.focus) is None:
                ui.focus = frame.before_modal
            frame.before_modal = ""
            if ui.focus and find(tree, ui.focus) is None:
                ui.focus = ""
        return ui.focus != before

    # -- what hands do -------------------------------------------------------------------------------------------------

    def press(self, node: Node | None) -> None:
        """Let a node act, if it can. It gets the focus, but the brass button does not take it away."""
        if node is None or node.action is None or not node.enabled:
            return
        if node.focusable and not node.primary:
            self.ui.focus = node.id
        self.stale()
        if node.role is Role.TEXT_BOX:
            self.ui.caret = len(node.value)
            return
        if node.role is Role.MENU_ITEM and self.ui.open:
            self.close_popup()
        self._act(node.action)

    def move_focus(self, id: str) -> None:
        """Give the focus to a node by keyboard: with its ring, brought into view, and spoken."""
        ui = self.ui
        ui.focus, ui.ring, ui.caret = id, True, -1
        self.stale()
        if (node := find(self.tree, id)) is not None:
            self._say(describe(node))

    def back(self) -> None:
        """Esc: close the popup, or tell the screen."""
        if self.ui.open:
            self.close_popup()
        else:
            self.tell(Do("back"))

    def close_popup(self) -> None:
        self.ui.focus, self.ui.open = self.ui.open, ""
        self.frames[-1].before_modal = ""
        self.stale()

    def scroll(self, area: Node | None, pages: float = 0, pixels: int = 0) -> None:
        if area is not None:
            self.scroll_to(area, area.offset + pixels + round(pages * focus.view_height(area)))

    def scroll_to(self, area: Node, offset: int) -> None:
        """Scroll an area; a focused node that goes out of sight keeps the focus but not its ring."""
        kept = max(0, min(offset, area.extent - focus.view_height(area)))
        if kept != area.offset:
            self.ui.scrolled[area.id] = kept
            if self.ui.focus and path_to(area, self.ui.focus):
                self.ui.ring = False
            self.stale()

    # -- actions -------------------------------------------------------------------------------------------------------

    def _act(self, action: object) -> None:
        ui = self.ui
        if isinstance(action, Local):
            ui.local[action.key] = action.value
        elif isinstance(action, Open):
            ui.open = "" if ui.open == action.id else action.id
        elif isinstance(action, Scroll):
            self.scroll(find(self.tree, action.id), pages=action.pages)
        elif isinstance(action, Push | Replace | Reset | Pop | Quit | Change):
            self._answer(action)
        else:
            self.tell(action)

    def tell(self, action: object) -> None:
        """Hand an action to the screen and do what it answers."""
        self.stale()
        self._answer(self.screen.on(action))

    def _answer(self, answer: Answer) -> None:
        if isinstance(answer, Push):
            self._enter([*self.frames, Frame(answer.screen)])
        elif isinstance(answer, Replace):
            self._enter([*self.frames[:-1], Frame(answer.screen)])
        elif isinstance(answer, Reset):
            self._enter([Frame(answer.screen)])
        elif isinstance(answer, Pop):
            self._leave(answer)
        elif isinstance(answer, Quit):
            self.running = False
        elif isinstance(answer, Change):
            self.change(answer.settings)

    def _leave(self, answer: Pop) -> None:
        gone, below = self.screen, self.frames[:-1]
        if isinstance(gone, Trouble) and gone.broken:
            below = below[:-1]
        if not below:
            self.running = False
            return
        self._enter(below)
        if answer.result is not None:
            self.tell(Do("returned", answer.of, answer.result))

    def _enter(self, frames: list[Frame]) -> None:
        if self.draws:
            self._fade = (self.surface.copy(), self.clock())
        self.frames = frames
        self.ui.hover, self.ui.open = "", ""
        self.stale()
        self._say(self.screen.name)

    def change(self, wanted: Settings) -> None:
        """Other settings from now on, kept on disk."""
        before, self.settings = self.settings, wanted
        settings.save(self.folder, wanted)
        if before.fullscreen != wanted.fullscreen:
            self.surface = self._open_window(self._windowed)
        if (before.theme, before.text_scale) != (wanted.theme, wanted.text_scale):
            CACHE.forget()
        self.stale()

    def _say(self, words: str) -> None:
        if self.speak is not None and self.settings.speech:
            self.speak(words)
