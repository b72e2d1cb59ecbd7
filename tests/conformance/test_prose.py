"""What a scenario says, whoever wrote it: no longer than its hours allow, in no worn phrase, and with every cue in five phrases."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pytest

from game.authoring import cliches
from game.authoring.written import pieces
from game.insight import reading
from game.rules.vocabulary import READINGS
from tests.conformance.shipped import scenario, shipped

LEAST_WRITTEN = 20_000


@cache
def measured(path):
    return reading.measure(scenario(path)[0])


@shipped
@pytest.mark.parametrize("length", reading.BUDGETS)
def test_a_length_keeps_to_its_reading_budget(path, length):
    """play.md 1: by the words that automatic players' screens show, a play is over in the length's time."""
    found = measured(path)[length]
    told = ", ".join(f"{part} {words:.0f}" for part, words in found.parts.items())
    assert found.minutes.mean <= reading.HOURS[length], f"{length}: {found.minutes.mean:.0f} minutes ({told})"
    assert found.over <= reading.TOLERANCE, f"{length}: {found.words.mean:.0f} words for {found.budget} ({told})"


@shipped
def test_a_campaign_is_written_out(path):
    """Two plays must not read alike, so there is more in the files than one play shows."""
    written, longest = reading.written(scenario(path)[0]), max(length.words.mean for length in measured(path).values())
    assert written >= LEAST_WRITTEN and written > 1.5 * longest


@shipped
def test_nothing_stands_in_a_worn_phrase(path):
    """The house's list, over the scenario and the words of the playbook that it is played with."""
    loaded, _ = scenario(path)
    found = [
        (".".join(map(str, place)), phrase) for place, text in pieces(loaded.told) for phrase, _ in cliches.found(text)
    ]
    shelf = loaded.texts.playbook
    found += [("playbook", phrase) for text in spoken(shelf) for phrase, _ in cliches.found(text)]
    assert found == []


def spoken(part):
    """Every text in a tree of texts."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple | list):
        for one in part:
            yield from spoken(one)
    elif hasattr(part, "__dataclass_fields__"):
        for name in part.__dataclass_fields__:
            yield from spoken(getattr(part, name))


def cues_by_counterpart(path):
    told = scenario(path)[0].told
    by = defaultdict(list)
    for id, cue in told.cues.items():
        by[cue.of].append((id, cue))
    return {counterpart: by[counterpart] for counterpart in told.counterparts}


@shipped
def test_each_thing_a_cue_can_tell_is_told_of_each_counterpart(path):
    """What a player must infer can be inferred: of every neighbour there is a cue for every reading."""
    for counterpart, cues in cues_by_counterpart(path).items():
        missing = set(READINGS) - {cue.tells for _, cue in cues}
        assert not missing, f"no cue of {counterpart} tells {', '.join(sorted(missing))}"


@shipped
def test_every_cue_has_five_phrases_of_its_own(path):
    """Five different sentences, and none that another cue uses: a phrase must not betray two readings."""
    seen: dict[str, str] = {}
    for id, cue in scenario(path)[0].told.cues.items():
        assert len(cue.phrases) == len({phrase.strip().lower() for phrase in cue.phrases}) == 5, id
        for phrase in cue.phrases:
            assert seen.setdefault(phrase.strip().lower(), id) == id, (
                f"{id} and {seen[phrase.strip().lower()]}: {phrase}"
            )


@shipped
def test_a_counterpart_is_seen_by_more_than_one_pair_of_eyes(path):
    """A leaning can be corrected for only where two people report; each is a person of the scenario or a desk with a name."""
    told = scenario(path)[0].told
    for counterpart, cues in cues_by_counterpart(path).items():
        assert len({cue.by for _, cue in cues}) >= 2, counterpart
    for id, cue in told.cues.items():
        desk = cue.by[:1].isupper()
        assert cue.by in told.people or desk, f"{id} is reported by “{cue.by}”, who is not among the people"
        assert cue.by not in told.people or told.people[cue.by].of == "home", (
            f"{id} is reported by somebody else's official"
        )
