"""Files cut short, edited, foreign, too new, or not to be written: one clear sentence, and as much of the play as is sound."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from playing import turn, turns

from game.play import journal
from game.play.journal import JournalError
from game.play.session import Session

ROOT = Path(__file__).parents[2]


@pytest.fixture
def played(begin, tmp_path):
    """A file with six decisions."""
    return turns(begin(tmp_path / "a.jsonl"), 6)


def lines_of(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines(keepends=True)


def test_a_line_cut_short_is_dropped(played, flagship):
    """A play killed in the middle of a line goes on from the line before; the rest is kept beside it."""
    path = played.path
    rows = lines_of(path)
    path.write_text("".join(rows[:-1]) + rows[-1][: len(rows[-1]) // 2], "utf-8")
    again = Session.resume(flagship, path)
    assert len(again.turns) == 5
    assert "after 5 acts" in again.notice and "cut short" in again.notice
    assert lines_of(path) == rows[:-1]
    assert path.with_name("a.jsonl.cut").read_text("utf-8")
    turn(again)
    assert Session.resume(flagship, path).notice == ""


@pytest.mark.parametrize(
    "bytes_", [b"\xff\xfe\x00rubbish\n", b"{}\n", b"[1,2]\n", b'{"at": [0, 0], "state": "x"}\n', b"[" * 100_000 + b"\n"]
)
def test_rubbish_after_the_play_is_cut_off(played, flagship, bytes_):
    """Whatever follows the last good line, the play before it is sound."""
    size = played.path.stat().st_size
    with played.path.open("ab") as file:
        file.write(bytes_)
    again = Session.resume(flagship, played.path)
    assert again.course.state == played.course.state
    assert again.notice
    assert played.path.stat().st_size == size


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.update(do="no-such-option"),
        lambda told: told.update(at=[7, 0]),
        lambda told: told.update(state="0123456789abcdef"),
        lambda told: told.update(book={"norland/no-such-kind": "keep"}),
        lambda told: told.update(do=["a", "list"]),
        lambda told: told.update(say="everything"),
    ],
)
def test_an_edited_line_ends_the_play_before_it(played, flagship, change):
    """An act that no longer leads to the state it tells of, and all that follows it, is not believed."""
    rows = lines_of(played.path)
    told = json.loads(rows[4])
    change(told)
    rows[4] = json.dumps(told) + "\n"
    played.path.write_text("".join(rows), "utf-8")
    again = Session.resume(flagship, played.path)
    assert len(again.turns) == 3
    assert "line 5" in again.notice
    turn(again)
    assert len(Session.resume(flagship, played.path).turns) == 4


@pytest.mark.parametrize(
    "act",
    [
        {"rank": ["tarn"]},
        {"rank": [1, 2, 3]},
        {"take-back": 99},
        {"undo": 12},
        {"undo": True},
        {"mark": 4},
        {"mark": "a", "x": 1},
    ],
)
def test_a_note_that_makes_no_sense_is_refused(played, flagship, act):
    """Notes do not move the state, so they are looked at by themselves."""
    line = {"at": list(played.course.at), "state": played.course.state, **act}
    with played.path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
    again = Session.resume(flagship, played.path)
    assert again.notice
    assert again.turns == played.turns


def test_a_play_of_another_game_is_left_alone(played, flagship):
    """Where not even the first act replays, or the game has changed since, nothing is cut: another game may still open it."""
    for line, changes in ((1, {}), (4, {"game": "0.0.1"})):
        rows = lines_of(played.path)
        header(played.path, **changes)
        edited = lines_of(played.path)
        edited[line] = edited[line].replace('"state": "', '"state": "0')
        played.path.write_text("".join(edited), "utf-8")
        before = played.path.read_bytes()
        with pytest.raises(JournalError, match="no longer replays"):
            Session.resume(flagship, played.path)
        assert played.path.read_bytes() == before
        played.path.write_text("".join(rows), "utf-8")


def header(path: Path, **changes) -> None:
    rows = lines_of(path)
    rows[0] = json.dumps({**json.loads(rows[0]), **changes}) + "\n"
    path.write_text("".join(rows), "utf-8")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"format": 2}, ("format 2", "format 1")),
        ({"scenario": "another"}, ("another", "narrow-sea")),
        ({"content": "0" * 64}, ("has been changed",)),
        ({"seed": -1}, ("seed",)),
        ({"seed": "seven"}, ("seed",)),
        ({"format": "one"}, ("not a play",)),
        ({"surprise": 1}, ("surprise",)),
        ({"length": "endless"}, ("endless",)),
        ({"rewind": "sometimes"}, ("sometimes",)),
        ({"theory": "phlogiston"}, ("phlogiston",)),
    ],
)
def test_a_header_that_is_not_ours_is_refused(played, flagship, changes, words):
    """Refusals name what they found; a newer format names both numbers.  The file is left as it is."""
    header(played.path, **changes)
    before = played.path.read_bytes()
    with pytest.raises(JournalError) as refused:
        Session.resume(flagship, played.path)
    assert all(word in str(refused.value) for word in words)
    assert "\n" not in str(refused.value)
    assert played.path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"\n", b"hello\n", b"{\n", b'{"format": 1}\n', b"\x89PNG\r\n\x1a\n"])
def test_a_foreign_file_is_refused(flagship, tmp_path, content):
    """A picture, a text, an empty file: not a play."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    with pytest.raises(JournalError):
        Session.resume(flagship, path)
    assert path.read_bytes() == content


def test_a_missing_file_is_one_sentence(flagship, tmp_path):
    with pytest.raises(JournalError, match="no such file"):
        Session.resume(flagship, tmp_path / "nowhere.jsonl")


def test_an_existing_file_is_never_overwritten(begin, tmp_path):
    """A new play takes a new name or none."""
    path = tmp_path / "a.jsonl"
    path.write_text("somebody's letter")
    with pytest.raises(JournalError, match="file exists"):
        begin(path)
    assert path.read_text() == "somebody's letter"


def test_no_folder_to_write_in(begin, tmp_path):
    """No permission, or a file where the folder should be: the play is refused a file with a reason, before it begins."""
    (tmp_path / "flat").write_text("")
    with pytest.raises(JournalError, match="cannot be saved"):
        begin(tmp_path / "flat" / "a.jsonl")


def test_a_full_disk_does_not_stop_the_play(played, flagship, monkeypatch):
    """The play goes on and says so; when there is room again everything that was pending is written."""
    whole = played.path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(journal.os, "fsync", full)
        turn(played)
        assert "not being saved: no space left on device" in played.saved
        assert played.status().unsaved == played.saved
        assert played.path.read_bytes() == whole
        turn(played)
    assert len(Session.resume(flagship, played.path).turns) == 6
    turn(played)
    assert played.saved == ""
    assert Session.resume(flagship, played.path).course.state == played.course.state


def test_a_file_that_may_only_be_read_can_be_looked_at(played, flagship, monkeypatch):
    """It opens, plays on unsaved, and says so at once."""
    opened = Path.open

    def read_only(self, mode="r", *rest, **more):
        if "+" in mode or "w" in mode or "a" in mode or "x" in mode:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(self, mode, *rest, **more)

    monkeypatch.setattr(Path, "open", read_only)
    again = Session.resume(flagship, played.path)
    assert "permission denied" in again.notice
    turn(again)
    assert "permission denied" in again.saved


_PLAY_ON = """
import sys
from pathlib import Path
from game.authoring import load
from game.play.session import Session
session = Session.new(load(Path("scenarios/narrow-sea")), Path(sys.argv[1]), seed=8, started="2031-04-01")
while True:
    move = session.by_policy("steadfast") if session.beat.value != "closed" else None
    if move is None:
        session.undo(); session.undo(); session.undo()
    elif hasattr(move, "ink"):
        session.hand_over(move)
    else:
        session.submit(move)
"""


def test_killed_in_the_middle_nothing_is_lost(flagship, tmp_path):
    """kill -9 at any moment: the file is sound up to the last act that was answered, or can be cut back to it."""
    path = tmp_path / "a.jsonl"
    child = subprocess.Popen(
        [sys.executable, "-c", _PLAY_ON, str(path)], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    try:
        limit = time.monotonic() + 60
        while time.monotonic() < limit and (not path.exists() or path.read_bytes().count(b"\n") < 12):
            time.sleep(0.01)
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait()
    written = path.read_bytes().count(b"\n") - 1
    assert written >= 11
    again = Session.resume(flagship, path)
    assert len(journal.read(path).lines) >= written - 1
    turn(again)
    assert Session.resume(flagship, path).course.state == again.course.state
