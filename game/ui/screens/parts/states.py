"""States and people as the widgets draw them."""

from __future__ import annotations

from game.play.pages import HOME, Face, State
from game.ui.geometry import Align, Box
from game.ui.paint.seals import SealKey
from game.ui.tree import Node, Role
from game.ui.widgets.looks import Seal
from game.ui.widgets.people import Person

THIRD_PARTIES = "third-parties"


def seal_key(state: State) -> SealKey:
    """Home, a counterpart by its place, or the seal of third parties."""
    if state.index == HOME:
        return "home"
    return "third" if state.id == THIRD_PARTIES else state.index


def seal(state: State, size: int = 28) -> Node:
    """A state's seal; silent, as its name always stands beside it."""
    return Node(
        Role.PART,
        box=Box(width=size, height=size, self_align=Align.CENTRE, em=True),
        paint=Seal(seal_key(state), state.seal),
    )


def person(face: Face, *, leaning: bool = True) -> Person:
    """A face of the pages as the widgets' person. The name settles skin and cloth, so one person looks the same everywhere."""
    return Person(face.name, face.post, face.leaning if leaning else "", face.portrait or "", face.name)
