"""Jobs in, outcomes out, in order, whoever does the work."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.insight.runner import Job, Pool, Serial, prepared, teams, work
from game.insight.simulate import BLOCK
from game.rules.parameters import DEFAULT

JOBS = [Job("fair-and-firm", "", 12, 5, "taster"), Job("hawk", "", 8, 5, "taster"), Job("hawk", "", 8, 99, "taster")]
ROOT = Path(__file__).parents[2]


def test_a_job_is_its_policy_its_world_and_its_seeds(flagship):
    """The plays of a job are seeds in a row: a job cut in two is the job."""
    whole, head, tail = (work(flagship, Job("hawk", "", n, seed, "taster")) for n, seed in ((10, 3), (4, 3), (6, 7)))
    assert np.array_equal(whole.campaign, np.concatenate([head.campaign, tail.campaign]))


def test_jobs_come_back_in_order_and_tell_how_far_they_are(flagship):
    told = []
    found = list(Serial(flagship).map(JOBS, lambda done, of: told.append((done, of))))
    assert [len(o.campaign) for o in found] == [12, 8, 8] and told == [(1, 3), (2, 3), (3, 3)]
    assert not np.array_equal(found[1].campaign, found[2].campaign)


def test_processes_give_what_one_process_gives(flagship):
    """The port has two sides: a spawned worker that reads the scenario itself gives the same plays."""
    here = list(Serial(flagship).map(JOBS[:2]))
    there = list(Pool(ROOT / "scenarios" / "narrow-sea", workers=1).map(JOBS[:2]))
    for one, other in zip(here, there, strict=True):
        assert np.array_equal(one.parts, other.parts) and np.array_equal(one.verdict, other.verdict)


def test_a_job_may_be_played_under_another_law(flagship):
    """Only what is named changes, and only there."""
    law = (("price_mandate", 0.0), ("keep_people", 1.4))
    other = prepared(flagship, Job("hawk", "", 1, 0, "full", law)).law
    assert (other.price_mandate, other.keep_people, other.keep_mandate) == (0.0, 1.4, DEFAULT.keep_mandate)
    assert prepared(flagship, Job("hawk", "", 1, 0)).law.price_mandate == DEFAULT.price_mandate


def test_free_keeping_shows_in_what_steadfast_comes_to(flagship):
    """A law that is changed is a law that is felt: without the price of keeping, who keeps everything has more mandate."""
    free = (("price_mandate", 0.0), ("price_approval", 0.0), ("price_capital", 0.0))
    dear, gratis = (work(flagship, Job("steadfast", "", 60, 0, "full", law)) for law in ((), free))
    assert gratis.parts[:, 2].mean() > dear.parts[:, 2].mean() + 3


def test_a_climate_is_part_of_a_job(flagship):
    name, climate = next(iter(flagship.scenario.climates.items()))
    s = prepared(flagship, Job("hawk", name, 1, 0))
    for counterpart, aim in climate.aims.items():
        assert s.grasping[counterpart] == aim
    with pytest.raises(KeyError):
        prepared(flagship, Job("hawk", "no such weather", 1, 0))


def test_jobs_that_differ_in_their_player_alone_share_a_table():
    """Side by side only, so that results keep their order; and no more than one table holds."""
    few, other, many = (
        [Job(name, climate, plays, 5) for name in ("hawk", "dove", "grit")]
        for climate, plays in (("", 10), ("home-restless", 10), ("", BLOCK // 2))
    )
    assert list(teams([*few, *other])) == [few, other]
    assert list(teams(many)) == [many[:2], many[2:]]
    mixed = [few[0], other[0], few[1]]
    assert list(teams(mixed)) == [[job] for job in mixed]


def test_a_shared_table_gives_what_each_job_gives(flagship):
    jobs = [Job(name, "", 6, 5, "taster") for name in ("hawk", "dove", "random")]
    for job, found in zip(jobs, Serial(flagship).map(jobs), strict=True):
        assert np.array_equal(found.parts, work(flagship, job).parts) and np.array_equal(found.tones, work(flagship, job).tones)
