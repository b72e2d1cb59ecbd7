"""What home does with its book (play.md 2 and 3).

Asking again, notice, anniversaries, what they ask of home, and words nobody wrote down.
"""

from __future__ import annotations

import numpy as np
import pytest

from game.rules.arrays import sigma
from game.rules.book import capital_to_keep
from game.rules.ledger import Cause, What
from game.rules.moves import Book, Handover
from game.rules.trust import evidence
from game.rules.vocabulary import Dim, Mark, State

from .calm import Calm

N, BOX = "norland", "stay-out-of-box"


def open_to_norland(flagship, kind=BOX, rows=1, level=0.5, seasons=3, watched=True, law=None, **pledge):
    stage = Calm(flagship, rows, watched=watched, law=law).believed(level).turn()
    stage.pledged(N, kind, seasons=seasons, **pledge)
    stage.world.capital[:] = 8
    return stage


# ---- keeping by default


def test_what_falls_due_and_is_left_alone_is_kept(flagship):
    """play.md 2: Enter keeps what can be paid; what is not yet due simply stands."""
    stage = open_to_norland(flagship, seasons=2).turn()
    assert stage.state(N, BOX) == State.OPEN
    stage.turn()
    assert stage.world.kept[0, stage.c[N]] == 1


def test_the_capital_a_word_asks_for():
    """rulings 13: max(0, round(c) - 1)."""
    assert capital_to_keep(np.array([0.0, 0.5, 1.4, 1.6, 2.4, 3.0])).tolist() == [0, 0, 0, 1, 1, 2]


def test_a_pledge_may_be_broken_before_its_day(flagship):
    """A multi-season pledge is judged once: at its term, or in the season in which it is broken (play.md 6)."""
    stage = open_to_norland(flagship).turn(book={(N, BOX): Book.BREAK})
    assert stage.state(N, BOX) == State.BROKEN


# ---- renegotiation


@pytest.mark.parametrize("level", [0.2, 0.55, 0.9])
def test_they_agree_to_ask_again_as_far_as_they_believe(flagship, level):
    """play.md 3: sigma(5*((p_R + p_B)/2 - .55))."""
    stage = open_to_norland(flagship, rows=600, level=level, watched=None)
    due = stage.of("due", N, BOX).copy()
    stage.turn(book={(N, BOX): Book.ASK_ELSE_KEEP})
    agreed = stage.of("due", N, BOX) > due
    assert agreed.mean() == pytest.approx(sigma(5 * (level - 0.55)), abs=0.06)


def test_what_they_agree_to_stands_at_half_its_size(flagship):
    """rulings 5: a renegotiated pledge stays open at half size, half temptation, a season longer; it costs 1 capital."""
    stage = open_to_norland(flagship, level=0.99, size=2.0).turn(book={(N, BOX): Book.ASK_ELSE_BREAK})
    assert stage.state(N, BOX) == State.OPEN
    assert (stage.of("size", N, BOX)[0], stage.of("tempt", N, BOX)[0]) == (20, 20)
    assert stage.of("marks", N, BOX)[0] & Mark.RENEGOTIATED
    assert stage.total(What.CAPITAL, Cause.PLEDGE_RENEGOTIATED) == -1


def test_asking_is_read_as_a_part_of_a_breach(flagship):
    """play.md 3: R loss x .45, and no loss of clarity."""
    stage = open_to_norland(flagship, size=1.0).turn(book={(N, BOX): Book.ASK_ELSE_KEEP})
    full = evidence(False, 1.0, 0.5, 0.95, 0.0, int(Dim.R))
    assert stage.trust_lines(Cause.PLEDGE_RENEGOTIATED, N, "reliability") == [pytest.approx(0.45 * full, abs=2e-4)]
    assert stage.trust_lines(Cause.PLEDGE_RENEGOTIATED, N, "clarity") == []


def test_it_may_be_asked_once(flagship):
    """The second time the book simply keeps, or breaks, what is due."""
    for instead, end in ((Book.ASK_ELSE_KEEP, State.KEPT), (Book.ASK_ELSE_BREAK, State.BROKEN)):
        stage = open_to_norland(flagship, seasons=1)
        stage.world.marks[stage.at(N, BOX)] |= np.uint8(Mark.RENEGOTIATED)
        stage.turn(book={(N, BOX): instead})
        assert stage.lines(What.CAPITAL, Cause.PLEDGE_RENEGOTIATED) == []
        ended = [x for x in stage.lines(What.PLEDGE) if x.cell == (0, stage.c[N], stage.k[BOX])]
        assert int(end) in [x.size for x in ended]


def test_refused_on_the_day_home_keeps_or_breaks_as_it_said(flagship):
    """rulings 10: {"ask": "renegotiate", "else": ...}."""
    for instead, kept in ((Book.ASK_ELSE_KEEP, 1), (Book.ASK_ELSE_BREAK, 0)):
        stage = open_to_norland(flagship, level=0.01, seasons=1).turn(book={(N, BOX): instead})
        assert (stage.world.kept[0, stage.c[N]], stage.world.broken[0, stage.c[N]]) == (kept, 1 - kept)


def test_refused_before_the_day_it_stands_as_it_was(flagship):
    stage = open_to_norland(flagship, level=0.01, size=1.0).turn(book={(N, BOX): Book.ASK_ELSE_BREAK})
    assert stage.state(N, BOX) == State.OPEN and stage.of("size", N, BOX)[0] == 20


# ---- notice


def test_notice_ends_a_pledge_a_season_later_at_half_the_loss(flagship):
    """play.md 3: R loss x .5, no P loss, the price saved."""
    stage = open_to_norland(flagship, seasons=6, size=1.0).turn(book={(N, BOX): Book.WITHDRAW})
    assert stage.state(N, BOX) == State.OPEN and stage.of("marks", N, BOX)[0] & Mark.NOTICE
    stage.turn()
    assert stage.state(N, BOX) == State.WITHDRAWN
    full = evidence(False, 1.0, 0.5, 0.95, 0.0, int(Dim.R))
    assert stage.trust_lines(Cause.PLEDGE_WITHDRAWN, N, "reliability") == [pytest.approx(0.5 * full, abs=2e-4)]
    assert stage.trust_lines(Cause.PLEDGE_WITHDRAWN, N, "clarity") == []
    assert stage.lines(What.MANDATE, Cause.PLEDGE_PRICE) == []


def test_on_the_day_itself_there_is_no_season_left_for_notice(flagship):
    """To withdraw on the day is to break."""
    stage = open_to_norland(flagship, seasons=1).turn(book={(N, BOX): Book.WITHDRAW})
    assert stage.state(N, BOX) == State.BROKEN


# ---- anniversaries


def test_a_standing_commitment_is_seen_to_be_kept_each_year_at_half_weight(flagship):
    """play.md 6: `meet-on-schedule` is judged each year at rho .5; others only at their term."""
    stage = open_to_norland(flagship, "meet-on-schedule", seasons=8, size=0.3)
    stage.pledged("tarn", BOX, seasons=8)
    for _ in range(4):
        stage.turn()
    seen = [x.season for x in stage.lines(What.TRUST, Cause.PLEDGE_KEPT) if x.cell == (stage.c[N], Dim.R)]
    assert seen == [2, 4], "a year after it was made, and a year after that"
    want = 0.5 * evidence(True, 0.3, 0.5, 0.95, 0.0, int(Dim.R))
    assert stage.trust_lines(Cause.PLEDGE_KEPT, N, "reliability")[0] == pytest.approx(want, abs=1e-3)
    assert stage.trust_lines(Cause.PLEDGE_KEPT, "tarn", "reliability") == []


# ---- what they ask of home


def asked(flagship, seasons=2, capital=8):
    stage = Calm(flagship).believed(0.5).turn()
    at = stage.at(N, "catch-limit")
    world = stage.world
    world.pledge[at], world.due[at], world.tempt[at], world.size[at] = State.OFFERED, world.week + 26 * seasons, 30, 30
    world.public[at], world.verified[at], world.clear[at], world.form[at] = 50, 80, 90, 1
    world.capital[:] = capital
    return stage


def test_an_offer_accepted_is_a_pledge_in_the_book(flagship):
    """It costs its capital and pays its signing like any other."""
    stage = asked(flagship).turn(book={(N, "catch-limit"): Book.ACCEPT})
    assert stage.state(N, "catch-limit") == State.OPEN and stage.of("marks", N, "catch-limit")[0] & Mark.MINUTED
    assert stage.total(What.CAPITAL, Cause.PLEDGE_SIGNED) == -1
    assert stage.total(What.MANDATE, Cause.PLEDGE_SIGNED) == pytest.approx(1.5, abs=1e-5)
    assert stage.of("due", N, "catch-limit")[0] == stage.world.week[0] + 26 * 4


def test_an_offer_that_cannot_be_paid_for_stays_on_the_table(flagship):
    stage = asked(flagship, capital=-9).turn(book={(N, "catch-limit"): Book.ACCEPT})
    assert stage.state(N, "catch-limit") == State.OFFERED


def test_a_refusal_costs_a_little_of_both(flagship):
    """play.md 3: B -.06, .15 mandate; free hands."""
    stage = asked(flagship).turn(book={(N, "catch-limit"): Book.REFUSE})
    assert stage.state(N, "catch-limit") == State.LAPSED
    assert stage.trust_lines(Cause.PLEDGE_REFUSED, N, "intent") == [pytest.approx(-0.06, abs=2e-4)]
    assert stage.total(What.MANDATE, Cause.PLEDGE_REFUSED) == pytest.approx(-0.15, abs=1e-5)


def test_an_offer_left_lying_lapses_on_its_day_and_counts_as_refused(flagship):
    stage = asked(flagship, seasons=2).turn()
    assert stage.state(N, "catch-limit") == State.OFFERED
    stage.turn()
    assert stage.state(N, "catch-limit") == State.LAPSED
    assert stage.total(What.MANDATE, Cause.PLEDGE_REFUSED) == pytest.approx(-0.15, abs=1e-5)


def test_who_saw_a_word_kept_asks_for_the_next_a_little_larger(flagship):
    """Success raises what is asked, within what they would take: .2 more, believers oftener than doubters."""
    share = {}
    for level in (0.3, 0.8):
        stage = open_to_norland(flagship, rows=300, level=level, seasons=1, size=1.0, watched=None).turn()
        offered = stage.of("pledge", N, BOX) == State.OFFERED
        share[level] = float(offered.mean())
        assert (stage.of("size", N, BOX)[offered] == 24).all()
    assert 0.1 < share[0.3] + 0.2 < share[0.8]


# ---- words nobody wrote down


def after_the_vote(flagship, lost, *, minuted=False, ink=False, rows=1, watched=True):
    """A private word to Norland, on the morning after an election."""
    law = {"vote_line": 9.0 if lost else -9.0}
    stage = Calm(flagship, rows, watched=watched, law=law).believed(0.5).turn().last_season()
    stage.pledged(N, BOX, seasons=2, size=0.5, minuted=minuted)

    def memo(on):
        blank: Handover = on.blank_memo()
        blank.ink_words[:, on.c[N], on.k[BOX]] = ink
        return blank

    stage.turn(memo=memo)
    assert (stage.world.lost == lost).all() and (stage.world.term == 1).all()
    return stage


def test_a_private_word_is_lost_with_the_election(flagship):
    """play.md 2: it is not in the new book, and the counterpart remembers it."""
    stage = after_the_vote(flagship, lost=True)
    assert stage.state(N, BOX) == State.OPEN and stage.of("marks", N, BOX)[0] & Mark.FORGOTTEN
    assert len(stage.lines(What.PLEDGE, Cause.PLEDGE_FORGOTTEN)) == 1


@pytest.mark.parametrize("saved", [{"minuted": True}, {"ink": True}, {"lost": False}])
def test_a_minute_a_line_of_ink_or_the_same_party_keeps_it_in_the_book(flagship, saved):
    stage = after_the_vote(flagship, **{"lost": True, **saved})
    assert not stage.of("marks", N, BOX)[0] & Mark.FORGOTTEN
    stage.turn(book={(N, BOX): Book.KEEP})
    assert stage.world.kept[0, stage.c[N]] == 1


def test_nobody_can_keep_on_purpose_what_nobody_knows_of(flagship):
    """A forgotten word is broken two times in three, whatever the book says, with the excuse of ignorance (x = .4)."""
    stage = after_the_vote(flagship, lost=True, rows=500, watched=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    stage.turn(book={(N, BOX): Book.KEEP})
    assert stage.world.broken[:, stage.c[N]].mean() == pytest.approx(0.65, abs=0.07)
    loss = [x.size for x in stage.lines(What.TRUST, Cause.PLEDGE_FORGOTTEN) if x.cell == (stage.c[N], Dim.R)]
    open_breach = evidence(False, 0.5, 0.5, 0.95, 0.0, int(Dim.R))
    assert loss and all(open_breach < size < 0 for size in loss)
