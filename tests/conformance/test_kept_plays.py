"""Everything an author wrote can be met: the plays kept with each scenario are replayed, and together they reach it all.

Where this fails for a scenario that was changed, `python main.py playtest SCENARIO --journals` looks again and keeps new plays.
"""

from __future__ import annotations

from functools import cache

import pytest

from game.insight import reach
from game.insight.reach.targets import reached
from tests.conformance.shipped import scenario, shipped


def again(path) -> str:
    return f"run: python main.py playtest {path.name} --journals"


@cache
def replays(path):
    """What each kept play reaches, by its file, from its own journal."""
    loaded, _ = scenario(path)
    try:
        files = [play["file"] for play in reach.claims(path)["plays"]]
        return {file: reached(reach.replayed(loaded, path / reach.FOLDER / file)) for file in files}
    except reach.Stale as stale:
        why = str(stale)
    pytest.fail(f"{why} {again(path)}", pytrace=False)


@shipped
def test_the_kept_plays_are_plays_of_this_text_and_these_rules(path):
    """Each act still leads to the state its line tells of, to the end; and no play is kept that the index does not name."""
    told = replays(path)
    assert {file.name for file in (path / reach.FOLDER).glob("*.jsonl")} == set(told), again(path)
    assert all(any(name.startswith("verdict:") for name in found) for found in told.values()), again(path)
    assert reach.claims(path)["content"] == scenario(path)[0].content_hash, again(path)


@shipped
def test_every_inject_option_and_verdict_is_reached(path):
    """Each with a play that shows it."""
    targets = reach.Targets.of(scenario(path)[0])
    met = set().union(*replays(path).values())
    missed = [name for name in targets.names if name not in met and name.partition(":")[0] in reach.NEEDED]
    assert not missed, f"reached in no play: {', '.join(missed)}; if they can be reached, {again(path)}"


@shipped
def test_both_mornings_after_are_met(path):
    """Where two are written, the other side rests in one play and presses in another; a handful may be out of reach."""
    targets = reach.Targets.of(scenario(path)[0])
    met = set().union(*replays(path).values())
    mornings = [name for name in targets.names if name.partition(":")[0] not in reach.NEEDED]
    missed = [name for name in mornings if name not in met]
    assert len(missed) <= 0.02 * len(mornings), f"never read: {', '.join(missed)}; {again(path)}"


@shipped
def test_the_index_names_the_play_and_the_decision(path):
    """A reader who looks for an option opens the play the index names, and finds it at that decision."""
    told = replays(path)
    for target, (file, turn) in reach.claims(path)["reached"].items():
        assert told[file].get(target) == turn, f"{target} is not at decision {turn} of {file}; {again(path)}"
