"""A sentence's Mentions come in; those in what somebody said on a day that it names go out counted from that day.

“The Post reported on 15 March 2023 that police raided the yard on Monday”: on the Monday before, whenever the article tells it.
Which words say so stands in the language file under `reading:` as `said_on`. What no day counts from is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.language import Language
from dateline.model import Mention, Sentence
from dateline.reading import cues, dates

_BEFORE: Final = 180  # characters before the day in which the words that tell who said so begin
_BEHIND: Final = 120


def counted(mentions: Sequence[Mention], sentence: Sentence, lang: Language) -> Sequence[Mention]:
    """Those of a sentence, in their order."""
    if all(mention.basis != "published" for mention in mentions):
        return mentions
    for said in mentions:
        if any(letter.isdigit() for letter in said.words) and (end := _told_from(said, sentence, lang)) is not None:
            return tuple(_from(said, end, mentions, sentence, lang))
    return mentions


def _told_from(said: Mention, sentence: Sentence, lang: Language) -> int | None:
    """Where that begins which somebody said on the day."""
    rule = lang.reading.get("said_on")
    if rule is None or said.when is None:
        return None
    within = max(sentence.start, said.start - _BEFORE), min(sentence.end, said.end + _BEHIND)
    found = cues.over(lang.tag, rule["match"], sentence.document.text, (said.start, said.end), within)
    return found[1] if found else None


def _from(said: Mention, end: int, mentions: Sequence[Mention], sentence: Sentence, lang: Language) -> list[Mention]:
    """The Mentions, those behind `end` that counted from publication from that day instead."""
    anew = {mention.start + sentence.start: mention for mention in dates.find(sentence.text, lang, said.when)}
    kept: list[Mention] = []
    for mention in mentions:
        own = anew.get(mention.start)
        if mention.start < end or mention.basis != "published":
            kept.append(mention)
        elif own is not None and own.when is not None and own.words == mention.words:
            kept.append(replace(mention, value=own.value, when=own.when, basis="anchor", anchor=said.words))
    return kept
