"""What is looked up, and what lies between administrations: sound at every size, silent about what is hidden, all of it by hand."""

import os
import re
from collections.abc import Callable
from itertools import product
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import numpy as np
import pygame
import pytest
from hands import Hands

from game.folders import SCENARIOS
from game.play.pages import Beat
from game.play.session import Session
from game.ui.app import App
from game.ui.compose import compose, effective_scale, ready_headless, render
from game.ui.faults import problems
from game.ui.measuring import TypeMeasure
from game.ui.screen import Do, Screen, UiState
from game.ui.screens.book import BookScreen
from game.ui.screens.dossier import DossierScreen
from game.ui.screens.glossary import GlossaryScreen
from game.ui.screens.handover import HandoverScreen
from game.ui.screens.parts.library import Library
from game.ui.screens.shell import Seat, open_screen
from game.ui.settings import THEME_NAMES, Settings
from game.ui.tree import Node, Role, find, transcript, walk
from game.ui.widgets.looks import Drawn

SIZES = ((1024, 640), (1280, 720), (1920, 1080))
SCALES = (1.0, 1.5, 2.0)
SHELF = ("home_front", "book", "dossier", "playbook", "glossary", "help", "map")
TRUST = re.compile(r"\btrust(s|ed|ing)?\b|log-odds|\bbelie[fv]s?\b|\breliability\b|\d\.\d", re.IGNORECASE)


def until(loaded: object, policy: str, seed: int, stop: Callable[[Session, int], bool]) -> Session:
    """A full play by an automatic player, up to where it is stopped."""
    session = Session.new(loaded, None, seed=seed, length="full")
    decisions = 0
    while session.beat is not Beat.CLOSED and not stop(session, decisions):
        move = session.by_policy(policy)
        session.hand_over(move) if session.beat is Beat.HANDOVER else session.submit(move)
        decisions += 1
    return session


@pytest.fixture(scope="module")
def seats(flagship, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seat]:
    """One seat in each situation: late in a term, high on the ladder, and on the night of a handover with something unminuted."""
    ready_headless()
    folder = tmp_path_factory.mktemp("shelf")

    def high(session: Session, _: int) -> bool:
        crisis = session.morning().crisis if session.beat is Beat.MORNING else None
        return crisis is not None and bool(crisis.accident) and crisis.fortnight > 0

    def private(session: Session, _: int) -> bool:
        return session.beat is Beat.HANDOVER and any(not one.minuted for one in session.handover().book)

    stops = {
        "late": ("steadfast", 7, lambda s, n: n == 14),
        "crisis": ("tit-for-tat", 5, high),
        "handover": ("random", 1, private),
        "first": ("steadfast", 7, lambda s, n: True),
    }
    plays = {name: until(flagship, policy, seed, stop) for name, (policy, seed, stop) in stops.items()}
    return {name: Seat(play, Library(SCENARIOS, folder, folder / "cache")) for name, play in plays.items()}


def screens(seats: dict[str, Seat]) -> dict[str, Screen]:
    """Every screen of the shelf and of the handover, in each of its parts."""
    made = {f"{name}, {when}": open_screen(name, seats[when]) for name in SHELF for when in ("late", "first")}
    for part in ("closed", "theirs"):
        made[f"book, {part}"] = page = open_screen("book", seats["late"])
        page.on(Do("part", part))
    for part in ("pledges", "advisers", "people"):
        for when in ("late", "first"):
            made[f"dossier, {part}, {when}"] = page = open_screen("dossier", seats[when], 1)
            page.on(Do("part", part))
    made["glossary, sought"] = GlossaryScreen(seats["late"], "pledge")
    made["crisis"] = open_screen("crisis", seats["crisis"])
    made["election"] = open_screen("election", seats["handover"])
    made["memo"] = open_screen("handover", seats["handover"])
    made["chair"] = page = open_screen("handover", seats["handover"])
    page.on(Do("seal"))
    return made


def laid_out(screen: Screen, size: tuple[int, int] = (1280, 720), scale: float = 1.0) -> Node:
    return compose(screen, size, Settings(text_scale=scale), UiState())


def test_every_screen_lays_out_without_fault(seats: dict[str, Seat]) -> None:
    for (name, screen), size, scale in product(screens(seats).items(), SIZES, SCALES):
        root = laid_out(screen, size, scale)
        assert problems(root, TypeMeasure(effective_scale(size, scale))) == [], (name, size, scale)
        assert sum(node.primary for node in walk(root)) == 1, name


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_every_screen_can_be_painted(seats: dict[str, Seat], theme: str) -> None:
    for name, screen in screens(seats).items():
        picture = render(screen, (1024, 640), theme)
        seen = {tuple(picture.get_at((x, y))) for x in range(0, 1024, 16) for y in range(80, 560, 16)}
        assert len(seen) > 24, name


def hidden_moved(session: Session) -> None:
    """Make everyone believe something else of home and be something else, behind the player's back."""
    world = session.course.game.world
    world.prior += 2.5
    world.fading -= 0.75
    world.lasting += np.linspace(-3, 3, world.lasting.size).reshape(world.lasting.shape)
    world.record_mean[:] = 0.03
    world.aim[:] = 1 - world.aim
    world.honest[:] = ~world.honest


def test_no_screen_changes_when_only_their_beliefs_and_aims_do(flagship, tmp_path: Path) -> None:
    """The strongest form of "trust is not shown": not in words, not in a bar's length, not in a colour or an icon."""
    ready_headless()
    for policy, seed, stop in (("steadfast", 7, 14), ("tit-for-tat", 5, 10)):
        play = until(flagship, policy, seed, lambda s, n, stop=stop: n == stop)
        seat = Seat(play, Library(SCENARIOS, tmp_path, tmp_path))
        names = [*SHELF, *(["crisis"] if play.morning().crisis else [])]
        before = {name: looks(laid_out(open_screen(name, seat))) for name in names}
        hidden_moved(play)
        for name in names:
            assert looks(laid_out(open_screen(name, seat))) == before[name], name


def looks(root: Node) -> list[object]:
    """All that can be read or seen of a tree: words, state and what is painted."""
    return [
        (n.role, n.name, n.value, n.description, n.selected, n.enabled, n.text and n.text.words, n.text and n.text.style,
         n.paint.key if isinstance(n.paint, Drawn) else n.paint)
        for n in walk(root)
    ]  # fmt: skip


def test_nothing_says_how_far_home_is_believed(seats: dict[str, Seat]) -> None:
    for name, screen in screens(seats).items():
        if name.startswith(("glossary", "election")):
            continue  # the glossary explains the words of the trade; a vote is public
        said = " ".join(n.name + " " + n.value for n in walk(laid_out(screen)) if n.role in (Role.HEADING, Role.STATUS, Role.TAB))
        assert not TRUST.search(said), (name, TRUST.search(said))


def test_the_ladder_tells_who_stands_where_and_who_climbed(seats: dict[str, Seat]) -> None:
    seat = seats["crisis"]
    crisis = seat.session.morning().crisis
    said = "\n".join(transcript(laid_out(open_screen("crisis", seat))))
    theirs = next(rung for rung in crisis.rungs if rung.theirs)
    assert re.search(rf"Rung {theirs.number}, {theirs.name}.*{crisis.other.short} stands here", said, re.IGNORECASE)
    assert crisis.accident in said and crisis.answer_by in said
    for act in crisis.acts:
        assert act.text in said
    for way in (*crisis.ways_out, *crisis.their_ways_out):
        assert str(way.cheapest) in said and str(way.dearest) in said


def test_from_the_ladder_enter_leads_to_the_desk_and_esc_back_to_the_cable(seats: dict[str, Seat]) -> None:
    hands = Hands(App(open_screen("crisis", seats["crisis"])))
    hands.key("Enter")
    assert type(hands.app.screen).__name__ == "DeskScreen"
    hands = Hands(App(open_screen("crisis", seats["crisis"])))
    hands.key("Esc")
    assert type(hands.app.screen).__name__ == "MorningScreen"


def test_after_the_vote_comes_the_memo_and_its_own_key_closes_what_is_looked_up(seats: dict[str, Seat]) -> None:
    hands = Hands(App(open_screen("election", seats["handover"])))
    hands.key("Enter")
    assert isinstance(hands.app.screen, HandoverScreen)
    hands.key("B")
    assert isinstance(hands.app.screen, BookScreen)
    assert not any(n.id.startswith("answer-") for n in walk(hands.app.tree)), "no reply is being written on that night"
    hands.key("B")
    assert isinstance(hands.app.screen, HandoverScreen)


def test_by_keys_alone_the_book_is_opened_an_entry_answered_and_the_answer_lies_on_the_desk(seats: dict[str, Seat]) -> None:
    seat = seats["late"]
    seat.draft = None
    hands = Hands(App(open_screen("help", seat)))
    hands.key("B")
    assert isinstance(hands.app.screen, BookScreen), "one screen of the shelf takes the other's place"
    page = seat.session.book()
    entry = next(e for e in page.open if any(a.id == "break" and a.available for a in e.actions))
    hands.tab_to(f"entry-{entry.id}")
    if not hands.node(f"entry-{entry.id}").selected:  # Enter on the entry that is open already would go on, and close the book
        hands.key("Enter")
    hands.tab_to(f"answer-{entry.id.replace('/', '-')}")
    for _ in entry.actions:
        if seat.reply().book.get(entry.id) == "break":
            break
        hands.key("Right")
    assert seat.reply().book[entry.id] == "break"
    hands.key("Esc")
    assert not hands.app.running, "Esc leads back to what stood under it"
    seat.draft = None


def test_by_mouse_alone_the_map_leads_to_a_dossier_and_its_parts(seats: dict[str, Seat]) -> None:
    hands = Hands(App(open_screen("map", seats["late"])))
    hands.click("state-velmar")
    screen = hands.app.screen
    assert isinstance(screen, DossierScreen) and screen.of == 1
    hands.click("parts:advisers")
    hands.click("states:2")
    assert (screen.part, screen.of) == ("advisers", 2)
    hands.click("primary")
    assert hands.app.screen.name == "Situation map"


def test_the_dossier_says_the_last_word_and_names_every_reporter(seats: dict[str, Seat]) -> None:
    page = seats["late"].session.dossier(0)
    said = "\n".join(transcript(laid_out(open_screen("dossier", seats["late"], 0))))
    assert page.last_word in said
    assert page.cues and all(cue.by.name in said and cue.dated in said for cue in page.cues)


def test_the_glossary_finds_by_a_part_of_a_word(seats: dict[str, Seat]) -> None:
    hands = Hands(App(GlossaryScreen(seats["late"])))
    hands.key("F", mod=pygame.KMOD_CTRL)
    hands.key(*"ambassador"[:6])
    terms = [n.name for n in walk(hands.app.tree) if n.role is Role.TEXT and n.description]
    assert terms and "ambas" in "".join(transcript(hands.app.tree)).casefold()
    assert isinstance(hands.app.screen, GlossaryScreen) and hands.app.screen.sought == "ambass", "typed letters are not shortcuts"


def test_an_initiative_goes_into_the_programme_and_out_again(seats: dict[str, Seat]) -> None:
    seat = seats["first"]
    seat.draft = None
    hands = Hands(App(open_screen("playbook", seat)))
    families = seat.session.playbook().families
    item = next(i for i in families[0].items if i.available and not i.running)
    hands.click(f"programme-{item.id}")
    assert seat.reply().programme == (item.id,)
    hands.click(f"programme-{item.id}")
    assert seat.reply().programme == ()


def test_four_lines_of_ink_and_what_nobody_wrote_down_is_not_in_the_new_book(flagship, tmp_path: Path) -> None:
    ready_headless()
    stop = lambda s, n: s.beat is Beat.HANDOVER and any(not one.minuted for one in s.handover().book)  # noqa: E731
    play = until(flagship, "random", 1, stop)
    seat = Seat(play, Library(SCENARIOS, tmp_path, tmp_path))
    page = play.handover()
    hands = Hands(App(open_screen("handover", seat)))
    screen = hands.app.screen
    assert isinstance(screen, HandoverScreen)
    lines = [line for line in page.ink if line.available]
    for line in lines[:4]:
        hands.click(f"ink-{line.id}")
    assert screen.passing.ink == tuple(line.id for line in lines[:4])
    if len(lines) > 4:
        fifth = find(hands.app.tree, f"ink-{lines[4].id}")
        assert fifth is not None and not fifth.enabled, "there is no fifth line"
    hands.click("primary")
    shown = {one.id for one in screen._inherited(page)}
    for one in page.book:
        in_book = one.minuted or page.same_party or f"word:{one.id}" in screen.passing.ink
        assert (one.id in shown) == in_book
    answered = next(iter(shown))
    hands.tab_to(f"honour-{answered.replace('/', '-')}")
    hands.key("Left")
    hands.click("primary")
    assert play.beat is not Beat.HANDOVER
    passed = play.course.chronicle.passed[-1].did
    assert passed.ink == tuple(line.id for line in lines[:4]) and passed.honour == {answered: "affirm"}
