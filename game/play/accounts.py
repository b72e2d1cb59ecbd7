"""What was foretold, by advisers and by the player, and what happened: folded over the play, outside the world.

A forecast happens if its condition holds at any time up to its season; after that it did not.  An adviser was right when the word of chance
lay on the side of what happened; the debrief scores the player's own by Brier.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ..rules.scenario import Condition
from ..rules.vocabulary import CHANCES
from ..rules.world import World

Watch = tuple[Condition, int]
"""A compiled condition and the seasons within which it may come true."""

EVEN = 0.5
LATE = 2  # seasons by which accounts are shown late


@dataclass(frozen=True, slots=True)
class Forecast:
    inject: int
    adviser: int  # place among the inject's advisers, or PLAYER
    chance: str
    made: int  # season
    until: int
    happened: bool | None = None  # None while open
    decided: int = -1  # season

    @property
    def right(self) -> bool | None:
        return None if self.happened is None else (CHANCES[self.chance] >= EVEN) == self.happened

    @property
    def brier(self) -> float | None:
        """(p - o) squared, 0 best, 1 worst."""
        return None if self.happened is None else (CHANCES[self.chance] - self.happened) ** 2


PLAYER = -1


@dataclass(slots=True)
class Accounts:
    """Conditions by (inject, adviser); the player's own stand under PLAYER."""

    watches: Mapping[tuple[int, int], Watch]
    forecasts: list[Forecast] = field(default_factory=list)

    def foretell(self, inject: int, adviser: int, chance: str, season: int) -> None:
        """Open a forecast.  One without a word of chance or a condition is talk and is not counted."""
        watch = self.watches.get((inject, adviser))
        if watch is not None and chance in CHANCES:
            self.forecasts.append(Forecast(inject, adviser, chance, season, season + watch[1]))

    def look(self, world: World, over: bool = False) -> None:
        """Close what has come true, and what can no longer.  `over`: the play has ended, and whatever has not come does not."""
        season = int(world.season[0])
        memo: dict[str, object] = {}
        for place, forecast in enumerate(self.forecasts):
            if forecast.happened is not None:
                continue
            condition, _ = self.watches[forecast.inject, forecast.adviser]
            if season <= forecast.until and bool(condition(world, memo)[0]):
                self.forecasts[place] = replace(forecast, happened=True, decided=season)
            elif season > forecast.until or over:
                self.forecasts[place] = replace(forecast, happened=False, decided=season)

    @property
    def estimates(self) -> tuple[Forecast, ...]:
        """The player's own."""
        return tuple(f for f in self.forecasts if f.adviser == PLAYER)

    def copy(self) -> Accounts:
        return Accounts(self.watches, list(self.forecasts))


def shown(forecasts: list[Forecast], difficulty: str, season: int) -> list[Forecast]:
    """The decided forecasts that the difficulty lets a player see, oldest first: at once, two seasons late, or never."""
    if difficulty == "hard":
        return []
    late = LATE if difficulty == "standard" else 0
    return [f for f in forecasts if f.happened is not None and f.decided + late <= season]
