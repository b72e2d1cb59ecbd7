"""What comes of plays: one play unsealed (debrief, explain, charts, report), and many by automatic players (simulate, playtest).

Reads plays and scenarios; no screen, no input.  Matplotlib and Jinja2 are heavy, so charts and report are asked for by their own names.
"""

from .unseal import debrief_file, debrief_of, panel_file, panel_of

__all__ = ["debrief_file", "debrief_of", "panel_file", "panel_of"]
