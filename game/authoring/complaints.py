"""What pydantic found, said to an author: a code, the place in the file, plain English, the nearest key.

The only module that knows pydantic's error types. It walks the tree of source.py along an error's path, so that every
complaint has its line and column.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .diagnostics import Diagnostic, did_you_mean, quoted
from .kinds import ID_PATTERN, spoken
from .source import Node

M = TypeVar("M", bound=BaseModel)

MOST_COMPLAINTS = 500
"""About one tree: a file with more faults than this is the wrong file, and telling them all would take minutes."""

_WANTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a map of keys",
    "model_type": "a map of keys",
    "model_attributes_type": "a map of keys",
}
_HINTS = {
    "a text": "Put it in quotes.",
    "true or false": "Write true or false, without quotes.",
    "a list": "Write it as [one, two], or one a line after a dash.",
    "a map of keys": "Write “key: value” lines, indented below.",
}


def validate(model: type[M], tree: Node, path: str = "") -> tuple[M | None, list[Diagnostic]]:
    """The tree as a model, or every complaint about it."""
    try:
        return model.model_validate(tree.plain()), []
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=True)[:MOST_COMPLAINTS]
        return None, [_complaint(model, tree, e, path) for e in found]


def locate(tree: Node, steps: tuple[str | int, ...]) -> tuple[Node, list[str], list[str | int]]:
    """Walk as far as the tree goes: the last node met, the keys walked, and what was left over."""
    node, walked, left = tree, [], list(steps)
    while left:
        step = left[0]
        if isinstance(node.value, dict) and step in node.value:
            node = node.value[str(step)]
        elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        elif isinstance(step, int):  # a single map or text that stands for a list of one
            left.pop(0)
            continue
        else:
            break
        walked.append(str(step + 1) if isinstance(step, int) else step)
        left.pop(0)
    return node, walked, left


def _complaint(model: type[BaseModel], tree: Node, error: ErrorDetails, prefix: str) -> Diagnostic:
    steps = tuple(error["loc"])
    about_key = bool(steps) and steps[-1] == "[key]"
    steps = steps[:-1] if about_key else steps
    kind, context = error["type"], error.get("ctx", {})
    if kind in ("extra_forbidden", "missing") or about_key:
        node, walked, _ = locate(tree, steps[:-1])
        key = str(steps[-1])
    else:
        node, walked, _ = locate(tree, steps)
        key = ""
    path = ".".join([p for p in (prefix, *walked) if p])
    if kind == "extra_forbidden":
        allowed = [k for k in _keys(model, steps[:-1]) if not (isinstance(node.value, dict) and k in node.value)]
        return node.say("S003", f"There is no key {quoted(key)} here.", did_you_mean(key, allowed), path, key=key)
    if kind == "missing":
        return node.say("S004", f"The key {quoted(key)} is missing here.", f"Add “{key}:” and its value.", path)
    code, message, hint = _reason(kind, context, error)
    return node.say(code, message, hint, path, key=key or None)


def _reason(kind: str, context: dict[str, Any], error: ErrorDetails) -> tuple[str, str, str]:
    """Code, sentence and hint for one type of error."""
    found = error.get("input")
    if kind == "author":
        return context["code"], context["message"], context["hint"]
    if kind in _WANTED:
        wanted = _WANTED[kind]
        return "S005", f"{wanted.capitalize()} is expected here, {spoken(found)} was found.", _HINTS.get(wanted, "")
    if kind == "string_pattern_mismatch":
        if context.get("pattern") == ID_PATTERN:
            return (
                "S006",
                f"{quoted(found)} cannot be an id.",
                "An id is small letters, digits and hyphens, and starts with a letter: the-bond.",
            )
        form = "It must hold {own}." if "own" in str(context.get("pattern")) else "Write it like this: 2031 spring."
        return "S006", f"{quoted(found)} is not of the form expected here.", form
    if kind == "string_too_short":
        return "S006", "The text is empty.", "Write something, or take the key away."
    if kind == "string_too_long":
        return "S006", f"{quoted(found)} is longer than {context.get('max_length')} letters.", ""
    if kind in ("greater_than_equal", "less_than_equal"):
        limit, side = (context["ge"], "at least") if "ge" in context else (context["le"], "at most")
        return "S006", f"{quoted(found)} is out of range: {side} {limit} is allowed.", ""
    if kind in ("too_short", "too_long"):
        least, most = context.get("min_length"), context.get("max_length")
        bound = f"at least {least}" if least is not None else f"at most {most}"
        # pydantic stops counting at the limit; the author is told how many there are
        count = len(found) if isinstance(found, (list, dict, str)) else context.get("actual_length")
        return "S006", f"{count} found where {bound} are expected.", ""
    if kind == "literal_error":
        return (
            "S006",
            f"{quoted(found)} is not allowed here.",
            f"Write {context.get('expected', '').replace(chr(39), '')}.",
        )
    return "S005", f"{quoted(found)} does not fit here.", "Compare with a shipped scenario."


def _keys(model: type[BaseModel], steps: tuple[str | int, ...]) -> list[str]:
    """The keys allowed at a path of the model."""
    kinds: list[Any] = [model]
    for step in steps:
        kinds = [inner for kind in kinds for inner in _inside(kind, step)]
    models = [k for k in kinds if isinstance(k, type) and issubclass(k, BaseModel)]
    return [f.alias or name for m in models for name, f in m.model_fields.items()]


def _inside(kind: Any, step: str | int) -> Iterator[Any]:
    """The kinds of value one step further in."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, f in kind.model_fields.items():
            if step in (f.alias, name):
                yield from _bare(f.annotation)
    elif get_origin(kind) is list and isinstance(step, int):
        yield from _bare(get_args(kind)[0])
    elif get_origin(kind) is dict:
        yield from _bare(get_args(kind)[1])


def _bare(annotation: Any) -> Iterator[Any]:
    """The annotation without its wrapping: each member of a union, without Annotated and None."""
    origin = get_origin(annotation)
    if origin is typing.Annotated:
        yield from _bare(get_args(annotation)[0])
    elif origin in (typing.Union, types.UnionType):
        for member in get_args(annotation):
            yield from _bare(member)
    elif annotation is not type(None):
        yield annotation
