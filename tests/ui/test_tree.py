"""The tree speaks for a screen: what is told of a node, in which order, and what is left to its control."""

import pytest

from game.ui.geometry import Text
from game.ui.tree import Node, Role, assign_ids, describe, find, path_to, plain, transcript, walk


def test_a_button_is_told_by_role_name_and_key() -> None:
    assert describe(Node(Role.BUTTON, "Send the reply", key="Enter")) == "button, Send the reply, Enter"


def test_states_are_told_in_words() -> None:
    assert describe(Node(Role.SWITCH, "Minuted", checked=True)) == "switch, Minuted, on"
    assert describe(Node(Role.CHOICE, "Keep", selected=True)) == "choice, Keep, chosen"
    closed = Node(Role.MENU_BUTTON, "Tone", value="warn", expanded=False)
    assert describe(closed) == "menu button, Tone, warn, closed"
    barred = Node(Role.CHOICE, "Thank", enabled=False, description="Needs an act of theirs.")
    assert describe(barred) == "choice, Thank, not possible now, Needs an act of theirs."


def test_marks_are_not_spoken() -> None:
    assert plain("The *Petrel* is **likely** lost") == "The Petrel is likely lost"
    assert describe(Node(Role.TEXT, "She is *at sea*")) == "She is at sea"


def test_parts_are_told_by_their_control_only() -> None:
    button = Node(Role.BUTTON, "Keep", children=[Node(Role.PART, text=Text("Keep", None))])
    screen = Node(Role.SCREEN, "Desk", children=[Node(Role.HEADING, "The book"), button])
    assert transcript(screen) == ["screen, Desk", "heading, The book", "button, Keep"]


def test_what_is_hidden_is_neither_walked_nor_told() -> None:
    screen = Node(Role.SCREEN, "Desk", children=[Node(Role.TEXT, "seen"), Node(Role.TEXT, "unseen", hidden=True)])
    assert [node.name for node in walk(screen)] == ["Desk", "seen"]
    assert transcript(screen) == ["screen, Desk", "seen"]


def test_ids_are_the_same_for_the_same_build() -> None:
    def build() -> Node:
        return assign_ids(Node(Role.SCREEN, "Desk", children=[Node(Role.TEXT, "a"), Node(Role.TEXT, "b", id="mine")]))

    assert [node.id for node in walk(build())] == [node.id for node in walk(build())]
    assert find(build(), "mine") is not None
    assert [node.name for node in path_to(build(), "mine")] == ["Desk", "b"]
    assert find(build(), "absent") is None and path_to(build(), "absent") == []


def test_words_and_children_in_one_node_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="both words and children"):
        Node(Role.TEXT, "x", text=Text("x", None), children=[Node(Role.PART)])
