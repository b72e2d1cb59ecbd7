"""The window's way in: which screen comes first, and where things are kept.

Only what the first frame needs is imported here; scenarios, the compiler and the map are read once it stands.
"""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

from game.printable import printable

if TYPE_CHECKING:
    from game.authoring import Loaded
    from game.ui.app import App
    from game.ui.screen import Screen
    from game.ui.screens.parts.library import Library

SIZE = (1280, 720)
UNSEEN = ("offscreen", "dummy")
"""Drivers that SDL falls back to without a display: a window nobody could see, unless it was asked for by name."""


def run(
    *,
    scenarios: Path,
    saves: Path,
    scenario: str | None = None,
    length: str | None = None,
    seed: int | None = None,
    difficulty: str = "standard",
    resume: Path | None = None,
    theory: str = "",
) -> int:
    """Open the window and play until it is closed; the exit code. Raises OSError when no window can be opened."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before the first screen brings pygame in
    from game.folders import cache_folder, settings_file
    from game.ui.screens.parts.library import Library

    library = Library(scenarios, saves, cache_folder(), theory=theory)
    first = first_screen(library, scenario=scenario, length=length, seed=seed, difficulty=difficulty, resume=resume)
    app = window(first, settings_file().parent)
    try:
        app.run()
    finally:
        _close()
    return 0


def window(first: Screen, folder: Path | None) -> App:
    """The window with its first screen, not drawn yet. Raises OSError when none can be opened."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    import pygame

    from game.ui.app import App

    try:
        app = App(first, size=SIZE, folder=folder)
    except pygame.error as why:
        raise OSError(str(why)) from None
    driver = pygame.display.get_driver()
    if driver in UNSEEN and os.environ.get("SDL_VIDEODRIVER") != driver:
        pygame.quit()
        raise OSError("no display was found")
    _collect_seldom()
    return app


def _collect_seldom() -> None:
    """What is loaded stays.  A page is some thousand small nodes: to look for cycles among them at every key took a sixth of a redraw."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def _close() -> None:
    import pygame

    pygame.quit()


def first_screen(
    library: Library,
    *,
    scenario: str | None = None,
    length: str | None = None,
    seed: int | None = None,
    difficulty: str = "standard",
    resume: Path | None = None,
) -> Screen:
    """The title; or at once the play that was asked for, and where that cannot be, the title with the reason."""
    from game.ui.screens.title import TitleScreen

    if resume is not None:
        return _resumed(library, resume, scenario)
    if scenario is None:
        return TitleScreen(library)
    loaded = _loaded(library, scenario)
    if loaded is None:
        return TitleScreen(library, f"The scenario “{scenario}” cannot be played; “check” says why.")
    if length is None:
        from game.ui.screens.chooser import ChooserScreen

        return ChooserScreen(library, loaded.texts.id)
    return _begun(library, loaded, length, seed, difficulty)


def _begun(library: Library, loaded: object, length: str, seed: int | None, difficulty: str) -> Screen:
    import secrets

    from game.play.journal import JournalError
    from game.ui.screens.chooser import begin
    from game.ui.screens.shell import Seat, next_screen
    from game.ui.screens.title import TitleScreen

    try:
        drawn = secrets.randbelow(1_000_000) if seed is None else seed
        session = begin(loaded, library, seed=drawn, length=length, difficulty=difficulty)  # type: ignore[arg-type]
    except JournalError as why:
        return TitleScreen(library, str(why))
    return next_screen(Seat(session, library))


def _loaded(library: Library, scenario: str) -> Loaded | None:
    """By its name, or from the folder that was typed."""
    folder = Path(scenario)
    return library.load(folder.resolve().name, folder) if folder.is_dir() else library.load(scenario)


def _resumed(library: Library, path: Path, scenario: str | None) -> Screen:
    """A play names its scenario, but not where that lies: one from elsewhere is found only by whoever types its folder."""
    from game.play import journal
    from game.play.session import Session
    from game.ui.screens.shell import Seat, next_screen
    from game.ui.screens.title import TitleScreen

    try:
        name = scenario or journal.read(path).header.scenario
        if scenario is None and name not in {folder.name for folder in library.folders()}:
            return TitleScreen(
                library, f"{path.name} is a play of the scenario “{printable(name)}”, which is not among those here."
            )
        loaded = _loaded(library, name)
        if loaded is None:
            return TitleScreen(library, f"The scenario “{printable(name)}” cannot be played; “check” says why.")
        return next_screen(Seat(Session.resume(loaded, path), library))
    except journal.JournalError as why:
        return TitleScreen(library, str(why))
