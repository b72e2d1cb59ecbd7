"""What a person set for the window, kept as a small JSON file in a folder that is passed in.

A file that cannot be read is no reason not to start: the defaults hold, and what was wrong is logged.
"""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

FORMAT = 1
FILE = "window.json"
SCALES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
THEME_NAMES = ("slate", "paper", "contrast")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """`text_scale` is one of SCALES; `theme` one of THEME_NAMES."""

    theme: str = "slate"
    text_scale: float = 1.0
    reduced_motion: bool = False
    fullscreen: bool = False
    speech: bool = False

    def larger(self, steps: int = 1) -> Settings:
        """The text scale some steps up, or down when negative, held at the ends."""
        nearest = min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - self.text_scale))
        return replace(self, text_scale=SCALES[max(0, min(len(SCALES) - 1, nearest + steps))])


def load(folder: Path | None) -> Settings:
    """The settings in `folder`, or the defaults when there are none or they make no sense."""
    if folder is None:
        return Settings()
    try:
        kept = json.loads((folder / FILE).read_text("utf-8"))
        return _checked(kept)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, TypeError, AttributeError) as why:
        log.warning("window settings not read, defaults used: %s", why)
        return Settings()


def _checked(kept: dict[str, object]) -> Settings:
    if kept.get("format") != FORMAT:
        raise ValueError(f"format {kept.get('format')!r}, this game reads {FORMAT}")
    theme, scale = kept.get("theme", "slate"), kept.get("text_scale", 1.0)
    if theme not in THEME_NAMES:
        raise ValueError(f"theme {theme!r} is none of {', '.join(THEME_NAMES)}")
    if isinstance(scale, bool) or not isinstance(scale, int | float):
        raise ValueError(f"text_scale {scale!r} is not a number")
    flags = {name: kept.get(name) is True for name in ("reduced_motion", "fullscreen", "speech")}
    return Settings(theme=str(theme), text_scale=float(scale), **flags).larger(0)


def save(folder: Path | None, settings: Settings) -> None:
    """Write beside and move over, so that a full disk never leaves half a file. Failure is logged, not raised."""
    if folder is None:
        return
    target = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = target.with_suffix(".new")
        beside.write_text(json.dumps({"format": FORMAT, **asdict(settings)}, indent=1) + "\n", "utf-8")
        os.replace(beside, target)
    except OSError as why:
        log.warning("window settings not kept: %s", why)
