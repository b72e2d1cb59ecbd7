"""The desk's form before it is sent: one reply or one handover, by id.  Draft <-> JSON, and Draft -> the rules' arrays of one row.

Says what is written wrongly (an unknown id, a word twice); what is not allowed this turn is game.play.permits' business.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from ..rules.moves import Book, Handover, Honour, Reply
from ..rules.scenario import Scenario
from ..rules.vocabulary import CHANCES, CHANNELS, FORMS, HONOURS, TONES, WORDINGS

TO_CHOOSE = ""
"""A deed that must still be chosen."""

INK = 4
"""Lines of ink a memo may have."""

BOOK: Mapping[str, Book] = {
    "keep": Book.KEEP, "break": Book.BREAK, "conceal": Book.CONCEAL, "withdraw": Book.WITHDRAW, "accept": Book.ACCEPT,
    "refuse": Book.REFUSE, "renegotiate-or-keep": Book.ASK_ELSE_KEEP, "renegotiate-or-break": Book.ASK_ELSE_BREAK,
}  # fmt: skip
_HONOUR = {"affirm": Honour.AFFIRM, "silent": Honour.SILENT, "renegotiate": Honour.RENEGOTIATE, "disown": Honour.DISOWN}
_MOST_LETTERS = 4000


class DraftError(ValueError):
    """Why a draft cannot be sent, in one sentence for the person who wrote it."""


@dataclass(frozen=True, slots=True)
class Saying:
    to: str
    tone: str
    via: str
    wording: str = "plain"
    minuted: bool = True
    about: str = ""
    form: str = "oral"


@dataclass(frozen=True, slots=True)
class Draft:
    do: str | None = None  # an option's id, TO_CHOOSE, or None in a quiet season
    say: tuple[Saying, ...] = ()
    book: Mapping[str, str] = field(default_factory=dict)
    programme: tuple[str, ...] = ()
    estimate: Mapping[str, str] = field(default_factory=dict)
    why: str = ""

    def choose(self, option: str, words: Iterable[Saying] = ()) -> Draft:
        """The deed, and with it the option's own words."""
        return replace(self, do=option, say=tuple(words))

    def saying(self, word: Saying) -> Draft:
        """This word, instead of any other to the same addressee."""
        return replace(self, say=(*(s for s in self.say if s.to != word.to), word))

    def silent(self, to: str) -> Draft:
        return replace(self, say=tuple(s for s in self.say if s.to != to))

    def book_with(self, slot: str, action: str) -> Draft:
        """What to do with one pledge; "" leaves it to the default."""
        rest = {k: v for k, v in self.book.items() if k != slot}
        return replace(self, book={**rest, slot: action} if action else rest)

    def programme_with(self, id: str) -> Draft:
        return self if id in self.programme else replace(self, programme=(*self.programme, id))

    def programme_without(self, id: str) -> Draft:
        return replace(self, programme=tuple(p for p in self.programme if p != id))

    def estimating(self, inject: str, chance: str) -> Draft:
        """A chance word for an estimate; "" takes it back."""
        return replace(self, estimate={inject: chance} if chance else {})

    def because(self, why: str) -> Draft:
        return replace(self, why=why[:_MOST_LETTERS])


@dataclass(frozen=True, slots=True)
class Passing:
    """A handover: the outgoing minister's lines of ink, and what the successor does with each inherited pledge."""

    ink: tuple[str, ...] = ()  # word:<slot>  channel  ambassador  warn:<counterpart>  opposition
    honour: Mapping[str, str] = field(default_factory=dict)

    def with_line(self, line: str) -> Passing:
        return self if line in self.ink else replace(self, ink=(*self.ink, line))

    def without_line(self, line: str) -> Passing:
        return replace(self, ink=tuple(i for i in self.ink if i != line))

    def honouring(self, slot: str, how: str) -> Passing:
        return replace(self, honour={**self.honour, slot: how})


# --- to and from the journal


def to_json(draft: Draft) -> dict[str, Any]:
    """The journal's form (rulings.md 4 and 10): defaults are left out."""
    told: dict[str, Any] = {"do": draft.do}
    if draft.say:
        told["say"] = [_word_to_json(word) for word in draft.say]
    if draft.book:
        told["book"] = {slot: _book_to_json(action) for slot, action in draft.book.items()}
    for key, value in (("programme", list(draft.programme)), ("estimate", dict(draft.estimate)), ("why", draft.why)):
        if value:
            told[key] = value
    return told


def from_json(told: Mapping[str, Any]) -> Draft:
    """Raises DraftError when the shape is not a reply's."""
    _only(told, ("do", "say", "book", "programme", "estimate", "why"), "a reply")
    do = told.get("do")
    if do is not None:
        do = _text(do, "do")
    return Draft(
        do,
        tuple(_word_from_json(word) for word in _list(told.get("say", []), "say")),
        {slot: _book_from_json(slot, action) for slot, action in _map(told.get("book", {}), "book").items()},
        tuple(_text(p, "programme") for p in _list(told.get("programme", []), "programme")),
        {k: _text(v, "estimate") for k, v in _map(told.get("estimate", {}), "estimate").items()},
        _text(told.get("why", ""), "why"),
    )


def passing_to_json(passing: Passing) -> dict[str, Any]:
    return {"ink": list(passing.ink), "honour": dict(passing.honour)}


def passing_from_json(told: Any) -> Passing:
    told = _map(told, "handover")
    _only(told, ("ink", "honour"), "a handover")
    return Passing(
        tuple(_text(line, "ink") for line in _list(told.get("ink", []), "ink")),
        {slot: _text(how, "honour") for slot, how in _map(told.get("honour", {}), "honour").items()},
    )


def _word_to_json(word: Saying) -> dict[str, Any]:
    told: dict[str, Any] = {
        "to": word.to,
        "tone": word.tone,
        "via": word.via,
        "wording": word.wording,
        "minuted": word.minuted,
    }
    if word.about:
        told |= {"about": word.about, "form": word.form}
    return told


def _word_from_json(told: Any) -> Saying:
    told = _map(told, "say")
    _only(told, ("to", "tone", "via", "wording", "minuted", "about", "form"), "a word")
    minuted = told.get("minuted", True)
    if not isinstance(minuted, bool):
        raise DraftError("“minuted” is either true or false.")
    text = {key: _text(told[key], key) for key in ("to", "tone", "via", "wording", "about", "form") if key in told}
    missing = [key for key in ("to", "tone", "via") if key not in text]
    if missing:
        raise DraftError(f"A word needs “{missing[0]}”.")
    return Saying(minuted=minuted, **text)


def _book_to_json(action: str) -> Any:
    ask, _, otherwise = action.partition("-or-")
    return {"ask": ask, "else": otherwise} if otherwise else action


def _book_from_json(slot: str, told: Any) -> str:
    if isinstance(told, Mapping):
        _only(told, ("ask", "else"), "the answer to a pledge")
        return f"{_text(told.get('ask', 'renegotiate'), 'ask')}-or-{_text(told.get('else', 'keep'), 'else')}"
    return _text(told, f"book of {slot}")


def _only(told: Mapping[str, Any], keys: tuple[str, ...], of: str) -> None:
    for key in told:
        if key not in keys:
            raise DraftError(f"“{key}” is not a part of {of}; its parts are {', '.join(keys)}.")


def _text(value: Any, key: str) -> str:
    if not isinstance(value, str) or len(value) > _MOST_LETTERS:
        raise DraftError(f"“{key}” must be a short text.")
    return value


def _list(value: Any, key: str) -> list[Any]:
    if not isinstance(value, list):
        raise DraftError(f"“{key}” must be a list.")
    return value


def _map(value: Any, key: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise DraftError(f"“{key}” must be a set of names with values.")
    return value


# --- to the rules' arrays


def to_reply(draft: Draft, scenario: Scenario, inject: int) -> Reply:
    """One row.  Raises DraftError for ids that this turn does not know."""
    reply = Reply.blank(scenario.sizes, 1)
    reply.option[0] = _option(draft, scenario, inject)
    said: set[int] = set()
    for word in draft.say:
        c = place(word.to, scenario.names["counterparts"], "country to speak to")
        if c in said:
            raise DraftError("One word to each capital a turn.")
        said.add(c)
        reply.tone[0, c] = place(word.tone, TONES, "tone")
        reply.channel[0, c] = place(word.via, CHANNELS, "channel")
        reply.wording[0, c] = place(word.wording, WORDINGS, "wording")
        reply.minuted[0, c] = word.minuted
        reply.about[0, c] = place(word.about, scenario.names["kinds"], "undertaking") if word.about else -1
        reply.form[0, c] = place(word.form, FORMS, "form")
    for slot, action in draft.book.items():
        c, k = slot_place(slot, scenario)
        if action not in BOOK:
            raise _unknown(action, BOOK, "answer to a pledge")
        reply.book[0, c, k] = BOOK[action]
    if len(draft.programme) > reply.programme.shape[1]:
        raise DraftError("Two initiatives a turn are the most.")
    for i, id in enumerate(draft.programme):
        reply.programme[0, i] = initiative_choice(id, scenario)
    if len(set(draft.programme)) < len(draft.programme):
        raise DraftError("The same initiative stands twice in the programme.")
    for chance in draft.estimate.values():
        if chance not in CHANCES:
            raise _unknown(chance, CHANCES, "word of chance")
    return reply


def _option(draft: Draft, scenario: Scenario, inject: int) -> int:
    if not inject:
        if draft.do:
            raise DraftError("No cable wants an answer this season, so there is no deed to choose.")
        return 0
    if not draft.do:
        raise DraftError("Choose a deed first; everything else has a default.")
    return place(draft.do, scenario.option_names[inject], "option of this cable")


def to_handover(passing: Passing, scenario: Scenario) -> Handover:
    """One row.  Raises DraftError for unknown lines, a fifth line, an unknown pledge."""
    choice = Handover.blank(scenario.sizes, 1)
    if len(passing.ink) > INK:
        raise DraftError("The memo has room for four lines of ink.")
    if len(set(passing.ink)) < len(passing.ink):
        raise DraftError("The same line stands twice in the memo.")
    for line in passing.ink:
        kind, _, id = line.partition(":")
        if kind == "word" and id:
            c, k = slot_place(id, scenario)
            choice.ink_words[0, c, k] = True
        elif kind == "warn" and id:
            if choice.ink_warning[0] >= 0:
                raise DraftError("The memo can warn of one country.")
            choice.ink_warning[0] = place(id, scenario.names["counterparts"], "country to warn of")
        elif line == "channel":
            choice.ink_channel[0] = True
        elif line == "ambassador":
            choice.ink_ambassador[0] = True
        elif line == "opposition":
            choice.ink_opposition[0] = True
        else:
            raise _unknown(line, ("channel", "ambassador", "opposition"), "line of the memo")
    for slot, how in passing.honour.items():
        c, k = slot_place(slot, scenario)
        if how not in HONOURS:
            raise _unknown(how, HONOURS, "answer to an inherited pledge")
        choice.honour[0, c, k] = _HONOUR[how]
    return choice


def from_reply(reply: Reply, scenario: Scenario, inject: int) -> Draft:
    """The draft of a reply's first row, as an automatic player made it; what the rules would pass over is still in it."""
    capitals, kinds, plans = (list(scenario.names[kind]) for kind in ("counterparts", "kinds", "initiatives"))
    options = scenario.option_names[inject] if inject else ()
    option = int(reply.option[0])
    words = tuple(
        Saying(
            capitals[c], TONES[reply.tone[0, c]], CHANNELS[reply.channel[0, c]], WORDINGS[reply.wording[0, c]], bool(reply.minuted[0, c]),
            kinds[reply.about[0, c]] if reply.about[0, c] >= 0 else "", FORMS[reply.form[0, c]] if reply.about[0, c] >= 0 else "oral",
        )
        for c in range(len(capitals)) if reply.tone[0, c] >= 0
    )  # fmt: skip
    names = {action: name for name, action in BOOK.items()}
    book = {
        f"{capitals[c]}/{kinds[k]}": names[Book(int(reply.book[0, c, k]))]
        for c in range(len(capitals))
        for k in range(len(kinds))
        if reply.book[0, c, k]
    }
    programme = []
    for choice in (int(x) for x in reply.programme[0] if x > 0):
        n, where = divmod(choice - 1, scenario.sizes["places"])
        programme.append(f"{plans[n]}:{capitals[where]}" if where < len(capitals) else plans[n])
    return Draft(
        options[min(option, len(options) - 1)] if options else None, words, book, tuple(dict.fromkeys(programme))
    )


def from_handover(choice: Handover, scenario: Scenario) -> Passing:
    """The passing of a handover's first row."""
    capitals, kinds = (list(scenario.names[kind]) for kind in ("counterparts", "kinds"))
    slots = [(c, k, f"{capitals[c]}/{kinds[k]}") for c in range(len(capitals)) for k in range(len(kinds))]
    ink = [f"word:{slot}" for c, k, slot in slots if choice.ink_words[0, c, k]]
    flags = (
        ("channel", choice.ink_channel),
        ("ambassador", choice.ink_ambassador),
        ("opposition", choice.ink_opposition),
    )
    ink += [name for name, on in flags if on[0]]
    if choice.ink_warning[0] >= 0:
        ink.append(f"warn:{capitals[choice.ink_warning[0]]}")
    names = {how: name for name, how in _HONOUR.items()}
    return Passing(
        tuple(ink), {slot: names[Honour(int(choice.honour[0, c, k]))] for c, k, slot in slots if choice.honour[0, c, k]}
    )


def slot_place(slot: str, scenario: Scenario) -> tuple[int, int]:
    """ "norland/catch-limit" -> (counterpart, kind)."""
    to, _, kind = slot.partition("/")
    return place(to, scenario.names["counterparts"], "country of a pledge"), place(
        kind, scenario.names["kinds"], "undertaking"
    )


def initiative_choice(id: str, scenario: Scenario) -> int:
    """ "hotline:norland" or "cool-the-press" -> 1 + initiative*places + place, where the last place is home."""
    name, _, to = id.partition(":")
    n = place(name, scenario.names["initiatives"], "initiative")
    targeted = bool(scenario.initiatives.targeted[n])
    if targeted and not to:
        raise DraftError(f"Say towards whom: “{name}:” and a country.")
    if not targeted and to:
        raise DraftError(f"“{name}” is done at home and is aimed at nobody.")
    places = scenario.sizes["places"]
    where = place(to, scenario.names["counterparts"], "country") if targeted else places - 1
    return 1 + n * places + where


def place(id: str, known: Mapping[str, int] | tuple[str, ...], what: str) -> int:
    """The index of an id, or a DraftError that names the nearest one."""
    if id not in known:
        raise _unknown(id, known, what)
    return known[id] if isinstance(known, Mapping) else known.index(id)


def _unknown(id: str, known: Iterable[str], what: str) -> DraftError:
    names = [name for name in known if name]
    near = get_close_matches(id, names, 1)
    hint = f"Did you mean “{near[0]}”?" if near else f"There is: {', '.join(names)}." if names else "There is none."
    return DraftError(f"“{id}” is not a known {what}. {hint}")
