"""A checked scenario becomes tables: ids turn into indices, conditions into array expressions, consequences into rows.

Asked only for scenarios without errors, so nothing here complains. Words stay behind, in prose.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..rules import vocabulary as v
from ..rules.arrays import Index, Real, case_table, logit, on_grid
from ..rules.luck import ONE_LOGIT
from ..rules.scenario import MOD, MODIFIERS, OPTIONS, Climate, Condition, Initiatives, Scenario, neutral
from . import schema, tables
from .conditions import Tree
from .consequences import HOME, Book
from .expressions import compiled
from .ground import Ground
from .ids import all_injects
from .references import Path

POWERS = {"weaker": -1.0, "equal": 0.0, "stronger": 1.0}
NOISE = {"gentle": 0.7, "standard": 1.0, "hard": 1.4}
_QUEUE, _CUES_SHOWN, _ACCOUNTS = 4, 3, 3


@dataclass(frozen=True, slots=True)
class Watches:
    """Conditions of texts, which the rules do not hold: same kind of closure, in the order of the texts."""

    news: tuple[Condition | None, ...]
    letters: tuple[Condition | None, ...]
    foretold: Mapping[
        tuple[int, int], tuple[Condition, int]
    ]  # (inject, place among its advisers) -> what must hold within so many seasons
    estimates: Mapping[int, tuple[Condition, int]]  # inject -> the same


def compile_scenario(g: Ground, trees: Mapping[Path, Tree]) -> tuple[Scenario, Watches]:
    """The tables of the longest length, and the conditions that belong to texts. `trees`: every condition by its path."""
    compiler = _Compiler(g, trees)
    return compiler.scenario(), compiler.watches()


def at_length(scenario: Scenario, told: schema.Scenario, length: str) -> Scenario:
    """The scenario in one of its lengths; every length but the longest drops what is not core from what comes by itself.

    Raises KeyError for a length the author did not declare.
    """
    chosen, longest = told.lengths[length], longest_of(told)
    sizes = {**scenario.sizes, "terms": chosen.terms, "readings": chosen.terms}
    changed = replace(
        scenario,
        sizes=sizes,
        length=length,
        terms=chosen.terms,
        term_seasons=chosen.seasons,
        pace=2 if chosen.years else 1,
        crisis_turns=chosen.crisis_turns,
    )
    if length == longest:
        return changed
    core = scenario.core
    return replace(
        changed, when=tuple(w for w in scenario.when if core[w[0]]), must=tuple(w for w in scenario.must if core[w[0]])
    )


def longest_of(told: schema.Scenario) -> str:
    return max(told.lengths, key=lambda id: turns(told.lengths[id]))


def turns(length: schema.Length) -> int:
    """Turns of a play without its crises."""
    return length.terms * (length.seasons // 2 if length.years else length.seasons)


class _Compiler:
    def __init__(self, g: Ground, trees: Mapping[Path, Tree]) -> None:
        self.g, self.trees, self.s = g, trees, g.scenario
        self.book = Book(g)
        self.injects = all_injects(g.scenario)

    def holds(self, *path: str | int) -> Condition | None:
        tree = self.trees.get(path)
        return None if tree is None else compiled(tree, self.g.frame)

    def at(self, inject: str) -> tuple[str, str]:
        """The path of an inject or a probe."""
        return ("injects" if inject in self.s.injects else "probes", inject)

    # --- the whole

    def scenario(self) -> Scenario:
        g, s = self.g, self.s
        initiatives = self.initiatives()
        options = self.options()
        length = longest_of(s)
        whole = Scenario(
            id=s.id,
            law=g.law,
            sizes=self.sizes(),
            names=g.frame.names,
            option_names=((), *(tuple(inject.options) for inject in self.injects.values())),
            effects=self.book.effects(),
            offers=self.book.offers_table(),
            kinds=tables.kinds(g),
            words=tables.words(g),
            forms=tables.forms(g),
            initiatives=initiatives,
            **self.arrivals(),
            **options,
            **self.states(),
            **self.home(),
            **self.endings(),
            **self.cues(),
            climates={id: self.climate(c) for id, c in s.climates.items()},
            mods_rest=neutral(),
        )
        return at_length(whole, s, length)

    def sizes(self) -> dict[str, int]:
        g, names, length = self.g, self.g.frame.names, self.s.lengths[longest_of(self.s)]
        counted = {
            kind: len(names[kind]) for kind in ("injects", "counterparts", "audiences", "kinds", "flags", "initiatives")
        }
        return counted | {
            "observers": g.observers,
            "dims": len(v.DIMENSIONS),
            "habits": g.habits,
            "places": g.counterparts + 1,
            "modifiers": len(MODIFIERS),
            "queue": _QUEUE,
            "cues_shown": _CUES_SHOWN,
            "accounts": _ACCOUNTS,
            "sides": 2,
            "givers": 2,
            "terms": length.terms,
            "readings": length.terms,
            "readings_told": len(v.READINGS),
            "tags": len(v.TAGS),
        }

    # --- injects

    def arrivals(self) -> dict[str, Any]:
        """Which injects come when, and what each is."""
        told = [None, *self.injects.values()]
        when: list[tuple[int, Condition]] = []
        must: list[tuple[int, Condition]] = []
        during: list[tuple[int, int, Condition | None]] = []
        probes: list[tuple[int, int, Condition | None]] = []
        for id, inject in self.injects.items():
            number, holds = self.g.number("injects", id), self.holds(*self.at(id), "when")
            if inject.during is not None:
                during.append((number, self.g.number("injects", inject.during), holds))
            elif id in self.s.probes:
                probes.append((number, self.g.counterpart(inject.from_), holds))
            elif holds is not None:
                (must if inject.must else when).append((number, holds))

        def flags(name: str) -> Index:
            return np.array([inject is not None and bool(getattr(inject, name)) for inject in told])

        crisis = [None if inject is None else inject.crisis for inject in told]
        return {
            "when": tuple(when),
            "must": tuple(must),
            "during": tuple(during),
            "probes": tuple(probes),
            "head_start": np.array(
                [round(float(np.log(self.s.calendar.quiet if i is None else i.weight)) * ONE_LOGIT) & ~255 for i in told], np.int32
            ),
            "sender": np.array([-1 if i is None else self.g.counterpart(i.from_) for i in told], np.int8),
            "core": flags("core"),
            "recurs": flags("recurs"),
            "asks": flags("asks"),
            "opens_crisis": np.array([c is not None for c in crisis]),
            "first_rung": np.array([0 if c is None else c.first_rung for c in crisis], np.int8),
            "stake_shift": np.array(
                [0.0 if c is None else self.g.law.stake_shift[v.STAKES.index(c.stake)] for c in crisis]
            ),
        }

    def options(self) -> dict[str, Any]:
        """What each option is, costs, says and leads to; place inject*4 + option."""
        places, count = (len(self.injects) + 1) * OPTIONS, self.g.counterparts
        offered = np.zeros((len(self.injects) + 1, OPTIONS), bool)
        offered[0, 0] = True  # a quiet season has one way to pass
        effect, price = np.zeros(places, np.int32), np.zeros(places)
        after = np.zeros((2, places), np.int32)
        tone = np.full((places, count), -1, np.int8)
        channel, wording = (
            np.zeros((places, count), np.int8),
            np.full((places, count), v.WORDINGS.index("plain"), np.int8),
        )
        option_when, cases = [], []
        for i, (id, inject) in enumerate(self.injects.items(), 1):
            for o, (name, option) in enumerate(inject.options.items()):
                place, path = i * OPTIONS + o, (*self.at(id), "options", name)
                toward = self.g.counterpart(toward_of(option, inject))
                offered[i, o] = True
                effect[place], price[place] = self.book.option(option, toward), option_price(self.g, option)
                holds = self.holds(*path, "when")
                if holds is not None:
                    option_when.append((i, o, holds))
                for n, case in enumerate(option.cases):
                    guard = self.holds(*path, "cases", n, "when")
                    assert guard is not None
                    cases.append((place, guard, self.book.option(option, toward, case)))
                if option.after is not None:
                    after[:, place] = self.book.answer(option.after.rests), self.book.answer(option.after.presses)
                for say in option.say:
                    cell = place, self.g.counterpart(say.to)
                    tone[cell], channel[cell] = v.TONES.index(say.tone), v.CHANNELS.index(say.via)
                    wording[cell] = v.WORDINGS.index(say.wording)
        return {
            "offered": case_table(offered),
            "option_when": tuple(option_when),
            "option_effect": effect,
            "option_price": price,
            "cases": tuple(cases),
            "after_effect": after,
            "option_tone": case_table(tone),
            "option_channel": case_table(channel),
            "option_wording": case_table(wording),
        }

    def initiatives(self) -> Initiatives:
        told, places, home = self.g.playbook.initiatives, self.g.counterparts + 1, self.g.counterparts
        effect, pledge = np.zeros((len(told), places), np.int32), np.zeros((len(told), places), np.int32)
        changes = np.tile(neutral(), (len(told), 1))
        for n, (id, initiative) in enumerate(told.items()):
            for c in range(home) if initiative.toward == "counterpart" else (home,):
                effect[n, c] = self.book.initiative(id, c if c < home else -1)
                if initiative.pledge is not None and c < home:
                    proposed = schema.Undertaking(kind=initiative.pledge, form="letters")
                    pledge[n, c] = self.book.undertaking(proposed, HOME, c)
            for name, value in initiative.changes.items():
                changes[n, MOD[name]] = value
        each = list(told.values())
        return Initiatives(
            capital=np.array([i.capital for i in each], float),
            lead=np.array([i.lead for i in each], np.int16),
            targeted=np.array([i.toward == "counterpart" for i in each], bool),
            once=np.array([i.once for i in each], bool),
            effect=effect,
            changes=changes,
            pledge=pledge,
        )

    # --- states and home

    def states(self) -> dict[str, Any]:
        told = list(self.s.counterparts.values())
        records = [c.record for c in told] + [self.s.third_parties.record]
        return {
            "record": np.array([[getattr(r, dim) for dim in v.DIMENSIONS] for r in records]),
            "weight": np.array([c.weight for c in told] + [self.s.third_parties.weight]),
            "power": np.array([POWERS[c.power] for c in told]),
            "temper": np.array([c.temper for c in told]),
            "democracy": np.array([c.government == "democracy" for c in told]),
            "protracted": np.array([c.protracted for c in told]),
            "grasping": np.array([_share(c.aim.grasping, c.aim.fearful) for c in told]),
        }

    def home(self) -> dict[str, Any]:
        groups = list(self.s.audiences.values())
        mix = np.array([[a.profile.get(p, 0.0) for p in v.PROFILES] for a in groups])
        mix = mix / np.maximum(mix.sum(1, keepdims=True), 1e-9)

        def mixed(by_profile: Real) -> Real:
            """Summed one by one: `@` is not safe in a batch (table-engine.md)."""
            return sum((mix[:, p] * by_profile[p] for p in range(len(v.PROFILES))), np.zeros(len(groups)))

        return {
            "approval_rest": on_grid(logit(np.array([a.approval for a in groups]) / 100)),
            "audience_weight": np.array([a.weight for a in groups]),
            "inconsistency": mixed(self.g.law.profile_i),
            "belligerence": mixed(self.g.law.profile_b),
            "lever": np.array([v.LEVERS.index(a.lever) for a in groups], np.int8),
            "taste": self.g.taste(),
            "restless": self.s.home.restless,
            "begins": v.LEANINGS.index(self.s.home.begins),
        }

    def endings(self) -> dict[str, Any]:
        objectives = []
        for id, mandate in self.s.mandates.items():
            for name, objective in mandate.objectives.items():
                holds = self.holds("mandates", id, "objectives", name, "when")
                assert holds is not None
                objectives.append((self.g.number("mandates", id), holds, objective.mandate))
        return {
            "mandates": tuple(
                (v.LEANINGS.index(m.leaning), -1 if m.term is None else m.term - 1) for m in self.s.mandates.values()
            ),
            "objectives": tuple(objectives),
            "verdicts": tuple(self.holds("verdicts", id, "when") for id in self.s.verdicts),
        }

    def cues(self) -> dict[str, Any]:
        told = list(self.s.cues.values())
        leans = [self.s.people[c.by].lean if c.by in self.s.people else 0.0 for c in told]
        return {
            "cue_when": tuple(self.holds("cues", id, "when") for id in self.s.cues),
            "cue_tells": np.array([v.READINGS.index(c.tells) for c in told], np.int8),
            "cue_of": np.array([self.g.counterpart(c.of) for c in told], np.int8),
            "cue_lean": np.array(leans, float),
            "cue_noise": np.array([c.noise for c in told], float),
        }

    def climate(self, told: schema.Climate) -> Climate:
        return Climate({self.g.counterpart(id): v.AIMS.index(aim) for id, aim in told.aims.items()}, told.restless)

    # --- conditions of texts

    def watches(self) -> Watches:
        foretold, estimates = {}, {}
        for i, (id, inject) in enumerate(self.injects.items(), 1):
            for place, (person, adviser) in enumerate(inject.advisers.items()):
                holds = self.holds(*self.at(id), "advisers", person, "foretells")
                if holds is not None:
                    foretold[i, place] = (holds, adviser.within)
            holds = self.holds(*self.at(id), "estimate", "holds")
            if inject.estimate is not None and holds is not None:
                estimates[i] = (holds, inject.estimate.within)
        return Watches(
            tuple(self.holds("news", id, "when") for id in self.s.news),
            tuple(self.holds("letters", id, "when") for id in self.s.letters),
            foretold,
            estimates,
        )


def toward_of(option: schema.Option, inject: schema.Inject) -> str | None:
    """Whom an option is aimed at: named, or the counterpart it answers."""
    return option.toward if option.toward is not None else inject.from_


def option_price(g: Ground, option: schema.Option) -> float:
    """Capital: the author's own figure, else the deed's, else what the pledge costs to make."""
    if option.capital is not None:
        return option.capital
    if option.deed is not None:
        return g.playbook.deeds[option.deed].capital
    made = option.pledge or option.offer
    return 0.0 if made is None else g.playbook.pledges[made.kind].capital + g.playbook.forms[made.form].capital


def _share(part: float, other: float) -> float:
    return part / (part + other) if part + other else 0.5
