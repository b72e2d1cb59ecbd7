"""The desk: the cable to re-read, three or four acts, the word under the chosen one, and the drawer below.

One deed must be chosen; all else has a default. "3, Enter" plays.
"""

from __future__ import annotations

from dataclasses import replace

from game.play import pages
from game.play.draft import Saying
from game.play.permits import Check
from game.ui.geometry import Align
from game.ui.screen import Answer, Context, Do, Fold, Local, Replace
from game.ui.screens import composer
from game.ui.screens.parts import cables, views
from game.ui.screens.parts.states import seal
from game.ui.screens.parts.tables import deed_icon
from game.ui.screens.reply import ReplyScreen, says_of, warned, with_word
from game.ui.screens.shell import Seat, key_only, open_screen
from game.ui.tree import Node
from game.ui.widgets import cards, choices, menus, papers, people, styles
from game.ui.widgets.boxes import column, row, wrap
from game.ui.widgets.buttons import button, primary, switch
from game.ui.widgets.choices import Option
from game.ui.widgets.frame import split
from game.ui.widgets.words import heading, label

_BARS = {
    "warn": "stamp",
    "threaten": "stamp",
    "protest": "stamp",
    "promise": "stamp-blue",
    "propose": "stamp-blue",
    "reassure": "stamp-blue",
}


class DeskScreen(ReplyScreen):
    """The reply to a cable."""

    name = "The desk"

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        morning = seat.session.morning()
        self.cable, self.crisis = morning.cable, morning.crisis

    @property
    def option(self) -> pages.Option | None:
        return next((option for option in self.page.options if option.id == self.draft.do), None)

    def build(self, ctx: Context) -> Node:
        check = self.check
        right = column(
            heading(self.page.question or "What do you do?"),
            views.owed(self.page.owed) if self.option is None else None,
            cards.acts(
                ctx,
                [self._act(ctx, option) for option in self.page.options],
                self.draft.do or "",
                lambda id: Do("act", id),
                self._panel(ctx, check) if self.option is not None else None,
            ),
            self._drawer(ctx),
            gap=9,
        )
        body: Node = right
        if self.cable is not None:
            paper = papers.document(
                ctx, "cable", cables.cable(ctx, self.cable, self.page.status.home, beside=True), beside=True
            )
            shares = (3, 8) if ctx.fold > Fold.NARROW else (3, 7)
            one = ctx.fold is Fold.ONE  # there the acts come first, and the cable is below to be re-read
            body = (
                column(right, paper, gap=16) if one else split(ctx, paper, right, shares=shares, name="Acts and drawer")
            )
        self.sheets(ctx)
        can = bool(self.draft.do) and not check.error
        keys = [(f"1-{len(self.page.options)}", "Act")]
        if self.option is not None:
            keys += [("T", "Tone"), ("C", "Channel")]
        note = self.spends(check) if self.draft.do or ctx.fold > Fold.ONE else ""
        return self.frame(
            ctx,
            body,
            beat=1,
            status=self.page.status,
            keys=keys,
            note=note if self.draft.do else "One deed is wanted",
            primary=primary("Send the reply", Do("send"), enabled=can, why=check.error),
        )

    # -- acts --------------------------------------------------------------------------------------------------------------

    def _act(self, ctx: Context, option: pages.Option) -> cards.Act:
        facts = [("Seen", option.seen)] if option.seen else []
        if option.cares:
            facts += _at_home(option)
        if self.crisis is not None and option.rung >= 0:
            facts.append(("Rung", _rung(self.crisis, option.rung)))
        marks = ["Sets a precedent"] if option.precedent else []
        if self.crisis is not None and (
            option.step < 0 or any(way.option == option.id for way in self.crisis.ways_out)
        ):
            marks.append("A way out" if any(way.option == option.id for way in self.crisis.ways_out) else "A step down")
        can = option.offered and not option.why_not
        return cards.Act(
            option.id,
            option.title,
            option.text,
            deed_icon(option.deed),
            option.cost,
            option.needs,
            tuple(facts),
            ", ".join(marks),
            can,
            option.why_not,
        )

    # -- the word ----------------------------------------------------------------------------------------------------------

    def _panel(self, ctx: Context, check: Check) -> Node:
        """What goes with the deed: the word to one capital in a sentence, those to others, and what the desk warns of."""
        assert self.option is not None
        to = self._to()
        said = next((word for word in self.draft.say if word.to == to), None)
        lines: list[Node | None] = []
        if said is not None:
            lines += [self._sentence(ctx, said), self._spoken(ctx, said)]
        elif to:
            lines.append(self._silence(to))
        lines.append(self._others(to, said))
        lines.append(warned((*self.option.warnings, *check.warnings)))
        return column(*lines, self.refusal(check), gap=7)

    def _to(self) -> str:
        """The capital of the inline word: the first spoken to, else the one the deed is about, else one that is owed a word."""
        if self.draft.say:
            return self.draft.say[0].to
        known = [who.state.id for who in self.page.composer.addressees]
        toward = self.option.toward.id if self.option is not None and self.option.toward else ""
        owed = next((who.state.id for who in self.page.composer.addressees if who.owed), "")
        return toward if toward in known else owed or (known[0] if known else "")

    def _sentence(self, ctx: Context, said: Saying) -> Node:
        who = composer.addressee(self.page, said.to)
        tight = ctx.fold is Fold.ONE
        return wrap(
            label("Say to", styles.SENTENCE, wrap=False),
            seal(who.state, 24),
            label(f"**{who.state.short}**,", styles.SENTENCE, wrap=False),
            menus.dropdown(
                ctx, "tone", "Tone", composer.tone_options(who), said.tone, lambda id: Do("say", "tone", id), key="T"
            ),
            label("by" if tight else "through", styles.SENTENCE, wrap=False),
            menus.dropdown(
                ctx, "via", "Channel", composer.channel_options(who), said.via, lambda id: Do("say", "via", id), key="C"
            ),
            menus.dropdown(
                ctx,
                "wording",
                "Wording",
                composer.wording_options(self.page),
                said.wording,
                lambda id: Do("say", "wording", id),
                key="V",
            ),
            switch("minuted", said.minuted, Do("say", "minuted", not said.minuted), key="N", id="minuted"),
            gap=8,
            line_gap=4,
            align=Align.CENTRE,
        )

    def _spoken(self, ctx: Context, said: Saying) -> Node:
        """The line as it would be said, who hears it, and who if it leaks. Never how they will take it."""
        drafted = self.seat.session.word(
            said.to, said.tone, said.via, said.wording, said.about, said.form, self.draft.do or ""
        )
        channel = next(c for c in composer.addressee(self.page, said.to).channels if c.id == said.via)
        strip = papers.quote(" ".join(drafted.split("\n")), bar=_BARS.get(said.tone, "pen-soft"))
        hears = column(
            people.fact("ear", "Will hear it", channel.hears),
            people.fact("lock-open", "If it leaks", channel.leaks_to),
            gap=4,
        )
        if ctx.fold <= Fold.NARROW:
            return column(strip, hears, gap=6)
        strip.box, hears.box = replace(strip.box, share=3), replace(hears.box, share=2)
        return row(strip, hears, gap=14, align=Align.CENTRE)

    def _silence(self, to: str) -> Node:
        who = composer.addressee(self.page, to)
        back = (
            button("Put back the first word", Do("own-words"), key="Z", id="own-words", icon="undo-2")
            if self.option and self.option.says
            else None
        )
        return wrap(
            label("Say nothing to", styles.SENTENCE, wrap=False),
            seal(who.state, 24),
            label(f"**{who.state.short}**.", styles.SENTENCE, wrap=False),
            button("Say something", Do("compose", to), key="W", id="whole-word", icon="pen-line"),
            back,
            gap=8,
            align=Align.CENTRE,
        )

    def _others(self, to: str, said: Saying | None) -> Node | None:
        """What else can be done with words: the whole letter, none, those to other capitals, and another one."""
        others = [word for word in self.draft.say if word.to != to]
        silent = [
            who
            for who in self.page.composer.addressees
            if who.state.id != to and not any(w.to == who.state.id for w in others)
        ]
        parts: list[Node] = []
        if said is not None:
            parts += [
                button("The whole letter", Do("compose", to), key="W", id="whole-word", icon="pen-line"),
                button("Say nothing", Do("silent", to), key="X", id="say-nothing"),
            ]
        for word in others:
            who = composer.addressee(self.page, word.to)
            tone = next(t.name for t in who.tones if t.id == word.tone)
            via = next(c.name for c in who.channels if c.id == word.via)
            parts.append(
                button(
                    f"To {who.state.short}: {tone}, {via}",
                    Do("compose", word.to),
                    id=f"other-{word.to}",
                    icon="pen-line",
                )
            )
        if silent:
            free = len(self.draft.say) < self.page.composer.free
            name = "Tell another" if free else f"Tell another ({self.page.composer.further} capital)"
            parts.append(button(name, Do("compose", silent[0].state.id), key="O", id="tell-another", icon="plus"))
        return wrap(*parts, gap=8, line_gap=6, align=Align.CENTRE) if parts else None

    # -- the drawer --------------------------------------------------------------------------------------------------------

    def _drawer(self, ctx: Context) -> Node:
        due, plan = self.drawer_book(ctx), self.drawer_programme(ctx)
        guess = self.drawer_estimate(ctx, wide=ctx.fold >= Fold.MEDIUM)
        parts = {"book": due, "programme": plan, "estimate": guess}
        if ctx.fold >= Fold.MEDIUM or (due is None and guess is None):
            return column(due, plan, guess, gap=9)
        there = [id for id, node in parts.items() if node is not None]
        opened = str(ctx.local("drawer", there[0]))
        opened = opened if opened in there else there[0]
        names = {"book": f"Book: {len(self.page.entries)} due", "programme": "Programme", "estimate": "Estimate"}
        heads = choices.tabs(
            "drawer", "Drawer", [Option(id, names[id]) for id in there], opened, lambda id: Local("drawer", id)
        )
        silent = [key_only("G", Do("plan"))] if opened != "programme" else []
        return column(heads, parts[opened], *silent, gap=8)

    # -- what hands do -----------------------------------------------------------------------------------------------------

    def on(self, action: object) -> Answer:
        match action:
            case Do("act", id):
                self._choose(id)
            case Do("own-words") if self.option is not None:
                self.seat.change(self.draft.choose(self.option.id, says_of(self.option)))
            case Do("say", part, value):
                self._say(part, value)
            case Do("back") if self.word is None and not self.planning and not self.trouble:
                return Replace(open_screen("morning", self.seat))
            case _:
                return super().on(action)
        return None

    def _choose(self, id: str) -> None:
        """Another deed brings its own words; the same one again changes nothing."""
        option = next(option for option in self.page.options if option.id == id)
        if self.draft.do != id and option.offered and not option.why_not:
            self.seat.change(self.draft.choose(id, says_of(option)))

    def _say(self, part: str, value: object) -> None:
        to = self._to()
        word = next((word for word in self.draft.say if word.to == to), None)
        if word is not None:
            new = composer.changed(self.page, word, part, value, lambda _: word)
            self.seat.change(with_word(self.draft, to, **{part: value, "about": new.about, "form": new.form}))


def _at_home(option: pages.Option) -> list[tuple[str, str]]:
    """Who at home will like a deed, and who will mind; a strong feeling says so."""
    told = []
    for side, likes in (("For", True), ("Against", False)):
        names = [
            f"{_short_group(care.group)}{' (strongly)' if 'strongly' in care.how else ''}"
            for care in option.cares
            if care.likes is likes
        ]
        if names:
            told.append((side, ", ".join(names)))
    return told


def _short_group(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")


def _rung(crisis: pages.Crisis, number: int) -> str:
    name = next((rung.name for rung in crisis.rungs if rung.number == number), "")
    return f"{number}, {name}" if name else str(number)
