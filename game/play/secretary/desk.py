"""Lays the desk: the options with their price and who will see them, the word, the drawer, the programme, the estimate."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...authoring.texts import OptionText, PledgeText, SayText
from ...rules.scenario import OPTIONS
from ...rules.vocabulary import CHANCES, CHANNELS, TONES
from .. import cautions, permits
from ..calendar import counted
from ..pages import Beat, Care, Chance, Desk, Estimate, Option, Word
from ..seat import Seat
from . import book, programme, wording, words
from .common import status
from .morning import fill, owed

_NEEDS = {"": "", "cabinet": "needs Cabinet", "parliament": "needs Parliament"}
_CARES, _STRONGLY = 0.04, 0.2  # log-odds of approval from which a group cares, and cares much
_MOST_CARES = 3


def desk(seat: Seat) -> Desk:
    return Desk(
        status=status(seat, Beat.REPLY),
        question=seat.inject.question,
        options=tuple(option(seat, place, text) for place, text in enumerate(seat.inject.options)),
        composer=words.composer(seat),
        owed=owed(seat),
        entries=book.drawer(seat),
        programme_open=seat.quiet or seat.calendar.spring(seat.now.season) and not seat.now.step,
        programme_most=2,
        programme=programme.programme(seat),
        running=_running(seat),
        estimate=_estimate(seat),
        capital=seat.capital,
    )


def option(seat: Seat, place: int, text: OptionText) -> Option:
    deed = seat.texts.playbook.deed(text.deed) if text.deed else None
    why = permits.option(seat, place)
    return Option(
        id=text.id,
        key=place + 1,
        title=text.title,
        text=fill(seat, text.text),
        deed=text.deed,
        deed_name=deed.name if deed else "",
        toward=seat.state_of(text.toward) if text.toward else None,
        cost=round(seat.price[place]),
        needs=_NEEDS[text.needs],
        seen=text.seen,
        cares=_cares(seat, place),
        precedent=text.precedent,
        offered=seat.offered[place],
        why_not=why,
        warnings=(*cautions.belies(seat, place), *_undertakes(seat, text)),
        says=tuple(word(seat, text.id, say, text.pledge) for say in _payable(seat, place, text)),
        rung=deed.rung if deed and deed.rung else -1,
        step=deed.step if deed else 0,
    )


def _payable(seat: Seat, place: int, text: OptionText) -> list[SayText]:
    """The option's own words as far as they can be paid beside the deed: a channel that is too dear becomes the ambassador."""
    w, told = seat.scenario.words, []
    left = seat.now.capital - min(seat.price[place], seat.now.capital)
    for say in text.says:
        if say.to not in seat.scenario.names["counterparts"]:
            continue
        said = float(w.tone_capital[TONES.index(say.tone)])
        cost = said + float(w.channel_capital[CHANNELS.index(say.via)])
        if cost > left:
            say, cost = replace(say, via="ambassador"), said
        if cost <= left:
            told.append(say)
            left -= cost
    return told


def word(seat: Seat, option: str, say: SayText, pledge: PledgeText | None) -> Word:
    """The option's own word.  A pledge of the option is opened by the deed, so the word carries none."""
    minuted = pledge.minuted if pledge is not None else True
    return Word(
        say.to,
        say.tone,
        say.via,
        say.wording,
        minuted,
        "",
        "oral",
        words.text(seat, say.to, say.tone, say.via, say.wording, "", option),
    )


def _cares(seat: Seat, place: int) -> tuple[Care, ...]:
    """The groups at home that a deed moves most, by its tags and their tastes."""
    row = int(seat.scenario.option_effect[seat.now.inject * OPTIONS + place])
    moved = seat.scenario.effects.approval[row]
    order = np.argsort(-np.abs(moved), kind="stable")[:_MOST_CARES]
    told = []
    for a in order:
        size = float(moved[a])
        if abs(size) < _CARES:
            continue
        how = (
            ("approves" if size > 0 else "objects")
            if abs(size) < _STRONGLY
            else "strongly approves"
            if size > 0
            else "strongly objects"
        )
        told.append(Care(seat.texts.audiences[int(a)].name, how, size > 0))
    return tuple(told)


def _undertakes(seat: Seat, text: OptionText) -> list[str]:
    """What the option would bind, so that nobody signs without reading."""
    told = []
    for pledge, words_ in (
        (text.pledge, "This gives our word"),
        (text.offer, "This offers our word"),
        (text.theirs, "They would undertake"),
    ):
        if pledge is not None:
            kind, form = (
                seat.texts.playbook.pledge(pledge.kind),
                next(f for f in seat.texts.playbook.forms if f.id == pledge.form),
            )
            giver = 1 if words_.startswith("They") else 0
            what = pledge.text or seat.pledge_words(kind.text, giver, seat.scenario.names["counterparts"][text.toward])
            kept = "" if pledge.minuted or giver else "; nobody would minute it"
            told.append(
                f"{words_}: {what.rstrip('.')} ({form.name.lower()}, {counted(pledge.seasons, 'season')}{kept})."
            )
    return told


def _running(seat: Seat) -> str:
    running = programme.running(seat)
    first = f"Running: {wording.listed(running)}." if running else "No arrangement is running."
    due = "" if seat.due.any() else " Nothing is due in the book."
    return first + due


def _estimate(seat: Seat) -> Estimate | None:
    if seat.inject.estimate is None:
        return None
    return Estimate(seat.inject.id, seat.inject.estimate.ask, tuple(Chance(id, id.replace("-", " ")) for id in CHANCES))
