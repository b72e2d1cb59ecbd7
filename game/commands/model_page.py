"""The scholars' page docs/model.md: the blocks that `validate --update-docs` writes anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.commands.trouble import Trouble
from game.folders import CHECKOUT, PACKAGE

PAGE = PACKAGE.parent / "docs" / "model.md"


def update(validation: Sequence[str], properties: Sequence[str], path: Path = PAGE) -> None:
    """What the default run printed, and the rules' tables of theories and parameters."""
    from game.insight.experiments.pages import blocks, with_block

    if not CHECKOUT:
        raise Trouble("--update-docs writes docs/model.md, and an installed game has none; run it in a checkout.")
    text = path.read_text(encoding="utf-8")
    for name, body in blocks(validation, properties).items():
        try:
            text = with_block(text, name, body)
        except LookupError as error:
            raise Trouble(f"{path} has no place for the block “{name}”: {error.args[0]}.") from None
    path.write_text(text, encoding="utf-8")
