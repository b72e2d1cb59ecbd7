"""The house's list of worn phrases: what it stops, what it lets pass, and that every piece of prose is looked at."""

from __future__ import annotations

import re

import pytest

from game.authoring import load
from game.authoring.cliches import WORN, found
from game.authoring.written import count, pieces
from tests.authoring.places import PLAYBOOK, SOUND


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The two capitals are on the brink.", "brink"),
        ("It was BRINKMANSHIP, he said.", "brinkmanship"),
        ("A ticking\n   clock stood on the desk.", "ticking clock"),
        ("This is a *game-changer*.", "game-changer"),
        ("Only time will tell.", "time will tell"),
        ("Pandora’s box is open.", "pandora's box"),
        ("A storm of protest met the bill.", "storm of protest"),
        ("Sources say that tensions are high.", "sources say"),
    ],
)
def test_a_worn_phrase_is_found_however_it_is_set(text: str, phrase: str) -> None:
    """Case, line breaks, marks of emphasis, hyphens and curled apostrophes make no difference."""
    told = list(found(text))
    assert told[0][0] == phrase and told[0][1].endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "A storm from the north-west, force nine, closed the harbour.",
        "She was moored fore and aft, and the tension on the warp was noted.",
        "HMS Constance weathered the storm in the lee of the Skerries.",
        "A line was drawn on the chart, in red ink.",
        "St Brannock's has a bell, and the fish market a clock.",
    ],
)
def test_the_sea_keeps_its_own_words(text: str) -> None:
    assert list(found(text)) == []


def test_a_phrase_is_told_once_for_a_text() -> None:
    assert [phrase for phrase, _ in found("The brink, the brink, and a domino.")] == ["brink", "domino"]


def test_every_phrase_of_the_list_is_a_pattern_and_stands_once() -> None:
    phrases = [phrase for _, group in WORN for phrase in group]
    assert len(set(phrases)) == len(phrases)
    assert all(re.compile(phrase) for phrase in phrases)


def test_prose_is_found_wherever_it_stands_and_ids_are_not_prose() -> None:
    """Cables, advice, mornings after, cue phrases, verdicts; no id, no condition, no word of a closed list."""
    told = {".".join(map(str, path)): text for path, text in pieces(load(SOUND, PLAYBOOK).told)}
    assert {"title", "home.name", "verdicts.quarrel.text", "cues.days.phrases.4"} <= told.keys()
    assert any(place.endswith(".after.rests.text") for place in told)
    assert not [
        place for place in told if place.endswith((".when", ".deed", ".from", ".tone", ".kind", ".seal", ".by"))
    ]


def test_a_dash_is_not_a_word() -> None:
    assert count("1. She stood — alone, at 6.40.") == 6
