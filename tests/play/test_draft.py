"""A draft goes to JSON and back unharmed, and to the rules' arrays and back; what is written wrongly is one sentence."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.play import draft as drafts
from game.play.draft import BOOK, Draft, DraftError, Passing, Saying
from game.rules.vocabulary import CHANCES, CHANNELS, FORMS, HONOURS, TONES, WORDINGS

CAPITALS = ("norland", "velmar", "tarn")
ids = st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=12)
slots = st.builds("{}/{}".format, st.sampled_from(CAPITALS), ids)


@st.composite
def sayings(draw, to=ids):
    about = draw(st.one_of(st.just(""), ids))
    form = draw(st.sampled_from(FORMS)) if about else "oral"
    picked = (draw(st.sampled_from(words)) for words in (TONES, CHANNELS, WORDINGS))
    return Saying(draw(to), *picked, draw(st.booleans()), about, form)


whole = st.builds(
    Draft,
    st.one_of(st.none(), ids),
    st.lists(sayings(), max_size=4).map(tuple),
    st.dictionaries(slots, st.sampled_from(list(BOOK)), max_size=4),
    st.lists(ids, max_size=2).map(tuple),
    st.dictionaries(ids, st.sampled_from(list(CHANCES)), max_size=1),
    st.text(max_size=50),
)


@given(whole)
def test_a_draft_survives_the_journal(draft):
    assert drafts.from_json(json.loads(json.dumps(drafts.to_json(draft)))) == draft


@given(
    st.builds(
        Passing, st.lists(ids, max_size=4).map(tuple), st.dictionaries(slots, st.sampled_from(HONOURS), max_size=4)
    )
)
def test_a_handover_survives_the_journal(passing):
    assert drafts.passing_from_json(json.loads(json.dumps(drafts.passing_to_json(passing)))) == passing


@settings(max_examples=60)
@given(st.data())
def test_a_draft_survives_the_arrays(flagship, data):
    """Draft -> Reply of one row -> Draft, for anything that this turn's ids allow."""
    scenario = flagship.scenario
    inject = data.draw(st.integers(1, len(scenario.option_names) - 1))
    kinds, plans = list(scenario.names["kinds"]), list(scenario.names["initiatives"])
    said = data.draw(st.lists(st.sampled_from(CAPITALS), unique=True))
    words = tuple(data.draw(sayings(st.just(to))) for to in said)
    words = tuple(
        word
        if not word.about
        else Saying(word.to, word.tone, word.via, word.wording, word.minuted, kinds[0], word.form)
        for word in words
    )
    places = [(c, k) for c in CAPITALS for k in kinds]
    book = {
        f"{c}/{k}": data.draw(st.sampled_from(list(BOOK)))
        for c, k in data.draw(st.lists(st.sampled_from(places), unique=True, max_size=3))
    }
    plan = data.draw(st.lists(st.sampled_from(plans), unique=True, max_size=2))
    aimed = scenario.initiatives.targeted
    programme = tuple(f"{p}:tarn" if aimed[scenario.names["initiatives"][p]] else p for p in plan)
    draft = Draft(data.draw(st.sampled_from(scenario.option_names[inject])), words, book, programme)
    back = drafts.from_reply(drafts.to_reply(draft, scenario, inject), scenario, inject)
    order = CAPITALS.index
    assert sorted(back.say, key=lambda w: order(w.to)) == sorted(draft.say, key=lambda w: order(w.to))
    assert (back.do, back.book, back.programme) == (draft.do, draft.book, draft.programme)


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (Draft(), "Choose a deed first"),
        (Draft(do="pay-by-none"), "Did you mean “pay-by-noon”?"),
        (Draft("pay-by-noon", (Saying("atlantis", "warn", "ambassador"),)), "atlantis"),
        (Draft("pay-by-noon", (Saying("tarn", "shout", "ambassador"),)), "shout"),
        (Draft("pay-by-noon", (Saying("tarn", "warn", "pigeon"),)), "pigeon"),
        (
            Draft("pay-by-noon", (Saying("tarn", "warn", "ambassador"), Saying("tarn", "thank", "ambassador"))),
            "One word to each capital",
        ),
        (Draft("pay-by-noon", book={"norland/catch-limits": "keep"}), "Did you mean “catch-limit”?"),
        (Draft("pay-by-noon", book={"norland/catch-limit": "burn"}), "burn"),
        (Draft("pay-by-noon", programme=("hotline",)), "towards whom"),
        (Draft("pay-by-noon", programme=("cool-the-press:tarn",)), "aimed at nobody"),
        (Draft("pay-by-noon", programme=("cool-the-press",) * 2), "twice"),
        (Draft("pay-by-noon", estimate={"the-bond": "perhaps"}), "perhaps"),
    ],
)
def test_what_is_written_wrongly_is_one_sentence(flagship, draft, words):
    scenario = flagship.scenario
    with pytest.raises(DraftError) as refused:
        drafts.to_reply(draft, scenario, scenario.names["injects"]["the-bond"])
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("passing", "words"),
    [
        (Passing(("channel", "ambassador", "opposition", "warn:tarn", "word:tarn/catch-limit")), "four lines"),
        (Passing(("warn:tarn", "warn:velmar")), "one country"),
        (Passing(("channel", "channel")), "twice"),
        (Passing(("a-poem",)), "a-poem"),
        (Passing(honour={"tarn/catch-limit": "ignore"}), "ignore"),
    ],
)
def test_a_memo_written_wrongly_is_one_sentence(flagship, passing, words):
    with pytest.raises(DraftError, match=words):
        drafts.to_handover(passing, flagship.scenario)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(max_size=5), x),
    )
)
def test_no_json_breaks_the_reader(told):
    """Whatever a hand-edited line holds, it is a draft or a DraftError."""
    for key in ("do", "say", "book", "programme", "estimate", "why", "other"):
        try:
            drafts.from_json({key: told})
        except DraftError:
            pass
