"""What scenarios/playbook.yaml may say: the tones, channels, forms, deeds, pledges and initiatives all scenarios share.

The closed lists (tones, channels, wordings, forms) must be there in full; deeds, pledges and initiatives are whatever the file holds.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..rules import vocabulary as v
from ..rules.scenario import MOD
from .kinds import Chance, Id, OneOf, Part, Ref, Text, Worded

Dimension = Annotated[str, OneOf(v.DIMENSIONS)]
Tag = Annotated[str, OneOf(v.TAGS)]
Temptation = Annotated[float, Worded(0, 3)]
Change = Annotated[float, Worded(-1, 1)]
Capital = Annotated[float, Worded(0, 8)]
Taste = Annotated[str, OneOf((*v.TAGS, *v.PROFILES, *v.LEVERS))]
"""A tag touches the groups that like or dislike it; a profile its share of every group; a lever the group that holds it."""
Tone = Annotated[str, OneOf(v.TONES)]
Channel = Annotated[str, OneOf(v.CHANNELS)]


class Kind(Part):
    name: Text
    gloss: Text


class AtOnce(Part):
    dim: Dimension
    by: Annotated[float, Worded(-3, 3)]


class ToneKind(Kind):
    about: Annotated[str, OneOf(("past", "next", "neither"))]
    at_once: list[AtOnce] = []
    opens: Annotated[str, OneOf(("none", "word", "pledge", "threat", "proposal"))] = "none"
    weeks: Annotated[int, Field(ge=0, le=104, description="How long the word stays open")] = 0
    clear: Chance = 1.0
    tags: dict[Taste, Change] = {}
    needs: str = ""
    capital: Capital = 0.0
    heat: Change = 0.0
    leans: Annotated[str, OneOf(("soft", "firm", "neither"))] = "neither"
    drafts: dict[Annotated[str, OneOf(("default", *v.CHANNELS))], Text]


class ChannelKind(Kind):
    public: Chance
    verified: Chance
    clear: Chance
    leak: Chance
    days: Annotated[int, Field(ge=0, le=200)] = 0
    capital: Capital = 0.0
    heat: Change = 0.0
    needs: Ref = Field(default="none", description="none, crisis, or the initiative that opens it")
    heard_by: Text
    leaks_to: str = ""
    frame: Annotated[str, Field(pattern=r"\{own\}", description="How the author's own words are put through it")]


class WordingKind(Kind):
    clear: Chance
    closing: str = Field(default="", description="Closes a word about what comes next")


class FormKind(Kind):
    public: Annotated[float, Worded(0, 1)] | Literal["channel"] = "channel"
    verified: Chance = 0.0
    successor: Annotated[float, Worded(-2, 2)] = 0.0
    continuity: Chance = 0.0
    capital: Capital = 0.0
    seasons: Annotated[int, Field(ge=0, le=8)] = 0


class Evidence(Part):
    dim: Dimension
    kept: bool
    c: Temptation
    times: Chance = 1.0


class DeedKind(Kind):
    rung: Annotated[int, Field(ge=0, le=6)] = 0
    step: Annotated[int, Field(ge=-3, le=3)] = 0
    evidence: list[Evidence] = []
    public: Chance
    verified: Chance
    capital: Capital = 0.0
    tags: list[Tag] = []
    heat: Change = 0.0
    people: Annotated[float, Worded(-10, 10)] = 0.0
    mandate: Annotated[float, Worded(-10, 10)] = 0.0
    contradicts: list[Tone] = []
    needs: Annotated[str, OneOf(("cabinet", "parliament"))] | None = None


class PledgeKind(Kind):
    text: Text
    dim: Annotated[str, OneOf(("reliability", "resolve"))] = "reliability"
    c: Temptation
    clear: Chance
    seasons: Annotated[int, Field(ge=1, le=24)]
    every: Annotated[int, Field(ge=0, le=24, description="Judged every so many seasons; 0 only at its term")] = 0
    verified: Chance
    public: Chance
    capital: Capital = 0.0
    price: Annotated[float, Worded(0, 5)] = 0.0
    rung: Annotated[int, Field(ge=0, le=6, description="Where carrying out a threat puts home")] = 0
    pressure: Text
    kept: Text
    broken: Text
    hurts: list[Taste] = []
    likes: dict[Taste, Change] = {}


class InitiativeKind(Kind):
    family: Annotated[
        str,
        OneOf(
            ("contact", "channels", "past", "verification", "rules", "projects", "home", "third-parties", "strength")
        ),
    ]
    capital: Capital
    lead: Annotated[int, Field(ge=0, le=8)] = 0
    toward: Annotated[str, OneOf(("counterpart", "none"))] = "counterpart"
    once: bool = False
    needs: str = ""
    limit: str = ""
    science: list[int] = []
    evidence: list[Evidence] = []
    at_once: list[AtOnce] = []
    public: Chance = 0.5
    verified: Chance = 0.9
    tags: list[Tag] = []
    approval: dict[Taste, Change] = {}
    heat: Change = 0.0
    people: Annotated[float, Worded(-10, 10)] = 0.0
    mandate: Annotated[float, Worded(-10, 10)] = 0.0
    step: Annotated[int, Field(ge=-3, le=0, description="Home's step on the ladder")] = 0
    their_step: Annotated[int, Field(ge=-3, le=0, description="The other side's step")] = 0
    pledge: Ref | None = None
    changes: dict[Annotated[str, OneOf(tuple(MOD))], Annotated[float, Worded(-3, 3)]] = {}


class Playbook(Part):
    format: Literal[1]
    tones: dict[Tone, ToneKind]
    channels: dict[Channel, ChannelKind]
    wordings: dict[Annotated[str, OneOf(v.WORDINGS)], WordingKind]
    forms: dict[Annotated[str, OneOf(v.FORMS)], FormKind]
    deeds: Annotated[dict[Id, DeedKind], Field(min_length=1)]
    pledges: Annotated[dict[Id, PledgeKind], Field(min_length=1)]
    initiatives: dict[Id, InitiativeKind]
