"""What a crisis leaves behind: an agreement or none, and the hazard that the quarrel is renewed (science.md 4.4).

A broker makes an agreement likelier, and its leverage wanes: better in the short run, no more durable in the long (Beardsley 2008).  In
play a quarrel renewed comes as a probe (`briefing`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from .arrays import Bool, Index, Real, look_up, sigma
from .ledger import Cause, Ledger, What
from .luck import Purpose, uniform
from .parameters import DEFAULT, Parameters
from .scenario import MOD
from .vocabulary import Quarrel

if TYPE_CHECKING:
    from .now import Turn
    from .scenario import Scenario
    from .world import World

_SEASONS = 48  # beyond it a quarrel is as likely to be renewed as then: hardly at all


def agrees(mediated: Any, war: Any, protracted: Any, law: Parameters = DEFAULT) -> Any:
    """Chance that a crisis ends in an agreement.  mediated, war: bool; protracted: 0..1.  All broadcast."""
    return sigma(
        law.agreement + law.agreement_mediated * mediated + law.agreement_war * war + law.agreement_protracted * protracted
    )


def renewal_hazard(
    years: Any, mediated: Any, agreed: Any, war: Any, protracted: Any, law: Parameters = DEFAULT
) -> Any:
    """Hazard a year, so many years after a crisis, that its quarrel is renewed.  It falls with time, so that some never are.

    mediated, agreed, war: bool; protracted: 0..1.  All broadcast.
    """
    leverage = np.exp(-years / law.renewal_leverage)
    broker = mediated * (law.renewal_mediated * leverage + law.renewal_waned * (1 - leverage))
    shape = broker + law.renewal_agreement * agreed + law.renewal_war * war + law.renewal_protracted * protracted
    return law.renewal * np.exp(shape - years / law.renewal_years)


def conclude(world: World, s: Scenario, turn: Turn, ledger: Ledger, row: Index, c: Index, over: Bool) -> Bool:
    """Of crises (k,), those that are over without war: whether each ended in an agreement, and the clock of its renewal starts.

    -> (k,) those that did.
    """
    mediated = world.mods[row, c, MOD["crisis-end"]] > 0
    chance = agrees(mediated, False, s.protracted[c], s.law)
    found: Bool = over & (uniform(turn.key[:, row], Purpose.AGREEMENT) < chance)
    row, c, agreed, mediated = row[over], c[over], found[over], mediated[over]
    world.quarrel[row, c] = Quarrel.OPEN + agreed * np.uint8(Quarrel.AGREED) + mediated * np.uint8(Quarrel.MEDIATED)
    world.quarrel_season[row, c] = world.season[row]
    ledger.write_at(world, What.EVENT, Cause.AGREEMENT, c[agreed], row[agreed], (), 1.0)
    return found


def renewal_chance(world: World, s: Scenario) -> Real:
    """(rows, C) chance that this season an old quarrel is renewed; 0 where there is none."""
    table = _by_season(s)
    since = np.clip(world.season[:, None] - world.quarrel_season, 0, _SEASONS - 1)
    chance: Real = np.zeros(world.quarrel.shape)
    for c in range(chance.shape[1]):
        case = world.quarrel[:, c].astype(np.intp) * _SEASONS + since[:, c]
        chance[:, c] = look_up(table[:, c], case)
    return chance


def renew(world: World, turn: Turn, ledger: Ledger) -> None:
    """A probe by the other side of an old quarrel is that quarrel renewed: its clock stops, and the next crisis starts its own."""
    row = np.flatnonzero(turn.probed >= 0)
    row = row[world.quarrel[row, turn.probed[row]] > 0]
    c = turn.probed[row].astype(np.intp)
    world.quarrel[row, c] = 0
    ledger.write_at(world, What.EVENT, Cause.RENEWED, c, row, (), 1.0)


def _by_season(s: Scenario) -> Real:
    """(kinds of quarrel * seasons, C): the hazard over a turn's time, for every case there is."""
    years = np.arange(_SEASONS) * 0.5
    kind = np.arange(2 * Quarrel.MEDIATED)[:, None, None]
    hazard = renewal_hazard(
        years[None, :, None], kind & Quarrel.MEDIATED > 0, kind & Quarrel.AGREED > 0, False, s.protracted[None, None, :], s.law
    )
    chance: Real = (1 - np.exp(-0.5 * s.pace * hazard)) * ((kind & Quarrel.OPEN) > 0)
    return chance.reshape(-1, s.protracted.size)
