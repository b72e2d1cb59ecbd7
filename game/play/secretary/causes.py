"""The ledger's visible lines as sentences: one function a family of causes, one table for the groups at home."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...rules.ladder import Outcome
from ...rules.ledger import Cause, Line, What
from ...rules.vocabulary import CHANNELS, TONES, WORDINGS, State
from ..calendar import plain
from ..chronicle import Passed
from ..draft import Draft, initiative_choice
from ..pages import HOME, Consequence, Kind
from ..pages import State as Actor
from ..quotes import quoted
from ..seat import OURS, Seat
from . import wording
from .crisis import deed_title, rung_name

_ENDED = {
    Outcome.HELD: ("it holds", "they stepped down and we did not", Kind.HELPED),
    Outcome.SETTLED: ("it is settled", "neither side had to be seen to lose", Kind.HELPED),
    Outcome.LOST: ("we stepped down", "they did not", Kind.HURT),
    Outcome.BLUFF_CALLED: ("the bluff was called", "what was threatened was not done", Kind.HURT),
    Outcome.CONCEDED: ("we gave way", "nothing was given in return", Kind.HURT),
    Outcome.WAR: ("it is war", "nobody found the way down", Kind.HURT),
}
_AT_HOME = {
    Cause.AFTERMATH: "of what came of it",
    Cause.INITIATIVE: "of the programme",
    Cause.WORD: "of what was said",
    Cause.PLEDGE_SIGNED: "of what was signed",
    Cause.PLEDGE_PRICE: "of what keeping the word cost",
    Cause.PLEDGE_BROKEN: "a word was broken",
    Cause.PLEDGE_DEFAULTED: "a word could not be kept",
    Cause.PLEDGE_CONCEALED: "a word was not kept",
    Cause.THREAT_CARRIED: "a threat was carried out",
    Cause.THREAT_BACKED: "a threat was not carried out",
    Cause.ON_CREDIT: "colleagues are still owed",
    Cause.PROBE: "way was given, and more was asked",
    Cause.CRISIS_ENDED: "of how the crisis ended",
    Cause.CARETAKER: "the opposition was consulted, as a term's last season asks",
    Cause.PLEDGE_DISOWNED: "a predecessor’s word was disowned",
    Cause.PLEDGE_FORGOTTEN: "a word nobody had written down was broken",
}


def consequences(seat: Seat, passed: Passed) -> Iterator[Consequence]:
    """In the order in which they happened; home's programme first."""
    yield from _programme(seat, passed)
    yield from _asked(seat, passed)
    for line in passed.lines:
        told = _TELL.get(line.what)
        if told is not None:
            consequence = told(_Teller(seat, passed), line)
            if consequence is not None:
                yield consequence


class _Teller:
    """One turn's lines, dated and attributed."""

    def __init__(self, seat: Seat, passed: Passed) -> None:
        self.seat, self.passed = seat, passed
        at = passed.before
        self.dated = plain(seat.calendar.day(at.season, at.step, at.crisis or at.inject))

    def make(
        self, title: str, because: str, by: int | None, kind: Kind, subject: str, text: str = "", actor: str = ""
    ) -> Consequence:
        state: Actor | None = None if by is None else self.seat.state(by)
        return Consequence(
            title, text, because, state, actor or (state.short if state else ""), self.dated, kind, subject, ""
        )

    def rung(self, line: Line) -> Consequence | None:
        c, side = line.cell
        them, up = self.seat.state(c).short, line.size > 0
        if line.cause == Cause.THEIR_MOVE:
            rung = rung_name(self.seat, self.passed.before.crisis, int(self.passed.after.their_rung[c]))
            title = f"{them} climbs to {rung}" if up else f"{them} steps down to {rung}"
            because = f"it answers {quoted(deed_title(self.seat, self.passed))}"
            return self.make(title, because, c, Kind.HURT if up else Kind.HELPED, "rung")
        if line.cause == Cause.ACCIDENT:
            return self.make("A mishap that nobody ordered", "at this height luck decides too", c, Kind.HURT, "rung")
        if line.cause == Cause.THREAT_HEEDED:
            return self.make(f"{them} gives way", "the threat was heeded", c, Kind.HELPED, "rung")
        if line.cause == Cause.RELAXED and side == 1:
            return self.make(
                f"{them} lets the quarrel rest", "time has passed without a new one", c, Kind.HELPED, "rung"
            )
        return None

    def pledge(self, line: Line) -> Consequence | None:
        giver, c, k = line.cell
        kind = self.seat.texts.playbook.pledges[k]
        them = self.seat.state(c).short
        if line.cause == Cause.REFUSED_BY_THEM:
            title = f"{them} declines: {kind.name}"
            return self.make(
                title,
                "they would not take it in this form" if giver == OURS else "they would not give it",
                c,
                Kind.NEUTRAL,
                "pledge",
            )
        if line.cause == Cause.PLEDGE_OFFERED:
            return self.make(f"{them} asks for more: {kind.name}", "the last one was kept", c, Kind.NEUTRAL, "pledge")
        if giver != OURS:
            return self._theirs(line, c, kind.name, self.seat.undertaking(giver, c, k))
        title, because, bore = _OURS.get((line.cause, State(int(line.size))), ("", "", Kind.NEUTRAL))
        if not title:
            return None
        text = {State.KEPT: kind.kept, State.BROKEN: kind.broken}.get(State(int(line.size)), "")
        words = self.seat.pledge_words(text, OURS, c)
        return self.make(
            title.format(kind=kind.name, them=them), because.format(them=them), HOME, bore, "pledge", words
        )

    def _theirs(self, line: Line, c: int, name: str, text: str) -> Consequence | None:
        them, state = self.seat.state(c).short, State(int(line.size))
        if state == State.OPEN:
            return self.make(f"{them} undertakes: {name}", "", c, Kind.HELPED, "pledge", text)
        if state == State.KEPT:
            return self.make(f"{them} has kept its word: {name}", "it fell due", c, Kind.HELPED, "pledge")
        if state == State.BROKEN:
            return self.make(f"{them} has not kept its word: {name}", "it fell due", c, Kind.HURT, "pledge")
        return None

    def event(self, line: Line) -> Consequence | None:
        texts = self.seat.texts
        if line.cause == Cause.CRISIS_ENDED:
            name = _crisis_name(self.seat, line.about)
            outcome, c = Outcome(int(line.size)), int(self.seat.scenario.sender[line.about])
            ended, because, kind = _ENDED[outcome]
            if outcome == Outcome.SETTLED and _standing(self.passed, c) > 1:
                ended = "it is left where it stands"
            return self.make(f"{name}: {ended}", because, None, kind, "event", actor="The crisis")
        if line.cause == Cause.AGREEMENT:
            them = self.seat.state(line.about)
            return self.make(
                f"A text is agreed with {them.short}", "both sides can put their names to it", line.about, Kind.HELPED, "event",
                actor="The crisis",
            )  # fmt: skip
        if line.cause == Cause.LEVER:
            group = texts.audiences[line.about].name
            return self.make(
                "A by-election is lost",
                f"{wording.lower_first(group)} had their chance to say so",
                None,
                Kind.HURT,
                "home",
                actor=group,
            )
        if line.cause == Cause.RALLY:
            because = "ships have closed with ships, and people stand together for a while"
            return self.make("The country rallies", because, None, Kind.MIXED, "home", actor="Home")
        if line.cause == Cause.FALL:
            return self.make(
                "The Government falls", "the party has had enough", None, Kind.HURT, "office", actor="The party"
            )
        return None

    def heat(self, line: Line) -> Consequence | None:
        if line.cause == Cause.PLEDGE_EXPOSED:
            k = line.about % len(self.seat.texts.playbook.pledges)
            name = self.seat.texts.playbook.pledges[k].name
            return self.make(
                f"It has come out: {name}", "a breach was concealed", None, Kind.HURT, "event", actor="The papers"
            )
        if line.cause != Cause.LEAK:
            return None
        tone = TONES[line.about // (len(CHANNELS) * len(WORDINGS))]
        name = self.seat.texts.playbook.tone(tone).name
        return self.make(
            f"A word has leaked: {name}",
            "somebody who heard it told somebody else",
            None,
            Kind.HURT,
            "word",
            actor="The papers",
        )

    def approval(self, line: Line) -> Consequence | None:
        if line.cause != Cause.ON_CREDIT:
            return None
        return self.make(
            "It was done on credit", "there was not the capital for it", None, Kind.HURT, "home", actor="The party"
        )

    def mandate(self, line: Line) -> Consequence | None:
        text = _objective(self.seat, line.about)
        return self.make(
            f"An aim of the mandate is met: {text}", "it stood so when the term ended", None, Kind.HELPED, "office", actor="Home"
        )


_TELL: dict[What, Callable[[_Teller, Line], Consequence | None]] = {
    What.RUNG: _Teller.rung,
    What.PLEDGE: _Teller.pledge,
    What.EVENT: _Teller.event,
    What.HEAT: _Teller.heat,
    What.APPROVAL: _Teller.approval,
    What.MANDATE: _Teller.mandate,
}

_OURS = {
    (Cause.PLEDGE_SIGNED, State.OPEN): ("Our word is given to {them}: {kind}", "", Kind.NEUTRAL),
    (Cause.PLEDGE_KEPT, State.KEPT): ("Kept: {kind}", "it was undertaken to {them}", Kind.NEUTRAL),
    (Cause.PLEDGE_BROKEN, State.BROKEN): ("Broken: {kind}", "what was done is not what was said", Kind.MIXED),
    (Cause.PLEDGE_CONCEALED, State.BROKEN): (
        "Not kept, and not said: {kind}",
        "the Government chose otherwise",
        Kind.MIXED,
    ),
    (Cause.PLEDGE_DEFAULTED, State.BROKEN): ("Broken: {kind}", "there was not the capital to keep it", Kind.HURT),
    (Cause.PLEDGE_FORGOTTEN, State.BROKEN): (
        "{them} says we had promised: {kind}",
        "nobody had written it down",
        Kind.HURT,
    ),
    (Cause.PLEDGE_DISOWNED, State.BROKEN): ("Disowned: {kind}", "the new Government will not be bound", Kind.MIXED),
    (Cause.PLEDGE_WITHDRAWN, State.WITHDRAWN): (
        "Ended after notice: {kind}",
        "notice had been given to {them}",
        Kind.NEUTRAL,
    ),
    (Cause.PLEDGE_REFUSED, State.LAPSED): ("Refused: {kind}", "{them} had asked for it", Kind.NEUTRAL),
    (Cause.THREAT_HEEDED, State.LAPSED): ("The threat need not be carried out: {kind}", "{them} gave way", Kind.HELPED),
}


def _programme(seat: Seat, passed: Passed) -> Iterator[Consequence]:
    did = passed.did
    if not isinstance(did, Draft):
        return
    teller = _Teller(seat, passed)
    for id in did.programme:
        n, place = divmod(initiative_choice(id, seat.scenario) - 1, seat.scenario.sizes["places"])
        text = seat.texts.playbook.initiatives[n]
        if passed.after.programme[place, n] != passed.before.programme[place, n]:
            whom = f" with {seat.state(place).short}" if place < seat.count else ""
            yield teller.make(
                f"Begun: {text.name.lower()}{whom}",
                "it is on the year’s programme",
                HOME,
                Kind.NEUTRAL,
                "programme",
                text.limit,
            )


def _asked(seat: Seat, passed: Passed) -> Iterator[Consequence]:
    """How a request to renegotiate was answered."""
    did = passed.did
    if not isinstance(did, Draft):
        return
    teller = _Teller(seat, passed)
    for c in range(seat.count):
        for k, kind in enumerate(seat.texts.playbook.pledges):
            if not did.book.get(seat.slot(c, k), "").startswith("renegotiate"):
                continue
            them = seat.state(c).short
            if passed.after.size[OURS, c, k] < passed.before.size[OURS, c, k]:
                yield teller.make(
                    f"{them} agrees to half: {kind.name}", "we asked before it fell due", c, Kind.MIXED, "pledge"
                )
            else:
                yield teller.make(f"{them} will not change it: {kind.name}", "we asked", c, Kind.NEUTRAL, "pledge")


def noticed(seat: Seat, passed: Passed) -> Iterator[str]:
    """Words set against deeds, as anyone abroad could set them."""
    for line in passed.lines:
        if line.what != What.TRUST:
            continue
        them = seat.state(line.cell[0]).short
        tone = seat.texts.playbook.tones[line.about].name if 0 <= line.about < len(TONES) else "word"
        if line.cause == Cause.WORD_BELIED:
            yield f"{them} can hold the deed against what we had said ({tone})."
        elif line.cause == Cause.WORD_KEPT:
            yield f"{them} can see that what we had said ({tone}) was meant."
        elif line.cause == Cause.SILENCE:
            yield f"{them} was owed a word and had none."
        elif line.cause == Cause.TWO_STORIES:
            yield f"{them} has read what we told somebody else."


def because_at_home(seat: Seat, passed: Passed, audience: int) -> str:
    """The cause that moved a group most, without its size and without the word "because"."""
    sums: dict[Cause, float] = {}
    for line in passed.lines:
        if (
            line.what == What.APPROVAL
            and line.cell == (audience,)
            and (line.cause in _AT_HOME or line.cause == Cause.DEED)
        ):
            sums[line.cause] = sums.get(line.cause, 0.0) + line.size
    if not sums:
        return ""
    cause = max(sums, key=lambda one: abs(sums[one]))
    if cause == Cause.DEED:
        return f"of {quoted(deed_title(seat, passed))}"
    return _AT_HOME[cause]


def crisis_over(seat: Seat, passed: Passed) -> str:
    """The last line of every crisis: who climbed, who stepped down, what was left open (play.md 2)."""
    over = next((line for line in passed.lines if line.what == What.EVENT and line.cause == Cause.CRISIS_ENDED), None)
    if over is None:
        return ""
    c = int(seat.scenario.sender[over.about])
    them, home = seat.state(c).short, seat.texts.home.name
    turns = [p for p in seat.chronicle.passed if p.before.crisis == over.about][-seat.scenario.crisis_turns - 1 :]
    sides = {
        home: [int(p.after.home_rung[c]) - int(p.before.home_rung[c]) for p in turns],
        them: [int(p.after.their_rung[c]) - int(p.before.their_rung[c]) for p in turns],
    }
    climbed = [name for name, moves in sides.items() if any(m > 0 for m in moves[:-1] or moves)]
    stepped = [name for name, moves in sides.items() if any(m < 0 for m in moves)]
    left = (
        "Nothing was left standing."
        if _standing(passed, c) <= 1
        else "It stays where it stands, and costs every season until somebody steps down."
    )
    first = f"{wording.listed(climbed)} climbed" if climbed else "Nobody climbed"
    second = f"{wording.listed(stepped)} stepped down" if stepped else "nobody stepped down"
    return f"{first}; {second}. {left}"


def _standing(passed: Passed, c: int) -> int:
    """The higher rung on which a quarrel was left."""
    return int(max(passed.after.home_rung[c], passed.after.their_rung[c]))


def _crisis_name(seat: Seat, inject: int) -> str:
    text = seat.texts.injects[inject].crisis
    return text.name if text else "The crisis"


def _objective(seat: Seat, number: int) -> str:
    """The text of the number-th objective over all mandates, in the scenario's order."""
    texts = [objective.text for mandate in seat.texts.mandates for objective in mandate.objectives]
    return texts[number].rstrip(".") if 0 <= number < len(texts) else "an objective"
