"""Where an experiment stands and where it failed, told as one sentence with file and line, never as a traceback."""

from __future__ import annotations

import inspect
import traceback
from collections.abc import Callable
from typing import Any


def start(measure: Callable[..., Any]) -> tuple[str, int]:
    """File and first line of an experiment's function."""
    code = inspect.unwrap(measure).__code__
    return code.co_filename, code.co_firstlineno


def where(error: BaseException, path: str, line: int = 1) -> str:
    """The last line of the file that was reached; `line` where none was."""
    reached = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path]
    return f"{path}, line {reached[-1] if reached else line}"


def said(error: BaseException) -> str:
    """An exception's kind and words, on one line."""
    words = " ".join(str(error).split())
    words = words if len(words) <= 300 else words[:299] + "…"
    return f"it stopped with {type(error).__name__}" + (f": {words}" if words else "")
