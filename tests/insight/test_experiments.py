"""The laboratory: what may be registered, how it is judged, and what is said of a file that somebody else wrote."""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from textwrap import dedent
from typing import Any

import numpy as np
import pytest

from game.insight.experiments import Band, Lab, all_experiments, at_least, at_most, experiment, from_memory, within
from game.insight.experiments.lab import Experiment, apart
from game.insight.experiments.outside import Unusable, load
from game.insight.experiments.table import WIDTH, bounds, page, shown, spread
from game.insight.experiments.verdicts import Row, Verdict, judged, verdicts
from game.rules.parameters import DEFAULT

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "outside_findings.py"


def made(measure: Callable[[Lab], Any] = lambda lab: {"kept": 0.5}, **changed: Any) -> Experiment:
    """An experiment that is on no shelf: half of the words are kept."""
    given = {
        "finding": "Half of the words are kept",
        "source": "Nobody 1900",
        "bands": {"kept": within(0.4, 0.6)},
    } | changed
    with apart() as found:
        experiment(given.pop("id", "X99"), **given)(measure)
    return found[0]


def written(folder: Path, text: str) -> Path:
    """A file of experiments, with the imports that every such file has on its first line."""
    path = folder / "mine.py"
    path.write_text("from game.insight.experiments import *\n" + dedent(text).lstrip("\n"), encoding="utf-8")
    return path


def row(experiment: Experiment, seeds: int = 3) -> Row:
    return verdicts([experiment], DEFAULT, seeds)[0]


# ---- bands and the lab -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("band", "holds", "misses"),
    [(within(1, 2), (1, 1.5, 2), (0.99, 2.01)), (at_least(1), (1, 9), (0.99,)), (at_most(1), (1, -9), (1.01,))],
)
def test_both_ends_belong_to_a_band(band: Band, holds: tuple[float, ...], misses: tuple[float, ...]) -> None:
    assert all(map(band.holds, holds)) and not any(map(band.holds, misses))


@pytest.mark.parametrize("ends", [(None, None), (2, 1), (math.nan, 1), (0, math.inf), ("0", 1)])
def test_a_band_without_sense_is_refused(ends: tuple[Any, Any]) -> None:
    with pytest.raises(ValueError):
        Band(*ends)


def test_luck_goes_by_seed_and_experiment() -> None:
    """An experiment gives the same whichever others are run with it, and no two share their luck."""
    first, again = (Lab(DEFAULT, 1, experiment="V01").rng.random(4) for _ in range(2))
    other_seed, other = Lab(DEFAULT, 2, experiment="V01").rng.random(4), Lab(DEFAULT, 1, experiment="V02").rng.random(4)
    assert (first == again).all()
    assert (first != other_seed).all() and (first != other).all()


# ---- the shelf -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"id": "v01"}, "'v01' is no id"),
        ({"id": "X"}, "'X' is no id"),
        ({"id": "X 1"}, "'X 1' is no id"),
        ({"id": 7}, "7 is no id"),
        ({"finding": " "}, "needs its finding"),
        ({"source": None}, "needs its source"),
        ({"confidence": "sure"}, "allowed are “sourced”, “from memory”, “theory”"),
        ({"bands": {}}, "at least one band"),
        ({"bands": within(0, 1)}, "at least one band"),
        ({"bands": {"kept": (0, 1)}}, "'kept': (0, 1) is not one"),
        ({"contested": True}, "contested of experiment X99 is a sentence"),
        ({"measure": "no function"}, "stands above no function"),
        ({"id": "V01"}, "there is an experiment V01 already"),
    ],
)
def test_what_is_no_experiment_is_refused_in_one_sentence(wrong: dict[str, Any], told: str) -> None:
    all_experiments()
    with pytest.raises(ValueError) as refused:
        made(**wrong)
    assert told in str(refused.value) and "\n" not in str(refused.value)


def test_the_games_own_findings_are_those_of_the_table() -> None:
    """science.md 5 by id and in order; every one says what it found, who published it and where it has to lie."""
    ids = [one.id for one in all_experiments()]
    wanted = [*range(1, 8), 10, *range(12, 23), *range(24, 28), *range(31, 36), 37, 40]
    assert ids == [f"V{n:02}" for n in wanted if n != 23]


# ---- verdicts --------------------------------------------------------------------------------


def test_every_seed_has_to_hold() -> None:
    """Two seeds of three inside the band are not enough."""
    found = row(made(lambda lab: {"kept": 0.7 if lab.seed == 3 else 0.5}))
    assert (found.verdict, found.passed, found.measured) == (Verdict.RED, False, {"kept": (0.5, 0.5, 0.7)})
    assert row(found.experiment, seeds=2).passed


def test_a_size_from_memory_is_never_red() -> None:
    remembered = made(lambda lab: {"kept": 9.0}, bands={"kept": from_memory(0, 1)})
    assert (row(remembered).verdict, row(remembered).passed) == (Verdict.FROM_MEMORY, True)
    beside = made(lambda lab: {"kept": 9.0, "sign": 1}, bands={"kept": from_memory(0, 1), "sign": at_least(0)})
    assert row(beside).verdict == Verdict.HOLDS


def test_an_experiment_measures_the_law_it_is_given() -> None:
    """A theory is another set of parameters: the same experiment under it gives another figure."""
    noted = made(lambda lab: {"kept": lab.law.chi})
    assert judged(noted, replace(DEFAULT, chi=0.5), [1]).passed and not judged(noted, DEFAULT, [1]).passed


def _stops(lab: Lab) -> dict[str, float]:
    raise RuntimeError("two\nlines")


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        (lambda lab: {"kept": 1 / 0}, "it stopped with ZeroDivisionError: division by zero."),
        (_stops, "it stopped with RuntimeError: two lines."),
        (lambda lab: exit(3), "it stopped with SystemExit: 3."),
        (lambda lab: {"kept": math.nan}, "its figure “kept” is nan; give a finite number."),
        (lambda lab: {"kept": math.inf}, "its figure “kept” is inf"),
        (lambda lab: {"kept": np.ones(3)}, "its figure “kept” is array([1., 1., 1.]); give one number."),
        (lambda lab: {"kept": None}, "its figure “kept” is None; give one number."),
        (lambda lab: {"kpet": 0.5}, "it returns the figures kpet; its bands name kept."),
        (lambda lab: {}, "it returns the figures none; its bands name kept."),
        (lambda lab: 0.5, "it returns float; return a dictionary of its figures: kept."),
    ],
)  # fmt: skip
def test_a_broken_experiment_is_told_and_the_others_go_on(measure: Callable[[Lab], Any], told: str) -> None:
    broken, sound = verdicts([made(measure), made(id="X98")], DEFAULT, 2)
    assert (broken.verdict, broken.passed, broken.measured) == (Verdict.BROKEN, False, {}) and sound.passed
    assert re.match(rf"{re.escape(__file__)}, line \d+: ", broken.trouble)
    assert told in broken.trouble and "\n" not in broken.trouble


# ---- the page --------------------------------------------------------------------------------


def test_figures_show_three_digits_and_seeds_their_range() -> None:
    told = [shown(x) for x in (0.1234, 4.444, 17.45, 123.4, 1234.5, -0.0001)]
    assert told == ["0.123", "4.44", "17.4", "123", "1,234", "0.000"]
    assert (spread([0.5, 0.50001]), spread([0.8, 0.75, 0.76])) == ("0.500", "0.750 to 0.800")
    told = [bounds(band) for band in (within(0.7, 0.8), at_least(3), at_most(2.25))]
    assert told == ["0.7 to 0.8", "at least 3", "at most 2.25"]


def test_the_page_says_what_is_red_why_and_what_is_contested() -> None:
    red = made(lambda lab: {"kept": 0.5, "broken": 0.9}, id="X02", why_red="Nobody keeps that many.",
               bands={"kept": within(0, 1), "broken": at_most(0.5)})  # fmt: skip
    holds, stops = made(id="X01", contested="Some say a third."), made(_stops, id="X03", finding="A long story. " * 30)
    lines = page(verdicts([holds, red, stops], DEFAULT, 3), 3)
    assert max(map(len, lines)) <= WIDTH and not any(line != line.rstrip() for line in lines)
    (first,) = (line for line in lines if line.startswith("X02") and "RED" in line)
    # The gravest figure comes first, so that a finding's verdict is on its first line.
    assert "broken" in first and "at most 0.5" in first
    counted = "3 findings: 1 hold, 1 red, 1 broken; 3 seeds, all of which must pass; 20,000 draws or more"
    assert any(line.startswith(counted) for line in lines)
    told = "\n".join(lines)
    assert "Why red\n  X02  Nobody keeps that many." in told
    assert "Contested\n  X01  Some say a third." in told
    assert "Broken\n  X03  " in told and "RuntimeError: two lines." in told


# ---- a file from outside ---------------------------------------------------------------------

REGISTERED = '@experiment("{id}", finding="f", source="s", bands={{"kept": within(0, 1)}})\ndef f(lab):\n    return {{"kept": 0.5}}\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = (", "line 2: Python cannot read this line: '(' was never closed; mend it."),
        ("\n\nif True:\nx", "Python cannot read this line: expected an indented block"),
        ("1 / 0", "line 2: it stopped with ZeroDivisionError: division by zero; mend that line."),
        ("import nowhere_at_all", "line 2: it stopped with ModuleNotFoundError: No module named 'nowhere_at_all'; use what is installed"),
        ("raise SystemExit", "line 2: it stopped with SystemExit; the file is run for what it registers"),
        ("x = 1", "registers no experiment; write @experiment(id,"),
        (REGISTERED.format(id="V01"), "line 2: there is an experiment V01 already; give this one an id of its own."),
        (REGISTERED.format(id="X01") * 2, "line 5: there is an experiment X01 already"),
        (REGISTERED.format(id="x01"), "line 2: 'x01' is no id of an experiment"),
        ('experiment("X01", finding="f", source="s")', "line 2: it stopped with TypeError"),
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
        real = inspect.signature(getattr(import_module(f"game.rules.{module}"), function))
        assert list(real.parameters)[: len(args)] == args, name


def test_the_example_in_the_docs_is_the_example() -> None:
    shown_code = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "experiments.md").read_text("utf-8"), re.S)
    assert shown_code is not None
    lines = {line for line in shown_code[1].splitlines() if line.strip() and not line.startswith("from game.insight")}
    assert lines <= set(EXAMPLE.read_text("utf-8").splitlines())
