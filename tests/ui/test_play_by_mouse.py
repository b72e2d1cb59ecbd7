"""The same taster with nothing but the mouse: every place that is pressed is read from the tree."""

from pathlib import Path

import pytest

from game.folders import SCENARIOS
from game.play.pages import Beat
from game.ui.app import App
from game.ui.screens.parts.library import Library
from game.ui.screens.title import TitleScreen
from tests.ui.hands import Hands

MOST_SCREENS = 80


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    library = Library(SCENARIOS, tmp_path / "saves", tmp_path / "cache")
    return Hands(App(TitleScreen(library), size=(1280, 720)))


def begin(hands: Hands) -> None:
    hands.click("new")
    hands.click("length:taster")
    hands.click("primary")
    hands.click("greeted")


def test_a_campaign_with_the_mouse_alone(hands: Hands) -> None:
    begin(hands)
    session = hands.app.screen.seat.session
    for _ in range(MOST_SCREENS):
        if session.beat is Beat.CLOSED and hands.app.screen.name != "The morning after":
            break
        if hands.app.screen.name == "The desk":
            hands.click(hands.first("acts:"))
        hands.click("sealed" if hands.there("sealed") else "primary")
        assert not hands.there("trouble-read"), "the reply was refused"
    assert session.beat is Beat.CLOSED


def test_another_capital_is_told_by_the_composer(hands: Hands) -> None:
    begin(hands)
    hands.click("primary")
    hands.click("acts:a-boat")
    seat = hands.app.screen.seat
    hands.click("tell-another")
    other = hands.first("word-to:", chosen=True).removeprefix("word-to:")
    hands.click(hands.first("word-tone-ahead:"))
    hands.click("word-via-seen:parliament")
    hands.click("word-minuted")
    hands.click("use-words")
    word = next(word for word in seat.draft.say if word.to == other)
    assert word.via == "parliament" and not word.minuted and len(seat.draft.say) == 2
    hands.click("tone")
    hands.click(hands.first("tone-items:", chosen=False))
    assert seat.draft.say[0].to != other and seat.draft.do == "a-boat"
    hands.click("primary")
    assert hands.app.screen.name == "The morning after"


def test_an_initiative_goes_into_the_programme_and_out_again(hands: Hands) -> None:
    begin(hands)
    hands.click("primary")
    hands.click("acts:a-boat")
    seat = hands.app.screen.seat
    hands.click("plan")
    chosen = hands.first("initiative-")
    hands.click(chosen)
    assert seat.draft.programme == (chosen.removeprefix("initiative-"),)
    hands.click(chosen)
    assert seat.draft.programme == ()
    hands.click("planned")
    assert not hands.there("planned")
