"""What numpy or Python warns of while an experiment runs: kept to be told with its row, and never printed raw."""

from __future__ import annotations

import inspect
import traceback
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from .whereabouts import rule, where


@contextmanager
def overheard(path: str, line: int) -> Iterator[list[str]]:
    """Every warning once: where in the file, and of what."""
    told: list[str] = []

    def note(message: Warning | str, *_: object, **__: object) -> None:
        way = list(traceback.walk_stack(inspect.currentframe()))[::-1]
        words = f"{where(way, path, line)}: {' '.join(str(message).split()).rstrip('.')}{rule(way, path)}"
        if words not in told:
            told.append(words)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for kind in (RuntimeWarning, UserWarning):
            warnings.simplefilter("always", kind)
        warnings.showwarning = note
        yield told


def in_short(told: Sequence[str]) -> str:
    """The first warning, and how many more there were; nothing for none."""
    if not told:
        return ""
    more = f", and {len(told) - 1} more" if told[1:] else ""
    return f"warned at {told[0]}{more}"
