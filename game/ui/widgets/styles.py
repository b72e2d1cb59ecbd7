"""The type of the window by use, in logical pixels: change a size here and nowhere else."""

from __future__ import annotations

from dataclasses import replace

from game.ui.paint.type import Style

TITLE = Style("title", 88, "ink", "medium", leading=100)
BOOK_HEAD = Style("title", 40, "ink", "medium", leading=48)
SCREEN = Style("serif", 23, "ink", "semibold", leading=30)
SECTION = Style("serif", 20, "ink", "semibold", leading=28)
CARD = Style("serif", 18, "ink", "semibold", leading=24)
ROW = Style("serif", 17, "ink", "semibold", leading=23)
SAID = Style("serif", 17, "ink", leading=24)
SENTENCE = Style("serif", 17, "soft", leading=26)
WORD = Style("serif", 17, "brass", "semibold", leading=24)

BODY = Style("ui", 15, "soft", leading=22)
CARD_BODY = Style("ui", 14, "soft", leading=19)
STRONG_BODY = Style("ui", 15, "ink", "medium", leading=22, strong="ink")
CONTROL = Style("ui", 15, "soft", "medium", leading=20)
SMALL_CONTROL = Style("ui", 14, "soft", "medium", leading=19)
CAPTION = Style("ui", 14, "mute", leading=19, strong="ink")
FACT = Style("ui", 14, "ink", leading=19, strong="brass")
CAPS = Style("ui", 13, "brass", "semibold", tracking=1.4, leading=20)
KEY = Style("ui", 14, "soft", "semibold", leading=18)
PRIMARY = Style("ui", 17, "brass-ink", "semibold", leading=24)
PRIMARY_KEY = Style("ui", 14, "brass-ink", "semibold", leading=18)

DOCUMENT = Style("serif", 17, "pen", leading=25)
DOCUMENT_BESIDE = Style("serif", 16, "pen", leading=23)
DOCUMENT_HEAD = Style("serif", 21, "pen", "semibold", leading=28)
DOCUMENT_NUMBER = Style("serif", 16, "pen-soft", leading=25)
DOCUMENT_CAPS = Style("ui", 13, "pen", "semibold", tracking=1.6, leading=20)
DOCUMENT_NOTE = Style("ui", 14, "pen", "medium", leading=20)
QUOTE = Style("serif", 16, "pen", italic=True, leading=21)
FILE = Style("file", 15, "pen-soft", leading=19)
SECRET = Style("ui", 14, "stamp", "semibold", leading=20)
HAND = Style("hand", 25, "hand", "medium", leading=32)
PRESS_NAME = Style("press", 21, "pen", "bold", leading=27)
PRESS_HEAD = Style("press", 23, "pen", "bold", leading=28)
PRESS_TEXT = Style("serif", 15, "pen-soft", italic=True, leading=20)


def ink(style: Style, colour: str) -> Style:
    """The same type in another ink."""
    return replace(style, colour=colour)
