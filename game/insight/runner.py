"""One port for many plays on many cores: jobs in, results out, in order.

A process pool with spawned workers by default; each worker reads the scenario once.  `Serial` is the same port in this process.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from game.authoring import Loaded, load
from game.play.policies import policy
from game.rules.scenario import Scenario

from .simulate import Outcome, run


@dataclass(frozen=True, slots=True)
class Job:
    """plays of one policy in one climate ("" leaves the world to the seed); law: parameters changed, by name."""

    policy: str
    climate: str
    plays: int
    seed: int
    length: str = "full"
    law: tuple[tuple[str, float], ...] = ()


Progress = Callable[[int, int], None]


class Runner(Protocol):
    def map(self, jobs: Sequence[Job], progress: Progress | None = None) -> Iterator[Outcome]: ...


def prepared(loaded: Loaded, job: Job) -> Scenario:
    scenario = loaded.played(job.length, climate=job.climate)
    changed: dict[str, Any] = dict(job.law)
    return scenario.at(law=replace(scenario.law, **changed)) if changed else scenario


def work(loaded: Loaded, job: Job) -> Outcome:
    return run(prepared(loaded, job), policy(job.policy), np.arange(job.seed, job.seed + job.plays, dtype=np.uint64))


class Serial:
    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded

    def map(self, jobs: Sequence[Job], progress: Progress | None = None) -> Iterator[Outcome]:
        for number, job in enumerate(jobs, 1):
            yield work(self.loaded, job)
            if progress:
                progress(number, len(jobs))


_LOADED: dict[str, Loaded] = {}


def _in_worker(path: str, job: Job) -> Outcome:
    if path not in _LOADED:
        _LOADED[path] = load(Path(path))
    return work(_LOADED[path], job)


class Pool:
    """As many processes as there are cores."""

    def __init__(self, path: Path, workers: int = 0) -> None:
        self.path, self.workers = str(path), workers or os.cpu_count() or 1

    def map(self, jobs: Sequence[Job], progress: Progress | None = None) -> Iterator[Outcome]:
        with ProcessPoolExecutor(self.workers, mp_context=get_context("spawn")) as pool:
            futures = [pool.submit(_in_worker, self.path, job) for job in jobs]
            for number, future in enumerate(futures, 1):
                yield future.result()
                if progress:
                    progress(number, len(jobs))
