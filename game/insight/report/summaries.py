"""One sentence for each series of a chart: what a reader who cannot see the chart is told."""

from __future__ import annotations

from collections.abc import Sequence

from ..debrief import Belief, Debrief, Group, Observer, When


def belief_line(debrief: Debrief, belief: Belief) -> str:
    """ "Keeps its promises: began at 30 %, ended at 98 %; lowest 18 % in Autumn 2032, highest 98 % in Spring 2042"."""
    return _series(debrief.turns, belief.name, 100 * belief.record, [100 * p for p in belief.p])


def group_line(debrief: Debrief, group: Group) -> str:
    return _series(debrief.turns, group.name, group.opening, group.approval)


def rung_line(debrief: Debrief, observer: Observer) -> str:
    """The highest that each side stood, and when."""
    told = []
    for side, name in enumerate((debrief.home, observer.short)):
        top = max(pair[side] for pair in observer.rungs)
        first = next(turn for turn, pair in zip(debrief.turns, observer.rungs, strict=True) if pair[side] == top)
        told.append(f"{name} never left rung 0" if not top else f"{name} stood highest on rung {top} ({first.date})")
    return f"{observer.short}: {'; '.join(told)}"


def _series(turns: Sequence[When], name: str, opening: float, values: Sequence[float]) -> str:
    low = min(range(len(values)), key=lambda k: values[k])
    high = max(range(len(values)), key=lambda k: values[k])
    return (
        f"{name}: began at {opening:.0f} %, ended at {values[-1]:.0f} %; lowest {values[low]:.0f} % ({turns[low].date}), "
        f"highest {values[high]:.0f} % ({turns[high].date})"
    )
