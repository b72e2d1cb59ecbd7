"""The way into a play without a window: which campaign, from where; and the campaign that plays itself."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.commands.opening import begun, loaded, resumed
from game.commands.places import shipped
from game.commands.trouble import Trouble, or_nearest
from game.play import folders
from game.play.policies import POLICIES
from game.play.session import Session
from game.rules.theories import theory
from game.text.asking import Choice, pick
from game.text.campaign import play
from game.text.lines import quiet, sentence, warning
from game.text.seat import Seat
from game.text.story import tell
from game.text.voice import Silence, Voice

MOST_LISTED = 5


def at_terminal(voice: Voice, options: argparse.Namespace) -> int:
    try:
        session = _chosen(voice, options)
    except Silence:
        voice.say("The input ended before a campaign was chosen.")
        return 0
    play(Seat(session, voice))
    return 0


def by_itself(voice: Voice, options: argparse.Namespace, policy: str) -> int:
    """An automatic player plays; its story is printed, and the debrief is written beside its journal."""
    if policy not in POLICIES:
        raise Trouble(f"there is no automatic player “{policy}”: {or_nearest(policy, POLICIES)}")
    session = (
        resumed(options.resume, options.scenario)
        if options.resume
        else _begun(voice, options, options.scenario or _first())
    )
    tell(session, policy, voice)
    return 0


def _chosen(voice: Voice, options: argparse.Namespace) -> Session:
    """What was asked for by name; else a menu of campaigns to begin and of plays to go on with."""
    if options.resume:
        return resumed(options.resume, options.scenario)
    if options.scenario:
        return _begun(voice, options, options.scenario)
    saves = options.saves or folders.saves()
    begin = [Choice[str | Path](name, f"A new campaign: {_title(path)}", (name,)) for name, path in shipped().items()]
    plays = folders.plays(saves)[:MOST_LISTED]
    go_on = [
        Choice[str | Path](
            p.path,
            f"Go on with {p.path.stem}: {_about(p)}, {p.turn} decisions taken, begun {p.started}",
            (p.path.stem,),
        )
        for p in plays
    ]
    if not begin:
        raise Trouble("no scenario came with this game; name one: play FOLDER")
    choices = begin + go_on
    what = pick(voice, "Which campaign?", choices, choices[0].value) if len(choices) > 1 else choices[0].value
    return resumed(what) if isinstance(what, Path) else _begun(voice, options, what)


def _begun(voice: Voice, options: argparse.Namespace, scenario: str) -> Session:
    session, trouble = begun(
        scenario, length=options.length, seed=options.seed, difficulty=options.difficulty, theory=options.theory,
        saves=options.saves,
    )  # fmt: skip
    if options.theory and session.header.theory:
        chosen = theory(session.header.theory)
        voice.show([quiet(sentence(f"Played under another theory, {chosen.name}", chosen.gist))])
    if trouble:
        unkept = "The campaign is played all the same, but it is not being kept; --saves names another folder"
        voice.show([warning(sentence(trouble, unkept))])
    return session


def _about(play: folders.Listed) -> str:
    return f"{play.length}, {play.theory}" if play.theory else play.length


def _first() -> str:
    return next(iter(shipped()), "narrow-sea")


def _title(path: Path) -> str:
    return loaded(path).texts.title
