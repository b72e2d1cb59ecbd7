"""Sets the sheet and the notes: Jinja2 templates, the debrief's faces and colours, everything in one file. Jinja2 comes late."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...authoring import Loaded
from ..report.writer import faces, marks
from . import notes
from .briefing import briefing

_HERE = Path(__file__).parent
_REPORT = _HERE.parent / "report"


_LEAVES = {"read.html": 6_800, "keep.html": 5_600}
"""The two pages of the sheet, and how many characters of its template's making fill one at the usual size of type."""
_USUAL, _LEAST, _MOST = 8.2, 6.6, 9.0  # points


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: what stands on it, and in what size of type it fits."""

    body: str
    points: float


def sheet(loaded: Loaded, length: str) -> str:
    """The trainees' sheet as one self-contained HTML text. Raises KeyError for a length there is not."""
    from markupsafe import Markup

    told = briefing(loaded, length)
    made = [(Markup(_environment().get_template(name).render(b=told)), room) for name, room in _LEAVES.items()]
    leaves = [Leaf(body, points(len(body.striptags()), room)) for body, room in made]
    return _set("sheet.html", "sheet.css", title=told.title, leaves=leaves)


def points(characters: int, room: int) -> float:
    """The size of type at which so many characters fill a page; the room they take grows with its square."""
    return round(min(_MOST, max(_LEAST, _USUAL * math.sqrt(room / characters))), 2)


def notes_page(markdown: str, title: str) -> str:
    """An instructor's notes likewise; `title` serves where the notes have no heading of their own."""
    from markupsafe import Markup

    found = notes.read(markdown)
    return _set("notes.html", "notes.css", title=found.title or title, contents=found.contents, body=Markup(found.body))


def _set(template: str, style: str, **values: Any) -> str:
    from markupsafe import Markup

    css = "\n".join(path.read_text(encoding="utf-8") for path in (_REPORT / "page.css", _HERE / style))
    page: str = _environment().get_template(template).render(css=Markup(css), faces=Markup(faces()), **values)
    return page


def _environment() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["marks"] = lambda text: Markup(marks(text).replace(" %", "\N{NO-BREAK SPACE}%"))
    return environment
