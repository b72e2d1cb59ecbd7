"""Everything an author wrote to be read, by index.

The rules hold numbers only; a screen that has an index from a view (inject 7, option 2, counterpart 0) finds its words here.
Every tuple is in the order of the Scenario's own index, and `injects[0]` is the empty text of "no inject". Nothing here
carries a hidden number: no lean, no record, no aim.

Texts may hold the marks `*italics*`, and in news `{inject-id}` (the date of that inject); the reader of a text fills them in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Place = tuple[float, float]
"""A point on the map: across and down, each 0 to 1."""

NOBODY = -1
"""The index that stands for no person, no place, no deed."""


@dataclass(frozen=True, slots=True)
class PersonText:
    id: str
    name: str
    post: str
    of: str  # "home", a counterpart's id or "third-parties"
    leaning: str  # the declared leaning, in words
    portrait: int  # 1 to 16


@dataclass(frozen=True, slots=True)
class HomeText:
    name: str
    long: str
    adjective: str
    government: str
    seal: str
    ministry: str
    secretary: int  # person
    begins: str  # leaning of the first administration
    place: Place


@dataclass(frozen=True, slots=True)
class CounterpartText:
    id: str
    name: str
    short: str
    adjective: str
    government: str
    ministry: str
    seal: str
    language: str
    hands: tuple[int, ...]  # persons who write its minutes
    place: Place
    brief: str  # for the dossier
    power: str  # weaker, equal, stronger: common knowledge
    wants: Mapping[str, str]  # interest -> useful, important, vital; what everybody knows
    file: Mapping[str, str]  # "high", "middle", "low": what its ministry writes of home at the end


@dataclass(frozen=True, slots=True)
class AudienceText:
    id: str
    name: str
    likes: tuple[str, ...]
    dislikes: tuple[str, ...]
    strongly: tuple[str, ...]
    lever: str  # by-election income leadership vote services
    remembers: str


@dataclass(frozen=True, slots=True)
class PlaceText:
    id: str
    name: str
    of: str
    at: Place  # the middle of a zone
    zone: tuple[Place, ...]  # empty for a point


@dataclass(frozen=True, slots=True)
class SayText:
    """The word an option comes with; indices are those of the Scenario."""

    to: str  # counterpart id or "third-parties"
    tone: str
    via: str
    wording: str
    words: str  # the option's own sentence, or ""


@dataclass(frozen=True, slots=True)
class PledgeText:
    kind: str
    form: str
    text: str
    seasons: int
    minuted: bool


@dataclass(frozen=True, slots=True)
class OptionText:
    id: str
    title: str
    text: str
    deed: str  # playbook id, "" for a pure word
    toward: str  # counterpart id or ""
    seen: str  # who will see it, in words
    needs: str  # "", cabinet, parliament
    precedent: bool
    says: tuple[SayText, ...]
    pledge: PledgeText | None  # what home undertakes
    theirs: PledgeText | None  # what they undertake
    offer: PledgeText | None  # what home offers and they may refuse
    breaks: tuple[str, ...]  # pledge kinds this act contradicts
    rests: str  # the morning after, if the counterpart lets it rest
    presses: str  # and if it uses it; "" when nothing is written


@dataclass(frozen=True, slots=True)
class AdviserText:
    person: int
    says: str
    chance: str  # one of the seven, "" when none is declared


@dataclass(frozen=True, slots=True)
class HeadingText:
    number: str = ""
    route: str = ""
    grade: str = ""


@dataclass(frozen=True, slots=True)
class PaperText:
    name: str
    headline: str
    story: str


@dataclass(frozen=True, slots=True)
class EstimateText:
    ask: str
    within: int  # seasons


@dataclass(frozen=True, slots=True)
class ExitText:
    text: str
    deed: str


@dataclass(frozen=True, slots=True)
class CrisisText:
    name: str
    stake: str  # petty, serious, vital
    home_stake: str
    their_stake: str
    home_exits: tuple[ExitText, ...]
    their_exits: tuple[ExitText, ...]
    rungs: tuple[str, ...]  # seven short names, routine to war


@dataclass(frozen=True, slots=True)
class MinuteText:
    """What the other ministry wrote that night; shown in the debrief only."""

    paragraphs: tuple[str, ...]
    by: int
    margin: str
    hand: int  # who wrote the margin


@dataclass(frozen=True, slots=True)
class InjectText:
    id: str
    title: str
    sender: str  # "home", a counterpart's id or "third-parties"
    by: int  # person who signs
    place: int
    heading: HeadingText
    cable: tuple[str, ...]  # paragraphs
    paper: PaperText | None
    question: str
    advisers: tuple[AdviserText, ...]
    estimate: EstimateText | None
    options: tuple[OptionText, ...]
    crisis: CrisisText | None
    minutes: Mapping[str, MinuteText]  # by option id
    core: bool = False
    crown: bool = False
    probe: bool = False
    during: int = 0  # the inject whose crisis this fortnight belongs to, 0 for none
    weekday: int | None = None  # the day of the week its cable is written for, 0 Monday


@dataclass(frozen=True, slots=True)
class CueText:
    id: str
    of: str  # counterpart id or "third-parties"
    by: int  # person, or NOBODY
    reporter: str  # name or plain post, as shown
    phrases: tuple[str, ...]  # five, from the lowest reading to the highest


@dataclass(frozen=True, slots=True)
class NewsText:
    id: str
    by: int
    reporter: str
    text: str


@dataclass(frozen=True, slots=True)
class LetterText:
    id: str
    sender: str
    text: str


@dataclass(frozen=True, slots=True)
class ObjectiveText:
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class MandateText:
    id: str
    leaning: str
    title: str
    text: str
    objectives: tuple[ObjectiveText, ...]


@dataclass(frozen=True, slots=True)
class VerdictText:
    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class LengthText:
    id: str
    terms: int
    seasons: int
    years: bool
    crisis_turns: int
    minutes: int


@dataclass(frozen=True, slots=True)
class KindText:
    """A thing of the playbook: its name and one sentence a newcomer understands."""

    id: str
    name: str
    gloss: str


@dataclass(frozen=True, slots=True)
class ToneText(KindText):
    about: str  # past, next or neither
    opens: str  # none, word, pledge, threat
    needs: str
    drafts: Mapping[str, str]  # channel id or "default" -> template


@dataclass(frozen=True, slots=True)
class ChannelText(KindText):
    needs: str  # none, hotline, back-channel, track-two, crisis
    heard_by: str
    leaks_to: str
    days: int
    capital: int
    frame: str  # {own} stands for the author's own words


@dataclass(frozen=True, slots=True)
class WordingText(KindText):
    closing: str  # closes a word about what comes next


@dataclass(frozen=True, slots=True)
class DeedText(KindText):
    rung: int
    step: int
    capital: int
    tags: tuple[str, ...]
    contradicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PledgeKindText(KindText):
    text: str  # the undertaking itself
    pressure: str  # keeping it has become dear
    kept: str
    broken: str


@dataclass(frozen=True, slots=True)
class InitiativeText(KindText):
    family: str
    capital: int
    lead: int  # seasons before it takes effect
    toward: str  # "counterpart" or "none"
    needs: str
    limit: str  # its price or limit, in words


@dataclass(frozen=True, slots=True)
class Playbook:
    """The shared kinds, in the order of the rules' closed lists or of the file."""

    tones: tuple[ToneText, ...]
    channels: tuple[ChannelText, ...]
    wordings: tuple[WordingText, ...]
    forms: tuple[KindText, ...]
    deeds: tuple[DeedText, ...]
    pledges: tuple[PledgeKindText, ...]
    initiatives: tuple[InitiativeText, ...]

    def tone(self, id: str) -> ToneText:
        return next(t for t in self.tones if t.id == id)

    def channel(self, id: str) -> ChannelText:
        return next(c for c in self.channels if c.id == id)

    def wording(self, id: str) -> WordingText:
        return next(w for w in self.wordings if w.id == id)

    def deed(self, id: str) -> DeedText:
        return next(d for d in self.deeds if d.id == id)

    def pledge(self, id: str) -> PledgeKindText:
        return next(p for p in self.pledges if p.id == id)

    def initiative(self, id: str) -> InitiativeText:
        return next(i for i in self.initiatives if i.id == id)


@dataclass(frozen=True, slots=True)
class Texts:
    """One scenario's words."""

    id: str
    title: str
    blurb: str
    objectives: tuple[str, ...]
    starts: tuple[int, str]  # year, "spring" or "autumn"
    rewind: str
    lengths: tuple[LengthText, ...]
    home: HomeText
    parties: Mapping[str, str]  # leaning -> name
    ministers: Mapping[str, tuple[int, ...]]  # leaning -> persons, in order of taking office
    people: tuple[PersonText, ...]
    counterparts: tuple[CounterpartText, ...]
    third_parties: str
    audiences: tuple[AudienceText, ...]
    places: tuple[PlaceText, ...]
    injects: tuple[InjectText, ...]
    cues: tuple[CueText, ...]
    news: tuple[NewsText, ...]
    letters: tuple[LetterText, ...]
    mandates: tuple[MandateText, ...]
    verdicts: tuple[VerdictText, ...]
    climates: tuple[str, ...]
    glossary: Mapping[str, str]
    opening: str
    handover: str
    war: str
    playbook: Playbook
    numbers: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # kind of id -> id -> index

    def number(self, kind: str, id: str) -> int:
        """The index of an id: kind is "injects", "people", "counterparts", "deeds", ... Raises KeyError."""
        return self.numbers[kind][id]

    def season_name(self, season: int) -> str:
        """ "Autumn 2033" for the half-year `season` after the start."""
        year, starts = self.starts
        halves = season + (starts == "autumn")
        return f"{'Autumn' if halves % 2 else 'Spring'} {year + halves // 2}"
