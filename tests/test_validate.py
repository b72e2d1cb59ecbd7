"""`validate` as it is typed: the page, the list for a program, the exit codes, and findings from a scholar's own file."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from game.cli import main
from game.commands import model_page
from game.commands.trouble import Trouble
from game.insight.soundness import sensitivity

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "docs" / "outside_findings.py"
BROKEN = """
from game.insight.experiments import experiment, within

print("a word on the way")

@experiment("X05", finding="Nothing is left", source="Nobody 1900", bands={"left": within(0, 1)})
def left(lab):
    print("another")
    return {"left": 1 / 0}

@experiment("X06", finding="Something is left", source="Nobody 1900", bands={"left": within(0, 1)}, why_red="There is more.")
def more(lab):
    return {"left": 2}
"""


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "mine.py"
    path.write_text(BROKEN)
    return path


def test_one_finding_is_told_and_the_exit_code_says_that_it_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--only", "v04, V16", "--seeds", "1"]) == 0
    told = capsys.readouterr().out
    assert [line[:3] for line in told.splitlines() if line[:1] == "V"] == ["V04", "V16"]
    assert re.search(r"2 findings: 2 hold \(.*\); 1 seed; 20,000 draws", told)


def test_a_program_reads_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    """The keys are fixed; what an outside file prints on its way does not stand among them."""
    assert main(["validate", "--only", "V04", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert list(told) == ["id", "measured", "band", "pass", "confidence", "source"]
    assert told["id"] == "V04" and told["pass"] is True and told["confidence"] == "sourced"
    assert told["measured"].keys() == told["band"].keys()
    assert all(len(values) == 3 for values in told["measured"].values())
    assert all(band == {"low": 0.03, "high": None, "judged": True} for band in told["band"].values())


def test_what_fails_outside_is_one_sentence_and_exit_code_1(capsys: pytest.CaptureFixture[str], broken: Path) -> None:
    assert main(["validate", "--experiments", str(broken), "--only", "V04,X05,X06"]) == 1
    out, err = capsys.readouterr()
    assert re.search(r"3 findings: 1 hold \(.*\), 1 red, 1 broken", out) and "X06  There is more." in out
    # A sentence may be wrapped for the page.
    assert f"X05 {broken}, line 9: it stopped with ZeroDivisionError: division by zero." in " ".join(out.split())
    assert "Traceback" not in out + err
    assert "word on the way" not in out and "another" not in out


def test_a_program_reads_what_is_broken_too(capsys: pytest.CaptureFixture[str], broken: Path) -> None:
    assert main(["validate", "--experiments", str(broken), "--only", "X05,X06", "--json"]) == 1
    out, err = capsys.readouterr()
    stopped, red = json.loads(out)
    assert (stopped["id"], stopped["measured"], stopped["pass"]) == ("X05", {}, False)
    assert (red["id"], red["measured"], red["pass"]) == ("X06", {"left": [2.0, 2.0, 2.0]}, False)
    assert f"good-offices: X05 is broken: {broken}, line 9" in err


def test_several_files_are_measured_together(capsys: pytest.CaptureFixture[str], broken: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.py"
    more.write_text(BROKEN.replace("X05", "X07").replace("X06", "X08").replace("1 / 0", "0.5"))
    told = ["validate", "--experiments", str(broken), "--experiments", str(more), "--only", "X06,X07,X08", "--json"]
    assert main(told) == 1
    assert [(one["id"], one["pass"]) for one in json.loads(capsys.readouterr().out)] == [
        ("X06", False),
        ("X07", True),
        ("X08", False),
    ]


def test_the_worked_example_runs_from_any_folder(tmp_path: Path) -> None:
    """In a process of its own, as a scholar would type it, with the page in a pipe: no colour, nothing wrapped anew."""
    line = [sys.executable, str(ROOT / "main.py"), "validate", "--experiments", str(EXAMPLE), "--only", "X01,X02"]
    done = subprocess.run(
        line, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", env={**os.environ, "COLUMNS": "40"}
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 findings: 2 hold" in done.stdout and "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) > 100


def test_another_theory_is_named_above_its_findings(capsys: pytest.CaptureFixture[str]) -> None:
    """Where publics do not punish, the finding that they do is red."""
    assert main(["validate", "--only", "V13", "--theory", "no-audience-costs"]) == 1
    assert capsys.readouterr().out.startswith("Under the theory “no-audience-costs”: No audience costs.\n")


def test_sensitivity_stands_beside_the_findings(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its page follows the table; for a program both stand under a name; a control that fails is exit code 1."""
    monkeypatch.setattr(
        sensitivity, "measure", lambda loaded, *_, **__: SimpleNamespace(name=loaded.scenario.id, holds=False)
    )
    monkeypatch.setattr(sensitivity, "lines", lambda found: [f"how {found.name} bends"])
    monkeypatch.setattr(sensitivity, "as_json", lambda found: {"bends": True})
    assert main(["validate", "--only", "V04", "--sensitivity"]) == 1
    assert capsys.readouterr().out.endswith("\n\nhow narrow-sea bends\n")
    assert main(["validate", "--only", "V04", "--sensitivity", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in told["findings"]] == ["V04"] and told["sensitivity"] == {"narrow-sea": {"bends": True}}


def test_a_page_without_its_blocks_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "model.md"
    page.write_text("# The model\n<!-- generated: validation -->\n")
    with pytest.raises(Trouble, match="has no place for the block “validation”: it needs the lines"):
        model_page.update(["a line"], ["another"], page)
    assert page.read_text() == "# The model\n<!-- generated: validation -->\n"
