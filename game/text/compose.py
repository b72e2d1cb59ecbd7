"""The composer by short questions: to whom, in what tone, by which channel, how plainly, written down or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from game.play.draft import Draft, Saying
from game.play.pages.desk import Addressee, Channel, Composer, Desk, Form, Option, Tone, Undertaking, Wording
from game.text.asking import Choice
from game.text.lines import sentence
from game.text.pages import desk as said
from game.text.seat import Seat

T = TypeVar("T", Tone, Channel, Undertaking)


def own_words(option: Option) -> tuple[Saying, ...]:
    """What an option says unless it is changed."""
    return tuple(Saying(w.to, w.tone, w.via, w.wording, w.minuted, w.about, w.form) for w in option.says)


def compose(seat: Seat, desk: Desk, draft: Draft) -> Draft:
    """Changes the word to one addressee, or takes it back."""
    composer = desk.composer
    who = _addressee(seat, composer, draft)
    now = next((w for w in draft.say if w.to == who.state.id), None)
    option = next((o for o in desk.options if o.id == draft.do), None)
    own = next((w for w in own_words(option) if w.to == who.state.id), None) if option else None
    how = _how(seat, composer, who, now, own)
    if how == "silent":
        return draft.silent(who.state.id)
    if how == "own" and own:
        return draft.saying(own)
    if how == "change":
        return draft.saying(_word(seat, composer, who, now or own))
    return draft


def spoken(composer: Composer, word: Saying) -> str:
    """ "Warn, through the ambassador, vague, minuted", with the playbook's names."""
    who = next(a for a in composer.addressees if a.state.id == word.to)
    kinds: tuple[Sequence[Tone | Channel | Wording | Form | Undertaking], ...] = (
        who.tones, who.channels, composer.wordings, composer.forms, who.undertakings,
    )  # fmt: skip
    name = {kind.id: kind.name for listed in kinds for kind in listed}
    about = f"undertaking {name.get(word.about, word.about)} ({name.get(word.form, word.form)})" if word.about else ""
    minuted = "" if word.minuted else "not minuted"
    pieces = (
        name.get(word.tone, word.tone),
        name.get(word.via, word.via),
        name.get(word.wording, word.wording),
        about,
        minuted,
    )
    return ", ".join(p for p in pieces if p)


def _addressee(seat: Seat, composer: Composer, draft: Draft) -> Addressee:
    if len(composer.addressees) == 1:
        return composer.addressees[0]
    saying = {w.to: spoken(composer, w) for w in draft.say}
    choices = [
        Choice(
            a,
            sentence(f"{a.state.name}: {saying.get(a.state.id, 'nothing')}", a.owed, a.open_word),
            (a.state.short, a.state.id),
        )
        for a in composer.addressees
    ]
    return seat.pick("A word to whom?", choices, choices[0].value)


def _how(seat: Seat, composer: Composer, who: Addressee, now: Saying | None, own: Saying | None) -> str:
    choices = []
    if now:
        choices.append(Choice("keep", sentence(f"As it stands: {spoken(composer, now)}"), ("keep",)))
    if own and own != now:
        choices.append(Choice("own", sentence(f"As drafted: {spoken(composer, own)}"), ("drafted",)))
    choices.append(Choice("change", "Choose the tone, the channel and the wording.", ("change",)))
    choices.append(Choice("silent", sentence("Say nothing", who.owed), ("nothing", "silent")))
    return seat.pick(f"To {who.state.short}?", choices, choices[0].value)


def _word(seat: Seat, composer: Composer, who: Addressee, now: Saying | None) -> Saying:
    tone = _open(seat, "Tone?", who.tones, now.tone if now else "", said.tone)
    channel = _open(seat, "Channel?", who.channels, now.via if now else "", said.channel)
    word = Saying(who.state.id, tone.id, channel.id)
    wordings = [Choice(w.id, sentence(f"**{w.name}.** {w.gloss}"), (w.name, w.id)) for w in composer.wordings]
    wording = seat.pick("How plainly?", wordings, now.wording if now else word.wording)
    minuted = seat.pick("Write it down?", [
        Choice(True, "Minuted: the next minister will find it.", ("yes",)),
        Choice(False, "Not minuted: only you and they will know.", ("no",)),
    ], now.minuted if now else word.minuted)  # fmt: skip
    word = replace(word, wording=wording, minuted=minuted)
    return _undertaking(seat, composer, who, word, now) if tone.carries_pledge else word


def _undertaking(seat: Seat, composer: Composer, who: Addressee, word: Saying, now: Saying | None) -> Saying:
    """What a promise, a threat or a proposal binds home to, and in what form."""
    threat = word.tone in {"warn", "threaten"}
    fitting = [u for u in who.undertakings if u.available and u.threat == threat]
    if not fitting:
        return word
    choices = [Choice("", "Nothing in particular.", ("nothing",))]
    choices += [Choice(u.id, said.undertaking(u), (u.name, u.id)) for u in fitting]
    seat.voice.show(said.closed_choices([(u.name, u.why_not) for u in who.undertakings if not u.available]))
    about = seat.pick("What does it undertake?", choices, now.about if now and now.tone == word.tone else "")
    if not about:
        return word
    forms = [Choice(f.id, said.form(f), (f.name, f.id)) for f in composer.forms]
    return replace(word, about=about, form=seat.pick("In what form?", forms, now.form if now else word.form))


def _open(seat: Seat, question: str, all_of: tuple[T, ...], now: str, says: Callable[[T], str]) -> T:
    """One of those that can be used now; the others are named with their reason."""
    usable = [p for p in all_of if p.available]
    seat.voice.show(said.closed_choices([(p.name, p.why_not) for p in all_of if not p.available]))
    choices = [Choice(p, says(p), (p.name, p.id)) for p in usable]
    return seat.pick(question, choices, next((p for p in usable if p.id == now), usable[0]))
