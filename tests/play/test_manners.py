"""The rows of the table of automatic players: every name in them is one that the playbook knows, and every trick plays its trick."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from game.play.manners import MANNERS, TRICKS
from game.play.policies import policy
from game.rules.arrays import Array
from game.rules.moves import Book, Reply
from game.rules.scenario import OPTIONS
from game.rules.turn import Game
from game.rules.vocabulary import CHANNELS, TONES, Dim, State

PROPOSE, APOLOGISE, EXPLAIN = (TONES.index(t) for t in ("propose", "apologise", "explain"))


# ---- the names in the table


@pytest.mark.parametrize("manner", MANNERS, ids=lambda m: m.name)
def test_every_name_in_a_manner_is_one_of_the_playbook(flagship, manner):
    """A player passes over a name that it does not find, so a slip of the pen would make it a weaker player and say nothing."""
    known = flagship.scenario.names
    assert set(manner.programme) <= set(known["initiatives"])
    assert set(manner.likes) <= set(known["deeds"])
    assert {manner.quiet, manner.threat or manner.quiet} <= set(CHANNELS)
    assert manner.after_breach in TONES
    assert manner.keeps in {"all", "twice", "careful", "worth", "never-threats", "random"}
    assert manner.words in {"own", "reassure", "firm", "none", "random"}


def test_a_private_channel_that_must_be_opened_is_in_the_programme(flagship):
    """Or its words would go by the ambassador for ever."""
    needs, initiatives = flagship.scenario.words.channel_needs, flagship.scenario.names["initiatives"]
    for manner in MANNERS:
        need = int(needs[CHANNELS.index(manner.quiet)])
        if 0 < need <= len(initiatives):
            opens = next(name for name, n in initiatives.items() if n == need - 1)
            assert opens in manner.programme, f"{manner.name} would speak by {manner.quiet}"


# ---- the tricks


@dataclass(frozen=True)
class Seen:
    """One turn of a table of plays as it stood when the move was made: copies, as a view reads on through the play."""

    move: Reply
    alive: Array  # (rows,)
    left: Array  # (rows,) seasons of the term still to run, this one among them
    owed: Array  # (rows, C) a word is owed for a broken promise
    own: Array  # (rows, C) the tone on the chosen option's card, -1 none
    liked: Array  # (rows, 4) options that go to a court or a mediator, offered and paid for
    free: Array  # (rows,) an option was offered and paid for that neither breaks a word nor gives one above .8
    signed: Array  # (rows,) the largest promise that home opened by this move, 0 none


def walk(flagship, name, rows=60):
    """The whole campaign, turn by turn; and the table at its end."""
    s, player = flagship.played("full"), policy(name)
    game, told = Game(s, np.arange(rows)), []
    deeds = len(TONES) + s.sizes["kinds"]  # where they begin among the habits: tones, pledges, deeds
    courts = [deeds + s.names["deeds"][deed] for deed in ("go-to-law", "accept-good-offices")]
    every = np.arange(rows)
    e, ours = s.effects, np.where(s.offers.giver == 0, s.offers.tempt, 0) / 20
    breaks = e.breaks[s.option_effect].any(1)
    promises = np.maximum(ours[e.offer[s.option_effect]], ours[e.pledge[s.option_effect]])
    while game.phase != "closed":
        game.brief()
        world, move = game.world, player.reply(game.view())
        place = world.inject.astype(int)[:, None] * OPTIONS + np.arange(OPTIONS)
        owed = world.owed & (world.broken > 0)
        own = np.where((world.inject > 0)[:, None], s.option_tone[place[every, move.option]], -1)
        liked = np.isin(s.effects.habit[s.option_effect[place]], courts) & game.turn.affordable
        free = (~breaks[place] & (promises[place] <= 0.8) & game.turn.affordable).any(1)
        left = s.term_seasons - (world.season - world.term_start)
        alive, before = ~world.closed, world.pledge[:, 0].copy()
        game.reply(move)
        fresh = (world.pledge[:, 0] == State.OPEN) & (before != State.OPEN) & (s.kinds.dim == Dim.R)
        signed = (world.size[:, 0] * fresh).max((1, 2)) / 20
        told.append(Seen(move, alive, left, owed, own, liked, free, signed))
        if game.phase == "handover":
            game.hand_over(player.hand_over(game.view()))
    return game, told


@pytest.fixture(scope="module")
def tricks(flagship):
    """name -> the table at the end, and every turn that led to it."""
    return {name: walk(flagship, name) for name in TRICKS}


def proposals(game, told):
    """(temptation, seasons left) of everything proposed of its own accord."""
    sizes, left = [], []
    for one in told:
        row, c = np.nonzero((one.move.tone == PROPOSE) & (one.move.about >= 0) & one.alive[:, None])
        sizes.append(game.scenario.kinds.tempt[one.move.about[row, c]])
        left.append(one.left[row])
    return np.concatenate(sizes), np.concatenate(left)


def test_small_change_signs_nothing_large(tricks):
    """It asks much and often, and gives no promise above .8, but where every other way out would break one already given."""
    game, told = tricks["small-change"]
    sizes, _ = proposals(game, told)
    assert sizes.size > 10 * len(game.world) and sizes.max() <= 0.8
    signed = np.stack([one.signed for one in told])
    free = np.stack([one.free for one in told])
    assert ((signed > 0).sum(0) >= 5).all() and signed[free].max() <= 0.8
    assert free[signed > 0].mean() > 0.8, "the exception is seldom met"


def test_the_heir_burdener_signs_in_a_term_s_last_year_alone(tricks):
    """It proposes, and takes what it is asked, when the bill will be another minister's."""
    game, told = tricks["heir-burdener"]
    sizes, left = proposals(game, told)
    assert sizes.size > 2 * len(game.world) and set(left.tolist()) <= {1, 2} and sizes.max() > 1.5
    early = [one.move.book[one.alive & (one.left > 2)] == Book.ACCEPT for one in told]
    late = [one.move.book[one.alive & (one.left <= 2)] == Book.ACCEPT for one in told]
    assert not any(some.any() for some in early) and any(some.any() for some in late)


def test_the_penitent_breaks_what_is_dear_and_apologises(tricks):
    """Where a word is owed for a broken promise and the card has none of its own, it is an apology, and never an explanation."""
    game, told = tricks["penitent"]
    assert game.world.broken.sum() > len(game.world)
    silent = [one.owed & (one.own < 0) & one.alive[:, None] for one in told]
    said = np.concatenate([one.move.tone[where] for one, where in zip(told, silent, strict=True)])
    assert said.size > 100 and (said == APOLOGISE).all()


def test_who_does_not_repent_explains(flagship):
    """The same breach, another player: its own tone, so that the apology is the penitent's and not everybody's."""
    _, told = walk(flagship, "steadfast", rows=30)
    said = np.concatenate([one.move.tone[one.owed & (one.own < 0) & one.alive[:, None]] for one in told])
    assert said.size > 20 and (said == EXPLAIN).all()


def test_the_litigant_goes_to_court_wherever_there_is_one(tricks):
    """Every time that a court or a mediator is among the options, and more than one such cable comes in a campaign."""
    game, told = tricks["litigant"]
    taken = [one.liked[np.arange(len(one.liked)), one.move.option] for one in told]
    offered = [one.liked.any(1) & one.alive for one in told]
    assert sum(some.sum() for some in offered) > 2 * len(game.world)
    assert all(went[there].all() for went, there in zip(taken, offered, strict=True))


def test_without_the_taste_for_it_nobody_always_goes_to_court(flagship):
    """The firm do not, so that the test above is not true of everyone."""
    _, told = walk(flagship, "hawk", rows=30)
    taken = [one.liked[np.arange(len(one.liked)), one.move.option][one.liked.any(1) & one.alive] for one in told]
    assert np.concatenate(taken).mean() < 0.5
