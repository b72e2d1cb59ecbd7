"""`shots`: every screen as a picture, from one fixed play and without a window."""

from __future__ import annotations

import argparse
import os

from game.commands.places import folder_to_write
from game.commands.trouble import Trouble, or_nearest


def run(options: argparse.Namespace) -> int:
    out = folder_to_write(options.out)
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.ui.shots import shots
    from game.ui.theme import THEMES

    if options.theme not in THEMES:
        raise Trouble(f"there is no theme “{options.theme}”: {or_nearest(options.theme, THEMES)}")
    for path in shots(out, size=options.size, theme=options.theme, scale=options.scale):
        print(path)
    return 0
