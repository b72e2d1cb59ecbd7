"""A new campaign: which scenario, how long, how hard, from which seed."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import date

from game.authoring import Loaded
from game.play import folders, journal
from game.play.session import Session
from game.ui.geometry import Align
from game.ui.screen import Answer, Context, Do, Fold, Pop, Replace, Screen
from game.ui.screens.parts.library import Library
from game.ui.screens.shell import Seat, next_screen
from game.ui.tree import Node
from game.ui.widgets import styles
from game.ui.widgets.boxes import column, hair, row, wrap
from game.ui.widgets.buttons import primary
from game.ui.widgets.cards import card, notice
from game.ui.widgets.choices import Option, radio_rows, segments
from game.ui.widgets.fields import text_line
from game.ui.widgets.frame import TopBar, desk
from game.ui.widgets.words import caps, heading, label, part, picture

LENGTHS = {
    "taster": ("Taster", "a first lesson: one term of four turns"),
    "class": ("Lesson", "three terms in one sitting; a turn is a year"),
    "full": ("Full", "three terms of eight seasons"),
}
DIFFICULTIES = (
    Option("gentle", "Gentle", "Reports are clearer than they are in life."),
    Option("standard", "Standard", "Reports mislead as often as they do in life."),
    Option("hard", "Hard", "Reports are thin, and advisers’ accounts stay closed."),
)
REWINDS = (
    Option("free", "Free", "A decision can be taken back at once; the debrief counts it."),
    Option("review-only", "At the end", "What is sent stands until the campaign is over."),
    Option("off", "Never", "What is sent is sent."),
)
MOST_DIGITS = 12


class ChooserScreen(Screen):
    """Scenario, length, difficulty, rewind and seed; an empty seed is drawn by lot."""

    name = "New campaign"

    def __init__(self, library: Library, scenario: str = "") -> None:
        self.library = library
        self.scenarios = library.all()
        self.id = scenario or (self.scenarios[0].texts.id if self.scenarios else "")
        self.difficulty, self.seed, self.trouble = "standard", "", ""
        self.length = self._best_length()
        self.rewind = self.scenario.texts.rewind if self.scenario else "review-only"

    @property
    def scenario(self) -> Loaded | None:
        return next((loaded for loaded in self.scenarios if loaded.texts.id == self.id), None)

    def _best_length(self) -> str:
        """A first play is a first lesson; who has played before goes for the whole."""
        known = [length.id for length in self.scenario.texts.lengths] if self.scenario else []
        wanted = "full" if self.library.plays() else "taster"
        return wanted if wanted in known else known[-1] if known else ""

    def build(self, ctx: Context) -> Node:
        chosen = self.scenario
        if chosen is None:
            body = column(
                notice(
                    "No scenario on this machine can be played. Its author can find out why with “check”.",
                    tone="bad",
                    icon="triangle-alert",
                )
            )
            return self._frame(ctx, body, primary("Back", Do("back")))
        about, terms = self._about(ctx, chosen), self._terms(ctx, chosen)
        body = column(about, terms, gap=18) if ctx.fold is Fold.ONE else row(about, terms, gap=24)
        if ctx.fold is not Fold.ONE:
            about.box, terms.box = (
                replace(node.box, share=share, self_align=Align.START) for node, share in ((about, 5), (terms, 6))
            )
        return self._frame(ctx, body, primary("Begin", Do("begin")))

    def _frame(self, ctx: Context, body: Node, act: Node) -> Node:
        return desk(
            ctx,
            self.name,
            body,
            top=TopBar("Good Offices", "a new play", title=self.name),
            keys=(("Tab", "Next"), ("Esc", "Back")),
            primary=act,
            note=self._note(),
        )

    def _note(self) -> str:
        length = next((x for x in self.scenario.texts.lengths if x.id == self.length), None) if self.scenario else None
        return f"About {length.minutes} minutes" if length else ""

    def _about(self, ctx: Context, chosen: Loaded) -> Node:
        texts = chosen.texts
        others = [Option(loaded.texts.id, loaded.texts.title) for loaded in self.scenarios]
        pick = (
            radio_rows("scenario", "Scenario", others, self.id, lambda id: Do("scenario", id))
            if len(others) > 1
            else None
        )
        aims = [row(picture("check", "brass", 18), part(aim, styles.BODY, share=1), gap=10) for aim in texts.objectives]
        return card(
            caps("Scenario", icon="compass"),
            pick,
            heading(texts.title, styles.BOOK_HEAD),
            label(texts.blurb, styles.SAID),
            hair(room=9),
            caps("What you practise", icon="graduation-cap"),
            *aims,
            gap=9,
            padding=22,
        )

    def _terms(self, ctx: Context, chosen: Loaded) -> Node:
        lengths = [
            Option(
                x.id,
                LENGTHS.get(x.id, (x.id.title(), ""))[0],
                f"About {x.minutes} minutes: {LENGTHS.get(x.id, ('', 'as its author set it'))[1]}.",
            )
            for x in chosen.texts.lengths
        ]
        hard = next(option for option in DIFFICULTIES if option.id == self.difficulty)
        back = next(option for option in REWINDS if option.id == self.rewind)
        return column(
            card(
                caps("Length", icon="hourglass"),
                radio_rows("length", "Length", lengths, self.length, lambda id: Do("length", id)),
                padding=18,
            ),
            card(
                _choice(
                    "Difficulty",
                    "scan-eye",
                    segments(
                        "difficulty", "Difficulty", DIFFICULTIES, self.difficulty, lambda id: Do("difficulty", id)
                    ),
                    hard.note,
                ),
                _choice(
                    "Taking back",
                    "undo-2",
                    segments("rewind", "Taking back", REWINDS, self.rewind, lambda id: Do("rewind", id)),
                    back.note,
                ),
                gap=14,
                padding=18,
            ),
            card(
                text_line(
                    ctx,
                    "seed",
                    "Seed",
                    self.seed,
                    lambda words: Do("type", "seed", words),
                    limit=MOST_DIGITS,
                    note="A number, if you want the same world as somebody else; empty for one drawn by lot.",
                ),
                padding=18,
            ),
            notice(self.trouble, tone="warn", icon="triangle-alert") if self.trouble else None,
            gap=14,
        )

    def on(self, action: object) -> Answer:
        match action:
            case Do("scenario", id):
                self.id = id
                self.length = self._best_length()
            case Do("length", id):
                self.length = id
            case Do("difficulty", id):
                self.difficulty = id
            case Do("rewind", id):
                self.rewind = id
            case Do("type", "seed", str(words)):
                self.seed = "".join(letter for letter in words if letter.isdigit())
            case Do("begin") if self.scenario is not None:
                return Replace(next_screen(self._seat(self.scenario)))
            case Do("back"):
                return Pop()
        return None

    def _seat(self, loaded: Loaded) -> Seat:
        seed = int(self.seed) if self.seed else secrets.randbelow(1_000_000)
        return Seat(
            begin(loaded, self.library, seed=seed, length=self.length, difficulty=self.difficulty, rewind=self.rewind),
            self.library,
        )


def begin(
    loaded: Loaded, library: Library, *, seed: int, length: str, difficulty: str = "standard", rewind: str = ""
) -> Session:
    """A new play with its file; one that cannot be kept is played all the same, and the session says so."""
    told = {
        "seed": seed,
        "length": length,
        "difficulty": difficulty,
        "rewind": rewind,
        "theory": library.theory,
        "started": date.today().isoformat(),
    }
    try:
        return Session.new(loaded, folders.new_path(library.saves, loaded.texts.id), **told)  # type: ignore[arg-type]
    except (folders.FolderError, journal.JournalError) as why:
        session = Session.new(loaded, None, **told)  # type: ignore[arg-type]
        session.notice = f"{why} This play is not being kept."
        return session


def _choice(name: str, icon: str, control: Node, note: str) -> Node:
    return column(
        wrap(caps(name, icon=icon), control, gap=16, line_gap=6, align=Align.CENTRE), label(note, styles.CAPTION), gap=4
    )
