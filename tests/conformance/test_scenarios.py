"""What every shipped scenario must do, whoever wrote it: read clean, play to a verdict at every length, and keep its promises of size."""

from __future__ import annotations

import numpy as np
import pytest

from game.authoring import verdict
from game.insight.simulate import run
from game.play.policies import MANNERS, policy
from game.rules.ledger import What
from game.rules.turn import Game
from game.rules.vocabulary import LENGTHS
from tests.conformance.shipped import SCENARIOS, scenario, shipped

SEEDS = np.arange(4, dtype=np.uint64)
# play.md 1: the seasons of a length, and twice the crisis turns it asks for at most
MOST_TURNS = {"taster": 4 + 2 * 3, "class": 3 * 4 + 2 * 6, "full": 3 * 8 + 2 * 15}

lengths = pytest.mark.parametrize("length", LENGTHS)


def test_there_is_a_scenario_to_play():
    assert SCENARIOS


@shipped
def test_it_reads_without_a_remark(path):
    """Nothing to say against what ships: no error, no warning, no note."""
    loaded, found = scenario(path)
    assert loaded is not None and found == []


@shipped
@lengths
def test_it_is_declared_at_every_length(path, length):
    """One scenario, three lengths, declared by its author (play.md 1)."""
    assert length in scenario(path)[0].lengths


@shipped
@lengths
@pytest.mark.parametrize("name", [m.name for m in MANNERS])
def test_every_player_comes_to_a_verdict(path, length, name):
    """Nobody gets stuck: in the seasons of its terms and the fortnights of its crises each play ends, and is told as something."""
    loaded, _ = scenario(path)
    s = loaded.played(length)
    outcome = run(s, policy(name), SEEDS)
    assert outcome.row_turns <= len(SEEDS) * MOST_TURNS[length]
    assert ((outcome.parts >= 0) & (outcome.parts <= 100)).all() and np.isfinite(outcome.campaign).all()
    assert ((outcome.verdict >= 0) & (outcome.verdict < len(s.verdicts))).all()


@shipped
@lengths
def test_a_length_ends_in_its_number_of_terms(path, length):
    """Each term is a vote, a fall seats a successor for the rest of it, and only war ends a campaign early (rulings 9 and 19)."""
    s = scenario(path)[0].played(length)
    game, player = Game(s, np.arange(30)), policy("prudent")
    for _ in range(80):
        if game.phase == "closed":
            break
        game.play_turn(player)
    world, peace = game.world, ~game.world.war
    assert world.closed.all() and peace.any()
    assert (world.elections[peace] == s.terms).all() and (world.term[peace] == s.terms - 1).all()
    assert (world.season[peace] == s.terms * s.term_seasons - s.pace).all()
    assert (world.elections[world.war] < s.terms).all()
    assert (verdict(s, world) >= 0).all()


@shipped
def test_every_climate_can_be_chosen(path):
    """rulings 7: the scenario's own three or more; each fixes what it says it fixes."""
    loaded, _ = scenario(path)
    assert len(loaded.scenario.climates) >= 3
    for name, climate in loaded.scenario.climates.items():
        game = Game(loaded.played("taster", climate=name), np.arange(50))
        game.brief()
        for counterpart, aim in climate.aims.items():
            assert (game.world.aim[:, counterpart] == aim).all()
        if climate.restless is not None:
            assert (game.world.restless == climate.restless).all()


@shipped
@lengths
def test_a_play_fits_in_four_kilobytes(path, length):
    """design.md: a row of the table is at most 4,096 bytes, so that some thousands lie in a processor's cache."""
    assert Game(scenario(path)[0].played(length), np.arange(64)).world.bytes_per_row <= 4096


@shipped
def test_a_year_told_in_one_turn_is_the_same_rules(path):
    """A class's turn is a year (rulings 9): its seasons go by twos, and its terms end in the same season as the full length's."""
    loaded, _ = scenario(path)
    full, short = loaded.played("full"), loaded.played("class")
    assert (short.pace, short.terms) == (2 * full.pace, full.terms)
    assert short.term_seasons == full.term_seasons and short.crisis_turns <= full.crisis_turns


@shipped
def test_what_an_author_wrote_is_met_in_play(path, record_property, capsys):
    """Nearly every inject and option comes up in some hundreds of random plays; which did not is printed, for the author."""
    s = scenario(path)[0].played("full")
    met = run(s, policy("random"), np.arange(500, dtype=np.uint64)).met
    names = {i: id_ for id_, i in s.names["injects"].items() if i > 0}
    missed = [names[i] for i in names if not met.injects[i]]
    options = [f"{names[i]}/{o}" for i in names for n, o in enumerate(s.option_names[i]) if not met.offered[i, n]]
    record_property("never met", ", ".join(missed))
    with capsys.disabled():
        if missed or options:
            print(f"\n{s.id}: never met {', '.join(missed) or 'none'}; never offered {', '.join(options) or 'none'}")
    assert len(missed) <= 0.1 * len(names) and len(options) <= 0.15 * sum(len(s.option_names[i]) for i in names)
    assert met.injects[0] > 0, "quiet seasons are part of a campaign"


@shipped
def test_every_change_of_a_play_has_its_line(path):
    """Law 4, over what ships: within a term, the account of mandate, people and strain is the sum of its reasons."""
    s = scenario(path)[0].played("full")
    game = Game(s, np.arange(8), watched=range(8))
    for _ in range(5):
        game.play_turn(policy("random"))
    assert (game.world.term == 0).all()
    for what, column in ((What.MANDATE, "ticks"), (What.PEOPLE, "people"), (What.STRAIN, "strain")):
        for row in range(8):
            total = sum(line.size for line in game.ledger.lines if line.what == what and line.row == row)
            assert abs(total - getattr(game.world, column)[row]) < 1e-5, (what, row)
