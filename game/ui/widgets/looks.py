"""What a node is painted as: frozen descriptions, one painter each in `painters`.

A look holds tokens and lengths, never a surface or a theme. The painter adds what depends on the moment: pointed
at, focused, not possible.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from game.ui.paint.seals import SealKey
from game.ui.theme import StateKey


@dataclass(frozen=True, slots=True)
class Panel:
    """A card of the ministry. `tone` is panel, well, night, good, bad, warn or info; `lift` 0 to 3."""

    tone: str = "panel"
    radius: int = 14
    lift: int = 2
    outline: str = "line"
    sharp: bool = False


@dataclass(frozen=True, slots=True)
class Control:
    """Anything that can be pressed. `kind`: ghost, word, chip, cell, card, row, bare, primary, big."""

    kind: str = "ghost"
    chosen: bool = False
    radius: int = 9


@dataclass(frozen=True, slots=True)
class Banner:
    """The head of an act's card: the same blue for all, and warm only when it is chosen."""

    icon: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Cap:
    """A key cap: on the desk, on paper or on the brass button."""

    ground: str = "desk"


@dataclass(frozen=True, slots=True)
class Icon:
    name: str
    colour: str = "soft"


@dataclass(frozen=True, slots=True)
class Seal:
    """A state's seal; `sign` is the scenario's word for what is on it."""

    state: SealKey
    sign: str = ""
    dim: bool = False


@dataclass(frozen=True, slots=True)
class Face:
    """A portrait in its disc. `state` tints the ring; `person` settles skin and cloth, as one face serves several."""

    id: str | int
    person: str = ""
    state: StateKey | None = None


@dataclass(frozen=True, slots=True)
class Dots:
    """A row of discs, the first `full` of `total` filled."""

    full: int
    total: int
    colour: str = "pip"


@dataclass(frozen=True, slots=True)
class Ticks:
    """An account: a tick for each time right, a cross for each time wrong."""

    right: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Hair:
    """A hairline across the middle of its box; upright when the box is taller than wide."""

    colour: str = "line"
    weight: int = 1


@dataclass(frozen=True, slots=True)
class DoubleRule:
    """The two lines under a letterhead."""

    colour: str = "pen"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper sheet. `under` shows a second one below it; `tone` is paper, newsprint or folder."""

    tone: str = "paper"
    seed: int = 1
    under: bool = True
    lift: int = 3


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip of paper with words to be said; the bar at its left is the colour of what they bind."""

    bar: str = "stamp"
    seed: int = 3


@dataclass(frozen=True, slots=True)
class Stamp:
    words: str
    under: str = ""
    colour: str = "stamp"
    angle: float = -6.0
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Switch:
    on: bool


@dataclass(frozen=True, slots=True)
class Radio:
    on: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """One brass outline round two nodes, by id: a chosen card that runs down into its panel."""

    card: str
    panel: str


@dataclass(frozen=True, slots=True)
class Rung:
    number: int
    here: bool = False


@dataclass(frozen=True, slots=True)
class Beat:
    """A station of the beat rail. `state`: done, now, ahead or skipped."""

    state: str
    icon: str


@dataclass(frozen=True, slots=True)
class Ground:
    """The desk behind everything."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The bars at the window's top and foot; `edge` says on which side the hairline is."""

    edge: str


@dataclass(frozen=True, slots=True)
class Veil:
    """Darkens the desk behind a sheet."""


@dataclass(frozen=True, slots=True)
class Span:
    """A price as a range on a scale of named steps, both ends from 0 to 1."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Field:
    """The box of a text line; the caret stands before the letter at `caret`, and below zero there is none."""

    words: str
    caret: int
    style: object


@dataclass(frozen=True, slots=True)
class Drawn:
    """Anything else: `draw(surface, rect, theme, scale)` paints the node. `key` says when it looks the same."""

    draw: Callable[[Any, Any, Any, float], None]
    key: tuple[object, ...] = ()
