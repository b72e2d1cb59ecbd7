"""The ministry at night, stone by stone: columns, windows, one of them lit, and the flag.

Everything is in the units of a picture 1600 by 900 and drawn three times too large on a layer of its own.
"""

from __future__ import annotations

import math

import pygame

from game.ui.paint.pixels import shrunk
from game.ui.theme import Colour, mix

ORIGIN = (820, 160)
SIZE = (780, 660)
LIT_WINDOW = (961, 614)
DOOR = (1206, 690)

_TIMES = 3
_NIGHT, _WALL, _STONE, _EDGE, _PALE = (15, 26, 42), (27, 43, 66), (36, 56, 80), (47, 71, 99), (58, 85, 115)
_GLASS_TOP, _GLASS_LOW = (22, 38, 59), (11, 20, 34)
_COLUMNS = tuple(1028 + 71.2 * index for index in range(6))


class _Brush:
    """Rectangles and polygons in picture units on the large layer."""

    def __init__(self, layer: pygame.Surface, times: float) -> None:
        self.layer, self.times = layer, times

    def block(self, colour: Colour, x: float, y: float, width: float, height: float) -> None:
        k = self.times
        left, top = (x - ORIGIN[0]) * k, (y - ORIGIN[1]) * k
        self.layer.fill(colour, (round(left), round(top), max(1, round(width * k)), max(1, round(height * k))))

    def shape(self, colour: Colour, *points: tuple[float, float]) -> None:
        k = self.times
        pygame.draw.polygon(self.layer, colour, [((x - ORIGIN[0]) * k, (y - ORIGIN[1]) * k) for x, y in points])

    def fade(self, top: Colour, low: Colour, x: float, y: float, width: float, height: float) -> None:
        steps = max(1, int(height))
        for step in range(steps):
            self.block(mix(top, low, step / steps), x, y + step * height / steps, width, height / steps + 0.4)


def facade(scale: float) -> pygame.Surface:
    """The building at `scale` times its size, to be blitted at ORIGIN times `scale`."""
    size = (round(SIZE[0] * scale), round(SIZE[1] * scale))
    layer = pygame.Surface((size[0] * _TIMES, size[1] * _TIMES), pygame.SRCALPHA)
    brush = _Brush(layer, _TIMES * scale)
    _walls(brush)
    for x in (872, 942):
        _window(brush, x, 412, 38, 92, gable=True)
        _window(brush, x, 572, 38, 84, lit=x == 942)
        _window(brush, x, 708, 38, 44)
    for x in (1424, 1494, 1564):
        _window(brush, x, 412, 38, 92, gable=True)
        _window(brush, x, 572, 38, 84)
        _window(brush, x, 708, 38, 44)
    _portico(brush)
    _flag(brush)
    return shrunk(layer, size)


def _walls(brush: _Brush) -> None:
    brush.fade(_STONE, _WALL, 846, 372, 770, 112)
    brush.block(_WALL, 846, 484, 770, 292)
    for row in range(5):
        y = 690 + row * 17
        brush.block((23, 37, 57), 846, y, 770, 17)
        brush.block((16, 27, 43), 846, y, 770, 1.4)
        for stone in range(26):
            brush.block((16, 27, 43), 846 + stone * 32 + (16 if row % 2 else 0), y, 1.2, 17)
    for colour, y, height in ((_EDGE, 360, 8), (_STONE, 368, 6), (_NIGHT, 374, 5), (_EDGE, 682, 7), (_NIGHT, 689, 3)):
        brush.block(colour, 840, y, 780, height)
    brush.block((34, 53, 76), 842, 548, 780, 4)
    brush.block((43, 66, 93), 840, 330, 780, 5)
    for post in range(56):
        brush.block((34, 53, 77), 846 + post * 14, 335, 5, 20)
    brush.block(_STONE, 840, 354, 780, 6)


def _window(
    brush: _Brush, x: float, y: float, width: float, height: float, lit: bool = False, gable: bool = False
) -> None:
    brush.block((44, 66, 92), x - 6, y - 6, width + 12, height + 14)
    brush.block(_NIGHT, x - 6, y + height + 8, width + 12, 2)
    if lit:
        brush.fade((255, 227, 160), (231, 154, 69), x, y, width, height)
        _reader(brush)
    else:
        brush.fade(_GLASS_TOP, _GLASS_LOW, x, y, width, height)
        brush.shape((40, 60, 84), (x + 3, y + 3), (x + width * 0.45, y + 3), (x + 3, y + height * 0.4))
    bar = (90, 60, 28) if lit else (37, 56, 79)
    brush.block(bar, x + width / 2 - 1.2, y, 2.4, height)
    brush.block(bar, x, y + height * 0.36, width, 2.4)
    if gable:
        middle = x + width / 2
        brush.shape(_EDGE, (x - 10, y - 8), (middle, y - 24), (x + width + 10, y - 8))
        brush.shape(_WALL, (x - 2, y - 10), (middle, y - 19), (x + width + 2, y - 10))


def _reader(brush: _Brush) -> None:
    """Someone at the desk behind the lit window."""
    dark = (58, 36, 16)
    head = [(953 + 6.5 * math.cos(a / 8 * math.pi), 622 + 6.5 * math.sin(a / 8 * math.pi)) for a in range(16)]
    brush.shape(dark, *head)
    brush.shape(dark, (942, 656), (943, 638), (949, 630), (958, 630), (964, 638), (966, 656))


def _portico(brush: _Brush) -> None:
    brush.block((18, 30, 48), 1010, 392, 390, 384)
    for bay in range(5):
        x = 1046.6 + bay * 71.2
        _window(brush, x, 430, 34, 86)
        if bay != 2:
            _window(brush, x, 590, 34, 92)
    brush.block((44, 66, 92), 1181, 580, 50, 196)
    brush.fade((138, 98, 50), (58, 42, 26), 1186, 588, 40, 180)
    brush.block((36, 24, 13), 1205, 588, 2, 190)
    for x in _COLUMNS:
        for strip in range(24):
            light = 0.5 + 0.5 * math.cos((strip / 12 - 1) * 1.35 + 0.75)
            brush.block(mix((18, 30, 48), (75, 106, 141), light**1.5), x - 12 + strip, 400, 1.3, 360)
        for flute in (5, 10, 15, 19):
            brush.block((30, 47, 68), x - 12 + flute, 408, 0.7, 346)
        for colour, inset, y, height in (
            ((56, 82, 111), 18, 392, 9), ((43, 66, 92), 15, 401, 6), ((43, 66, 92), 16, 752, 8), ((56, 82, 111), 19, 760, 9),
        ):
            brush.block(colour, x - inset, y, inset * 2, height)
    brush.block((51, 77, 106), 994, 350, 424, 10)
    brush.block((38, 59, 84), 998, 360, 416, 32)
    brush.block(_NIGHT, 998, 391, 416, 3)
    brush.shape(_PALE, (982, 352), (1206, 258), (1430, 352))
    brush.shape((31, 48, 72), (1022, 345), (1206, 269), (1390, 345))
    for step in range(4):
        x, width = 1000 - step * 9, 412 + step * 18
        brush.block(mix((59, 84, 112), (34, 52, 76), step / 4), x, 770 + step * 9, width, 9)
        brush.block(_NIGHT, x, 777.5 + step * 9, width, 1.4)


def _flag(brush: _Brush) -> None:
    brush.block((61, 83, 109), 1204.5, 168, 3, 96)
    upper = [(1208 + step * 2.6, 172 + 4 * math.sin(step / 5.2) + step * 0.12) for step in range(31)]
    for colour, top, low in (((51, 89, 127), 0, 38), ((201, 196, 180), 14, 24)):
        brush.shape(colour, *[(x, y + top) for x, y in upper], *[(x, y + low) for x, y in reversed(upper)])
