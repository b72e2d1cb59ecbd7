"""Where the tests of authoring find things, and a helper that reads a small scenario written in a test."""

from __future__ import annotations

from pathlib import Path

from game.authoring import Diagnostic, Loaded, load, read
from game.authoring.reads import Frame

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PLAYBOOK = ROOT / "scenarios" / "playbook.yaml"
SOUND = HERE / "sound.yaml"
BAD = sorted((HERE.parent / "bad_scenarios").glob("*.yaml"))

FRAME = Frame(
    {
        "counterparts": {"norland": 0, "in": 1},
        "injects": {"": 0, "the-bond": 1, "class": 2},
        "flags": {"log-found": 0},
        "audiences": {"towns": 0},
        "kinds": {"joint-count": 0},
        "initiatives": {"hotline": 0},
        "mandates": {"quiet-water": 0},
    },
    {"the-bond": ("pay", "and"), "class": ()},
)
"""What conditions may refer to, with ids that are words of Python too."""


def sound() -> Loaded:
    """Two shores, four injects, one crisis: the smallest scenario without a remark."""
    return load(SOUND, PLAYBOOK)


def reading(
    folder: Path, text: str | bytes | None = None, **more: str | bytes
) -> tuple[Loaded | None, list[Diagnostic]]:
    """Read a scenario from a folder: `text` becomes scenario.yaml, each further name a file name.yaml beside it."""
    body = SOUND.read_text(encoding="utf-8") if text is None else text
    for name, content in {"scenario": body, **more}.items():
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        (folder / f"{name}.yaml").write_bytes(data)
    return read(folder, PLAYBOOK)


def changed(old: str, new: str) -> str:
    """The sound scenario with one passage replaced."""
    text = SOUND.read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1)


def codes(found: list[Diagnostic]) -> list[str]:
    return [d.code for d in found]
