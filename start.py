"""Good Offices in one command, with nothing but Python 3.11 or newer.

    python3 start.py              sets up and plays; anything after it goes to the game: python3 start.py play --text
    python3 start.py test         sets up and runs the tests; anything after it goes to pytest

The first run makes a folder .venv beside this file and installs the game's parts into it; later runs only look at a stamp.
This file must be readable by old Pythons, so that they can say that they are too old.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Good Offices needs Python 3.11 or newer; this is Python %d.%d. Install a newer one and run this command "
        "with it, for instance: python3.12 start.py" % sys.version_info[:2]
    )

import hashlib
import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def main(arguments: list[str]) -> int:
    testing = arguments[:1] == ["test"]
    parts = "test" if testing else "play"
    if not is_ready(parts):
        set_up(parts)
    if testing:
        return run(["-m", "pytest", *arguments[1:]], folder=HERE)
    return run([str(HERE / "main.py"), *arguments])


def is_ready(parts: str) -> bool:
    """Whether .venv holds what pyproject.toml asks for. The test's parts include those of play."""
    stamps = {"play": ("play", "test"), "test": ("test",)}[parts]
    return PYTHON.exists() and any(read(stamp_file(p)) == fingerprint() for p in stamps)


def set_up(parts: str) -> None:
    """Makes .venv and installs the game into it as it stands here, so that edits count at once."""
    if not importlib.util.find_spec("venv") or not importlib.util.find_spec("ensurepip"):
        sys.exit(
            "Python's venv module is not complete on this machine. On Debian or Ubuntu install it with\n"
            "    sudo apt install python3-venv\nand run this command again."
        )
    print(f"Setting up in {VENV} (once; a minute or two) ...", file=sys.stderr, flush=True)
    if not PYTHON.exists() or not works():
        shutil.rmtree(VENV, ignore_errors=True)
        step([sys.executable, "-m", "venv", str(VENV)], f"A virtual environment could not be made in {VENV}.")
    target = str(HERE) + ("[test]" if parts == "test" else "")
    step(
        [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", target],
        "The game's parts could not be installed; pip's own words are above. Is this machine connected to PyPI?",
    )
    stamp_file(parts).write_text(fingerprint(), encoding="ascii")


def step(command: list[str], trouble: str) -> None:
    # What these programs say goes to the error stream, so that the output of `start.py debrief --json` stays clean.
    if subprocess.run(command, stdout=sys.stderr).returncode:
        sys.exit(trouble)


def works() -> bool:
    """A .venv that was moved, or whose Python was removed or upgraded, is made anew."""
    probe = [str(PYTHON), "-c", "import sys, pip; print(sys.version_info[:2])"]
    try:
        answer = subprocess.run(probe, capture_output=True, text=True)
    except OSError:
        return False
    return answer.stdout.strip() == str(sys.version_info[:2])


def fingerprint() -> str:
    """What the installation depends on: the list of parts, this Python, and the folder it stands in."""
    about = f"{sys.version_info[:2]} {HERE}".encode() + (HERE / "pyproject.toml").read_bytes()
    return hashlib.sha256(about).hexdigest()


def stamp_file(parts: str) -> Path:
    return VENV / f"ready-to-{parts}"


def read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except OSError:
        return ""


def run(arguments: list[str], folder: Path | None = None) -> int:
    """Hands over to the Python of .venv; on Windows, which cannot, waits for it."""
    command = [str(PYTHON), *arguments]
    if folder:
        os.chdir(folder)
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(command[0], command)
    try:
        return subprocess.run(command).returncode
    except KeyboardInterrupt:
        return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
