"""How fast the table runs: row-turns a second at three sizes, nanoseconds by phase, a person's turn, a replay, the first frame.

Speed is measured here and nowhere in the tests.  Quote ratios: single figures move with the machine.
"""

from __future__ import annotations

import statistics
import tempfile
from collections import defaultdict
from pathlib import Path
from time import process_time as clock

import numpy as np

from game.authoring import Loaded, load
from game.play.policies import policy
from game.play.session import Session
from game.rules.turn import Game

_TURNS = 16


def row_turns(loaded: Loaded, rows: int, turns: int = _TURNS, name: str = "random") -> tuple[float, dict[str, float]]:
    """Live row-turns a second, the player included, and ns a row-turn by phase."""
    scenario, spent = loaded.played("full"), defaultdict[str, float](float)
    player, mark = policy(name), [0.0]

    def timer(phase: str) -> None:
        now = clock()
        spent[phase] += now - mark[0]
        mark[0] = now

    game = Game(scenario, np.arange(rows, dtype=np.uint64), timer=timer)
    live, start = 0, clock()
    for _ in range(turns):
        live += int((~game.world.closed).sum())
        mark[0] = clock()
        game.brief()
        move = player.reply(game.view())
        timer("player")
        game.reply(move)
        if game.phase == "handover":
            choice = player.hand_over(game.view())
            timer("player")
            game.hand_over(choice)
        if game.phase == "closed":
            break
    total = clock() - start
    return live / total, {phase: 1e9 * seconds / live for phase, seconds in spent.items()}


def one_turn(loaded: Loaded, repeats: int = 40) -> float:
    """Milliseconds of one person's turn, all phases, with its reasons kept."""
    spans: list[float] = []
    game = Game(loaded.played("full"), [7], watched=[0])
    player = policy("fair-and-firm")
    for _ in range(repeats):
        if game.phase == "closed":
            game = Game(loaded.played("full"), [8 + len(spans)], watched=[0])
        start = clock()
        game.play_turn(player)
        spans.append(clock() - start)
    return 1e3 * statistics.median(spans)


def replay(loaded: Loaded, repeats: int = 3) -> tuple[float, int]:
    """Milliseconds to fold a stored full play, and its turns."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "play.jsonl"
        session = Session.new(loaded, path, seed=7, length="full", started="2026-01-01")
        session.play_by("fair-and-firm")
        spans: list[float] = []
        for _ in range(repeats):
            start = clock()
            again = Session.resume(loaded, path)
            spans.append(clock() - start)
        return 1e3 * statistics.median(spans), len(again.turns)


def bench(path: Path, *, quick: bool = False) -> dict[str, object]:
    """All figures of the rules, by name; `quick` is a smoke of a few seconds.  (First lines and first frames: where they are drawn.)"""
    loaded, found = load(path), dict[str, object]()
    for rows in (1, 1000) if quick else (1, 1000, 10_000):
        runs = [row_turns(loaded, rows, 4 if quick else _TURNS) for _ in range(1 if quick else 3)]
        best = max(runs, key=lambda run: run[0])
        found[f"row_turns_per_s_{rows}"] = round(best[0])
        found["phases"] = {phase: round(ns) for phase, ns in sorted(best[1].items(), key=lambda item: -item[1])}
    found["bytes_per_row"] = round(Game(loaded.played("full"), np.arange(100)).world.bytes_per_row)
    found["one_turn_ms"] = round(one_turn(loaded, 8 if quick else 40), 2)
    span, turns = replay(loaded, 1 if quick else 3)
    found["replay_ms"], found["replay_turns"] = round(span, 1), turns
    return found
