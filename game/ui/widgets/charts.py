"""Charts as nodes: each says in words what it shows, so that nothing on it needs to be seen.

The numbers come from the debrief. Before the debrief no screen may show one of these about trust.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.ui.geometry import Align, Box, Kind
from game.ui.tree import Node, Role
from game.ui.widgets import gauges, plots, styles
from game.ui.widgets.boxes import row
from game.ui.widgets.gauges import Column
from game.ui.widgets.looks import Drawn
from game.ui.widgets.plots import Bar, LinePlot, Series, signed
from game.ui.widgets.words import part

PERCENT = ((0.0, "0 %"), (0.25, ""), (0.5, "even"), (0.75, ""), (1.0, "100 %"))


def lines(id: str, name: str, plot: LinePlot, *, told: str = "", **box: Any) -> Node:
    """Lines over time. `told` replaces the words made from each line's first and last value."""
    said = told or ". ".join(_told(one, plot) for one in plot.series)

    def draw(surface: Any, rect: Any, theme: Any, scale: float) -> None:
        plots.paint_lines(surface, rect, theme, scale, plot)

    box.setdefault("min_h", 220)
    return Node(Role.IMAGE, name, description=said, id=id, box=Box(em=True, **box), paint=Drawn(draw, (plot,)))


def _told(one: Series, plot: LinePlot) -> str:
    def words(value: float) -> str:
        return f"{value:.0%}" if plot.high <= 1 else f"{value:.0f}"

    return f"{one.name}: from {words(one.values[0])} to {words(one.values[-1])}" if one.values else one.name


def waterfall(id: str, name: str, bars: Sequence[Bar], **box: Any) -> Node:
    """What moved one belief: where it began, each step, where it ended. All steps are told, the largest are drawn."""
    said = ". ".join(f"{bar.label} {signed(bar.size)}" for bar in bars)
    held = tuple(bars)

    def draw(surface: Any, rect: Any, theme: Any, scale: float) -> None:
        plots.paint_waterfall(surface, rect, theme, scale, held)

    box.setdefault("min_h", 260)
    return Node(Role.IMAGE, name, description=said, id=id, box=Box(em=True, **box), paint=Drawn(draw, held))


def columns(id: str, name: str, parts: Sequence[Column], *, told: str, **box: Any) -> Node:
    """Parts of a whole, as wide as their weight, with the share of each under it."""
    held = tuple(parts)

    def draw(surface: Any, rect: Any, theme: Any, scale: float) -> None:
        gauges.paint_columns(surface, rect, theme, scale, held)

    box.setdefault("min_h", 120)
    return Node(Role.IMAGE, name, description=told, id=id, box=Box(em=True, **box), paint=Drawn(draw, held))


def meter(value: float, colour: str = "brass", *, mark: float | None = None, **box: Any) -> Node:
    """A silent bar; the words beside it tell its value (0 to 1)."""

    def draw(surface: Any, rect: Any, theme: Any, scale: float) -> None:
        gauges.paint_meter(surface, rect, theme, scale, value, colour, mark)

    return Node(Role.PART, box=Box(height=24, **box), paint=Drawn(draw, ("meter", value, colour, mark)))


def life(span: tuple[int, int], events: Sequence[int], whole: int, colour: str, **box: Any) -> Node:
    """A silent line of a life on the campaign's calendar; the row it stands in tells its dates."""
    held = tuple(events)

    def draw(surface: Any, rect: Any, theme: Any, scale: float) -> None:
        gauges.paint_life(surface, rect, theme, scale, span, held, whole, colour)

    return Node(
        Role.PART, box=Box(height=22, self_align=Align.CENTRE, **box), paint=Drawn(draw, (span, held, whole, colour))
    )


def clock(gone: int, most: int, figure: str, *, size: int = 104) -> Node:
    """A silent dial; the words beside it tell what it shows."""

    def draw(surface: Any, rect: Any, theme: Any, scale: float) -> None:
        gauges.paint_clock(surface, rect, theme, scale, gone, most, figure)

    return Node(
        Role.PART,
        box=Box(width=size, height=size, self_align=Align.CENTRE, em=True),
        paint=Drawn(draw, ("clock", gone, most, figure)),
    )


def badge(number: int) -> Node:
    """An entry's number on its disc, as the charts show it."""

    def draw(surface: Any, rect: Any, theme: Any, scale: float) -> None:
        plots.paint_badge(surface, rect.center, number, theme, scale)

    return Node(
        Role.PART, box=Box(width=22, height=22, self_align=Align.START, em=True), paint=Drawn(draw, ("badge", number))
    )


def key(names: Sequence[str]) -> Node:
    """The lines' signs with their names, for where the ends stand too close."""
    kids = []
    for look, name in enumerate(names):
        kids.append(row(_sign(look), part(name, styles.CAPTION, wrap=False), gap=6, align=Align.CENTRE))
    return Node(Role.PART, box=Box(Kind.WRAP, gap=16, line_gap=2), children=kids)


def _sign(look: int) -> Node:
    def draw(surface: Any, rect: Any, theme: Any, scale: float) -> None:
        colour = theme.colour(plots.COLOURS[look % len(plots.COLOURS)])
        plots.paint_sign(surface, rect.center, look, colour, theme, rect.w / 2 - 1)

    return Node(
        Role.PART, box=Box(width=12, height=12, self_align=Align.CENTRE, em=True), paint=Drawn(draw, ("sign", look))
    )
