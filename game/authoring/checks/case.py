"""What a check is given: the scenario as a whole, and a way to speak of one place in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .. import schema
from ..complaints import locate
from ..conditions import Tree
from ..diagnostics import Diagnostic, Severity
from ..ground import Ground
from ..ids import all_injects
from ..references import Path, dotted
from ..source import Node


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario whose shape, references and conditions are sound."""

    ground: Ground
    tree: Node
    conditions: Mapping[Path, Tree]  # every condition by its path

    @property
    def scenario(self) -> schema.Scenario:
        return self.ground.scenario

    def injects(self) -> Iterator[tuple[Path, str, schema.Inject]]:
        """Path, id and inject; probes too."""
        for id, inject in all_injects(self.scenario).items():
            yield ("injects" if id in self.scenario.injects else "probes", id), id, inject

    def options(self) -> Iterator[tuple[Path, schema.Inject, str, schema.Option]]:
        for path, _, inject in self.injects():
            for name, option in inject.options.items():
                yield (*path, "options", name), inject, name, option

    def error(self, code: str, path: Path, message: str, hint: str = "") -> Diagnostic:
        return self._say(code, path, message, hint, Severity.ERROR)

    def warning(self, code: str, path: Path, message: str, hint: str = "") -> Diagnostic:
        return self._say(code, path, message, hint, Severity.WARNING)

    def note(self, code: str, path: Path, message: str, hint: str = "") -> Diagnostic:
        return self._say(code, path, message, hint, Severity.NOTE)

    def _say(self, code: str, path: Path, message: str, hint: str, severity: Severity) -> Diagnostic:
        """The remark stands at the key of what it is about, where there is one."""
        parent, walked, left = locate(self.tree, path[:-1])
        key = str(path[-1]) if path and not left else None
        if key is not None and isinstance(parent.value, dict) and key in parent.value:
            return parent.say(code, message, hint, dotted(path), severity, key)
        node, _, _ = locate(self.tree, path)
        return node.say(code, message, hint, dotted(path), severity)
