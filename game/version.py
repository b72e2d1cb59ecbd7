"""The game's version, written once: pyproject.toml reads it here and the journal's header carries it."""

VERSION = "0.3.0"
