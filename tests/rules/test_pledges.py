"""How a pledge is made and judged: what it pays, what it costs, and who hears of it (play.md 3, science.md 2 and 3)."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules.ledger import Cause, What
from game.rules.moves import Book
from game.rules.trust import evidence
from game.rules.vocabulary import Dim, Mark, State

from .calm import Calm

N = "norland"
KEEP, BREAK, CONCEAL = (
    {(N, "catch-limit"): Book.KEEP},
    {(N, "catch-limit"): Book.BREAK},
    {(N, "catch-limit"): Book.CONCEAL},
)


def due_today(
    flagship, kind="catch-limit", rows=1, capital=8, level=0.5, watched=True, law=None, scenario=None, **pledge
):
    """A stage on its second morning, with one pledge to Norland that falls due there."""
    stage = Calm(flagship, rows, watched=watched, law=law, scenario=scenario).believed(level).turn()
    stage.pledged(N, kind, seasons=1, **pledge)
    stage.world.capital[:] = capital
    return stage


# ---- keeping


@pytest.mark.parametrize("c", [0.5, 1.0, 1.5, 2.0, 3.0])
def test_home_pays_for_its_word_by_the_square_of_the_temptation(flagship, c):
    """play.md 3, rulings 13: c^2 of mandate, .035c^2 of approval in the groups it hurts, max(0, round(c) - 1) capital."""
    stage = due_today(flagship, size=c).turn(book=KEEP)
    hurt = stage.s.kinds.hurts[stage.k["catch-limit"]]
    assert hurt.any() and not hurt.all()
    assert stage.state(N, "catch-limit") == State.KEPT
    assert stage.total(What.MANDATE, Cause.PLEDGE_PRICE) == pytest.approx(-stage.s.law.price_mandate * c**2, abs=1e-5)
    for a, pays in enumerate(hurt):
        assert stage.total(What.APPROVAL, Cause.PLEDGE_PRICE, (a,)) == pytest.approx(-0.035 * c**2 * pays, abs=1e-5)
    assert -stage.total(What.CAPITAL, Cause.PLEDGE_PRICE) == max(0, np.rint(c) - 1)


@pytest.mark.parametrize(("c", "earns"), [(0.3, False), (0.5, True), (2.0, True)])
def test_a_kept_word_pays_by_its_size_unless_it_is_trifling(flagship, c, earns):
    """play.md 3: .6*size of mandate and .7*size of People; a size of .3 earns nothing at home."""
    stage = due_today(flagship, size=c).turn(book=KEEP)
    assert stage.total(What.MANDATE, Cause.PLEDGE_KEPT) == pytest.approx(0.6 * c * earns, abs=1e-5)
    assert stage.total(What.PEOPLE, Cause.PLEDGE_KEPT) == pytest.approx(0.7 * c * earns, abs=1e-5)


def test_a_shock_makes_keeping_dear_but_earns_no_more(flagship):
    """The price is of today's temptation, the gain of the size when it was made (play.md 3)."""
    stage = due_today(flagship, size=1.0)
    stage.world.tempt[stage.at(N, "catch-limit")] = round(20 * 2.6)
    stage.turn(book=KEEP)
    assert stage.total(What.MANDATE, Cause.PLEDGE_PRICE) == pytest.approx(-stage.s.law.price_mandate * 2.6**2, abs=1e-5)
    assert stage.total(What.MANDATE, Cause.PLEDGE_KEPT) == pytest.approx(0.6, abs=1e-5)
    assert -stage.total(What.CAPITAL, Cause.PLEDGE_PRICE) == 2


@pytest.mark.parametrize(("c", "u", "v"), [(0.5, 20, 60), (1.5, 80, 100), (2.5, 50, 90)])
def test_the_addressee_reads_a_kept_word_by_c_v_and_u(flagship, c, u, v):
    """science.md 2.2: one likelihood; what was seen is v times how clear the text was (k .95 here)."""
    stage = due_today(flagship, size=c, public=u, verified=v).turn(book=KEEP)
    want = evidence(True, c, u / 100, v / 100 * 0.95, 0.0, int(Dim.R))
    assert stage.trust_lines(Cause.PLEDGE_KEPT, N, "reliability") == [pytest.approx(want, abs=2e-4)]
    assert stage.trust_lines(Cause.PLEDGE_KEPT, "tarn", "reliability") == []


def test_the_same_kind_kept_again_and_again_wears_out(flagship):
    """play.md 3, the guard against farming: repeats of a kind to one observer within two years count .6 each."""
    stage = Calm(flagship).believed(0.5).turn()
    sizes = []
    for _ in range(3):
        stage.pledged(N, "joint-count", seasons=1).world.capital[:] = 8
        stage.world.fading[:] = 0  # the same belief each time, so that the news alone is compared
        stage.turn(book={(N, "joint-count"): Book.KEEP})
        sizes.append(stage.trust_lines(Cause.PLEDGE_KEPT, N, "reliability")[-1])
    assert sizes[1] / sizes[0] == pytest.approx(0.6, abs=0.01)
    assert sizes[2] / sizes[0] == pytest.approx(0.36, abs=0.01)


# ---- not keeping


def test_what_cannot_be_paid_defaults_and_the_government_is_blamed(flagship):
    """play.md 3: overpromising ends in default, whatever the book says; home loses mandate by the size."""
    stage = due_today(flagship, size=3.0, capital=0)
    stage.world.capital[:] = -9  # the season's income does not help
    stage.turn(book=KEEP)
    assert stage.state(N, "catch-limit") == State.BROKEN
    assert stage.of("marks", N, "catch-limit")[0] & Mark.DEFAULTED
    blame = -stage.s.law.default_mandate * 3.0
    assert stage.total(What.MANDATE, Cause.PLEDGE_DEFAULTED) == pytest.approx(blame, abs=1e-5)
    assert stage.total(What.MANDATE, Cause.PLEDGE_PRICE) == 0
    assert stage.trust_lines(Cause.PLEDGE_DEFAULTED, N, "reliability")[0] < -0.5


def test_with_capital_for_one_of_two_the_second_defaults(flagship):
    """One pledge after the other is paid, as long as there is capital."""
    stage = Calm(flagship).believed(0.5).turn()
    stage.pledged(N, "catch-limit", seasons=1, size=3.0).pledged("tarn", "catch-limit", seasons=1, size=3.0)
    stage.world.capital[:] = 1  # and two of income: enough for one of them
    stage.turn()
    ended = [stage.state(N, "catch-limit"), stage.state("tarn", "catch-limit")]
    assert sorted(ended) == [State.KEPT, State.BROKEN]


def test_breaking_saves_the_price_and_spends_the_record(flagship):
    """play.md 3: R in full, P at c = .3, approval -.12u in every group, People -.4 size; no price is paid."""
    stage = due_today(flagship, size=1.5, public=80).turn(book=BREAK)
    assert stage.state(N, "catch-limit") == State.BROKEN and stage.world.broken[0, stage.c[N]] == 1
    assert stage.lines(What.MANDATE, Cause.PLEDGE_PRICE) == [] and stage.lines(What.CAPITAL, Cause.PLEDGE_PRICE) == []
    r, p = (evidence(False, c, 0.8, 0.95, 0.0, int(dim)) for c, dim in ((1.5, Dim.R), (0.3, Dim.P)))
    assert stage.trust_lines(Cause.PLEDGE_BROKEN, N, "reliability") == [pytest.approx(r, abs=2e-4)]
    assert stage.trust_lines(Cause.PLEDGE_BROKEN, N, "clarity") == [pytest.approx(p, abs=2e-4)]
    assert stage.total(What.PEOPLE, Cause.PLEDGE_BROKEN) == pytest.approx(-0.4 * 1.5, abs=1e-5)
    for a in range(5):
        assert stage.total(What.APPROVAL, Cause.PLEDGE_BROKEN, (a,)) == pytest.approx(-0.12 * 0.8, abs=1e-5)


def test_third_parties_hear_of_it_a_turn_later_at_a_third_of_its_publicity(flagship):
    """play.md 3: rho .35u, blurred and late (design.md 4: who can know what)."""
    stage = due_today(flagship, size=1.5, public=80).turn(book=BREAK)
    assert stage.trust_lines(Cause.HEARSAY, "tarn", "reliability") == []
    stage.turn()
    (heard,) = stage.trust_lines(Cause.HEARSAY, "tarn", "reliability")
    full = evidence(False, 1.5, 0.8, 0.95, 0.0, int(Dim.R)) * 0.35 * 0.8
    assert full * 1.001 <= heard <= full * 0.599
    assert stage.trust_lines(Cause.HEARSAY, N, "reliability") == [], "who saw it needs no rumour"


def test_a_secret_breach_travels_nowhere(flagship):
    """u = 0: nobody else is told."""
    stage = due_today(flagship, size=1.5, public=0).turn(book=BREAK).turn()
    assert stage.lines(What.TRUST, Cause.HEARSAY) == []


def test_a_concealed_breach_is_seen_less_until_it_comes_out(flagship):
    """play.md 3: a breach at v*.6."""
    stage = due_today(flagship, size=1.5, verified=60).turn(book=CONCEAL)
    want = evidence(False, 1.5, 0.5, 0.6 * 0.95 * 0.6, 0.0, int(Dim.R))
    assert stage.trust_lines(Cause.PLEDGE_CONCEALED, N, "reliability") == [pytest.approx(want, abs=2e-4)]
    assert stage.of("marks", N, "catch-limit")[0] & Mark.CONCEALED


def test_to_break_and_deny_is_to_conceal(flagship):
    """rulings 11: a break with `deny` is a breach concealed."""
    stage = due_today(flagship, size=1.5).turn(book=BREAK, say=[(N, "deny", "ambassador")])
    assert stage.of("marks", N, "catch-limit")[0] & Mark.CONCEALED


def test_explaining_a_shock_through_a_channel_that_shows_it_excuses_a_part(flagship):
    """play.md 6, explain: the excuse counts as far as the channel verifies it, and only where home was under pressure."""
    losses = {}
    for via, pressed in (("", True), ("press-sources", True), ("note-verbale", True), ("note-verbale", False)):
        stage = due_today(flagship, size=2.5, level=0.5, law={"shock_chance": float(pressed), "shock_restless": float(pressed)})
        stage.turn(book=BREAK, say=[(N, "explain", via)] if via else ())
        losses[via, pressed] = stage.trust_lines(Cause.PLEDGE_BROKEN, N, "reliability")[0]
    assert losses["", True] < losses["press-sources", True] < losses["note-verbale", True] < 0
    assert losses["note-verbale", False] < losses["note-verbale", True]


@pytest.mark.parametrize("v", [100, 40])
def test_a_concealed_breach_comes_out_by_a_quarter_of_v_a_season(flagship, v):
    """rulings 11: exposed each season with chance .25*v."""
    stage = due_today(flagship, rows=1500, size=1.5, verified=v, watched=None).turn(book=CONCEAL)
    stage.turn()
    out = (stage.of("marks", N, "catch-limit") & Mark.CONCEALED) == 0
    assert out.mean() == pytest.approx(0.25 * v / 100, abs=0.035)


def test_a_lie_found_out_leaves_a_scar_that_never_fades(flagship):
    """science.md 2.4: log(.05/.25) in reliability, half of it in clarity; the breach itself is forgotten by and by."""
    stage = due_today(flagship, size=1.5, law={"exposure": 4.0}).turn(book=CONCEAL).turn()
    scar = np.log(0.05 / 0.25)
    assert stage.trust_lines(Cause.PLEDGE_EXPOSED, N, "reliability") == [pytest.approx(scar, abs=2e-4)]
    assert stage.trust_lines(Cause.PLEDGE_EXPOSED, N, "clarity") == [pytest.approx(scar / 2, abs=2e-4)]
    breach = stage.world.fading[0, 0, Dim.R]
    for _ in range(4):
        stage.turn()
    assert stage.world.lasting[0, 0, Dim.R] == pytest.approx(scar, abs=2e-4)
    assert 0.85 * breach < stage.world.fading[0, 0, Dim.R] < 0
    assert len(stage.trust_lines(Cause.PLEDGE_EXPOSED, N, "reliability")) == 1, "it comes out once"


def test_an_open_breach_leaves_nothing_that_lasts(flagship):
    """Only deception scars."""
    stage = due_today(flagship, size=1.5, law={"exposure": 4.0}).turn(book=BREAK).turn()
    assert (stage.world.lasting == 0).all()


# ---- wording


def test_a_vague_pledge_kept_is_read_as_broken_a_quarter_of_the_time(flagship):
    """play.md 6: vagueness lets two capitals read two promises."""
    stage = due_today(flagship, rows=1500, watched=None)
    stage.world.marks[stage.at(N, "catch-limit")] |= np.uint8(Mark.VAGUE)
    before = stage.logodds(N, "reliability")
    stage.turn(book=KEEP)
    misread = stage.logodds(N, "reliability") < before
    assert misread.mean() == pytest.approx(0.25, abs=0.035)
    assert (stage.world.kept[:, stage.c[N]] == 1).all(), "home kept it all the same"


def test_a_precise_pledge_is_never_misread(flagship):
    stage = due_today(flagship, rows=300, watched=None)
    before = stage.logodds(N, "reliability")
    stage.turn(book=KEEP)
    assert (stage.logodds(N, "reliability") > before).all()


@pytest.mark.parametrize(
    ("wording", "clear", "vague"), [("vague", 50, True), ("plain", 80, False), ("precise", 90, False)]
)
def test_wording_sets_how_clear_a_pledge_is(flagship, wording, clear, vague):
    """rulings 12: k is the least of kind (.9 for a catch limit), tone, wording and channel."""
    stage = Calm(flagship).believed(0.9).turn()
    stage.turn(say=[(N, "promise", "note-verbale", {"about": "catch-limit", "wording": wording})])
    assert stage.of("clear", N, "catch-limit")[0] == clear
    assert bool(stage.of("marks", N, "catch-limit")[0] & Mark.VAGUE) == vague


@pytest.mark.parametrize(
    ("form", "public", "verified"), [("oral", 15, 50), ("letters", 15, 70), ("communique", 70, 50), ("treaty", 90, 50)]
)  # fmt: skip
def test_form_sets_who_hears_of_it_and_how_it_is_checked(flagship, form, public, verified):
    """rulings 12: u from the form, if oral (or letters) from the channel, a note verbale's .15; v the kind's .5 plus the form's."""
    stage = Calm(flagship).believed(0.9).turn()
    stage.world.approval[:] = 2.0
    stage.turn(say=[(N, "promise", "note-verbale", {"about": "catch-limit", "form": form})])
    assert stage.of("public", N, "catch-limit")[0] == public
    assert stage.of("verified", N, "catch-limit")[0] == verified


def test_a_treaty_needs_the_party(flagship):
    """play.md 6: a vote at party >= 45 %; without it the same text is an agreement."""
    forms = []
    for party in (0.5, -0.5):
        stage = Calm(flagship).believed(0.9).turn()
        stage.world.approval[:, stage.s.lever == 2] = party
        stage.turn(say=[(N, "promise", "note-verbale", {"about": "catch-limit", "form": "treaty"})])
        forms.append(int(stage.of("form", N, "catch-limit")[0]))
    assert forms == [4, 3]


# ---- signing


def test_a_deal_pays_on_the_day_it_is_signed(flagship):
    """play.md 3: 1.0*c mandate and .2*c People now; to sign and break pays today."""
    stage = Calm(flagship).believed(0.9).turn()
    stage.turn(say=[(N, "promise", "note-verbale", {"about": "catch-limit", "form": "letters"})])
    assert stage.state(N, "catch-limit") == State.OPEN
    assert stage.total(What.MANDATE, Cause.PLEDGE_SIGNED) == pytest.approx(1.5, abs=1e-5)
    assert stage.total(What.PEOPLE, Cause.PLEDGE_SIGNED) == pytest.approx(0.3, abs=1e-5)


def test_a_promise_by_word_of_mouth_earns_nothing_at_home(flagship):
    """An oral assurance is no deal to show."""
    stage = Calm(flagship).believed(0.9).turn()
    stage.turn(say=[(N, "promise", "ambassador", {"about": "catch-limit", "form": "oral"})])
    assert stage.state(N, "catch-limit") == State.OPEN
    assert stage.lines(What.MANDATE, Cause.PLEDGE_SIGNED) == []


def test_a_promise_repeated_is_not_a_promise_renewed(flagship):
    """One that is already open keeps its date and pays nothing more."""
    stage = Calm(flagship).believed(0.9).turn()
    said = [(N, "promise", "note-verbale", {"about": "catch-limit", "form": "letters"})]
    stage.turn(say=said)
    due, paid = int(stage.of("due", N, "catch-limit")[0]), stage.total(What.MANDATE, Cause.PLEDGE_SIGNED)
    stage.turn(say=said)
    assert stage.of("due", N, "catch-limit")[0] == due and stage.total(What.MANDATE, Cause.PLEDGE_SIGNED) == paid


def test_what_cannot_be_paid_cannot_be_signed(flagship):
    """A kind's price is capital (admit-inspectors: 1); without it nothing opens."""
    stage = Calm(flagship).believed(0.9).turn()
    stage.world.capital[:] = -8  # below what a season brings in
    stage.turn(say=[(N, "promise", "note-verbale", {"about": "admit-inspectors"})])
    assert stage.state(N, "admit-inspectors") == State.NONE


# ---- the caretaker rule


def late(flagship, capital, kind="catch-limit"):
    stage = Calm(flagship).believed(0.9).turn().last_season()
    stage.world.capital[:] = capital
    return stage.turn(say=[(N, "promise", "note-verbale", {"about": kind, "form": "communique"})])


def test_a_caretaker_consults_the_opposition(flagship):
    """play.md 2: in a term's last season a new pledge of c > 1 costs 1 capital more, and h +.1."""
    stage = late(flagship, 6)
    assert stage.total(What.CAPITAL, Cause.CARETAKER) == -1.0
    assert stage.of("public", N, "catch-limit")[0] == 70


def test_a_caretaker_who_cannot_pay_signs_for_nobody(flagship):
    """It counts as made by nobody: u halves."""
    kinds = flagship.scenario.kinds
    price = kinds.capital[flagship.scenario.names["kinds"]["catch-limit"]]
    stage = late(flagship, price - 2)  # the season brings two
    assert stage.lines(What.CAPITAL, Cause.CARETAKER) == []
    assert stage.of("public", N, "catch-limit")[0] == 35


def test_small_steps_and_earlier_seasons_need_no_consultation(flagship):
    stage = late(flagship, 6, "joint-count")
    early = Calm(flagship).believed(0.9).turn()
    early.turn(say=[(N, "promise", "note-verbale", {"about": "catch-limit", "form": "communique"})])
    for one in (stage, early):
        assert one.lines(What.CAPITAL, Cause.CARETAKER) == []


# ---- threats


def threatened(flagship, rows=1, u=100, **more):
    """A threat of measures against Norland, open, due tomorrow; the first three groups are a hawk's, a centre's, a dove's."""
    s = flagship.played("full")
    pure = {"inconsistency": s.inconsistency.copy(), "belligerence": s.belligerence.copy()}
    pure["inconsistency"][:3], pure["belligerence"][:3] = s.law.profile_i, s.law.profile_b
    stage = due_today(flagship, "measures-if", rows=rows, public=u, scenario=pure, **more)
    stage.world.heat[:] = 0.5  # at which the press neither warms nor cools
    stage.world.home_rung[:, stage.c[N]], stage.world.their_rung[:, stage.c[N]] = 1, 1
    return stage


def test_a_threat_carried_out_climbs_and_divides_home(flagship):
    """science.md 3: -e(L)*b*u; hawks like it (b -.15), the centre minds a little, doves most; and C is shown."""
    stage = threatened(flagship).turn(book={(N, "measures-if"): Book.KEEP})
    assert stage.state(N, "measures-if") == State.KEPT and stage.world.home_rung[0, stage.c[N]] >= 1
    assert stage.total(What.RUNG, Cause.THREAT_CARRIED, (stage.c[N], 0)) == 1, "from protest to measures"
    cost = [stage.total(What.APPROVAL, Cause.THREAT_CARRIED, (a,)) for a in range(3)]
    loud = stage.s.law.loud[2]
    assert cost == pytest.approx([0.15 * loud, -0.20 * loud, -0.75 * loud], rel=0.02)
    assert stage.trust_lines(Cause.PLEDGE_KEPT, N, "resolve")[0] > 0.3
    assert stage.lines(What.PEOPLE) == [], "a threat is no deal between peoples"


def test_backing_down_costs_doves_most_and_hawks_least(flagship):
    """science.md 3: -e(L)*(i + b)*u, .60 hawks, .65 centre, .90 doves; never the -.12u of a broken promise beside it (rulings 17)."""
    stage = threatened(flagship).turn(book={(N, "measures-if"): Book.BREAK})
    cost = [stage.total(What.APPROVAL, Cause.THREAT_BACKED, (a,)) for a in range(3)]
    assert cost == pytest.approx([-0.60, -0.65, -0.90], rel=0.02)
    assert stage.lines(What.APPROVAL, Cause.PLEDGE_BROKEN) == []
    assert stage.trust_lines(Cause.PLEDGE_BROKEN, N, "resolve")[0] < -0.5


def test_hawks_mind_the_folding_and_doves_the_threat(flagship):
    """[S30]: of the cost of backing down the hawks' share is all inconsistency, the doves' nearly all belligerence."""
    law = flagship.scenario.law
    share = law.profile_b / (law.profile_i + law.profile_b)
    assert share[0] <= 0 < share[1] < share[2]


def test_backing_down_on_what_is_new_costs_less_where_home_hears_of_it(flagship):
    """Levendusky and Horowitz 2012 [S2]: the inconsistency counts .45 of itself; in a note to the other side nobody at home hears it."""
    costs = {}
    for via in ("parliament", "note-verbale"):
        stage = threatened(flagship).turn(book={(N, "measures-if"): Book.BREAK}, say=[(N, "explain", via)])
        costs[via] = stage.total(What.APPROVAL, Cause.THREAT_BACKED, (1,))
    assert costs["note-verbale"] == pytest.approx(-0.65, rel=0.02)
    # The speech warms the press a little, and the press warms the cost.
    assert costs["parliament"] == pytest.approx(-(0.45 * 0.45 + 0.20), rel=0.07)


@pytest.mark.parametrize(("u", "heat", "factor"), [(100, 0.0, 0.7), (100, 1.0, 1.3), (50, 0.5, 0.5)])
def test_publicity_and_the_press_set_the_size_of_the_cost(flagship, u, heat, factor):
    """play.md 3: heat multiplies audience costs by .7 to 1.3; u scales them."""
    stage = threatened(flagship, u=u)
    stage.world.heat[:] = heat
    stage.turn(book={(N, "measures-if"): Book.BREAK})
    assert stage.total(What.APPROVAL, Cause.THREAT_BACKED, (1,)) == pytest.approx(-0.65 * factor, rel=0.02)


def test_the_cost_rises_with_the_rung(flagship):
    """science.md 3: e(L) threat 1.0, display 1.3, use 1.6, casualties 1.9 (Tomz 2007)."""
    costs = []
    for rung in (1, 3, 5):
        stage = threatened(flagship)
        stage.world.their_rung[:, stage.c[N]] = rung
        stage.turn(book={(N, "measures-if"): Book.BREAK})
        costs.append(stage.total(What.APPROVAL, Cause.THREAT_BACKED, (1,)))
    assert costs[0] > costs[1] > costs[2] and costs[2] / costs[0] == pytest.approx(1.6, rel=0.02)
