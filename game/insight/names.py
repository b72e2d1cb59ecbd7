"""Names and dates for a debrief: what an index of the rules is called on a page.

Marks for italics are taken out: neither a chart nor another program can set them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..authoring.texts import NOBODY, InjectText, OptionText, Texts
from ..play.calendar import MONTHS, Calendar, calendar_of, part_of_month
from ..play.quotes import plain
from ..rules.scenario import Scenario
from ..rules.vocabulary import CHANNELS, TONES, WORDINGS
from ..rules.words import case_of
from .debrief import When
from .refold import Turned

HOME = -1


@dataclass(frozen=True, slots=True)
class Names:
    scenario: Scenario
    texts: Texts

    # --- when

    @property
    def calendar(self) -> Calendar:
        return calendar_of(self.texts)

    def when(self, turn: Turned) -> When:
        world = turn.morning
        season, step, crisis = int(world.season[0]), int(world.step[0]), int(world.crisis[0])
        if crisis:
            told = part_of_month(self.calendar.day(season, step, crisis))
        else:
            told = self.calendar.season(season) if self.scenario.pace == 1 else str(self.calendar.day(season).year)
        return When(turn.number, season, step, told)

    def morrow(self, turn: Turned) -> date:
        """The day after the inject of a turn: when the others write about it.  Never a Sunday."""
        world = turn.morning
        crisis, inject = int(world.crisis[0]), turn.inject
        day = self.calendar.day(int(world.season[0]), int(world.step[0]), crisis or inject) + timedelta(days=1)
        return day + timedelta(days=day.weekday() == 6)

    # --- who

    @property
    def count(self) -> int:
        """Counterparts; also the place of third parties among the observers."""
        return len(self.texts.counterparts)

    @property
    def home(self) -> str:
        return self.texts.home.name

    def short(self, place: int) -> str:
        """ "Aldmark", "Norland", "other capitals"."""
        if place == HOME:
            return self.home
        return self.texts.counterparts[place].short if place < self.count else self.texts.third_parties

    def inside(self, place: int) -> str:
        """The same within a sentence: "Norland", "other capitals"."""
        return self.short(place) if place < self.count else lower_first(self.texts.third_parties)

    def person(self, person: int) -> tuple[str, str]:
        """Name and post."""
        if person == NOBODY:
            return "", ""
        told = self.texts.people[person]
        return told.name, told.post

    # --- what

    def inject(self, inject: int) -> InjectText:
        return self.texts.injects[inject]

    def title(self, inject: int) -> str:
        return plain(self.inject(inject).title) if inject else "A quiet season"

    def option(self, turn: Turned) -> OptionText | None:
        options = self.inject(turn.inject).options
        return options[turn.option] if turn.inject and 0 <= turn.option < len(options) else None

    def pledge(self, kind: int) -> str:
        return self.texts.playbook.pledges[kind].name

    def slot(self, about: int) -> tuple[int, int, int]:
        """The number of a slot -> (giver, counterpart, kind)."""
        kinds = self.scenario.sizes["kinds"]
        giver, rest = divmod(about, self.count * kinds)
        return (giver, *divmod(rest, kinds))

    def initiative(self, effect: int) -> tuple[str, int]:
        """The initiative that an effect row belongs to, and its place (HOME at home).  Raises LookupError."""
        table = self.scenario.initiatives.effect
        for n, text in enumerate(self.texts.playbook.initiatives):
            for place in range(table.shape[1]):
                if int(table[n, place]) == effect:
                    return text.name, place if place < self.count else HOME
        raise LookupError(f"no initiative has effect {effect}")

    def word(self, case: int) -> tuple[str, str, str]:
        """A case of words -> names of its tone, channel and wording."""
        rest, wording = divmod(case, len(WORDINGS))
        tone, channel = divmod(rest, len(CHANNELS))
        book = self.texts.playbook
        return book.tones[tone].name, book.channels[channel].name, book.wordings[wording].name

    def words_of(self, turn: Turned) -> list[tuple[int, int]]:
        """What home said this turn: (counterpart, case of words)."""
        reply = turn.reply
        cases = case_of(reply.tone[0], reply.channel[0], reply.wording[0])
        return [(c, int(cases[c])) for c in range(self.count) if reply.tone[0, c] >= 0]

    def tone(self, tone: int) -> str:
        return self.texts.playbook.tones[tone].name if 0 <= tone < len(TONES) else "word"

    def audience(self, group: int) -> str:
        return self.texts.audiences[group].name

    def crisis(self, inject: int) -> str:
        told = self.inject(inject).crisis
        return told.name if told else self.title(inject)

    def objective(self, number: int) -> str:
        """The number-th objective over all mandates, in the scenario's order."""
        told = [objective.text for mandate in self.texts.mandates for objective in mandate.objectives]
        return told[number].rstrip(".") if 0 <= number < len(told) else "an objective"

    def sender(self, inject: int) -> int:
        """Whose inject it is: a counterpart, HOME or third parties."""
        place = int(self.scenario.sender[inject])
        return place if place >= 0 else HOME if self.inject(inject).sender == "home" else self.count


def lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def day_of(day: date) -> str:
    """ "21 October 2033"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
