"""The home front: what the groups say when they are asked, what they can do about it, and how the mandate stands."""

from __future__ import annotations

from ...rules.vocabulary import LEVERS
from ..pages import Beat, Group, HomeFront, Tick
from ..pages.common import Trend
from ..seat import Seat
from . import causes, wording
from .common import status

LOW = 35  # percent below which a lever is pulled
LEVER_WORDS = {
    "by-election": "Below 35 % it takes a seat from you each spring: 2 capital.",
    "income": "Below 35 % you have 1 capital less each season.",
    "leadership": "Below 30 % somebody challenges the leader.",
    "vote": "It decides the vote.",
    "services": "Below 35 % every deed from presence upward costs 1 capital more.",
}
_LEADERSHIP_LOW = 30


def home_front(seat: Seat) -> HomeFront:
    groups = tuple(_group(seat, a) for a in range(len(seat.texts.audiences)))
    overall = _overall(seat)
    mandate = seat.texts.mandates[seat.now.mandate] if seat.texts.mandates else None
    return HomeFront(
        status=status(seat, Beat.MORNING),
        groups=groups,
        approval=overall,
        line=f"{overall} of 100 approve of how you handle it",
        press=wording.press(seat.now.heat),
        income=_income(seat, overall, groups),
        party=seat.party(seat.now.leaning),
        mandate=mandate.title if mandate else "",
        mandate_text=mandate.text if mandate else "",
        objectives=tuple(
            Tick(text.text, held, "judged at the end of the term")
            for text, held in zip(mandate.objectives if mandate else (), seat.objectives, strict=False)
        ),
    )


def _group(seat: Seat, a: int) -> Group:
    text = seat.texts.audiences[a]
    share = wording.percent(float(seat.now.approval[a]))
    last = seat.chronicle.passed[-1] if seat.chronicle.passed else None
    moved = (
        wording.points_of(float(seat.now.approval[a])) - wording.points_of(float(last.before.approval[a]))
        if last
        else 0.0
    )
    lever = LEVERS[int(seat.scenario.lever[a])]
    pulled = lever != "vote" and share < (_LEADERSHIP_LOW if lever == "leadership" else LOW)
    way = wording.trend(moved)
    because = causes.because_at_home(seat, last, a) if last and way is not Trend.STEADY else ""
    return Group(
        text.id, text.name, share, wording.mood(share), way, round(100 * float(seat.scenario.audience_weight[a])),
        LEVER_WORDS[lever], pulled, text.likes, text.dislikes, text.remembers, because,
    )  # fmt: skip


def _overall(seat: Seat) -> int:
    weights = seat.scenario.audience_weight
    total = sum(float(w) * wording.points_of(float(x)) for w, x in zip(weights, seat.now.approval, strict=True))
    return round(total / float(weights.sum()))


def _income(seat: Seat, overall: int, groups: tuple[Group, ...]) -> str:
    low, middle, high = seat.scenario.law.capital_season
    gain = high if overall > 55 else low if overall < 42 else middle
    less = sum(group.pulled and LEVERS[int(seat.scenario.lever[a])] == "income" for a, group in enumerate(groups))
    return f"{round(gain * seat.scenario.pace - less)} capital a {'season' if seat.scenario.pace == 1 else 'year'} at this approval"
