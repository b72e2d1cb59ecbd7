"""What one seat may know (law 6): the trainee's view holds no hidden number.

A policy answers for all rows of a View and sees nothing else.  What is not named here is hidden: beliefs, records, aims, stakes, hearsay,
latent temptations as others see them, luck.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .arrays import Bool, Index, Real, sigma
from .cues import notes
from .luck import Purpose, bits, uniform, uniform_at
from .programme import allowed

if TYPE_CHECKING:
    from .now import Turn
    from .scenario import Scenario
    from .world import World

SEEN = (  # columns of World that anyone at home can read in the papers, the files or the book
    "season", "step", "week", "term", "term_start", "closed", "war", "inject", "option", "happened", "taken", "answered", "cue",
    "cue_level", "their_rung", "home_rung", "their_act", "crisis", "top_rung", "crises", "pledge", "due", "made", "tempt", "size",
    "public", "verified", "clear", "form", "marks", "kept", "broken", "theirs_kept", "theirs_broken", "word", "word_channel",
    "word_until", "owed", "programme", "heat", "capital", "leaning", "mandate", "settled", "lost", "elections", "won", "falls",
    "new_there",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class View:
    """A seat on a table of plays.  Attributes of SEEN are read through; `tempt` and `size` of home's own pledges are its own prices."""

    _world: World
    _turn: Turn
    scenario: Scenario

    def __getattr__(self, name: str) -> Index:
        if name in SEEN:
            column: Index = getattr(self._world, name)
            return column
        raise AttributeError(f"a seat cannot see {name}")

    def __len__(self) -> int:
        return len(self._world)

    @property
    def approval(self) -> Real:
        """(rows, A) share of each group: it is polled."""
        share: Real = sigma(self._world.approval)
        return share

    @property
    def offered(self) -> Bool:
        return self._turn.offered

    @property
    def affordable(self) -> Bool:
        return self._turn.affordable

    @property
    def price(self) -> Real:
        return self._turn.price

    @property
    def book(self) -> tuple[Index, Index, Index]:
        """The places (row, counterpart, kind) of home's pledges that are open or asked of it."""
        return self._turn.book

    @property
    def due(self) -> Bool:
        return self._turn.due

    @property
    def due_week(self) -> Index:
        """(rows, 2, C, K) the week in which each pledge falls due."""
        return self._world.due

    @property
    def pressed(self) -> Bool:
        return self._turn.pressed

    @property
    def probed(self) -> Index:
        return self._turn.probed

    @property
    def noted(self) -> Real:
        """(rows, C, readings) what a careful reader made of the cues so far: precision-weighted sums."""
        return notes(self._world)[0]

    @property
    def noted_weight(self) -> Real:
        return notes(self._world)[1]

    @property
    def season_turn(self) -> Bool:
        return self._turn.season_turn

    def allowed(self) -> Bool:
        """(rows, places, N) initiatives that may be begun."""
        return allowed(self._world, self.scenario)

    def dice(self, purpose: Purpose, *slots: int) -> Real:
        """A policy's own luck, addressed as all luck: (rows, *slots) in (0, 1)."""
        return uniform(self._turn.key, purpose, *slots)

    def dice_at(self, purpose: Purpose, row: Index, slot: Index) -> Real:
        """The same for a list of (row, slot): (k,)."""
        return uniform_at(self._turn.key, purpose, row, slot)

    def words(self, purpose: Purpose, *slots: int) -> Index:
        """(rows, *slots) uint32 of a policy's own luck."""
        return bits(self._turn.key, purpose, *slots)
