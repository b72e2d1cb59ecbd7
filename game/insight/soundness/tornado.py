"""One setting at a time, a quarter lower and a quarter higher: how far each moves what a campaign comes to.

Every variation plays the same seeds, so that the differences are the law's and not the luck's; outcomes are means over the scenario's
climates.  Knows nothing of rankings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final

import numpy as np

from game.authoring import Loaded
from game.authoring.compile import compile_scenario
from game.play.policies import policy
from game.rules.arrays import Real
from game.rules.parameters import Parameters

from ..runner import Job, climates_of
from ..simulate import Outcome, run
from ..variations import HIGHER, LOWER, Knob, changes, knobs, vary

PLAYER: Final = "fair-and-firm"
OUTCOMES: Final = ("standing", "security", "campaign")
_SECURITY, _STANDING = 0, 3
_COMES_UP = 40  # plays by each of the players that look which parameters are read
_LOOKERS = (PLAYER, "random", "bluffer")


@dataclass(frozen=True, slots=True)
class Swing:
    """What one knob does to each outcome, in points against the base: at three quarters, and at five quarters."""

    name: str
    low: tuple[float, ...]
    high: tuple[float, ...]

    def reach(self, outcome: int) -> float:
        return max(abs(self.low[outcome]), abs(self.high[outcome]))

    @property
    def still(self) -> bool:
        """It moved nothing in any play."""
        return not any((*self.low, *self.high))


@dataclass(frozen=True, slots=True)
class Tornado:
    scenario: str
    plays: int  # in each climate
    base: tuple[float, ...]  # by outcome
    noise: tuple[float, ...]  # standard error of the base; that of a swing is smaller, the luck being the same
    swings: tuple[Swing, ...]
    still: Mapping[str, str]  # what moved nothing, and why

    def largest(self, outcome: int, count: int) -> list[Swing]:
        return sorted((s for s in self.swings if s.reach(outcome)), key=lambda s: -s.reach(outcome))[:count]


def jobs(loaded: Loaded, law: Parameters, plays: int, seed: int) -> list[Job]:
    """The base, then each knob's two variations, in every climate."""
    laws = [law, *(vary(law, {knob: factor}) for knob in knobs(law) for factor in (LOWER, HIGHER))]
    told = [changes(loaded.scenario.law, other) for other in laws]
    return [Job(PLAYER, climate, plays, seed, law=one) for one in told for climate in climates_of(loaded)]


def read(loaded: Loaded, law: Parameters, found: Sequence[Outcome]) -> Tornado:
    """The outcomes of `jobs`, in their order; two plays or more."""
    known, width = knobs(law), len(climates_of(loaded))
    by_law = [found[at : at + width] for at in range(0, len(found), width)]
    base, *means = (_outcomes(played).mean(1) for played in by_law)
    swings = tuple(
        Swing(knob.name, _tuple(low - base), _tuple(high - base))
        for knob, low, high in zip(known, means[::2], means[1::2], strict=True)
    )
    unmoved = [knob for knob, swing in zip(known, swings, strict=True) if swing.still]
    # A seed is one draw of luck, whatever the climate.
    first = _outcomes(by_law[0])
    plays = first.shape[1]
    noise = first.std(1, ddof=1) / np.sqrt(plays)
    moving = tuple(swing for swing in swings if not swing.still)
    return Tornado(loaded.scenario.id, plays, _tuple(base), _tuple(noise), moving, _reasons(loaded, law, unmoved))


def _outcomes(played: Sequence[Outcome]) -> Real:
    """(3, plays) the mean of the climates."""
    told = [np.stack([o.parts[:, _STANDING], o.parts[:, _SECURITY], o.campaign]) for o in played]
    mean: Real = np.mean(told, axis=0)
    return mean


def _tuple(values: Any) -> tuple[float, ...]:
    return tuple(float(value) for value in values)


# --- why a parameter moves nothing


def _reasons(loaded: Loaded, law: Parameters, unmoved: Sequence[Knob]) -> dict[str, str]:
    compiled, played = _read_names(loaded, law)
    told = {}
    for knob in unmoved:
        if knob.field in played:
            told[knob.name] = "read in play, but nothing that it decides came up for this player"
        elif knob.field in compiled:
            told[knob.name] = "read as the scenario is compiled, but nothing that it decides came up for this player"
        else:
            told[knob.name] = "read neither in play nor as the scenario is compiled"
    return told


def _read_names(loaded: Loaded, law: Parameters) -> tuple[set[str], set[str]]:
    """The parameters that are looked at as the scenario is compiled, and while a few campaigns are played."""
    looked: set[str] = set()

    class Looked(type(law)):  # type: ignore[misc]
        __slots__ = ()

        def __getattribute__(self, name: str) -> Any:
            looked.add(name)
            return super().__getattribute__(name)

    own = Looked(**{f.name: getattr(law, f.name) for f in fields(law)})
    looked.clear()
    scenario, _ = compile_scenario(replace(loaded.ground, law=own), loaded.trees)
    compiled = set(looked)
    looked.clear()
    for name in _LOOKERS:
        run(scenario.at(law=own), policy(name), np.arange(_COMES_UP))
    return compiled, set(looked)


# --- in words


_WIDTH = 24


def lines(found: Tornado, count: int = 15) -> Iterator[str]:
    """A bar chart for each outcome, the largest first; `-` a quarter lower, `+` a quarter higher."""
    yield f"Tornado ({found.scenario}): each setting a quarter lower (-) and higher (+), {PLAYER}, {found.plays} plays a climate"
    for n, outcome in enumerate(OUTCOMES):
        top = found.largest(n, count)
        more = sum(1 for s in found.swings if s.reach(n)) - len(top)
        yield ""
        yield f"  {outcome}: {found.base[n]:.2f} (standard error {found.noise[n]:.2f})"
        scale = _WIDTH / max((s.reach(n) for s in top), default=1.0)
        for swing in top:
            yield _bar(swing, n, scale)
        if more > 0:
            yield f"    and {more} settings that move it less"
    yield ""
    yield f"  {len(found.still)} settings moved none of the three in any play:"
    for reason in sorted(set(found.still.values())):
        yield f"    {reason}:"
        yield from _wrapped([name for name, why in found.still.items() if why == reason])


def _bar(swing: Swing, outcome: int, scale: float) -> str:
    low, high = swing.low[outcome], swing.high[outcome]
    cells = [" "] * (2 * _WIDTH + 1)
    for change, mark in sorted(((low, "-"), (high, "+")), key=lambda pair: -abs(pair[0])):
        length = round(abs(change) * scale)
        at = range(_WIDTH + 1, _WIDTH + 1 + length) if change > 0 else range(_WIDTH - length, _WIDTH)
        for cell in at:
            cells[cell] = mark
    cells[_WIDTH] = "|"
    return f"    {swing.name:22} {low:+7.2f} {''.join(cells)} {high:+7.2f}"


def _wrapped(names: Sequence[str], width: int = 100) -> Iterator[str]:
    line = ""
    for name in names:
        if line and len(line) + len(name) + 2 > width:
            yield f"      {line},"
            line = ""
        line = f"{line}, {name}" if line else name
    if line:
        yield f"      {line}"
