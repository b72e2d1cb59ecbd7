"""The composer's sentence: a template for each tone and channel, with room for the author's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .texts import Texts


def draft(
    texts: Texts, tone: str, via: str, to: int, *, wording: str = "plain", own: str = "", pledge: str = ""
) -> str:
    """What home would say. to: counterpart's index; own: the author's words; pledge: the undertaking spoken of, a kind's id or in words."""
    book = texts.playbook
    told, channel = book.tone(tone), book.channel(via)
    them = texts.counterparts[to].short
    kinds = {kind.id: kind.text for kind in book.pledges}
    spoken = filled(kinds.get(pledge, pledge), {"giver": texts.home.name, "other": them})
    own = own.strip().strip('“”"').strip()
    template = channel.frame if own else told.drafts.get(via, told.drafts["default"])
    closing = book.wording(wording).closing if told.about == "next" and pledge else ""
    return filled(f"{template} {closing}", {"own": own, "home": texts.home.name, "them": them, "pledge": spoken})


def filled(template: str, values: Mapping[str, str]) -> str:
    """The template with its {names} replaced; unknown names stay, and an empty one leaves no gap."""
    text = re.sub(r"{([a-z]+)}", lambda match: values.get(match[1], match[0]), template)
    text = re.sub(r":\s*$", ".", re.sub(r"\s+", " ", text).strip())
    return re.sub(r"\s+([.,;:])", r"\1", text)
