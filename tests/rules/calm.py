"""A stage on which nothing happens but what the test brings: no injects, no probes, no shocks at home, no new governments abroad."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.rules.arrays import sigma
from game.rules.ledger import What
from game.rules.moves import Handover, Reply
from game.rules.programme import choice
from game.rules.turn import Game
from game.rules.vocabulary import CHANNELS, DIMENSIONS, FORMS, TONES, WORDINGS

from .table import Stage

STILL = {
    "opening": 1.0, "shock_chance": 0.0, "shock_restless": 0.0, "slip": 0.0, "exit_democracy": 0.0, "exit_other": 0.0,
    "leadership_chance": 0.0,
}  # fmt: skip


class Calm(Stage):
    """rows plays, alike but for their seed.  `watched` keeps the reasons of all rows, of none, or of those named."""

    def __init__(self, loaded, rows=1, *, seed=1, length="full", watched=True, law=None, scenario=None):
        s = loaded.played(length)
        s = replace(s, **{"when": (), "must": (), "probes": (), **(scenario or {})})
        self.s = s.at(law=replace(s.law, **{**STILL, **(law or {})}))
        seen = range(rows) if watched is True else watched or ()
        self.game = Game(self.s, np.arange(seed, seed + rows), watched=seen)
        self.c, self.k = self.s.names["counterparts"], self.s.names["kinds"]

    # --- verbs

    def brings(self, inject):
        """This inject comes next turn, whatever its author asked for."""
        self.world.queued[:, 0] = self.s.names["injects"][inject]
        self.world.queued_for[:, 0] = -99
        return self

    def turn(self, *, option=None, say=(), book=None, programme=(), memo=None):
        """One turn.  say: (to, tone, via) or (to, tone, via, {...}); book: {(to, kind): Book}; programme: (initiative, to or None)."""
        game, s = self.game, self.s
        game.brief()
        move = Reply.blank(s.sizes, len(self.world))
        move.option[:] = self._quiet() if option is None else option
        for to, tone, via, *more in say:
            self._say(move, self.c[to], tone, via, **(more[0] if more else {}))
        for (to, kind), action in (book or {}).items():
            move.book[:, self.c[to], self.k[kind]] = action
        for place, (initiative, to) in enumerate(programme):
            at = s.sizes["counterparts"] if to is None else self.c[to]
            move.programme[:, place] = choice(s, s.names["initiatives"][initiative], at)
        game.reply(move)
        if game.phase == "handover":
            game.hand_over(memo(self) if memo else self.blank_memo())
        return self

    def _say(self, move, c, tone, via, about=None, wording="precise", form="letters", minuted=True):
        move.tone[:, c], move.channel[:, c] = TONES.index(tone), CHANNELS.index(via)
        move.wording[:, c], move.form[:, c], move.minuted[:, c] = WORDINGS.index(wording), FORMS.index(form), minuted
        move.about[:, c] = self.k[about] if about else -1

    def blank_memo(self):
        return Handover.blank(self.s.sizes, len(self.world))

    def last_season(self):
        """The next season is the last of the term."""
        self.world.season[:] = self.world.term_start + self.s.term_seasons - 1 - self.s.pace
        self.world.week[:] = 26 * self.world.season
        return self

    # --- what is there

    def at(self, to, kind):
        """Index of a pledge of home's."""
        return slice(None), 0, self.c[to], self.k[kind]

    def of(self, column, to, kind):
        return getattr(self.world, column)[self.at(to, kind)]

    def logodds(self, to, dim):
        """(rows,)"""
        o = self.c.get(to, len(self.c))
        return self.world.belief[:, o, DIMENSIONS.index(dim)].copy()

    def p(self, to, dim):
        return sigma(self.logodds(to, dim))

    def lines(self, what, cause=None, row=None, season=None):
        return [
            line for line in self.game.ledger.lines
            if line.what == what and (cause is None or line.cause == cause) and (row is None or line.row == row)
            and (season is None or line.season == season)
        ]  # fmt: skip

    def total(self, what, cause=None, cell=None, row=0, season=None):
        """Sum of the lines of a row, by cause and cell."""
        return sum(x.size for x in self.lines(what, cause, row, season) if cell is None or x.cell == cell)

    def trust_lines(self, cause, to, dim, row=0):
        cell = (self.c.get(to, len(self.c)), DIMENSIONS.index(dim))
        return [x.size for x in self.lines(What.TRUST, cause, row) if x.cell == cell]
