"""The painters, without a window: words fit where they were measured, nothing missing stops a frame, maps come late."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.ui import compat
from game.ui.paint import assets, fonts, ground, icons, marks, paper, portraits, seals, shapes, stamp, strokes, terrain
from game.ui.paint import map as sea
from game.ui.paint import type as words
from game.ui.paint.boxes import BOXES, draw_focus, draw_named
from game.ui.paint.cache import CACHE, Cache
from game.ui.paint.chart import Chart
from game.ui.paint.scene import title_scene
from game.ui.theme import THEMES, Theme, contrast_ratio

SLATE = THEMES["slate"]
SHIPPED = assets.ASSETS
BODY = words.Style("serif", 17, "ink", leading=24)
CABLE = (
    "Councillor Holm received me at six, alone, standing. He had learned the sum from the radio, he said, and could not "
    "discuss a court. I think it **likely** that *Petrel* sails on the evening tide."
)


@pytest.fixture(autouse=True)
def drawing() -> Iterator[None]:
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.font.init()
    yield
    CACHE.forget()


def alpha_of(surface: pygame.Surface) -> np.ndarray:
    return pygame.surfarray.array_alpha(surface)


def pixels_of(surface: pygame.Surface) -> np.ndarray:
    return pygame.surfarray.array3d(surface).astype(int)


# -- words ---------------------------------------------------------------------------------------------------------


def test_marks_are_read_and_a_lone_star_stays_a_star() -> None:
    assert marks.runs("the *Petrel* sails") == [
        marks.Run("the "), marks.Run("Petrel", italic=True), marks.Run(" sails"),
    ]
    assert marks.runs("it is **likely**") == [marks.Run("it is "), marks.Run("likely", strong=True)]
    assert marks.plain("2 * 3 * 4") == "2 * 3 * 4"
    assert marks.plain("**Nine** of *ours*") == "Nine of ours"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [120, 300, 640])
def test_broken_text_keeps_every_word_and_its_width(width: int, scale: float) -> None:
    broken = words.layout(CABLE, BODY, width, scale)
    assert all(line.width <= width + 1 for line in broken.lines)
    set_again = "".join("".join(piece.words for piece in line.pieces) + " " for line in broken.lines)
    assert set_again.split() == marks.plain(CABLE).split() or width == 120
    assert set_again.replace(" ", "") == marks.plain(CABLE).replace(" ", "")
    assert broken.height == words.measure_block(CABLE, BODY, width, scale)


def test_a_word_longer_than_its_line_is_broken_not_clipped() -> None:
    broken = words.layout("Donaudampfschifffahrtsgesellschaft", BODY, 90)
    assert len(broken.lines) > 1
    assert all(line.width <= 91 for line in broken.lines)
    assert "".join(p.words for line in broken.lines for p in line.pieces) == "Donaudampfschifffahrtsgesellschaft"


def test_letters_stay_inside_the_height_that_was_measured() -> None:
    height = words.measure_block(CABLE, BODY, 300)
    page = pygame.Surface((340, height + 40))
    used = words.draw_block(page, CABLE, BODY, SLATE, pygame.Rect(20, 20, 300, 0))
    marked = np.argwhere(pixels_of(page).sum(2) > 0)
    assert used == height
    assert marked[:, 0].min() >= 18 and marked[:, 0].max() <= 322
    assert marked[:, 1].min() >= 20 and marked[:, 1].max() < 20 + height


def test_strong_words_are_brass_on_the_desk_and_ink_on_paper() -> None:
    on_desk = words.layout("it is **likely**", BODY, None).lines[0].pieces
    on_paper = words.layout("it is **likely**", words.Style("serif", 17, "pen"), None).lines[0].pieces
    assert (on_desk[-1].words, on_desk[-1].colour) == ("likely", "brass")
    assert (on_paper[-1].words, on_paper[-1].colour) == ("likely", "pen")
    assert on_paper[-1].name != on_paper[0].name, "bold, where the colour does not say it"


def test_larger_type_takes_more_room_and_boxes_do_not_decide_it() -> None:
    small, large = words.measure("Send the reply", BODY), words.measure("Send the reply", BODY, 2.0)
    assert large[0] == pytest.approx(small[0] * 2, abs=3)
    assert words.line_height(BODY, 2.0) == 2 * words.line_height(BODY)


def test_a_letter_missing_from_a_face_is_borrowed() -> None:
    pieces = words.layout("to Hafsund → home", BODY, None).lines[0].pieces
    assert [piece.name for piece in pieces] == ["serif-regular", "ui-medium", "serif-regular"]


def test_tracked_capitals_are_as_wide_as_they_were_measured() -> None:
    style = words.Style("ui", 13, "brass", "semibold", tracking=1.4)
    drawn = words.line_surface("THE BOX", style, SLATE)
    ink = np.argwhere(alpha_of(drawn).max(1) > 20)
    assert int(ink.max()) < words.measure("THE BOX", style)[0]
    assert words.measure("THE BOX", style)[0] > words.measure("THE BOX", words.Style("ui", 13, "brass", "semibold"))[0]


def test_text_is_set_once_and_then_kept() -> None:
    page = pygame.Surface((400, 300))
    words.draw_block(page, CABLE, BODY, SLATE, pygame.Rect(0, 0, 300, 0))
    made = CACHE.made
    words.draw_block(page, CABLE, BODY, SLATE, pygame.Rect(0, 50, 300, 0))
    assert CACHE.made == made
    words.draw_block(page, CABLE, BODY, THEMES["paper"], pygame.Rect(0, 0, 300, 0))
    assert CACHE.made > made, "another theme is another ink"


def test_a_file_that_is_no_font_is_replaced_and_reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """SDL opens it without a word and fails at the first letter."""
    shutil.copytree(SHIPPED / "fonts", tmp_path / "fonts")
    (tmp_path / "fonts" / "serif-regular.ttf").write_bytes(b"not a font")
    monkeypatch.setattr(assets, "ASSETS", tmp_path)
    fonts.forget_fonts()
    try:
        assert fonts.large_font("serif-regular", 48).size("Excellency,")[0] > 20
        assert [problem.split()[3] for problem in fonts.font_problems()] == ["serif-regular.ttf"]
    finally:
        monkeypatch.undo()
        fonts.forget_fonts()


def test_a_missing_font_is_replaced_and_reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(assets, "ASSETS", tmp_path)
    fonts.forget_fonts()
    try:
        assert words.line_surface("Excellency,", BODY, SLATE).get_width() > 20
        assert len(fonts.font_problems()) == len(list((SHIPPED / "fonts").glob("*.ttf")))
        assert (
            "The font file serif-regular.ttf could not be read, so a plain letter stands in for it."
            in fonts.font_problems()
        )
    finally:
        monkeypatch.undo()
        fonts.forget_fonts()
    assert fonts.font_problems() == []


def test_every_face_and_weight_finds_a_shipped_file() -> None:
    for face in ("ui", "serif", "title", "file", "hand", "press"):
        for weight in ("regular", "medium", "semibold", "bold"):
            for italic in (False, True):
                name = fonts.font_name(face, weight, italic)  # type: ignore[arg-type]
                assert assets.asset("fonts", f"{name}.ttf").is_file(), name


# -- shapes --------------------------------------------------------------------------------------------------------


def test_a_wide_box_stretched_is_the_box_drawn_whole() -> None:
    box = BOXES["panel"]
    stretched = alpha_of(shapes._boxed(400, 90, box, SLATE))
    whole = shapes._painted(shapes.rounded_distance(400, 90, 14, shapes._pad(2)), 90, shapes._pad(2), box, SLATE)
    assert stretched.shape == alpha_of(whole).shape
    assert np.abs(stretched.astype(int) - alpha_of(whole)).max() <= 1


def test_a_box_fills_its_rectangle_and_only_its_shadow_leaves_it() -> None:
    page = pygame.Surface((200, 120), pygame.SRCALPHA)
    rect = pygame.Rect(50, 30, 100, 50)
    draw_named(page, rect, "well", SLATE)
    inside = alpha_of(page)[rect.left : rect.right, rect.top : rect.bottom]
    assert (inside > 250).mean() > 0.98
    assert alpha_of(page).astype(bool).sum() <= rect.w * rect.h
    draw_named(page, rect, "panel", SLATE)
    assert alpha_of(page)[100, 84] > 20, "a card's shadow falls below it"


@pytest.mark.parametrize("theme", list(THEMES.values()), ids=list(THEMES))
def test_every_named_box_draws_in_every_theme_and_at_any_size(theme: Theme) -> None:
    page = pygame.Surface((300, 200), pygame.SRCALPHA)
    for name in BOXES:
        for size in ((1, 1), (9, 40), (260, 8), (260, 160)):
            draw_named(page, pygame.Rect((10, 10), size), name, theme)
    draw_focus(page, pygame.Rect(40, 40, 90, 30), theme, paper=True)
    assert alpha_of(page).any()


def test_a_chosen_card_and_its_word_have_no_line_between_them() -> None:
    page = pygame.Surface((240, 160))
    card, word = pygame.Rect(60, 20, 80, 70), pygame.Rect(20, 80, 200, 60)
    shapes.draw_union(page, [card, word], BOXES["chosen"], SLATE)
    brass = np.array(SLATE.colour("brass"))
    down = np.abs(pixels_of(page)[100, 24:136] - brass).sum(1)
    assert down.min() > 60, "nothing brass along a line through both"
    assert np.abs(pixels_of(page)[60:63, 50] - brass).sum(1).min() < 60, "but brass along the outside"


def test_the_cache_drops_what_was_used_least_lately() -> None:
    store = Cache(budget=3 * (100 * 100 * 4 + 256))

    def sheet() -> pygame.Surface:
        return pygame.Surface((100, 100), pygame.SRCALPHA)

    for name in ("a", "b", "c"):
        store.get((name,), sheet)
    store.get(("a",), sheet)
    store.get(("d",), sheet)
    assert store.made == 4 and store.held <= store.budget
    store.get(("a",), sheet)
    assert store.made == 4, "what was looked at again is still there"
    store.get(("b",), sheet)
    assert store.made == 5, "what was not has been dropped"
    store.forget("a")
    store.get(("a",), sheet)
    assert store.made == 6


# -- signs and faces -----------------------------------------------------------------------------------------------


def test_every_sign_draws_and_an_unknown_one_is_a_ring() -> None:
    for name in icons.icon_names():
        drawn = alpha_of(icons.icon(name, 20, SLATE.colour("soft")))
        assert 0.03 < (drawn > 60).mean() < 0.95, name
    ring = alpha_of(icons.icon("no-such-sign", 24, (255, 255, 255)))
    assert ring[12, 12] == 0 and ring[12, 4] > 100


def test_a_sign_is_drawn_in_the_colour_asked_for() -> None:
    drawn = icons.icon("check", 24, (10, 200, 30))
    assert (pixels_of(drawn)[alpha_of(drawn) > 0] == (10, 200, 30)).all()


def test_faces_are_discs_and_one_face_can_be_two_people() -> None:
    assert set(portraits.NUMBERED) == set(portraits.portrait_names())
    shown = {}
    for name in portraits.NUMBERED:
        face = portraits.portrait(name, 56, SLATE)
        assert alpha_of(face)[0, 0] == 0 and alpha_of(face)[28, 28] == 255
        shown[name] = pygame.image.tobytes(face, "RGBA")
    assert len(set(shown.values())) == len(shown)
    holm, reyk = (portraits.portrait(1, 56, SLATE, person=person) for person in ("holm", "reyk"))
    assert pygame.image.tobytes(holm, "RGBA") != pygame.image.tobytes(reyk, "RGBA")
    assert portraits.portrait("1", 56, SLATE, person="holm") is holm
    assert alpha_of(portraits.portrait("nobody", 56, SLATE))[28, 28] == 255


def test_seals_differ_by_shape_before_they_differ_by_colour() -> None:
    signs = [seals.emblem(key) for key in ("home", 0, 1, 2, 3, 4)]
    assert len(set(signs)) == 6
    assert all(sign in icons.icon_names() for sign in seals.SIGNS.values())
    for key in ("home", 0, 1, 2, "press", "third", "town", "navy"):
        page = pygame.Surface((60, 60))
        seals.draw_seal(page, key, (30, 30), 20, SLATE)
        ink, rim = seals.seal_colours(key, SLATE)
        assert contrast_ratio(ink, rim) >= 4.5
        assert pixels_of(page).any()
    flags = {pygame.image.tobytes(seals.flag(key, (60, 40), SLATE), "RGBA") for key in ("home", 0, 1, 2, 3, 4)}
    assert len(flags) == 6


# -- papers --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", list(THEMES.values()), ids=list(THEMES))
def test_text_stays_readable_on_the_darkest_part_of_a_sheet(theme: Theme) -> None:
    made = pixels_of(paper.sheet((300, 360), theme, folds=(0.5,)))
    margin = made[26:-26, 26:-26].reshape(-1, 3)
    darkest = tuple(int(c) for c in margin[margin.sum(1).argmin()])
    for ink in ("pen", "pen-soft", "hand", "stamp"):
        assert contrast_ratio(theme.colour(ink), darkest) >= 4.5, (ink, darkest)


def test_a_sheet_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    first = pygame.image.tobytes(paper.sheet((120, 160), SLATE, seed=4), "RGBA")
    CACHE.forget()
    assert pygame.image.tobytes(paper.sheet((120, 160), SLATE, seed=4), "RGBA") == first
    assert pygame.image.tobytes(paper.sheet((120, 160), SLATE, seed=5), "RGBA") != first


def test_a_turned_clipping_carries_its_words() -> None:
    def write(page: pygame.Surface, times: float) -> None:
        style = words.Style("press", 26 * times, "pen", "bold")
        words.draw_line(page, "The Post", style, SLATE, (20 * times, 20 * times))

    blank, written = paper.turned((200, 120), SLATE, 3), paper.turned((200, 120), SLATE, 3, write=write, key="post")
    assert written.get_width() > 200
    dark = [(pixels_of(s)[alpha_of(s) == 255].sum(1) < 300).sum() for s in (blank, written)]
    assert dark[0] == 0 and dark[1] > 100


def test_stamps_grounds_and_boards_draw() -> None:
    pressed = stamp.stamp(["Received", "20 Oct 2033"], SLATE)
    assert pressed.get_height() > 50 and 0 < alpha_of(pressed).mean() < 120
    for kind in ("leather", "cork", "folder"):
        assert alpha_of(paper.board((80, 60), SLATE, kind))[40, 30] == 255
    wide = pixels_of(paper.page((120, 160), SLATE, left=True)).sum(2)
    assert wide[60, 80] > wide[118, 80], "a left page darkens towards the gutter at its right"


def test_the_desk_does_not_band() -> None:
    desk = pixels_of(ground.ground((640, 360), SLATE))
    rows = desk[:, :, 2]
    assert len({tuple(rows[:64, y]) for y in range(360)}) > 300, "dithered: no two rows alike"
    assert abs(rows[300:340, 100:140].std()) < 2


@pytest.mark.parametrize("theme", list(THEMES.values()), ids=list(THEMES))
def test_captions_are_readable_everywhere_on_the_desk(theme: Theme) -> None:
    desk = pixels_of(ground.ground((400, 240), theme, strength=0.24)).reshape(-1, 3)
    worst = desk[desk.sum(1).argmax() if theme.dark else desk.sum(1).argmin()]
    for ink in ("ink", "soft", "mute"):
        assert contrast_ratio(theme.colour(ink), (int(worst[0]), int(worst[1]), int(worst[2]))) >= 4.5, (ink, worst)


def test_a_line_of_dashes_has_gaps_and_an_arrow_ends_where_it_points() -> None:
    page = pygame.Surface((200, 60), pygame.SRCALPHA)
    strokes.draw_dashes(page, [(10, 30), (190, 30)], (255, 255, 255), 2, 10, 8)
    row = alpha_of(page)[10:190, 29] > 100
    assert 8 <= (np.diff(row.astype(int)) == 1).sum() <= 11
    path = strokes.bow((20, 20), (160, 120))
    assert path[0] == pytest.approx((20, 20)) and path[-1] == pytest.approx((160, 120))
    half = strokes.part([(0, 0), (10, 0), (10, 10)], 0.75)
    assert half[-1] == pytest.approx((10, 5))
    assert strokes.trimmed([(0, 0), (100, 0)], 10, 20)[0] == pytest.approx((10, 0))


def test_svg_is_drawn_at_the_size_asked_for() -> None:
    svg = '<svg width="3" height="3" viewBox="0 0 2 2"><rect width="2" height="2" fill="#ff0000"/></svg>'
    drawn = compat.svg_surface(svg, (30, 30))
    assert drawn.get_size() == (30, 30) and tuple(drawn.get_at((15, 15)))[:3] == (255, 0, 0)
    with pytest.raises(ValueError, match="no <svg>"):
        compat.svg_surface("not a drawing", (10, 10))


# -- the map -------------------------------------------------------------------------------------------------------

SMALL = (234, 150)


def test_the_scenario_s_places_lie_where_the_map_has_land_and_sea() -> None:
    land = terrain.is_land(terrain.NARROW_SEA, sea.DEFAULT_SEED)

    def dry(x: float, y: float) -> bool:
        return bool(land[int(x * land.shape[0]), int(y * land.shape[1])])

    inland = [(0.15, 0.55), (0.80, 0.20), (0.78, 0.86), (0.47, 0.64), (0.82, 0.14), (0.80, 0.88)]
    fishing_grounds = [(0.50, 0.30), (0.60, 0.25), (0.65, 0.40), (0.55, 0.42), (0.57, 0.34), (0.40, 0.50)]
    assert all(dry(*place) for place in inland)
    assert not any(dry(*place) for place in fishing_grounds)


def test_a_small_map_shows_the_same_coasts_as_a_large_one() -> None:
    small, large = (terrain.is_land(terrain.NARROW_SEA, 5, side) for side in (150, 600))
    sampled = large[2::4, 2::4][: small.shape[0], : small.shape[1]]
    assert (sampled == small[: sampled.shape[0], : sampled.shape[1]]).mean() > 0.98


def test_the_first_picture_comes_at_once_and_the_fine_one_replaces_it() -> None:
    chart = sea.SeaMap(SLATE, size=SMALL)
    assert not chart.fine
    assert chart.view((120, 80)).get_size() == (120, 80)
    assert chart.wait(60) and chart.fine
    assert not chart.poll(), "it arrives once"


def test_a_map_is_kept_on_disk_and_a_damaged_one_is_made_again(tmp_path: Path) -> None:
    first = sea.SeaMap(SLATE, size=SMALL, folder=tmp_path, at_once=True)
    first.poll()
    kept = list(tmp_path.iterdir())
    assert len(kept) == 1 and kept[0].suffix == ".npz"
    picture = pygame.image.tobytes(first.view((100, 64)), "RGBA")
    kept[0].write_bytes(b"not a map")
    again = sea.SeaMap(SLATE, size=SMALL, folder=tmp_path, at_once=True)
    CACHE.forget()
    assert again.wait() and pygame.image.tobytes(again.view((100, 64)), "RGBA") == picture
    assert kept[0].stat().st_size > 1000, "and kept again"


def test_another_theme_or_seed_is_another_file(tmp_path: Path) -> None:
    for theme in (SLATE, THEMES["paper"]):
        for seed in (1, 2):
            sea.SeaMap(theme, seed=seed, size=SMALL, folder=tmp_path, at_once=True)
    assert len(list(tmp_path.glob("*.npz"))) == 4


def test_a_folder_that_cannot_be_written_does_not_matter(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("a file where a folder should be")
    assert sea.SeaMap(SLATE, size=SMALL, folder=blocked / "maps", at_once=True).wait()


def test_towns_in_the_water_are_moved_to_the_coast() -> None:
    chart = sea.SeaMap(SLATE, size=SMALL, at_once=True)
    assert chart.ashore((0.15, 0.55)) == (0.15, 0.55)
    moved = chart.ashore((0.31, 0.42))
    assert moved != (0.31, 0.42) and abs(moved[0] - 0.31) < 0.08
    assert chart.ashore((0.40, 0.50), reach=0.02) == (0.40, 0.50), "too far out to be a town"


def test_a_window_holds_its_places_and_keeps_its_shape() -> None:
    places = [(0.5, 0.3), (0.65, 0.42)]
    window = sea.window_about(places, (520, 257))
    assert all(window.x <= x <= window.x + window.width and window.y <= y <= window.y + window.height for x, y in places)
    assert window.width * terrain.ASPECT / window.height == pytest.approx(520 / 257)
    corner = sea.window_about([(0.99, 0.99)], (300, 300))
    assert corner.x + corner.width <= 1.0001 and corner.y + corner.height <= 1.0001
    whole = sea.window_about([], (1560, 1000))
    assert (whole.x, whole.y, whole.width, whole.height) == pytest.approx((0, 0, 1, 1))


def test_labels_keep_off_each_other_and_inside_the_frame() -> None:
    page, frame = pygame.Surface((900, 600)), pygame.Rect(20, 20, 860, 551)
    chart = Chart(page, frame, sea.SeaMap(SLATE, size=SMALL, at_once=True))
    chart.zone([(0.5, 0.3), (0.6, 0.25), (0.65, 0.4), (0.55, 0.42)], "The Box")
    chart.journey((0.62, 0.18), (0.27, 0.42), "good", "1  The crew, home")
    for name, place in {"Hafsund": (0.62, 0.18), "Varholm": (0.82, 0.14), "Skarrow": (0.27, 0.42)}.items():
        chart.place(name, place)
    before = list(chart.taken)
    chart.state(0, "Norland", (0.82, 0.15))
    label = chart.taken[-1]
    assert not any(label.colliderect(other) for other in before), "a state's name makes way for a town's"
    assert all(frame.contains(rect) for rect in chart.taken if rect.w > 20)
    size = len(chart.taken)
    chart.place("Elsewhere", (1.4, 0.5))
    assert len(chart.taken) == size, "what lies outside the window is not drawn"


def test_words_can_be_read_at_the_left_of_the_first_sight_in_every_theme() -> None:
    for theme in THEMES.values():
        scene = title_scene((800, 450), theme)
        assert scene.get_size() == (800, 450)
        left = pixels_of(scene)[45:290, 45:180].reshape(-1, 3)
        worst = left[left.sum(1).argmax() if theme.dark else left.sum(1).argmin()]
        assert contrast_ratio(theme.colour("ink"), (int(worst[0]), int(worst[1]), int(worst[2]))) >= 4.5, theme.name
        assert pixels_of(scene).std() > 8, "there is a picture"


def test_the_first_sight_covers_a_tall_window_and_a_wide_one() -> None:
    for size in ((500, 700), (900, 300)):
        edge = pixels_of(title_scene(size, SLATE))
        assert edge[0].any() and edge[-1].any() and edge[:, 0].any() and edge[:, -1].any()
