"""The account: the five parts of the score and what moved them most, the verdict, and what was foretold against what came."""

from __future__ import annotations

from collections.abc import Sequence

from ..authoring import verdict as verdict_of
from ..play.accounts import PLAYER, Forecast
from ..play.quotes import plain
from ..rules import score as scoring
from ..rules.arrays import sigma
from ..rules.counterparts import composite
from ..rules.ledger import Cause, What
from ..rules.vocabulary import CHANCES, SCORES
from ..rules.world import World
from .debrief import Foretold, HomeLine, Part, Ranking, Score, Verdict, When
from .explain import Explainer
from .names import Names
from .refold import Turned

_NAMES = ("Security", "People", "Mandate", "Standing", "Office")
_LEDGER = {"security": What.STRAIN, "people": What.PEOPLE, "mandate": What.MANDATE}
_MOST_LINES = 8
_BY_ITSELF = (Cause.DRIFT, Cause.TIME)


def score(names: Names, turns: Sequence[Turned], explainer: Explainer) -> Score:
    world, s = turns[-1].night, names.scenario
    parts = scoring.parts(world, s)
    told = tuple(
        Part(
            id,
            _NAMES[place],
            float(parts[0, place]),
            float(s.law.part_weights[place]),
            _terms(world, names, id),
            _moved(names, turns, explainer, id),
        )
        for place, id in enumerate(SCORES)
    )
    return Score(told, float(scoring.campaign(parts, s)[0]))


def _terms(world: World, names: Names, id: str) -> tuple[float, ...]:
    done = int(world.term[0]) + bool(world.closed[0])
    if id in _LEDGER:
        return tuple(float(x) for x in world.past[0, :done, list(_LEDGER).index(id)])
    if id != "standing":
        return ()
    last = names.scenario.sizes["readings"] - 1
    readings = [float(x) for x in world.standing[0, : min(int(world.term[0]), last)]]
    return tuple(readings + [float(world.standing[0, last])] * bool(world.closed[0]))


def _moved(names: Names, turns: Sequence[Turned], explainer: Explainer, id: str) -> tuple[HomeLine, ...]:
    """The largest lines of a part, added up by what they say of one turn; what goes on by itself, of the whole campaign."""
    if id not in _LEDGER:
        return ()
    sums: dict[tuple[int, str], HomeLine] = {}
    for turn in turns:
        for line in turn.lines:
            if line.what == _LEDGER[id]:
                text = explainer.sentence(line, turn)
                key = (-1 if line.cause in _BY_ITSELF else turn.number, text)
                before = sums.get(key, HomeLine(names.when(turn), 0.0, text))
                sums[key] = HomeLine(before.when, before.size + line.size, text)
    largest = sorted(sums.values(), key=lambda one: -abs(one.size))[:_MOST_LINES]
    return tuple(sorted(largest, key=lambda one: one.when.turn))


def verdict(names: Names, world: World) -> Verdict:
    text = names.texts.verdicts[int(verdict_of(names.scenario, world)[0])]
    return Verdict(text.id, text.title, text.text)


# --- what was foretold


def foretold(
    names: Names, turns: Sequence[Turned], forecasts: Sequence[Forecast], *, player: bool
) -> tuple[Foretold, ...]:
    """The player's estimates, or the advisers' forecasts that were decided."""
    told = []
    for one in forecasts:
        if (one.adviser == PLAYER) != player:
            continue
        inject = names.inject(one.inject)
        if player:
            by, ask = "", inject.estimate.ask if inject.estimate else ""
        else:
            adviser = inject.advisers[one.adviser]
            by, ask = names.person(adviser.person)[0], adviser.says
        told.append(
            Foretold(
                _made(names, turns, one),
                by,
                plain(ask),
                one.chance.replace("-", " "),
                CHANCES[one.chance],
                one.happened,
                one.brier,
            )
        )
    return tuple(told)


def _made(names: Names, turns: Sequence[Turned], one: Forecast) -> When:
    """The turn in which it was said: the same inject in the same season, or the last turn there is."""
    return names.when(
        next((t for t in turns if t.inject == one.inject and int(t.morning.season[0]) == one.made), turns[-1])
    )


def brier(estimates: Sequence[Foretold]) -> float | None:
    """Mean of the decided ones: 0 best, 1 worst."""
    sizes = [one.brier for one in estimates if one.brier is not None]
    return sum(sizes) / len(sizes) if sizes else None


def rankings(
    names: Names, turns: Sequence[Turned], asked: Sequence[tuple[int, tuple[str, ...]]]
) -> tuple[Ranking, ...]:
    """asked: (season, ids with the most trusting first)."""
    return tuple(
        _ranking(names, turns, season, ids, last=place == len(asked) - 1) for place, (season, ids) in enumerate(asked)
    )


def _ranking(names: Names, turns: Sequence[Turned], season: int, ids: tuple[str, ...], *, last: bool) -> Ranking:
    """Against the truth of the morning on which it was given, or of the last day if the campaign was over."""
    final = turns[-1]
    over = last and bool(final.night.closed[0]) and season >= int(final.night.season[0])
    turn = final if over else next((t for t in turns if int(t.morning.season[0]) >= season), final)
    belief = (final.night if over else turn.morning).belief[0]
    place = {text.id: c for c, text in enumerate(names.texts.counterparts)}
    value = {id: float(composite(sigma(belief[c]))) for id, c in place.items()}
    truth = sorted(value, key=lambda id: -value[id])
    return Ranking(
        names.when(turn), tuple(names.short(place[id]) for id in ids), tuple(names.short(place[id]) for id in truth),
        tuple(value[id] for id in truth), spearman([truth.index(id) for id in ids]),
    )  # fmt: skip


def spearman(ranks: Sequence[int]) -> float:
    """Of a permutation against 0, 1, 2, ...: 1 the same order, -1 the reverse; 1 for a single entry."""
    n = len(ranks)
    if n < 2:
        return 1.0
    return 1 - 6 * sum((place - rank) ** 2 for place, rank in enumerate(ranks)) / (n * (n * n - 1))
