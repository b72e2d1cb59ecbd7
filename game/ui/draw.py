"""Draws a laid-out tree: looks by their painters, words in their boxes, scroll thumbs, the focus ring last.

It reads the tree and changes nothing in it. What a look is painted with stands in `widgets.painters`.
"""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.ui.geometry import Align, Rect
from game.ui.layout import view_of
from game.ui.paint import boxes, shapes, type
from game.ui.paint.cache import CACHE
from game.ui.paint.type import Style
from game.ui.theme import Theme
from game.ui.tree import Node, Role, path_to
from game.ui.widgets.looks import Control, Sheet, Strip
from game.ui.widgets.painters import Pen, paint, to_pygame

_ALIGN = {Align.CENTRE: "center", Align.END: "right"}
_FADE = 30


def draw(
    root: Node, surface: pygame.Surface, theme: Theme, scale: float, *, hover: str = "", focus: str = ""
) -> None:
    """Draw the whole tree. `hover` and `focus` are ids; a focus of "" draws no ring."""
    pen = Pen(surface, theme, scale, hover, root)
    clip = Rect(0, 0, *surface.get_size())
    _visit(pen, root, clip, paper=False)
    surface.set_clip(None)
    if focus:
        _ring(pen, root, focus)


def _visit(pen: Pen, node: Node, clip: Rect, paper: bool) -> None:
    if node.hidden:
        return
    seen = clip.common(node.rect)
    if seen.w and seen.h:
        pen.surface.set_clip(to_pygame(clip))
        if node.paint is not None:
            paint(pen, node)
        if node.text is not None:
            _set_words(pen, node)
    paper = paper or isinstance(node.paint, Sheet | Strip)
    if not node.children:
        return
    if node.role is Role.SCROLL and node.extent:
        _scrolled(pen, node, clip, paper)
        return
    for child in node.children:
        floating = child.box.anchor or child.box.centred
        _visit(pen, child, Rect(0, 0, *pen.surface.get_size()) if floating else clip, paper)


def _set_words(pen: Pen, node: Node) -> None:
    text = node.text
    if text is None or not text.words or not isinstance(text.style, Style):
        return
    inner = node.rect.inset(*node.box.pad)
    style = _inked(text.style, pen.theme)
    if node.paint is not None:  # a control's or a cap's own words stand in its middle
        spare = inner.h - type.measure_block(text.words, style, inner.w, pen.scale)
        inner = inner.inset(max(0, spare // 2), 0, 0, 0)
    type.draw_block(pen.surface, text.words, style, pen.theme, to_pygame(inner), pen.scale,
                    _ALIGN.get(text.align, "left"))
    if not node.enabled and isinstance(node.paint, Control) and node.paint.kind == "chip":
        wide, _ = type.measure(text.words, style, pen.scale)
        wide = min(wide, inner.w)
        shapes.draw_rule(pen.surface, (inner.centre[0] - wide // 2, node.rect.centre[1]), wide, pen.theme, "mute")


def _inked(style: Style, theme: Theme) -> Style:
    """`rung-3` stands for the ink that is readable on that rung."""
    if isinstance(style.colour, str) and style.colour.startswith("rung-"):
        return replace(style, colour=theme.rung(int(style.colour[5:])).ink)
    return style


def _scrolled(pen: Pen, node: Node, clip: Rect, paper: bool) -> None:
    inner, view = node.rect.inset(*node.box.pad), view_of(node, clip)
    above, below = node.offset > 0, node.offset + inner.h < node.extent
    sides = ((True, above), (False, below))
    depth = _FADE if paper else _FADE // 2
    held = [_Edge(pen.surface, view, top, depth) for top, needed in sides if needed and view.h > 2 * _FADE]
    for child in node.children:
        _visit(pen, child, view, paper)
    pen.surface.set_clip(None)
    for edge in held:
        edge.lay_over()
    if node.extent > inner.h:
        pen.surface.set_clip(to_pygame(clip))
        _thumb(pen, node, inner, paper)


class _Edge:
    """The ground along one edge of a scroll area, kept before its content is drawn, then faded over it."""

    def __init__(self, surface: pygame.Surface, view: Rect, top: bool, depth: int) -> None:
        self.surface = surface
        self.at = pygame.Rect(view.x, view.y if top else view.bottom - depth, view.w, depth)
        self.at = self.at.clip(surface.get_rect())
        kept = surface.subsurface(self.at)
        self.ground = pygame.Surface(self.at.size, pygame.SRCALPHA)
        self.ground.blit(kept, (0, 0))
        self.top = top

    def lay_over(self) -> None:
        size, top = self.at.size, self.top
        ramp = CACHE.get(("ramp", size, top), lambda: _ramp(size, top))
        self.ground.blit(ramp, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        self.surface.blit(self.ground, self.at)


def _ramp(size: tuple[int, int], top: bool) -> pygame.Surface:
    """White that goes from nothing to opaque towards the edge."""
    ramp = pygame.Surface(size, pygame.SRCALPHA)
    for y in range(size[1]):
        share = (y + 1) / size[1]
        ramp.fill((255, 255, 255, round(255 * ((1 - share) if top else share))), (0, y, size[0], 1))
    return ramp


def thumb_rect(node: Node) -> Rect:
    """Where a scroll area's thumb stands."""
    inner = node.rect.inset(*node.box.pad)
    tall = max(28, inner.h * inner.h // node.extent)
    room = node.extent - inner.h
    y = inner.y + ((inner.h - tall) * node.offset // room if room else 0)
    return Rect(inner.right - 7, y, 6, tall)


def _thumb(pen: Pen, node: Node, inner: Rect, paper: bool) -> None:
    track = pygame.Rect(inner.right - 7, inner.y, 6, inner.h)
    rail, grip = ("rule", "thumb") if paper else ("line", "edge")
    boxes.draw_box(pen.surface, track, boxes.Box(rail, None, None, radius=3, highlight=0, opacity=0.4), pen.theme)
    thumb = boxes.Box(grip, None, None, radius=3, highlight=0)
    boxes.draw_box(pen.surface, to_pygame(thumb_rect(node)), thumb, pen.theme)


def _ring(pen: Pen, root: Node, focus: str) -> None:
    path = path_to(root, focus)
    if not path or path[-1].hidden:
        return
    clip = Rect(0, 0, *pen.surface.get_size())
    for node in path[:-1]:
        if node.role is Role.SCROLL and node.extent:
            clip = view_of(node, clip)
    node = path[-1]
    on_paper = any(isinstance(n.paint, Sheet) for n in path[:-1])
    radius = node.paint.radius if isinstance(node.paint, Control) else 9
    pen.surface.set_clip(to_pygame(clip))
    boxes.draw_focus(pen.surface, to_pygame(node.rect).inflate(-4, -4), pen.theme, radius, on_paper)
    pen.surface.set_clip(None)
