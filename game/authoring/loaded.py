"""The way in: a folder becomes a scenario ready to play, or a list of diagnostics."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

import numpy as np

from ..rules.arrays import Index
from ..rules.parameters import Parameters, fingerprint
from ..rules.scenario import Scenario
from ..rules.score import parts
from ..rules.theories import theory
from ..rules.world import World
from . import checks, prose, schema
from .compile import NOISE, Watches, at_length, compile_scenario, longest_of
from .complaints import MOST_COMPLAINTS
from .conditions import Tree
from .diagnostics import Diagnostic, has_errors, ordered, report
from .ground import Ground
from .ids import frame_of
from .reader import read_source
from .reads import SCORES
from .references import Path as Place
from .references import check_conditions, check_playbook, check_references
from .texts import Texts

MOST_LAWS = 16
"""Laws whose tables are kept at a time; half a megabyte each."""


class Refused(Exception):
    """A scenario that cannot be played; str() is the report an author reads."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__(report(diagnostics))
        self.diagnostics = diagnostics


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario ready to play, in its longest length, with its words and the hash of the files it came from."""

    scenario: Scenario
    texts: Texts
    watches: Watches
    content_hash: str
    notes: tuple[Diagnostic, ...]  # warnings and notes
    told: schema.Scenario  # as the author wrote it
    ground: Ground
    trees: Mapping[Place, Tree]  # every condition, by where it stands
    compiled: dict[str, Loaded] = field(default_factory=dict, repr=False, compare=False)

    @property
    def lengths(self) -> tuple[str, ...]:
        return tuple(self.told.lengths)

    def under(self, law: Parameters) -> Loaded:
        """The same scenario under another law: evidence, words, stakes and the groups' profiles are worked out from it anew.

        The tables of a law already met are not made again.
        """
        key = fingerprint(law)
        if key == fingerprint(self.scenario.law):
            return self
        found = self.compiled.get(key)
        if found is None:
            ground = replace(self.ground, law=law)
            scenario, watches = compile_scenario(ground, self.trees)
            found = replace(self, scenario=scenario, watches=watches, ground=ground)
            while len(self.compiled) >= MOST_LAWS:
                del self.compiled[next(iter(self.compiled))]
            self.compiled[key] = found
        return found

    def played(
        self, length: str = "", difficulty: str = "standard", climate: str = "", law: Parameters | None = None
    ) -> Scenario:
        """The tables for one play, under the scenario's own law unless another is given.

        Raises KeyError for a length, difficulty or climate that there is not.
        """
        whole = (self if law is None else self.under(law)).scenario
        chosen = at_length(whole, self.told, length or longest_of(self.told))
        return chosen.at(noise=NOISE[difficulty], climate=whole.climates[climate] if climate else None)


def read(path: Path, playbook: Path | None = None) -> tuple[Loaded | None, list[Diagnostic]]:
    """Everything there is to say of a scenario; and the scenario, if it has no error. Never raises on what an author wrote."""
    source = read_source(path, playbook)
    if source.scenario is None or source.playbook is None or source.tree is None or not source.whole:
        return None, ordered(source.found)
    assert source.playbook_tree is not None  # it has a model, so it has a tree
    shared = list(check_playbook(source.playbook, source.playbook_tree))
    if shared:
        return None, ordered([*source.found, *shared])
    frame = frame_of(source.scenario, source.playbook)
    ground = Ground(source.scenario, source.playbook, frame, theory(source.scenario.theory).law)
    astray = check_references(source.scenario, source.playbook, source.tree, frame)
    found = [*source.found, *islice(astray, MOST_COMPLAINTS)]
    trees, faults = check_conditions(source.scenario, source.tree, frame)
    found += faults
    if not has_errors(found):
        found += checks.run(checks.Case(ground, source.tree, trees))
    found = ordered(found)
    if has_errors(found):
        return None, found
    scenario, watches = compile_scenario(ground, trees)
    texts = prose.gather(ground)
    return Loaded(scenario, texts, watches, source.content_hash(), tuple(found), source.scenario, ground, trees), found


def load(path: Path, playbook: Path | None = None) -> Loaded:
    """A scenario that must be sound. Raises Refused with every diagnostic otherwise."""
    loaded, found = read(path, playbook)
    if loaded is None:
        raise Refused(found)
    return loaded


def find(folder: Path) -> list[Path]:
    """The scenario folders under a folder, by name."""
    return sorted(path.parent for path in folder.glob("*/scenario.yaml"))


def verdict(scenario: Scenario, world: World) -> Index:
    """(rows,) the place of each play's verdict: the first whose condition holds, the last if none does."""
    memo: dict[str, object] = {SCORES: parts(world, scenario)}
    found = np.full(len(world), len(scenario.verdicts) - 1, np.int64)
    for place in reversed(range(len(scenario.verdicts))):
        holds = scenario.verdicts[place]
        found = np.where(np.ones(len(world), bool) if holds is None else holds(world, memo), place, found)
    return found
