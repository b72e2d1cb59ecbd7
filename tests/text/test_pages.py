"""Every page can be read aloud, whatever is or is not on it: made from the pages' own types, with empty texts and bare lists."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
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

WORDS = st.sampled_from(["", "a", "the *Petrel*", "**likely**", "One sentence.", "two\n\nparagraphs", "“Quoted.”"])
PAGES: list[tuple[type, Callable[..., Iterable[Line]]]] = [
    (Morning, morning.morning), (Desk, desk.desk), (After, after.after), (Book, shelf.book), (Dossier, shelf.dossier),
    (HomeFront, shelf.home_front), (Playbook, shelf.playbook), (Glossary, shelf.glossary), (Help, shelf.help_now),
    (Election, campaign.election), (Handover, campaign.memo), (Handover, campaign.mandate), (Closing, campaign.closing),
    (Cable, morning.cable), (Crisis, morning.crisis), (Option, desk.deed), (Entry, desk.entry),
]  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def plain_words() -> Iterable[None]:
    st.register_type_strategy(str, WORDS)
    yield
    st.register_type_strategy(str, st.text())


@pytest.mark.parametrize(("kind", "render"), PAGES, ids=lambda p: getattr(p, "__qualname__", ""))
@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_page_reads_as_plain_words(kind: type, render: Callable[..., Iterable[Line]], data: st.DataObject) -> None:
    """No Python word, no star, no stray stop, no line beyond the width, and not a control character."""
    out = io.StringIO()
    speaker = Voice(
        Console(file=out, width=72, highlight=False, markup=False, emoji=False), reader=lambda _: "", echo=False
    )
    speaker.show(render(data.draw(st.from_type(kind))))
    told = out.getvalue()
    assert not re.search(r"None|True|False|Role\.|Price\.|State\(|\*|\x1b| \.( |$)", told), told
    assert max(map(len, told.splitlines()), default=0) <= 72


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
