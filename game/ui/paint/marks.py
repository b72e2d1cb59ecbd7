"""Inline marks: `*italic*` and `**strong**`, and nothing else.

A mark opens before a letter and closes after one; a star that does neither is a star.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKED = re.compile(r"\*\*(?=\S)(?P<strong>[^*]+?)(?<=\S)\*\*|\*(?=\S)(?P<italic>[^*]+?)(?<=\S)\*")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one look."""

    words: str
    italic: bool = False
    strong: bool = False


def runs(text: str) -> list[Run]:
    """The text without its marks, in stretches; empty text gives no stretch."""
    found: list[Run] = []
    at = 0
    for match in _MARKED.finditer(text):
        if match.start() > at:
            found.append(Run(text[at : match.start()]))
        strong = match.group("strong")
        found.append(Run(strong, strong=True) if strong else Run(match.group("italic"), italic=True))
        at = match.end()
    if at < len(text):
        found.append(Run(text[at:]))
    return found


def plain(text: str) -> str:
    """The text as it is spoken or searched: without marks."""
    return "".join(run.words for run in runs(text))
