"""Settings of the window: theme, text size, motion, full screen. Each change shows at once and is kept."""

from __future__ import annotations

from dataclasses import replace

from game.ui.geometry import Align
from game.ui.screen import Answer, Change, Context, Do, Pop, Screen
from game.ui.settings import SCALES
from game.ui.tree import Node
from game.ui.widgets import styles
from game.ui.widgets.boxes import column
from game.ui.widgets.buttons import primary, switch
from game.ui.widgets.cards import card
from game.ui.widgets.choices import Option, chips, radio_rows
from game.ui.widgets.frame import TopBar, desk
from game.ui.widgets.words import caps, label

THEMES = (
    Option("slate", "Night desk", "Dark blue room, warm paper."),
    Option("paper", "Day desk", "A light room for bright places."),
    Option("contrast", "High contrast", "Near black, brighter lines and words."),
)


class SettingsScreen(Screen):
    """What is set is in the context, and every change goes back as `Change`; `can_speak` says there is a voice."""

    name = "Settings"

    def __init__(self, can_speak: bool = False) -> None:
        self.can_speak = can_speak

    def build(self, ctx: Context) -> Node:
        now = ctx.settings
        sizes = tuple(Option(f"{scale:g}", f"{round(scale * 100)} %") for scale in SCALES)
        body = column(
            card(caps("Light", icon="sun"),
                 radio_rows("theme", "Light", THEMES, now.theme, lambda id: Change(replace(now, theme=id)))),
            card(caps("Text size", icon="type"),
                 chips("size", "Text size", sizes, f"{now.text_scale:g}",
                       lambda id: Change(replace(now, text_scale=float(id)))),
                 label("**Ctrl +** and **Ctrl −** do the same on every page.", styles.CAPTION)),
            card(caps("Motion and window", icon="settings"),
                 switch("Less motion", now.reduced_motion, Change(replace(now, reduced_motion=not now.reduced_motion)),
                        id="motion", note="pages change at once"),
                 switch("Full screen", now.fullscreen, Change(replace(now, fullscreen=not now.fullscreen)), id="full",
                        note="F11"),
                 switch("Read aloud", now.speech, Change(replace(now, speech=not now.speech)), id="speech",
                        note="says what has the focus") if self.can_speak else None),
            gap=14, max_w=ctx.em(760), self_align=Align.CENTRE,
        )
        return desk(ctx, self.name, body, top=TopBar("Good Offices", "how the window looks and speaks",
                                                     title="Settings"),
                    keys=(("Tab", "Next"), ("Esc", "Back")), primary=primary("Done", Do("back")))

    def on(self, action: object) -> Answer:
        return Pop()
