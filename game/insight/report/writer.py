"""Writes the report: a Jinja2 template filled from a Debrief, charts set into it as SVG, faces as data.  Jinja2 comes late."""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ...folders import ASSETS
from ...rules.vocabulary import RUNGS
from .. import charts
from ..debrief import Belief, Debrief, File, HomeLine, Told
from ..export import to_json
from .summaries import belief_line, group_line, rung_line

_HERE = Path(__file__).parent
_FACES = (
    ("Good Offices Serif", "serif-regular", 400, "normal"), ("Good Offices Serif", "serif-semibold", 600, "normal"),
    ("Good Offices Serif", "serif-italic", 400, "italic"), ("Good Offices File", "file-regular", 400, "normal"),
    ("Good Offices Hand", "hand-medium", 500, "normal"),
)  # fmt: skip
_MOST_TOLD = 12
_MOST_HOME = 8


def write(debrief: Debrief, folder: Path) -> tuple[Path, ...]:
    """debrief.html and debrief.json in a folder, made if need be.  Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {
        "debrief.html": page(debrief),
        "debrief.json": json.dumps(to_json(debrief), ensure_ascii=False, indent=1) + "\n",
    }
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return tuple(folder / name for name in made)


def page(debrief: Debrief) -> str:
    """The whole report as one self-contained HTML text."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {
        "marks": lambda text: Markup(marks(text)), "signed": signed, "percent": lambda p: f"{100 * p:.0f}\N{NO-BREAK SPACE}%",
        "state": lambda place: state(debrief, place), "rung": lambda place: RUNGS[place],
    }  # fmt: skip
    return environment.get_template("page.html").render(
        d=debrief,
        css=Markup((_HERE / "page.css").read_text(encoding="utf-8")),
        faces=Markup(faces()),
        files=[_file(debrief, file, Markup) for file in debrief.files],
        others=[_chart(debrief, o.place, Markup) for o in debrief.observers if o.place >= len(debrief.files)],
        approval={
            "svg": Markup(charts.approval(debrief)),
            "lines": [group_line(debrief, g) for g in debrief.groups],
            "moved": [(g.name, most(g.lines)) for g in debrief.groups],
        },
        rungs={
            "svg": Markup(charts.rungs(debrief)),
            "lines": [rung_line(debrief, o) for o in debrief.observers if o.rungs],
        },
    )


def _file(debrief: Debrief, file: File, markup: Any) -> dict[str, Any]:
    """One ministry: its file, its chart, and why its belief moved where it moved most."""
    observer = debrief.observers[file.of]
    dimension = max(range(len(observer.beliefs)), key=lambda d: _movement(observer.beliefs[d]))
    return _chart(debrief, file.of, markup) | {
        "file": file,
        "dimension": observer.beliefs[dimension],
        "waterfall": markup(charts.waterfall(debrief, file.of, dimension)),
        "told": [(belief, largest(belief)) for belief in observer.beliefs],
    }


def _chart(debrief: Debrief, place: int, markup: Any) -> dict[str, Any]:
    observer = debrief.observers[place]
    return {
        "observer": observer,
        "svg": markup(charts.belief(debrief, place)),
        "lines": [belief_line(debrief, b) for b in observer.beliefs],
    }


def _movement(belief: Belief) -> float:
    return sum(abs(told.size) for told in belief.told if told.kind != "handover")


def largest(belief: Belief) -> tuple[tuple[Told, ...], float]:
    """The largest reasons in order of date, and the sum of all the others."""
    chosen = sorted(belief.told, key=lambda told: -abs(told.size))[:_MOST_TOLD]
    shown = tuple(told for told in belief.told if told in chosen)
    return shown, belief.closing - belief.opening - sum(told.size for told in shown)


def most(lines: Sequence[HomeLine]) -> list[HomeLine]:
    """The largest lines in order of date."""
    chosen = sorted(lines, key=lambda line: -abs(line.size))[:_MOST_HOME]
    return [line for line in lines if line in chosen]


# --- how things are set


def marks(text: str) -> str:
    """An author's `*italics*` and `**strong**` as HTML; everything else escaped."""
    safe = html.escape(text)
    safe = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", safe)
    return re.sub(r"\*(.+?)\*", r"<em>\1</em>", safe)


def signed(size: float) -> str:
    """ "+0.72", with a true minus."""
    return f"{size:+.2f}".replace("-", "−")


def state(debrief: Debrief, place: int) -> str:
    return debrief.home if place < 0 else debrief.observers[place].short


def faces() -> str:
    """The faces as @font-face rules with their data, so that the page needs no other file.  Missing ones are left out."""
    return "\n".join(_face_rules())


def _face_rules() -> Iterator[str]:
    for family, file, weight, style in _FACES:
        path = ASSETS / "fonts" / f"{file}.ttf"
        if path.is_file():
            data = base64.b64encode(path.read_bytes()).decode("ascii")
            yield (
                f"@font-face{{font-family:'{family}';font-weight:{weight};font-style:{style};"
                f"src:url(data:font/ttf;base64,{data}) format('truetype')}}"
            )
