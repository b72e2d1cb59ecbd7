"""Charts of a debrief as SVG text, for the report: what was believed, why it moved, home, the ladder.

Each function takes a Debrief and returns one <svg> element without prologue; the numbers behind it are in the same Debrief, for the
table beside it.  Matplotlib comes late: it takes a third of a second to import.
"""

from __future__ import annotations

import textwrap
from math import exp
from typing import Any

from ..rules.vocabulary import RUNGS
from .debrief import Belief, Debrief, Told
from .paper import DOWN, PEN, PLAIN, SOFT, STYLES, UP, dates, name_ends, percents, sheet, svg, timeline

_MOST_BARS = 8


def belief(debrief: Debrief, observer: int) -> str:
    """What one observer believed of home over time, in four dimensions."""
    told = debrief.observers[observer]
    figure, axes = sheet(
        f"What {told.short} believed of {debrief.home}", "as a chance, in each of four respects", height=4.3
    )
    x = dates(debrief.turns)
    ends = []
    for one, (colour, dash, mark) in zip(told.beliefs, STYLES, strict=False):
        start = _percent(one.opening)
        y = [start, *(100 * p for p in one.p)]
        axes.plot(
            [x[0] - 0.5, *x],
            y,
            color=colour,
            linestyle=dash,
            marker=mark,
            markersize=4,
            linewidth=1.7,
            markevery=max(1, len(x) // 12),
        )
        ends.append((y[-1], one.name, colour))
    percents(axes)
    timeline(debrief, axes, x)
    name_ends(axes, x[-1], ends)
    return svg(figure, f"belief-{observer}")


def waterfall(debrief: Debrief, observer: int, dimension: int) -> str:
    """Why one belief moved: the record, the largest reasons in order of date, everything else, and where it ended.  In log-odds."""
    told = debrief.observers[observer]
    one = told.beliefs[dimension]
    bars = _bars(one)
    subtitle = f"{told.short}, “{one.name.lower()}”: evidence in log-odds; each step adds to the last"
    figure, axes = sheet("Why it moved", subtitle, height=4.8, right=0.985, left=0.012, bottom=0.86)
    level = 0.0
    for place, (_, size, kind) in enumerate(bars):
        bottom = 0.0 if kind in ("record", "end") else level
        colour = PLAIN if kind in ("record", "end") else UP if size > 0 else DOWN
        # What raised a belief is solid, what lowered it is hollow.
        hollow = kind == "step" and size < 0
        axes.bar(
            place,
            size,
            bottom=bottom,
            width=0.62,
            facecolor=f"{DOWN}2e" if hollow else colour,
            edgecolor=colour,
            linewidth=1.4,
        )
        level = size if kind == "record" else level if kind == "end" else level + size
        if place < len(bars) - 1:
            axes.plot([place + 0.31, place + 0.69], [level, level], color=SOFT, linewidth=0.8)
        _value(axes, place, bottom + size, size)
    axes.axhline(0, color=PEN, linewidth=0.9)
    axes.set_xticks(range(len(bars)), [_wrapped(label) for label, _, _ in bars], fontsize=8.5)
    low, high = axes.dataLim.intervaly
    axes.set_ylim(min(low, 0) - 0.13 * (high - low), max(high, 0) + 0.13 * (high - low))
    axes.set_xlim(-0.6, len(bars) - 0.4)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="x", length=0)
    return svg(figure, f"waterfall-{observer}-{dimension}")


def approval(debrief: Debrief) -> str:
    """Approval by group over time, with the votes."""
    figure, axes = sheet("What home thought of the handling", "approval by group, per cent", height=4.3)
    x = dates(debrief.turns)
    ends = []
    for group, (colour, dash, mark) in zip(debrief.groups, STYLES * 2, strict=False):
        y = [group.opening, *group.approval]
        axes.plot(
            [x[0] - 0.5, *x],
            y,
            color=colour,
            linestyle=dash,
            marker=mark,
            markersize=4,
            linewidth=1.5,
            markevery=max(1, len(x) // 12),
        )
        ends.append((y[-1], group.name, colour))
    low, high = axes.get_ylim()
    axes.set_ylim(min(low, 30), max(high, 65))
    axes.axhline(35, color=DOWN, linewidth=0.8, linestyle=(0, (1, 2)))
    axes.text(x[0] - 0.5, 35.4, "below this line a group pulls its lever", color=SOFT, fontsize=8.5, va="bottom")
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:.0f} %")
    timeline(debrief, axes, x)
    name_ends(axes, x[-1], ends)
    return svg(figure, "approval")


def rungs(debrief: Debrief) -> str:
    """Both sides on the ladder over time, one strip a counterpart."""
    shown = [one for one in debrief.observers if one.rungs]
    figure, strips = sheet(
        "On the ladder",
        "the rung of each side",
        height=0.85 + 1.35 * len(shown),
        strips=len(shown),
        right=0.97,
        top=1.05,
    )
    x = dates(debrief.turns)
    for one, axes in zip(shown, strips, strict=True):
        top = max(3, *(max(pair) for pair in one.rungs))
        for side, (name, shift) in enumerate(((debrief.home, 0.06), (one.short, -0.06))):
            colour, dash, _ = STYLES[side]
            y = [pair[side] + shift for pair in one.rungs]
            axes.step(x, y, where="post", color=colour, linestyle=dash, linewidth=1.8, label=name)
        axes.set_ylim(-0.4, top + 0.5)
        axes.set_yticks(range(top + 1), RUNGS[: top + 1], fontsize=8.5)
        axes.set_title(one.short, loc="left", fontsize=10.5, color=PEN, pad=3)
        axes.legend(
            frameon=False,
            ncols=2,
            loc="lower right",
            bbox_to_anchor=(1, 0.98),
            fontsize=8.5,
            handlelength=3.2,
            labelcolor=SOFT,
        )
        timeline(debrief, axes, x, named=False, years=one is shown[-1])
    return svg(figure, "rungs")


# --- bars


def _percent(log_odds: float) -> float:
    return 100 / (1 + exp(-log_odds))


def _bars(one: Belief) -> list[tuple[str, float, str]]:
    """(label, size, kind): record, the largest reasons by date, the rest together, the end."""
    closing = one.closing
    large = sorted(one.told, key=lambda told: -abs(told.size))[:_MOST_BARS]
    chosen = [told for told in one.told if told in large and told.kind not in ("small", "faded")]
    rest = closing - one.opening - sum(told.size for told in chosen)
    bars = [("Record they began with", one.opening, "record"), *((_dated(told), told.size, "step") for told in chosen)]
    if abs(rest) > 1e-9:
        bars.append(("Fading and all smaller things", rest, "step"))
    return [*bars, ("Where it ended", closing, "end")]


def _dated(told: Told) -> str:
    year = told.when.date.split()[-1]
    return f"{told.label}, {year}"


def _wrapped(label: str) -> str:
    lines = textwrap.wrap(label, 13, break_long_words=False)
    return "\n".join(lines if len(lines) <= 4 else [*lines[:3], lines[-1]])


def _value(axes: Any, place: int, top: float, size: float) -> None:
    axes.annotate(
        f"{size:+.2f}".replace("-", "−"), (place, top), xytext=(0, 4 if size >= 0 else -4), textcoords="offset points", ha="center",
        va="bottom" if size >= 0 else "top", fontsize=9.5, color=PEN,
    )  # fmt: skip
