"""What the desk says before a reply is sent, without refusing it: a word belied, a pledge broken, a request left lying.

Reads the seat alone, so a caution never tells a secret.
"""

from __future__ import annotations

import numpy as np

from ..rules.vocabulary import TONES, State
from . import draft as drafts
from .draft import Draft
from .seat import OURS, Seat, capital_to_keep


def open_breaches(seat: Seat, draft: Draft) -> set[str]:
    """Slots of home's open pledges that the draft breaks without concealing it."""
    slots = broken_by(seat, draft) | {slot for slot, action in draft.book.items() if action == "break"}
    return {slot for slot in slots if seat.now.pledge[(OURS, *drafts.slot_place(slot, seat.scenario))] == State.OPEN}


def broken_by(seat: Seat, draft: Draft) -> set[str]:
    """Slots that the chosen option breaks by itself."""
    place = seat.scenario.option_names[seat.now.inject].index(draft.do) if draft.do else -1
    option = seat.option(seat.now.inject, place)
    return {f"{option.toward}/{kind}" for kind in option.breaks} if option is not None else set()


def warnings(seat: Seat, draft: Draft, short: list[str]) -> list[str]:
    """Not refusals: what the desk says before the reply is sent."""
    told: list[str] = []
    if draft.do:
        place = seat.scenario.option_names[seat.now.inject].index(draft.do)
        told += belies(seat, place)
        if seat.price[place] > seat.now.capital:
            told.append("There is not the capital for it: it would be done on credit, and the party would remember.")
        told += _both_ways(seat, draft, place)
    for slot in short:
        c, k = drafts.slot_place(slot, seat.scenario)
        name, them = seat.texts.playbook.pledges[k].name, seat.texts.counterparts[c].short
        told.append(f"“{name}”, to {them}, could not be paid for, and would count as broken.")
    for slot, action in draft.book.items():
        c, k = drafts.slot_place(slot, seat.scenario)
        need = capital_to_keep(seat, c, k)
        if action == "renegotiate-or-keep" and seat.due[c, k] and need:
            told.append(
                f"If {seat.texts.counterparts[c].short} will not change it, keeping it takes {need} capital more."
            )
    told += _unanswered(seat, draft)
    if _caretaker(seat, draft):
        told.append(
            "It is the last season of the term. For an undertaking of this size the opposition will be consulted, for 1 capital; "
            "where there is none left, it counts for half."
        )
    spoken = {word.to for word in draft.say}
    broken = {slot.partition("/")[0] for slot in open_breaches(seat, draft)}
    for c, text in enumerate(seat.texts.counterparts):
        if text.id not in spoken and (seat.now.owed[c] or text.id in broken):
            told.append(f"{text.short} is owed a word. Silence will be heard.")
    return told


def _unanswered(seat: Seat, draft: Draft) -> list[str]:
    """What they asked of home and would have to take as refused."""
    told = []
    asked = np.argwhere((seat.now.pledge[OURS] == State.OFFERED) & (seat.now.due[OURS] <= seat.now.week))
    for c, k in asked:
        slot = f"{seat.texts.counterparts[c].id}/{seat.texts.playbook.pledges[k].id}"
        if slot not in draft.book:
            name, them = seat.texts.playbook.pledges[k].name, seat.texts.counterparts[c].short
            told.append(f"{them} still asks for “{name}”. Left without an answer, it lapses tonight as if refused.")
    return told


def _caretaker(seat: Seat, draft: Draft) -> bool:
    """Whether this reply would bind home, heavily, in a term's last season (play.md 2)."""
    s = seat.scenario
    if seat.now.season - seat.now.term_start + s.pace < s.term_seasons:
        return False
    kinds = [s.names["kinds"][word.about] for word in draft.say if word.about]
    sizes = [float(s.kinds.tempt[k]) for k in kinds]
    if draft.do:
        place = seat.now.inject * len(seat.price) + s.option_names[seat.now.inject].index(draft.do)
        effect = int(s.option_effect[place])
        offers = [int(o) for o in (s.effects.pledge[effect], s.effects.offer[effect]) if o and s.offers.giver[o] == 0]
        sizes += [float(s.offers.tempt[o]) / 20 for o in offers]
    return any(size > s.law.caretaker for size in sizes)


def belies(seat: Seat, place: int) -> list[str]:
    """Open words and pledges that an option goes against (rulings.md 18)."""
    option = seat.option(seat.now.inject, place)
    if option is None or not option.toward:
        return []
    c = seat.scenario.names["counterparts"][option.toward]
    them = seat.texts.counterparts[c].short
    told = []
    for kind in option.breaks:
        k = seat.scenario.names["kinds"][kind]
        if seat.now.pledge[OURS, c, k] == State.OPEN:
            name = seat.texts.playbook.pledges[k].name
            if _broken_already(seat, option.toward, kind):
                told.append(f"Whatever you choose, our word to {them} counts as broken: {name}.")
            else:
                told.append(f"This breaks our word to {them}: {name}.")
    open_word = int(seat.now.word[c])
    if open_word >= 0 and option.deed and TONES[open_word] in seat.texts.playbook.deed(option.deed).contradicts:
        told.append(
            f"This goes against what we last said to {them} ({seat.texts.playbook.tones[open_word].name}); they will notice."
        )
    return told


def _broken_already(seat: Seat, toward: str, kind: str) -> bool:
    """Whether every act on the desk breaks this pledge: then it is the event that broke it."""
    options = seat.texts.injects[seat.now.inject].options
    return all(option.toward == toward and kind in option.breaks for option in options)


def _both_ways(seat: Seat, draft: Draft, place: int) -> list[str]:
    """A deed and a word in one move may point two ways; the desk says so and lets it pass."""
    option = seat.option(seat.now.inject, place)
    if option is None or not option.deed or not option.toward:
        return []
    contradicts = seat.texts.playbook.deed(option.deed).contradicts
    them = seat.state_of(option.toward).short
    two_ways = any(word.to == option.toward and word.tone in contradicts for word in draft.say)
    return [f"The deed and the word point two ways; {them} will hear both."] if two_ways else []
