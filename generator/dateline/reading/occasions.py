"""A sentence's Mentions come in; those that can date something that happens go out, each with the time at which it does.

What goes on since a day happened on it, and so did what came “not until” it or was put off till then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.language import Language
from dateline.model import Mention, Sentence
from dateline.reading import cues
from dateline.when import When

_SINCE: Final = re.compile(r"([^/\[{]+)/\.\.")
_UNTIL: Final = re.compile(r"\.\./([^/\[{]+)")
_VAGUE: Final = ("decade", "century", "millennium")
"""So wide that a sentence tells how things were then, not what happened."""
_STANDING: Final = "-standing"
"""How the rules end, in every language file, that read a year which no word introduces: it is too often no year."""


def dated(mentions: Sequence[Mention], sentence: Sentence, lang: Language) -> tuple[Mention, ...]:
    """Those of a sentence that date something."""
    return tuple(_at_last(_begun(mention), sentence, lang) for mention in mentions if datable(mention))


def datable(mention: Mention) -> bool:
    """The words name a point in time: resolved, or a day or month that only a publication date would resolve."""
    if mention.when is not None:
        return True
    return mention.value.startswith({"DATE": "XXXX", "TIME": "XXXX-WXX-"}.get(mention.type, "-"))


def earned(mention: Mention) -> bool:
    """It dates by itself, without a verb that a language file knows: resolved, no wider than a year, and surely a date."""
    when = mention.when
    if when is None or when.end_after is not None or when.named.precision in _VAGUE:
        return False
    return not (mention.words.isdigit() and mention.rule.endswith(_STANDING))


def _begun(mention: Mention) -> Mention:
    """What has gone on since a day happened, as far as it is an event, on that day."""
    since = _SINCE.fullmatch(mention.when.edtf) if mention.when else None
    return replace(mention, when=When.parse(since[1])) if since else mention


def _at_last(mention: Mention, sentence: Sentence, lang: Language) -> Mention:
    """What did “not come until” a time, or was “put off until” it, happens then."""
    until = _UNTIL.fullmatch(mention.when.edtf) if mention.when else None
    if until is None or not awaited(sentence.text[: mention.start - sentence.start], lang):
        return mention
    return replace(mention, when=When.parse(until[1]))


def awaited(text: str, lang: Language) -> bool:
    """The words at the end of `text`, before a time, say that something comes then and no earlier."""
    rule = lang.reading.get("awaited")
    return rule is not None and cues.find(lang.tag, f"(?:{rule['match']})(?= ?$)", text) is not None
