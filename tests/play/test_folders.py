"""Where plays are kept, and which there are."""

from __future__ import annotations

import os

import pytest
from playing import turns

from game.play import folders
from game.play.folders import FolderError


def test_a_folder_lists_its_plays_last_played_first(begin, tmp_path):
    """What is no play is left out without a word."""
    for name, count, changed in (("a", 2, 100), ("b", 5, 300), ("c", 0, 200)):
        path = tmp_path / f"{name}.jsonl"
        turns(begin(path), count)
        os.utime(path, (changed, changed))
    (tmp_path / "notes.jsonl").write_text("a shopping list")
    (tmp_path / "folder.jsonl").mkdir()
    listed = folders.plays(tmp_path)
    assert [(one.path.stem, one.turn) for one in listed] == [("b", 5), ("c", 0), ("a", 2)]
    assert {one.scenario for one in listed} == {"narrow-sea"}


def test_undone_decisions_are_not_counted(begin, tmp_path):
    session = turns(begin(tmp_path / "a.jsonl"), 4)
    session.undo()
    session.undo()
    assert folders.plays(tmp_path)[0].turn == 2


def test_an_absent_folder_is_empty(tmp_path):
    assert folders.plays(tmp_path / "nowhere") == ()


def test_new_names_are_counted_on(begin, tmp_path):
    folder = tmp_path / "saves"
    first = folders.new_path(folder, "narrow-sea")
    begin(first)
    assert [first.name, folders.new_path(folder, "narrow-sea").name] == ["narrow-sea-1.jsonl", "narrow-sea-2.jsonl"]


def test_a_folder_that_cannot_be_is_one_sentence(tmp_path):
    (tmp_path / "flat").write_text("")
    with pytest.raises(FolderError, match="cannot be kept in"):
        folders.new_path(tmp_path / "flat", "narrow-sea")


def test_a_checkout_keeps_its_own_saves():
    assert folders.saves().name == "saves"
