"""The debrief: everything is opened, one ministry's file at a time, then why, then the account."""

from game.ui.screens.debrief.screen import DebriefScreen

__all__ = ["DebriefScreen"]
