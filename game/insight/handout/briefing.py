"""What a trainee may know on the first morning, gathered from a scenario's words: the content of the briefing sheet.

It reads what is on the shelf before anything has happened: briefs, posts, tastes, glosses, the first mandate. It must not read
injects beyond who speaks in them, nor cues beyond who reports them, nor anything that comes later.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...authoring import NOBODY, Loaded
from ...authoring.texts import AudienceText, CounterpartText, KindText, LengthText, PersonText, Texts
from ...play.calendar import counted
from ...play.secretary.home import LEVER_WORDS
from ...play.secretary.terms import TERMS
from ...play.secretary.wording import listed, upper_first
from ...rules.vocabulary import CHANCES

_POWER = {"weaker": "weaker than {home}", "equal": "about as strong as {home}", "stronger": "stronger than {home}"}
_REWINDS = {
    "free": "A decision can be taken back at once; the debrief counts how often.",
    "review-only": "What is sent stands until the campaign is over.",
    "off": "What is sent is sent.",
}
_LENGTHS = {"taster": "Taster", "class": "Class length", "full": "Full length"}
_WORDS = ("capital", "minuted", "notice", "renegotiate", "precedent", "caretaker", "heat", "handover", "rung")
"""Those of the game's own words that the sheet itself does not explain."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing and what there is to say of it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    name: str
    about: str  # "Stronger than Aldmark. Wants the banks (vital) and trade (useful)."
    brief: str
    people: tuple[str, ...]  # "Councillor Aksel Holm (Councillor, Western Department, Varholm)"


@dataclass(frozen=True, slots=True)
class Mandate:
    title: str
    text: str
    objectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """The sheet, resolved: the template looks nothing up."""

    title: str
    blurb: str
    home: str
    long: str
    ministry: str
    begins: str  # "Spring 2031"
    minister: Entry | None
    party: str
    secretary: str
    mandates: tuple[Mandate, ...]  # more than one: it is drawn with the play
    neighbours: tuple[Neighbour, ...]
    house: tuple[Entry, ...]
    outside: tuple[Entry, ...]
    groups: tuple[Entry, ...]
    forms: tuple[Entry, ...]
    wordings: tuple[Entry, ...]
    tones: tuple[Entry, ...]
    channels: tuple[Entry, ...]
    chances: str
    words: tuple[Entry, ...]
    length: str
    minutes: int
    terms: int
    rewind: str
    capital: tuple[int, int]  # at the start, at most
    asked: tuple[str, ...]  # the governments to rank, by short name


def briefing(loaded: Loaded, length: str) -> Briefing:
    """For one length of the scenario. Raises KeyError for a length there is not."""
    texts, law = loaded.texts, loaded.scenario.law
    home, chosen = texts.home, {one.id: one for one in texts.lengths}[length]
    first = texts.ministers.get(home.begins, ())
    house = _reporters(texts)
    return Briefing(
        title=texts.title,
        blurb=texts.blurb,
        home=home.name,
        long=home.long,
        ministry=home.ministry,
        begins=texts.season_name(0),
        minister=_person(texts.people[first[0]]) if first else None,
        party=texts.parties.get(home.begins, ""),
        secretary=texts.people[home.secretary].name if home.secretary != NOBODY else "Your private secretary",
        mandates=_first_mandates(loaded),
        neighbours=tuple(_neighbour(texts, c) for c in texts.counterparts),
        house=tuple(_person(p) for i, p in enumerate(texts.people) if i in house),
        outside=tuple(_person(p) for i, p in enumerate(texts.people) if i in _newsmen(texts) - house),
        groups=tuple(_group(a) for a in texts.audiences),
        forms=_kinds(texts.playbook.forms),
        wordings=_kinds(texts.playbook.wordings),
        tones=_kinds(texts.playbook.tones),
        channels=_kinds(texts.playbook.channels),
        chances=", ".join(f"{id.replace('-', ' ')} {100 * p:.0f} %" for id, p in CHANCES.items()),
        words=_words(texts),
        length=_length(chosen),
        minutes=chosen.minutes,
        terms=chosen.terms,
        rewind=_REWINDS[texts.rewind],
        capital=(int(law.capital_start), int(law.capital_most)),
        asked=tuple(c.short for c in texts.counterparts),
    )


def _first_mandates(loaded: Loaded) -> tuple[Mandate, ...]:
    """Those that the first administration may be given."""
    scenario = loaded.scenario
    fits = [leaning == scenario.begins and term in (-1, 0) for leaning, term in scenario.mandates]
    return tuple(
        Mandate(m.title, m.text, tuple(o.text for o in m.objectives))
        for m, fit in zip(loaded.texts.mandates, fits, strict=True)
        if fit
    )


def _reporters(texts: Texts) -> set[int]:
    """The house: those of home's people whose business it is to advise or to report."""
    advise = {adviser.person for inject in texts.injects for adviser in inject.advisers}
    return _at_home(texts, advise | {cue.by for cue in texts.cues})


def _newsmen(texts: Texts) -> set[int]:
    """Those who are quoted in the news: editors, a mayor."""
    return _at_home(texts, {news.by for news in texts.news})


def _at_home(texts: Texts, people: set[int]) -> set[int]:
    """Without nobody, foreigners, and the ministers: the trainee is one of them and does not know the others."""
    ministers = {person for names in texts.ministers.values() for person in names}
    return {i for i in people if i != NOBODY and texts.people[i].of == "home"} - ministers


def _person(text: PersonText) -> Entry:
    return Entry(text.name, _sentence(f"{text.post}: {text.leaning}" if text.leaning else text.post))


def _neighbour(texts: Texts, text: CounterpartText) -> Neighbour:
    wants = [f"{want.replace('-', ' ')} ({size})" for want, size in text.wants.items()]
    power = upper_first(_POWER[text.power].format(home=texts.home.name))
    about = f"{power}. Wants {listed(wants)}." if wants else f"{power}."
    people = tuple(f"{p.name} ({p.post})" for p in texts.people if p.of == text.id)
    return Neighbour(text.name, about, text.brief, people)


def _group(text: AudienceText) -> Entry:
    tastes = [f"{verb} {listed(tags)}" for verb, tags in (("like", text.likes), ("dislike", text.dislikes)) if tags]
    parts = (_sentence(f"they {' and '.join(tastes)}") if tastes else "", LEVER_WORDS[text.lever], text.remembers)
    return Entry(text.name, " ".join(part for part in parts if part))


def _kinds(kinds: tuple[KindText, ...]) -> tuple[Entry, ...]:
    return tuple(Entry(kind.name, kind.gloss) for kind in kinds)


def _words(texts: Texts) -> tuple[Entry, ...]:
    """The scenario's own words, then the game's."""
    own = {id.replace("-", " "): text for id, text in texts.glossary.items()}
    told = own | {word: TERMS[word] for word in _WORDS if word not in own}
    return tuple(Entry(word, text) for word, text in told.items())


def _length(text: LengthText) -> str:
    """ "Class length: about 50 minutes. Three terms of four turns; a turn is a year. A crisis adds three fortnights at most."."""
    turns = counted(text.seasons // 2 if text.years else text.seasons, "turn")
    return (
        f"{_LENGTHS[text.id]}: about {text.minutes} minutes. {upper_first(counted(text.terms, 'term'))} of {turns}; a turn is "
        f"{'a year' if text.years else 'half a year'}. A crisis adds {counted(text.crisis_turns, 'fortnight')} at most."
    )


def _sentence(text: str) -> str:
    return upper_first(text.rstrip(".")) + "."
