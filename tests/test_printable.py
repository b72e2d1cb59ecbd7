"""Nothing that a file or a keyboard says may command the terminal."""

from __future__ import annotations

import pytest

from game.printable import printable


@pytest.mark.parametrize(
    "command",
    ["\x1b[31m", "\x1b]0;title\x07", "\x9b31m", "\x00", "\r", "\b", "\x7f", "\u202e", "\u2066", "\ud800", "\u2028"],
)
def test_commands_become_marks(command: str) -> None:
    safe = printable(f"a{command}b")
    assert command[0] not in safe and safe.startswith("a\ufffd") and safe.endswith("b")
    safe.encode()


def test_words_stay_as_they_are() -> None:
    words = "Skarrow’s “four cutters”,\n\tdue 14 April — ÆØÅ, العربية, 中文 🕊"
    assert printable(words) == words
