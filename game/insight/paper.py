"""The sheet on which every chart of a report is drawn: ink on paper, few lines, serif titles.

Every series is named where it ends, and told apart by its dash and mark before its colour.  Knows what a Debrief's turns are, and nothing
of what is drawn on them.
"""

from __future__ import annotations

import io
import logging
import re
import textwrap
from collections.abc import Sequence
from typing import Any

from ..folders import ASSETS
from .debrief import Debrief, When

PEN, SOFT, RULE = "#24262b", "#595143", "#c9b992"
UP, DOWN, PLAIN = "#1f6b45", "#9c2f25", "#7a6a48"
STYLES = (
    ("#2f4d7c", "-", "o"),
    ("#9c2f25", (0, (6, 2)), "s"),
    ("#1f6b45", (0, (2, 1.5)), "^"),
    ("#7a5310", (0, (7, 2, 1.5, 2)), "D"),
    ("#5b3f78", (0, (1, 1)), "v"),
    (PEN, (0, (10, 3)), "x"),
)
"""Colour, dash and mark of a series: each tells it apart alone."""

_SIZE = {"font.size": 10, "axes.titlesize": 15, "axes.labelsize": 9.5, "xtick.labelsize": 9.5, "ytick.labelsize": 9.5}
_WEEKS = 26


def sheet(
    title: str,
    subtitle: str,
    *,
    height: float,
    strips: int = 0,
    left: float = 0.095,
    right: float = 0.79,
    top: float = 0.78,
    bottom: float = 0.42,
) -> tuple[Any, Any]:
    """A figure of report width with its title; one axes, or a list of strips.  left, right: shares of the width; top, bottom: inches."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    matplotlib.rcParams.update(
        {
            "font.family": _serif(),
            "svg.fonttype": "none",
            "svg.hashsalt": "good-offices",
            "hatch.linewidth": 1.2,
            **_SIZE,
        }
    )
    figure, axes = pyplot.subplots(max(1, strips), 1, figsize=(9.2, height), squeeze=False, sharex=True)
    figure.patch.set_alpha(0)
    inch = 1 / height
    figure.subplots_adjust(left=left, right=right, top=1 - top * inch, bottom=bottom * inch, hspace=0.62)
    figure.text(0.012, 1 - 0.05 * inch, title, fontsize=15, color=PEN, va="top", weight="semibold")
    figure.text(0.012, 1 - 0.36 * inch, subtitle, fontsize=10, color=SOFT, va="top", style="italic")
    plain = [row[0] for row in axes]
    for one in plain:
        one.patch.set_alpha(0)
        for side in ("top", "right"):
            one.spines[side].set_visible(False)
        for side in ("left", "bottom"):
            one.spines[side].set_color(RULE)
        one.tick_params(colors=SOFT, color=RULE)
    return figure, plain if strips else plain[0]


def _serif() -> str:
    """The project's serif if it is there and sound, so that labels are measured in the face they are set in."""
    from matplotlib import font_manager

    # A weight that is missing is made up for; matplotlib's remarks about it would stand between a player's lines.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    for file in ("serif-regular", "serif-semibold", "serif-italic"):
        path = ASSETS / "fonts" / f"{file}.ttf"
        if path.is_file() and str(path) not in _FACES:
            try:
                font_manager.fontManager.addfont(str(path))
            except RuntimeError:  # not a font
                continue
            _FACES[str(path)] = font_manager.FontProperties(fname=str(path)).get_name()
    return next(iter(_FACES.values()), "serif")


_FACES: dict[str, str] = {}


def svg(figure: Any, name: str) -> str:
    from matplotlib import pyplot

    drawn = io.StringIO()
    figure.savefig(drawn, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    pyplot.close(figure)
    text = drawn.getvalue()
    text = re.sub(r"<metadata>.*?</metadata>", "", text[text.index("<svg") :], flags=re.DOTALL)
    text = re.sub(r'width="[\d.]+pt" height="[\d.]+pt"', 'class="chart"', text, count=1).replace(
        "*{stroke", ".chart *{stroke"
    )
    # Several charts stand in one page: an id must not occur in two of them.
    text = re.sub(r'(\bid="|"#|url\(#)', rf"\g<1>{name}-", text)
    return text.strip()


# --- what the charts share


def dates(turns: Sequence[When]) -> list[float]:
    """Half-years since the start, at the end of each turn; a fortnight is a thirteenth."""
    return [turn.season + 2 * turn.step / _WEEKS for turn in turns]


def timeline(debrief: Debrief, axes: Any, x: Sequence[float], *, named: bool = True, years: bool = True) -> None:
    """Years below, and a rule at every change of administration."""
    first = next((place for place, turn in enumerate(debrief.turns) if "Spring" in turn.date or turn.date.isdigit()), 0)
    marks = [
        (x[place], turn.date.split()[-1])
        for place, turn in enumerate(debrief.turns)
        if turn.step == 0 and place >= first
    ]
    labels = {year: at for at, year in reversed(marks)}
    axes.set_xticks(list(labels.values()), list(labels) if years else [""] * len(labels))
    axes.tick_params(axis="x", labelbottom=years)
    axes.set_xlim(x[0] - 0.5, x[-1] + 0.3)
    axes.grid(axis="y", color=RULE, linewidth=0.5, alpha=0.7)
    axes.set_axisbelow(True)
    for vote in debrief.votes:
        at = x[vote.when.turn] + 0.5
        if at < x[-1]:
            axes.axvline(at, color=SOFT, linewidth=0.9, linestyle=(0, (4, 3)))
            if named:
                words = "returned" if vote.returned else "the government fell" if vote.fell else "voted out"
                axes.annotate(
                    words,
                    (at, 1),
                    xycoords=("data", "axes fraction"),
                    xytext=(3, 3),
                    textcoords="offset points",
                    fontsize=8.5,
                    color=SOFT,
                )


def percents(axes: Any) -> None:
    axes.set_ylim(0, 100)
    axes.set_yticks([0, 25, 50, 75, 100], ["0 %", "25", "even", "75", "100 %"])


def name_ends(axes: Any, x: float, ends: Sequence[tuple[float, str, str]]) -> None:
    """Each series is named where it ends; names that would touch are moved apart, and a hair leads to the line."""
    low, high = axes.get_ylim()
    gap = (high - low) * 0.062
    placed = spread([y for y, _, _ in ends], gap, low, high)
    for (y, name, colour), at in zip(ends, placed, strict=True):
        place = (1.022, (at - low) / (high - low))
        hair = {"arrowstyle": "-", "color": colour, "linewidth": 0.6, "shrinkA": 1, "shrinkB": 3}
        words = textwrap.shorten(name, 30, placeholder="…")
        axes.annotate(
            words, (x, y), place, textcoords="axes fraction", fontsize=10, color=colour, va="center", arrowprops=hair
        )


def spread(values: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places as near to the values as can be that keep their order and lie a gap apart, between low and high where there is room."""
    order = sorted(range(len(values)), key=lambda k: values[k])
    placed, floor, roof = list(values), low, high
    for k in order:
        placed[k] = max(placed[k], floor)
        floor = placed[k] + gap
    for k in reversed(order):
        placed[k] = min(placed[k], roof)
        roof = placed[k] - gap
    return placed
