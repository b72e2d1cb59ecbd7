"""A question with numbered answers: the one form in which the terminal asks for anything but free words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from game.text.lines import Lines, choice, warning
from game.text.voice import Voice

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """One answer to a question: what it stands for, how it reads, and the words that mean it besides its number."""

    value: T
    says: str
    words: tuple[str, ...] = ()


def pick(
    voice: Voice, question: str, choices: Sequence[Choice[T]], enter: T | None = None, *,
    listen: Callable[[str], str] | None = None, silent: bool = False,
) -> T:  # fmt: skip
    """Asks until one of the choices is named. `enter` is what Enter takes; `silent`: the page above listed them already."""
    listen = listen or voice.listen
    if not silent:
        voice.show(numbered(choices))
    proposed = next((n for n, c in enumerate(choices, 1) if c.value == enter), 0) if enter is not None else 0
    hint = f"Enter for {proposed}" if proposed else f"1 to {len(choices)}" if len(choices) > 1 else "1"
    while True:
        answer = listen(f"{question} [{hint}]")
        if not answer and proposed:
            return choices[proposed - 1].value
        found = named(answer, choices)
        if found is not None:
            return found.value
        voice.show([warning(not_among(answer, len(choices)))])


def numbered(choices: Sequence[Choice[T]]) -> Lines:
    return (choice(number, c.says) for number, c in enumerate(choices, 1))


def named(answer: str, choices: Sequence[Choice[T]]) -> Choice[T] | None:
    """By number, by one of its words, or by the beginning of one when only one choice begins so."""
    if answer.isdecimal():
        number = int(answer)
        return choices[number - 1] if 1 <= number <= len(choices) else None
    typed = answer.lower()
    whole = [c for c in choices if typed in map(str.lower, c.words)]
    begun = [c for c in choices if typed and any(w.lower().startswith(typed) for w in c.words)]
    found = whole or begun
    return found[0] if len(found) == 1 else None


def not_among(answer: str, count: int) -> str:
    wanted = f"a number from 1 to {count}" if count > 1 else "1"
    return f"“{answer}” is not an answer here: type {wanted}, or help." if answer else f"Type {wanted}, or help."
