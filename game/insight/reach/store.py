"""The plays kept with a scenario, and the table that says which play and decision first reaches each target.

They stand in the scenario's folder under `plays/`: journals like any other, and `index.json`.  Replaying never writes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from game.authoring import Loaded
from game.play import draft, journal
from game.play.course import Course
from game.play.draft import DraftError

from .cover import Kept, play
from .targets import Targets

FOLDER: Final = "plays"
_INDEX, _NAME = "index.json", "reach-{:02}.jsonl"


class Stale(Exception):
    """A kept play that is no longer a play of this scenario, in one sentence."""


def write(
    loaded: Loaded,
    folder: Path,
    targets: Targets,
    kept: Sequence[Kept],
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, Any]:
    """Plays each once more into its journal, in place of those of an earlier search; the index as JSON data.

    Raises OSError where the folder cannot be written, JournalError where a journal cannot.
    """
    place = folder / FOLDER
    place.mkdir(exist_ok=True)
    for old in place.glob("reach-*.jsonl"):
        old.unlink()
    first: dict[str, tuple[str, int]] = {}
    plays = []
    for number, one in enumerate(kept, 1):
        name = _NAME.format(number)
        session = play(loaded, one.play, place / name)
        played = one.play
        plays.append(
            {
                "file": name,
                "player": played.player.name,
                "length": played.length,
                "seed": played.seed,
                "decisions": session.course.turn,
            }
        )
        for target, turn in one.reached.items():
            first.setdefault(target, (name, turn))
        if progress:
            progress(number, len(kept))
    told = {
        "scenario": loaded.texts.id,
        "content": loaded.content_hash,
        "plays": plays,
        "reached": {name: list(first[name]) for name in targets.names if name in first},
        "never": [name for name in targets.names if name not in first],
    }
    (place / _INDEX).write_text(_lines(told), encoding="utf-8")
    return told


def claims(folder: Path) -> dict[str, Any]:
    """The index of the plays kept with a scenario.  Raises Stale when there is none."""
    try:
        told: dict[str, Any] = json.loads((folder / FOLDER / _INDEX).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Stale(f"{folder.name} has no plays kept with it that can be read ({error}).") from None
    return told


def replayed(loaded: Loaded, file: Path) -> Course:
    """A kept play, folded act by act.  Raises Stale as soon as an act does not lead where its line says."""
    try:
        told = journal.read(file)
    except journal.JournalError as error:
        raise Stale(str(error)) from None
    if told.header.content != loaded.content_hash:
        raise Stale(f"“{loaded.texts.title}” has been changed since {file.name} was played.")
    course = Course(loaded, told.header)
    for number, line in enumerate(told.lines, 2):
        try:
            if "handover" in line.act:
                course.hand_over(draft.passing_from_json(line.act["handover"]))
            else:
                course.reply(draft.from_json(line.act))
        except DraftError as error:
            raise Stale(f"line {number} of {file.name} can no longer be played: {error}") from None
        if course.state != line.state:
            raise Stale(
                f"line {number} of {file.name} no longer leads to the state it tells of: the rules have changed."
            )
    return course


def _lines(told: dict[str, Any]) -> str:
    """JSON with one play or target a line, so that a change can be read."""
    parts = []
    for key, value in told.items():
        if isinstance(value, dict):
            inside = ",\n".join(f"    {json.dumps(k)}: {json.dumps(v)}" for k, v in value.items())
            parts.append(f"  {json.dumps(key)}: {{\n{inside}\n  }}" if inside else f"  {json.dumps(key)}: {{}}")
        elif isinstance(value, list):
            inside = ",\n".join(f"    {json.dumps(v)}" for v in value)
            parts.append(f"  {json.dumps(key)}: [\n{inside}\n  ]" if inside else f"  {json.dumps(key)}: []")
        else:
            parts.append(f"  {json.dumps(key)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"
