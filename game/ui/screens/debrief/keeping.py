"""Writing the debrief as a file, beside the window: drawing its charts takes seconds, and the screen must not wait."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from game.insight.debrief import Debrief

log = logging.getLogger(__name__)


class Keeping:
    """`state` is "", "writing", "written" or "failed"; `told` is the sentence for the person."""

    def __init__(self) -> None:
        self.state, self.told = "", ""
        self._worker: threading.Thread | None = None
        self._changed = threading.Event()

    def begin(self, debrief: Debrief, folder: Path) -> None:
        """Start writing into a folder that is made if need be; does nothing while it is at it."""
        if self.state == "writing":
            return
        self.state = "writing"
        self._worker = threading.Thread(target=self._write, args=(debrief, folder), name="report", daemon=True)
        self._worker.start()

    def wait(self) -> None:
        """Until it is written or has failed."""
        if self._worker is not None:
            self._worker.join()

    def poll(self) -> bool:
        """True once after it has ended."""
        if not self._changed.is_set():
            return False
        self._changed.clear()
        return True

    def _write(self, debrief: Debrief, folder: Path) -> None:
        from game.insight.report import write

        try:
            folder.mkdir(parents=True, exist_ok=True)
            paths = write(debrief, folder)
        except OSError as why:
            log.warning("the report could not be written: %s", why)
            self.state, self.told = "failed", f"The report could not be written to {folder}: {why.strerror or why}."
        else:
            self.state, self.told = "written", "Written:\n" + "\n".join(str(path) for path in paths)
        self._changed.set()
