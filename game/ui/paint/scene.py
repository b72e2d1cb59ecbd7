"""The first sight: the ministry at night over the water, one window lit, and room at the left for words.

Composed as a picture 1600 by 900, scaled to cover the window and cut at its left and top. On a light desk the same
picture lies in morning mist, so that dark words can be read on it.
"""

from __future__ import annotations

import math

import numpy as np
import pygame

from game.ui.paint import facade as ministry
from game.ui.paint.cache import CACHE
from game.ui.paint.icons import draw_icon
from game.ui.paint.pixels import Floats, dither, noise, shrunk, spread
from game.ui.paint.terrain import fractal
from game.ui.paint.type import Style, draw_line
from game.ui.theme import Colour, Theme

WIDTH, HEIGHT = 1600, 900
_HORIZON, _QUAY = 628.0, 806.0
_MOON = (752.0, 132.0)
_LARGEST = 1.25
_HARBOUR = (676.0, 546.0)
_LAMP = 800.0


def title_scene(size: tuple[int, int], theme: Theme) -> pygame.Surface:
    """An opaque background of the window's size. Shared: blit it only."""
    return CACHE.get(("scene", size, theme.name), lambda: _covering(size, theme))


def _covering(size: tuple[int, int], theme: Theme) -> pygame.Surface:
    cover = max(size[0] / WIDTH, size[1] / HEIGHT)
    scale = min(cover, _LARGEST)
    picture = _picture(scale, theme)
    if cover > scale:
        picture = pygame.transform.smoothscale(picture, (math.ceil(WIDTH * cover), math.ceil(HEIGHT * cover)))
    made = pygame.Surface(size, 0, 32)
    made.blit(picture, (size[0] - picture.get_width(), size[1] - picture.get_height()))
    return made


def _picture(scale: float, theme: Theme) -> pygame.Surface:
    size = (math.ceil(WIDTH * scale), math.ceil(HEIGHT * scale))
    light = _sky_and_sea(size)
    made = pygame.Surface(size, 0, 32)
    _lay(made, light)
    _stars(made, scale)
    _moon(made, scale, theme)
    _shore(made, scale)
    made.blit(ministry.facade(scale), (round(ministry.ORIGIN[0] * scale), round(ministry.ORIGIN[1] * scale)))
    _name(made, scale, theme)
    _reflect(made, scale)
    _street_lamp(made, scale)
    _finish(made, scale, theme)
    return made


# -- air and water -------------------------------------------------------------------------------------------------


def _grid(size: tuple[int, int]) -> tuple[Floats, Floats]:
    """Picture units of each pixel."""
    x = np.linspace(0, WIDTH, size[0], dtype=np.float32)[:, None]
    y = np.linspace(0, HEIGHT, size[1], dtype=np.float32)[None, :]
    return x, y


def _sky_and_sea(size: tuple[int, int]) -> Floats:
    """Smooth light from a quarter of the points, then ripples and half a level of noise at full size."""
    small = (size[0] // 4, size[1] // 4)
    x, y = _grid(small)
    fall = np.clip(y / 640, 0, 1)
    haze = np.clip((y - 330) / 310, 0, 1) ** 2 * 0.8
    moon = np.hypot(x - _MOON[0], y - _MOON[1])
    cloud = np.clip(fractal(small, 21, 1, 5, 4, 0.55) * 3.2 - 1.65, 0, 0.8) * np.exp(-(((y - 250) / 150) ** 2))
    deep = np.clip((y - _HORIZON) / (HEIGHT - _HORIZON), 0, 1)
    sea = (np.clip((y - _HORIZON) / 4 + 0.5, 0, 1) + 0 * x).astype(np.float32)
    tones = (
        ((9, 20, 50, 96, 60, 46), (34, 10)), ((15, 36, 74, 120, 80, 60), (54, 17)), ((28, 60, 102, 150, 110, 82), (78, 28)),
    )
    ripples, glitter, water = _ripples(size)
    out = np.empty((*size, 3), np.float32)
    for channel, ((top, middle, low, near, wide, misty), (far, close)) in enumerate(tones):
        sky = (top * (1 - fall) + middle * fall) * (1 - haze) + low * haze
        sky = sky + near * 0.5 * np.exp(-moon / 150) + wide * 0.36 * np.exp(-moon / 420) + cloud * misty
        field = sky * (1 - sea) + (far * (1 - deep) + close * deep) * sea
        lit = ripples * (5 + 2 * channel) + glitter * (82 + 8 * channel)
        out[..., channel] = spread(field.astype(np.float32), size) + lit * water
    return out + dither(size)[..., None] - 0.5


def _ripples(size: tuple[int, int]) -> tuple[Floats, Floats, Floats]:
    """Waves that lengthen towards us, the moon's light on them, and where there is water at all."""
    x, y = _grid(size)
    rng = np.random.default_rng(4)
    near = np.clip((y - _HORIZON) / (HEIGHT - _HORIZON), 0, 1)
    length, phase = 8 + 120 * near, rng.random((1, size[1]), np.float32) * 9
    waves = np.sin(x / length * 2 + phase) * np.sin(x / (length * 2.7) + phase * 3)
    broad = 60 + np.clip(y - _HORIZON, 0, None) * 0.9
    path = np.exp(-(((x - 720) / broad) ** 2)) * np.exp(-np.clip(y - _HORIZON, 0, None) / 170)
    return waves, path * np.clip(waves * 0.9 + 0.15, 0, 1), (y >= _HORIZON).astype(np.float32)


def _stars(made: pygame.Surface, scale: float) -> None:
    rng = np.random.default_rng(11)
    for _ in range(130):
        x, y, bright = rng.random() * WIDTH, rng.random() ** 1.6 * 430, rng.random()
        if math.dist((x, y), _MOON) > 120:
            level = int((50 + 90 * bright) * min(1.0, max(0.0, x - 560) / 240))  # faint where words will stand
            spot = pygame.Rect(round(x * scale), round(y * scale), 1, 1)
            made.fill((level, level, level + 12), spot, special_flags=pygame.BLEND_RGB_ADD)


def _moon(made: pygame.Surface, scale: float, theme: Theme) -> None:
    layer, k = pygame.Surface((80 * 4, 80 * 4), pygame.SRCALPHA), 4
    layer.fill((232, 236, 236, 0))
    pygame.draw.circle(layer, (232, 236, 236, 245), (40 * k, 40 * k), 32 * k)
    for x, y, radius in ((30, 30, 9), (52, 50, 6), (44, 28, 4), (30, 54, 5)):
        pygame.draw.circle(layer, (216, 222, 224, 245), (x * k, y * k), radius * k)
    side = round(80 * scale)
    made.blit(shrunk(layer, (side, side)), (round((_MOON[0] - 40) * scale), round((_MOON[1] - 40) * scale)))


def _shore(made: pygame.Surface, scale: float) -> None:
    """Far hills with the lights of towns, and the harbour light with its two beams."""
    k, dark = 3, (17, 28, 44)
    band = pygame.Surface((math.ceil(900 * scale) * k, math.ceil(120 * scale) * k), pygame.SRCALPHA)
    band.fill((*dark, 0))
    factor, top = scale * k, 520.0

    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x * factor, (y - top) * factor) for x, y in points]

    def ridge(x: float) -> float:
        waves = 14 * math.sin(x / 170 + 1) + 9 * math.sin(x / 61) + 6 * math.sin(x / 23 + 2)
        return _HORIZON - 17 - waves - 18 * math.exp(-(((x - 180) / 150) ** 2)) - 16 * math.exp(-(((x - 676) / 70) ** 2))

    crest = [(float(x), min(_HORIZON - 4, ridge(x))) for x in range(0, 910, 10)]
    pygame.draw.polygon(band, (18, 30, 47), at([*crest, (910, _HORIZON), (0, _HORIZON)]))
    pygame.draw.polygon(band, dark, at([(664, 624), (671, 552), (681, 552), (688, 624)]))
    pygame.draw.polygon(band, dark, at([(667, 540), (676, 530), (685, 540), (683, 552), (669, 552)]))
    pygame.draw.polygon(band, (255, 226, 160), at([(672, 542), (680, 542), (680, 550), (672, 550)]))
    made.blit(shrunk(band, (band.get_width() // k, band.get_height() // k)), (0, round(top * scale)))
    rng = np.random.default_rng(7)
    for _ in range(70):
        x, y = rng.normal(250, 190), _HORIZON - 3 - abs(rng.normal(0, 7))
        if 0 < x < 810:
            tint = (150, 118, 72) if rng.random() < 0.8 else (110, 126, 150)
            made.fill(tint, (round(x * scale), round(y * scale), 1, 1), special_flags=pygame.BLEND_RGB_ADD)
            _glow(made, (x, y), (5, 5), (255, 206, 130), 0.30, scale)
    _beams(made, scale)
    _glow(made, _HARBOUR, (26, 26), (255, 223, 156), 0.9, scale)


def _beams(made: pygame.Surface, scale: float) -> None:
    left, top, right, low = (round(value * scale) for value in (0, 380, 1180, 640))
    part = pygame.surfarray.pixels3d(made)[left:right, top:low]
    x = (np.arange(left, left + part.shape[0], dtype=np.float32) / scale)[:, None] - _HARBOUR[0]
    y = (np.arange(top, top + part.shape[1], dtype=np.float32) / scale)[None, :] - _HARBOUR[1]
    angle, far = np.arctan2(y, x), np.hypot(x, y)
    beam = np.exp(-(((angle + 2.96) / 0.05) ** 2)) * np.exp(-far / 260) * 0.30
    beam += np.exp(-(((angle + 0.14) / 0.045) ** 2)) * np.exp(-far / 240) * 0.22
    part[:] = np.clip(part + beam[..., None] * np.array((255, 226, 170), np.float32), 0, 255)


# -- the quay ------------------------------------------------------------------------------------------------------


def _name(made: pygame.Surface, scale: float, theme: Theme) -> None:
    style = Style("title", 17, (143, 169, 198), "medium", tracking=3.0)
    draw_line(made, "MINISTRY OF FOREIGN AFFAIRS", style, theme, (1206 * scale, 364 * scale), scale, "center")
    draw_icon(made, "g:lighthouse", (1206 * scale, 316 * scale), round(48 * scale), theme, (127, 156, 188), centre=True)
    _glow(made, ministry.LIT_WINDOW, (150, 150), (255, 180, 90), 0.42, scale)
    _glow(made, ministry.LIT_WINDOW, (320, 260), (201, 119, 46), 0.20, scale)
    _glow(made, ministry.DOOR, (120, 150), (168, 106, 48), 0.30, scale)


def _reflect(made: pygame.Surface, scale: float) -> None:
    """Wet stone: what stands above the quay's edge again below it, upside down, broken into rows and dimmed."""
    width, top = made.get_width(), round(_QUAY * scale)
    height = made.get_height() - top
    above = made.subsurface((0, top - round(300 * scale), width, round(300 * scale)))
    mirrored = pygame.transform.smoothscale(pygame.transform.flip(above, False, True), (width, height))
    image = pygame.surfarray.array3d(mirrored).astype(np.float32)
    for row in range(height):
        image[:, row] = np.roll(image[:, row], int(3 * math.sin(row * 0.55) + 2 * math.sin(row * 1.7 + 1)), 0)
    depth = (np.arange(height, dtype=np.float32) / height)[None, :, None]
    uneven = noise((width, height), ((30, 0.5), (8, 0.5)), 31)[..., None]
    share = np.clip(0.42 + uneven * 0.5, 0.08, 0.8) * (1 - depth * 0.5)
    wet = np.array((13, 20, 31), np.float32) * (1 - depth * 0.35) * (1 - share) + image * share * 0.8
    x = np.arange(width, dtype=np.float32)[:, None] / scale
    y = np.arange(height, dtype=np.float32)[None, :]
    streak = np.exp(-(((x - 961) / 22) ** 2)) * np.clip(y / 10, 0, 1) * np.exp(-y / 70) * (0.55 + 0.45 * np.sin(y * 1.1))
    wet = wet + streak[..., None] * np.array((190, 120, 52), np.float32)
    stone = np.clip((x - 600) / 180, 0, 1)[..., None]
    part = pygame.surfarray.pixels3d(made)[:, top:]
    part[:] = np.clip(part * (1 - stone) + wet * stone, 0, 255)


def _street_lamp(made: pygame.Surface, scale: float) -> None:
    k, left, top = 3, _LAMP - 20, 550.0
    layer = pygame.Surface((round(40 * scale) * k, round(270 * scale) * k), pygame.SRCALPHA)
    iron, light = (8, 13, 21), (255, 222, 158)

    def poly(colour: Colour, *points: tuple[float, float]) -> None:
        pygame.draw.polygon(layer, colour, [((_LAMP + x - left) * scale * k, (y - top) * scale * k) for x, y in points])

    poly(iron, (-2, 590), (2, 590), (2, 808), (-2, 808))
    poly(iron, (-7, 798), (7, 798), (7, 810), (-7, 810))
    poly(iron, (-9, 566), (9, 566), (6, 592), (-6, 592))
    poly(light, (-6, 569), (6, 569), (4, 589), (-4, 589))
    poly(iron, (-11, 566), (0, 556), (11, 566))
    small = shrunk(layer, (layer.get_width() // k, layer.get_height() // k))
    made.blit(small, (round(left * scale), round(top * scale)))
    _glow(made, (_LAMP, 579), (120, 120), (255, 190, 106), 0.45, scale)
    _glow(made, (_LAMP, 820), (150, 36), (201, 138, 69), 0.28, scale)


def _finish(made: pygame.Surface, scale: float, theme: Theme) -> None:
    """Mist over the quay, a veil for the words at the left, and the theme's own air."""
    x, y = _grid(made.get_size())
    mist = np.exp(-(((y - 760) / 70) ** 2)) * np.clip((x - 520) / 400, 0, 1)
    mist = mist * (0.5 + noise(made.get_size(), ((300 * scale, 1.0), (120 * scale, 0.5)), 12)) * 22
    veil = np.clip(1 - x / 860, 0, 1) ** 0.9 * 0.66
    sunrise = np.exp(-(((y - 600) / 170) ** 2)) * np.exp(-(((x - 640) / 620) ** 2))
    day, desk = not theme.dark, theme.colour("desk-low" if theme.dark else "desk-top")
    strength = 0.62 if theme.name == "contrast" else 1.0
    view = pygame.surfarray.pixels3d(made)
    for channel, tint in enumerate((0.8, 1.0, 1.25)):
        field = view[..., channel] + mist * tint
        if day:
            lifted = 255 - (255 - field * 0.95) * (255 - desk[channel] * 0.62) / 255
            field = lifted + sunrise * (46, 26, 4)[channel]
        view[..., channel] = np.clip(field * strength * (1 - veil) + desk[channel] * veil, 0, 255)
    del view


def _lay(made: pygame.Surface, light: Floats) -> None:
    view = pygame.surfarray.pixels3d(made)
    view[:] = np.clip(light + 0.5, 0, 255)
    del view


def _glow(
    made: pygame.Surface, centre: tuple[float, float], radii: tuple[float, float], colour: Colour, strength: float,
    scale: float,
) -> None:
    """Light added about a lamp, in picture units."""
    across, down = max(2, round(radii[0] * scale)), max(2, round(radii[1] * scale))
    x = (np.arange(-across, across, dtype=np.float32) / across)[:, None]
    y = (np.arange(-down, down, dtype=np.float32) / down)[None, :]
    light = np.clip(1 - np.hypot(x, y), 0, 1) ** 2 * strength
    layer = pygame.Surface((across * 2, down * 2), 0, 32)
    _lay(layer, (light[..., None] * np.array(colour, np.float32)).astype(np.float32))
    at = (round(centre[0] * scale) - across, round(centre[1] * scale) - down)
    made.blit(layer, at, special_flags=pygame.BLEND_RGB_ADD)
