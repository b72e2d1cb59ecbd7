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


def test_two_cuts_are_both_kept(played, flagship):
    """What is cut off a second time does not overwrite what was cut off the first; the sentence names the file."""
    for name, rubbish in (("a.jsonl.cut", b"first"), ("a.jsonl.cut2", b"second")):
        with played.path.open("ab") as file:
            file.write(rubbish)
        assert f"kept in {name}." in Session.resume(flagship, played.path).notice
        assert played.path.with_name(name).read_bytes() == rubbish


def test_a_file_that_vanishes_is_made_again(played, flagship):
    """Whoever tidies up the folder under a running play loses nothing of it."""
    played.path.unlink()
    turn(played)
    assert played.saved == ""
    assert Session.resume(flagship, played.path).course.state == played.course.state


def test_two_windows_on_one_play_lose_nothing(played, flagship):
    """The second to move finds the file longer than it left it, and goes on in a file of its own."""
    other = Session.resume(flagship, played.path)
    first = played.path
    turn(other, 1)
    turn(played, 0)
    assert "is being played somewhere else too" in played.saved
    assert played.path == first.with_name("a-copy.jsonl")
    turn(played)
    assert played.saved == ""
    for path, session in ((first, other), (played.path, played)):
        assert Session.resume(flagship, path).course.state == session.course.state


def test_no_room_for_a_new_play_leaves_no_stub(begin, tmp_path, monkeypatch):
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(journal.os, "fsync", full)
    with pytest.raises(JournalError, match="no space left on device"):
        begin(tmp_path / "a.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_a_hundred_undone_decisions_cost_no_time(begin, flagship, tmp_path):
    """What was taken back later is not folded again; the undos are counted all the same."""
    session = turns(begin(tmp_path / "a.jsonl"), 4)
    session.undo()
    turn(session)
    rows = lines_of(session.path)
    head, again = rows[:4], rows[4:6]  # the decision and its undo
    session.path.write_text("".join(head + again * 1500 + rows[6:]), "utf-8")
    before = time.process_time()
    resumed = Session.resume(flagship, session.path)
    assert time.process_time() - before < 5
    assert resumed.course.state == session.course.state
    assert resumed.rewinds == 1500


def test_a_bad_undo_brings_back_what_it_took(played, flagship):
    """An undo that is not believed takes nothing back."""
    line = {"at": list(played.course.at), "state": "0" * 16, "undo": 2}
    with played.path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
    again = Session.resume(flagship, played.path)
    assert again.notice and again.course.state == played.course.state and again.rewinds == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"do": ', '"do": "x", "do": '),
        ('"at": ', '"x": "\\ud800", "at": '),
        ('"at": [', '"at": [NaN, '),
        ('"at": [', '"at": [' + "9" * 5000 + ", "),
    ],
    ids=["key twice", "half a character", "not a number", "huge number"],
)
def test_json_that_is_none_is_not_believed(played, flagship, old, new):
    """A key twice, half a character, no number: the play goes on from the line before."""
    rows = lines_of(played.path)
    rows[3] = rows[3].replace(old, new, 1)
    played.path.write_text("".join(rows), "utf-8")
    again = Session.resume(flagship, played.path)
    assert "line 4 cannot be read" in again.notice and len(again.turns) == 2


@pytest.mark.parametrize("tail", [b"{}\n" * 20_000, b" " * 6_000_000], ids=["lines", "bytes"])
def test_a_file_too_large_is_refused_as_it_is(played, flagship, tail):
    with played.path.open("ab") as file:
        file.write(tail)
    size = played.path.stat().st_size
    with pytest.raises(JournalError, match="too large to be a play; a play has at most 5 MB and 10,000 lines"):
        Session.resume(flagship, played.path)
    assert played.path.stat().st_size == size


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes of that kind")
def test_a_pipe_is_not_waited_for(flagship, tmp_path):
    os.mkfifo(tmp_path / "a.jsonl")
    with pytest.raises(JournalError, match="not an ordinary file"):
        Session.resume(flagship, tmp_path / "a.jsonl")


def test_a_sentence_quotes_a_file_without_its_commands(played, flagship):
    rows = lines_of(played.path)
    rows[3] = json.dumps({**json.loads(rows[3]), "do": "\x1b[31m" + "x" * 90}) + "\n"
    played.path.write_text("".join(rows), "utf-8")
    assert "\x1b" not in Session.resume(flagship, played.path).notice
