"""Whatever an author's file holds, reading it ends in diagnostics and never in an exception."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.authoring import format_diagnostic, read, report
from game.authoring.conditions import Fault, parse
from game.authoring.reads import NAMES
from game.authoring.source import parse_yaml
from tests.authoring.places import FRAME, PLAYBOOK, SOUND

TEXT = SOUND.read_text(encoding="utf-8")
quick = settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(st.binary(max_size=400))
def test_no_bytes_make_the_yaml_reader_raise(data: bytes) -> None:
    tree, found = parse_yaml(data, "a.yaml")
    assert tree is not None or found
    assert report(found)


@quick
@given(st.text(alphabet="ab:-#[]{},&*!|>'\"%@`?~ \n\t0.", max_size=80))
def test_no_punctuation_makes_the_yaml_reader_raise(text: str) -> None:
    tree, found = parse_yaml(text.encode(), "a.yaml")
    assert tree is not None or found
    assert all(format_diagnostic(d) for d in found)


@quick
@given(st.data())
def test_no_damage_to_a_sound_file_makes_the_reader_raise(data: st.DataObject) -> None:
    """A passage cut out, doubled, or written over."""
    start = data.draw(st.integers(0, len(TEXT)))
    end = data.draw(st.integers(start, min(len(TEXT), start + 60)))
    passage = data.draw(
        st.sampled_from(
            ["", "x", ": ", "\n", "  ", "[", "null", "true", "-1", "norland", "\x00", "é", TEXT[start:end] * 2]
        )
    )
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "scenario.yaml").write_text(TEXT[:start] + passage + TEXT[end:], encoding="utf-8")
        loaded, found = read(Path(folder), PLAYBOOK)
    assert loaded is not None or found
    assert report(found)


words = st.sampled_from(
    [
        *NAMES,
        "and",
        "or",
        "not",
        "norland",
        "the-bond",
        "pay",
        "in",
        "class",
        "(",
        ")",
        ",",
        "==",
        "<=",
        "<",
        "!=",
        "1",
        "-1",
        ".5",
        "x",
        "__import__",
        "'",
        "é",
        ".",
    ]
)


@quick
@given(st.one_of(st.text(max_size=60), st.lists(words, max_size=14).map(" ".join)))
def test_no_condition_does_worse_than_a_fault(text: str) -> None:
    try:
        tree = parse(text, FRAME)
    except Fault as fault:
        assert fault.message and 0 <= fault.at <= len(text)
    else:
        assert str(tree)
