"""What can I do now?  The private secretary's answer, and the way to where each thing is done."""

from __future__ import annotations

from game.play.pages import Hint
from game.ui.geometry import Align, pad
from game.ui.screen import Answer, Context, Do, Pop, Replace
from game.ui.screens.parts.shelf import LookUp, middle
from game.ui.screens.parts.states import person
from game.ui.screens.shell import open_screen
from game.ui.tree import Node, Role, plain
from game.ui.widgets import people, styles
from game.ui.widgets.boxes import column, row
from game.ui.widgets.buttons import primary
from game.ui.widgets.lists import item_list, list_row
from game.ui.widgets.looks import Sheet
from game.ui.widgets.words import caps, label, part

WHERE = {
    "option": ("pen-line", "on the desk", ""),
    "word": ("quote", "on the desk", ""),
    "book": ("book-marked", "in the book", "book"),
    "programme": ("layers", "in the playbook", "playbook"),
    "dossier": ("folder-open", "in a dossier", "dossier"),
}
"""Where a hint is done: sign, words, screen; no screen is the desk, to which Esc leads back anyway."""


class HelpScreen(LookUp):
    """Holds nothing."""

    name, own = "What can I do now?", "help"

    def build(self, ctx: Context) -> Node:
        page = self.seat.session.help()
        secretary = person(page.secretary)
        about = "; ".join(words for words in (page.secretary.post, page.secretary.leaning) if words)
        who = column(part(secretary.name, styles.DOCUMENT_HEAD), part(about, styles.PRESS_TEXT), gap=0, share=1)
        note = column(
            row(
                people.portrait(secretary, 84),
                who,
                gap=18,
                align=Align.CENTRE,
                role=Role.TEXT,
                name=secretary.name,
                description=about,
            ),
            column(part(page.says, styles.ink(styles.HAND, "hand")), role=Role.TEXT, name=plain(page.says)),
            gap=12,
            pad=pad(20, 28),
            paint=Sheet(seed=11, under=False),
        )
        rows = [self._row(i, hint) for i, hint in enumerate(page.hints)]
        listed = (
            item_list("hints", "What can be done", rows)
            if rows
            else label("Nothing more than what lies on the desk.", styles.BODY)
        )
        body = middle(ctx, 840, note, caps("What can be done now", icon="list-checks"), listed)
        return self.frame(
            ctx, body, title="What can I do now?", keys=(("Tab", "Next"),), primary=primary("Back to work", Do("back"))
        )

    def on(self, action: object) -> Answer:
        match action:
            case Do("hint", where):
                screen = WHERE.get(where, ("", "", ""))[2]
                return Replace(open_screen(screen, self.seat)) if screen else Pop()
        return super().on(action)

    def _row(self, place: int, hint: Hint) -> Node:
        icon, where, _ = WHERE.get(hint.where, ("pen-line", "on the desk", ""))
        side = f"{where}; {hint.price}" if hint.price is not None else where
        return list_row(f"hint-{place}", hint.title, hint.text, Do("hint", hint.where), icon=icon, side=side)
