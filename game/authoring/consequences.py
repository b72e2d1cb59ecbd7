"""Consequences become rows: of Effects for what an act does, of Offers for the pledges it makes.

A row begins with what the playbook says of the deed or initiative, and takes on what the author wrote beside it. Row 0 does nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np

from ..rules import trust
from ..rules import vocabulary as v
from ..rules.arrays import Real, case_table, news_grid, on_grid
from ..rules.scenario import HABITS, Effects, Offers
from . import playbook_schema, schema
from .ground import Ground

HOME, THEIRS = 0, 1
Told = schema.Option | schema.Case | schema.Answer


@dataclass(slots=True)
class Row:
    """One consequence; the names and units are those of Effects."""

    approval: Real
    flags_on: Real
    flags_off: Real
    breaks: Real
    contradicts: Real
    evidence: Real  # (HABITS, D)
    rumour: Real
    capital: float = 0.0
    heat: float = 0.0
    mandate: float = 0.0
    people: float = 0.0
    rung: int = 0
    step: int = 0
    their_step: int = 0
    toward: int = -1
    habit: int = -1
    pledge: int = 0
    theirs: int = 0
    offer: int = 0
    firm: int = 0
    then: int = 0
    after: int = 0


@dataclass(slots=True)
class Undertaken:
    """One row of Offers; the names and units are the same."""

    giver: int = 0
    counterpart: int = 0
    kind: int = 0
    tempt: int = 0
    public: int = 0
    verified: int = 0
    clear: int = 0
    form: int = 0
    weeks: int = 0
    minuted: bool = False


@dataclass(slots=True)
class Book:
    """All rows of one scenario, in the order in which they were asked for."""

    g: Ground
    rows: list[Row] = field(default_factory=list)
    offers: list[Undertaken] = field(default_factory=lambda: [Undertaken()])

    def __post_init__(self) -> None:
        self.rows.append(self.blank())

    def blank(self) -> Row:
        names = self.g.frame.names
        news = (HABITS, len(v.DIMENSIONS))
        return Row(
            np.zeros(len(names["audiences"])),
            np.zeros(len(names["flags"]), bool),
            np.zeros(len(names["flags"]), bool),
            np.zeros(len(names["kinds"]), bool),
            np.zeros(len(v.TONES), bool),
            np.zeros(news),
            np.zeros(news),
        )

    def add(self, row: Row) -> int:
        self.rows.append(row)
        return len(self.rows) - 1

    # --- what an author wrote

    def option(self, option: schema.Option, toward: int, case: schema.Case | None = None) -> int:
        """The row of an option; with a case, the case's consequences stand in place of the option's own."""
        row = self.blank()
        row.toward = toward
        if option.deed is not None:
            self._deed(row, option.deed, toward)
        for kind in option.breaks:
            row.breaks[self.g.number("kinds", kind)] = True
        if toward >= 0:
            row.pledge = self.undertaking(option.pledge, HOME, toward, option.say)
            row.theirs = self.undertaking(option.theirs, THEIRS, toward)
            row.offer = self.undertaking(option.offer, HOME, toward, option.say)
        self._told(row, option if case is None else case)
        return self.add(row)

    def answer(self, answer: schema.Answer | None) -> int:
        """The row of what follows from the other side's answer; 0 when nothing does."""
        if answer is None or not (answer.sets or answer.clears or answer.then or answer.effects != schema.Effects()):
            return 0
        row = self.blank()
        self._told(row, answer)
        return self.add(row)

    def _told(self, row: Row, told: Told) -> None:
        g, e = self.g, told.effects
        for id, size in e.approval.items():
            row.approval[g.number("audiences", id)] += size
        row.capital += e.capital
        row.heat += e.heat
        row.mandate += e.mandate
        row.people += e.people
        for id in told.sets:
            row.flags_on[g.number("flags", id)] = True
        for id in told.clears:
            row.flags_off[g.number("flags", id)] = True
        if told.then is not None:
            row.then, row.after = g.number("injects", told.then.inject), told.then.in_

    # --- what the playbook says

    def _deed(self, row: Row, id: str, toward: int) -> None:
        deed = self.g.playbook.deeds[id]
        row.rung, row.step, row.firm = deed.rung, deed.step, _firm(deed)
        row.heat, row.people, row.mandate = deed.heat, deed.people, deed.mandate
        row.approval += self.g.tags(deed.tags)
        row.habit = self.g.habit("deeds", self.g.number("deeds", id))
        for tone in deed.contradicts:
            row.contradicts[v.TONES.index(tone)] = True
        self._seen(row, self._evidence(deed.evidence, deed.public, deed.verified), deed.public, toward)

    def initiative(self, id: str, toward: int) -> int:
        """The row of beginning an initiative, at home when `toward` is -1."""
        told = self.g.playbook.initiatives[id]
        row = self.blank()
        row.toward, row.heat, row.people, row.mandate = toward, told.heat, told.people, told.mandate
        row.step, row.their_step = told.step, told.their_step
        row.firm = -1 if told.approval.get("concession", 0) > 0 else 0
        row.approval += self.g.tags(told.tags) + self.g.sized(told.approval)
        row.habit = self.g.habit("initiatives", self.g.number("initiatives", id))
        news = self._evidence(told.evidence, told.public, told.verified)
        for item in told.at_once:
            news[v.DIMENSIONS.index(item.dim)] += item.by
        self._seen(row, news, told.public, toward)
        return self.add(row)

    def _evidence(self, items: Iterable[playbook_schema.Evidence], public: float, verified: float) -> Real:
        """(D,) log-odds by the law of evidence, capped for the event as a whole."""
        news = np.zeros(len(v.DIMENSIONS))
        for item in items:
            dim = v.DIMENSIONS.index(item.dim)
            news[dim] += item.times * float(trust.evidence(item.kept, item.c, public, verified, 0.0, dim, self.g.law))
        size = float(np.abs(news).sum())
        return news * min(1.0, self.g.law.event_cap / size) if size else news

    def _seen(self, row: Row, news: Real, public: float, toward: int) -> None:
        """The addressee sees it now; bystanders will hear of it. An act at nobody is seen by all. Repetition wears it out."""
        worn = trust.worn_out(np.arange(HABITS), self.g.law)[:, None]
        row.evidence[:] = news_grid(news * worn)
        if toward >= 0:
            row.rumour[:] = news_grid(trust.overheard(news * worn, public, self.g.law))

    # --- pledges

    def undertaking(
        self, told: schema.Undertaking | None, giver: int, counterpart: int, say: Iterable[schema.Say] = ()
    ) -> int:
        """The row of a pledge as it would be made (rulings 12); 0 for none.

        u from its form, if oral from its channel; v the kind's plus the form's; k the least of kind, tone, wording and channel.
        """
        if told is None:
            return 0
        book = self.g.playbook
        kind, form = book.pledges[told.kind], book.forms[told.form]
        said = next(iter(say), None)
        channel = book.channels[said.via if said is not None else "ambassador"]
        clear = kind.clear
        if said is not None:
            clear = min(clear, book.tones[said.tone].clear, book.wordings[said.wording].clear, channel.clear)
        public = channel.public if isinstance(form.public, str) else form.public
        seasons = (told.seasons or kind.seasons) + form.seasons
        self.offers.append(
            Undertaken(
                giver,
                counterpart,
                self.g.number("kinds", told.kind),
                tempt=round((kind.c if told.c is None else told.c) * 20),
                public=round(100 * (public if told.public is None else told.public)),
                verified=round(
                    100 * (min(1.0, kind.verified + form.verified) if told.verified is None else told.verified)
                ),
                clear=round(100 * (clear if told.clear is None else told.clear)),
                form=v.FORMS.index(told.form),
                weeks=26 * seasons,
                minuted=told.form != "oral" if told.minuted is None else told.minuted,
            )
        )
        return len(self.offers) - 1

    # --- as tables

    def effects(self) -> Effects:
        made: dict[str, Any] = {}
        for f in fields(Effects):
            column = np.array([getattr(row, f.name) for row in self.rows])
            if f.name in ("evidence", "rumour"):
                column = column.reshape(-1, *column.shape[2:])
            elif column.dtype == np.float64:
                column = on_grid(column)
            elif column.dtype != np.bool_:
                column = column.astype(np.int16)
            made[f.name] = case_table(column)
        return Effects(**made)

    def offers_table(self) -> Offers:
        made: dict[str, Any] = {}
        for f in fields(Offers):
            column = np.array([getattr(offer, f.name) for offer in self.offers])
            made[f.name] = column if column.dtype == np.bool_ else column.astype(np.int16)
        return Offers(**made)


def _firm(deed: playbook_schema.DeedKind) -> int:
    """How the other side reads it when it chooses: 2 force, 1 firm, -1 yielding."""
    if deed.rung >= 4:
        return 2
    if deed.rung >= 2 or "firmness" in deed.tags:
        return 1
    return -1 if deed.step < 0 or "concession" in deed.tags else 0
