"""Each theory changes what it is about, says why and from where, and moves the rules in its own direction."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from game.rules import audiences, trust
from game.rules.parameters import DEFAULT, Parameters
from game.rules.theories import DEFAULT_THEORY, THEORIES, differences, theory

SOURCES = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
ABOUT = {
    "default": set(),
    "state-centred": {"continuity_same", "continuity_other", "continuity_most", "state_weight"},
    "leader-centred": {"continuity_same", "continuity_other", "continuity_most", "state_weight"},
    "hawkish-public": {"profile_i", "profile_b"},
    "dovish-public": {"profile_i", "profile_b"},
    "no-audience-costs": {"profile_i", "profile_b", "break_approval", "unreturned", "tied"},
    "pure-bayes": {"chi"},
}
every_theory = pytest.mark.parametrize("id", ABOUT)
HAWK, CENTRE, DOVE = range(3)


def test_the_theories_are_these() -> None:
    assert set(THEORIES) == set(ABOUT) and theory("") is theory(DEFAULT_THEORY)
    with pytest.raises(KeyError):
        theory("phlogiston")


@every_theory
def test_a_theory_changes_what_it_is_about_and_nothing_else(id: str) -> None:
    """Every change has its reason, the default's value and its own, of one shape."""
    one = theory(id)
    assert {c.parameter for c in one.changes} == set(differences(one.law)) == ABOUT[id]
    for c in one.changes:
        assert c.reason and c.default != c.value
        assert np.shape(c.default) == np.shape(c.value) == np.shape(getattr(DEFAULT, c.parameter))


@every_theory
def test_a_theory_names_its_sources_and_they_are_in_the_list(id: str) -> None:
    """By mark, or by author and year."""
    one = theory(id)
    assert one.name and one.gist.endswith(".") and one.claim.endswith(".") and one.sources
    for source in one.sources:
        for mark in re.findall(r"\[(S\d+)\]", source):
            assert f"| {mark} |" in SOURCES
        for author, year in re.findall(r"^([A-Z][\w-]+)[^,\[]*? (\d{4})", source):
            assert re.search(rf"{author}.*\({year}\)", SOURCES), source


def test_differences_are_found_whatever_their_kind() -> None:
    """Scalars, vectors and pairs alike; a law equal in its numbers differs in nothing."""
    other = Parameters(chi=0.5, tied=np.zeros(4), economy=(0.4, 0.1))
    assert differences(other) == {
        "tied": (tuple(DEFAULT.tied), (0.0, 0.0, 0.0, 0.0)),
        "chi": (DEFAULT.chi, 0.5),
        "economy": (DEFAULT.economy, (0.4, 0.1)),
    }
    assert differences(Parameters()) == {} and len(fields(Parameters)) > 100


def successor_after_a_bad_government(id: str) -> tuple[float, float]:
    """(belief in the successor from the other party, the state's record) after an administration believed at .1 under a record of .6."""
    law = theory(id).law
    r, m = np.full(4, 0.1), np.full(4, 0.6)
    mean, _ = trust.record_update(r, m, law.state_weight, law)
    return float(trust.successor(r, mean, min(law.continuity_other, law.continuity_most))[0]), float(mean[0])


def test_under_a_state_the_name_passes_on_and_under_a_leader_it_does_not() -> None:
    """The state's successor inherits the disgrace; the leader's begins near the old record, which hardly moved."""
    state, usual, leader = (
        successor_after_a_bad_government(id) for id in ("state-centred", "default", "leader-centred")
    )
    assert state[0] < 0.15 < usual[0] < 0.45 < leader[0]
    assert state[1] < usual[1] < leader[1] and leader[1] > 0.49


def test_a_hawkish_public_charges_for_backing_down_and_a_dovish_one_for_threatening() -> None:
    """Of every profile: nobody is softened by the one or hardened by the other."""

    def costs(id: str, profile: int) -> tuple[float, float]:
        law = theory(id).law
        i, b = law.profile_i[profile], law.profile_b[profile]
        turned = float(audiences.backing_cost(2, 1.0, i, b, law)) - float(audiences.following_cost(2, 1.0, b, law))
        return turned, float(audiences.following_cost(2, 1.0, b, law))

    for profile in (HAWK, CENTRE, DOVE):
        hawkish, usual, dovish = (costs(id, profile) for id in ("hawkish-public", "default", "dovish-public"))
        assert hawkish[0] <= usual[0] <= dovish[0] and hawkish[1] >= usual[1] >= dovish[1]
        assert hawkish != dovish


def test_without_audience_costs_nobody_pays_and_no_hands_are_tied() -> None:
    """Neither profile charges for words, and a public pledge is believed no more than a private one."""
    law = theory("no-audience-costs").law
    for i, b in zip(law.profile_i, law.profile_b, strict=True):
        assert audiences.backing_cost(4, 1.0, i, b, law) == audiences.following_cost(4, 1.0, b, law) == 0
    assert audiences.broken_promise_cost(1.0, law) == 0
    loud, quiet = (trust.readiness(law.b_opport[0], 1.0, u, 0.0, 0, law) for u in (1.0, 0.0))
    assert loud == quiet


def test_pure_bayes_weighs_good_and_bad_news_alike() -> None:
    """A belief of .9 takes a blow in full; by default it is blunted."""
    law = theory("pure-bayes").law
    assert trust.felt(-0.5, 0.5, 0.9, law) == -0.5 < float(trust.felt(-0.5, 0.5, 0.9)) < 0
