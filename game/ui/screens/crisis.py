"""A crisis: the ladder with both sides on it, who climbed each step, the clock, and the ways down with their price."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.play.pages import Crisis, LastAct, WayOut
from game.ui.geometry import Align, pad
from game.ui.screen import Answer, Context, Do, Fold, Replace
from game.ui.screens.parts.shelf import span
from game.ui.screens.parts.states import seal, seal_key
from game.ui.screens.shell import SeatScreen, open_screen
from game.ui.tree import Node, Role, plain
from game.ui.widgets import cards, charts, gauges, ladder, styles
from game.ui.widgets.boxes import column, row, scroll
from game.ui.widgets.buttons import button, primary
from game.ui.widgets.looks import Drawn
from game.ui.widgets.words import caps, heading, label, part, picture

COUNTED = ("no fortnights", "one fortnight", "two fortnights", "three fortnights", "four fortnights", "five fortnights")

RAILS_IN = 92
"""Pixels the uprights lean in: the room at the ladder's side, and six rungs each narrower than the one below."""


class CrisisScreen(SeatScreen):
    """Tells; the reply is written at the desk."""

    name = "The crisis"
    turn = True

    def build(self, ctx: Context) -> Node:
        crisis = self.seat.session.morning().crisis
        if crisis is None:
            raise ValueError("there is no crisis to show")
        ours = column(
            self._clock(ctx, crisis),
            self._ways(f"{self.seat.home.short}’s ways down", self.seat.home, crisis.ways_out, crisis.home_stake),
            gap=12,
        )
        theirs = column(
            _acts(crisis.acts),
            self._ways(f"{crisis.other.short}’s ways down", crisis.other, crisis.their_ways_out, crisis.their_stake),
            gap=12,
        )
        steps = self._ladder(ctx, crisis)
        desk = button("Back to the cable", Do("morning"), key="C", id="to-cable")
        return self.frame(
            ctx,
            _folded(ctx, heading(crisis.name), ours, steps, theirs),
            beat=1,
            second=desk if ctx.fold > Fold.ONE else None,
            primary=primary("Write the reply", Do("reply")),
        )

    def on(self, action: object) -> Answer:
        match action:
            case Do("reply"):
                return Replace(open_screen("desk", self.seat))
            case Do("morning"):
                return Replace(open_screen("morning", self.seat))
            case Do("back") if not self.trouble:
                return Replace(open_screen("morning", self.seat))
        return super().on(action)

    def _clock(self, ctx: Context, crisis: Crisis) -> Node:
        left = max(0, crisis.most - crisis.fortnight)
        state = (
            f"Fortnight {crisis.fortnight} of {crisis.most} at most"
            if crisis.fortnight
            else f"It opens today; {crisis.most} fortnights at most"
        )
        told = column(
            part("Answer by", styles.CAPTION),
            part(crisis.answer_by, styles.SECTION),
            part(f"{state}. Then it settles where it stands, and the season goes on.", styles.CAPTION),
            share=1,
            gap=2,
        )
        dial = charts.clock(crisis.fortnight, crisis.most, str(left), size=96)
        about = f"{state}; {COUNTED[left] if left < len(COUNTED) else left} left"
        return cards.card(
            caps("The clock", icon="timer"),
            row(
                dial,
                told,
                gap=16,
                align=Align.CENTRE,
                role=Role.STATUS,
                name=f"Answer by {crisis.answer_by}",
                description=about,
            ),
            gap=8,
        )

    def _ways(self, title: str, state: Any, ways: Sequence[WayOut], stake: str) -> Node:
        head = row(seal(state, 30), heading(title, styles.CARD, share=1), gap=10, align=Align.CENTRE)
        return cards.card(
            head, label(stake, styles.CAPTION) if stake else None, *(_way(way) for way in ways), gap=8, padding=14
        )

    def _ladder(self, ctx: Context, crisis: Crisis) -> Node:
        home, other = self.seat.home, crisis.other
        stood = {
            "home": next(r.number for r in crisis.rungs if r.home),
            "other": next(r.number for r in crisis.rungs if r.theirs),
        }
        climbers = (
            ladder.Climber(home.short, "home", stood["home"], home.seal, _moved(crisis.acts, home.index)),
            ladder.Climber(other.short, seal_key(other), stood["other"], other.seal, _moved(crisis.acts, other.index)),
        )  # type: ignore[arg-type]
        names = [(rung.name[:1].upper() + rung.name[1:], _common(rung.name, rung.number)) for rung in crisis.rungs]
        steps = ladder.ladder(climbers, rungs=names, grow=1)

        def rails(surface: Any, rect: Any, theme: Any, scale: float) -> None:
            gauges.paint_rails(surface, rect, theme, scale, 6, RAILS_IN)

        said = label(
            "Both sides still have a door. It costs more on every rung."
            if crisis.ways_out
            else "There is no marked way down from here.",
            styles.ink(styles.QUOTE, "soft"),
            align=Align.CENTRE,
        )
        body = column(steps, pad=pad(8, 20), grow=1, paint=Drawn(rails, ("rails",)))
        risk = cards.notice(crisis.accident, icon="triangle-alert", tone="bad") if crisis.accident else None
        return column(said, body, risk, gap=6, grow=1)


def _folded(ctx: Context, title: Node, ours: Node, steps: Node, theirs: Node) -> Node:
    """Three columns, two, or one; the ladder is what is looked at first."""
    if ctx.fold is Fold.ONE:
        return column(title, steps, ours, theirs, gap=14)
    if ctx.fold is Fold.NARROW:
        side = scroll(
            "side", column(title, ours, theirs, gap=12), name="Clock, ways down, last acts", share=4, min_h=160
        )
        return row(column(steps, share=6), side, gap=18, grow=1)
    left = column(title, scroll("ours", ours, name="The clock and our ways down", grow=1, min_h=160), gap=10, share=5)
    right = scroll("theirs", theirs, name="Last acts and their ways down", share=5, min_h=160)
    return row(left, column(steps, share=9), right, gap=22, grow=1)


def _way(way: WayOut) -> Node:
    low, high, words = span(way.cheapest, way.dearest)
    return ladder.way_down(way.text, low, high, words, note="It is on today’s desk." if way.option else "")


def _acts(acts: Sequence[LastAct]) -> Node:
    return cards.card(caps("Last acts", icon="history"), *(_act(act) for act in acts), gap=8)


def _act(act: LastAct) -> Node:
    moved = (
        f"{abs(act.moved)} {'rung' if abs(act.moved) == 1 else 'rungs'} {'up' if act.moved > 0 else 'down'}"
        if act.moved
        else ""
    )
    icon, tone = ("arrow-up", "bad") if act.moved > 0 else ("arrow-down", "good")
    side = (
        row(
            picture(icon, tone, 16),
            part(moved, styles.ink(styles.CAPTION, tone), wrap=False),
            gap=4,
            self_align=Align.CENTRE,
        )
        if moved
        else None
    )
    words = column(part(act.text, styles.STRONG_BODY), part(f"{act.by.short}, {act.dated}", styles.CAPTION), share=1)
    about = ", ".join(w for w in (act.by.short, act.dated, moved) if w)
    return row(seal(act.by, 32), words, side, gap=12, role=Role.TEXT, name=plain(act.text), description=about)


def _moved(acts: Sequence[LastAct], who: int) -> int:
    """By how many rungs that side went with its latest act."""
    return next((act.moved for act in acts if act.by.index == who), 0)


def _common(name: str, number: int) -> str:
    """The ladder's own word under the author's, so that rungs can be compared from crisis to crisis."""
    common = ladder.RUNGS[number][0]
    return "" if name.casefold() == common.casefold() else common.lower()
