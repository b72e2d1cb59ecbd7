"""The shipped playbook: complete, in plain English, and with the numbers of the design."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from game.authoring import draft
from game.authoring import read as load_or_not
from game.authoring.complaints import validate
from game.authoring.playbook_schema import Playbook
from game.authoring.source import read_yaml
from game.rules import vocabulary as v
from game.rules.trust import evidence
from tests.authoring.places import PLAYBOOK, SOUND, sound

tree, _ = read_yaml(PLAYBOOK, "playbook.yaml")
assert tree is not None
read, complaints = validate(Playbook, tree)
assert read is not None, complaints
BOOK: Playbook = read

DEEDS = {  # play.md 6, the last column
    "wait": {"C": -0.28}, "quiet-diplomacy": {"B": 0.27}, "protest-note": {"C": 0.46, "P": 0.39}, "summon-ambassador": {"C": 0.51},
    "recall-for-consultations": {"C": 0.65, "B": -0.61}, "suspend-cooperation": {"C": 0.43, "B": -0.68},
    "go-to-law": {"P": 0.94, "B": 0.29}, "settle": {"B": 0.71, "C": -0.64},
    "concede": {"B": 0.94, "C": -1.16}, "publish-evidence": {"P": 1.17, "B": -0.55},
    "own-up": {"P": 1.64, "R": 0.53}, "accept-good-offices": {"B": 0.69, "P": 0.42}, "rescue-or-relief": {"B": 0.50},
    "measured-sanction": {"C": 0.78, "B": -0.79}, "broad-sanction": {"C": 1.03, "B": -1.34}, "presence": {"C": 0.66, "B": -0.63},
    "show-of-force": {"C": 0.87, "B": -1.29}, "alert": {"C": 0.53, "B": -0.57}, "limited-force": {"C": 1.18, "B": -1.88},
    "major-force": {"C": 1.43, "B": -2.00}, "stand-down": {"B": 1.01, "P": 0.46}, "mirror-step": {"B": 0.66, "R": 0.13},
}  # fmt: skip
PLEDGES = {  # kept, broken
    "meet-on-schedule": (0.23, -1.83), "notify-movements": (0.22, -0.83), "joint-count": (0.26, -1.59), "moderate-language": (0.19, -0.59),
    "keep-confidence": (0.13, -0.32), "release-detained": (0.33, -1.85), "share-data": (0.24, -0.70), "consult-first": (0.15, -0.39),
    "open-market": (0.38, -1.63), "stay-out-of-box": (0.36, -0.84), "catch-limit": (0.25, -0.65), "admit-inspectors": (0.63, -1.54),
    "pull-back": (0.57, -1.59), "pause-arms": (0.52, -1.08), "stand-by-ally": (0.57, -1.10), "measures-if": (0.61, -0.94),
    "force-if": (0.80, -0.73),
}  # fmt: skip


@pytest.mark.parametrize("id", DEEDS)
def test_a_deed_moves_what_the_design_says(id: str) -> None:
    """The law of evidence at the deed's c, u and v gives the log-odds of the design's table, before the cap of an event."""
    deed = BOOK.deeds[id]
    found = {
        e.dim: e.times * float(evidence(e.kept, e.c, deed.public, deed.verified, 0.0, v.DIMENSIONS.index(e.dim)))
        for e in deed.evidence
    }
    wanted = {dict(zip("RCBP", v.DIMENSIONS, strict=True))[letter]: size for letter, size in DEEDS[id].items()}
    assert found == pytest.approx(wanted, abs=0.006)


@pytest.mark.parametrize("id", PLEDGES)
def test_a_pledge_is_worth_what_the_design_says(id: str) -> None:
    kind = BOOK.pledges[id]
    found = [
        float(evidence(kept, kind.c, kind.public, kind.verified * kind.clear, 0.0, v.DIMENSIONS.index(kind.dim)))
        for kept in (True, False)
    ]
    assert found == pytest.approx(PLEDGES[id], abs=0.006)


def test_the_playbook_is_whole() -> None:
    """Thirteen tones, thirteen channels, twenty-two deeds, seventeen pledges, twenty-five initiatives."""
    assert (tuple(BOOK.tones), tuple(BOOK.channels)) == (v.TONES, v.CHANNELS)
    assert (set(BOOK.deeds), set(BOOK.pledges), len(BOOK.initiatives)) == (set(DEEDS), set(PLEDGES), 25)


def test_every_gloss_is_one_plain_sentence() -> None:
    """A newcomer reads it once: one sentence, not a definition by its own name, no symbols of the model."""
    kinds = [
        (id, kind)
        for part in ("tones", "channels", "wordings", "forms", "deeds", "pledges", "initiatives")
        for id, kind in getattr(BOOK, part).items()
    ]
    for id, kind in kinds:
        assert re.fullmatch(r"[A-Z][^.!?]{15,140}\.", kind.gloss), (id, kind.gloss)
        assert not re.search(r"log-odds|logit|\bmu\b|R\+|B-|[{}<>=]", kind.gloss), id


def test_every_tone_has_a_sentence_for_every_channel() -> None:
    """No brace is left over, no gap, and the two states stand in it by name where they are named."""
    texts = sound().texts
    for tone in v.TONES:
        for via in v.CHANNELS:
            for wording in v.WORDINGS:
                for own, pledge in (("", ""), ("“We shall see.”", ""), ("", "catch-limit")):
                    text = draft(texts, tone, via, 0, wording=wording, own=own, pledge=pledge)
                    assert re.fullmatch(r"[A-Z“][^{}]*[.!?”]", text) and "  " not in text and ".." not in text, (
                        tone,
                        via,
                        text,
                    )
                    assert ("We shall see." in text) == bool(own)


def test_undertakings_name_both_sides() -> None:
    for id, kind in BOOK.pledges.items():
        assert "{giver}" in kind.text, id
        for text in (kind.text, kind.pressure, kind.kept, kind.broken):
            assert set(re.findall(r"{(\w+)}", text)) <= {"giver", "other"}, id


def test_acknowledging_the_past_and_a_checked_step_are_worth_what_the_design_says() -> None:
    """B +1.16 for the one, full and public; B +.84 for the other."""
    for id, wanted in (("acknowledge-past", 1.16), ("one-sided-step", 0.84)):
        told = BOOK.initiatives[id]
        size = sum(float(evidence(e.kept, e.c, told.public, told.verified, 0.0, 2)) for e in told.evidence)
        assert np.isclose(size, wanted, atol=0.02), (id, size)


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        (
            "    pledge: meet-on-schedule",
            "    pledge: meet-on-sunday",
            "S010",
            "initiatives.routine-ministerials.pledge",
        ),
        ("needs: hotline,", "needs: hot-line,", "S010", "channels.hotline.needs"),
        ("  deny:\n", "  denied:\n", "S006", "tones"),
        ("  vague: {", "  # vague: {", "S004", "wordings"),
    ],
)
def test_a_damaged_playbook_is_said_where_it_is(tmp_path: Path, old: str, new: str, code: str, path: str) -> None:
    """The playbook is an author's file too: it is checked like one."""
    text = PLAYBOOK.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "playbook.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    loaded, found = load_or_not(SOUND, tmp_path / "playbook.yaml")
    assert loaded is None and (code, path) in {(d.code, d.path) for d in found}
    assert all(Path(d.file).name == "playbook.yaml" and d.line for d in found)
