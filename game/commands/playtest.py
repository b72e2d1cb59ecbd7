"""`playtest`: many plays by automatic players, as a page to read or as JSON."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from game.commands.opening import known_length, loaded
from game.commands.places import scenario_path
from game.commands.progress import progress
from game.commands.trouble import Trouble, or_nearest


def run(options: argparse.Namespace) -> int:
    path = scenario_path(options.scenario)
    if options.journals:
        if options.policy != "all":
            raise Trouble("--journals looks with every automatic player; leave out --policy.")
        from game.commands import journals

        return journals.run(path, options.json)
    from game.insight.playtest import playtest
    from game.play.policies import POLICIES

    if options.keep and (options.policy != "all" or options.length):
        raise Trouble("--keep keeps the figures of every automatic player at full length; leave out --policy and --length.")
    if options.policy != "all" and options.policy not in POLICIES:
        raise Trouble(f"there is no automatic player “{options.policy}”: {or_nearest(options.policy, POLICIES)}")
    scenario = loaded(path)
    length = known_length(scenario, options.length or scenario.scenario.length)
    with progress("playing") as bar:
        found = playtest(scenario, path, options.plays, options.policy, options.seed, length, progress=bar)
    print(json.dumps(found, indent=2) if options.json else "\n".join(page(found)))
    if options.keep:
        from game.insight import kept

        kept.write(path, scenario, found)
    return 0


def page(found: Mapping[str, Any]) -> Iterator[str]:
    """The report as lines: players first, then what there was to read and what nobody met, then the twelve tests."""
    yield f"{found['plays']} plays"
    yield ""
    yield f"{'player':16} {'score':>7} {'spread':>7} {'war':>7} {'kept':>7}"
    best_first = sorted(found["policies"].items(), key=lambda pair: -pair[1]["score_mean"])
    for name, told in best_first:
        yield f"{name:16} {told['score_mean']:7.1f} {told['score_sd']:7.1f} {told['war_rate']:7.1%} {told['kept_rate']:7.1%}"
    for climate, scores in found["climates"].items():
        yield ""
        yield f"{climate}: " + ", ".join(
            f"{name} {score:.1f}" for name, score in sorted(scores.items(), key=lambda p: -p[1])
        )
    yield ""
    for verdict, share in sorted(found["verdicts"].items(), key=lambda pair: -pair[1]):
        yield f"{share:6.1%}  {verdict}"
    yield ""
    yield from read(found["reading"])
    for key in ("injects_never_met", "options_never_offered", "options_never_chosen"):
        yield ""
        yield from never(key.replace("_", " "), found[key])
    if found["tests"]:
        yield ""
    for test in found["tests"]:
        yield f"{'holds' if test['pass'] else 'RED  '}  {test['id']}. {test.get('claim', '')}: {measured(test['measured'])}"


def read(found: Mapping[str, Any]) -> Iterator[str]:
    """How much each length gives to read, how long that takes, and where the words stand."""
    yield "words read in a play, and minutes as an estimate: 200 words a minute, 12 seconds a decision"
    yield f"{'length':8} {'words':>22} {'budget':>7} {'decisions':>10} {'minutes':>8}"
    for id, told in found["lengths"].items():
        words, budget = told["words"], told["budget"]
        span = f"{words['mean']:,.0f} ({words['low']:,.0f} to {words['high']:,.0f})"
        over = f"   {words['mean'] / budget - 1:+.0%} of its budget" if budget else ""
        yield (
            f"{id:8} {span:>22} {f'{budget:,}' if budget else '-':>7} {told['decisions']['mean']:10.0f} "
            f"{told['minutes']['mean']:8.0f}{over}"
        )
        yield f"{'':8} {', '.join(f'{part} {count:,}' for part, count in told['parts'].items() if count)}"
    yield f"{found['written']:,} words are written in all; {found['at_will']:,} of people, playbook and glossary can be opened at will"


def never(what: str, ids: Sequence[str]) -> Iterator[str]:
    """The ids under their heading; options stand behind their inject."""
    yield f"{what}: {len(ids) or 'none'}"
    options: dict[str, list[str]] = {}
    for inject, _, option in (i.partition("/") for i in ids):
        options.setdefault(inject, []).append(option)
    for inject, names in options.items():
        yield f"  {inject}{': ' if any(names) else ''}{', '.join(names)}"


def measured(value: object) -> str:
    """A test's figures, short enough for a line."""
    if isinstance(value, float):
        return f"{value:.3g}"
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {measured(inner)}" for key, inner in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(map(measured, value))
    return str(value)
