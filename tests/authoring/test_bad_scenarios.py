"""One bad file for each thing that can be wrong: its first line says the code, the place and how grave it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.authoring import read, report
from game.authoring.checks import CHECKS
from game.authoring.diagnostics import CODES, Diagnostic, Severity, format_diagnostic
from tests.authoring.places import BAD, PLAYBOOK, SOUND


def expected(path: Path) -> tuple[str, int, int, str]:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    match = re.fullmatch(r"# expect: (S\d{3}) (\d+):(\d+) (\w+)", first)
    assert match, first
    return match[1], int(match[2]), int(match[3]), match[4]


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_the_fault_is_found_where_it_stands_and_nothing_else_is(path: Path) -> None:
    """One fault, one remark: code, line, column and severity as the file's first line says."""
    loaded, found = read(path, PLAYBOOK)
    assert [(d.code, d.line, d.column, d.severity.word) for d in found] == [expected(path)], report(found)
    assert (loaded is None) == (found[0].severity is Severity.ERROR)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_remark_is_plain_english_with_a_hint(path: Path) -> None:
    """No word of Python, no traceback; the line in words, the line itself with a caret, and one hint."""
    found = read(path, PLAYBOOK)[1]
    text = format_diagnostic(found[0])
    assert not re.search(r"Traceback|\bstr\b|\bint\b|\bdict\b|NoneType|pydantic|yaml\.|Error\b", text)
    assert f"line {found[0].line}" in text
    caret = next(line for line in text.splitlines() if line.strip(" |") == "^")
    above = text.splitlines()[text.splitlines().index(caret) - 1]
    assert caret.index("^") < len(above)
    assert found[0].hint and text.count("hint:") == 1


def test_every_code_has_a_bad_file() -> None:
    """A code nobody can be shown is a code nobody has tried."""
    assert {path.stem[:4] for path in BAD} == set(CODES)


def test_every_check_speaks_with_the_code_its_docstring_names() -> None:
    """One check, one function, one code."""
    named = [(check.__doc__ or "")[:4] for check in CHECKS]
    assert len(set(named)) == len(CHECKS) and set(named) <= set(CODES)


def test_a_sound_scenario_is_without_remark() -> None:
    assert read(SOUND, PLAYBOOK)[1] == []


def test_a_report_is_sorted_and_counts() -> None:
    """Remarks come in the order of the file, each once, and the last line adds them up."""
    late = Diagnostic("S003", Severity.ERROR, "a.yaml", 9, 1, "", "late.")
    early = Diagnostic("S024", Severity.WARNING, "a.yaml", 2, 1, "", "early.")
    text = report([late, early, late])
    assert text.index("early.") < text.index("late.")
    assert text.endswith("1 error, 1 warning")
