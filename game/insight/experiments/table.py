"""The page that `validate` prints: findings beside what the rules give, then a summary, then what is red, broken or contested.

Plain lines of at most 120 columns, the same for a terminal, a pipe and the docs.
"""

from __future__ import annotations

import itertools
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from .lab import DRAWS, Band
from .verdicts import Row, Verdict

WIDTH = 120
_GAP = "  "
_HEADS = ("id", "finding and source", "figure", "measured", "band", "verdict", "confidence")
_FIGURE = 25


def page(rows: Sequence[Row], seeds: int, draws: int = DRAWS) -> list[str]:
    """The whole page."""
    lines = [*table(rows), summary(rows, seeds, draws)]
    for head, told in (
        ("Broken", [(row.experiment.id, row.trouble) for row in rows if row.trouble]),
        ("Why red", [(row.experiment.id, row.experiment.why_red) for row in rows if row.verdict is Verdict.RED]),
        ("Contested", [(row.experiment.id, row.experiment.contested) for row in rows if row.experiment.contested]),
    ):
        if told:
            lines += ["", head]
            lines += [line for id, sentence in told for line in _hung(id, sentence or "No reason is given.")]
    return lines


def table(rows: Sequence[Row]) -> Iterator[str]:
    """Head, rule, then each finding with one line a figure, the gravest first; findings stand apart by an empty line."""
    blocks = [_figures(row) for row in rows]
    mark = max(len(row.experiment.id) for row in rows)
    measured, band = (max(len(cells[k]) for cells in [_HEADS[2:], *itertools.chain(*blocks)]) for k in (1, 2))
    verdict, confidence = len(_HEADS[5]), len(_HEADS[6])
    rest = WIDTH - mark - measured - band - verdict - confidence - len(_GAP) * (len(_HEADS) - 1)
    figure = min(_FIGURE, rest // 2)
    widths = [mark, rest - figure, figure, measured, band, verdict, confidence]
    yield _line(_HEADS, widths)
    yield _line(["-" * width for width in widths], widths)
    for row, block in zip(rows, blocks, strict=True):
        yield from _block(row, block, widths)
        yield ""


def summary(rows: Sequence[Row], seeds: int, draws: int) -> str:
    """How many hold, in one sentence."""
    counts = Counter(row.verdict for row in rows)
    words = {Verdict.HOLDS: "hold", Verdict.RED: "red", Verdict.BROKEN: "broken", Verdict.FROM_MEMORY: "from memory"}
    parts = [
        f"{counts[verdict]} {word}" for verdict, word in words.items() if counts[verdict] or verdict is Verdict.HOLDS
    ]
    findings = "1 finding" if len(rows) == 1 else f"{len(rows)} findings"
    luck = "1 seed" if seeds == 1 else f"{seeds} seeds, all of which must pass"
    return f"{findings}: {', '.join(parts)}; {luck}; {draws:,} draws or more where chance is drawn."


def spread(values: Sequence[float]) -> str:
    """What the seeds gave: one figure where they agree at the shown precision, else the range."""
    low, high = shown(min(values), max(values)), shown(max(values), max(values))
    return low if low == high else f"{low} to {high}"


def shown(value: float, beside: float | None = None) -> str:
    """A figure with three digits that count, at most three of them behind the point."""
    size = abs(value if beside is None else beside)
    digits = 0 if size >= 99.95 else 1 if size >= 9.995 else 2 if size >= 0.9995 else 3
    told = f"{value:,.{digits}f}"
    return told.removeprefix("-") if float(told.replace(",", "")) == 0 else told


def bounds(band: Band) -> str:
    """A band in words: 0.70 to 0.80, at least 3, at most 5."""
    if band.low is None:
        return f"at most {_end(band.high)}"
    return f"at least {_end(band.low)}" if band.high is None else f"{_end(band.low)} to {_end(band.high)}"


def _end(value: float | None) -> str:
    return "" if value is None else f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"


Cells = tuple[str, str, str, str]


def _figures(row: Row) -> list[Cells]:
    """Figure, measured, band, verdict; the gravest first, so that a finding's first line bears the finding's verdict."""
    order = sorted(row.experiment.bands, key=lambda figure: list(Verdict).index(row.of(figure)))
    return [
        (figure, spread(row.measured[figure]) if figure in row.measured else "none", bounds(row.experiment.bands[figure]), row.of(figure))
        for figure in order
    ]  # fmt: skip


def _block(row: Row, figures: Sequence[Cells], widths: Sequence[int]) -> Iterator[str]:
    made = row.experiment
    words = textwrap.wrap(made.finding, widths[1])
    words += textwrap.wrap(made.source, widths[1], initial_indent="  ", subsequent_indent="  ")
    sure = textwrap.wrap(made.confidence, widths[6])
    right: list[Sequence[str]] = []
    for figure, measured, band, verdict in figures:
        stacked = textwrap.wrap(figure, widths[2]), [measured], [band], textwrap.wrap(verdict, widths[5])
        right += zip_longest(*stacked, fillvalue="")
    for id, finding, cells, mark in zip_longest([made.id], words, right, sure, fillvalue=""):
        yield _line([id, finding, *(cells or ("", "", "", "")), mark], widths)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(f"{cell:{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


def _hung(id: str, sentence: str) -> list[str]:
    return textwrap.wrap(f"{id}  {sentence}", WIDTH, initial_indent="  ", subsequent_indent=" " * (len(id) + 4))
