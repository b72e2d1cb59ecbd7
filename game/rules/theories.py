"""Theories of reputation and of publics, each as one set of parameters: the default with only that changed which the theory is about.

A source marked "from memory" was not at hand when this was written.  The direction of each change is the theory’s; its size is ours
unless the reason says otherwise.  Knows nothing of scenarios or screens.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Any

import numpy as np

from .parameters import DEFAULT, Parameters

Value = float | tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One parameter that a theory sets otherwise."""

    parameter: str
    default: Value
    value: Value
    reason: str


@dataclass(frozen=True, slots=True)
class Theory:
    """`law` is the default with `changes` made; two theories are told apart by their ids."""

    id: str
    name: str  # as a person reads it: "Leader-centred reputation"
    gist: str  # one sentence, for a listing
    claim: str  # what it says of the world, and what of it is contested
    sources: tuple[str, ...]
    law: Parameters
    changes: tuple[Change, ...]


def differences(law: Parameters, base: Parameters = DEFAULT) -> dict[str, tuple[Value, Value]]:
    """The parameters in which two laws differ: name -> (the base’s value, the law’s)."""
    values = {f.name: (getattr(base, f.name), getattr(law, f.name)) for f in fields(Parameters)}
    return {name: (_plain(a), _plain(b)) for name, (a, b) in values.items() if not np.array_equal(a, b)}


def theory(id: str) -> Theory:
    """By its id; an empty one is the default.  Raises KeyError."""
    return THEORIES[id or DEFAULT_THEORY]


def _plain(value: Any) -> Value:
    return tuple(map(float, value)) if isinstance(value, np.ndarray | tuple) else float(value)


def _theory(id: str, name: str, gist: str, claim: str, sources: tuple[str, ...], **changed: tuple[Any, str]) -> Theory:
    """changed: parameter -> (its value, why).  What is told by way of the default is reckoned from it, whatever the default is."""
    values: dict[str, Any] = {key: value for key, (value, _) in changed.items()}
    law = replace(DEFAULT, **values)
    found = differences(law)
    told = tuple(Change(key, *found[key], reason) for key, (_, reason) in changed.items())
    return Theory(id, name, gist, claim, sources, law, told)


DEFAULT_THEORY = "default"
_HAWK, _CENTRE, _DOVE = range(3)

_ALL = (
    _theory(
        DEFAULT_THEORY,
        "The model’s own middle course",
        "A state and its government are both judged; publics mind broken words as each group is made.",
        "Observers learn about the government in office and, more slowly, about the state. A successor begins between the two.",
        ("The parameters with the sources named beside each", ),
    ),
    _theory(
        "state-centred",
        "State-centred reputation",
        "A name belongs to the state: it passes on whole to whoever governs, and the record learns fast.",
        "What a state does is laid to the state. A change of leaders changes little, so that one government’s conduct is its successor’s "
        "credit or debt. Contested: experiments find that a share of a reputation is the leader’s own (Renshon, Dafoe and Huth 2018).",
        (
            "Schelling 1966, Arms and Influence (from memory)",
            "Crescenzi 2007, Reputation and interstate conflict (from memory); 2018, Of Friends and Foes",
            "Weisiger and Yarhi-Milo 2015, Revisiting reputation",
        ),
        continuity_same=(0.9, "whoever governs is taken for the same actor"),
        continuity_other=(0.9, "the same of another party: the state is one actor"),
        continuity_most=(0.95, "the ceiling must lie above both"),
        state_weight=(DEFAULT.state_weight / 2, "half the default: one administration weighs twice as much in the record"),
    ),
    _theory(
        "leader-centred",
        "Leader-centred reputation",
        "A name belongs to the leader: a successor begins afresh, and the state’s record hardly moves.",
        "Observers hold leaders to account, not states. Replacing the leader who cheated restores cooperation, and a new leader earns a "
        "name of his own by what he says and does first. Contested: past conduct of states predicts later disputes across leaders "
        "(Weisiger and Yarhi-Milo 2015).",
        (
            "McGillivray and Smith 2005 [S28]",
            "Renshon, Dafoe and Huth 2018 [S4]",
            "Lupton 2020, Reputation for Resolve [S29]",
        ),
        continuity_same=(0.1, "a new leader of the same party is still another person"),
        continuity_other=(0.0, "nothing of a leader’s name passes to the other party’s"),
        continuity_most=(0.2, "no memo makes one leader of two"),
        state_weight=(DEFAULT.state_weight * 4, "four times the default: an administration moves the state’s record by a quarter as much"),
    ),
    _theory(
        "hawkish-public",
        "A hawkish public",
        "At home every group judges as one more hawkish would: backing down is dear, threatening is not.",
        "Publics punish a leader who says one thing and does another, and do not mind the threat itself. Contested: how much of an "
        "audience cost is inconsistency and how much belligerence turns on who the audience is.",
        ("Kertzer and Brutger 2016 [S30]", "Brutger and Kertzer 2018, A dispositional theory of reputation costs"),
        profile_i=(DEFAULT.profile_i[[_HAWK, _HAWK, _CENTRE]], "the centre minds inconsistency as hawks do, doves as the centre does"),
        profile_b=(DEFAULT.profile_b[[_HAWK, _HAWK, _CENTRE]], "the same of belligerence"),
    ),
    _theory(
        "dovish-public",
        "A dovish public",
        "At home every group judges as one more dovish would: threatening at all is dear, backing down is not.",
        "Publics punish a leader for threatening force in the first place, and forgive the one who thinks better of it. Contested, as its "
        "opposite is.",
        ("Kertzer and Brutger 2016 [S30]", "Brutger and Kertzer 2018, A dispositional theory of reputation costs"),
        profile_i=(DEFAULT.profile_i[[_CENTRE, _DOVE, _DOVE]], "hawks mind inconsistency as the centre does, the centre as doves do"),
        profile_b=(DEFAULT.profile_b[[_CENTRE, _DOVE, _DOVE]], "the same of belligerence"),
    ),
    _theory(
        "no-audience-costs",
        "No audience costs",
        "Publics look at what was got, not at whether words were kept; and since observers know it, a public word ties no hands.",
        "In real crises hardly a leader is found to have paid for an empty threat, or to have bound himself by one. Contested: survey "
        "experiments find the cost again and again (Tomz 2007, S1); what they measure is argued over.",
        (
            "Snyder and Borghard 2011, The cost of empty threats: a penny, not a pound",
            "Trachtenberg 2012, Audience costs: an historical analysis (from memory)",
        ),
        profile_i=(np.zeros(3), "nobody at home charges for inconsistency"),
        profile_b=(np.zeros(3), "nor for the threat itself"),
        break_approval=(0.0, "nor for a promise broken"),
        unreturned=(0.0, "nor for giving way to one who presses"),
        tied=(np.zeros(4), "observers know that publicity costs nothing, so that it binds nobody (against Fearon 1994)"),
    ),
    _theory(
        "pure-bayes",
        "Pure Bayes",
        "Observers weigh news alike, whether or not it fits what they believe.",
        "Beliefs move by the evidence alone. Contested by the psychology of perception: what does not fit is discounted (Jervis 1976).",
        ("The model’s own evidence, without assimilation", "Jervis 1976, Perception and Misperception, against it (from memory)"),
        chi=(0.0, "no assimilation"),
    ),
)  # fmt: skip

THEORIES: Mapping[str, Theory] = MappingProxyType({one.id: one for one in _ALL})
