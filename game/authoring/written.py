"""Everything an author wrote to be read, piece by piece, each with the place where it stands.

Which keys hold prose is read off the schema: `Text` and plain `str` do, ids, words of a closed list and conditions do not.
Knows shapes only; what is good prose belongs to checks/.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from .kinds import Text
from .references import Path
from .schema import Scenario

_NOT_PROSE = frozenset({"seal", "language", "include", "by"})
"""Keys of text that names a thing: an emblem, a tongue, a file, who reports."""


def pieces(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    """(path as the author's keys, text), in the order of the schema; nothing that is empty."""
    return _within(scenario, ())


def count(text: str) -> int:
    """The words of a text; a dash or a mark that stands alone is none."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def _within(part: BaseModel, path: Path) -> Iterator[tuple[Path, str]]:
    for name, hint in _hints(type(part)).items():
        if name not in _NOT_PROSE:
            key = type(part).model_fields[name].alias or name
            yield from _value(getattr(part, name), hint, (*path, key))


@cache
def _hints(model: type[BaseModel]) -> dict[str, Any]:
    hints = typing.get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def _value(value: object, hint: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if value.strip() and _is_prose(hint):
            yield path, value
    elif isinstance(value, BaseModel):
        yield from _within(value, path)
    elif isinstance(value, list | dict):
        inner = _inner(hint)
        for step, one in enumerate(value) if isinstance(value, list) else value.items():
            yield from _value(one, inner, (*path, step))


@cache
def _is_prose(hint: Any) -> bool:
    return any(kind is str or kind == Text for kind in _members(hint))


@cache
def _inner(hint: Any) -> Any:
    """The kind of what a list or a map holds."""
    return next(get_args(kind)[-1] for kind in map(_bare, _members(hint)) if get_origin(kind) in (list, dict))


def _members(hint: Any) -> tuple[Any, ...]:
    """The kinds of a union, or the one kind there is."""
    return get_args(hint) if get_origin(hint) in (typing.Union, types.UnionType) else (hint,)


def _bare(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint
