"""A checked scenario's words, gathered by index into Texts."""

from __future__ import annotations

import re
from types import MappingProxyType

from ..rules import vocabulary as v
from . import playbook_schema, schema
from . import texts as t
from .ground import Ground
from .ids import all_injects
from .kinds import WANTS

_NO_INJECT = t.InjectText(
    "", "", "home", t.NOBODY, t.NOBODY, t.HeadingText(), (), None, "", (), None, (), None, MappingProxyType({})
)


def gather(g: Ground) -> t.Texts:
    """Every text of the scenario and its playbook."""
    return _Gatherer(g).texts()


def paragraphs(text: str) -> tuple[str, ...]:
    """Paragraphs are parted by an empty line; a break within one is a blank, and a written number before it is left out."""
    parts = re.split(r"\n\s*\n", text.strip())
    return tuple(re.sub(r"^\d{1,2}\.\s+", "", " ".join(part.split())) for part in parts if part.strip())


def _spot(place: list[float]) -> t.Place:
    return place[0], place[1]


class _Gatherer:
    def __init__(self, g: Ground) -> None:
        self.g, self.s = g, g.scenario

    def person(self, id: str | None) -> int:
        return self.g.frame.names["people"].get(id or "", t.NOBODY)

    def reporter(self, by: str) -> str:
        """A person's name and post, or the plain post as written."""
        person = self.s.people.get(by)
        return by if person is None else f"{person.name}, {person.post}"

    def texts(self) -> t.Texts:
        s = self.s
        year, season = s.calendar.starts.split()
        injects = [self.inject(id, inject) for id, inject in all_injects(s).items()]
        return t.Texts(
            id=s.id,
            title=s.title,
            blurb=s.blurb.strip(),
            objectives=tuple(s.objectives),
            starts=(int(year), season),
            rewind=s.rewind,
            lengths=tuple(
                t.LengthText(id, x.terms, x.seasons, x.years, x.crisis_turns, x.minutes) for id, x in s.lengths.items()
            ),
            home=self.home(),
            parties={leaning: party.name for leaning, party in s.parties.items()},
            ministers={leaning: tuple(self.person(id) for id in ids) for leaning, ids in s.ministers.items()},
            people=tuple(t.PersonText(id, p.name, p.post, p.of, p.leaning, p.portrait) for id, p in s.people.items()),
            counterparts=tuple(self.counterpart(id, c) for id, c in s.counterparts.items()),
            third_parties=s.third_parties.name,
            audiences=tuple(
                t.AudienceText(id, a.name, tuple(a.likes), tuple(a.dislikes), tuple(a.strongly), a.lever, a.remembers)
                for id, a in s.audiences.items()
            ),
            places=tuple(self.place(id, p) for id, p in s.places.items()),
            injects=(_NO_INJECT, *injects),
            cues=tuple(
                t.CueText(id, c.of, self.person(c.by), self.reporter(c.by), tuple(c.phrases))
                for id, c in s.cues.items()
            ),
            news=tuple(
                t.NewsText(id, self.person(n.by), self.reporter(n.by), n.text.strip()) for id, n in s.news.items()
            ),
            letters=tuple(t.LetterText(id, x.from_, x.text.strip()) for id, x in s.letters.items()),
            mandates=tuple(
                t.MandateText(
                    id,
                    m.leaning,
                    m.title,
                    m.text.strip(),
                    tuple(t.ObjectiveText(o, x.text) for o, x in m.objectives.items()),
                )
                for id, m in s.mandates.items()
            ),
            verdicts=tuple(t.VerdictText(id, x.title, x.text.strip()) for id, x in s.verdicts.items()),
            climates=tuple(s.climates),
            glossary=dict(s.glossary),
            opening=s.opening.strip(),
            handover=s.handover.strip(),
            war=s.war.strip(),
            playbook=playbook_texts(self.g.playbook),
            numbers=self.g.frame.names,
        )

    def home(self) -> t.HomeText:
        h = self.s.home
        return t.HomeText(
            h.name,
            h.long,
            h.adjective,
            h.government,
            h.seal,
            h.ministry,
            self.person(h.secretary),
            h.begins,
            _spot(h.place),
        )

    def counterpart(self, id: str, c: schema.Counterpart) -> t.CounterpartText:
        spoken = {id: _want_word(size) for id, size in c.wants.items()}
        file = (
            {}
            if c.file is None
            else {"high": c.file.high.strip(), "middle": c.file.middle.strip(), "low": c.file.low.strip()}
        )
        return t.CounterpartText(
            id,
            c.name,
            c.short,
            c.adjective,
            c.government,
            c.ministry,
            c.seal,
            c.language,
            tuple(self.person(hand) for hand in c.hands),
            _spot(c.place),
            c.brief.strip(),
            c.power,
            spoken,
            file,
        )

    def place(self, id: str, p: schema.Place) -> t.PlaceText:
        zone = tuple(_spot(corner) for corner in p.zone or ())
        middle = (sum(x for x, _ in zone) / len(zone), sum(y for _, y in zone) / len(zone)) if zone else (0.5, 0.5)
        return t.PlaceText(id, p.name, p.of or "", _spot(p.at) if p.at else middle, zone)

    # --- injects

    def inject(self, id: str, told: schema.Inject) -> t.InjectText:
        return t.InjectText(
            id=id,
            title=told.title,
            sender=told.from_,
            by=self.person(told.by),
            place=self.g.frame.names["places"].get(told.place or "", t.NOBODY),
            heading=t.HeadingText(told.heading.number, told.heading.route, told.heading.grade),
            cable=paragraphs(told.cable),
            paper=None if told.paper is None else t.PaperText(told.paper.name, told.paper.headline, told.paper.story),
            question=told.question,
            advisers=tuple(
                t.AdviserText(self.person(p), a.says.strip(), a.chance or "") for p, a in told.advisers.items()
            ),
            estimate=None if told.estimate is None else t.EstimateText(told.estimate.ask, told.estimate.within),
            options=tuple(self.option(o, option, told) for o, option in told.options.items()),
            weekday=None if told.on is None else schema.WEEKDAYS.index(told.on),
            crisis=None if told.crisis is None else self.crisis(told.crisis),
            minutes={
                o: t.MinuteText(paragraphs(m.text), self.person(m.by), m.margin, self.person(m.hand))
                for o, m in told.minute.items()
            },
            core=told.core,
            crown=told.crown,
            probe=id in self.s.probes,
            during=self.g.frame.names["injects"].get(told.during or "", 0),
        )

    def option(self, id: str, told: schema.Option, inject: schema.Inject) -> t.OptionText:
        toward = told.toward if told.toward is not None else inject.from_
        needs = told.needs or (self.g.playbook.deeds[told.deed].needs if told.deed else None) or ""
        after = told.after
        return t.OptionText(
            id=id,
            title=told.title,
            text=told.text.strip(),
            deed=told.deed or "",
            toward=toward if toward in self.s.counterparts else "",
            seen=told.seen,
            needs=needs,
            precedent=told.precedent,
            says=tuple(t.SayText(say.to, say.tone, say.via, say.wording, say.words.strip()) for say in told.say),
            pledge=self.pledge(told.pledge),
            theirs=self.pledge(told.theirs),
            offer=self.pledge(told.offer),
            breaks=tuple(told.breaks),
            rests="" if after is None else after.rests.text.strip(),
            presses="" if after is None or after.presses is None else after.presses.text.strip(),
        )

    def pledge(self, told: schema.Undertaking | None) -> t.PledgeText | None:
        if told is None:
            return None
        kind, form = self.g.playbook.pledges[told.kind], self.g.playbook.forms[told.form]
        minuted = told.form != "oral" if told.minuted is None else told.minuted
        return t.PledgeText(
            told.kind, told.form, told.text or kind.text, (told.seasons or kind.seasons) + form.seasons, minuted
        )

    def crisis(self, told: schema.Crisis) -> t.CrisisText:
        ways = told.ways_out
        return t.CrisisText(
            told.name,
            told.stake,
            told.home_stake,
            told.their_stake,
            tuple(t.ExitText(e.text, e.deed) for e in ways.home),
            tuple(t.ExitText(e.text, e.deed) for e in ways.theirs),
            tuple(told.rungs),
        )


def _want_word(size: float) -> str:
    """The nearest of useful, important, vital."""
    return min(WANTS, key=lambda word: abs(WANTS[word] - size))


def playbook_texts(book: playbook_schema.Playbook) -> t.Playbook:
    """The playbook's words, closed lists in the order of the vocabulary."""
    return t.Playbook(
        tones=tuple(
            t.ToneText(id, x.name, x.gloss, x.about, x.opens, x.needs, dict(x.drafts))
            for id in v.TONES
            for x in [book.tones[id]]
        ),
        channels=tuple(
            t.ChannelText(id, x.name, x.gloss, x.needs, x.heard_by, x.leaks_to, x.days, int(x.capital), x.frame)
            for id in v.CHANNELS
            for x in [book.channels[id]]
        ),
        wordings=tuple(t.WordingText(id, x.name, x.gloss, x.closing) for id in v.WORDINGS for x in [book.wordings[id]]),
        forms=tuple(t.KindText(id, x.name, x.gloss) for id in v.FORMS for x in [book.forms[id]]),
        deeds=tuple(
            t.DeedText(id, x.name, x.gloss, x.rung, x.step, int(x.capital), tuple(x.tags), tuple(x.contradicts))
            for id, x in book.deeds.items()
        ),
        pledges=tuple(
            t.PledgeKindText(id, x.name, x.gloss, x.text, x.pressure, x.kept, x.broken)
            for id, x in book.pledges.items()
        ),
        initiatives=tuple(
            t.InitiativeText(id, x.name, x.gloss, x.family, int(x.capital), x.lead, x.toward, x.needs, x.limit)
            for id, x in book.initiatives.items()
        ),
    )
