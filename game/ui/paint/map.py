"""The sea map as a picture: small at once, fine a moment later, and from disk the next time.

A SeaMap never makes a frame wait. It draws a small rendering first, which shows the same coasts, computes the fine one
on a thread, and keeps it in a folder the caller names. Only the thread that draws touches surfaces; the worker hands
over an array. What is written on the map is `chart`'s business.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
import pygame

from game.ui.paint.cache import CACHE
from game.ui.paint.pixels import opaque_from
from game.ui.paint.shapes import Box, draw_box, rounded_copy
from game.ui.paint.terrain import ASPECT, NARROW_SEA, Bytes, Land, Palette, is_land, render
from game.ui.theme import Theme, mix

Place = tuple[float, float]

VERSION = 1
"""Raised whenever `terrain` draws something else, so that a picture kept on disk is not shown for it."""

DEFAULT_SEED = 136
_FIRST_WIDTH = 390
_KEPT_FILES = 8
_GREYS = {True: (100, 98, 96), False: (206, 200, 186)}


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the map that is shown, as shares of it: left, top, width and height."""

    x: float = 0.0
    y: float = 0.0
    width: float = 1.0
    height: float = 1.0


def window_about(places: list[Place], size: tuple[int, int], margin: float = 0.16, least: float = 0.45) -> Window:
    """The smallest part of the map, of the shape of `size`, that holds the places with a margin about them.

    `least` is the smallest width, as a share of the map, so that a single place is still seen among coasts. With no
    place it is as much of the middle as fits.
    """
    ratio = size[0] / size[1] / ASPECT  # width over height, in shares of the map
    xs, ys = [x for x, _ in places] or [0.0, 1.0], [y for _, y in places] or [0.0, 1.0]
    spare = margin if places else 0.0
    width = max(max(xs) - min(xs) + 2 * spare, (max(ys) - min(ys) + 2 * spare) * ratio, least)
    width = min(width, 1.0, ratio)
    height = width / ratio
    left = min(max((min(xs) + max(xs) - width) / 2, 0.0), 1 - width)
    top = min(max((min(ys) + max(ys) - height) / 2, 0.0), 1 - height)
    return Window(left, top, width, height)


def palette_of(theme: Theme, lands: tuple[Land, ...]) -> Palette:
    """The chart's colours by theme: each land in its state's colours, quietened."""
    grey = _GREYS[theme.dark]
    tints = []
    for land in lands:
        state = theme.state("home" if land.state < 0 else land.state)
        tints.append(mix(mix(state.ink, state.seal, 0.55 if theme.dark else 0.70), grey, 0.35 if theme.dark else 0.16))
    names = ("sea-shallow", "sea-deep", "sea-line", "sea-shelf", "coast", "border")
    shallow, deep, line, shelf, coast, border = (theme.colour(name) for name in names)
    relief = 0.20 if theme.dark else 0.12
    return Palette(tuple(tints), shallow, deep, line, shelf, coast, border, relief, not theme.dark)


class SeaMap:
    """One map in one theme. Call `poll()` once a frame; draw with `draw()` or through a `chart.Chart`."""

    def __init__(
        self, theme: Theme, lands: tuple[Land, ...] = NARROW_SEA, seed: int = DEFAULT_SEED,
        size: tuple[int, int] = (1560, 1000), folder: Path | None = None, at_once: bool = False,
    ) -> None:
        """`folder` keeps finished maps between runs (None keeps nothing); `at_once` computes without a thread."""
        self.theme, self.lands, self.seed, self.size = theme, lands, seed, size
        self.fine = False
        self._palette = palette_of(theme, lands)
        self._name = _file_name(lands, self._palette, seed, size, theme.name)
        self._path = None if folder is None else folder / self._name
        self._found: Bytes | None = None
        self._surface: pygame.Surface | None = None
        self._land: np.ndarray[tuple[int, ...], np.dtype[np.bool_]] | None = None
        self._worker = threading.Thread(target=self._compute, name="sea map", daemon=True)
        if at_once:
            self._compute()
        else:
            self._worker.start()

    def poll(self) -> bool:
        """True in the one frame in which the fine picture takes the place of the first."""
        if self.fine or self._found is None:
            return False
        self._surface, self.fine, self._found = opaque_from(self._found, self.size), True, None
        CACHE.forget("map view")
        return True

    def wait(self, seconds: float = 30.0) -> bool:
        """Wait for the fine picture, for a still or a test; False when it did not come in time."""
        if self._worker.is_alive():
            self._worker.join(seconds)
        self.poll()
        return self.fine

    def view(self, size: tuple[int, int], window: Window | None = None, radius: int = 14) -> pygame.Surface:
        """The window of the map scaled to `size`, with rounded corners. Shared: copy it before drawing on it."""
        part = window or window_about([], size)
        key = ("map view", self._name, self.fine, size, part, radius)
        return CACHE.get(key, lambda: self._view(size, part, radius))

    def draw(self, surface: pygame.Surface, rect: pygame.Rect, window: Window | None = None) -> None:
        """The map framed in `rect`, with the shadow of a card."""
        draw_box(surface, rect, Box(None, None, None, elevation=2), self.theme)
        surface.blit(self.view(rect.size, window), rect)
        draw_box(surface, rect, Box(None, None, "edge", edge_opacity=0.8), self.theme)

    def ashore(self, place: Place, reach: float = 0.08) -> Place:
        """The place itself on land, else the nearest land within `reach` heights of the map, else the place."""
        if self._land is None:
            self._land = is_land(self.lands, self.seed)
        columns, rows = self._land.shape
        x, y = place[0] * columns - 0.5, place[1] * rows - 0.5
        if self._land[int(np.clip(round(x), 0, columns - 1)), int(np.clip(round(y), 0, rows - 1))]:
            return place
        near = np.argwhere(self._land)
        far = np.hypot(near[:, 0] - x, near[:, 1] - y) if len(near) else np.array([np.inf])
        best = int(far.argmin())
        if far[best] > reach * rows:
            return place
        return (float(near[best, 0] + 0.5) / columns, float(near[best, 1] + 0.5) / rows)

    def _view(self, size: tuple[int, int], window: Window, radius: int) -> pygame.Surface:
        if self._surface is None:
            first = (_FIRST_WIDTH, round(_FIRST_WIDTH / ASPECT))
            self._surface = opaque_from(render(first, self.lands, self._palette, self.seed), first)
        width, height = self._surface.get_size()
        part = pygame.Rect(
            round(window.x * width), round(window.y * height),
            round(window.width * width), round(window.height * height),
        ).clip(self._surface.get_rect())
        scaled = pygame.transform.smoothscale(self._surface.subsurface(part), size)
        return rounded_copy(scaled, radius) if radius else scaled

    def _compute(self) -> None:
        """On the worker: the fine picture from disk, or made and then kept."""
        kept = _read(self._path, self.size)
        if kept is None:
            kept = render(self.size, self.lands, self._palette, self.seed)
            _write(self._path, kept)
        self._found = kept


def _file_name(lands: tuple[Land, ...], palette: Palette, seed: int, size: tuple[int, int], theme: str) -> str:
    drawn = repr((VERSION, [astuple(land) for land in lands], astuple(palette), seed, size))
    return f"sea-{theme}-{seed}-{size[0]}x{size[1]}-{hashlib.sha256(drawn.encode()).hexdigest()[:12]}.npz"


def _read(path: Path | None, size: tuple[int, int]) -> Bytes | None:
    """A map kept earlier; anything wrong with the file means there is none."""
    if path is None or not path.is_file():
        return None
    try:
        with np.load(path, allow_pickle=False) as held:
            image: Bytes = held["image"]
    except (OSError, ValueError, KeyError, EOFError):
        return None
    return image if image.shape == (*size, 3) and image.dtype == np.uint8 else None


def _write(path: Path | None, image: Bytes) -> None:
    """Keep a map, whole or not at all; a folder that cannot be written only means computing it again."""
    if path is None:
        return
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            np.savez(file, image=image)
        part.replace(path)
        kept = sorted(path.parent.glob("sea-*.npz"), key=lambda old: old.stat().st_mtime, reverse=True)
        for old in kept[_KEPT_FILES:]:
            old.unlink(missing_ok=True)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
