"""What is written: lengths, phrases, the words of a chance, the other ministry's minutes, worn phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...rules.vocabulary import CHANCES
from .. import cliches
from ..diagnostics import Diagnostic, quoted
from ..references import Path
from ..written import pieces
from .case import Case

_CABLE, _CRISIS_CABLE, _ADVICE, _HEADLINE = 220, 110, 75, 8
_PHRASES = 5


def too_long(case: Case) -> Iterator[Diagnostic]:
    """S031: a cable, an advice or a headline longer than its page."""
    for path, _, inject in case.injects():
        most = _CRISIS_CABLE if inject.during is not None else _CABLE
        yield from _over(case, (*path, "cable"), inject.cable, most, "cable of a crisis" if inject.during else "cable")
        for person, adviser in inject.advisers.items():
            yield from _over(case, (*path, "advisers", person, "says"), adviser.says, _ADVICE, "piece of advice")
        if inject.paper is not None:
            yield from _over(case, (*path, "paper", "headline"), inject.paper.headline, _HEADLINE, "headline")


def _over(case: Case, path: Path, text: str, most: int, what: str) -> Iterator[Diagnostic]:
    words = len(text.split())
    if words > most:
        yield case.warning(
            "S031", path, f"This {what} has {words} words; {most} are enough.", "Cut what is not evidence."
        )


def five_phrases(case: Case) -> Iterator[Diagnostic]:
    """S032: a cue has five phrases, from the lowest reading to the highest."""
    for id, cue in case.scenario.cues.items():
        if len(cue.phrases) != _PHRASES:
            yield case.error(
                "S032",
                ("cues", id, "phrases"),
                f"The cue has {len(cue.phrases)} phrases and needs {_PHRASES}.",
                "Write one for each reading, from the lowest to the highest.",
            )


def chance_word_missing(case: Case) -> Iterator[Diagnostic]:
    """S033: the declared chance stands in the adviser's own words; “likely” within “highly likely” does not count."""
    for path, _, inject in case.injects():
        for person, adviser in inject.advisers.items():
            if adviser.chance is not None and adviser.chance not in spoken_chances(adviser.says):
                phrase = adviser.chance.replace("-", " ")
                yield case.error(
                    "S033",
                    (*path, "advisers", person, "says"),
                    f"The chance is {quoted(phrase)}, and what is said does not say so.",
                    "Use the word in the sentence, or declare the chance that is spoken.",
                )


def spoken_chances(text: str) -> list[str]:
    """The chances named in a text; the longest words are looked for first, and each word counts once."""
    flat, found = " ".join(text.lower().replace("-", " ").split()), []
    for chance in sorted(CHANCES, key=len, reverse=True):
        pattern = rf"\b{chance.replace('-', ' ')}\b"
        if re.search(pattern, flat):
            found.append(chance)
            flat = re.sub(pattern, "...", flat)
    return found


def crown_without_minutes(case: Case) -> Iterator[Diagnostic]:
    """S034: after a crown inject the debrief opens what the other ministry wrote that night, whatever was chosen."""
    for path, _, inject in case.injects():
        if not inject.crown:
            continue
        missing = [quoted(name) for name in inject.options if name not in inject.minute]
        if missing:
            yield case.warning(
                "S034",
                path,
                f"A crown inject needs a minute for each option; missing: {', '.join(missing)}.",
                "Write what the other ministry noted that night, under “minute”.",
            )


def worn_phrases(case: Case) -> Iterator[Diagnostic]:
    """S047: a phrase of the house's list, anywhere in what was written to be read."""
    for path, text in pieces(case.scenario):
        for phrase, instead in cliches.found(text):
            yield case.warning("S047", path, f"{quoted(phrase)} is a worn phrase.", instead)
