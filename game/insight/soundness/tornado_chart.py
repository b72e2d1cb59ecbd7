"""The tornado as a picture for the documentation: three outcomes under one another, in points of one scale."""

from __future__ import annotations

from pathlib import Path

from ..paper import DOWN, PEN, RULE, SOFT, UP, sheet, svg
from .tornado import OUTCOMES, PLAYER, Tornado

_BARS = 10


def chart(found: Tornado) -> str:
    """One <svg> element.  A quarter higher is solid, a quarter lower is hollow."""
    title, subtitle = (
        "What a quarter more or less of each setting does",
        f"{PLAYER}, {found.plays} plays a climate, in points",
    )
    figure, strips = sheet(
        title, subtitle, height=8.6, strips=len(OUTCOMES), left=0.2, right=0.97, top=0.95, bottom=0.5
    )
    figure.subplots_adjust(hspace=0.3)
    for n, (outcome, axes) in enumerate(zip(OUTCOMES, strips, strict=True)):
        top = found.largest(n, _BARS)
        for place, swing in enumerate(top):
            for value, hollow in ((swing.low[n], True), (swing.high[n], False)):
                colour = UP if value > 0 else DOWN
                face = "none" if hollow else colour
                axes.barh(place, value, height=0.62, facecolor=face, edgecolor=colour, linewidth=1.1)
        axes.set_yticks(range(len(top)), [swing.name for swing in top])
        axes.invert_yaxis()
        axes.axvline(0, color=PEN, linewidth=0.8)
        axes.grid(axis="x", color=RULE, linewidth=0.5, alpha=0.7)
        axes.set_axisbelow(True)
        axes.set_title(f"{outcome.capitalize()}: {found.base[n]:.1f}", loc="left", fontsize=11, color=PEN)
    strips[-1].set_xlabel("points; solid: a quarter higher, hollow: a quarter lower", color=SOFT)
    return svg(figure, f"tornado-{found.scenario}")


def write(folder: Path, found: Tornado) -> Path:
    """The picture as a file of its own; the folder must be there."""
    path = folder / f"tornado-{found.scenario}.svg"
    # A picture that stands alone has a size of its own; in a page the page gives it one.
    path.write_text(chart(found).replace("<svg ", '<svg width="920" ', 1) + "\n", encoding="utf-8")
    return path
