"""A whole taster, from the title to the closed file, with nothing but keys."""

from pathlib import Path

import pygame
import pytest

from game.folders import SCENARIOS
from game.play.pages import Beat
from game.play.session import Session
from game.ui.app import App
from game.ui.screens.parts.library import Library
from game.ui.screens.title import TitleScreen
from tests.ui.hands import Hands

MOST_SCREENS = 80


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    return Hands(App(TitleScreen(Library(SCENARIOS, tmp_path / "saves", tmp_path / "cache")), size=(1280, 720)))


def begin(hands: Hands) -> None:
    """New campaign, the shortest length, seed 7."""
    hands.key("Enter")
    assert hands.app.screen.name == "New campaign"
    hands.tab_to("length")
    while "taster" not in hands.app.ui.focus:
        hands.key("Up")
    hands.tab_to("seed")
    hands.key("7")
    hands.tab_to("length")  # out of the text box, onto what is chosen already
    hands.key("Enter")


def season(hands: Hands) -> None:
    """One screen further, as someone would who takes the first act that can be taken."""
    name = hands.app.screen.name
    if name == "The desk":
        hands.key(hands.node(hands.first("acts:")).key)
    hands.key("Enter")
    assert not hands.there("trouble-read"), "the reply was refused"


def test_a_campaign_from_title_to_the_closed_file(hands: Hands, tmp_path: Path) -> None:
    begin(hands)
    hands.key("Enter")  # the private secretary has spoken
    session: Session = hands.app.screen.seat.session
    assert session.header.length == "taster" and session.header.seed == 7
    seen = set()
    for _ in range(MOST_SCREENS):
        if session.beat is Beat.CLOSED and hands.app.screen.name != "The morning after":
            break
        seen.add(hands.app.screen.name)
        season(hands)
    assert session.beat is Beat.CLOSED
    assert {"Morning", "The desk", "The morning after"} <= seen
    (file,) = (tmp_path / "saves").glob("*.jsonl")
    again = Session.resume(session.loaded, file)
    assert again.course.state == session.course.state and again.notice == ""


def test_the_word_is_changed_with_keys_and_sent(hands: Hands) -> None:
    begin(hands)
    hands.key("Enter", "Enter", "1")
    seat = hands.app.screen.seat
    before = seat.draft.say[0]
    hands.key("V", "Down", "Enter")  # another wording from its menu
    hands.key("N")
    word = seat.draft.say[0]
    assert word.wording != before.wording and word.minuted is not before.minuted
    hands.key("W")  # the whole letter, over the desk
    assert hands.there("use-words")
    hands.key("Esc", "X")
    assert seat.draft.say == ()
    hands.key("Z")
    assert seat.draft.say == (before,)
    hands.key("Enter")
    assert hands.app.screen.name == "The morning after" and seat.draft is None


def test_a_decision_is_taken_back_where_the_play_allows_it(hands: Hands) -> None:
    begin(hands)
    hands.key("Enter", "Enter", "1", "Enter")
    seat = hands.app.screen.seat
    hands.key("z", mod=pygame.KMOD_CTRL)
    if seat.session.header.rewind == "free":
        assert seat.session.course.turn == 0 and hands.app.screen.name == "Morning"
    else:
        assert hands.there("trouble-read") and seat.session.course.turn == 1


def test_esc_leads_to_the_menu_and_back_to_the_same_draft(hands: Hands) -> None:
    begin(hands)
    hands.key("Enter", "Enter", "2")
    draft = hands.app.screen.seat.draft
    hands.key("F10")
    assert hands.app.screen.name == "Menu"
    hands.key("Esc")
    assert hands.app.screen.name == "The desk" and hands.app.screen.seat.draft is draft
    hands.key("Esc")
    assert hands.app.screen.name == "Morning"
