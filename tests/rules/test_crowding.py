"""The more home has promised already, the less one more promise is news: whoever signs most does not win by it (play.md 3)."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules.ledger import Cause, What
from game.rules.moves import Book
from game.rules.now import Deals
from game.rules.pledges import sign
from game.rules.vocabulary import FORMS, State

from .calm import Calm

N = "norland"
OTHERS = (("tarn", "share-data"), ("velmar", "share-data"), ("tarn", "joint-count"), ("velmar", "joint-count"))
THREATS = (("tarn", "measures-if"), ("velmar", "measures-if"))
EARNED = (What.MANDATE, What.PEOPLE)


def credit(flagship, already=(), after=State.OPEN):
    """Mandate and People for signing a catch limit with Norland, when these words of home's were given before."""
    stage = Calm(flagship).believed(0.9).turn()
    for to, kind in already:
        stage.pledged(to, kind, seasons=8)
        stage.world.pledge[stage.at(to, kind)] = after
    stage.turn(say=[(N, "promise", "note-verbale", {"about": "catch-limit", "form": "letters"})])
    assert stage.state(N, "catch-limit") == State.OPEN
    return np.array([stage.total(what, Cause.PLEDGE_SIGNED) for what in EARNED])


def test_each_promise_already_out_makes_one_more_less_of_a_success(flagship):
    """Parliament has heard it before, and so have the people: the credit shrinks by the same share each time."""
    share, alone = flagship.scenario.law.crowding, credit(flagship)
    assert 0.5 < share < 1 and (alone > 0).all()
    for out in (1, 2, 4):
        assert credit(flagship, OTHERS[:out]) == pytest.approx(alone * share**out, abs=1e-5)


def test_two_promises_one_after_the_other_earn_less_than_two_alone(flagship):
    """The same story told through the desk: the second signature is paid at the share that the first has left."""
    stage = Calm(flagship).believed(0.9).turn()
    paid = []
    for to in (N, "tarn"):
        stage.turn(say=[(to, "promise", "note-verbale", {"about": "catch-limit", "form": "letters"})])
        paid.append(np.array([stage.total(what, Cause.PLEDGE_SIGNED) for what in EARNED]))
    assert paid[1] - paid[0] == pytest.approx(paid[0] * stage.s.law.crowding, abs=1e-5)


def test_only_a_promise_that_is_open_makes_another_stale(flagship):
    """A threat is no promise, and a promise kept or broken is out of the way."""
    alone = credit(flagship)
    assert credit(flagship, THREATS) == pytest.approx(alone, abs=1e-5)
    for ended in (State.KEPT, State.BROKEN, State.OFFERED):
        assert credit(flagship, OTHERS[:1], ended) == pytest.approx(alone, abs=1e-5)


@pytest.mark.parametrize(("giver", "stale"), [(None, False), ("theirs", False), ("home's", True)])
def test_their_word_is_heard_among_home_s_own(flagship, giver, stale):
    """When another government promises, the people gain by it, and less where home has promised much; its other words crowd nothing."""
    stage = Calm(flagship).believed(0.9).turn()
    if giver:
        stage.world.pledge[:, int(giver == "theirs"), stage.c["tarn"], stage.k["share-data"]] = State.OPEN
    told = {name: 1 for name in Deals.__slots__} | {
        "row": 0, "counterpart": stage.c[N], "kind": stage.k["catch-limit"], "tempt": 30, "form": FORMS.index("letters"), "minuted": True,
    }  # fmt: skip
    theirs = Deals(**{name: np.array([value]) for name, value in told.items()})
    sign(stage.world, stage.s, stage.game.turn, stage.game.ledger, theirs)
    want = stage.s.law.sign_people * 1.5 * (stage.s.law.crowding if stale else 1)
    assert stage.total(What.PEOPLE, Cause.PLEDGE_SIGNED) == pytest.approx(want, abs=1e-5)
    assert stage.total(What.MANDATE, Cause.PLEDGE_SIGNED) == 0, "a mandate is kept by home's own signatures"


def test_what_is_kept_is_not_crowded(flagship):
    """A word kept among many is worth what it is worth alone."""
    earned = []
    for others in ((), OTHERS[:3]):
        stage = Calm(flagship).believed(0.5).turn()
        stage.pledged(N, "catch-limit", seasons=1)
        for to, kind in others:
            stage.pledged(to, kind, seasons=8)
        stage.world.capital[:] = 8
        stage.turn(book={(N, "catch-limit"): Book.KEEP})
        assert stage.state(N, "catch-limit") == State.KEPT
        earned.append([stage.total(what, Cause.PLEDGE_KEPT) for what in EARNED])
    assert earned[0] == earned[1] and min(earned[0]) > 0
