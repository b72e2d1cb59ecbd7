"""Where an experiment stands and where it failed or was warned, told as one sentence with file and line, never as a traceback."""

from __future__ import annotations

import inspect
import traceback
from collections.abc import Callable, Iterable
from dataclasses import FrozenInstanceError
from types import FrameType
from typing import Any

Way = Iterable[tuple[FrameType, int]]
"""Frames and their lines, outermost first."""


def start(measure: Callable[..., Any]) -> tuple[str, int]:
    """File and first line of an experiment's function."""
    inner = inspect.unwrap(measure)
    code = (inner if inspect.isfunction(inner) else measure).__code__
    return code.co_filename, code.co_firstlineno


def way(error: BaseException) -> Way:
    """The way to where an exception was raised."""
    return traceback.walk_tb(error.__traceback__)


def where(way: Way, path: str, line: int = 1) -> str:
    """The last line of the file that was reached; `line` where none was."""
    reached = [at for frame, at in way if frame.f_code.co_filename == path]
    return f"{path}, line {reached[-1] if reached else line}"


def rule(way: Way, path: str) -> str:
    """“, in game.rules.…” for the rule that the file's last line called, or nothing."""
    called = ""
    for frame, _ in way:
        module, file = frame.f_globals.get("__name__", ""), frame.f_code.co_filename
        if file == path:
            called = ""
        elif not called and module.startswith("game.rules.") and not file.startswith("<"):
            called = f", in {module}.{frame.f_code.co_qualname}"
    return called


def said(error: BaseException, path: str) -> str:
    """An exception's kind, words and rule, on one line without a full stop; with the way out where what is given was written into."""
    words = " ".join(str(error).split())
    words = words if len(words) <= 300 else words[:299] + "…"
    told = (
        f"it stopped with {type(error).__name__}" + (f": {words.rstrip('.')}" if words else "") + rule(way(error), path)
    )
    if isinstance(error, FrozenInstanceError) or (isinstance(error, ValueError) and "read-only" in words):
        return f"{told}; what is given stays as it is: copy it, or make another law with dataclasses.replace"
    return told
