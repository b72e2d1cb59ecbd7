"""The standing playbook as cards: what each initiative costs, when it works, whether it is running."""

from __future__ import annotations

from ...authoring.texts import InitiativeText
from .. import permits
from ..calendar import counted
from ..pages import Beat, Family, Playbook, Programme
from ..seat import Seat
from .common import status

_FAMILIES = {
    "contact": "Contact", "channels": "Channels", "past": "The past", "verification": "Checking", "rules": "Rules", "projects": "Projects",
    "home": "At home", "third-parties": "Third parties", "strength": "Strength",
}  # fmt: skip
_LEADS = ("this season", "next season", "in two seasons", "in three seasons", "in four seasons")


def programme(seat: Seat) -> tuple[Programme, ...]:
    """Every initiative towards every place it may be aimed at."""
    cards = []
    for n, text in enumerate(seat.texts.playbook.initiatives):
        places = range(seat.count) if seat.scenario.initiatives.targeted[n] else (seat.count,)
        cards += [card(seat, n, text, place) for place in places]
    return tuple(cards)


def card(seat: Seat, n: int, text: InitiativeText, place: int) -> Programme:
    aimed = bool(seat.scenario.initiatives.targeted[n])
    why = permits.initiative(seat, n, place)
    return Programme(
        id=f"{text.id}:{seat.texts.counterparts[place].id}" if aimed else text.id,
        name=text.name,
        gloss=text.gloss,
        limit=text.limit,
        family=_FAMILIES.get(text.family, text.family),
        toward=seat.state(place) if aimed else None,
        cost=text.capital,
        lead=_LEADS[text.lead] if text.lead < len(_LEADS) else f"in {counted(text.lead, 'season')}",
        available=not why,
        why_not=why,
        running=running_since(seat, n, place),
    )


def running_since(seat: Seat, n: int, place: int) -> str:
    since = int(seat.now.programme[place, n])
    if since < 0:
        return ""
    when = seat.calendar.season(seat.week_season(since))
    return f"since {when}" if since <= seat.now.week else f"from {when}"


def running(seat: Seat) -> tuple[str, ...]:
    """ "Harbour hotline with Norland", ..."""
    told = []
    for n, text in enumerate(seat.texts.playbook.initiatives):
        for place in range(seat.count + 1):
            if seat.in_force(n, place) and bool(seat.scenario.initiatives.once[n]):
                told.append(f"{text.name} with {seat.state(place).short}" if place < seat.count else text.name)
    return tuple(told)


def playbook(seat: Seat) -> Playbook:
    cards = programme(seat)
    names = list(dict.fromkeys(card.family for card in cards))
    return Playbook(
        status(seat, Beat.MORNING), tuple(Family(name, tuple(c for c in cards if c.family == name)) for name in names)
    )
