"""The frame every screen stands in: top bar with date, beat and capital; the body; keys and the brass button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.ui.geometry import Align, Box, Kind, Pad, pad
from game.ui.screen import Context, Fold
from game.ui.theme import StateKey
from game.ui.tree import Node, Role
from game.ui.widgets import styles
from game.ui.widgets.boxes import column, row, scroll, spacer
from game.ui.widgets.buttons import hints, icon_button
from game.ui.widgets.choices import dots
from game.ui.widgets.looks import Bar, Beat, Ground, Hair, Panel, Seal
from game.ui.widgets.words import heading, label, part

BEATS = (("Morning", "mail-open"), ("Reply", "pencil"), ("Morning after", "sunrise"))


@dataclass(frozen=True, slots=True)
class TopBar:
    """`beat` is 0 to 2, or None to show `title` in the rail's place. `skipped` beats ask nothing this season.

    `links` are (icon, name, action, key) at the right end.
    """

    date: str
    detail: str = ""
    state: StateKey = "home"
    sign: str = ""
    beat: int | None = None
    skipped: frozenset[int] = frozenset()
    title: str = ""
    capital: int | None = None
    capital_of: int = 8
    links: tuple[tuple[str, str, object, str], ...] = ()


def desk(
    ctx: Context, name: str, body: Node, *, top: TopBar | None = None, keys: Sequence[tuple[object, ...]] = (),
    note: str = "", primary: Node | None = None, second: Node | None = None,
) -> Node:
    """A whole screen. The body fills what is left between the bars, and scrolls when it cannot.

    In one column the keys stand at the end of the body. `note` says what the brass button spends, at its left;
    `second` is a ghost button beside it.
    """
    margin = ctx.margin
    if ctx.fold is Fold.ONE and keys:
        body, keys = column(body, hints(*keys), gap=20), ()
    inside = scroll("body", body, name=name, share=1, min_h=120,
                    pad=Pad(18 if ctx.fold is Fold.WIDE else 7, margin, 4, margin))
    kids = [_bar(ctx, top) if top else None, inside, _foot(ctx, keys, note, primary, second)]
    main = Node(Role.GROUP, box=Box(), children=[kid for kid in kids if kid is not None])
    return Node(Role.SCREEN, name, id="screen", box=Box(Kind.STACK), paint=Ground(), children=[main])


def split(
    ctx: Context, left: Node, right: Node, *, shares: tuple[int, int] = (3, 8), gap: int = 18, name: str = ""
) -> Node:
    """Two columns of which the right one scrolls by itself, so that the paper at the left stays; one at fold ONE.

    In one column the page scrolls as a whole, and a paper takes the least room it can be read in.
    """
    if ctx.fold is Fold.ONE:
        left.box = replace(left.box, share=0)
        return column(left, right, gap=16)
    left.box = replace(left.box, share=shares[0])
    side = scroll("side", right, name=name or "Right side", share=shares[1], min_h=120)
    return row(left, side, gap=gap)


def _bar(ctx: Context, top: TopBar) -> Node:
    narrow = ctx.fold <= Fold.NARROW
    when = column(part(top.date, styles.ROW, wrap=False), part(top.detail, styles.CAPTION, wrap=ctx.fold is Fold.ONE),
                  role=Role.STATUS, name=top.date, description=top.detail)
    seal = Node(Role.PART, box=Box(width=30, height=30, em=True), paint=Seal(top.state, top.sign))
    left = row(seal, when, gap=10, align=Align.CENTRE)
    middle = rail(top.beat, top.skipped) if top.beat is not None else heading(top.title, styles.SECTION, wrap=False)
    right = row(
        capital(top.capital, top.capital_of) if top.capital is not None else None,
        *(icon_button(icon, name, action, key=key) for icon, name, action, key in top.links),
        gap=2 if narrow else 8, align=Align.CENTRE,
    )
    room = pad(0, max(14, ctx.margin - 4))
    if ctx.fold is Fold.ONE:
        return column(row(left, spacer(grow=1), right, gap=8, align=Align.CENTRE), row(middle, justify=Align.CENTRE),
                      gap=4, pad=pad(6, 14), paint=Bar("bottom"))
    left.box, right.box = replace(left.box, share=1), replace(right.box, share=1, justify=Align.END)
    return row(left, middle, right, gap=12, pad=room, min_h=52, align=Align.CENTRE, paint=Bar("bottom"))


def rail(now: int, skipped: frozenset[int] = frozenset()) -> Node:
    """Morning, Reply, Morning after: what is done has a tick, the present one is in a pill, an idle one a dash."""
    kids: list[Node] = []
    told = []
    for i, (words, icon) in enumerate(BEATS):
        state = "skipped" if i in skipped else "done" if i < now else "now" if i == now else "ahead"
        if kids:
            colour = "good" if i <= now else "edge"
            kids.append(Node(Role.PART, box=Box(width=16, height=2, self_align=Align.CENTRE), paint=Hair(colour, 2)))
        kids.append(_station(words, state, icon))
        told.append(f"{words} {'asks nothing' if state == 'skipped' else state}")
    return Node(Role.STATUS, f"Beat: {BEATS[now][0]}", description=", ".join(told),
                box=Box(Kind.ROW, gap=0, align=Align.CENTRE), children=kids)


def _station(words: str, state: str, icon: str) -> Node:
    colour = {"now": "brass", "done": "soft"}.get(state, "mute")
    style = styles.ink(styles.CONTROL, colour)
    mark = Node(Role.PART, box=Box(width=20, height=20, em=True), paint=Beat(state, icon))
    look = Panel("chosen", radius=17, lift=0, outline="brass") if state == "now" else None
    return row(mark, part(words, style, wrap=False), gap=8, pad=pad(5, 11),
               align=Align.CENTRE, paint=look)


def capital(held: int, of: int = 8) -> Node:
    """Political capital: a row of discs, told in words."""
    return row(part("Capital", styles.ink(styles.CAPTION, "soft"), wrap=False), dots(held, of), gap=10,
               align=Align.CENTRE, role=Role.STATUS, name="Capital", description=f"{held} of {of}")


def _foot(
    ctx: Context, keys: Sequence[tuple[object, ...]], note: str, primary: Node | None, second: Node | None
) -> Node:
    told = hints(*keys) if keys else spacer()
    told.box = replace(told.box, share=1, self_align=Align.CENTRE)
    acts = row(
        label(note, styles.ink(styles.BODY, "soft"), wrap=ctx.fold is Fold.ONE) if note else None, second, primary,
        gap=12, align=Align.CENTRE,
    )
    room = Pad(8, ctx.margin, 10, max(14, ctx.margin - 6))
    if ctx.fold is Fold.ONE:
        acts.box = replace(acts.box, justify=Align.END)
        return column(acts, pad=room, paint=Bar("top"))
    return row(told, acts, gap=16, pad=room, min_h=62, align=Align.CENTRE, paint=Bar("foot"))
