"""The first sight: the ministry at night, and the few things one can begin with.

It reads the list of plays and nothing larger; scenarios are read beside it once it stands.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.ui.geometry import Align, Box, Kind, Pad, pad
from game.ui.screen import Answer, Context, Do, Fold, Push, Quit, Replace, Screen
from game.ui.tree import Node, Role
from game.ui.widgets import styles
from game.ui.widgets.boxes import column, row, scroll, spacer
from game.ui.widgets.buttons import hints, primary
from game.ui.widgets.lists import item_list, list_row
from game.ui.widgets.looks import Drawn, Hair, Panel, Seal
from game.ui.widgets.sheets import sheet
from game.ui.widgets.words import heading, label, part

if TYPE_CHECKING:
    from game.play.folders import Listed
    from game.ui.screens.parts.library import Library

SUBTITLE = "A training game of signals, pledges and long memory"
TITLE_WIDTH = 460
"""Of the name in its large size, at a text scale of one."""


def scene(surface: Any, rect: Any, theme: Any, scale: float) -> None:
    """The picture behind the title."""
    from game.ui.paint.scene import title_scene

    surface.blit(title_scene((rect[2], rect[3]), theme), (rect[0], rect[1]))


def moon_at(window: tuple[int, int]) -> int:
    """The left edge of the picture's moon: the picture covers the window and is cut at its left."""
    cover = max(window[0] / 1600, window[1] / 900)
    return round(712 * cover - (1600 * cover - window[0]))


class TitleScreen(Screen):
    """`notice` is told once in a sheet: why a play cannot be gone on with."""

    name = "Good Offices"

    def __init__(self, library: Library, notice: str = "") -> None:
        self.library, self.notice = library, notice
        self.plays = library.plays()
        self._told = library.ready

    def poll(self) -> bool:
        """Asked once the window stands: the scenarios are read beside it, and their names come into the list when they are."""
        self.library.warm()
        changed, self._told = self.library.ready and not self._told, self.library.ready
        return changed

    def build(self, ctx: Context) -> Node:
        roomy = ctx.window[1] / ctx.scale >= 700
        plated = ctx.fold is Fold.ONE
        side = min(ctx.em(100), ctx.window[0] // 14)
        entries = column(
            *self._head(ctx, roomy, plated, side),
            spacer(height=ctx.em(14) if roomy else 4),
            item_list("title", "Good Offices", self._rows(ctx), gap=10),
            spacer(height=6),
            self._hints(),
            gap=10 if roomy else 8,
            pad=pad(16, 20) if plated else Pad(),
            paint=Panel("night", lift=2) if plated else None,
            self_align=Align.START,
            max_w=ctx.em(500),
            min_w=min(ctx.em(380), ctx.window[0] - 80),
        )
        top = ctx.em(70) if ctx.window[1] / ctx.scale >= 820 else 22
        inside = scroll("body", entries, name=self.name, share=1, min_h=120, pad=Pad(top, side, 14, side))
        picture = Node(Role.PART, id="scene", paint=Drawn(scene, ("title",)))
        if self.notice:
            read = primary("Back to the title", Do("read"), id="read")
            told = label(self.notice)
            ctx.float(sheet(ctx, "That play cannot go on", told, back=Do("back"), primary=read, width=620))
        return Node(Role.SCREEN, self.name, id="screen", box=Box(Kind.STACK), children=[picture, inside])

    def _hints(self) -> Node:
        """On a plate, as what lies behind it is a picture."""
        told = hints(("F10", "Settings", Do("settings")), ("F11", "Full screen"), ("Esc", "Quit", Do("quit")))
        told.box = replace(told.box, pad=pad(4, 8), self_align=Align.START)
        told.paint = Panel("plate", radius=12, lift=0)
        return told

    def _head(self, ctx: Context, roomy: bool, plated: bool, side: int) -> list[Node]:
        """Name and subtitle. They keep clear of the moon, unless a plate lies between."""
        room = ctx.window[0] if plated else moon_at(ctx.window) - side - 16
        large = roomy and ctx.em(TITLE_WIDTH) <= room
        words = label(f"*{SUBTITLE}*", styles.ink(styles.SAID, "soft"), max_w=max(room, ctx.em(200)))
        name = heading("Good Offices", styles.TITLE if large else styles.BOOK_HEAD)
        if not roomy:
            return [name, words]
        seal = Node(Role.PART, box=Box(width=40, height=40, em=True), paint=Seal("home", "lighthouse"))
        line = Box(width=64, height=2, self_align=Align.START, em=True)
        return [
            row(seal, part("Ministry of Foreign Affairs", styles.SENTENCE, share=1), gap=12, align=Align.CENTRE),
            name,
            Node(Role.PART, box=line, paint=Hair("brass", 2)),
            words,
        ]

    def _rows(self, ctx: Context) -> list[Node]:
        entries = [("new", "New campaign", "Choose a scenario, a length and a seed")]
        if self.plays:
            entries.insert(0, ("continue", "Continue", self.line(self.plays[0])))
        if len(self.plays) > 1:
            entries.append(("plays", "Open another play", f"{len(self.plays)} are kept on this machine"))
        entries += [
            ("settings", "Settings", "Text size, light, motion, full screen"),
            ("quit", "Quit", "Every play is kept as it stands"),
        ]
        return [
            list_row(id, title, about, Do(id), key=str(i + 1) if i else "Enter", primary=not i)
            for i, (id, title, about) in enumerate(entries)
        ]

    def line(self, play: Listed) -> str:
        """ "The Narrow Sea, decision 7, Autumn 2033": what the journal tells, in the scenario's words once it is read."""
        loaded = self.library.held(play.scenario)
        title = loaded.texts.title if loaded is not None else play.scenario.replace("-", " ").title()
        taken = f"{play.turn} {'decision' if play.turn == 1 else 'decisions'} taken" if play.turn else "just begun"
        told = [title, taken]
        if loaded is not None:
            told.append(loaded.texts.season_name(play.at[0]))
        return ", ".join(told)

    def on(self, action: object) -> Answer:
        match action:
            case Do("continue"):
                return resume(self.library, self.plays[0])
            case Do("new"):
                from game.ui.screens.chooser import ChooserScreen

                return Push(ChooserScreen(self.library))
            case Do("plays"):
                from game.ui.screens.plays import PlaysScreen

                return Push(PlaysScreen(self.library))
            case Do("settings"):
                from game.ui.screens.settings import SettingsScreen

                return Push(SettingsScreen())
            case Do("back" | "read") if self.notice:
                self.notice = ""
            case Do("quit") | Do("back"):
                return Quit()
        return None


def resume(library: Library, play: Listed) -> Answer:
    """Go on with a play, or the title with the sentence why it cannot be."""
    from game.play.journal import JournalError
    from game.play.session import Session
    from game.ui.screens.shell import Seat, next_screen

    loaded = library.load(play.scenario)
    if loaded is None:
        return Replace(
            TitleScreen(library, f"The scenario “{play.scenario}” cannot be played now; its author’s check says why.")
        )
    try:
        session = Session.resume(loaded, play.path)
    except JournalError as why:
        return Replace(TitleScreen(library, str(why)))
    return Push(next_screen(Seat(session, library)))
