"""Where the keyboard goes: Tab over groups, arrows inside them, Enter to what is meant, Esc's scope."""

from game.ui import focus
from game.ui.geometry import Box, Kind, Rect
from game.ui.tree import Node, Role


def button(id: str, **more: object) -> Node:
    return Node(Role.BUTTON, id, id=id, focusable=True, action=id, **more)  # type: ignore[arg-type]


def choices(id: str, *names: str, chosen: str = "", columns: int = 9) -> Node:
    kids = [
        Node(Role.CHOICE, name, id=name, focusable=True, action=name, selected=name == chosen,
             rect=Rect(60 * (i % columns), 40 * (i // columns), 50, 30))
        for i, name in enumerate(names)
    ]
    return Node(Role.CHOICES, id, id=id, children=kids)


def screen(*children: Node) -> Node:
    return Node(Role.SCREEN, "Screen", id="root", children=list(children), rect=Rect(0, 0, 800, 600))


DESK = screen(button("top"), choices("acts", "pay", "contest", "send", chosen="contest"), button("send it", primary=True))


def test_tab_makes_one_stop_at_a_group_on_its_chosen_member() -> None:
    assert [node.id for node in focus.stops(DESK)] == ["top", "contest", "send it"]
    assert focus.after_tab(DESK, "") == "top"
    assert focus.after_tab(DESK, "top") == "contest"
    assert focus.after_tab(DESK, "pay") == "send it", "from any member, Tab leaves the group"
    assert focus.after_tab(DESK, "send it") == "top"
    assert focus.after_tab(DESK, "top", back=True) == "send it"


def test_arrows_walk_a_group_round_and_choose_on_the_way() -> None:
    assert focus.after_arrow(DESK, "contest", 1, 0) == focus.Step("send", acts=True)
    assert focus.after_arrow(DESK, "send", 1, 0) == focus.Step("pay", acts=True)
    assert focus.after_arrow(DESK, "contest", 0, 1) == focus.Step("send", acts=True), "one row: down is next"
    assert focus.after_arrow(DESK, "top", 1, 0) is None


def test_up_and_down_keep_the_column_of_a_grid() -> None:
    grid = screen(choices("tones", *"abcdef", columns=3))
    assert focus.after_arrow(grid, "b", 0, 1) == focus.Step("e", acts=True)
    assert focus.after_arrow(grid, "e", 0, -1) == focus.Step("b", acts=True)
    assert focus.after_arrow(grid, "e", 0, 1) is None, "below the last row there is nothing"


def test_moving_in_a_menu_does_not_choose() -> None:
    menu = Node(Role.MENU, "Tone", id="menu", children=[
        Node(Role.MENU_ITEM, n, id=n, focusable=True, action=n, rect=Rect(0, 30 * i, 90, 28)) for i, n in enumerate("ab")])
    assert focus.after_arrow(screen(menu), "a", 0, 1) == focus.Step("b", acts=False)


def test_enter_goes_to_the_focused_node_and_else_to_the_brass_button() -> None:
    def pressed(id: str) -> str:
        node = focus.on_enter(DESK, id)
        return node.id if node else ""

    assert pressed("") == "send it"
    assert pressed("top") == "top"
    assert pressed("pay") == "pay"
    assert pressed("contest") == "send it", "a choice that is made already hands Enter on"


def test_a_list_is_entered_by_an_arrow_and_its_chosen_row_hands_enter_on() -> None:
    def page(chosen: str) -> Node:
        rows = [
            Node(Role.LIST_ITEM, id, id=id, focusable=True, action=id, selected=id == chosen) for id in ("net", "bond")
        ]
        return screen(Node(Role.LIST, "Decisions", id="list", children=rows), button("take", primary=True))

    assert focus.into_list(page("")) == "net"
    assert focus.into_list(page("bond")) == "bond"
    assert focus.into_list(DESK) == "", "where there is no list an arrow enters none"
    for focused, chosen, pressed in (("net", "", "net"), ("net", "bond", "net"), ("bond", "bond", "take")):
        node = focus.on_enter(page(chosen), focused)
        assert node is not None and node.id == pressed


def test_what_cannot_be_done_is_neither_a_stop_nor_a_shortcut() -> None:
    barred = screen(button("a", enabled=False, key="A"), button("b", key="B"))
    assert [node.id for node in focus.stops(barred)] == ["b"]
    assert focus.by_key(barred, "A") is None
    found = focus.by_key(barred, "b")
    assert found is not None and found.id == "b"


def test_a_sheet_takes_all_keys_while_it_is_there() -> None:
    sheet = Node(Role.DIALOG, "Sure?", id="sheet", modal=True, children=[button("yes", primary=True, key="Y")])
    both = screen(button("below", key="B"), button("go", primary=True), sheet)
    assert [node.id for node in focus.stops(both)] == ["yes"]
    assert focus.by_key(both, "B") is None
    primary = focus.primary(both)
    assert primary is not None and primary.id == "yes"


def test_a_focused_node_out_of_sight_is_scrolled_into_view() -> None:
    far = button("far", rect=Rect(0, 700, 100, 30))
    area = Node(Role.SCROLL, "Area", id="area", box=Box(Kind.SCROLL), rect=Rect(0, 0, 400, 300), extent=900,
                children=[button("near", rect=Rect(0, 10, 100, 30)), far])
    assert focus.reveal(screen(area), "far") == {"area": 438}
    assert focus.reveal(screen(area), "near") == {}


def test_the_pointer_finds_the_topmost_thing_that_can_be_pressed() -> None:
    inner = button("inner", rect=Rect(10, 10, 20, 20), clip=Rect(10, 10, 20, 20))
    outer = button("outer", rect=Rect(0, 0, 100, 100), clip=Rect(0, 0, 100, 100), children=[inner])
    assert [getattr(focus.at_point(screen(outer), p), "id", None) for p in ((15, 15), (50, 50), (200, 200))] == [
        "inner", "outer", None]
