"""A scholar's own file: how it is read, what is said of one that cannot be, and that the docs tell of the laboratory as it is."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from textwrap import dedent

import pytest

from game.insight.experiments import all_experiments
from game.insight.experiments.outside import Unusable, load
from game.insight.experiments.verdicts import Verdict, judged, verdicts
from game.rules.parameters import DEFAULT

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "outside_findings.py"


def written(folder: Path, text: str) -> Path:
    """A file of experiments, with the imports that every such file has on its first line."""
    path = folder / "mine.py"
    path.write_text("from game.insight.experiments import *\n" + dedent(text).lstrip("\n"), encoding="utf-8")
    return path


REGISTERED = '@experiment("{id}", finding="f", source="s", bands={{"kept": within(0, 1)}})\ndef f(lab):\n    return {{"kept": 0.5}}\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = (", "line 2: Python cannot read this line: '(' was never closed; mend it."),
        ("\n\nif True:\nx", "Python cannot read this line: expected an indented block"),
        ("1 / 0", "line 2: it stopped with ZeroDivisionError: division by zero; mend that line."),
        ("import nowhere_at_all", "line 2: it stopped with ModuleNotFoundError: No module named 'nowhere_at_all'; use what is installed"),
        ("raise SystemExit", "line 2: it stopped with SystemExit; the file is run for what it registers"),
        ("x = 1", 'registers no experiment; write @experiment("X01", finding="...", '),
        (REGISTERED.format(id="V01"), "line 2: there is an experiment V01 already; give this one an id of its own."),
        (REGISTERED.format(id="X01") * 2, "line 5: there is an experiment X01 already"),
        (REGISTERED.format(id="x01"), "line 2: 'x01' is no id of an experiment"),
        ('experiment("X01", finding="f", source="s")', "line 2: Python says “experiment() missing 1 required keyword-only argument:"),
        ("@experiment\ndef f(lab): ...", "line 2: Python says “experiment() missing 3 required"),
        ('experiment("X01", findings="f")', "unexpected keyword argument 'findings'”; write @experiment("),
        ("raise RuntimeError('It is over.')", "line 2: it stopped with RuntimeError: It is over; mend that line."),
        ("within(False, 1)", "line 2: the end of a band is a finite number or None, not False."),
        ('x = 1\nwithin(2, 1)', "line 3: the lower end of a band comes first: 2 is more than 1."),
        ("int('many')", "line 2: it stopped with ValueError: invalid literal"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(tmp_path: Path, text: str, told: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(Unusable) as refused:
        load(path)
    words = str(refused.value)
    assert words.startswith(str(path)) and told in words and "\n" not in words and words.endswith(".")


def test_what_is_no_file_of_experiments_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.py").write_bytes(b"# first\n# caf\xe9\n")
    (tmp_path / "null.py").write_bytes(b"x = '\0'\n")
    for path, told in (
        (tmp_path, "is a folder; say which file"),
        (tmp_path / "none.py", "there is no file"),
        (tmp_path / "latin.py", "latin.py, line 2: this is not UTF-8 text"),
        (tmp_path / "null.py", "null bytes"),
    ):
        with pytest.raises(Unusable, match=re.escape(told)):
            load(path)


def test_outside_findings_stay_off_the_games_shelf(tmp_path: Path) -> None:
    """The same file may be read twice, and leaves the game's own table as it was; a refused one too."""
    path, before = written(tmp_path, REGISTERED.format(id="X01")), all_experiments()
    assert [[one.id for one in load(path)] for _ in range(2)] == [["X01"], ["X01"]]
    with pytest.raises(Unusable):
        load(written(tmp_path, REGISTERED.format(id="X01") + "1 / 0"))
    assert all_experiments() == before


def test_several_files_share_one_shelf(tmp_path: Path) -> None:
    """Their findings come in order of id; an id may stand in one of them only, and each has to register something."""
    (tmp_path / "a").mkdir()
    second, first = written(tmp_path, REGISTERED.format(id="X02")), written(tmp_path / "a", REGISTERED.format(id="X01"))
    assert [one.id for one in load(second, first)] == ["X01", "X02"]
    with pytest.raises(Unusable, match="line 2: there is an experiment X02 already"):
        load(second, second)
    with pytest.raises(Unusable, match="registers no experiment"):
        load(second, written(tmp_path / "a", "x = 1"))


def test_the_worked_example_holds() -> None:
    found = verdicts(load(EXAMPLE), DEFAULT, 3)
    assert [(one.experiment.id, one.verdict) for one in found] == [("X01", "holds"), ("X02", "holds")]


def test_assimilation_is_what_the_second_example_measures() -> None:
    """Without it (chi 0) prior attitudes make no difference, and the finding is red."""
    prior = load(EXAMPLE)[1]
    assert judged(prior, replace(DEFAULT, chi=0.0), [1]).of("undecided over trusting") == Verdict.RED


# ---- the docs --------------------------------------------------------------------------------


def documented() -> Mapping[str, list[str]]:
    """Every rules function named in docs/experiments.md, with the arguments it is shown with."""
    text = (ROOT / "docs" / "experiments.md").read_text("utf-8")
    rows = re.findall(r"^\| ((?:`\w+\.\w+\([^)]*\)`(?:, )?)+) \|", text, re.M)
    return {name: args.split(", ") for row in rows for name, args in re.findall(r"`([\w.]+)\(([^)]*)\)`", row)}


def test_the_rules_are_as_the_docs_name_them() -> None:
    assert len(documented()) > 20
    for name, args in documented().items():
        module, _, function = name.partition(".")
        places = [
            f"game.{place}.{module}"
            for place in ("rules", "insight.experiments")
            if find_spec(f"game.{place}.{module}")
        ]
        (called,) = (
            getattr(import_module(place), function) for place in places if hasattr(import_module(place), function)
        )
        real = inspect.signature(called)
        named = [arg.partition("=")[0] for arg in args if arg != "*"]
        assert list(real.parameters)[: len(named)] == named, name


def test_the_example_in_the_docs_is_the_example() -> None:
    shown_code = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "experiments.md").read_text("utf-8"), re.S)
    assert shown_code is not None
    lines = {line for line in shown_code[1].splitlines() if line.strip() and not line.startswith("from game.insight")}
    assert lines <= set(EXAMPLE.read_text("utf-8").splitlines())


def test_findings_put_to_the_model_after_it_was_fitted() -> None:
    """Two of eight are red, with their reasons; a third would be news, and so would none."""
    rows = verdicts(load(ROOT / "docs" / "later_findings.py"), DEFAULT, seeds=3)
    assert [row.experiment.id for row in rows if not row.passed] == ["L04", "L06"]
    assert all(row.experiment.why_red for row in rows if not row.passed) and not any(row.trouble for row in rows)
