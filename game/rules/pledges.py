"""A pledge is made, and judged.  (Who decides what to do with one is in book.py; the other side's say in counterparts.py.)

A slot (giver, counterpart, kind) holds one live pledge of a kind; its past is in the ledger.  Lists of entries, not masks: pledges
are rare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from . import audiences
from .arrays import Bool, Index, Real, add_at, add_rows, look_up, news_grid, on_grid
from .ledger import Cause, Ledger, What
from .luck import Purpose, uniform_at
from .moves import Reply
from .now import Deals
from .parameters import DEFAULT, Parameters
from .scenario import MOD
from .trust import evidence, overheard, tell, worn, worn_out
from .vocabulary import FORMS, LEANINGS, TONES, Dim, Mark, State

if TYPE_CHECKING:
    from .now import Turn
    from .scenario import Scenario
    from .world import World

HOME, THEIRS = 0, 1
_EXPLAIN = TONES.index("explain")
_VAGUE = 50  # hundredths: at this clarity two capitals read two promises
_TWENTIETHS = 20.0


def slot(s: Scenario, giver: Any, c: Any, k: Any) -> Any:
    """The number of a slot, as the ledger's `about`."""
    return (giver * s.sizes["counterparts"] + c) * s.sizes["kinds"] + k


def temptation(world: World, giver: Any, row: Index, c: Index, k: Index) -> Real:
    """c of each pledge today: (k,)."""
    today: Real = world.tempt[row, giver, c, k] / _TWENTIETHS
    return today


# ---- how a pledge is made --------------------------------------------------------------------


def open_offers(world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, effect: Index) -> None:
    """The pledges that an effect makes: home's, theirs, and those that wait for the other side's consent.

    What they give in return for an offer waits with it (`returns`).
    """
    waits = s.effects.offer.take(effect) > 0
    for column, consent in ((s.effects.pledge, False), (s.effects.theirs, False), (s.effects.offer, True)):
        offer = column.take(effect)
        some = np.flatnonzero((offer > 0) & ~(waits & (column is s.effects.theirs)))
        if some.size:
            deals = from_table(s, row[some], offer[some])
            turn.deals.append(deals) if consent else sign(world, s, turn, ledger, deals)


def returns(world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, effect: Index) -> None:
    """Their side of a bargain that has been taken."""
    offer = s.effects.theirs.take(effect)
    some = np.flatnonzero(offer)
    if some.size:
        sign(world, s, turn, ledger, from_table(s, row[some], offer[some]))


def from_table(s: Scenario, row: Index, offer: Index) -> Deals:
    o = s.offers
    return Deals(
        row, o.giver[offer], o.counterpart[offer].astype(np.intp), o.kind[offer].astype(np.intp), o.tempt[offer], o.public[offer],
        o.verified[offer], o.clear[offer], o.form[offer], o.weeks[offer], o.minuted[offer], np.zeros(len(row)),
    )  # fmt: skip


def from_words(
    world: World, s: Scenario, turn: Turn, ledger: Ledger, reply: Reply, row: Index, c: Index, proposal: Bool, via: Index, wording: Index,
) -> None:  # fmt: skip
    """A promise, threat or proposal about a kind (rulings 12).

    u comes from its form (oral: its channel), v is the kind's plus the form's, k the least of kind, tone, wording and channel.
    """
    kind, form = reply.about[row, c].astype(np.intp), _possible_form(world, s, row, reply.form[row, c])
    t, f, w = s.kinds, s.forms, s.words
    able = np.flatnonzero(world.capital[row] >= t.capital[kind] + f.capital[form])
    row, c, kind, form = row[able], c[able], kind[able], form[able]
    via, wording, proposal = via[able], wording[able], proposal[able]
    threat, cost = t.dim[kind] == Dim.C, t.capital[kind] + f.capital[form]
    np.subtract.at(world.capital, row, cost)
    np.maximum(world.capital, 0, out=world.capital)
    ledger.write_at(world, What.CAPITAL, Cause.PLEDGE_SIGNED, slot(s, HOME, c, kind), row, (), -cost)
    public = np.where(f.public[form] < 0, w.public[via], f.public[form])
    verified = np.minimum(t.verified[kind] + f.verified[form], 1.0)
    said = np.where(proposal, TONES.index("propose"), np.where(threat, TONES.index("threaten"), TONES.index("promise")))
    clear = np.minimum.reduce([t.clear[kind], w.clear[said], w.wording_clear[wording], w.channel_clear[via]])
    deals = Deals(
        row, np.zeros(len(row), np.int8), c.astype(np.intp), kind, np.rint(t.tempt[kind] * _TWENTIETHS), np.rint(public * 100),
        np.rint(verified * 100), np.rint(clear * 100), form, (t.seasons[kind] + f.seasons[form]) * 26, reply.minuted[row, c], cost,
    )  # fmt: skip
    at_once = ~(proposal & ~threat)
    sign(world, s, turn, ledger, part(deals, at_once))
    if not at_once.all():
        turn.deals.append(part(deals, ~at_once))


def _possible_form(world: World, s: Scenario, row: Index, form: Index) -> Index:
    """A treaty needs the party at 45 %; without it the same text is an agreement."""
    party = np.flatnonzero(s.lever == 2)
    if not party.size:
        return form.astype(np.intp)
    carries = world.approval[row, party[0]] >= -0.2006707  # logit(.45)
    return np.where((form == FORMS.index("treaty")) & ~carries, FORMS.index("agreement"), form).astype(np.intp)


def part(deals: Deals, which: Bool) -> Deals:
    return Deals(*(getattr(deals, name)[which] for name in Deals.__slots__))


def sign(world: World, s: Scenario, turn: Turn, ledger: Ledger, d: Deals) -> None:
    """Open the pledges of a list.  One that is already open keeps its date: a promise repeated is not a promise renewed.

    A deal pays twice (play.md 3): signing now, keeping later.  A promise by word of mouth alone earns nothing at home.
    """
    state = world.pledge[d.row, d.giver, d.counterpart, d.kind]
    fresh = state != State.OPEN
    if not fresh.all():
        d = part(d, fresh)
    if not d.row.size:
        return
    at = (d.row, d.giver, d.counterpart, d.kind)
    news = _news(world, s, d.row)
    world.pledge[at] = State.OPEN
    world.made[at] = world.week[d.row]
    world.due[at] = np.minimum(world.week[d.row] + d.weeks, 32000)
    world.tempt[at] = np.clip(d.tempt + np.rint(_opposed(world, s, d) * _TWENTIETHS), 1, 100)
    world.size[at] = d.tempt
    world.public[at], world.verified[at], world.clear[at], world.form[at] = d.public, d.verified, d.clear, d.form
    world.marks[at] = d.minuted * np.uint8(Mark.MINUTED) + (d.clear <= _VAGUE) * np.uint8(Mark.VAGUE)
    turn.signed.append(d)
    about = slot(s, d.giver, d.counterpart, d.kind)
    ledger.write_at(world, What.PLEDGE, Cause.PLEDGE_SIGNED, about, d.row, at[1:], int(State.OPEN))
    size = d.tempt / _TWENTIETHS
    deal = (d.form > 0) & (size > s.law.small) & (s.kinds.dim[d.kind] == Dim.R)
    _credit(world, ledger, d.row, about, Cause.PLEDGE_SIGNED, on_grid(size * s.law.sign_mandate * news * deal * (d.giver == HOME)),
            on_grid(size * s.law.sign_people * news * deal))  # fmt: skip
    liked = on_grid(s.kinds.likes[d.kind] * deal[:, None])
    add_rows(world.approval, d.row, liked)
    ledger.write_rows(world, What.APPROVAL, Cause.PLEDGE_SIGNED, about, d.row, liked)
    np.add.at(world.continuity, d.row, on_grid(s.forms.continuity[d.form] * 0.25 * (d.giver == HOME)))


def _news(world: World, s: Scenario, row: Index) -> Real:
    """(k,) share of a signature's credit at home: the more promises are out already, the less one more is news.

    Without it whoever signed most won most, whatever became of it.
    """
    out = (world.pledge[row, HOME] == State.OPEN) & (s.kinds.dim == Dim.R)
    share: Real = s.law.crowding ** out.sum((1, 2))
    return share


def consult(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """The caretaker rule: in a term's last season a pledge of c > 1 needs the opposition consulted (1 capital, h +.1), else u halves.

    It then counts as made by nobody.  Called when everything else the turn spends is paid: the prices on the desk come first.
    """
    for d in turn.signed:
        last = world.season[d.row] - world.term_start[d.row] + s.pace >= s.term_seasons
        bound = last & (d.giver == HOME) & (d.tempt > _TWENTIETHS * s.law.caretaker)
        if not bound.any():
            continue
        _, first = np.unique(np.where(bound, d.row, -1), return_index=True)
        once = np.zeros(len(d.row), bool)
        once[first] = True
        consulted = bound & once & (world.capital[d.row] >= 1)
        row = d.row[consulted]
        world.capital[row] -= 1.0
        world.continuity[row] += on_grid(s.law.caretaker_continuity)
        about = slot(s, HOME, d.counterpart[consulted], d.kind[consulted])
        ledger.write_at(world, What.CAPITAL, Cause.CARETAKER, about, row, (), -1.0)
        alone = bound & ~consulted & ~np.isin(d.row, row)
        at = (d.row[alone], HOME, d.counterpart[alone], d.kind[alone])
        world.public[at] = world.public[at] // 2
    turn.signed = []


def _opposed(world: World, s: Scenario, d: Deals) -> Real:
    """A new threat is dear to an open hand; a promise is not dear to the one who makes it."""
    threat = s.kinds.dim[d.kind] == Dim.C
    dearer: Real = 0.3 * (threat & (world.leaning[d.row] == LEANINGS.index("open-hand")) & (d.giver == HOME))
    return dearer


def _credit(world: World, ledger: Ledger, row: Index, about: Index, cause: Cause, mandate: Real, people: Real) -> None:
    """Mandate units and People points for a list: (k,) each."""
    np.add.at(world.ticks, row, mandate)
    np.add.at(world.people, row, people)
    ledger.write_at(world, What.MANDATE, cause, about, row, (), mandate)
    ledger.write_at(world, What.PEOPLE, cause, about, row, (), people)


# ---- how a pledge is judged ------------------------------------------------------------------


def judge(
    world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index, k: Index, kept: Any, cause: Cause, *,
    rho: Any = 1.0, seen: Any = 1.0, shock: Any = 0.0, clarity: bool = True,
) -> None:  # fmt: skip
    """What observers make of a pledge of home's that was kept or not.  row, c, k: (n,); the others (n,) or scalar.

    rho: relevance; seen: factor on v; shock: verified excuse x; clarity: a broken word also strikes clarity, at c = .3.
    The addressee sees it now; the others hear of it, at rho .35 u.
    """
    if not row.size:
        return
    law, at = s.law, (row, HOME, c, k)
    kept = np.broadcast_to(np.asarray(kept, bool), len(row))
    u = np.minimum(world.public[at] / 100 + world.mods[row, c, MOD["publicity"]], 1.0)
    exact = world.clear[at] / 100
    v = np.minimum(world.verified[at] / 100 + world.mods[row, c, MOD["verify"]], 1.0) * exact * seen
    dim = s.kinds.dim[k].astype(np.intp)
    # A vague pledge has one chance in four to be judged by their reading of it.
    other = uniform_at(turn.key, Purpose.READING, row, slot(s, 0, c, k)) < 0.25
    misread = kept & ((world.marks[at] & Mark.VAGUE) > 0) & other
    size = evidence(kept & ~misread, temptation(world, HOME, row, c, k), u, v, shock, dim, law) * rho
    habit = np.zeros(len(row), np.intp)
    good = np.flatnonzero(kept)
    habit[good] = _worn_each(world, law, row[good], c[good], len(TONES) + k[good])
    size = news_grid(np.clip(size * worn_out(habit, law), -law.event_cap, law.event_cap))
    about = slot(s, HOME, c, k)
    turn.inbox.file_at(size, cause, about, row, c, dim)
    if clarity and not kept.all():
        strike = news_grid(np.where(kept, 0, evidence(False, law.breach_clarity, u, v, shock, int(Dim.P), law) * rho))
        turn.inbox.file_at(strike, cause, about, row, c, int(Dim.P))
    tell(world, row, c, dim, news_grid(overheard(size, u, law)))
    if clarity and not kept.all():
        tell(world, row, c, int(Dim.P), news_grid(overheard(strike, u, law)))


def _worn_each(world: World, law: Any, row: Index, c: Index, habit: Index) -> Index:
    """`worn` for a list in which a row may stand several times, each with its own kind."""
    return worn(world, law, row, c, habit) if row.size else np.empty(0, np.intp)


def price(c: Any, law: Parameters = DEFAULT) -> tuple[Any, Any]:
    """What keeping a pledge of temptation c costs home: mandate units, and approval log-odds with each group that pays for it."""
    return law.price_mandate * c**2, law.price_approval * c**2


def close(
    world: World, s: Scenario, ledger: Ledger, row: Index, giver: int, c: Index, k: Index, state: State, cause: Cause
) -> None:
    """Write the end of a pledge into the book."""
    world.pledge[row, giver, c, k] = state
    ledger.write_at(world, What.PLEDGE, cause, slot(s, giver, c, k), row, (giver, c, k), int(state))


def keep(world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index, k: Index) -> None:
    """A pledge kept: home pays the price of its temptation (play.md 3), and both sides of the border gain by it."""
    law = s.law
    tempt = temptation(world, HOME, row, c, k)
    judge(world, s, turn, ledger, row, c, k, True, Cause.PLEDGE_KEPT)
    about = slot(s, HOME, c, k)
    size = world.size[row, HOME, c, k] / _TWENTIETHS
    promise = s.kinds.dim[k] == Dim.R
    earns = (size > law.small) & promise
    units, displeasure = price(tempt, law)
    _credit(world, ledger, row, about, Cause.PLEDGE_PRICE, -on_grid(units), np.zeros(len(row)))
    mandate, people = on_grid(law.keep_mandate * size * earns), on_grid(law.keep_people * size * earns)
    _credit(world, ledger, row, about, Cause.PLEDGE_KEPT, mandate, people)
    hurt = on_grid(-displeasure[:, None] * s.kinds.hurts[k])
    add_rows(world.approval, row, hurt)
    ledger.write_rows(world, What.APPROVAL, Cause.PLEDGE_PRICE, about, row, hurt)
    add_at(world.kept, (row, c), promise.astype(np.int8))
    close(world, s, ledger, row, HOME, c, k, State.KEPT, Cause.PLEDGE_KEPT)
    turn.kept.append((row, c, k))
    carried = np.flatnonzero(~promise)
    if carried.size:
        _carry_out(world, s, ledger, row[carried], c[carried], k[carried])


def _carry_out(world: World, s: Scenario, ledger: Ledger, row: Index, c: Index, k: Index) -> None:
    """A threat carried out puts home on its rung; some at home never liked it (b of science.md 3)."""
    before = world.home_rung[row, c]
    world.home_rung[row, c] = np.maximum(before, s.kinds.rung[k])
    climbed = world.home_rung[row, c].astype(int) - before
    ledger.write_at(world, What.RUNG, Cause.THREAT_CARRIED, slot(s, HOME, c, k), row, (c, 0), climbed)
    level, u = world.top[row, c][:, None], (world.public[row, HOME, c, k] / 100)[:, None]
    cost = audiences.following_cost(level, u, s.belligerence, s.law)
    _at_home(world, s, ledger, row, c, k, cost, Cause.THREAT_CARRIED)


def _backed_down(world: World, s: Scenario, ledger: Ledger, row: Index, c: Index, k: Index) -> None:
    """A threat not carried out.  Reasons given where home can hear them are half an excuse [S2]."""
    level, u = world.top[row, c][:, None], (world.public[row, HOME, c, k] / 100)[:, None]
    told = (world.tone[row, c] == _EXPLAIN) & (s.words.public.take(world.channel[row, c]) >= 0.5)
    cost = audiences.backing_cost(level, u, s.inconsistency, s.belligerence, s.law, informed=told[:, None])
    _at_home(world, s, ledger, row, c, k, cost, Cause.THREAT_BACKED)


def _at_home(
    world: World, s: Scenario, ledger: Ledger, row: Index, c: Index, k: Index, cost: Real, cause: Cause
) -> None:
    """An audience cost (k, A), warmed by the press (play.md 3: heat multiplies by .7-1.3) and eased by who was briefed."""
    warm = (0.7 + 0.6 * world.heat[row]) * world.mods[row, c, MOD["audience-cost"]]
    change = on_grid(cost * warm[:, None])
    add_rows(world.approval, row, change)
    ledger.write_rows(world, What.APPROVAL, cause, slot(s, HOME, c, k), row, change)


def break_(
    world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index, k: Index, cause: Cause, *,
    seen: Any = 1.0, shock: Any = 0.0,
) -> None:  # fmt: skip
    """A pledge broken, openly or not: the record is spent, the price saved (play.md 3)."""
    law = s.law
    judge(world, s, turn, ledger, row, c, k, False, cause, seen=seen, shock=shock)
    about = slot(s, HOME, c, k)
    size = world.size[row, HOME, c, k] / _TWENTIETHS
    promise = s.kinds.dim[k] == Dim.R
    lost = law.default_mandate * size * promise if cause == Cause.PLEDGE_DEFAULTED else np.zeros(len(row))
    _credit(world, ledger, row, about, cause, on_grid(-lost), on_grid(-law.break_people * size * promise))
    loss = on_grid(audiences.broken_promise_cost(world.public[row, HOME, c, k] / 100, law) * promise)
    change = np.broadcast_to(loss[:, None], (len(row), world.approval.shape[1]))
    add_rows(world.approval, row, change)
    ledger.write_rows(world, What.APPROVAL, cause, about, row, change)
    empty = np.flatnonzero(~promise)
    if empty.size:
        _backed_down(world, s, ledger, row[empty], c[empty], k[empty])
        world.bluffed[row[empty]] |= world.crisis[row[empty]] > 0
    add_at(world.broken, (row, c), np.int8(1))
    world.owed[row, c] = True
    close(world, s, ledger, row, HOME, c, k, State.BROKEN, cause)


def contradicted(
    world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, effect: Index, toward: Index
) -> None:
    """An act breaks the pledges its author says it contradicts, and belies an open word it cannot be squared with (rulings 18)."""
    some = np.flatnonzero(s.effects.breaks.any(1).take(effect))
    if some.size:
        open_ = world.pledge[row[some], HOME, toward[some]] == State.OPEN
        n, k = np.nonzero(look_up(s.effects.breaks, effect[some]) & open_)
        break_(world, s, turn, ledger, row[some][n], toward[some][n], k, Cause.PLEDGE_BROKEN)
    tone = world.word[row, toward]
    belied = (tone >= 0) & s.effects.contradicts[effect, np.maximum(tone, 0)]
    n = np.flatnonzero(belied)
    if n.size:
        loss = news_grid(evidence(False, 0.5, 0.5, 0.7, 0.0, int(Dim.P), s.law))
        turn.inbox.file_at(np.full(n.size, loss), Cause.WORD_BELIED, tone[n], row[n], toward[n], int(Dim.P))
        world.word[row[n], toward[n]] = -1
