"""The player's seat at a terminal: one play, one voice, and the words that may be typed at any question.

A question takes a number, a name, or Enter for what is proposed. It knows pages and the session, and no rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from game.play.draft import DraftError
from game.play.session import Session
from game.text.asking import Choice, named, numbered, pick
from game.text.lines import Line, Lines, item, part, warning
from game.text.pages import shelf
from game.text.voice import Voice

T = TypeVar("T")

STANDING = {
    "help": "what can be done now (also ?)",
    "again": "say this page once more",
    "book": "the pledge book",
    "dossier": "what is on file about a government: dossier norland",
    "home": "the groups at home, the press, the mandate",
    "playbook": "what may be started without a cable",
    "glossary": "the words of the trade: glossary rung",
    "undo": "take back the last move, where the scenario allows it",
    "mark": "put a note beside this moment, for the debrief: mark I doubted Pell",
    "save": "where this play is kept",
    "quit": "stop here; the play can be gone on with",
}


class Leave(Exception):
    """The player stops; everything that was sent is already kept."""


class Moved(Exception):
    """The play stands somewhere else now (undo), so what was being asked is void."""


class Seat:
    """Asks on behalf of a play, and answers the standing words by itself."""

    def __init__(self, session: Session, voice: Voice) -> None:
        self.session = session
        self.voice = voice
        self._page: list[Line] = []
        self._answers: dict[str, Callable[[str], None]] = {
            "help": self._help, "again": self._again, "book": self._book, "dossier": self._dossier, "home": self._home,
            "playbook": self._playbook, "glossary": self._glossary, "undo": self._undo, "mark": self._mark, "save": self._save,
            "quit": self._quit,
        }  # fmt: skip

    # --- showing and asking

    def turn_to(self, lines: Iterable[Line]) -> None:
        """Shows a page and remembers it for `again`."""
        self._page = list(lines)
        self.voice.show(self._page)

    def pick(self, question: str, choices: Sequence[Choice[T]], enter: T | None = None, silent: bool = False) -> T:
        """A question whose answer may also be a standing word."""
        return pick(self.voice, question, choices, enter, listen=self.listen, silent=silent)

    def listen(self, question: str) -> str:
        """An answer that is none of the standing words."""
        while True:
            answer = self.voice.listen(question)
            word, _, rest = answer.partition(" ")
            meant = standing(word)
            if not meant or (rest and meant not in {"dossier", "glossary", "mark"}):
                return answer
            self._answers[meant](rest.strip())

    def write(self, question: str) -> str:
        """Free words, taken as they are."""
        return self.voice.listen(question)

    # --- the standing words

    def _help(self, _: str) -> None:
        self.voice.show(shelf.help_now(self.session.help()))
        self.voice.show(standing_words())

    def _again(self, _: str) -> None:
        self.voice.show(self._page)

    def _book(self, _: str) -> None:
        self.voice.show(shelf.book(self.session.book()))

    def _home(self, _: str) -> None:
        self.voice.show(shelf.home_front(self.session.home_front()))

    def _playbook(self, _: str) -> None:
        self.voice.show(shelf.playbook(self.session.playbook()))

    def _glossary(self, wanted: str) -> None:
        page = self.session.glossary()
        self.voice.show(shelf.glossary(page, wanted))

    def _dossier(self, wanted: str) -> None:
        states = self.session.states
        if not wanted:
            choices = [Choice(s.index, s.name, (s.short, s.id)) for s in states]
            self.voice.show(numbered(choices))
            wanted = self.voice.listen("Whose dossier?")
        found = named(wanted, [Choice(s.index, s.name, (s.short, s.id)) for s in states])
        if found is None:
            self.voice.show([warning(f"There is no dossier “{wanted}”.")])
            return
        self.voice.show(shelf.dossier(self.session.dossier(found.value)))

    def _undo(self, _: str) -> None:
        if self.session.can_undo:
            self.voice.show([warning(self.session.can_undo)])
            return
        self.session.undo()
        self.voice.say("The last move is taken back. The debrief will count it.")
        raise Moved

    def _mark(self, words: str) -> None:
        try:
            self.session.mark(words or "marked")
        except DraftError as error:
            self.voice.show([warning(str(error))])
        else:
            self.voice.say("Marked.")

    def _save(self, _: str) -> None:
        self.voice.say(kept(self.session))

    def _quit(self, _: str) -> None:
        raise Leave


def standing(typed: str) -> str:
    """The standing word meant, by itself or by its first letters; "" for none."""
    typed = typed.lower()
    if typed == "?":
        return "help"
    if typed in STANDING:
        return typed
    meant = [w for w in STANDING if w.startswith(typed)] if len(typed) > 2 or typed in {"h", "q"} else []
    return {"h": "help", "q": "quit"}.get(typed, meant[0] if len(meant) == 1 else "")


def standing_words() -> Lines:
    return part("Words you may type at any question", (item(f"**{word}**: {what}") for word, what in STANDING.items()))


def kept(session: Session) -> str:
    """Where the play is, in one sentence."""
    if session.saved:
        return session.saved
    return f"Every move is kept as it is sent, in {session.path}." if session.path else "This play is not being kept."
