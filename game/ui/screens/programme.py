"""The year's programme: initiatives by family, each towards those it can be aimed at. At most two a turn are set going."""

from __future__ import annotations

from itertools import groupby

from game.play import pages
from game.play.draft import Draft
from game.play.permits import Check
from game.ui.geometry import Align, Box, Kind, pad
from game.ui.screen import Context, Do, Fold
from game.ui.screens.parts.states import seal
from game.ui.tree import Node, Role
from game.ui.widgets import styles
from game.ui.widgets.boxes import column, row, wrap
from game.ui.widgets.buttons import primary
from game.ui.widgets.choices import Option, chips, dots
from game.ui.widgets.looks import Control, Panel
from game.ui.widgets.sheets import sheet as over
from game.ui.widgets.words import label, part, picture


def families(page: pages.Desk) -> list[str]:
    return list(dict.fromkeys(item.family for item in page.programme))


def panel(ctx: Context, page: pages.Desk, draft: Draft, family: str) -> Node:
    """The heads of the families, and the initiatives of the open one."""
    names = families(page)
    heads = chips(
        "family", "Families of initiatives", [Option(name, name) for name in names], family, lambda id: Do("family", id)
    )
    items = [item for item in page.programme if item.family == family]
    full = len(draft.programme) >= page.programme_most
    cards = [
        _initiative(ctx, list(same), draft, full)
        for _, same in groupby(items, key=lambda item: item.id.partition(":")[0])
    ]
    columns = 2 if ctx.fold >= Fold.MEDIUM else 1
    grid = Node(Role.GROUP, box=Box(Kind.GRID, columns=columns, gap=10, line_gap=10), children=cards)
    return column(heads, grid, gap=10)


def chosen_line(page: pages.Desk, draft: Draft) -> str:
    """ "Hotline with Norland, from next season": what would be set going."""
    told = [
        f"{item.name}{f' with {item.toward.short}' if item.toward else ''}, {item.lead}"
        for item in page.programme
        if item.id in draft.programme
    ]
    return "; ".join(told)


def sheet(ctx: Context, page: pages.Desk, draft: Draft, family: str, check: Check, capital: int) -> Node:
    """The programme over the desk."""
    line = chosen_line(page, draft)
    about = label(f"Up to {page.programme_most} a turn. {page.running}", styles.CAPTION)
    now = (
        label(f"**Chosen:** {line}. The reply spends {check.cost} of {capital} capital in all.", styles.FACT)
        if line
        else None
    )
    return over(
        ctx,
        "The programme",
        about,
        panel(ctx, page, draft, family),
        now,
        back=Do("back"),
        back_name="Back to the desk",
        primary=primary("Keep this programme", Do("planned"), id="planned"),
        width=1180,
    )


def _initiative(ctx: Context, same: list[pages.Programme], draft: Draft, full: bool) -> Node:
    """One initiative: what it does, its price and limit, and a button for each place it can be aimed at."""
    first = same[0]
    on = any(item.id in draft.programme for item in same)
    head = row(
        part(first.name.capitalize(), styles.ROW, share=1),
        part(first.lead, styles.CAPTION, wrap=False),
        dots(first.cost, name=f"costs {first.cost} capital")
        if first.cost
        else part("free", styles.CAPTION, wrap=False),
        gap=10,
        align=Align.CENTRE,
    )
    targets = wrap(*(_target(item, draft, full) for item in same), gap=8, line_gap=6, pad=pad(4, 0))
    running = [f"{item.toward.short if item.toward else 'At home'}: {item.running}" for item in same if item.running]
    return column(
        head,
        label(first.gloss, styles.BODY),
        label(first.limit, styles.CAPTION) if first.limit else None,
        label("; ".join(running), styles.ink(styles.CAPTION, "good")) if running else None,
        targets,
        gap=3,
        pad=pad(10, 14),
        role=Role.GROUP,
        name=first.name,
        paint=Panel("chosen" if on else "raised", 12, 1, outline="brass" if on else "line"),
    )


def _target(item: pages.Programme, draft: Draft, full: bool) -> Node:
    """A button that puts the initiative towards one place into the programme, or takes it out again."""
    on = item.id in draft.programme
    can = on or (item.available and not full)
    why = "" if can else item.why_not or "The programme is full; take another one out first."
    where = item.toward.short if item.toward else "Set it going"
    ink = styles.ink(styles.CONTROL, "ink" if on else "soft" if can else "mute")
    lead = (
        picture("check", "brass", 16)
        if on
        else seal(item.toward, 20)
        if item.toward
        else picture("plus", "soft" if can else "mute", 16)
    )
    name = f"{item.name}, {item.toward.short}" if item.toward else item.name
    return Node(
        Role.SWITCH,
        name,
        id=f"initiative-{item.id}",
        focusable=True,
        enabled=can,
        checked=on,
        action=Do("initiative", item.id),
        description=why or f"{item.gloss} {item.lead}, costs {item.cost} capital",
        tip=why,
        paint=Control("chip", on),
        box=Box(Kind.ROW, gap=8, pad=pad(4, 10), min_h=32, align=Align.CENTRE),
        children=[lead, part(where, ink, wrap=False)],
    )
