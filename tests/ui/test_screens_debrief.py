"""The end of a play: what is asked first, what is opened then, and the report to keep."""

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pytest
from hands import Hands

from game.folders import SCENARIOS
from game.play.session import Session
from game.ui.app import App
from game.ui.compose import compose, effective_scale, ready_headless, render
from game.ui.faults import problems
from game.ui.measuring import TypeMeasure
from game.ui.screen import Do, Screen, UiState
from game.ui.screens.debrief import DebriefScreen
from game.ui.screens.debrief.files import bars
from game.ui.screens.debrief.screen import PAGES
from game.ui.screens.parts.library import Library
from game.ui.screens.ranking import RankingScreen
from game.ui.screens.shell import Seat, next_screen, open_screen
from game.ui.screens.title import TitleScreen
from game.ui.settings import THEME_NAMES, Settings
from game.ui.tree import Node, transcript, walk
from game.ui.widgets.plots import Bar, fewer

SIZES = ((1024, 640), (1280, 720), (1920, 1080))
SCALES = (1.0, 1.5, 2.0)


def over(flagship, folder: Path, *, asked: bool = False, length: str = "full") -> Seat:
    """A play by an automatic player to its end; `asked` answers what is asked before the files are opened."""
    play = Session.new(flagship, None, seed=7, length=length)
    play.play_by("steadfast")
    if asked:
        play.rank([state.id for state in reversed(play.states)])
        play.take_back(2)
    return Seat(play, Library(SCENARIOS, folder, folder / "cache"))


@pytest.fixture(scope="module")
def opened(flagship, tmp_path_factory: pytest.TempPathFactory) -> Seat:
    ready_headless()
    return over(flagship, tmp_path_factory.mktemp("debrief"), asked=True)


@pytest.fixture
def closed(flagship, tmp_path: Path) -> Seat:
    ready_headless()
    return over(flagship, tmp_path)


def pages(seat: Seat) -> Iterator[tuple[str, Screen]]:
    for id, _, _, _ in PAGES:
        screen = open_screen("debrief", seat)
        screen.on(Do("page", id))
        yield id, screen
    decisions = open_screen("debrief", seat)
    decisions.on(Do("page", "why"))
    decisions.on(Do("opened", "decisions"))
    yield "decisions", decisions
    third = open_screen("debrief", seat)
    third.on(Do("page", "why"))
    third.on(Do("of", "3"))
    yield "third parties", third
    other = open_screen("debrief", seat)
    other.on(Do("page", "theory"))
    other.on(Do("theory", "no-audience-costs"))
    yield "another theory", other


def laid_out(screen: Screen, size: tuple[int, int] = (1280, 720), scale: float = 1.0) -> Node:
    return compose(screen, size, Settings(text_scale=scale), UiState())


def said(screen: Screen) -> str:
    return "\n".join(transcript(laid_out(screen)))


def test_every_page_lays_out_without_fault(opened: Seat, closed: Seat) -> None:
    shown = [*pages(opened), *((name, open_screen(name, closed)) for name in ("closing", "ranking", "take_back"))]
    for (name, screen), size, scale in product(shown, SIZES, SCALES):
        root = laid_out(screen, size, scale)
        assert problems(root, TypeMeasure(effective_scale(size, scale))) == [], (name, size, scale)
        assert sum(node.primary for node in walk(root)) == 1, name


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_every_page_can_be_painted_small_and_large(opened: Seat, theme: str) -> None:
    for name, screen in pages(opened):
        for size, scale in (((1024, 640), 2.0), ((1920, 1080), 1.0)):
            picture = render(screen, size, theme, scale)
            seen = {tuple(picture.get_at((x, y))) for x in range(0, size[0], 16) for y in range(80, size[1] - 80, 16)}
            assert len(seen) > 24, (name, size)


def test_first_they_are_ranked_then_one_is_taken_back_and_only_then_the_files_open(closed: Seat) -> None:
    hands = Hands(App(next_screen(closed)))
    play = closed.session
    assert play.closing().rank_asked
    hands.key("Enter")
    ranking = hands.app.screen
    assert isinstance(ranking, RankingScreen)
    last = ranking.order[-1]
    for _ in ranking.order:
        hands.tab_to(f"up-{last}")
        hands.key("Enter")
        if ranking.order[0] == last:
            break
    order = tuple(ranking.order)
    assert order[0] == last, "Tab and Enter move a capital up"
    hands.click("primary")
    assert play.closing().ranked == order and not isinstance(hands.app.screen, DebriefScreen)
    assert not hands.there("primary"), "nothing is taken back before it is chosen"
    hands.click("turn-3")
    hands.click("primary")
    assert play.closing().took_back and isinstance(hands.app.screen, DebriefScreen)


def test_if_war_came_the_last_cable_is_read_before_anything_is_asked(closed: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    cable = ("At 04.10 the Sound was closed to us.", "We have no further instructions for you.")
    page = replace(closed.session.closing(), heading="War", last_cable=cable, election=None)
    monkeypatch.setattr(closed.session, "closing", lambda: page)
    screen = open_screen("closing", closed)
    told = said(screen)
    assert all(words in told for words in cable) and told.index(cable[0]) < told.index("Rank the capitals")
    for size, scale in product(SIZES, SCALES):
        assert problems(laid_out(screen, size, scale), TypeMeasure(effective_scale(size, scale))) == []


def test_before_the_files_are_opened_no_page_tells_a_number_of_trust(closed: Seat) -> None:
    for name in ("closing", "ranking", "take_back"):
        told = said(open_screen(name, closed)).casefold()
        assert not any(word in told for word in ("log-odds", "spearman", "belie", "verdict", "score")), name


def test_enter_alone_leads_through_every_file_to_the_verdict_and_home(opened: Seat) -> None:
    hands = Hands(App(open_screen("debrief", opened)))
    screen = hands.app.screen
    assert isinstance(screen, DebriefScreen) and screen.debrief is not None
    seen = []
    for _ in range(len(screen.debrief.files) + len(PAGES) - 1):
        seen.append((screen.page, screen.of if screen.page == 0 else 0))
        hands.key("Enter")
    assert seen == [*((0, i) for i in range(len(screen.debrief.files))), *((page, 0) for page in range(1, len(PAGES)))]
    assert isinstance(hands.app.screen, TitleScreen)


def test_a_file_is_read_with_its_minutes_margins_and_last_note(opened: Seat) -> None:
    screen = DebriefScreen(opened)
    assert screen.debrief is not None
    for of, file in enumerate(screen.debrief.files):
        screen.on(Do("of", str(of)))
        told = said(screen)
        for minute in file.minutes:
            assert minute.day in told and minute.by in told and minute.margin in told
        assert all(words in told for words in file.closing) and file.reference in told


def test_the_waterfall_adds_up_from_the_record_to_the_end(opened: Seat) -> None:
    debrief = DebriefScreen(opened).debrief
    assert debrief is not None
    for observer in debrief.observers:
        for belief in observer.beliefs:
            first, *steps, last = bars(belief, None)
            assert first.total and last.total
            assert first.size + sum(step.size for step in steps) == pytest.approx(last.size)


def test_where_there_is_no_room_the_smallest_steps_are_added_up_and_none_is_lost() -> None:
    sizes = (0.1, -0.9, 0.2, 1.1, -0.1)
    middle = [Bar(f"step {i}", size) for i, size in enumerate(sizes)]
    steps = [Bar("start", -0.5, total=True), *middle, Bar("end", -0.1, total=True)]
    shown = fewer(steps, 5)
    assert [bar.label for bar in shown] == ["start", "step 1", "step 3", "3 smaller things", "end"]
    assert sum(bar.size for bar in shown if not bar.total) == pytest.approx(0.4)
    assert fewer(steps, 7) == steps


def test_what_could_not_be_seen_is_told(opened: Seat) -> None:
    screen = DebriefScreen(opened)
    debrief = screen.debrief
    assert debrief is not None
    screen.on(Do("page", "unseen"))
    told = said(screen)
    first = debrief.observers[0]
    assert all(spell.value.casefold() in told.casefold() for spell in first.aims)
    cues = [cue for cue in debrief.cues if cue.of == 0]
    assert cues and all(cue.tells in told and cue.truth in told for cue in cues)


def test_the_account_tells_five_parts_the_ranking_and_the_one_taken_back(opened: Seat) -> None:
    screen = DebriefScreen(opened)
    debrief = screen.debrief
    assert debrief is not None and debrief.verdict is not None
    screen.on(Do("page", "account"))
    told = said(screen)
    assert debrief.verdict.title in told and "Spearman" in told
    assert all(f"{part.name}, {part.value:.0f} of 100" in told for part in debrief.score.parts)
    assert debrief.took_back is not None and debrief.took_back.did in told


def test_another_theory_may_judge_the_same_play(opened: Seat) -> None:
    """The last page names the theories; the one chosen judges every page, and is set beside the play's own."""
    screen = open_screen("debrief", opened)
    assert isinstance(screen, DebriefScreen) and screen.debrief is not None
    before = screen.debrief
    screen.on(Do("page", "theory"))
    assert "the theory that the play was made under" in said(screen)
    screen.on(Do("theory", "leader-centred"))
    told = said(screen)
    assert "Judged by another theory: Leader-centred reputation" in told and "continuity_other" in told
    assert all(one.short in told for one in before.observers) and "Standing by this theory" in told
    assert screen.debrief.observers != before.observers and screen.debrief.score == before.score


def test_the_report_is_written_beside_the_plays_and_the_screen_says_where(flagship, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    hands = Hands(App(open_screen("debrief", over(flagship, tmp_path, length="taster"))))
    screen = hands.app.screen
    assert isinstance(screen, DebriefScreen)
    hands.key("E")
    screen.keeping.wait()
    assert screen.poll(), "the window is told that it has ended"
    hands.app.stale()
    hands.app.step()
    written = sorted(path.name for path in (tmp_path / "debriefs" / "narrow-sea-7").iterdir())
    assert written == ["debrief.html", "debrief.json"]
    assert "debrief.html" in "\n".join(transcript(hands.app.tree))
    hands.key("Enter")
    assert not hands.there("report-read")


def test_a_folder_that_cannot_be_written_is_a_sentence_and_not_an_end(flagship, tmp_path: Path) -> None:
    (tmp_path / "debriefs").write_text("in the way")
    hands = Hands(App(open_screen("debrief", over(flagship, tmp_path, length="taster"))))
    screen = hands.app.screen
    assert isinstance(screen, DebriefScreen)
    hands.key("E")
    screen.keeping.wait()
    hands.app.stale()
    hands.app.step()
    assert any("could not be written" in line for line in transcript(hands.app.tree))
    hands.key("Esc")
    assert hands.app.running and not hands.there("report-read")
