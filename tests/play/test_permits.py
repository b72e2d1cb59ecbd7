"""What the desk refuses and what it says; and that the price it names is the price that is paid."""

from __future__ import annotations

import pytest
from playing import choose, turn, turns

from game.play import visible
from game.play.draft import Draft, Passing, Saying
from game.play.pages import Beat
from game.rules.ledger import Cause, What

CHANNEL_PRICE = {"good-offices": 1, "track-two": 1, "address": 1, "forum": 1, "summit": 2}
PAID = (Cause.WORD, Cause.PLEDGE_SIGNED, Cause.INITIATIVE, Cause.PLEDGE_PRICE, Cause.PLEDGE_RENEGOTIATED)


@pytest.mark.parametrize("policy", ["random", "reader", "opportunist"])
def test_the_price_on_the_desk_is_the_price_paid(begin, policy):
    """“Spends 3 of 5 capital” is what leaves the account, turn after turn, by whatever a player does."""
    session = begin(seed=2)
    looked = 0
    while session.beat is not Beat.CLOSED:
        move = session.by_policy(policy)
        if isinstance(move, Passing):
            session.hand_over(move)
            continue
        cost = session.check(move).cost
        session.submit(move)
        passed = [p for p in session.course.chronicle.passed if isinstance(p.did, Draft)][-1]
        if any(action.startswith("renegotiate") for action in move.book.values()):
            continue  # a refusal adds the price of keeping, and the desk says so beforehand
        lines = [line for line in passed.lines if line.what is What.CAPITAL]
        paid = -sum(line.size for line in lines if line.cause in PAID or (line.cause is Cause.DEED and line.about < 0))
        assert paid == pytest.approx(cost)
        looked += 1
    assert looked > 10


def test_each_greyed_thing_says_why(begin):
    """Whatever cannot be chosen carries one sentence, and whatever can carries none."""
    session = begin(seed=4)
    refused = 0
    for number in range(14):
        if session.beat is Beat.MORNING:
            desk = session.desk()
            things = [*desk.programme, *(a for entry in desk.entries for a in entry.actions)]
            for addressee in desk.composer.addressees:
                things += [*addressee.tones, *addressee.channels, *addressee.undertakings]
            for thing in things:
                assert thing.available == (thing.why_not == "")
                assert thing.available or (thing.why_not.endswith(".") and "\n" not in thing.why_not)
                refused += not thing.available
        turn(session, number)
    assert refused > 50


def test_what_is_grey_is_refused(begin):
    """The composer and the check agree: every closed channel and tone is an error of the draft, every open one none."""
    session = turns(begin(), 3)
    desk, draft = session.desk(), choose(session)
    draft = Draft(do=draft.do)
    for addressee in desk.composer.addressees:
        to = addressee.state.id
        for tone in addressee.tones:
            word = Saying(to, tone.id, "ambassador")
            assert (session.check(draft.saying(word)).error == "") == tone.available
        for channel in addressee.channels:
            word = Saying(to, "reserve", channel.id)
            error = session.check(draft.saying(word)).error
            assert (error == "") == (channel.available and channel.cost <= desk.capital - session.check(draft).cost)


def test_words_beyond_two_cost_one_each(begin):
    """rulings 21: at most one to each counterpart; two are free."""
    session = turns(begin(), 2)
    draft = Draft(do=choose(session).do)
    costs = [session.check(draft).cost]
    for to in ("norland", "velmar", "tarn"):
        draft = draft.saying(Saying(to, "reserve", "ambassador"))
        costs.append(session.check(draft).cost)
    assert [cost - costs[0] for cost in costs] == [0, 0, 0, 1]


def test_a_deed_that_breaks_a_word_says_so(begin):
    """rulings 18: the desk warns of pledges an option breaks and of words it belies; it does not forbid them."""
    session = begin()
    warned = []
    for number in range(24):
        if session.beat is Beat.MORNING:
            warned += [
                w for option in session.desk().options for w in option.warnings if w.startswith("This breaks our word")
            ]
        turn(session, number)
    assert warned


def test_owed_silence_is_announced(begin):
    """Silence is a word only where one was owed; then the desk says so, and a word takes the warning away."""
    session = begin()
    session.course.game.world.owed[0, 1] = True
    session.course.now = visible.seen(session.course.game.world)
    assert any("Velmar" in line for line in session.morning().owed)
    draft = choose(session).silent("velmar")
    warning = "Velmar is owed a word. Silence will be heard."
    assert warning in session.check(draft).warnings
    assert warning not in session.check(draft.saying(Saying("velmar", "reserve", "ambassador"))).warnings


def test_a_breach_leaves_a_word_owed(begin):
    """Whoever breaks openly and says nothing is told so beforehand; whoever conceals has chosen to say nothing."""
    session = begin(seed=3)
    while not (found := [e for e in session.desk().entries if e.must] if session.beat is Beat.MORNING else []):
        turn(session, len(session.turns))
    to, draft = found[0].to, choose(session).silent(found[0].to.id)
    warning = f"{to.short} is owed a word. Silence will be heard."
    told = {how: session.check(draft.book_with(found[0].id, how)).warnings for how in ("keep", "break", "conceal")}
    assert [warning in told[how] for how in ("keep", "break", "conceal")] == [False, True, False]


def test_a_promise_without_an_undertaking_is_possible_and_a_threat_is_not_promised(begin):
    """Only promise, threaten and propose carry an undertaking, each of its own sort."""
    session = turns(begin(), 2)
    draft = Draft(do=choose(session).do)
    seat = session.seat
    threats = [kind.id for k, kind in enumerate(seat.texts.playbook.pledges) if seat.scenario.kinds.dim[k] == 1]
    promises = [kind.id for k, kind in enumerate(seat.texts.playbook.pledges) if seat.scenario.kinds.dim[k] == 0]
    open_to_velmar = [u.id for u in session.desk().composer.addressees[1].undertakings if u.available]
    promise = next(kind for kind in promises if kind in open_to_velmar)

    def error(tone: str, about: str) -> str:
        return session.check(draft.saying(Saying("velmar", tone, "ambassador", about=about))).error

    assert error("promise", threats[0])
    assert error("threaten", promise)
    assert error("warn", promise)
    assert not error("propose", promise)


def test_with_no_capital_left_an_option_s_own_word_goes_by_a_channel_that_costs_nothing(begin):
    """A free deed can always be sent with Enter: its default word never asks for capital that is not there (play.md 2)."""
    moved = 0
    for seed, policy in ((6, "random"), (7, "steadfast"), (8, "dove")):
        session = begin(seed=seed)
        while session.beat is not Beat.CLOSED:
            if session.beat is Beat.MORNING:
                desk = session.desk()
                for option in desk.options:
                    dear = sum(CHANNEL_PRICE.get(word.via, 0) for word in option.says)
                    left = desk.capital - min(option.cost, desk.capital)
                    assert dear <= left
                    moved += bool(option.says) and left == 0
            move = session.by_policy(policy)
            session.hand_over(move) if isinstance(move, Passing) else session.submit(move)
    assert moved, "some play must have been poor at some point"
