"""What the player could not see: what the others were, what the cues were drawn from, what was at stake, what leaked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..rules.cues import CUTS, true_values
from ..rules.ladder import Outcome
from ..rules.ledger import Cause, What
from ..rules.scenario import MOD
from ..rules.vocabulary import AIMS, READINGS
from .debrief import CrisisTold, CueTold, Leak
from .explain import Explainer
from .names import Names
from .refold import Turned
from .sentences import OUTCOMES

_TELLS = (
    "how far they think {home} keeps its promises", "how firm they think {home} is", "how far they think {home} means no harm",
    "how far they think {home} says what it means", "what they think of {home} on the whole", "what they think of {home} as a state",
    "whether they want safety or more", "what their own word is worth",
)  # fmt: skip
_LEVELS = ("very low", "low", "middling", "high", "very high")
_AIM, _THEIR_WORD = READINGS.index("aim"), READINGS.index("their-word")


def cues(names: Names, turns: Sequence[Turned]) -> tuple[CueTold, ...]:
    """Every cue as shown, beside the value it was drawn from that morning."""
    return tuple(cue for turn in turns for cue in _of_morning(names, turn))


def _of_morning(names: Names, turn: Turned) -> list[CueTold]:
    s, world = names.scenario, turn.morning
    told = []
    for q, level in zip(world.cue[0].tolist(), world.cue_level[0].tolist(), strict=True):
        if q < 0:
            continue
        text, tells, of = names.texts.cues[q], int(s.cue_tells[q]), int(s.cue_of[q])
        value = float(true_values(world, world.belief, np.array([tells]), np.array([of]))[0])
        noise = float(s.cue_noise[q]) * s.noise * float(world.mods[0, of, MOD["noise"]])
        told.append(
            CueTold(
                names.when(turn), of, text.reporter, text.phrases[level], level, _TELLS[tells].format(home=names.home), value,
                _truth(turn, tells, of, value), level_of(value), float(s.cue_lean[q]), noise,
            )
        )  # fmt: skip
    return told


def level_of(value: float) -> int:
    """Which of five phrases a reading in log-odds shows."""
    return int(np.searchsorted(CUTS, value, side="left"))


def _truth(turn: Turned, tells: int, of: int, value: float) -> str:
    if tells == _AIM:
        return AIMS[int(turn.morning.aim[0, of])]
    if tells == _THEIR_WORD:
        return "it keeps its own word" if turn.morning.honest[0, of] else "it keeps its own word when it pays"
    return _LEVELS[level_of(value)]


def crises(names: Names, turns: Sequence[Turned]) -> tuple[CrisisTold, ...]:
    told: list[CrisisTold] = []
    for turn in turns:
        opened = next(
            (line.about for line in turn.lines if line.what == What.RUNG and line.cause == Cause.CRISIS_OPENED), None
        )
        if opened is not None or (turn.morning.crisis[0] and not _running(told)):
            inject = int(turn.morning.crisis[0])
            stake = turn.morning.stake[0]
            told.append(
                CrisisTold(
                    names.when(turn),
                    None,
                    names.crisis(inject),
                    names.sender(inject),
                    float(stake[0]),
                    float(stake[1]),
                    0,
                    "",
                )
            )
        if _running(told):
            told[-1] = _followed(names, told[-1], turn)
    return tuple(told)


def _running(told: Sequence[CrisisTold]) -> bool:
    return bool(told) and told[-1].closed is None


def _followed(names: Names, crisis: CrisisTold, turn: Turned) -> CrisisTold:
    over = next((line for line in turn.lines if line.what == What.EVENT and line.cause == Cause.CRISIS_ENDED), None)
    worst = int(turn.evening.top_rung[0]) if over is None or over.size != Outcome.WAR else 6
    outcome = OUTCOMES[int(over.size)].replace("home", names.home) if over is not None else ""
    closed = names.when(turn) if over is not None else None
    return CrisisTold(
        crisis.opened,
        closed,
        crisis.name,
        crisis.with_,
        crisis.our_stake,
        crisis.their_stake,
        max(crisis.worst, worst),
        outcome,
    )


def leaks(names: Names, turns: Sequence[Turned], explainer: Explainer) -> tuple[Leak, ...]:
    """What came out: words that leaked, two stories set side by side, breaches that had been concealed."""
    told: dict[tuple[int, str], Leak] = {}
    for turn in turns:
        for line in turn.lines:
            came_out = (
                line.what == What.HEAT and line.cause in (Cause.LEAK, Cause.PLEDGE_EXPOSED)
            ) or line.cause == Cause.TWO_STORIES
            if came_out:
                text = explainer.sentence(line, turn)
                told.setdefault((turn.number, text), Leak(names.when(turn), text))
    return tuple(told.values())
