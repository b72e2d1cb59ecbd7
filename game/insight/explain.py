"""One sentence for any line of the ledger: who did what, by name, and a few words for a chart.

A line holds a cause and an index; what it is called depends on the turn it was written in, so both are asked for.  Sentences have no
full stop, a name for home and never "you": the same words stand in a file, in a table and under a chart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..play.quotes import plain, quoted
from ..rules.ledger import Cause, Line, What
from ..rules.scenario import MOD
from ..rules.vocabulary import Act, Dim, State
from .names import HOME, Names, lower_first
from .refold import Turned
from .sentences import MOVES, OUTCOMES, PLAIN, SLOT, THREAT, TIME

_MOST_HEARD = 2


@dataclass(frozen=True, slots=True)
class Said:
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Explainer:
    names: Names
    turns: Sequence[Turned]

    def sentence(self, line: Line, turn: Turned) -> str:
        """One sentence, without its full stop."""
        return self.said(line, turn).text

    def said(self, line: Line, turn: Turned) -> Said:
        """The sentence and the label."""
        told = _FAMILIES.get(line.cause, Explainer._simply)(self, line, turn)
        return Said(told.text[:1].upper() + told.text[1:], told.label)

    # --- what home did

    def _deed(self, line: Line, turn: Turned) -> Said:
        option = self.names.option(turn)
        if option is None:
            return Said(f"What {self.names.home} did", "The deed")
        return Said(
            f"{self.names.home} chose {quoted(option.title)} ({self.names.title(turn.inject)})", plain(option.title)
        )

    def _aftermath(self, line: Line, turn: Turned) -> Said:
        pressed = int(turn.evening.answered[0, turn.inject]) == Act.PRESSES
        who = self.names.short(self.names.sender(turn.inject))
        did = "made use of it" if pressed else "let it rest"
        return Said(f"{who} {did} ({self.names.title(turn.inject)})", f"{who} {did}")

    def _initiative(self, line: Line, turn: Turned) -> Said:
        name, place = self.names.initiative(line.about)
        whom = "" if place == HOME else f", with {self.names.inside(place)}"
        return Said(f"{self.names.home} began: {lower_first(name)}{whom}", name[:1].upper() + name[1:])

    def _standing_order(self, line: Line, turn: Turned) -> Said:
        names = self._in_force(turn, "clarity", line.cell[0] if line.cell else HOME)
        return Said(
            f"A standing arrangement was kept up: {', '.join(names) or 'open government'}", "Standing arrangement"
        )

    # --- words

    def _word(self, line: Line, turn: Turned) -> Said:
        if line.about < 0:
            return Said(f"Channels and further words cost {self.names.home} capital", "Words")
        tone, channel, wording = self.names.word(line.about)
        said_to = [c for c, case in self.names.words_of(turn) if case == line.about]
        if line.what == What.TRUST:
            said_to = [line.cell[0]]
        whom = " and ".join(self.names.inside(c) for c in said_to) or "a neighbour"
        return Said(f"{self.names.home} said to {whom}: {tone} ({channel}, {wording})", f"Said: {tone}")

    def _word_judged(self, line: Line, turn: Turned) -> Said:
        tone = self.names.tone(line.about)
        if line.cause == Cause.WORD_KEPT:
            return Said(f"What {self.names.home} did bore out its word: {tone}", f"Word borne out: {tone}")
        return Said(f"What {self.names.home} did belied its word: {tone}", f"Word belied: {tone}")

    def _leak(self, line: Line, turn: Turned) -> Said:
        tone, channel, _ = self.names.word(line.about)
        whom = " and ".join(self.names.inside(c) for c, case in self.names.words_of(turn) if case == line.about)
        return Said(
            f"It leaked what {self.names.home} had said to {whom or 'a neighbour'}: {tone} ({channel})",
            f"Leaked: {tone}",
        )

    # --- pledges

    def _slot(self, line: Line, turn: Turned) -> Said:
        giver, c, k = self.names.slot(line.about)
        threat = int(self.names.scenario.kinds.dim[k]) == Dim.C
        home, them = self.names.home, self.names.inside(c)
        text, label = (THREAT if threat and line.cause in THREAT else SLOT)[line.cause]
        if line.what == What.TRUST and line.cause == Cause.PLEDGE_SIGNED:
            text, label = (
                "The new Government affirmed in public its predecessor’s word to {other}: {pledge}",
                "Affirmed: {pledge}",
            )
        elif line.cause == Cause.PLEDGE_FORGOTTEN and line.size == int(State.OPEN):
            text, label = (
                "A private word to {other} was left out of the new book: {pledge}",
                "Not in the book: {pledge}",
            )
        elif line.cause == Cause.PLEDGE_KEPT and not threat:
            text, label = self._kept(line, turn, text, label)
        parts = {"giver": them if giver else home, "other": home if giver else them, "pledge": self.names.pledge(k)}
        return Said(text.format(**parts), label.format(**parts))

    def _kept(self, line: Line, turn: Turned, text: str, label: str) -> tuple[str, str]:
        """A pledge read otherwise than it was meant, or seen kept for one more year."""
        if line.what == What.TRUST and line.size < 0 and line.cell[1] == Dim.R:
            return (
                "{giver} kept its word to {other}, but the vague text was read otherwise there: {pledge}",
                "Read otherwise: {pledge}",
            )
        closed = any(
            other.what == What.PLEDGE and other.about == line.about and other.size == State.KEPT for other in turn.lines
        )
        if line.what == What.TRUST and not closed:
            return "{giver} kept its word to {other} for another year: {pledge}", "Still kept: {pledge}"
        return text, label

    # --- what comes by itself

    def _heard(self, line: Line, turn: Turned) -> Said:
        """Hearsay of the turn before: the largest things that others saw in the same dimension."""
        observer, dim = line.cell
        before = self.turns[turn.number - 1] if turn.number else turn
        seen = [
            other for other in before.lines
            if other.what == What.TRUST and other.cell[0] != observer and other.cell[1] == dim and other.cause in _TRAVELS
            and (other.size > 0) == (line.size > 0)
        ]  # fmt: skip
        seen.sort(key=lambda other: -abs(other.size))
        labels = list(dict.fromkeys(self.said(other, before).label for other in seen))[:_MOST_HEARD]
        if not labels:
            return Said(
                f"{self.names.short(observer)} heard, late and blurred, what {self.names.home} had done elsewhere",
                "Hearsay",
            )
        told = " and ".join(quoted(label) for label in labels)
        return Said(f"{self.names.short(observer)} heard, late and blurred: {told}", f"Heard: {labels[0]}")

    def _faded(self, line: Line, turn: Turned) -> Said:
        return Said(f"Memory faded over {span(turn.elapsed)}", "Faded")

    def _handover(self, line: Line, turn: Turned) -> Said:
        told = {
            What.APPROVAL: "A new administration: half of what was held for or against the last one was let go",
            What.CAPITAL: "A new administration began with a full purse",
        }  # fmt: skip
        judged = "A new administration at home: judged by the record of the state, and in part by the one before it"
        return Said(told.get(line.what, judged), "New administration")

    def _time(self, line: Line, turn: Turned) -> Said:
        return Said(TIME.get(line.what, "Time passed"), "Time")

    def _crisis(self, line: Line, turn: Turned) -> Said:
        if line.what == What.RUNG and line.cause == Cause.CRISIS_ENDED:
            return Said("The crisis was over, and both sides came down", "Crisis over")
        name = self.names.crisis(line.about)
        if line.cause == Cause.CRISIS_OPENED:
            return Said(f"The crisis opened: {name}", name)
        if line.cause == Cause.CRISIS_TURN:
            return Said(f"Another fortnight near the top: {name}", name)
        ended = next(
            (
                int(e.size)
                for e in turn.lines
                if e.what == What.EVENT and e.cause == Cause.CRISIS_ENDED and e.about == line.about
            ),
            0,
        )
        return Said(f"{name}: {OUTCOMES[ended]}".replace("home", self.names.home), name)

    def _move(self, line: Line, turn: Turned) -> Said:
        c = line.cell[0] if line.cell else line.about
        side = self.names.home if len(line.cell) > 1 and line.cell[1] == 0 else self.names.short(c)
        moved = "climbed" if line.size > 0 else "stepped down"
        text = MOVES[line.cause].format(them=self.names.inside(c), moved=moved, side=side)
        return Said(text, f"{self.names.short(c)} {moved}")

    def _probe(self, line: Line, turn: Turned) -> Said:
        who = self.names.short(self.names.sender(line.about))
        return Said(
            f"{who} pressed, and {self.names.home} gave way or let it pass ({self.names.title(line.about)})",
            "Pressed",
        )

    def _peace(self, line: Line, turn: Turned) -> Said:
        them = self.names.inside(line.about)
        if line.cause == Cause.RENEWED:
            return Said(f"The old quarrel with {them} was taken up again", "Quarrel renewed")
        if line.cause == Cause.ALARMED:
            return Said(f"{self.names.home} stood firm; {them} was afraid, and armed", "Fear armed")
        return Said(f"The crisis with {them} ended in an agreed text", "Agreement")

    def _government(self, line: Line, turn: Turned) -> Said:
        return Said(f"A new government took office: {self.names.inside(line.about)}", "New government there")

    def _lever(self, line: Line, turn: Turned) -> Said:
        return Said(f"{self.names.audience(line.about)} had their chance to say so at a by-election", "By-election")

    def _objective(self, line: Line, turn: Turned) -> Said:
        return Said(f"An aim of the mandate was met: {quoted(self.names.objective(line.about))}", "Aim met")

    def _simply(self, line: Line, turn: Turned) -> Said:
        text, label = PLAIN[line.cause]
        them = self.names.inside(line.cell[0]) if line.cell else "a neighbour"
        return Said(text.format(home=self.names.home, them=them), label)

    def _in_force(self, turn: Turned, modifier: str, place: int) -> list[str]:
        """Names of the initiatives in force that change a modifier, towards one counterpart or at home."""
        s, world = self.names.scenario, turn.evening
        changes = s.initiatives.changes[:, MOD[modifier]] != s.mods_rest[MOD[modifier]]
        live = (world.programme[0] >= 0) & (world.programme[0] <= world.week[0])
        here = live[self.names.count] | (live[place] if place >= 0 else False)
        return [text.name for n, text in enumerate(self.names.texts.playbook.initiatives) if changes[n] and here[n]]


_TRAVELS = {Cause.DEED, Cause.INITIATIVE, Cause.WORD, *(cause for cause in SLOT if cause.name.startswith("PLEDGE"))}

_FAMILIES: dict[Cause, Callable[[Explainer, Line, Turned], Said]] = {
    **dict.fromkeys(SLOT, Explainer._slot),
    **dict.fromkeys((Cause.WORD_KEPT, Cause.WORD_BELIED), Explainer._word_judged),
    **dict.fromkeys((Cause.CRISIS_OPENED, Cause.CRISIS_ENDED, Cause.CRISIS_TURN), Explainer._crisis),
    **dict.fromkeys(MOVES, Explainer._move),
    **dict.fromkeys((Cause.AGREEMENT, Cause.RENEWED, Cause.ALARMED), Explainer._peace),
    Cause.DEED: Explainer._deed,
    Cause.AFTERMATH: Explainer._aftermath,
    Cause.INITIATIVE: Explainer._initiative,
    Cause.STANDING_ORDER: Explainer._standing_order,
    Cause.WORD: Explainer._word,
    Cause.LEAK: Explainer._leak,
    Cause.HEARSAY: Explainer._heard,
    Cause.FADED: Explainer._faded,
    Cause.HANDOVER: Explainer._handover,
    Cause.TIME: Explainer._time,
    Cause.PROBE: Explainer._probe,
    Cause.GOVERNMENT: Explainer._government,
    Cause.LEVER: Explainer._lever,
    Cause.OBJECTIVE: Explainer._objective,
}


def span(weeks: int) -> str:
    """ "a fortnight", "half a year"."""
    if weeks <= 2:
        return "a fortnight"
    if weeks <= 14:
        return f"{weeks} weeks"
    return "half a year" if weeks <= 27 else "a year" if weeks <= 53 else "more than a year"
