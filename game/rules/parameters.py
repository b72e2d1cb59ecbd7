"""Every number of the model, in one place, each with its source.

`[S..]`, `[ICB]`, `[ARC]`, `[PEW]`: sourced (docs/sources.md).  `choice`: a design value of ours with no claim of evidence.  A theory
is another `Parameters`; a scenario carries the one it is played under.  Scenario content (prices of deeds, kinds of pledges) lives in the
playbook.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np

from .arrays import Real


def known(value: Any, source: str) -> Any:
    """A parameter with its source; a tuple becomes a vector."""
    if isinstance(value, tuple):
        return field(default_factory=lambda: np.array(value, float), metadata={"source": source})
    return fixed(value, source)


def fixed(value: Any, source: str) -> Any:
    """A parameter with its source, as it is."""
    return field(default=value, metadata={"source": source})


@dataclass(frozen=True, slots=True)
class Parameters:
    # --- trust: science.md 2.2, by dimension (reliability, resolve, intent, clarity)
    b_trust: Real = known((3.5, 2.2, 2.6, 2.2), "readiness of a trustworthy administration; fitted, ratio choice")
    b_opport: Real = known((1.0, 0.2, 0.3, -0.3), "readiness of an opportunistic one; fitted")
    tied: Real = known((0.8, 0.6, 0.6, 0.2), "a: publicity ties hands; direction Fearon 1994 (mem-H), sizes choice")
    excuse: Real = known((2.5, 2.0, 2.0, 1.5), "g: weight of a verified shock; choice")
    noise: Real = known((0.30, 0.40, 0.35, 0.40), "q: chance that an unverifiable report reads broken; choice")
    chi: float = known(0.20, "assimilation, Jervis 1976 (mem-H); size choice, 0 is pure Bayes")
    opening: float = known(1.25, "weight of an administration's first year; sign [S29], fitted so that V12 holds")
    fade_quarter: float = known(0.97, "forgetting a quarter; choice, compare [S11]")
    event_cap: float = known(3.0, "most evidence of one deed over all dimensions, of one pledge in its own; choice")
    bystander: float = known(0.35, "rho of a bystander at full publicity; direction [S15], size choice")
    habit: float = known(0.6, "repeats of one kind to one observer within two years; choice")
    habit_seasons: int = known(4, "seasons in which a repeat counts as one; choice")
    breach_clarity: float = known(0.3, "c at which every broken word also strikes clarity; choice")
    lie_scar: float = known(
        float(np.log(0.05 / 0.25)), "an exposed deception: log(.05/.25), direction [S11], size choice"
    )
    redeem_failure: float = known(float(np.log(0.75 / 0.25)), "an apology for a failure; [S10] sign, size choice")
    redeem_bad_faith: float = known(float(np.log(0.35 / 0.30)), "an apology for bad faith; [S10] sign, size choice")
    reform: float = known(float(np.log(0.60 / 0.40)), "a promise given after a breach; [S11] direction, size choice")
    reform_deceived: float = known(0.25, "share of it where a deception is known; [S11] direction, size choice")
    denied_view: float = known(0.6, "share of v left to a breach that is denied; choice")
    silence: float = known(0.15, "intent lost by an owed silence; direction 003 of the articles (#22), size choice")
    # --- the state's record: science.md 2.3
    state_weight: Real = known((1.0, 0.7, 1.3, 1.3), "n by dimension: 1.3 from [PEW], others choice after [S4]")
    continuity_same: float = known(0.30, "h, same party; choice")
    continuity_other: float = known(0.10, "h, other party; choice, compare [S28]")
    continuity_most: float = known(0.6, "h, at most; choice")
    continuity_briefed: float = known(0.2, "the opposition briefed or the file completed; choice")
    continuity_ambassador: float = known(0.05, "the memo given to an ambassador; choice")
    successor_opposes: float = known(0.6, "temptation added by an opposing mandate; choice")
    # --- pledges: play.md 3
    price_mandate: float = known(0.28, "mandate units times c squared; choice")
    price_approval: float = known(0.035, "approval log-odds times c squared; choice")
    price_capital: float = known(1.0, "share of max(0, round(c) - 1) capital; choice")
    sign_mandate: float = known(1.0, "mandate units a c of signing; choice")
    sign_people: float = known(0.2, "People points a c of signing; choice")
    crowding: float = known(0.9, "share of the credit for signing that each promise already open leaves; choice")
    keep_mandate: float = known(0.6, "mandate units a c of keeping; choice")
    keep_people: float = known(0.7, "People points a c of keeping; choice")
    break_people: float = known(0.4, "People points a c of breaking; choice")
    default_mandate: float = known(1.2, "mandate units times size, lost where a pledge could not be paid; choice")
    break_approval: float = known(0.12, "approval log-odds of a promise broken, times publicity; choice")
    small: float = known(0.3, "a pledge of this size or less earns nothing at home; choice")
    cap_base: float = known(0.5, "largest c they take: base + slope * p_R; choice, Kydd 2000 [S36] for the idea")
    cap_slope: float = known(2.6, "its rise with their belief in reliability; choice")
    cap_always: float = known(0.6, "a step of this c, verified .8, is always open; choice")
    shock: float = known(1.6, "temptation added when home turns against a pledge; choice")
    shock_chance: float = known(0.12, "a season and pledge; choice")
    shock_restless: float = known(0.28, "the same with a restless home; choice")
    renegotiation: float = known(0.45, "share of the loss of reliability by asking to renegotiate; choice")
    notice: float = known(0.5, "share of the loss of reliability by giving notice; choice")
    disown: float = known(0.4, "x of disowning a word nobody wrote down; choice")
    caretaker: float = known(
        1.0, "temptation above which a pledge of a term's last season needs the opposition; choice"
    )
    caretaker_continuity: float = known(0.1, "h gained by consulting it, for 1 capital; choice")
    explained: float = known(0.6, "most of a shock that explaining it carries, times the channel's v; choice")
    slip: float = known(0.03, "unintended breaches; choice, after the noise studied in [S16]")
    exposure: float = known(0.25, "chance a season, times v, that a concealed breach comes out; choice")
    # --- counterparts: science.md 4
    gain: float = known(1.0, "utility of a deal kept, times its size; choice")
    cheated: float = known(1.2, "utility lost if cheated, times its size; choice")
    checked: float = known(0.5, "share of that loss which full verification averts; choice")
    deal_power: float = known(0.1, "utility lost by the stronger side, times size (#95); choice")
    welcome: float = known(0.1, "utility of a deal before their own public; choice")
    small_step: float = known(0.525, "the same added for a step that is always open (#98); choice")
    threat_harm: float = known(0.55, "harm of a threat carried out, times its size and their belief in resolve; choice")
    threat_pride: tuple[float, float] = fixed((0.15, 0.25), "cost of complying: a fearful aim, a grasping one; choice")
    threat_corner: float = known(0.30, "more of it, times publicity (#60); choice")
    threat_power: float = known(0.15, "more of it for the stronger side; choice")
    threat_concession: float = known(0.207, "the concession itself; fitted on mem-M: about 41 % of compellent threats succeed")
    probe_fearful: tuple[float, float] = fixed((0.05, 0.32), "a season: base, times (1 - p_B); choice")
    probe_grasping: tuple[float, float] = fixed((0.06, 0.38), "a season: base, times (1 - p_C); choice")
    exit_democracy: float = known(0.30, "leader exits a year in long-standing democracies [ARC]")
    exit_other: float = known(0.20, "the same elsewhere [ARC]")
    # Three neighbours at the full rate left no quiet season, and hid the one that matters among the others.
    rivalry: tuple[float, float] = fixed(
        (0.1, 2.0), "share of the rate of probes and hedging, and its slope in the protracted conflict; choice"
    )
    press_fearful: tuple[float, ...] = fixed(
        (0.9, 0.45, 0.50, 1.2, 0.30, 0.50, 0.15),
        "intent doubted, below; home's firmness, at the most; its giving way; a soft word; resting; choice",
    )
    press_grasping: tuple[float, ...] = fixed(
        (0.9, 0.5, 0.70, 0.4, 0.30, 0.20),
        "resolve doubted, below; home's firmness, at the least; its giving way; a soft word; choice",
    )
    press_power: float = known(0.06, "for the stronger side; choice")
    press_new: float = known(0.06, "a season in which their government is new; choice")
    demand: tuple[float, float, float, float] = fixed(
        (0.5, 0.3, 0.1, 0.5), "what home asks of them: belief, a c of its size, base, their power; choice"
    )
    settle: tuple[float, float] = fixed((5.0, 0.55), "settling for less: precision, the belief at which it is even; choice")
    power_tempts: float = known(0.4, "temptation added for the stronger side to leave its own word (#95); choice")
    hedge_fearful: float = known(0.65, "strain a season of doubted intent, a fearful neighbour; choice")
    hedge_grasping: tuple[float, float] = fixed((0.05, 1.4), "the same of doubted intent and of doubted resolve, a grasping one; choice")
    probe_strain: float = known(2.0, "strain of a probe lost by giving way; choice")
    probe_mandate: float = known(-1.1, "mandate units of a probe lost; choice")
    probe_open: float = known(0.8, "share of both where a probe was pressed and nobody answered; choice")
    pressed_strain: float = known(1.5, "strain where home gave way and was pressed all the same; choice")
    pressed_mandate: float = known(-1.0, "mandate units where home gave way and was pressed all the same; choice")
    pressed_held: float = known(0.8, "share of both where home was pressed and had not given way; choice")
    alarmed_strain: float = known(
        2.0, "strain where a firm answer met a fearful neighbour that pressed; direction Jervis 1976 (mem-H), size choice"
    )
    alarmed_at_rest: float = known(0.5, "share of it where that neighbour let the matter rest; choice")
    public_cornered: float = known(-0.3, "their public, in logits, for one loud warning or threat (#60); choice")
    public_thanked: float = known(0.2, "their public, in logits, for thanks or credit; choice")
    public_gave_way: float = known(-0.4, "for stepping down, times how many saw it; choice")
    public_weight: float = known(0.25, "of their public in pressing, climbing and stepping down; choice")
    # --- the ladder: science.md 4.3, fitted on [ICB]
    stake_mean: float = known(1.516, "mu; fitted [ICB]")
    stake_protracted: float = known(1.181, "added to the stake in a conflict of long wars; fitted [ICB]")
    stake_spread: float = known(0.944, "spread of the stake both sides share; fitted [ICB]")
    stake_private: float = known(0.398, "spread of each side's own part of the stake; fitted [ICB]")
    ladder_cost: float = known(6.523, "cost of the rungs, times the steps below; fitted [ICB]")
    ladder_steps: Real = known((0.0, 0.1, 0.2, 0.45, 0.8, 1.25, 2.1), "V of each rung, times the cost above; choice, from the prototype")
    matching: float = known(
        0.5, "weight of the other's lead in rungs; choice, after a first fit of .64 [ICB]; the table does not pin it"
    )
    down_matching: float = known(0.400, "share of it that holds one back from stepping down; fitted [ICB]")
    down_relief: float = known(0.380, "share of the step's cost saved by stepping down; fitted [ICB]")
    down_stake: float = known(0.603, "stake's weight against stepping down; fitted [ICB]")
    down_resolve: float = known(0.6, "share of home's resolve that makes a grasping side step down; choice")
    crisis_end: float = known(-0.225, "h0: logit of a crisis ending in a fortnight; fitted [ICB]")
    end_rung: float = known(0.082, "a rung above alert, against the end; fitted [ICB]")
    end_stake: float = known(0.852, "a unit of stake, against the end; fitted [ICB]")
    end_intent: float = known(1.5, "belief in home's intent, for the end; choice")
    intent_weight: float = known(0.824, "kT: belief in intent, against climbing and for stepping down; choice, no data")
    neutral: float = known(0.45, "the belief in intent at which it moves nothing; choice")
    jump: float = known(-1.226, "chance, a logit, of answering violence with violence at once; fitted [ICB]")
    jump_stake: float = known(0.263, "a unit of stake, for that answer; fitted [ICB]")
    # --- what a crisis leaves behind: science.md 4.4
    agreement: float = known(-1.10, "logit of an agreement as a crisis ends; fitted [ICB]")
    agreement_mediated: float = known(
        1.82, "logit, with a mediator; standard error .22, selection is not handled [ICB]"
    )
    agreement_war: float = known(-0.28, "logit, after a war [ICB]")
    agreement_protracted: float = known(-0.25, "logit, in a protracted conflict [ICB]")
    renewal: float = known(0.094, "hazard a year that a quarrel is renewed; fitted [ICB]")
    renewal_mediated: float = known(-0.92, "log hazard, while the broker's leverage lasts; a logit of [ICB] taken as one, choice")
    renewal_waned: float = known(0.55, "log hazard, as the leverage is gone; sign [S24], size choice")
    renewal_leverage: float = known(2.5, "years in which the leverage falls to 1/e; choice")
    renewal_agreement: float = known(0.15, "log hazard, after an agreement; a logit of [ICB] taken as one, choice")
    renewal_war: float = known(0.66, "log hazard, after a war; a logit of [ICB] taken as one, choice")
    renewal_protracted: float = known(1.18, "log hazard, in a protracted conflict; a logit of [ICB] taken as one, choice")
    renewal_years: float = known(5.85, "years in which the hazard falls to 1/e: some quarrels are never renewed; fitted [ICB]")
    accidents: Real = known((0.0, 0.0, 0.0, 0.01, 0.03, 0.06, 0.0), "chance of a mishap a fortnight, by rung; choice")
    stake_shift: Real = known((-1.0, 0.0, 0.7), "petty, serious, vital; choice")
    # --- audiences: science.md 3
    approval_month: float = known(0.92, "half-life 8.3 months; choice")
    rally_month: float = known(0.78, "half-life 2.8 months, mem-M")
    rally_size: float = known(1.8, "logit times prominence; fitted to 18 and 35 points at prominence .52 and 1 [S9]")
    new_information: float = known(
        0.55, "cut in the inconsistency cost where home is told the reasons in public; direction [S2], size mem-L"
    )
    outcome: float = known(0.94, "approval log-odds of a crisis lost, or held; sign [S14], size choice")
    loud: Real = known((0.0, 1.0, 1.0, 1.3, 1.3, 1.6, 1.9), "e(L) by rung; Tomz 2007 [S1], sizes mem-M")
    profile_i: Real = known((0.75, 0.45, 0.15), "inconsistency: hawk, centre, dove; [S30], sizes choice")
    profile_b: Real = known((-0.15, 0.20, 0.75), "belligerence: hawk, centre, dove; [S30], sizes choice")
    heat_month: float = known(0.80, "share of the press's heat left after a month; choice")
    unreturned: float = known(0.6, "approval lost, times a group's i, by giving way to one who presses; [S17] sign, size choice")
    # --- office
    capital_start: float = known(6.0, "political capital of a new minister; choice")
    capital_most: float = known(8.0, "the most of it; choice")
    capital_season: tuple[float, float, float] = fixed((1.0, 2.0, 3.0), "below 42 %, between, above 55 %; choice")
    economy: tuple[float, float] = fixed((0.50, 0.045), "E: mean, spread; choice")
    vote_economy: float = known(0.6, "share of the vote that is not yours; choice, mem-M")
    vote_line: float = known(0.48, "support at which the vote is even; mem-M")
    vote_spread: float = known(0.035, "spread of the vote about it; mem-M")
    leadership_line: float = known(0.30, "the party's approval; choice")
    leadership_chance: float = known(0.25, "a season below the line; choice")
    # --- the account: play.md 5
    part_weights: Real = known(
        (0.25, 0.20, 0.25, 0.20, 0.10), "of security, people, mandate, standing, office in the campaign's score; choice"
    )
    dim_weights: Real = known((0.35, 0.25, 0.25, 0.15), "of R, C, B, P in Standing; choice")
    reading_weights: Real = known((0.2, 0.3, 0.5), "of the readings of Standing: first handover, second, end; choice")
    crisis_strain: Real = known((0.0, 0.2, 0.6, 1.5, 3.5, 7.0, 25.0), "strain of a crisis by its worst rung; choice")
    security_scale: float = known(13.0, "strain at which Security has fallen to 1/e; choice")
    war_factor: float = known(0.35, "Security in a campaign that ends in war, times this; choice")
    mandate_point: float = known(4.5, "points a mandate unit; choice")
    people_point: float = known(4.0, "points a People point; choice")
    fall_cost: float = known(40.0, "points of Office; choice")

    def __post_init__(self) -> None:
        # Laws share their vectors: whoever wrote into one would change all others, the default first.
        for one in fields(self):
            vector = getattr(self, one.name)
            if isinstance(vector, np.ndarray) and vector.flags.writeable:
                own = vector.copy()
                own.setflags(write=False)
                object.__setattr__(self, one.name, own)


DEFAULT = Parameters()

SHARES = frozenset({
    "noise", "chi", "fade_quarter", "bystander", "habit", "reform_deceived", "denied_view", "crowding", "alarmed_at_rest", "pressed_held",
    "continuity_same", "continuity_other", "continuity_most", "continuity_briefed", "continuity_ambassador", "renegotiation",
    "notice", "disown", "explained", "exposure", "slip", "shock_chance", "shock_restless", "exit_democracy", "exit_other",
    "checked", "new_information", "accidents", "approval_month", "rally_month", "heat_month", "leadership_line",
    "leadership_chance", "vote_economy", "war_factor",
})  # fmt: skip
"""Parameters that are shares or chances: at most 1 in any law."""


def fingerprint(law: Parameters) -> str:
    """What tells one law from another, in sixteen letters: the same on every machine."""
    digest = hashlib.blake2b(digest_size=8)
    for f in fields(law):
        numbers = np.atleast_1d(np.asarray(getattr(law, f.name), float))
        digest.update(f"{f.name}={[round(float(n), 12) for n in numbers]};".encode())
    return digest.hexdigest()
