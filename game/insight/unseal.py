"""Breaks the seal: a finished play, or its file, becomes a Debrief.  The file is read and never written."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from ..authoring import find, load
from ..play import journal
from ..play.journal import JournalError
from ..play.session import Session
from . import account, beliefs, choices, homefront, lives, unseen
from .debrief import Debrief
from .explain import Explainer
from .files import files
from .names import Names
from .refold import Decided, Turned, refold

_LEGEND = {
    "belief": "A probability, as if home's administration were either of the sort that keeps faith or of the sort that does not.",
    "log-odds": "How far one thing moved a belief: +0.7 doubles the odds, −0.7 halves them. Log-odds add up; percentages do not.",
    "record": "What earlier administrations have taught them to expect of this state; a new minister begins near it.",
    "fading": "What is not renewed is slowly forgotten, good and bad alike.",
    "hearsay": "What one capital saw, another hears of a season later and less clearly.",
    "aim": "Fearful: it wants safety, and probes when it doubts that home means no harm. "
    "Grasping: it wants more, and probes when it doubts that home stands firm.",
    "model": "Every number here is a setting of this model and not a finding about the world. "
    "The sources, and where they disagree, are in the project's documentation.",
}


def debrief_of(session: Session) -> Debrief:
    """Of a play that is over, or as things stand.  Raises JournalError when nothing has been decided yet."""
    course = session.course
    passed = course.chronicle.passed
    if not passed:
        raise JournalError("Nothing has been decided in this play yet, so there is nothing to debrief.")
    decided = [Decided(p.before.season, p.before.step, p.did, p.turn) for p in passed]
    turns = refold(course.scenario, course.header.seed, decided)
    complete = course.phase == "closed"
    if complete and turns[-1].night.fingerprint() != course.state:
        raise JournalError("This play does not replay to where it ended, so it cannot be debriefed.")
    return _debrief(session, Names(course.scenario, session.texts), turns, complete)


def debrief_file(path: Path, scenarios: Path) -> Debrief:
    """Of a play's file; `scenarios` is the folder of scenarios.  Raises JournalError, and Refused when the scenario itself is unsound."""
    wanted = journal.read(path).header.scenario
    folder = next((one for one in find(scenarios) if one.name == wanted), None)
    if folder is None:
        raise JournalError(f"{path.name} is a play of “{wanted}”, which is not among the scenarios here.")
    loaded = load(folder)
    with TemporaryDirectory(prefix="good-offices-") as aside:
        # Resuming repairs a damaged file; a debrief only looks, so it resumes a copy.
        return debrief_of(Session.resume(loaded, _copied(path, Path(aside))))


def _copied(path: Path, folder: Path) -> Path:
    try:
        return Path(shutil.copyfile(path, folder / path.name))
    except OSError as error:
        raise JournalError(f"{path.name} cannot be read: {(error.strerror or str(error)).lower()}.") from None


def _debrief(session: Session, names: Names, turns: tuple[Turned, ...], complete: bool) -> Debrief:
    course, explainer = session.course, Explainer(names, turns)
    header, chronicle = course.header, course.chronicle
    observers = beliefs.observers(names, turns, explainer)
    decisions = choices.decisions(names, turns, explainer, chronicle.marks)
    estimates = account.foretold(names, turns, course.accounts.forecasts, player=True)
    return Debrief(
        scenario=header.scenario,
        title=names.texts.title,
        seed=header.seed,
        length=header.length,
        difficulty=header.difficulty,
        theory=header.theory,
        climate=header.climate,
        complete=complete,
        notice=session.notice,
        turns=tuple(names.when(turn) for turn in turns),
        home=names.home,
        observers=observers,
        restless=bool(turns[0].morning.restless[0]),
        cues=unseen.cues(names, turns),
        crises=unseen.crises(names, turns),
        leaks=unseen.leaks(names, turns, explainer),
        groups=homefront.groups(names, turns, explainer),
        approval=homefront.overall(names, turns),
        votes=homefront.votes(names, turns),
        pledges=lives.lives(names, turns, explainer),
        score=account.score(names, turns, explainer),
        verdict=account.verdict(names, turns[-1].night) if complete else None,
        estimates=estimates,
        brier=account.brier(estimates),
        advisers=account.foretold(names, turns, course.accounts.forecasts, player=False),
        rankings=account.rankings(names, turns, chronicle.rankings),
        took_back=next((one for one in decisions if one.decision == chronicle.took_back), None),
        decisions=decisions,
        rewinds=session.rewinds,
        files=files(names, turns, observers),
        legend=_LEGEND,
    )
