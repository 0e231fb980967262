"""Words for somebody who speaks for another come in; out goes for whom of the parties they do, and whether that is sure.

“Lind's lawyer” speaks for Lind; “the company's lawyer” for the company named last; “his lawyer”, or one of whom nothing is said,
for the person named last, and for no company between. Where several may be meant, none is sure; where it is somebody who is no
party, nobody is. The words stand in the language files under `reading: denials:`: `of_body`, who speaks for a company; `whose`,
for whom the text has named; `client`, behind which no name is that of the client.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from dateline import language
from dateline.language import Language
from dateline.model import Document, Sentence, Voice
from dateline.reading import bodies, clauses, cues, names, quotations, sentences, voices
from dateline.reading.bodies import Sort
from dateline.reading.names import Names

_REMEMBERED: Final = 400  # characters before a sentence in which stands for whom somebody speaks
_TITLE: Final = 40  # characters before a name in which its title stands
_COMPANY: Final = "company"  # a role
_OPENS: Final = re.compile(r"[ “„«»‹\"'‘,]*(?:[^\W\d_]{1,4}['’ ] ?){0,2}")


@dataclass(frozen=True, slots=True)
class Clients:
    """Ids of the parties for whom somebody speaks, or may speak where it is not `sure`."""

    parties: tuple[str, ...] = ()
    sure: bool = True


def clients(voice: Voice, sentence: Sentence, place: int, known: Names) -> Clients | None:
    """For whom that voice speaks that denies what stands at `place`; None where the text does not tell."""
    document, who = sentence.document, voice.who or ""
    lang = language.load(document.article.lang)
    if named := known.within(who):
        return Clients(named)
    wanted, owned = _wanted(who, lang), seen("whose", who, lang)
    likely, clear = _subject(voice, sentence, place, known, wanted), True
    for start, end in _spans(voice, sentence, place, lang):
        found = {party: sort for party, sort in _named(document, start, end, known) if wanted is None or sort in (None, wanted)}
        stranger = wanted == "person" and _stranger(document, start, end, known)
        if stranger and owned and not found:
            return Clients(likely, sure=clear and len(likely) == 1)
        clear = clear and (bool(likely) or not stranger)
        if any(found.values()) or (found and wanted is None):
            meant = tuple(dict.fromkeys((*likely, *found)))
            return Clients(meant, sure=clear and len(meant) == 1)
        likely = likely or tuple(found)
    return Clients(likely, sure=clear and len(likely) == 1 and wanted != "body") if likely else None


def _wanted(who: str, lang: Language) -> Sort | None:
    """For what sort of party they speak; None where they may for either."""
    if seen("of_body", who, lang) or is_body(who, lang):
        return "body"
    return "person" if seen("whose", who, lang) or voices.role(who, lang) != _COMPANY else None


def is_body(who: str, lang: Language) -> bool:
    """Those words are a company that was named: “the company”."""
    return seen("body", who, lang) and cues.compiled(lang.tag, lang.reading["denials"]["own"]["match"]).fullmatch(who) is not None


def _subject(voice: Voice, sentence: Sentence, place: int, known: Names, wanted: Sort | None) -> tuple[str, ...]:
    """Whom the words begin with that are denied: “Lind never paid, his lawyer said”; not so behind “his lawyer said”."""
    text, lang = sentence.document.text, language.load(sentence.document.article.lang)
    part = clauses.at(clauses.clauses(sentence, lang), place)
    leads = voice.end is not None and voice.end <= part.end and (voice.start or 0) <= part.start
    if seen("client", text[part.start : part.end], lang) or (leads and seen("whose", voice.who or "", lang)):
        return ()
    start = max(part.start, voice.end or 0) if leads else part.start
    first = next(known.places(text[start : part.end]), None)
    if first is None or not _OPENS.fullmatch(text, start, start + first[1]):
        return ()
    sort = bodies.sort(known.party(first[0]), text, lang.tag)
    return (first[0],) if wanted is None or sort in (None, wanted) else ()


def _spans(voice: Voice, sentence: Sentence, place: int, lang: Language) -> Iterator[tuple[int, int]]:
    """Where the client may be named, the nearest first: in clauses before that of the speaker, and in the sentences before."""
    parts, who = clauses.clauses(sentence, lang), sentence.text.find(voice.who or "")
    speaks, denied = (clauses.at(parts, at) for at in (place if who < 0 else sentence.start + who, place))
    before = [part for part in parts if part.end <= speaks.start and part != denied]
    yield from ((part.start, part.end) for part in reversed(before))
    first = max(sentence.start - _REMEMBERED, 0)
    story = sentences.sentences(sentence.document, lang)
    yield from ((one.start, one.end) for one in reversed(story) if first < one.end <= sentence.start)


def _named(document: Document, start: int, end: int, known: Names) -> Iterator[tuple[str, Sort | None]]:
    """The parties named there outside quotations, with what each certainly is."""
    text, lang = document.text, language.load(document.article.lang)
    for party, first, _ in known.places(text[start:end]):
        if not quotations.around(text, lang, start + first):
            yield party, bodies.sort(known.party(party), text, lang.tag)


def _stranger(document: Document, start: int, end: int, known: Names) -> bool:
    """Somebody is named there who is no party, and whom a lawyer may speak for: no lawyer, and no authority."""
    text, lang = document.text, language.load(document.article.lang)
    others = names.strangers(document, replace(known, met=frozenset()))
    found = others.finditer(text, start, end) if others else ()
    return any(not _in_office(text[max(start, match.start() - _TITLE) : match.start()], lang) for match in found)


def _in_office(before: str, lang: Language) -> bool:
    """Those words before a name end with an authority, or with who speaks for somebody: “Judge”, “the lawyer,”."""
    rows = (lang.reading["roles"]["official"], lang.reading["denials"]["speaks_for"])
    words = before.rstrip(" ,")
    return any(match.end() == len(words) for row in rows for match in cues.compiled(lang.tag, row["match"]).finditer(words))


def seen(row: str, text: str, lang: Language) -> bool:
    """That row of `denials` is seen in the text."""
    return cues.find(lang.tag, lang.reading["denials"][row]["match"], text) is not None
