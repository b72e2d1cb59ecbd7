"""A small stage for tests of the rules: one play of the flagship, moved by hand."""

from __future__ import annotations

import numpy as np

from game.rules.arrays import sigma
from game.rules.moves import Book, Handover, Reply
from game.rules.turn import Game
from game.rules.vocabulary import CHANNELS, DIMENSIONS, FORMS, TONES, WORDINGS, Mark, State


class Stage:
    """One row (or `rows` alike but for their seed), with verbs that read like the story of a test."""

    def __init__(self, loaded, seed=1, rows=1, **law):
        scenario = loaded.played("full")
        if law:
            from dataclasses import replace

            scenario = scenario.at(law=replace(scenario.law, **law))
        self.s, self.game = scenario, Game(scenario, np.arange(seed, seed + rows), watched=range(rows))
        self.c = scenario.names["counterparts"]
        self.k = scenario.names["kinds"]

    @property
    def world(self):
        return self.game.world

    def trust(self, observer, dim):
        """Mean over rows of the probability an observer gives."""
        o = self.c.get(observer, len(self.c))
        return float(sigma(self.world.belief[:, o, DIMENSIONS.index(dim)]).mean())

    def believed(self, level):
        """Start every observer at one level of trust, in every dimension."""
        self.world.prior[:] = np.log(level / (1 - level))
        self.world.record_mean[:] = level
        return self

    def season(self, say=None, book=None):
        """One turn: nothing said or done but what is given.  say: (to, tone, via, kind); book: {(counterpart, kind): Book}."""
        game = self.game
        game.brief()
        move = Reply.blank(self.s.sizes, len(self.world))
        move.option[:] = self._quiet()
        if say:
            to, tone, via, *about = say
            c = self.c[to]
            move.tone[:, c], move.channel[:, c] = TONES.index(tone), CHANNELS.index(via)
            move.wording[:, c] = WORDINGS.index("precise")
            move.form[:, c] = FORMS.index("letters")
            move.about[:, c] = self.k[about[0]] if about else -1
        for (to, kind), action in (book or {}).items():
            move.book[:, self.c[to], self.k[kind]] = action
        game.reply(move)
        if game.phase == "handover":
            game.hand_over(Handover.blank(self.s.sizes, len(self.world)))
        return self

    def _quiet(self):
        """The option that yields least and climbs least."""
        from game.rules.scenario import OPTIONS

        place = self.world.inject.astype(int)[:, None] * OPTIONS + np.arange(OPTIONS)
        effect = self.s.option_effect[place]
        loud = np.abs(self.s.effects.firm[effect]) + self.s.effects.breaks[effect].any(2) * 5
        return np.where(self.game.turn.affordable, loud, 99).argmin(1)

    def pledged(self, to, kind, *, seasons=2, size=None, public=50, verified=100, minuted=True):
        """An open pledge of home's, made now."""
        at = (slice(None), 0, self.c[to], self.k[kind])
        size = round(20 * float(self.s.kinds.tempt[self.k[kind]])) if size is None else round(20 * size)
        world = self.world
        world.pledge[at], world.made[at], world.due[at] = State.OPEN, np.maximum(world.week, 0), np.maximum(world.week, 0) + 26 * seasons
        world.tempt[at], world.size[at] = size, size
        world.public[at], world.verified[at], world.clear[at], world.form[at] = public, verified, 95, 1
        world.marks[at] = Mark.MINUTED if minuted else 0
        return self

    def state(self, to, kind):
        return State(int(self.world.pledge[0, 0, self.c[to], self.k[kind]]))


__all__ = ["Book", "Stage"]
