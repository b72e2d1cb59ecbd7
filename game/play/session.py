"""A person's play: a course and the journal it is written to.  Everything a window or a terminal asks for goes through here.

Every act is folded first and written after; resuming folds the file again and compares the state's hash line by line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..authoring import Loaded
from ..authoring.texts import Texts
from ..printable import printable
from ..rules.theories import DEFAULT_THEORY, THEORIES
from ..rules.turn import Policy
from ..rules.vocabulary import REWINDS
from ..version import VERSION
from . import draft as drafts
from . import journal as files
from . import pages, permits, policies
from .course import Course
from .draft import Draft, DraftError, Passing
from .journal import Header, Journal, JournalError, Line
from .seat import Seat
from .secretary import after as after_page
from .secretary import book, closing, common, desk, dossier, handover, home, morning, programme, reference, words

_DECISIONS = ("do", "handover")
_MOST_TRIES = 8  # at folding a file: after each, the file is believed to an earlier line


class Session:
    """Made by `new`, `resume` or `branch`."""

    def __init__(self, loaded: Loaded, header: Header, journal: Journal | None) -> None:
        self.loaded, self.header, self.journal = loaded, header, journal
        self.notice = ""
        self.rewinds = 0
        self._acts: list[Line] = []
        self.course = _course(loaded, header)

    # --- beginnings

    @classmethod
    def new(
        cls, loaded: Loaded, path: Path | None, *, seed: int, length: str = "full", difficulty: str = "standard", climate: str = "",
        theory: str = "", rewind: str = "", started: str = "",
    ) -> Session:  # fmt: skip
        """A new play; with a path, its file.  Left out, the theory is the scenario's.

        Raises JournalError when the file cannot be made or there is no such length, difficulty or theory.
        """
        texts, judged = loaded.texts, theory or loaded.told.theory
        header = Header(
            texts.id,
            loaded.content_hash,
            seed % 2**64,
            length,
            difficulty,
            rewind or texts.rewind,
            "" if judged == DEFAULT_THEORY else judged,
            climate,
            started,
            VERSION,
        )
        session = cls(loaded, header, None)
        session.journal = Journal.create(path, header) if path is not None else None
        return session

    @classmethod
    def resume(cls, loaded: Loaded, path: Path) -> Session:
        """A play as far as its file can be believed; `notice` says what was cut off.  Raises JournalError if it is not ours."""
        told = files.read(path)
        _belongs(loaded, told.header, path)
        session = cls(loaded, told.header, Journal.reopen(path, told.ends[-1]))
        good, why = session._fold(told.lines)
        if why and (good == 0 or told.header.game != VERSION):
            raise JournalError(
                f"{path.name} was played with game {told.header.game[:20]}, and here it no longer replays: {why}."
            )
        damage = why or told.damage
        if damage:
            session._repair(told.ends[good], good, damage)
        session.notice = session.notice or session.saved
        return session

    def branch(self, turn: int, path: Path | None) -> Session:
        """A new play that goes its own way from before a decision.  Raises JournalError when the policy forbids it."""
        if why := self._why_no_rewind(branching=True):
            raise JournalError(why)
        other = Session(self.loaded, self.header, Journal.create(path, self.header) if path is not None else None)
        for line in self._decided(turn):
            other._apply(line)
            other._write(line.act, line.at)
        return other

    # --- where it stands

    @property
    def beat(self) -> pages.Beat:
        return {"reply": pages.Beat.MORNING, "handover": pages.Beat.HANDOVER, "closed": pages.Beat.CLOSED}[
            self.course.phase
        ]

    @property
    def seat(self) -> Seat:
        return self.course.seat(self.saved)

    @property
    def saved(self) -> str:
        """Empty, or why this play is not being saved."""
        return self.journal.trouble if self.journal is not None else ""

    @property
    def path(self) -> Path | None:
        return self.journal.path if self.journal is not None else None

    @property
    def texts(self) -> Texts:
        return self.loaded.texts

    @property
    def states(self) -> tuple[pages.State, ...]:
        """The counterparts, in order."""
        seat = self.seat
        return tuple(seat.state(c) for c in range(seat.count))

    @property
    def turns(self) -> tuple[pages.TurnPassed, ...]:
        return closing.turns(self.seat)

    # --- pages

    def status(self, beat: pages.Beat | None = None) -> pages.Status:
        return common.status(self.seat, beat or self.beat)

    def page(self) -> pages.Morning | pages.Handover | pages.Closing:
        """The page that leads now."""
        if self.beat == pages.Beat.MORNING:
            return self.morning()
        return self.handover() if self.beat == pages.Beat.HANDOVER else self.closing()

    def morning(self) -> pages.Morning:
        return morning.morning(self.seat)

    def desk(self) -> pages.Desk:
        return desk.desk(self.seat)

    def after(self) -> pages.After | None:
        """The page of the last reply."""
        passed = next((p for p in reversed(self.course.chronicle.passed) if isinstance(p.did, Draft)), None)
        return after_page.after(self.seat, passed) if passed is not None else None

    def home_front(self) -> pages.HomeFront:
        return home.home_front(self.seat)

    def book(self) -> pages.Book:
        return book.book(self.seat)

    def dossier(self, counterpart: int) -> pages.Dossier:
        return dossier.dossier(self.seat, counterpart)

    def playbook(self) -> pages.Playbook:
        return programme.playbook(self.seat)

    def glossary(self) -> pages.Glossary:
        return reference.glossary(self.seat)

    def help(self) -> pages.Help:
        return reference.help_now(self.seat)

    def election(self) -> pages.Election | None:
        vote = self.course.chronicle.last_vote
        return handover.election(self.seat, vote) if vote is not None else None

    def handover(self) -> pages.Handover:
        vote = self.course.chronicle.last_vote
        if self.course.phase != "handover" or vote is None:
            raise DraftError("There is nothing to hand over now.")
        return handover.handover(self.seat, vote, self.course.successor())

    def closing(self) -> pages.Closing:
        return closing.closing(self.seat)

    # --- the move

    def draft(self) -> Draft:
        """What Enter sends."""
        return self.course.default()

    def check(self, draft: Draft) -> permits.Check:
        return permits.check(self.seat, draft)

    def word(
        self,
        to: str,
        tone: str,
        via: str,
        wording: str = "plain",
        about: str = "",
        form: str = "oral",
        option: str = "",
    ) -> str:
        """The drafted word for any choice; `option` is the deed on the desk, whose own sentence stands in it where it fits."""
        return words.text(self.seat, to, tone, via, wording, about, option)

    def submit(self, draft: Draft) -> pages.After:
        """Send the reply.  Raises DraftError, and then nothing has changed."""
        at = self.course.at
        self.course.reply(draft)
        self._write(drafts.to_json(draft), at)
        page = self.after()
        assert page is not None
        return page

    def passing(self) -> Passing:
        """The default handover: no ink, everything honoured in silence."""
        return Passing()

    def hand_over(self, passing: Passing) -> None:
        """Sign the memo.  Raises DraftError, and then nothing has changed."""
        at = self.course.at
        self.course.hand_over(passing)
        self._write({"handover": drafts.passing_to_json(passing)}, at)

    def by_policy(self, name: str) -> Draft | Passing:
        """What an automatic player would do here, as far as the desk allows it.  Raises KeyError for an unknown one."""
        return self.move_of(policies.policy(name))

    def move_of(self, policy: Policy) -> Draft | Passing:
        """The same for a player that has no name in the list."""
        view, scenario = self.course.game.view(), self.course.scenario
        if self.course.phase == "handover":
            return permits.sound_passing(self.seat, drafts.from_handover(policy.hand_over(view), scenario))
        wish = drafts.from_reply(policy.reply(view), scenario, self.course.now.inject)
        return permits.sound(self.seat, wish)

    def play_by(self, name: str) -> None:
        """Let an automatic player finish the campaign.  Raises KeyError for an unknown one."""
        while self.beat != pages.Beat.CLOSED:
            move = self.by_policy(name)
            if isinstance(move, Passing):
                self.hand_over(move)
            else:
                self.submit(move)

    # --- going back, and notes

    @property
    def can_undo(self) -> str:
        """Empty, or why the last decision stands."""
        if not any(line.kind in _DECISIONS for line in self._acts):
            return "Nothing has been decided yet."
        return self._why_no_rewind(branching=False)

    def undo(self) -> None:
        """Back to before the last decision.  Raises DraftError when it stands."""
        if why := self.can_undo:
            raise DraftError(why)
        to = sum(line.kind in _DECISIONS for line in self._acts) - 1
        at = self.course.at
        self._rewind(to)
        self._write({"undo": to}, at)

    def mark(self, text: str) -> None:
        """A note of the player's own on the last decision, for the debrief."""
        self._note("mark", text)
        self._write({"mark": text})

    def rank(self, counterparts: Sequence[str]) -> None:
        """The counterparts by how readily each would take home's word today, the readiest first."""
        self._note("rank", list(counterparts))
        self._write({"rank": list(counterparts)})

    def take_back(self, turn: int) -> None:
        """The one decision the player would take back; asked before the files are opened."""
        self._note("take-back", turn)
        self._write({"take-back": turn})

    def _note(self, kind: str, value: Any) -> None:
        """What is told of a play without moving it.  Raises DraftError."""
        chronicle, turn = self.course.chronicle, self.course.turn
        if kind == "mark":
            if turn == 0 or not isinstance(value, str):
                raise DraftError("There is no decision yet to mark.")
            chronicle.marks[turn - 1] = value
        elif kind == "rank":
            if not isinstance(value, list) or sorted(map(str, value)) != sorted(
                text.id for text in self.texts.counterparts
            ):
                raise DraftError("Every country stands once in the ranking.")
            chronicle.rankings.append((self.course.at[0], tuple(value)))
        else:
            chronicle.took_back = _count(value, turn - 1)

    # --- folding

    def _why_no_rewind(self, *, branching: bool) -> str:
        policy, closed = self.header.rewind, self.course.phase == "closed"
        if policy == "off":
            return "This play cannot be rewound; what is sent is sent."
        if policy == "review-only" and not closed:
            return "What is sent stands until the campaign is over."
        if policy == "review-only" and not branching:
            return "The campaign is over. Another course can be tried as a play of its own."
        return ""

    def _fold(self, lines: Sequence[Line]) -> tuple[int, str]:
        """Fold lines until one does not agree with its hash: how many are good, and what is wrong with the next."""
        good, why = len(lines), ""
        for _ in range(_MOST_TRIES):
            number, fault = self._fold_once(lines[:good])
            if not fault:
                return good, why
            # Without the bad line, and what follows it, an undo may be missing: then what it took back counts again.
            good, why = number, f"line {number + 2} {fault}"
            self._acts, self.rewinds = [], 0
            self.course = _course(self.loaded, self.header)
        raise JournalError(f"This play is too damaged to be repaired: {why}.")

    def _fold_once(self, lines: Sequence[Line]) -> tuple[int, str]:
        """The same without looking back.  What is taken back later is passed over, so that a long undoing costs no time."""
        undone, undos = _undone(lines)
        for number, line in enumerate(lines):
            if number in undone:
                continue
            try:
                if number in undos:
                    self.rewinds += 1
                else:
                    self._apply(line)
            except (DraftError, KeyError, TypeError, ValueError) as error:
                return number, f"cannot be replayed: {_short(error)}"
            if self.course.state != line.state:
                return number, "does not lead to the state it tells of"
        return len(lines), ""

    def _apply(self, line: Line) -> None:
        act, kind = line.act, line.kind
        if line.at != self.course.at:
            raise DraftError(f"it is told of {line.at} and the play stands at {self.course.at}")
        if kind != "do" and len(act) > 1:
            raise DraftError("it tells of two things at once")
        if kind == "undo":
            raise DraftError("there is no such decision to go back to")
        if kind == "do":
            self.course.reply(drafts.from_json(act))
        elif kind == "handover":
            self.course.hand_over(drafts.passing_from_json(act["handover"]))
        else:
            self._note(kind, act[kind])
        self._acts.append(line)

    def _decided(self, most: int | None = None) -> list[Line]:
        """The decisions in force, the first `most` of them."""
        decisions = [line for line in self._acts if line.kind in _DECISIONS]
        return decisions if most is None else decisions[:most]

    def _rewind(self, to: int) -> None:
        """Fold again up to a decision; notes made after it go with it."""
        kept: list[Line] = []
        for line in self._acts:
            if line.kind in _DECISIONS and sum(k.kind in _DECISIONS for k in kept) == to:
                break
            kept.append(line)
        self._acts = []
        self.course = _course(self.loaded, self.header)
        for line in kept:
            self._apply(line)
        self.rewinds += 1

    def _write(self, act: Mapping[str, Any], at: tuple[int, int] | None = None) -> None:
        line = Line(at or self.course.at, self.course.state, act)
        if line.kind != "undo" and (not self._acts or self._acts[-1].act is not act):
            self._acts.append(line)
        if self.journal is not None:
            self.journal.append(line)

    def _repair(self, size: int, good: int, damage: str) -> None:
        assert self.journal is not None
        kept = f"{good} {'act' if good == 1 else 'acts'}"
        try:
            beside = self.journal.cut(size)
        except JournalError as error:
            self.journal.trouble = str(error)
            self.notice = str(error)
            return
        self.notice = (
            f"The end of this play could not be read ({damage}); it goes on from the last good line, after {kept}. "
            f"What was cut off is kept in {beside.name}."
        )


def _course(loaded: Loaded, header: Header) -> Course:
    if header.rewind not in REWINDS:
        raise JournalError(f"There is no rewind policy “{header.rewind}”.")
    if header.theory and header.theory not in THEORIES:
        known = ", ".join(THEORIES)
        raise JournalError(
            f"This play is under the theory “{_short(header.theory)}”, which this game does not have; it has {known}."
        )
    try:
        return Course(loaded, header)
    except KeyError as error:
        lengths = ", ".join(length.id for length in loaded.texts.lengths)
        raise JournalError(
            f"“{loaded.texts.title}” has no length, difficulty or climate “{_short(error.args[0])}”; its lengths are {lengths}."
        ) from None


def _belongs(loaded: Loaded, header: Header, path: Path) -> None:
    texts = loaded.texts
    if header.scenario != texts.id:
        raise JournalError(f"{path.name} is a play of “{header.scenario}”, not of “{texts.id}”.")
    if header.content != loaded.content_hash:
        raise JournalError(
            f"“{texts.title}” has been changed since {path.name} was begun, so that play can no longer go on."
        )


def _undone(lines: Sequence[Line]) -> tuple[set[int], set[int]]:
    """Which lines are taken back by a later one, and which are undos that take something back."""
    standing: list[int] = []
    decisions: list[int] = []  # where they are in `standing`
    undone: set[int] = set()
    undos: set[int] = set()
    for number, line in enumerate(lines):
        if line.kind != "undo":
            if line.kind in _DECISIONS:
                decisions.append(len(standing))
            standing.append(number)
            continue
        to = line.act["undo"]
        if type(to) is int and 0 <= to < len(decisions) and len(line.act) == 1:
            undone.update(standing[decisions[to] :])
            del standing[decisions[to] :], decisions[to:]
            undos.add(number)
    return undone, undos


def _short(words: object) -> str:
    """Found in a file, so of any length and with any sign in it; as it may stand within a sentence."""
    flat = printable(" ".join(str(words).split())).removesuffix(".")
    return flat if len(flat) <= 160 else f"{flat[:160]}…"


def _count(value: Any, most: int) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise DraftError("There is no such decision.")
    return value
