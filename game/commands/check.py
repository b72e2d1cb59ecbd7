"""`check`: what is wrong with scenarios, place by place. The only verb whose findings are its exit code."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.authoring import Diagnostic, read, report
from game.commands.places import scenario_path
from game.commands.trouble import Trouble
from game.printable import printable


def run(options: argparse.Namespace) -> int:
    found: list[Diagnostic] = []
    for path in options.paths:
        found += _checked(path)
    if found:
        print(printable(report(found)))
        return 1
    several = len(options.paths) > 1
    print(f"{len(options.paths)} scenarios are clean." if several else f"{options.paths[0]} is clean.")
    return 0


def _checked(path: Path) -> list[Diagnostic]:
    """The findings of one path; a path that holds no scenario is the typist's trouble, not the author's."""
    place = scenario_path(str(path))
    try:
        return read(place)[1]
    except OSError as error:
        raise Trouble(f"{place} cannot be read: {error.strerror or error}.") from None
