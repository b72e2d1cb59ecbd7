"""The three themes keep the promises of the art direction: every text readable, every outline seen, no pure black."""

from __future__ import annotations

import pytest

from game.ui.theme import OUTLINE_PAIRS, TEXT_PAIRS, THEMES, Theme, contrast_ratio, hex_colour, luminance, mix

EVERY_THEME = pytest.mark.parametrize("theme", list(THEMES.values()), ids=list(THEMES))


def test_the_formula_agrees_with_values_known_from_the_standard() -> None:
    assert contrast_ratio((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast_ratio((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
    assert contrast_ratio(hex_colour("#182536"), hex_colour("#eef2f7")) == pytest.approx(13.8, abs=0.1)


@EVERY_THEME
def test_text_is_readable_on_every_ground_it_may_stand_on(theme: Theme) -> None:
    poor = {
        (ink, ground): round(contrast_ratio(theme.colour(ink), theme.colour(ground)), 2)
        for ink, ground in TEXT_PAIRS
        if contrast_ratio(theme.colour(ink), theme.colour(ground)) < 4.5
    }
    assert not poor


@EVERY_THEME
def test_outlines_that_mean_something_are_seen(theme: Theme) -> None:
    poor = {
        (line, ground): round(contrast_ratio(theme.colour(line), theme.colour(ground)), 2)
        for line, ground in OUTLINE_PAIRS
        if contrast_ratio(theme.colour(line), theme.colour(ground)) < 3
    }
    assert not poor


@EVERY_THEME
def test_states_and_rungs_are_readable_in_their_own_colours(theme: Theme) -> None:
    assert all(contrast_ratio(state.ink, state.seal) >= 4.5 for state in theme.states)
    assert all(contrast_ratio(rung.ink, rung.fill) >= 4.5 for rung in theme.rungs)
    assert len(theme.rungs) == 7


def test_the_high_contrast_theme_reaches_seven_to_one() -> None:
    theme = THEMES["contrast"]
    lowest = min(TEXT_PAIRS, key=lambda pair: contrast_ratio(theme.colour(pair[0]), theme.colour(pair[1])))
    assert contrast_ratio(theme.colour(lowest[0]), theme.colour(lowest[1])) >= 7, lowest


@EVERY_THEME
def test_every_theme_has_the_same_tokens(theme: Theme) -> None:
    assert set(theme.colours) == set(THEMES["slate"].colours)


@EVERY_THEME
def test_dark_themes_are_dark_and_the_light_one_is_light(theme: Theme) -> None:
    assert (luminance(theme.colour("desk")) < luminance(theme.colour("ink"))) is theme.dark
    assert theme.colour("desk") not in ((0, 0, 0), (255, 255, 255))


def test_states_are_home_and_then_the_others_in_their_order() -> None:
    theme = THEMES["slate"]
    assert theme.state("home").ink == hex_colour("#7db2e6")
    assert theme.state(0).ink == hex_colour("#e58a72")
    assert theme.state(5) == theme.state(0), "a sixth neighbour shares the first one's colours, never home's"


def test_an_unknown_token_is_named_in_the_error() -> None:
    with pytest.raises(KeyError, match="slate.*mauve"):
        THEMES["slate"].colour("mauve")
    assert THEMES["slate"].colour((1, 2, 3)) == (1, 2, 3)
    with pytest.raises(ValueError, match="not a colour"):
        hex_colour("brass")


def test_mixing_runs_from_the_first_colour_to_the_second() -> None:
    assert mix((0, 0, 0), (200, 100, 50), 0) == (0, 0, 0)
    assert mix((0, 0, 0), (200, 100, 50), 1) == (200, 100, 50)
    assert mix((0, 0, 0), (200, 100, 50), 0.5) == (100, 50, 25)
