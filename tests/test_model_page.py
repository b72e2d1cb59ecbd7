"""docs/model.md traces each equation to a function: every name it gives must be one."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[1] / "docs" / "model.md").read_text(encoding="utf-8")
NAMES = sorted(set(re.findall(r"`((?:rules|insight)\.[a-z_.]+(?:\.[A-Za-z_]+)*)`", PAGE)))


@pytest.mark.parametrize("name", NAMES)
def test_what_the_page_names_is_there(name: str) -> None:
    parts, found = f"game.{name}".split("."), None
    for length in range(len(parts), 1, -1):
        try:
            found = import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        break
    assert found is not None, name
    for part in parts[length:]:
        assert hasattr(found, part), f"{name}: there is no {part}"
        found = getattr(found, part)


def test_the_page_traces_what_the_model_rests_on() -> None:
    """Sections 2 to 4 of the science: likelihood, record, choice, ladder, home."""
    asked = {
        "rules.trust.readiness", "rules.trust.evidence", "rules.trust.record_update", "rules.trust.successor", "rules.ladder.utilities",
        "rules.ladder.ends", "rules.peace.renewal_hazard", "rules.audiences.backing_cost", "rules.counterparts.willing",
    }  # fmt: skip
    assert asked <= set(NAMES)
