"""Which sign stands for which kind of deed, consequence, report and programme. Every sign has its word beside it."""

from __future__ import annotations

from game.play.pages import Kind, Trend

DEED_ICONS = {
    "": "pen-line",
    "wait": "hourglass",
    "quiet-diplomacy": "ear",
    "protest-note": "scroll-text",
    "summon-ambassador": "landmark",
    "recall-for-consultations": "log-out",
    "suspend-cooperation": "pause",
    "go-to-law": "g:scales",
    "settle": "handshake",
    "concede": "g:two-coins",
    "publish-evidence": "newspaper",
    "own-up": "g:open-book",
    "accept-good-offices": "g:shaking-hands",
    "rescue-or-relief": "g:life-buoy",
    "measured-sanction": "lock",
    "broad-sanction": "banknote",
    "presence": "g:cargo-ship",
    "show-of-force": "g:iron-hulled-warship",
    "alert": "g:radar-sweep",
    "limited-force": "swords",
    "major-force": "swords",
    "stand-down": "g:dove",
    "mirror-step": "repeat-2",
}
SUBJECT_ICONS = {
    "deed": "pen-line",
    "word": "quote",
    "pledge": "book-marked",
    "rung": "trending-up",
    "programme": "layers",
    "event": "calendar-days",
    "home": "house",
    "office": "landmark",
}
KIND_SIGNS = {
    Kind.HELPED: ("circle-check", "good"),
    Kind.HURT: ("circle-alert", "bad"),
    Kind.MIXED: ("circle-dot", "info"),
}
TREND_SIGNS = {
    Trend.FALLING: ("arrow-down", "falling"),
    Trend.SLIPPING: ("trending-down", "slipping"),
    Trend.STEADY: ("minus", "steady"),
    Trend.RISING: ("trending-up", "rising"),
    Trend.CLIMBING: ("arrow-up", "climbing"),
}
EMBLEMS = {
    "lighthouse": "g:lighthouse",
    "wolf": "g:wolf-head",
    "oak": "g:oak",
    "gull": "g:seagull",
    "ship": "g:sailboat",
    "hive": "g:beehive",
    "wheat": "g:wheat",
    "mountains": "g:mountains",
    "dove": "g:dove",
    "anchor": "g:anchor",
}


def deed_icon(deed: str) -> str:
    """The sign of a playbook deed; a pen for what is only a word, and for a kind an author added."""
    return DEED_ICONS.get(deed, "pen-line")
