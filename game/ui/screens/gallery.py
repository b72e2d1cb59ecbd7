"""Every widget in each of its states, on pages: what the window's look is judged by, and tests lay out.

Reached with `python -m game.ui.screens.gallery`; it holds no rule and shows sample words only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from game.ui.geometry import Align, pad
from game.ui.paint.seals import flag
from game.ui.screen import Answer, Context, Do, Fold, Local, Pop, Push, Screen
from game.ui.settings import THEME_NAMES
from game.ui.theme import StateKey, Theme
from game.ui.tree import Node
from game.ui.widgets import (
    book,
    buttons,
    cards,
    choices,
    fields,
    ladder,
    lists,
    maps,
    menus,
    papers,
    people,
    sheets,
    words,
)
from game.ui.widgets.boxes import column, grid, hair, row, spacer, wrap
from game.ui.widgets.choices import Option
from game.ui.widgets.frame import TopBar, desk, split
from game.ui.widgets.styles import CAPTION, SENTENCE

CABLE = papers.Cable(
    "*Petrel*: bond, and a logbook",
    (
        "The Hafsund magistrate today set bond for the *Petrel* at 1.9 million crowns, a little over twice the highest "
        "on record. Nine crew. The youngest, Davy Orrin, is sixteen. They are warm and bored, and have been lent a "
        "jigsaw of the harbour they may not walk in.",
        "Councillor Holm received me at six, alone, standing. He had learned the sum from the radio, he said, and "
        "could not discuss a court. He then spoke for some minutes about his party’s congress, which opens on Monday, "
        "and about how little is read on a Friday.",
        "I understood that if the money is lodged by noon tomorrow and nobody in Aldmark describes why, she sails on "
        "the evening tide.",
        "Our consul went aboard for the boy’s inhaler and was shown the log by the master, who is proud of his hand.",
        "*Comment.* We told them in April, through me, that no vessel of ours would work the Box before the count.",
    ),
    letterhead="Telegram 31", route="Varholm to Aldmark. Immediate.\nThu 20 October, 19.40", marking="Confidential",
    signed="PELL", emblem="g:lighthouse", stamp="Confidential", received=("Received", "20 Oct 2033  20:05"),
)
ACTS = (
    cards.Act("pay", "Pay by noon", "The consul lodges the bond and asks for a receipt.", "g:two-coins", 1,
              facts=(("Seen", "Norland, a bank"), ("Home", "towns, the party")), mark="Sets a precedent"),
    cards.Act("contest", "Contest the sum", "Apply to the tribunal for prompt release on a reasonable bond.",
              "g:scales", 1, facts=(("Seen", "everyone, log too"), ("Home", "centre, exporters"))),
    cards.Act("send", "Send the *Constance*", "She lies off Hafsund, outside the limit, lights on.",
              "g:iron-hulled-warship", 1, "needs Cabinet",
              (("Seen", "Norland, Tarn, towns"), ("Home", "services, towns"))),
    cards.Act("log", "Hand over the log", "Tell Holm what it says, try the master at home, ask for the crew on those "
              "terms.", "g:open-book", 1, facts=(("Seen", "Norland, later towns"), ("Home", "towns, the party"))),
)
TONES = (
    Option("reassure", "reassure", "You mean no harm, and will show it."),
    Option("propose", "propose", "Something for something."),
    Option("promise", "promise", "You bind yourself, and say to what."),
    Option("warn", "warn", "There will be consequences, and you do not say which."),
    Option("threaten", "threaten", "You say what you will do, and must then do it.", cost=1),
    Option("thank", "thank", enabled=False, why="Thank needs an act of theirs."),
)
CHANNELS = (
    Option("ambassador", "ambassador", "Two days. Tells you who received him."),
    Option("note", "note verbale", "Three days. In writing."),
    Option("telephone", "telephone", "Tonight. Warmth carries, and so do slips."),
    Option("back", "back channel", "Four days. A frank answer nobody can prove.", cost=1),
    Option("hotline", "hotline", enabled=False, why="None installed. For a crisis only."),
)
WORDINGS = (Option("precise", "Precise"), Option("plain", "Plain"), Option("vague", "Vague"))
DUES = (
    book.Due("box", "No boat of ours works the Box", "serious, on the towns", "one boat, two days", "To Norland", 0),
    book.Due("catch", "Autumn catch figures to Tarn", "trifling", "kept twice, once late", "To Tarn", 2),
)
TRELISE = people.Person("Maud Trelise", "Permanent Secretary", "Holds that offices outlast people; forgets the towns",
                        "woman-bun")
HESKETH = people.Person("Commodore Bram Hesketh", "Fishery Protection", "Counts hulls; reads courtesy as delay",
                        "man-moustache")
PELL = people.Person("Ambassador Pell", "Varholm", "warms to her hosts", "woman-bob", state="home")
PAGES = ("Desk", "Morning", "Words", "Crisis", "Parts")


def _flags(surface: Any, rect: Any, theme: Theme, scale: float) -> None:
    """A look of one's own: three flags side by side."""
    states: tuple[StateKey, ...] = ("home", 0, 1)
    for i, state in enumerate(states):
        surface.blit(flag(state, (rect.w // 3, rect.h), theme), (rect.x + i * rect.w // 3, rect.y))


class Gallery(Screen):
    """One screen of several pages; page, choices and switches are its whole state."""

    name = "Gallery"

    def __init__(self, page: int = 0) -> None:
        self.page = page
        self.chosen: dict[str, str] = {"act": "send", "tone": "warn", "via": "ambassador", "wording": "vague",
                                       "box": "keep", "catch": "keep", "estimate": "likely", "channel": "ambassador"}
        self.minuted, self.typed, self.asking = True, "autumn 2033", False

    def build(self, ctx: Context) -> Node:
        body = (self._desk, self._morning, self._words, self._crisis, self._parts)[self.page](ctx)
        if self.asking:
            ctx.float(self._sheet(ctx))
        top = TopBar(
            "Autumn 2033", "20 October  ·  first term, season 7 of 8" if ctx.fold >= Fold.MEDIUM else "Season 7 of 8",
            beat=(1, 0, 1, 1, 2)[self.page], skipped=frozenset({1}) if self.page == 4 else frozenset(), capital=5,
            links=(("map", "Map", Do("map"), "M"), ("book-marked", "Pledge book", Do("book"), "B"),
                   ("menu", "Settings", Do("settings"), "F10")),
        )
        keys = (("1-4", "Act"), ("T", "Tone"), ("F1", "Glossary", Do("ask")), ("G", "Next page", Do("page")))
        return desk(ctx, f"Gallery, {PAGES[self.page]}", body, top=top, keys=keys, note="Spends 1 of 5 capital",
                    primary=buttons.primary("Send the reply", Do("ask")))

    def on(self, action: object) -> Answer:
        match action:
            case Do("page"):
                self.page = (self.page + 1) % len(PAGES)
            case Do("choose", of, str(value)):
                self.chosen[of] = value
            case Do("minuted"):
                self.minuted = not self.minuted
            case Do("typed", _, str(value)):
                self.typed = value
            case Do("ask"):
                self.asking = True
            case Do("settings"):
                from game.ui.screens.settings import SettingsScreen

                return Push(SettingsScreen())
            case Do("back" | "yes") if self.asking:
                self.asking = False
            case Do("back"):
                return Pop()
        return None

    def _pick(self, what: str) -> Callable[[str], object]:
        return lambda id: Do("choose", what, id)

    # -- pages ---------------------------------------------------------------------------------------------------------

    def _desk(self, ctx: Context) -> Node:
        desk_side = column(
            words.heading("Nine of ours at Hafsund. What does Aldmark do?"),
            cards.acts(ctx, ACTS, self.chosen["act"], self._pick("act"), self._word(ctx)),
            self._drawer(ctx),
            gap=9,
        )
        cable = papers.document(ctx, "cable", CABLE, beside=True)
        return split(ctx, cable, desk_side, shares=(3, 8) if ctx.fold > Fold.NARROW else (3, 7))

    def _word(self, ctx: Context) -> Node:
        sentence = wrap(
            words.label("Say to **Norland**,", SENTENCE, wrap=False),
            menus.dropdown(ctx, "tone", "Tone", TONES, self.chosen["tone"], self._pick("tone"), key="T"),
            words.label("through the", SENTENCE, wrap=False),
            menus.dropdown(ctx, "via", "Channel", CHANNELS, self.chosen["via"], self._pick("via"), key="C"),
            menus.dropdown(ctx, "wording", "Wording", WORDINGS, self.chosen["wording"], self._pick("wording"), key="V"),
            buttons.switch("minuted", self.minuted, Do("minuted"), key="N"),
            gap=8, align=Align.CENTRE,
        )
        hears = column(people.fact("ear", "Will hear it", "Holm and his office, on Saturday"),
                       people.fact("lock-open", "If it leaks", "Norland’s papers, then our towns"), gap=4, share=1)
        line = papers.quote("“The Government could not remain indifferent to a second bond of this kind.”")
        line.box = replace(line.box, share=1)
        said = column(line, hears, gap=6) if ctx.fold is Fold.ONE else row(line, hears, gap=14, align=Align.CENTRE)
        return column(sentence, said, gap=7)

    def _drawer(self, ctx: Context) -> Node:
        due = cards.card(
            row(words.caps("The book: two undertakings want an answer", icon="book-marked"), spacer(grow=1),
                buttons.link("Programme: two running", Do("ask"), id="programme"), align=Align.CENTRE),
            hair(),
            *(book.pledge_row(ctx, item, self.chosen[item.id], self._pick(item.id)) for item in DUES),
            gap=3, padding=9,
        )
        guess = cards.card(
            wrap(words.caps("Estimate"), words.label("Norland uses the log against us before spring.", SENTENCE),
                 gap=12, align=Align.CENTRE),
            choices.estimate("estimate", "Norland uses the log before spring", self.chosen["estimate"],
                             self._pick("estimate"), wide=ctx.fold >= Fold.MEDIUM),
            gap=4, padding=9,
        )
        if ctx.fold >= Fold.MEDIUM:
            return column(due, guess, gap=9)
        open_tab = str(ctx.local("drawer", "book"))
        heads = choices.tabs("drawer", "Drawer", (Option("book", "Book: 2 due"), Option("estimate", "Estimate")),
                             open_tab, lambda id: Local("drawer", id))
        return column(heads, due if open_tab == "book" else guess, gap=8)

    def _morning(self, ctx: Context) -> Node:
        advisers = [
            people.adviser(TRELISE, "One of ours broke a word of yours, and the money is the smaller debt. I think it "
                           "**likely** they find the log within the month.", right=4, of=6, see=Do("ask"),
                           id="trelise"),
            people.adviser(HESKETH, "They doubled the figure to see what we do. Pay it quietly and the next boat is "
                           "three million: **highly likely**, and it will be my crews who board with them.", right=3,
                           of=7, see=Do("ask"), id="hesketh"),
        ]
        seen = cards.card(
            people.cue("The note on the bond came without its closing courtesies.", "Protocol desk"),
            hair(),
            people.cue("Eleven Norland patrol days in the Box this month; nine a year ago.", "Fishery Protection",
                       icon="ship"),
            gap=2,
        )
        post = papers.clipping("The Post", "Friday 21 October", "Twice the record, for nine of ours",
                               "The towns ask who pays. The minister “is reading”.", place="Aldmark")
        news = people.report(PELL, "Holm’s office sent a desk officer to the spring meeting; it was a clerk before.",
                             echo="24 October 2033")
        side = column(
            words.heading("Two views before the desk"),
            grid(2 if ctx.fold >= Fold.MEDIUM else 1, *advisers, gap=14), seen, news, post, gap=12,
        )
        return split(ctx, papers.document(ctx, "cable", CABLE), side, shares=(4, 5), gap=20)

    def _words(self, ctx: Context) -> Node:
        wide = ctx.fold >= Fold.MEDIUM
        left = column(
            words.heading("The word to Norland"),
            words.caps("Tone: looks ahead"),
            choices.chips("tones", "Tone", TONES, self.chosen["tone"], self._pick("tone"), columns=6 if wide else 3),
            words.caps("Channel: quiet"),
            choices.radio_rows("channels", "Channel", CHANNELS, self.chosen["channel"], self._pick("channel"),
                               columns=2 if ctx.fold > Fold.ONE else 1),
            words.caps("Wording"),
            choices.segments("wordings", "Wording", WORDINGS, self.chosen["wording"], self._pick("wording")),
            gap=10, share=6,
        )
        letter = papers.letter("letter", "Sir,", (
            "They say you have the Petrel’s papers now, so this is for you.",
            "Norland let me keep the jigsaw. It is the harbour at Hafsund, and one piece was never in the box.",
            "My mother says to thank whoever it was."), "D. Orrin, Skarrow", share=4)
        if ctx.fold is Fold.ONE:
            return column(left, letter, gap=16)
        return row(cards.card(left, padding=20, share=6), letter, gap=20)

    def _crisis(self, ctx: Context) -> Node:
        steps = ladder.ladder((ladder.Climber("Aldmark", "home", 2), ladder.Climber("Norland", 0, 3, moved=1)), share=5)
        ways = cards.card(
            words.heading("Aldmark’s ways down"),
            ladder.way_down("Leave the threat, accept a survey", 0.2, 0.45, "light to serious"),
            ladder.way_down("Let the date pass in silence", 0.5, 0.95, "serious to ruinous",
                            note="Paid mostly to the fishing towns, and to your own word."),
            cards.notice("**Next rung up:** a frigate in the box. From rung 4 on, luck decides too.",
                         icon="triangle-alert", tone="bad"),
            cards.notice("Give them a door they can walk through **in public**.", icon="lightbulb", tone="good"),
            gap=12, share=3,
        )
        return column(steps, ways, gap=16) if ctx.fold is Fold.ONE else row(steps, ways, gap=24)

    def _parts(self, ctx: Context) -> Node:
        pressed = column(
            words.caps("Buttons"),
            wrap(buttons.button("At rest", Do("ask"), id="b1"), buttons.button("With key", Do("ask"), key="K"),
                 buttons.button("Chosen", Do("ask"), chosen=True, id="b3"),
                 buttons.button("With a sign", Do("ask"), icon="map", id="b4"),
                 buttons.button("Not possible", Do("ask"), enabled=False, why="Needs an act of theirs.", id="b5"),
                 buttons.link("A link", Do("ask"), id="b6"), gap=8, align=Align.CENTRE),
            wrap(buttons.switch("Minuted", True, Do("minuted"), id="s1", note="your successor will find it"),
                 buttons.switch("Off", False, Do("minuted"), id="s2"), gap=12),
            row(menus.dropdown(ctx, "plain-menu", "Plain menu", CHANNELS, "note", self._pick("via"), word=False)),
            fields.text_line(ctx, "why", "Why, in a sentence", self.typed, lambda v: Do("typed", "why", v),
                             note="Read by your instructor."),
            words.caps("Notices"),
            *(cards.notice(f"A notice in the tone **{tone}**.", icon="info", tone=tone)
              for tone in ("good", "bad", "warn", "info")),
            gap=10, share=1,
        )
        rows = column(
            words.caps("Rows"),
            lists.item_list("rows", "Scenarios", (
                lists.list_row("r1", "The Narrow Sea", "Nine fishermen, one logbook, two elections.", Do("ask"),
                               side="24 turns", icon="anchor"),
                lists.list_row("r2", "Chosen", "A row that is chosen.", Do("ask"), chosen=True, key="2"),
                lists.list_row("r3", "Not possible", "It needs a newer game.", Do("ask"), enabled=False),
            )),
            words.caps("Type"),
            words.heading("A heading of a screen"),
            words.label("Running words of the ministry, with **strong** ones and *slanted* ones, long enough to be "
                        "broken into a second line and perhaps a third."),
            words.label("A caption under it", CAPTION),
            people.person_row(HESKETH),
            papers.quote("“We should regard a second seizure as unfriendly.”", bar="stamp-blue"),
            maps.map_view("Flags, in a map’s frame", _flags, ("flags",), (maps.Place("Aldmark", "home"),),
                          date="20 October", min_h=96),
            gap=10, share=1,
        )
        return column(pressed, rows, gap=16) if ctx.fold is Fold.ONE else row(pressed, rows, gap=32, pad=pad(6, 0))

    def _sheet(self, ctx: Context) -> Node:
        return sheets.sheet(
            ctx, "A sheet over the desk",
            words.label("It takes all keys while it is there. **Esc** leaves it; the brass button below does what "
                        "it says, and what is behind it waits."),
            words.label("Themes: " + ", ".join(THEME_NAMES), CAPTION),
            back=Do("back"), primary=buttons.primary("Yes, send it", Do("yes"), id="sheet-primary"),
        )


if __name__ == "__main__":
    from game.ui.app import App

    App(Gallery()).run()
