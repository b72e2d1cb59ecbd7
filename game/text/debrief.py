"""Opening the files at a terminal: part after part with Enter, or any part by its number.

The order is that of a debrief in a room: what they wrote and why comes before any score.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from game.insight.debrief import Debrief
from game.text.asking import Choice, pick
from game.text.lines import Line, Lines, quiet, warning
from game.text.pages import belief, theories
from game.text.pages import debrief as said
from game.text.voice import Silence, Voice

INTRODUCTION = "The files are open. Enter goes on to the next part; a number goes to any part, as often as you like."


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a debrief; `aside` is left out when somebody reads straight through."""

    name: str
    lines: Callable[[], Lines]
    aside: bool = False


def sections(debrief: Debrief) -> list[Section]:
    """All parts, in the order in which they are opened."""
    found: list[Section] = []
    if debrief.judged is not None or debrief.theory.changes:
        found.append(Section("The theory that judges here", partial(theories.opening, debrief)))
    for observer in debrief.observers:
        for file in (f for f in debrief.files if f.of == observer.place):
            found.append(Section(f"The file of {file.ministry}", partial(belief.file, file)))
        found.append(
            Section(f"What {observer.name} believed, and why", partial(belief.beliefs, observer, debrief.turns))
        )
    found += [
        Section("What you foretold", partial(said.foretold, debrief)),
        Section("What you could not see", partial(said.unseen, debrief)),
        Section("The pledge book", partial(said.book, debrief)),
        Section("Home", partial(said.home, debrief)),
        Section("Your decisions", partial(said.decisions, debrief)),
        Section("The account and the verdict", partial(said.account, debrief)),
    ]
    if debrief.judged is not None:
        found.append(Section("Beside the play’s own theory", partial(theories.judged, debrief.judged, debrief.theory)))
    for observer in debrief.observers:
        found.append(
            Section(f"The ledger of {observer.name}, every line", partial(belief.ledger, observer), aside=True)
        )
    found.append(Section("What your advisers foretold, in full", partial(said.forecasts, debrief), aside=True))
    found.append(Section("How to read the numbers", partial(said.legend, debrief), aside=True))
    return found


def straight_through(debrief: Debrief, voice: Voice) -> None:
    """Everything but the ledgers, without a question."""
    for section in sections(debrief):
        if not section.aside:
            voice.show(section.lines())


def browse(debrief: Debrief, voice: Voice, folder: Path) -> None:
    """Until the reader has enough. The end of input is enough too."""
    parts = sections(debrief)
    last = len(parts) - sum(s.aside for s in parts)
    finish, write = -1, -2
    choices = [Choice(n, f"{s.name}.") for n, s in enumerate(parts)]
    choices += [
        Choice(write, "Write all of it, with charts, as a page.", ("write",)),
        Choice(finish, "Enough.", ("enough", "quit")),
    ]
    voice.show([quiet(INTRODUCTION)])
    following = 0
    while True:
        try:
            chosen = pick(
                voice,
                "Open which part?",
                choices,
                following if following < last else finish,
                silent=following not in (0, last),
            )
        except Silence:
            return
        if chosen == finish:
            return
        if chosen == write:
            voice.show(written(debrief, folder))
            continue
        voice.show(parts[chosen].lines())
        following = min(chosen + 1, last)


def written(debrief: Debrief, folder: Path) -> list[Line]:
    """Writes the debrief's page and says where it is, or why it is nowhere."""
    from game.insight.report import write

    try:
        folder.mkdir(parents=True, exist_ok=True)
        files = write(debrief, folder)
    except OSError as error:
        return [warning(f"The debrief cannot be written to {folder}: {error.strerror or error}.")]
    return [quiet(f"The debrief is written: {file}") for file in files]


def folder_beside(journal: Path | None) -> Path:
    """Where the page of a play goes: beside its journal, or here when the play was not kept."""
    return journal.with_name(f"{journal.stem}-debrief") if journal else Path.cwd() / "debrief"
