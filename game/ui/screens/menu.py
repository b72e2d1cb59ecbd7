"""The menu of a play: everything that can be looked up, settings, undo, and the way out."""

from __future__ import annotations

from game.ui.geometry import pad
from game.ui.screen import Answer, Context, Do, Fold, Pop, Push, Replace, Reset
from game.ui.screens.shell import SHELF, SeatScreen, next_screen, open_screen
from game.ui.tree import Node
from game.ui.widgets.boxes import column, grid
from game.ui.widgets.buttons import primary
from game.ui.widgets.lists import item_list, list_row
from game.ui.widgets.words import caps

_ABOUT = {
    "glossary": ("book-open", "Every word of the trade, in a sentence"),
    "book": ("book-marked", "What this state has promised, and its record"),
    "dossier": ("folder-open", "Each neighbour: what was seen and said"),
    "map": ("map", "Where things lie, and where they happened"),
    "help": ("circle-help", "What can be done now, from the private secretary"),
    "home_front": ("house", "The groups at home and what they want"),
    "playbook": ("layers", "Every initiative, with its price and limits"),
}


class MenuScreen(SeatScreen):
    """Holds nothing. What is chosen takes the menu's place, so that Esc leads back to the turn."""

    name = "Menu"
    shelf = False

    def build(self, ctx: Context) -> Node:
        shelf = [
            list_row(f"menu-{screen}", name, _ABOUT[screen][1], Do("open", screen), key=key, icon=_ABOUT[screen][0])
            for key, name, screen in SHELF
            if screen in _ABOUT
        ]
        why = self.seat.session.can_undo
        play = [
            list_row(
                "menu-undo",
                "Take back the last decision",
                why or "The same luck, another course",
                Do("undo"),
                key="Ctrl+Z",
                icon="undo-2",
                enabled=not why,
            ),
            list_row(
                "menu-settings",
                "Settings",
                "Light, text size, motion, full screen",
                Do("settings"),
                key="S",
                icon="settings",
            ),
            list_row("menu-leave", "Leave for the title", self._kept(), Do("leave"), key="L", icon="log-out"),
        ]
        body = grid(
            2 if ctx.fold >= Fold.NARROW else 1,
            column(caps("On the shelf", icon="book-open"), item_list("shelf", "On the shelf", shelf), gap=10),
            column(caps("This play", icon="play"), item_list("play", "This play", play), gap=10),
            gap=28,
            line_gap=20,
            pad=pad(10, max(0, (ctx.window[0] - 2 * ctx.margin - ctx.em(1080)) // 2)),
        )
        return self.frame(
            ctx, body, title="Menu", keys=(("Esc", "Back"),), primary=primary("Back to the desk", Do("back"))
        )

    def _kept(self) -> str:
        return self.seat.session.saved or "Every decision you sent is already kept"

    def on(self, action: object) -> Answer:
        match action:
            case Do("open", name):
                return Replace(open_screen(name, self.seat))
            case Do("settings"):
                from game.ui.screens.settings import SettingsScreen

                return Push(SettingsScreen())
            case Do("undo"):
                answer = super().on(action)
                return Reset(next_screen(self.seat)) if isinstance(answer, Replace) else answer
            case Do("back") if not self.trouble:
                return Pop()
        return super().on(action)
