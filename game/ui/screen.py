"""What a screen is, what it is given to build from, and what it may answer.

A screen is a pure function from its state to a tree, and a place for actions to arrive. It must not draw,
wait, read events or remember focus and scrolling: the app does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum

from game.ui.settings import Settings
from game.ui.tree import Node


class Fold(IntEnum):
    """How many columns there is room for. Compare: `ctx.fold >= Fold.MEDIUM`."""

    ONE = 1
    NARROW = 2
    MEDIUM = 3
    WIDE = 4


_FOLDS = ((1560, Fold.WIDE), (1240, Fold.MEDIUM), (1000, Fold.NARROW))
MARGINS = {Fold.ONE: 20, Fold.NARROW: 24, Fold.MEDIUM: 26, Fold.WIDE: 40}


def fold_for(window: tuple[int, int], scale: float) -> Fold:
    """The fold of a window: its width in units of text. Twice the text is half the window."""
    room = window[0] / scale
    return next((fold for least, fold in _FOLDS if room >= least), Fold.ONE)


@dataclass(frozen=True, slots=True)
class Do:
    """An action: what was done, to what, with what. `match action: case Do("choose", act): ...`"""

    verb: str
    of: str = ""
    value: object = None


@dataclass(frozen=True, slots=True)
class Local:
    """Remember something that belongs to the window alone (an open tab, a folded card); no screen hears of it."""

    key: str
    value: object


@dataclass(frozen=True, slots=True)
class Open:
    """Open the popup of that id, or close it when it is open. Handled by the app."""

    id: str


@dataclass(frozen=True, slots=True)
class Scroll:
    """Move the scroll area of that id by pages; handled by the app."""

    id: str
    pages: float


@dataclass(frozen=True, slots=True)
class Push:
    screen: Screen


@dataclass(frozen=True, slots=True)
class Replace:
    screen: Screen


@dataclass(frozen=True, slots=True)
class Reset:
    """Drop every screen and start at this one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Pop:
    """Leave this screen; `result` is handed to the one below as `Do("returned", of, result)`."""

    of: str = ""
    result: object = None


@dataclass(frozen=True, slots=True)
class Quit:
    pass


@dataclass(frozen=True, slots=True)
class Change:
    """Other settings, kept on disk: `Change(replace(ctx.settings, theme="paper"))`."""

    settings: Settings


Answer = Push | Replace | Reset | Pop | Quit | Change | None


@dataclass(slots=True)
class UiState:
    """What the window remembers about one screen of the stack."""

    focus: str = ""
    ring: bool = False
    hover: str = ""
    open: str = ""
    caret: int = -1
    scrolled: dict[str, int] = field(default_factory=dict)
    ends: frozenset[str] = frozenset()
    local: dict[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class Context:
    """All a build may depend on besides the screen's own state.

    `scale` is the effective text scale: the person's, times what a large window adds. `wake` may be called
    from any thread to have the screen built again.
    """

    window: tuple[int, int]
    scale: float
    settings: Settings
    ui: UiState
    wake: Callable[[], None] = lambda: None
    floating: list[Node] = field(default_factory=list)

    @property
    def fold(self) -> Fold:
        return fold_for(self.window, self.scale)

    @property
    def margin(self) -> int:
        return MARGINS[self.fold]

    def em(self, pixels: float) -> int:
        """A length that follows the text scale: icons, portraits, columns of figures."""
        return round(pixels * self.scale)

    def local(self, key: str, default: object) -> object:
        return self.ui.local.get(key, default)

    def is_open(self, id: str) -> bool:
        return self.ui.open == id

    def float(self, node: Node) -> None:
        """Lay a popup or sheet over the screen being built."""
        self.floating.append(node)

    def at_end(self, id: str) -> bool:
        """Whether the scroll area of that id stood at its end when it was last laid out."""
        return id in self.ui.ends


class Screen:
    """A base for screens. Override `build` and `on`.

    `name` is spoken when the screen opens. `Esc` arrives as `on(Do("back"))` unless a node has that key; the
    default leaves the screen.
    """

    name = "Screen"

    def build(self, ctx: Context) -> Node:
        raise NotImplementedError

    def poll(self) -> bool:
        """Asked while nothing happens: True has the screen built again, as when a map is ready. Must be quick."""
        return False

    def on(self, action: object) -> Answer:
        return Pop() if action == Do("back") else None


