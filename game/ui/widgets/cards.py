"""Panels and cards: the ministry's own voice, and the row of acts of which the chosen one opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from game.ui.geometry import Align, Box, Kind, Pad, pad
from game.ui.screen import Context, Fold
from game.ui.tree import Node, Role, plain
from game.ui.widgets import styles
from game.ui.widgets.boxes import column, hair, row, spacer
from game.ui.widgets.buttons import key_cap
from game.ui.widgets.choices import Pick, dots
from game.ui.widgets.looks import Banner, Control, Joined, Panel
from game.ui.widgets.words import part, picture


def card(*children: Node | None, tone: str = "panel", lift: int = 2, padding: int = 16, **more: Any) -> Node:
    """A panel with room inside. Keywords are those of `Box`, and role, name, id."""
    more.setdefault("gap", 8)
    return column(*children, pad=pad(padding - 2, padding), paint=Panel(tone, lift=lift), **more)


def notice(words: str, *, icon: str = "info", tone: str = "info") -> Node:
    """One thing to know, in the colour of its kind and with its sign. `tone` is good, bad, warn or info."""
    said = Node(Role.PART, box=Box(share=1), children=[part(words, styles.ink(styles.FACT, "ink"))])
    return row(picture(icon, tone, 20), said, gap=12, pad=pad(10, 14), align=Align.CENTRE, role=Role.STATUS,
               name=plain(words), paint=Panel(tone, radius=12, lift=1, outline=tone))


@dataclass(frozen=True, slots=True)
class Act:
    """One act on the desk. `facts` are pairs of label and words; `needs` and `mark` are told in their own colour."""

    id: str
    title: str
    about: str
    icon: str = ""
    capital: int = 0
    needs: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    mark: str = ""
    enabled: bool = True
    why: str = ""


def acts(ctx: Context, options: Sequence[Act], chosen: str, pick: Pick, panel: Node | None) -> Node:
    """The acts, and under the chosen one its panel in the same outline.

    Four cards in a row where there is room for them; else rows, of which the chosen one opens.
    """
    if ctx.fold >= Fold.MEDIUM:
        return _row_of_cards(ctx, options, chosen, pick, panel)
    rows = [_act_row(i, act, act.id == chosen, pick, panel) for i, act in enumerate(options)]
    return Node(Role.CHOICES, "What do you do?", id="acts", box=Box(gap=6), children=rows)


def _row_of_cards(ctx: Context, options: Sequence[Act], chosen: str, pick: Pick, panel: Node | None) -> Node:
    look = "card" if panel is not None else "card-alone"
    roomy = _banner_height(ctx)
    cards = [_act_card(i, act, act.id == chosen, pick, look, roomy) for i, act in enumerate(options)]
    line = Node(Role.CHOICES, "What do you do?", id="acts", children=cards,
                box=Box(Kind.ROW, gap=14 if roomy else 10, grow=1, max_h=ctx.em(400)))
    if panel is None:
        return column(line, gap=10)
    joined = any(act.id == chosen for act in options)
    inside = column(panel, pad=pad(9, 13), id="acts-panel", paint=None if joined else Panel())
    return column(line, inside, gap=12, grow=1,
                  paint=Joined(f"acts:{chosen}", "acts-panel") if joined else None)


def _banner_height(ctx: Context) -> int:
    """A banner takes what height a wide window has beyond what the desk needs; none in a narrower one."""
    return ctx.em(max(56, min(140, ctx.window[1] / ctx.scale - 770))) if ctx.fold is Fold.WIDE else 0


def _spoken_facts(act: Act) -> str:
    told = [act.about, *(f"{name}: {words}" for name, words in act.facts), act.mark]
    return ". ".join(plain(words).rstrip(".") for words in told if words)


def _price(act: Act) -> str:
    spent = f"costs {act.capital} capital" if act.capital else "costs no capital"
    return f"{spent}, {act.needs}" if act.needs else spent


def _choice(number: int, act: Act, on: bool, pick: Pick, box: Box, look: object, children: list[Node]) -> Node:
    return Node(
        Role.CHOICE, plain(act.title), value=_price(act), id=f"acts:{act.id}", key=str(number + 1), focusable=True,
        enabled=act.enabled, selected=on, action=pick(act.id), tip="" if act.enabled else act.why,
        description=_spoken_facts(act) if act.enabled else f"{act.why}. {_spoken_facts(act)}",
        box=box, paint=look, children=children,
    )


def _act_card(number: int, act: Act, on: bool, pick: Pick, look: str, roomy: int) -> Node:
    head = row(picture(act.icon, "ink", 24), spacer(grow=1), key_cap(str(number + 1)), align=Align.CENTRE)
    facts: list[Node | None] = [_fact("Costs", _cost(act))]
    facts += [_fact(name, part(words, styles.FACT, share=1)) for name, words in act.facts]
    if act.mark:
        mark = part(act.mark, styles.ink(styles.FACT, "info"), share=1)
        facts.append(row(picture("link-2", "info", 16), mark, gap=8))
    if not act.enabled and act.why:
        facts.append(row(picture("lock", "warn", 16), part(act.why, styles.ink(styles.FACT, "warn"), share=1), gap=8))
    title = part(act.title, styles.CARD if act.enabled else styles.ink(styles.CARD, "mute"))
    if roomy:
        banner = Node(Role.PART, box=Box(height=roomy), paint=Banner(act.icon, on))
        title.box = Box(share=1)
        heads = [banner, row(title, key_cap(str(number + 1)), gap=8, pad=Pad(8, 0, 0, 0))]
    else:
        heads = [head, title]
    children = [
        *heads,
        part(act.about, styles.BODY if roomy else styles.CARD_BODY),
        spacer(grow=1),
        hair(room=5),
        column(*facts, gap=1),
    ]
    return _choice(number, act, on, pick, Box(gap=2, pad=pad(8, 11), share=1), Control(look, on, 14), children)


def _fact(name: str, words: Node) -> Node:
    return row(part(name, styles.CAPTION, wrap=False, min_w=43, em=True), words, gap=6)


def _cost(act: Act) -> Node:
    if act.needs:
        price = dots(act.capital) if act.capital else None
        return row(price, part(act.needs, styles.ink(styles.FACT, "warn"), share=1), gap=8, share=1)
    if not act.capital:
        return part("nothing", styles.FACT, share=1)
    return row(dots(act.capital), part("capital", styles.FACT, share=1), gap=8, share=1)


def _act_row(number: int, act: Act, on: bool, pick: Pick, panel: Node | None) -> Node:
    title = styles.CARD if act.enabled else styles.ink(styles.CARD, "mute")
    side = row(
        part(act.needs, styles.ink(styles.FACT, "warn"), wrap=False) if act.needs else None,
        dots(act.capital) if act.capital else part("free", styles.CAPTION, wrap=False),
        gap=8, align=Align.CENTRE,
    )
    head = row(key_cap(str(number + 1)), part(act.title, title, share=1), side, gap=12, align=Align.CENTRE)
    if not on:
        kids = [head, *([part(act.mark, styles.ink(styles.FACT, "info"), pad=pad(0, 36))] if act.mark else [])]
        if not act.enabled and act.why:
            kids.append(part(act.why, styles.ink(styles.FACT, "warn"), pad=pad(0, 36)))
        return _choice(number, act, on, pick, Box(gap=2, pad=pad(6, 12)), Control("row", False, 11), kids)
    facts = Node(Role.PART, box=Box(Kind.WRAP, gap=16, line_gap=2), children=[
        row(part(name, styles.CAPTION, wrap=False), part(words, styles.FACT), gap=6) for name, words in act.facts
    ])
    about = column(part(act.about, styles.BODY), facts,
                   part(act.mark, styles.ink(styles.FACT, "info")) if act.mark else None, gap=2)
    top = _choice(number, act, on, pick, Box(gap=4, pad=pad(6, 12)), Control("inner", True, 11), [head, about])
    below = column(hair(room=5), panel, pad=pad(0, 12), gap=6) if panel is not None else None
    return column(top, below, gap=2, pad=pad(0, 0)._replace(bottom=10), paint=Control("card-static", True, 12))
