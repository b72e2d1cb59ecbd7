"""A debrief by another theory says whose it is, tells the play's own events, and sets the two side by side."""

from __future__ import annotations

import json
from functools import cache

import pytest

from game.folders import SCENARIOS
from game.insight import debrief_file, debrief_of, panel_file, panel_of
from game.insight.export import panel_to_json, to_json
from game.insight.report import page
from game.play.session import Session
from game.rules.theories import THEORIES
from game.text.debrief import sections
from game.text.pages import theories as lines


@pytest.fixture(scope="module")
def judged(played):
    """judged("state-centred") -> the opportunist's play, judged by it."""
    return cache(lambda id: debrief_of(played("opportunist", 2), id))


def words(found) -> str:
    return " ".join(line.text for line in found)


def test_the_events_are_the_plays_and_the_beliefs_are_the_theorys(judged):
    """Injects, signs, votes, pledges, account and verdict stand; what observers believed does not."""
    own, here = judged(""), judged("state-centred")
    for name in (
        "turns",
        "cues",
        "crises",
        "leaks",
        "votes",
        "pledges",
        "score",
        "verdict",
        "files",
        "rankings",
        "advisers",
    ):
        assert getattr(own, name) == getattr(here, name), name
    assert [o.rungs for o in own.observers] == [o.rungs for o in here.observers]
    assert [o.composite for o in own.observers] != [o.composite for o in here.observers]
    assert (own.theory.id, own.judged, here.theory.id) == ("default", None, "state-centred")
    assert here.judged.own == own.theory


def test_by_its_own_theory_a_debrief_is_the_plain_one(judged):
    assert judged("default") == judged("")


def test_the_two_are_set_side_by_side_at_the_end(judged):
    """Each figure of the table stands in one of the two debriefs, and the farthest point is the farthest."""
    own, here = judged(""), judged("leader-centred")
    table = here.judged.beliefs
    assert len(table) == len(own.observers) * 4 and len(here.judged.groups) == len(own.groups)
    pairs = [
        (a.p, b.p)
        for o, p in zip(own.observers, here.observers, strict=True)
        for a, b in zip(o.beliefs, p.beliefs, strict=True)
    ]
    assert [(one.own, one.here) for one in table] == [(a[-1], b[-1]) for a, b in pairs]
    apart = here.judged.apart.beside
    assert abs(apart.here - apart.own) == max(abs(x - y) for a, b in pairs for x, y in zip(a, b, strict=True)) > 0.1


def test_a_theory_of_publics_parts_from_the_play_at_home(played):
    """A hawk's play: beliefs abroad are the same to the bit, and the farthest point is a group's approval."""
    here = debrief_of(played("hawk", 3), "dovish-public")
    assert all(one.own == one.here for one in here.judged.beliefs)
    assert here.judged.apart.beside.what == "Approval" and here.judged.standing[0] == here.judged.standing[1]


def test_the_panel_holds_every_theory_beside_the_plays_own(played, judged):
    """Each row is that theory's debrief at its end."""
    panel = panel_of(played("opportunist", 2))
    assert [row.theory.id for row in panel.rows] == list(THEORIES) and [
        row.theory.id for row in panel.rows if row.own
    ] == ["default"]
    for row in panel.rows:
        one = judged(row.theory.id)
        assert row.composites == tuple(o.composite[-1] for o in one.observers)
        assert row.approval == one.approval[-1]
        assert row.standing == (
            one.judged.standing[1] if one.judged else next(p.value for p in one.score.parts if p.id == "standing")
        )
    printed = list(lines.panel(panel))
    assert sum("*" in line for line in printed) == 2 and all(
        any(line.startswith(id) for line in printed) for id in THEORIES
    )
    told = json.loads(json.dumps(panel_to_json(panel)))
    assert set(told["theories"]) == set(THEORIES) and told["theory"] == "default"
    assert set(told["theories"]["pure-bayes"]["trust"]) == {o.id for o in judged("").observers}


def test_it_is_told_in_the_terminal_the_report_and_to_programs(judged):
    """The line before anything is opened, the table at the end; the plain debrief has neither."""
    own, here = judged(""), judged("no-audience-costs")
    names = [section.name for section in sections(here)]
    assert names[0] == "The theory that judges here" and "Beside the play’s own theory" in names
    assert not {"The theory that judges here", "Beside the play’s own theory"} & {
        section.name for section in sections(own)
    }
    assert "The events are those of the play" in words(lines.opening(here))
    assert all(o.short in words(lines.judged(here.judged, here.theory)) for o in here.observers)
    written = page(here)
    assert "The events are those of the play" in written and "break_approval" in written and 'id="theory"' in written
    assert 'id="theory"' not in page(own)
    told = json.loads(json.dumps(to_json(here)))
    assert told["theory"] == "no-audience-costs" and told["judged"]["own"] == "default"
    trust = told["trust"]["norland"]["resolve"]
    assert told["judged"]["trust"]["norland"]["resolve"]["here"] == trust[-1]
    assert to_json(own)["judged"] is None


def test_a_play_made_under_another_theory_says_so(flagship, tmp_path):
    """In a line before the files and in the legend; from its file as from memory."""
    path = tmp_path / "a.jsonl"
    session = Session.new(flagship, path, seed=5, length="taster", theory="leader-centred")
    session.play_by("fair-and-firm")
    debrief = debrief_file(path, SCENARIOS)
    assert debrief == debrief_of(session) and debrief.theory.id == "leader-centred" and debrief.judged is None
    assert "Leader-centred reputation" in words(lines.opening(debrief)) and "Leader-centred" in debrief.legend["theory"]
    assert "Leader-centred reputation" in page(debrief)
    assert debrief_file(path, SCENARIOS, "default").judged.own.id == "leader-centred"
    assert [row.own for row in panel_file(path, SCENARIOS).rows] == [id == "leader-centred" for id in THEORIES]


def test_while_a_campaign_lasts_standing_is_read_as_of_tonight(flagship):
    """No reading has been taken yet, and a panel of noughts would tell nothing."""
    session = Session.new(flagship, None, seed=5)
    for _ in range(4):
        session.submit(session.by_policy("opportunist"))
    panel = panel_of(session)
    assert not panel.complete and all(20 < row.standing < 80 for row in panel.rows)


def test_an_unknown_theory_is_a_key_error(played):
    with pytest.raises(KeyError):
        debrief_of(played("opportunist", 2), "phlogiston")
