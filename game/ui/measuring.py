"""The real measure: set words as the type painter will set them, at one text scale."""

from __future__ import annotations

from functools import lru_cache

from game.ui.paint import marks, type
from game.ui.paint.type import Style


class TypeMeasure:
    """Implements `sizes.Measure` with the type that is drawn, so that measuring and drawing cannot differ."""

    def __init__(self, scale: float) -> None:
        self.scale = scale

    def width(self, words: str, style: object) -> int:
        return _width(words, _style(style), self.scale)

    def longest_word(self, words: str, style: object) -> int:
        return _longest(words, _style(style), self.scale)

    def height(self, words: str, style: object, width: int) -> int:
        return type.measure_block(words, _style(style), width, self.scale)


def _style(style: object) -> Style:
    if not isinstance(style, Style):
        raise TypeError(f"a node's words need a Style, not {style!r}")
    return style


@lru_cache(8192)
def _width(words: str, style: Style, scale: float) -> int:
    return type.layout(words, style, None, scale).width + 1


@lru_cache(8192)
def _longest(words: str, style: Style, scale: float) -> int:
    """Marks may set any word strong, so each is measured as the wider of its two weights."""
    wide = 0
    for run in marks.runs(words):
        for word in run.words.split():
            marked = f"**{word}**" if run.strong else f"*{word}*" if run.italic else word
            wide = max(wide, _width(marked, style, scale))
    return wide
