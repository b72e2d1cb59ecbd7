"""The morning after as lines: what followed, each with its reason and its actor, and home last."""

from __future__ import annotations

from game.play.pages.after import After, Consequence, GroupMoved
from game.text.lines import BLANK, Line, Lines, Role, item, paragraphs, part, quiet, sentence, text
from game.text.pages.shared import clipping, top


def after(page: After) -> Lines:
    yield from top(page.status, page.title)
    for words in page.said:
        yield quiet(words)
    if page.text:
        yield from paragraphs(page.text.splitlines(), Role.QUOTE)
    yield from part("What followed", (line for c in page.consequences for line in consequence(c)))
    yield from part("Seen from abroad", (item(words) for words in page.seen_abroad))
    yield from part("The papers", (line for p in page.papers for line in clipping(p)))
    yield from part("At home", map(group, page.groups))
    for words in (page.crisis_over, page.moved_on):
        if words:
            yield BLANK
            yield text(words)


def consequence(page: Consequence) -> Lines:
    actor = f"{page.actor}: " if page.actor and page.actor not in page.title else ""
    because = f"Because {page.because}" if page.because else ""
    yield Line(sentence(f"{actor}{page.title}", page.text, because, page.dated), mark="-")


def group(page: GroupMoved) -> Line:
    return item(sentence(f"{page.name}: {page.mood}, {page.trend}", f"Because {page.because}" if page.because else ""))
