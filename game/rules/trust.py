"""What observers believe of home, and how one act moves it (science.md 2).

Inside an administration beliefs add up in log-odds, so the ledger explains them exactly.  Across administrations the state's Beta record is
updated by moments, and the successor starts between the predecessor and the record.  Knows nothing of deeds or pledges: they file evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from . import arrays
from .arrays import Array, Index, Real, add_at, coarse, look_up, news_grid, on_grid, sigma
from .ledger import Cause, Ledger, What, entry
from .luck import Purpose, uniform
from .parameters import DEFAULT, Parameters
from .scenario import MOD

if TYPE_CHECKING:
    from .now import Turn
    from .scenario import Scenario
    from .world import World


def readiness(b: Any, c: Any, u: Any, x: Any, dim: Any, law: Parameters = DEFAULT) -> Any:
    """Chance that an administration does the consistent deed: s of science.md 2.2.  All arguments broadcast.

    b: law.b_trust[dim] or law.b_opport[dim]; c: temptation, 0..3; u: publicity, x: shock, 0..1; dim: place in DIMENSIONS.
    """
    return sigma(b + law.tied[dim] * u - c - law.excuse[dim] * x)


def reads_kept(b: Real, c: Any, u: Any, v: Any, x: Any, dim: Any, law: Parameters = DEFAULT) -> Any:
    """Chance that an observer reads "kept": L of science.md 2.2.  b: law.b_trust or law.b_opport, a vector by dimension."""
    return v * readiness(b[dim], c, u, x, dim, law) + (1 - v) * (1 - law.noise[dim])


def evidence(kept: Any, c: Any, u: Any, v: Any, x: Any, dim: Any, law: Parameters = DEFAULT) -> Any:
    """Log-odds by which one act moves a belief (science.md 2.2); all arguments broadcast.

    kept: bool, the consistent outcome; c: temptation or cost of keeping, 0..3; u publicity, v verification (times clarity), x shock, 0..1;
    dim: place in DIMENSIONS.
    """
    trusted = reads_kept(law.b_trust, c, u, v, x, dim, law)
    other = reads_kept(law.b_opport, c, u, v, x, dim, law)
    return np.log(np.where(kept, trusted / other, (1 - trusted) / (1 - other)))


def felt(net: Any, size: Any, p: Any, law: Parameters = DEFAULT) -> Any:
    """What news moves a belief p by, in log-odds: news against it is shrunk by 1 - chi*|2p-1| (Jervis; science.md 2.4).

    net: the sum of the news, size: the sum of its absolute values; linear in both, so that a turn's news may be summed first.
    """
    half = coarse(law.chi * (p - 0.5))
    return net * (1 - np.abs(half)) + size * half


def worn_out(times: Any, law: Parameters = DEFAULT) -> Any:
    """The share that is left of one kind of evidence to one observer, seen so many times within two years."""
    return law.habit**times


def overheard(size: Any, u: Any, law: Parameters = DEFAULT) -> Any:
    """What a bystander hears of evidence of this size, before it is blurred (Peterson 2013 [S15] for the direction).  u: publicity."""
    return size * (law.bystander * u)


def opening(seasons: Any, law: Parameters = DEFAULT) -> Any:
    """The weight of what is felt so many seasons into an administration: its first year sets expectations (Lupton 2020 [S29])."""
    return np.where(np.asarray(seasons) < OPENING_SEASONS, coarse(law.opening), 1.0)


def remembered(weeks: Any, law: Parameters = DEFAULT) -> Any:
    """The share of ordinary evidence that is left after so many weeks (phi of science.md 2.2)."""
    return np.power(law.fade_quarter, np.asarray(weeks) / 13)


def successor(r: Any, m: Any, h: Any) -> Any:
    """The belief in which an administration begins: h*r + (1-h)*m', probabilities (science.md 2.3)."""
    return h * r + (1 - h) * m


def promised_reform(deceived: Any, law: Parameters = DEFAULT) -> Any:
    """Log-odds of reliability that a promise earns where a word was broken: a quarter of it once a deception is known [S11]."""
    return law.reform * np.where(deceived, law.reform_deceived, 1.0)


def record_update(r: Real, m: Real, n: Real, law: Parameters = DEFAULT) -> tuple[Real, Real]:
    """The state's record after an administration of final belief r (science.md 2.3): (m', n'), any common shape.

    The weight grows by what was learned, at most 1, and forgetting takes it back to its own n (rulings 23): f = n/(n + learned).  With
    the published f = n/(n+1) an administration of which nothing was learned would weaken the record, and after three of them it would
    follow any leader.
    """
    alpha = m * n
    mean = (alpha + r) / (n + 1)
    second = (r * (alpha + 1) * (alpha + 2) + (1 - r) * alpha * (alpha + 1)) / ((n + 1) * (n + 2))
    spread = np.maximum(second - mean**2, 1e-9)
    grown = mean * (1 - mean) / spread - 1
    rest = law.state_weight
    return mean, np.maximum(0.3, grown * rest / (rest + np.clip(grown - n, 0, 1)))


@dataclass(slots=True)
class Inbox:
    """The evidence of one turn: filed by every phase, read once at the reckoning.

    A belief p shrinks news against it by t = chi*|2p-1| (Jervis).  With a signed t the shrunk news is news*(1-|t|/2) + |news|*t/2:
    linear in the two sums kept here, so that beliefs are touched once a turn however many items were filed.  News lies on 2**-12 and
    t/2 on 2**-8: every product is exact, and so is the ledger.
    """

    belief: Real
    ledger: Ledger
    p: Real = field(init=False)  # the beliefs as probabilities
    net: Real = field(init=False)
    size: Real = field(init=False)
    items: list[tuple[Cause, Array, Array]] = field(default_factory=list)

    def __post_init__(self) -> None:
        rows, *shape = self.belief.shape
        self.p = sigma(self.belief)
        self.net, self.size = arrays.zeros(rows, shape, np.float64), arrays.zeros(rows, shape, np.float64)

    def file(self, news: Real, cause: Cause, about: Index | None) -> None:
        """news: (rows, observers, dims) log-odds on the news grid; about: (rows,)."""
        self.net += news
        self.size += np.abs(news)
        watched = self.ledger.watched
        if watched.size:
            names = np.full(watched.size, -1) if about is None else np.array(about[watched])
            self.items.append((cause, names, np.array(news[watched])))

    def file_at(self, news: Real, cause: Cause, about: Any, row: Index, observer: Any, dim: Any) -> None:
        """A list of items: row, news (k,), the others (k,) or scalar.  Two of one cell add up."""
        if not len(row):
            return
        add_at(self.net, (row, observer, dim), news)
        add_at(self.size, (row, observer, dim), np.abs(news))
        watched = self.ledger.watched
        if watched.size and len(row):
            for k in self.ledger.seen(row):
                item = np.zeros((watched.size, *self.net.shape[1:]))
                seat = np.flatnonzero(watched == row[k])
                item[seat, entry(observer, k), entry(dim, k)] = news[k]
                self.items.append((cause, np.full(watched.size, entry(about, k)), item))

    def learn(self, world: World, law: Parameters) -> None:
        """Move the beliefs by everything filed."""
        weight = opening(world.season - world.term_start, law)[:, None, None]
        world.fading += felt(self.net, self.size, self.p, law) * weight
        seen = self.ledger.watched
        for cause, about, item in self.items:
            moved = felt(item, np.abs(item), self.p[seen], law) * weight[seen]
            self.ledger.write_watched(world, What.TRUST, cause, about, moved)


def worn(world: World, law: Parameters, row: Index, counterpart: Index, habit: Index) -> Index:
    """How often this counterpart saw this kind of evidence of late, 0..4; and count it once more.  All (k,), one entry a row and kind."""
    recent = world.season[row] - world.habit_season[row, counterpart, habit] <= law.habit_seasons
    times = world.habit[row, counterpart, habit] * recent
    world.habit[row, counterpart, habit] = np.minimum(times + 1, 4)
    world.habit_season[row, counterpart, habit] = world.season[row]
    return times


def tell(world: World, row: Index, saw: Index, dim: Any, size: Real) -> None:
    """An act becomes hearsay for every observer but the one who saw it.  row, saw, size: (k,); dim (k,) or scalar."""
    if not len(row):
        return
    add_at(world.rumour, (row, dim), size)
    add_at(world.unheard, (row, saw, dim), size)


def hear(turn: Turn) -> None:
    """What was on its way since last turn arrives now, late and blurred."""
    blur = coarse(0.6 + 0.4 * uniform(turn.key, Purpose.HEARSAY))
    turn.inbox.file(news_grid(turn.heard * blur[:, None, None]), Cause.HEARSAY, None)


OPENING_SEASONS = 2  # an administration's first year
_WEEKS = np.arange(0, 160)


def fade(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """Ordinary evidence fades by elapsed days; what is lost is a ledger line too.  Published compliance slows it."""
    keep = look_up(remembered(_WEEKS, s.law), turn.elapsed)
    faded = on_grid(world.fading * keep[:, None, None])
    slow = world.mods[:, :, MOD["fade"]]
    row, c = arrays.entries(slow != s.mods_rest[MOD["fade"]])
    if row.size:
        slower = np.maximum(keep[row], np.power(slow[row, c], turn.elapsed[row] / 13))
        faded[row, c] = on_grid(world.fading[row, c] * slower[:, None])
    if ledger.watched.size:
        ledger.write(world, What.TRUST, Cause.FADED, None, faded - world.fading)
    world.fading[:] = faded


def hand_over(world: World, s: Scenario, rows: Index, continuity: Real, ledger: Ledger) -> None:
    """The record learns of the administration that ends; its successor starts at h*r + (1-h)*m'.  rows, continuity: (k,)."""
    before = world.belief[rows]
    r = sigma(before)
    mean, weight = record_update(r, world.record_mean[rows], world.record_weight[rows], s.law)
    h = continuity[:, None, None]
    world.record_mean[rows], world.record_weight[rows] = on_grid(mean), on_grid(weight)
    start = on_grid(arrays.logit(successor(r, mean, h)))
    world.prior[rows], world.fading[rows] = start, 0
    # A deception outlives its author only as far as the record does.
    world.lasting[rows] = 0
    change = start - before
    for o in range(change.shape[1]):
        for d in range(change.shape[2]):
            ledger.write_at(world, What.TRUST, Cause.HANDOVER, None, rows, (o, d), change[:, o, d])
