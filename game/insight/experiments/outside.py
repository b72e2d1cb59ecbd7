"""A scholar's own file of experiments: Python that the operator trusts, run once for what it registers.

What is wrong with it is told in one sentence: file, line, what was found and how to mend it.
"""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from types import ModuleType

from . import all_experiments, bands, lab
from .lab import Experiment, apart, registered
from .whereabouts import said, way, where

_MEND = {
    ImportError: "use what is installed beside the game, and the names of game.insight.experiments",
    SystemExit: "the file is run for what it registers and has to reach its end",
}
_FORM = '@experiment("X01", finding="...", source="...", bands={"name of a figure": within(low, high)})'


class Unusable(Exception):
    """One sentence for the person who asked for the file."""


def load(*paths: Path) -> list[Experiment]:
    """The experiments of all files, in order of id; ids of the game's own table are taken.  Raises Unusable."""
    all_experiments()
    with apart() as found:
        for path in paths:
            before = len(registered())
            _run(path)
            if len(registered()) == before:
                raise Unusable(f"{path} registers no experiment; write {_FORM} above a function.")
    return found


def _run(path: Path) -> None:
    name = str(path)
    try:
        code = compile(_text(path), name, "exec", dont_inherit=True)
    except SyntaxError as error:
        raise Unusable(
            f"{name}, line {error.lineno or 1}: Python cannot read this line: {error.msg}; mend it."
        ) from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise Unusable(f"{name} cannot be read as Python: {error or type(error).__name__}.") from None
    module = ModuleType(f"outside_{path.stem}")
    module.__file__ = name
    sys.modules[module.__name__] = module  # dataclasses and type hints look their module up there
    try:
        exec(code, module.__dict__)
    except (Exception, SystemExit) as error:
        raise Unusable(_told(error, name)) from None


def _text(path: Path) -> str:
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise Unusable(f"{path} is a folder; say which file of experiments in it.")
        if not stat.S_ISREG(kind):
            raise Unusable(f"{path} is not an ordinary file, so there are no experiments in it.")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise Unusable(f"{path}, line {line}: this is not UTF-8 text; save the file as UTF-8.") from None
    except FileNotFoundError:
        raise Unusable(f"there is no file {path}; an example of one is docs/outside_findings.py.") from None
    except OSError as error:
        raise Unusable(f"{path} cannot be read: {error.strerror or error}.") from None


def _told(error: BaseException, name: str) -> str:
    """What the laboratory refused keeps its own words; anything else is named as Python names it, with what would help."""
    place = where(way(error), name)
    if _refused(error):
        return f"{place}: {error}."
    if isinstance(error, TypeError) and str(error).startswith("experiment() "):
        return f"{place}: Python says “{error}”; write {_FORM} above the function."
    mend = next((hint for kind, hint in _MEND.items() if isinstance(error, kind)), "mend that line")
    return f"{place}: {said(error, name)}; {mend}."


def _refused(error: BaseException) -> bool:
    *_, (frame, _) = way(error)
    return isinstance(error, ValueError) and frame.f_code.co_filename in (lab.__file__, bands.__file__)
