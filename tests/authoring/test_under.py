"""A scenario under another law: what an author wrote is worked out from it anew, and only once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game.authoring import loaded as loading
from game.authoring.loaded import MOST_LAWS
from game.rules.parameters import DEFAULT
from game.rules.scenario import HABITS, OPTIONS
from game.rules.theories import THEORIES
from tests.authoring.places import changed, reading, sound

LOADED = sound()
STAND = LOADED.scenario.names["injects"]["the-bond"] * OPTIONS + 1
LAW = replace(
    DEFAULT, b_trust=DEFAULT.b_trust + 1, habit=0.5, bystander=0.7, profile_i=np.zeros(3), stake_shift=np.ones(3)
)


def test_what_is_compiled_from_the_law_is_compiled_again() -> None:
    """Evidence an author wrote, what words say, hearsay, the groups' profiles and the stakes all follow the law."""
    s, other = LOADED.scenario, LOADED.under(LAW).scenario
    row = int(s.option_effect[STAND]) * HABITS
    assert other.law is LAW and int(other.option_effect[STAND]) * HABITS == row
    assert not np.array_equal(other.effects.evidence[row], s.effects.evidence[row])
    share = [np.abs(e.rumour[row]).sum() / np.abs(e.evidence[row]).sum() for e in (s.effects, other.effects)]
    assert share[1] == pytest.approx(2 * share[0], rel=0.01)
    assert not np.array_equal(other.words.news[1::HABITS], s.words.news[1::HABITS])
    assert s.inconsistency.any() and not other.inconsistency.any()
    assert other.stake_shift[other.opens_crisis].tolist() == [1.0] * int(other.opens_crisis.sum())


def test_a_law_equal_in_every_number_changes_nothing() -> None:
    """A law is its numbers: a copy of the scenario's own is no other law."""
    assert LOADED.under(replace(DEFAULT, b_trust=DEFAULT.b_trust.copy())) is LOADED


def test_the_same_law_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when it is asked for from another law's side."""
    loaded, made = sound(), []
    whole = loading.compile_scenario
    monkeypatch.setattr(loading, "compile_scenario", lambda g, t: made.append(g.law) or whole(g, t))
    first = loaded.under(LAW)
    assert loaded.under(replace(LAW)) is first and first.under(LAW) is first and made == [LAW]
    assert loaded.under(replace(DEFAULT, chi=0.0)) is first.under(replace(DEFAULT, chi=0.0)) and len(made) == 2


def test_only_so_many_laws_are_kept() -> None:
    """A scan over hundreds of laws does not fill the memory."""
    loaded = sound()
    for n in range(MOST_LAWS + 3):
        loaded.under(replace(DEFAULT, chi=n / 100))
    assert len(loaded.compiled) == MOST_LAWS


def test_an_author_may_name_the_theory_a_scenario_is_judged_by(tmp_path: Path) -> None:
    """Everything is compiled under it; left out, it is the default."""
    loaded, found = reading(tmp_path, changed("id: two-shores", "id: two-shores\ntheory: no-audience-costs"))
    assert loaded is not None and not found
    assert not loaded.scenario.inconsistency.any() and loaded.scenario.law is THEORIES["no-audience-costs"].law
    assert LOADED.told.theory == "default" and LOADED.scenario.inconsistency.any()


def test_an_unknown_theory_is_met_with_the_nearest(tmp_path: Path) -> None:
    loaded, found = reading(tmp_path, changed("id: two-shores", "id: two-shores\ntheory: leader-centered"))
    assert loaded is None and [d.code for d in found] == ["S006"] and "leader-centred" in found[0].hint


def test_a_play_under_another_law_is_the_scenario_compiled_under_it() -> None:
    """Length, difficulty and climate act on top of it; none given is the scenario's own law."""
    s = LOADED.played("taster", "hard", "grasping", law=LAW)
    assert s.law is LAW and (s.length, s.noise, s.grasping.tolist()) == ("taster", 1.4, [1.0])
    assert np.array_equal(s.effects.evidence, LOADED.under(LAW).scenario.effects.evidence)
    assert LOADED.played("taster").law is LOADED.scenario.law
