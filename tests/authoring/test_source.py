"""Strict YAML: what is read, what is refused, and that a hostile file costs nothing."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from game.authoring.diagnostics import Diagnostic
from game.authoring.source import MOST_DEPTH, Node, parse_yaml, read_yaml


def value_of(text: str) -> object:
    tree, found = parse_yaml(text.encode(), "a.yaml")
    assert tree is not None and not [d for d in found if d.code != "S007"], found
    return tree.plain()


def refused(data: bytes) -> Diagnostic:
    """The one reason why a file was not read."""
    tree, found = parse_yaml(data, "a.yaml")
    assert tree is None and len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(("written", "read"), [
    ("true", True), ("false", False), ("null", None), ("~", None), ("", None), ("7", 7), ("-7", -7), ("0", 0), (".25", 0.25), ("-.5", -0.5),
    ("1.50", 1.5), ('"7"', "7"), ("yes", "yes"), ("No", "No"), ("on", "on"), ("12:30", "12:30"), ("2031-04-01", "2031-04-01"),
    ("012", "012"), ("0x1f", "0x1f"), ("1_000", "1_000"), ("1e3", "1e3"), (".inf", ".inf"), ("True", "True"), ("the-bond", "the-bond"),
])  # fmt: skip
def test_plain_values_are_what_they_look_like(written: str, read: object) -> None:
    """true, false, null, whole numbers and decimals; everything else is text."""
    assert value_of(f"a: {written}") == {"a": read}
    assert type(value_of(f"a: {written}")["a"]) is type(read)  # type: ignore[index]


@pytest.mark.parametrize("written", ["no", "on", "12:30", "2031-04-01", "012", "True", "1e3"])
def test_what_plain_yaml_would_change_is_noted(written: str) -> None:
    _, found = parse_yaml(f"a: {written}".encode(), "a.yaml")
    assert [d.code for d in found] == ["S007"]
    assert parse_yaml(f'a: "{written}"'.encode(), "a.yaml")[1] == []


def test_every_value_keeps_its_place() -> None:
    tree, _ = parse_yaml(b"a:\n  b: [x, {c: y}]\n", "a.yaml")
    assert isinstance(tree, Node) and isinstance(tree.value, dict)
    inner = tree.value["a"].value["b"].value[1]  # type: ignore[index, call-overload]
    assert (inner.line, inner.column, inner.keys) == (2, 10, {"c": (2, 11)})


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b"a: " + b"[" * 100_000,
        b"- " * 100_000,
        b"{a: " * 100_000,
        b"\n".join(b" " * n + b"a:" for n in range(1000)),
    ],
)
def test_deep_nesting_is_one_sentence(data: bytes) -> None:
    """A hundred thousand open brackets neither crash nor tire the reader."""
    fault = refused(data)
    assert fault.code == "S009" and str(MOST_DEPTH) in fault.message


def test_forty_levels_are_read() -> None:
    assert parse_yaml(b"[" * MOST_DEPTH + b"x" + b"]" * MOST_DEPTH, "a.yaml")[0] is not None


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    """Nine lines that would unfold to a thousand million words."""
    lines = ["a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    fault = refused("\n".join(lines).encode())
    assert (fault.code, fault.line) == ("S008", 1)


@pytest.mark.parametrize(
    "text", ["a: !!python/object/apply:os.system [ls]", "a: !secret x", "!!map {a: 1}", "a: 1\n---\nb: 2", "a: *b"]
)
def test_parts_of_yaml_that_scenarios_do_not_use_are_refused(text: str) -> None:
    assert refused(text.encode()).code == "S008"


def test_invalid_utf8_is_shown_where_it_stands() -> None:
    fault = refused("title: Häfen\nname: ".encode() + b"\xff\xfe")
    assert (fault.code, fault.line, fault.column) == ("S001", 2, 7)
    assert "UTF-8" in fault.message


def test_a_byte_order_mark_and_windows_lines_do_no_harm() -> None:
    tree, found = parse_yaml(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "a.yaml")
    assert tree is not None and tree.plain() == {"a": 1, "b": 2} and not found


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    """Only the limit and one byte more are taken from the disk."""
    path = tmp_path / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    began = time.perf_counter()
    tree, found = read_yaml(path, "large.yaml")
    assert tree is None and [d.code for d in found] == ["S009"] and "2 MB" in found[0].message
    assert time.perf_counter() - began < 5


def test_many_small_values_are_refused_too() -> None:
    """Two megabytes of commas are a valid file and no scenario."""
    assert refused(b"[" + b"x," * 150_000 + b"]").code == "S009"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    """It could wait for ever."""
    os.mkfifo(tmp_path / "pipe.yaml")
    assert [d.code for d in read_yaml(tmp_path / "pipe.yaml", "pipe.yaml")[1]] == ["S013"]


def test_a_folder_and_a_missing_file_are_said_plainly(tmp_path: Path) -> None:
    assert "no file" in read_yaml(tmp_path / "none.yaml", "none.yaml")[1][0].message
    assert "ordinary file" in read_yaml(tmp_path, "folder")[1][0].message


def test_an_empty_file_says_so() -> None:
    assert "empty" in refused(b"").message and "empty" in refused(b"# only a remark\n").message


@pytest.mark.parametrize("written", ['a: "\\e[31mred"', 'a: "\\x9b31m"', 'a: "\\0"', '"\\a": b', 'a: ["\\ud800"]'])
def test_an_escape_that_is_no_text_is_refused(written: str) -> None:
    """A quoted text can name any character; a terminal would obey some of them."""
    found = refused(written.encode())
    assert found.code == "S001" and found.line == 1 and "\x1b" not in found.message


def test_a_line_break_may_be_escaped() -> None:
    assert value_of('a: "one\\ntwo\\tthree \\u201cfour\\u201d"') == {"a": "one\ntwo\tthree “four”"}
