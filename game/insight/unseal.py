"""Breaks the seal: a finished play, or its file, becomes a Debrief, by its own theory or by another; or a panel of all theories.

The file is read and never written.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from ..authoring import find, load
from ..folders import SCENARIOS
from ..play import journal
from ..play.journal import JournalError
from ..play.session import Session
from ..rules import score
from ..rules.arrays import sigma
from ..rules.counterparts import composite
from ..rules.scenario import Scenario
from ..rules.theories import THEORIES, Theory, theory
from ..rules.vocabulary import SCORES
from . import account, beliefs, choices, compare, homefront, lives, unseen
from .debrief import Debrief
from .explain import Explainer
from .files import files
from .judgement import Panel, PanelRow
from .names import Names
from .refold import Decided, Turned, refold
from .soundness import firmness

_LEGEND = {
    "belief": "A probability, as if home's administration were either of the sort that keeps faith or of the sort that does not. "
    "In play these beliefs are timid and somewhat low: read them as what was thought, not as odds that come true.",
    "log-odds": "How far one thing moved a belief: +0.7 doubles the odds, −0.7 halves them. Log-odds add up; percentages do not.",
    "record": "What earlier administrations have taught them to expect of this state; a new minister begins near it.",
    "fading": "What is not renewed is slowly forgotten, good and bad alike.",
    "hearsay": "What one capital saw, another hears of a season later and less clearly.",
    "aim": "Fearful: it wants safety, and probes when it doubts that home means no harm. "
    "Grasping: it wants more, and probes when it doubts that home stands firm.",
    "model": "Every number here is a setting of this model and not a finding about the world. "
    "The sources, and where they disagree, are in the project's documentation.",
}


@dataclass(frozen=True, slots=True)
class _Side:
    """One telling of a play: the turns, and what they are told with."""

    names: Names
    turns: tuple[Turned, ...]
    explainer: Explainer

    @property
    def standing(self) -> float:
        """0..100: the account's, or, while the campaign lasts, as it would be read tonight."""
        night, s = self.turns[-1].night, self.names.scenario
        if night.closed[0]:
            return float(score.parts(night, s)[0, SCORES.index("standing")])
        return float(score.standing_now(night, s, np.zeros(1, np.intp))[0])


def debrief_of(session: Session, judge: str = "") -> Debrief:
    """Of a play that is over, or as things stand; by a theory's id, else by the play's own.

    Raises JournalError when nothing has been decided yet, KeyError for an unknown theory.
    """
    made = theory(session.header.theory)
    here = theory(judge) if judge else made
    own = _as_played(session)
    return _debrief(session, own, own if here is made else _judged(session, here), made, here)


def debrief_file(path: Path, scenarios: Path, judge: str = "") -> Debrief:
    """Of a play's file; `scenarios` is the folder of scenarios.  Raises JournalError, and Refused when the scenario itself is unsound."""
    with _opened(path, scenarios) as session:
        return debrief_of(session, judge)


def panel_of(session: Session) -> Panel:
    """Every theory's word on one play.  Raises JournalError when nothing has been decided yet."""
    made, own = theory(session.header.theory), _as_played(session)
    texts, header = session.texts, session.header
    return Panel(
        header.scenario, texts.title, header.seed, own.names.home, _complete(session), session.notice,
        (*(text.short for text in texts.counterparts), texts.third_parties),
        (*(text.id for text in texts.counterparts), beliefs.THIRD_PARTIES),
        tuple(_row(own if one is made else _judged(session, one), one, one is made) for one in THEORIES.values()),
    )  # fmt: skip


def panel_file(path: Path, scenarios: Path) -> Panel:
    """Raises as debrief_file does."""
    with _opened(path, scenarios) as session:
        return panel_of(session)


@contextmanager
def _opened(path: Path, scenarios: Path) -> Iterator[Session]:
    wanted = journal.read(path).header.scenario
    folder = next((one for one in find(scenarios) if one.name == wanted), None)
    if folder is None:
        raise JournalError(f"{path.name} is a play of “{wanted}”, which is not among the scenarios here.")
    loaded = load(folder)
    with TemporaryDirectory(prefix="good-offices-") as aside:
        # Resuming repairs a damaged file; a debrief only looks, so it resumes a copy.
        yield Session.resume(loaded, _copied(path, Path(aside)))


def _copied(path: Path, folder: Path) -> Path:
    try:
        return Path(shutil.copyfile(path, folder / path.name))
    except OSError as error:
        raise JournalError(f"{path.name} cannot be read: {(error.strerror or str(error)).lower()}.") from None


def _complete(session: Session) -> bool:
    return session.course.phase == "closed"


def _as_played(session: Session) -> _Side:
    if not session.course.chronicle.passed:
        raise JournalError("Nothing has been decided in this play yet, so there is nothing to debrief.")
    side = _side(session)
    if _complete(session) and side.turns[-1].night.fingerprint() != session.course.state:
        raise JournalError("This play does not replay to where it ended, so it cannot be debriefed.")
    return side


def _judged(session: Session, by: Theory) -> _Side:
    header = session.header
    return _side(session, session.loaded.played(header.length, header.difficulty, header.climate, by.law))


def _side(session: Session, judge: Scenario | None = None) -> _Side:
    course = session.course
    decided = [Decided(p.before.season, p.before.step, p.did, p.turn) for p in course.chronicle.passed]
    turns = refold(course.scenario, course.header.seed, decided, judge)
    names = Names(judge or course.scenario, session.texts)
    return _Side(names, turns, Explainer(names, turns))


def _firmness(session: Session) -> str:
    """How far what the scenario teaches depends on the settings of this play."""
    return firmness.told(SCENARIOS / session.texts.id, session.loaded.content_hash, session.course.scenario.law)


def _row(side: _Side, one: Theory, own: bool) -> PanelRow:
    night = side.turns[-1].night
    closing = tuple(float(p) for p in composite(sigma(night.belief[0])))
    return PanelRow(compare.told(one), own, closing, homefront.overall(side.names, side.turns[-1:])[0], side.standing)


def _debrief(session: Session, own: _Side, here: _Side, made: Theory, by: Theory) -> Debrief:
    """own: the play as it was; here: as it is judged.  What happened is told of the one, what was thought of home of the other."""
    course, names, turns, explainer = session.course, own.names, own.turns, own.explainer
    header, chronicle, complete = course.header, course.chronicle, _complete(session)
    when = tuple(names.when(turn) for turn in turns)
    thought = [(beliefs.observers(s.names, s.turns, s.explainer), homefront.groups(s.names, s.turns, s.explainer))
               for s in ((own,) if own is here else (own, here))]  # fmt: skip
    (believed, approved), (observers, groups) = thought[0], thought[-1]
    judged = None if own is here else compare.judgement(
        made, by, when, (believed, observers), (approved, groups), (own.standing, here.standing)
    )  # fmt: skip
    decisions = choices.decisions(here.names, here.turns, here.explainer, chronicle.marks)
    estimates = account.foretold(names, turns, course.accounts.forecasts, player=True)
    return Debrief(
        scenario=header.scenario,
        title=names.texts.title,
        seed=header.seed,
        length=header.length,
        difficulty=header.difficulty,
        theory=compare.told(by),
        judged=judged,
        climate=header.climate,
        complete=complete,
        notice=session.notice,
        turns=when,
        home=names.home,
        observers=observers,
        restless=bool(turns[0].morning.restless[0]),
        cues=unseen.cues(names, turns),
        crises=unseen.crises(names, turns),
        leaks=unseen.leaks(names, turns, explainer),
        groups=groups,
        approval=homefront.overall(here.names, here.turns),
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
        files=files(names, turns, believed),
        legend=_LEGEND | {"theory": f"This play was made under “{made.name}”. {made.gist}", "lesson": _firmness(session)},
    )
