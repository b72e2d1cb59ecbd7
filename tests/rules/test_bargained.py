"""An offer on the card and the morning after are one decision: they rest if they sign, and press if they do not (turn._bargained)."""

from __future__ import annotations

import numpy as np
import pytest

from game.play.policies import policy
from game.rules.scenario import OPTIONS
from game.rules.turn import Game
from game.rules.vocabulary import Act, State


@pytest.fixture(scope="module")
def bargains(flagship):
    """(signed, rested, returned) of each offer on a card to the inject's sender; returned: whether what they give for it was given."""
    game, player = Game(flagship.played("full"), np.arange(150)), policy("dove")
    s, found = game.scenario, []
    for _ in range(26):
        game.brief()
        inject, before = game.world.inject.astype(np.intp), game.world.pledge.copy()
        game.reply(player.reply(game.view()))
        world = game.world
        effect = s.option_effect[inject * OPTIONS + np.maximum(world.option, 0)]
        offer, theirs, sender = s.effects.offer[effect], s.effects.theirs[effect], s.sender[inject].astype(np.intp)
        asked = (offer > 0) & (world.option >= 0) & (inject > 0) & (s.offers.counterpart[offer] == sender)
        for row in np.flatnonzero(asked & (world.crisis == 0) & ~world.closed):
            at = (sender[row], s.offers.kind[offer[row]])
            given = (1, sender[row], s.offers.kind[theirs[row]])
            if before[(row, 0, *at)] == State.OPEN:
                continue
            fresh = theirs[row] > 0 and before[(row, *given)] != State.OPEN
            signed = world.pledge[(row, 0, *at)] == State.OPEN
            returned = bool(world.pledge[(row, *given)] == State.OPEN) if fresh else None
            found.append((signed, world.answered[row, inject[row]] == Act.RESTS, returned))
        if game.phase == "handover":
            game.hand_over(player.hand_over(game.view()))
    return found


def test_the_page_says_what_the_book_says(bargains):
    """Both answers are met, and never one on the page and the other in the book."""
    assert len(bargains) > 200 and {bool(signed) for signed, _, _ in bargains} == {True, False}
    assert all(bool(signed) == bool(rested) for signed, rested, _ in bargains)


def test_what_they_give_for_it_is_given_if_they_sign_and_not_before(bargains):
    """A bargain has two sides, and neither stands alone."""
    fresh = [(bool(signed), returned) for signed, _, returned in bargains if returned is not None]
    assert len(fresh) > 30 and all(signed == returned for signed, returned in fresh)
