"""`debrief`: a play's file opened: read aloud here, written as a page, or given to a program."""

from __future__ import annotations

import argparse
import json
import sys

from game.authoring import Refused
from game.commands.places import folder_to_write, play_file
from game.commands.trouble import Trouble
from game.folders import SCENARIOS
from game.play.journal import JournalError
from game.printable import printable

UNFINISHED = (
    "This campaign is not over: everything is opened as it stands now. Who plays on has seen the other side's cards."
)


def run(options: argparse.Namespace) -> int:
    path = play_file(options.file)
    out = folder_to_write(options.out) if options.out else None
    from game.insight import debrief_file

    try:
        debrief = debrief_file(path, SCENARIOS)
    except JournalError as error:
        raise Trouble(str(error)) from None
    except Refused:
        raise Trouble(f"the scenario of {path} has mistakes in it; check lists them") from None
    for words in (debrief.notice, "" if debrief.complete else UNFINISHED):
        if words:
            print(printable(words), file=sys.stderr)
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
