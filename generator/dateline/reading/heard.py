"""A cue's match, or its place, comes in; the words of the sentence that name who speaks come out, or None.

A name in apposition belongs to them (“her lawyer, Ann Lee”). What stands in a speaker's place and names nobody is in the language
files under `reading: misheard:`.
"""

from __future__ import annotations

import re

from dateline.language import Language
from dateline.model import Sentence
from dateline.reading import clauses, cues, scopes
from dateline.reading.clauses import Clause


def named(match: re.Match[str], sentence: Sentence, lang: Language) -> str | None:
    """The speaker's words, with the name in apposition that follows them (“her lawyer, Ann Lee”)."""
    group = next((name for name, found in match.groupdict().items() if name.startswith("who") and found), None)
    if group is None:
        return None
    words = match[group].strip()
    kept = _kept(words, lang)
    return words + _apposed(sentence.text[match.end(group) :]) if kept == words else kept


def _kept(heard: str, lang: Language) -> str | None:
    """Of the words in a speaker's place, those that can name one; none where it is but “the” or holds a verb."""
    rule = lang.reading.get("misheard")
    match = cues.find(lang.tag, rule["match"], heard) if rule else None
    return next(filter(None, match.groupdict().values()), None) if match else heard


def _apposed(after: str) -> str:
    """The name in apposition with which a text goes on behind a speaker, as “, Ann Lee”."""
    name = re.match(r", [^\W\d_a-z][\w’'-]*\.?(?: [^\W\d_a-z][\w’'-]+){1,3}(?=[,.]|$)", after)
    return name[0] if name else ""


def subject(parts: tuple[Clause, ...], sentence: Sentence, place: int, lang: Language) -> str | None:
    """What the sentence, or its part behind “;”, begins with up to a pause: whose verb comes after something put in."""
    text = sentence.document.text
    first = clauses.at(parts, max(text.rfind(scopes.PART, sentence.start, place) + 2, sentence.start))
    heard = text[first.start : first.end].strip(" ,")
    after = text[text.index(heard, first.start) + len(heard) : sentence.end]
    return heard + _apposed(after) if (who := _kept(heard, lang)) == heard else who
