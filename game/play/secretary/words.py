"""The word: what it would say, who would hear it, and what can be said to whom."""

from __future__ import annotations

from ...authoring import draft as compose
from ...rules.vocabulary import CHANNELS, FORMS, TONES
from .. import permits
from ..pages import Addressee, Channel, Composer, Form, Tone, Undertaking, Wording
from ..permits import FREE_WORDS
from ..seat import Seat
from . import wording
from .book import is_threat
from .morning import owed_by

_LOOKS = {"past": "back", "next": "ahead", "neither": "neither"}
_STAYS = {
    0: "binds nothing",
    1: "stays open two turns",
    2: "binds until it is due",
    3: "binds until it is due",
    4: "stays open two turns",
}
_HEARD = 0.5  # publicity from which everyone knows that it was said


def text(seat: Seat, to: str, tone: str, via: str, how: str, about: str = "", option: str = "") -> str:
    """The drafted word.  The option's own sentence stands in it where addressee and tone are still the option's."""
    own = ""
    for offered in seat.inject.options:
        if offered.id == option:
            own = next((say.words for say in offered.says if say.to == to and say.tone == tone), "")
    c = seat.scenario.names["counterparts"][to]
    return compose(seat.texts, tone, via, c, wording=how, own=own, pledge=about)


def composer(seat: Seat) -> Composer:
    book = seat.texts.playbook
    return Composer(
        addressees=tuple(addressee(seat, c) for c in range(seat.count)),
        wordings=tuple(Wording(w.id, w.name, w.gloss) for w in book.wordings),
        forms=tuple(
            Form(f.id, f.name, f.gloss, round(float(seat.scenario.forms.capital[FORMS.index(f.id)])))
            for f in book.forms
        ),
        free=FREE_WORDS,
        further=1,
    )


def addressee(seat: Seat, c: int) -> Addressee:
    return Addressee(
        seat.state(c),
        tuple(_tone(seat, c, place) for place in range(len(TONES))),
        tuple(_channel(seat, c, place) for place in range(len(CHANNELS))),
        tuple(_undertaking(seat, c, k) for k in range(len(seat.texts.playbook.pledges))),
        owed_by(seat, c),
        open_word(seat, c),
    )


def _tone(seat: Seat, c: int, place: int) -> Tone:
    kind = seat.texts.playbook.tones[place]
    why = permits.tone(seat, c, kind.id)
    opens = int(seat.scenario.words.opens[place])
    return Tone(kind.id, kind.name, kind.gloss, _LOOKS[kind.about], _STAYS[opens], not why, why, opens >= 2)


def _channel(seat: Seat, c: int, place: int) -> Channel:
    kind = seat.texts.playbook.channels[place]
    why = permits.channel(seat, c, kind.id)
    quiet = float(seat.scenario.words.public[place]) < _HEARD
    return Channel(
        kind.id,
        kind.name,
        kind.gloss,
        quiet,
        _addressed(seat, c, kind.heard_by),
        _addressed(seat, c, kind.leaks_to),
        kind.days,
        kind.capital,
        not why,
        why,
    )


def _addressed(seat: Seat, c: int, text: str) -> str:
    return text.replace("{them}", seat.state(c).short).replace("{home}", seat.texts.home.name)


def _undertaking(seat: Seat, c: int, k: int) -> Undertaking:
    kind = seat.texts.playbook.pledges[k]
    units = seat.scenario.law.price_mandate * float(seat.scenario.kinds.tempt[k]) ** 2
    why = permits.undertaking(seat, c, k)
    return Undertaking(
        kind.id, kind.name, seat.pledge_words(kind.text, 0, c), wording.price(units), is_threat(seat, k), not why, why
    )


def open_word(seat: Seat, c: int) -> str:
    """The word that still waits for its test."""
    place = int(seat.now.word[c])
    if place < 0:
        return ""
    tone = seat.texts.playbook.tones[place]
    until = seat.calendar.season(seat.week_season(int(seat.now.word_until[c])))
    return f"The last word to {seat.state(c).short} is still open: {tone.name}, until {until}."


def said(seat: Seat, to: str, tone: str, via: str) -> str:
    """ "Said to Norland: warn, through our ambassador"."""
    return f"Said to {seat.state_of(to).short}: {seat.texts.playbook.tone(tone).name}, {through(via)}"


_THROUGH = {
    "ambassador": "through our ambassador",
    "note-verbale": "by note verbale",
    "summons": "by summoning their ambassador",
    "telephone": "by telephone",
    "hotline": "on the hotline",
    "back-channel": "through the back channel",
    "good-offices": "through the good offices of a third state",
    "track-two": "through track two",
    "parliament": "in Parliament",
    "address": "in an address to the nation",
    "press-sources": "through sources close to the minister",
    "forum": "at the forum",
    "summit": "at the summit",
}


def through(channel: str) -> str:
    """How a word went, inside a sentence."""
    return _THROUGH[channel]
