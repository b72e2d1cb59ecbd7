"""What ships makes a true dilemma of it: the tests of balance, as kept with the scenario, and a few of them played again here."""

from __future__ import annotations

import pytest

from game.insight import balance, kept
from game.insight.runner import Serial
from tests.conformance.shipped import scenario, shipped

MEND = "run: python main.py playtest {} --plays 5000 --keep"


@shipped
def test_the_kept_figures_are_of_this_text_and_these_rules(path):
    """A green test measured for another version says nothing of this one."""
    loaded, told = scenario(path)[0], kept.read(path)
    assert told is not None, MEND.format(path.name)
    assert {name: told[name] for name in ("content", "law")} == kept.version(loaded), MEND.format(path.name)
    assert told["plays"] >= 2000  # of each player in each climate


@shipped
@pytest.mark.parametrize("number", range(1, 14))
def test_each_test_of_balance_holds(path, number):
    """play.md 5, and the tricks."""
    tests = {test["id"]: test for test in kept.read(path)["tests"]}
    assert tests[number]["pass"], f"{tests[number]['claim']}: {tests[number]['measured']}"


@shipped
def test_a_few_plays_of_today_agree_with_what_is_kept(path):
    """The file is a claim: each player's mean over a hundred plays lies within three points of it, and the same one leads."""
    loaded, told = scenario(path)[0], kept.read(path)
    figures = balance.gather(loaded, Serial(loaded), 100, 77, "full")
    for climate, players in told["climates"].items():
        now = {name: figures.mean(climate, name) for name in players}
        assert max(now, key=now.__getitem__) == max(players, key=players.__getitem__)
        assert max(abs(now[name] - score) for name, score in players.items()) < 3
