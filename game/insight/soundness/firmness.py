"""Whether a scenario's lesson stands when the settings move: kept beside the scenario as sensitivity.json, told in the debrief.

The file names the content and the law it was measured for; for any other version there is nothing to say but that.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from game.authoring import Loaded
from game.rules.parameters import Parameters, fingerprint

if TYPE_CHECKING:
    from .rankings import ClimateRanking
    from .sensitivity import Sensitivity

FILE: Final = "sensitivity.json"
STABLE: Final = 0.8  # of the draws (rulings 25)
_UNMEASURED = "How far the lesson depends on the model's settings has not been measured for {}."


@dataclass(frozen=True, slots=True)
class _Place:
    """A climate in words, and how often its best player stayed the best."""

    where: str
    leader: str
    stays: int


def write(folder: Path, loaded: Loaded, found: Sensitivity) -> Path:
    """Beside the scenario, for its debriefs to read."""
    path = folder / FILE
    path.write_text(json.dumps(record(loaded, found), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def record(loaded: Loaded, found: Sensitivity) -> dict[str, Any]:
    """What is kept: for which version it holds, the rankings and the control."""
    draws = found.rankings.draws
    return {
        "content": found.content,
        "law": found.law,
        "draws": draws,
        "plays": found.rankings.plays,
        "players": len(found.rankings.climates[0].players),
        "climates": {
            one.climate: {"where": where(loaded, one.climate), **_kept(one, draws)} for one in found.rankings.climates
        },
        "control": {"holds": found.control.passed, "steadfast ahead by": dict(found.control.measured)},
    }


def _kept(one: ClimateRanking, draws: int) -> dict[str, Any]:
    return {
        "leader": one.leader,
        "lead": round(one.lead, 2),
        "lead_error": round(one.noise, 2),
        "stays": round(one.stays * draws),
        "lessons": list(one.lessons),
        "lessons_hold": round(one.lessons_hold * draws),
        "lessons_exact": round(one.lessons_exact * draws),
        "tau": round(one.tau, 3),
        "wide_pairs": len(one.pairs),
        "wide_pairs_stable": one.pairs_stable,
        "stable": one.stable,
    }


def where(loaded: Loaded, climate: str) -> str:
    """The climate as a clause: "where Norland is fearful and home is quiet"."""
    if not climate:
        return "in every climate"
    told = loaded.told.climates[climate]
    clauses = [f"{_short(loaded, id)} is {aim}" for id, aim in told.aims.items()]
    if told.restless is not None:
        clauses.append(f"home is {'restless' if told.restless else 'quiet'}")
    return f"where {' and '.join(clauses)}"


def _short(loaded: Loaded, id: str) -> str:
    return next(text.short for text in loaded.texts.counterparts if text.id == id)


def told(folder: Path, content: str, law: Parameters) -> str:
    """One or two sentences for a debrief; content: the hash of the scenario that was played, law: the one it was played under."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if kept["content"] != content:
            return _UNMEASURED.format("this version of the scenario")
        if kept["law"] != fingerprint(law):
            return _UNMEASURED.format("the settings of this play")
        return _sentences(kept)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return _UNMEASURED.format("this scenario")


def _sentences(kept: dict[str, Any]) -> str:
    draws = int(kept["draws"])
    places = [_Place(str(c["where"]), str(c["leader"]), int(c["stays"])) for c in kept["climates"].values()]
    firm = [f"{p.stays} {p.where} (“{p.leader}”)" for p in places if p.stays >= STABLE * draws]
    loose = [f"{p.stays} {p.where} (“{p.leader}”)" for p in places if p.stays < STABLE * draws]
    opening = f"In {draws} trials with every parameter moved by up to a quarter, the best automatic player stayed best"
    if not loose:
        return f"{opening} in {_and(firm)}."
    if not firm:
        return f"{opening} in only {_and(loose)}: who plays best depends on the setting."
    return f"{opening} in {_and(firm)}; but in only {_and(loose)}: there, who plays best depends on the setting."


def _and(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
