"""Governments of home: the vote, a fall, and what passes from one administration to the next (science.md 2.3, play.md 2).

`election` and `handover` work on row numbers (turn.voting) and return at once where nobody votes: no row is ever in another phase than its
neighbours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from . import audiences, pledges, score, trust
from .arrays import Index, Real, add_at, entries, on_grid, sigma
from .ledger import Cause, Ledger, What
from .luck import Purpose, bits, normal, uniform
from .moves import Handover, Honour
from .parameters import DEFAULT, Parameters
from .pledges import HOME
from .scenario import MOD
from .vocabulary import Dim, Mark, State

if TYPE_CHECKING:
    from .now import Turn
    from .scenario import Scenario
    from .world import World

_BACK_CHANNEL = "open-back-channel"


def support(economy: Any, handling: Any, law: Parameters = DEFAULT) -> Any:
    """What a government goes to the vote with, 0..1.  economy, handling: 0..1, the latter its approval."""
    return law.vote_economy * economy + (1 - law.vote_economy) * handling


def returned(economy: Any, handling: Any, law: Parameters = DEFAULT) -> Any:
    """Chance that home votes a government back: support against the line."""
    return sigma((support(economy, handling, law) - law.vote_line) / law.vote_spread)


def continuity(
    other_party: Any, law: Parameters = DEFAULT, *, briefed: Any = 0.0, ambassador: Any = 0.0, prepared: Any = 0.0
) -> Any:
    """h: how far a successor is taken for the same team, 0..1.

    briefed: whether the opposition was; ambassador: whether the memo went through one; prepared: by institutions and consultations.
    """
    base = np.where(other_party, law.continuity_other, law.continuity_same)
    memo = law.continuity_briefed * briefed + law.continuity_ambassador * ambassador
    return np.minimum(law.continuity_most, base + memo + prepared)


def dearer(other_party: Any, form: Any, law: Parameters = DEFAULT) -> Any:
    """Temptation c that a handover adds to an inherited pledge.  form: what its form adds, below 0 for an institution (science.md 2.3)."""
    return law.successor_opposes * other_party + form


def election(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """The vote at a term's end, or a fall: sets turn.voting and, for those rows, world.lost."""
    full = (world.season - world.term_start + s.pace >= s.term_seasons) & (world.crisis == 0)
    falls = audiences.challenged(world, s, turn) & ~full
    ends = (full | falls | world.war) & turn.alive
    turn.voting = np.flatnonzero(ends & ~world.war)
    score.end_wars(world, s, turn, ledger)
    row = turn.voting
    if not row.size:
        return
    turn.fallen = falls[row]
    mean, spread = s.law.economy
    turn.economy = on_grid(mean + spread * normal(turn.key[:, row], Purpose.ECONOMY))
    turn.handling = audiences.approval_share(world, s)[row]
    turn.vote = returned(turn.economy, turn.handling, s.law)
    lost = uniform(turn.key[:, row], Purpose.VOTE) >= turn.vote
    world.lost[row] = lost & ~turn.fallen
    world.elections[row] += (~turn.fallen).astype(np.int8)
    world.won[row] += (~lost & ~turn.fallen).astype(np.int8)
    world.falls[row] += turn.fallen.astype(np.int8)
    ledger.write_at(world, What.EVENT, Cause.FALL, None, row[turn.fallen], (), 1.0)
    voted = ~turn.fallen
    size = np.where(lost[voted], -1.0, 1.0) * support(turn.economy, turn.handling, s.law)[voted]
    ledger.write_at(world, What.EVENT, Cause.ELECTION, None, row[voted], (), size)
    _objectives(world, s, ledger, row[voted])


def _objectives(world: World, s: Scenario, ledger: Ledger, row: Index) -> None:
    """The mandate's objectives are judged at the term's end."""
    memo: dict[str, object] = {}
    for number, (mandate, holds, units) in enumerate(s.objectives):
        met = row[(world.mandate[row] == mandate) & holds(world, memo)[row]]
        world.ticks[met] += on_grid(units)
        ledger.write_at(world, What.MANDATE, Cause.OBJECTIVE, number, met, (), on_grid(units))


def handover(world: World, s: Scenario, turn: Turn, ledger: Ledger, choice: Handover) -> None:
    """What passes between administrations, for the rows that voted; the last term's rows close."""
    row = turn.voting
    if not row.size:
        return
    full = ~turn.fallen
    score.end_term(world, s, row[full], ledger)
    last = world.term[row] + full >= s.terms
    closing, going = row[last & full], row[~(last & full)]
    world.closed[closing] = True
    score.final(world, s, closing)
    if not going.size:
        return
    keep = ~(last & full)
    _write_memo(world, s, going, choice, ledger)
    score.reading(world, s, going[full[keep]])
    trust.hand_over(world, s, going, _continuity(world, s, going, choice), ledger)
    _new_minister(world, s, turn, going, full[keep])
    _book(world, s, turn, ledger, going, choice)
    world.continuity[going] = 0
    new_term = going[full[keep]]
    world.term[new_term] += np.int8(1)
    world.term_start[new_term] = world.season[new_term] + s.pace
    _fresh_start(world, s, ledger, going)


def _fresh_start(world: World, s: Scenario, ledger: Ledger, row: Index) -> None:
    """A new minister has the usual credit with colleagues, and half of what home held for or against the last one."""
    capital = s.law.capital_start - world.capital[row]
    world.capital[row] = s.law.capital_start
    ledger.write_at(world, What.CAPITAL, Cause.HANDOVER, None, row, (), capital)
    approval = on_grid(0.5 * (world.approval[row] + s.approval_rest))
    change = approval - world.approval[row]
    world.approval[row] = approval
    ledger.write_rows(world, What.APPROVAL, Cause.HANDOVER, None, row, change)


def _continuity(world: World, s: Scenario, row: Index, choice: Handover) -> Real:
    """h: chance that in effect the same team is still in charge."""
    prepared = world.continuity[row] + world.mods[row, :, MOD["continuity"]].max(1)
    h: Real = continuity(
        world.lost[row], s.law, briefed=choice.ink_opposition[row], ambassador=choice.ink_ambassador[row], prepared=prepared
    )
    return h


def _write_memo(world: World, s: Scenario, row: Index, choice: Handover, ledger: Ledger) -> None:
    """Ink writes down unminuted words.  A successor of the other party reads only what was minuted or inked."""
    open_ = world.pledge[row][:, HOME] == State.OPEN
    inked = open_ & choice.ink_words[row]
    r, c, k = entries(inked)
    world.marks[row[r], HOME, c, k] |= np.uint8(Mark.MINUTED)
    private = open_ & ((world.marks[row][:, HOME] & np.uint8(Mark.MINUTED)) == 0) & ~inked
    r, c, k = entries(private & world.lost[row][:, None, None])
    world.marks[row[r], HOME, c, k] |= np.uint8(Mark.FORGOTTEN)
    about = pledges.slot(s, HOME, c, k)
    ledger.write_at(world, What.PLEDGE, Cause.PLEDGE_FORGOTTEN, about, row[r], (HOME, c, k), int(State.OPEN))
    channel = s.names["initiatives"].get(_BACK_CHANNEL)
    if channel is not None:
        lapses = row[~choice.ink_channel[row]]
        world.programme[lapses, :, channel] = -1


def _new_minister(world: World, s: Scenario, turn: Turn, row: Index, full: Index) -> None:
    """The winner's leaning and a mandate drawn from it; a fall seats a successor of the same leaning for the rest of the term."""
    world.leaning[row] = np.where(world.lost[row], 1 - world.leaning[row], world.leaning[row])
    draw_mandate(world, s, turn, row, world.term[row] + full)


def draw_mandate(world: World, s: Scenario, turn: Turn, row: Index, term: Index) -> None:
    """One mandate among those of the leaning and the term, each with its own luck."""
    if not s.mandates:
        return
    chance = bits(turn.key[:, row], Purpose.MANDATE, len(s.mandates)).astype(np.int64)
    for m, (leaning, only) in enumerate(s.mandates):
        fits = (world.leaning[row] == leaning) & ((only < 0) | (term == only))
        chance[:, m] = np.where(fits, chance[:, m], -1)
    world.mandate[row] = chance.argmax(1)


def _book(world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, choice: Handover) -> None:
    """The successor chooses for each inherited pledge; an opposing mandate makes it dearer, an institution cheaper."""
    open_ = world.pledge[row][:, HOME] == State.OPEN
    r, c, k = entries(open_)
    at = (row[r], HOME, c, k)
    world.marks[at] |= np.uint8(Mark.INHERITED)
    drift = dearer(world.lost[row[r]], s.forms.successor[world.form[at]], s.law)
    drift += world.mods[row[r], c, MOD["successor"]]
    world.tempt[at] = np.clip(world.tempt[at] + np.rint(20 * drift), 1, 100)
    known = (world.marks[at] & np.uint8(Mark.FORGOTTEN)) == 0
    honour = choice.honour[row[r], c, k]
    affirm = known & (honour == Honour.AFFIRM)
    who = (row[r][affirm], HOME, c[affirm], k[affirm])
    world.public[who] = np.minimum(world.public[who] + 20, 100)
    world.marks[who] |= np.uint8(Mark.MINUTED)
    clear = np.rint(trust.evidence(True, 0.4, 0.6, 0.7, 0.0, int(Dim.P), s.law) * 4096) / 4096
    # Affirming is one statement to each capital, however long the book.
    _, first = np.unique(who[0] * s.sizes["counterparts"] + who[2], return_index=True)
    whose, about = who[0][first], pledges.slot(s, HOME, who[2], who[3])[first]
    gain = np.full(first.size, clear)
    add_at(world.fading, (whose, who[2][first], int(Dim.P)), gain)
    ledger.write_at(world, What.TRUST, Cause.PLEDGE_SIGNED, about, whose, (who[2][first], int(Dim.P)), gain)
    asks = known & (honour == Honour.RENEGOTIATE)
    who = (row[r][asks], HOME, c[asks], k[asks])
    world.tempt[who] = np.maximum(world.tempt[who] // 2, 1)
    world.size[who] = np.maximum(world.size[who] // 2, 1)
    world.marks[who] |= np.uint8(Mark.RENEGOTIATED)
    disown = known & (honour == Honour.DISOWN)
    _break_at_once(world, s, turn, ledger, row[r], c, k, disown, s.law.disown * 0.6, Cause.PLEDGE_DISOWNED, 1.0)
    rho = s.law.renegotiation * 0.5
    _break_at_once(world, s, turn, ledger, row[r], c, k, asks, 0.0, Cause.PLEDGE_RENEGOTIATED, rho)


def _break_at_once(
    world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index, k: Index, which: Index, shock: float, cause: Cause,
    rho: float,
) -> None:  # fmt: skip
    """Evidence outside a reckoning: a fresh inbox that is read at once, on the successor's own account."""
    if not which.any():
        return
    inbox = turn.inbox
    turn.inbox = trust.Inbox(world.belief, ledger)
    if cause == Cause.PLEDGE_DISOWNED:
        pledges.break_(world, s, turn, ledger, row[which], c[which], k[which], cause, shock=shock)
    else:
        pledges.judge(world, s, turn, ledger, row[which], c[which], k[which], False, cause, rho=rho, clarity=False)
    turn.inbox.learn(world, s.law)
    turn.inbox = inbox
