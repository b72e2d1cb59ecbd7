"""Layout with letters ten pixels wide and lines twenty high, so that every expected number can be counted."""

from hypothesis import given
from hypothesis import strategies as st

from game.ui.faults import problems
from game.ui.geometry import Align, Box, Kind, Rect, Text, pad
from game.ui.layout import GUTTER, layout
from game.ui.sizes import Span, divide
from game.ui.tree import Node, Role, assign_ids, find


class Letters:
    """A measure that can be reckoned in the head."""

    scale = 1.0

    def width(self, words: str, style: object) -> int:
        return max(len(line) for line in words.split("\n")) * 10

    def longest_word(self, words: str, style: object) -> int:
        return max(len(word) for word in words.split()) * 10

    def height(self, words: str, style: object, width: int) -> int:
        lines = 0
        for paragraph in words.split("\n"):
            used, lines = 0, lines + 1
            for word in paragraph.split():
                if used and used + 10 + len(word) * 10 > width:
                    used, lines = 0, lines + 1
                used += len(word) * 10 + (10 if used else 0)
        return lines * 20


class Large(Letters):
    scale = 2.0


def words(said: str, id: str = "", wrap: bool = True, **box: object) -> Node:
    return Node(Role.TEXT, said, id=id, text=Text(said, None, wrap=wrap), box=Box(**box))  # type: ignore[arg-type]


def placed(node: Node, window: tuple[int, int] = (400, 300), measure: Letters | None = None, **scrolled: int) -> Node:
    root = Node(Role.SCREEN, "Screen", id="root", box=Box(Kind.STACK), children=[node])
    return layout(assign_ids(root), window, measure or Letters(), scrolled)


def rect(root: Node, id: str) -> Rect:
    node = find(root, id)
    assert node is not None
    return node.rect


def test_a_column_gives_each_child_the_height_its_words_need() -> None:
    root = placed(Node(Role.GROUP, box=Box(gap=5, pad=pad(10)), children=[
        words("one two three four five six seven eight nine", "long"), words("short", "short")]))
    assert rect(root, "long") == Rect(10, 10, 380, 40)
    assert rect(root, "short") == Rect(10, 55, 380, 20)


def test_shares_divide_what_the_rigid_children_leave() -> None:
    root = placed(Node(Role.GROUP, box=Box(Kind.ROW, gap=10), children=[
        words("a", "a", share=1), words("rigid", "rigid"), words("b", "b", share=3)]))
    assert [rect(root, id).w for id in ("a", "rigid", "b")] == [82, 50, 248]
    assert rect(root, "b").right == 400


def test_words_in_a_narrow_row_wrap_before_anything_is_cut() -> None:
    root = placed(Node(Role.GROUP, box=Box(Kind.ROW, gap=10), children=[
        words("many words that must be broken to fit here", "many"), words("stay", "stay", wrap=False)]), (200, 300))
    assert rect(root, "stay").w == 40 and rect(root, "many").w == 150
    assert problems(root, Letters()) == []


def test_a_wrap_goes_on_in_the_next_line() -> None:
    root = placed(Node(Role.GROUP, box=Box(Kind.WRAP, gap=10, line_gap=4), children=[
        words("aaaaaaaaaa", "a"), words("bbbbbbbbbb", "b"), words("cccccccccc", "c")]), (230, 300))
    assert [(rect(root, i).x, rect(root, i).y) for i in "abc"] == [(0, 0), (110, 0), (0, 24)]


def test_a_grid_has_equal_columns_and_rows_as_high_as_their_highest() -> None:
    root = placed(Node(Role.GROUP, box=Box(Kind.GRID, gap=10, columns=2), children=[
        words("a", "a"), words("b " * 30, "b"), words("c", "c")]))
    assert rect(root, "a").w == rect(root, "b").w == 195
    assert rect(root, "c").y == rect(root, "b").h + 10


def test_a_scroll_area_shrinks_and_keeps_a_gutter_for_its_thumb() -> None:
    area = Node(Role.SCROLL, "Text", id="area", box=Box(Kind.SCROLL, grow=1, min_h=60), children=[
        words("word " * 200, "inside")])
    root = placed(Node(Role.GROUP, children=[words("heading", "heading"), area]))
    assert rect(root, "area").h == 280
    assert rect(root, "inside").w == 400 - GUTTER and rect(root, "inside").h > 280
    below = placed(Node(Role.GROUP, children=[area]), area=100)
    assert rect(below, "inside").y == -100
    end = placed(Node(Role.GROUP, children=[area]), area=99_999)
    assert rect(end, "inside").bottom == 300, "an offset beyond the end is held at the end"


def test_the_rest_of_it_shows_only_when_there_is_a_rest() -> None:
    def paper(said: str) -> Node:
        area = Node(Role.SCROLL, "Text", id="area", box=Box(Kind.SCROLL, grow=1, min_h=60), children=[words(said)])
        return placed(Node(Role.GROUP, children=[area, words("rest", "rest", if_tight=True)]))

    short, long = find(paper("brief"), "rest"), find(paper("word " * 200), "rest")
    assert short is not None and short.hidden
    assert long is not None and not long.hidden and long.rect.bottom == 300


def test_a_popup_stands_under_its_anchor_or_above_it_near_the_edge() -> None:
    def with_menu(top: int) -> Node:
        button = Node(Role.BUTTON, "Tone", id="tone", focusable=True, box=Box(height=30))
        main = Node(Role.GROUP, children=[Node(Role.PART, box=Box(height=top)), button])
        root = Node(Role.SCREEN, "Screen", id="root", box=Box(Kind.STACK), children=[
            main, words("menu menu menu", "menu", anchor="tone", width=100)])
        return layout(assign_ids(root), (400, 300), Letters())

    assert rect(with_menu(20), "menu").y == 56
    assert rect(with_menu(250), "menu").bottom == 244


def test_sizes_in_em_follow_the_text_scale_and_others_do_not() -> None:
    root = placed(Node(Role.GROUP, box=Box(align=Align.START), children=[
        Node(Role.PART, id="icon", box=Box(width=20, height=20, em=True)),
        Node(Role.PART, id="rule", box=Box(width=20, height=20))]), measure=Large())
    assert rect(root, "icon").w == 40 and rect(root, "rule").w == 20


@given(
    st.integers(0, 2000),
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300), st.integers(0, 3), st.integers(0, 3)), min_size=1),
)
def test_dividing_never_goes_below_the_least_and_never_over_when_there_is_room(space: int, asked: list) -> None:
    spans = [Span(least, least + more) for least, more, _, _ in asked]
    lengths = divide(space, spans, [Box(share=share, grow=grow) for _, _, share, grow in asked])
    assert all(length >= span.least for length, span in zip(lengths, spans, strict=True))
    least = sum(span.least for span in spans)
    assert sum(lengths) <= max(space, least)
    if any(share for _, _, share, _ in asked) and space >= sum(s.natural for s in spans):
        assert sum(lengths) == space, "with a share there is nothing left over"


def test_the_checker_sees_each_kind_of_fault() -> None:
    def said(node: Node) -> str:
        return "; ".join(problems(placed(node), Letters()))

    assert "words 40 high in a box of 10" in said(words("one two three four five six seven eight nine", height=10))
    assert "wide in a box" in said(Node(Role.GROUP, box=Box(width=30), children=[words("unbreakable", width=30)]))
    over = Node(Role.GROUP, box=Box(Kind.STACK), children=[words("one"), words("two")])
    assert "lie over each other" in said(over)
    assert "has no name" in said(Node(Role.BUTTON, "", focusable=True))
    assert "stands outside its window" in said(Node(Role.BUTTON, "Far", focusable=True, box=Box(height=900)))
    twice = [Node(Role.BUTTON, "A", id="a", key="K", action=1, primary=True), Node(Role.BUTTON, "B", id="a", key="k",
                                                                                   action=1, primary=True)]
    told = said(Node(Role.GROUP, children=twice))
    assert "the id 'a' is used 2 times" in told and "the key 'k' is used 2 times" in told
    assert "several primary buttons" in told
