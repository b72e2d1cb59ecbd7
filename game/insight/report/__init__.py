"""The debrief as a file to keep, print and hand in: one HTML page without script, and the same as JSON."""

from .writer import page, write

__all__ = ["page", "write"]
