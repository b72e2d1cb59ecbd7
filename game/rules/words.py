"""What home says: tone, channel, wording to each addressee (play.md 6).

Words by themselves are nearly worthless: a little evidence at once, worn by repetition.  Most wait to be judged by later deeds
(`reckoning`).  A word may open a pledge, and the pledge's life is elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from . import pledges
from .arrays import Index, add_rows, entries, news_grid, on_grid
from .ledger import Cause, Ledger, What
from .luck import Purpose, uniform_at
from .moves import Reply
from .parameters import DEFAULT, Parameters
from .scenario import HABITS, MOD
from .trust import evidence, promised_reform, tell, worn
from .vocabulary import CHANNELS, TONES, WORDINGS, Act, Dim, Mark, State

if TYPE_CHECKING:
    from .now import Turn
    from .scenario import Scenario
    from .world import World

FREE = 2  # words to two addressees cost nothing; each further one costs 1 capital
OPEN_WORD, PROMISE, THREAT, PROPOSAL = 1, 2, 3, 4
_APOLOGISE, _PROMISE, _THANK, _REASSURE, _WARN = (
    TONES.index(tone) for tone in ("apologise", "promise", "thank", "reassure", "warn")
)
_PRIVATE = 0.15625  # share of home's reaction to a word that few hear


def case_of(tone: Index, channel: Index, wording: Index) -> Index:
    """The place of a word in the tables of Words."""
    return (tone.astype(np.intp) * len(CHANNELS) + channel) * len(WORDINGS) + wording


def speak(world: World, s: Scenario, turn: Turn, ledger: Ledger, reply: Reply) -> None:
    """Every word of the turn reaches its addressee; some leak."""
    tone = np.where(turn.alive[:, None], reply.tone, np.int8(-1))
    world.tone[:], world.channel[:] = tone, reply.channel
    row, c = entries(tone >= 0)
    if not row.size:
        return
    w = s.words
    said, via, wording = tone[row, c], reply.channel[row, c], reply.wording[row, c]
    place = case_of(said, via, wording)
    times = worn(world, s.law, row, c, said.astype(np.intp))
    turn.spoken[row, c] = True
    turn.tone_soft[row, c] = w.soft.take(said)
    promises = (said == _PROMISE) & world.owed[row, c]
    world.owed[row, c] = False
    news = w.news.take(place * HABITS + times, axis=0)
    for d in Dim:
        moved = np.flatnonzero(news[:, d])
        turn.inbox.file_at(news[moved, d], Cause.WORD, place[moved], row[moved], c[moved], int(d))
    rumour = w.rumour.take(place * HABITS + times, axis=0)
    for d in Dim:
        told = np.flatnonzero(rumour[:, d])
        tell(world, row[told], c[told], int(d), rumour[told, d])
    _redeem(world, s, turn, row, c, said, times, place)
    _reform(world, s, turn, row[promises], c[promises], times[promises], place[promises])
    _price(world, s, ledger, row, said, via)
    leaked = _heard(world, s, turn, ledger, row, c, said, via, place)
    _two_stories(s, turn, row, c, leaked)
    _their_public(world, s, row, c, said, via)
    _open(world, s, turn, ledger, reply, row, c, said, via, wording)


def _redeem(
    world: World, s: Scenario, turn: Turn, row: Index, c: Index, said: Index, times: Index, place: Index
) -> None:
    """An apology redeems a failure far better than bad faith (Kim et al. 2004 [S10]); where nothing was broken it is only a word.

    The second of its kind within two years counts a quarter, and one failure is redeemed once.
    """
    k = np.flatnonzero(said == _APOLOGISE)
    if not k.size:
        return
    row, c = row[k], c[k]
    broken = world.pledge[row, pledges.HOME, c] == State.BROKEN
    failed = broken & ((world.marks[row, pledges.HOME, c] & np.uint8(Mark.DEFAULTED)) > 0)
    size = np.where(failed.any(1), s.law.redeem_failure, s.law.redeem_bad_faith) * np.where(times[k] > 0, 0.25, 1.0)
    some = np.flatnonzero(broken.any(1))
    turn.inbox.file_at(news_grid(size[some]), Cause.WORD, place[k[some]], row[some], c[some], int(Dim.R))
    world.marks[row, pledges.HOME, c] &= np.where(failed, np.uint8(255 - Mark.DEFAULTED), np.uint8(255))


def _reform(world: World, s: Scenario, turn: Turn, row: Index, c: Index, times: Index, place: Index) -> None:
    """A promise where a word is owed for a broken one: to do better from now on.  It helps little once a deception is known [S11]."""
    broke = np.flatnonzero((world.pledge[row, pledges.HOME, c] == State.BROKEN).any(1))
    if not broke.size:
        return
    row, c, again = row[broke], c[broke], times[broke] > 0
    deceived = world.lasting[row, c, int(Dim.R)] < 0
    size = news_grid(promised_reform(deceived, s.law) * np.where(again, 0.25, 1.0))
    turn.inbox.file_at(size, Cause.WORD, place[broke], row, c, int(Dim.R))


def _price(world: World, s: Scenario, ledger: Ledger, row: Index, said: Index, via: Index) -> None:
    """Channels and tones cost capital; so does a third addressee and each further one."""
    cost = s.words.channel_capital.take(via) + s.words.tone_capital.take(said)
    total = np.bincount(row, cost, len(world)) + np.maximum(np.bincount(row, minlength=len(world)) - FREE, 0)
    paid = np.minimum(total, world.capital)
    world.capital -= paid
    ledger.write(world, What.CAPITAL, Cause.WORD, None, -paid)


def _heard(
    world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index, said: Index, via: Index, place: Index
) -> Index:
    """Home hears what is public or leaks; the press warms.  -> (k,) whether each word leaked."""
    w = s.words
    warm = 0.7 + 0.6 * world.heat[row]
    leaks = uniform_at(turn.key, Purpose.LEAK, row, c) < w.leak.take(via) * warm
    public = w.public.take(via) >= 0.5
    share = np.where(public | leaks, 1.0, _PRIVATE)
    change = on_grid(w.approval.take(said, axis=0) * share[:, None])
    add_rows(world.approval, row, change)
    ledger.write_rows(world, What.APPROVAL, Cause.WORD, place, row, change)
    secret: Index = leaks & ~public
    heat = on_grid(w.channel_heat.take(via) + w.tone_heat.take(said) + 0.1 * secret)
    np.add.at(world.heat, row, heat)
    np.clip(world.heat, 0, 1, out=world.heat)
    out = np.flatnonzero(secret)
    ledger.write_at(world, What.HEAT, Cause.LEAK, place[out], row[out], (), heat[out])
    return leaks


def _their_public(world: World, s: Scenario, row: Index, c: Index, said: Index, via: Index) -> None:
    """Loud words corner the other government before its own public (#60); thanks and credit untie its hands."""
    loud = (s.words.soft.take(said) < 0) & (s.words.public.take(via) >= 0.5)
    change = on_grid(s.law.public_cornered * loud + s.law.public_thanked * (said == _THANK))
    world.their_public[row, c] = np.clip(world.their_public[row, c] + change, -2, 2)


def _two_stories(s: Scenario, turn: Turn, row: Index, c: Index, leaked: Index) -> None:
    """A leak that shows one capital reassured and another threatened costs clarity in both ears (play.md 3)."""
    out = np.flatnonzero(leaked)
    told = turn.tone_soft[row[out]]
    bad = out[(told > 0).any(1) & (told < 0).any(1) & (turn.tone_soft[row[out], c[out]] != 0)]
    if bad.size:
        loss = news_grid(evidence(False, 0.6, 0.6, 0.7, 0.0, int(Dim.P), s.law))
        turn.inbox.file_at(np.full(bad.size, loss), Cause.TWO_STORIES, -1, row[bad], c[bad], int(Dim.P))


def _open(
    world: World, s: Scenario, turn: Turn, ledger: Ledger, reply: Reply, row: Index, c: Index, said: Index, via: Index, wording: Index,
) -> None:  # fmt: skip
    """Words that look ahead stay open; promises, threats and proposals about a kind of pledge open or offer it."""
    opens = s.words.opens.take(said)
    about = reply.about[row, c]
    ahead = np.flatnonzero((opens == OPEN_WORD) | ((opens > OPEN_WORD) & (about < 0)))
    world.word[row[ahead], c[ahead]] = said[ahead]
    world.word_channel[row[ahead], c[ahead]] = via[ahead]
    world.word_until[row[ahead], c[ahead]] = world.week[row[ahead]] + s.words.turns.take(said[ahead])
    bound = np.flatnonzero((opens > OPEN_WORD) & (about >= 0))
    if bound.size:
        proposal = opens[bound] == PROPOSAL
        pledges.from_words(world, s, turn, ledger, reply, row[bound], c[bound], proposal, via[bound], wording[bound])


def judge(world: World, s: Scenario, turn: Turn, ledger: Ledger) -> None:
    """Open words against what home did since: belied at once, or found true when their time has run (reckoning)."""
    row, c = entries(world.word >= 0)
    if not row.size:
        return
    word, act = world.word[row, c], world.their_act[row, c]
    rising = world.home_rung[row, c] > turn.rung_before[row, c]
    force = (turn.firm[row, c] > 0) & (world.home_rung[row, c] >= 2) & rising
    fresh = turn.spoken[row, c] & (world.tone[row, c] == word)
    reassures, warns = word == _REASSURE, word == _WARN
    belied = ~fresh & reassures & force
    backed = warns & (rising | (act == Act.RESTS) | (act == Act.STEPS_DOWN))
    over = world.word_until[row, c] <= world.week[row]
    true = ~fresh & ((over & ~belied & reassures) | backed)
    empty = over & ~belied & ~true
    _file(world, s, turn, row[true], c[true], True, Cause.WORD_KEPT)
    _file(world, s, turn, row[belied], c[belied], False, Cause.WORD_BELIED)
    hollow = empty & warns
    _file(world, s, turn, row[hollow], c[hollow], False, Cause.WORD_BELIED)
    done = belied | true | empty
    world.word[row[done], c[done]] = -1


def weighed(true: Any, u: Any, v: Any, k: Any, dim: Any, law: Parameters = DEFAULT) -> Any:
    """Log-odds by which a word found true, or belied, moves a belief, at the small temptation of a word.

    true: bool; u, v, k: publicity, verification and clarity of its channel and tone, 0..1.
    """
    return evidence(true, 0.5, u, np.minimum(v + 0.3, 0.95) * k, 0.0, dim, law)


def _file(world: World, s: Scenario, turn: Turn, row: Index, c: Index, kept: bool, cause: Cause) -> None:
    if not row.size:
        return
    tone, via = world.word[row, c], world.word_channel[row, c]
    firm = s.words.soft.take(tone) < 0
    u, v = s.words.public.take(via), s.words.verified.take(via)
    k = np.minimum(s.words.clear.take(tone), s.words.channel_clear.take(via))
    for dim, where in ((Dim.P, ~firm), (Dim.C, firm)):
        some = np.flatnonzero(where)
        size = news_grid(weighed(kept, u[some], v[some], k[some], int(dim), s.law))
        turn.inbox.file_at(size, cause, tone[some], row[some], c[some], int(dim))
    if not kept:
        soft = np.flatnonzero(~firm)
        size = news_grid(evidence(False, 1.0, u[soft], 0.8 * k[soft], 0.0, int(Dim.B), s.law))
        turn.inbox.file_at(size, cause, tone[soft], row[soft], c[soft], int(Dim.B))


def silence(world: World, s: Scenario, turn: Turn) -> None:
    """Silence is a word only where one was owed as the turn began: after an earlier breach, or a direct question."""
    row, c = entries(turn.owed & ~turn.spoken & turn.alive[:, None])
    buffer = world.mods[row, c, MOD["buffer"]]
    size = news_grid(-s.law.silence * buffer)
    turn.inbox.file_at(size, Cause.SILENCE, -1, row, c, int(Dim.B))
    world.owed[row, c] = False  # it has been heard; what was broken tonight is owed tomorrow
