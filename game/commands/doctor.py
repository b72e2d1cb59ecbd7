"""`doctor`: which versions are here, whether a window can open, what clashes, and where plays are kept.

It imports none of the parts it speaks of, so that it can speak of a broken one.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from game.commands.places import shipped
from game.commands.play import has_display
from game.folders import ASSETS, CHECKOUT, SCENARIOS, cache_folder
from game.version import VERSION

NEEDED = ("numpy", "transitions", "PyYAML", "pydantic", "platformdirs", "rich", "pygame-ce", "matplotlib", "Jinja2")
HELPFUL = ("pytest", "hypothesis", "ruff", "mypy")
Finding = tuple[str, str, bool]
"""What was looked at, what was found, whether all is well."""


def run(options: argparse.Namespace) -> int:
    findings = [*_house(), *_parts(), *_window(), *_plays()]
    width = max(len(what) for what, _, _ in findings)
    for what, found, well in findings:
        print(f"{'ok  ' if well else 'look'}  {what:{width}}  {found}")
    amiss = sum(not well for _, _, well in findings)
    print("All is well." if not amiss else f"{amiss} thing{'' if amiss == 1 else 's'} to look at.")
    return 1 if amiss else 0


def _house() -> Iterator[Finding]:
    yield "Good Offices", f"{VERSION}, {'a checkout' if CHECKOUT else 'installed'} in {SCENARIOS.parent}", True
    yield (
        "Python",
        f"{platform.python_version()} on {platform.system()} {platform.machine()}",
        sys.version_info >= (3, 11),
    )
    names = ", ".join(shipped())
    yield "scenarios", names or f"none in {SCENARIOS}", bool(names)


def _parts() -> Iterator[Finding]:
    for name in NEEDED:
        found = _version(name)
        if name == "pygame-ce" and not found and _version("pygame"):
            continue
        yield name, found or f"missing; install it with: python -m pip install {name}", bool(found)
    tools = [f"{name} {found}" for name in HELPFUL if (found := _version(name))]
    yield "tools for the tests", ", ".join(tools) or "none; python start.py test installs them", True


def _window() -> Iterator[Finding]:
    both = bool(_version("pygame") and _version("pygame-ce"))
    if both:
        cure = "python -m pip uninstall pygame pygame-ce, then: python -m pip install pygame-ce"
        yield "pygame", f"both pygame and pygame-ce are installed and overwrite each other: {cure}", False
    elif _version("pygame"):
        yield "pygame", f"{_version('pygame')}; pygame-ce draws faster", True
    named = [
        f"{name}={os.environ[name]}"
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
        if os.environ.get(name)
    ]
    yield (
        "display",
        ", ".join(named) or (platform.system() if has_display() else "none; the game is played in the terminal"),
        True,
    )
    problems = _font_problems(both)
    yield "fonts", "; ".join(problems) or f"all in {ASSETS / 'fonts'}", not problems
    yield "drawn maps", f"kept in {cache_folder()}", True


def _font_problems(broken: bool) -> list[str]:
    if broken or not find_spec("pygame"):
        return ["not looked at, because pygame is not in order"]
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.ui.paint.fonts import font_problems

    return font_problems()


def _plays() -> Iterator[Finding]:
    from game.play import folders

    saves = folders.saves()
    place = _standing(saves)
    can = os.access(place, os.W_OK)
    kept = len(folders.plays(saves))
    yield "your plays", f"{kept} in {saves}" if can else f"cannot be kept: {place} may not be written to", can


def _standing(path: Path) -> Path:
    """The folder, or the nearest one above it that is there already."""
    return next((p for p in (path, *path.parents) if p.exists()), path)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
