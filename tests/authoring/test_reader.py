"""From a folder to one tree: includes, the formats that are refused, and files that lie elsewhere."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from game.authoring import Refused, find, load
from game.authoring.diagnostics import Severity, report
from game.authoring.schema import Scenario
from game.rules.vocabulary import TONES
from tests.authoring.places import PLAYBOOK, SOUND, changed, codes, reading

PEOPLE = (
    "people:\n  reed: {name: Ann Reed, post: Private Secretary}\n  lowe: {name: Jon Lowe, post: Foreign Minister}\n"
    "  carr: {name: Ida Carr, post: Foreign Minister}\n  pell: {name: R. Pell, post: Ambassador, lean: 0.4, leaning: likes her hosts}\n"
)


def split() -> str:
    """The sound scenario with its people in a file of their own."""
    start, end = SOUND.read_text(encoding="utf-8").split("people:\n", 1)
    return f"{start}include: [people.yaml]\naudiences:\n{end.split('audiences:', 1)[1].lstrip(chr(10))}"


def test_an_included_file_is_as_good_as_one(tmp_path: Path) -> None:
    loaded, found = reading(tmp_path, split(), people=PEOPLE)
    assert loaded is not None and found == []
    assert loaded.texts == load(SOUND, PLAYBOOK).texts


def test_a_fault_in_an_included_file_is_shown_there(tmp_path: Path) -> None:
    _, found = reading(tmp_path, split(), people=PEOPLE.replace("post: Ambassador", "postt: Ambassador"))
    assert {(Path(d.file).name, d.code, d.line) for d in found} == {
        ("people.yaml", "S003", 5),
        ("people.yaml", "S004", 5),
    }


def test_an_id_in_two_files_names_both_places(tmp_path: Path) -> None:
    """The message says where the first is, and stands at the second."""
    _, found = reading(
        tmp_path, changed("title: Two Shores", "title: Two Shores\ninclude: [people.yaml]"), people=PEOPLE
    )
    first = found[0]
    assert (first.code, Path(first.file).name, first.line) == ("S011", "people.yaml", 2)
    assert "scenario.yaml, line 12" in first.message


def test_lists_of_two_files_are_joined(tmp_path: Path) -> None:
    loaded, found = reading(
        tmp_path, changed("title: Two Shores", "title: Two Shores\ninclude: [more.yaml]"), more="flags: [crew-home]\n"
    )
    assert loaded is not None and list(loaded.scenario.names["flags"]) == ["log-found", "crew-home"]
    assert codes(found) == ["S024"] and Path(found[0].file).name == "more.yaml"


@pytest.mark.parametrize(
    "name",
    [
        "../other.yaml",
        "/etc/passwd.yaml",
        "sub/../../other.yaml",
        "people.txt",
        "scenario.yaml",
        "~/x.yaml",
        "https://example.org/x.yaml",
        "a" * 300 + ".yaml",
    ],
)
def test_only_files_of_the_folder_are_included(tmp_path: Path, name: str) -> None:
    """Not a neighbour's, not the system's, not itself."""
    (tmp_path / "other.yaml").write_text("flags: []")
    inner = tmp_path / "inner"
    inner.mkdir()
    loaded, found = reading(inner, changed("title: Two Shores", f'title: Two Shores\ninclude: ["{name}"]'))
    assert loaded is None and "S013" in codes(found)
    assert all("root:" not in d.source for d in found)


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("glossary: {word: secret}")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "people.yaml").symlink_to(tmp_path / "secret.yaml")
    loaded, found = reading(inner, split())
    assert loaded is None and codes(found) == ["S013"] and "outside" in found[0].message
    assert all("secret" not in d.source for d in found)


def test_a_scenario_that_is_itself_a_link_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("password: hunter2")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "scenario.yaml").symlink_to(tmp_path / "secret")
    with pytest.raises(Refused) as refused:
        load(inner, PLAYBOOK)
    assert "hunter2" not in str(refused.value)


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").symlink_to(tmp_path / "people.yaml")
    assert "S013" in codes(reading(tmp_path, split())[1])


def test_a_newer_format_is_refused_with_both_numbers(tmp_path: Path) -> None:
    """And nothing else is said of it: its keys may be new ones."""
    _, found = reading(tmp_path, changed("format: 1", "format: 2") + "\nnovelty: true\n")
    assert codes(found) == ["S006"] and "format 2" in found[0].message and "format 1" in found[0].message


@pytest.mark.parametrize(
    "text", ["- a\n- b\n", "just words\n", "42\n", "include: people.yaml\n", "include: [1, [2]]\n", "injects: []\n"]
)
def test_another_shape_altogether_is_said_plainly(tmp_path: Path, text: str) -> None:
    loaded, found = reading(tmp_path, text)
    assert loaded is None and any(d.severity is Severity.ERROR for d in found)


def test_a_folder_without_a_scenario_says_which_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="scenario.yaml"):
        load(tmp_path, PLAYBOOK)


def test_a_missing_playbook_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="playbook.yaml"):
        load(SOUND, tmp_path / "playbook.yaml")


def test_the_hash_is_that_of_the_content(tmp_path: Path) -> None:
    """The same files in another folder have the same hash; one letter more has another."""
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir(), there.mkdir()
    first, second = reading(here, split(), people=PEOPLE)[0], reading(there, split(), people=PEOPLE + "\n")[0]
    again = reading(tmp_path / "here", split(), people=PEOPLE)[0]
    assert first is not None and second is not None and again is not None
    assert first.content_hash == again.content_hash != second.content_hash
    assert len(first.content_hash) == 64


def test_scenarios_are_found_by_name(tmp_path: Path) -> None:
    for name in ("b", "a", "none"):
        (tmp_path / name).mkdir()
    (tmp_path / "a" / "scenario.yaml").touch(), (tmp_path / "b" / "scenario.yaml").touch()
    assert [path.name for path in find(tmp_path)] == ["a", "b"]


def test_editors_get_a_json_schema() -> None:
    """Keys as an author writes them, closed lists as enumerations, shorthands as alternatives."""
    schema = Scenario.model_json_schema()
    assert schema["additionalProperties"] is False and {"format", "third-parties", "injects"} <= set(
        schema["properties"]
    )
    assert schema["$defs"]["Say"]["properties"]["tone"]["enum"] == list(TONES)
    option = schema["$defs"]["Option"]["properties"]
    assert option["after"]["anyOf"][:2] == [{"type": "string"}, {"$ref": "#/$defs/After"}]
    assert {"const": "nothing"} in option["say"]["anyOf"]


def test_many_large_files_are_not_all_read(tmp_path: Path) -> None:
    """Forty files of two megabytes each would be eighty."""
    names = [f"a{n}.yaml" for n in range(6)]
    for name in names:
        (tmp_path / name).write_text("# " + "x" * 900_000 + "\nglossary: {}\n")
    text = changed("title: Two Shores", f"title: Two Shores\ninclude: [{', '.join(names)}]")
    loaded, found = reading(tmp_path, text)
    assert loaded is None and codes(found) == ["S009"]
    assert "more than 2 MB together" in found[0].message


def test_a_flood_of_faults_is_told_in_part(tmp_path: Path) -> None:
    """Fifty thousand faults take no minutes, and the report has an end."""
    text = SOUND.read_text(encoding="utf-8") + "".join(f"k{n}: 1\n" for n in range(20_000))
    before = time.process_time()
    loaded, found = reading(tmp_path, text)
    told = report(found)
    assert time.process_time() - before < 10
    assert loaded is None and told.count("error S003") == 100
    assert told.endswith("500 errors; the first 100 are shown, mend these and check again")


def test_how_many_is_too_many_is_counted(tmp_path: Path) -> None:
    flags = ", ".join(["log-found", *(f"f{n}" for n in range(300))])
    found = reading(tmp_path, changed("flags: [log-found]", f"flags: [{flags}]"))[1]
    assert [d.message for d in found] == ["301 found where at most 250 are expected."]


def test_a_text_has_an_end(tmp_path: Path) -> None:
    found = reading(tmp_path, changed("text: The consul lodges the bond.", "text: " + "word " * 5000))[1]
    assert [d.code for d in found] == ["S006"] and "longer than 8000 letters" in found[0].message
