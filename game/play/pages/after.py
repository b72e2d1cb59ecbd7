"""The morning after: what followed, one line at a time, each with its reason and its actor; home's groups last."""

from __future__ import annotations

from dataclasses import dataclass

from .common import Kind, State, Status, Trend
from .morning import Clipping


@dataclass(frozen=True, slots=True)
class Consequence:
    title: str
    text: str  # may be ""
    because: str  # without the word "because"; may be ""
    by: State | None  # None: a group at home, the press, the calendar
    actor: str  # the name shown: "Norland", "The fishing towns"
    dated: str
    kind: Kind
    subject: str  # deed word pledge rung programme event home office: for the icon
    place: str  # id of a place on the map, or ""


@dataclass(frozen=True, slots=True)
class GroupMoved:
    name: str
    trend: Trend
    mood: str  # "cool", "warm" ...
    because: str  # without the word "because"; may be ""


@dataclass(frozen=True, slots=True)
class After:
    status: Status
    title: str  # what home did: "Pay by noon"
    said: tuple[str, ...]  # "Said to Norland: warn, through the ambassador"
    text: str  # the author's morning after, or ""
    consequences: tuple[Consequence, ...]
    seen_abroad: tuple[str, ...]  # what could be seen, and by whom
    groups: tuple[GroupMoved, ...]
    papers: tuple[Clipping, ...]
    moved_on: str  # "The winter passed without a cable." when the calendar moved by itself
    crisis_over: str  # who climbed, who stepped down, what was left open; or ""
