"""docs/model.md is what the model is: its generated blocks equal what the command prints and what the rules hold today."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from game.cli import main
from game.insight.experiments import all_experiments
from game.insight.experiments.pages import confidence, drawn, fenced, parameters, theories, valued, with_block
from game.insight.experiments.verdicts import verdicts
from game.rules.parameters import DEFAULT, Parameters
from game.rules.theories import THEORIES

MODEL = Path(__file__).parents[2] / "docs" / "model.md"
MEND = "run: python main.py validate --update-docs"


def block(name: str) -> str:
    found = re.search(rf"<!-- generated: {name} -->\n(.*?)\n?<!-- end: {name} -->", MODEL.read_text("utf-8"), re.S)
    assert found is not None, name
    return found[1]


def without_figures(text: str) -> str:
    """Words alone: a range of seeds may become one figure, and columns move with them."""
    return " ".join(re.sub(r"-?\d[\d.,]*( to -?\d[\d.,]*)?", "#", text).split())


def test_other_dice_may_change_figures_and_nothing_else() -> None:
    seen, drawn_again = "V12  early  1.07 to 1.08   at least 1   holds", "V12  early  1.09  at least 1  holds"
    assert without_figures(seen) == without_figures(drawn_again) != without_figures(seen.replace("holds", "RED"))


def test_the_validation_table_is_the_commands_output(capsys: pytest.CaptureFixture[str]) -> None:
    """The whole default run, word for word, or, with other dice than the page was drawn with, but for its figures."""
    code = main(["validate"])
    printed = capsys.readouterr().out.splitlines()
    told = printed.index("The model's own properties")
    same = (lambda text: text) if block("drawn") == drawn() else without_figures
    assert same(block("validation")) == same(fenced(printed[: told - 1])), MEND
    assert same(block("properties")) == same(fenced(printed[told:])), MEND
    assert code == int(any(" red" in line or " broken" in line for line in printed if " findings: " in line))


def test_the_parameters_are_the_rules_own() -> None:
    assert block("parameters") == parameters(DEFAULT), MEND


def test_the_theories_are_the_rules_own() -> None:
    assert block("theories") == theories(THEORIES.values()), MEND


def test_every_parameter_says_how_sure_it_is() -> None:
    unsure = [field.name for field in fields(Parameters) if not confidence(field.metadata["source"])]
    assert not unsure, f"no word of confidence in the source of {', '.join(unsure)}"


@pytest.mark.parametrize(
    ("source", "sure"),
    [
        ("fitted [ICB]", "fitted"),
        ("[ICB], standard error .22", "sourced"),
        ("cut in the cost; direction [S2], size choice", "sourced and choice"),
        ("half-life 2.8 months, mem-M", "from memory"),
        ("forgetting a quarter; choice, compare [S11]", "choice"),
        ("readiness; fitted, ratio choice", "fitted and choice"),
        ("nothing that is known", ""),
    ],
)
def test_confidence_is_read_off_the_source(source: str, sure: str) -> None:
    assert confidence(source) == sure


def test_values_are_short_enough_to_read() -> None:
    assert (valued(0.1541506798), valued((1.0, 2.5)), valued(4)) == ("0.1542", "1, 2.5", "4")


def test_a_block_is_replaced_and_the_rest_stays() -> None:
    text = "before\n<!-- generated: a -->\nold\n<!-- end: a -->\nafter\n"
    assert with_block(text, "a", "new\nlines") == "before\n<!-- generated: a -->\nnew\nlines\n<!-- end: a -->\nafter\n"
    assert with_block(with_block(text, "a", "new"), "a", "old") == text


@pytest.mark.parametrize("text", ["", "{0}", "{1}", "{1} {0}", "{0} {0} {1}", "{0} {1} {1}"])
def test_a_block_that_is_not_there_once_is_not_guessed(text: str) -> None:
    with pytest.raises(LookupError):
        with_block(text.format("<!-- generated: a -->", "<!-- end: a -->"), "a", "new")


@pytest.mark.parametrize("id", [id for id, made in THEORIES.items() if made.changes])
def test_what_each_theory_misses_is_what_the_page_says(id: str) -> None:
    """One seed; no theory changes how crises are fought, which is what takes long to measure."""
    rows = [one for one in all_experiments() if not "V20" <= one.id <= "V27"]
    missed = {row.experiment.id for row in verdicts(rows, THEORIES[id].law, seeds=1) if not row.passed} - {"V32"}
    told = re.search(rf"^\| `{id}` \| (none|V[V0-9, ]+) \|$", MODEL.read_text("utf-8"), re.M)
    assert told is not None and missed == set(told[1].replace("none", "").split(", ")) - {""}
