"""Speaking and listening: the only place of the terminal play that prints and reads.

At a terminal lines are wrapped to its width and lightly coloured; through a pipe they are plain, wrapped to eighty signs,
and every answer is echoed so that the transcript reads by itself. No cursor is moved and no box is drawn, ever.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress

from rich.console import Console
from rich.text import Text

from game.printable import printable
from game.text.lines import BLANK, Line, Role

STYLES = {
    Role.TITLE: "bold",
    Role.HEADING: "bold cyan",
    Role.QUOTE: "",
    Role.QUIET: "dim",
    Role.CHOICE: "",
    Role.WARNING: "yellow",
}
WIDEST = 100
"""Longer lines than this are hard to follow with the eye."""
NARROWEST = 20
"""A terminal that says it has no columns would be shown nothing."""


class Silence(Exception):
    """The other end has stopped talking: the pipe ended, or the terminal was closed."""


class Voice:
    """Prints lines and asks for one; a test gives it a console and a reader of its own."""

    def __init__(
        self,
        console: Console | None = None,
        *,
        colour: bool = True,
        reader: Callable[[str], str] = input,
        echo: bool | None = None,
    ) -> None:
        self.console = console or Console(no_color=not colour, highlight=False, emoji=False, markup=False)
        self.console.width = max(self.console.width, NARROWEST)
        self.width = min(self.console.width, WIDEST)
        self._reader = reader
        self._echo = not sys.stdin.isatty() if echo is None else echo
        self._blank = True
        if not self._echo:
            with suppress(ImportError):  # not on Windows, whose own terminal edits lines
                importlib.import_module("readline")

    def show(self, lines: Iterable[Line]) -> None:
        for line in lines:
            self._print(line)

    def say(self, words: str, role: Role = Role.TEXT) -> None:
        self._print(Line(words, role))

    def listen(self, prompt: str) -> str:
        """One answer, without its outer spaces. Raises Silence at the end of input."""
        sys.stdout.flush()
        try:
            answer = self._reader(f"{prompt} ").strip()
        except EOFError:
            self.console.print()
            raise Silence from None
        except KeyboardInterrupt:
            self.console.print()
            raise
        if self._echo:
            self.console.print(Text(printable(answer)), soft_wrap=True)
        self._blank = False
        return answer

    def _print(self, line: Line) -> None:
        if line.role is Role.BLANK:
            if not self._blank:  # never two empty lines, never one at the top
                self.console.print()
            self._blank = True
            return
        if line.role is Role.TITLE:
            self._print(BLANK)
        hang = " " * (len(line.mark) + 1) if line.mark else ""
        body = marked(printable(line.text))
        for number, piece in enumerate(body.wrap(self.console, max(NARROWEST, self.width - len(hang)))):
            piece.rstrip()
            before = f"{line.mark} " if line.mark and not number else hang
            self.console.print(Text(before) + piece, style=STYLES.get(line.role, ""), soft_wrap=True)
        self._blank = False
        if line.role is Role.TITLE:
            self._print(BLANK)


def marked(words: str) -> Text:
    """`*italic*` and `**strong**` as styles; the stars are not read aloud."""
    out = Text()
    on: set[str] = set()
    for piece in re.split(r"(\*\*|\*)", words):
        if piece in _MARKS:
            on ^= {_MARKS[piece]}
        else:
            out.append(piece, style=" ".join(sorted(on)) or None)
    return out


_MARKS = {"**": "bold", "*": "italic"}
