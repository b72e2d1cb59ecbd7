"""The debrief as JSON: the shape that `debrief FILE --json` prints and that other programs read.

    {"scenario", "seed", "turns", "score", "verdict", "pledges": [...], "trust": {observer: {dimension: [p at each turn]}},
     "ledger": [{"turn", "observer", "dimension", "log_odds", "cause"}, ...], "theory": id,
     "judged": null, or beside the play's own theory {"own": id, "standing": {"own", "here"}, "trust": {observer: {dimension:
     {"own", "here"}}}, "approval": {group: {"own", "here"}}} at the end; shares of 1, Standing of 100}

The record an observer began with is the first line of its ledger, so that the lines up to a turn add up to the belief of that turn.
`debrief FILE --theory all --json` prints {"scenario", "seed", "theory", "theories": {id: {"trust": {observer: composite}, "approval",
"standing"}}}.
"""

from __future__ import annotations

from typing import Any

from .debrief import Debrief, PledgeLife, When
from .judgement import Judgement, Panel

INHERITED = "The record of the state before this campaign"


def to_json(debrief: Debrief) -> dict[str, Any]:
    """Plain dictionaries, lists, numbers and texts; probabilities and log-odds in full."""
    return {
        "scenario": debrief.scenario,
        "seed": debrief.seed,
        "turns": len(debrief.turns),
        "score": {"campaign": debrief.score.campaign, **{part.id: part.value for part in debrief.score.parts}},
        "verdict": debrief.verdict.id if debrief.verdict else None,
        "pledges": [_pledge(debrief, life) for life in debrief.pledges],
        "trust": {o.id: {b.dimension: list(b.p) for b in o.beliefs} for o in debrief.observers},
        "ledger": _ledger(debrief),
        "theory": debrief.theory.id,
        "judged": _judged(debrief, debrief.judged) if debrief.judged else None,
    }


def panel_to_json(panel: Panel) -> dict[str, Any]:
    return {
        "scenario": panel.scenario,
        "seed": panel.seed,
        "theory": next(row.theory.id for row in panel.rows if row.own),
        "theories": {
            row.theory.id: {
                "trust": dict(zip(panel.ids, row.composites, strict=True)),
                "approval": row.approval / 100,
                "standing": row.standing,
            }
            for row in panel.rows
        },
    }


def _judged(debrief: Debrief, judged: Judgement) -> dict[str, Any]:
    pairs = iter({"own": one.own, "here": one.here} for one in judged.beliefs)
    return {
        "own": judged.own.id,
        "standing": dict(zip(("own", "here"), judged.standing, strict=True)),
        "trust": {o.id: {b.dimension: next(pairs) for b in o.beliefs} for o in debrief.observers},
        "approval": {g.id: {"own": b.own, "here": b.here} for g, b in zip(debrief.groups, judged.groups, strict=True)},
    }


def _ledger(debrief: Debrief) -> list[dict[str, Any]]:
    """By turn, then by observer and dimension; within a turn in the order in which the rules wrote them."""
    lines = []
    for o in debrief.observers:
        for b in o.beliefs:
            told = [(0, b.opening, INHERITED), *((line.when.turn, line.size, line.text) for line in b.lines)]
            lines += [
                {"turn": turn, "observer": o.id, "dimension": b.dimension, "log_odds": size, "cause": cause}
                for turn, size, cause in told
            ]
    return sorted(lines, key=lambda line: int(str(line["turn"])))


def _pledge(debrief: Debrief, life: PledgeLife) -> dict[str, Any]:
    return {
        "slot": life.slot, "giver": _id(debrief, life.giver), "to": _id(debrief, life.to), "kind": life.kind, "form": life.form,
        "size": life.size, "tempt": life.tempt, "minuted": life.minuted, "inherited": life.inherited, "forgotten": life.forgotten,
        "made": _when(life.made), "ended": _when(life.ended) if life.ended else None, "state": life.state,
        "events": [{**_when(event.when), "state": event.state, "what": event.text} for event in life.events],
    }  # fmt: skip


def _id(debrief: Debrief, place: int) -> str:
    return "home" if place < 0 else debrief.observers[place].id


def _when(when: When) -> dict[str, Any]:
    return {"turn": when.turn, "date": when.date}
