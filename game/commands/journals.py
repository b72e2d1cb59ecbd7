"""`playtest --journals`: looks for plays that reach everything in a scenario and keeps a few of them with it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from game.commands.opening import loaded
from game.commands.progress import progress
from game.commands.trouble import Trouble


def run(path: Path, as_json: bool) -> int:
    """Exit code 1 where an inject, an option or a verdict was reached by nobody."""
    from game.insight import reach
    from game.play.journal import JournalError

    content, folder = loaded(path), path if path.is_dir() else path.parent
    targets = reach.Targets.of(content)
    with progress("looking") as bar:
        found = reach.search(content, targets, progress=bar)
    with progress("picking") as bar:
        kept = reach.cover(content, targets, found, progress=bar)
    try:
        with progress("keeping") as bar:
            told = reach.write(content, folder, targets, kept, progress=bar)
    except (OSError, JournalError) as error:
        raise Trouble(f"the plays cannot be kept in {folder / reach.FOLDER}: {error}.") from None
    print(json.dumps(told, indent=2) if as_json else "\n".join(page(told, folder / reach.FOLDER, len(found.plays))))
    return 1 if any(name.partition(":")[0] in reach.NEEDED for name in told["never"]) else 0


def page(told: Mapping[str, Any], place: Path, tried: int) -> Iterator[str]:
    """What was kept, and what was reached by nobody."""
    reached, never = told["reached"], told["never"]
    yield f"{len(told['plays'])} plays of {tried:,} are kept in {place}; together they reach {len(reached)} of {len(reached) + len(never)}."
    for name in never:
        kind, _, id = name.partition(":")
        yield f"  nobody reached {_SAID[kind]} {id}"


_SAID = {
    "inject": "the inject",
    "option": "the option",
    "verdict": "the verdict",
    "rests": "the morning after on which the other side rests:",
    "presses": "the morning after on which the other side presses:",
}
