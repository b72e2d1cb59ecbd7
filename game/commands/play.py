"""`play`, and the game without a verb: the window where there is a display, else the terminal, else a story told by itself."""

from __future__ import annotations

import argparse
import os
import sys

from game.commands.places import play_file, scenario_path
from game.folders import SCENARIOS


def run(options: argparse.Namespace) -> int:
    if options.theory:
        _known(options)
    if options.policy:
        return _story(options, options.policy)
    if options.text:
        return _terminal(options)
    if has_display():
        code = _window(options)
        if code is not None:
            return code
    if sys.stdin.isatty() and sys.stdout.isatty():
        return _terminal(options)
    return _story(options, "steadfast")


def _known(options: argparse.Namespace) -> None:
    """Refuse a theory that there is not, and one for a play that has its own."""
    from game.commands.theories import theory_id
    from game.commands.trouble import Trouble

    theory_id(options.theory)
    if options.resume:
        raise Trouble("a play keeps the theory it was begun under; debrief FILE --theory NAME judges it by another.")


def has_display() -> bool:
    """Whether a window can be hoped for. SDL_VIDEODRIVER is a person's own word, so it counts as one."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"))


def _window(options: argparse.Namespace) -> int | None:
    """The exit code, or None when no window could be opened after all."""
    if options.scenario:
        scenario_path(options.scenario)
    resume = play_file(options.resume) if options.resume else None
    from game.play import folders
    from game.ui.main import run as open_window

    try:
        return open_window(
            scenarios=SCENARIOS, saves=options.saves or folders.saves(), scenario=options.scenario, length=options.length,
            seed=options.seed, difficulty=options.difficulty or "standard", resume=resume, theory=options.theory or "",
        )  # fmt: skip
    except OSError as error:
        print(f"No window could be opened ({error}), so the game goes on without one.", file=sys.stderr)
        return None


def _terminal(options: argparse.Namespace) -> int:
    from game.text.lines import title
    from game.text.voice import Voice

    voice = Voice(colour=not options.no_color)
    voice.show([title("Good Offices")])  # before anything large is loaded: a person should see at once that it runs
    from game.commands.entrance import at_terminal

    return at_terminal(voice, options)


def _story(options: argparse.Namespace, policy: str) -> int:
    from game.text.lines import title
    from game.text.voice import Voice

    voice = Voice(colour=not options.no_color)
    voice.show([title("Good Offices")])
    from game.commands.entrance import by_itself

    return by_itself(voice, options, policy)
