"""The plays kept on this machine, the last played first."""

from __future__ import annotations

from game.ui.geometry import Align
from game.ui.screen import Answer, Context, Do, Pop, Push, Screen
from game.ui.screens.parts.library import Library
from game.ui.screens.title import TitleScreen, resume
from game.ui.tree import Node
from game.ui.widgets.boxes import column
from game.ui.widgets.buttons import primary
from game.ui.widgets.frame import TopBar, desk
from game.ui.widgets.lists import item_list, list_row
from game.ui.widgets.words import heading

_NAMES = {"taster": "a taster", "class": "a lesson", "full": "full length"}


class PlaysScreen(Screen):
    name = "Plays"

    def __init__(self, library: Library) -> None:
        self.library = library
        self.title = TitleScreen(library)

    def build(self, ctx: Context) -> Node:
        rows = [
            list_row(
                f"play-{i}",
                self.title.line(play),
                f"{play.path.name}, begun {play.started or 'on a day not noted'}{f'; {play.theory}' if play.theory else ''}",
                Do("play", str(i)),
                icon="file-text",
                key=str(i + 1) if i < 9 else "",
                side=_NAMES.get(play.length, play.length),
            )
            for i, play in enumerate(self.title.plays)
        ]
        body = column(
            heading("Which play do you go on with?"),
            item_list("plays", self.name, rows),
            gap=14,
            max_w=ctx.em(860),
            self_align=Align.CENTRE,
        )
        return desk(
            ctx,
            self.name,
            body,
            top=TopBar("Good Offices", "kept on this machine", title="Plays"),
            keys=(("1-9", "Open"), ("Esc", "Back")),
            primary=primary("Back", Do("back")),
        )

    def on(self, action: object) -> Answer:
        match action:
            case Do("play", number):
                answer = resume(self.library, self.title.plays[int(number)])
                return Push(answer.screen) if isinstance(answer, Push) else answer
            case Do("back"):
                return Pop()
        return None
