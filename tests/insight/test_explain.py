"""Every line of the ledger has its sentence."""

from __future__ import annotations

import pytest

from game.insight.explain import Explainer
from game.insight.names import Names
from game.insight.refold import Decided, refold
from game.rules.ledger import Cause, Line, What
from game.rules.vocabulary import CHANNELS, TONES, WORDINGS


@pytest.fixture(scope="module")
def teller(played):
    session = played("bluffer", 15)
    decided = [Decided(p.before.season, p.before.step, p.did, p.turn) for p in session.course.chronicle.passed]
    turns = refold(session.course.scenario, session.header.seed, decided)
    return Explainer(Names(session.course.scenario, session.texts), turns)


def case(tone: str, channel: str, wording: str) -> int:
    return (TONES.index(tone) * len(CHANNELS) + CHANNELS.index(channel)) * len(WORDINGS) + WORDINGS.index(wording)


def line(what: What, cause: Cause, about: int = 0, cell: tuple[int, ...] = (), size: float = 1.0) -> Line:
    return Line(0, 3, 0, 78, what, cause, about, cell, size)


@pytest.mark.parametrize("cause", list(Cause), ids=lambda cause: cause.name.lower())
def test_no_cause_is_without_words(teller, cause):
    """A cause added to the rules must be given its sentence here; half a sentence is none."""
    what, cell = (
        (What.RUNG, (0, 1)) if cause in (Cause.THEIR_MOVE, Cause.ACCIDENT, Cause.RELAXED) else (What.TRUST, (0, 0))
    )
    about = int(teller.names.scenario.initiatives.effect[1, 0]) if cause == Cause.INITIATIVE else 1
    said = teller.said(line(what, cause, about, cell), teller.turns[3])
    assert said.text[0].isupper() and not said.text.endswith(".") and "{" not in said.text
    assert said.label


def test_real_plays_are_told_by_name(teller):
    """Every line of a whole play; no index, no mark and no placeholder slips through."""
    told = [teller.sentence(one, turn) for turn in teller.turns for one in turn.lines]
    assert len(told) > 1000
    assert not any(sign in text for text in told for sign in ("{", "*", "_"))
    assert any("Aldmark chose “" in text for text in told) and any(
        "Norland heard, late and blurred: “" in text for text in told
    )


def test_a_word_names_its_tone_channel_and_wording(teller):
    said = teller.sentence(line(What.TRUST, Cause.WORD, case("warn", "ambassador", "vague"), (0, 1)), teller.turns[0])
    assert said == "Aldmark said to Norland: warn (our ambassador, vague)"


def test_a_pledge_is_told_from_the_side_that_gave_it(teller):
    """The same cause, the other giver."""
    scenario = teller.names.scenario
    kinds, count = scenario.names["kinds"], scenario.sizes["counterparts"]
    ours = kinds["catch-limit"]
    theirs = count * len(kinds) + ours
    sentence = lambda about: teller.sentence(line(What.PEOPLE, Cause.PLEDGE_BROKEN, about), teller.turns[0])  # noqa: E731
    assert sentence(ours) == "Aldmark broke its word to Norland: catch limit"
    assert sentence(theirs) == "Norland broke its word to Aldmark: catch limit"


def test_an_alarm_is_told_as_the_fear_that_it_was(teller):
    """The debrief opens what no page could show: firmness met somebody who was afraid.  Each neighbour by its own name."""
    for c, name in enumerate(("Norland", "Velmar", "Tarn")):
        said = teller.said(line(What.STRAIN, Cause.ALARMED, c), teller.turns[3])
        assert said.text == f"Aldmark stood firm; {name} was afraid, and armed"
        assert said.label == "Fear armed"


def test_a_threat_is_carried_out_and_not_kept(teller):
    threat = teller.names.scenario.names["kinds"]["measures-if"]
    kept = teller.sentence(line(What.TRUST, Cause.PLEDGE_KEPT, threat, (0, 1)), teller.turns[0])
    assert kept == "Aldmark carried out its threat to Norland: measures, if"
