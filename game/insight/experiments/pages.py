"""The generated blocks of docs/model.md: what `validate` prints, every parameter, every theory.

Pure functions from the rules' tables to strings; what writes the file is the command.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields

import numpy as np

from game.rules.parameters import DEFAULT, Parameters
from game.rules.theories import THEORIES, Theory

_MARKS = {
    "sourced": re.compile(r"\[(S\d+b?|ICB|ARC|PEW)\b"),
    "fitted": re.compile(r"\bfitted\b"),
    "from memory": re.compile(r"\bmem-[HML]\b"),
    "choice": re.compile(r"\bchoice\b"),
}
_MERELY_COMPARED = re.compile(r"\bcompare \[\w+\]")


def blocks(validation: Sequence[str], properties: Sequence[str]) -> dict[str, str]:
    """Every block by name; `validation` and `properties` are what the command printed."""
    return {
        "validation": fenced(validation),
        "drawn": drawn(),
        "properties": fenced(properties),
        "theories": theories(THEORIES.values()),
        "parameters": parameters(DEFAULT),
    }


def drawn() -> str:
    """Whose dice: numpy promises no stream of numbers from one version to the next."""
    version = ".".join(np.__version__.split(".")[:2])
    return f"Drawn with numpy {version}; another version may draw other luck, and differ in the last digits."


def fenced(lines: Sequence[str]) -> str:
    return "\n".join(["```text", *lines, "```"])


def parameters(law: Parameters) -> str:
    """Every parameter in the order of the source, with its value, what it is and where it comes from, and how sure that is."""
    rows = (
        (
            f"`{field.name}`",
            valued(getattr(law, field.name)),
            field.metadata["source"],
            confidence(field.metadata["source"]),
        )
        for field in fields(Parameters)
    )
    table = _table(("name", "value", "what it is, and its source", "confidence"), rows)
    return f"Where two words tell the confidence, the direction is as sure as the first and the size as the second.\n\n{table}"


def confidence(source: str) -> str:
    """How sure a parameter is, read off the marks of its source.

    Where a direction is sourced and a size chosen, both are named, what is surer first; what was fitted has its source as its aim.
    """
    told = _MERELY_COMPARED.sub("", source)
    found = [name for name, mark in _MARKS.items() if mark.search(told)]
    return " and ".join(name for name in found if not (name == "sourced" and "fitted" in found))


def valued(value: object) -> str:
    """A number, or several with commas; four digits are enough to read."""
    return ", ".join(f"{float(number):.4g}" for number in np.atleast_1d(np.asarray(value, float)))


def theories(all_theories: Iterable[Theory]) -> str:
    """Each theory with its claim, its sources and a table of what it sets otherwise."""
    return "\n\n".join("\n\n".join(_theory(one)) for one in all_theories)


def _theory(one: Theory) -> list[str]:
    parts = [f"### {one.name}: `{one.id}`", f"{one.gist} {one.claim}", f"Sources: {'; '.join(one.sources)}."]
    if one.changes:
        rows = ((f"`{c.parameter}`", valued(c.default), valued(c.value), c.reason) for c in one.changes)
        parts.append(_table(("parameter", "default", "here", "why"), rows))
    return parts


def with_block(text: str, name: str, body: str) -> str:
    """The text with what stands between the block's two marks replaced.  Raises LookupError where they are not there once each."""
    opening, closing = f"<!-- generated: {name} -->", f"<!-- end: {name} -->"
    before, found, rest = text.partition(opening)
    _, ended, after = rest.partition(closing)
    if not (found and ended) or opening in rest or closing in before + after:
        raise LookupError(f"it needs the lines {opening} and {closing}, each once and in this order")
    return f"{before}{opening}\n{body}\n{closing}{after}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
