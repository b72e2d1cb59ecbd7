"""The boxes the desk is made of, by name: one look for each part, so that a screen chooses words and not colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import pygame

from game.ui.paint.shapes import Box, draw_box
from game.ui.theme import Theme

BOXES: Mapping[str, Box] = MappingProxyType({
    "panel": Box("panel-low", "panel-top", "line", radius=14, elevation=2),
    "row": Box("panel-low", "panel-top", "line", radius=14, elevation=1),
    "inner": Box("raised", None, "line", radius=9, highlight=0.03),
    "card": Box("panel", "raised", "line", radius=14, elevation=2),
    "chosen": Box("panel", "raised", "brass", 2, radius=14, elevation=3),
    "well": Box("well", None, "line", radius=9, highlight=0.0),
    "sheet": Box("panel-low", "panel-top", "edge", radius=14, elevation=3),
    "control": Box("raised", None, "line", radius=9, highlight=0.04),
    "control-hover": Box("hover", None, "edge", radius=9, highlight=0.06),
    "control-chosen": Box("chosen-fill", None, "brass", 2, radius=9, highlight=0.0),
    "control-off": Box("well", None, "line", radius=9, highlight=0.0, opacity=0.6),
    "word": Box("chosen-fill", None, "word-edge", radius=9, highlight=0.03),
    "ghost": Box("panel", None, "edge", radius=10, highlight=0.04),
    "ghost-hover": Box("hover", None, "edge", radius=10, highlight=0.06),
    "primary": Box("brass-low", "brass-high", "brass-rim", radius=10, elevation=2, highlight=0.12),
    "primary-hover": Box("brass-high", "brass-rim", "brass-rim", radius=10, elevation=3, highlight=0.12),
    "primary-off": Box("well", None, "edge", radius=10, highlight=0.0),
    "key": Box("well", None, "line", radius=6, highlight=0.0),
    "key-brass": Box("brass-key", None, "brass-key-edge", radius=6, highlight=0.0),
    "key-paper": Box("under-sheet", None, "thumb", radius=6, highlight=0.0),
    "pill": Box("chosen-fill", None, "brass", radius=18, highlight=0.0),
    "chip": Box("raised", None, "line", radius=14, highlight=0.0),
    "chip-good": Box("good-fill", None, "good", edge_opacity=0.5, radius=14, highlight=0.0),
    "chip-bad": Box("bad-fill", None, "bad", edge_opacity=0.5, radius=14, highlight=0.0),
    "chip-warn": Box("warn-fill", None, "warn", edge_opacity=0.5, radius=14, highlight=0.0),
    "chip-info": Box("info-fill", None, "info", edge_opacity=0.5, radius=14, highlight=0.0),
    "paper-chosen": Box("chosen-paper", None, "chosen", 2, radius=8, highlight=0.0, opacity=0.8),
    "plate": Box("map-plate", None, "line", radius=14, highlight=0.0, opacity=0.88),
    "switch-on": Box("switch-on", None, "brass", radius=14, highlight=0.0),
    "switch-off": Box("well", None, "edge", radius=14, highlight=0.0),
    "focus": Box(None, None, "focus", 3, radius=14, highlight=0.0),
    "focus-paper-outer": Box(None, None, "pen", 2, radius=14, highlight=0.0),
})


def draw_named(surface: pygame.Surface, rect: pygame.Rect, name: str, theme: Theme, radius: int | None = None) -> None:
    """Draw a box of BOXES, with another radius if one is given. Raises KeyError for an unknown name."""
    box = BOXES[name]
    draw_box(surface, rect, box if radius is None else replace(box, radius=radius), theme)


def draw_focus(surface: pygame.Surface, rect: pygame.Rect, theme: Theme, radius: int = 9, paper: bool = False) -> None:
    """The ring around what has the keyboard: 5 pixels out, and on paper with a line of pen around it."""
    ring = rect.inflate(10, 10)
    if paper:
        draw_named(surface, ring.inflate(4, 4), "focus-paper-outer", theme, radius + 7)
    draw_named(surface, ring, "focus", theme, radius + 5)
