"""Where the tests of authoring find things, and a helper that reads a small scenario written in a test."""

from __future__ import annotations

from pathlib import Path

from game.authoring import Diagnostic, Loaded, load, read

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PLAYBOOK = ROOT / "scenarios" / "playbook.yaml"
SOUND = HERE / "sound.yaml"
BAD = sorted((HERE.parent / "bad_scenarios").glob("*.yaml"))


def sound() -> Loaded:
    """Two shores, four injects, one crisis: the smallest scenario without a remark."""
    return load(SOUND, PLAYBOOK)


def reading(folder: Path, text: str | bytes | None = None, **more: str | bytes) -> tuple[Loaded | None, list[Diagnostic]]:
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
