"""The home front: groups in words and trends, what each can do and remembers, the mandate, the press.

Approval of a group is told in words, as it is polled; no latent value is known here.
"""

from __future__ import annotations

from typing import Any

import pygame

from game.play.pages import Beat, Group, HomeFront, Tick
from game.ui.geometry import Align, Box, Kind, pad
from game.ui.paint import paper
from game.ui.screen import Context, Do, Fold, Local
from game.ui.screens.parts.cables import clipping
from game.ui.screens.parts.shelf import LookUp, chip
from game.ui.screens.parts.tables import TREND_SIGNS
from game.ui.tree import Node, Role, plain
from game.ui.widgets import cards, charts, styles
from game.ui.widgets.boxes import column, hair, row, scroll
from game.ui.widgets.buttons import primary
from game.ui.widgets.gauges import Column
from game.ui.widgets.looks import Control, Drawn, Sheet
from game.ui.widgets.words import heading, label, part, picture

MOODS = ("hostile", "cold", "cool", "divided", "warm", "solid")
"""From worst to best: what a poll is told as."""
GROUP_ICONS = {
    "fishing-towns": "g:fishing-boat",
    "exporters": "g:cargo-ship",
    "party": "users",
    "wide-centre": "landmark",
    "services": "shield-check",
}


class HomeFrontScreen(LookUp):
    """The chosen group's memory is open; which one is the window's own affair."""

    name, own = "The home front", "home_front"

    def build(self, ctx: Context) -> Node:
        page = self.seat.session.home_front()
        open_id = str(ctx.local("group", page.groups[0].id if page.groups else ""))
        groups = Node(
            Role.LIST,
            "Groups at home",
            id="groups",
            box=Box(gap=8),
            children=[_group(ctx, group, group.id == open_id) for group in page.groups],
        )
        left = column(heading("If the country voted tonight"), _vote(ctx, page), groups, gap=10)
        right = self._board(ctx, page)
        if ctx.fold is Fold.ONE:
            body = column(left, right, gap=16)
        else:
            body = row(
                scroll("groups-side", left, name="Groups at home", share=9, min_h=200),
                scroll("board-side", right, name="Mandate and press", share=5, min_h=200),
                gap=20,
                grow=1,
            )
        return self.frame(
            ctx,
            body,
            title="The home front",
            keys=(("Tab", "Next group"),),
            primary=primary("Back to work", Do("back")),
        )

    def _board(self, ctx: Context, page: HomeFront) -> Node:
        session = self.seat.session
        press = session.morning().paper if session.beat == Beat.MORNING else None
        mandate = column(
            part(page.party.upper(), styles.DOCUMENT_CAPS),
            hair("rule", room=3),
            part(page.mandate, styles.DOCUMENT_HEAD),
            part(page.mandate_text, styles.DOCUMENT_BESIDE),
            *(_tick(tick) for tick in page.objectives),
            gap=6,
            pad=pad(14, 18),
            role=Role.GROUP,
            paint=Sheet("paper", 17, under=False, lift=2),
        )
        facts = column(
            row(
                picture("newspaper", "paper", 18), label(page.press, styles.ink(styles.BODY, "paper"), share=1), gap=10
            ),
            row(
                picture("banknote", "paper", 18), label(page.income, styles.ink(styles.BODY, "paper"), share=1), gap=10
            ),
            gap=4,
            pad=pad(4, 6),
        )
        pinned = clipping(press) if press is not None else None
        return column(mandate, pinned, facts, gap=14, pad=pad(18, 18), grow=1, paint=Drawn(_cork, ("cork",)))


def _vote(ctx: Context, page: HomeFront) -> Node:
    """The whole: a figure, since it is polled and published, and the groups as wide as their share of the vote."""
    figure, _, rest = page.line.partition(" ")
    columns = [
        Column(g.name, g.share, (MOODS.index(g.mood) + 1) / (len(MOODS) + 1), g.mood, GROUP_ICONS.get(g.id, "users"))
        for g in page.groups
    ]
    told = ". ".join(f"{g.name}, {g.share} % of the vote: {g.mood}, {g.trend}" for g in page.groups)
    picture_ = charts.columns("shares", "Groups by their share of the vote", columns, told=told, min_h=104)
    under = Node(
        Role.PART,
        box=Box(Kind.ROW, gap=5),
        children=[
            part(f"{g.share} %", styles.CAPTION, align=Align.CENTRE, share=g.share, wrap=True) for g in page.groups
        ],
    )
    chart = column(picture_, under, gap=4, share=4)
    words = column(
        part(figure, styles.ink(styles.BOOK_HEAD, "brass"), wrap=False),
        part(f"{rest}.", styles.CAPTION),
        part("The line is half of a group.", styles.CAPTION) if ctx.fold >= Fold.MEDIUM else None,
        share=1,
        min_w=ctx.em(120),
        role=Role.STATUS,
        name=plain(page.line),
    )
    if ctx.fold is Fold.ONE:
        return cards.card(words, chart, gap=12)
    return cards.card(row(words, chart, gap=18, align=Align.CENTRE), padding=14)


def _group(ctx: Context, group: Group, is_open: bool) -> Node:
    icon, word = TREND_SIGNS[group.trend]
    tone = {"falling": "bad", "slipping": "bad", "rising": "good", "climbing": "good"}.get(word, "mute")
    mood = column(
        part(group.mood, styles.ink(styles.ROW, "ink"), wrap=False),
        row(picture(icon, tone, 16), part(word, styles.ink(styles.CAPTION, tone), wrap=False), gap=6),
        min_w=ctx.em(92),
    )
    cause = f"Because {group.because}." if group.because else "Nothing has moved it of late."
    words = column(part(group.name, styles.CARD), part(cause, styles.CAPTION), share=1)
    tastes = Node(Role.PART, box=Box(Kind.WRAP, gap=6, line_gap=4, share=1), children=_tastes(group))
    sign = picture(GROUP_ICONS.get(group.id, "users"), "soft", 30)
    top = row(sign, words, mood, tastes if ctx.fold >= Fold.MEDIUM else None, gap=14, align=Align.CENTRE)
    lever = row(
        picture("hourglass" if not group.pulled else "triangle-alert", "warn", 16),
        part(
            f"**It does so now.** {group.lever}" if group.pulled else group.lever,
            styles.ink(styles.CAPTION, "warn" if group.pulled else "soft"),
            share=1,
        ),
        gap=8,
    )
    inside = [top]
    if is_open or group.pulled or ctx.fold is Fold.WIDE:
        inside.append(lever)
    if is_open:
        if ctx.fold < Fold.MEDIUM:
            tastes.box = Box(Kind.WRAP, gap=6, line_gap=4)
            inside.append(tastes)
        inside.append(
            row(picture("history", "brass", 16), part(group.remembers, styles.ink(styles.SAID, "soft"), share=1), gap=8)
        )
    spoken = (
        f"{cause} {group.lever} Likes {', '.join(group.likes)}. Dislikes {', '.join(group.dislikes)}. {group.remembers}"
    )
    return Node(
        Role.LIST_ITEM,
        group.name,
        value=f"{group.mood}, {word}",
        description=plain(spoken),
        id=f"group-{group.id}",
        focusable=True,
        selected=is_open,
        action=Local("group", "" if is_open else group.id),
        paint=Control("row", is_open, 12),
        box=Box(gap=6, pad=pad(8, 16)),
        children=inside,
    )


def _tastes(group: Group) -> list[Node]:
    return [
        *(_silent(chip(word, "thumbs-up", "good")) for word in group.likes),
        *(_silent(chip(word, "thumbs-down", "bad")) for word in group.dislikes),
    ]


def _silent(node: Node) -> Node:
    node.role, node.name = Role.PART, ""
    return node


def _tick(tick: Tick) -> Node:
    icon, ink, word = (
        ("circle-check", "kept", "as things stand, met") if tick.held else ("circle", "pen-soft", "not yet")
    )
    return row(
        picture(icon, ink, 18),
        column(
            part(tick.text, styles.DOCUMENT_BESIDE),
            part(f"{word}; {tick.judged}", styles.ink(styles.CAPTION, ink)),
            share=1,
        ),
        gap=10,
        role=Role.TEXT,
        name=plain(tick.text),
        description=f"{word}; {tick.judged}",
    )


def _cork(surface: pygame.Surface, rect: Any, theme: Any, scale: float) -> None:
    rect = pygame.Rect(*rect)
    surface.blit(paper.board(rect.size, theme, "cork", 12), rect)
