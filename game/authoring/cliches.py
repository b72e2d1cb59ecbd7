"""The house's list of worn phrases, each with what to write in its place.

Phrases are patterns of whole words; a letter's case, a line's break and a hyphen for a blank make no difference.  A word
that the sea itself needs stands here only in its figure of speech: a storm of protest, not a storm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

WORN: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Write the hour, and what is missed if it passes.",
        (
            "ticking clocks?", "clock (is|was|kept) ticking", "against the clock", "time (is|was) running out",
            "eleventh hour", "zero hour", "last ditch", "moment of truth", "window of opportunity",
            "point of no return", "at a crossroads",
        ),
    ),
    (
        "Say which act was done, by whom, and what answered it.",
        (
            "chess ?boards?", "chess (game|match|move|piece|player)s?", "games? of chess", "checkmate", "pawns? in",
            "opening gambit", "poker face", "trump cards?", "upper hand", "level playing field",
            "mov(e|es|ed|ing) the goalposts?", "cat and mouse", "ball is in (his|her|our|their|your) court",
            "carrots? and sticks?", "iron fist", "velvet glove", "game changers?", "game changing",
        ),
    ),
    (
        "Give the weather only where there is weather; else say what was seen.",
        (
            "(gathering|perfect|political|diplomatic) storms?",
            "storms? of (protest|criticism|anger|outrage|indignation|abuse|words)", "calm before the storm",
            "eye of the storm", "fire ?storms?", "war clouds", "winds? of change",
        ),
    ),
    (
        "Say what would be done next and by whom, and how likely it is.",
        (
            "brinks?", "brinks?manship", "edge of (war|conflict|disaster|the abyss)", "into the abyss",
            "slippery slope", "precipice", "knife edge", "razor'?s edge", "tight ?ropes?", "house of cards",
            "powder kegs?", "tinder ?box(es)?", "flash ?points?", "play(s|ed|ing)? with fire",
            "spiral(s|led|ling)? out of control", "h(ang|angs|ung) in the balance",
        ),
    ),
    (
        "Name the one state that would follow, and its reason.",
        (
            "dominoe?s?", "chain reactions?", "snowball effect", "shock ?waves?", "ripple effects?", "pandora's box",
            "cans? of worms",
        ),
    ),
    (
        "Say what was offered, on what terms and until when.",
        (
            "olive branch(es)?", "bur(y|ied|ying) the hatchet", "mend(s|ed|ing)? fences", "win win",
            "kick(s|ed|ing)? the can", "turn(s|ed|ing)? over a new leaf",
        ),
    ),
    (
        "Name the source and what it saw; leave out what the reader is meant to feel.",
        (
            "sources say", "tensions", "(rising|mounting|growing|heightened|simmering) tension", "war of words",
            "sab(re|er) rattling", "deafening silence", "silence (is|was) deafening", "drums of war", "war drums",
            "(uneasy|fragile) (calm|peace|truce)", "thinly veiled", "in no uncertain terms", "strongly worded",
            "stern warnings?", "sighs? of relief", "world (is|was) watching", "h(eld|olds) its breath",
            "wake up calls?", "elephant in the room", "tip of the iceberg", "smoking guns?", "double edged sword",
        ),
    ),
    (
        "Say what was refused, in the words in which it was refused.",
        (
            "lines? in the sand", "red lines?", "nuclear option",
        ),
    ),
    (
        "Give the person a post, a reason and a habit; nobody is the whole of a quality.",
        (
            "villain(s|ous|y)?", "evil", "genius(es)?", "masterminds?", "(a|no|any|some|living) saints?", "saintly",
            "hero(es)?", "heroic(ally)?", "puppet masters?", "wol(f|ves) in sheep's clothing",
        ),
    ),
    (
        "Leave the fish to the fishermen.",
        (
            "fishy", "red herrings?", "(bigger|other) fish to fry", "hook,? line and sinker", "fish out of water",
            "sea changes?", "uncharted waters?", "troubled waters?", "mudd(y|ied|ying) the waters?", "plain sailing",
            "rock(s|ed|ing)? the boat",
        ),
    ),
    (
        "Leave the lesson out, or let somebody say it who is paid to and may be wrong.",
        (
            "time will tell", "remains to be seen", "history will (judge|tell|show)", "the rest is history",
            "the die is cast", "little did (he|she|they|we) know", "food for thought", "lessons? (to be )?learned",
            "writing (is|was) on the wall", "at the end of the day", "make no mistake", "needless to say",
            "the price of peace", "cooler heads", "bitter pill", "poisoned chalice",
        ),
    ),
)  # fmt: skip
"""(what to write instead, patterns)."""


def found(text: str) -> Iterator[tuple[str, str]]:
    """(the phrase in small letters, what to write instead), each once, in the order of the text."""
    flat = " ".join(text.replace("’", "'").replace("*", "").lower().split())
    seen: set[str] = set()
    for match in _pattern().finditer(flat):
        if match[0] not in seen:
            seen.add(match[0])
            yield match[0], WORN[int(str(match.lastgroup)[1:])][0]


@cache
def _pattern() -> re.Pattern[str]:
    """One pattern for the whole list, with a group for each advice."""
    groups = (
        f"(?P<_{n}>{'|'.join(phrase.replace('(', '(?:') for phrase in phrases)})" for n, (_, phrases) in enumerate(WORN)
    )
    return re.compile(rf"\b(?:{'|'.join(groups)})\b".replace(" ", "[ -]"))
