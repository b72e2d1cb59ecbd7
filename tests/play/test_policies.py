"""Automatic players: each does what its name says, all stay within the rules, and none sees what is hidden (rulings 24, law 6)."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from game.play.draft import INK
from game.play.manners import TRICKS
from game.play.outlook import held_back
from game.play.policies import MANNERS, POLICIES, policy
from game.rules.luck import Purpose
from game.rules.moves import Book, Honour
from game.rules.scenario import OPTIONS
from game.rules.turn import Game
from game.rules.views import SEEN
from game.rules.vocabulary import CHANNELS, READINGS, TONES, Dim, State
from game.rules.world import World

NAMES = [m.name for m in MANNERS]
HIDDEN = sorted({f.name for f in fields(World)} - set(SEEN))


def walked(flagship, name, rows=60, turns=10, length="full", scenario=None):
    """(view, reply) of every turn, and the game at the end."""
    game, player, told = Game(scenario or flagship.played(length), np.arange(rows)), policy(name), []
    for _ in range(turns):
        if game.phase == "closed":
            break
        game.brief()
        view = game.view()
        move = player.reply(view)
        told.append((view, move, game.turn.affordable.copy(), game.turn.offered.copy(), game.world.closed.copy()))
        game.reply(move)
        if game.phase == "handover":
            game.hand_over(player.hand_over(game.view()))
    return game, told


@pytest.fixture(scope="module")
def morning(flagship):
    game = Game(flagship.played("full"), np.arange(20))
    game.play_turn(policy("random"))
    game.brief()
    return game


# ---- what a seat sees


@pytest.mark.parametrize("column", [c for c in HIDDEN if c not in ("approval", "noted", "noted_weight")])
def test_a_seat_cannot_read_a_hidden_column(morning, column):
    """Law 6: beliefs, records, aims, stakes, hearsay and the account are not attributes of a view."""
    with pytest.raises(AttributeError, match="cannot see"):
        getattr(morning.view(), column)


def test_the_hidden_columns_are_those_that_matter():
    """The list of what is seen is the exception; what a player must infer is not on it."""
    beliefs, natures = {"prior", "fading", "lasting", "rumour", "record_mean"}, {"aim", "honest", "stake"}
    account, luck = {"strain", "ticks", "people", "standing"}, {"seed"}
    assert beliefs | natures | account | luck <= set(HIDDEN)


def test_approval_is_polled_in_shares_and_latent_values_are_not(morning):
    """Home approval may be shown; it is polled."""
    share = morning.view().approval
    assert ((share > 0) & (share < 1)).all() and not np.array_equal(share, morning.world.approval)


def test_a_policy_that_reaches_for_a_belief_stops_at_once(morning):
    """Nor by another name: neither the belief nor its probabilities."""
    for name in ("belief", "p", "world", "turn", "inbox"):
        with pytest.raises(AttributeError):
            getattr(morning.view(), name)


def test_a_policy_s_dice_are_addressed_too(morning):
    """Its own luck is the same however often it is asked, and not the world's."""
    view = morning.view()
    assert np.array_equal(view.dice(Purpose.POLICY, 3), view.dice(Purpose.POLICY, 3))
    assert not np.array_equal(view.dice(Purpose.POLICY, 3), view.dice(Purpose.POLICY_WORD, 3))


# ---- within the rules


def test_the_players_are_those_of_the_rulings():
    """rulings 24, and the tricks that have been looked for since."""
    assert set(NAMES) - set(TRICKS) == {
        "random", "steadfast", "meek-and-true", "fair-and-firm", "prudent", "reader", "opportunist", "hawk", "dove", "tit-for-tat", "grit",
        "bluffer", "silent",
    }  # fmt: skip
    assert len(TRICKS) == 4 and set(TRICKS) < set(NAMES) and len(NAMES) == len(set(NAMES))
    assert set(POLICIES) == set(NAMES) and all(m.about for m in MANNERS)


def test_a_player_that_is_not_there_is_refused_with_those_who_are():
    with pytest.raises(KeyError, match="fair-and-firm"):
        policy("fair and firm")


@pytest.mark.parametrize("name", NAMES)
def test_every_option_taken_was_offered_and_could_be_paid(flagship, name):
    """Random and greedy alike; the table never has to choose in their stead."""
    _, told = walked(flagship, name)
    rows = np.arange(60)
    chosen = np.concatenate([able[rows, move.option.astype(int)][~done] for _, move, able, _, done in told])
    assert chosen.size > 200 and chosen.all()


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_a_word_and_every_choice_a_choice(flagship, name):
    """Tones, channels, kinds and programmes lie in their closed lists; no installed channel is used before it is there."""
    game, told = walked(flagship, name)
    s = game.scenario
    for _, move, _, _, _ in told:
        assert (move.tone >= -1).all() and (move.tone < len(TONES)).all()
        said = move.tone >= 0
        assert (move.channel[said] >= 0).all() and (move.channel[said] < len(CHANNELS)).all()
        assert (move.about >= -1).all() and (move.about < s.sizes["kinds"]).all()
        assert np.isin(move.book, list(Book)).all()
        assert ((move.programme >= 0) & (move.programme <= s.sizes["initiatives"] * s.sizes["places"])).all()
        threatens = (move.tone == TONES.index("threaten")) & (move.about >= 0)
        assert (s.kinds.dim[move.about[threatens]] == Dim.C).all()


@pytest.mark.parametrize("name", NAMES)
def test_nobody_writes_more_than_four_lines_of_ink(flagship, name):
    """play.md 2."""
    game = Game(flagship.played("full"), np.arange(40))
    player, most = policy(name), 0
    for _ in range(16):
        game.brief()
        game.reply(player.reply(game.view()))
        if game.phase == "handover":
            memo = player.hand_over(game.view())
            most = max(most, int(memo.lines.max()))
            assert np.isin(memo.honour, list(Honour)).all()
            game.hand_over(memo)
    assert most <= INK


def test_random_does_everything_there_is_to_do(flagship):
    """Any legal move: over some hundreds of turns every option place, tone, channel without a key, and act of the book occurs."""
    game, told = walked(flagship, "random", rows=200, turns=14)
    options = np.concatenate([move.option for _, move, _, _, _ in told])
    tones = np.concatenate([move.tone.ravel() for _, move, _, _, _ in told])
    channels = np.concatenate([move.channel[move.tone >= 0] for _, move, _, _, _ in told])
    books = np.concatenate([move.book.ravel() for _, move, _, _, _ in told])
    free = np.flatnonzero(game.scenario.words.channel_needs == 0)
    assert set(options.tolist()) == set(range(OPTIONS)) and set(tones.tolist()) == {-1, *range(len(TONES))}
    assert set(channels.tolist()) == set(free.tolist()) and set(books.tolist()) == {int(b) for b in Book}


# ---- what the names say


@pytest.fixture(scope="module")
def plays(flagship):
    """name -> the table after twelve turns, and what was told."""
    return {name: walked(flagship, name, rows=120, turns=12) for name in NAMES}


def said(plays, name):
    return np.concatenate([move.tone[~done] for _, move, _, _, done in plays[name][1]])


def firmness(plays, name):
    """Mean firmness of the deeds last chosen at each cable."""
    world, s = plays[name][0].world, plays[name][0].scenario
    row, inject = np.nonzero(world.taken >= 0)
    return float(s.effects.firm[s.option_effect[inject * OPTIONS + world.taken[row, inject]]].mean())


def test_hawks_are_firm_and_doves_yield(plays):
    firm = {name: firmness(plays, name) for name in ("hawk", "fair-and-firm", "dove", "meek-and-true")}
    assert firm["hawk"] > firm["fair-and-firm"] > max(firm["dove"], firm["meek-and-true"])


def test_silent_says_nothing(plays):
    assert (said(plays, "silent") == -1).all() and (said(plays, "hawk") >= 0).any()


def test_the_meek_reassure_and_the_hawk_warns(plays):
    reassure, warn = TONES.index("reassure"), TONES.index("warn")
    share = lambda name, tone: float((said(plays, name) == tone).mean())  # noqa: E731
    assert share("meek-and-true", reassure) > 2 * share("hawk", reassure)
    assert share("hawk", warn) > 2 * share("meek-and-true", warn)


def test_who_keeps_all_never_breaks_on_purpose(plays):
    """Steadfast, meek and fair leave the book to be kept; the opportunist breaks what is dear, the bluffer its threats."""
    acts = {name: np.concatenate([move.book.ravel() for _, move, _, _, _ in plays[name][1]]) for name in NAMES}
    for name in ("steadfast", "meek-and-true", "fair-and-firm", "dove", "grit", "hawk"):
        assert not np.isin(acts[name], [Book.BREAK, Book.CONCEAL, Book.WITHDRAW]).any(), name
    assert (acts["opportunist"] == Book.BREAK).any() and (acts["bluffer"] == Book.BREAK).any()
    assert (acts["prudent"] == Book.ASK_ELSE_KEEP).any()


def test_the_bluffer_breaks_threats_alone(plays):
    game, told = plays["bluffer"]
    promises = game.scenario.kinds.dim != Dim.C
    assert not any((move.book[:, :, promises] == Book.BREAK).any() for _, move, _, _, _ in told)


def test_steadfast_proposes_more_than_prudent_and_silent_nothing(plays):
    """takes large pledges; what it could pay twice; none."""
    propose, sizes = TONES.index("propose"), {}
    for name in ("steadfast", "prudent", "silent"):
        game, told = plays[name]
        about = np.concatenate([move.about[move.tone == propose] for _, move, _, _, _ in told])
        sizes[name] = game.scenario.kinds.tempt[about[about >= 0]]
    assert sizes["steadfast"].mean() > sizes["prudent"].mean() + 0.2 and sizes["prudent"].max() <= 0.9 + 1e-9
    assert sizes["silent"].size == 0


def test_grit_begins_with_one_sided_steps(plays):
    """One-sided announced steps: in the programme of nearly every play."""
    game, _ = plays["grit"]
    step = game.scenario.names["initiatives"]["one-sided-step"]
    begun = (game.world.programme[:, :, step] >= 0).any(1)
    assert begun.mean() > 0.8
    assert not (plays["hawk"][0].world.programme[:, :, step] >= 0).any()


def test_a_mirror_is_firm_where_they_stand_and_open_where_they_do_not(morning):
    """tit-for-tat, by rungs alone."""
    view = morning.view()
    lean = policy("tit-for-tat")._lean(view)
    assert (lean[view.their_rung > view.home_rung] > 0).all() and (lean[view.their_rung == 0] < 0).all()
    assert (policy("hawk")._lean(view) == 0).all()


def test_the_reader_firms_against_the_grasping_and_opens_to_the_fearful(flagship):
    """It begins without an opinion and takes it from cues 11 to 14 alone."""
    game = Game(flagship.played("full"), np.arange(300))
    aim = READINGS.index("aim")
    game.world.noted[:], game.world.noted_weight[:] = 0, 0
    game.brief()
    game.world.noted[:100, :, aim], game.world.noted_weight[:100, :, aim] = 512, 512
    game.world.noted[100:200, :, aim], game.world.noted_weight[100:200, :, aim] = -512, 512
    game.world.noted[200:, :, aim], game.world.noted_weight[200:, :, aim] = 0, 0
    lean = policy("reader")._lean(game.view())
    assert (lean[:100] > 0).all() and (lean[100:200] < 0).all() and (lean[200:] == 0).all()


def test_the_reader_reads_the_true_aim_more_often_than_not(plays):
    """By the middle of a campaign its lean towards Norland goes with what Norland is."""
    game, told = plays["reader"]
    view = told[-1][0]
    lean, true = policy("reader")._lean(view)[:, 0], game.world.aim[:, 0]
    opinion = lean != 0
    assert opinion.mean() > 0.5
    assert ((lean[opinion] > 0) == (true[opinion] == 1)).mean() > 0.65


def test_the_reserved_keep_back_what_their_word_will_cost(flagship, morning):
    """Prudent and reader think of what falls due within a year; steadfast does not."""
    view, world = morning.view(), morning.world
    world.pledge[:, 0, 0, 5], world.due[:, 0, 0, 5], world.tempt[:, 0, 0, 5] = State.OPEN, world.week + 26, 60
    held = {name: held_back(view, policy(name).manner) for name in ("prudent", "reader", "steadfast")}
    assert (held["prudent"] >= 2).all() and (held["reader"] >= 2).all() and (held["steadfast"] == 0).all()
