"""The scenarios and plays on this machine, read beside the window so that the first sight does not wait for them.

The compiler is imported here and nowhere earlier: a title screen must stand before it is loaded.
"""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.authoring import Loaded
    from game.play.folders import Listed

log = logging.getLogger(__name__)


class Library:
    """`scenarios` and `saves` are folders. Loaded scenarios are kept; `warm` reads them on a thread.

    `theory` is that of every new play; "" leaves it to the scenario.
    """

    def __init__(self, scenarios: Path, saves: Path, cache: Path | None = None, theory: str = "") -> None:
        self.scenarios, self.saves, self.cache, self.theory = scenarios, saves, cache, theory
        self._held: dict[str, Loaded | None] = {}
        self._turn = threading.Lock()
        self._worker: threading.Thread | None = None
        self.ready = False

    def warm(self) -> None:
        """Read every scenario beside the window, once. To be called when the first frame stands: the reading would slow it."""
        if self._worker is None:
            self._worker = threading.Thread(target=self._read_all, name="library", daemon=True)
            self._worker.start()

    def folders(self) -> list[Path]:
        return sorted(path.parent for path in self.scenarios.glob("*/scenario.yaml"))

    def load(self, id: str, folder: Path | None = None) -> Loaded | None:
        """The scenario of a folder's name, waiting for it if need be; None when it cannot be played (the log says why).

        `folder` is given for one that lies elsewhere.
        """
        with self._turn:
            if id not in self._held:
                self._held[id] = self._read(folder or self.scenarios / id)
            return self._held[id]

    def held(self, id: str) -> Loaded | None:
        """The scenario if it has been read already."""
        return self._held.get(id)

    def all(self) -> list[Loaded]:
        """Every scenario that can be played: those of the folder, and any that was opened from elsewhere."""
        for folder in self.folders():
            self.load(folder.name)
        return [loaded for loaded in self._held.values() if loaded is not None]

    def plays(self) -> tuple[Listed, ...]:
        """The plays that can be gone on with, last played first."""
        from game.play.folders import plays

        known = {folder.name for folder in self.folders()}
        return tuple(play for play in plays(self.saves) if play.scenario in known)

    def _read_all(self) -> None:
        for folder in self.folders():
            self.load(folder.name)
        import game.play.session  # noqa: F401 - the first decision should not wait for it either

        self.ready = True

    def _read(self, folder: Path) -> Loaded | None:
        from game.authoring import Refused, load

        try:
            return load(folder)
        except (Refused, OSError) as why:
            log.warning("%s cannot be played: %s", folder, why)
            return None
