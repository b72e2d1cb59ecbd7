"""The debrief's screen: its seven pages in the order a debriefing wants them, and the report to keep.

Files first, the total late: what was done is looked at before it is judged, and by which theory comes last.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.insight.debrief import Debrief
from game.insight.unseal import debrief_of
from game.play.journal import JournalError
from game.ui.screen import Answer, Context, Do, Fold, Push
from game.ui.screens.debrief import account, files, home, ledger, theory, unseen, why
from game.ui.screens.debrief.keeping import Keeping
from game.ui.screens.debrief.view import View
from game.ui.screens.parts.shelf import middle
from game.ui.screens.shell import Seat, SeatScreen, open_screen
from game.ui.tree import Node
from game.ui.widgets import sheets, styles
from game.ui.widgets.boxes import column
from game.ui.widgets.buttons import button, primary
from game.ui.widgets.choices import Option, chips, tabs
from game.ui.widgets.words import heading, label

PAGES: tuple[tuple[str, str, str, Callable[[Context, View], Node]], ...] = (
    ("files", "Files", "Open the files", files.page),
    ("why", "Why", "Why it moved", why.page),
    ("unseen", "Unseen", "What could not be seen", unseen.page),
    ("book", "Book", "The book’s life", ledger.page),
    ("home", "Home", "At home", home.page),
    ("account", "Verdict", "The verdict", account.page),
    ("theory", "Theory", "By which theory", theory.page),
)
"""Id, tab, what the brass button calls it, builder."""


class DebriefScreen(SeatScreen):
    """`page` is the open page, `of` the observer, `dimension` the belief in front, `opened` what a page has open."""

    name = "The files are opened"
    shelf = False

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.page, self.of, self.dimension, self.opened = 0, 0, "reliability", ""
        self.keeping, self.told_of = Keeping(), ""
        self.missing = ""
        self.debrief: Debrief | None = None
        try:
            self.debrief = debrief_of(seat.session)
        except JournalError as why_not:
            self.missing = str(why_not)

    def poll(self) -> bool:
        return self.keeping.poll() or super().poll()

    def build(self, ctx: Context) -> Node:
        if self.debrief is None:
            body = middle(ctx, 700, heading("There is nothing to open"), label(self.missing, styles.BODY))
            return self.frame(ctx, body, title=self.name, primary=primary("Back to the title", Do("leave")))
        if self.keeping.state in ("written", "failed") and self.told_of != self.keeping.told:
            ctx.float(
                sheets.sheet(
                    ctx,
                    "The report",
                    label(self.keeping.told, styles.STRONG_BODY),
                    back=Do("back"),
                    width=720,
                    primary=primary("Go on", Do("read"), id="report-read"),
                )
            )
        options = [Option(id, tab) for id, tab, _, _ in PAGES]
        pick = lambda id: Do("page", id)  # noqa: E731
        heads = (
            chips("pages", "Pages of the debrief", options, PAGES[self.page][0], pick, columns=3)
            if ctx.fold is Fold.ONE
            else tabs("pages", "Pages of the debrief", options, PAGES[self.page][0], pick)
        )
        view = View(self.debrief, self.of, self.dimension, self.opened)
        inside = PAGES[self.page][3](ctx, view)
        name, act = self._next()
        writing = self.keeping.state == "writing"
        report = button(
            "Writing the report" if writing else "Write the report",
            Do("report"),
            key="E",
            icon="download",
            id="report",
            enabled=not writing,
            why="It is being written.",
        )
        return self.frame(
            ctx,
            column(heads, inside, gap=12, grow=1),
            title="The files are opened",
            keys=(("Tab", "Next"), ("PgDn", "Further")),
            second=report,
            primary=primary(name, act),
        )

    def _next(self) -> tuple[str, object]:
        assert self.debrief is not None
        if self.page == 0 and self.of + 1 < len(self.debrief.files):
            return f"Next file, {self.debrief.observers[self.of + 1].short}", Do("of", str(self.of + 1))
        if self.page + 1 < len(PAGES):
            return PAGES[self.page + 1][2], Do("page", PAGES[self.page + 1][0])
        return "Back to the title", Do("leave")

    def on(self, action: object) -> Answer:
        match action:
            case Do("page", id):
                self.page = next(i for i, page in enumerate(PAGES) if page[0] == id)
                self.of, self.opened = (0 if self.page in (0, 1) else min(self.of, len(self._files) - 1)), ""
                return None
            case Do("of", id):
                self.of = int(id)
                return None
            case Do("dimension", id):
                self.dimension = id
                return None
            case Do("opened", what):
                self.opened = what
                return None
            case Do("theory", id) if self.debrief is not None:
                self.debrief = debrief_of(self.seat.session, id)
                return None
            case Do("report") if self.debrief is not None:
                self.keeping.begin(self.debrief, self._folder())
                return None
            case Do("read" | "back") if (
                self.keeping.state in ("written", "failed") and self.told_of != self.keeping.told
            ):
                self.told_of = self.keeping.told
                return None
            case Do("back") if not self.trouble:
                return Push(open_screen("menu", self.seat))
        return super().on(action)

    @property
    def _files(self) -> tuple[object, ...]:
        return self.debrief.files if self.debrief is not None else ()

    def _folder(self) -> Path:
        """Beside the plays, under the play's own name, and that of the theory where another judges."""
        path, debrief = self.seat.session.path, self.debrief
        assert debrief is not None
        name = path.stem if path is not None else f"{debrief.scenario}-{debrief.seed}"
        by = f"-{debrief.theory.id}" if debrief.judged is not None else ""
        return self.seat.library.saves / "debriefs" / f"{name}{by}"
