"""A cue whose speaker is a pronoun comes in; the person for whom it certainly stands comes out, in the source's words, or None.

Certain is only the speaker of the sentence before, or the name with which that begins where its words tell of a person; and only
where nobody else is named, unless the speaker plainly goes on (“she added”). The words for it stand in the language files under
`reading:` as `pronouns`, `persons`, `goes_on` and `openers`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.language import Language
from dateline.model import Sentence, Voice
from dateline.reading import cues, quotations, voices

_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿœ]"
_NAME: Final = re.compile(rf"(?<![\w.’'-]){_CAPITAL}[\w’'-]*(?:\.? {_CAPITAL}[\w’'-]*)*")
_BACK: Final = 3  # sentences


def antecedent(sentences: Sequence[Sentence], index: int, cue: Voice, lang: Language) -> Voice | None:
    """For whom the pronoun stands that speaks in the sentence of that index: of the Voice, `who` and `role` count."""
    kind = pronoun(cue.who, lang)
    if kind is None or _named(sentences[index], lang, cue.start):
        return None
    for n in range(index - 1, max(index - 1 - _BACK, -1), -1):
        if sentences[n + 1].paragraph - sentences[n].paragraph > 1:
            return None
        if not _told(sentences[n], lang).strip(" .,"):  # all is quoted
            continue
        by = _speaker(sentences[n], lang) or _opener(sentences[n], kind, lang)
        if by is None or pronoun(by.who, lang) != kind:
            return by if by and _certain(by, sentences[n], kind, cue, lang) else None
    return None


def pronoun(who: str | None, lang: Language) -> str | None:
    """Which of the language's pronouns those words are."""
    kinds: Mapping[str, Mapping[str, str]] = lang.reading.get("pronouns", {})
    return next((name for name, row in kinds.items() if who and cues.compiled(lang.tag, row["match"]).fullmatch(who)), None)


def _certain(by: Voice, sentence: Sentence, kind: str, cue: Voice, lang: Language) -> bool:
    """The pronoun can stand for the speaker of that sentence, and for nobody else."""
    kinds, who, words, told = lang.reading["pronouns"], by.who or "", cue.cue or "", _told(sentence, lang)
    if not (_matches("persons", who, lang) or (by.role == "person" and _NAME.fullmatch(who))):
        return False
    unlike = any(cues.find(lang.tag, kinds[kind]["unlike"], text) for text in (who, words))
    if unlike or any(cues.find(lang.tag, row["match"], told) for name, row in kinds.items() if name != kind):
        return False
    alone = all(set(name.split()) & set(who.split()) for name in _named(sentence, lang))
    return alone or (cue.status == "alleged" and _matches("goes_on", words, lang))


def _speaker(sentence: Sentence, lang: Language) -> Voice | None:
    """Who alone speaks there, outside what is quoted."""
    found = voices.reaches(sentence, lang)
    outside = [reach.voice for reach in found if not quotations.around(sentence.document.text, lang, reach.voice.start or 0)]
    told = {voice.who: voice for voice in outside if voice.who}
    return next(iter(told.values())) if len(told) == 1 else None


def _opener(sentence: Sentence, kind: str, lang: Language) -> Voice | None:
    """The only name in a sentence that tells of a person, and that begins with it."""
    told, found = _told(sentence, lang), _named(sentence, lang)
    if len(found) != 1 or not told.startswith(found[0]):
        return None
    sure = _matches("persons", told, lang) or cues.find(lang.tag, lang.reading["pronouns"][kind]["match"], told)
    return Voice("alleged", found[0], voices.role(found[0], lang)) if sure else None


def _named(sentence: Sentence, lang: Language, end: int | None = None) -> list[str]:
    """The names outside quotations, those of places too; `end` is where in the document to stop."""
    told, plain = _told(sentence, lang, end), cues.compiled(lang.tag, lang.reading["openers"]["match"])
    unnamed = {word.lower() for word in lang.reading.get("no_names", ())}
    found = [match[0] for match in _NAME.finditer(told)]
    return [name for name in found if name.lower() not in unnamed and not plain.fullmatch(name)]


def _told(sentence: Sentence, lang: Language, end: int | None = None) -> str:
    """What of a sentence stands outside quotations."""
    text, at, told = sentence.document.text, sentence.start, ""
    stop = sentence.end if end is None else end
    for found in quotations.outer(text, lang, at, stop):
        if found.end > at:
            told += text[at : max(at, found.start)]
            at = found.end
    return told + text[at:stop]


def _matches(rule: str, text: str, lang: Language) -> bool:
    return cues.find(lang.tag, lang.reading[rule]["match"], text) is not None
