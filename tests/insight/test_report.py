"""The report stands alone, is sound HTML, and says in words what its charts show."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.insight import charts
from game.insight.paper import spread
from game.insight.report import page, write
from game.insight.report.writer import marks

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Reader(HTMLParser):
    """Collects tags, ids, links and headings, and checks that every tag is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.named_images = 0

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self.tags.append(tag)
        self.ids += [told["id"]] if "id" in told else []
        self.links += [told[key] for key in ("href", "xlink:href", "src") if told.get(key)]
        self.headings += [int(tag[1])] if re.fullmatch(r"h[1-6]", tag) else []
        self.named_images += told.get("role") == "img" and bool(told.get("aria-label"))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def debrief(opened):
    return opened("bluffer", 15)


@pytest.fixture(scope="module")
def text(debrief):
    return page(debrief)


@pytest.fixture(scope="module")
def read(text):
    reader = Reader()
    reader.feed(text)
    assert not reader.open
    return reader


def test_it_needs_nothing_but_itself(text, read):
    """No script, and nothing fetched: faces are data, charts stand in the page."""
    assert "script" not in read.tags
    assert not [link for link in read.links if not link.startswith("#")]
    assert not re.search(r"url\((?!data:|#)", text)
    assert read.tags.count("svg") == read.named_images == 3 * 2 + 1 + 2


def test_its_inner_links_lead_somewhere(read):
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links} <= set(read.ids)


def test_its_headings_step_down_one_at_a_time(read):
    assert read.headings[0] == 1 and read.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(read.headings, read.headings[1:], strict=False))


def test_every_reason_stands_in_it(debrief, text):
    """The longest lines of every observer, whatever quotation marks they hold."""
    for observer in debrief.observers:
        for belief in observer.beliefs:
            for line in belief.lines:
                assert marks(line.text).replace("&#x27;", "&#39;") in text


def test_an_author_cannot_write_html():
    assert marks("*a* <b>b</b> & **c**") == "<em>a</em> &lt;b&gt;b&lt;/b&gt; &amp; <strong>c</strong>"


def test_it_is_written_beside_its_numbers(debrief, text, tmp_path):
    files = write(debrief, tmp_path / "new" / "folder")
    assert [file.name for file in files] == ["debrief.html", "debrief.json"]
    assert files[0].read_text(encoding="utf-8") == text
    assert json.loads(files[1].read_text(encoding="utf-8"))["seed"] == 15


def test_series_are_told_apart_without_colour(debrief):
    """Every chart is sound XML, drawn the same each time; in a chart of beliefs four dashes and four names."""
    drawn = charts.belief(debrief, 0)
    assert drawn == charts.belief(debrief, 0)
    told = ElementTree.fromstring(drawn)
    words = "".join(told.itertext())
    assert all(belief.name in words for belief in debrief.observers[0].beliefs)
    lines = re.findall(r"<path d=[^>]*style=\"fill: none;([^\"]*)stroke-width: 1.7", drawn)
    dashes = [found[0] if (found := re.findall(r"stroke-dasharray: ([\d., ]+)", style)) else "solid" for style in lines]
    assert len(dashes) == len(set(dashes)) == 4


def test_a_waterfall_ends_where_the_belief_does(debrief):
    for one in debrief.observers[0].beliefs:
        bars = charts._bars(one)
        assert bars[0][1] == one.opening and bars[-1][1] == one.closing
        assert sum(size for _, size, _ in bars[:-1]) == pytest.approx(one.closing, abs=1e-9)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=8))
def test_names_that_would_touch_are_moved_apart(values):
    """They keep their order, stay on the sheet, and lie a gap apart."""
    placed = spread(values, 6.0, 0, 100)
    order = sorted(range(len(values)), key=lambda k: values[k])
    assert all(placed[after] - placed[before] >= 6 - 1e-9 for before, after in zip(order, order[1:], strict=False))
    assert max(placed) <= 100 + 1e-9 and min(placed) >= -1e-9
