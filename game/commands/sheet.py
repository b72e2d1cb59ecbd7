"""`sheet`: what is given out before a play: the trainees' briefing on two pages, or the instructor's notes, as HTML to print."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.commands.opening import known_length, loaded
from game.commands.places import scenario_path, typed
from game.commands.trouble import Trouble

NOTES = "notes.md"


def run(options: argparse.Namespace) -> int:
    path = scenario_path(options.scenario)
    content = loaded(path)
    if options.instructor:
        if options.length:
            raise Trouble("the instructor's notes are for every length; leave out --length, or leave out --instructor.")
        from game.insight.handout import notes_page

        page = notes_page(_notes(path if path.is_dir() else path.parent), f"{content.texts.title}: notes")
    else:
        from game.insight.handout import sheet

        page = sheet(content, known_length(content, options.length or content.scenario.length))
    kind = "notes" if options.instructor else "sheet"
    print(_written(page, typed(options.out or Path(f"{content.texts.id}-{kind}.html"))))
    return 0


def _notes(folder: Path) -> str:
    """The author's notes for instructors, which stand beside the scenario."""
    path = folder / NOTES
    if not path.is_file():
        raise Trouble(f"{folder} holds no {NOTES}, so there are no instructor's notes to print; write them there.")
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise Trouble(f"{path} is not UTF-8 text; save it as UTF-8.") from None
    except OSError as error:
        raise Trouble(f"{path} cannot be read: {error.strerror or error}.") from None


def _written(page: str, path: Path) -> Path:
    if path.is_dir():
        raise Trouble(f"{path} is a folder; name a file in it, such as {path / 'sheet.html'}.")
    try:
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Trouble(f"{path} cannot be written: {error.strerror or error}.") from None
    return path
