"""Where the shipped files lie. Everything in `assets/` is read through here."""

from __future__ import annotations

from pathlib import Path

from game.folders import ASSETS


def asset(*parts: str) -> Path:
    """The path of a shipped file; whether it exists is for the reader to find out."""
    return ASSETS.joinpath(*parts)


def shelf(folder: str) -> tuple[str, ...]:
    """Names, without ending, of the SVG files in a folder of assets; empty when the folder is missing."""
    return tuple(sorted(path.stem for path in asset(*folder.split("/")).glob("*.svg")))
