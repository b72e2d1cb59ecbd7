"""What a scenario may say: the shape of scenario.yaml and of the files it includes.

Shape only: which keys there are and what kind of value each takes. References between ids, conditions and whatever needs two
places at once belong to compile.py and checks/. The JSON Schema for editors is made from these models.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..rules import vocabulary as v
from ..rules.theories import DEFAULT_THEORY, THEORIES
from .kinds import (
    TEMPERS,
    WANTS,
    Chance,
    Condition,
    Id,
    Level,
    OneOf,
    OneOrMore,
    Part,
    Ref,
    Shorthand,
    Size,
    Spot,
    Text,
    Worded,
)

FORMAT = 1

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
Tag = Annotated[str, OneOf(v.TAGS)]
Leaning = Annotated[str, OneOf(v.LEANINGS)]
Aim = Annotated[str, OneOf(v.AIMS)]
GOVERNMENTS = ("democracy", "mixed", "one-party", "monarchy", "junta")


class Calendar(Part):
    starts: Annotated[str, Field(pattern=r"^[0-9]{4} (spring|autumn)$", description="2031 spring")]
    quiet: float = Field(default=3.0, gt=0, le=50, description="How likely a quiet season is beside injects of weight 1")


class Length(Part):
    terms: Annotated[int, Field(ge=1, le=5)]
    seasons: Annotated[int, Field(ge=1, le=8, description="Half-years a term")]
    years: bool = Field(default=False, description="A turn is a year, and only core injects come")
    crisis_turns: Annotated[int, Field(ge=1, le=5)]
    minutes: Annotated[int, Field(ge=5, le=300)]


class Home(Part):
    name: Text
    long: Text
    adjective: Text
    government: Annotated[str, OneOf(GOVERNMENTS)] = "democracy"
    seal: Text = "lighthouse"
    ministry: Text
    secretary: Ref | None = None
    begins: Leaning = "open-hand"
    restless: Chance = 0.33
    place: Spot = [0.2, 0.5]


class Party(Part):
    name: Text


class Person(Part):
    name: Text
    post: Text
    of: Ref = "home"
    leaning: str = ""
    lean: Annotated[float, Worded(-2, 2)] = 0.0
    portrait: Annotated[int, Field(ge=1, le=16)] = 1


class Audience(Part):
    name: Text
    weight: Chance
    approval: Annotated[float, Worded(1, 99)] = 50.0
    profile: dict[Annotated[str, OneOf(v.PROFILES)], Chance] = Field(default={"centre": 1.0}, min_length=1)
    likes: list[Tag] = []
    dislikes: list[Tag] = []
    strongly: list[Tag] = []
    lever: Annotated[str, OneOf(v.LEVERS)]
    remembers: str = ""


class Record(Part):
    reliability: Level = 0.5
    resolve: Level = 0.5
    intent: Level = 0.5
    clarity: Level = 0.5


class Aims(Part):
    fearful: Chance
    grasping: Chance


class File(Part):
    high: Text
    middle: Text
    low: Text


class Counterpart(Part):
    name: Text
    short: Text
    adjective: Text
    government: Annotated[str, OneOf(GOVERNMENTS)] = "democracy"
    power: Annotated[str, OneOf(("weaker", "equal", "stronger"))] = "equal"
    temper: Annotated[float, Worded(0.5, 10, TEMPERS)] = 4.0
    protracted: Chance = 0.0
    weight: Chance
    aim: Aims = Aims(fearful=0.5, grasping=0.5)
    record: Record = Record()
    wants: dict[Id, Annotated[float, Worded(0, 3, WANTS)]] = {}
    seal: Text = "wolf"
    ministry: Text
    hands: list[Ref] = []
    language: str = ""
    place: Spot = [0.8, 0.5]
    file: File | None = None
    brief: str = ""


class ThirdParties(Part):
    name: Text = "Other capitals"
    weight: Chance = 0.1
    record: Record = Record()


class Place(Part):
    name: Text
    of: Ref | None = None
    at: Spot | None = None
    zone: Annotated[list[Spot], Field(min_length=3)] | None = None


class Then(Part):
    inject: Ref
    in_: Annotated[int, Field(ge=0, le=24, description="Seasons from now; 0 is the next turn")] = 1


class Effects(Part):
    mandate: Annotated[float, Worded(-5, 5)] = 0.0
    people: Annotated[float, Worded(-10, 10)] = 0.0
    heat: Annotated[float, Worded(-1, 1)] = 0.0
    capital: Annotated[float, Worded(-8, 8)] = 0.0
    approval: dict[Ref, Size] = {}


class Case(Part):
    when: Condition
    effects: Effects = Effects()
    sets: list[Ref] = []
    clears: list[Ref] = []
    then: Then | None = None


class Answer(Part):
    """The morning after: what the other side did with it, and what follows from that."""

    text: Text
    effects: Effects = Effects()
    sets: list[Ref] = []
    clears: list[Ref] = []
    then: Then | None = None


class After(Part):
    rests: Annotated[Answer, Shorthand("text")]
    presses: Annotated[Answer, Shorthand("text")] | None = None


class Say(Part):
    to: Ref
    tone: Annotated[str, OneOf(v.TONES)]
    via: Annotated[str, OneOf(v.CHANNELS)]
    wording: Annotated[str, OneOf(v.WORDINGS)] = "plain"
    words: str = ""


class Undertaking(Part):
    kind: Ref
    form: Annotated[str, OneOf(v.FORMS)] = "oral"
    seasons: Annotated[int, Field(ge=1, le=24)] | None = None
    minuted: bool | None = Field(
        default=None, description="Left out: everything written is minuted, an oral word is not"
    )
    text: str = ""
    c: Annotated[float, Worded(0, 3)] | None = Field(default=None, description="Temptation, instead of the kind's own")
    clear: Chance | None = None
    public: Chance | None = None
    verified: Chance | None = None


class Option(Part):
    title: Text
    text: Text
    deed: Ref | None = None
    toward: Ref | None = None
    seen: str = ""
    precedent: bool = False
    needs: Annotated[str, OneOf(("cabinet", "parliament"))] | None = None
    capital: Annotated[float, Worded(0, 8)] | None = None
    say: Annotated[list[Say], OneOrMore("nothing")] = []
    pledge: Undertaking | None = None
    theirs: Undertaking | None = None
    offer: Undertaking | None = None
    breaks: list[Ref] = []
    sets: list[Ref] = []
    clears: list[Ref] = []
    then: Then | None = None
    effects: Effects = Effects()
    when: Condition | None = None
    cases: list[Case] = []
    after: Annotated[After, Shorthand("rests")] | None = None


class Adviser(Part):
    says: Text
    chance: Annotated[str, OneOf(tuple(v.CHANCES))] | None = None
    foretells: Condition | None = None
    within: Annotated[int, Field(ge=1, le=24)] = 2


class Heading(Part):
    number: str = ""
    route: str = ""
    grade: str = ""


class Paper(Part):
    name: Text
    headline: Text
    story: str = ""


class Estimate(Part):
    ask: Text
    holds: Condition
    within: Annotated[int, Field(ge=1, le=24)] = 2


class Minute(Part):
    text: Text
    by: Ref | None = None
    margin: str = ""
    hand: Ref | None = None


class Exit(Part):
    text: Text
    deed: Ref


class WaysOut(Part):
    home: Annotated[list[Exit], Field(min_length=1)]
    theirs: Annotated[list[Exit], Field(min_length=1)]


class Crisis(Part):
    name: Text
    stake: Annotated[str, OneOf(v.STAKES)] = "serious"
    first_rung: Annotated[int, Field(ge=0, le=5)] = 1
    home_stake: str = ""
    their_stake: str = ""
    ways_out: WaysOut
    rungs: Annotated[list[Text], Field(min_length=7, max_length=7)] = list(v.RUNGS)


class Inject(Part):
    title: Text
    from_: Ref
    by: Ref | None = None
    core: bool = False
    crown: bool = False
    when: Condition | None = None
    during: Ref | None = None
    weight: Annotated[float, Worded(0.01, 100)] = 1.0
    must: bool = False
    recurs: bool = False
    asks: bool = False
    place: Ref | None = None
    on: Annotated[str, OneOf(WEEKDAYS)] | None = None
    heading: Heading = Heading()
    cable: Text
    paper: Paper | None = None
    question: str = ""
    advisers: dict[Ref, Adviser] = {}
    estimate: Estimate | None = None
    options: Annotated[dict[Id, Option], Field(min_length=1, max_length=4)]
    minute: dict[Ref, Minute] = {}
    crisis: Crisis | None = None


class Cue(Part):
    tells: Annotated[str, OneOf(v.READINGS)]
    of: Ref
    by: Text = Field(default="The desk", description="A person's id, or a plain post")
    noise: Annotated[float, Worded(0.1, 5)] = 1.0
    when: Condition | None = None
    phrases: list[Text]


class News(Part):
    when: Condition | None = None
    by: Text = Field(default="The papers", description="A person's id, or a plain post")
    text: Text


class Letter(Part):
    when: Condition | None = None
    from_: Text
    text: Text


class Objective(Part):
    text: Text
    when: Condition
    mandate: Annotated[float, Worded(-5, 5)]


class Mandate(Part):
    leaning: Leaning
    term: Annotated[int, Field(ge=1, le=5)] | None = None
    title: Text
    text: str = ""
    objectives: Annotated[dict[Id, Objective], Field(max_length=4)] = {}


class Verdict(Part):
    title: Text
    when: Condition | None = None
    text: Text


class Climate(Part):
    aims: dict[Ref, Aim] = {}
    restless: bool | None = None


LENGTHS: dict[str, Length] = {
    "taster": Length.model_validate({"terms": 1, "seasons": 4, "crisis-turns": 3, "minutes": 20}),
    "class": Length.model_validate({"terms": 3, "seasons": 8, "years": True, "crisis-turns": 3, "minutes": 50}),
    "full": Length.model_validate({"terms": 3, "seasons": 8, "crisis-turns": 5, "minutes": 100}),
}


class Scenario(Part):
    format: Literal[1]
    id: Id
    title: Text
    blurb: str = ""
    objectives: list[Text] = []
    include: list[Text] = []
    calendar: Calendar
    lengths: dict[Annotated[str, OneOf(v.LENGTHS)], Length] = Field(default=LENGTHS, min_length=1)
    rewind: Annotated[str, OneOf(v.REWINDS)] = "free"
    theory: Annotated[str, OneOf(tuple(THEORIES))] = DEFAULT_THEORY
    home: Home
    parties: dict[Leaning, Party] = {}
    ministers: dict[Leaning, list[Ref]] = {}
    people: dict[Id, Person] = {}
    audiences: Annotated[dict[Id, Audience], Field(min_length=1, max_length=8)]
    counterparts: Annotated[dict[Id, Counterpart], Field(min_length=1, max_length=8)]
    third_parties: ThirdParties = ThirdParties()
    places: dict[Id, Place] = {}
    flags: Annotated[list[Id], Field(max_length=250)] = []
    glossary: dict[Id, Text] = {}
    injects: Annotated[dict[Id, Inject], Field(min_length=1, max_length=250)]
    probes: Annotated[dict[Id, Inject], Field(max_length=250)] = {}
    cues: Annotated[dict[Id, Cue], Field(max_length=250)] = {}
    news: dict[Id, News] = {}
    letters: dict[Id, Letter] = {}
    mandates: dict[Id, Mandate] = {}
    verdicts: Annotated[dict[Id, Verdict], Field(min_length=1)]
    climates: dict[Id, Climate] = {}
    opening: str = ""
    handover: str = ""
    war: str = ""


SHARED = ("format", "id", "title", "include", "calendar", "lengths", "rewind", "theory", "home", "third-parties")
"""Keys that stand in scenario.yaml only; every other section may be spread over included files."""
