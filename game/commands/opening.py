"""Opening a play: a new one or one to go on with, from what was typed. The window opens its own; this serves the terminal."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path

from game.authoring import Loaded, Refused, load
from game.commands.places import play_file, scenario_path
from game.commands.trouble import Trouble, or_nearest
from game.play import folders, journal
from game.play.session import Session


def loaded(path: Path) -> Loaded:
    """The scenario, or one sentence that sends its author to `check`."""
    try:
        return load(path)
    except Refused as refused:
        count = len(refused.diagnostics)
        found = "a mistake" if count == 1 else f"{count} mistakes"
        raise Trouble(f"{path} cannot be played, there is {found} in it; this lists them: check {path}") from None
    except OSError as error:
        raise Trouble(f"{path} cannot be read: {error.strerror or error}.") from None


def resumed(file: Path, scenario: str | None = None) -> Session:
    """The play of a journal, where it was left."""
    path = play_file(file)
    try:
        name = scenario or journal.read(path).header.scenario
        return Session.resume(loaded(scenario_path(name)), path)
    except journal.JournalError as error:
        raise Trouble(str(error)) from None


def begun(
    scenario: str, *, length: str | None, seed: int | None, difficulty: str | None, saves: Path | None
) -> tuple[Session, str]:
    """A new play, and a sentence when it cannot be kept: then it is played all the same."""
    content = loaded(scenario_path(scenario))
    asked = length or "full"
    lengths = [known.id for known in content.texts.lengths]
    if asked not in lengths:
        raise Trouble(f"{content.texts.title} has no length “{asked}”: {or_nearest(asked, lengths)}")
    trouble = ""
    path: Path | None = None
    try:
        path = folders.new_path(saves.expanduser() if saves else folders.saves(), content.texts.id)
    except folders.FolderError as error:
        trouble = str(error)

    def opened(kept: Path | None) -> Session:
        return Session.new(
            content, kept, seed=secrets.randbelow(1_000_000) if seed is None else seed, length=asked,
            difficulty=difficulty or "standard", started=date.today().isoformat(),
        )  # fmt: skip

    try:
        return opened(path), trouble
    except journal.JournalError as error:
        return opened(None), str(error)
