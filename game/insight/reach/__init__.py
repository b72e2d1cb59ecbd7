"""Whether all that an author wrote can be met: a search for plays that reach it, and the plays kept with the scenario as the proof.

`search` makes candidates with automatic players, `cover` picks the few that together reach everything, `store` keeps and replays them.
"""

from .cover import Kept, cover
from .search import Candidates, search
from .store import FOLDER, Stale, claims, replayed, write
from .targets import NEEDED, Targets, reached

__all__ = [
    "FOLDER", "NEEDED", "Candidates", "Kept", "Stale", "Targets", "claims", "cover", "reached", "replayed", "search", "write",
]  # fmt: skip
