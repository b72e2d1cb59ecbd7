"""The command line: what a newcomer reads, and one clear sentence with exit code 2 for whatever cannot be done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import main, parser
from game.commands import doctor, play
from game.folders import ASSETS, SCENARIOS

ROOT = Path(__file__).resolve().parent.parent
VERBS = ("play", "debrief", "playtest", "validate", "check", "bench", "shots", "doctor")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Exit code and error stream of a command line that is refused, whoever refuses it."""
    try:
        code = main(list(arguments))
    except SystemExit as leaving:
        code = int(leaving.code or 0)
    return code, capsys.readouterr().err


def test_help_names_every_verb_and_each_verb_helps() -> None:
    told = parser().format_help()
    assert all(verb in told for verb in VERBS)
    for verb in VERBS:
        with pytest.raises(SystemExit) as leaving:
            main([verb, "--help"])
        assert leaving.value.code == 0


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("play", "narow-sea", "--text"), "did you mean narrow-sea?"),
        (("play", "zzz", "--text"), "there is narrow-sea"),
        (("playtest", "narrow-see"), "did you mean narrow-sea?"),
        (("playtest", "narrow-sea", "--policy", "stedfast"), "did you mean steadfast?"),
        (("playtest", "narrow-sea", "--journals", "--policy", "hawk"), "leave out --policy"),
        (("play", "--policy", "hawkish"), "did you mean hawk?"),
        (("play", "--text", "--resume", "no/such.jsonl"), "there is no play no/such.jsonl"),
        (("debrief", "no/such.jsonl"), "there is no play no/such.jsonl"),
        (("check", "no/such/folder"), "there is no scenario"),
        (("check", "tests"), "holds no scenario.yaml"),
        (("play", "--seed", "-3"), "“-3” is not a whole number"),
        (("play", "--length", "short"), "--length"),
        (("validate", "--only", "V99"), "there is no experiment “V99”; the nearest is V"),
        (("validate", "--only", "V01,zzzzz"), "there is no experiment “zzzzz”; there are V01, V02"),
        (("validate", "--only", ","), "“,” names no finding"),
        (("validate", "--seeds", "0"), "“0” is not a whole number from 1 to 1,000"),
        (("validate", "--theory", "pure-bays"), "the nearest is pure-bayes, and there are default"),
        (("validate", "--experiments", "no/such.py"), "there is no file no/such.py"),
        (("validate", "--experiments", "docs"), "docs is a folder"),
        (("validate", "--experiments", "/dev/zero"), "is not an ordinary file"),
        (("validate", "--experiments", "x" * 5000), "cannot be read"),
        (("validate", "--update-docs", "--only", "V01"), "leave out --only"),
        (("playtest", "narrow-sea", "--plays", "many"), "“many” is not a whole number"),
        (("shots", "--out", "x", "--size", "big"), "“big” is not a size"),
        (("shots", "--out", "x", "--size", "64x64"), "is no window"),
        (("shots", "--out", "x", "--scale", "900"), "“900” is not a percentage"),
        (("plya",), "plya"),
        (("debrief", "x" * 5000), "there is no play"),
        (("play", "y" * 5000, "--text"), "there is no scenario"),
        (("debrief", "/dev/zero"), "is not an ordinary file"),
        (("play", "--theory", "leader"), "the nearest is leader-centred, and there are default, state-centred"),
        (("play", "--theory", "phlogiston"), "there is no theory “phlogiston”; there are default"),
        (("play", "--resume", "a.jsonl", "--theory", "pure-bayes"), "a play keeps the theory it was begun under"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(ROOT)
    code, words = said(capsys, *typed)
    assert code == 2
    assert told in words and words.count("\n") == 1 and "Traceback" not in words


def test_a_folder_that_cannot_be_made_is_said_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    code, words = said(capsys, "shots", "--out", str(in_the_way / "shots"))
    assert code == 2 and "cannot be made" in words


def test_a_damaged_play_is_said_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    foreign = tmp_path / "holiday.jsonl"
    foreign.write_bytes(b"\xff\xfe not a play at all")
    for typed in (("debrief", str(foreign)), ("play", "--text", "--resume", str(foreign))):
        code, words = said(capsys, *typed)
        assert code == 2 and words.count("\n") == 1


def test_a_broken_scenario_sends_its_author_to_check(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text("format: 1\nid: [unclosed\n")
    code, words = said(capsys, "play", str(tmp_path), "--text")
    assert code == 2 and "check" in words
    assert main(["check", str(tmp_path)]) == 1
    assert "S001" in capsys.readouterr().out


def test_the_shipped_scenarios_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *(str(f.parent) for f in SCENARIOS.glob("*/scenario.yaml"))]) == 0


def test_doctor_finds_the_two_pygames_that_overwrite_each_other(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "_version", lambda name: "2.6.1")
    assert main(["doctor"]) == 1
    assert "both pygame and pygame-ce" in capsys.readouterr().out


def test_doctor_says_where_plays_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    main(["doctor"])
    told = capsys.readouterr().out
    assert "your plays" in told and "Good Offices" in told and "pygame-ce" in told


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_is_known_by_its_variable(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for other in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(other, raising=False)
    assert not play.has_display()
    monkeypatch.setenv(name, ":0")
    assert play.has_display()


def test_the_data_is_found() -> None:
    assert (SCENARIOS / "playbook.yaml").is_file() and (ASSETS / "fonts").is_dir()


def test_a_missing_part_is_said_so(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """`python3 main.py` with a Python that has nothing installed."""
    monkeypatch.setattr("game.cli.import_module", lambda name: (_ for _ in ()).throw(ModuleNotFoundError(name="rich")))
    code, words = said(capsys, "doctor")
    assert code == 2 and "missing (rich)" in words and "start.py" in words


def test_a_reader_that_leaves_early_is_no_error() -> None:
    """`python main.py doctor | head -1`"""
    script = f"{sys.executable} main.py doctor | head -1"
    told = subprocess.run(["bash", "-c", f"set -o pipefail; {script}"], cwd=ROOT, capture_output=True, text=True)
    assert "Traceback" not in told.stderr and "BrokenPipe" not in told.stderr


def test_without_display_and_terminal_a_steadfast_player_tells_its_story(tmp_path: Path) -> None:
    """The bare command on a machine with neither: exit code 0, the story printed, the debrief in a folder."""
    bare = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}}
    told = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "play", "narrow-sea", "--length", "taster", "--seed", "7", "--saves", str(tmp_path)],
        env=bare, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, cwd=tmp_path,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert "steadfast" in told.stdout and "What followed" in told.stdout
    assert list(tmp_path.glob("*.jsonl")) and list(tmp_path.rglob("*.html"))


def test_a_failure_of_the_game_is_one_sentence_and_a_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """No traceback on the screen: it lies in a file whose name is told."""

    def broken(options: object) -> int:
        raise RuntimeError("the wheel came off")

    monkeypatch.setattr(doctor, "run", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    code, words = said(capsys, "doctor")
    assert code == 1 and words.count("\n") == 1 and "Traceback" not in words
    (file,) = tmp_path.iterdir()
    assert str(file) in words and "the wheel came off" in file.read_text("utf-8")


@pytest.mark.parametrize("full", ["check scenarios/narrow-sea", "play --policy prudent --length taster --saves {}"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_output_that_cannot_be_written_is_said_so(full: str, tmp_path: Path) -> None:
    command = [sys.executable, "main.py", *full.format(tmp_path).split()]
    with open("/dev/full", "w") as out:
        done = subprocess.run(command, cwd=ROOT, stdout=out, stderr=subprocess.PIPE, text=True, env=no_display())
    assert done.returncode == 1
    assert done.stderr == "good-offices: it stopped here, the system says: No space left on device.\n"


@pytest.mark.skipif(os.name == "nt", reason="streams are closed by a shell of the other kind")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_is_an_empty_one(closed: str, tmp_path: Path) -> None:
    line = f'"{sys.executable}" main.py play narrow-sea --length taster --text --saves "{tmp_path}" {closed}'
    done = subprocess.run(
        ["sh", "-c", line], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=no_display()
    )
    assert done.returncode == 0 and done.stderr == ""
    assert len(list(tmp_path.glob("*.jsonl"))) == 1


def no_display() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if "DISPLAY" not in key}


def test_a_file_that_commands_the_terminal_is_quoted_without_its_commands(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.jsonl").write_text('{"format": 1, "\\u001b[31mred": 1}\n')
    assert "\x1b" not in said(capsys, "debrief", str(tmp_path / "a.jsonl"))[1]


def test_a_play_of_a_scenario_from_elsewhere_says_how_to_go_on(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Its file names the scenario but not where that lies; given the folder, it goes on."""
    own = tmp_path / "own"
    own.mkdir()
    sound = (ROOT / "tests" / "authoring" / "sound.yaml").read_text("utf-8")
    (own / "scenario.yaml").write_text(sound, "utf-8")
    (tmp_path / "playbook.yaml").write_bytes((SCENARIOS / "playbook.yaml").read_bytes())
    playing = ("play", str(own), "--policy", "steadfast", "--length", "taster", "--seed", "1", "--saves", str(tmp_path))
    assert said(capsys, *playing) == (0, "")
    assert "Two Shores" in (tmp_path / "two-shores-1-debrief" / "debrief.html").read_text("utf-8")
    kept = str(tmp_path / "two-shores-1.jsonl")
    code, words = said(capsys, "play", "--text", "--resume", kept)
    assert code == 2 and f"play FOLDER --resume {kept}" in words
    assert said(capsys, "play", str(own), "--policy", "steadfast", "--resume", kept) == (0, "")


def test_under_another_theory_the_play_says_so_keeps_it_and_is_judged_by_any(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    playing = ("play", "narrow-sea", "--policy", "prudent", "--length", "taster", "--seed", "2", "--saves", str(tmp_path))
    assert main([*playing, "--theory", "leader-centred"]) == 0
    assert "Played under another theory, Leader-centred reputation." in capsys.readouterr().out
    kept = str(tmp_path / "narrow-sea-1.jsonl")
    assert main(["debrief", kept, "--theory", "all"]) == 0
    panel = capsys.readouterr().out
    assert "leader-centred*" in panel and "* the theory the play was made under" in panel
    assert main(["debrief", kept, "--theory", "state-centred"]) == 0
    assert "Judged by another theory: State-centred reputation." in capsys.readouterr().out
