"""How long a person waits for the window: the first frame of a fresh process, and one redraw of the fullest screen."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FRESH = """
import os, sys, time
from pathlib import Path
from game.folders import SCENARIOS, cache_folder
from game.ui.main import first_screen, window
from game.ui.screens.parts.library import Library
app = window(first_screen(Library(SCENARIOS, Path(sys.argv[2]), cache_folder())), None)
app.refresh()
print((time.monotonic() - float(sys.argv[1])) * 1000, flush=True)
os._exit(0)
"""
RUNS, REDRAWS = 3, 15


def measure() -> dict[str, float]:
    """`first_frame_ms`: the least of a few fresh processes; `redraw_ms`: the median of building and drawing the desk."""
    return {"first_frame_ms": round(min(_first_frame() for _ in range(RUNS)), 1), "redraw_ms": round(_redraw(), 2)}


def _first_frame() -> float:
    """From starting the interpreter to the title on the screen, without a display."""
    root = Path(__file__).resolve().parents[2]
    path = os.pathsep.join(part for part in (str(root), os.environ.get("PYTHONPATH", "")) if part)
    env = {**os.environ, "SDL_VIDEODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1", "PYTHONPATH": path}
    with tempfile.TemporaryDirectory() as saves:
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", FRESH, str(began), saves], env=env, capture_output=True, text=True, check=True
        )
    return float(done.stdout.split()[-1])


def _redraw() -> float:
    """Build, lay out and draw the desk again after a choice, as the window does for each key."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.ui.main import window
    from game.ui.screen import Do
    from game.ui.shots import scenes

    with tempfile.TemporaryDirectory() as saves:
        desk = next(screen for name, screen in scenes(Path(saves)) if name == "desk")
        app = window(desk, None)
        app.refresh()
        times = []
        for _ in range(REDRAWS):
            began = time.perf_counter()
            app.tell(Do("say", "minuted", len(times) % 2 == 0))
            app.refresh()
            times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)
