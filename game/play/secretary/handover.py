"""The vote and the memo: what the outgoing minister may write in four lines, and what the incoming one finds."""

from __future__ import annotations

import numpy as np

from ...authoring.texts import MandateText
from ...rules.vocabulary import Mark, State
from ..calendar import MONTHS
from ..chronicle import Vote
from ..draft import INK
from ..pages import Beat, Election, Handover, Honours, Inherited, InkChoice, Share
from ..seat import OURS, Seat
from ..visible import Visible
from . import book, wording
from .common import status
from .morning import paragraphs

_HONOURS = (
    Honours(
        "affirm",
        "Affirm in public",
        "Say aloud that the new Government is bound too; from then on more people are listening.",
    ),
    Honours("silent", "Honour in silence", "Say nothing, and do as was undertaken."),
    Honours("renegotiate", "Ask to renegotiate", "Half the size, at once; asking is remembered."),
    Honours("disown", "Disown", "It was another Government’s word. It counts as broken, a little excused."),
)


def election(seat: Seat, vote: Vote) -> Election:
    """The vote, in numbers; it is public."""
    day = seat.calendar.vote(vote.season)
    when = f"{MONTHS[day.month - 1]} {day.year}"
    law = seat.scenario.law
    even = 100 * law.vote_line
    economy = 100 * law.vote_economy * (vote.economy - law.vote_line)
    handling = 100 * (1 - law.vote_economy) * (vote.handling - law.vote_line)
    return Election(
        heading=f"The fall of the Government, {when}" if vote.fell else f"The vote of {when}",
        fell=vote.fell,
        share=round(100 * vote.share, 1),
        even=round(even, 1),
        returned=vote.returned,
        line=_result(seat, vote, even),
        economy=Share(
            "The economy and everything else",
            round(economy, 1),
            "Six tenths of the vote: prices, scandals, the other ministries.",
        ),
        handling=Share(
            "How you handled it",
            round(handling, 1),
            "Four tenths: what the groups at home make of your foreign policy.",
        ),
    )


def _result(seat: Seat, vote: Vote, even: float) -> str:
    if vote.fell:
        return "The party has chosen another leader, and the leader another minister."
    share = 100 * vote.share
    if vote.returned:
        return (
            "The Government is returned."
            if share >= even
            else "The Government is returned, against the count that was expected."
        )
    return (
        "The Government is out."
        if share < even
        else "The Government is out, narrowly, with a share that has won before."
    )


def handover(seat: Seat, vote: Vote, successor: Visible) -> Handover:
    """`successor`: what the incoming minister would find if nothing were inked and everything honoured in silence."""
    leaning = successor.leaning
    mandate = seat.texts.mandates[successor.mandate] if seat.texts.mandates else None
    return Handover(
        status=status(seat, Beat.HANDOVER),
        election=election(seat, vote),
        memo=paragraphs(seat.texts.handover),
        leaving=seat.minister,
        leaving_party=seat.party(seat.now.leaning),
        arriving=seat.successor(leaning),
        arriving_party=seat.party(leaning),
        same_party=leaning == seat.now.leaning,
        mandate=mandate.title if mandate else "",
        mandate_text=mandate.text if mandate else "",
        objectives=tuple(objective.text for objective in mandate.objectives) if mandate else (),
        ink=ink(seat),
        ink_most=INK,
        book=tuple(
            _inherited(seat, int(c), int(k), successor, mandate)
            for c, k in np.argwhere(seat.now.pledge[OURS] == State.OPEN)
        ),
    )


def ink(seat: Seat) -> tuple[InkChoice, ...]:
    """What may be written into the memo."""
    lines = []
    for c, k in np.argwhere(seat.now.pledge[OURS] == State.OPEN):
        if not int(seat.now.marks[OURS, c, k]) & Mark.MINUTED:
            them, words = seat.state(int(c)).short, seat.undertaking(OURS, int(c), int(k)).rstrip(".")
            lines.append(
                InkChoice(
                    f"word:{seat.slot(int(c), int(k))}",
                    f"{them} has my word, and nobody wrote it down: {words}.",
                    "Puts it into the book. Otherwise another party will not know of it, and they will remember.",
                    True,
                    "",
                )
            )
    channel = seat.scenario.names["initiatives"].get("open-back-channel")
    running = [] if channel is None else [c for c in range(seat.count + 1) if seat.in_force(channel, c)]
    lines += [
        InkChoice(
            "channel",
            _channel_line(seat, running),
            "Keeps the back channel open; without a line it lapses.",
            bool(running),
            "" if running else "No back channel is open.",
        ),
        InkChoice(
            "ambassador",
            "Keep our ambassadors where they are; they are owed answers by people who know their faces.",
            "A little of the same team stays in charge.",
            True,
            "",
        ),
        InkChoice(
            "opposition",
            "I have shown the book to the other party’s spokesman, page by page.",
            "The successor counts for more of the same Government abroad.",
            True,
            "",
        ),
    ]
    for c, text in enumerate(seat.texts.counterparts):
        warning = f"Mind {text.short}. {_ranked_line(seat, c)}"
        lines.append(
            InkChoice(f"warn:{text.id}", warning, "One country; the successor reads how you rank them.", True, "")
        )
    return tuple(lines)


def _channel_line(seat: Seat, running: list[int]) -> str:
    whom = wording.listed([seat.state(c).short for c in running if c < seat.count]) or "the other side"
    return f"There is a man to talk to, and a way to reach him ({whom}). He expects to be introduced."


def _ranked_line(seat: Seat, c: int) -> str:
    """The player's own last ranking: home's guess, not their belief."""
    if not seat.chronicle.rankings:
        return "I could not say what our word is worth there."
    ranked = seat.chronicle.rankings[-1][1]
    id = seat.texts.counterparts[c].id
    place = ranked.index(id) if id in ranked else len(ranked)
    return f"Of {len(ranked)} capitals I thought it number {place + 1} in taking our word."


def _inherited(seat: Seat, c: int, k: int, successor: Visible, mandate: MandateText | None) -> Inherited:
    text = seat.texts.playbook.pledges[k]
    tempt = float(successor.tempt[OURS, c, k] or seat.now.tempt[OURS, c, k]) / 20
    dearer = successor.tempt[OURS, c, k] > seat.now.tempt[OURS, c, k]
    return Inherited(
        id=seat.slot(c, k),
        title=wording.upper_first(text.name),
        text=seat.undertaking(OURS, c, k),
        to=seat.state(c),
        due=book.due_line(seat, OURS, c, k),
        form=seat.texts.playbook.forms[int(seat.now.form[OURS, c, k])].name,
        price=wording.price(seat.scenario.law.price_mandate * tempt**2),
        minuted=bool(int(seat.now.marks[OURS, c, k]) & Mark.MINUTED),
        obstructs=f"Dearer under “{mandate.title}”." if dearer and mandate else "",
        choices=_HONOURS,
        default="silent",
    )
