"""Typing into one line: pure steps from a value and a caret to the next."""

from __future__ import annotations

from dataclasses import dataclass

EDIT_KEYS = frozenset({"Left", "Right", "Home", "End", "Backspace", "Delete", "Ctrl+V"})


@dataclass(frozen=True, slots=True)
class Line:
    """A value and the place before which the caret stands, 0 to its length."""

    value: str
    caret: int


def pressed(line: Line, key: str) -> Line:
    """The line after an editing key; unchanged for any other."""
    value, at = line.value, line.caret
    if key == "Backspace" and at:
        return Line(value[: at - 1] + value[at:], at - 1)
    if key == "Delete":
        return Line(value[:at] + value[at + 1 :], at)
    moved = {"Left": at - 1, "Right": at + 1, "Home": 0, "End": len(value)}.get(key, at)
    return Line(value, max(0, min(moved, len(value))))


def typed(line: Line, words: str, limit: int) -> Line:
    """The line with `words` put in at the caret, as far as `limit` allows; line breaks become spaces."""
    clean = "".join(c if c.isprintable() else " " for c in words)[: max(0, limit - len(line.value))]
    return Line(line.value[: line.caret] + clean + line.value[line.caret :], line.caret + len(clean))
