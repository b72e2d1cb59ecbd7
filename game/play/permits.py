"""What may be done this turn, and why not: one plain sentence for everything a screen shows greyed out.

The rules pass over what cannot be done; the desk refuses it first and says why.  Reads the seat alone, so a refusal never tells a secret.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from ..rules.moves import Reply
from ..rules.vocabulary import CHANNELS, FORMS, LEVERS, TONES, Act, Dim, Mark, State
from . import cautions
from . import draft as drafts
from .draft import Draft, DraftError, Passing, Saying
from .seat import OURS, Seat, capital_to_keep

FREE_WORDS = 2
_CRISIS_ONLY = 255
_TREATY_PARTY = 0.45
_LOOKS_BACK = ("protest", "acknowledge", "regret", "explain", "deny")


@dataclass(frozen=True, slots=True)
class Check:
    """What sending a draft would come to.  `error` is empty when it can be sent; `warnings` are for the desk to show."""

    cost: int
    left: int
    error: str
    warnings: tuple[str, ...]


# --- words


def tone(seat: Seat, c: int, tone: str) -> str:
    """Why this tone cannot be used to counterpart c now, or "".  The option's own word is always possible."""
    now, them = seat.now, seat.texts.counterparts[c].short
    charged = seat.inject.sender == seat.texts.counterparts[c].id
    wronged = (
        charged or now.their_rung[c] > 0 or now.theirs_broken[c] > 0 or now.their_act[c] in (Act.PRESSES, Act.CLIMBS)
    )
    failed = now.broken[c] > 0 or bool(now.owed[c])
    if _authored(seat, c, tone):
        return ""
    if tone == "apologise" and not failed:
        return f"An apology needs a breach; {them} has none to name."
    if tone == "thank" and not (now.theirs_kept[c] > 0 or now.their_act[c] in (Act.RESTS, Act.STEPS_DOWN)):
        return f"Thanks need an act of theirs; {them} has done nothing lately to be thanked for."
    if tone == "protest" and not wronged:
        return f"A protest needs a grievance against {them}."
    if tone in _LOOKS_BACK and not (failed or charged or wronged):
        return f"Nothing lies between us and {them} that this could be about."
    return ""


def _authored(seat: Seat, c: int, tone: str) -> bool:
    id = seat.texts.counterparts[c].id
    return any(say.to == id and say.tone == tone for option in seat.inject.options for say in option.says)


def channel(seat: Seat, c: int, channel: str) -> str:
    """Why this channel to counterpart c is closed, or ""."""
    needs = int(seat.scenario.words.channel_needs[CHANNELS.index(channel)])
    crisis = seat.now.crisis > 0
    if needs == _CRISIS_ONLY:
        return "" if crisis else "For a crisis only."
    if not needs:
        return ""
    initiative = seat.texts.playbook.initiatives[needs - 1]
    home = seat.count
    if not (seat.in_force(needs - 1, c) or seat.in_force(needs - 1, home)):
        return f"Not open yet: it needs “{initiative.name}” from the playbook."
    if channel == "hotline" and not crisis:
        return "For a crisis only."
    return ""


def undertaking(seat: Seat, c: int, kind: int) -> str:
    """Why home cannot give counterpart c this pledge now, or ""."""
    them = seat.texts.counterparts[c].short
    state = seat.now.pledge[OURS, c, kind]
    if state == State.OPEN:
        return f"{them} already has our word on this."
    if state == State.OFFERED:
        return f"{them} has asked for this; accept or refuse it in the book."
    return ""


def form(seat: Seat, form: str) -> str:
    """Why a pledge cannot be given this form now, or ""."""
    if form != "treaty":
        return ""
    for a, lever in enumerate(seat.scenario.lever):
        if LEVERS[lever] == "leadership" and _share(float(seat.now.approval[a])) < _TREATY_PARTY:
            return "A treaty needs a vote, and the party would not carry it."
    return ""


def _share(latent: float) -> float:
    return 1 / (1 + exp(-latent))


# --- deeds, the programme, the book


def option(seat: Seat, place: int) -> str:
    """Why an option cannot be chosen, or ""."""
    if not seat.offered[place]:
        return "This is not open to us as things stand."
    if not seat.affordable[place]:
        return f"It costs {round(seat.price[place])} capital; you have {seat.capital}."
    return ""


def initiative(seat: Seat, initiative: int, place: int) -> str:
    """Why an initiative cannot be begun, or ""."""
    text = seat.texts.playbook.initiatives[initiative]
    since = int(seat.now.programme[place, initiative])
    if since >= 0 and bool(seat.scenario.initiatives.once[initiative]):
        return "It is running." if since <= seat.now.week else "It has been begun."
    if text.capital > seat.now.capital:
        return f"It costs {text.capital} capital; you have {seat.capital}."
    return ""


def book(seat: Seat, c: int, kind: int, action: str) -> str:
    """Why an action cannot be taken on home's pledge, or "".  Actions are those of the draft, "renegotiate" for both that ask."""
    now = seat.now
    state, marks = now.pledge[OURS, c, kind], int(now.marks[OURS, c, kind])
    if action in ("accept", "refuse"):
        if state != State.OFFERED:
            return "They have not asked for this."
        cost = float(seat.scenario.kinds.capital[kind])
        return (
            f"It costs {round(cost)} capital; you have {seat.capital}."
            if action == "accept" and cost > now.capital
            else ""
        )
    if state != State.OPEN:
        return "This is not an open undertaking of ours."
    due = bool(seat.due[c, kind])
    notice = marks & Mark.NOTICE
    if action == "keep":
        need = capital_to_keep(seat, c, kind)
        return f"Keeping it takes {need} capital; you have {seat.capital}." if due and need > now.capital else ""
    if notice:
        return "Notice has been given; it ends by itself."
    if action == "withdraw" and due:
        return "It falls due now; there is no season left for notice."
    if action == "renegotiate":
        if marks & Mark.RENEGOTIATED:
            return "It has been changed once already."
        if now.capital < 1:
            return "Asking costs 1 capital."
    return ""


def wants_answer(seat: Seat, c: int, kind: int) -> bool:
    """Whether a pledge stands in the drawer: due this season or the next, dearer, or asked of home (rulings.md 10)."""
    state = seat.now.pledge[OURS, c, kind]
    near = bool(seat.due[c, kind] or seat.due_next[c, kind] or seat.pressed[c, kind])
    return bool(state == State.OFFERED or (state == State.OPEN and near))


# --- a whole draft


def check(seat: Seat, draft: Draft) -> Check:
    """The price of a draft, whether it can be sent, and what the desk warns of."""
    spent, kept = 0.0, 0
    error, warnings = "", tuple[str, ...]()
    try:
        reply = drafts.to_reply(draft, seat.scenario, seat.now.inject)
        _refuse(seat, draft, reply)
        spent = price(seat, draft, reply)
        kept, short = keeping(seat, draft, seat.now.capital - spent)
        warnings = tuple(cautions.warnings(seat, draft, short))
        if spent > seat.now.capital + 1e-9:
            error = f"This spends {round(spent)} capital; you have {seat.capital}."
    except DraftError as refused:
        error = str(refused)
    return Check(round(spent) + kept, max(0, seat.capital - round(spent) - kept), error, warnings)


def _refuse(seat: Seat, draft: Draft, reply: Reply) -> None:
    if draft.do:
        _say(option(seat, int(reply.option[0])))
    for word in draft.say:
        _refuse_word(seat, word)
    for slot, action in draft.book.items():
        c, k = drafts.slot_place(slot, seat.scenario)
        why = book(seat, c, k, action.partition("-or-")[0])
        _say(why if action != "keep" else "")
    for id in draft.programme:
        which, place = divmod(drafts.initiative_choice(id, seat.scenario) - 1, seat.scenario.sizes["places"])
        _say(initiative(seat, which, place))
    asked = seat.inject.id if seat.inject.estimate is not None else ""
    for inject in draft.estimate:
        _say("" if inject == asked else "No estimate is asked for that.")


def _refuse_word(seat: Seat, word: Saying) -> None:
    c = seat.scenario.names["counterparts"][word.to]
    _say(tone(seat, c, word.tone))
    _say(channel(seat, c, word.via))
    if not word.about:
        return
    opens = int(seat.scenario.words.opens[TONES.index(word.tone)])
    name = seat.texts.playbook.tone(word.tone).name
    if opens < 2:
        raise DraftError(f"To {name} opens no undertaking; promise, threaten or propose does.")
    kind = seat.scenario.names["kinds"][word.about]
    threat = seat.scenario.kinds.dim[kind] == Dim.C
    if word.tone == "promise" and threat or word.tone == "threaten" and not threat:
        what = "a threat" if threat else "not a threat"
        raise DraftError(f"“{seat.texts.playbook.pledges[kind].name}” is {what}; it cannot be said that way.")
    _say(undertaking(seat, c, kind))
    _say(form(seat, word.form))


def _say(why: str) -> None:
    if why:
        raise DraftError(why)


def price(seat: Seat, draft: Draft, reply: Reply) -> float:
    """Capital that sending the draft spends, before anything is kept."""
    w = seat.scenario.words
    # What nothing else can pay for is done on credit: all there is goes on it.
    spent = min(seat.price[int(reply.option[0])], seat.now.capital) if draft.do else 0.0
    spent += max(0, len(draft.say) - FREE_WORDS)
    for word in draft.say:
        spent += float(w.channel_capital[CHANNELS.index(word.via)] + w.tone_capital[TONES.index(word.tone)])
        if word.about:
            kind = seat.scenario.names["kinds"][word.about]
            spent += float(seat.scenario.kinds.capital[kind] + seat.scenario.forms.capital[FORMS.index(word.form)])
    for id in draft.programme:
        which = (drafts.initiative_choice(id, seat.scenario) - 1) // seat.scenario.sizes["places"]
        spent += float(seat.scenario.initiatives.capital[which])
    for slot, action in draft.book.items():
        if action.startswith("renegotiate"):
            spent += 1
        elif action == "accept":
            spent += float(seat.scenario.kinds.capital[drafts.slot_place(slot, seat.scenario)[1]])
    return spent


def keeping(seat: Seat, draft: Draft, left: float) -> tuple[int, list[str]]:
    """Capital that keeping what falls due takes of what is left, and the slots for which it does not suffice."""
    broken = cautions.broken_by(seat, draft)
    paid, short = 0, []
    for c in range(seat.count):
        for k in range(seat.due.shape[1]):
            slot = seat.slot(c, k)
            kept = seat.due[c, k] and draft.book.get(slot, "keep") == "keep" and slot not in broken
            notice = int(seat.now.marks[OURS, c, k]) & Mark.NOTICE
            need = capital_to_keep(seat, c, k)
            if not kept or notice:
                continue
            if need > left - paid + 1e-9:
                short.append(slot)
            else:
                paid += need
    return paid, short


def check_passing(seat: Seat, passing: Passing) -> None:
    """Raises DraftError when a handover cannot be signed."""
    drafts.to_handover(passing, seat.scenario)
    for line in passing.ink:
        if line.startswith("word:"):
            c, k = drafts.slot_place(line.partition(":")[2], seat.scenario)
            if seat.now.pledge[OURS, c, k] != State.OPEN or int(seat.now.marks[OURS, c, k]) & Mark.MINUTED:
                raise DraftError("That line is not needed: the book has no such unminuted word.")
    for slot in passing.honour:
        c, k = drafts.slot_place(slot, seat.scenario)
        if seat.now.pledge[OURS, c, k] != State.OPEN:
            raise DraftError(f"{seat.texts.counterparts[c].short} holds no open undertaking of that kind.")


def sound(seat: Seat, wish: Draft) -> Draft:
    """As much of a wish as can be sent: the deed, then book, words and programme, each if it is allowed and can be paid."""
    draft = Draft(do=wish.do)
    if wish.do and check(seat, draft).error:
        options = seat.scenario.option_names[seat.now.inject]
        draft = Draft(do=next(id for place, id in enumerate(options) if not option(seat, place)))
    for slot, action in wish.book.items():
        draft = _if_allowed(seat, draft, draft.book_with(slot, action))
    for word in wish.say:
        draft = _if_allowed(seat, draft, draft.saying(word))
    for id in wish.programme:
        draft = _if_allowed(seat, draft, draft.programme_with(id))
    return draft


def _if_allowed(seat: Seat, draft: Draft, more: Draft) -> Draft:
    return draft if check(seat, more).error else more


def sound_passing(seat: Seat, wish: Passing) -> Passing:
    """As much of a handover as can be signed."""
    passing = Passing()
    for line in wish.ink[: drafts.INK]:
        passing = _if_signed(seat, passing, passing.with_line(line))
    for slot, how in wish.honour.items():
        passing = _if_signed(seat, passing, passing.honouring(slot, how))
    return passing


def _if_signed(seat: Seat, passing: Passing, more: Passing) -> Passing:
    try:
        check_passing(seat, more)
    except DraftError:
        return passing
    return more
