"""Conditions: what they may say, what they mean, and what they refuse."""

from __future__ import annotations

import numpy as np
import pytest

from game.authoring.conditions import Fault, parse, quantities
from game.authoring.expressions import compiled
from game.authoring.reads import NAMES, Frame
from game.rules.vocabulary import Act, Mark, State
from game.rules.world import World, open_world
from tests.authoring.places import FRAME, sound


def table(rows: int = 4) -> World:
    return open_world(sound().scenario, np.arange(rows, dtype=np.uint64))


def holds(text: str, world: World) -> list[bool]:
    frame = Frame(
        sound().scenario.names, {"the-bond": ("pay", "stand")}, audience_weight=sound().scenario.audience_weight
    )
    return [bool(x) for x in compiled(parse(text, frame, "verdicts"), frame)(world, {})]


def fault(text: str) -> Fault:
    with pytest.raises(Fault) as raised:
        parse(text, FRAME)
    return raised.value


@pytest.mark.parametrize("text", [
    "season >= 2 and rung(norland) <= 2 and not happened(the-bond)", "rung(in) == 1 or happened(class)", "chose(the-bond, and)",
    "pledge(joint-count, norland) == kept", "1 <= season <= 3", "3 < season", "since(the-bond) > -1", "home-rung(in) > their-rung(norland)",
    "in-force(hotline) and in-force(hotline, in)", "not (spring or war)", "mandate == quiet-water and leaning != firm-hand", "heat > .25",
])  # fmt: skip
def test_what_an_author_writes_is_understood(text: str) -> None:
    """An id may be any word, `in`, `class` and `and` too; a hyphen is never a minus."""
    tree = parse(text, FRAME)
    assert parse(str(tree).replace("spring", "spring"), FRAME) == tree
    assert all(q.name in NAMES for q in quantities(tree))


@pytest.mark.parametrize(("text", "at", "says"), [
    ("__import__('os').system('rm -rf /')", 0, "not a name that conditions know"),
    ("season >= __import__", 10, "A number is expected"),
    ("season.__class__ == 1", 6, "may not stand in a condition"),
    ("(lambda: 1)()", 1, "not a name that conditions know"),
    ("[x for x in y]", 0, "may not stand in a condition"),
    ("season >= 2 + 1", 12, "may not stand in a condition"),
    ("season = 2", 7, "may not stand in a condition"),
    ("season", 0, "neither true nor false"),
    ("flag(log-found) == 1", 0, "true or false"),
    ("rung", 0, "not written like this"),
    ("happened(the-bond, in)", 0, "not written like this"),
    ("score(office) > 30", 0, "verdicts only"),
    ("leaning < open-hand", 0, "only == and != compare words"),
    ("season >= 2 and", 0, "cannot be read"),
    ("1 == 1", 5, "name is expected"),
    ("", 0, "empty"),
])  # fmt: skip
def test_what_may_not_stand_in_one_is_refused_in_a_sentence(text: str, at: int, says: str) -> None:
    found = fault(text)
    assert (found.code, found.at) == ("S014", at) and says in found.message


def test_unknown_ids_are_told_from_wrong_capitals() -> None:
    assert (fault("happened(the-bnd)").code, fault("happened(the-bnd)").hint) == ("S010", "Did you mean “the-bond”?")
    assert fault("happened(The-Bond)").code == "S012"
    assert fault("leaning == open-hnd").code == "S010"


def test_length_and_depth_have_limits() -> None:
    assert fault("not war and " * 80 + "war").code == "S009"
    assert fault("(" * 100 + "war" + ")" * 100).code == "S009"
    assert parse("not " * 100 + "war", FRAME)


def test_the_clock_is_read_as_the_format_says() -> None:
    """season counts from 0, term and season-of-term from 1; the first season is a spring."""
    world = table()
    world.season[:], world.term[:], world.term_start[:] = [0, 3, 4, 7], [0, 0, 1, 1], [0, 0, 4, 4]
    assert holds("season >= 4", world) == [False, False, True, True]
    assert holds("term == 2", world) == [False, False, True, True]
    assert holds("season-of-term == 4", world) == [False, True, False, True]
    assert holds("spring", world) == [True, False, True, False]


def test_the_past_is_read_from_the_table() -> None:
    world = table()
    world.season[:] = 6
    world.happened[:, 1], world.taken[:, 1] = [-1, 2, 6, 5], [-1, 0, 1, 0]
    world.answered[:, 1] = [0, Act.RESTS, Act.PRESSES, Act.RESTS]
    assert holds("happened(the-bond)", world) == [False, True, True, True]
    assert holds("since(the-bond) == -1 or since(the-bond) >= 4", world) == [True, True, False, False]
    assert holds("chose(the-bond, pay)", world) == [False, True, False, True]
    assert holds("pressed(the-bond)", world) == [False, False, True, False]
    assert holds("rested(the-bond)", world) == [False, True, False, True]


def test_pledges_and_programme_are_read_from_the_table() -> None:
    world, names = table(), sound().scenario.names
    k, n = names["kinds"]["joint-count"], names["initiatives"]["hotline"]
    world.pledge[:, 0, 0, k] = [State.NONE, State.OPEN, State.KEPT, State.BROKEN]
    world.marks[2, 0, 0, k] = Mark.MINUTED | Mark.INHERITED
    world.week[:], world.programme[:, 0, n] = 10, [-1, 0, 10, 11]
    assert holds("pledge(joint-count, norland) == kept", world) == [False, False, True, False]
    assert holds("their-pledge(joint-count, norland) == none", world) == [True] * 4
    assert holds("minuted(joint-count, norland) and inherited(joint-count, norland)", world) == [
        False,
        False,
        True,
        False,
    ]
    assert holds("in-force(hotline, norland)", world) == holds("in-force(hotline)", world) == [False, True, True, False]


def test_home_and_the_ladder_are_read_from_the_table() -> None:
    world = table()
    world.approval[:, 0] = [-9, 0, 0, 9]
    world.their_rung[:, 0], world.home_rung[:, 0] = [0, 3, 1, 0], [2, 1, 1, 0]
    world.flags[1, 0] = True
    assert holds("approval(towns) > 49 and approval(towns) < 51", world) == [False, True, True, False]
    assert holds("rung(norland) >= 2", world) == [True, True, False, False]
    assert holds("home-rung(norland) > their-rung(norland)", world) == [True, False, False, False]
    assert holds("flag(log-found)", world) == [False, True, False, False]


def test_every_name_can_be_read() -> None:
    """Each name of the closed list gives one value a row, in a table of one row and of many."""
    ids = {
        "counterparts": "norland",
        "audiences": "towns",
        "kinds": "joint-count",
        "injects": "the-bond",
        "options": "pay",
        "flags": "log-found",
        "initiatives": "hotline",
        "tones": "warn",
        "dimensions": "intent",
        "scores": "office",
    }
    frame = Frame(
        {**sound().scenario.names, "mandates": {"quiet": 0}},
        {"the-bond": ("pay", "stand")},
        audience_weight=np.ones(2) / 2,
    )
    for rows in (1, 3):
        world = table(rows)
        for word, name in NAMES.items():
            call = f"{word}({', '.join(ids[kind.rstrip('?')] for kind in name.takes)})" if name.takes else word
            words = ("quiet",) if name.gives == ("mandates",) else name.gives
            text = (
                call if name.gives == "truth" else f"{call} >= 1" if name.gives == "number" else f"{call} == {words[0]}"
            )
            value = compiled(parse(text, frame, "verdicts"), frame)(world, {"scores": np.ones((rows, 5))})
            assert value.shape == (rows,) and value.dtype == bool, word


def test_equal_parts_are_worked_out_once() -> None:
    """Forty conditions that ask for rung(norland) read it once a turn."""
    world, memo = table(), {}
    first, second = parse("rung(norland) >= 2 and not war", FRAME), parse("rung(norland) >= 2 or spring", FRAME)
    compiled(first, FRAME)(world, memo)
    before = dict(memo)
    compiled(second, FRAME)(world, memo)
    assert set(memo) - set(before) == {str(second), "spring"}
