"""What every screen of a play shares: the seat, the way from one screen to the next, the top bar and the shelf's keys.

Screens are found by name and imported when they are first opened, so that the window's first frame waits for none of
them. No rule is known here; the session says where the play stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from game.play.draft import Draft, DraftError, Passing
from game.play.pages import After, Beat, State
from game.play.session import Session
from game.ui.geometry import Box
from game.ui.screen import Answer, Context, Do, Fold, Pop, Push, Replace, Reset, Screen
from game.ui.screens.parts.charts import ChartRoom
from game.ui.screens.parts.library import Library
from game.ui.screens.parts.states import seal_key
from game.ui.tree import Node, Role
from game.ui.widgets import sheets, words
from game.ui.widgets.buttons import primary as brass
from game.ui.widgets.frame import TopBar, desk

SCREENS = {
    "menu": "MenuScreen",
    "morning": "MorningScreen",
    "quiet": "QuietScreen",
    "crisis": "CrisisScreen",
    "desk": "DeskScreen",
    "after": "AfterScreen",
    "home_front": "HomeFrontScreen",
    "book": "BookScreen",
    "dossier": "DossierScreen",
    "playbook": "PlaybookScreen",
    "glossary": "GlossaryScreen",
    "help": "HelpScreen",
    "map": "MapScreen",
    "election": "ElectionScreen",
    "handover": "HandoverScreen",
    "closing": "ClosingScreen",
    "ranking": "RankingScreen",
    "take_back": "TakeBackScreen",
    "debrief": "DebriefScreen",
}
"""File under game/ui/screens -> its class. All are made from a seat."""

SHELF = (
    ("F1", "Glossary", "glossary"),
    ("B", "Pledge book", "book"),
    ("D", "Dossiers", "dossier"),
    ("M", "Map", "map"),
    ("H", "What now?", "help"),
    ("J", "Home front", "home_front"),
    ("P", "Playbook", "playbook"),
    ("F10", "Menu", "menu"),
)
"""What is always reachable: key, words, screen."""

_TOLD_BELOW = {Fold.WIDE: 6, Fold.MEDIUM: 5, Fold.NARROW: 4, Fold.ONE: 3}


class Seat:
    """One open play, handed to every screen of it. The draft lives here, so that looking things up loses nothing."""

    def __init__(self, session: Session, library: Library, *, patient: bool = False) -> None:
        self.session, self.library = session, library
        self.chart = ChartRoom(library.cache, patient)
        self.draft: Draft | None = None
        self.passing: Passing | None = None
        self.seen: set[str] = set()
        self.place = ""

    @property
    def loaded(self) -> Any:
        return self.session.loaded

    @property
    def texts(self) -> Any:
        return self.session.texts

    @property
    def home(self) -> State:
        return self.session.status().home

    def reply(self) -> Draft:
        """The reply as it stands, begun if it is not."""
        if self.draft is None:
            self.draft = self.session.draft()
        return self.draft

    def change(self, draft: Draft) -> None:
        self.draft = draft

    def send(self) -> After:
        """Submit the reply. Raises DraftError, and then the draft is kept. The cable's place stays known for the morning after."""
        cable = self.session.morning().cable
        page = self.session.submit(self.reply())
        self.place = cable.place if cable is not None else ""
        self.draft = None
        return page

    def undo(self) -> None:
        """Back to before the last decision. Raises DraftError when it stands."""
        self.session.undo()
        self.draft = self.passing = None

    def news(self) -> str:
        """What the play's file has to tell, once: what was repaired in it, or why nothing more is being kept."""
        told = [words for words in (self.session.notice, self.session.saved) if words and self.first_time(words)]
        return " ".join(dict.fromkeys(told))

    def first_time(self, what: str) -> bool:
        """True once for each thing named."""
        new = what not in self.seen
        self.seen.add(what)
        return new


def open_screen(name: str, seat: Seat, *args: Any) -> Screen:
    """The screen of that name. Raises KeyError for a name that is not in SCREENS."""
    made: Screen = getattr(import_module(f"game.ui.screens.{name}"), SCREENS[name])(seat, *args)
    return made


def next_screen(seat: Seat) -> Screen:
    """Where the play stands now."""
    beat = seat.session.beat
    if beat == Beat.HANDOVER:
        return open_screen("election", seat)
    if beat == Beat.CLOSED:
        return open_screen("closing", seat)
    return open_screen("morning" if seat.session.morning().cable is not None else "quiet", seat)


class SeatScreen(Screen):
    """A screen of a play. Subclasses build with `self.frame(...)` and end their `on` with `return super().on(action)`."""

    shelf = True
    turn = False
    """A screen of the turn: Esc opens the menu, and undo is offered."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat
        self.trouble = seat.news()

    def poll(self) -> bool:
        return self.seat.chart.poll()

    def frame(
        self,
        ctx: Context,
        body: Node,
        *,
        title: str = "",
        beat: int | None = None,
        skipped: frozenset[int] = frozenset(),
        primary: Node | None = None,
        second: Node | None = None,
        note: str = "",
        keys: Sequence[tuple[object, ...]] = (),
        status: Any = None,
    ) -> Node:
        """The whole screen: top bar, body, foot. `keys` are the screen's own hints; the shelf's follow as room allows."""
        now = status or self.seat.session.status()
        links = self._links(ctx) if self.shelf else ()
        detail = now.line if ctx.fold >= Fold.MEDIUM else _short(now.line)
        top = TopBar(
            now.date,
            detail,
            seal_key(now.home),
            now.home.seal,
            beat,
            skipped,
            title,
            now.capital,
            now.capital_most,
            links,
        )  # type: ignore[arg-type]
        told, silent = self._keys(ctx, keys)
        root = desk(ctx, self.name, body, top=top, keys=told, note=note, primary=primary, second=second)
        root.children[0].children += silent
        if self.trouble:
            ctx.float(self._trouble_sheet(ctx))
        return root

    def on(self, action: object) -> Answer:
        match action:
            case Do("go", name):
                return Push(open_screen(name, self.seat))
            case Do("undo"):
                return self._undo()
            case Do("leave"):
                return leave(self.seat)
            case Do("trouble-read"):
                self.trouble = ""
            case Do("back") if self.trouble:
                self.trouble = ""
            case Do("back") if self.turn:
                return Push(open_screen("menu", self.seat))
            case Do("back"):
                return Pop()
        return None

    def _undo(self) -> Answer:
        try:
            self.seat.undo()
        except DraftError as why:
            self.trouble = str(why)
            return None
        return Replace(next_screen(self.seat))

    def _links(self, ctx: Context) -> tuple[tuple[str, str, object, str], ...]:
        """The bar's pictures; the narrow bar keeps the menu, which leads to the rest."""
        menu = ("menu", "Menu", Do("go", "menu"), "F10")
        if ctx.fold <= Fold.NARROW:
            return (("book-marked", "Pledge book", Do("go", "book"), "B"), menu) if ctx.fold is Fold.NARROW else (menu,)
        return (("map", "Map", Do("go", "map"), "M"), ("book-marked", "Pledge book", Do("go", "book"), "B"), menu)

    def _keys(self, ctx: Context, own: Sequence[tuple[object, ...]]) -> tuple[list[tuple[object, ...]], list[Node]]:
        """The hints at the foot, and silent nodes for the keys there is no room to tell of."""
        barred = {key for _, _, _, key in self._links(ctx)} if self.shelf else set()
        told, silent = list(own), []
        for key, name, screen in SHELF if self.shelf else ():
            if key in barred:
                continue
            if len(told) < _TOLD_BELOW[ctx.fold]:
                told.append((key, name, Do("go", screen)))
            else:
                silent.append(key_only(key, Do("go", screen)))
        if self.turn:
            silent.append(key_only("Ctrl+Z", Do("undo")))
        return told, silent

    def _trouble_sheet(self, ctx: Context) -> Node:
        return sheets.sheet(
            ctx,
            "A word from the registry",
            words.label(self.trouble),
            back=Do("back"),
            primary=brass("Go on", Do("trouble-read"), id="trouble-read"),
            width=620,
        )


def key_only(key: str, action: object) -> Node:
    """A key that works without a place of its own; the menu tells of it."""
    return Node(Role.PART, id=f"key-{key}", key=key, action=action, box=Box(width=0, height=0))


def leave(seat: Seat) -> Answer:
    """Back to the title; the journal has everything."""
    from game.ui.screens.title import TitleScreen

    return Reset(TitleScreen(seat.library))


def _short(line: str) -> str:
    """ "20 October · first term, season 7 of 8" -> "Season 7 of 8"; "Crisis, fortnight 2 of 5 at most · ..." -> "Fortnight 2 of 5"."""
    told = line if " term, " in line else line.partition(" · ")[0]
    last = told.rpartition(", ")[2].removesuffix(" at most")
    return last[:1].upper() + last[1:]
