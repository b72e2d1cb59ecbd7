"""Election night: the vote, which is public, and what it was made of."""

from __future__ import annotations

from game.play.pages import Election, Share
from game.ui.geometry import Align, pad
from game.ui.screen import Answer, Context, Do, Fold, Push, Replace
from game.ui.screens.parts.shelf import middle
from game.ui.screens.shell import SeatScreen, open_screen
from game.ui.tree import Node, Role, plain
from game.ui.widgets import cards, charts, styles
from game.ui.widgets.boxes import column, grid, row, spacer
from game.ui.widgets.buttons import primary
from game.ui.widgets.looks import Sheet
from game.ui.widgets.plots import signed
from game.ui.widgets.words import caps, label, part, picture


class ElectionScreen(SeatScreen):
    """Told once between the last season of a term and the memo."""

    name = "Election night"
    shelf, turn = False, True

    def build(self, ctx: Context) -> Node:
        vote = self.seat.session.election()
        if vote is None:
            raise ValueError("there has been no vote")
        body = middle(ctx, 900, spacer(grow=1), paper(ctx, vote), shares(ctx, vote), spacer(grow=2), gap=18, grow=1)
        return self.frame(
            ctx,
            body,
            title="Election night",
            primary=primary("Write the memo", Do("memo")),
            note="You leave tonight, either way" if ctx.fold >= Fold.MEDIUM else "",
        )

    def on(self, action: object) -> Answer:
        match action:
            case Do("memo"):
                return Replace(open_screen("handover", self.seat))
            case Do("back") if not self.trouble:
                return Push(open_screen("menu", self.seat))
        return super().on(action)


def paper(ctx: Context, vote: Election) -> Node:
    """The front page of the morning."""
    figure = column(
        row(
            part(f"{vote.share:.1f}", styles.ink(styles.TITLE, "pen"), wrap=False),
            part(f"per cent, where {vote.even:.0f} carries it", styles.PRESS_TEXT, self_align=Align.END),
            gap=12,
            justify=Align.CENTRE,
        ),
        role=Role.STATUS,
        name=f"{vote.share:.1f} per cent for the Government, where {vote.even:.0f} carries it",
    )
    return column(
        column(part(vote.heading, styles.PRESS_NAME, align=Align.CENTRE), role=Role.HEADING, name=vote.heading),
        figure,
        _bar(vote),
        column(part(vote.line, styles.PRESS_HEAD, align=Align.CENTRE), role=Role.TEXT, name=plain(vote.line)),
        gap=8,
        pad=pad(20, 36),
        paint=Sheet("newsprint", 9, under=False, lift=3),
    )


def _bar(vote: Election) -> Node:
    icon, ink, word = ("circle-check", "kept", "returned") if vote.returned else ("log-out", "broken", "out")
    words = "The Government fell before its term was over" if vote.fell else f"The Government is {word}"
    said = row(
        picture(icon, ink, 18),
        part(words, styles.ink(styles.DOCUMENT_NOTE, ink)),
        gap=8,
        justify=Align.CENTRE,
        role=Role.STATUS,
        name=words,
    )
    bar = charts.meter(vote.share / 100, "stamp-blue", mark=vote.even / 100)
    return column(bar, None if words in vote.line else said, gap=4)  # the headline under it may say as much


def shares(ctx: Context, vote: Election) -> Node:
    """What moved it, in points against an even count."""
    return grid(
        2 if ctx.fold >= Fold.NARROW else 1, _share(vote.handling, "landmark"), _share(vote.economy, "banknote"), gap=16
    )


def _share(share: Share, icon: str) -> Node:
    tone = "good" if share.points > 0 else "bad" if share.points < 0 else "mute"
    head = row(
        caps(share.name, icon=icon),
        spacer(grow=1),
        part(f"{signed(share.points)} points", styles.ink(styles.ROW, tone), wrap=False),
        gap=10,
        align=Align.CENTRE,
    )
    return cards.card(head, label(share.text, styles.CAPTION), role=Role.GROUP, name="")
