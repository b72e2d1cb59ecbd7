"""Quotation marks around an author's words."""

from __future__ import annotations


def plain(text: str) -> str:
    """Without marks of emphasis."""
    return text.replace("*", "")


def quoted(text: str) -> str:
    """In quotation marks, unless the text brings its own; marks inside become single."""
    text = plain(text).strip()
    return text if text[:1] == "“" and text[-1:] == "”" else f"“{text.replace('“', '‘').replace('”', '’')}”"
