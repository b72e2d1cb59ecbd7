"""The sentences of the ledger as tables: (sentence, label) by cause.  Names in braces are filled in by explain.py."""

from __future__ import annotations

from ..rules.ledger import Cause, What

DIMENSION_NAMES = ("Keeps its promises", "Stands firm", "Means no harm", "Says what it means")
OUTCOMES = (
    "it goes on",
    "they stepped down first",
    "it was settled",
    "home stepped down",
    "the bluff was called",
    "home gave way",
    "war",
)

SLOT = {
    Cause.PLEDGE_KEPT: ("{giver} kept its word to {other}: {pledge}", "Kept: {pledge}"),
    Cause.PLEDGE_BROKEN: ("{giver} broke its word to {other}: {pledge}", "Broken: {pledge}"),
    Cause.PLEDGE_CONCEALED: ("{giver} broke its word to {other} and said nothing: {pledge}", "Concealed: {pledge}"),
    Cause.PLEDGE_DEFAULTED: ("{giver} could not pay for its word to {other}: {pledge}", "Not paid for: {pledge}"),
    Cause.PLEDGE_WITHDRAWN: ("{giver} ended after notice what it had undertaken to {other}: {pledge}", "Ended: {pledge}"),
    Cause.PLEDGE_RENEGOTIATED: ("{giver} asked {other} to settle for less: {pledge}", "Asked for less: {pledge}"),
    Cause.PLEDGE_DISOWNED: ("The new Government disowned its predecessor’s word to {other}: {pledge}", "Disowned: {pledge}"),
    Cause.PLEDGE_EXPOSED: ("It came out that {giver} had broken its word to {other} in secret: {pledge}", "Came out: {pledge}"),
    Cause.PLEDGE_SIGNED: ("{giver} gave its word to {other}: {pledge}", "Signed: {pledge}"),
    Cause.PLEDGE_PRICE: ("What it cost {giver} to keep its word to {other}: {pledge}", "The price: {pledge}"),
    Cause.PLEDGE_REFUSED: ("{giver} left unanswered or refused what {other} had asked: {pledge}", "Refused: {pledge}"),
    Cause.PLEDGE_PRESSED: ("Home turned against a word given to {other}: {pledge}", "Grown dear: {pledge}"),
    Cause.PLEDGE_OFFERED: ("{other} asked {giver} for more: {pledge}", "Asked of us: {pledge}"),
    Cause.PLEDGE_FORGOTTEN: ("{giver} broke a word to {other} that nobody at home had written down: {pledge}", "Forgotten: {pledge}"),
    Cause.THREAT_CARRIED: ("{giver} carried out its threat to {other}: {pledge}", "Carried out: {pledge}"),
    Cause.THREAT_BACKED: ("{giver} did not carry out its threat to {other}: {pledge}", "Not carried out: {pledge}"),
    Cause.THREAT_HEEDED: ("{other} heeded the threat of {giver}: {pledge}", "Heeded: {pledge}"),
    Cause.REFUSED_BY_THEM: ("{other} would not take it from {giver}: {pledge}", "Declined: {pledge}"),
}  # fmt: skip
THREAT = {
    Cause.PLEDGE_KEPT: SLOT[Cause.THREAT_CARRIED], Cause.PLEDGE_BROKEN: SLOT[Cause.THREAT_BACKED],
    Cause.PLEDGE_DEFAULTED: ("{giver} could not pay for its threat to {other}: {pledge}", "Not paid for: {pledge}"),
    Cause.PLEDGE_SIGNED: ("{giver} threatened {other}: {pledge}", "Threatened: {pledge}"),
}  # fmt: skip
PLAIN = {
    Cause.SILENCE: ("{home} said nothing to {them} where a word was owed", "Silence"),
    Cause.TWO_STORIES: ("A leak showed {them} that {home} tells two capitals two stories", "Two stories"),
    Cause.RALLY: ("The country rallied when there was blood", "Rally"),
    Cause.DRIFT: ("Neighbours that doubt {home} looked to their own defence", "Drift"),
    Cause.INCOME: ("The season’s political capital", "Income"),
    Cause.ELECTION: ("The vote", "The vote"),
    Cause.FALL: ("The party withdrew its support and the Government fell", "The fall"),
    Cause.ON_CREDIT: ("It was done on credit, and colleagues are still owed", "On credit"),
    Cause.CARETAKER: ("The opposition was consulted, as a term's last season asks", "The opposition consulted"),
    Cause.WAR: ("It came to war", "War"),
}  # fmt: skip
TIME = {
    What.APPROVAL: "With time the group came back towards its usual temper", What.HEAT: "The press cooled",
    What.STRAIN: "A quarrel was left standing, and each side kept its people out",
}  # fmt: skip
MOVES = {
    Cause.THEIR_MOVE: "{them} {moved}",
    Cause.ACCIDENT: "A mishap nobody ordered, read as {them}’s intent",
    Cause.RELAXED: "{side} let the quarrel rest",
}
