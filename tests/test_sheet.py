"""What is given out before a play: a sheet that stands alone and gives nothing away, and an instructor's notes as a page."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from game.authoring import Loaded, find, load
from game.cli import main
from game.folders import SCENARIOS
from game.insight.handout import notes_page, sheet
from game.insight.handout.page import points
from game.play.policies import policy
from game.rules.turn import Game
from game.rules.vocabulary import AIMS

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = find(SCENARIOS)
shipped = pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)


class Reader(HTMLParser):
    """Collects tags, links and words, and checks that every tag is closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append(tag)
        self.links += [link for key in ("href", "src") if (link := told.get(key))]
        self.ids += [found] if (found := told.get("id")) else []
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += "" if self.open[-1:] == ["style"] else data


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    try:
        code = main(list(arguments))
    except SystemExit as leaving:
        code = int(leaving.code or 0)
    return code, capsys.readouterr().err


# --- the sheet


@shipped
def test_it_needs_nothing_but_itself(path: Path) -> None:
    """No script, nothing fetched, two leaves, whatever the length."""
    loaded = load(path)
    for length in loaded.lengths:
        page = sheet(loaded, length)
        read = Reader(page)
        assert "script" not in read.tags and not read.links and not re.search(r"url\((?!data:)", page)
        assert read.tags.count("section") == 2


@shipped
def test_it_says_who_you_are_and_what_lies_on_the_shelf(path: Path) -> None:
    """The state, its neighbours, its groups, the words it will need: all of them."""
    loaded = load(path)
    texts = loaded.texts
    words = Reader(sheet(loaded, loaded.lengths[0])).text
    kinds = (*texts.playbook.forms, *texts.playbook.tones, *texts.playbook.channels, *texts.playbook.wordings)
    named = [texts.title, texts.home.name, *(c.name for c in texts.counterparts), *(a.name for a in texts.audiences)]
    assert all(word in words for word in [*named, *(kind.gloss for kind in kinds), *texts.glossary.values()])
    assert "A word is a debt" in words and "realistic possibility 45\N{NO-BREAK SPACE}%" in words


@shipped
def test_it_gives_nothing_away(path: Path) -> None:
    """Nothing that happens, nobody who comes later, no ending and no other ministry's minute stands on it."""
    loaded = load(path)
    texts = loaded.texts
    words = Reader(sheet(loaded, loaded.lengths[-1])).text
    assert not [secret for secret in _secrets(loaded) if secret in words]
    later = {person for names in texts.ministers.values() for person in names[1:]}
    assert not [texts.people[person].name for person in later if texts.people[person].name in words]


def _secrets(loaded: Loaded) -> Iterator[str]:
    """Every text that is read only after the first morning."""
    texts = loaded.texts
    for inject in texts.injects[1:]:
        yield from (inject.title, inject.question or inject.title, *inject.cable, *(a.says for a in inject.advisers))
        yield from (text for o in inject.options for text in (o.text, o.rests, o.presses) if text)
        yield from (text for m in inject.minutes.values() for text in (*m.paragraphs, m.margin) if text)
    yield from (phrase for cue in texts.cues for phrase in cue.phrases)
    yield from (news.text for news in texts.news)
    yield from (letter.text for letter in texts.letters)
    yield from (text for counterpart in texts.counterparts for text in counterpart.file.values())
    yield from (verdict.text for verdict in texts.verdicts)
    begins = texts.home.begins
    yield from (mandate.text for mandate in texts.mandates if mandate.leaning != begins)


@shipped
def test_it_is_the_same_whatever_is_hidden(path: Path, tmp_path: Path) -> None:
    """Other aims and other leanings behind the same words make the same sheet."""
    other = tmp_path / path.name
    shutil.copytree(path, other)
    shutil.copy(path.parent / "playbook.yaml", tmp_path)
    changed = 0
    for file in other.glob("*.yaml"):
        text, leans = re.subn(r"\blean: -?[\d.]+", "lean: 1.5", file.read_text(encoding="utf-8"))
        text, aims = re.subn(r"aim: \{[^}]*\}", "aim: {fearful: .02, grasping: .98}", text)
        file.write_text(text, encoding="utf-8")
        changed += leans + aims
    assert changed
    loaded, twin = load(path), load(other)
    assert loaded.content_hash != twin.content_hash
    assert sheet(loaded, loaded.lengths[-1]) == sheet(twin, twin.lengths[-1])


def test_the_first_mandate_alone_stands_on_it() -> None:
    """The play begins with one; those of later terms, of the same party too, are not told."""
    words = Reader(sheet(load(SCENARIOS / "narrow-sea"), "class")).text
    assert "Quiet water." in words and "Our own water" not in words and "Light and quays" not in words


def test_it_says_how_long_this_length_takes() -> None:
    loaded = load(SCENARIOS / "narrow-sea")
    told = {length: Reader(sheet(loaded, length)).text for length in ("taster", "class")}
    assert "One term of four turns; a turn is half a year. A crisis adds three fortnights at most." in told["taster"]
    assert "Three terms of four turns; a turn is a year." in told["class"]
    assert "four lines of ink" in told["class"].split("Keep this page")[0]
    assert "The term ends with a vote." in told["taster"]


def test_a_scenario_that_says_little_has_a_sheet_too() -> None:
    """No blurb, no brief, no glossary, no mandate: what is not there leaves no empty heading."""
    loaded = load(ROOT / "tests" / "authoring" / "sound.yaml", SCENARIOS / "playbook.yaml")
    page = sheet(loaded, "full")
    words = Reader(page).text
    assert "You are Jon Lowe, Foreign Minister of the Kingdom of Aldmark." in re.sub(r"\s+", " ", words)
    assert "What you were elected to do" not in words and "Outside the ministry" not in words
    assert "R. Pell Ambassador: likes her hosts." in words and "<p></p>" not in page


def test_a_fuller_page_is_set_in_smaller_type() -> None:
    """Lines grow shorter both ways, so the size goes with the root of what must stand there, as far as it can still be read."""
    assert points(7_200, 5_000) == pytest.approx(points(5_000, 5_000) / 1.2, abs=0.01)
    assert points(1_000_000, 5_000) == 6.6 and points(10, 5_000) == 9.0


# --- the instructor's notes

NOTES = """\
# Two Shores: notes

## Plan

One *word*, [a link](https://example.org).

### Part

| a | b |
| - | - |
| 1 | 2 |

## Plan

<script>alert(1)</script> ![picture](https://example.org/x.png) [bad](javascript:alert)
"""


def test_notes_become_a_page_with_contents() -> None:
    read = Reader(page := notes_page(NOTES, "Notes"))
    assert "<title>Two Shores: notes</title>" in page and read.tags.count("h1") == 1
    assert {link[1:] for link in read.links if link.startswith("#")} == {"1-plan", "2-plan"} <= set(read.ids)
    assert "table" in read.tags and "em" in read.tags


def test_notes_bring_no_html_of_their_own() -> None:
    """They may come from anybody: what is not Markdown is shown as it was typed, and nothing is fetched."""
    read = Reader(page := notes_page(NOTES, "Notes"))
    assert "script" not in read.tags and "img" not in read.tags
    assert escape("<script>alert(1)</script>") in page
    assert [link for link in read.links if not link.startswith("#")] == [
        "https://example.org",
        "https://example.org/x.png",
    ]


def test_notes_without_a_heading_take_the_scenarios_name() -> None:
    assert "<h1>Two Shores: notes</h1>" in notes_page("Only this.", "Two Shores: notes")


@shipped
def test_every_shipped_scenario_has_notes_that_read_well(path: Path) -> None:
    """Sound HTML, a heading for every part, and every crown inject spoken of by its id."""
    text = (path / "notes.md").read_text(encoding="utf-8")
    read = Reader(notes_page(text, path.name))
    assert read.tags.count("h1") == 1 and read.tags.count("h2") >= 6
    missing = [inject.id for inject in load(path).texts.injects if inject.crown and f"`{inject.id}`" not in text]
    assert not missing


SEED = re.compile(
    r"^\| (\d+) \| (fearful|grasping)( throughout|, then \w+ before the end) \| (calm|restless) \|$", re.M
)


@pytest.mark.parametrize("length", ["class", "full"])
def test_the_seeds_it_recommends_are_what_it_says_they_are(length: str) -> None:
    """What Norland is, and how restless home is, is settled by the seed, whoever plays and however."""
    listed = SEED.findall((SCENARIOS / "narrow-sea" / "notes.md").read_text(encoding="utf-8"))
    assert len(listed) >= 4
    scenario = load(SCENARIOS / "narrow-sea").played(length)
    for manner in ("dove", "hawk"):
        game, player = Game(scenario, np.array([int(seed) for seed, *_ in listed])), policy(manner)
        aims: list[list[str]] = [[] for _ in listed]
        while game.phase != "closed":
            game.play_turn(player)
            for row in np.flatnonzero(~game.world.closed):
                aims[row].append(AIMS[game.world.aim[row, 0]])
        for row, (_, aim, then, home) in enumerate(listed):
            assert aims[row][0] == aim and bool(game.world.restless[row]) == (home == "restless")
            assert (set(aims[row]) == {aim}) == (then == " throughout")


# --- the verb


def test_it_writes_where_it_is_told_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "sheet.html"
    assert main(["sheet", "narrow-sea", "--length", "taster", "-o", str(out)]) == 0
    assert capsys.readouterr().out.strip() == str(out)
    assert out.read_text(encoding="utf-8") == sheet(load(SCENARIOS / "narrow-sea"), "taster")


def test_left_alone_it_writes_beside_you_under_the_scenarios_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sheet of the longest length, and the notes, which are another file."""
    monkeypatch.chdir(tmp_path)
    assert main(["sheet", "narrow-sea"]) == main(["sheet", "narrow-sea", "--instructor"]) == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == ["narrow-sea-notes.html", "narrow-sea-sheet.html"]
    assert "Full length: about" in (tmp_path / "narrow-sea-sheet.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("sheet", "narow-sea"), "did you mean narrow-sea?"),
        (("sheet", "narrow-sea", "--length", "long"), "--length"),
        (("sheet", "narrow-sea", "--instructor", "--length", "class"), "leave out --length"),
        (("sheet", "narrow-sea", "-o", "."), "is a folder; name a file in it"),
        (
            ("sheet", "narrow-sea", "-o", "no/such/folder/x.html"),
            "x.html cannot be written: No such file or directory.",
        ),
        (("sheet", "tests"), "holds no scenario.yaml"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(ROOT)
    code, words = said(capsys, *typed)
    assert code == 2 and told in words and words.count("\n") == 1


def test_a_scenario_without_notes_or_without_that_length_is_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "two-shores"
    folder.mkdir()
    shutil.copy(ROOT / "tests" / "authoring" / "sound.yaml", folder / "scenario.yaml")
    shutil.copy(SCENARIOS / "playbook.yaml", tmp_path)
    code, words = said(capsys, "sheet", str(folder), "--instructor")
    assert code == 2 and "holds no notes.md" in words and words.count("\n") == 1
    code, words = said(capsys, "sheet", str(folder), "--length", "class")
    assert code == 2 and "Two Shores has no length “class”" in words and words.count("\n") == 1
    (folder / "notes.md").write_bytes(b"\xff\xfe notes")
    code, words = said(capsys, "sheet", str(folder / "scenario.yaml"), "--instructor")
    assert code == 2 and "is not UTF-8 text" in words
