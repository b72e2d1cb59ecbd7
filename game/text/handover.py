"""Between administrations: the vote, four lines of ink by the one who leaves, and the book as the one who arrives finds it."""

from __future__ import annotations

from game.play.draft import DraftError, Passing
from game.play.pages.campaign import Handover
from game.text.asking import Choice
from game.text.lines import quiet, sentence, warning
from game.text.pages import campaign as said
from game.text.seat import Seat


def hand_over(seat: Seat) -> None:
    """Asks until the handover is made."""
    page = seat.session.handover()
    seat.turn_to([*said.election(page.election), *said.memo(page)])
    passing = seat.session.passing()
    while True:
        passing = ink(seat, page, passing)
        seat.turn_to(said.mandate(page))
        passing = honour(seat, page, passing)
        try:
            seat.session.hand_over(passing)
            return
        except DraftError as error:
            seat.voice.show([warning(f"It cannot be handed over so: {error}")])
            passing = seat.session.passing()


def ink(seat: Seat, page: Handover, passing: Passing) -> Passing:
    """Lines are written and struck out until there is no more to say."""
    while open_lines := [i for i in page.ink if i.available or i.id in passing.ink]:
        seat.voice.show([quiet(f"Lines of ink used: {len(passing.ink)} of {page.ink_most}.")])
        choices = [Choice("", "The memo is finished.", ("finished", "done"))]
        choices += [Choice(i.id, said.ink(i, i.id in passing.ink), (i.id,)) for i in open_lines]
        line = seat.pick("Write which line?", choices, "")
        if not line:
            break
        if line in passing.ink:
            passing = passing.without_line(line)
        elif len(passing.ink) < page.ink_most:
            passing = passing.with_line(line)
        else:
            seat.voice.show([warning(f"There is room for {page.ink_most} lines; strike one out first.")])
    return passing


def honour(seat: Seat, page: Handover, passing: Passing) -> Passing:
    """The new minister answers for each pledge that is in the book. What nobody wrote down is not in it."""
    found = [p for p in page.book if p.minuted or f"word:{p.id}" in passing.ink]
    while found:
        choices = [Choice("", "Take office.", ("take office", "done"))]
        for p in found:
            now = next((h.name for h in p.choices if h.id == passing.honour.get(p.id, p.default)), "")
            choices.append(Choice(p.id, sentence(f"{p.title}, to {p.to.short}: {now}", p.obstructs), (p.title, p.id)))
        slot = seat.pick("Which inherited pledge would you answer otherwise?", choices, "")
        if not slot:
            break
        pledge = next(p for p in found if p.id == slot)
        ways = [Choice(h.id, f"**{h.name}.** {h.gloss}", (h.name, h.id)) for h in pledge.choices]
        passing = passing.honouring(slot, seat.pick(f"{pledge.title}?", ways, passing.honour.get(slot, pledge.default)))
    return passing
