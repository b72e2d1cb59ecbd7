"""Every page can be read aloud, whatever is or is not on it: made from the pages' own types, once full and once bare."""

from __future__ import annotations

import io
import re
import types
from collections.abc import Callable, Iterable
from dataclasses import fields
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from rich.console import Console

from game.play.pages.after import After
from game.play.pages.campaign import Closing, Election, Handover
from game.play.pages.common import Face, State
from game.play.pages.desk import Desk, Entry, Option
from game.play.pages.morning import Cable, Crisis, Morning
from game.play.pages.shelf import Book, Dossier, Glossary, Help, HomeFront, Playbook
from game.text.lines import Line
from game.text.pages import after, campaign, desk, morning, shelf
from game.text.voice import Voice

PAGES: list[tuple[type, Callable[..., Iterable[Line]]]] = [
    (Morning, morning.morning), (Desk, desk.desk), (After, after.after), (Book, shelf.book), (Dossier, shelf.dossier),
    (HomeFront, shelf.home_front), (Playbook, shelf.playbook), (Glossary, shelf.glossary), (Help, shelf.help_now),
    (Election, campaign.election), (Handover, campaign.memo), (Handover, campaign.mandate), (Closing, campaign.closing),
    (Cable, morning.cable), (Crisis, morning.crisis), (Option, desk.deed), (Entry, desk.entry),
]  # fmt: skip


def made(kind: Any, full: bool) -> Any:
    """A value of that type. Full: every list has two, every text two marks. Bare: nothing that may be missing is there."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return made(inner[0], full) if full or type(None) not in inner else None
    if origin is tuple:
        of = inner[:1] * (2 if full else 0) if inner[-1] is Ellipsis else inner
        return tuple(made(one, full) for one in of)
    if kind in (bool, int, float):
        return kind(full)
    if kind is str:
        return "the *Petrel* is **likely** held" if full else ""
    if issubclass(kind, Enum):
        return list(kind)[0]
    hints = get_type_hints(kind)
    return kind(*(made(hints[f.name], full) for f in fields(kind)))


@pytest.mark.parametrize("full", [True, False], ids=["full", "bare"])
@pytest.mark.parametrize(("kind", "render"), PAGES, ids=lambda p: getattr(p, "__qualname__", ""))
def test_a_page_reads_as_plain_words(kind: type, render: Callable[..., Iterable[Line]], full: bool) -> None:
    """No Python word, no star, no line beyond the width, and not a control character."""
    out = io.StringIO()
    speaker = Voice(
        Console(file=out, width=72, highlight=False, markup=False, emoji=False), reader=lambda _: "", echo=False
    )
    speaker.show(render(made(kind, full)))
    told = out.getvalue()
    assert not re.search(r"None|True|False|Role\.|Price\.|State\(|\*|\x1b", told), told
    assert max(map(len, told.splitlines()), default=0) <= 72
    assert bool(re.search("Petrel", told)) is full


HOME = State(-1, "home", "Aldmark", "Aldmark", "lighthouse")
NORLAND = State(0, "norland", "Republic of Norland", "Norland", "wolf")
PELL = Face("Ada Pell", "Ambassador in Varholm", "kind to her hosts", 2)


def test_a_cable_is_read_in_the_order_of_its_paper() -> None:
    """Title, heading, numbered paragraphs, signature."""
    page = Cable(
        NORLAND, "Ministry", "Telegram 31", "Varholm to Aldmark", "Immediate.", "20 October, 19.40", "", "*Petrel*: bond",
        ("The magistrate set bond.", "Holm received me standing."), "PELL", "",
    )  # fmt: skip
    said = [(line.mark, line.text) for line in morning.cable(page) if line.text]
    assert said == [
        ("", "*Petrel*: bond"),
        ("", "Telegram 31. Varholm to Aldmark. Immediate. 20 October, 19.40."),
        ("1.", "The magistrate set bond."),
        ("2.", "Holm received me standing."),
        ("", "PELL"),
    ]


def test_an_option_that_is_not_offered_says_why() -> None:
    page = Option(
        "ship", 3, "Send the ship", "She lies off.", "presence", "A presence", NORLAND, 1, "needs Cabinet", "Norland", (), True, False,
        "The Cabinet has not met.", (), (), 2, 0,
    )  # fmt: skip
    said = [line.text for line in desk.deed(page)]
    assert "**Send the ship.** She lies off." in said
    assert "Not possible: The Cabinet has not met." in said
    assert any(words.startswith("Needs Cabinet. Costs 1 capital.") for words in said)
