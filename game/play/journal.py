"""A play's file: a header, then one line an act, each flushed to the disk as it is made (rulings.md, journal format 1).

    {"format": 1, "game": "0.2.0", "scenario": "narrow-sea", "content": sha256, "seed": 7, "length": "full", ...}
    {"at": [5, 0], "state": hash, "do": "pay-by-noon", "say": [...], "book": {...}}          a reply
    {"at": [7, 0], "state": hash, "handover": {"ink": [...], "honour": {...}}}
    {"at": [9, 0], "state": hash, "undo": 4}      back to before the decision counted 4, from 0;  also "mark", "rank", "take-back"

Knows lines and bytes, nothing of the rules: whether an act replays is the session's to say.
"""

from __future__ import annotations

import itertools
import json
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

FORMAT = 1
ACTS = ("do", "handover", "undo", "mark", "rank", "take-back")
"""Each line has exactly one of these keys; it says what the act is."""

_MOST_BYTES = 5_000_000
_MOST_LINES = 10_000
_MOST_LINE = 200_000
"""A long campaign with a note on every decision and a hundred of them undone fills a twentieth of this."""


class JournalError(Exception):
    """Why a play cannot be opened or kept, in one sentence for the person who plays."""


@dataclass(frozen=True, slots=True)
class Header:
    scenario: str
    content: str
    seed: int
    length: str
    difficulty: str
    rewind: str
    theory: str
    climate: str
    started: str
    game: str
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Line:
    """One act: where the play stood, the state's hash after it, and the act itself under its key."""

    at: tuple[int, int]
    state: str
    act: Mapping[str, Any]

    @property
    def kind(self) -> str:
        return next(key for key in ACTS if key in self.act)


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds: its good lines, and where each ends, so that a bad tail can be cut off."""

    header: Header
    lines: tuple[Line, ...]
    ends: tuple[int, ...]  # byte after the header, then after each line
    damage: str  # "" or why what follows the last good line cannot be read


class Journal:
    """An open file.  `append` never loses a line silently: what cannot be written stays pending and is tried again with the next.

    What was written is remembered too: a file that vanishes is made again, and one that somebody else goes on with is left to them.
    """

    def __init__(self, path: Path, kept: bytes = b"") -> None:
        self.path = path
        self.trouble = ""
        self._kept = kept
        self._pending: list[bytes] = []

    @classmethod
    def create(cls, path: Path, header: Header) -> Journal:
        """A new file with its header.  Raises JournalError; never overwrites."""
        journal = cls(path)
        try:
            journal._write_whole(path, _bytes(asdict(header)))
        except OSError as error:
            raise JournalError(_sentence("The play cannot be saved", path, error)) from None
        return journal

    @classmethod
    def reopen(cls, path: Path, size: int) -> Journal:
        """A file whose first `size` bytes are sound; `trouble` says so at once if it cannot be written.  Raises JournalError."""
        try:
            with path.open("rb") as file:
                journal = cls(path, file.read(size))
        except OSError as error:
            raise JournalError(_sentence("The play cannot be opened", path, error)) from None
        try:
            with path.open("r+b"):
                pass
        except OSError as error:
            journal.trouble = _sentence("This play is not being saved", path, error)
        return journal

    def append(self, line: Line) -> None:
        """Write one act and see it onto the disk.  If that fails, `trouble` says why and the play goes on."""
        self._pending.append(_bytes({"at": list(line.at), "state": line.state, **line.act}))
        try:
            self.trouble = self._write(b"".join(self._pending))
        except OSError as error:
            self.trouble = _sentence("This play is not being saved", self.path, error)
            return
        self._pending.clear()

    def cut(self, size: int) -> Path:
        """Drop everything after `size`; what is dropped is kept beside the file, here.  Raises JournalError."""
        try:
            tail = self.path.read_bytes()[size:]
            beside = _free(self.path, self.path.name + ".cut", "")
            _write_new(beside, tail)
            os.truncate(self.path, size)
        except OSError as error:
            raise JournalError(_sentence("The damaged end of this play cannot be repaired", self.path, error)) from None
        self._kept = self._kept[:size]
        return beside

    def _write(self, data: bytes) -> str:
        """All of it or nothing: after a failure the file is cut back to its last whole line.  What there is to say of it."""
        size = len(self._kept)
        try:
            file = self.path.open("r+b")
        except FileNotFoundError:
            self._write_whole(self.path, data)
            return ""
        ours = False
        try:
            with file:  # closing may write too, so the file is cut back after it
                ours = file.seek(0, os.SEEK_END) == size
                if ours:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
        except OSError:
            if ours:
                _cut_back(self.path, size)
            raise
        if not ours:
            return self._move_aside(data)
        self._kept += data
        return ""

    def _move_aside(self, data: bytes) -> str:
        """Somebody else has written to the file since: it stays theirs, and this play goes on in one of its own."""
        aside = _free(self.path, self.path.stem + "-copy", self.path.suffix)
        self._write_whole(aside, data)
        theirs, self.path = self.path, aside
        return f"{theirs.name} is being played somewhere else too, so this play is kept in {aside} from here."

    def _write_whole(self, path: Path, data: bytes) -> None:
        """Everything from the first line on, in a new file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_new(path, self._kept + data)
        self._kept += data


def read(path: Path) -> Read:
    """The good lines of a file.  Raises JournalError when it is no play, or one of a newer format."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise JournalError(f"{path.name} is not an ordinary file, so there is no play in it.")
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise JournalError(_sentence("The play cannot be opened", path, error)) from None
    if not data:
        raise JournalError(f"{path.name} is empty; there is no play in it.")
    if len(data) > _MOST_BYTES or data.count(b"\n") > _MOST_LINES:
        most = f"{_MOST_BYTES // 1_000_000} MB and {_MOST_LINES:,} lines"
        raise JournalError(f"{path.name} is too large to be a play; a play has at most {most}.")
    rows = data.split(b"\n")
    header = _header(path, rows[0])
    lines: list[Line] = []
    ends = [len(rows[0]) + 1]
    for number, row in enumerate(rows[1:], 2):
        whole = number < len(rows)  # the last piece has no newline: empty, or a line cut short
        if not whole and not row:
            break
        line = _line(row) if whole else None
        if line is None:
            return Read(
                header,
                tuple(lines),
                tuple(ends),
                f"line {number} was cut short" if not whole else f"line {number} cannot be read",
            )
        lines.append(line)
        ends.append(ends[-1] + len(row) + 1)
    if len(rows) == 1:
        raise JournalError(f"{path.name} breaks off in its first line; there is no play in it.")
    return Read(header, tuple(lines), tuple(ends), "")


def _header(path: Path, row: bytes) -> Header:
    told = _parsed(row)
    if not isinstance(told, dict) or not isinstance(told.get("format"), int) or isinstance(told["format"], bool):
        raise JournalError(f"{path.name} is not a play of Good Offices.")
    if told["format"] > FORMAT:
        raise JournalError(
            f"{path.name} was written in format {str(told['format'])[:12]}; this game reads up to format {FORMAT}. "
            "A newer game will open it."
        )
    kinds: dict[str, type] = {f.name: int if f.name in ("seed", "format") else str for f in fields(Header)}
    told = {"theory": "", "climate": "", **told}
    for key, kind in kinds.items():
        if type(told.get(key)) is not kind:
            raise JournalError(f"{path.name} is not a play of Good Offices: its first line has no proper “{key}”.")
    if unknown := [key for key in told if key not in kinds]:
        raise JournalError(f"{path.name} has “{unknown[0]}” in its first line, which format {FORMAT} does not know.")
    if not 0 <= told["seed"] < 2**64 or told["format"] < 1:
        raise JournalError(f"{path.name} is not a play of Good Offices: its seed or format is out of range.")
    return Header(**told)


def _line(row: bytes) -> Line | None:
    told = _parsed(row)
    if not isinstance(told, dict):
        return None
    at, state = told.pop("at", None), told.pop("state", None)
    whole = isinstance(at, list) and len(at) == 2 and all(type(part) is int for part in at) and isinstance(state, str)
    if not whole or sum(key in told for key in ACTS) != 1:
        return None
    return Line((at[0], at[1]), state, told)


def _parsed(row: bytes) -> Any:
    if len(row) > _MOST_LINE:
        return None
    try:
        told = json.loads(row.decode("utf-8"), parse_constant=_refuse, object_pairs_hook=_each_key_once)
        if b"\\u" in row:
            _bytes(told)  # half a character may stand in JSON and in no file
        return told
    except (ValueError, RecursionError):
        return None


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is not a number of JSON")


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) < len(pairs):
        raise ValueError("a key is written twice")
    return told


def _bytes(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(", ", ": ")).encode() + b"\n"


def _cut_back(path: Path, size: int) -> None:
    try:
        os.truncate(path, size)
    except OSError:
        pass  # the half line, if any, is cut off when the play is next opened


def _write_new(path: Path, data: bytes) -> None:
    """A whole file or none.  Raises OSError, also when there is one of that name."""
    file = path.open("xb")
    try:
        with file:  # closing may write too, and fail
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise


def _free(beside: Path, stem: str, suffix: str) -> Path:
    """A name that nothing beside the file has yet, with 2, 3 and so on after its stem if need be."""
    names = (beside.with_name(f"{stem}{n if n > 1 else ''}{suffix}") for n in itertools.count(1))
    return next(path for path in names if not os.path.lexists(path))


def _sentence(what: str, path: Path, error: OSError) -> str:
    reason = (error.strerror or "the system gave no reason").lower()
    return f"{what}: {reason} ({path})."
