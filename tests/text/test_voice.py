"""What a person hears: plain words through a pipe, wrapped to a width, the marks of texts never read aloud."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from game.text.asking import Choice, named, pick
from game.text.lines import BLANK, Line, Role, choice, item, listed, part, sentence, text, title
from game.text.voice import Silence, Voice, marked


def voice(answers: list[str], width: int = 60, terminal: bool = False) -> tuple[Voice, io.StringIO]:
    """A voice that hears these answers and then nothing more."""
    left = iter(answers)

    def read(prompt: str) -> str:
        out.write(prompt)
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=terminal, highlight=False, markup=False, emoji=False)
    return Voice(console, reader=read, echo=not terminal), out


def test_long_lines_are_wrapped_and_hang_under_their_first_word() -> None:
    speaker, out = voice([], width=40)
    speaker.show([choice(3, "Send the Constance to lie within sight of the window when he sets the next one.")])
    first, *rest = out.getvalue().splitlines()
    assert first.startswith("3. Send") and all(line.startswith("   ") for line in rest) and rest
    assert max(map(len, [first, *rest])) <= 40


def test_through_a_pipe_there_are_only_words() -> None:
    """No escape sequence, no box, no star: what a screen reader would stumble over."""
    speaker, out = voice([])
    speaker.show(
        [title("Autumn 2033"), text("The *Petrel* is **likely** held."), item("bond"), Line("as seen", Role.QUIET)]
    )
    told = out.getvalue()
    assert "The Petrel is likely held." in told
    assert not re.search("[\x1b*\u2500-\u257f]", told)


def test_at_a_terminal_marks_become_styles() -> None:
    speaker, out = voice([], terminal=True)
    speaker.show([text("**likely**")])
    assert "\x1b[1m" in out.getvalue() and "*" not in out.getvalue()


def test_a_mark_left_open_loses_no_word() -> None:
    assert marked("a *ship and **two").plain == "a ship and two"


def test_there_are_never_two_empty_lines() -> None:
    speaker, out = voice([])
    speaker.show([BLANK, text("one"), BLANK, BLANK, title("two"), BLANK, text("three")])
    assert "\n\n\n" not in out.getvalue() and not out.getvalue().startswith("\n")


def test_an_answer_is_echoed_into_the_transcript() -> None:
    speaker, out = voice(["2"])
    assert speaker.listen("Your deed?") == "2"
    assert out.getvalue() == "Your deed? 2\n"


def test_the_end_of_input_is_silence() -> None:
    speaker, _ = voice([])
    with pytest.raises(Silence):
        speaker.listen("Your deed?")


DEEDS = [
    Choice("pay", "Pay by noon", ("Pay by noon",)),
    Choice("ship", "Send the ship", ("Send the ship",)),
    Choice("sue", "Sue", ("Sue",)),
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1", "pay"),
        ("3", "sue"),
        ("sue", "sue"),
        ("PAY", "pay"),
        ("s", None),
        ("se", "ship"),
        ("4", None),
        ("0", None),
        ("", None),
        ("-1", None),
    ],
)
def test_a_choice_is_named_by_number_or_by_its_beginning(typed: str, meant: str | None) -> None:
    found = named(typed, DEEDS)
    assert (found.value if found else None) == meant


def test_a_question_is_asked_until_it_is_answered() -> None:
    speaker, out = voice(["nine", "9", "", "2"])
    assert pick(speaker, "Your deed?", DEEDS) == "ship"
    assert out.getvalue().count("type a number from 1 to 3") == 2


def test_enter_takes_what_is_proposed() -> None:
    speaker, out = voice([""])
    assert pick(speaker, "Your deed?", DEEDS, "sue") == "sue"
    assert "[Enter for 3]" in out.getvalue()


def test_sentences_are_put_together_from_what_there_is() -> None:
    assert sentence("Due Spring 2034", "", "Price: serious.") == "Due Spring 2034. Price: serious."
    assert listed(["a", "", "b", "c"]) == "a, b and c"
    assert list(part("Empty", [])) == []


def test_a_terminal_is_never_commanded_by_words() -> None:
    """What an author or a player wrote is shown, and obeyed by nothing."""
    speaker, out = voice(["\x1b[2Jx"])
    speaker.say("The \x1b[31mbond\x9b0m")
    speaker.listen("Why?")
    assert "\x1b" not in out.getvalue() and "\x9b" not in out.getvalue() and "bond" in out.getvalue()


def test_a_terminal_without_columns_is_still_spoken_to() -> None:
    speaker, out = voice([], width=0)
    speaker.say("Good morning, Minister.")
    assert "Minister." in out.getvalue()
