"""`debrief`: a play's file opened: read aloud here, written as a page, or given to a program; by its own theory, another, or all."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from game.authoring import Refused
from game.commands.places import folder_to_write, play_file
from game.commands.theories import theory_id
from game.commands.trouble import Trouble
from game.folders import SCENARIOS
from game.play.journal import JournalError
from game.printable import printable

if TYPE_CHECKING:
    from game.insight.debrief import Debrief
    from game.insight.judgement import Panel

Opened = TypeVar("Opened", "Debrief", "Panel")

EVERY = "all"
UNFINISHED = (
    "This campaign is not over: everything is opened as it stands now. Who plays on has seen the other side's cards."
)


def run(options: argparse.Namespace) -> int:
    path = play_file(options.file)
    return _panel(options, path) if options.theory == EVERY else _debrief(options, path)


def _debrief(options: argparse.Namespace, path: Path) -> int:
    judge = theory_id(options.theory)
    out = folder_to_write(options.out) if options.out else None
    from game.insight import debrief_file

    debrief = _opened(path, lambda: debrief_file(path, SCENARIOS, judge))
    if options.json:
        from game.insight.export import to_json

        print(json.dumps(to_json(debrief), indent=2))
    if out:
        from game.insight.report import write

        try:
            files = write(debrief, out)
        except OSError as error:
            raise Trouble(f"the debrief cannot be written to {out}: {error.strerror or error}.") from None
        print("\n".join(map(str, files)), file=sys.stderr if options.json else sys.stdout)
    if not options.json and not out:
        from game.text.debrief import straight_through
        from game.text.voice import Voice

        straight_through(debrief, Voice())
    return 0


def _panel(options: argparse.Namespace, path: Path) -> int:
    """Every theory's word on the play, in one table."""
    if options.out:
        raise Trouble(
            "--theory all is a table to read here, or with --json; --out writes a report by one theory, so name one."
        )
    from game.insight import panel_file

    panel = _opened(path, lambda: panel_file(path, SCENARIOS))
    if options.json:
        from game.insight.export import panel_to_json

        print(json.dumps(panel_to_json(panel), indent=2))
    else:
        from game.text.pages.theories import panel as lines

        print(printable("\n".join(lines(panel))))
    return 0


def _opened(path: Path, read: Callable[[], Opened]) -> Opened:
    """What was asked for, and on the other stream what is amiss with the file."""
    try:
        found = read()
    except JournalError as error:
        raise Trouble(str(error)) from None
    except Refused:
        raise Trouble(f"the scenario of {path} has mistakes in it; check lists them") from None
    for words in (found.notice, "" if found.complete else UNFINISHED):
        if words:
            print(printable(words), file=sys.stderr)
    return found
