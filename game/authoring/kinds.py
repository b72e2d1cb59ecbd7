"""Kinds of value that stand in scenarios: ids, words of a closed list, words for numbers, shorthands.

Each is an annotation for a pydantic field: it checks, complains in plain English, and describes itself in the JSON Schema
that editors read. Numbers behind the words are the documented ones; a number may stand for any word.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .diagnostics import did_you_mean, quoted

LEVELS: Mapping[str, float] = {"very-low": 0.1, "low": 0.3, "fair": 0.5, "high": 0.7, "very-high": 0.9}
WANTS: Mapping[str, float] = {"useful": 0.5, "important": 1.0, "vital": 1.7}
TEMPERS: Mapping[str, float] = {"stressed": 1.5, "normal": 4.0, "bureaucratic": 6.0}
_SIZES = {"slight": 0.1, "clear": 0.25, "strong": 0.5}
SIZES: Mapping[str, float] = {**_SIZES, **{f"-{word}": -size for word, size in _SIZES.items()}}


def refuse(code: str, message: str, hint: str = "") -> PydanticCustomError:
    """An error that complaints.py turns into a diagnostic with this code."""
    return PydanticCustomError("author", "{message}", {"code": code, "message": message, "hint": hint})


@dataclass(frozen=True, slots=True)
class OneOf:
    """A word of a closed list."""

    words: Sequence[str]
    __hash__ = object.__hash__

    def check(self, value: Any) -> str:
        if not isinstance(value, str):
            raise refuse(
                "S005",
                f"A word is expected here, {spoken(value)} was found.",
                f"Write one of: {', '.join(self.words)}.",
            )
        if value not in self.words:
            raise refuse(
                "S006", f"{quoted(value)} is not one of the words allowed here.", did_you_mean(value, self.words)
            )
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Worded:
    """A number within limits, or a word that stands for one."""

    low: float
    high: float
    words: Mapping[str, float] = field(default_factory=dict)
    __hash__ = object.__hash__

    def check(self, value: Any) -> float:
        if isinstance(value, str) and value in self.words:
            return self.words[value]
        allowed = f"a number from {self.low:g} to {self.high:g}"
        if self.words:
            allowed = f"one of {', '.join(self.words)}, or {allowed}"
        if isinstance(value, str):
            raise refuse(
                "S006" if self.words else "S005",
                f"{quoted(value)} is not {allowed}.",
                did_you_mean(value, self.words) if self.words else "Write a plain number, without quotes.",
            )
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise refuse("S005", f"Here stands {allowed}; {spoken(value)} was found.")
        if not self.low <= value <= self.high or math.isnan(value):
            raise refuse("S006", f"{value:g} is out of range: {allowed} is allowed.")
        return float(value)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        number = {"type": "number", "minimum": self.low, "maximum": self.high}
        return {"anyOf": [{"type": "string", "enum": list(self.words)}, number]} if self.words else number


@dataclass(frozen=True, slots=True)
class Shorthand:
    """A text may stand for a map with this one key; what is not a text is left to the map's own check."""

    key: str

    def widen(self, value: Any) -> Any:
        return {self.key: value} if isinstance(value, str) else value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.widen, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """A list; a single map may stand for a list of one, and the word `none_word` for an empty one."""

    none_word: str = ""

    def widen(self, value: Any) -> Any:
        if isinstance(value, dict):
            return [value]
        return [] if self.none_word and value == self.none_word else value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.widen, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        many = handler(schema)
        word = [{"const": self.none_word}] if self.none_word else []
        return {"anyOf": [many["items"], many, *word]}


def spoken(value: object) -> str:
    """The kind of a value as an author would name it."""
    kinds: tuple[tuple[type, str], ...] = (
        (bool, "true or false"),
        (int, "a whole number"),
        (float, "a number"),
        (str, "a text"),
        (list, "a list"),
        (dict, "a map of keys"),
    )
    return next((name for kind, name in kinds if isinstance(value, kind)), "nothing")


def kebab(name: str) -> str:
    """The key an author writes for a field: from_ -> from, crisis_turns -> crisis-turns."""
    return name.rstrip("_").replace("_", "-")


class Part(BaseModel):
    """The base of every model: keys as authors write them, unknown ones refused, nothing converted silently."""

    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, alias_generator=kebab, regex_engine="rust-regex"
    )


ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
Ref = Annotated[str, Field(description="An id declared elsewhere in the scenario or the playbook", max_length=200)]
Condition = Annotated[str, Field(description="Comparisons joined by and, or, not: season >= 2 and rung(norland) <= 2")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=8000)]
Chance = Annotated[float, Worded(0, 1)]
Level = Annotated[float, Worded(0.02, 0.98, LEVELS)]
Size = Annotated[float, Worded(-2, 2, SIZES)]
Spot = Annotated[list[Chance], Field(min_length=2, max_length=2)]
