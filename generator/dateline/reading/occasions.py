"""A sentence's Mentions come in; those that can date something that happens go out, each with the time at which it does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model import Mention
from dateline.when import When

_SINCE: Final = re.compile(r"([^/\[{]+)/\.\.")
_VAGUE: Final = ("decade", "century", "millennium")
"""So wide that a sentence tells how things were then, not what happened."""
_STANDING: Final = "-standing"
"""How the rules end, in every language file, that read a year which no word introduces: it is too often no year."""


def dated(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Those of a sentence that date something."""
    return tuple(_begun(mention) for mention in mentions if datable(mention))


def datable(mention: Mention) -> bool:
    """The words name a point in time: resolved, or a day or month that only a publication date would resolve."""
    if mention.when is not None:
        return True
    return mention.value.startswith({"DATE": "XXXX", "TIME": "XXXX-WXX-"}.get(mention.type, "-"))


def earned(mention: Mention) -> bool:
    """It dates by itself, without a verb that a language file knows: resolved, no wider than a year, and surely a date."""
    when = mention.when
    if when is None or when.end_after is not None or when.precision in _VAGUE:
        return False
    return not (mention.words.isdigit() and mention.rule.endswith(_STANDING))


def _begun(mention: Mention) -> Mention:
    """What has gone on since a day happened, as far as it is an event, on that day."""
    since = _SINCE.fullmatch(mention.when.edtf) if mention.when else None
    return replace(mention, when=When.parse(since[1])) if since else mention
