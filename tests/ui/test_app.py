"""The window at work, through real pygame events on SDL's dummy driver: keys, pointer, sheets, trouble, settings."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
import pytest

from game.ui.app import App
from game.ui.compose import compose, effective_scale, ready_headless, render
from game.ui.faults import problems
from game.ui.measuring import TypeMeasure
from game.ui.screen import Answer, Context, Do, Fold, Pop, Push, Screen, UiState, fold_for
from game.ui.screens.gallery import PAGES, Gallery
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.trouble import Trouble
from game.ui.settings import THEME_NAMES, Settings
from game.ui.tree import Node, find, walk
from game.ui.widgets.boxes import column
from game.ui.widgets.buttons import primary
from game.ui.widgets.choices import Option, chips
from game.ui.widgets.fields import text_line
from game.ui.widgets.frame import desk
from game.ui.widgets.menus import dropdown

KEYS = {"Enter": pygame.K_RETURN, "Esc": pygame.K_ESCAPE, "Tab": pygame.K_TAB, "Down": pygame.K_DOWN,
        "Right": pygame.K_RIGHT, "PgDn": pygame.K_PAGEDOWN, "PgUp": pygame.K_PAGEUP, "Left": pygame.K_LEFT,
        "Backspace": pygame.K_BACKSPACE, "F11": pygame.K_F11, "Home": pygame.K_HOME}


class Small(Screen):
    """One group, one menu, one line of text, one brass button."""

    name = "Small"

    def __init__(self) -> None:
        self.chosen, self.tone, self.typed, self.sent = "a", "warn", "", 0

    def build(self, ctx: Context) -> Node:
        tones = tuple(Option(tone, tone) for tone in ("warn", "reassure", "deny"))
        letters = tuple(Option(x, x, key=str(i + 1)) for i, x in enumerate("abc"))
        body = column(
            chips("letters", "Letters", letters, self.chosen, lambda id: Do("choose", id)),
            dropdown(ctx, "tone", "Tone", tones, self.tone, lambda id: Do("tone", id), key="T"),
            text_line(ctx, "why", "Why", self.typed, lambda words: Do("type", "why", words), limit=12),
        )
        return desk(ctx, self.name, body, primary=primary("Send", Do("send")))

    def on(self, action: object) -> Answer:
        match action:
            case Do("choose", letter):
                self.chosen = letter
            case Do("tone", tone):
                self.tone = tone
            case Do("type", "why", str(words)):
                self.typed = words
            case Do("send"):
                self.sent += 1
            case Do("back"):
                return Pop()
        return None


class Hands:
    """What a person does, as pygame events that go the whole way."""

    def __init__(self, app: App) -> None:
        self.app = app
        app.step()

    def key(self, *names: str, mod: int = 0) -> None:
        for name in names:
            code = KEYS.get(name) or pygame.key.key_code(name.lower())
            typed = name.lower() if len(name) == 1 else ""
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=typed))
            self.app.step()

    def type(self, words: str) -> None:
        for letter in words:
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=ord(letter.lower()), mod=0, unicode=letter))
            pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=letter))
        self.app.step()

    def at(self, id: str) -> tuple[int, int]:
        node = find(self.app.tree, id)
        assert node is not None, id
        return node.rect.centre

    def click(self, id: str, drop: tuple[int, int] | None = None) -> None:
        at = self.at(id)
        for kind, pos in ((pygame.MOUSEMOTION, at), (pygame.MOUSEBUTTONDOWN, at), (pygame.MOUSEBUTTONUP, drop or at)):
            pygame.event.post(pygame.event.Event(kind, pos=pos, button=1, rel=(0, 0), buttons=(0, 0, 0)))
        self.app.step()


@pytest.fixture
def opened() -> Iterator[Hands]:
    hands = Hands(App(Small()))
    pygame.event.clear()
    yield hands


def small(hands: Hands) -> Small:
    screen = hands.app.screen
    assert isinstance(screen, Small)
    return screen


def test_a_number_then_enter_chooses_and_sends(opened: Hands) -> None:
    opened.key("3", "Enter")
    assert (small(opened).chosen, small(opened).sent) == ("c", 1)


def test_the_keyboard_alone_reaches_everything(opened: Hands) -> None:
    opened.key("Tab", "Right")
    assert small(opened).chosen == "b", "an arrow in a group chooses"
    opened.key("Tab", "Enter")
    assert opened.app.ui.open == "tone"
    opened.key("Down", "Enter")
    assert (small(opened).tone, opened.app.ui.open, opened.app.ui.focus) == ("reassure", "", "tone")
    opened.key("Tab")
    opened.type("No, 1 C")
    assert small(opened).typed == "No, 1 C" and small(opened).chosen == "b", "letters typed are not shortcuts"
    opened.key("Home")
    opened.type("x")
    opened.key("Backspace", "Enter")
    assert small(opened).typed == "No, 1 C"
    opened.key("Tab", "Enter")
    assert small(opened).sent == 1


def test_a_text_line_holds_no_more_than_its_limit(opened: Hands) -> None:
    opened.click("why")
    opened.type("abcdefghijklmnopq")
    assert small(opened).typed == "abcdefghijkl"


def test_esc_closes_the_menu_first_and_then_the_page(opened: Hands) -> None:
    opened.key("T", "Esc")
    assert opened.app.running and opened.app.ui.open == "" and opened.app.ui.focus == "tone"
    opened.key("Esc")
    assert not opened.app.running


def test_the_pointer_presses_on_release_and_a_slip_can_be_taken_back(opened: Hands) -> None:
    opened.click("letters:b", drop=(5, 5))
    assert small(opened).chosen == "a"
    opened.click("letters:b")
    assert small(opened).chosen == "b"
    opened.click("tone")
    assert opened.app.ui.open == "tone"
    opened.click("tone-items:deny")
    assert small(opened).tone == "deny" and opened.app.ui.open == ""


def test_nothing_is_built_or_drawn_while_nothing_happens(opened: Hands) -> None:
    builds, draws = opened.app.builds, opened.app.draws
    for _ in range(5):
        opened.app.step()
    assert (opened.app.builds, opened.app.draws) == (builds, draws)
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=opened.at("primary"), rel=(0, 0), buttons=(0, 0, 0)))
    opened.app.step()
    assert (opened.app.builds, opened.app.draws) == (builds, draws + 1), "pointing draws, and builds nothing"


def test_what_has_the_focus_is_spoken() -> None:
    said: list[str] = []
    hands = Hands(App(Small(), speak=said.append))
    hands.key("Tab")
    assert said == [], "nobody is spoken to who did not ask for it"
    hands.app.change(replace(hands.app.settings, speech=True))
    hands.key("Tab", "1")
    assert said == ["menu button, Tone, warn, closed, T"]


def test_a_page_pushed_hands_its_result_to_the_one_below() -> None:
    class Asking(Small):
        answer: object = None

        def on(self, action: object) -> Answer:
            match action:
                case Do("send"):
                    return Push(Answering())
                case Do("returned", "question", result):
                    self.answer = result
            return None

    class Answering(Small):
        name = "Answering"

        def on(self, action: object) -> Answer:
            return Pop("question", 42)

    first = Asking()
    hands = Hands(App(first))
    hands.key("Enter")
    assert hands.app.screen.name == "Answering"
    hands.key("Enter")
    assert hands.app.screen is first and first.answer == 42


def test_an_error_in_a_page_is_told_and_the_window_lives(caplog: pytest.LogCaptureFixture) -> None:
    class Breaks(Small):
        name = "Breaks"

        def __init__(self) -> None:
            super().__init__()
            self.broken = False

        def build(self, ctx: Context) -> Node:
            if self.broken:
                raise RuntimeError("cannot be shown")
            return super().build(ctx)

        def on(self, action: object) -> Answer:
            if action == Do("send"):
                raise RuntimeError("boom")
            self.broken = True
            return None

    under = Small()
    app = App(under)
    app.tell(None)
    app._answer(Push(Breaks()))
    hands = Hands(app)
    hands.key("Enter")
    assert isinstance(app.screen, Trouble) and "boom" in caplog.text
    hands.key("Enter")
    assert app.screen.name == "Breaks", "after a failed action the page is still there"
    hands.key("2")
    assert isinstance(app.screen, Trouble) and "cannot be shown" in caplog.text
    hands.key("Enter")
    assert app.screen is under, "a page that cannot be shown is left"


def test_settings_show_at_once_and_are_kept(tmp_path: Path) -> None:
    hands = Hands(App(SettingsScreen(), folder=tmp_path))
    hands.click("theme:paper")
    hands.key("=", mod=pygame.KMOD_CTRL)
    assert (hands.app.settings.theme, hands.app.settings.text_scale) == ("paper", 1.1)
    kept = json.loads((tmp_path / "window.json").read_text())
    assert (kept["format"], kept["theme"], kept["text_scale"]) == (1, "paper", 1.1)
    assert App(Small(), folder=tmp_path).settings.theme == "paper"


@pytest.mark.parametrize("words", ["", "[]", "{", '{"format": 9}', '{"format": 1, "theme": "pink"}',
                                   '{"format": 1, "text_scale": "big"}'])
def test_settings_that_make_no_sense_are_no_reason_not_to_start(tmp_path: Path, words: str) -> None:
    (tmp_path / "window.json").write_text(words)
    assert App(Small(), folder=tmp_path).settings == Settings()


def test_the_window_can_be_made_smaller_and_larger(opened: Hands) -> None:
    for size, shown in (((1600, 900), (1600, 900)), ((300, 200), (1024, 640))):
        pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1]))
        opened.app.step()
        assert opened.app.surface.get_size() == shown
        assert opened.app.tree.rect[2:] == shown


def test_a_paper_goes_on_by_key_and_says_when_it_has_ended() -> None:
    hands = Hands(App(Gallery()))
    rest = find(hands.app.tree, "cable-text-rest")
    assert rest is not None and rest.name == "The rest of it" and not rest.hidden
    hands.key("PgDn", "PgDn", "PgDn")
    rest = find(hands.app.tree, "cable-text-rest")
    assert rest is not None and rest.name == "Back to the top"
    hands.key("PgUp")
    assert hands.app.ui.scrolled["cable-text"] == 0


def test_the_folds_follow_window_and_text_together() -> None:
    assert [fold_for((w, 900), 1.0) for w in (1600, 1280, 1024)] == [Fold.WIDE, Fold.MEDIUM, Fold.NARROW]
    assert {fold_for((w, 900), effective_scale((w, 900), 2.0)) for w in (1024, 1280, 1600, 1920)} == {Fold.ONE}


def test_a_page_that_cannot_be_painted_is_left_too() -> None:
    class Unpaintable(Small):
        def build(self, ctx: Context) -> Node:
            root = super().build(ctx)
            root.children[0].paint = object()
            return root

    app = App(Small())
    app._answer(Push(Unpaintable()))
    hands = Hands(app)
    assert isinstance(app.screen, Trouble)
    hands.key("Enter")
    assert type(app.screen) is Small


def test_every_error_has_its_own_sentence_and_a_way_on() -> None:
    said = {tuple(n.name for n in walk(compose(Trouble("The desk", lost, broken), (1280, 720), Settings(), UiState()))
                  if n.primary) for lost, broken in ((True, True), (False, True), (False, False))}
    assert said == {("Close the game",), ("Leave this page",), ("Go on",)}


SIZES = ((1024, 640), (1280, 720), (1600, 900), (1920, 1080))


@pytest.mark.parametrize("page", range(len(PAGES)), ids=PAGES)
def test_every_widget_lays_out_without_fault(page: int) -> None:
    """At every size and scale: nothing overlaps, nothing is cut, everything has a name and can be reached."""
    ready_headless()
    for size, scale, asking in product(SIZES, (1.0, 1.25, 1.5, 2.0), (False, True)):
        gallery = Gallery(page)
        gallery.asking = asking
        ui = UiState(open="" if page else "tone", hover="b5")
        root = compose(gallery, size, Settings(text_scale=scale), ui)
        assert problems(root, TypeMeasure(effective_scale(size, scale))) == [], f"{size} at {scale}"


@pytest.mark.parametrize("screen", [SettingsScreen(can_speak=True), Trouble("The desk", False, True)], ids=["set", "err"])
def test_the_windows_own_pages_lay_out_without_fault(screen: Screen) -> None:
    for size, scale in product(SIZES, (1.0, 1.5, 2.0)):
        root = compose(screen, size, Settings(text_scale=scale), UiState())
        assert problems(root, TypeMeasure(effective_scale(size, scale))) == [], f"{size} at {scale}"


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_every_look_can_be_painted_in_every_theme(theme: str) -> None:
    """Painted pages differ from an empty desk, and no look lacks its painter."""
    for page in range(len(PAGES)):
        picture = render(Gallery(page), (1024, 640), theme, ui=UiState(focus="primary", ring=True, hover="primary"))
        colours = {tuple(picture.get_at((x, y))) for x in range(8, 1024, 16) for y in range(8, 640, 16)}
        assert len(colours) > 60


def test_every_focusable_of_the_gallery_is_reached_by_tab_or_arrows() -> None:
    hands = Hands(App(Gallery(), size=(1280, 720)))
    wanted = {n.id for n in walk(hands.app.tree) if n.focusable and n.enabled}
    seen: set[str] = set()
    for _ in range(60):
        hands.key("Tab")
        group = hands.app.ui.focus.split(":")[0]
        seen |= {id for id in wanted if id.split(":")[0] == group}
    assert wanted <= seen
