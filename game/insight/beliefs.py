"""What each observer believed of home, turn by turn, with every line that moved it and the few words a reader wants instead.

The lines are exact and complete; `told` is the same sum in fewer words, by administration: what mattered one by one, small things together,
fading together.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from ..play.secretary.wording import listed
from ..rules.arrays import logit, sigma
from ..rules.counterparts import composite
from ..rules.ledger import Cause, What
from ..rules.vocabulary import AIMS, DIMENSIONS, RUNGS
from .debrief import Belief, Line, Observer, Spell, Succession, Told, When
from .explain import Explainer
from .names import Names
from .refold import Turned
from .sentences import DIMENSION_NAMES

THIRD_PARTIES = "third-parties"
"""The id of the observer that is no counterpart."""

SMALL = 0.06
"""Log-odds below which a line is told among the small things: a belief of one half moves by a hundredth and a half."""

_WORD = ("keeps it when it pays", "keeps its own word")


def observers(names: Names, turns: Sequence[Turned], explainer: Explainer) -> tuple[Observer, ...]:
    return tuple(_observer(names, turns, explainer, place) for place in range(names.count + 1))


def _observer(names: Names, turns: Sequence[Turned], explainer: Explainer, place: int) -> Observer:
    counterpart = place < names.count
    text = names.texts.counterparts[place] if counterpart else None
    id, name, short = (
        (text.id, text.name, text.short)
        if text
        else (THIRD_PARTIES, names.texts.third_parties, names.texts.third_parties)
    )
    return Observer(
        place=place,
        id=id,
        name=name,
        short=short,
        beliefs=tuple(_belief(names, turns, explainer, place, d) for d in range(len(DIMENSIONS))),
        composite=tuple(float(composite(sigma(turn.night.belief[0, place]))) for turn in turns),
        aims=_spells(names, turns, [AIMS[int(t.morning.aim[0, place])] for t in turns]) if counterpart else (),
        word=_spells(names, turns, [_WORD[int(t.morning.honest[0, place])] for t in turns]) if counterpart else (),
        rungs=tuple((int(t.night.home_rung[0, place]), int(t.night.their_rung[0, place])) for t in turns)
        if counterpart
        else (),
        climbs=tuple(_climbs(names, turns, explainer, place)) if counterpart else (),
    )


def _spells(names: Names, turns: Sequence[Turned], values: Sequence[str]) -> tuple[Spell, ...]:
    """Runs of one value.  Only a change of government changes what a government is."""
    told = []
    for value, run in groupby(zip(turns, values, strict=True), key=lambda pair: pair[1]):
        first = next(run)[0]
        told.append(
            Spell(names.when(first), value, "a new government there" if first.number else "as the campaign began")
        )
    return tuple(told)


def _climbs(names: Names, turns: Sequence[Turned], explainer: Explainer, place: int) -> list[tuple[When, str]]:
    """Every move on the ladder with that counterpart: who, to which rung, why."""
    told, stands = [], [0, 0]
    for turn in turns:
        for line in turn.lines:
            if line.what == What.RUNG and line.cell[0] == place:
                side = line.cell[1]
                stands[side] += int(line.size)
                who = names.home if side == 0 else names.short(place)
                moved = f"{who} {'up' if line.size > 0 else 'down'} to “{RUNGS[stands[side]]}”"
                why = "" if line.cause == Cause.THEIR_MOVE else f": {explainer.sentence(line, turn)}"
                told.append((names.when(turn), moved + why))
    return told


# --- one belief


def _belief(names: Names, turns: Sequence[Turned], explainer: Explainer, o: int, d: int) -> Belief:
    lines, labels, terms = [], [], []
    successions = []
    term = 0
    for turn in turns:
        when = names.when(turn)
        for line in turn.lines:
            if line.what != What.TRUST or line.cell != (o, d):
                continue
            said = explainer.said(line, turn)
            lines.append(Line(when, line.size, kind_of(line.cause), said.text))
            labels.append(said.label)
            terms.append(term)
            term += line.cause == Cause.HANDOVER
        if turn.choice is not None and any(
            line.cause == Cause.HANDOVER and line.what == What.TRUST for line in turn.lines
        ):
            successions.append(_succession(when, turn, o, d))
    record = float(names.scenario.record[o, d])
    return Belief(
        dimension=DIMENSIONS[d],
        name=DIMENSION_NAMES[d],
        record=record,
        weight=float(names.scenario.law.state_weight[d]),
        opening=_opening(turns, names, o, d),
        p=tuple(float(sigma(turn.night.belief[0, o, d])) for turn in turns),
        lines=tuple(lines),
        told=_told(lines, labels, terms),
        successions=tuple(successions),
    )


def _opening(turns: Sequence[Turned], names: Names, o: int, d: int) -> float:
    """Log-odds before the first turn, as the table held it."""
    return float(turns[0].morning.prior[0, o, d]) if turns else float(logit(names.scenario.record[o, d]))


def kind_of(cause: Cause) -> str:
    return cause.name.lower().replace("_", "-")


def _succession(when: When, turn: Turned, o: int, d: int) -> Succession:
    before, after = turn.evening, turn.night
    r = sigma(before.belief[0])
    start = sigma(after.prior[0])
    return Succession(
        when=when,
        r=float(r[o, d]),
        m=float(before.record_mean[0, o, d]),
        n=float(before.record_weight[0, o, d]),
        m_after=float(after.record_mean[0, o, d]),
        n_after=float(after.record_weight[0, o, d]),
        h=_continuity(r, after.record_mean[0], start),
        start=float(start[o, d]),
    )


def _continuity(r: np.ndarray, mean: np.ndarray, start: np.ndarray) -> float:
    """h from start = h*r + (1-h)*m', where r and m' lie farthest apart; it is one number for all observers and dimensions."""
    apart = r - mean
    cell = np.unravel_index(np.abs(apart).argmax(), apart.shape)
    return round(float((start - mean)[cell] / apart[cell]), 4) if apart[cell] else 0.0


# --- the same sum in fewer words


def _told(lines: Sequence[Line], labels: Sequence[str], terms: Sequence[int]) -> tuple[Told, ...]:
    told: list[Told] = []
    for _, run in groupby(range(len(lines)), key=lambda place: terms[place]):
        told += _administration(lines, labels, list(run))
    return tuple(told)


def _administration(lines: Sequence[Line], labels: Sequence[str], places: Sequence[int]) -> list[Told]:
    """In order of date; small things and fading at the end, before the succession."""
    faded = [p for p in places if lines[p].kind == "faded"]
    handed = [p for p in places if lines[p].kind == "handover"]
    alone: dict[tuple[int, str, bool], list[int]] = {}
    for p in places:
        if p not in faded and p not in handed:
            alone.setdefault(
                (lines[p].when.turn, lines[p].text.rpartition(": ")[0] or lines[p].text, lines[p].size > 0), []
            ).append(p)
    large = [group for group in alone.values() if abs(_sum(lines, group)) >= SMALL]
    small = [p for group in alone.values() if abs(_sum(lines, group)) < SMALL for p in group]
    told = [_together(lines, labels, group) for group in large]
    if len(small) == 1:
        told.append(_together(lines, labels, small))
        told.sort(key=lambda one: one.lines)
    elif small:
        told.append(_entry(lines, sorted(small), "small", f"{len(small)} small things", "Small things"))
    if faded:
        told.append(_entry(lines, faded, "faded", f"Memory faded, {_seasons(lines, faded)}", "Faded"))
    return told + [_entry(lines, [p], "handover", lines[p].text, labels[p]) for p in handed]


def _together(lines: Sequence[Line], labels: Sequence[str], places: Sequence[int]) -> Told:
    """Lines of one turn that say the same of several things: "kept its word to Norland: joint count and catch limit"."""
    texts = list(dict.fromkeys(lines[p].text for p in places))
    shared, _, _ = texts[0].rpartition(": ")
    text = texts[0] if len(texts) == 1 else f"{shared}: {listed([one.rpartition(': ')[2] for one in texts])}"
    first = max(places, key=lambda p: abs(lines[p].size))
    label = labels[first] if len(texts) == 1 else f"{labels[first]} and {len(texts) - 1} more"
    return _entry(lines, places, lines[first].kind, text, label)


def _seasons(lines: Sequence[Line], places: Sequence[int]) -> str:
    first, last = lines[places[0]].when.date, lines[places[-1]].when.date
    return first if first == last else f"{first} to {last}"


def _sum(lines: Sequence[Line], places: Sequence[int]) -> float:
    return sum(lines[p].size for p in places)


def _entry(lines: Sequence[Line], places: Sequence[int], kind: str, text: str, label: str) -> Told:
    return Told(lines[places[0]].when, lines[places[-1]].when, _sum(lines, places), kind, text, label, tuple(places))
