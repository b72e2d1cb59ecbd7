"""A sound scenario as tables: what an author wrote stands where the rules look for it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.authoring import verdict
from game.rules import vocabulary as v
from game.rules.scenario import HABITS, OPTIONS
from game.rules.world import open_world
from tests.authoring.places import changed, reading, sound

LOADED = sound()
S = LOADED.scenario
BOND = S.names["injects"]["the-bond"]
PAY, STAND = BOND * OPTIONS, BOND * OPTIONS + 1


def loaded_with(folder: Path, old: str, new: str):  # type: ignore[no-untyped-def]
    loaded, found = reading(folder, changed(old, new))
    assert loaded is not None, found
    return loaded


def test_injects_are_numbered_from_one_and_told_apart() -> None:
    """The quiet season is inject 0; what follows only, what belongs to a crisis, and what comes by itself are kept apart."""
    assert list(S.names["injects"]) == ["", "the-bond", "second-bond", "islands", "fortnight"]
    assert [i for i, _ in S.when] == [1, 3] and S.during == ((4, 3, None),) and S.must == () == S.probes
    assert S.option_names[BOND] == ("pay", "stand")
    assert S.offered[BOND].tolist() == [True, True, False, False]
    assert S.sender.tolist() == [-1, 0, 0, 0, 0]


def test_a_deed_becomes_a_row_of_effects() -> None:
    """presence: rung 2, C and B at its c, u and v, worn by repetition; a bystander hears .35 u of it."""
    row, e = int(S.option_effect[STAND]), S.effects
    assert (e.toward[row], e.rung[row], e.firm[row], S.option_price[STAND]) == (0, 2, 1, 1.0)
    first = e.evidence[row * HABITS]
    assert first[v.Dim.C] == pytest.approx(0.66, abs=0.01) and first[v.Dim.B] == pytest.approx(-0.63, abs=0.01)
    assert e.evidence[row * HABITS + 1, v.Dim.C] == pytest.approx(0.6 * first[v.Dim.C], abs=0.001)
    assert e.rumour[row * HABITS, v.Dim.C] == pytest.approx(0.35 * 0.6 * first[v.Dim.C], abs=0.001)
    assert e.contradicts[row, v.TONES.index("reassure")]


def test_no_event_carries_more_than_the_cap() -> None:
    assert np.abs(S.effects.evidence).sum(axis=1).max() <= S.law.event_cap + 0.001


def test_amounts_lie_on_their_grids() -> None:
    """Sums are exact in any order: evidence on 2**-12, approval on 2**-20."""
    assert (S.effects.evidence * 4096 % 1 == 0).all() and (S.words.news * 4096 % 1 == 0).all()
    assert (S.effects.approval * 2.0**20 % 1 == 0).all() and (S.approval_rest * 2.0**20 % 1 == 0).all()


def test_tastes_are_read_by_tag() -> None:
    """The towns like firmness and dislike a concession: .12 a tag."""
    towns = S.names["audiences"]["towns"]
    assert S.effects.approval[S.option_effect[STAND], towns] == pytest.approx(0.12, abs=1e-5)
    assert S.effects.approval[S.option_effect[PAY], towns] == pytest.approx(-0.12, abs=1e-5)


def test_the_option_s_own_word_is_kept() -> None:
    assert (S.option_tone[STAND, 0], S.option_channel[STAND, 0], S.option_wording[STAND, 0]) == (
        v.TONES.index("warn"),
        0,
        0,
    )
    assert S.option_tone[PAY, 0] == -1


def test_an_answer_that_presses_sets_its_flag_and_its_sequel() -> None:
    rests, presses = S.after_effect[:, PAY]
    assert rests == 0
    assert S.effects.flags_on[presses].tolist() == [True]
    assert (S.effects.then[presses], S.effects.after[presses]) == (S.names["injects"]["second-bond"], 1)


def test_a_pledge_becomes_an_offer(tmp_path: Path) -> None:
    """u from the form, else the channel; v the kind's plus the form's; k the least of kind, tone, wording and channel."""
    pledge = "deed: presence\n        pledge: {kind: stay-out-of-box, form: letters, seasons: 3}"
    s = loaded_with(tmp_path, "deed: presence", pledge).scenario
    row = s.effects.pledge[s.option_effect[STAND]]
    o = s.offers
    assert (o.giver[row], o.counterpart[row], o.tempt[row], o.weeks[row], bool(o.minuted[row])) == (0, 0, 28, 78, True)
    assert (o.public[row], o.verified[row], o.clear[row]) == (10, 80, 50)


def test_a_case_stands_in_place_of_the_option_s_own_consequences(tmp_path: Path) -> None:
    case = "deed: settle\n        effects: {people: 2}\n        cases: [{when: capital >= 4, effects: {mandate: 1}}]"
    s = loaded_with(tmp_path, "deed: settle", case).scenario
    (place, _, row), plain, e = s.cases[0], s.option_effect[PAY], s.effects
    settled = S.effects.mandate[S.option_effect[PAY]]
    assert place == PAY and settled < 0, "what the deed itself costs is left to it either way"
    assert (e.people[plain], e.people[row]) == (2, 0)
    assert (e.mandate[plain], e.mandate[row]) == (settled, settled + 1)
    assert np.array_equal(s.effects.evidence[plain * HABITS], s.effects.evidence[row * HABITS])


def test_lengths_change_the_clock_and_drop_what_is_not_core() -> None:
    short, whole = LOADED.played("taster"), LOADED.played()
    assert (short.terms, short.term_seasons, short.pace, short.crisis_turns) == (1, 4, 1, 3)
    assert [i for i, _ in short.when] == [1] and [i for i, _ in whole.when] == [1, 3]
    assert whole.length == "full" and LOADED.played(difficulty="hard").noise == 1.4
    with pytest.raises(KeyError):
        LOADED.played("marathon")


def test_a_climate_fixes_the_aim() -> None:
    assert LOADED.played(climate="grasping").grasping.tolist() == [1.0]
    assert LOADED.played(climate="fearful").grasping.tolist() == [0.0]
    assert LOADED.played(climate="restless").restless == 1.0


def test_a_world_opens_on_it() -> None:
    """Every size a column needs is there, and the first morning is as the author wrote it."""
    world = open_world(S, np.arange(3, dtype=np.uint64))
    assert world.belief.shape == (3, 2, 4) and not world.belief.any()
    assert world.flags.shape == (3, 1) and world.habit.shape[2] == S.sizes["habits"]
    assert S.effects.habit.max() < S.sizes["habits"]


def test_the_watches_hold_what_the_rules_do_not() -> None:
    """An adviser's forecast: that the log is found within two seasons."""
    holds, within = LOADED.watches.foretold[BOND, 0]
    world = open_world(S, np.arange(2, dtype=np.uint64))
    world.flags[1, 0] = True
    assert within == 2 and holds(world, {}).tolist() == [False, True]


def test_the_first_verdict_that_holds_is_given() -> None:
    world = open_world(S, np.arange(2, dtype=np.uint64))
    world.closed[:], world.standing[:] = True, 80
    world.war[1] = True
    assert verdict(S, world).tolist() == [1, 0]


def test_texts_stand_where_the_indices_point() -> None:
    texts = LOADED.texts
    assert texts.injects[0].title == "" and texts.injects[BOND].title == "The bond"
    assert texts.injects[BOND].cable == ("The magistrate set bond at noon.",)
    assert texts.injects[BOND].options[0].presses == "They used it."
    assert texts.people[texts.injects[BOND].by].name == "R. Pell"
    assert texts.cues[0].reporter == "R. Pell, Ambassador"
    assert [texts.season_name(n) for n in (0, 1, 2)] == ["Spring 2031", "Autumn 2031", "Spring 2032"]
    assert texts.number("injects", "the-bond") == BOND


def test_no_text_carries_a_hidden_number() -> None:
    """Leans, records and aims are the rules' own; what a screen can reach holds none of them."""
    from dataclasses import fields

    from game.authoring import texts

    hidden = {"lean", "record", "aim", "reliability", "resolve", "intent", "clarity", "noise", "grasping", "fearful"}
    parts = [getattr(texts, name) for name in dir(texts) if name.endswith("Text")]
    assert parts and not any(f.name in hidden for part in parts for f in fields(part))
