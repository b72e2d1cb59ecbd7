"""A campaign that plays itself, told as it goes: for a machine without a screen or a keyboard, and for `play --policy`."""

from __future__ import annotations

from game.play.draft import Passing
from game.play.pages.common import Beat
from game.play.pages.morning import Morning
from game.play.session import Session
from game.text.debrief import folder_beside, straight_through, written
from game.text.lines import BLANK, Lines, Role, item, paragraphs, part, quiet, sentence, text
from game.text.pages import campaign as said
from game.text.pages.after import after
from game.text.pages.morning import act_line, cable, letter, news
from game.text.pages.shared import cue, top, who
from game.text.voice import Voice


def tell(session: Session, policy: str, voice: Voice) -> None:
    """Plays to the end by that automatic player's moves and tells what came, what it did, and what followed."""
    voice.say(f"Played by the automatic player “{policy}”. {session.notice}".strip(), Role.QUIET)
    while session.beat is not Beat.CLOSED:
        if session.beat is Beat.HANDOVER:
            page = session.handover()
            voice.show([*said.election(page.election), *said.memo(page), *said.mandate(page)])
        else:
            voice.show(told(session.morning()))
        move = session.by_policy(policy)
        if isinstance(move, Passing):
            session.hand_over(move)
        else:
            voice.show(after(session.submit(move)))
    voice.show(said.closing(session.closing()))
    from game.insight import debrief_of  # many modules, needed only now

    debrief = debrief_of(session)
    straight_through(debrief, voice)
    voice.show(written(debrief, folder_beside(session.path)))


def told(page: Morning) -> Lines:
    """A morning without what only a player needs: no advice, no exits, no prices."""
    yield from top(page.status)
    if page.opening:
        yield from paragraphs(page.opening, Role.QUOTE)
        yield quiet(f"— {who(page.secretary)}")
    if page.cable:
        yield from cable(page.cable)
    if page.crisis:
        yield BLANK
        yield text(sentence(f"{page.crisis.name}. Stake: {page.crisis.stake}"))
        yield from (act_line(a.by.short, a.text, a.dated, a.moved) for a in page.crisis.acts[:1])
    if page.letter:
        yield from letter(page.letter)
    yield from part("News", map(news, page.news))
    yield from part("Noticed", map(cue, page.cues))
    yield from part("Dearer to keep", (item(sentence(f"{p.title}, to {p.to.short}: {p.text}")) for p in page.pressures))
