"""One painter for each look: the place where a description becomes pixels.

Painters know the theme and the moment (pointed at, not possible) and nothing of screens. A look without a
painter is a mistake in the program and raises.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pygame

from game.ui.geometry import Rect
from game.ui.paint import boxes, icons, paper, portraits, seals, shapes, stamp, type
from game.ui.paint.boxes import BOXES, draw_named
from game.ui.paint.ground import ground
from game.ui.theme import Theme
from game.ui.tree import Node, find
from game.ui.widgets import looks


@dataclass(frozen=True, slots=True)
class Pen:
    """What a painter is given besides the node: where to draw, in which light, and what the pointer is on."""

    surface: pygame.Surface
    theme: Theme
    scale: float
    hover: str
    root: Node

    def em(self, pixels: float) -> int:
        return round(pixels * self.scale)


def to_pygame(rect: Rect) -> pygame.Rect:
    return pygame.Rect(*rect)


def paint(pen: Pen, node: Node) -> None:
    """Paint the node's look in its rect."""
    PAINTERS[node.paint.__class__](pen, node, node.paint, to_pygame(node.rect))


# -- grounds and panels ------------------------------------------------------------------------------------------------

_PANELS = {"panel": "panel", "well": "well", "raised": "inner", "plate": "plate", "chosen": "pill", "night": "well",
           "good": "chip-good", "bad": "chip-bad", "warn": "chip-warn", "info": "chip-info"}


def _panel(pen: Pen, node: Node, look: looks.Panel, rect: pygame.Rect) -> None:
    radius = min(look.radius, rect.h // 2)
    box = replace(BOXES[_PANELS[look.tone]], radius=radius, elevation=look.lift, edge=look.outline)
    shapes.draw_box(pen.surface, rect, box, pen.theme)


def _ground(pen: Pen, node: Node, look: looks.Ground, rect: pygame.Rect) -> None:
    pen.surface.blit(ground(rect.size, pen.theme), rect)


def _bar(pen: Pen, node: Node, look: looks.Bar, rect: pygame.Rect) -> None:
    if look.edge == "foot":
        return
    shapes.draw_veil(pen.surface, rect, pen.theme, 0.82, "night")
    y = rect.bottom - 1 if look.edge == "bottom" else rect.y
    shapes.draw_rule(pen.surface, (rect.x, y), rect.w, pen.theme)


def _veil(pen: Pen, node: Node, look: looks.Veil, rect: pygame.Rect) -> None:
    shapes.draw_veil(pen.surface, rect, pen.theme, 0.62 if pen.theme.dark else 0.45)


def _joined(pen: Pen, node: Node, look: looks.Joined, rect: pygame.Rect) -> None:
    card, panel = find(node, look.card), find(node, look.panel)
    if card is None or panel is None:
        return
    upper, lower = to_pygame(card.rect), to_pygame(panel.rect)
    risen = pygame.Rect(upper.x, upper.y - 5, upper.w, lower.y - upper.y + 5 + min(40, lower.h))
    shapes.draw_union(pen.surface, [risen, lower], BOXES["chosen"], pen.theme)


def _hair(pen: Pen, node: Node, look: looks.Hair, rect: pygame.Rect) -> None:
    if rect.h > rect.w:
        at, length = (rect.centerx, rect.y), rect.h
    else:
        at, length = (rect.x, rect.centery - look.weight // 2), rect.w
    shapes.draw_rule(pen.surface, at, length, pen.theme, look.colour, look.weight, vertical=rect.h > rect.w)


def _double_rule(pen: Pen, node: Node, look: looks.DoubleRule, rect: pygame.Rect) -> None:
    shapes.draw_rule(pen.surface, rect.topleft, rect.w, pen.theme, look.colour, 2)
    shapes.draw_rule(pen.surface, (rect.x, rect.y + 4), rect.w, pen.theme, look.colour, 1)


# -- controls ----------------------------------------------------------------------------------------------------------

_CONTROLS: dict[str, tuple[str, str, str, str]] = {
    # kind: at rest, pointed at, chosen, not possible ("" paints nothing)
    "ghost": ("control", "control-hover", "control-chosen", "control-off"),
    "chip": ("control", "control-hover", "control-chosen", "control-off"),
    "word": ("word", "control-hover", "control-chosen", "control-off"),
    "cell": ("", "control-hover", "control-chosen", ""),
    "card": ("card", "card-hover", "", "control-off"),
    "card-alone": ("card", "card-hover", "chosen", "control-off"),
    "card-static": ("chosen", "chosen", "chosen", "chosen"),
    "row": ("row", "row-hover", "row-chosen", "control-off"),
    "row-bare": ("", "control-hover", "", ""),
    "inner": ("", "", "", ""),
    "bare": ("", "control-hover", "control-chosen", ""),
    "primary": ("primary", "primary-hover", "primary", "primary-off"),
    "paper": ("", "key-paper", "paper-chosen", ""),
}
_MORE = {
    "card-hover": replace(BOXES["card"], fill="hover", top="hover", edge="edge"),
    "row-hover": replace(BOXES["row"], fill="hover", top="hover", edge="edge"),
    "row-chosen": replace(BOXES["row"], fill="chosen-fill", top="chosen-fill", edge="brass", edge_width=2),
}


def _control(pen: Pen, node: Node, look: looks.Control, rect: pygame.Rect) -> None:
    rest, hover, chosen, off = _CONTROLS[look.kind]
    down = chosen if look.chosen else ""
    name = off if not node.enabled else down or (hover if pen.hover == node.id else "" if look.chosen else rest)
    if name:
        shapes.draw_box(pen.surface, rect, replace(_MORE.get(name) or BOXES[name], radius=look.radius), pen.theme)


def _banner(pen: Pen, node: Node, look: looks.Banner, rect: pygame.Rect) -> None:
    low, top = ("banner-chosen-low", "banner-chosen-top") if look.chosen else ("banner-low", "banner-top")
    shapes.draw_box(pen.surface, rect, boxes.Box(low, top, None, radius=8, highlight=0.04), pen.theme)
    size = min(rect.h - 12, pen.em(64))
    ink = "brass" if look.chosen else "soft"
    icons.draw_icon(pen.surface, look.icon, rect.center, size, pen.theme, ink, centre=True)


def _cap(pen: Pen, node: Node, look: looks.Cap, rect: pygame.Rect) -> None:
    draw_named(pen.surface, rect, {"brass": "key-brass", "paper": "key-paper"}.get(look.ground, "key"), pen.theme)


def _switch(pen: Pen, node: Node, look: looks.Switch, rect: pygame.Rect) -> None:
    draw_named(pen.surface, rect, "switch-on" if look.on else "switch-off", pen.theme, rect.h // 2)
    radius = rect.h / 2 - 4
    x = rect.right - rect.h / 2 if look.on else rect.x + rect.h / 2
    shapes.draw_disc(pen.surface, (x, rect.centery), radius, pen.theme, "knob" if look.on else "mute")


def _radio(pen: Pen, node: Node, look: looks.Radio, rect: pygame.Rect) -> None:
    edge = "brass" if look.on else "edge"
    shapes.draw_disc(pen.surface, rect.center, rect.w / 2, pen.theme, "well", edge, 1.5)
    if look.on:
        shapes.draw_disc(pen.surface, rect.center, rect.w / 4, pen.theme, "brass")


def _field(pen: Pen, node: Node, look: looks.Field, rect: pygame.Rect) -> None:
    box = replace(BOXES["well"], edge="edge")
    shapes.draw_box(pen.surface, rect, box, pen.theme)
    inner = rect.inflate(-20, 0)
    style = look.style
    assert isinstance(style, type.Style)
    before, _ = type.measure(look.words[: max(0, look.caret)], style, pen.scale)
    shift = max(0, before - inner.w + 4)
    clip = pen.surface.get_clip()
    pen.surface.set_clip(inner.clip(clip))
    line = inner.move(-shift, 0)
    type.draw_line_in(pen.surface, look.words, style, pen.theme, line, pen.scale, "left")
    if look.caret >= 0:
        tall = type.line_height(style, pen.scale)
        shapes.draw_rule(pen.surface, (line.x + before, rect.centery - tall // 2), tall, pen.theme, "focus", 2, True)
    pen.surface.set_clip(clip)


# -- signs and people --------------------------------------------------------------------------------------------------


def _icon(pen: Pen, node: Node, look: looks.Icon, rect: pygame.Rect) -> None:
    colour = pen.theme.rung(int(look.colour[5:])).ink if look.colour.startswith("rung-") else look.colour
    icons.draw_icon(pen.surface, look.name, rect.topleft, rect.w, pen.theme, colour)


def _seal(pen: Pen, node: Node, look: looks.Seal, rect: pygame.Rect) -> None:
    seals.draw_seal(pen.surface, look.state, rect.center, rect.w // 2, pen.theme, look.dim, look.sign)


def _face(pen: Pen, node: Node, look: looks.Face, rect: pygame.Rect) -> None:
    portraits.draw_portrait(pen.surface, look.id, rect.topleft, rect.w, pen.theme, look.state, person=look.person)


def _dots(pen: Pen, node: Node, look: looks.Dots, rect: pygame.Rect) -> None:
    step = (rect.w + pen.em(3)) / look.total
    radius = pen.em(5.5)
    for i in range(look.total):
        centre = (rect.x + step * i + radius, rect.centery)
        if i < look.full:
            shapes.draw_disc(pen.surface, centre, radius, pen.theme, look.colour)
        else:
            shapes.draw_disc(pen.surface, centre, radius, pen.theme, None, "edge", 1.5)


def _ticks(pen: Pen, node: Node, look: looks.Ticks, rect: pygame.Rect) -> None:
    step = rect.w / (look.right + look.wrong)
    for i in range(look.right + look.wrong):
        name, colour = ("check", "ink") if i < look.right else ("x", "mute")
        icons.draw_icon(pen.surface, name, (rect.x + i * step, rect.y), rect.h, pen.theme, colour)


def _beat(pen: Pen, node: Node, look: looks.Beat, rect: pygame.Rect) -> None:
    fill, edge, ink = {
        "now": ("brass-low", None, "brass-ink"), "done": ("good-fill", "good", "good"),
        "skipped": (None, "edge", "mute"), "ahead": (None, "edge", "mute"),
    }[look.state]
    name = {"done": "check", "skipped": "minus"}.get(look.state, look.icon)
    shapes.draw_disc(pen.surface, rect.center, rect.w / 2, pen.theme, fill, edge, 1.5)
    icons.draw_icon(pen.surface, name, rect.center, round(rect.w * 0.6), pen.theme, ink, centre=True)


# -- paper -------------------------------------------------------------------------------------------------------------


def _sheet(pen: Pen, node: Node, look: looks.Sheet, rect: pygame.Rect) -> None:
    folds = (0.36, 0.69) if look.tone == "paper" and rect.h > 360 else ()
    paper.draw_sheet(pen.surface, rect, pen.theme, look.tone, look.seed, folds, look.under, look.lift)


def _strip(pen: Pen, node: Node, look: looks.Strip, rect: pygame.Rect) -> None:
    paper.draw_sheet(pen.surface, rect, pen.theme, "paper", look.seed, elevation=1)
    shapes.draw_rule(pen.surface, (rect.x + 14, rect.y + 8), rect.h - 16, pen.theme, look.bar, 3, vertical=True)


def _stamp(pen: Pen, node: Node, look: looks.Stamp, rect: pygame.Rect) -> None:
    lines = [look.words, look.under] if look.under else [look.words]
    stamp.draw_stamp(pen.surface, lines, rect.center, pen.theme, look.colour, 18, look.angle, seed=look.seed)


# -- the crisis --------------------------------------------------------------------------------------------------------


def _rung(pen: Pen, node: Node, look: looks.Rung, rect: pygame.Rect) -> None:
    colours = pen.theme.rung(look.number)
    box = shapes.Box(
        colours.fill, None, colours.edge, 2 if look.here else 1, radius=10, elevation=1, highlight=0.06,
        opacity=1.0 if look.here else 0.72,
    )
    shapes.draw_box(pen.surface, rect, box, pen.theme)


def _span(pen: Pen, node: Node, look: looks.Span, rect: pygame.Rect) -> None:
    bar = rect.inflate(0, -(rect.h - 8))
    draw_named(pen.surface, bar, "well", pen.theme, 4)
    low, high = round(bar.w * look.low), round(bar.w * max(look.high, look.low + 0.04))
    filled = pygame.Rect(bar.x + low, bar.y, high - low, bar.h)
    shapes.draw_box(pen.surface, filled, boxes.Box("warn", None, None, radius=4, highlight=0), pen.theme)
    for third in (1, 2):
        x = bar.x + bar.w * third // 3
        shapes.draw_rule(pen.surface, (x, rect.y), rect.h, pen.theme, "edge", 1, vertical=True)


def _drawn(pen: Pen, node: Node, look: looks.Drawn, rect: pygame.Rect) -> None:
    look.draw(pen.surface, rect, pen.theme, pen.scale)


PAINTERS: dict[object, Callable[..., None]] = {
    looks.Panel: _panel, looks.Ground: _ground, looks.Bar: _bar, looks.Veil: _veil, looks.Joined: _joined,
    looks.Hair: _hair, looks.DoubleRule: _double_rule, looks.Control: _control, looks.Cap: _cap, looks.Banner: _banner,
    looks.Switch: _switch, looks.Radio: _radio, looks.Field: _field, looks.Icon: _icon, looks.Seal: _seal,
    looks.Face: _face, looks.Dots: _dots, looks.Ticks: _ticks, looks.Beat: _beat, looks.Sheet: _sheet,
    looks.Strip: _strip, looks.Stamp: _stamp, looks.Rung: _rung, looks.Span: _span, looks.Drawn: _drawn,
}
