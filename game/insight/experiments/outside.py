"""A scholar's own file of experiments: Python that the operator trusts, run once for what it registers.

What is wrong with it is told in one sentence: file, line, what was found and how to mend it.
"""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from types import ModuleType

from . import all_experiments, lab
from .lab import Experiment, apart
from .whereabouts import said, where

_MEND = {
    ImportError: "use what is installed beside the game, and the names of game.insight.experiments",
    SystemExit: "the file is run for what it registers and has to reach its end",
}


class Unusable(Exception):
    """One sentence for the person who asked for the file."""


def load(path: Path) -> list[Experiment]:
    """The experiments of a file, in order of id; ids of the game's own table are taken.  Raises Unusable."""
    all_experiments()
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
    with apart() as found:
        try:
            exec(code, module.__dict__)
        except (Exception, SystemExit) as error:
            raise Unusable(_told(error, name)) from None
    if not found:
        raise Unusable(
            f"{name} registers no experiment; write @experiment(id, finding=..., source=..., bands=...) above a function."
        )
    return found


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
    if _refused(error):
        return f"{where(error, name)}: {error}."
    mend = next((hint for kind, hint in _MEND.items() if isinstance(error, kind)), "mend that line")
    return f"{where(error, name)}: {said(error)}; {mend}."


def _refused(error: BaseException) -> bool:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return isinstance(error, ValueError) and trace is not None and trace.tb_frame.f_code.co_filename == lab.__file__
