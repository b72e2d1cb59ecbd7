"""What every part of the compiler needs to know: the two models, the numbering, and how each group at home takes a thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from ..rules import vocabulary as v
from ..rules.arrays import Real
from ..rules.parameters import DEFAULT, Parameters
from . import schema
from .playbook_schema import Playbook
from .reads import Frame

A_TAG = 0.12
"""Log-odds by which a group that likes a tag takes one act of it (rulings 17); doubled by `strongly`."""


@dataclass(frozen=True)
class Ground:
    scenario: schema.Scenario
    playbook: Playbook
    frame: Frame
    law: Parameters = DEFAULT

    @property
    def counterparts(self) -> int:
        return len(self.scenario.counterparts)

    @property
    def observers(self) -> int:
        """Each counterpart, and third parties last."""
        return self.counterparts + 1

    def number(self, kind: str, id: str) -> int:
        return self.frame.names[kind][id]

    def counterpart(self, id: str | None) -> int:
        """-1 for home, third parties and nobody."""
        return self.frame.names["counterparts"].get(id or "", -1)

    def habit(self, family: str, number: int) -> int:
        """The place of a kind of evidence on the axis of habits: tones, then pledges, deeds, initiatives."""
        before = {"tones": 0, "kinds": len(v.TONES)}
        before["deeds"] = before["kinds"] + len(self.playbook.pledges)
        before["initiatives"] = before["deeds"] + len(self.playbook.deeds)
        return before[family] + number

    @property
    def habits(self) -> int:
        return self.habit("initiatives", len(self.playbook.initiatives))

    # --- tastes

    def taste(self) -> Real:
        """(A, tags) log-odds a tag."""
        return np.array([[A_TAG * _liking(a, tag) for tag in v.TAGS] for a in self.scenario.audiences.values()])

    def tags(self, tags: Iterable[str]) -> Real:
        """(A,) how each group takes one act with these tags."""
        return np.array([A_TAG * sum(_liking(a, tag) for tag in tags) for a in self.scenario.audiences.values()])

    def sized(self, sizes: Mapping[str, float]) -> Real:
        """(A,) log-odds by tag (signed by taste), by profile (its share of the group) or by lever (the group that holds it)."""
        return np.array(
            [sum(size * _touch(a, key) for key, size in sizes.items()) for a in self.scenario.audiences.values()], float
        )

    def touched(self, keys: Iterable[str]) -> Real:
        """(A,) bool: groups that like one of these tags, are mostly of this profile, or hold this lever."""
        keys = list(keys)
        return np.array([any(_touch(a, key) >= 0.5 for key in keys) for a in self.scenario.audiences.values()], bool)


def _liking(audience: schema.Audience, tag: str) -> float:
    liking = (tag in audience.likes) - (tag in audience.dislikes)
    return liking * (2.0 if tag in audience.strongly else 1.0)


def _touch(audience: schema.Audience, key: str) -> float:
    if key in v.TAGS:
        return _liking(audience, key)
    if key in v.PROFILES:
        total = sum(audience.profile.values())
        return audience.profile.get(key, 0.0) / total if total else 0.0
    return float(audience.lever == key)
