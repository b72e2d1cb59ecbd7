"""A save replays on another processor (law 1): the same plays with and without the wide instructions of this one (rulings 35)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLAYS = """
from pathlib import Path
import numpy as np
from game.authoring import load
from game.play.policies import policy
from game.rules.turn import Game
scenario = load(Path("scenarios/narrow-sea")).played("full")
for name in ("random", "reader"):
    game = Game(scenario, np.arange(120))
    for _ in range(16):
        game.play_turn(policy(name))
    print(*(game.world.fingerprint(row) for row in range(120)))
"""


def plays(**environment: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", PLAYS], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    return done.stdout


def test_plays_are_the_same_bit_for_bit_without_this_processor_s_wide_instructions():
    """Evidence is rounded to 2**-12 and amounts to 2**-20 when they are made, which is coarser than any processor's last bit."""
    umath = pytest.importorskip("numpy._core._multiarray_umath")
    wide = [name for name in umath.__cpu_dispatch__ if umath.__cpu_features__.get(name)]
    if not wide:
        pytest.skip("this processor has no instructions to switch off")
    full = plays()
    assert len(set(full.split())) == 240, "the plays must differ, or the test shows nothing"
    assert plays(NPY_DISABLE_CPU_FEATURES=",".join(wide)) == full
