"""The only place that knows how a table lies in memory, and the handful of array idioms every rule uses.

A column has shape (rows, ...) but is laid out rows fastest, so that `column[:, c]` is one contiguous vector and sums over small axes are
loops over long vectors.  Amounts lie on a grid of 2**-20: sums of such numbers are exact in any order, which is why one row alone and the
same row in a batch agree bit for bit, and why a save replays on another processor.  Knows nothing of the game.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Real = NDArray[np.float64]
Bool = NDArray[np.bool_]
Index = NDArray[Any]  # any integer array
Array = NDArray[Any]

_ANCHOR = 1.5 * 2.0**32  # a float64 of this size has a last bit of 2**-20


def zeros(rows: int, shape: Sequence[int], dtype: Any, fill: float = 0) -> Array:
    """A new column (rows, *shape), rows fastest."""
    return rows_first(np.full((*shape, rows), fill, dtype))


def rows_first(x: Array) -> Array:
    """(..., rows) -> (rows, ...), a view."""
    return x.transpose(-1, *range(x.ndim - 1))


def rows_last(x: Array) -> Array:
    """(rows, ...) -> (..., rows), a view."""
    return x.transpose(*range(1, x.ndim), 0)


def take_rows(column: Array, index: Index) -> Array:
    """The chosen rows of a column as a new column of the same layout."""
    return rows_first(np.ascontiguousarray(rows_last(column)[..., index]))


def case_table(table: Any) -> Array:
    """Store a table (cases, ...) cases fastest, so that `look_up` reads it without a copy."""
    array = np.asarray(table)
    return rows_first(np.ascontiguousarray(rows_last(array)))


def look_up(table: Array, index: Index) -> Array:
    """table: (cases, ...), index: (rows,) -> (rows, ...), laid out as a column."""
    return rows_first(rows_last(table).take(index, axis=-1, mode="clip"))


def on_grid(x: Any) -> Any:
    """Round float64 to multiples of 2**-20.  |x| < 2**31."""
    return (x + _ANCHOR) - _ANCHOR


def coarse(x: Any) -> Any:
    """Round to multiples of 2**-8: factors that multiply news stay exact (2**-8 times 2**-12 lies on the grid)."""
    return np.rint(x * 256) * (1 / 256)


def news_grid(x: Any) -> Any:
    """Round evidence to multiples of 2**-12, a four-thousandth of a logit."""
    return np.rint(x * 4096) * (1 / 4096)


def entries(mask: Bool) -> tuple[Index, ...]:
    """Places (row, ...) of the true cells of a (rows, ...) mask, found in memory order: each (k,)."""
    flat = np.flatnonzero(rows_last(mask).reshape(-1))
    *rest, row = np.unravel_index(flat, (*mask.shape[1:], mask.shape[0]))
    return row, *rest


def add_at(column: Array, place: tuple[Any, ...], amount: Any) -> None:
    """column[place] += amount, where a cell may stand in the list several times.  place: row and cells, each (k,) or scalar.

    numpy's `add.at` is fast on a flat axis alone: the cells are found in memory first.
    """
    flat = rows_last(column).reshape(-1)  # a view: rows are fastest
    row, *cells = place
    at = np.asarray(row, np.intp)
    stride = column.shape[0]
    for cell, size in zip(reversed(cells), reversed(column.shape[1:]), strict=True):
        at = at + np.asarray(cell, np.intp) * stride
        stride *= size
    np.add.at(flat, at, amount)


def first_of_each(row: Index, rows: int) -> Index:
    """Places of the first entry of every row in a list, without a sort.  row: (k,) -> (m,)."""
    first = np.empty(rows, np.intp)
    order = np.arange(len(row))
    first[row[::-1]] = order[::-1]
    return np.flatnonzero(first[row] == order)


def add_rows(column: Array, row: Index, amounts: Array) -> None:
    """column[row] += amounts, where a row may stand several times.  amounts: (k, n) for a column (rows, n)."""
    for cell in range(column.shape[1]):
        np.add.at(column[:, cell], row, amounts[:, cell])


def best_of(values: Sequence[Array]) -> Array:
    """Index of the greatest among arrays of one shape, int8; the first wins a tie."""
    top, index = values[0], np.zeros(values[0].shape, np.int8)
    for k, value in enumerate(values[1:], 1):
        np.maximum(index, (value > top) * np.int8(k), out=index)
        top = np.maximum(top, value)
    return index


def sigma(x: Any) -> Any:
    """The logistic function."""
    return 1 / (1 + np.exp(-x))


def logit(p: Any) -> Any:
    """Its inverse."""
    return np.log(p / (1 - p))
