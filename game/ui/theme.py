"""Colour, space and shape by name: the three themes, and nothing that draws.

A theme answers `colour("brass")`; painters write no hexadecimal number of their own. Tokens of the desk and tokens of
paper live side by side, because a sheet keeps its own ink on every desk. `TEXT_PAIRS` says which token may be written
on which ground; the tests measure every pair in every theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Colour = tuple[int, int, int]
StateKey = int | Literal["home"]

SPACE = (4, 8, 12, 16, 24, 40)
RADIUS: Mapping[str, int] = MappingProxyType({"key": 6, "control": 9, "card": 14, "paper": 3})
MOTION_MS: Mapping[str, int] = MappingProxyType({"point": 90, "card": 180, "paper": 260, "arrow": 420, "reduced": 90})

DESK_GROUNDS = ("night", "desk", "panel", "raised", "well")
DESK_INKS = ("ink", "soft", "mute", "brass", "good", "bad", "warn", "info")
PAPER_GROUNDS = ("paper", "under-sheet")
PAPER_INKS = ("pen", "pen-soft", "stamp", "stamp-blue", "hand", "kept", "broken", "unanswered")

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in DESK_INKS for ground in DESK_GROUNDS),
    *((ink, ground) for ink in PAPER_INKS for ground in PAPER_GROUNDS),
    *((ink, "chosen-fill") for ink in ("ink", "soft", "brass")),
    *((ink, "hover") for ink in ("ink", "soft")),
    *((ink, "chosen-paper") for ink in ("pen", "pen-soft", "stamp", "stamp-blue")),
    *(("brass-ink", ground) for ground in ("brass-high", "brass-low", "brass-key")),
    *((ink, f"{ink}-fill") for ink in ("good", "bad", "warn", "info")),
    *(("ink", f"{ink}-fill") for ink in ("good", "bad", "warn", "info")),
    ("map-ink", "map-halo"),
)
"""(ink, ground): text that may be set, so at least 4.5 to 1 by WCAG 2."""

OUTLINE_PAIRS: tuple[tuple[str, str], ...] = (
    *((line, ground) for line in ("edge", "focus") for ground in ("desk", "panel", "well")),
    ("brass", "panel"),
    ("pip", "panel"),
    ("pip", "night"),
    ("word-edge", "panel"),
    ("chosen", "paper"),
    ("thumb", "paper"),
)
"""(line, ground): outlines that carry a meaning, so at least 3 to 1."""


def hex_colour(text: str) -> Colour:
    """`#rrggbb` as three numbers 0 to 255. Raises ValueError for anything else."""
    if len(text) != 7 or text[0] != "#":
        raise ValueError(f"{text!r} is not a colour of the form #rrggbb")
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """`first` with `share` (0 to 1) of `second` in it."""
    red, green, blue = (round(a * (1 - share) + b * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Relative luminance by the WCAG 2 formula, 0 to 1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_ratio(first: Colour, second: Colour) -> float:
    """Contrast by the WCAG 2 formula, 1 to 21; the order of the colours does not matter."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@dataclass(frozen=True, slots=True)
class StateColours:
    """A state's two colours: its ink, and the seal that ink is drawn on."""

    ink: Colour
    seal: Colour


@dataclass(frozen=True, slots=True)
class RungColours:
    """One rung of the ladder: its face, its outline and the ink readable on the face."""

    fill: Colour
    edge: Colour
    ink: Colour


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """One way to light the desk. `shadow` scales every shadow's strength; `dark` tells which way lightness runs."""

    name: str
    dark: bool
    colours: Mapping[str, Colour]
    states: tuple[StateColours, ...]
    rungs: tuple[RungColours, ...]
    shadow: float = 1.0

    def colour(self, token: str | Colour) -> Colour:
        """The colour of a token; a colour passes through. Raises KeyError naming an unknown token."""
        if isinstance(token, tuple):
            return token
        try:
            return self.colours[token]
        except KeyError:
            raise KeyError(f"theme {self.name!r} has no colour {token!r}") from None

    def state(self, key: StateKey) -> StateColours:
        """A state's colours: "home", or a foreign state by its order in the scenario; they repeat after five."""
        return self.states[0] if key == "home" else self.states[1 + key % (len(self.states) - 1)]

    def rung(self, number: int) -> RungColours:
        """The colours of rung 0 (routine) to 6 (war); beyond the ends the nearest."""
        return self.rungs[min(max(number, 0), len(self.rungs) - 1)]


def _palette(text: str, base: Mapping[str, Colour] | None = None) -> Mapping[str, Colour]:
    """`name #rrggbb` pairs, laid over a base palette."""
    words = text.split()
    colours = dict(base or {})
    colours.update({name: hex_colour(value) for name, value in zip(words[::2], words[1::2], strict=True)})
    return MappingProxyType(colours)


def _states(text: str) -> tuple[StateColours, ...]:
    values = [hex_colour(word) for word in text.split()]
    return tuple(StateColours(ink, seal) for ink, seal in zip(values[::2], values[1::2], strict=True))


def _rungs(calm: str, heat: str, toward: str, share: float, ink: str) -> tuple[RungColours, ...]:
    """Two calm rungs as given, the rest from their hues mixed towards a ground, so that ink stays readable."""
    fills = [hex_colour(word) for word in calm.split()]
    edges = [mix(fill, hex_colour(ink), 0.24) for fill in fills]
    for hue in map(hex_colour, heat.split()):
        fills.append(mix(hue, hex_colour(toward), share))
        edges.append(hue)
    return tuple(RungColours(fill, edge, hex_colour(ink)) for fill, edge in zip(fills, edges, strict=True))


_HEAT = "#cf9a48 #e0843c #d8633c #c9463a #b02a34"

_SLATE = _palette("""
    night #0b131e desk #111b29 panel #182536 raised #213349 well #0e1826 line #32475f edge #5c7692
    panel-top #1b2a3d panel-low #162232 desk-top #152030 desk-low #0b121c lamp #786239
    ink #eef2f7 soft #c2cddb mute #98a8bc brass #e2bd6b pip #e2bd6b focus #ffd75e
    good #74c69a bad #ef8d79 warn #f0b45a info #9fbdf0
    good-fill #16302b bad-fill #321f22 warn-fill #322a1e info-fill #1b2c48
    brass-ink #1d1608 brass-high #efcf86 brass-low #cf9f45 brass-rim #f6dfa6 brass-key #c5963c brass-key-edge #7d5a1c
    chosen-fill #2b2c29 word-edge #a58a4e hover #2c4163 banner-top #2f4a6b banner-low #1c2c42
    banner-chosen-top #7a5a1e banner-chosen-low #3a2f1c switch-on #8a6a2a knob #f4ead2 shade #02060c
    paper #f4ecdb under-sheet #e8dcc3 rule #c9b992 pen #24262b pen-soft #595143 stamp #a3302a stamp-blue #2f4d7c
    hand #27457a kept #1f6b45 broken #9c2f25 unanswered #7a5310 chosen #a67a22 chosen-paper #ecd9a6 thumb #7a6a48
    newsprint #ebe6da folder #c9a569 leather #701e22 cork #5a3b24
    map-ink #f3efe4 map-halo #0a121c map-plate #0b131e map-zone #f6dda0
    sea-shallow #2c4a67 sea-deep #112032 sea-line #10161c sea-shelf #14242c coast #e2d8be border #241a1e
    portrait-ink #161d2a portrait-ground #35506f
""")

_PAPER = _palette("""
    night #dbe2ec desk #ccd6e2 panel #e6ecf4 raised #f3f6fb well #d6deea line #a9b8ca edge #566b86
    panel-top #eef2f8 panel-low #e0e7f0 desk-top #dae2eb desk-low #c8d3df lamp #3a3018
    ink #172130 soft #2f3e53 mute #3e4d61 brass #6b490b pip #9a6a12 focus #1746c7
    good #145636 bad #8c271d warn #6a430a info #26477f
    good-fill #d5ebdf bad-fill #f6dcd7 warn-fill #f7e6c6 info-fill #dbe6fa
    chosen-fill #f7e8c1 word-edge #8a6a24 hover #ffffff banner-top #c3d2e4 banner-low #dde6f0
    banner-chosen-top #ecd08c banner-chosen-low #f5e6bd switch-on #8a6a2a knob #fffaf0 shade #35445a
    paper #fbf6ea under-sheet #ebe0c8 newsprint #f3efe6
    map-ink #172130 map-halo #f4f7fb map-plate #f4f7fb map-zone #6b3f05
    sea-shallow #bcd3e4 sea-deep #8db0cb sea-line #1a1a14 sea-shelf #16140e coast #51473a border #6f5a4c
    portrait-ground #9db6d2
""", _SLATE)

_CONTRAST = _palette("""
    night #05080c desk #070b11 panel #0c121b raised #152030 well #04070b line #7288a2 edge #b4c6da
    panel-top #0e151f panel-low #0b1018 desk-top #090e15 desk-low #05080c lamp #0e0c08
    ink #fcfdfe soft #e8eef6 mute #d0dae6 brass #ffd566 pip #ffd566 focus #fff04d
    good #8ff0bd bad #ffb5a6 warn #ffcd73 info #c0d6ff
    good-fill #0a1f17 bad-fill #260f0c warn-fill #241906 info-fill #0d1930
    brass-ink #120c02 brass-high #ffe39a brass-low #f2bd50 brass-rim #fff4d0 brass-key #ffdf8e brass-key-edge #5a3c04
    chosen-fill #241d08 word-edge #ffd566 hover #24364f banner-top #1c2c42 banner-low #101a28
    banner-chosen-top #5a430f banner-chosen-low #2a210c switch-on #a9862f knob #fffdf6 shade #000204
    paper #fffcf4 under-sheet #f1e9d6 rule #8c7a4c pen #0c0d10 pen-soft #36312a stamp #84150f stamp-blue #17376a
    hand #10316e kept #0c4e2e broken #7c170f unanswered #593800 chosen #7a5200 chosen-paper #ffe9ad thumb #4c4026
    newsprint #f7f4ec
    map-ink #fcfdfe map-halo #05080c map-plate #05080c map-zone #ffe08a
    sea-shallow #22405c sea-deep #0b1622 sea-line #182028 sea-shelf #1c3038 coast #fff4d8 border #0a0708
    portrait-ground #2b4a70
""", _SLATE)

THEMES: Mapping[str, Theme] = MappingProxyType({
    "slate": Theme(
        "slate", True, _SLATE,
        _states("#7db2e6 #1f3f63  #e58a72 #56261f  #bba1e2 #453467  #69c7b0 #164a45  #dcb462 #4f3a12  #e391b8 #572340"),
        _rungs("#25374b #2b3f55", _HEAT, "#1b1312", 0.42, "#fbf2e8"),
    ),
    "paper": Theme(
        "paper", False, _PAPER,
        _states("#1c4a7e #cfe0f4  #84301f #f5d9d0  #54388a #e4daf6  #0e564b #cdece5  #64440a #f3e2b8  #7d2353 #f7d8e7"),
        _rungs("#d3deea #c6d4e3", _HEAT, "#fff6ea", 0.46, "#1d1512"), shadow=0.42,
    ),
    "contrast": Theme(
        "contrast", True, _CONTRAST,
        _states("#a9d3ff #0d2743  #ffb9a6 #3d130c  #dccaff #2c1d4a  #93ecd6 #07312c  #ffd98c #342405  #ffbcd9 #3c1029"),
        _rungs("#162333 #1a2a3d", _HEAT, "#0c0707", 0.62, "#ffffff"),
    ),
})
