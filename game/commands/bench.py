"""`bench`: how fast the game runs on this machine, against the figures of the plan.

The rules are measured by game.insight, the window by itself, the terminal from outside as a person would meet it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from typing import Any

from game.commands.places import scenario_path
from game.folders import PACKAGE

FLAGSHIP = "narrow-sea"
GOALS: Mapping[str, tuple[str, float]] = {
    "row_turns_per_s_1": ("at least", 0),
    "row_turns_per_s_1000": ("at least", 0),
    "row_turns_per_s_10000": ("at least", 300_000),
    "bytes_per_row": ("at most", 4096),
    "one_turn_ms": ("at most", 5),
    "replay_ms": ("at most", 150),
    "first_frame_ms": ("at most", 1000),
    "redraw_ms": ("at most", 8),
    "text_first_line_ms": ("at most", 600),
}


def run(options: argparse.Namespace) -> int:
    from game.insight.bench import bench
    from game.ui.bench import measure

    found: dict[str, Any] = dict(bench(scenario_path(FLAGSHIP), quick=options.quick))
    found |= measure()
    found["text_first_line_ms"] = text_first_line_ms(1 if options.quick else 5)
    print(json.dumps(found, indent=2) if options.json else "\n".join(page(found)))
    return 0


def text_first_line_ms(tries: int) -> float:
    """From the start of a fresh process to the terminal play's first line: the middle of several tries."""
    with tempfile.TemporaryDirectory() as saves:
        times = sorted(_first_line(saves) for _ in range(tries))
    return round(times[tries // 2], 1)


def _first_line(saves: str) -> float:
    told = ["play", FLAGSHIP, "--text", "--seed", "1", "--saves", saves]
    command = [sys.executable, "-c", f"from game.cli import main; main({told!r})"]
    begun = time.perf_counter()
    with subprocess.Popen(
        command, cwd=PACKAGE.parent, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout
        process.stdout.readline()
        taken = 1000 * (time.perf_counter() - begun)
        process.stdout.read()
    return taken


def page(found: Mapping[str, Any]) -> Iterator[str]:
    for key, (side, goal) in GOALS.items():
        value = found.get(key)
        if value is None:
            yield f"{key:24} not measured here"
            continue
        met = value >= goal if side == "at least" else value <= goal
        wanted = f"{side} {goal:,.0f}" if goal else ""
        yield f"{key:24} {value:>12,.1f}  {wanted:20} {'' if met else 'MISSED'}".rstrip()
    if found.get("phases"):
        yield ""
        yield "nanoseconds a row-turn, by phase, at 10,000 rows"
        yield from (f"  {phase:22} {cost:>10,.0f}" for phase, cost in found["phases"].items())
