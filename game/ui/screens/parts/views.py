"""What the morning shows beside the cable: advisers, cues, news with their echoes, what is owed and what has become dear."""

from __future__ import annotations

from game.play import pages
from game.ui.geometry import Align, pad
from game.ui.screen import Context, Do, Fold
from game.ui.screens.parts.states import person, seal
from game.ui.tree import Node, Role, plain
from game.ui.widgets import people, styles
from game.ui.widgets.boxes import column, hair, row, wrap
from game.ui.widgets.cards import card, notice
from game.ui.widgets.words import caps, part, picture


def adviser(told: pages.Adviser, number: int) -> Node:
    """One view before the desk. The account stays away where the difficulty keeps it closed, or nothing is counted yet."""
    account = told.account
    counted = account.counted if account.shown else 0
    return people.adviser(
        person(told.face), told.says, right=account.right, of=counted, see=Do("go", "dossier"), id=f"adviser-{number}"
    )


def cues(ctx: Context, told: tuple[pages.Cue, ...]) -> Node | None:
    """What was noticed, and by whom; which quantity it tells is the player's to work out."""
    if not told:
        return None
    lines: list[Node] = []
    for cue in told:
        lines += [hair(room=3), _cue(ctx, cue)] if lines else [_cue(ctx, cue)]
    return card(caps("Noticed", icon="eye"), *lines, gap=4, padding=14)


def _cue(ctx: Context, told: pages.Cue) -> Node:
    by = told.by
    who = by.name if by.name == by.post or not by.post else f"{by.name}, {by.post}"
    source = wrap(
        part(who, styles.CAPTION),
        part(by.leaning, styles.ink(styles.CAPTION, "warn")) if by.leaning else None,
        gap=10,
        line_gap=0,
    )
    words = column(part(told.text, styles.SAID), source, gap=0, share=1)
    return row(
        seal(told.about, 26),
        words,
        gap=12,
        pad=pad(4, 2),
        align=Align.START,
        role=Role.TEXT,
        name=plain(told.text),
        description=". ".join(w for w in (f"About {told.about.short}", who, by.leaning) if w),
    )


def news(told: tuple[pages.News, ...]) -> list[Node]:
    return [people.report(person(line.by), line.text, echo=line.echo) for line in told]


def owed(told: tuple[str, ...]) -> Node | None:
    """Whom silence would be heard by, in one notice."""
    return notice(" ".join(told), icon="ear", tone="warn") if told else None


def pressures(told: tuple[pages.Pressure, ...]) -> Node | None:
    """Pledges that have become dearer to keep since they were given."""
    if not told:
        return None
    rows = [
        row(
            seal(item.to, 26),
            column(part(item.title, styles.ROW), part(item.text, styles.BODY), share=1),
            row(
                picture("triangle-alert", "warn", 16),
                part(f"now {item.price}", styles.ink(styles.FACT, "warn"), wrap=False),
                gap=6,
            ),
            gap=12,
            align=Align.CENTRE,
            role=Role.TEXT,
            name=plain(item.title),
            description=plain(f"To {item.to.short}. {item.text} Now {item.price}."),
        )
        for item in told
    ]
    return card(caps("Dearer to keep", icon="book-marked"), *rows, gap=6, padding=14)


def columns(ctx: Context) -> int:
    """Advisers stand beside each other where there is room for two."""
    return 2 if ctx.fold is Fold.WIDE else 1
