"""How far what the game teaches depends on its settings: a tornado, rankings under many laws, and the control (science.md 7).

One scenario at a time, by whatever runner; all plays of a scenario go out as one list of jobs.  What of it is kept beside a scenario, and
how a debrief speaks of it, is in firmness.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from game.authoring import Loaded
from game.rules.parameters import Parameters, fingerprint

from .. import balance
from ..balance import Figures, Result
from ..runner import Job, Progress, Runner, climates_of
from ..simulate import Outcome
from ..variations import Changes, changes
from . import breach_story, rankings, tornado
from .breach_story import Breach
from .rankings import Rankings
from .tornado import Tornado


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is played.

    200 plays put the standard error of a gap between two players near .4 points, an eighth of the 3 points from which a gap is counted;
    and draws share their seeds, so that even this is luck in common.
    """

    tornado_plays: int = 200  # for each setting, way and climate
    plays: int = 200  # for each player, climate and draw
    draws: int = 40
    control_plays: int = 800  # a quarter of it for each player and climate, as in playtest
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Sensitivity:
    scenario: str
    content: str  # hash of the files that were played
    law: str  # fingerprint of the law that was varied
    tornado: Tornado
    breach: Breach
    rankings: Rankings
    control: Result

    @property
    def holds(self) -> bool:
        """The control must hold; a ranking that is not stable is told in the debrief."""
        return self.control.passed


def measure(
    loaded: Loaded, runner: Runner, law: Parameters | None = None, effort: Effort | None = None, progress: Progress | None = None,
) -> Sensitivity:  # fmt: skip
    """Under the scenario's own law, or another."""
    base, much = law or loaded.scenario.law, effort or Effort()
    alone = tornado.jobs(loaded, base, much.tornado_plays, much.seed)
    joint = rankings.jobs(loaded, base, much.plays, much.draws, much.seed)
    found = list(runner.map([*alone, *joint], progress))
    return Sensitivity(
        loaded.scenario.id,
        loaded.content_hash,
        fingerprint(base),
        tornado.read(loaded, base, found[: len(alone)]),
        breach_story.breach(base),
        rankings.read(loaded, found[len(alone) :]),
        _control(loaded, _Under(runner, changes(loaded.scenario.law, base)), much),
    )


def _control(loaded: Loaded, runner: Runner, effort: Effort) -> Result:
    nobody: dict[str, dict[str, Outcome]] = {climate: {} for climate in climates_of(loaded)}
    return balance.negative_control(Figures(loaded, nobody, "full", effort.seed), runner, effort.control_plays)


@dataclass(frozen=True, slots=True)
class _Under:
    """Another runner's plays, under another law than the scenario's own; what a job changes it changes on top."""

    runner: Runner
    law: Changes

    def map(self, jobs: Sequence[Job], progress: Progress | None = None) -> Iterator[Outcome]:
        return self.runner.map([replace(job, law=(*self.law, *job.law)) for job in jobs], progress)


def lines(found: Sensitivity) -> Iterator[str]:
    """The page: what moves the outcomes, whether the rankings last, and the control."""
    yield from tornado.lines(found.tornado)
    yield ""
    yield from breach_story.lines(found.breach)
    yield ""
    yield from rankings.lines(found.rankings)
    yield ""
    lead = ", ".join(f"{climate} {value:+.2f}" for climate, value in found.control.measured.items())
    yield f"Control: {found.control.claim}: {'holds' if found.control.passed else 'RED'}"
    yield f"  steadfast ahead of the best other by: {lead}"


def as_json(found: Sensitivity) -> dict[str, Any]:
    """Everything, as plain data."""
    told: dict[str, Any] = asdict(found)
    for climate, one in zip(told["rankings"]["climates"], found.rankings.climates, strict=True):
        climate["stable"] = one.stable
    return told
