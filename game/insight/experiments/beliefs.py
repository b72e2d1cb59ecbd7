"""Trust: how words kept and broken move it, what repairs it, and what passes to a successor (V01-V07, V10, V12, V35; science.md 2)."""

from __future__ import annotations

import numpy as np

from game.rules import administrations, trust, words
from game.rules.arrays import Array, Bool, Real, logit, sigma
from game.rules.parameters import Parameters
from game.rules.vocabulary import Dim

from .lab import Lab, at_least, at_most, beside, experiment, within

R, C, B, P = (int(d) for d in Dim)
HALF = 0.5  # publicity of an ordinary promise
UNPROVEN = 0.6  # verification while guilt is unproven
SAME_TEAM = 0.9  # h of a Cabinet that only changed its chairs
ROUND = 45  # weeks of our forgetting that make a round of the laboratory: .90 is left
TERM, _SEASON = 8, 26  # half-years of a term; weeks of one


def ready(lab: Lab, trustworthy: Array, c: Real, u: Real, dim: int = R) -> Real:
    """Chance that each administration does the consistent deed."""
    law = lab.law
    b = np.where(trustworthy, law.b_trust[dim], law.b_opport[dim])
    chance: Real = trust.readiness(b, c, u, 0.0, dim, law)
    return chance


def kept_share(lab: Lab, low: float, high: float) -> float:
    """Share of public pledges kept at temptations from low to high, half the administrations trustworthy."""
    n = lab.draws
    chance = ready(lab, lab.rng.random(n) < 0.5, lab.rng.uniform(low, high, n), lab.rng.random(n))
    return float((lab.rng.random(n) < chance).mean())


def broken(law: Parameters, dim: int, *, c: float = 1.0, v: float = 1.0) -> float:
    return float(trust.evidence(False, c, HALF, v, 0.0, dim, law))


def kept(law: Parameters, dim: int, *, c: float = 1.0, v: float = 1.0) -> float:
    return float(trust.evidence(True, c, HALF, v, 0.0, dim, law))


@experiment(
    "V01",
    finding="Alliance pledges that came to the test before 1945 were kept in about three cases of four",
    source="Leeds, Long, Mitchell 2000 [S19]; Leeds 2003 [S20]",
    bands={"share kept": within(0.70, 0.80)},
    contested="The share is 75, 66, 50 or 22 per cent by period and coding [S19-S22]; V02 shows the others.",
    standing="fitted",
)
def alliances(lab: Lab) -> dict[str, float]:
    return {"share kept": kept_share(lab, 0, 2)}


@experiment(
    "V02",
    finding="By another coding half were kept overall, and 22 per cent since 1945: the temptation alone differs here",
    source="Berkemeier, Fuhrmann 2018 [S21]",
    bands={"at temptations 1.5 to 3.5": within(0.45, 0.55), "at temptations 3 to 5.5": within(0.17, 0.27)},
    contested="Whether alliances have become less reliable, or are tested in harder cases, is open [S21, S22].",
    standing="by construction",
)
def alliances_later(lab: Lab) -> dict[str, float]:
    return {
        "at temptations 1.5 to 3.5": kept_share(lab, 1.5, 3.5),
        "at temptations 3 to 5.5": kept_share(lab, 3.0, 5.5),
    }


@experiment(
    "V03",
    finding="Trust is easier lost than won; how many words kept undo one broken goes by what keeping costs",
    source="Slovic 1993 [S27] for the sign; the ratios are a choice",
    bands={"ordinary promise": within(3, 6), "promise that costs nothing": at_least(8), "clarity": within(0.8, 1.3)},
    contested="Slovic's asymmetry is of bad and good news about risks; for competence it is weak or absent.",
    standing="fitted",
)
def asymmetry(lab: Lab) -> dict[str, float]:
    law = lab.law
    return {
        "ordinary promise": -broken(law, R) / kept(law, R),
        "promise that costs nothing": -broken(law, R, c=0.0) / kept(law, R, c=0.0),
        "clarity": -broken(law, P) / kept(law, P),
    }


def after(*items: float) -> float:
    """A belief of one half after these log-odds."""
    return float(sigma(sum(items)))


@experiment(
    "V04",
    finding="While guilt is unproven an apology repairs a failure better, a denial a breach of faith",
    source="Kim, Ferrin, Cooper, Dirks 2004 [S10]",
    bands={"failure: apology less denial": at_least(0.03), "bad faith: denial less apology": at_least(0.03)},
    contested="Denial does better only while guilt is unproven (V05). Unproven is v = .6 here; both hold from about .5 to .9.",
)
def repair(lab: Lab) -> dict[str, float]:
    law = lab.law
    admitted = broken(law, R, v=UNPROVEN)
    denied = after(broken(law, R, v=UNPROVEN * law.denied_view))
    return {
        "failure: apology less denial": after(admitted, law.redeem_failure) - denied,
        "bad faith: denial less apology": denied - after(admitted, law.redeem_bad_faith),
    }


@experiment(
    "V05",
    finding="Later evidence reverses it: once guilt is proven the apology did better, once innocence is the denial",
    source="Kim, Ferrin, Cooper, Dirks 2004 [S10]",
    bands={"guilt proven: apology less denial": at_least(0.0), "innocence proven: denial less apology": at_least(0.0)},
    contested="In play nobody is accused falsely; the second figure is what the rules would say of the words, were it so.",
    standing="by construction",
)
def reversal(lab: Lab) -> dict[str, float]:
    """Proof reads the act at v = 1 and each word as true or belied.  Trust is the mean of keeping promises and meaning what one says."""
    law, act = lab.law, broken(lab.law, R)
    true, false = (float(words.weighed(told, HALF, UNPROVEN, 0.9, P, law)) for told in (True, False))

    def believed(reliability: float, clarity: float) -> float:
        return (after(reliability) + after(clarity)) / 2

    apologised, denied = believed(act + law.redeem_bad_faith, true), believed(act + law.lie_scar, false)
    confessed, stood = believed(law.redeem_bad_faith, false), believed(0.0, true)
    return {"guilt proven: apology less denial": apologised - denied, "innocence proven: denial less apology": stood - confessed}


@experiment(
    "V06",
    finding="Trust recovers from bad acts, not from bad acts with a deception; a promise speeds it, less after a deception",
    source="Schweitzer, Hershey, Bradlow 2006 [S11]",
    bands={
        "end over start, no deception": at_least(0.95), "deception costs": at_least(0.10), "promise, third act": at_least(0.04),
        "promise after deception": at_most(0.02), "the same with acts of one kind": beside(0.95, None),
    },
    contested="The six good acts are of six kinds; of one kind they wear out by the rules of play, and trust does not come back.",
    standing="fitted",
)  # fmt: skip
def recovery(lab: Lab) -> dict[str, float]:
    """From .60: two breaches, then six good acts, a round apart."""
    start, law = 0.60, lab.law

    def course(deceived: bool, promised: bool, one_kind: bool = False) -> list[float]:
        belief, lasting = 0.0, law.lie_scar if deceived else 0.0
        found: list[float] = []
        for number, act in enumerate([False] * 2 + [True] * 6):
            p = float(sigma(logit(start) + belief + lasting))
            seen = min(number - 2, 4) if one_kind else 0
            news = kept(law, R) * float(trust.worn_out(seen, law)) if act else broken(law, R)
            belief = belief * float(trust.remembered(ROUND, law)) + float(trust.felt(news, abs(news), p, law))
            if promised and len(found) == 1:  # after the second breach
                belief += float(trust.promised_reform(deceived, law))
            found.append(float(sigma(logit(start) + belief + lasting)))
        return found

    plain, scar = course(False, False), course(True, False)
    third = 2 + 2  # two breaches before the first good act
    return {
        "end over start, no deception": plain[-1] / start,
        "deception costs": plain[-1] - scar[-1],
        "promise, third act": course(False, True)[third] - plain[third],
        "promise after deception": course(True, True)[third] - scar[third],
        "the same with acts of one kind": course(False, False, one_kind=True)[-1] / start,
    }


@experiment(
    "V07",
    finding="A leader's image passes to the state: .418 of it in 2008-09, .483 in 2020-21 (Germany, of the United States)",
    source="Pew Research Center [S5, S8]; computed from the pairs [PEW]",
    bands={"passed on, 2008-09": within(0.318, 0.518), "passed on, 2020-21": within(0.383, 0.583)},
    contested="Favourability is not reliability, and one country is not many: n is sensible anywhere from .7 to 2.",
    standing="by construction",
)
def image(lab: Lab) -> dict[str, float]:
    """The state's record moves by a share of what the leader's image moved."""
    found = {}
    for years, before, now, state in (("2008-09", 0.14, 0.93, 0.31), ("2020-21", 0.17, 0.75, 0.34)):
        m, n = np.full(4, state), lab.law.state_weight
        low, high = (trust.record_update(np.full(4, r), m, n, lab.law)[0] for r in (before, now))
        found[f"passed on, {years}"] = float((high - low)[B] / (now - before))
    return found


@experiment(
    "V10",
    finding="A new leader restores cooperation that a cheater lost; the same team in other hats does not",
    source="McGillivray, Smith 2005 [S28]",
    confidence="theory",
    bands={"regained, other party": within(0.30, 0.70), "regained, same team": at_most(0.10)},
    contested="Reputation may belong to the state rather than its leader; the theories show both.",
    standing="by construction",
)
def turnover(lab: Lab) -> dict[str, float]:
    start = np.full(4, 0.5)
    cheated = np.array([after(3 * broken(lab.law, d)) for d in (R, C, B, P)])
    mean, _ = trust.record_update(cheated, start, lab.law.state_weight, lab.law)
    other = float(administrations.continuity(True, lab.law))
    back = [float(((trust.successor(cheated, mean, h) - cheated) / (start - cheated))[R]) for h in (other, SAME_TEAM)]
    return {"regained, other party": back[0], "regained, same team": back[1]}


@experiment(
    "V12",
    finding="Early statements set expectations, and failing them is dear, dearer than late in a term",
    source="Lupton 2020 [S29] for the signs",
    bands={"cost of an early failure": at_least(0.10), "early over late": at_least(1.0)},
    contested="Whether first impressions of leaders stay, or recent conduct weighs more, is disputed; the size here is ours.",
    standing="fitted",
)
def first_statements(lab: Lab) -> dict[str, float]:
    """Eight turns, each with one ordinary test of resolve; in two of them, first or last, home talks tough in public and backs down.

    The cost is what resolve has lost at the term's end, against the same administration without talk or test in those two turns.
    """
    n = lab.draws
    bold, c = lab.rng.random(n) < 0.5, lab.rng.uniform(0, 2, (TERM, n))
    stood = lab.rng.random((TERM, n)) < ready(lab, bold, c, np.full((TERM, n), HALF), C)
    early, late = (_cost_of_folding(lab, c, stood, window) for window in ((0, 1), (TERM - 2, TERM - 1)))
    return {"cost of an early failure": early, "early over late": early / late}


def _cost_of_folding(lab: Lab, c: Real, stood: Bool, window: tuple[int, int]) -> float:
    law = lab.law
    tests = trust.evidence(stood, c, HALF, 0.8, 0.0, C, law)
    folded = trust.evidence(False, 1.0, 0.9, 0.9, 0.0, C, law)
    talked, silent = np.zeros(lab.draws), np.zeros(lab.draws)
    for turn in range(TERM):
        inside = turn in window
        for belief, news in ((talked, folded if inside else tests[turn]), (silent, 0.0 * tests[turn] if inside else tests[turn])):
            belief += trust.felt(news, np.abs(news), sigma(belief), law) * trust.opening(turn, law)
            belief *= trust.remembered(_SEASON, law)
    return float((sigma(silent) - sigma(talked)).mean())


@experiment(
    "V35",
    finding="Of small promises 81 per cent are kept at first, and 62.5 by those who were distrusted before",
    source="Schniter, Sheremeta, Sznycer 2013 [S23], laboratory; the second share from 32 people",
    bands={"first promises": within(0.75, 0.87), "by the distrusted": within(0.55, 0.70)},
    contested="That half the strangers are trustworthy, and how small a small promise is (c to 1), was chosen, as the prototype's was.",
)
def small_promises(lab: Lab) -> dict[str, float]:
    """Strangers of whom little is known: how likely each is to be trustworthy is drawn as widely as the state's record allows, and known.

    The distrusted are those of whom less than one half was believed, before any deed.
    """
    n, law = lab.draws, lab.law
    weight = float(law.state_weight[R]) / 2
    believed = lab.rng.beta(weight, weight, n)
    chance = ready(lab, lab.rng.random(n) < believed, lab.rng.uniform(0, 1, n), np.zeros(n))
    made = lab.rng.random(n) < chance
    return {"first promises": float(made.mean()), "by the distrusted": float(made[believed < 0.5].mean())}
