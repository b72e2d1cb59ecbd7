"""start.py: the one command. It is read as a module here; setting up for real is what continuous integration does first."""

from __future__ import annotations

import importlib.util
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as if it stood in an empty folder."""
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    for name, value in {"HERE": tmp_path, "VENV": tmp_path / ".venv", "PYTHON": tmp_path / ".venv/bin/python"}.items():
        monkeypatch.setattr(module, name, value)
    return module


def pretend_ready(start: ModuleType, parts: str) -> None:
    start.PYTHON.parent.mkdir(parents=True, exist_ok=True)
    start.PYTHON.touch()
    start.stamp_file(parts).write_text(start.fingerprint())


def test_what_was_set_up_for_tests_also_plays(start: ModuleType) -> None:
    assert not start.is_ready("play")
    pretend_ready(start, "test")
    assert start.is_ready("play") and start.is_ready("test")


def test_what_was_set_up_for_playing_lacks_the_tests(start: ModuleType) -> None:
    pretend_ready(start, "play")
    assert start.is_ready("play") and not start.is_ready("test")


def test_a_changed_list_of_parts_is_set_up_again(start: ModuleType) -> None:
    pretend_ready(start, "test")
    (start.HERE / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    assert not start.is_ready("test")


def test_a_bare_debian_is_told_which_package_it_lacks(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="python3-venv"):
        start.set_up("play")


def test_arguments_go_to_the_game_and_to_pytest(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_ready(start, "test")
    told: list[list[str]] = []
    monkeypatch.setattr(start, "run", lambda arguments, folder=None: told.append(arguments) or 0)
    start.main(["play", "--text"])
    start.main(["test", "-k", "pledge"])
    assert told == [[str(start.HERE / "main.py"), "play", "--text"], ["-m", "pytest", "-k", "pledge"]]


def test_a_failed_step_ends_in_a_sentence(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *a, **k: subprocess.CompletedProcess(a, 1))
    with pytest.raises(SystemExit, match="virtual environment"):
        start.set_up("play")
    assert not start.is_ready("play")
