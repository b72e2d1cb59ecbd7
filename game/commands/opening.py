"""Opening a play: a new one or one to go on with, from what was typed. The window opens its own; this serves the terminal."""

from __future__ import annotations

import secrets
import shlex
from datetime import date
from pathlib import Path

from game.authoring import Loaded, Refused, load
from game.commands.places import play_file, scenario_path, shipped, typed
from game.commands.theories import theory_id
from game.commands.trouble import Trouble, or_nearest
from game.play import folders, journal
from game.play.session import Session


def loaded(path: Path) -> Loaded:
    """The scenario, or one sentence that sends its author to `check`."""
    try:
        return load(path)
    except Refused as refused:
        count = len(refused.diagnostics)
        found = "is a mistake in it; this shows it" if count == 1 else f"are {count} mistakes in it; this lists them"
        raise Trouble(
            f"{path} cannot be played: there {found}: python main.py check {shlex.quote(str(path))}"
        ) from None
    except OSError as error:
        raise Trouble(f"{path} cannot be read: {error.strerror or error}.") from None


def known_length(content: Loaded, asked: str) -> str:
    """A length that the scenario has."""
    if asked not in content.lengths:
        raise Trouble(f"{content.texts.title} has no length “{asked}”: {or_nearest(asked, content.lengths)}")
    return asked


def resumed(file: Path, scenario: str | None = None) -> Session:
    """The play of a journal, where it was left."""
    path = play_file(file)
    try:
        name = scenario or journal.read(path).header.scenario
        if scenario is None and name not in shipped():
            raise Trouble(
                f"{path.name} is a play of the scenario “{name}”, which is not among those here: {', '.join(shipped())}. "
                f"If you have it, name its folder: python main.py play FOLDER --resume {shlex.quote(str(file))}"
            )
        return Session.resume(loaded(scenario_path(name)), path)
    except journal.JournalError as error:
        raise Trouble(str(error)) from None


def begun(
    scenario: str,
    *,
    length: str | None,
    seed: int | None,
    difficulty: str | None,
    theory: str | None,
    saves: Path | None,
) -> tuple[Session, str]:
    """A new play, and a sentence when it cannot be kept: then it is played all the same."""
    content = loaded(scenario_path(scenario))
    asked = known_length(content, length or "full")
    judged = theory_id(theory)
    trouble = ""
    path: Path | None = None
    try:
        path = folders.new_path(typed(saves) if saves else folders.saves(), content.texts.id)
    except folders.FolderError as error:
        trouble = str(error)

    def opened(kept: Path | None) -> Session:
        return Session.new(
            content, kept, seed=secrets.randbelow(1_000_000) if seed is None else seed, length=asked,
            difficulty=difficulty or "standard", theory=judged, started=date.today().isoformat(),
        )  # fmt: skip

    try:
        return opened(path), trouble
    except journal.JournalError as error:
        return opened(None), str(error)
