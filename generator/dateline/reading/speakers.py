"""A place in a document's sentences comes in; its Voice comes out, the speaker looked for in the sentences around if need be.

A quotation is said by whom a cue beside it names: in its own sentences, or in the one before it. What a mood marks as told
(`carried: yes` in the language file) goes on with the speaker of the sentence before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.language import Language
from dateline.model import Sentence, Voice
from dateline.reading import antecedents, clauses, quotations, voices
from dateline.reading.quotations import Quotation
from dateline.reading.voices import Reach

_BACK: Final = 6  # sentences over which a speaker is remembered


def voice(sentences: Sequence[Sentence], place: int, lang: Language) -> Voice:
    """Who vouches for what the clause at that offset says; `sentences` are all of the document."""
    index = _at(sentences, place)
    own = sentences[index]
    parts = clauses.clauses(own, lang)
    found = voices.voice(voices.reaches(own, parts, lang), own, parts, place, lang)
    return resolved(found, sentences, place, lang)


def resolved(found: Reach | None, sentences: Sequence[Sentence], place: int, lang: Language) -> Voice:
    """The cue's voice, with the speaker from the sentences around where it has none of its own."""
    if found is None:
        return voices.OWN
    index = _at(sentences, place)
    if found.voice.who is not None or not found.carried:
        return _called(found.voice, sentences, index, lang)
    quoted = next(iter(quotations.around(sentences[index].document.text, lang, place)), None)
    if quoted is None or _leads_in(found, quoted):
        by = _before(sentences, index, lang) or _pointing_back(sentences, index, lang)
    else:
        by = _of_quotation(quoted, sentences, lang)
    return voices.spoken(found, _called(by, sentences, _at(sentences, by.start or 0), lang)).voice if by else found.voice


def _called(voice_: Voice, sentences: Sequence[Sentence], index: int, lang: Language) -> Voice:
    """By their name, where a pronoun speaks and it is certain for whom it stands."""
    person = antecedents.antecedent(sentences, index, voice_, lang)
    return replace(voice_, who=person.who, role=person.role) if person else voice_


def _leads_in(found: Reach, quoted: Quotation) -> bool:
    """The cue itself stands before the quotation: “He added: …”."""
    return found.voice.start is not None and found.voice.start < quoted.start


def _of_quotation(quoted: Quotation, sentences: Sequence[Sentence], lang: Language) -> Voice | None:
    """Whom the sentences that it lies in name: outside it, nearest first, or put into it; else those before and behind."""
    first, last = _at(sentences, quoted.start), _at(sentences, quoted.end - 1)
    ends = sorted({*range(first, min(first + _BACK, last + 1)), *range(max(last - _BACK, first), last + 1)})
    beside = [cue for n in ends for cue in _named(sentences[n], lang)]
    inside = [cue for cue in beside if quoted.start <= (cue.voice.start or 0) < quoted.end]
    outside = [cue for cue in beside if cue not in inside and not _quoted(cue, sentences[first], lang)]
    if outside:
        return min(outside, key=lambda cue: _gap(cue.voice, quoted.start, quoted.end)).voice
    put_in = [cue for cue in inside if cue.end == cue.voice.start]
    if put_in:
        return put_in[0].voice
    if quotations.dialogue(sentences[first].document.text, quoted):  # speakers take turns: the one before is another
        return None
    led_in = sentences[first].document.text[sentences[first].start : quoted.start].strip()  # by words that are no cue
    return (None if led_in else _before(sentences, first, lang)) or _after(sentences, last, lang)


def _before(sentences: Sequence[Sentence], index: int, lang: Language) -> Voice | None:
    """Whom the sentences before name last, as long as they go on with what somebody said."""
    for n in range(index - 1, max(index - 1 - _BACK, -1), -1):
        if sentences[n + 1].paragraph - sentences[n].paragraph > 1:
            return None
        cues = [cue for cue in _named(sentences[n], lang) if not _quoted(cue, sentences[n], lang)]
        if cues:
            return cues[-1].voice
        if not _goes_on(sentences[n], lang):
            return None
    return None


def _pointing_back(sentences: Sequence[Sentence], index: int, lang: Language) -> Voice | None:
    """Whom a sentence behind names that begins with a cue for what stands before it (“So it stands in the lawsuit”)."""
    for other in sentences[index + 1 : index + 1 + _BACK]:
        cues = [cue for cue in _named(other, lang) if cue.voice.start == other.start and cue.end == other.start]
        if cues:
            return cues[0].voice
        if not _goes_on(other, lang):
            return None
    return None


def _after(sentences: Sequence[Sentence], index: int, lang: Language) -> Voice | None:
    """Whom the next sentence of the paragraph names as it begins."""
    following = [other for other in sentences[index + 1 : index + 2] if other.paragraph == sentences[index].paragraph]
    named = [cue for other in following for cue in _named(other, lang) if cue.voice.start == other.start]
    cues = [cue for cue in named if not cue.start == cue.end == cue.voice.end]  # what only leads on says nothing of what was
    return cues[0].voice if cues else None


def _goes_on(sentence: Sentence, lang: Language) -> bool:
    """The whole sentence is quoted, or a mood marks it as told."""
    text, middle = sentence.document.text, (sentence.start + sentence.end) // 2
    if quotations.around(text, lang, middle):
        return True
    return any(cue.carried for cue in voices.reaches(sentence, clauses.clauses(sentence, lang), lang))


def _named(sentence: Sentence, lang: Language) -> list[Reach]:
    """The sentence's cues that name a speaker."""
    return [cue for cue in voices.reaches(sentence, clauses.clauses(sentence, lang), lang) if cue.voice.who]


def _quoted(cue: Reach, sentence: Sentence, lang: Language) -> bool:
    """The cue itself is what somebody said; one put into a quotation tells who says it."""
    around = quotations.around(sentence.document.text, lang, cue.voice.start or 0)
    return bool(around) and cue.end != cue.voice.start


def _gap(voice_: Voice, start: int, end: int) -> int:
    """Characters between a cue and a quotation."""
    return max(start - (voice_.end or 0), (voice_.start or 0) - end, 0)


def _at(sentences: Sequence[Sentence], place: int) -> int:
    """The sentence in which an offset lies, or the last before it."""
    return max(bisect_right(sentences, place, key=lambda sentence: sentence.start) - 1, 0)
