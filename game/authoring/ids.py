"""Ids to indices: the order in which everything of a scenario is numbered.

Injects come first and probes after them, from 1; inject 0 is the quiet season. The kinds of the playbook keep the order of their
file, the closed lists that of the rules' vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from ..rules.arrays import Real
from .playbook_schema import Playbook
from .reads import Frame
from .schema import Inject, Scenario


def all_injects(scenario: Scenario) -> dict[str, Inject]:
    """Injects and probes in their order; the first has index 1."""
    return {**scenario.injects, **scenario.probes}


def frame_of(scenario: Scenario, playbook: Playbook) -> Frame:
    """What the scenario's conditions may refer to."""
    injects = all_injects(scenario)

    def numbered(ids: Iterable[str]) -> dict[str, int]:
        return {id: n for n, id in enumerate(ids)}

    names = {
        "injects": {"": 0, **{id: n for n, id in enumerate(injects, 1)}},
        "counterparts": numbered(scenario.counterparts),
        "audiences": numbered(scenario.audiences),
        "kinds": numbered(playbook.pledges),
        "deeds": numbered(playbook.deeds),
        "initiatives": numbered(playbook.initiatives),
        "flags": numbered(dict.fromkeys(scenario.flags)),
        "people": numbered(scenario.people),
        "places": numbered(scenario.places),
        "cues": numbered(scenario.cues),
        "mandates": numbered(scenario.mandates),
        "verdicts": numbered(scenario.verdicts),
    }
    options = {id: tuple(inject.options) for id, inject in injects.items()}
    return Frame(names, options, scenario.calendar.starts.endswith("autumn"), _weights(scenario))


def _weights(scenario: Scenario) -> Real:
    return np.array([a.weight for a in scenario.audiences.values()])
