"""The day's papers, from the pages to the paper widgets: cable, letter, clipping."""

from __future__ import annotations

from zlib import crc32

from game.play import pages
from game.ui.screen import Context, Fold
from game.ui.screens.parts.tables import EMBLEMS
from game.ui.tree import Node
from game.ui.widgets import papers

SECRECY = frozenset({"confidential", "restricted", "secret", "top secret", "personal", "personal and confidential"})
"""Words of a cable’s grade that are stamped; the rest of it says how fast it came."""


def cable(ctx: Context, told: pages.Cable, home: pages.State, *, beside: bool = False) -> papers.Cable:
    """A cable as a paper. A wide sheet has room for the ministry's name; beside the acts its number leads."""
    grade = told.grade.strip()
    marking = next((words for words in (part.strip() for part in grade.split(".")) if words.lower() in SECRECY), "")
    roomy = ctx.fold is Fold.WIDE and not beside
    head = told.office if roomy else told.number
    lines = (f"{told.number}. {told.route}. {grade}" if roomy else f"{told.route}. {grade}".strip(), told.dated)
    return papers.Cable(
        told.title,
        told.paragraphs,
        letterhead=head,
        number=told.number,
        route="\n".join(line for line in lines if line),
        marking=marking,
        signed=told.signed,
        emblem=EMBLEMS.get(home.seal, ""),
        stamp=marking,
        received=("Received", told.received) if told.received else ("", ""),
        seed=_seed(told.number + told.title),
    )


def letter(id: str, told: pages.Letter, **box: int) -> Node:
    """A letter by hand: its first line is the greeting when it is a short one."""
    first, rest = told.paragraphs[0] if told.paragraphs else "", told.paragraphs[1:]
    greeting, body = (first, rest) if len(first) < 40 and rest else ("", told.paragraphs)
    if len(body) > 1 and told.sender.startswith(body[-1].rstrip(".")):
        body = body[:-1]  # the name is set at the right, once
    return papers.letter(id, greeting or told.dated, body, told.sender, seed=_seed(told.sender), **box)


def clipping(told: pages.Clipping, **box: int) -> Node:
    return papers.clipping(
        told.name, told.dated, told.headline, told.story, place=told.of.short, seed=_seed(told.headline), **box
    )


def _seed(words: str) -> int:
    """The same paper for the same words, in every run."""
    return crc32(words.encode()) % 97 + 1
