"""What the tests of balance came to for one version of a scenario: kept beside it as balance.json, so that a claim can be looked up.

The file names the content and the law it was measured for; for any other version it is stale.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from game.authoring import Loaded
from game.rules.parameters import fingerprint

FILE: Final = "balance.json"
_KEPT: Final = ("plays", "climates", "verdicts", "tests")


def version(loaded: Loaded) -> dict[str, str]:
    """The text and the law that figures were measured for."""
    return {"content": loaded.content_hash, "law": fingerprint(loaded.scenario.law)}


def write(folder: Path, loaded: Loaded, report: Mapping[str, Any]) -> Path:
    """report: of `playtest`, with every player."""
    path = folder / FILE
    told = version(loaded) | {name: report[name] for name in _KEPT}
    path.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def read(folder: Path) -> dict[str, Any] | None:
    """What is kept there, or nothing; ValueError where the file is no record of balance."""
    path = folder / FILE
    if not path.exists():
        return None
    told = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(told, dict) or not {*_KEPT, "content", "law"} <= told.keys():
        raise ValueError(f"{path} is not a record of balance: run `python main.py playtest {folder.name} --keep`")
    return told
