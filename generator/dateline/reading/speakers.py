"""A place in a document's sentences comes in; its Voice comes out, the speaker looked for in the sentences around if need be.

A quotation is said by whom a cue beside it names: in its own sentences, or in the one before it. What a mood marks as told
(`carried: yes` in the language file) goes on with the speaker of the sentence before; over the border of a paragraph only in
quotation marks, or where a pronoun says that it goes on. A sentence that was cut, being too long, is one all the same.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.language import Language
from dateline.model import Sentence, Voice
from dateline.reading import antecedents, clauses, cues, quotations, scopes, sequels, voices
from dateline.reading.quotations import Quotation
from dateline.reading.voices import Reach

_BACK: Final = 6  # sentences over which a speaker is remembered
_TOLD: Final = ("alleged", "reported")
_CLAIMS: Final = ("alleged", "denied")  # whose cue is a verb of saying, and no mood


def voice(sentences: Sequence[Sentence], place: int, lang: Language) -> Voice:
    """Who vouches for what the clause at that offset says; `sentences` are all of the document."""
    index = _at(sentences, place)
    own = sentences[index]
    parts = clauses.clauses(own, lang)
    found = voices.voice(voices.reaches(own, lang), own, parts, place, lang)
    return resolved(found, sentences, place, lang)


def resolved(found: Reach | None, sentences: Sequence[Sentence], place: int, lang: Language) -> Voice:
    """The cue's voice, with the speaker from the sentences around where it has none of its own."""
    index = _at(sentences, place)
    if found is None:
        found_before = (rule(sentences, index, lang) for rule in (_pointed_at, _taken_up, _told_on, _told_next))
        return _of_whole(sentences, index, place, lang) or next(filter(None, found_before), voices.OWN)
    if found.voice.who is not None or not found.carried:
        return called(found.voice, sentences, index, lang)
    quoted = next(iter(quotations.around(sentences[index].document.text, lang, place)), None)
    if quoted is None or _leads_in(found, quoted):
        goes_on = quoted is not None or found.voice.status in _CLAIMS or _resumes(sentences[index], found.start, found.end, lang)
        by = _before(sentences, index, lang, over_border=goes_on) or _pointing_back(sentences, index, lang)
    else:
        by = _of_quotation(quoted, sentences, lang)
    return voices.spoken(found, called(by, sentences, _at(sentences, by.start or 0), lang)).voice if by else found.voice


def _of_whole(sentences: Sequence[Sentence], index: int, place: int, lang: Language) -> Voice | None:
    """Whose claim a part of a sentence is that was cut: who speaks where the part before ends, or where the one behind begins."""
    first = last = index
    while first and sentences[first - 1].cut and index - first < _BACK:
        first -= 1
        part = sentences[first]
        if any(end <= place for end in scopes.turns(sentences[first + 1], lang)):
            break
        found = _at_edge(part, part.end - 1, lang)
        if found and (found.end == part.end or place < found.end):
            return resolved(found, sentences, part.end - 1, lang)
    while sentences[last].cut and last - index < _BACK:
        last += 1
        found = _at_edge(sentences[last], sentences[last].start, lang)
        if found and found.voice.who and found.start <= sentences[last].start < (found.voice.start or 0):
            return resolved(found, sentences, sentences[last].start, lang)
    return None


def _taken_up(sentences: Sequence[Sentence], index: int, lang: Language) -> Voice | None:
    """Whose claim a sentence goes on with that begins with what the claim before tells (“The first, of 40,000 euros, …”)."""
    own = sentences[index]
    before = sentences[index - 1] if index else own
    if before is own or before.paragraph != own.paragraph or not _seen("takes_up", own.text, lang):
        return None
    if points := _pointing(before, lang):
        return called(points.voice, sentences, index - 1, lang)
    told = (resolved(_at_edge(before, edge, lang), sentences, edge, lang) for edge in (before.end - 1, before.start))
    return next((voice_ for voice_ in told if voice_.status in _TOLD), None)


def _pointed_at(sentences: Sequence[Sentence], index: int, lang: Language) -> Voice | None:
    """Whose claim a sentence is by what the next of its paragraph says of it: “Das geht aus den Akten hervor.”."""
    behind = next((other for other in sentences[index + 1 : index + 2] if other.paragraph == sentences[index].paragraph), None)
    points = _pointing(behind, lang) if behind else None
    return called(points.voice, sentences, index + 1, lang) if points else None


def _pointing(sentence: Sentence, lang: Language) -> Reach | None:
    """The cue with which a sentence begins that tells whose claim stands before it."""
    return next((cue for cue in _named(sentence, lang) if cue.voice.start == sentence.start and cue.end == sentence.start), None)


def _told_on(sentences: Sequence[Sentence], index: int, lang: Language) -> Voice | None:
    """Whose whole story goes on, from the nearest sentence before that has a cue: “Her version is that …. He then …”."""
    for n in range(index, max(index - _BACK, 0), -1):
        before = sentences[n - 1]
        if before.paragraph != sentences[n].paragraph or not _seen("told_on", sentences[n].text, lang):
            return None
        found = _at_edge(before, before.end - 1, lang)
        if found:
            told = resolved(found, sentences, before.end - 1, lang)
            story = any(_seen("story", cue.voice.cue or "", lang) for cue in _named(before, lang))
            return told if story and told.status in _TOLD else None
    return None


def _told_next(sentences: Sequence[Sentence], index: int, lang: Language) -> Voice | None:
    """Whose accusation, or denial, goes on: “The complaint says …. The next day he …”."""
    found = sequels.goes_on_with(sentences, index, lang)
    return called(found[0], sentences, found[1], lang) if found else None


def _seen(rule: str, text: str, lang: Language) -> bool:
    return rule in lang.reading and cues.find(lang.tag, lang.reading[rule]["match"], text) is not None


def _at_edge(part: Sentence, place: int, lang: Language) -> Reach | None:
    """The cue in that part by which its first or last words speak."""
    parts = clauses.clauses(part, lang)
    return voices.voice(voices.reaches(part, lang), part, parts, place, lang)


def _resumes(sentence: Sentence, start: int, end: int, lang: Language) -> bool:
    """A pronoun in that stretch says that the sentence goes on about whom the one before names."""
    rule = lang.reading.get("cautions", {}).get("resumed")
    match = cues.find(lang.tag, rule["match"], sentence.document.text, start, end) if rule else None
    return match is not None and not match.groupdict().get("kept")


def called(voice_: Voice, sentences: Sequence[Sentence], index: int, lang: Language) -> Voice:
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


def _before(sentences: Sequence[Sentence], index: int, lang: Language, *, over_border: bool = True) -> Voice | None:
    """Whom the sentences before name last, as long as they go on with what somebody said.

    `over_border` says that the sentence goes on with that of the paragraph before.
    """
    for n in range(index - 1, max(index - 1 - _BACK, -1), -1):
        if sentences[n + 1].paragraph - sentences[n].paragraph > over_border:
            return None
        named = [cue for cue in _named(sentences[n], lang) if not _quoted(cue, sentences[n], lang)]
        if named:
            return named[-1].voice
        if not _goes_on(sentences[n], lang):
            return None
        own = sentences[n]
        over_border = _in_quotes(own, lang) or _resumes(own, own.start, own.end, lang)
    return None


def _pointing_back(sentences: Sequence[Sentence], index: int, lang: Language) -> Voice | None:
    """Whom a sentence behind names that begins with a cue for what stands before it (“So it stands in the lawsuit”)."""
    for other in sentences[index + 1 : index + 1 + _BACK]:
        if points := _pointing(other, lang):
            return points.voice
        if not _goes_on(other, lang):
            return None
    return None


def _after(sentences: Sequence[Sentence], index: int, lang: Language) -> Voice | None:
    """Whom the next sentence of the paragraph names as it begins."""
    following = [other for other in sentences[index + 1 : index + 2] if other.paragraph == sentences[index].paragraph]
    named = [cue for other in following for cue in _named(other, lang) if cue.voice.start == other.start]
    told = [cue for cue in named if not cue.start == cue.end == cue.voice.end]  # what only leads on says nothing of what was
    return told[0].voice if told else None


def _goes_on(sentence: Sentence, lang: Language) -> bool:
    """The whole sentence is quoted, or a mood marks it as told."""
    if _in_quotes(sentence, lang):
        return True
    return any(cue.carried for cue in voices.reaches(sentence, lang))


def _in_quotes(sentence: Sentence, lang: Language) -> bool:
    """The whole sentence is quoted."""
    return bool(quotations.around(sentence.document.text, lang, (sentence.start + sentence.end) // 2))


def _named(sentence: Sentence, lang: Language) -> list[Reach]:
    """The sentence's cues that name a speaker."""
    found = voices.reaches(sentence, lang)
    return [cue for cue in found if cue.voice.who and not cue.cites]


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
