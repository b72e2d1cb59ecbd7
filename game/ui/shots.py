"""Every screen as a picture, from one fixed play and without a window: what a reviewer looks through.

The play goes by an automatic player from a fixed seed, so that the same game draws the same pictures.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pygame

from game.folders import SCENARIOS, cache_folder
from game.play.pages import Beat
from game.play.session import Session
from game.ui.compose import render
from game.ui.screen import Do, Screen
from game.ui.screens.chooser import ChooserScreen
from game.ui.screens.menu import MenuScreen
from game.ui.screens.parts.library import Library
from game.ui.screens.plays import PlaysScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.shell import SHELF, Seat, next_screen, open_screen
from game.ui.screens.title import TitleScreen

SCENARIO, SEED, PLAYER, LENGTH = "narrow-sea", 7, "steadfast", "full"
STARTED = "2031-04-14"
KINDS, MOST_PLAYS = {"quiet", "crisis"}, 9


def shots(out: Path, *, size: tuple[int, int] = (1280, 720), theme: str = "slate", scale: int = 100) -> list[Path]:
    """Draw every screen into `out`; `scale` is the text size in percent. The files written, in the order of a play."""
    written: list[Path] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, screen) in enumerate(scenes(Path(folder)), 1):
            path = out / f"{number:02}-{name}.png"
            pygame.image.save(render(screen, size, theme, scale / 100), path)
            written.append(path)
    return written


def scenes(saves: Path) -> Iterator[tuple[str, Screen]]:
    """Name and screen, each drawn before the play goes on. `saves` is an empty folder for the play's own file."""
    library = Library(SCENARIOS, saves, cache_folder())
    loaded = library.load(SCENARIO)
    if loaded is None:
        raise ValueError(f"the scenario {SCENARIO} cannot be played")
    yield "title-new", TitleScreen(library)
    session = Session.new(loaded, saves / "narrow-sea-1.jsonl", seed=SEED, length=LENGTH, started=STARTED)
    seat = Seat(session, library, patient=True)
    yield "chooser", ChooserScreen(library)
    yield from _first_turn(seat)
    yield "title", TitleScreen(library)
    yield "plays", PlaysScreen(library)
    yield "settings", SettingsScreen()
    drawn: set[str] = set()
    yield from _campaign(seat, drawn)
    for seed in range(SEED + 1, SEED + MOST_PLAYS):  # what this play had none of
        if not drawn >= KINDS:
            other = Session.new(loaded, None, seed=seed, length=LENGTH, started=STARTED)
            yield from _campaign(Seat(other, library, patient=True), drawn)
    yield from _end(seat)


def _first_turn(seat: Seat) -> Iterator[tuple[str, Screen]]:
    morning = next_screen(seat)
    yield "first-morning", morning
    morning.on(Do("greeted"))
    yield "morning", morning
    desk = open_screen("desk", seat)
    yield "desk-before", desk
    option = next(option for option in seat.session.desk().options if option.says and not option.why_not)
    desk.on(Do("act", option.id))
    yield "desk", desk
    desk.on(Do("compose", option.says[0].to))
    yield "word", desk
    desk.on(Do("back"))
    desk.on(Do("plan"))
    yield "programme", desk
    desk.on(Do("planned"))
    desk.on(Do("send"))
    after = open_screen("after", seat)
    yield "morning-after-first", after
    after.on(Do("all"))
    yield "morning-after", after


def _campaign(seat: Seat, drawn: set[str]) -> Iterator[tuple[str, Screen]]:
    """On to the end, showing the first of each kind of turn, the first handover and the shelf after it."""
    session = seat.session
    while session.beat != Beat.CLOSED:
        if session.beat == Beat.HANDOVER:
            if "handover" not in drawn:
                yield "election", open_screen("election", seat)
                yield "handover", open_screen("handover", seat)
                drawn.add("handover")
            session.hand_over(session.by_policy(PLAYER))  # type: ignore[arg-type]
            continue
        morning, wish = session.morning(), session.by_policy(PLAYER)
        seat.change(wish)  # type: ignore[arg-type]
        kind = "quiet" if morning.cable is None else "crisis" if morning.crisis is not None else ""
        if kind and kind not in drawn:
            drawn.add(kind)
            yield from _turn(seat, kind)
        if "shelf" not in drawn and "handover" in drawn:
            drawn.add("shelf")
            yield from _shelf(seat)
        seat.send()


def _turn(seat: Seat, kind: str) -> Iterator[tuple[str, Screen]]:
    yield f"{kind}-morning", next_screen(seat)
    if kind == "crisis":
        yield "crisis-ladder", open_screen("crisis", seat)
        yield "crisis-desk", open_screen("desk", seat)


def _shelf(seat: Seat) -> Iterator[tuple[str, Screen]]:
    yield "desk-later", open_screen("desk", seat)
    for _, _, name in SHELF:
        yield name.replace("_", "-"), MenuScreen(seat) if name == "menu" else open_screen(name, seat)


def _end(seat: Seat) -> Iterator[tuple[str, Screen]]:
    yield "closing", open_screen("closing", seat)
    yield "ranking", open_screen("ranking", seat)
    seat.session.rank([state.id for state in seat.session.states])
    yield "take-back", open_screen("take_back", seat)
    seat.session.take_back(0)
    opened = open_screen("debrief", seat)
    yield "debrief", opened
    opened.on(Do("page", "why"))
    yield "debrief-why", opened
    opened.on(Do("page", "theory"))
    opened.on(Do("theory", "no-audience-costs"))
    yield "debrief-theory", opened
