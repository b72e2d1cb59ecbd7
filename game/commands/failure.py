"""When the game itself fails: one sentence for the person, and the details in a file for whoever mends it."""

from __future__ import annotations

import tempfile
import traceback

from game.version import VERSION


def told(error: BaseException) -> str:
    """The sentence. What Python has to say is written to a file of its own, or where that cannot be, stands behind it."""
    details = f"Good Offices {VERSION}\n" + "".join(traceback.format_exception(error))
    words = "the game itself has failed; every move you sent is kept in your saves folder"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="good-offices-failure-", suffix=".txt", encoding="utf-8", errors="replace", delete=False
        ) as file:
            file.write(details)
    except OSError:
        return f"{words}. The details:\n{details}"
    return f"{words}. The details, for whoever mends it, are in {file.name}"
