"""The laboratory: what may be registered, how it is judged, and the page on which it is told."""

from __future__ import annotations

import functools
import math
import re
import warnings
from collections.abc import Callable
from dataclasses import fields, replace
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from game.insight.experiments import (
    Band,
    Lab,
    all_experiments,
    at_least,
    at_most,
    beside,
    experiment,
    from_memory,
    within,
)
from game.insight.experiments.lab import Experiment, apart
from game.insight.experiments.reading import beside_its_band, bounds, shown, spread
from game.insight.experiments.table import WIDTH, page
from game.insight.experiments.verdicts import Row, Verdict, judged, verdicts
from game.rules import trust
from game.rules.parameters import DEFAULT, Parameters
from game.rules.theories import THEORIES


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


def row(experiment: Experiment, seeds: int = 3) -> Row:
    return verdicts([experiment], DEFAULT, seeds)[0]


# ---- bands and the lab -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("band", "holds", "misses"),
    [(within(1, 2), (1, 1.5, 2), (0.99, 2.01)), (at_least(1), (1, 9), (0.99,)), (at_most(1), (1, -9), (1.01,))],
)
def test_both_ends_belong_to_a_band(band: Band, holds: tuple[float, ...], misses: tuple[float, ...]) -> None:
    assert all(map(band.holds, holds)) and not any(map(band.holds, misses))


@pytest.mark.parametrize(
    "ends",
    [
        (None, None),
        (2, 1),
        (math.nan, 1),
        (0, math.inf),
        ("0", 1),
        (False, 1),
        (0, np.True_),
        (np.zeros(1), 1),
        (0, 10**400),
        (0, 1j),
    ],
)
def test_a_band_without_sense_is_refused(ends: tuple[Any, Any]) -> None:
    with pytest.raises(ValueError):
        Band(*ends)


@pytest.mark.parametrize("end", [np.int64(1), np.float32(1), np.float64(1), np.array(1.0), Fraction(1), 1])
def test_any_real_number_ends_a_band(end: Any) -> None:
    """What numpy reckons may be put in as it is, and a program reads a plain number."""
    band = within(0, end)
    assert band.holds(1) and not band.holds(1.01) and type(band.high) is float


def test_what_is_not_judged_says_why() -> None:
    told = [(band.judged, band.word) for band in (from_memory(0, 1), beside(0, 1), Band(0, 1, judged=False))]
    assert told == [(False, "from memory"), (False, "not judged"), (False, "not judged")]
    with pytest.raises(ValueError, match="“not judged” or “from memory”, not 'later'"):
        Band(0, 1, judged=False, word="later")


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
        (
            {"bands": within(0, 1)},
            "are a dictionary from a figure's name to a band: bands={'name of a figure': within(low, high)}",
        ),
        ({"bands": [within(0, 1)]}, "are a dictionary from a figure's name to a band"),
        ({"standing": "true"}, "allowed are “tested”, “fitted”, “by construction”"),
        ({"standing": None}, "the standing of experiment X99 is None"),
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


@pytest.mark.parametrize(
    ("shown_beside", "word"), [(from_memory(0, 1), Verdict.FROM_MEMORY), (beside(0, 1), Verdict.NOT_JUDGED)]
)
def test_a_size_shown_beside_is_never_red(shown_beside: Band, word: Verdict) -> None:
    """Alone it gives the finding its word; beside a figure that is judged the judged one decides."""
    alone = row(made(lambda lab: {"kept": 9.0}, bands={"kept": shown_beside}))
    assert (alone.verdict, alone.passed) == (word, True)
    both = made(lambda lab: {"kept": 9.0, "sign": 1}, bands={"kept": shown_beside, "sign": at_least(0)})
    assert row(both).verdict == Verdict.HOLDS


def test_an_experiment_measures_the_law_it_is_given() -> None:
    """A theory is another set of parameters: the same experiment under it gives another figure."""
    noted = made(lambda lab: {"kept": lab.law.chi})
    assert judged(noted, replace(DEFAULT, chi=0.5), [1]).passed and not judged(noted, DEFAULT, [1]).passed


def _stops(lab: Lab) -> dict[str, float]:
    raise RuntimeError("two\nlines")


def _writes(lab: Lab) -> dict[str, float]:
    lab.law.b_trust[0] = 9
    return {"kept": 0.5}


def _sets(lab: Lab) -> dict[str, float]:
    lab.law.chi = 0.5  # type: ignore[misc]
    return {"kept": 0.5}


def _ends(lab: Lab) -> dict[str, float]:
    raise ValueError("It is over.")


def _divides(lab: Lab) -> dict[str, float]:
    return {"kept": float(np.float64(0) / np.float64(lab.seed - lab.seed))}


def _asks_a_rule(lab: Lab) -> dict[str, float]:
    return {"kept": trust.evidence(True, 1.0, 1.0, 1.0, 0.0, 7, lab.law)}


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        (lambda lab: {"kept": 1 / 0}, "it stopped with ZeroDivisionError: division by zero."),
        (_stops, "it stopped with RuntimeError: two lines."),
        (_ends, "it stopped with ValueError: It is over."),
        (_writes, "read-only; what is given stays as it is: copy it, or make another law with dataclasses.replace."),
        (_sets, "cannot assign to field 'chi'; what is given stays as it is: copy it"),
        (_asks_a_rule, "it stopped with IndexError: index 7 is out of bounds for axis 0 with size 4, in game.rules.trust.evidence."),
        (_divides, "its figure “kept” is nan; give a finite number (warned at "),
        (lambda lab: exit(3), "it stopped with SystemExit: 3."),
        (lambda lab: {"kept": math.nan}, "its figure “kept” is nan; give a finite number."),
        (lambda lab: {"kept": math.inf}, "its figure “kept” is inf"),
        (lambda lab: {"kept": np.ones(3)}, "its figure “kept” is array([1., 1., 1.]); give one number."),
        (lambda lab: {"kept": None}, "its figure “kept” is None; give one number."),
        (lambda lab: {"kept": True}, "its figure “kept” is True; give one number."),
        (lambda lab: {"kept": np.True_}, "; give one number."),
        (lambda lab: {"kept": "0.5"}, "its figure “kept” is '0.5'; give one number."),
        (lambda lab: {"kept": np.ones(1)}, "its figure “kept” is array([1.]); give one number."),
        (lambda lab: {"kept": 10**400}, "its figure “kept” is inf; give a finite number."),
        (lambda lab: {"two\nlines": 0.5}, "it returns the figures two lines; its bands name kept."),
        (lambda lab: {"kpet": 0.5}, "it returns the figures kpet; its bands name kept."),
        (lambda lab: {}, "it returns the figures none; its bands name kept."),
        (lambda lab: 0.5, "it returns float; return a dictionary of its figures: kept."),
    ],
)  # fmt: skip
def test_a_broken_experiment_is_told_and_the_others_go_on(measure: Callable[[Lab], Any], told: str) -> None:
    broken, sound = verdicts([made(measure), made(id="X98")], DEFAULT, 2)
    assert (broken.verdict, broken.passed, broken.measured) == (Verdict.BROKEN, False, {}) and sound.passed
    assert re.match(rf"{re.escape(__file__)}, line \d+: ", broken.trouble)
    assert told in broken.trouble and "\n" not in broken.trouble and not broken.trouble.endswith("..")


@pytest.mark.parametrize("value", [1, np.int64(1), np.float32(1), np.array(1.0), Fraction(1)])
def test_any_real_number_is_a_figure(value: Any) -> None:
    assert row(made(lambda lab: {"kept": value}, bands={"kept": within(1, 1)})).measured == {"kept": (1.0, 1.0, 1.0)}


def test_nothing_that_is_measured_can_change_a_law() -> None:
    """Every vector of every theory, and of a law made of one's own numbers, which stay one's own."""
    own = np.zeros(4)
    for law in (*(one.law for one in THEORIES.values()), replace(DEFAULT, tied=own)):
        vectors = [
            value for value in (getattr(law, one.name) for one in fields(Parameters)) if isinstance(value, np.ndarray)
        ]
        assert len(vectors) > 5 and not any(vector.flags.writeable for vector in vectors)
    own[0] = 1.0


def test_a_failing_line_is_the_scholars_own() -> None:
    """Not the line of the rule that was called with what it cannot take."""
    first = _asks_a_rule.__code__.co_firstlineno
    assert f"{__file__}, line {first + 1}: " in row(made(_asks_a_rule)).trouble


def _overflows(lab: Lab) -> dict[str, float]:
    np.log(np.zeros(2))
    trust.readiness(-1e6, 1.0, 0.0, 0.0, 0, lab.law)
    warnings.warn("mind the step.", stacklevel=1)
    np.seterr(all="raise")
    return {"kept": 0.5}


def test_a_warning_is_told_with_the_row_and_never_raw(capfd: pytest.CaptureFixture[str]) -> None:
    """Once for all seeds; and what an experiment sets for numpy is afterwards as it was."""
    before = np.geterr()
    warned = row(made(_overflows, id="X01"))
    first = _overflows.__code__.co_firstlineno
    assert warned.passed and np.geterr() == before and capfd.readouterr() == ("", "")
    assert warned.note == f"Warned at {__file__}, line {first + 1}: divide by zero encountered in log, and 2 more."
    told = "\n".join(page([warned], 3))
    assert "Warnings\n  X01  Warned at " in told

    def one(lab: Lab) -> dict[str, float]:
        return {"kept": float(trust.readiness(-1e6, 1.0, 0.0, 0.0, 0, lab.law))}

    noted = row(made(one, bands={"kept": at_least(0)})).note
    assert noted.endswith(": overflow encountered in exp, in game.rules.trust.readiness.")


async def _later(lab: Lab) -> dict[str, float]:
    return {"kept": 0.5}


def _bit_by_bit(lab: Lab) -> Any:
    yield {"kept": 0.5}


@pytest.mark.parametrize(
    "measure", [lambda: {}, lambda lab, more: {}, lambda *, lab: {}, _later, _bit_by_bit], ids=["none", "two", "named", "async", "yield"]
)  # fmt: skip
def test_a_function_that_does_not_take_a_lab_and_answer_is_refused(measure: Any) -> None:
    with pytest.raises(ValueError, match=r"write `def name\(lab\):`$"):
        made(measure)


def test_a_decorated_function_is_taken_for_what_it_is_called_with() -> None:
    """A wrapper that supplies the second argument may be called with a Lab alone."""

    def inner(lab: Lab, share: float) -> dict[str, float]:
        return {"kept": share}

    @functools.wraps(inner)
    def outer(lab: Lab) -> dict[str, float]:
        return inner(lab, 0.5)

    assert row(made(outer)).passed


# ---- the page --------------------------------------------------------------------------------


def test_figures_show_three_digits_and_seeds_their_range() -> None:
    told = [shown(x) for x in (0.1234, 4.444, 17.45, 123.4, 1234.5, -0.0001)]
    assert told == ["0.123", "4.44", "17.4", "123", "1,234", "-0.00010"]
    assert (spread([0.5, 0.50001]), spread([0.8, 0.75, 0.76])) == ("0.500", "0.750 to 0.800")
    told = [bounds(band) for band in (within(0.7, 0.8), at_least(3), at_most(2.25), within(0, 1500))]
    assert told == ["0.7 to 0.8", "at least 3", "at most 2.25", "0 to 1,500"]


@pytest.mark.parametrize(
    ("value", "band", "told"),
    [
        (0.5, within(0.3, 0.5), ("0.500", "0.3 to 0.5")),
        (0.50004, within(0.3, 0.5), ("0.50004", "0.3 to 0.5")),
        (0.5, within(0.3, 0.50004), ("0.500", "0.3 to 0.5")),
        (0.50002, within(0.3, 0.50001), ("0.50002", "0.3 to 0.50001")),
        (0.00025, at_most(0.01), ("0.00025", "at most 0.01")),
        (-1e-9, at_least(0), ("-0.000000001", "at least 0")),
        (1e-17, at_least(0), ("0.000", "at least 0")),
        (1e60, within(0, 1e90), ("1e+60", "0 to 1e+90")),
        (1000000.5, at_most(1000000), ("1000000.5", "at most 1000000")),
        (math.nextafter(0.3, 1), at_most(0.3), ("0.30000000000000004", "at most 0.3")),
    ],
)  # fmt: skip
def test_a_reader_comes_to_the_same_verdict(value: float, band: Band, told: tuple[str, str]) -> None:
    """As many digits as that takes, and no more."""
    assert beside_its_band([value], band) == told


def test_the_page_keeps_its_width_whatever_stands_in_it() -> None:
    """Great numbers, long names and characters that would command a terminal."""
    name = "a" * 90
    wide = made(
        lambda lab: {name: -1.2345e300 * lab.seed}, id="X" + "1" * 11, bands={name: within(-1.5e300, 1.23456e299)},
        finding="\x1b[31mred\x85and\nso on", source="\ud800 \x07",
    )  # fmt: skip
    remembered = made(lambda lab: {"kept": 1e300 / 7}, bands={"kept": from_memory(1e200 / 3, 1e300 / 9)})
    lines = page(verdicts([wide, remembered], DEFAULT, 3), 3)
    assert max(map(len, lines)) <= WIDTH
    told = "\n".join(lines)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", told) and "red and so" in told


def test_the_page_says_what_is_red_why_and_what_is_contested() -> None:
    red = made(lambda lab: {"kept": 0.5, "broken": 0.9}, id="X02", why_red="Nobody keeps that many.",
               bands={"kept": within(0, 1), "broken": at_most(0.5)})  # fmt: skip
    holds, stops = made(id="X01", contested="Some say a third."), made(_stops, id="X03", finding="A long story. " * 30)
    lines = page(verdicts([holds, red, stops], DEFAULT, 3), 3)
    assert max(map(len, lines)) <= WIDTH and not any(line != line.rstrip() for line in lines)
    (first,) = (line for line in lines if line.startswith("X02") and "RED" in line)
    # The gravest figure comes first, so that a finding's verdict is on its first line.
    assert "broken" in first and "at most 0.5" in first
    told = "\n".join(lines)
    counted = "3 findings: 1 hold (1 tested), 1 red, 1 broken; 3 seeds, all of which must pass; 20,000 draws where chance is drawn,"
    assert counted in told.replace("\n", " ") and "By construction:" not in told
    assert "Why red\n  X02  Nobody keeps that many." in told
    assert "Contested\n  X01  Some say a third." in told
    assert "Broken\n  X03  " in told and "RuntimeError: two lines." in told


def test_the_page_counts_how_findings_stand() -> None:
    """A finding on which parameters were set proves less than one on which none was."""
    kinds = ("tested", "fitted", "by construction", "by construction")
    found = [made(id=f"X0{n}", standing=kind) for n, kind in enumerate(kinds)]
    miss = made(id="X09", standing="fitted", bands={"kept": at_most(0.1)})
    told = "\n".join(page(verdicts([*found, miss], DEFAULT, 1), 1))
    assert "5 findings: 4 hold (1 tested, 1 fitted, 2 by construction), 1 red;" in told
    assert "By construction: it follows from the form" in told and told.count("\nX0") == 5
    assert re.search(r"sourced\n.* fitted$", told, re.M)
