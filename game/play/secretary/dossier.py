"""One counterpart's file as home's own registry keeps it: what was said, seen and done, never what they believe."""

from __future__ import annotations

from ...rules.vocabulary import TONES, Act, State
from .. import accounts
from ..pages import AdviserAccount, Beat, Cue, Dossier, Foretold
from ..seat import OURS, Seat
from . import book, programme, wording, words
from .common import status
from .morning import account, cue, fill

_POWER = {"weaker": "weaker than we are", "equal": "about our equal", "stronger": "stronger than we are"}
_ACTS = {
    Act.NOTHING: "Nothing this season", Act.RESTS: "Let the matter rest", Act.PRESSES: "Made use of it", Act.CLIMBS: "Climbed a rung",
    Act.HOLDS: "Held where it stood", Act.STEPS_DOWN: "Stepped down a rung",
}  # fmt: skip
_RUNGS = (
    "Routine business",
    "Notes of protest",
    "Measures short of force",
    "Forces on alert",
    "A minor clash",
    "A serious clash",
    "War",
)
_CUES = 24


def dossier(seat: Seat, c: int) -> Dossier:
    text = seat.texts.counterparts[c]
    own = [entry for entry in (book.entry(seat, c, k) for k in _open(seat, c))]
    return Dossier(
        status=status(seat, Beat.MORNING),
        state=seat.state(c),
        government=text.government,
        brief=text.brief,
        power=_POWER.get(text.power, text.power),
        wants=tuple((want.replace("-", " "), size) for want, size in text.wants.items()),
        people=tuple(seat.face(i) for i, person in enumerate(seat.texts.people) if person.of == text.id),
        last_word=_last_word(seat, c),
        their_last_act=_last_act(seat, c),
        on_the_ladder=_ladder(seat, c),
        ours=tuple(own),
        closed=tuple(book.closed_lines(seat, c)),
        theirs=tuple(book.theirs(seat, c)),
        cues=_cues(seat, text.id),
        accounts=reporters(seat),
        running=tuple(line for line in programme.running(seat) if line.endswith(f" with {text.short}")),
    )


def _open(seat: Seat, c: int) -> list[int]:
    return [k for k, state in enumerate(seat.now.pledge[OURS, c]) if state in (State.OPEN, State.OFFERED)]


def _last_word(seat: Seat, c: int) -> str:
    found = seat.chronicle.last_word(seat.texts.counterparts[c].id)
    if found is None:
        return "Nothing yet"
    at, word = found
    playbook = seat.texts.playbook
    open_ = "; still open" if int(seat.now.word[c]) == TONES.index(word.tone) else ""
    tone = wording.upper_first(playbook.tone(word.tone).name)
    return f"{tone}, {words.through(word.via)}, {seat.calendar.season(at.season)}{open_}"


def _last_act(seat: Seat, c: int) -> str:
    for passed in reversed(seat.chronicle.passed):
        act = int(passed.after.their_act[c])
        if act:
            return f"{_ACTS[Act(act)]}, {seat.calendar.season(passed.before.season)}"
    return "Nothing yet"


def _ladder(seat: Seat, c: int) -> str:
    ours, theirs = int(seat.now.home_rung[c]), int(seat.now.their_rung[c])
    top = _RUNGS[max(ours, theirs)]
    if ours == theirs:
        return top
    return f"{top}; {'they stand' if theirs > ours else 'we stand'} higher"


def _cues(seat: Seat, id: str) -> tuple[Cue, ...]:
    seen = [one for one in reversed(seat.chronicle.cues) if seat.texts.cues[one.cue].of == id]
    return tuple(cue(seat, one) for one in seen[:_CUES])


def reporters(seat: Seat) -> tuple[AdviserAccount, ...]:
    """Every adviser who has foretold something, with what came of it as far as it is shown."""
    people = dict.fromkeys(
        seat.texts.injects[f.inject].advisers[f.adviser].person for f in seat.forecasts if f.adviser >= 0
    )
    return tuple(AdviserAccount(seat.face(person), account(seat, person), _foretold(seat, person)) for person in people)


def _foretold(seat: Seat, person: int) -> tuple[Foretold, ...]:
    mine = [
        f
        for f in seat.forecasts
        if f.adviser >= 0 and seat.texts.injects[f.inject].advisers[f.adviser].person == person
    ]
    known = accounts.shown(mine, seat.difficulty, seat.now.season)
    told = []
    for forecast in reversed(mine):
        says = seat.texts.injects[forecast.inject].advisers[forecast.adviser].says
        decided = forecast in known
        outcome = ("happened" if forecast.happened else "did not happen") if decided else "open"
        told.append(
            Foretold(
                seat.face(person),
                fill(seat, says),
                seat.calendar.season(forecast.made),
                outcome,
                forecast.right if decided else None,
            )
        )
    return tuple(told)
