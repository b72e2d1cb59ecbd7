"""Every place where a scenario names an id or holds a condition, with its path; and the check that each id exists.

One walk knows where references stand; the check, the compiler of conditions and the author's reference all use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..rules import vocabulary as v
from . import schema
from .complaints import locate
from .conditions import Fault, Tree, kind_words, parse
from .diagnostics import Diagnostic, did_you_mean, quoted
from .ids import all_injects
from .kinds import ID_PATTERN
from .playbook_schema import Playbook
from .reads import Frame
from .source import Node

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that must exist. `kind` names the list it must be in; `key` when it stands before its colon."""

    path: Path
    id: str
    kind: str
    key: bool = False


@dataclass(frozen=True, slots=True)
class Conditional:
    """A condition as written. `place` is "verdicts" where the score may be asked for."""

    path: Path
    text: str
    place: str = ""


def references(s: schema.Scenario) -> Iterator[Reference]:
    """Every id that a scenario refers to."""
    if s.home.secretary is not None:
        yield Reference(("home", "secretary"), s.home.secretary, "people")
    for leaning, persons in s.ministers.items():
        yield from (Reference(("ministers", leaning, n), id, "people") for n, id in enumerate(persons))
    for id, person in s.people.items():
        yield Reference(("people", id, "of"), person.of, "states")
    for id, counterpart in s.counterparts.items():
        yield from (
            Reference(("counterparts", id, "hands", n), hand, "people") for n, hand in enumerate(counterpart.hands)
        )
    for id, place in s.places.items():
        if place.of is not None:
            yield Reference(("places", id, "of"), place.of, "states")
    for id, cue in s.cues.items():
        yield Reference(("cues", id, "of"), cue.of, "counterparts")
        yield from _reporter(("cues", id, "by"), cue.by)
    for id, news in s.news.items():
        yield from _reporter(("news", id, "by"), news.by)
        yield from (Reference(("news", id, "text"), named, "injects") for named in re.findall(r"{([^{}]*)}", news.text))
    for id, climate in s.climates.items():
        yield from (Reference(("climates", id, "aims", c), c, "counterparts", key=True) for c in climate.aims)
    for section, injects in (("injects", s.injects), ("probes", s.probes)):
        for id, inject in injects.items():
            yield from _inject((section, id), inject)


def _reporter(path: Path, by: str) -> Iterator[Reference]:
    """A reporter is a person's id or a plain post; a post has a capital letter or a space."""
    if re.match(ID_PATTERN, by):
        yield Reference(path, by, "people")


def _inject(path: Path, inject: schema.Inject) -> Iterator[Reference]:
    yield Reference((*path, "from"), inject.from_, "states")
    for key, id, kind in (
        ("by", inject.by, "people"),
        ("during", inject.during, "injects"),
        ("place", inject.place, "places"),
    ):
        if id is not None:
            yield Reference((*path, key), id, kind)
    yield from (Reference((*path, "advisers", id), id, "people", key=True) for id in inject.advisers)
    for id, option in inject.options.items():
        yield from _option((*path, "options", id), option)
    for id, minute in inject.minute.items():
        yield Reference((*path, "minute", id), id, f"options of {path[1]}", key=True)
        for key, person in (("by", minute.by), ("hand", minute.hand)):
            if person is not None:
                yield Reference((*path, "minute", id, key), person, "people")
    if inject.crisis is not None:
        for side, exits in (("home", inject.crisis.ways_out.home), ("theirs", inject.crisis.ways_out.theirs)):
            yield from (
                Reference((*path, "crisis", "ways-out", side, n, "deed"), e.deed, "deeds") for n, e in enumerate(exits)
            )


def _option(path: Path, option: schema.Option) -> Iterator[Reference]:
    if option.deed is not None:
        yield Reference((*path, "deed"), option.deed, "deeds")
    if option.toward is not None:
        yield Reference((*path, "toward"), option.toward, "counterparts")
    yield from (Reference((*path, "say", n, "to"), say.to, "counterparts") for n, say in enumerate(option.say))
    for key, undertaking in (("pledge", option.pledge), ("theirs", option.theirs), ("offer", option.offer)):
        if undertaking is not None:
            yield Reference((*path, key, "kind"), undertaking.kind, "kinds")
    yield from (Reference((*path, "breaks", n), id, "kinds") for n, id in enumerate(option.breaks))
    yield from _consequence(path, option)
    for n, case in enumerate(option.cases):
        yield from _consequence((*path, "cases", n), case)
    if option.after is not None:
        yield from _consequence((*path, "after", "rests"), option.after.rests)
        if option.after.presses is not None:
            yield from _consequence((*path, "after", "presses"), option.after.presses)


def _consequence(path: Path, told: schema.Option | schema.Case | schema.Answer) -> Iterator[Reference]:
    for key, flags in (("sets", told.sets), ("clears", told.clears)):
        yield from (Reference((*path, key, n), id, "flags") for n, id in enumerate(flags))
    yield from (
        Reference((*path, "effects", "approval", id), id, "audiences", key=True) for id in told.effects.approval
    )
    if told.then is not None:
        yield Reference((*path, "then", "inject"), told.then.inject, "injects")


def conditions(s: schema.Scenario) -> Iterator[Conditional]:
    """Every condition of a scenario."""
    for section, injects in (("injects", s.injects), ("probes", s.probes)):
        for id, inject in injects.items():
            yield from _conditions_of((section, id), inject)
    for section, things in (("cues", s.cues), ("news", s.news), ("letters", s.letters), ("verdicts", s.verdicts)):
        for id, thing in things.items():
            if thing.when is not None:
                yield Conditional((section, id, "when"), thing.when, section)
    for id, mandate in s.mandates.items():
        yield from (
            Conditional(("mandates", id, "objectives", o, "when"), goal.when) for o, goal in mandate.objectives.items()
        )


def _conditions_of(path: Path, inject: schema.Inject) -> Iterator[Conditional]:
    if inject.when is not None:
        yield Conditional((*path, "when"), inject.when)
    if inject.estimate is not None:
        yield Conditional((*path, "estimate", "holds"), inject.estimate.holds)
    for id, adviser in inject.advisers.items():
        if adviser.foretells is not None:
            yield Conditional((*path, "advisers", id, "foretells"), adviser.foretells)
    for id, option in inject.options.items():
        if option.when is not None:
            yield Conditional((*path, "options", id, "when"), option.when)
        yield from (
            Conditional((*path, "options", id, "cases", n, "when"), case.when) for n, case in enumerate(option.cases)
        )


def check_references(s: schema.Scenario, playbook: Playbook, tree: Node, frame: Frame) -> Iterator[Diagnostic]:
    """S010 for an id that nobody declared, S012 for one that differs only by case, S011 for one declared twice."""
    states = ("home", "third-parties", *s.counterparts)
    options = {f"options of {id}": tuple(inject.options) for id, inject in all_injects(s).items()}
    for ref in references(s):
        known = (
            states
            if ref.kind == "states"
            else options.get(ref.kind) or tuple(id for id in frame.names.get(ref.kind, {}) if id)
        )
        if ref.id not in known:
            yield _unknown(tree, ref, known)
    for id in s.probes.keys() & s.injects.keys():
        node, _, _ = locate(tree, ("probes",))
        yield node.say(
            "S011", f"{quoted(id)} is an inject already.", "Give the probe another id.", f"probes.{id}", key=id
        )


def check_playbook(playbook: Playbook, tree: Node) -> Iterator[Diagnostic]:
    """The closed lists are there in full, and what one kind says of another exists."""
    for section, words in (
        ("tones", v.TONES),
        ("channels", v.CHANNELS),
        ("wordings", v.WORDINGS),
        ("forms", v.FORMS),
    ):
        node, _, _ = locate(tree, (section,))
        missing = [word for word in words if word not in getattr(playbook, section)]
        if missing:
            yield node.say(
                "S004", f"The {section} lack {', '.join(missing)}.", "Add them; every one is needed.", section
            )
    for id, initiative in playbook.initiatives.items():
        if initiative.pledge is not None and initiative.pledge not in playbook.pledges:
            yield _unknown(
                tree, Reference(("initiatives", id, "pledge"), initiative.pledge, "kinds"), tuple(playbook.pledges)
            )
    openers = ("none", "crisis", *playbook.initiatives)
    for id, channel in playbook.channels.items():
        if channel.needs not in openers:
            yield _unknown(tree, Reference(("channels", id, "needs"), channel.needs, "initiatives"), openers)


def _unknown(tree: Node, ref: Reference, known: tuple[str, ...]) -> Diagnostic:
    steps = ref.path[:-1] if ref.key else ref.path
    node, _, _ = locate(tree, steps)
    same = any(ref.id.lower() == id.lower() for id in known)
    kind = {"states": "states (home, third-parties or a counterpart)"}.get(ref.kind, kind_words(ref.kind))
    message = (
        f"{quoted(ref.id)} is written with other capitals than its id."
        if same
        else f"{quoted(ref.id)} is not among the {kind}."
    )
    return node.say(
        "S012" if same else "S010",
        message,
        did_you_mean(ref.id, known),
        dotted(ref.path),
        key=ref.id if ref.key else None,
    )


def check_conditions(s: schema.Scenario, tree: Node, frame: Frame) -> tuple[dict[Path, Tree], list[Diagnostic]]:
    """The tree of every condition that can be read, by path; and what is wrong with the others."""
    trees: dict[Path, Tree] = {}
    found: list[Diagnostic] = []
    for told in conditions(s):
        try:
            trees[told.path] = parse(told.text, frame, told.place)
        except Fault as fault:
            found.append(_in_condition(tree, told, fault))
    return trees, found


def _in_condition(tree: Node, told: Conditional, fault: Fault) -> Diagnostic:
    """A fault with the place of its letter, where the condition stands on one line as written."""
    node, _, _ = locate(tree, told.path)
    line = node.file.line(node.line)
    start = line.find(told.text, node.column - 1)
    at = node if start < 0 else Node(node.value, node.file, node.line, start + fault.at + 1)
    return at.say(fault.code, fault.message, fault.hint, dotted(told.path))


def dotted(path: Path) -> str:
    """A path as authors read it; things in a list count from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
