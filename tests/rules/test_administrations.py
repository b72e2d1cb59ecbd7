"""The vote, a fall, and what one administration leaves to the next (play.md 2, science.md 2.3 and 3, rulings 19, 20 and 23)."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules.arrays import logit, sigma
from game.rules.ledger import Cause, What
from game.rules.moves import Honour
from game.rules.trust import evidence, record_update
from game.rules.vocabulary import AIMS, Dim, Mark, State

from .calm import Calm

N, KIND = "norland", "catch-limit"
LOSE, WIN = {"vote_line": 9.0}, {"vote_line": -9.0}


def on_the_eve(flagship, rows=1, *, law=None, watched=True, level=0.5):
    """A stage whose next season ends in a vote."""
    return Calm(flagship, rows, watched=watched, law=law).believed(level).turn().last_season()


def memo_of(**lines):
    """A memo in which these lines are ink (or, for honour, what is done with every pledge)."""

    def write(stage):
        memo = stage.blank_memo()
        for name, value in lines.items():
            getattr(memo, name)[:] = value
        return memo

    return write


# ---- the vote


@pytest.mark.parametrize("share", [0.40, 0.50, 0.55])
def test_six_tenths_of_a_vote_are_not_yours(flagship, share):
    """play.md 2: A = .6E + .4 approval, E ~ N(.50, .045), P(return) = sigma((A - .48)/.035)."""
    stage = on_the_eve(flagship, 1500, watched=None, law={"approval_month": 1.0})
    stage.world.approval[:] = logit(share)
    stage.turn()
    turn = stage.game.turn
    assert turn.handling == pytest.approx(np.full(1500, share), abs=1e-4)
    assert (turn.economy.mean(), turn.economy.std()) == (
        pytest.approx(0.50, abs=0.005),
        pytest.approx(0.045, abs=0.004),
    )
    assert turn.vote == pytest.approx(sigma((0.6 * turn.economy + 0.4 * share - 0.48) / 0.035), abs=1e-5)
    assert stage.world.won.mean() == pytest.approx(turn.vote.mean(), abs=0.045)


def test_foreign_policy_tilts_a_vote_and_seldom_decides_it(flagship):
    """Ten points of approval are worth about what a spread of the economy is; neither makes it certain."""
    chance = {}
    for share in (0.45, 0.55):
        stage = on_the_eve(flagship, 800, watched=None, law={"approval_month": 1.0})
        stage.world.approval[:] = logit(share)
        stage.turn()
        chance[share] = float(stage.game.turn.vote.mean())
    assert 0.08 < chance[0.55] - chance[0.45] < 0.35
    assert 0.2 < chance[0.45] and chance[0.55] < 0.95


def test_the_reasons_of_a_vote_are_written_down(flagship):
    """A line of the ledger: the support, negative where it was lost; and one election on the count."""
    for law, sign, won in ((LOSE, -1, 0), (WIN, 1, 1)):
        stage = on_the_eve(flagship, law=law).turn()
        (line,) = stage.lines(What.EVENT, Cause.ELECTION)
        support = 0.6 * stage.game.turn.economy[0] + 0.4 * stage.game.turn.handling[0]
        assert line.size == pytest.approx(sign * support, abs=1e-6)
        assert (stage.world.elections[0], stage.world.won[0], stage.world.lost[0]) == (1, won, law is LOSE)


def test_nobody_votes_before_the_term_is_out(flagship):
    """Eight seasons a term (rulings 9)."""
    stage = Calm(flagship, watched=None)
    for _ in range(7):
        stage.turn()
    assert stage.world.elections[0] == 0 and stage.world.term[0] == 0
    stage.turn()
    assert stage.world.elections[0] == 1 and stage.world.term[0] == 1


def test_the_last_vote_ends_the_campaign(flagship):
    """Three terms, and no successor."""
    stage = on_the_eve(flagship)
    stage.world.term[:] = 2
    stage.turn()
    assert stage.world.closed[0] and stage.game.phase == "closed"


# ---- a fall


def test_a_fall_seats_a_successor_for_the_rest_of_the_term(flagship):
    """rulings 19: no vote, the same leaning, the term goes on; Office pays for it."""
    stage = Calm(flagship, law={"leadership_chance": 9.0}).believed(0.5).turn()
    stage.world.approval[:, stage.s.lever == 2] = -4
    leaning, start = int(stage.world.leaning[0]), int(stage.world.term_start[0])
    stage.turn()
    world = stage.world
    assert (world.falls[0], world.elections[0], world.term[0]) == (1, 0, 0)
    assert (world.leaning[0], world.term_start[0]) == (leaning, start) and not world.closed[0]
    assert len(stage.lines(What.EVENT, Cause.FALL)) == 1


# ---- the record passes


def handed(flagship, law, **lines):
    """Norland's belief in home's reliability before and after a handover, and the record between them."""
    stage = on_the_eve(flagship, law=law, level=0.5)
    stage.world.prior[:] = logit(0.9)
    stage.turn(memo=memo_of(**lines))
    return stage


@pytest.mark.parametrize(
    ("law", "lines", "h"),
    [(WIN, {}, 0.30), (LOSE, {}, 0.10), (LOSE, {"ink_opposition": True}, 0.30), (WIN, {"ink_opposition": True}, 0.50)],
)
def test_a_successor_starts_between_the_predecessor_and_the_record(flagship, law, lines, h):
    """science.md 2.3: p0 = h*r + (1-h)*m'; h .30 the same party, .10 the other, +.2 with the opposition briefed (rulings 20)."""
    stage = handed(flagship, law, **lines)
    r, m, n = np.full((1, 1, 4), 0.9), np.full((1, 1, 4), 0.5), stage.s.law.state_weight[None, None]
    mean, _ = record_update(r, m, n)
    assert stage.world.record_mean[0, 0] == pytest.approx(mean[0, 0], abs=1e-5)
    assert stage.p(N, "reliability")[0] == pytest.approx(h * 0.9 + (1 - h) * mean[0, 0, 0], abs=1e-3)


def test_continuity_has_a_ceiling(flagship):
    """h at most .6, whatever was prepared."""
    stage = on_the_eve(flagship, law=WIN)
    stage.world.prior[:], stage.world.continuity[:] = logit(0.9), 5.0
    stage.turn()
    mean = stage.world.record_mean[0, 0, 0]
    assert stage.p(N, "reliability")[0] == pytest.approx(0.6 * 0.9 + 0.4 * mean, abs=1e-3)
    assert stage.world.continuity[0] == 0, "what was prepared is used up"


def test_a_scar_goes_with_the_liar_as_far_as_the_record_forgets(flagship):
    """The successor of a liar begins below the record's old mean, but without the lie itself."""
    stage = on_the_eve(flagship, law=LOSE)
    stage.world.lasting[:, 0, Dim.R] = np.log(0.05 / 0.25)
    stage.turn()
    assert (stage.world.lasting == 0).all()
    assert stage.p(N, "reliability")[0] < 0.47 and stage.p("tarn", "reliability")[0] == pytest.approx(0.5, abs=0.01)


def test_the_record_keeps_its_weight(flagship):
    """rulings 23: n stays, so that the third administration counts as much as the first."""
    m, n = np.full((1, 1, 4), 0.5), flagship.scenario.law.state_weight[None, None].copy()
    weight = n.copy()
    for r in (0.95, 0.95, 0.95):
        m, weight = record_update(np.full((1, 1, 4), r), m, weight)
    assert weight == pytest.approx(n, rel=0.25)
    assert (m > 0.7).all(), "and the record rises: .50 -> .71 -> .83 at first, by the published figures"


# ---- the person changes


def test_the_loser_s_leaning_goes_and_the_mandate_is_drawn_anew(flagship):
    """play.md 5: an open hand or a firm hand, with a mandate of that leaning."""
    for law, changes in ((LOSE, True), (WIN, False)):
        stage = on_the_eve(flagship, 60, law=law, watched=None)
        before = stage.world.leaning.copy()
        stage.turn()
        assert ((stage.world.leaning != before) == changes).all()
        leanings = np.array([leaning for leaning, _ in stage.s.mandates])
        assert (leanings[stage.world.mandate] == stage.world.leaning).all()


def test_the_mandates_of_later_terms_are_all_drawn_by_somebody(flagship):
    """With votes won and lost, each mandate of a second or third term is drawn; in the first, that of the leaning the story begins with."""
    stage = Calm(flagship, 120, watched=None)
    stage.turn()
    drawn = set(np.unique(stage.world.mandate).tolist())
    for _ in range(2):
        stage.last_season().turn()
        drawn |= set(np.unique(stage.world.mandate).tolist())
    reachable = {m for m, (leaning, term) in enumerate(stage.s.mandates) if term != 0 or leaning == stage.s.begins}
    assert drawn >= reachable and len(reachable) >= 5


def test_a_new_minister_has_the_usual_credit_and_half_the_old_quarrels(flagship):
    """6 capital, and half of what home held for or against the last one."""
    stage = on_the_eve(flagship, law=LOSE | {"approval_month": 1.0})
    stage.world.capital[:], stage.world.approval[:] = 0, stage.s.approval_rest + 1.0
    stage.turn()
    assert stage.world.capital[0] == 6
    assert stage.world.approval[0] == pytest.approx(stage.s.approval_rest + 0.5, abs=1e-5)


def test_objectives_are_judged_at_the_term_s_end(flagship):
    """An author's objectives pay mandate units where they hold, to those who drew that mandate."""
    s = flagship.played("full")
    (mandate, _, units), *_ = s.objectives
    always = {"objectives": ((mandate, lambda world, memo: np.ones(len(world), bool), units),)}
    for drawn, paid in ((mandate, units), (99, 0.0)):
        stage = Calm(flagship, scenario=always).turn().last_season()
        stage.world.mandate[:] = drawn
        stage.turn()
        assert stage.total(What.MANDATE, Cause.OBJECTIVE) == pytest.approx(paid, abs=1e-5)


# ---- the book passes


def inherited(flagship, law, form=1, honour=Honour.SILENT, **pledge):
    """A pledge of c 1.0 in the hands of a successor."""
    stage = on_the_eve(flagship, law=law)
    stage.pledged(N, KIND, seasons=6, size=1.0, **pledge)
    stage.world.form[stage.at(N, KIND)] = form
    return stage.turn(memo=memo_of(honour=honour))


@pytest.mark.parametrize(
    ("law", "form", "c"), [(WIN, 1, 1.0), (LOSE, 1, 1.6), (LOSE, 4, 1.1), (WIN, 4, 0.5), (LOSE, 3, 1.3)]
)  # fmt: skip
def test_an_opposing_mandate_makes_a_pledge_dearer_and_an_institution_cheaper(flagship, law, form, c):
    """play.md 3 and 6: +.6 where the other party won, -.5 a treaty, -.3 an agreement; home pays for it by the square."""
    stage = inherited(flagship, law, form)
    assert stage.of("tempt", N, KIND)[0] == round(20 * c)
    assert stage.of("marks", N, KIND)[0] & Mark.INHERITED and stage.of("size", N, KIND)[0] == 20


def test_a_treaty_is_cheaper_for_the_successor_by_half_a_unit(flagship):
    """science.md 2.3: treaty depth lowers the successor's temptation."""
    letters, treaty = (inherited(flagship, LOSE, form).of("tempt", N, KIND)[0] for form in (1, 4))
    assert letters - treaty == 10


def test_to_affirm_ties_hands_and_is_one_statement_to_a_capital(flagship):
    """u +.2 on each pledge; clarity rises once, however long the book."""
    stage = on_the_eve(flagship, law=LOSE)
    for kind in (KIND, "joint-count", "share-data"):
        stage.pledged(N, kind, seasons=6, size=1.0, public=50)
    stage.turn(memo=memo_of(honour=Honour.AFFIRM))
    assert [int(stage.of("public", N, kind)[0]) for kind in (KIND, "joint-count", "share-data")] == [70, 70, 70]
    (gain,) = stage.trust_lines(Cause.PLEDGE_SIGNED, N, "clarity")
    assert 0 < gain < 1


def test_to_disown_is_to_break_with_part_of_an_excuse(flagship):
    """play.md 2: x = .4 of a word nobody wrote down, less of one that was; never more than a breach."""
    stage = inherited(flagship, LOSE, honour=Honour.DISOWN)
    assert stage.state(N, KIND) == State.BROKEN
    (loss,) = stage.trust_lines(Cause.PLEDGE_DISOWNED, N, "reliability")
    full, excused = (evidence(False, 1.6, 0.5, 0.95, x, int(Dim.R)) for x in (0.0, 0.4))
    assert full * 1.2 < loss < excused * 0.8


def test_to_renegotiate_at_the_handover_halves_it_once(flagship):
    """The successor's asking counts like any other: half, and not again."""
    stage = inherited(flagship, LOSE, honour=Honour.RENEGOTIATE)
    assert (stage.of("size", N, KIND)[0], stage.of("tempt", N, KIND)[0]) == (10, 16)
    assert stage.of("marks", N, KIND)[0] & Mark.RENEGOTIATED and stage.state(N, KIND) == State.OPEN
    (loss,) = stage.trust_lines(Cause.PLEDGE_RENEGOTIATED, N, "reliability")
    assert -0.6 < loss < 0


def test_to_honour_in_silence_changes_nothing_but_the_price(flagship):
    stage = inherited(flagship, LOSE, honour=Honour.SILENT, public=50)
    assert stage.state(N, KIND) == State.OPEN and stage.of("public", N, KIND)[0] == 50


# ---- the ink


@pytest.mark.parametrize("inked", [True, False])
def test_a_back_channel_lapses_unless_it_is_introduced(flagship, inked):
    """play.md 2: introduce a channel (keeps it open)."""
    stage = Calm(flagship, law=WIN).turn(programme=[("open-back-channel", N)]).last_season()
    channel = stage.s.names["initiatives"]["open-back-channel"]
    assert stage.world.programme[0, stage.c[N], channel] >= 0
    stage.turn(memo=memo_of(ink_channel=inked))
    assert (stage.world.programme[0, stage.c[N], channel] >= 0) == inked


def test_the_lines_of_a_memo_are_counted(flagship):
    """play.md 2: four lines of ink, one for each private word, the channel, the ambassador, a warning, the opposition."""
    stage = Calm(flagship)
    memo = memo_of(ink_channel=True, ink_ambassador=True, ink_warning=1, ink_opposition=True)(stage)
    memo.ink_words[0, 0, :2] = True
    assert memo.lines.tolist() == [6]
    assert stage.blank_memo().lines.tolist() == [0]


def test_their_governments_change_too(flagship):
    """science.md 3: hazard .30 a year in democracies, .20 elsewhere; a new one may be another sort."""
    stage = Calm(flagship, 1500, watched=None, law={"exit_democracy": 0.30, "exit_other": 0.20})
    stage.turn()
    aim = stage.world.aim.copy()
    stage.turn()
    new = stage.world.new_there > 0
    assert new.mean() == pytest.approx(1 - 0.7**0.5, abs=0.02), "all three are democracies; half a year has passed"
    changed = stage.world.aim != aim
    assert changed[new].any() and not changed[~new].any()
    assert set(np.unique(stage.world.aim)) == set(range(len(AIMS)))
