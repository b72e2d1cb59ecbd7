"""The playbook as tables: kinds of pledges, words, forms.

What the law of evidence says of a word is worked out here once for every case, so that in play it is a look-up.
"""

from __future__ import annotations

import numpy as np

from ..rules import trust
from ..rules import vocabulary as v
from ..rules.arrays import Index, Real, case_table, news_grid, on_grid
from ..rules.scenario import HABITS, Forms, Kinds, Words
from .ground import Ground

_OPENS = {"none": 0, "word": 1, "pledge": 2, "threat": 3, "proposal": 4}
_LEANS = {"neither": 0, "soft": 1, "firm": -1}
_LOUD_FORUM = 0.6  # rho of bystanders in a multilateral forum (play.md 6)
_CRISIS = 255
_PRECISE = 0.95  # the clearest there is; a vaguer word moves in proportion


def kinds(g: Ground) -> Kinds:
    pledges = list(g.playbook.pledges.values())

    def reals(name: str) -> Real:
        return np.array([getattr(p, name) for p in pledges], float)

    def wholes(name: str) -> Index:
        return np.array([getattr(p, name) for p in pledges], np.int16)

    return Kinds(
        tempt=reals("c"),
        public=reals("public"),
        verified=reals("verified"),
        clear=reals("clear"),
        seasons=wholes("seasons"),
        capital=reals("capital"),
        dim=np.array([v.DIMENSIONS.index(p.dim) for p in pledges], np.int8),
        rung=wholes("rung").astype(np.int8),
        hurts=np.array([g.touched(p.hurts) for p in pledges]),
        likes=on_grid(np.array([g.sized(p.likes) for p in pledges])),
        every=wholes("every"),
    )


def forms(g: Ground) -> Forms:
    told = [g.playbook.forms[id] for id in v.FORMS]

    def reals(name: str) -> Real:
        return np.array([getattr(f, name) for f in told], float)

    public = np.array([-1.0 if f.public == "channel" else f.public for f in told])
    return Forms(
        public,
        reals("verified"),
        reals("successor"),
        reals("continuity"),
        reals("capital"),
        np.array([f.seasons for f in told], np.int16),
    )


def words(g: Ground) -> Words:
    tones = [g.playbook.tones[id] for id in v.TONES]
    channels = [g.playbook.channels[id] for id in v.CHANNELS]
    public, verified, clear, leak, capital, heat = (
        np.array([getattr(c, name) for c in channels], float)
        for name in ("public", "verified", "clear", "leak", "capital", "heat")
    )
    wording = np.array([g.playbook.wordings[id].clear for id in v.WORDINGS])
    news, rumour = _news(g, public, clear, wording)
    return Words(
        news=case_table(news),
        rumour=case_table(rumour),
        approval=on_grid(np.array([g.sized(t.tags) for t in tones])),
        tone_heat=on_grid(np.array([t.heat for t in tones])),
        tone_capital=np.array([t.capital for t in tones]),
        opens=np.array([_OPENS[t.opens] for t in tones], np.int8),
        turns=np.array([t.weeks for t in tones], np.int16),
        soft=np.array([_LEANS[t.leans] for t in tones], np.int8),
        clear=np.array([t.clear for t in tones]),
        public=public,
        verified=verified,
        channel_clear=clear,
        leak=leak,
        channel_capital=capital,
        channel_heat=on_grid(heat),
        channel_needs=np.array([_needs(g, c.needs) for c in channels], np.int16),
        wording_clear=wording,
    )


def _needs(g: Ground, needs: str) -> int:
    return {"none": 0, "crisis": _CRISIS}.get(needs, 1 + g.frame.names["initiatives"].get(needs, -1))


def _news(g: Ground, public: Real, clear: Real, wording: Real) -> tuple[Real, Real]:
    """(cases*HABITS, D) for the addressee and for each bystander: what the words alone move, less with each repetition.

    A case is (tone, channel, wording), and what is said less clearly moves less.
    """
    at_once = np.zeros((len(v.TONES), len(v.DIMENSIONS)))
    for t, id in enumerate(v.TONES):
        for item in g.playbook.tones[id].at_once:
            at_once[t, v.DIMENSIONS.index(item.dim)] += item.by
    heard = np.minimum(clear[:, None], wording[None, :]) / _PRECISE  # (channels, wordings)
    worn = trust.worn_out(np.arange(HABITS), g.law)
    news = at_once[:, None, None, None, :] * heard[None, :, :, None, None] * worn[None, None, None, :, None]
    tells = trust.overheard(1.0, public, g.law)
    tells[v.CHANNELS.index("forum")] = _LOUD_FORUM * public[v.CHANNELS.index("forum")]
    rumour = news * tells[None, :, None, None, None]
    shape = (-1, len(v.DIMENSIONS))
    return news_grid(news.reshape(shape)), news_grid(rumour.reshape(shape))
