"""The twelve tests of play.md 5, and a thirteenth of ours, by automatic players: is there a true dilemma, or does a trick win?

Each test is one function of the figures gathered once.  A red test is printed red with its measured values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from game.authoring import Loaded
from game.play.manners import MANNERS, TRICKS
from game.play.policies import policy
from game.rules.arrays import Array, Real
from game.rules.parameters import DEFAULT
from game.rules.scenario import OPTIONS, Scenario
from game.rules.turn import Game
from game.rules.vocabulary import CHANNELS, TONES

from . import inference, rollouts
from .runner import Job, Runner, climates_of
from .simulate import Outcome

FIXED: Final = tuple(m.name for m in MANNERS if m.name not in ("reader", "random"))
FREE_KEEPING: Final = (("price_mandate", 0.0), ("price_approval", 0.0), ("price_capital", 0.0))
FEARFUL, GRASPING = "fearful", "grasping"
_DRAWS = 10
_VARIED = ("price_mandate", "price_approval", "sign_mandate", "keep_mandate", "keep_people", "break_people")


@dataclass(frozen=True, slots=True)
class Result:
    """One test: measured values by name, and whether it holds."""

    id: int
    claim: str
    measured: Mapping[str, float | str]
    passed: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """climate -> policy -> outcome, and the loaded scenario they came from."""

    loaded: Loaded
    outcomes: Mapping[str, Mapping[str, Outcome]]
    length: str
    seed: int

    def mean(self, climate: str, name: str) -> float:
        return float(self.outcomes[climate][name].campaign.mean())

    def best(self, climate: str) -> tuple[str, float]:
        """The best fixed policy of a climate."""
        name = max(FIXED, key=lambda n: self.mean(climate, n))
        return name, self.mean(climate, name)

    def top(self, climate: str) -> float:
        """The best of all, the reader included."""
        return max(self.best(climate)[1], self.mean(climate, "reader"))

    def climate(self, aim: str) -> str:
        """The climate whose name tells this aim, else the first."""
        return next((c for c in self.outcomes if aim in c), next(iter(self.outcomes)))


def gather(
    loaded: Loaded, runner: Runner, plays: int, seed: int, length: str, progress: Callable[[int, int], None] | None = None,
) -> Figures:  # fmt: skip
    """Every policy in every climate of the scenario."""
    climates = climates_of(loaded)
    jobs = [Job(m.name, climate, plays, seed, length) for climate in climates for m in MANNERS]
    found = list(runner.map(jobs, progress))
    outcomes: dict[str, dict[str, Outcome]] = {climate: {} for climate in climates}
    for job, outcome in zip(jobs, found, strict=True):
        outcomes[job.climate][job.policy] = outcome
    return Figures(loaded, outcomes, length, seed)


def judge(figures: Figures, runner: Runner, plays: int) -> Iterator[Result]:
    """All twelve of play.md 5 in order, and one for the tricks that players of ours have tried."""
    for test in (no_fixed_leader, meek, steadfast, reader, opportunist, hawk):
        yield test(figures)
    yield negative_control(figures, runner, plays)
    yield every_group_counts(figures)
    yield every_word_counts(figures)
    yield crown_options(figures)
    yield stable_ranking(figures, runner, max(200, plays // 5))
    yield cues_inform(figures)
    yield no_trick_pays(figures)


def no_fixed_leader(f: Figures) -> Result:
    leaders = {climate: f.best(climate)[0] for climate in f.outcomes}
    passed = len(set(leaders.values())) > 1 or len(leaders) == 1
    return Result(1, "no fixed policy is best in every climate", dict(leaders), passed)


def _behind(f: Figures, name: str) -> dict[str, float]:
    return {climate: round(f.top(climate) - f.mean(climate, name), 2) for climate in f.outcomes}


def meek(f: Figures) -> Result:
    gap = _behind(f, "meek-and-true")
    passed = all(g >= 4 for g in gap.values()) and gap[f.climate(GRASPING)] >= 12
    return Result(2, "meek-and-true is 4 behind the best everywhere, 12 with a grasping neighbour", dict(gap), passed)


def steadfast(f: Figures) -> Result:
    gap = _behind(f, "steadfast")
    return Result(3, "steadfast is 3 behind the best everywhere", dict(gap), all(g >= 3 for g in gap.values()))


def reader(f: Figures) -> Result:
    """The reader's mean over climates against that of the best fixed policy."""

    def mean(name: str) -> float:
        return float(np.mean([f.mean(c, name) for c in f.outcomes]))

    fixed = max(FIXED, key=mean)
    lead = mean("reader") - mean(fixed)
    measured: dict[str, float | str] = {"lead": round(lead, 2), "best fixed": fixed}
    return Result(4, "the reader leads the best fixed policy by 2", measured, lead >= 2)


def opportunist(f: Figures) -> Result:
    """To sign and break must pay at first, and lose in the end."""
    early = {}
    for climate, outcomes in f.outcomes.items():
        mine, theirs = outcomes["opportunist"].first_term.mean(0), outcomes["steadfast"].first_term.mean(0)
        early[climate] = round(float(min(mine[1] - theirs[1], mine[2] - theirs[2])), 2)
    late = {
        climate: round(f.mean(climate, "fair-and-firm") - f.mean(climate, "opportunist"), 2) for climate in f.outcomes
    }
    measured = {f"first term, {c}": v for c, v in early.items()}
    measured |= {f"behind fair-and-firm, {c}": v for c, v in late.items()}
    passed = max(early.values()) >= 0 and all(v > 0 for v in late.values())
    return Result(5, "the opportunist gains in the first term and loses the campaign", measured, passed)


def hawk(f: Figures) -> Result:
    gap = _behind(f, "hawk")
    near, far = gap[f.climate(GRASPING)], gap[f.climate(FEARFUL)]
    claim = "the hawk is within 3 of the best with a grasping neighbour, 10 behind with a fearful one"
    return Result(6, claim, {"grasping": near, "fearful": far}, near <= 3 and far >= 10)


def no_trick_pays(f: Figures) -> Result:
    """Who tries to win cheaply stays two points behind the best, whatever the neighbour is."""
    gap = {name: min(_behind(f, name).values()) for name in TRICKS}
    return Result(13, "no cheap trick comes within 2 of the best anywhere", dict(gap), min(gap.values()) >= 2)


def negative_control(f: Figures, runner: Runner, plays: int) -> Result:
    """The test of the tests: with the price of keeping set to nothing, to keep everything leads everywhere."""
    plays = max(200, plays // 4)
    jobs = [Job(name, climate, plays, f.seed, f.length, FREE_KEEPING) for climate in f.outcomes for name in FIXED]
    found = {(j.climate, j.policy): float(o.campaign.mean()) for j, o in zip(jobs, runner.map(jobs), strict=True)}
    rivals = [name for name in FIXED if name != "steadfast"]
    lead = {c: round(found[c, "steadfast"] - max(found[c, n] for n in rivals), 2) for c in f.outcomes}
    passed = all(v > 0 for v in lead.values())
    return Result(7, "with keeping free of charge, steadfast leads everywhere", dict(lead), passed)


def _sample(f: Figures, plays: int) -> tuple[Scenario, Array]:
    """Seeds of their own, apart from those of the gathered plays."""
    return f.loaded.played(f.length), np.arange(f.seed + 10_000, f.seed + 10_000 + plays, dtype=np.uint64)


def every_group_counts(f: Figures, plays: int = 32, roll: int = 8) -> Result:
    """A group whose weight could be nothing without changing the best option anywhere is scenery."""
    scenario, seeds = _sample(f, plays)
    player = policy("fair-and-firm")
    worlds = rollouts.moments(scenario, player, seeds, 24)[1::2]
    base = [_best(*rollouts.values(scenario, w, player, roll)[:2]) for w in worlds]
    measured: dict[str, float | str] = {}
    for name, a in scenario.names["audiences"].items():
        other = rollouts.without_group(scenario, a)
        changed = [_best(*rollouts.values(other, w, player, roll)[:2]) for w in worlds]
        pairs = [(b != c)[(b >= 0) & (c >= 0)] for b, c in zip(base, changed, strict=True)]
        measured[name] = round(float(np.concatenate(pairs).mean()), 3)
    passed = all(float(v) >= 0.05 for v in measured.values())
    claim = "each group, its weight set to nothing, changes the best option in 5 % of decisions"
    return Result(8, claim, measured, passed)


def _best(value: Real, offered: Array) -> Array:
    """(n,) the best option, -1 where there is no choice."""
    mean = np.where(offered, value.mean(2), -1e9)
    return np.where(offered.sum(1) >= 2, mean.argmax(1), -1)


def every_word_counts(f: Figures) -> Result:
    """Each tone and each channel is in the best tenth of plays; none in over 40 % of their moves."""
    tones, channels, score = [], [], []
    for outcomes in f.outcomes.values():
        for outcome in outcomes.values():
            tones.append(outcome.tones)
            channels.append(outcome.channels)
            score.append(outcome.campaign)
    campaign = np.concatenate(score)
    best = campaign >= np.quantile(campaign, 0.9)
    measured: dict[str, float | str] = {}
    passed = True
    for kind, names, used in (("tone", TONES, np.concatenate(tones)), ("channel", CHANNELS, np.concatenate(channels))):
        total = used[best].sum(0) / max(1, used[best].sum())
        unused = [name for name, share in zip(names, total, strict=True) if share == 0]
        most = int(total.argmax())
        measured[f"{kind}s never used"] = ", ".join(unused) or "none"
        measured[f"most used {kind}: {names[most]}"] = round(float(total[most]), 3)
        passed &= not unused and total[most] <= 0.40
    claim = "each tone and channel is among the best tenth's words, none in over 40 % of them"
    return Result(9, claim, measured, bool(passed))


def crown_options(f: Figures, plays: int = 120, roll: int = 8) -> Result:
    """Of each crown inject's options none is best in over 60 % of the states in which it is met, and each in a tenth."""
    scenario, seeds = _sample(f, plays)
    crowned = {i: text.id for i, text in enumerate(f.loaded.texts.injects) if text.crown}
    wins = {i: np.zeros(OPTIONS) for i in crowned}
    for name in ("fair-and-firm", "prudent", "reader"):
        player = policy(name)
        for world in rollouts.moments(scenario, player, seeds, 26):
            look = Game(scenario, world.seed)
            look.world = world.rows(np.arange(len(world)))
            look.brief()
            here = np.flatnonzero(np.isin(look.world.inject, list(crowned)))
            if here.size:
                value, offered, inject = rollouts.values(scenario, world.rows(here), player, roll)
                best = _best(value, offered)
                for i in crowned:
                    mine = best[(inject == i) & (best >= 0)]
                    wins[i] += np.bincount(mine, minlength=OPTIONS)
    measured: dict[str, float | str] = {}
    passed = True
    for i, id_ in crowned.items():
        count = len(scenario.option_names[i])
        share = wins[i][:count] / max(1.0, wins[i].sum())
        measured[id_] = " / ".join(f"{s:.2f}" for s in share) + f" of {int(wins[i].sum())}"
        passed &= bool(wins[i].sum() > 0 and share.max() <= 0.60 and share.min() >= 0.10)
    return Result(10, "no option of a crown inject is best in over 60 % of states, each in 10 %", measured, passed)


def stable_ranking(f: Figures, runner: Runner, plays: int) -> Result:
    """The leader under weights and prices varied by a quarter, in ten joint draws."""
    rng = np.random.default_rng(f.seed)
    same = {climate: 0 for climate in f.outcomes}
    means = {climate: {n: f.mean(climate, n) for n in (*FIXED, "reader")} for climate in f.outcomes}
    rival = {climate: _highest(of) for climate, of in means.items()}
    # Those further behind than the fourth cannot lead.
    contenders = {climate: sorted(of, key=of.__getitem__, reverse=True)[:4] for climate, of in means.items()}
    for _ in range(_DRAWS):
        weights = DEFAULT.part_weights * rng.uniform(0.75, 1.25, 5)
        weights = weights / weights.sum()
        law = tuple((name, float(getattr(DEFAULT, name) * rng.uniform(0.75, 1.25))) for name in _VARIED)
        jobs = [Job(n, c, plays, f.seed, f.length, law) for c in f.outcomes for n in contenders[c]]
        pairs = zip(jobs, runner.map(jobs), strict=True)
        score = {(job.climate, job.policy): float((o.parts * weights).sum(1).mean()) for job, o in pairs}
        for climate, names_here in contenders.items():
            leader = _highest({n: score[climate, n] for n in names_here})
            same[climate] += leader == rival[climate]
    measured = {f"{c}: {rival[c]}": round(n / _DRAWS, 2) for c, n in same.items()}
    passed = all(v >= 0.8 for v in measured.values())
    return Result(11, "the leader stays under weights and prices varied by 25 %", measured, passed)


def _highest(scores: Mapping[str, float]) -> str:
    return max(scores, key=scores.__getitem__)


def cues_inform(f: Figures) -> Result:
    """A player who ranks the counterparts by cues: leanings corrected, ignored, or by dice."""
    corrected, ignored, dice = (round(found, 3) for found in inference.spearman(f.loaded.played(f.length), f.seed))
    measured = {"leanings corrected": corrected, "ignored": ignored, "dice": dice}
    claim = "ranking by cues: .5 with leanings corrected, about .3 ignored, 0 by dice"
    return Result(12, claim, measured, corrected >= 0.5 and abs(dice) < 0.1)
