"""The ladder of a crisis: who stands where, who climbed, the ways down and their price as a range."""

from __future__ import annotations

from math import exp

from ...authoring.texts import ExitText
from ...rules.scenario import MOD
from ...rules.vocabulary import RUNGS, WAR
from ..calendar import plain
from ..chronicle import Passed
from ..draft import Draft
from ..pages import HOME, Crisis, LastAct, Price, Rung, WayOut
from ..seat import Seat

_ACTS = 5
_ACCIDENT = {3: "a remote chance", 4: "highly unlikely, but no more than that", 5: "unlikely at best"}
_POINTS = ((1.5, Price.TRIFLING), (4.0, Price.LIGHT), (8.0, Price.SERIOUS), (14.0, Price.HEAVY))
_THEIR_PUBLIC = 0.45  # how much a public minds a climb-down, when all one knows is that it is a public


def crisis(seat: Seat) -> Crisis | None:
    if not seat.now.crisis:
        return None
    inject = seat.texts.injects[seat.now.crisis]
    text = inject.crisis
    c = int(seat.scenario.sender[seat.now.crisis])
    if text is None or c < 0:
        return None
    now = seat.now
    names = text.rungs if len(text.rungs) == WAR + 1 else tuple(name.capitalize() for name in RUNGS)
    ours, theirs = int(now.home_rung[c]), int(now.their_rung[c])
    by = seat.calendar.day(now.season, now.step + 1, now.crisis)
    return Crisis(
        name=text.name,
        other=seat.state(c),
        stake=text.stake,
        home_stake=text.home_stake,
        their_stake=text.their_stake,
        rungs=tuple(Rung(n, name, n == ours, n == theirs) for n, name in enumerate(names)),
        fortnight=now.step,
        most=seat.scenario.crisis_turns,
        acts=_acts(seat, c, names),
        ways_out=tuple(_way(seat, way, ours, _our_public(seat), True) for way in text.home_exits),
        their_ways_out=tuple(_way(seat, way, theirs, _THEIR_PUBLIC, False) for way in text.their_exits),
        accident=_accident(seat, max(ours, theirs)),
        answer_by=plain(by),
    )


def _acts(seat: Seat, c: int, names: tuple[str, ...]) -> tuple[LastAct, ...]:
    """Each side's steps since the crisis opened, newest first."""
    told: list[LastAct] = []
    for passed in reversed(seat.chronicle.passed):
        if passed.before.crisis != seat.now.crisis:
            break
        told += [_their_act(seat, passed, c, names), _our_act(seat, passed, c)]
    opened = seat.calendar.day(seat.now.season, 0, seat.now.crisis)
    told.append(LastAct(seat.state(c), f"Opened it: {seat.texts.injects[seat.now.crisis].title}", plain(opened), 0))
    return tuple(told[:_ACTS])


def rung_name(seat: Seat, crisis: int, rung: int) -> str:
    """The crisis's own name for a rung, or the ladder's."""
    text = seat.texts.injects[crisis].crisis
    names = text.rungs if text is not None and len(text.rungs) == WAR + 1 else RUNGS
    return names[rung]


def _their_act(seat: Seat, passed: Passed, c: int, names: tuple[str, ...]) -> LastAct:
    moved = int(passed.after.their_rung[c]) - int(passed.before.their_rung[c])
    rung = names[int(passed.after.their_rung[c])]
    text = f"Climbed to {rung}" if moved > 0 else f"Stepped down to {rung}" if moved < 0 else "Held where it stood"
    return LastAct(seat.state(c), text, _dated(seat, passed), moved)


def _our_act(seat: Seat, passed: Passed, c: int) -> LastAct:
    moved = int(passed.after.home_rung[c]) - int(passed.before.home_rung[c])
    return LastAct(seat.state(HOME), deed_title(seat, passed), _dated(seat, passed), moved)


def deed_title(seat: Seat, passed: Passed) -> str:
    """What home did that turn, in the author's words."""
    did = passed.did
    if isinstance(did, Draft) and did.do:
        options = seat.texts.injects[passed.before.inject].options
        return next((option.title for option in options if option.id == did.do), "")
    return "Waited" if isinstance(did, Draft) else "Handed over"


def _dated(seat: Seat, passed: Passed) -> str:
    at = passed.before
    return plain(seat.calendar.day(at.season, at.step, at.crisis or at.inject))


def _our_public(seat: Seat) -> float:
    """How much home minds a climb-down: the groups' own, by their share of the vote."""
    return float(
        (seat.scenario.inconsistency * seat.scenario.audience_weight).sum() / seat.scenario.audience_weight.sum()
    )


def _way(seat: Seat, way: ExitText, rung: int, minds: float, ours: bool) -> WayOut:
    """The price of a way down, as a range: the audience cost at this rung, cooler or hotter press."""
    loss = float(seat.scenario.law.loud[rung]) * minds
    concession = 1.0 if "concession" in seat.texts.playbook.deed(way.deed).tags else 0.6
    option = next((o.id for o in seat.inject.options if o.deed == way.deed), "") if ours else ""
    return WayOut(way.text, _word(0.7 * loss * concession), _word(1.3 * loss * concession), option)


def _word(loss: float) -> Price:
    """Log-odds of approval lost -> a word, by the points it costs a group that stands at even."""
    points = 100 * (0.5 - 1 / (1 + exp(loss)))
    return next((word for below, word in _POINTS if points < below), Price.RUINOUS)


def _accident(seat: Seat, top: int) -> str:
    if top not in _ACCIDENT:
        return ""
    hotline = seat.scenario.names["initiatives"].get("hotline")
    c = int(seat.scenario.sender[seat.now.crisis])
    eased = (
        hotline is not None
        and seat.in_force(hotline, c)
        and seat.scenario.initiatives.changes[hotline, MOD["accidents"]] < 1
    )
    ending = "; the hotline makes it rarer" if eased else ""
    return f"From here luck decides too: in a fortnight at this height a mishap that nobody ordered is {_ACCIDENT[top]}{ending}."
