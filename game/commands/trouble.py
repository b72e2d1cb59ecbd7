"""What a person asked for and cannot have, said in one sentence; the command line prints it and leaves with code 2."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from game.printable import printable


class Trouble(Exception):
    """One clear sentence, for the person at the keyboard. It may quote a file, so nothing in it commands the terminal."""

    def __str__(self) -> str:
        return printable(super().__str__())


def nearest_of(word: str, known: Iterable[str]) -> str:
    """The end of a sentence about an unknown word: the nearest known one, and all of them in their order.  Case does not count."""
    by_letter = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), by_letter, n=1, cutoff=0.5)
    nearest = f"the nearest is {by_letter[near[0]]}, and " if near else ""
    return f"{nearest}there are {', '.join(by_letter.values())}."


def or_nearest(word: str, known: Iterable[str]) -> str:
    """The end of a sentence about an unknown word: the nearest known one, or all of them."""
    known = sorted(known)
    near = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.5)
    if near:
        return f"did you mean {near[0]}?"
    return f"there is {', '.join(known)}." if known else "there is none."
