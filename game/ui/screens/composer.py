"""The composer: every tone and channel there is for one capital, and the letter as it would go, beside them.

It changes a word and sends nothing; what a tone or channel needs is told where it cannot be chosen. It never guesses how
the word will be taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.play import pages
from game.play.draft import Draft, Saying
from game.ui.geometry import Align, Box, pad
from game.ui.screen import Context, Do, Fold
from game.ui.screens.parts.tables import EMBLEMS
from game.ui.tree import Node, Role, plain
from game.ui.widgets import menus, people, styles
from game.ui.widgets.boxes import column, hair, row, spacer, wrap
from game.ui.widgets.buttons import button, primary, switch
from game.ui.widgets.choices import Option, chips, segments, tabs
from game.ui.widgets.looks import Sheet, Stamp
from game.ui.widgets.sheets import sheet as over
from game.ui.widgets.words import caps, label, part, picture

LOOKS = (
    ("back", "Tone: looks back", "answered by what can be shown"),
    ("ahead", "Tone: looks ahead", "answered by your next deeds"),
    ("neither", "Binds nothing", ""),
)


def addressee(page: pages.Desk, to: str) -> pages.Addressee:
    return next(who for who in page.composer.addressees if who.state.id == to)


def blank(page: pages.Desk, to: str) -> Saying:
    """The word a composer opens with: to reserve one's position through the ambassador, or the first that is possible."""
    who = addressee(page, to)
    tone = next(tone.id for tone in who.tones if tone.available)
    via = next(channel.id for channel in who.channels if channel.available)
    return Saying(to, tone, via, page.composer.wordings[min(1, len(page.composer.wordings) - 1)].id)


def changed(page: pages.Desk, word: Saying, part: str, value: object, first: Callable[[str], Saying]) -> Saying:
    """The word with one part exchanged. Another capital brings its own word; a tone that carries nothing drops the undertaking."""
    if part == "to":
        return first(str(value))
    word = replace(word, **{part: value})
    tone = next(tone for tone in addressee(page, word.to).tones if tone.id == word.tone)
    if word.about and (not tone.carries_pledge or not any(u.id == word.about for u in undertakings(page, word))):
        word = replace(word, about="", form="oral")
    return word


def undertakings(page: pages.Desk, word: Saying) -> list[pages.Undertaking]:
    """What this tone may carry: promises carry no threats, threats nothing else."""
    offered = addressee(page, word.to).undertakings
    if word.tone == "promise":
        return [u for u in offered if not u.threat]
    return [u for u in offered if u.threat] if word.tone == "threaten" else list(offered)


def tone_options(who: pages.Addressee) -> list[Option]:
    return [Option(t.id, t.name, f"{t.gloss} It {t.stays}.", enabled=t.available, why=t.why_not) for t in who.tones]


def channel_options(who: pages.Addressee) -> list[Option]:
    return [Option(c.id, c.name, c.gloss, enabled=c.available, why=c.why_not, cost=c.cost) for c in who.channels]


def wording_options(page: pages.Desk) -> list[Option]:
    return [Option(w.id, w.name, w.gloss) for w in page.composer.wordings]


def sheet(ctx: Context, page: pages.Desk, word: Saying, drafted: str, draft: Draft) -> Node:
    """The whole composer, over the desk."""
    who = addressee(page, word.to)
    one = ctx.fold <= Fold.NARROW
    left = column(
        *_tones(ctx, who, word),
        _undertaking(ctx, page, who, word),
        hair(room=5),
        *_channels(who, word),
        gap=8,
        share=0 if one else 17,
    )
    right = column(
        _letter(ctx, page, who, word, drafted),
        _wording(page, word),
        _minuted(word),
        _hears(who, word),
        gap=8,
        share=0 if one else 11,
    )
    body = column(left, right, gap=16) if one else row(left, right, gap=24)
    spoken = any(standing.to == word.to for standing in draft.say)
    drop = button("Say nothing", Do("silent", word.to), key="X", id="drop-word") if spoken else None
    capitals = _capitals(page, word)
    capitals.box = replace(capitals.box, share=1)
    note = "The deed answers tonight. The word is about what comes next." if ctx.fold >= Fold.MEDIUM else ""
    return over(
        ctx,
        f"The word to {who.state.short}",
        row(capitals, drop, gap=12, align=Align.CENTRE),
        body,
        back=Do("back"),
        back_name="Back to the desk",
        primary=primary("Use these words", Do("use-words"), id="use-words"),
        width=1400,
        note=note,
    )


def _pick(part: str) -> Callable[[str], object]:
    return lambda id: Do("word", part, id)


def _capitals(page: pages.Desk, word: Saying) -> Node:
    return tabs(
        "word-to",
        "To whom",
        [Option(who.state.id, who.state.short) for who in page.composer.addressees],
        word.to,
        _pick("to"),
    )


def _tones(ctx: Context, who: pages.Addressee, word: Saying) -> list[Node]:
    """The tones by where they look; those that bind nothing stand beside those that look ahead where there is room."""
    groups: list[Node] = []
    for looks, title, how in LOOKS:
        options = [
            Option(t.id, t.name.capitalize(), t.gloss, enabled=t.available, why=t.why_not)
            for t in who.tones
            if t.looks == looks
        ]
        if options:
            groups.append(
                column(
                    wrap(caps(title), label(how, styles.CAPTION) if how else None, gap=10),
                    chips(f"word-tone-{looks}", title, options, word.tone, _pick("tone")),
                    gap=6,
                )
            )
    if ctx.fold >= Fold.MEDIUM and len(groups) == len(LOOKS):
        ahead, neither = groups[1:]
        ahead.box = replace(ahead.box, share=1)
        groups = [groups[0], row(ahead, neither, gap=20)]
    tone = next(tone for tone in who.tones if tone.id == word.tone)
    about = label(
        f"**{tone.name.capitalize()}:** {tone.gloss[:1].lower()}{tone.gloss[1:]} It {tone.stays}.", styles.FACT
    )
    return [*groups, about, *([people.fact("hourglass", "Open", who.open_word)] if who.open_word else [])]


def _undertaking(ctx: Context, page: pages.Desk, who: pages.Addressee, word: Saying) -> Node | None:
    """What a promise, threat or proposal names, and in which form it would be given."""
    tone = next(tone for tone in who.tones if tone.id == word.tone)
    if not tone.carries_pledge:
        return None
    none = Option("", "nothing in particular", "The word stands by itself.")
    offered = [
        none,
        *(
            Option(u.id, u.name, f"{u.text} To keep: {u.price}.", enabled=u.available, why=u.why_not)
            for u in undertakings(page, word)
        ),
    ]
    parts = [
        label("Naming", styles.SENTENCE, wrap=False),
        menus.dropdown(ctx, "word-about", "Undertaking", offered, word.about, _pick("about"), key="U"),
    ]
    if word.about:
        forms = [Option(f.id, f.name.lower(), f.gloss, cost=f.cost) for f in page.composer.forms]
        parts += [
            label("as", styles.SENTENCE, wrap=False),
            menus.dropdown(ctx, "word-form", "Form", forms, word.form, _pick("form"), key="F"),
        ]
    return wrap(*parts, gap=8, align=Align.CENTRE)


def _channels(who: pages.Addressee, word: Saying) -> list[Node]:
    """The channels by who hears of them, and one line about the chosen one."""
    told: list[Node] = []
    for quiet, title, how in (
        (True, "Channel: quiet", "few hear it"),
        (False, "Channel: seen", "that it was said is known"),
    ):
        known = [_channel(c) for c in who.channels if c.quiet is quiet]
        if known:
            told += [
                wrap(caps(title), label(how, styles.CAPTION), gap=10),
                chips(f"word-via-{'quiet' if quiet else 'seen'}", title, known, word.via, _pick("via")),
            ]
    now = next(c for c in who.channels if c.id == word.via)
    return [*told, label(f"**{_upper(now.name)}:** {now.gloss[:1].lower()}{now.gloss[1:]}", styles.FACT)]


def _channel(c: pages.Channel) -> Option:
    name = _upper(c.name)
    return Option(c.id, f"{name} ({c.cost} capital)" if c.cost else name, c.gloss, enabled=c.available, why=c.why_not)


def _upper(words: str) -> str:
    """A capital first letter, the rest as it is."""
    return words[:1].upper() + words[1:]


def _letter(ctx: Context, page: pages.Desk, who: pages.Addressee, word: Saying, drafted: str) -> Node:
    """The word as it would go, on the ministry's paper."""
    home = page.status.home
    emblem = EMBLEMS.get(home.seal, "")
    lines = [
        Node(Role.TEXT, plain(line), children=[part(line, styles.DOCUMENT)])
        for line in drafted.split("\n")
        if line.strip()
    ]
    stamps = row(
        _stamp("Minuted", "one copy to the book", "stamp-blue", 4) if word.minuted else None,
        spacer(grow=1),
        _stamp("Draft", "", "stamp", -6),
        gap=12,
    )
    return column(
        row(
            picture(emblem, "pen", 26) if emblem else None,
            part(f"MINISTRY OF FOREIGN AFFAIRS, {home.short.upper()}", styles.DOCUMENT_CAPS, share=1),
            gap=10,
            align=Align.CENTRE,
        ),
        hair("rule", room=3),
        part(f"To {who.state.short}  ·  {page.status.date}", styles.QUOTE),
        spacer(height=4),
        *lines,
        spacer(grow=1),
        stamps,
        gap=8,
        pad=pad(18, 24),
        role=Role.DOCUMENT,
        name=f"The word to {who.state.short}, drafted",
        paint=Sheet(seed=11),
        min_h=ctx.em(210),
        grow=1,
    )


def _stamp(words: str, under: str, colour: str, angle: float) -> Node:
    return Node(
        Role.IMAGE,
        f"Stamp: {words}",
        box=Box(width=236 if under else 110, height=52),
        paint=Stamp(words, under, colour, angle, 3),
    )


def _wording(page: pages.Desk, word: Saying) -> Node:
    gloss = next(w.gloss for w in page.composer.wordings if w.id == word.wording)
    options = [Option(w.id, w.name.capitalize(), w.gloss) for w in page.composer.wordings]
    return column(
        wrap(
            caps("Wording"),
            segments("word-wording", "Wording", options, word.wording, _pick("wording")),
            gap=12,
            align=Align.CENTRE,
        ),
        label(gloss, styles.CAPTION),
        gap=2,
    )


def _minuted(word: Saying) -> Node:
    note = "your successor will find it in the book" if word.minuted else "no successor will find it"
    return switch(
        "Minuted", word.minuted, Do("word", "minuted", not word.minuted), key="N", id="word-minuted", note=note
    )


def _hears(who: pages.Addressee, word: Saying) -> Node:
    channel = next(channel for channel in who.channels if channel.id == word.via)
    return column(
        people.fact("ear", "Will hear it", channel.hears),
        people.fact("lock-open", "If it leaks", channel.leaks_to),
        people.fact(
            "clock",
            "Takes",
            "a day" if channel.days == 1 else f"{channel.days} days" if channel.days else "no time at all",
        ),
        gap=3,
    )
