"""What is wrong with an author's file, as data.

Reading a scenario never raises and never prints: it collects these records, and only the command line shows them. One
record says one thing: what was found, what is allowed, the nearest match, and what to type. No Python words appear in it.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from ..printable import printable

MOST_SHOWN = 100
MOST_COMPARED = 1000
"""Nobody mends more at once, and looking for the nearest of many thousand ids takes longer than reading them."""


class Severity(IntEnum):
    """In the order in which an author should look at them."""

    ERROR = 0  # the scenario cannot be played
    WARNING = 1  # it can, but probably not as meant
    NOTE = 2

    @property
    def word(self) -> str:
        return self.name.lower()


CODES: dict[str, str] = {
    "S001": "YAML that cannot be read",
    "S002": "a key written twice",
    "S003": "an unknown key",
    "S004": "a key that is missing",
    "S005": "the wrong kind of value",
    "S006": "a value out of range, or not one of those allowed",
    "S007": "a value that plain YAML would change, read as text",
    "S008": "a part of YAML that scenarios do not use: alias, anchor, tag, second document",
    "S009": "too large, too deep or too long",
    "S010": "a reference to an unknown id",
    "S011": "an id given twice",
    "S012": "an id that differs only by case",
    "S013": "a file that cannot be read or lies outside the scenario's folder",
    "S014": "a condition that cannot be read",
    "S020": "an inject that can never come",
    "S022": "an inject whose options are all conditional",
    "S024": "a flag read but never set, or set and never read",
    "S025": "a condition outside the range of what it compares",
    "S026": "an inject that must come and never can",
    "S031": "a text too long",
    "S032": "a cue without its five phrases",
    "S033": "an adviser whose words do not hold his chance",
    "S034": "a crown inject without its minutes",
    "S035": "two options that are the same act",
    "S036": "an option nobody can afford",
    "S037": "a crisis without a fortnight that can always come",
    "S038": "verdicts without a last one that always holds",
    "S039": "more than two estimates a term",
    "S040": "weights that do not add up",
    "S041": "an option that leads back to its own inject at once",
    "S042": "a part that nobody plays: no secretary, no minister of a leaning",
    "S043": "an act or a pledge that is aimed at nobody",
    "S044": "a crisis, a fortnight or a probe without another side",
    "S045": "a leaning and term without a mandate",
    "S046": "fewer than three climates",
    "S047": "a worn phrase",
}
"""Every code there is, with what it says in general; `game check --explain` and the reference print this table."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One remark about one place. `line` and `column` count from 1; 0 stands for the file as a whole."""

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    path: str  # injects.the-bond.options.pay-by-noon
    message: str
    hint: str = ""
    source: str = ""  # the line of the file

    @property
    def order(self) -> tuple[str, int, int, int, str, str]:
        return (self.file, self.line, self.column, self.severity, self.code, self.message)


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """As they stand in the file, each once."""
    return sorted(set(diagnostics), key=lambda d: d.order)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(d.severity is Severity.ERROR for d in diagnostics)


def format_diagnostic(d: Diagnostic) -> str:
    """The printed shape: place, severity and message; the path; the source line with a caret; one hint."""
    place = f"{d.file}:{d.line}:{d.column}" if d.line else d.file
    lines = [f"{place}: {d.severity.word} {d.code}: {d.message}"]
    where = [f"in {d.path}"] if d.path else []
    where += [f"line {d.line}"] if d.line else []
    if where:
        lines.append("  " + ", ".join(where))
    if d.source.strip():
        lines += ["  | " + window for window in _with_caret(d.source, d.column)]
    if d.hint:
        lines.append(f"  hint: {d.hint}")
    return "\n".join(lines)


def report(diagnostics: Iterable[Diagnostic]) -> str:
    """The first of them in order, and a last line that counts them all."""
    found = ordered(diagnostics)
    counts = [(sum(d.severity is s for d in found), s.word) for s in Severity]
    total = ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n) or "nothing to remark"
    if len(found) > MOST_SHOWN:
        total += f"; the first {MOST_SHOWN} are shown, mend these and check again"
    return "\n\n".join([*map(format_diagnostic, found[:MOST_SHOWN]), total])


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, or "" when none is near."""
    known = list(islice(known, MOST_COMPARED))
    lowered = {k.lower(): k for k in reversed(known)}
    close = difflib.get_close_matches(word.lower(), list(lowered), n=1, cutoff=0.6)
    return lowered[close[0]] if close else ""


def did_you_mean(word: str, known: Iterable[str], most: int = 24) -> str:
    """The hint for an unknown word: the nearest, else the list when it is short."""
    known = list(known)
    near = nearest(word, known)
    if near:
        return f"Did you mean “{near}”?"
    if not known:
        return "There is none to refer to yet."
    listed = ", ".join(sorted(known)[:most])
    return f"Known here: {listed}{', ...' if len(known) > most else ''}."


def quoted(text: object, most: int = 60) -> str:
    """A value in an author's message: short, on one line, in quotation marks."""
    flat = printable(" ".join(str(text).split()))
    return f"“{flat if len(flat) <= most else flat[: most - 1] + '…'}”"


def _with_caret(source: str, column: int, width: int = 110) -> list[str]:
    """The line and a caret under the column; a long line is shown around the column only."""
    source = source.replace("\t", " ")
    start = max(0, column - 1 - width // 2) if len(source) > width else 0
    shown = source[start : start + width]
    return [shown, " " * (column - 1 - start) + "^"] if column else [shown]
