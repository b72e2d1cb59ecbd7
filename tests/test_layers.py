"""Imports run one way: ui, text, cli -> insight -> play -> authoring -> rules; and each library has its own few rooms."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GAME = ROOT / "game"
FILES = sorted(GAME.rglob("*.py"))

MAY_IMPORT = {
    "rules": set(),
    "authoring": {"rules"},
    "play": {"authoring", "rules"},
    "insight": {"play", "authoring", "rules", "folders"},
    "text": {"insight", "play", "authoring", "rules", "folders"},
    "ui": {"insight", "play", "authoring", "rules", "folders"},
    "cli": {"commands"},
    "commands": {"text", "ui", "insight", "play", "authoring", "rules", "folders"},
    "folders": set(),
    "version": set(),
    "printable": set(),
}
ROOMS_OF = {
    "pygame": ["ui/"],
    "yaml": ["authoring/source.py"],
    "pydantic": ["authoring/"],
    "transitions": ["rules/phases.py"],
    "rich": ["text/", "commands/"],
    "matplotlib": ["insight/"],
    "jinja2": ["insight/"],
    "markdown_it": ["insight/"],
    "cma": ["insight/experiments/fit.py"],
    "platformdirs": ["folders.py", "play/folders.py"],
    "numpy": ["rules/", "authoring/", "play/", "insight/", "ui/"],
}
LATE = {"matplotlib", "jinja2", "markdown_it", "pygame", "cma"}
"""Slow to import: outside the window, never at the top of a module."""

WORLDLY = {
    "asyncio", "datetime", "glob", "io", "logging", "multiprocessing", "os", "pathlib", "random", "secrets", "shutil", "socket",
    "subprocess", "sys", "tempfile", "threading", "time", "urllib",
}  # fmt: skip
"""What the rules must not know: files, clock, environment, chance that is not addressed."""


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Every module a file imports, in full, and whether it does so at its top (type-checking blocks count as not)."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    package = [*path.relative_to(ROOT).with_suffix("").parts[:-1]]
    top = {id(node) for node in tree.body}
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((alias.name, id(node) in top) for alias in names)
            case ast.ImportFrom(level=0, module=str(module), names=names):
                yield from ((f"{module}.{alias.name}", id(node) in top) for alias in names)
            case ast.ImportFrom(level=level, module=module, names=names):
                base = ".".join([*package[: len(package) - level + 1], *([module] if module else [])])
                yield from ((f"{base}.{alias.name}", id(node) in top) for alias in names)


def room(path: Path) -> str:
    return path.relative_to(GAME).as_posix()


def layer(path: Path) -> str:
    return room(path).partition("/")[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=room)
def test_a_file_imports_only_from_its_own_layer_and_those_below(path: Path) -> None:
    if path.name == "__init__.py" and path.parent == GAME:
        return
    own = layer(path)
    wrong = [
        name
        for name, _ in imports(path)
        if name.startswith("game.") and name.split(".")[1] not in {own, "version", "printable", *MAY_IMPORT[own]}
    ]
    assert not wrong, f"{room(path)} must not import {', '.join(wrong)}"


@pytest.mark.parametrize("path", FILES, ids=room)
def test_each_library_stays_in_its_rooms(path: Path) -> None:
    found = {name.partition(".")[0] for name, _ in imports(path)}
    wrong = [lib for lib in found & ROOMS_OF.keys() if not any(room(path).startswith(r) for r in ROOMS_OF[lib])]
    assert not wrong, f"{room(path)} must not import {', '.join(wrong)}"


@pytest.mark.parametrize("path", [p for p in FILES if layer(p) == "rules"], ids=room)
def test_the_rules_import_numpy_alone(path: Path) -> None:
    """rules/phases.py imports transitions too: the one exception (rulings.md 8)."""
    libraries = {name.partition(".")[0] for name, _ in imports(path)} - {"game", "__future__"}
    allowed = {"numpy", "transitions"} if path.name == "phases.py" else {"numpy"}
    foreign = {lib for lib in libraries if lib not in sys.stdlib_module_names} - allowed
    assert not foreign and not libraries & WORLDLY


@pytest.mark.parametrize("path", [p for p in FILES if layer(p) != "ui"], ids=room)
def test_slow_libraries_are_imported_late(path: Path) -> None:
    early = [name for name, at_top in imports(path) if at_top and name.partition(".")[0] in LATE]
    assert not early, f"{room(path)} imports {', '.join(early)} at its top"


def test_every_layer_is_known() -> None:
    """A new folder under game/ must say here whom it may import."""
    assert {layer(p) for p in FILES} - {"__init__"} <= MAY_IMPORT.keys()


@pytest.mark.parametrize(
    ("module", "never"),
    [
        ("game.cli", {"numpy", "rich", "pydantic", "yaml", "pygame", "matplotlib", "game.rules", "game.play"}),
        ("game.text.voice", {"numpy", "pydantic", "yaml", "pygame", "matplotlib", "game.rules", "game.play"}),
        ("game.text.campaign", {"pygame", "matplotlib", "jinja2", "game.ui"}),
        ("game.rules.turn", {"pydantic", "yaml", "rich", "pygame", "matplotlib", "game.authoring"}),
    ],
)
def test_importing_one_room_does_not_open_the_others(module: str, never: set[str]) -> None:
    """Read from a fresh process, so that an import through three other files counts too."""
    script = f"import sys, {module}; print(*sorted(set(sys.modules) & {never!r}))"
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == ""
