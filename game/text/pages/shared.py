"""Pieces that several pages say the same way: who speaks, the top bar, cues, clippings, accounts."""

from __future__ import annotations

from game.play.pages.common import Face, Status
from game.play.pages.morning import Account, Clipping, Cue
from game.text.lines import Line, Lines, Role, quiet, sentence, title


def top(status: Status, page: str = "") -> Lines:
    """The line every page opens with: the date, and what is in the purse."""
    yield title(sentence(page, status.date).removesuffix("."))
    yield quiet(sentence(status.line, capital(status.capital, status.capital_most)))
    if status.unsaved:
        yield Line(status.unsaved, Role.WARNING)


def capital(points: int, most: int) -> str:
    return f"Political capital: {points} of {most}"


def costs(points: int) -> str:
    return f"costs {points} capital" if points else ""


def who(face: Face) -> str:
    """ "Maud Trelise, Permanent Secretary", or the plain post."""
    return ", ".join(w for w in (face.name, face.post) if w)


def introduced(face: Face) -> str:
    return f"{who(face)} ({face.leaning})" if face.leaning else who(face)


def account(of: Account) -> str:
    """What came of an adviser's forecasts so far."""
    if not of.shown or not of.counted:
        return ""
    return f"right {of.right} of {of.counted} times so far"


def cue(seen: Cue) -> Line:
    return Line(sentence(f"{seen.text} — {who(seen.by)}" if who(seen.by) else seen.text), mark="-")


def clipping(paper: Clipping) -> Lines:
    yield Line(f"**{paper.headline}**", mark="-")
    yield Line(paper.story, Role.QUOTE, " ")
    yield Line(", ".join(w for w in (paper.name, paper.dated) if w), Role.QUIET, " ")
