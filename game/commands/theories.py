"""From what a person typed to a theory of the model."""

from __future__ import annotations

from game.commands.trouble import Trouble, nearest_of
from game.rules.theories import THEORIES


def theory_id(asked: str | None) -> str:
    """A theory's id; "" where none was named."""
    if not asked or asked in THEORIES:
        return asked or ""
    raise Trouble(f"there is no theory “{asked}”; {nearest_of(asked, THEORIES)}")
