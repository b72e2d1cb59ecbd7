"""Arrays to surfaces and back: what the painters share of numpy.

Arrays are indexed (x, y), as pygame's are. Coverage and alpha are 0 to 1, colours 0 to 255.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pygame

Floats = npt.NDArray[np.float32]
Tint = tuple[int, int, int]


def surface_from(rgb: npt.ArrayLike, alpha: Floats) -> pygame.Surface:
    """A surface of the shape of `alpha`; `rgb` is (w, h, 3) or anything that broadcasts to it."""
    surface = pygame.Surface(alpha.shape, pygame.SRCALPHA)
    colours = pygame.surfarray.pixels3d(surface)
    colours[:] = np.clip(np.asarray(rgb, np.float32) + 0.5, 0, 255)
    del colours
    set_alpha(surface, alpha)
    return surface


def opaque_from(rgb: npt.ArrayLike, size: tuple[int, int]) -> pygame.Surface:
    """A surface without alpha, which blits fastest."""
    surface = pygame.Surface(size, 0, 32)
    colours = pygame.surfarray.pixels3d(surface)
    colours[:] = np.clip(np.asarray(rgb, np.float32) + 0.5, 0, 255)
    del colours
    return surface


def set_alpha(surface: pygame.Surface, alpha: Floats) -> None:
    """Replace the alpha of every pixel."""
    view = pygame.surfarray.pixels_alpha(surface)
    view[:] = np.clip(alpha * 255 + 0.5, 0, 255)
    del view


def times_alpha(surface: pygame.Surface, factor: npt.ArrayLike) -> None:
    """Multiply the alpha of every pixel by a factor 0 to 1 of shape (w, h), or one that broadcasts to it."""
    view = pygame.surfarray.pixels_alpha(surface)
    view[:] = np.clip(view * np.asarray(factor, np.float32) + 0.5, 0, 255)
    del view


def tinted(mask: pygame.Surface, colour: Tint) -> pygame.Surface:
    """A copy of `mask` with every pixel of one colour and the alpha it had."""
    copy = mask.copy()
    view = pygame.surfarray.pixels3d(copy)
    view[:] = colour
    del view
    return copy


def shrunk(surface: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """Averaged down with colours weighed by alpha, so that edges do not turn dark."""
    return straight(pygame.transform.smoothscale(surface.premul_alpha(), size))


def straight(premultiplied: pygame.Surface) -> pygame.Surface:
    """A copy with colours divided by their alpha again."""
    alpha: Floats = pygame.surfarray.array_alpha(premultiplied).astype(np.float32)
    rgb = pygame.surfarray.array3d(premultiplied) * (255 / np.maximum(alpha, 1))[..., None]
    return surface_from(rgb, alpha / np.float32(255))


def noise(size: tuple[int, int], grains: tuple[tuple[float, float], ...], seed: int) -> Floats:
    """Smooth noise about zero, of `size`: the sum of (pixels per grain, height) octaves."""
    rng = np.random.default_rng(seed)
    width, height = size
    total = np.zeros(size, np.float32)
    for grain, level in grains:
        cells = (max(2, int(width / grain) + 2), max(2, int(height / grain) + 2))
        values = (rng.random(cells) * 255).astype(np.uint8)
        tile = pygame.Surface(cells, 0, 32)
        pygame.surfarray.blit_array(tile, np.repeat(values[..., None], 3, 2))
        margin = int(grain)
        wide = pygame.transform.smoothscale(tile, (width + margin * 2, height + margin * 2))
        part = pygame.surfarray.pixels_red(wide)[margin : margin + width, margin : margin + height]
        total += (part.astype(np.float32) / 255 - 0.5) * level
    return total


def spread(small: Floats, size: tuple[int, int]) -> Floats:
    """A smooth field of two dimensions enlarged to `size` by straight lines between its points."""
    for axis in (0, 1):
        at = np.linspace(0, small.shape[axis] - 1, size[axis], dtype=np.float32)
        low = np.minimum(at.astype(np.int32), small.shape[axis] - 2)
        share = at - low
        share = share[:, None] if axis == 0 else share[None, :]
        small = np.take(small, low, axis) * (1 - share) + np.take(small, low + 1, axis) * share
    return small.astype(np.float32)


def dither(size: tuple[int, int]) -> Floats:
    """A half, give or take half a level: rounding that does not band. One small tile, repeated."""
    tile = np.random.default_rng(1).random((256, 256), np.float32)
    repeated = np.tile(tile, (-(-size[0] // 256), -(-size[1] // 256)))
    return repeated[: size[0], : size[1]]
