"""The phases of a turn, one table; `transitions` runs it (the only importer of that library).

A batch triggers each phase once for all rows.  `built` checks the table: every source and destination must be a phase.
"""

from __future__ import annotations

from typing import Final

from transitions import Machine

PHASES: Final = ("briefing", "reply", "response", "home", "reckoning", "election", "handover", "closed")
PLAYER: Final = ("reply", "handover")

TRANSITIONS: Final = (
    ("advance", "briefing", "reply"),
    ("advance", "reply", "response"),
    ("advance", "response", "home"),
    ("advance", "home", "reckoning"),
    ("advance", "reckoning", "election"),
    ("vote", "election", "handover"),
    ("carry_on", "election", "briefing"),
    ("end", "election", "closed"),
    ("carry_on", "handover", "briefing"),
    ("end", "handover", "closed"),
)


class Clock:
    """Holds the name of the present phase, so that the library's generated methods stay off everything else."""

    state: str

    def __init__(self) -> None:
        for _, source, destination in TRANSITIONS:
            if source not in PHASES or destination not in PHASES:
                raise ValueError(f"a transition from {source} to {destination} names a phase that is not in the table")
        self._machine = Machine(self, list(PHASES), initial="briefing", auto_transitions=False)
        for trigger, source, destination in TRANSITIONS:
            self._machine.add_transition(trigger, source, destination)

    def go(self, trigger: str) -> None:
        """Pull one trigger; a refused one raises with the triggers that are legal here."""
        legal = self._machine.get_triggers(self.state)
        if trigger not in legal:
            raise ValueError(f"{trigger} is not possible in {self.state}; possible: {', '.join(sorted(legal))}")
        self.trigger(trigger)  # type: ignore[attr-defined]
