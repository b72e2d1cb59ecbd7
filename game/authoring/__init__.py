"""YAML in; a Scenario and its Texts, or a list of diagnostics, out.

`load` and `read` are the way in. Instructors' files are untrusted: nothing in them is executed, and nothing in them makes this package
raise. It knows the rules' tables, and no screen.
"""

from .compile import Watches
from .diagnostics import Diagnostic, Severity, format_diagnostic, report
from .drafts import draft, filled
from .loaded import Loaded, Refused, find, load, read, verdict
from .texts import NOBODY, Texts

__all__ = [
    "NOBODY",
    "Diagnostic",
    "Loaded",
    "Refused",
    "Severity",
    "Texts",
    "Watches",
    "draft",
    "filled",
    "find",
    "format_diagnostic",
    "load",
    "read",
    "report",
    "verdict",
]
