"""An instructor's notes, written in Markdown, as the body of a page.

The file is somebody else's: it brings no HTML of its own, no picture and no script.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notes:
    title: str  # the first heading of the first rank, or ""
    contents: tuple[tuple[str, str], ...]  # anchor and words of each heading of the second rank
    body: str  # HTML, without the title


def read(markdown: str) -> Notes:
    """Headings get anchors, so that a contents list can lead to them."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    tokens = parser.parse(markdown)
    title = ""
    contents: list[tuple[str, str]] = []
    for place, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        words = "".join(part.content for part in tokens[place + 1].children or ())
        if token.tag == "h1" and not title:
            title = words
            token.hidden = tokens[place + 1].hidden = tokens[place + 2].hidden = True
            tokens[place + 1].children = []
        elif token.tag == "h2":
            anchor = f"{len(contents) + 1}-{re.sub(r'[^a-z0-9]+', '-', words.lower()).strip('-')}"
            token.attrSet("id", anchor)
            contents.append((anchor, words))
    return Notes(title, tuple(contents), parser.renderer.render(tokens, parser.options, {}))
