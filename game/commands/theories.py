"""From what a person typed to a theory of the model."""

from __future__ import annotations

from difflib import get_close_matches

from game.commands.trouble import Trouble
from game.rules.theories import THEORIES


def theory_id(asked: str | None) -> str:
    """A theory's id; "" where none was named."""
    if not asked or asked in THEORIES:
        return asked or ""
    near = get_close_matches(asked.lower(), THEORIES, n=1, cutoff=0.5)
    nearest = f"the nearest is {near[0]}, and " if near else ""
    raise Trouble(f"there is no theory “{asked}”; {nearest}there are {', '.join(THEORIES)}.")
