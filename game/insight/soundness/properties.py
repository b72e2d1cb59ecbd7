"""The model's own properties, which no finding of the literature asks for: its calibration and its identifiability.

What `validate` prints after its table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.authoring import Loaded
from game.rules.parameters import Parameters

from . import calibration, identifiability, typed_plays
from .calibration import Calibration
from .identifiability import Identifiability
from .typed_plays import InPlay


@dataclass(frozen=True, slots=True)
class Properties:
    calibration: Calibration
    identifiability: Identifiability
    in_play: InPlay

    @property
    def hold(self) -> bool:
        """What is asked: of the model in its own world.  Play is told beside it and asked nothing."""
        return self.calibration.holds and self.identifiability.holds


def measure(loaded: Loaded, law: Parameters | None = None) -> Properties:
    """Under the scenario's own law, or another."""
    base = law or loaded.scenario.law
    return Properties(
        calibration.calibrate(base), identifiability.identify(base), typed_plays.in_play(loaded.under(base))
    )


def lines(found: Properties) -> Iterator[str]:
    yield "The model's own properties"
    for part in (
        calibration.lines(found.calibration),
        identifiability.lines(found.identifiability, found.in_play.pledges),
        typed_plays.lines(found.in_play),
    ):
        yield ""
        yield from part
