"""Scenario: what an author wrote, as frozen tables of numbers.  No text: words stay with the author's side of the house.

Ids have become indices, words levels, conditions array expressions, and every consequence a row of one table, `Effects`.  Made by
game.authoring.compile; a test may build a small one by hand through the same compiler.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from .arrays import Bool, Index, Real
from .parameters import Parameters

if TYPE_CHECKING:
    from .world import World

Memo = dict[str, object]
Condition = Callable[["World", Memo], Bool]  # (world, memo) -> (rows,) bool

OPTIONS = 4
HABITS = 5  # a kind of evidence loses force four times, then no more
MODIFIERS = (  # what standing initiatives change with a counterpart: name, neutral value
    ("accidents", 1.0), ("noise", 1.0), ("force-backlash", 1.0), ("verify", 0.0), ("fade", 0.97), ("excuse", 0.0), ("concession", 1.0),
    ("audience-cost", 1.0), ("successor", 0.0), ("continuity", 0.0), ("crisis-end", 0.0), ("start-rung", 0.0), ("first-turn-cap", 0.0),
    ("cheat-loss", 1.0), ("floor", 0.0), ("grievance", 1.0), ("buffer", 1.0), ("their-rung-exit", 0.0), ("clarity", 0.0),
    ("publicity", 0.0),
)  # fmt: skip
FACTORS = (  # they multiply; the others add
    "accidents", "noise", "force-backlash", "concession", "audience-cost", "cheat-loss", "grievance", "buffer",
)  # fmt: skip
MOD = {name: i for i, (name, _) in enumerate(MODIFIERS)}


@dataclass(frozen=True, slots=True)
class Effects:
    """Consequences, one row each; row 0 does nothing.  The kernel in effects.py adds a row to the world, and nothing else does.

    Evidence and rumour have HABITS versions of each row, row*HABITS + times it was seen before, already worn.
    """

    approval: Real  # (E, A) log-odds
    capital: Real  # (E,) gained or, below 0, spent beyond the option's price
    heat: Real  # (E,)
    mandate: Real  # (E,) mandate units
    people: Real  # (E,) People points
    rung: Index  # (E,) int8 where it puts home towards `toward`, at least
    step: Index  # (E,) int8 home's step, usually -1
    their_step: Index  # (E,) int8 the other side's
    flags_on: Bool  # (E, F)
    flags_off: Bool  # (E, F)
    evidence: Real  # (E*HABITS, D) log-odds for the addressee; for every observer where the act is aimed at nobody
    rumour: Real  # (E*HABITS, D) what each bystander will hear
    toward: Index  # (E,) int8 counterpart, -1 none
    habit: Index  # (E,) int16 place on the axis of habits, -1 none
    pledge: Index  # (E,) int16 row of Offers that opens at once, 0 none
    theirs: Index  # (E,) row of Offers that the counterpart gives
    offer: Index  # (E,) row of Offers that the counterpart must accept
    breaks: Bool  # (E, K) home pledges to `toward` that the act contradicts
    contradicts: Bool  # (E, T) open words to `toward` that the act belies
    firm: Index  # (E,) int8 -1 yielding, 0, 1 firm, 2 force: how the other side reads the deed when it chooses
    then: Index  # (E,) int16 inject that follows, 0 none
    after: Index  # (E,) int8 seasons


@dataclass(frozen=True, slots=True)
class Offers:
    """Pledges as they would be made, one row each; row 0 is none."""

    giver: Index  # 0 home, 1 the counterpart
    counterpart: Index
    kind: Index
    tempt: Index  # twentieths
    public: Index  # hundredths
    verified: Index
    clear: Index
    form: Index
    weeks: Index
    minuted: Bool


@dataclass(frozen=True, slots=True)
class Kinds:
    """Kinds of pledges: (K,) each."""

    tempt: Real  # c
    public: Real
    verified: Real
    clear: Real
    seasons: Index
    capital: Real
    dim: Index  # Dim.R for promises, Dim.C for threats
    rung: Index  # a threat carried out puts home here
    hurts: Bool  # (K, A) groups that pay when it is kept
    likes: Real  # (K, A) log-odds when it is signed
    every: Index  # judged every so many seasons, 0 only at its term


@dataclass(frozen=True, slots=True)
class Words:
    """Tones and channels.  `news` and `rumour` are indexed by ((tone*channels + channel)*wordings + wording)*HABITS + habit."""

    news: Real  # (cases*HABITS, D) for the addressee
    rumour: Real  # (cases*HABITS, D) for each bystander
    approval: Real  # (T, A) log-odds, where it is heard at home
    tone_heat: Real  # (T,)
    tone_capital: Real  # (T,)
    opens: Index  # (T,) int8 0 nothing, 1 an open word, 2 a promise, 3 a threat, 4 a proposal
    turns: Index  # (T,) weeks an open word stays open
    soft: Index  # (T,) int8 1 conciliatory, -1 firm, 0 neither
    clear: Real  # (T,) most k
    public: Real  # (channels,)
    verified: Real
    channel_clear: Real
    leak: Real
    channel_capital: Real
    channel_heat: Real
    channel_needs: Index  # (channels,) 0 nothing, else 1 + initiative that opens it; 255 a crisis
    wording_clear: Real  # (3,)


@dataclass(frozen=True, slots=True)
class Initiatives:
    """The standing playbook: (N,) each.  A choice is 1 + initiative*places + place, 0 none; place C is home itself."""

    capital: Real
    lead: Index  # seasons
    targeted: Bool  # needs a counterpart
    once: Bool
    effect: Index  # (N, places) row of Effects
    changes: Real  # (N, modifiers) factor or bonus, neutral where it changes nothing
    pledge: Index  # (N, places) row of Offers opened as a proposal, 0 none


@dataclass(frozen=True, slots=True)
class Forms:
    """(5,) each; `public` below 0 means the channel's own."""

    public: Real
    verified: Real
    successor: Real
    continuity: Real
    capital: Real
    seasons: Index


@dataclass(frozen=True, slots=True)
class Climate:
    """A world fixed in what is usually left to the seed."""

    aims: Mapping[int, int]
    restless: bool | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """See the module's docstring.  Index 0 of injects is the quiet season."""

    id: str
    law: Parameters
    sizes: Mapping[str, int]
    # of counterparts, audiences, kinds, injects, flags, deeds, initiatives, cues, mandates, verdicts
    names: Mapping[str, Mapping[str, int]]
    option_names: tuple[tuple[str, ...], ...]  # by inject
    effects: Effects
    offers: Offers
    kinds: Kinds
    words: Words
    forms: Forms
    initiatives: Initiatives
    # injects
    when: tuple[tuple[int, Condition], ...]  # those that may come by the race
    must: tuple[tuple[int, Condition], ...]  # those that come as soon as they may
    during: tuple[tuple[int, int, Condition | None], ...]  # inject, the crisis it belongs to, condition
    probes: tuple[tuple[int, int, Condition | None], ...]  # inject, counterpart, condition
    head_start: Index  # (I,) int32 log-weight in tickets; the low eight bits are clear
    sender: Index  # (I,) int8 counterpart, -1 none
    core: Bool  # (I,)
    recurs: Bool  # (I,)
    asks: Bool  # (I,)
    opens_crisis: Bool  # (I,)
    first_rung: Index  # (I,) int8
    stake_shift: Real  # (I,)
    offered: Bool  # (I, 4)
    option_when: tuple[tuple[int, int, Condition], ...]
    option_effect: Index  # (I*4,) int32
    option_price: Real  # (I*4,) capital
    cases: tuple[tuple[int, Condition, int], ...]  # option place i*4+o, condition, effect
    after_effect: Index  # (2, I*4) effects when its sender rests, presses
    option_tone: Index  # (I*4, C) int8 the option's own word, -1 none
    option_channel: Index
    option_wording: Index
    # counterparts
    record: Real  # (O, D) share of home's administrations believed trustworthy
    weight: Real  # (O,) in Standing
    power: Real  # (C,) -1 weaker, 0, 1 stronger
    temper: Real  # (C,) precision of quantal response
    democracy: Bool  # (C,)
    protracted: Real  # (C,)
    grasping: Real  # (C,) chance of that aim
    # home
    approval_rest: Real  # (A,) logit
    audience_weight: Real
    inconsistency: Real  # (A,) i and b of science.md 3
    belligerence: Real
    lever: Index  # (A,) int8 place in LEVERS
    taste: Real  # (A, tags) log-odds a tag
    restless: float
    begins: int
    mandates: tuple[tuple[int, int], ...]  # leaning, term (-1 any)
    objectives: tuple[tuple[int, Condition, float], ...]  # mandate, condition, mandate units
    verdicts: tuple[Condition | None, ...]
    # cues
    cue_when: tuple[Condition | None, ...]
    cue_tells: Index  # (Q,) int8 place in READINGS
    cue_of: Index  # (Q,) int8 counterpart
    cue_lean: Real
    cue_noise: Real
    climates: Mapping[str, Climate]
    mods_rest: Real  # (modifiers,)
    # the length chosen
    length: str = "full"
    terms: int = 3
    term_seasons: int = 8
    pace: int = 1  # seasons a turn
    crisis_turns: int = 5
    noise: float = 1.0  # difficulty

    def at(
        self, *, law: Parameters | None = None, noise: float | None = None, climate: Climate | None = None
    ) -> Scenario:
        """The same tables at another difficulty or in another climate.

        law: read by the rules in play alone; what was compiled from a law (evidence, words, profiles) stays as it was.  A scenario under
        another theory is compiled anew (`authoring.Loaded.under`).
        """
        changes: dict[str, object] = {}
        if law is not None:
            changes["law"] = law
        if noise is not None:
            changes["noise"] = noise
        if climate is not None:
            chance = self.grasping.copy()
            for counterpart, aim in climate.aims.items():
                chance[counterpart] = float(aim)
            changes["grasping"] = chance
            if climate.restless is not None:
                changes["restless"] = float(climate.restless)
        return replace(self, **changes)  # type: ignore[arg-type]


def neutral() -> Real:
    """(modifiers,) the values under which nothing is changed."""
    return np.array([value for _, value in MODIFIERS])
