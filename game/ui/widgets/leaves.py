"""Papers of the registry: the bound pledge book, a folder with its sheet, and what can be chosen on paper.

On paper a state is a shape and a word in ink before it is a colour; what is chosen has a brass outline.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pygame

from game.ui.geometry import Align, Box, Kind, Pad, pad
from game.ui.paint import paper, shapes, type
from game.ui.screen import Context, Fold
from game.ui.theme import Theme
from game.ui.tree import Node, Role, plain
from game.ui.widgets import styles
from game.ui.widgets.boxes import column, hair, row, spacer
from game.ui.widgets.looks import Control, Drawn, Sheet, Stamp
from game.ui.widgets.words import part, picture

STANDINGS = {
    "open": ("circle-dot", "stamp-blue"),
    "kept": ("circle-check", "kept"),
    "broken": ("circle-x", "broken"),
    "withdrawn": ("log-out", "unanswered"),
    "lapsed": ("hourglass", "pen-soft"),
    "offered": ("circle-help", "unanswered"),
    "agreed": ("handshake", "kept"),
    "refused": ("x", "broken"),
}
"""Sign and ink of each state of a pledge on paper."""


def standing(state: str) -> Node:
    """A pledge's state on paper: sign, word, ink. Silent: the row it stands in says it."""
    icon, ink = STANDINGS.get(state, ("circle", "pen-soft"))
    word = part(state, styles.ink(styles.DOCUMENT_NOTE, ink), wrap=False)
    return row(picture(icon, ink, 17), word, gap=6, align=Align.CENTRE)


def stamp(word: str, colour: str, seed: int) -> Node:
    """A stamp, silent: what it says must stand beside it in words."""
    return Node(
        Role.PART,
        box=Box(width=118, height=44, self_align=Align.CENTRE, em=True),
        paint=Stamp(word, "", colour, -5.0, seed),
    )


def bound(ctx: Context, left: Node, right: Node, *, min_h: int = 300) -> Node:
    """Two pages in a leather binding with a ribbon; below each other in one column."""
    if ctx.fold is Fold.ONE:
        return column(left, right, gap=12)
    left.box, right.box = replace(left.box, share=1), replace(right.box, share=1)
    inside = row(left, right, gap=2, share=1)
    return column(inside, pad=pad(14, 16), share=1, min_h=min_h, paint=Drawn(_leather, ("leather",)))


def _leather(surface: pygame.Surface, rect: Any, theme: Theme, scale: float) -> None:
    rect = pygame.Rect(*rect)
    paper.draw_shadow(surface, rect, theme, 3)
    surface.blit(paper.board(rect.size, theme, "leather", 12), rect)
    line = rect.inflate(-12, -12)
    shapes.draw_box(
        surface, line, shapes.Box(None, None, "brass-key", 1, edge_opacity=0.55, radius=8, highlight=0), theme
    )


def page(ctx: Context, name: str, *children: Node | None, left: bool = True, id: str = "") -> Node:
    """One page of a book, dark towards the binding. It scrolls by itself; in one column the window does."""

    def draw(surface: pygame.Surface, rect: Any, theme: Theme, scale: float) -> None:
        surface.blit(paper.page(pygame.Rect(*rect).size, theme, left), rect)

    inside = column(*children, gap=8, pad=Pad(18, 30 if left else 22, 16, 22 if left else 30))
    if ctx.fold > Fold.ONE:
        box = Box(Kind.SCROLL, min_h=160, pad=Pad(4, 4, 6, 4))
        inside = Node(Role.SCROLL, name, id=f"{id}-text", box=box, children=[inside])
    shade = Node(Role.PART, box=Box(), paint=Drawn(draw, ("page", left)))
    look = Sheet(seed=61, under=False, lift=0)
    return Node(Role.GROUP, id=id, box=Box(Kind.STACK), paint=look, children=[shade, inside])


def head(title: str, about: str = "") -> Node:
    """The head of a page: its title in Garamond, a few words at the right, the line under both."""
    words = part(about, styles.PRESS_TEXT, share=1, align=Align.END, self_align=Align.END) if about else None
    large = part(title, styles.ink(styles.BOOK_HEAD, "pen"), wrap=not about, share=0 if about else 1)
    top = row(large, words, gap=12, role=Role.HEADING, name=title)
    return column(top, hair("pen", room=3), gap=2)


def paper_row(
    id: str,
    title: str,
    action: object,
    *children: Node | None,
    chosen: bool | None = None,
    lead: Node | None = None,
    side: Node | None = None,
    about: str = "",
    enabled: bool = True,
) -> Node:
    """A row on paper that can be opened; `about` is how it is spoken, `children` stand under the title."""
    top = row(part(title, styles.ink(styles.ROW, "pen"), share=1), side, gap=10, align=Align.START)
    words = column(top, *children, gap=2, share=1)
    return Node(
        Role.LIST_ITEM,
        plain(title),
        description=plain(about),
        id=id,
        focusable=True,
        enabled=enabled,
        selected=chosen,
        action=action,
        paint=Control("paper", bool(chosen), 8),
        box=Box(Kind.ROW, gap=12, pad=pad(7, 10), align=Align.START),
        children=[kid for kid in (lead, words) if kid is not None],
    )


def tick_row(
    id: str,
    words: str,
    on: bool,
    action: object,
    *,
    about: str = "",
    enabled: bool = True,
    why: str = "",
    key: str = "",
) -> Node:
    """A line of ink with its box: by hand when it is written, in print while it is only offered."""
    said = part(words, styles.HAND if on else styles.ink(styles.QUOTE, "pen" if enabled else "pen-soft"))
    note = about if enabled else why or about
    below = part(note, styles.ink(styles.CAPTION, "pen-soft")) if note else None
    return Node(
        Role.SWITCH,
        plain(words),
        description=plain(note),
        id=id,
        key=key,
        focusable=True,
        enabled=enabled,
        checked=on,
        action=action,
        tip="" if enabled else why,
        paint=Control("paper", False, 8),
        box=Box(Kind.ROW, gap=12, pad=pad(5, 8), align=Align.START),
        children=[_tick(on, enabled), column(said, below, gap=0, share=1)],
    )


def _tick(on: bool, enabled: bool) -> Node:
    def draw(surface: pygame.Surface, rect: Any, theme: Theme, scale: float) -> None:
        box = pygame.Rect(*rect)
        edge = "hand" if on else "thumb" if enabled else "rule"
        shapes.draw_box(surface, box, shapes.Box("hand" if on else None, None, edge, 2, radius=4, highlight=0), theme)

    mark = picture("check", "paper", 16) if on else spacer()
    return Node(
        Role.PART,
        box=Box(width=22, height=22, pad=pad(3), em=True, self_align=Align.START),
        paint=Drawn(draw, ("tick", on, enabled)),
        children=[mark],
    )


def choice_row(id: str, name: str, options: tuple[Any, ...], chosen: str, pick: Any) -> Node:
    """Choices on paper, of equal rank: a thin outline each, and brass round the chosen one."""
    return Node(
        Role.CHOICES,
        name,
        id=id,
        box=Box(Kind.WRAP, gap=6),
        children=[_choice(id, option, option.id == chosen, pick) for option in options],
    )


def _choice(group: str, option: Any, on: bool, pick: Any) -> Node:
    ink = "pen" if option.enabled else "pen-soft"
    kids = [picture("check", "chosen", 15)] if on else []
    kids.append(part(option.label, styles.ink(styles.DOCUMENT_NOTE, ink), wrap=False))
    pressed = Node(
        Role.CHOICE,
        plain(option.label),
        id=f"{group}:{option.id}",
        focusable=True,
        enabled=option.enabled,
        selected=on,
        action=pick(option.id),
        description=option.note if option.enabled else option.why,
        tip="" if option.enabled else option.why,
        paint=Control("paper", on, 8),
        box=Box(Kind.ROW, gap=6, pad=pad(4, 10), min_h=30, align=Align.CENTRE),
        children=kids,
    )
    outline = None if on else Drawn(_outline if option.enabled else _faint, ("outline", option.enabled))
    return column(pressed, paint=outline)


def _outline(surface: pygame.Surface, rect: Any, theme: Theme, scale: float) -> None:
    shapes.draw_box(surface, pygame.Rect(*rect), shapes.Box(None, None, "thumb", 1, radius=8, highlight=0), theme)


def _faint(surface: pygame.Surface, rect: Any, theme: Theme, scale: float) -> None:
    shapes.draw_box(surface, pygame.Rect(*rect), shapes.Box(None, None, "rule", 1, radius=8, highlight=0), theme)


def folder(ctx: Context, tab: str, sheet: Node, **more: Any) -> Node:
    """A sheet in its cardboard folder, with the reference on the tab."""
    label = row(part(tab, styles.ink(styles.FILE, "pen"), wrap=False), pad=pad(7, 20))

    def draw(surface: pygame.Surface, rect: Any, theme: Theme, scale: float) -> None:
        _folder(surface, rect, theme, scale, tab)

    return column(label, sheet, gap=8, pad=Pad(0, 14, 14, 14), paint=Drawn(draw, ("folder", tab)), **more)


def _folder(surface: pygame.Surface, rect: Any, theme: Theme, scale: float, tab: str) -> None:
    whole = pygame.Rect(*rect)
    wide = min(whole.w - 20, type.measure(tab, styles.FILE, scale)[0] + 56)
    drop = round(26 * scale)
    body = pygame.Rect(whole.x, whole.y + drop, whole.w, whole.h - drop)
    paper.draw_shadow(surface, body, theme, 3)
    surface.blit(paper.board((wide, drop + 16), theme, "folder", 9), (whole.x + 6, whole.y))
    surface.blit(paper.board(body.size, theme, "folder", 9), body)


def sheet(
    ctx: Context,
    id: str,
    name: str,
    *children: Node | None,
    seed: int = 4,
    head: Node | None = None,
    least: int = 180,
    **more: Any,
) -> Node:
    """A sheet with a fixed head over a text that scrolls; in one column it is as long as its text."""
    text = column(*children, gap=7, pad=Pad(2, 6, 4, 2))
    if ctx.fold > Fold.ONE:
        box = Box(Kind.SCROLL, grow=1, min_h=ctx.em(least))
        text = Node(Role.SCROLL, name, id=f"{id}-text", box=box, children=[text])
    more.setdefault("pad", pad(16, 22))
    kids = [kid for kid in (head, text) if kid is not None]
    return Node(Role.DOCUMENT, name, id=id, box=Box(gap=8, **more), paint=Sheet(seed=seed), children=kids)


def typed(words: str, *, strong: bool = False, **more: Any) -> Node:
    """Typewritten words on paper."""
    style = styles.ink(styles.FILE, "pen") if strong else styles.FILE
    return Node(Role.TEXT, plain(words), children=[part(f"**{words}**" if strong else words, style)], box=Box(**more))


def written(words: str, ink: str = "hand", **more: Any) -> Node:
    """Words by hand on paper."""
    return Node(Role.TEXT, plain(words), children=[part(words, styles.ink(styles.HAND, ink))], box=Box(**more))


def said(words: str, style: Any = styles.DOCUMENT_BESIDE, **more: Any) -> Node:
    """Printed words on paper, read out by themselves."""
    return Node(Role.TEXT, plain(words), children=[part(words, style)], box=Box(**more))
