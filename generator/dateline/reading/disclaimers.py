"""A sentence comes in; where it says that nobody says, finds or shows something goes out: a claim of nobody's, and no event.

“Nothing in the file proves that”: the words stand in the language files under `reading: claims_nothing:`.
"""

from __future__ import annotations

from functools import lru_cache

from dateline.language import Language
from dateline.model import Sentence
from dateline.reading import cues


@lru_cache(maxsize=64)  # a sentence is asked about for each of its clauses and cues
def disclaimers(sentence: Sentence, lang: Language) -> tuple[tuple[int, int], ...]:
    """The spans of the document that say so."""
    rule = lang.reading.get("claims_nothing")
    found = cues.compiled(lang.tag, rule["match"]).finditer(sentence.text) if rule else ()
    return tuple((sentence.start + match.start(), sentence.start + match.end()) for match in found)


def disclaimed(sentence: Sentence, start: int, end: int, lang: Language) -> bool:
    """What stands in that stretch of the document begins right behind such words."""
    return any(start <= last < end for _, last in disclaimers(sentence, lang))
