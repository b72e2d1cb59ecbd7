"""The page that `validate` prints: findings beside what the rules give, then a summary, then what is red, broken or contested.

Plain lines of at most 120 columns, the same for a terminal, a pipe and the docs.
"""

from __future__ import annotations

import itertools
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from game.printable import printable

from .lab import DRAWS, STANDING
from .reading import beside_its_band, bounds
from .verdicts import Row, Verdict

WIDTH = 120
_GAP = "  "
_HEADS = ("id", "finding and source", "figure", "measured", "band", "verdict", "confidence")
_FIGURE = 25
_NUMBERS = 24  # measured figures and bands wider than this take several lines
_SURE = len("construction")
_STANDINGS = (
    "Tested: nothing was set on the finding. Fitted: parameters were set on it. By construction: it follows from the form of the "
    "rules and cannot well fail."
)


def page(rows: Sequence[Row], seeds: int, draws: int = DRAWS) -> list[str]:
    """The whole page."""
    lines = [*table(rows), *textwrap.wrap(summary(rows, seeds, draws), WIDTH)]
    if any(row.experiment.standing != STANDING[0] for row in rows):
        lines += textwrap.wrap(_STANDINGS, WIDTH)
    for head, told in (
        ("Broken", [(row.experiment.id, row.trouble) for row in rows if row.trouble]),
        ("Warnings", [(row.experiment.id, row.note) for row in rows if row.note]),
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
    cells = [_HEADS[2:], *itertools.chain(*blocks)]
    measured, band = (min(_NUMBERS, max(len(cell[k]) for cell in cells)) for k in (1, 2))
    verdict = len(_HEADS[5])
    rest = WIDTH - mark - measured - band - verdict - _SURE - len(_GAP) * (len(_HEADS) - 1)
    figure = min(_FIGURE, rest // 2)
    widths = [mark, rest - figure, figure, measured, band, verdict, _SURE]
    yield _line(_HEADS, widths)
    yield _line(["-" * width for width in widths], widths)
    for row, block in zip(rows, blocks, strict=True):
        yield from _block(row, block, widths)
        yield ""


def summary(rows: Sequence[Row], seeds: int, draws: int) -> str:
    """How many hold, of which standing, in one sentence."""
    counts = Counter(row.verdict for row in rows)
    held = Counter(row.experiment.standing for row in rows if row.verdict is Verdict.HOLDS)
    kinds = ", ".join(f"{held[standing]} {standing}" for standing in STANDING if held[standing])
    parts = [f"{counts[Verdict.HOLDS]} hold" + (f" ({kinds})" if kinds else "")]
    parts += [
        f"{counts[verdict]} {'red' if verdict is Verdict.RED else verdict}"
        for verdict in (Verdict.RED, Verdict.BROKEN, Verdict.FROM_MEMORY, Verdict.NOT_JUDGED)
        if counts[verdict]
    ]
    findings = "1 finding" if len(rows) == 1 else f"{len(rows)} findings"
    luck = "1 seed" if seeds == 1 else f"{seeds} seeds, all of which must pass"
    return f"{findings}: {', '.join(parts)}; {luck}; {draws:,} draws where chance is drawn, unless a finding says otherwise."


Cells = tuple[str, str, str, str]


def _figures(row: Row) -> list[Cells]:
    """Figure, measured, band, verdict; the gravest first, so that a finding's first line bears the finding's verdict."""
    bands = row.experiment.bands

    def cells(figure: str) -> Cells:
        values = row.measured.get(figure)
        measured, band = beside_its_band(values, bands[figure]) if values else ("none", bounds(bands[figure]))
        return figure, measured, band, row.of(figure)

    return [cells(figure) for figure in sorted(bands, key=lambda figure: list(Verdict).index(row.of(figure)))]


def _block(row: Row, figures: Sequence[Cells], widths: Sequence[int]) -> Iterator[str]:
    made = row.experiment
    words = textwrap.wrap(_plain(made.finding), widths[1])
    words += textwrap.wrap(_plain(made.source), widths[1], initial_indent="  ", subsequent_indent="  ")
    sure = [line for told in (made.confidence, made.standing) for line in textwrap.wrap(told, widths[6])]
    right: list[Sequence[str]] = []
    for cells in figures:
        stacked = (textwrap.wrap(_plain(cell), width) for cell, width in zip(cells, widths[2:6], strict=True))
        right += zip_longest(*stacked, fillvalue="")
    for id, finding, numbers, mark in zip_longest([made.id], words, right, sure, fillvalue=""):
        yield _line([id, finding, *(numbers or ("", "", "", "")), mark], widths)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(f"{cell:{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


def _plain(words: str) -> str:
    """On one line, and harmless to a terminal."""
    return printable(" ".join(words.split()))


def _hung(id: str, sentence: str) -> list[str]:
    return textwrap.wrap(f"{id}  {_plain(sentence)}", WIDTH, initial_indent="  ", subsequent_indent=" " * (len(id) + 4))
