"""The five usual mistakes behind a YAML error: a tab, a dash without its blank, a bare @ % * & or `, an open quote, a bare colon.

PyYAML names the right place and a poor reason, sometimes a line too late; so the lines around the place are looked at again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_VALUE = re.compile(r"^\s*(?:- +)?(?:[^\s'\"#:{\[][^:]*:\s+)?(?P<value>\S.*)$")


def usual_cause(text_of: Callable[[int], str], line: int) -> tuple[int, str] | None:
    """The first of the five usual mistakes found on the line complained of or just before it: its line, and what to do."""
    for at in (line, line - 1, line - 2):
        text = text_of(at)
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        if "\t" in text[: len(text) - len(text.lstrip())]:
            return at, "The line is indented with a tab: use spaces."
        if re.match(r"^\s*-[^\s-]", text) and not re.match(r"^\s*-[.\d]+\s*$", text):
            return at, "Put a space after the dash."
        match = _VALUE.match(text)
        value = match["value"] if match else ""
        if value[:1] in "@%*&`" and value[:1]:
            return at, f"Text that starts with {value[0]} must stand in quotes."
        if value[:1] in "'\"" and value[:1] and _open_quote(value):
            return at, f"A quotation mark {value[0]} opens here and is not closed, or more text follows it."
        if value[:1] not in ("'", '"', "|", ">", "{", "[", "") and re.search(r":(\s|$)", value):
            return at, "A colon followed by a space in unquoted text: put the whole text in quotes."
    return None


def _open_quote(value: str) -> bool:
    """Whether a quoted value is unclosed or goes on after its closing mark."""
    mark = value[0]
    body = value.replace('\\"', "").replace("''", "") if mark == '"' else value.replace("''", "")
    end = body.find(mark, 1)
    return end < 0 or bool(body[end + 1 :].strip(" ,]}")) and not body[end + 1 :].lstrip().startswith(("#", ":"))
