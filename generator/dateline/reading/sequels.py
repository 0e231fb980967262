"""A sentence among others comes in; whose accusation, or denial, it goes on with, told as if it were a fact, goes out.

“Voss accuses Lind of bribery. On 3 May he paid the mayor.” The words stand in the language files: `accuses` and `denies_all`, the
sentence that begins it, with who does; `misdeeds`, what a mood says that somebody did; `told_next`, `told_paid` and
`told_denial`, how it goes on; `is_sure` and `told_sure`, who is sure and of what. Nothing goes on over the border of a paragraph,
or behind a sentence of the outlet's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.language import Language
from dateline.model import Sentence, Status, Voice
from dateline.reading import cues, voices
from dateline.reading.voices import Reach

_BACK: Final = 6  # sentences over which it may go on
_ACCUSERS: Final = ("filing", "affidavit", "indictment", "prosecution", "petition", "complaint", "lawsuit", "official")  # roles


def goes_on_with(sentences: Sequence[Sentence], index: int, lang: Language) -> tuple[Voice, int] | None:
    """Whose claim the sentence at that index still is, and the index of the sentence that says so."""
    if index and sentences[index - 1].cut:  # it is no sentence of its own
        return None
    return _accused(sentences, index, lang) or _denied(sentences, index, lang) or _sure(sentences, index, lang)


def _accused(sentences: Sequence[Sentence], index: int, lang: Language) -> tuple[Voice, int] | None:
    """The accusation, the nearest before it, that a sentence goes on with, or the misdeed that somebody is said to have done."""
    if not _continues(sentences[index], lang):
        return None
    for n in range(index - 1, max(index - _BACK, 0) - 1, -1):
        before = sentences[n]
        if before.paragraph != sentences[index].paragraph:
            return None
        reaches = voices.reaches(before, lang)
        if found := _whole(reaches, before) or _begins("accuses", "alleged", before, lang):
            return found, n
        if found := _supposed(reaches, sentences[index], before, lang):
            return found, n
        if not (any(reach.voice.status == "alleged" for reach in reaches) or (not reaches and _continues(before, lang))):
            return None
    return None


def _continues(sentence: Sentence, lang: Language) -> bool:
    return any(_found(rule, sentence, lang) for rule in ("told_next", "told_paid"))


def _denied(sentences: Sequence[Sentence], index: int, lang: Language) -> tuple[Voice, int] | None:
    """The denial that a sentence goes on with: what it says did not happen is denied, where somebody was instead a claim."""
    own = _found("told_denial", sentences[index], lang)
    if own is None:
        return None
    status: Status = "alleged" if own.groupdict().get("elsewhere") else "denied"
    for n in range(index - 1, max(index - _BACK, 0) - 1, -1):
        if sentences[n].paragraph != sentences[index].paragraph:
            return None
        if found := _begins("denies_all", status, sentences[n], lang):
            return found, n
        if _found("told_denial", sentences[n], lang) is None:
            return None
    return None


def _sure(sentences: Sequence[Sentence], index: int, lang: Language) -> tuple[Voice, int] | None:
    """Who is sure, in the sentence right before it, of what a sentence says that somebody did (“It was Lind who …”)."""
    alone = not index or sentences[index - 1].paragraph != sentences[index].paragraph
    if alone or _found("told_sure", sentences[index], lang) is None:
        return None
    found = _begins("is_sure", "alleged", sentences[index - 1], lang)
    return (found, index - 1) if found else None


def _whole(reaches: Sequence[Reach], sentence: Sentence) -> Voice | None:
    """Those who bring a case speak, and nothing in the sentence but what names them is left out of what they say."""
    for cue in reaches:
        first, last = min(cue.start, cue.voice.start or 0), max(cue.end, cue.voice.end or 0)
        whole = first <= sentence.start and last >= sentence.end - len(".")
        if whole and cue.voice.who and not cue.cites and cue.voice.status == "alleged" and cue.voice.role in _ACCUSERS:
            return cue.voice
    return None


def _begins(rule: str, status: Status, sentence: Sentence, lang: Language) -> Voice | None:
    """Who accuses or denies in a sentence that does nothing else; nobody is named where it only says that somebody is accused."""
    match = _found(rule, sentence, lang)
    if match is None:
        return None
    who = next((found.strip() for name, found in match.groupdict().items() if name.startswith("who") and found), None)
    span = sentence.start + match.start(), sentence.start + match.end()
    return Voice(status, who, voices.role(who, lang), match[0].strip(), *span, rule=f"{lang.tag}/{rule}")


def _supposed(reaches: Sequence[Reach], own: Sentence, before: Sentence, lang: Language) -> Voice | None:
    """The mood of a sentence before it that tells a misdeed, where this one tells what was paid."""
    if not reaches or not _found("misdeeds", before, lang) or not _found("told_paid", own, lang):
        return None
    moods = (reach.voice for reach in reaches if reach.carried or reach.voice.status == "reported")
    return next((mood for mood in moods if mood.status in ("alleged", "reported")), None)


def _found(rule: str, sentence: Sentence, lang: Language) -> re.Match[str] | None:
    return cues.find(lang.tag, lang.reading[rule]["match"], sentence.text) if rule in lang.reading else None
