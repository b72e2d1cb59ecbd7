"""Words from a file or a keyboard, made safe to print: a terminal obeys control characters, and a person should never see that."""

from __future__ import annotations

import re

_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters but tab, line feed and next line; what turns the writing direction round; halves of characters."""


def printable(words: str) -> str:
    """The same words with a mark (U+FFFD) for every character that is a command to the terminal."""
    return _COMMANDS.sub("\N{REPLACEMENT CHARACTER}", words)
