"""How one play looks by another theory, beside its own: the shapes that terminal, window, report and `--json` read.

Plain numbers and resolved text, as in debrief.py.  A theory judges what was believed of home and what groups at home thought; events,
votes, account and verdict are the play's.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changed:
    parameter: str
    default: str  # "0.3", or "0.75, 0.45, 0.15"
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class TheoryTold:
    id: str
    name: str
    gist: str
    claim: str
    sources: tuple[str, ...]
    changes: tuple[Changed, ...]  # against the default; () for the default itself


@dataclass(frozen=True, slots=True)
class Beside:
    """One thing at the end of the campaign: by the play's own theory, and by the one that judges here.  Shares of 1."""

    who: str  # an observer, or a group at home
    what: str  # "Keeps its promises", "Approval"
    own: float
    here: float


@dataclass(frozen=True, slots=True)
class Apart:
    """Where the two lie farthest apart over the whole campaign."""

    date: str
    beside: Beside


@dataclass(frozen=True, slots=True)
class Judgement:
    own: TheoryTold
    says: str  # which theory judges, and what of the play it leaves alone
    apart: Apart | None  # None: they never differ
    beliefs: tuple[Beside, ...]  # every observer and dimension
    groups: tuple[Beside, ...]
    standing: tuple[float, float]  # own, here; 0..100


@dataclass(frozen=True, slots=True)
class PanelRow:
    theory: TheoryTold
    own: bool  # the play was made under it
    composites: tuple[float, ...]  # the closing belief of each observer for an ordinary deal, shares of 1
    approval: float  # of all groups at the end, percent
    standing: float  # 0..100


@dataclass(frozen=True, slots=True)
class Panel:
    """Every theory's word on one play, side by side."""

    scenario: str
    title: str
    seed: int
    home: str
    complete: bool
    notice: str
    observers: tuple[str, ...]  # names
    ids: tuple[str, ...]
    rows: tuple[PanelRow, ...]
