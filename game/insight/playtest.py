"""`playtest`: many plays by automatic players in every climate, what they met, what there was to read, and the twelve tests of balance."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from game.authoring import Loaded
from game.play.manners import MANNERS
from game.play.policies import policy

from . import balance, reading
from .runner import Job, Pool, Runner, Serial, climates_of
from .simulate import Met, Outcome

Progress = Callable[[int, int], None]


def playtest(
    loaded: Loaded, path: Path, plays: int, name: str = "all", seed: int = 0, length: str = "full", progress: Progress | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The report as JSON data; `plays` for each policy and climate (rulings 25).  KeyError for a policy that is not there."""
    runner: Runner = Pool(path) if plays * len(MANNERS) > 20_000 else Serial(loaded)
    if name != "all":
        return _one(loaded, runner, policy(name).name, plays, seed, length, progress)
    figures = balance.gather(loaded, runner, plays, seed, length, progress)
    outcomes = [o for by_policy in figures.outcomes.values() for o in by_policy.values()]
    report = _report(loaded, plays, outcomes, progress)
    report["policies"] = {m.name: _figures([figures.outcomes[c][m.name] for c in figures.outcomes]) for m in MANNERS}
    report["climates"] = {
        climate: {m.name: round(figures.mean(climate, m.name), 2) for m in MANNERS} for climate in figures.outcomes
    }
    report["tests"] = [
        {"id": t.id, "claim": t.claim, "measured": dict(t.measured), "pass": t.passed}
        for t in balance.judge(figures, runner, plays)
    ]
    return report


def _one(
    loaded: Loaded, runner: Runner, name: str, plays: int, seed: int, length: str, progress: Progress | None
) -> dict[str, Any]:
    climates = climates_of(loaded)
    jobs = [Job(name, climate, plays, seed, length) for climate in climates]
    outcomes = list(runner.map(jobs, progress))
    report = _report(loaded, plays, outcomes, progress)
    report["policies"] = {name: _figures(outcomes)}
    pairs = zip(climates, outcomes, strict=True)
    report["climates"] = {climate: {name: round(float(o.campaign.mean()), 2)} for climate, o in pairs}
    report["tests"] = []
    return report


def _report(
    loaded: Loaded, plays: int, outcomes: list[Outcome], progress: Progress | None
) -> dict[str, Any]:
    s = loaded.scenario
    met = Met(*(sum(getattr(o.met, part) for o in outcomes) for part in ("injects", "offered", "chosen")))
    names = {i: id_ for id_, i in s.names["injects"].items() if i > 0}
    places = [(i, o) for i in names for o in range(len(s.option_names[i]))]
    verdict = np.concatenate([o.verdict for o in outcomes])
    share = np.bincount(verdict, minlength=len(s.verdicts)) / len(verdict)
    return {
        "plays": plays,
        "reading": reading.report(loaded, progress),
        "verdicts": {id_: round(float(share[v]), 4) for id_, v in s.names["verdicts"].items()},
        "injects_never_met": [names[i] for i in names if not met.injects[i]],
        "options_never_offered": [f"{names[i]}/{s.option_names[i][o]}" for i, o in places if not met.offered[i, o]],
        "options_never_chosen": [f"{names[i]}/{s.option_names[i][o]}" for i, o in places if not met.chosen[i, o]],
    }


def _figures(outcomes: list[Outcome]) -> dict[str, float]:
    campaign = np.concatenate([o.campaign for o in outcomes])
    kept, broken = sum(float(o.kept.sum()) for o in outcomes), sum(float(o.broken.sum()) for o in outcomes)
    return {
        "score_mean": round(float(campaign.mean()), 2),
        "score_sd": round(float(campaign.std()), 2),
        "war_rate": round(float(np.concatenate([o.war for o in outcomes]).mean()), 4),
        "kept_rate": round(kept / max(1.0, kept + broken), 3),
    }
