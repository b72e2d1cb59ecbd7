"""One port for many plays on many cores: jobs in, results out, in order.

A process pool with spawned workers by default; each worker reads the scenario once.  `Serial` is the same port in this process.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol

import numpy as np

from game.authoring import Loaded, load
from game.play.policies import policy
from game.rules.scenario import Scenario

from .simulate import BLOCK, Outcome, together
from .variations import Changes, changed


@dataclass(frozen=True, slots=True)
class Job:
    """plays of one policy in one climate ("" leaves the world to the seed); law: what differs from the scenario's own law (`changes`)."""

    policy: str
    climate: str
    plays: int
    seed: int
    length: str = "full"
    law: Changes = ()


Progress = Callable[[int, int], None]


class Runner(Protocol):
    def map(self, jobs: Sequence[Job], progress: Progress | None = None) -> Iterator[Outcome]: ...


def climates_of(loaded: Loaded) -> list[str]:
    """The scenario's own, or none that is fixed."""
    return list(loaded.scenario.climates) or [""]


def prepared(loaded: Loaded, job: Job) -> Scenario:
    """The tables of a job, worked out anew from its law; `loaded` keeps those of the last laws, so jobs of one law go best in a row."""
    law = changed(loaded.scenario.law, job.law) if job.law else None
    return loaded.played(job.length, climate=job.climate, law=law)


def work(loaded: Loaded, job: Job) -> Outcome:
    return work_together(loaded, [job])[0]


def work_together(loaded: Loaded, team: Sequence[Job]) -> list[Outcome]:
    """Jobs that differ in their policy alone."""
    first = team[0]
    seeds = np.arange(first.seed, first.seed + first.plays, dtype=np.uint64)
    return together(prepared(loaded, first), [policy(job.policy) for job in team], seeds)


def teams(jobs: Sequence[Job]) -> Iterator[list[Job]]:
    """The jobs in their order, those side by side that differ in their policy alone taken together as far as one table holds them."""
    team: list[Job] = []
    for job in jobs:
        if team and (replace(job, policy="") != replace(team[0], policy="") or (len(team) + 1) * job.plays > BLOCK):
            yield team
            team = []
        team.append(job)
    if team:
        yield team


class Serial:
    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded

    def map(self, jobs: Sequence[Job], progress: Progress | None = None) -> Iterator[Outcome]:
        yield from _one_by_one((work_together(self.loaded, team) for team in teams(jobs)), len(jobs), progress)


def _one_by_one(found: Iterable[list[Outcome]], total: int, progress: Progress | None) -> Iterator[Outcome]:
    done = 0
    for outcomes in found:
        for outcome in outcomes:
            yield outcome
            done += 1
            if progress:
                progress(done, total)


_LOADED: dict[str, Loaded] = {}


def _in_worker(path: str, team: list[Job]) -> list[Outcome]:
    if path not in _LOADED:
        _LOADED[path] = load(Path(path))
    return work_together(_LOADED[path], team)


class Pool:
    """As many processes as there are cores."""

    def __init__(self, path: Path, workers: int = 0) -> None:
        self.path, self.workers = str(path), workers or os.cpu_count() or 1

    def map(self, jobs: Sequence[Job], progress: Progress | None = None) -> Iterator[Outcome]:
        with ProcessPoolExecutor(self.workers, mp_context=get_context("spawn")) as pool:
            futures = [pool.submit(_in_worker, self.path, team) for team in teams(jobs)]
            yield from _one_by_one((future.result() for future in futures), len(jobs), progress)
