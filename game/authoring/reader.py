"""From a folder to one checked tree: scenario.yaml, the files it includes, and the playbook beside it.

Included files are named, lie in the scenario's own folder (also after links are followed), and are merged id by id. Reading never
raises on what an author wrote; it collects diagnostics.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from . import playbook_schema, schema
from .complaints import validate
from .diagnostics import Diagnostic, Severity, did_you_mean, quoted
from .source import MOST_BYTES, Node, read_yaml

MOST_INCLUDES = 40
_LISTS = ("flags", "objectives")  # sections that are lists; all others are maps of ids
_SECTIONS = [k for k in (f.alias or n for n, f in schema.Scenario.model_fields.items()) if k not in schema.SHARED]


@dataclass(slots=True)
class Source:
    """What was read: the merged tree, the models, and the bytes it came from."""

    tree: Node | None = None
    scenario: schema.Scenario | None = None
    playbook_tree: Node | None = None
    playbook: playbook_schema.Playbook | None = None
    found: list[Diagnostic] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    whole: bool = True  # False when an included file could not be read: what is missing may be in there

    def content_hash(self) -> str:
        """sha256 over every file that was read, by name."""
        digest = hashlib.sha256()
        for name in sorted(self.files):
            digest.update(name.encode() + b"\0" + hashlib.sha256(self.files[name]).digest())
        return digest.hexdigest()


def read_source(path: Path, playbook: Path | None = None) -> Source:
    """Read a scenario folder, or its main file; the playbook is the one given, else the nearest `playbook.yaml` above."""
    source = Source()
    main = path / "scenario.yaml" if path.is_dir() else path
    _read_scenario(main, source)
    _read_playbook(playbook or _playbook_above(main), source)
    return source


def _read_scenario(main: Path, source: Source) -> None:
    tree = _file(main, main.parent, source)
    if tree is None:
        return
    if not isinstance(tree.value, dict):
        source.found.append(tree.say("S005", "A scenario is a map of keys.", "Start with “format: 1” and “id: ...”."))
        return
    if _too_new(tree, source):
        return
    for node in _includes(tree, source):
        if sum(map(len, source.files.values())) > MOST_BYTES:
            size = f"{MOST_BYTES // 1024 // 1024} MB"
            source.found.append(node.say("S009", f"The files before this one hold more than {size} together.", path="include"))
            source.whole = False
            break
        _include(tree, node, main, source)
    source.tree = tree
    source.scenario, complaints = validate(schema.Scenario, tree)
    source.found += [c for c in complaints if source.whole or (c.code, c.path) != ("S004", "")]


def _read_playbook(path: Path, source: Source) -> None:
    node, found = read_yaml(path, path.as_posix())
    source.found += found
    if node is None or not isinstance(node.value, dict):
        return
    source.files[f"playbook/{path.name}"] = node.file.data
    source.playbook_tree = node
    source.playbook, complaints = validate(playbook_schema.Playbook, node)
    source.found += complaints


def _playbook_above(main: Path) -> Path:
    for folder in main.resolve().parents:
        if (folder / "playbook.yaml").is_file():
            return folder / "playbook.yaml"
    return main.parent / "playbook.yaml"


def _file(path: Path, folder: Path, source: Source, asked_by: Node | None = None) -> Node | None:
    """One file of the scenario, refused when it lies outside the folder, by name or by link."""
    name = path.name if asked_by is None else str(asked_by.value)
    fault = _outside(path, folder, name, asked_by)
    if fault is not None:
        source.found.append(fault)
        return None
    node, found = read_yaml(path, path.as_posix())
    if asked_by is not None:  # a remark on the file as a whole stands where it is included
        found = [asked_by.say(d.code, d.message, d.hint, "include") if not d.line else d for d in found]
    source.found += found
    if node is not None:
        source.files[name if asked_by is not None else "scenario.yaml"] = node.file.data
    return node


def _outside(path: Path, folder: Path, name: str, asked_by: Node | None) -> Diagnostic | None:
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        inside = False
    if inside and "\0" not in name:
        return None
    message = f"{quoted(name)} lies outside the scenario's folder."
    hint = "Put the file beside scenario.yaml and name it without folders."
    if asked_by is not None:
        return asked_by.say("S013", message, hint, "include")
    return Diagnostic("S013", Severity.ERROR, path.as_posix(), 0, 0, "", message, hint)


def _too_new(tree: Node, source: Source) -> bool:
    """A file of another format is refused with both numbers, before anything else is said of it."""
    assert isinstance(tree.value, dict)
    node = tree.value.get("format")
    if node is None or not isinstance(node.value, int) or isinstance(node.value, bool) or node.value == schema.FORMAT:
        return False
    source.found.append(
        node.say(
            "S006",
            f"This scenario is written in format {node.value}; this game reads format {schema.FORMAT}.",
            "Use a newer game." if node.value > schema.FORMAT else f"Write “format: {schema.FORMAT}”.",
            "format",
        )
    )
    return True


def _includes(tree: Node, source: Source) -> Iterable[Node]:
    """The names of the files to include, as far as they are names."""
    assert isinstance(tree.value, dict)
    listed = tree.value.get("include")
    if listed is None or not isinstance(listed.value, list):
        return []
    if len(listed.value) > MOST_INCLUDES:
        source.found.append(listed.say("S009", f"More than {MOST_INCLUDES} files are included.", path="include"))
        return []
    seen: set[str] = set()
    names: list[Node] = []
    for node in listed.value:
        if not isinstance(node.value, str):
            continue  # the schema says so
        if node.value in seen:
            source.found.append(node.say("S011", f"{quoted(node.value)} is included twice.", path="include"))
        elif Path(node.value).suffix not in (".yaml", ".yml"):
            source.found.append(
                node.say(
                    "S013", f"{quoted(node.value)} is not a YAML file.", "Name a file that ends in .yaml.", "include"
                )
            )
        else:
            names.append(node)
        seen.add(node.value)
    return names


def _include(tree: Node, asked_by: Node, main: Path, source: Source) -> None:
    """Merge one file into the tree, section by section and id by id."""
    assert isinstance(tree.value, dict)
    path = main.parent / str(asked_by.value)
    if path.name == main.name and path.parent == main.parent:
        source.found.append(asked_by.say("S013", "A scenario does not include itself.", path="include"))
        return
    part = _file(path, main.parent, source, asked_by)
    if part is None:
        source.whole = False
        return
    if not isinstance(part.value, dict):
        source.found.append(
            part.say("S005", "An included file is a map of sections.", f"Sections are: {', '.join(_SECTIONS)}.")
        )
        return
    for key, section in part.value.items():
        if key not in _SECTIONS:
            hint = "It belongs in scenario.yaml." if key in schema.SHARED else did_you_mean(key, _SECTIONS)
            source.found.append(part.say("S003", f"An included file has no section {quoted(key)}.", hint, key=key))
        elif key not in tree.value:
            tree.value[key], tree.keys[key] = section, part.keys[key]
        else:
            _merge(tree.value[key], section, key, source)


def _merge(whole: Node, part: Node, section: str, source: Source) -> None:
    """Add the ids of a section to those already there."""
    if isinstance(whole.value, list) and isinstance(part.value, list) and section in _LISTS:
        whole.value = [*whole.value, *part.value]
    elif isinstance(whole.value, dict) and isinstance(part.value, dict):
        for id, node in part.value.items():
            if id in whole.value:
                first = whole.value[id]
                source.found.append(
                    part.say(
                        "S011",
                        f"{quoted(id)} is already in {Path(first.file.name).name}, line {whole.keys[id][0]}.",
                        "Give one of the two another id.",
                        section,
                        key=id,
                    )
                )
            else:
                whole.value[id], whole.keys[id] = node, part.keys[id]
    else:
        source.found.append(
            part.say(
                "S005",
                f"{quoted(section)} is written as another kind of value in {Path(whole.file.name).name}.",
                "Write it the same way in both files.",
                section,
            )
        )
