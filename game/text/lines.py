"""A page as lines of text, before anybody prints it.

Pages are turned into lines by pure functions (game.text.pages), so that a test can read what a person would hear. A line
says what it is, and the voice decides how that looks: in a pipe and to a screen reader it is plain words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a line is. Every kind reads well as plain text; none is told by its colour alone."""

    TITLE = "title"  # opens a page
    HEADING = "heading"  # opens a part of it
    TEXT = "text"
    QUOTE = "quote"  # somebody's own words: a cable, a letter, an adviser
    QUIET = "quiet"  # sources, dates, hints
    CHOICE = "choice"  # a numbered choice
    WARNING = "warning"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. `mark` stands before it ("2.", "-"), and its further lines hang under its first word."""

    text: str
    role: Role = Role.TEXT
    mark: str = ""


BLANK = Line("", Role.BLANK)

Lines = Iterator[Line]
"""What a page's function yields."""


def title(text: str) -> Line:
    return Line(text, Role.TITLE)


def text(words: str) -> Line:
    return Line(words)


def quiet(words: str) -> Line:
    return Line(words, Role.QUIET)


def warning(words: str) -> Line:
    return Line(words, Role.WARNING)


def item(words: str, role: Role = Role.TEXT) -> Line:
    return Line(words, role, "-")


def choice(number: int, words: str) -> Line:
    return Line(words, Role.CHOICE, f"{number}.")


def part(heading: str, lines: Iterable[Line]) -> Lines:
    """A part of a page under its heading; nothing at all when it is empty."""
    found = list(lines)
    if found:
        yield BLANK
        yield Line(heading, Role.HEADING)
        yield from found


def written(words: str, role: Role = Role.QUOTE) -> Line:
    """A paragraph that may carry its own number: "2. She stood." hangs under its first word."""
    number, dot, rest = words.partition(". ")
    return Line(rest, role, f"{number}.") if dot and number.isdecimal() else Line(words, role)


def paragraphs(texts: Iterable[str], role: Role = Role.TEXT) -> Lines:
    """Each in its own block."""
    for words in texts:
        yield BLANK
        yield Line(words, role)


def sentence(*pieces: str) -> str:
    """The pieces that say something, as sentences: ("due Spring 2034", "", "Price: serious.") -> "Due Spring 2034. Price: serious."."""
    said = (p.strip() for p in pieces if p)
    return " ".join(begun(p if re.search(r"[.!?…:][”’)*]*$", p) else f"{p}.") for p in said if p)


def begun(words: str) -> str:
    """With a capital letter at its beginning, behind marks and quotation marks."""
    start = len(words) - len(words.lstrip("*“‘("))
    return words[:start] + words[start : start + 1].upper() + words[start + 1 :]


def counted(number: int, thing: str) -> str:
    """ "1 day", "3 days"."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def listed(words: Iterable[str], nothing: str = "") -> str:
    """ "a, b and c", as a person would say it."""
    found = [w for w in words if w]
    if len(found) < 2:
        return found[0] if found else nothing
    return f"{', '.join(found[:-1])} and {found[-1]}"
