"""One campaign at a terminal, from the morning a play stands at to the opened files.

The loop looks at the beat and at nothing else, so that a play resumed, undone or begun goes the same way.
"""

from __future__ import annotations

from game.play.pages.campaign import Closing
from game.play.pages.common import Beat
from game.text.asking import Choice
from game.text.debrief import browse, folder_beside
from game.text.handover import hand_over
from game.text.lines import Role, sentence
from game.text.pages import campaign as said
from game.text.pages.after import after
from game.text.pages.morning import morning
from game.text.reply import reply
from game.text.seat import Leave, Moved, Seat, kept
from game.text.voice import Silence

GREETING = (
    "Answer with a number and Enter. At any question you may type a word instead: help says what can be done now and "
    "lists the other words, quit stops here."
)


def play(seat: Seat) -> bool:
    """Plays to the end or until the player leaves; says which. Nothing that was sent is lost either way."""
    if seat.session.notice:
        seat.voice.say(seat.session.notice, Role.WARNING)
    seat.voice.say(GREETING, Role.QUIET)
    try:
        while True:
            try:
                if turn(seat):
                    return True
            except Moved:
                continue
    except (Leave, KeyboardInterrupt):
        seat.voice.say(f"You have left the desk. {kept(seat.session)}")
    except Silence:
        seat.voice.say(f"The input has ended, so the play stops here. {kept(seat.session)}")
    return False


def turn(seat: Seat) -> bool:
    """One beat; True when the campaign is over and explained."""
    session = seat.session
    match session.beat:
        case Beat.HANDOVER:
            hand_over(seat)
        case Beat.CLOSED:
            close(seat)
            return True
        case _:
            seat.turn_to(morning(session.morning()))
            seat.turn_to(after(reply(seat)))
            if session.beat is Beat.MORNING:
                seat.listen("Enter to go on, or undo:" if not session.can_undo else "Enter to go on:")
    return False


def close(seat: Seat) -> None:
    """Two questions while the files are still sealed; then everything is opened."""
    page = seat.session.closing()
    seat.turn_to(said.closing(page))
    if page.rank_asked or page.take_back_asked:
        seat.voice.show(said.seal())
    if page.rank_asked:
        rank(seat, page)
    if page.take_back_asked and page.decisions:
        take_back(seat, page)
    from game.insight import debrief_of  # many modules, needed only now

    browse(debrief_of(seat.session), seat.voice, folder_beside(seat.session.path))


def rank(seat: Seat, page: Closing) -> None:
    """Who would take your word today? One after the other, the most trusting first."""
    left = list(page.counterparts)
    order: list[str] = []
    while len(left) > 1:
        choices = [Choice(s.id, s.name, (s.short, s.id)) for s in left]
        question = "Who would take your word most readily today?" if not order else "And of those left?"
        chosen = seat.pick(question, choices, choices[0].value if order else None)
        order.append(chosen)
        left = [s for s in left if s.id != chosen]
    seat.session.rank([*order, *(s.id for s in left)])


def take_back(seat: Seat, page: Closing) -> None:
    choices = [
        Choice(d.turn, sentence(f"{d.date}: {d.title}" if d.title else d.date, d.did, d.marked)) for d in page.decisions
    ]
    choices.append(Choice(-1, "Nothing; I would do it all again.", ("nothing",)))
    turn_number = seat.pick("Which decision would you take back?", choices, -1)
    if turn_number >= 0:
        seat.session.take_back(turn_number)
