"""The morning after: what followed from the last reply, each line with its reason and its actor; home's groups last."""

from __future__ import annotations

from ...authoring.texts import OptionText
from ...rules.vocabulary import Act
from ..chronicle import Passed
from ..draft import Draft
from ..pages import After, GroupMoved
from ..pages.common import Trend
from ..seat import Seat
from . import causes, wording, words
from .common import status_after
from .morning import fill


def after(seat: Seat, passed: Passed) -> After:
    """The page of one reply."""
    did = passed.did if isinstance(passed.did, Draft) else Draft()
    option = _option(seat, passed, did)
    return After(
        status=status_after(seat, passed.before, passed.after),
        title=option.title if option else _quiet_title(did),
        said=tuple(words.said(seat, w.to, w.tone, w.via) for w in did.say),
        text=_text(seat, passed, option),
        consequences=tuple(causes.consequences(seat, passed)),
        seen_abroad=tuple(_seen(seat, passed, did, option)),
        groups=groups(seat, passed),
        papers=(),
        moved_on=_moved_on(seat),
        crisis_over=causes.crisis_over(seat, passed),
    )


def _option(seat: Seat, passed: Passed, did: Draft) -> OptionText | None:
    return next((o for o in seat.texts.injects[passed.before.inject].options if o.id == did.do), None)


def _quiet_title(did: Draft) -> str:
    return "The programme was set" if did.programme else "The season was left to itself"


def _text(seat: Seat, passed: Passed, option: OptionText | None) -> str:
    if option is None:
        return ""
    pressed = passed.after.answered[passed.before.inject] == Act.PRESSES
    return fill(seat, option.presses if pressed and option.presses else option.rests)


def _seen(seat: Seat, passed: Passed, did: Draft, option: OptionText | None) -> list[str]:
    """What could be seen from outside: never how it was taken."""
    told = []
    if option is not None and option.seen:
        told.append(f"{option.title.replace('*', '')}: {option.seen}.")
    book = seat.texts.playbook
    for word in did.say:
        channel = book.channel(word.via)
        hears = channel.heard_by.replace("{them}", seat.state_of(word.to).short).replace("{home}", seat.texts.home.name)
        told.append(
            f"{wording.upper_first(book.tone(word.tone).name)}, {words.through(word.via)}: {hears.rstrip('.')}."
        )
    told += causes.noticed(seat, passed)
    return told


def groups(seat: Seat, passed: Passed) -> tuple[GroupMoved, ...]:
    """Home's groups as words with arrows, the most moved first."""
    told = []
    for a, text in enumerate(seat.texts.audiences):
        now = wording.percent(float(passed.after.approval[a]))
        moved = wording.points_of(float(passed.after.approval[a])) - wording.points_of(float(passed.before.approval[a]))
        way = wording.trend(moved)
        because = causes.because_at_home(seat, passed, a) if way is not Trend.STEADY else ""
        told.append((abs(moved), GroupMoved(text.name, way, wording.mood(now), because)))
    return tuple(group for _, group in sorted(told, key=lambda pair: -pair[0]))


def _moved_on(seat: Seat) -> str:
    count = seat.briefing.passed_over
    if not count:
        return ""
    return f"{'A season' if count == 1 else 'Some seasons'} passed in which nothing wanted the minister."
