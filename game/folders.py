"""Where things lie: the shipped scenarios and assets, and what the window keeps for itself.

A checkout has scenarios/ and assets/ beside game/; an installed game carries them inside its package. Plays are kept by
game.play.folders. Nothing here creates a folder, and `play` and below never ask: paths are passed to them.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = (PACKAGE.parent / "scenarios").is_dir() and (PACKAGE.parent / "pyproject.toml").is_file()

_DATA = PACKAGE.parent if CHECKOUT else PACKAGE / "data"
SCENARIOS = _DATA / "scenarios"
ASSETS = _DATA / "assets"

_NAME = "good-offices"


def cache_folder() -> Path:
    """Things that may be deleted at any time and are made again, such as the drawn map."""
    return _personal("user_cache_path")


def settings_file() -> Path:
    """Theme, text size and the like."""
    return _personal("user_config_path") / "settings.json"


def _personal(kind: str) -> Path:
    """The system's own folder of that kind, or one in the home folder where platformdirs is not installed."""
    try:
        import platformdirs
    except ImportError:
        return Path.home() / f".{_NAME}"
    folder: Path = getattr(platformdirs, kind)(_NAME, appauthor=False)
    return folder
