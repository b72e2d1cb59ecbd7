"""A whole campaign at a terminal: through a pipe, by numbers alone, with the standing words, stopped and gone on with."""

from __future__ import annotations

import io
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import repeat
from pathlib import Path

import pytest
from rich.console import Console

from game.authoring import Loaded, load
from game.folders import SCENARIOS
from game.play.pages.common import Beat
from game.play.session import Session
from game.text.campaign import play
from game.text.seat import STANDING, Seat
from game.text.story import tell
from game.text.voice import Voice

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def narrow_sea() -> Loaded:
    return load(SCENARIOS / "narrow-sea")


def session(loaded: Loaded, path: Path | None = None, seed: int = 7, length: str = "taster") -> Session:
    return Session.new(loaded, path, seed=seed, length=length, started="2026-01-01")


def at_terminal(of: Session, answers: Iterator[str]) -> tuple[bool, str]:
    """Plays with these answers until they end; says whether the campaign was played out, and the transcript."""
    out = io.StringIO()

    def read(prompt: str) -> str:
        out.write(prompt)
        answer = next(answers, None)
        if answer is None:
            raise EOFError
        return answer

    voice = Voice(Console(file=out, width=80, highlight=False, markup=False, emoji=False), reader=read, echo=True)
    return play(Seat(of, voice)), out.getvalue()


def numbers(seed: int) -> Iterator[str]:
    """Numbers and Enter, as a hand that does not read."""
    hand = random.Random(seed)
    for _ in range(8000):
        yield hand.choice(["", "", "1", "1", "2", "3", "4", "5", "6", "11", "19"])


def anything(seed: int) -> Iterator[str]:
    """The same with every word that may be typed, nonsense, and dossiers by name."""
    hand = random.Random(seed)
    words = [w for w in STANDING if w != "quit"] + [
        "dossier norland",
        "dossier nowhere",
        "glossary pledge",
        "-1",
        "?",
        "mark well",
        "ééé",
    ]
    for answer in numbers(seed):
        yield hand.choice(words) if hand.random() < 0.1 else answer


@pytest.mark.parametrize("answers", [numbers, anything])
@pytest.mark.parametrize(("seed", "length"), [(1, "taster"), (2, "class"), (3, "full")])
def test_a_hand_that_types_numbers_reaches_the_debrief(
    narrow_sea: Loaded,
    seed: int,
    length: str,
    answers: Callable[[int], Iterator[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    of = session(narrow_sea, seed=seed, length=length)
    finished, told = at_terminal(of, answers(seed))
    assert finished and of.beat is Beat.CLOSED
    assert "The files are open." in told
    _, opened = at_terminal(of, repeat(""))  # Enter alone, and every part is told in its turn
    assert "believed of you" in opened
    told += opened
    assert not re.search(r"[:(=] ?None\b|Traceback|\x1b|\*\*", told)


def test_nothing_hidden_is_told_before_the_files_are_open(narrow_sea: Loaded) -> None:
    """The words of the debrief, sizes in log-odds and aims, stand nowhere in the pages of a play."""
    _, told = at_terminal(session(narrow_sea), numbers(5))
    before = told.partition("The files are open.")[0]
    assert len(before) > 5000
    assert not re.search(r"log-odds|fearful|grasping|\b(up|down) \d\.\d\d|record you inherited|\b0\.\d\d", before)


def test_enter_and_one_number_a_turn_are_enough(narrow_sea: Loaded) -> None:
    """The deed is the one thing without a default: a season is a number, Enter to send, Enter to go on."""
    of = session(narrow_sea)
    prompts: list[str] = []

    def read(prompt: str) -> str:
        prompts.append(prompt)
        if "Your deed?" in prompt:
            return next(str(o.key) for o in of.desk().options if o.offered)
        return "1" if "most readily" in prompt else ""

    assert play(Seat(of, Voice(Console(file=io.StringIO(), width=80), reader=read, echo=False)))
    sealed = next(n for n, prompt in enumerate(prompts) if "most readily" in prompt)
    assert sealed <= 3 * len(of.turns)


def test_the_end_of_input_loses_nothing(narrow_sea: Loaded, tmp_path: Path) -> None:
    """The pipe breaks in mid-campaign; what was sent is there, and the same morning is shown again."""
    kept = tmp_path / "play.jsonl"
    of = session(narrow_sea, kept)
    finished, told = at_terminal(of, iter(["1", "", "", "1", "", ""]))
    assert not finished and "The input has ended" in told and str(kept) in re.sub(r"\s+", "", told).replace("\n", "")
    again = Session.resume(narrow_sea, kept)
    assert again.turns == of.turns and len(again.turns) >= 1
    assert again.morning() == of.morning()


def test_quit_leaves_with_a_sentence(narrow_sea: Loaded) -> None:
    finished, told = at_terminal(session(narrow_sea), iter(["quit"]))
    assert not finished and "You have left the desk." in told


def test_undo_takes_the_last_move_back(narrow_sea: Loaded) -> None:
    of = session(narrow_sea)
    before = of.morning()
    _, told = at_terminal(of, iter(["1", "", "undo"]))
    assert "The last move is taken back." in told
    assert not of.turns and of.morning().cable == before.cable


def test_an_automatic_player_tells_its_story(narrow_sea: Loaded, tmp_path: Path) -> None:
    of = session(narrow_sea, tmp_path / "story.jsonl")
    out = io.StringIO()
    tell(of, "reader", Voice(Console(file=out, width=80), reader=lambda _: "", echo=False))
    assert of.beat is Beat.CLOSED and "What followed" in out.getvalue()
    assert (tmp_path / "story-debrief" / "debrief.html").is_file()


def test_through_a_real_pipe(tmp_path: Path) -> None:
    """`printf ... | python main.py play narrow-sea --text`: plain text, exit code 0, a journal on the disk."""
    typed = "\n".join(["1", "", ""] * 2) + "\n"
    told = subprocess.run(
        [sys.executable, "main.py", "play", "narrow-sea", "--text", "--length", "taster", "--seed", "3", "--saves", str(tmp_path)],
        input=typed, capture_output=True, text=True, cwd=ROOT, timeout=60,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("Good Offices") and "\x1b" not in told.stdout
    assert max(map(len, told.stdout.splitlines())) <= 100
    assert list(tmp_path.glob("*.jsonl"))
