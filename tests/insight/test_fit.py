"""The fitting script looks at the validation table and nothing else; what it is told to fit is there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.insight.experiments import Band, all_experiments, at_least, at_most, beside, within
from game.insight.experiments.fit import GROUPS, POSITIVE, loss, miss
from game.rules.parameters import DEFAULT


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_names_parameters_and_rows_that_are_there(group: str) -> None:
    names, ids = GROUPS[group]
    rows = {one.id: one for one in all_experiments()}
    assert all(isinstance(getattr(DEFAULT, name), float) for name in names)
    assert all(rows[id].standing != "tested" for id in ids), "a row that was fitted to says so"


def test_what_must_be_positive_is_fitted_by_some_group() -> None:
    assert {name for names, _ in GROUPS.values() for name in names} >= POSITIVE


@pytest.mark.parametrize(
    ("band", "well_within", "outside"),
    [(within(0.2, 0.4), 0.3, 0.5), (at_least(1.0), 1.5, 0.9), (at_most(2.0), 1.0, 2.1)],
)
def test_a_miss_is_nothing_well_within_a_band_and_grows_outside(band: Band, well_within: float, outside: float) -> None:
    assert miss(band, well_within) == 0 < miss(band, outside) < miss(band, outside + (outside - well_within))


def test_what_is_only_set_beside_pulls_nothing() -> None:
    assert miss(beside(0.2, 0.4), 9.0) == 0


def test_the_laws_in_force_lie_near_the_bottom() -> None:
    """The concession in a threat, half and twice as large, misses its row; as fitted it does not."""
    rows = [one for one in all_experiments() if one.id in GROUPS["threats"][1]]
    found = [loss(replace(DEFAULT, threat_concession=DEFAULT.threat_concession * k), rows, 4000) for k in (0.5, 1.0, 2.0)]
    assert found[1] < 0.05 and min(found[0], found[2]) > 5 * found[1] + 0.1
