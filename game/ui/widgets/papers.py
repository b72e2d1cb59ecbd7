"""What people wrote: cables and letters on paper, strips of words to be said, clippings from the press."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui.geometry import Align, Box, Kind, pad
from game.ui.paint.type import Style
from game.ui.screen import Context, Fold, Scroll
from game.ui.tree import Node, Role, plain
from game.ui.widgets import styles
from game.ui.widgets.boxes import column, hair, row, scroll
from game.ui.widgets.buttons import key_cap
from game.ui.widgets.looks import Control, DoubleRule, Sheet, Stamp, Strip
from game.ui.widgets.words import part, picture


@dataclass(frozen=True, slots=True)
class Cable:
    """A paper to be read. `stamps` are words in red, `received` the blue stamp at its foot."""

    title: str
    paragraphs: tuple[str, ...]
    letterhead: str = ""
    number: str = ""
    route: str = ""
    marking: str = ""
    signed: str = ""
    emblem: str = ""
    stamp: str = ""
    received: tuple[str, str] = ("", "")
    numbered: bool = True
    seed: int = 1


def document(ctx: Context, id: str, cable: Cable, *, beside: bool = False, **more: int) -> Node:
    """A sheet with a fixed heading over a text that scrolls. `beside` sets it smaller, to be re-read beside the acts.

    When not all of it fits, "The rest of it" with its key stands at the foot. Keywords are those of `Box`.
    """
    style = styles.DOCUMENT_BESIDE if beside else styles.DOCUMENT
    text = column(*_paragraphs(cable, style), gap=8 if beside else 10)
    roomy = ctx.fold is Fold.WIDE and not beside
    side = 44 if roomy else 22
    least = 110 if ctx.fold > Fold.ONE else 160
    return Node(
        Role.DOCUMENT, plain(cable.title), id=id, description=_about(cable),
        box=Box(Kind.COLUMN, gap=6, pad=pad(18, side), **more), paint=Sheet(seed=cable.seed),
        children=[
            *_heading(cable, roomy),
            scroll(f"{id}-text", text, name=f"{plain(cable.title)}, text", grow=1, min_h=ctx.em(least)),
            _rest(ctx, f"{id}-text"),
            *([_received(cable)] if roomy and cable.received[0] else []),
        ],
    )


def _about(cable: Cable) -> str:
    return ". ".join(words for words in (cable.letterhead, cable.number, cable.route, cable.marking) if words)


def _heading(cable: Cable, roomy: bool) -> list[Node]:
    emblem = picture(cable.emblem, "pen", 26) if cable.emblem else None
    name = part((cable.letterhead or cable.number).upper(), styles.DOCUMENT_CAPS, share=1)
    marking = part(cable.marking, styles.SECRET, wrap=False) if cable.marking else None
    head: list[Node] = []
    if cable.letterhead or cable.number or cable.marking:
        head += [row(emblem, name, marking, gap=10, align=Align.CENTRE),
                 Node(Role.PART, box=Box(height=5), paint=DoubleRule())]
    if cable.route:
        stamped = roomy and cable.stamp
        route = part(cable.route, styles.FILE, share=1 if stamped else 0)
        head.append(row(route, _stamp(cable), gap=8) if stamped else route)
    if cable.title:
        head += [part(cable.title, styles.DOCUMENT_HEAD), hair("rule", room=5)]
    return head


def _stamp(cable: Cable) -> Node:
    return Node(Role.IMAGE, f"Stamp: {cable.stamp}", box=Box(width=190, height=44),
                paint=Stamp(cable.stamp, angle=-5, seed=cable.seed))


def _received(cable: Cable) -> Node:
    words, under = cable.received
    return Node(Role.IMAGE, f"Stamp: {words} {under}", box=Box(width=190, height=52, self_align=Align.END),
                paint=Stamp(words, under, "stamp-blue", 4, cable.seed + 1))


def _paragraphs(cable: Cable, style: Style) -> list[Node]:
    lines = []
    for number, words in enumerate(cable.paragraphs, 1):
        said = Node(Role.TEXT, plain(words), children=[part(words, style)], box=Box(share=1, max_w=640, em=True))
        if not cable.numbered:
            lines.append(said)
            continue
        figure = part(f"{number}.", styles.DOCUMENT_NUMBER, wrap=False, min_w=22, em=True)
        lines.append(row(figure, said, gap=4))
    if cable.signed:
        signed = Style("serif", style.size, "pen", "semibold", leading=style.leading)
        lines.append(row(part("", signed, min_w=22, em=True) if cable.numbered else None, part(cable.signed, signed, share=1), gap=4))
    return lines


def _rest(ctx: Context, scroll_id: str) -> Node:
    """The foot of a paper that goes on: what to press, and what it does from here."""
    ended = ctx.at_end(scroll_id)
    words, key, sign = ("Back to the top", "PgUp", "arrow-up") if ended else ("The rest of it", "PgDn", "arrow-down")
    return Node(
        Role.BUTTON, words, id=f"{scroll_id}-rest", key=key, action=Scroll(scroll_id, -99 if ended else 0.85),
        focusable=True, paint=Control("paper"),
        box=Box(Kind.ROW, gap=8, pad=pad(4, 12), align=Align.CENTRE, self_align=Align.CENTRE, if_tight=True),
        children=[part(words, styles.DOCUMENT_NOTE, wrap=False), picture(sign, "pen", 15), key_cap(key, "paper")],
    )


def quote(words: str, *, bar: str = "stamp", seed: int = 3) -> Node:
    """The line as it would be said, on a strip of paper."""
    return Node(Role.TEXT, plain(words), box=Box(pad=pad(5, 16)._replace(left=28), min_h=36, justify=Align.CENTRE),
                paint=Strip(bar, seed), children=[part(words, styles.QUOTE)])


def letter(id: str, greeting: str, paragraphs: tuple[str, ...], signed: str, *, seed: int = 5, **more: int) -> Node:
    """A letter by hand. It is set upright: what is read at length is not turned."""
    lines = [part(greeting, styles.HAND), *(_hand(words) for words in paragraphs)]
    sign = part(signed, styles.HAND, align=Align.END)
    return Node(
        Role.DOCUMENT, f"Letter from {plain(signed)}", id=id, box=Box(pad=pad(26, 40), **more), paint=Sheet(seed=seed),
        children=[scroll(f"{id}-text", column(*lines, sign, gap=6), name="Letter, text", grow=1, min_h=120)],
    )


def _hand(words: str) -> Node:
    return Node(Role.TEXT, plain(words), children=[part(words, styles.HAND)])


def clipping(paper: str, date: str, headline: str, text: str, *, place: str = "", seed: int = 7, **more: int) -> Node:
    """A piece cut from a newspaper."""
    children = [
        part(paper, styles.PRESS_NAME, align=Align.CENTRE),
        hair("pen-soft", room=3),
        row(part(date, styles.PRESS_TEXT, share=1), part(place, styles.PRESS_TEXT, wrap=False) if place else None),
        hair("pen-soft", room=3),
        part(headline, styles.PRESS_HEAD),
        part(text, styles.PRESS_TEXT),
    ]
    return Node(Role.DOCUMENT, f"{paper}, {date}: {plain(headline)}", description=plain(text),
                box=Box(gap=4, pad=pad(14, 18), **more), paint=Sheet("newsprint", seed, under=False, lift=2),
                children=children)
