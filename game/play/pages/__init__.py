"""What each screen shows: frozen dataclasses that the window and the terminal render, and nothing else.

common.py holds the shared pieces; morning, desk and after are a turn's three screens; shelf.py is what is always
reachable; campaign.py what lies between administrations.  They are filled by game.play.secretary.
"""

from .after import After, Consequence, GroupMoved
from .campaign import Closing, Election, Handover, Honours, Inherited, InkChoice, Share, TurnPassed
from .common import HOME, Beat, Face, Kind, Price, State, Status, Trend
from .desk import (
    Action,
    Addressee,
    Care,
    Chance,
    Channel,
    Composer,
    Desk,
    Entry,
    Estimate,
    Form,
    Option,
    Programme,
    Tone,
    Undertaking,
    Word,
    Wording,
)  # fmt: skip
from .morning import (
    Account,
    Adviser,
    Cable,
    Clipping,
    Crisis,
    Cue,
    LastAct,
    Letter,
    Morning,
    News,
    Pressure,
    Rung,
    WayOut,
)
from .shelf import (
    AdviserAccount,
    Book,
    Closed,
    Dossier,
    Family,
    Foretold,
    Glossary,
    Group,
    Help,
    Hint,
    HomeFront,
    Playbook,
    Term,
    Theirs,
    Tick,
)  # fmt: skip

__all__ = [
    "HOME", "Account", "Action", "Addressee", "Adviser", "AdviserAccount", "After", "Beat", "Book", "Cable", "Care",
    "Chance", "Channel", "Clipping", "Closed", "Closing", "Composer", "Consequence", "Crisis", "Cue", "Desk",
    "Dossier", "Election", "Entry", "Estimate", "Face", "Family", "Foretold", "Form", "Glossary", "Group",
    "GroupMoved", "Handover", "Help", "Hint", "HomeFront", "Honours", "Inherited", "InkChoice", "Kind", "LastAct",
    "Letter", "Morning", "News", "Option", "Playbook", "Pressure", "Price", "Programme", "Rung", "Share", "State",
    "Status", "Term", "Theirs", "Tick", "Tone", "Trend", "TurnPassed", "Undertaking", "WayOut", "Word", "Wording",
]  # fmt: skip
