"""From what a person typed to a file that can be read: scenarios by name, plays by path, folders to write to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.commands.trouble import Trouble, or_nearest
from game.folders import SCENARIOS


def shipped() -> dict[str, Path]:
    """The scenarios that come with the game, by name."""
    return {f.parent.name: f.parent for f in sorted(SCENARIOS.glob("*/scenario.yaml"))}


def scenario_path(name: str) -> Path:
    """The folder of a scenario given by its name, its folder or its file."""
    known = shipped()
    if name in known:
        return known[name]
    path = typed(Path(name))
    if _is(path, Path.is_file) or _is(path / "scenario.yaml", Path.is_file):
        return path
    if _is(path, Path.is_dir):
        raise Trouble(f"{path} holds no scenario.yaml.")
    if _is(path, Path.exists):
        raise Trouble(f"{path} is not an ordinary file, so there is no scenario in it.")
    raise Trouble(f"there is no scenario “{name}”: {or_nearest(name, known)}")


def play_file(path: Path) -> Path:
    """A journal that exists; a bare name is looked for among the saves too."""
    from game.play import folders

    path, saves = typed(path), folders.saves()
    for candidate in (path, saves / path, saves / f"{path}.jsonl"):
        if _is(candidate, Path.is_file):
            return candidate
    if _is(path, Path.is_dir):
        raise Trouble(f"{path} is a folder; say which play in it.")
    if _is(path, Path.exists):
        raise Trouble(f"{path} is not an ordinary file, so there is no play in it.")
    plays = [p.name for p in saves.glob("*.jsonl")]
    raise Trouble(f"there is no play {path}" + (f": {or_nearest(path.name, plays)}" if plays else "."))


def folder_to_write(path: Path) -> Path:
    """The folder, made if need be."""
    path = typed(path)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(f"the folder {path} cannot be made: {error.strerror or error}.") from None
    return path


def typed(path: Path) -> Path:
    """With the home folder for ~, where there is one."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _is(path: Path, what: Callable[[Path], bool]) -> bool:
    """Whether the path is such a thing; one whose name the system does not accept is none. Raises Trouble in a closed folder."""
    try:
        return what(path)
    except PermissionError:
        raise Trouble(f"{path} cannot be looked at: permission denied.") from None
    except (OSError, ValueError):
        return False
