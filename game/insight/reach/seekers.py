"""Automatic players that look for what has not been seen: the manner of another player, with a choice of deeds of their own.

A seeker is drawn to options seldom chosen so far, and has a random taste in what deeds do (mandate, people, firmness, the groups at
home), so that plays also end in corners where no sensible player goes.
"""

from __future__ import annotations

import numpy as np

from game.play import outlook
from game.play.policies import POLICIES, Player
from game.rules.arrays import Array, Index, Real, best_of
from game.rules.luck import Purpose
from game.rules.scenario import OPTIONS, Scenario
from game.rules.views import View

_CURIOUS = 4.0  # what an option never chosen is worth, beside tastes of about 1
_READ = ("mandate", "people", "firm", "breaks")
_FADES = 3.0  # how often it has been chosen when that is halved


class Seeker(Player):
    """wish: (I*4,) what each option is worth to this player."""

    def __init__(self, name: str, base: Player, wish: Real) -> None:
        super().__init__(base.manner)
        self.name = name
        self.wish = wish

    def _option(self, view: View, lean: Real) -> Index:
        place = view.inject.astype(np.intp) * OPTIONS
        dice = view.dice(Purpose.POLICY, OPTIONS)
        values = [self.wish.take(place + o) + dice[:, o] + 50.0 * view.affordable[:, o] for o in range(OPTIONS)]
        return best_of(values)


def cards(s: Scenario) -> Real:
    """(I*4, features) what the options' cards say, each feature of size one."""
    card, groups = outlook.cards(s), s.effects.approval[s.option_effect]
    told: Real = np.stack([*(card[name] for name in _READ), *groups.T], axis=1)
    scaled: Real = told / np.maximum(told.std(0), 1e-9)
    return scaled


def seekers(s: Scenario, chosen: Array, count: int, number: int) -> list[Seeker]:
    """`count` seekers of round `number`.  chosen: (I*4,) how often each option has been chosen so far."""
    told = cards(s)
    curious = _CURIOUS * _FADES / (_FADES + chosen)
    bases = list(POLICIES.values())
    made = []
    for n in range(count):
        taste: Real = np.random.default_rng((number, n)).normal(0, 1, (told.shape[1],))
        taste[n % told.shape[1]] *= 3  # each feature is somebody's passion
        weight = 0.0 if n % 3 == 0 else 1.0  # a third of them is curious and nothing else
        base = bases[(number * count + n) % len(bases)]
        made.append(Seeker(f"seeker {number}.{n} as {base.name}", base, curious + weight * (told @ taste)))
    return made
