"""Automatic players (rulings 24): each answers for all rows of what its seat may see, and sees nothing else.

A policy is a row of one table (`manners.py`); one class reads it.  They play the tests of balance, fill a class's empty seats, and play a
game through where there is neither window nor terminal.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from game.rules.arrays import Bool, Index, Real, best_of
from game.rules.luck import Purpose
from game.rules.moves import Book, Handover, Reply
from game.rules.programme import choice
from game.rules.scenario import OPTIONS, Scenario
from game.rules.views import View
from game.rules.vocabulary import TONES, Dim, Mark, State

from . import anything, outlook, parlance
from .manners import MANNERS, Manner

__all__ = ["MANNERS", "POLICIES", "Manner", "Player", "policy"]

_FOR_THE_RIVAL = ("hotline", "open-back-channel", "military-contacts")  # lines that an old conflict needs, and no other
_A_BREACH = 1.2  # what breaking a word by a deed weighs against the deed
_A_SMALL_MATTER = 0.2  # the same for those who break whatever costs more than it brings


class Player:
    """A policy by its manner."""

    def __init__(self, manner: Manner) -> None:
        self.manner = manner
        self.name = manner.name

    def reply(self, view: View) -> Reply:
        move = Reply.blank(view.scenario.sizes, len(view))
        lean = self._lean(view)
        move.option[:] = self._option(view, lean)
        if self.manner.words == "random":
            anything.words(view, move)
        else:
            parlance.say(view, move, self.manner, lean)
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
        lean = np.zeros((len(view), view.scenario.sizes["counterparts"]))
        if self.manner.mirrors:
            lean += np.where(view.their_rung > view.home_rung, 0.7, np.where(view.their_rung == 0, -0.3, 0.0))
        if self.manner.reads:
            fearful, grasping = outlook.aims(view)
            lean += np.where(fearful, -0.35, np.where(grasping, 0.5, 0.0))
        return lean

    def _option(self, view: View, lean: Real) -> Index:
        dice = view.dice(Purpose.POLICY, OPTIONS)
        if self.manner.name == "random":
            return best_of([dice[:, o] + 2.0 * view.affordable[:, o] for o in range(OPTIONS)])
        s, m, inject = view.scenario, self.manner, view.inject.astype(np.intp)
        card = outlook.cards(s)
        own = np.where(view.crisis > 0, m.crisis, np.where(view.probed >= 0, m.probe, m.season))
        sender = np.maximum(s.sender.take(inject), 0).astype(np.intp)
        firm_wish = own + lean[np.arange(len(view)), sender]
        breach = _A_SMALL_MATTER if m.keeps == "worth" else _A_BREACH
        values = []
        for o in range(OPTIONS):
            place = inject * OPTIONS + o
            size = card["pledge"].take(place)
            signs = np.where(size == 0, 0.0, np.where(size <= m.takes, m.signs * (0.35 + 0.25 * size), -1.0))
            firm = card["firm"].take(place)
            if m.late:
                signs = np.where((size > 0) & ~outlook.last_year(view), -1.0, signs)
            # The nearer a deed lies to the wished firmness the better; force beyond it counts twice.
            fit = -np.abs(firm - firm_wish) - np.maximum(firm - firm_wish - 1, 0)
            value = fit + signs + 0.25 * card["mandate"].take(place) + 0.12 * card["people"].take(place)
            if m.likes:
                value = value + 3.0 * self._liked(s).take(place)
            value = value - 0.12 * view.price[:, o] - breach * card["breaks"].take(place)
            values.append(value + 0.05 * dice[:, o] + 20.0 * view.affordable[:, o])
        return best_of(values)

    def _liked(self, s: Scenario) -> Bool:
        """By option place: whether its deed is one the manner takes before all others."""
        first = len(TONES) + s.sizes["kinds"]  # the axis of habits: tones, pledges, deeds (Effects.habit)
        wanted = [first + s.names["deeds"][name] for name in self.manner.likes if name in s.names["deeds"]]
        liked: Bool = np.isin(s.effects.habit[s.option_effect], wanted)
        return liked

    # --- the book and the programme

    def _book(self, view: View, move: Reply) -> None:
        """What is done with each pledge that is open or asked: lists of (row, counterpart, kind)."""
        m, row, c, k = self.manner, *view.book
        if m.keeps == "random":
            anything.book(view, move)
            return
        at = (row, 0, c, k)
        asked, due = view.pledge[at] == State.OFFERED, view.due[row, c, k]
        size = view.tempt[at] / outlook.TWENTIETHS
        made = view.size[at] / outlook.TWENTIETHS
        fresh = (view.marks[at] & np.uint8(Mark.RENEGOTIATED)) == 0
        capital = view.capital[row]
        need = np.maximum(0, np.rint(size) - 1)
        act = np.zeros(row.size, np.int8)
        if m.keeps == "worth":
            law = view.scenario.law
            act[due & (law.price_mandate * size**2 > law.keep_mandate * made)] = Book.BREAK
        if m.keeps == "never-threats":
            act[due & (view.scenario.kinds.dim[k] == Dim.C)] = Book.BREAK
        if m.keeps == "careful":
            act[due & fresh & (need > capital - 1)] = Book.ASK_ELSE_KEEP
        if m.keeps == "twice":
            dear = size >= made + 1
            act[dear & fresh] = Book.ASK_ELSE_KEEP
            act[dear & ~fresh & (need > capital) & ~due] = Book.WITHDRAW
        takes = (size <= m.takes) & (outlook.last_year(view)[row] | (not m.late))
        move.book[row, c, k] = np.where(asked, np.where(takes, Book.ACCEPT, Book.REFUSE), act)

    def _plan(self, view: View, move: Reply) -> None:
        """In spring, the first initiative of the manner's list that is not begun yet, with whom it fits."""
        s, m = view.scenario, self.manner
        if m.words == "random":
            anything.programme(view, move)
            return
        spring = (view.season % 2 == 0) & view.season_turn & (view.capital - outlook.held_back(view, m) >= 4)
        if not m.programme or not spring.any():
            return
        count, free = s.sizes["counterparts"], view.allowed()
        # A reader takes no step unasked towards those whom it has found to want more.
        grasping = outlook.aims(view)[1] if m.reads else np.zeros((len(view), count), bool)
        chosen = np.zeros(len(view), np.int16)
        for name in reversed(m.programme):
            n = s.names["initiatives"].get(name)
            if n is None:
                continue
            for place in reversed(range(s.sizes["places"])):
                fresh = free[:, place, n] & (view.programme[:, place, n] < 0)
                if place < count and name == "one-sided-step":
                    fresh = fresh & ~grasping[:, place]
                if place < count and name in _FOR_THE_RIVAL:
                    fresh = fresh & (place == int(np.argmax(s.protracted)))
                chosen = np.where(fresh, np.int16(choice(s, n, place)), chosen)
        move.programme[:, 0] = chosen * spring


POLICIES: Final[Mapping[str, Player]] = {manner.name: Player(manner) for manner in MANNERS}


def policy(name: str) -> Player:
    """By name; KeyError with the names there are."""
    if name not in POLICIES:
        raise KeyError(f"there is no automatic player called {name}; there are {', '.join(POLICIES)}")
    return POLICIES[name]
