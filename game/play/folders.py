"""Where plays are kept, and which there are.

A checkout keeps them in its own saves/; an installed game where the system keeps a person's data.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from . import journal

ENDING = ".jsonl"
_NAME = "good-offices"
_ROOT = Path(__file__).resolve().parents[2]
_MOST_LISTED = 200


class FolderError(OSError):
    """Why plays cannot be kept there, in one sentence."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A play on the title screen."""

    path: Path
    scenario: str
    length: str
    theory: str  # "" for the default, else its name
    turn: int  # decisions taken so far
    at: tuple[int, int]  # season and step of the last one
    started: str
    changed: float  # seconds, as the file system tells


def saves() -> Path:
    """The folder of plays.  Not created."""
    if (_ROOT / "pyproject.toml").is_file() and (_ROOT / "scenarios").is_dir():
        return _ROOT / "saves"
    try:
        import platformdirs
    except ImportError:
        return Path.home() / f".{_NAME}" / "saves"
    return Path(platformdirs.user_data_path(_NAME, appauthor=False)) / "saves"


def plays(folder: Path) -> tuple[Listed, ...]:
    """The plays of a folder, last played first.  What is not a play, or cannot be read, is left out."""
    listed: list[Listed] = []
    try:
        files = [path for path in folder.glob("*" + ENDING) if path.is_file()]
    except OSError:
        return ()
    files.sort(key=_changed, reverse=True)
    for path in files[:_MOST_LISTED]:
        try:
            told = journal.read(path)
        except journal.JournalError:
            continue
        at = told.lines[-1].at if told.lines else (0, 0)
        listed.append(
            Listed(
                path,
                told.header.scenario,
                told.header.length,
                _theory(told.header.theory),
                _decisions(told.lines),
                at,
                told.header.started,
                _changed(path),
            )
        )
    return tuple(listed)


def new_path(folder: Path, scenario: str) -> Path:
    """A name that no play of the folder has yet: narrow-sea-1.jsonl, narrow-sea-2.jsonl.  Creates the folder; raises FolderError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken = {path.name for path in folder.iterdir()}
    except OSError as error:
        raise FolderError(
            f"Plays cannot be kept in {folder}: {(error.strerror or 'no reason given').lower()}."
        ) from None
    if not os.access(folder, os.W_OK):
        raise FolderError(f"Plays cannot be kept in {folder}: the folder may not be written to.")
    number = 1
    while f"{scenario}-{number}{ENDING}" in taken:
        number += 1
    return folder / f"{scenario}-{number}{ENDING}"


def _theory(id: str) -> str:
    """An unknown one by its id: the play is listed, and says so when it is opened."""
    if not id:
        return ""
    from ..rules.theories import DEFAULT_THEORY, THEORIES  # a title screen must not wait for it

    return "" if id == DEFAULT_THEORY else THEORIES[id].name if id in THEORIES else id


def _decisions(lines: tuple[journal.Line, ...]) -> int:
    count = 0
    for line in lines:
        if line.kind in ("do", "handover"):
            count += 1
        elif line.kind == "undo" and isinstance(line.act["undo"], int):
            count = line.act["undo"]
    return count


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
