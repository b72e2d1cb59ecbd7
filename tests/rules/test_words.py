"""What home says: little by itself, worn by repetition, priced, overheard, and judged by what follows (play.md 2, 3 and 6)."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules.ledger import Cause, What
from game.rules.moves import Book
from game.rules.scenario import HABITS
from game.rules.vocabulary import CHANNELS, TONES, WORDINGS, Dim, State
from game.rules.words import case_of

from .calm import Calm

N = "norland"


def stage(flagship, rows=1, watched=True, law=None):
    return Calm(flagship, rows, watched=watched, law=law).believed(0.5).turn()


# ---- at once


@pytest.mark.parametrize("tone", [t for t in TONES if t not in ("acknowledge", "apologise")])
def test_words_alone_move_next_to_nothing(flagship, tone):
    """play.md 6: cheap words move .05 to .15 at once, whichever channel; the rest is judged."""
    news = flagship.scenario.words.news
    for channel in range(len(CHANNELS)):
        place = case_of(np.array([TONES.index(tone)]), np.array([channel]), np.array([WORDINGS.index("precise")]))
        assert np.abs(news[place * HABITS]).max() <= 0.151


def test_an_acknowledgement_is_heard_because_it_costs(flagship):
    """B +.71 before clarity and channel take their part: several times any cheap word."""
    s = stage(flagship).turn(say=[(N, "acknowledge", "note-verbale")])
    (heard,) = s.trust_lines(Cause.WORD, N, "intent")
    assert 0.4 < heard <= 0.71


def test_the_same_word_again_wears_out(flagship):
    """rho x .6 each within two years: B +.05, then .03, then less."""
    s = stage(flagship)
    for _ in range(4):
        s.turn(say=[(N, "reassure", "note-verbale")])
    heard = s.trust_lines(Cause.WORD, N, "intent")
    assert len(heard) == 4 and heard[0] == pytest.approx(0.05, abs=0.01)
    assert [b / a for a, b in zip(heard, heard[1:], strict=False)] == [pytest.approx(0.6, abs=0.06)] * 3


def test_a_word_to_one_wears_out_for_that_one(flagship):
    """Habit is kept by observer; Tarn hears it fresh."""
    s = stage(flagship)
    for _ in range(3):
        s.turn(say=[(N, "reassure", "note-verbale")])
    s.turn(say=[("tarn", "reassure", "note-verbale")])
    tarn, norland = (s.trust_lines(Cause.WORD, to, "intent")[0] for to in ("tarn", N))
    assert tarn == pytest.approx(norland, rel=0.1)


def test_two_years_of_silence_make_a_word_fresh_again(flagship):
    s = stage(flagship).turn(say=[(N, "protest", "note-verbale")])
    for _ in range(4):
        s.turn()
    s.turn(say=[(N, "protest", "note-verbale")])
    first, later = s.trust_lines(Cause.WORD, N, "clarity")
    assert later == pytest.approx(first, rel=0.1)


# ---- the price


def test_the_third_addressee_costs(flagship):
    """rulings 21: two words are free, each further one costs 1 capital."""
    said = [(to, "thank", "ambassador") for to in ("norland", "velmar", "tarn")]
    for count, price in ((1, 0), (2, 0), (3, 1)):
        s = stage(flagship).turn(say=said[:count])
        assert -s.total(What.CAPITAL, Cause.WORD) == price


@pytest.mark.parametrize(("channel", "price"), [("ambassador", 0), ("good-offices", 1), ("address", 1), ("summit", 2)])
def test_channels_have_their_price(flagship, channel, price):
    """play.md 6: capital by channel."""
    s = stage(flagship).turn(say=[(N, "thank", channel)])
    assert -s.total(What.CAPITAL, Cause.WORD) == price


# ---- who hears


def test_home_hears_what_is_public_and_little_of_the_rest(flagship):
    """A statement to Parliament ties hands and warms the press; a word to an ambassador is a sixth as loud at home."""
    heard, heat = {}, {}
    for channel in ("ambassador", "parliament"):
        s = stage(flagship, law={"heat_month": 1.0}).turn(say=[(N, "warn", channel)])
        heard[channel] = abs(sum(x.size for x in s.lines(What.APPROVAL, Cause.WORD)))
        heat[channel] = float(s.world.heat[0])
    assert heard["ambassador"] == pytest.approx(0.15625 * heard["parliament"], rel=0.01)
    assert heat["parliament"] >= 0.1 > heat["ambassador"]


def test_private_words_leak_by_their_channel(flagship):
    """play.md 6: an ambassador .04 a use, a back channel .08; times .7 in a cool press and 1.3 in a hot one."""
    for heat, warm in ((0.0, 0.7), (1.0, 1.3)):
        s = stage(flagship, 3000, watched=None, law={"heat_month": 1.0})
        for channel, leak in (("track-two", 0.12), ("ambassador", 0.04)):
            s.world.heat[:], s.world.capital[:] = heat, 8
            s.world.approval[:] = s.s.approval_rest
            s.turn(say=[(N, "warn", channel)])
            loud = np.abs(s.world.approval - s.s.approval_rest).max(1)
            leaked = loud > 2 * loud.min()
            assert leaked.mean() == pytest.approx(leak * warm, abs=0.02)


def test_a_leak_that_shows_two_stories_costs_clarity_in_both_ears(flagship):
    """play.md 3: one capital reassured, another threatened; found out by a leak, and only then."""
    two = [(N, "warn", "track-two"), ("tarn", "reassure", "track-two")]
    one = [(N, "reassure", "track-two"), ("tarn", "reassure", "track-two")]
    for said, caught in ((two, True), (one, False)):
        s = stage(flagship, 300, watched=range(20))
        s.world.heat[:], s.world.capital[:] = 1.0, 8
        s.turn(say=said)
        lines = s.lines(What.TRUST, Cause.TWO_STORIES)
        assert bool(lines) == caught
        assert all(line.size < 0 and line.cell[1] == Dim.P for line in lines)


# ---- judged by what follows


def raised(s, to=N, rung=3):
    """Home climbs, firmly, at the next reply: as a deed of force would."""
    c = s.c[to]
    game = s.game
    reply = game.reply

    def firm(move):
        game.turn.firm[:, c] = 2
        s.world.home_rung[:, c] = rung
        return reply(move)

    game.reply = firm
    return s


def test_a_reassurance_is_belied_by_force(flagship):
    """play.md 6: any deed at rung 2 or more within two turns; P and B pay for it."""
    s = stage(flagship).turn(say=[(N, "reassure", "note-verbale")])
    assert s.world.word[0, 0] == TONES.index("reassure")
    raised(s).turn()
    assert s.trust_lines(Cause.WORD_BELIED, N, "clarity")[0] < -0.3
    assert s.trust_lines(Cause.WORD_BELIED, N, "intent")[0] < -0.3
    assert s.world.word[0, 0] == -1


def test_a_reassurance_that_held_is_found_true_when_its_time_has_run(flagship):
    """Two quiet turns later it was true: clarity, and little enough."""
    s = stage(flagship).turn(say=[(N, "reassure", "note-verbale")]).turn()
    assert s.trust_lines(Cause.WORD_KEPT, N, "clarity") == []
    s.turn()
    (gain,) = s.trust_lines(Cause.WORD_KEPT, N, "clarity")
    assert 0 < gain < 1.3 and s.world.word[0, 0] == -1


def test_deed_and_word_in_one_move_are_both_heard(flagship):
    """play.md 2: force with an open door is good practice; tonight's deed does not belie tonight's word."""
    s = raised(stage(flagship)).turn(say=[(N, "reassure", "note-verbale")])
    assert s.lines(What.TRUST, Cause.WORD_BELIED) == []
    assert s.world.word[0, 0] == TONES.index("reassure")


def test_a_warning_backed_by_a_rung_is_resolve(flagship):
    """warn: two turns, a deed one rung up or a retreat."""
    s = stage(flagship).turn(say=[(N, "warn", "note-verbale")])
    raised(s, rung=1).turn()
    assert s.trust_lines(Cause.WORD_KEPT, N, "resolve")[0] > 0.1


def test_an_empty_warning_costs_resolve(flagship):
    """Nothing followed within the year."""
    s = stage(flagship).turn(say=[(N, "warn", "note-verbale")]).turn().turn()
    assert s.trust_lines(Cause.WORD_BELIED, N, "resolve")[0] < -0.1
    assert s.trust_lines(Cause.WORD_BELIED, N, "intent") == [], "nobody was deceived about peace"


# ---- silence


def test_silence_is_a_word_only_where_one_was_owed(flagship):
    """play.md 2: after a breach; B falls once, and not where something was said."""
    for answer, heard in (((), True), (((N, "explain", "note-verbale"),), False)):
        s = stage(flagship)
        s.pledged(N, "catch-limit", seasons=1, size=0.5).turn(book={(N, "catch-limit"): Book.BREAK})
        assert s.lines(What.TRUST, Cause.SILENCE) == [], "tonight's breach is owed an answer tomorrow"
        s.turn(say=answer).turn()
        silence = s.trust_lines(Cause.SILENCE, N, "intent")
        assert len(silence) == int(heard)
        assert all(-0.2 < size < -0.05 for size in silence)


def test_nobody_is_blamed_for_saying_nothing_in_a_quiet_year(flagship):
    s = stage(flagship).turn().turn().turn()
    assert s.lines(What.TRUST, Cause.SILENCE) == []


def test_a_direct_question_asks_for_an_answer(flagship):
    """An inject with `asks: true` owes its sender a word; a word to somebody else is none."""
    inject = "landing-at-ansa"
    for to, heard in ((N, False), ("tarn", True)):
        s = stage(flagship).brings(inject)
        s.turn(say=[(to, "protest", "note-verbale")])
        assert bool(s.trust_lines(Cause.SILENCE, N, "intent")) == heard


# ---- an apology


def test_an_apology_redeems_a_failure_and_hardly_bad_faith(flagship):
    """Kim et al. 2004 [S10]: log(.75/.25) for what could not be paid, log(.35/.30) for what would not be kept."""
    gains = {}
    for end in ("failure", "bad faith"):
        s = stage(flagship)
        s.pledged(N, "catch-limit", seasons=1, size=3.0 if end == "failure" else 0.5)
        s.world.capital[:] = -9 if end == "failure" else 8
        s.turn(book={(N, "catch-limit"): Book.KEEP if end == "failure" else Book.BREAK})
        assert s.state(N, "catch-limit") == State.BROKEN
        s.turn(say=[(N, "apologise", "note-verbale")])
        gains[end] = sum(s.trust_lines(Cause.WORD, N, "reliability"))
    assert gains["failure"] == pytest.approx(np.log(3), abs=0.25)
    assert 0.05 < gains["bad faith"] < 0.2


def test_an_apology_for_one_failure_is_counted_once(flagship):
    """Another for the same default is only a word."""
    s = stage(flagship)
    s.pledged(N, "catch-limit", seasons=1, size=3.0)
    s.world.capital[:] = -9
    s.turn()
    for _ in range(2):
        s.turn(say=[(N, "apologise", "note-verbale")])
    first, second = (s.total(What.TRUST, Cause.WORD, (0, Dim.R), season=season) for season in (2, 3))
    assert second < 0.2 * first


# ---- a promise where one was broken


def reform(flagship, *, deceived=False, broken=True):
    s = stage(flagship)
    s.pledged(N, "catch-limit", seasons=1, size=0.5)
    s.turn(book={(N, "catch-limit"): Book.BREAK if broken else Book.KEEP})
    s.world.lasting[:, s.c[N], Dim.R] = -1.6 if deceived else 0.0
    s.turn(say=[(N, "promise", "note-verbale", {"about": "joint-count", "form": "oral"})])
    return sum(s.trust_lines(Cause.WORD, N, "reliability"))


def test_a_promise_after_a_breach_is_heard_less_after_a_lie_not_at_all_without_a_breach(flagship):
    """Schweitzer et al. 2006 [S11]: log(.60/.40), a quarter of it once a deception is known."""
    earnest = reform(flagship)
    assert earnest == pytest.approx(np.log(1.5), abs=0.1)
    assert reform(flagship, deceived=True) == pytest.approx(earnest / 4, abs=0.06)
    assert reform(flagship, broken=False) == 0
