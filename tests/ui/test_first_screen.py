"""Which screen the window opens with, above all when what was asked for cannot be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring import load
from game.folders import SCENARIOS
from game.play.session import Session
from game.ui.main import first_screen
from game.ui.screen import Do, Replace
from game.ui.screens.chooser import ChooserScreen
from game.ui.screens.parts.library import Library
from game.ui.screens.shell import SeatScreen
from game.ui.screens.title import TitleScreen

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(SCENARIOS, tmp_path / "saves", tmp_path / "cache")


@pytest.mark.parametrize("scenario", ["another", "../narrow-sea", "\x1b[31mred"])
def test_a_play_of_an_unknown_scenario_leads_to_the_title_and_says_why(
    library: Library, tmp_path: Path, scenario: str
) -> None:
    """What a file names is looked for among the shipped scenarios, never followed as a path."""
    play = Session.new(load(SCENARIOS / "narrow-sea"), tmp_path / "a.jsonl", seed=1)
    assert play.path is not None
    named = scenario.replace("\x1b", "\\u001b")
    play.path.write_text(play.path.read_text("utf-8").replace('"narrow-sea"', f'"{named}"'), "utf-8")
    screen = first_screen(library, resume=play.path)
    assert isinstance(screen, TitleScreen)
    assert "which is not among those here" in screen.notice and "\x1b" not in screen.notice


def test_a_play_of_a_scenario_from_elsewhere_goes_on_when_its_folder_is_typed(library: Library, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "scenario.yaml").write_bytes((ROOT / "tests" / "authoring" / "sound.yaml").read_bytes())
    (tmp_path / "playbook.yaml").write_bytes((SCENARIOS / "playbook.yaml").read_bytes())
    play = Session.new(load(own), tmp_path / "a.jsonl", seed=1)
    assert isinstance(first_screen(library, resume=play.path), TitleScreen)
    assert not isinstance(first_screen(library, resume=play.path, scenario=str(own)), TitleScreen)


def test_a_theory_that_was_asked_for_rules_every_new_play_of_the_window(tmp_path: Path) -> None:
    """Begun at once, or by way of the chooser; left out, the scenario's."""
    library = Library(SCENARIOS, tmp_path / "saves", theory="leader-centred")
    at_once = first_screen(library, scenario="narrow-sea", length="taster")
    assert isinstance(at_once, SeatScreen)
    assert at_once.seat.session.header.theory == "leader-centred"
    chosen = ChooserScreen(library, "narrow-sea").on(Do("begin"))
    assert isinstance(chosen, Replace) and isinstance(chosen.screen, SeatScreen)
    assert chosen.screen.seat.session.header.theory == "leader-centred"
