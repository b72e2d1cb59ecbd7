"""The season's screens at every size, scale and fold: nothing cut off, nothing over anything, nothing told that is hidden."""

import os
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pytest

from game.authoring import load
from game.folders import SCENARIOS
from game.play.pages import Beat
from game.play.session import Session
from game.ui.compose import compose, effective_scale, ready_headless, render
from game.ui.faults import problems
from game.ui.measuring import TypeMeasure
from game.ui.screen import Do, Screen, UiState
from game.ui.screens.chooser import ChooserScreen
from game.ui.screens.parts.library import Library
from game.ui.screens.plays import PlaysScreen
from game.ui.screens.shell import Seat, next_screen, open_screen
from game.ui.screens.title import TitleScreen
from game.ui.settings import THEME_NAMES, Settings
from game.ui.tree import transcript

SIZES = ((1024, 640), (1280, 720), (1920, 1080))
SCALES = (1.0, 1.5, 2.0)
HIDDEN = re.compile(r"\btrust|\bbelie[fv]|log-odds|reliab|\bresolve\b|\d ?%|\+\d|[-−]\d", re.IGNORECASE)
"""What no page of the season may say in the game's own words: the authors' sentences are read by `check`, not here."""


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Screen]:
    ready_headless()
    saves = tmp_path_factory.mktemp("saves")
    return dict(_screens(saves))


def _screens(saves: Path) -> Iterator[tuple[str, Screen]]:
    """Every kind of page there is in two terms of a play by an automatic player; the screens keep their page."""
    library = Library(SCENARIOS, saves, saves / "cache")
    loaded = load(SCENARIOS / "narrow-sea")
    for number in (1, 2):
        Session.new(loaded, saves / f"narrow-sea-{number}.jsonl", seed=number, length="taster", started="2031-04-14")
    yield "title", TitleScreen(library)
    yield "plays", PlaysScreen(library)
    yield "chooser", ChooserScreen(library)
    yield "greeting", next_screen(Seat(Session.new(loaded, None, seed=7, length="full"), library))
    yield from _desks(loaded, library)
    seen: set[str] = set()
    for seed in range(1, 9):  # whatever the scenario's authors change: play until every kind of turn has been met
        if not {"quiet", "crisis", "season"} <= {kind.partition("-")[0] for kind in seen}:
            yield from _turns(Session.new(loaded, None, seed=seed, length="full"), library, seen)
    assert {"quiet", "crisis", "season"} <= {kind.partition("-")[0] for kind in seen}


def _turns(session: Session, library: Library, seen: set[str]) -> Iterator[tuple[str, Screen]]:
    """A play by an automatic player: each kind of morning, desk and morning after the first time it comes."""
    while session.beat is not Beat.CLOSED:
        if session.beat is Beat.HANDOVER:
            session.hand_over(session.by_policy("steadfast"))
            continue
        seat, morning = Seat(session, library), session.morning()
        seat.seen.add("opening")
        seat.change(session.by_policy("steadfast"))
        desk = session.desk()
        kind = "quiet" if morning.cable is None else "crisis" if morning.crisis is not None else "season"
        kind += "-due" if len(desk.entries) > 2 else ""
        kind += "-estimate" if desk.estimate else ""
        if kind not in seen:
            seen.add(kind)
            yield f"{kind}-morning", Kept(next_screen(seat))
            if morning.cable is not None:
                yield f"{kind}-desk", Kept(open_screen("desk", seat))
        session.submit(seat.reply())
        after = open_screen("after", seat)
        count = f"after-{len(after.page.consequences)}"
        if count not in seen:
            seen.add(count)
            yield count, after
            every = open_screen("after", seat)
            every.on(Do("all"))
            yield f"{count}-all", every


def _desks(loaded: object, library: Library) -> Iterator[tuple[str, Screen]]:
    """The first desk in each of its states, each with a seat of its own."""
    for name, *actions in (
        ("desk-before",),
        ("desk-chosen", Do("act", "a-list")),
        ("desk-silent", Do("act", "a-list"), Do("silent", "norland")),
        ("word", Do("act", "a-list"), Do("compose", "velmar")),
        ("word-promise", Do("act", "a-list"), Do("compose", "tarn"), Do("word", "tone", "promise")),
        ("programme", Do("act", "a-boat"), Do("plan")),
        ("refused", Do("send")),
    ):
        desk = open_screen("desk", Seat(Session.new(loaded, None, seed=7, length="full"), library))
        for action in actions:
            desk.on(action)
        yield name, desk
    yield "menu", open_screen("menu", Seat(Session.new(loaded, None, seed=7, length="full"), library))


class Kept(Screen):
    """A screen of an earlier turn, built while its turn still stood: its session has gone on since."""

    def __init__(self, desk: Screen) -> None:
        self.name = desk.name
        self.trees = {
            (size, scale): compose(desk, size, Settings(text_scale=scale), UiState())
            for size, scale in product(SIZES, SCALES)
        }


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_screen_stands_in_every_window(screens: dict[str, Screen], size: tuple[int, int], scale: float) -> None:
    measure = TypeMeasure(effective_scale(size, scale))
    found = {name: problems(_tree(screen, size, scale), measure) for name, screen in screens.items()}
    assert {name: faults for name, faults in found.items() if faults} == {}


def _tree(screen: Screen, size: tuple[int, int], scale: float):
    return (
        screen.trees[size, scale]
        if isinstance(screen, Kept)
        else compose(screen, size, Settings(text_scale=scale), UiState())
    )


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_every_screen_can_be_drawn_in_every_theme(screens: dict[str, Screen], theme: str) -> None:
    for name in ("title", "chooser", "greeting", "desk-chosen", "word", "programme", "menu"):
        picture = render(screens[name], (1024, 640), theme)
        assert picture.get_at((512, 320)) != picture.get_at((4, 4)) or name == "title"


def test_no_page_of_the_season_tells_what_is_hidden(screens: dict[str, Screen]) -> None:
    """Words of the window itself: names of controls, states and badges, which no author wrote."""
    for name, screen in screens.items():
        if name in ("title", "plays", "chooser", "menu"):
            continue
        told = [
            line
            for line in transcript(_tree(screen, (1280, 720), 1.0))
            if line.startswith(("status", "button", "choice", "switch"))
        ]
        assert [line for line in told if HIDDEN.search(line.partition(", ")[2].partition(",")[0])] == [], name


def test_the_folds_differ(screens: dict[str, Screen]) -> None:
    """Cards beside each other in a wide window, rows in a narrow one."""

    def rows(size: tuple[int, int]) -> int:
        tree = _tree(screens["desk-chosen"], size, 1.0)
        return len({node.rect.y for node in _walk(tree) if node.id.startswith("acts:")})

    assert rows((1920, 1080)) == 1 and rows((1024, 640)) == 3


def _walk(node):
    yield node
    for child in node.children:
        yield from _walk(child)
