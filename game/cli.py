"""The command line: what a person may type, and which function of game.commands answers it.

Only argparse is imported here; every verb imports what it needs when it is called, so that help and the terminal's first
line come at once. Exit codes: 0 done, 1 something was found or failed, 2 what was asked cannot be done.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from game.version import VERSION

LENGTHS = ("taster", "class", "full")
DIFFICULTIES = ("gentle", "standard", "hard")

ABOUT = """\
Good Offices, a training game of crisis diplomacy. You speak for a state; other governments decide, out of your sight,
what your word is worth. With no verb the title screen opens (without a display: the terminal)."""

EXAMPLES = """\
for example
  python main.py                                      the title screen
  python main.py play narrow-sea --length taster      twenty minutes, one short term
  python main.py play --text                          in this terminal, line by line; suits screen readers and pipes
  python main.py play --resume saves/FILE.jsonl       go on where you stopped
  python main.py debrief saves/FILE.jsonl             read what they thought of you, and why

Say `python main.py VERB --help` for one verb."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Answers one command line; returns the exit code."""
    _speak_utf8()
    options = parser().parse_args(arguments)
    from game.commands.trouble import Trouble

    try:
        code: int = import_module(f"game.commands.{options.verb}").run(options)
        sys.stdout.flush()
        return code
    except Trouble as trouble:
        print(f"good-offices: {trouble}", file=sys.stderr)
        return 2
    except ModuleNotFoundError as missing:
        if not missing.name or missing.name.partition(".")[0] == "game":
            raise
        print(
            f"good-offices: a part of the game is missing ({missing.name}); this installs it: python3 start.py",
            file=sys.stderr,
        )
        return 2
    except BrokenPipeError:
        _fall_silent()  # the reader of our output has left (`... | head`)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 1
    except OSError as error:
        _fall_silent()
        where = f" ({error.filename})" if error.filename else ""
        print(f"good-offices: it stopped here, the system says: {error.strerror or error}{where}.", file=sys.stderr)
        return 1
    except Exception as error:
        from game.commands.failure import told

        print(f"good-offices: {told(error)}", file=sys.stderr)
        return 1


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and where to read more, instead of the whole usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"good-offices: {message}; see {self.prog} --help\n")


def parser() -> Parser:
    """Every verb and flag, with help that a newcomer understands."""
    top = Parser(
        prog="good-offices", description=ABOUT, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    top.add_argument("--version", action="version", version=f"Good Offices {VERSION}")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", title="verbs")
    _playing(verbs.add_parser("play", help="play a campaign, or go on with one", description=_PLAY))
    _debrief(verbs.add_parser("debrief", help="open and explain a campaign that was played", description=_DEBRIEF))
    _playtest(verbs.add_parser("playtest", help="let automatic players try a scenario", description=_PLAYTEST))
    _validate(verbs.add_parser("validate", help="set the model beside what was published", description=_VALIDATE))
    _sheet(verbs.add_parser("sheet", help="write the briefing sheet of a scenario, to print", description=_SHEET))
    _check(verbs.add_parser("check", help="look for mistakes in a scenario you write", description=_CHECK))
    _bench(verbs.add_parser("bench", help="measure how fast the game runs here", description=_BENCH))
    _shots(verbs.add_parser("shots", help="draw every screen to a picture file", description=_SHOTS))
    verbs.add_parser("doctor", help="say what is installed here and what is amiss", description=_DOCTOR)
    top.set_defaults(
        verb="play", scenario=None, length=None, seed=None, difficulty=None, text=False, policy=None, resume=None,
        saves=None, no_color=False, theory=None,
    )  # fmt: skip
    return top


_PLAY = "Plays a campaign in a window, or in this terminal with --text. It is kept as you go: stop whenever you like."
_DEBRIEF = "Opens a campaign from its file: the beliefs, the reasons, the score. Nothing is hidden here."
_PLAYTEST = "Plays a scenario many times with automatic players and says what they met, chose and scored."
_VALIDATE = "Puts findings of the literature to the game's own rules. Exit code 0: all hold; 1: something is red or broken."
_SHEET = "Writes what trainees are given before a play, two pages to print; or, with --instructor, the instructor's notes."
_CHECK = "Reads scenarios and says what is wrong with them, line by line. Exit code 0: clean; 1: something was found."
_BENCH = "Measures the speed of the rules, the window and the terminal on this machine."
_SHOTS = "Draws every screen to PNG files from one fixed play, without opening a window."
_DOCTOR = "Says which versions are installed, whether a window can open, and where your plays are kept."


def _playing(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("scenario", nargs="?", metavar="SCENARIO", help="its name, such as narrow-sea, or its folder")
    verb.add_argument("--length", choices=LENGTHS, help="taster 20 minutes, class 50, full 100 (default: full)")
    verb.add_argument(
        "--seed", type=_seed, metavar="N", help="the same number gives the same luck (default: a new one)"
    )
    verb.add_argument("--difficulty", choices=DIFFICULTIES, help="how clear the signs are (default: standard)")
    verb.add_argument(
        "--theory", metavar="NAME", help="of reputation or of publics, such as leader-centred (default: the scenario's)"
    )
    verb.add_argument("--text", action="store_true", help="play in this terminal, line by line")
    verb.add_argument("--no-color", action="store_true", help="no colours in the terminal (NO_COLOR=1 does the same)")
    verb.add_argument("--policy", metavar="NAME", help="let an automatic player play, and print its story")
    verb.add_argument("--resume", type=Path, metavar="FILE", help="go on with this play")
    verb.add_argument("--saves", type=Path, metavar="DIR", help="keep plays in this folder")


def _debrief(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", type=Path, metavar="FILE", help="a play, from your saves folder")
    verb.add_argument("--json", action="store_true", help="print it for a program to read")
    verb.add_argument("--out", type=Path, metavar="DIR", help="write it with its charts into this folder")
    verb.add_argument(
        "--theory", metavar="NAME", help="what another theory says of the same conduct; all sets every one side by side"
    )


def _playtest(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("scenario", metavar="SCENARIO", help="its name or folder")
    verb.add_argument(
        "--plays", type=_count, default=200, metavar="N", help="for each player and climate (default: 200)"
    )
    verb.add_argument("--policy", default="all", metavar="NAME", help="one automatic player, or all (the default)")
    verb.add_argument("--length", choices=LENGTHS, help="the length that is played (default: the longest)")
    verb.add_argument("--seed", type=_seed, default=1, metavar="N", help="where the luck begins (default: 1)")
    verb.add_argument(
        "--journals", action="store_true", help="instead, keep with the scenario a few plays that reach everything in it"
    )
    verb.add_argument("--keep", action="store_true", help="keep the figures with the scenario, as balance.json")
    verb.add_argument("--json", action="store_true", help="print it for a program to read")


def _validate(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--only", type=_ids, metavar="ID,...", help="these findings, such as V01,V20 (default: all)")
    verb.add_argument("--seeds", type=_seeds, default=3, metavar="N", help="seeds, all of which must pass (default: 3)")
    verb.add_argument(
        "--experiments", type=Path, action="append", metavar="FILE",
        help="findings of your own too, and again for more files; runs the file, so trust it",
    )  # fmt: skip
    verb.add_argument("--theory", metavar="NAME", help="under another theory, such as pure-bayes (default: default)")
    verb.add_argument("--json", action="store_true", help="print it for a program to read")
    verb.add_argument("--sensitivity", action="store_true", help="also how far it all depends on the settings: minutes")
    verb.add_argument("--update-docs", action="store_true", help="write what is found into docs/model.md, and beside scenarios")


def _sheet(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("scenario", metavar="SCENARIO", help="its name or folder")
    verb.add_argument("--length", choices=LENGTHS, help="the length that will be played (default: the longest)")
    verb.add_argument("--instructor", action="store_true", help="the instructor's notes instead: they give everything away")
    verb.add_argument("-o", "--out", type=Path, metavar="FILE", help="the file to write (default: named after the scenario)")


def _check(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a scenario's folder or its scenario.yaml")


def _bench(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--json", action="store_true", help="print it for a program to read")
    verb.add_argument("--quick", action="store_true", help="a few seconds, to see that everything runs")


def _shots(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder for the pictures")
    verb.add_argument("--size", type=_size, default=(1280, 720), metavar="WxH", help="the window (default: 1280x720)")
    verb.add_argument("--theme", default="slate", metavar="NAME", help="slate, paper or contrast (default: slate)")
    verb.add_argument(
        "--scale", type=_percent, default=100, metavar="PERCENT", help="the text, 100 to 200 (default: 100)"
    )


def _seed(text: str) -> int:
    return _whole(text, 0, 2**63 - 1, "a whole number, 0 or more")


def _count(text: str) -> int:
    return _whole(text, 1, 1_000_000, "a whole number from 1 to 1,000,000")


def _seeds(text: str) -> int:
    return _whole(text, 1, 1000, "a whole number from 1 to 1,000")


def _ids(text: str) -> list[str]:
    ids = [part.strip() for part in text.split(",") if part.strip()]
    if not ids:
        raise argparse.ArgumentTypeError(f"“{text}” names no finding")
    return ids


def _percent(text: str) -> int:
    return _whole(text.rstrip("%"), 100, 200, "a percentage from 100 to 200")


def _whole(text: str, least: int, most: int, wanted: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = least - 1
    if not least <= number <= most:
        raise argparse.ArgumentTypeError(f"“{text}” is not {wanted}")
    return number


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"“{text}” is not a size such as 1280x720")
    size = int(width), int(height)
    if not (640 <= size[0] <= 7680 and 400 <= size[1] <= 4320):
        raise argparse.ArgumentTypeError(f"“{text}” is no window: from 640x400 to 7680x4320")
    return size


def _fall_silent() -> None:
    """Nothing more can be written there, and Python would complain again when it closes the stream."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """A character that the terminal or the pipe cannot show becomes a mark, never an error in mid-campaign.

    A stream that was closed before we began is an empty one.
    """
    sys.stdin = sys.stdin or open(os.devnull)
    sys.stdout = sys.stdout or open(os.devnull, "w")
    sys.stderr = sys.stderr or open(os.devnull, "w")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
