"""Automatic players (rulings 24): each answers for all rows of what its seat may see, and sees nothing else.

A policy is a row of one table, `Manner`; one class reads it.  They play the tests of balance, fill a class's empty seats, and play a
game through where there is neither window nor terminal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from game.rules.arrays import Array, Bool, Index, Real, best_of
from game.rules.luck import Purpose
from game.rules.moves import Book, Handover, Honour, Reply
from game.rules.programme import choice
from game.rules.scenario import OPTIONS, Effects, Scenario
from game.rules.views import View
from game.rules.vocabulary import CHANNELS, FORMS, READINGS, TONES, WORDINGS, Dim, Mark, State

_AIM, _RELIABLE = READINGS.index("aim"), READINGS.index("reliability")
_UNSURE, _TELLS = 0.5, 0.2  # a reader's doubt in place of a first note; what it takes to make up its mind
_TWENTIETHS = 20.0


@dataclass(frozen=True, slots=True)
class Manner:
    """How a policy decides.  Firmness: what it likes in a deed, -1 yielding to 2 force, at a season, a probe, in a crisis."""

    name: str
    about: str
    season: float = 0.0
    probe: float = 0.0
    crisis: float = 0.0
    takes: float = 0.0  # largest temptation it signs, 0: none
    seeks: float = 0.0  # largest temptation it proposes by itself
    signs: float = 1.0  # weight of a pledge on an option's card
    proposals: int = 1  # how many counterparts it asks in a season
    # all | twice (gives notice, renegotiates) | careful (renegotiates what it cannot pay) | worth (breaks when the price beats the gain)
    # | never-threats | random
    keeps: str = "all"
    words: str = "own"  # own (the option's) | reassure | firm | none | random
    threat: bool = False  # threatens by itself when the other side stands on a rung
    programme: tuple[str, ...] = ()  # initiatives it would begin, in order; {..} stands for every counterpart
    mirrors: bool = False  # firm to those who stand on a rung, open to the others
    reads: bool = False  # infers the aim from cues
    reserve: bool = False  # keeps back the capital that its open pledges will need
    honour: Honour = Honour.SILENT
    inks: bool = True


MANNERS: Final = (
    Manner("random", "any legal move", words="random", keeps="random", inks=False),
    Manner(
        "steadfast", "keeps all, takes large pledges, quiet in crisis", season=-0.3, probe=0.8, crisis=-0.8, takes=3.0, seeks=2.5,
        proposals=2, signs=2.5, programme=("one-sided-step", "neutral-project", "routine-ministerials"), honour=Honour.AFFIRM,
    ),
    Manner(
        "meek-and-true", "keeps all, reassures in private, gives way", season=-0.8, probe=-0.8, crisis=-1.0, takes=2.0, seeks=1.0,
        words="reassure", programme=("one-sided-step", "neutral-project"), honour=Honour.AFFIRM,
    ),
    Manner(
        "fair-and-firm", "small and middling pledges, kept; one rung and an exit", season=0.0, probe=0.8, crisis=0.15, takes=1.6, seeks=1.2,
        programme=("hotline", "routine-ministerials", "decision-calendar", "neutral-project", "dispute-procedure"), honour=Honour.AFFIRM,
    ),
    Manner(
        "prudent", "what it could pay twice; renegotiates and gives notice", season=0.05, probe=0.4, crisis=0.0, takes=1.5, seeks=0.9,
        keeps="twice", reserve=True, programme=("routine-ministerials", "compliance-reports", "hotline", "neutral-project"),
    ),
    Manner(
        "reader", "begins fair and small, infers the aim, then firms or opens", season=0.0, probe=0.3, crisis=0.0, takes=2.0, seeks=1.6,
        proposals=2, keeps="careful", reads=True, reserve=True, honour=Honour.AFFIRM,
        programme=("hotline", "routine-ministerials", "military-contacts", "decision-calendar", "neutral-project"),
    ),
    Manner("opportunist", "signs, and breaks when the price beats the gain", season=-0.1, probe=-0.2, crisis=-0.4, takes=3.0, seeks=2.2,
           proposals=2, keeps="worth", honour=Honour.DISOWN, inks=False),
    Manner("hawk", "firm always", season=0.8, probe=1.0, crisis=0.5, takes=1.2, seeks=0.9, words="firm", threat=True,
           programme=("capability", "schedule-of-consequences", "hotline")),
    Manner("dove", "gives way and signs", season=-0.6, probe=-0.7, crisis=-1.2, takes=2.2, seeks=1.6, words="reassure",
           programme=("one-sided-step", "exchanges", "neutral-project", "good-offices"), honour=Honour.AFFIRM),
    Manner("tit-for-tat", "firm to those who stand on a rung, open to the others", season=-0.2, probe=0.8, crisis=0.2, takes=1.4, seeks=0.9,
           mirrors=True, programme=("hotline",)),
    Manner("grit", "one-sided steps, announced and checked", season=-0.2, probe=0.2, crisis=-0.6, takes=1.2, seeks=0.8, words="reassure",
           programme=("one-sided-step", "decision-calendar", "hotline", "neutral-project"), honour=Honour.AFFIRM),
    Manner("bluffer", "threatens and folds", season=0.4, probe=0.5, crisis=-0.6, takes=1.2, seeks=0.6, words="firm", threat=True,
           keeps="never-threats"),
    Manner("silent", "says nothing it need not say", season=-0.1, probe=-0.1, crisis=-0.2, takes=0.0, words="none", inks=False),
)  # fmt: skip


class Player:
    """A policy by its manner."""

    def __init__(self, manner: Manner) -> None:
        self.manner = manner
        self.name = manner.name

    def reply(self, view: View) -> Reply:
        move = Reply.blank(view.scenario.sizes, len(view))
        lean = self._lean(view)
        move.option[:] = self._option(view, lean)
        self._say(view, move, lean)
        self._book(view, move)
        self._plan(view, move)
        return move

    def hand_over(self, view: View) -> Handover:
        """Ink for what was not minuted, the channel, the ambassadors and the opposition, as far as four lines go."""
        move = Handover.blank(view.scenario.sizes, len(view))
        if self.manner.inks:
            private = (view.pledge[:, 0] == State.OPEN) & ((view.marks[:, 0] & np.uint8(Mark.MINUTED)) == 0)
            move.ink_words[:] = private & (private.sum((1, 2)) <= 2)[:, None, None]
            move.ink_opposition[:] = True
            move.ink_ambassador[:] = True
        move.honour[:] = self.manner.honour
        return move

    # --- the deed

    def _lean(self, view: View) -> Real:
        """(rows, C) firmness towards each counterpart beyond the manner's own: what a mirror or a reader adds."""
        count = view.scenario.sizes["counterparts"]
        lean = np.zeros((len(view), count))
        if self.manner.mirrors:
            lean += np.where(view.their_rung > view.home_rung, 0.7, np.where(view.their_rung == 0, -0.3, 0.0))
        if self.manner.reads:
            aim = view.noted[:, :, _AIM] / (view.noted_weight[:, :, _AIM] + _UNSURE)
            lean += np.where(aim < -_TELLS, -0.75, np.where(aim > _TELLS, 0.6, 0.0))
        return lean

    def _option(self, view: View, lean: Real) -> Index:
        if self.manner.name == "random":
            dice = view.dice(Purpose.POLICY, OPTIONS)
            return best_of([dice[:, o] + 2.0 * view.affordable[:, o] for o in range(OPTIONS)])
        s, m, inject = view.scenario, self.manner, view.inject.astype(np.intp)
        table = _features(s)
        own = np.where(view.crisis > 0, m.crisis, np.where(view.probed >= 0, m.probe, m.season))
        sender = np.maximum(s.sender.take(inject), 0).astype(np.intp)
        firm_wish = own + lean[np.arange(len(view)), sender]
        dice = view.dice(Purpose.POLICY, OPTIONS)
        values = []
        for o in range(OPTIONS):
            place = inject * OPTIONS + o
            size = table["pledge"].take(place)
            signs = np.where(size == 0, 0.0, np.where(size <= m.takes, m.signs * (0.35 + 0.25 * size), -1.0))
            firm = table["firm"].take(place)
            # The nearer a deed lies to the wished firmness the better; force beyond it counts twice.
            fit = -np.abs(firm - firm_wish) - np.maximum(firm - firm_wish - 1, 0)
            value = fit + signs + 0.25 * table["mandate"].take(place) + 0.12 * table["people"].take(place)
            value = value - 0.12 * view.price[:, o] - _BREAKS.get(m.keeps, 1.2) * table["breaks"].take(place)
            values.append(value + 0.05 * dice[:, o] + 20.0 * view.affordable[:, o])
        return best_of(values)

    # --- the word

    def _say(self, view: View, move: Reply, lean: Real) -> None:
        s, m = view.scenario, self.manner
        if m.words == "none":
            return
        place = view.inject.astype(np.intp) * OPTIONS + move.option
        spoke = view.inject > 0
        if m.words == "random":
            bits = view.words(Purpose.POLICY_WORD, s.sizes["counterparts"])
            tone = ((bits >> np.uint32(8)) % np.uint32(len(TONES) * 3)).astype(np.int8)
            move.tone[:] = np.where(tone < len(TONES), tone, -1)
            move.channel[:] = _open_channel(view, ((bits >> np.uint32(16)) % np.uint32(len(CHANNELS))).astype(np.int8))
            move.wording[:] = ((bits >> np.uint32(24)) % np.uint32(len(WORDINGS))).astype(np.int8)
            move.minuted[:] = (bits & np.uint32(1)).astype(bool)
            kind = ((bits >> np.uint32(2)) % np.uint32(s.sizes["kinds"] * 2)).astype(np.int8)
            threat = s.kinds.dim[np.minimum(kind, s.sizes["kinds"] - 1)] == Dim.C
            binds = (move.tone == _THREATEN) | (move.tone == _PROMISE) | (move.tone == _PROPOSE)
            fits = binds & (kind < s.sizes["kinds"]) & ((move.tone == _THREATEN) == threat)
            move.about[:] = np.where(fits, kind, -1)
            return
        own = s.option_tone[place]
        move.tone[:] = np.where(spoke[:, None], own, -1)
        move.channel[:], move.wording[:] = s.option_channel[place], s.option_wording[place]
        addressed = s.sender.take(view.inject)[:, None] == np.arange(own.shape[1])
        if m.words == "reassure":
            some = (own < 0) & ((view.their_rung > 0) | addressed)
            self._set(move, some, _REASSURE, "ambassador")
        if m.words == "firm":
            some = (own < 0) & (view.their_rung > 0) & (view.season_turn[:, None])
            self._set(move, some, _WARN, "ambassador")
        if m.reads:
            self._set(move, (own < 0) & addressed & (lean < 0), _REASSURE, "note-verbale")
        self._seek(view, move)
        if m.threat:
            named = s.names["kinds"].get("measures-if")
            if named is not None:
                some = (view.their_rung >= 2) & (view.pledge[:, 0, :, named] != State.OPEN)
                self._set(move, some & (view.capital >= 3)[:, None], _THREATEN, "parliament", about=named)

    def _held_back(self, view: View) -> Real:
        """(rows,) capital that pledges due within a year will need, for those who think of it."""
        if not self.manner.reserve:
            return np.zeros(len(view))
        soon = (view.pledge[:, 0] == State.OPEN) & (view.due_week[:, 0] <= (view.week + 52)[:, None, None])
        need = np.maximum(0, np.rint(view.tempt[:, 0] / _TWENTIETHS) - 1)
        held: Real = (soon * need).sum((1, 2))
        return held

    def _set(self, move: Reply, where: Bool, tone: int, channel: str, about: int = -1) -> None:
        move.tone[where], move.channel[where] = tone, CHANNELS.index(channel)
        move.wording[where], move.about[where], move.minuted[where] = WORDINGS.index("precise"), about, True

    def _seek(self, view: View, move: Reply) -> None:
        """Propose the largest pledge of the playbook that is small enough and not standing yet, to one counterpart a season."""
        s, limit = view.scenario, self.manner.seeks
        if not limit:
            return
        count, rows = s.sizes["counterparts"], np.arange(len(view))
        spare = view.capital - self._held_back(view)
        kinds, sizes = _promises(s)
        dice = view.dice(Purpose.POLICY_WORD, count)
        for turn in range(self.manner.proposals):
            whom = (view.season.astype(np.intp) // s.pace + turn) % count
            most = self._most(view, rows, whom)
            standing = view.pledge[rows, 0, whom][:, kinds]
            free = (standing != State.OPEN) & (standing != State.OFFERED)
            fits = free & (sizes <= most[:, None]) & (s.kinds.capital[kinds] <= (spare - 2)[:, None])
            # Among those that fit, one by dice, the larger the likelier: a refusal is not asked again for ever.
            liked = sizes * (0.4 + dice[rows, whom, None] * ((np.arange(len(kinds)) * 7) % 5))
            best = np.where(fits, liked, -1.0).argmax(1)
            row = np.flatnonzero(view.season_turn & (view.crisis == 0) & fits.any(1) & (move.tone[rows, whom] < 0))
            c, kind = whom[row], kinds[best[row]]
            move.tone[row, c], move.channel[row, c] = _PROPOSE, CHANNELS.index("note-verbale")
            move.wording[row, c], move.about[row, c] = WORDINGS.index("precise"), kind
            move.form[row, c] = FORMS.index("letters")
            spare = spare - np.bincount(row, s.kinds.capital[kind], len(view))

    def _most(self, view: View, rows: Index, whom: Index) -> Real:
        """(rows,) largest temptation worth proposing: the manner's, but no more than the cues say they will take (cue 1 of play.md 4)."""
        held = view.noted[rows, whom, _RELIABLE] / (view.noted_weight[rows, whom, _RELIABLE] + _UNSURE)
        most: Real = np.minimum(self.manner.seeks, 0.5 + 2.6 / (1 + np.exp(-held)))
        return most

    # --- the book and the programme

    def _book(self, view: View, move: Reply) -> None:
        """What is done with each pledge that is open or asked: lists of (row, counterpart, kind)."""
        m, row, c, k = self.manner, *view.book
        at = (row, 0, c, k)
        asked, due = view.pledge[at] == State.OFFERED, view.due[row, c, k]
        if m.keeps == "random":
            dice = view.dice_at(Purpose.POLICY_BOOK, row, c * view.scenario.sizes["kinds"] + k)
            act = np.where(due | (dice * 100 % 1 < 0.05), _ANY_BOOK.take((dice * len(_ANY_BOOK)).astype(np.intp)), Book.LEAVE)
            move.book[row, c, k] = np.where(asked, np.where(dice < 0.5, Book.ACCEPT, Book.REFUSE), act)
            return
        size = view.tempt[at] / _TWENTIETHS
        made = view.size[at] / _TWENTIETHS
        fresh = (view.marks[at] & np.uint8(Mark.RENEGOTIATED)) == 0
        capital = view.capital[row]
        need = np.maximum(0, np.rint(size) - 1)
        act = np.zeros(row.size, np.int8)
        if m.keeps == "worth":
            act[due & (0.34 * size**2 > 0.6 * made)] = Book.BREAK
        if m.keeps == "never-threats":
            act[due & (view.scenario.kinds.dim[k] == Dim.C)] = Book.BREAK
        if m.keeps == "careful":
            act[due & fresh & (need > capital - 1)] = Book.ASK_ELSE_KEEP
        if m.keeps == "twice":
            dear = size >= made + 1
            act[dear & fresh] = Book.ASK_ELSE_KEEP
            act[dear & ~fresh & (need > capital) & ~due] = Book.WITHDRAW
        move.book[row, c, k] = np.where(asked, np.where(size <= m.takes, Book.ACCEPT, Book.REFUSE), act)

    def _plan(self, view: View, move: Reply) -> None:
        s, m = view.scenario, self.manner
        if m.words == "random":
            dice = view.words(Purpose.POLICY_PLAN, 2)
            most = choice(s, s.sizes["initiatives"], 0)
            move.programme[:] = np.where((dice >> np.uint32(20)) % 6 == 0, (dice % np.uint32(most)).astype(np.int16), 0)
            return
        if not m.programme:
            return
        spring = (view.season % 2 == 0) & view.season_turn & (view.capital - self._held_back(view) >= 4)
        if not spring.any():
            return
        free = view.allowed()
        chosen = np.zeros(len(view), np.int16)
        for name in reversed(m.programme):
            n = s.names["initiatives"].get(name)
            if n is None:
                continue
            for place in reversed(range(s.sizes["places"])):
                fresh = free[:, place, n] & (view.programme[:, place, n] < 0)
                chosen = np.where(fresh, np.int16(choice(s, n, place)), chosen)
        move.programme[:, 0] = chosen * spring


_ANY_BOOK = np.array(
    [Book.KEEP] * 11 + [Book.BREAK] * 3 + [Book.CONCEAL] * 2 + [Book.ASK_ELSE_KEEP, Book.ASK_ELSE_BREAK] + [Book.WITHDRAW] * 2
)  # fmt: skip
_BREAKS = {"worth": 0.2, "random": 0.0}
_REASSURE, _WARN, _THREATEN, _PROPOSE, _PROMISE = (
    TONES.index(t) for t in ("reassure", "warn", "threaten", "propose", "promise")
)


def _open_channel(view: View, channel: Index) -> Index:
    """A channel that must first be installed becomes the ambassador."""
    needs = view.scenario.words.channel_needs
    return np.where(needs.take(channel) == 0, channel, np.int8(0))


def _features(s: Scenario) -> Mapping[str, Array]:
    """What a policy reads off an option's card, by option place; reckoned once for each compiled table of effects."""
    known = _FEATURES.get(id(s.effects))
    if known is not None and known[0] is s.effects:
        return known[1]
    e, effect = s.effects, s.option_effect
    given = e.pledge[effect]
    offer = np.maximum(e.offer[effect] * (s.offers.giver[e.offer[effect]] == 0), given * (s.offers.giver[given] == 0))
    features = {
        "firm": e.firm[effect].astype(float),
        "pledge": s.offers.tempt[offer] / _TWENTIETHS,
        "mandate": e.mandate[effect],
        "people": e.people[effect],
        "breaks": e.breaks[effect].any(1).astype(float),
    }
    _FEATURES[id(s.effects)] = (s.effects, features)
    return features


_FEATURES: dict[int, tuple[Effects, Mapping[str, Array]]] = {}


def _promises(s: Scenario) -> tuple[Index, Real]:
    """The playbook's promises and their temptations."""
    kinds = np.flatnonzero(s.kinds.dim == Dim.R)
    return kinds, s.kinds.tempt[kinds]


POLICIES: Final[Mapping[str, Player]] = {manner.name: Player(manner) for manner in MANNERS}


def policy(name: str) -> Player:
    """By name; KeyError with the names there are."""
    if name not in POLICIES:
        raise KeyError(f"there is no automatic player called {name}; there are {', '.join(POLICIES)}")
    return POLICIES[name]
