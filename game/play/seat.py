"""The minister's seat: everything a page may be written from, and nothing else.

No World is within reach from here.  Names, dates and states are resolved by a few small lookups.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..authoring import filled
from ..authoring.texts import NOBODY, InjectText, OptionText, PledgeText, Texts
from ..rules.arrays import Bool
from ..rules.scenario import Scenario
from ..rules.vocabulary import LEANINGS
from .accounts import Forecast
from .calendar import Calendar
from .chronicle import Briefing, Chronicle, Passed
from .draft import Draft, Passing
from .pages import HOME, Face, State
from .visible import Visible

REFERENCE = re.compile(r"\{([a-z0-9-]+)\}")


OURS, THEIRS = 0, 1  # givers of a pledge


@dataclass(frozen=True, slots=True)
class Seat:
    scenario: Scenario
    texts: Texts
    calendar: Calendar
    now: Visible
    briefing: Briefing
    chronicle: Chronicle
    forecasts: tuple[Forecast, ...]
    offered: tuple[bool, ...]  # by option
    price: tuple[float, ...]
    affordable: tuple[bool, ...]
    pressed: Bool  # (C, K)
    due: Bool  # (C, K)
    due_next: Bool  # (C, K)
    difficulty: str
    rewind: str
    beat: str  # the rules' phase: reply, handover, closed
    objectives: tuple[bool, ...]  # of the mandate in force, as things stand
    unsaved: str

    # --- where and when

    @property
    def count(self) -> int:
        """Counterparts."""
        return len(self.texts.counterparts)

    @property
    def inject(self) -> InjectText:
        return self.texts.injects[self.now.inject]

    @property
    def quiet(self) -> bool:
        return self.now.inject == 0

    @property
    def capital(self) -> int:
        return int(self.now.capital + 1e-9)

    def week_season(self, week: int) -> int:
        """The half-year a week lies in."""
        return max(0, week // 26)

    # --- who

    def state(self, index: int) -> State:
        """HOME, a counterpart, or (their count) third parties."""
        if index == HOME:
            home = self.texts.home
            return State(HOME, "home", home.long, home.name, home.seal)
        if 0 <= index < self.count:
            text = self.texts.counterparts[index]
            return State(index, text.id, text.name, text.short, text.seal)
        return State(self.count, "third-parties", self.texts.third_parties, self.texts.third_parties, "")

    def state_of(self, id: str) -> State:
        """By an author's id: home, a counterpart or third-parties."""
        for index, text in enumerate(self.texts.counterparts):
            if text.id == id:
                return self.state(index)
        return self.state(HOME if id == "home" else self.count)

    def face(self, person: int, post: str = "") -> Face:
        """A person, or the plain post that stands for nobody in particular."""
        if person == NOBODY:
            return Face(post, "", "", 0)
        text = self.texts.people[person]
        return Face(text.name, text.post, text.leaning, text.portrait)

    @property
    def minister(self) -> Face:
        return self.minister_of(self.now.leaning, self._administration(self.now.leaning))

    def minister_of(self, leaning: int, number: int) -> Face:
        """The number-th administration (from 0) of a leaning takes the number-th name; the names go round."""
        names = self.texts.ministers.get(leaning_id(leaning), ())
        if not names:
            return Face("The Minister", "Foreign Minister", "", 0)
        return self.face(names[number % len(names)])

    def _administration(self, leaning: int) -> int:
        """How many administrations of that leaning sat before the present one."""
        return sum(isinstance(p.did, Passing) and p.before.leaning == leaning for p in self.chronicle.passed)

    def successor(self, leaning: int) -> Face:
        """Who would follow the present minister."""
        return self.minister_of(leaning, self._administration(leaning) + (leaning == self.now.leaning))

    def party(self, leaning: int) -> str:
        return self.texts.parties.get(leaning_id(leaning), "")

    # --- pledges and options

    def slot(self, c: int, k: int) -> str:
        return f"{self.texts.counterparts[c].id}/{self.texts.playbook.pledges[k].id}"

    def pledge_words(self, template: str, giver: int, c: int) -> str:
        """A text of the playbook about a pledge, with both names in it.  giver: 0 home, 1 the counterpart."""
        names = (self.texts.home.name, self.texts.counterparts[c].short)
        return filled(template, {"giver": names[giver], "other": names[1 - giver], "home": names[0], "them": names[1]})

    def undertaking(self, giver: int, c: int, k: int) -> str:
        """What was undertaken: in the words it was signed in, if the author gave it any."""
        kind = self.texts.playbook.pledges[k]
        for passed in reversed(self.chronicle.passed):
            for own in _own_pledges(self.taken(passed), giver, self.texts.counterparts[c].id):
                if own.kind == kind.id and own.text:
                    return own.text
        return self.pledge_words(kind.text, giver, c)

    def taken(self, passed: Passed) -> OptionText | None:
        """The option of a decision of the past."""
        did = passed.did
        if not isinstance(did, Draft):
            return None
        return next((o for o in self.texts.injects[passed.before.inject].options if o.id == did.do), None)

    def option(self, inject: int, place: int) -> OptionText | None:
        options = self.texts.injects[inject].options
        return options[place] if 0 <= place < len(options) else None

    def in_force(self, initiative: int, place: int) -> bool:
        since = int(self.now.programme[place, initiative])
        return 0 <= since <= self.now.week


def _own_pledges(option: OptionText | None, giver: int, to: str) -> list[PledgeText]:
    if option is None or (option.toward and option.toward != to):
        return []
    mine = (option.pledge, option.offer) if giver == 0 else (option.theirs,)
    return [pledge for pledge in mine if pledge is not None]


def references(text: str) -> list[str]:
    """The ids in {braces} of an author's text: injects, whose dates are filled in."""
    return REFERENCE.findall(text)


def leaning_id(leaning: int) -> str:
    return LEANINGS[leaning]


def capital_to_keep(seat: Seat, c: int, kind: int) -> int:
    """Capital that keeping asks today (rulings.md 13)."""
    return max(0, round(float(seat.now.tempt[OURS, c, kind]) / 20) - 1)
