"""The shape of an invented sea: numbers only, no pygame and no thread.

Each land is a rounded mass (the greatest of its ellipses), coordinates bent by noise, finer noise added to the height.
Height divided by the length of its gradient is a distance in pixels, so a coast is a line of even width at any slope;
the same for borders and depth lines. Every octave of noise has its own seed, so a small rendering shows the same
coasts as a large one, only smoother.

Places are (x, y) from 0 to 1 of the map's width and height. Arrays are indexed (x, y).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.ui.theme import Colour

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]

ASPECT = 1.56


@dataclass(frozen=True, slots=True)
class Mass:
    """One ellipse of land: centre, and half its width and height, all as shares of the map."""

    x: float
    y: float
    half_width: float
    half_height: float


@dataclass(frozen=True, slots=True)
class Land:
    """What one state holds. `state` is -1 for home, else the foreign state's order; `height` below 1 makes islands."""

    state: int
    masses: tuple[Mass, ...]
    height: float = 1.0


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a chart; `lands` in the order of the lands."""

    lands: tuple[Colour, ...]
    shallow: Colour
    deep: Colour
    depth_line: Colour  # added to the sea
    shelf: Colour  # added along the coast
    coast: Colour
    border: Colour
    relief: float = 0.20
    lines_darken: bool = False


NARROW_SEA: tuple[Land, ...] = (
    Land(-1, (Mass(0.050, 0.62, 0.250, 0.42), Mass(0.077, 0.98, 0.295, 0.26), Mass(-0.032, 0.34, 0.167, 0.30))),
    Land(0, (Mass(0.782, 0.02, 0.333, 0.20), Mass(0.960, 0.22, 0.250, 0.36), Mass(0.513, -0.06, 0.218, 0.17))),
    Land(1, (Mass(0.900, 1.00, 0.300, 0.36), Mass(1.026, 0.72, 0.154, 0.26))),
    Land(2, (
        Mass(0.474, 0.68, 0.045, 0.060), Mass(0.535, 0.77, 0.032, 0.060), Mass(0.465, 0.80, 0.029, 0.032),
        Mass(0.418, 0.62, 0.019, 0.024), Mass(0.560, 0.52, 0.024, 0.026),
    ), 0.8),
    Land(-1, (Mass(0.301, 0.22, 0.032, 0.035),), 0.8),
    Land(0, (Mass(0.700, 0.47, 0.029, 0.030),), 0.8),
)
"""Home in the west, the first neighbour in the north-east, the second in the south-east, the third's islands."""


def render(size: tuple[int, int], lands: tuple[Land, ...], palette: Palette, seed: int) -> Bytes:
    """The chart as (width, height, 3) bytes."""
    bent = _bent(size, seed)
    height, owner, border = _relief(size, lands, bent, seed)
    image = _sea(size, np.maximum(-height, 0), palette, seed)
    land = _smooth(height, -0.004, 0.004)[..., None]
    image = image * (1 - land) + _ground(size, height, owner, palette, seed) * land
    fine = size[1] / 1000  # lines keep their weight when a small picture is enlarged
    edge = np.clip(max(0.55, 1.9 * fine) + 0.3 - _pixels_away(height), 0, 1)[..., None] * 0.85
    image = image * (1 - edge) + np.array(palette.coast, np.float32) * edge
    dry = (height > 0.01) & np.isfinite(border)
    for mark, strength in ((1 - border / max(1.0, 11 * fine), 0.25), (max(0.9, 2.6 * fine) - border, 0.90)):
        mark = (np.clip(mark, 0, 1) * dry)[..., None]
        image = image * (1 - mark * strength) + np.array(palette.border, np.float32) * mark * strength
    drawn: Bytes = np.clip(image + 0.5, 0, 255).astype(np.uint8)
    return drawn


def is_land(lands: tuple[Land, ...], seed: int, side: int = 320) -> npt.NDArray[np.bool_]:
    """Where there is land, on a grid `side` cells wide of the map's shape."""
    size = (side, round(side / ASPECT))
    return _relief(size, lands, _bent(size, seed), seed)[0] > 0


# -- height --------------------------------------------------------------------------------------------------------


def _bent(size: tuple[int, int], seed: int) -> tuple[Floats, Floats]:
    """Coordinates of each pixel in heights of the map, moved about by noise."""
    width, height = size
    x = ((np.arange(width, dtype=np.float32) + 0.5) / width * ASPECT)[:, None]
    y = ((np.arange(height, dtype=np.float32) + 0.5) / height)[None, :]
    across = fractal(size, seed, 11, 6, 4, 0.5) - 0.5
    down = fractal(size, seed, 12, 6, 4, 0.5) - 0.5
    return x + across * 0.30, y + down * 0.30


def _relief(
    size: tuple[int, int], lands: tuple[Land, ...], bent: tuple[Floats, Floats], seed: int
) -> tuple[Floats, npt.NDArray[np.intp], Floats]:
    """Height (sea below 0), whose land each pixel is, and pixels to the nearest border between two states."""
    raw = np.stack([_mass(land, *bent) for land in lands])
    weights = np.array([land.height for land in lands], np.float32)[:, None, None]
    height = (raw * weights).max(0) + (fractal(size, seed, 13, 9, 3, 0.55) - 0.5) * 0.46
    by_state: dict[int, Floats] = {}
    for land, field in zip(lands, raw, strict=True):
        by_state[land.state] = np.maximum(by_state[land.state], field) if land.state in by_state else field
    border = np.full(size, np.inf, np.float32)
    if len(by_state) > 1:
        ranked = np.sort(np.stack(list(by_state.values())), 0)
        border = _pixels_away(ranked[-1] - ranked[-2])
    return height, raw.argmax(0), border


def _mass(land: Land, x: Floats, y: Floats) -> Floats:
    """1 at the middle of the land's ellipses, 0 at their edge, below in the sea."""
    best: Floats | None = None
    for mass in land.masses:
        far = np.hypot((x - mass.x * ASPECT) / (mass.half_width * ASPECT), (y - mass.y) / mass.half_height)
        best = 1 - far if best is None else np.maximum(best, 1 - far)
    if best is None:
        raise ValueError("a land needs at least one mass")
    return best


# -- colour --------------------------------------------------------------------------------------------------------


def _ground(
    size: tuple[int, int], height: Floats, owner: npt.NDArray[np.intp], palette: Palette, seed: int
) -> Floats:
    """Land in its state's tint, shaded as by a light from the upper left."""
    inland = _smooth(height, 0, 0.30)
    hills = np.clip(height, 0, 1) * 0.35 - np.abs(fractal(size, seed, 14, 6, 7, 0.46) - 0.5) * 1.1 * inland
    across, down = np.gradient(hills)
    light = 1 + palette.relief * np.tanh((-across * 0.8 - down) * size[1] * 0.055)
    light = light * (0.86 + 0.14 * _smooth(height, 0, 0.25))
    tinted: Floats = np.array(palette.lands, np.float32)[owner] * light[..., None]
    return tinted


def _sea(size: tuple[int, int], depth: Floats, palette: Palette, seed: int) -> Floats:
    """Water from shallow to deep, with a few depth lines and a lit shelf along the coast."""
    fall = _smooth(depth, 0, 0.85)[..., None]
    sea = np.array(palette.shallow, np.float32) * (1 - fall) + np.array(palette.deep, np.float32) * fall
    sea *= 1 + (fractal(size, seed, 15, 8, 14, 0.6) - 0.5)[..., None] * 0.10
    sign = -1 if palette.lines_darken else 1
    lines = np.zeros_like(depth)
    for level in (0.07, 0.16, 0.28, 0.44):
        lines += np.exp(-(((depth - level) / 0.0035) ** 2))
    sea += sign * lines[..., None] * np.array(palette.depth_line, np.float32)
    sea += sign * np.exp(-depth / 0.035)[..., None] * np.array(palette.shelf, np.float32)
    return sea


def _pixels_away(field: Floats) -> Floats:
    """Distance in pixels to where the field is nought, near that line."""
    across, down = np.gradient(field)
    away: Floats = np.abs(field) / (np.hypot(across, down) + 1e-6)
    return away


def _smooth(field: Floats, low: float, high: float) -> Floats:
    t = np.clip((field - low) / (high - low), 0, 1)
    eased: Floats = t * t * (3 - 2 * t)
    return eased


def fractal(size: tuple[int, int], seed: int, field: int, octaves: int, cells: int, gain: float) -> Floats:
    """Smooth noise 0 to 1: octaves of a grid `cells` high and twice as fine each time, as far as pixels can show."""
    width, height = size
    total = np.zeros(size, np.float32)
    level, sum_of_levels = 1.0, 0.0
    for octave in range(octaves):
        count = cells * 2**octave
        sum_of_levels += level
        if count <= height / 2:
            grid = np.random.default_rng((seed, field, octave)).random((int(count * ASPECT) + 3, count + 2), np.float32)
            x, share_x = _steps(width, count * ASPECT)
            y, share_y = _steps(height, count)
            columns = grid[x] * (1 - share_x[:, None]) + grid[x + 1] * share_x[:, None]
            total += level * (columns[:, y] * (1 - share_y) + columns[:, y + 1] * share_y)
        else:
            total += level * 0.5
        level *= gain
    return total / np.float32(sum_of_levels)


def _steps(pixels: int, cells: float) -> tuple[npt.NDArray[np.intp], Floats]:
    """For each pixel the cell it lies in and how far across it is, eased so that cells do not show."""
    at = np.linspace(0, cells, pixels, endpoint=False)
    low = at.astype(np.intp)
    t = (at - low).astype(np.float32)
    return low, t**3 * (t * (t * 6 - 15) + 10)
