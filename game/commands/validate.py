"""`validate`: what the rules give beside what was published, as a page to read or as JSON. Its findings are its exit code."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.commands import model_page
from game.commands.opening import loaded
from game.commands.places import scenario_path, shipped
from game.commands.progress import progress
from game.commands.theories import theory_id
from game.commands.trouble import Trouble, nearest_of
from game.printable import printable
from game.rules.parameters import Parameters
from game.rules.theories import DEFAULT_THEORY, theory

if TYPE_CHECKING:
    from game.insight.experiments import Band, Experiment
    from game.insight.experiments.verdicts import Row
    from game.insight.soundness.properties import Properties
    from game.insight.soundness.sensitivity import Sensitivity

SEEDS = 3
FLAGSHIP = "narrow-sea"


def run(options: argparse.Namespace) -> int:
    if options.update_docs:
        _only_the_default(options)
    chosen = theory(theory_id(options.theory))
    heading = [] if chosen.id == DEFAULT_THEORY else [f"Under the theory “{chosen.id}”: {chosen.name}.", ""]
    # What an outside file prints must not stand among the findings, least of all in JSON.
    with redirect_stdout(sys.stderr):
        rows = _rows(options, chosen.law)
        own = None if options.only or options.json else _properties(chosen.law)
        varied = _sensitivity(chosen.law if options.theory else None, keep=options.update_docs) if options.sensitivity else {}
    if options.json:
        _warn(rows)
        print(json.dumps(_told(rows, varied), indent=2))
    else:
        _show(heading, rows, own, varied, options)
    holds = all(row.passed for row in rows) and all(one.holds for one in varied.values())
    return 0 if holds else 1


def _rows(options: argparse.Namespace, law: Parameters) -> list[Row]:
    from game.insight.experiments.verdicts import verdicts

    chosen = _chosen(options.only, options.experiments)
    with progress("measuring") as bar:
        return verdicts(chosen, law, options.seeds, progress=bar)


def _chosen(only: Sequence[str] | None, files: Sequence[Path] | None) -> list[Experiment]:
    """The game's findings and the outside files', or those of them that are asked for."""
    from game.insight.experiments import all_experiments
    from game.insight.experiments.outside import Unusable, load

    try:
        found = all_experiments() + (load(*files) if files else [])
    except Unusable as error:
        raise Trouble(str(error)) from None
    known = {made.id.casefold(): made for made in found}
    for word in only or ():
        if word.casefold() not in known:
            raise Trouble(f"there is no experiment “{word}”; {nearest_of(word, [made.id for made in found])}")
    return [made for made in found if not only or made.id.casefold() in {word.casefold() for word in only}]


def _properties(law: Parameters) -> Properties:
    from game.insight.soundness import properties

    return properties.measure(loaded(scenario_path(FLAGSHIP)), law)


def _sensitivity(law: Parameters | None, keep: bool) -> dict[str, Sensitivity]:
    """Every shipped scenario's, under its own law or one named; `keep` stores it beside the scenario, for its debriefs to read."""
    from game.insight.runner import Pool
    from game.insight.soundness import firmness, sensitivity, tornado_chart

    found = {}
    for name, path in shipped().items():
        scenario = loaded(path)
        with progress(f"varying {name}") as bar:
            found[name] = sensitivity.measure(scenario, Pool(path), law, progress=bar)
        if keep:
            firmness.write(path, scenario, found[name])
            tornado_chart.write(model_page.PAGE.parent, found[name].tornado)
    return found


def _told(rows: Iterable[Row], varied: Mapping[str, Sensitivity]) -> Any:
    """The list of findings; with --sensitivity, both under a name."""
    findings = [_finding(row) for row in rows]
    if not varied:
        return findings
    from game.insight.soundness import sensitivity

    return {"findings": findings, "sensitivity": {name: sensitivity.as_json(found) for name, found in varied.items()}}


def _finding(row: Row) -> dict[str, Any]:
    """One finding for a program; `measured` has one value a seed, and is empty where the experiment is broken."""
    made = row.experiment
    return {
        "id": made.id,
        "measured": {figure: list(values) for figure, values in row.measured.items()},
        "band": {figure: _band(band) for figure, band in made.bands.items()},
        "pass": row.passed,
        "confidence": made.confidence,
        "source": made.source,
    }


def _band(band: Band) -> dict[str, Any]:
    return {"low": band.low, "high": band.high, "judged": band.judged}


def _warn(rows: Iterable[Row]) -> None:
    """A program reads the list; why an experiment is broken, and what it was warned of, is for the person beside it."""
    for row in rows:
        if row.note:
            print(f"good-offices: {row.experiment.id}: {printable(row.note)}", file=sys.stderr)
        if row.trouble:
            print(f"good-offices: {row.experiment.id} is broken: {printable(row.trouble)}", file=sys.stderr)


def _show(
    heading: Sequence[str], rows: Sequence[Row], own: Properties | None, varied: Mapping[str, Sensitivity], options: argparse.Namespace,
) -> None:  # fmt: skip
    from game.insight.experiments.table import page
    from game.insight.soundness import properties, sensitivity

    findings = page(rows, options.seeds)
    _print([*heading, *findings])
    told = [line.rstrip() for line in properties.lines(own)] if own else []
    for part in (told, *(list(sensitivity.lines(found)) for found in varied.values())):
        if part:
            _print(["", *part])
    if options.update_docs:
        model_page.update(findings, told)


def _print(lines: Iterable[str]) -> None:
    """In a terminal what fails is in red; in a pipe the same without colour."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, emoji=False, soft_wrap=True)
    for line in lines:
        text = Text(printable(line))
        text.highlight_regex(r"(?<=  )(RED|broken)(?=  |\s*$)", "bold red")
        console.print(text)


def _only_the_default(options: argparse.Namespace) -> None:
    others = {
        "--only": options.only, "--experiments": options.experiments, "--theory": options.theory, "--json": options.json,
        "--seeds": options.seeds != SEEDS,
    }  # fmt: skip
    given = [flag for flag, value in others.items() if value]
    if given:
        raise Trouble(f"--update-docs writes down the default run; leave out {' and '.join(given)}.")
