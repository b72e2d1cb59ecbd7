"""The automatic players, each a row of one table (rulings 24): what it likes to do, sign, say and plan.

`policies.py` reads a row and plays by it.  The last four are tricks: players that try to win cheaply.  They stay, so that no later
change lets them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.rules.moves import Honour


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
    haste: bool = False  # proposes in autumn too, and not with the year's programme alone
    load: int = 4  # promises out at which it proposes no more
    late: bool = False  # signs and proposes in the last year of a term alone
    # all | twice (gives notice, renegotiates) | careful (renegotiates what it cannot pay) | worth (breaks when the price beats the gain)
    # | never-threats | random
    keeps: str = "all"
    words: str = "own"  # own (the option's) | reassure | firm | none | random
    quiet: str = "ambassador"  # the channel of its private words, where that is open
    after_breach: str = "explain"  # the tone in which it speaks of a promise it broke
    threat: str = ""  # the channel by which it threatens, when the other side stands on a rung
    likes: tuple[str, ...] = ()  # deeds it takes before all others
    programme: tuple[str, ...] = ()  # initiatives it would begin, in order
    mirrors: bool = False  # firm to those who stand on a rung, open to the others
    reads: bool = False  # infers the aim from cues
    reserve: bool = False  # keeps back the capital that its open pledges will need
    honour: Honour = Honour.SILENT
    inks: bool = True


MANNERS: Final = (
    Manner("random", "any legal move", words="random", keeps="random", inks=False),
    Manner(
        "steadfast", "keeps all, takes large pledges, quiet in crisis", season=-0.1, probe=1.0, crisis=-0.5, takes=3.0, seeks=2.5,
        proposals=2, signs=1.6, haste=True, load=20, quiet="telephone",
        programme=("one-sided-step", "neutral-project", "routine-ministerials"), honour=Honour.AFFIRM,
    ),
    Manner(
        "meek-and-true", "keeps all, reassures in private, gives way", season=-0.8, probe=-0.8, crisis=-1.0, takes=2.0, seeks=1.0,
        words="reassure", programme=("one-sided-step", "neutral-project"), honour=Honour.AFFIRM,
    ),
    Manner(
        "fair-and-firm", "small and middling pledges, kept; one rung and an exit", season=0.0, probe=0.8, crisis=0.15, takes=1.6, seeks=1.2,
        quiet="telephone", honour=Honour.AFFIRM,
        programme=("hotline", "routine-ministerials", "decision-calendar", "neutral-project", "dispute-procedure"),
    ),
    Manner(
        "prudent", "what it could pay twice; renegotiates and gives notice", season=0.05, probe=0.4, crisis=0.0, takes=1.5, seeks=0.9,
        keeps="twice", reserve=True, programme=("routine-ministerials", "compliance-reports", "hotline", "neutral-project"),
    ),
    Manner(
        "reader", "begins fair and small, infers the aim, then firms or opens", season=0.0, probe=0.5, crisis=0.0, takes=1.8, seeks=1.6,
        keeps="careful", reads=True, reserve=True, load=8, quiet="back-channel", honour=Honour.AFFIRM,
        programme=("one-sided-step", "review-calendar", "open-back-channel", "decision-calendar", "hotline", "neutral-project"),
    ),
    Manner("opportunist", "signs, and breaks when the price beats the gain", season=-0.1, probe=-0.2, crisis=-0.4, takes=3.0, seeks=2.2,
           proposals=2, haste=True, load=20, keeps="worth", after_breach="deny", honour=Honour.DISOWN, inks=False),
    Manner("hawk", "firm always", season=1.0, probe=1.0, crisis=0.3, takes=1.8, seeks=1.6, load=3, words="firm", threat="address",
           programme=("capability", "schedule-of-consequences", "hotline")),
    Manner("dove", "gives way and signs", season=-0.6, probe=-0.7, crisis=-1.2, takes=2.2, seeks=1.6, words="reassure", quiet="track-two",
           programme=("fund-track-two", "one-sided-step", "exchanges", "neutral-project", "good-offices"), honour=Honour.AFFIRM),
    Manner("tit-for-tat", "firm to those who stand on a rung, open to the others", season=-0.2, probe=0.8, crisis=0.2, takes=1.4, seeks=0.9,
           mirrors=True, programme=("hotline",)),
    Manner("grit", "one-sided steps, announced and checked", season=-0.2, probe=0.2, crisis=-0.6, takes=1.2, seeks=0.8, words="reassure",
           quiet="telephone", programme=("one-sided-step", "decision-calendar", "hotline", "neutral-project"), honour=Honour.AFFIRM),
    Manner("bluffer", "threatens and folds", season=0.4, probe=0.5, crisis=-0.6, takes=1.2, seeks=0.6, words="firm", threat="parliament",
           keeps="never-threats"),
    Manner("silent", "says nothing it need not say", season=-0.1, probe=-0.1, crisis=-0.2, takes=0.0, words="none", inks=False),
    # --- tricks
    Manner("small-change", "farms the smallest pledges and steps", season=-0.2, probe=0.3, takes=0.8, seeks=0.8, proposals=2, load=20,
           quiet="telephone", programme=("one-sided-step", "routine-ministerials", "exchanges", "neutral-project"), honour=Honour.AFFIRM),
    Manner("heir-burdener", "signs everything before a vote, for the next minister to pay", season=0.0, probe=0.3, crisis=-0.2, takes=3.0,
           seeks=2.5, proposals=3, load=20, late=True, inks=False),
    Manner("penitent", "breaks what is dear, and apologises every time", season=-0.2, probe=0.3, crisis=-0.4, takes=3.0, seeks=2.0,
           proposals=2, haste=True, load=20, keeps="worth", after_breach="apologise", honour=Honour.AFFIRM),
    Manner("litigant", "always to a court or a mediator", season=0.0, probe=0.0, crisis=-0.3, takes=1.2, seeks=0.9,
           likes=("go-to-law", "accept-good-offices"), programme=("good-offices", "dispute-procedure", "outside-observers")),
)  # fmt: skip

TRICKS: Final = ("small-change", "heir-burdener", "penitent", "litigant")
