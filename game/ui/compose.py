"""From a screen to a laid-out tree, and to a picture of it: what the app, tests and screenshots share."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

import pygame

from game.ui import focus
from game.ui.draw import draw
from game.ui.layout import layout
from game.ui.measuring import TypeMeasure
from game.ui.screen import Context, Screen, UiState
from game.ui.settings import Settings
from game.ui.theme import THEMES
from game.ui.tree import Node, assign_ids, find, walk
from game.ui.widgets.sheets import hint

SMALLEST = (1024, 640)
REFERENCE = (1600, 900)
LARGEST_SCALE = 2.6


def effective_scale(window: tuple[int, int], text_scale: float) -> float:
    """The person's text scale, times what a window larger than the reference adds, in steps of a twentieth."""
    room = max(1.0, min(window[0] / REFERENCE[0], window[1] / REFERENCE[1]))
    return min(LARGEST_SCALE, round(text_scale * room * 20) / 20)


def compose(
    screen: Screen, window: tuple[int, int], settings: Settings, ui: UiState, wake: Callable[[], None] = lambda: None
) -> Node:
    """Build and lay out a screen. Sheets come over the screen, popups over sheets, the hint over all."""
    scale = effective_scale(window, settings.text_scale)
    ctx = Context(window, scale, settings, ui, wake)
    root = screen.build(ctx)
    sheets = [node for node in ctx.floating if not node.box.anchor]
    root.children += sheets + [node for node in ctx.floating if node.box.anchor]
    assign_ids(root)
    pointed = find(root, ui.hover or (ui.focus if ui.ring else ""))
    if pointed is not None and pointed.tip:
        root.children.append(hint(pointed.tip, pointed.id))
        assign_ids(root)
    measure = TypeMeasure(scale)
    layout(root, window, measure, ui.scrolled)
    if ui.focus and ui.ring and (moved := focus.reveal(root, ui.focus)):
        ui.scrolled.update(moved)
        layout(root, window, measure, ui.scrolled)
    _remember(root, ui)
    return root


def _remember(root: Node, ui: UiState) -> None:
    ends = set()
    for node in walk(root):
        if node.extent:
            ui.scrolled[node.id] = node.offset
            if node.offset and node.offset + focus.view_height(node) >= node.extent:
                ends.add(node.id)
    ui.ends = frozenset(ends)


def render(
    screen: Screen, size: tuple[int, int] = (1280, 720), theme: str = "slate", scale: float = 1.0, *,
    ui: UiState | None = None, settings: Settings | None = None,
) -> pygame.Surface:
    """A picture of a screen without a window. `scale` is the person's text scale; `ui` may point and focus."""
    ready_headless()
    settings = replace(settings or Settings(), theme=theme, text_scale=scale)
    state = ui or UiState()
    root = compose(screen, size, settings, state)
    surface = pygame.Surface(size)
    draw(root, surface, THEMES[theme], effective_scale(size, scale), hover=state.hover,
         focus=state.focus if state.ring else "")
    return surface


def ready_headless() -> None:
    """Surfaces need a video mode; without a window a hidden one of a few pixels will do."""
    if not pygame.display.get_init() or pygame.display.get_surface() is None:
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
        pygame.display.init()
        pygame.display.set_mode((8, 8))
    if not pygame.font.get_init():
        pygame.font.init()
