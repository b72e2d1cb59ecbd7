"""Strict YAML: the only importer of yaml.

Instructors' files are untrusted input, so this reader takes a plain subset: one document of mappings, lists and simple values,
without anchors, aliases or tags, at most 40 deep and 2 MB long. Values are true, false, null, whole numbers and decimals;
everything else is text (a plain `no`, `12:30` or date too, with a note). Every value keeps its line and column, so that a
later complaint can point at it. It knows nothing of scenarios, and nothing here raises on a bad file.

The tree is built from parser events in one pass. PyYAML's own composer recurses in C and crashes on deep nesting; the event
stage does not, and an event that opens a level too many ends the reading.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .diagnostics import Diagnostic, Severity, quoted
from .mistakes import usual_cause

MOST_BYTES = 2 * 1024 * 1024
MOST_DEPTH = 40
MOST_VALUES = 100_000

Value = bool | int | float | str | None
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})\Z")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})?\.[0-9]{1,18}\Z")
_NOT_TEXT = re.compile("[^\t\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLAIN = {"true": True, "false": False, "null": None, "~": None, "": None}
_CHANGED = re.compile(
    r"(yes|no|on|off|true|false|null)\Z|[-+]?\d+(:\d{2})+\Z|\d{4}-\d{1,2}-\d{1,2}|[-+]?0[0-7]+\Z|0[xob][0-9a-f_]+\Z"
    r"|[-+]?[0-9][0-9_]*\.?[0-9]*(e[-+]?[0-9]+)?\Z|[-+]?\.(inf|nan)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class File:
    """One file as read: the name shown to the author, and its lines."""

    name: str
    lines: tuple[str, ...]
    data: bytes = field(repr=False, default=b"")

    def line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


@dataclass(slots=True)
class Node:
    """A value with its place. `keys` holds, for a mapping, where each key stands."""

    value: Value | list[Node] | dict[str, Node]
    file: File
    line: int
    column: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)

    def plain(self) -> object:
        """Ordinary dictionaries, lists and values, without places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def say(
        self,
        code: str,
        message: str,
        hint: str = "",
        path: str = "",
        severity: Severity = Severity.ERROR,
        key: str | None = None,
    ) -> Diagnostic:
        """A remark about this value, or about one of its keys."""
        line, column, file = self.line, self.column, self.file
        if key is not None and key in self.keys:
            line, column = self.keys[key]
            if isinstance(self.value, dict):
                file = self.value[key].file  # an included file may have added the key
        return Diagnostic(code, severity, file.name, line, column, path, message, hint, file.line(line))


class _Refused(Exception):
    """Ends the reading of one file; carries the reason. Never leaves this module."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def read_yaml(path: Path, name: str) -> tuple[Node | None, list[Diagnostic]]:
    """The file as a tree, and what there is to say of it. The tree is None when it cannot be built."""
    try:
        data = _bytes(path, name)
    except _Refused as refused:
        return None, [refused.diagnostic]
    return parse_yaml(data, name)


def parse_yaml(data: bytes, name: str) -> tuple[Node | None, list[Diagnostic]]:
    """The same for bytes already in hand."""
    try:
        file = _decoded(data, name)
        return _Builder(file).tree("\n".join(file.lines))
    except _Refused as refused:
        return None, [refused.diagnostic]


def _bytes(path: Path, name: str) -> bytes:
    """The file's bytes, read only as far as the limit. A pipe or a device is not opened: it could wait for ever."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise _Refused(_whole(name, "S013", f"{quoted(path.name)} is not an ordinary file."))
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise _Refused(
            _whole(
                name,
                "S013",
                f"There is no file {quoted(path.name)}.",
                "Check the name, and that the file lies in the scenario's folder.",
            )
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not one the system accepts"
        raise _Refused(_whole(name, "S013", f"{quoted(path.name)} cannot be read: {reason}.")) from None
    if len(data) > MOST_BYTES:
        raise _Refused(
            _whole(
                name,
                "S009",
                f"The file is larger than {MOST_BYTES // 1024 // 1024} MB.",
                "A scenario is text; split a long one into files and name them under “include”.",
            )
        )
    return data


def _decoded(data: bytes, name: str) -> File:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        shown = data.split(b"\n")[line - 1].decode("utf-8", "replace")
        raise _Refused(
            Diagnostic(
                "S001",
                Severity.ERROR,
                name,
                line,
                column,
                "",
                "The file is not UTF-8 text.",
                "Save it again as UTF-8 in your editor.",
                shown,
            )
        ) from None
    file = File(name, tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")), data)
    for number, content in enumerate(file.lines, 1):
        odd = _NOT_TEXT.search(content)
        if odd is not None:
            raise _Refused(
                Diagnostic(
                    "S001",
                    Severity.ERROR,
                    name,
                    number,
                    odd.start() + 1,
                    "",
                    "A character here is not text.",
                    "Delete it and type the word again; it was probably pasted.",
                    _NOT_TEXT.sub("?", content),
                )
            )
    return file


def _whole(name: str, code: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, name, 0, 0, "", message, hint)


class _Builder:
    """Events in, a tree of nodes out."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.found: list[Diagnostic] = []
        self.values = 0

    def tree(self, text: str) -> tuple[Node | None, list[Diagnostic]]:
        try:
            return self._document(yaml.parse(text, Loader=_LOADER)), self.found
        except _Refused as refused:
            return None, [*self.found, refused.diagnostic]
        except yaml.YAMLError as error:
            return None, [*self.found, _syntax(self.file, error)]

    def _document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._refusal(
                        event, "S008", "A second document starts here.", "A file holds one document: take the --- away."
                    )
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, 1)
        if root is None or root.value is None:
            raise _Refused(
                _whole(self.file.name, "S005", "The file is empty.", "Start from one of the shipped scenarios.")
            )
        return root

    def _node(self, event: yaml.NodeEvent, events: Iterator[yaml.Event], depth: int) -> Node:
        self._no_extras(event)
        self.values += 1
        if self.values > MOST_VALUES:
            raise self._refusal(event, "S009", f"The file holds more than {MOST_VALUES:,} values.")
        node = Node(None, self.file, *_place(event))
        if isinstance(event, yaml.ScalarEvent):
            node.value = self._value(event, node)
            return node
        if depth > MOST_DEPTH:
            raise self._refusal(
                event,
                "S009",
                f"Brackets or indents are nested more than {MOST_DEPTH} deep here.",
                "Look for a bracket that was opened and never closed.",
            )
        if isinstance(event, yaml.SequenceStartEvent):
            node.value = [self._node(item, events, depth + 1) for item in _until(yaml.SequenceEndEvent, events)]
        else:
            node.value = self._mapping(node, events, depth)
        return node

    def _mapping(self, node: Node, events: Iterator[yaml.Event], depth: int) -> dict[str, Node]:
        items: dict[str, Node] = {}
        for event in _until(yaml.MappingEndEvent, events):
            self._no_extras(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise self._refusal(
                    event,
                    "S005",
                    "A name is expected before the colon, not brackets.",
                    "Text that contains { or [ must stand in quotes.",
                )
            key, place = event.value, _place(event)
            self._no_commands(event, key)
            following = next(events)  # the parser pairs every key with a value
            assert isinstance(following, yaml.NodeEvent)
            value = self._node(following, events, depth + 1)
            if key in items:
                self.found.append(
                    Diagnostic(
                        "S002",
                        Severity.ERROR,
                        self.file.name,
                        *place,
                        "",
                        f"{quoted(key)} is written twice here; the first is on line {node.keys[key][0]}.",
                        "Remove one of the two, or give it another name.",
                        self.file.line(place[0]),
                    )
                )
                continue
            items[key], node.keys[key] = value, place
        return items

    def _value(self, event: yaml.ScalarEvent, node: Node) -> Value:
        text: str = event.value
        self._no_commands(event, text)
        if event.style:  # quoted, or a block: text as it stands
            return text
        if text in _PLAIN:
            return _PLAIN[text]
        if _WHOLE.match(text):
            return int(text)
        if _DECIMAL.match(text):
            return float(text)
        if _CHANGED.match(text):
            self.found.append(
                node.say(
                    "S007",
                    f"{quoted(text)} is read as text here.",
                    f'Put it in quotes to say so: "{text}".',
                    severity=Severity.NOTE,
                )
            )
        return text

    def _no_commands(self, event: yaml.ScalarEvent, text: str) -> None:
        """A quoted text may name any character by its number (\\e, \\x9b); those that are no text stay out of screens and terminals."""
        odd = _NOT_TEXT.search(text.replace("\n", " "))
        if odd is not None:
            raise self._refusal(
                event,
                "S001",
                f"A backslash here stands for a character that is not text (U+{ord(odd[0]):04X}).",
                "Take it away; if a backslash is meant, write two.",
            )

    def _no_extras(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise self._refusal(
                event,
                "S008",
                f"*{event.anchor} is read as an alias, and scenarios have none.",
                "If it is text (*italics*), put the whole text in quotes or under a “|”.",
            )
        if event.anchor is not None:
            raise self._refusal(
                event,
                "S008",
                f"&{event.anchor} is read as an anchor, and scenarios have none.",
                "If it is text, put the whole text in quotes.",
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            raise self._refusal(
                event,
                "S008",
                f"The tag {quoted(tag)} is not allowed.",
                "Take away the word that starts with !; if it is text, put it in quotes.",
            )

    def _refusal(self, event: yaml.Event, code: str, message: str, hint: str = "") -> _Refused:
        line, column = _place(event)
        return _Refused(
            Diagnostic(code, Severity.ERROR, self.file.name, line, column, "", message, hint, self.file.line(line))
        )


def _place(event: yaml.Event) -> tuple[int, int]:
    """Line and column, from 1."""
    mark = event.start_mark
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)


def _until(end: type[yaml.Event], events: Iterator[yaml.Event]) -> Iterator[yaml.NodeEvent]:
    for event in events:
        if isinstance(event, end):
            return
        if isinstance(event, yaml.NodeEvent):
            yield event


def _syntax(file: File, error: yaml.YAMLError) -> Diagnostic:
    """PyYAML gives the right place and a poor reason; so its text is kept short and a hint is added."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    begun = getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "it is not YAML")
    if "quoted scalar" in str(getattr(error, "context", "")) and begun is not None:
        mark = begun  # an open quote is best shown where it opens
    line = mark.line + 1 if mark is not None else 1
    column = mark.column + 1 if mark is not None else 1
    line = min(line, max(1, len(file.lines)))
    cause = usual_cause(file.line, line)
    at, hint = cause if cause else (line, "Compare the indentation and the punctuation with the lines above.")
    column = column if at == line else len(file.line(at)) - len(file.line(at).lstrip()) + 1
    return Diagnostic(
        "S001", Severity.ERROR, file.name, at, column, "", f"This is not YAML: {problem}.", hint, file.line(at)
    )
