"""One play in memory, folded act by act: the table of one row, what was shown, what was foretold.

The same acts on the same header give the same course, whoever folds them: a person's session, a replay, a review.  Knows no file.
"""

from __future__ import annotations

import copy
from collections.abc import Container, Sequence

import numpy as np

from ..authoring import Loaded
from ..authoring.texts import Texts
from ..rules.ledger import Line
from ..rules.moves import Handover, Reply
from ..rules.pledges import HOME
from ..rules.scenario import Condition, Scenario
from ..rules.theories import theory
from ..rules.turn import Game
from ..rules.vocabulary import State
from . import permits, visible
from .accounts import PLAYER, Accounts, Watch
from .calendar import calendar_of
from .chronicle import Briefing, Chronicle, CueSeen, Passed, Vote
from .draft import TO_CHOOSE, Draft, DraftError, Passing, to_handover, to_reply
from .journal import Header
from .seat import Seat, references
from .visible import Visible

_LINES = 4  # of news in a quiet season, cues included
_MOST_PASSED_OVER = 16


class Course:
    """phase is the rules': reply, handover or closed."""

    def __init__(self, loaded: Loaded, header: Header) -> None:
        """Raises KeyError for a length, difficulty or climate that the scenario does not have, or an unknown theory."""
        self.loaded, self.header = loaded, header
        self.scenario: Scenario = loaded.played(
            header.length, header.difficulty, header.climate, theory(header.theory).law
        )
        self.texts: Texts = loaded.texts
        self.calendar = calendar_of(self.texts)
        self.chronicle = Chronicle()
        self.accounts = Accounts(_watches(loaded))
        self.game = Game(self.scenario, [header.seed], watched=[0])
        self.turn = 0
        self._lines = 0  # ledger lines already told
        self._advance()

    # --- what can be done

    @property
    def phase(self) -> str:
        return self.game.phase

    def default(self) -> Draft:
        """What Enter sends."""
        return Draft(do=None if self.now.inject == 0 else TO_CHOOSE)

    def reply(self, draft: Draft) -> None:
        """One turn.  Raises DraftError, and then nothing has changed."""
        self._expect("reply", "No reply is wanted now.")
        if error := permits.check(self.seat(), draft).error:
            raise DraftError(error)
        move = to_reply(draft, self.scenario, self.now.inject)
        self._foretell(draft)
        before, hidden = self.now, visible.forgotten(self.game.world)
        self.game.reply(move)
        vote = self._vote(before)
        lines = self._told(hidden)
        self.chronicle.passed.append(Passed(self.turn, before, visible.seen(self.game.world), draft, lines, vote))
        self.turn += 1
        self._advance()

    def hand_over(self, passing: Passing) -> None:
        """Sign the memo and seat the successor.  Raises DraftError, and then nothing has changed."""
        self._expect("handover", "There is nothing to hand over now.")
        permits.check_passing(self.seat(), passing)
        choice = to_handover(passing, self.scenario)
        before, hidden = self.now, visible.forgotten(self.game.world)
        self.game.hand_over(choice)
        self.chronicle.passed.append(
            Passed(self.turn, before, visible.seen(self.game.world), passing, self._told(hidden), None)
        )
        self.turn += 1
        self._advance()

    def _expect(self, phase: str, otherwise: str) -> None:
        if self.phase != phase:
            raise DraftError(otherwise)

    def successor(self) -> Visible:
        """What the next minister would find if nothing were inked and everything honoured in silence."""
        probe = self.game.copy()
        probe.turn = copy.copy(self.game.turn)
        probe.hand_over(Handover.blank(self.scenario.sizes, 1))
        return visible.seen(probe.world)

    # --- what the minister may know

    def seat(self, unsaved: str = "") -> Seat:
        game, turn = self.game, self.game.turn
        open_ = (game.world.pledge[0, HOME] == State.OPEN) & (self.now.pledge[HOME] == State.OPEN)
        soon = self.now.week + 26 * (2 * self.scenario.pace - 1)
        known = self.now.pledge[HOME] == State.OPEN
        falls = game.world.due[0, HOME]
        now = self.now.week + 26 * (self.scenario.pace - 1)
        return Seat(
            self.scenario, self.texts, self.calendar, self.now, self.briefing, self.chronicle, tuple(self.accounts.forecasts),
            tuple(bool(x) for x in turn.offered[0]), tuple(float(x) for x in turn.price[0]), tuple(bool(x) for x in turn.affordable[0]),
            turn.pressed[0] & known, open_ & (falls <= now), open_ & (falls <= soon),
            self.header.difficulty, self.header.rewind, self.phase, self._objectives(), unsaved,
        )  # fmt: skip

    @property
    def state(self) -> str:
        """The hash of the table."""
        return self.game.world.fingerprint(0)

    @property
    def at(self) -> tuple[int, int]:
        return self.now.season, self.now.step

    def _objectives(self) -> tuple[bool, ...]:
        """Which aims of the mandate in force hold tonight, in the author's order."""
        memo: dict[str, object] = {}
        world = self.game.world
        return tuple(
            bool(holds(world, memo)[0]) for mandate, holds, _ in self.scenario.objectives if mandate == self.now.mandate
        )

    # --- how it goes on

    def _advance(self) -> None:
        """Run the world on to where the player is needed."""
        self.briefing = Briefing((), (), None, (), max(0, int(self.game.world.season[0])), 0)
        if self.phase == "handover" and self._last_vote():
            self.game.hand_over(Handover.blank(self.scenario.sizes, 1))
        if self.phase == "briefing":
            self._morning()
        self.now = visible.seen(self.game.world)
        self.accounts.look(self.game.world, over=self.phase == "closed")

    def _last_vote(self) -> bool:
        """Whether nobody comes after this minister: the last term's vote, and not a fall within it."""
        turn = self.game.turn
        return int(self.game.world.term[0]) + 1 >= self.scenario.terms and not bool(turn.fallen[0])

    def _morning(self) -> None:
        """Brief; pass over seasons in which there is nothing at all; tell two quiet seasons in a row as one year."""
        self.game, cues = self._briefed(self.game)
        passed_over = 0
        while passed_over < _MOST_PASSED_OVER and not cues and self._idle(self.game) and not self._something_new():
            beyond = self._beyond(self.game)
            if beyond is None:
                break
            self.game, cues = beyond
            passed_over += 1
        first = int(self.game.world.season[0])
        if (
            self.turn
            and self._idle(self.game)
            and (beyond := self._beyond(self.game)) is not None
            and self._quiet(beyond[0])
        ):
            self.game, cues = beyond[0], (*cues, *beyond[1])
        self.briefing = self._brief(cues, first, passed_over)

    def _briefed(self, game: Game) -> tuple[Game, tuple[CueSeen, ...]]:
        game.brief()
        world = game.world
        season, step = int(world.season[0]), int(world.step[0])
        shown = zip(world.cue[0], world.cue_level[0], strict=True)
        return game, tuple(CueSeen(season, step, int(cue), int(level)) for cue, level in shown if cue >= 0)

    def _beyond(self, game: Game) -> tuple[Game, tuple[CueSeen, ...]] | None:
        """The next morning if this season is let pass, or None if a vote comes between."""
        self.accounts.look(game.world)
        probe = game.copy()
        # The turn goes along, and files its evidence with the copy's ledger.
        probe.turn = copy.deepcopy(game.turn, {id(game.ledger): probe.ledger})
        probe.reply(Reply.blank(self.scenario.sizes, 1))
        return self._briefed(probe) if probe.phase == "briefing" else None

    def _quiet(self, game: Game) -> bool:
        return int(game.world.inject[0]) == 0

    def _idle(self, game: Game) -> bool:
        """A season turn in which no cable came, nothing is due, offered, dearer or owed."""
        world, turn = game.world, game.turn
        return bool(
            self.scenario.pace == 1
            and self._quiet(game)
            and not world.crisis[0]
            and not (turn.due[0] | turn.pressed[0]).any()
            and not (world.pledge[0, HOME] == State.OFFERED).any()
            and not world.owed[0].any()
        )

    def _something_new(self) -> bool:
        """Whether a line of news, a letter or the year's programme makes a quiet season worth a page."""
        season = int(self.game.world.season[0])
        return self.calendar.spring(season) or bool(self._news(1)) or self._letter() is not None

    def _brief(self, cues: tuple[CueSeen, ...], first: int, passed_over: int) -> Briefing:
        season, quiet = int(self.game.world.season[0]), self._quiet(self.game)
        crisis = bool(self.game.world.crisis[0])
        # A year told in one turn leaves its lines of news to the quiet years.
        beside = 0 if crisis or self.scenario.pace > 1 else 1
        news = self._news(max(0, _LINES - len(cues)) if quiet else beside)
        letter = self._letter() if quiet else None
        self.chronicle.cues += cues
        self.chronicle.news |= dict.fromkeys(news, season)
        if letter is not None:
            self.chronicle.letters[letter] = season
        return Briefing(cues, news, letter, self._told(visible.forgotten(self.game.world)), first, passed_over)

    def _news(self, most: int) -> tuple[int, ...]:
        """Unseen lines whose time has come: those with a reason before those without."""
        texts = [news.text for news in self.texts.news]
        return self._ripe(self.loaded.watches.news, texts, self.chronicle.news)[:most]

    def _letter(self) -> int | None:
        texts = [letter.text for letter in self.texts.letters]
        return next(iter(self._ripe(self.loaded.watches.letters, texts, self.chronicle.letters)), None)

    def _ripe(self, watches: Sequence[Condition | None], texts: Sequence[str], seen: Container[int]) -> tuple[int, ...]:
        """What has not been shown, whose condition holds, and all of whose dates can be given."""
        memo: dict[str, object] = {}
        world = self.game.world
        holds = [when is None or bool(when(world, memo)[0]) for when in watches]
        ripe = [n for n, text in enumerate(texts) if n not in seen and holds[n] and self._dated(text)]
        return tuple(sorted(ripe, key=lambda n: (watches[n] is None, n)))

    def _dated(self, text: str) -> bool:
        injects = self.scenario.names["injects"]
        return all(self.game.world.happened[0, injects[id]] >= 0 for id in references(text) if id in injects)

    # --- what is noted

    def _foretell(self, draft: Draft) -> None:
        """The advisers' words of this inject, and the player's own."""
        inject, season = self.now.inject, self.now.season
        for place, adviser in enumerate(self.texts.injects[inject].advisers):
            self.accounts.foretell(inject, place, adviser.chance, season)
        for chance in draft.estimate.values():
            self.accounts.foretell(inject, PLAYER, chance, season)

    def _told(self, hidden: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> tuple[Line, ...]:
        lines = self.game.ledger.lines
        fresh, self._lines = lines[self._lines :], len(lines)
        return visible.reasons(fresh, hidden)

    def _vote(self, before: Visible) -> Vote | None:
        turn = self.game.turn
        if not turn.voting.size:
            return None
        economy, handling = float(turn.economy[0]), float(turn.handling[0])
        share = self.scenario.law.vote_economy * economy + (1 - self.scenario.law.vote_economy) * handling
        world = self.game.world
        return Vote(
            before.season,
            bool(turn.fallen[0]),
            not bool(world.lost[0]) and not bool(turn.fallen[0]),
            economy,
            handling,
            share,
        )


def _watches(loaded: Loaded) -> dict[tuple[int, int], Watch]:
    watches: dict[tuple[int, int], Watch] = dict(loaded.watches.foretold)
    watches |= {(inject, PLAYER): watch for inject, watch in loaded.watches.estimates.items()}
    return watches
