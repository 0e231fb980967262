"""What articles say of the accused comes in; where one of them, or who speaks for them, denies it goes out.

A denial is told by a verb (“denies”), or by what is not: “My client never paid a cent,” said her lawyer. The words stand in the
language files under `reading: denials:`: `speaks_for`, who speaks for somebody; `against`, for whom no lawyer of the accused
speaks; `of_another`, a spokesman of somebody else; `client`, the accused in their lawyer's mouth; `own`, that the accused are
told of, or nobody is; `first`, that the speaker did not do it; `untrue`, that it is not so; `protests`, verbs behind whoever
pleads innocence; `helps`, what stands between a subject and its verb.

A pronoun means the accused who alone is named last before it; of several it may mean each, and the problem says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline import faircopy, language
from dateline.dossier import Party
from dateline.language import Language
from dateline.model import Document, Problem, Sentence, Voice
from dateline.reading import bodies, clauses, counsel, cues, names, principals, quotations, sentences, speakers, triggers, voices
from dateline.reading.clauses import Clause
from dateline.reading.counsel import Clients
from dateline.reading.names import Names
from dateline.reading.voices import OWN

_REMEMBERED: Final = 400  # characters before a sentence in which stands for whom “the lawyer” speaks
_PRIVATE: Final = ("person", "company")  # roles of those who may speak for an accused; a spokesman of the police does not
_NEGATION: Final = "negation"
_AROUND: Final = " .,;:!?“”„«»‹›\"'‘’"
_MARKS: Final = " “„«»‹\"'‘"
_HINT: Final = "If it is their reply, write it into case.yaml: “reply: {{words: ..., source: {}}}”."


@dataclass(frozen=True, slots=True)
class _Denial:
    """A sentence that holds a denial, who denies, and the offset in the document before which a pronoun's person is named."""

    sentence: Sentence
    voice: Voice
    place: int


def unrecorded(documents: Sequence[Document], parties: Sequence[Party]) -> Iterator[Problem]:
    """For each accused party of whom no reply is recorded, the first denial by or for them in each article."""
    waiting = {party.id: party for party in parties if party.accused and not _replied(party)}
    if not waiting:
        return
    known = names.names(documents, parties)
    for document in documents:
        said: dict[str, tuple[_Denial, bool]] = {}
        if not waiting.keys().isdisjoint(known.within(document.text)):
            for denial in _denials(document, known):
                if any(_given(party, denial.sentence) for party in parties):
                    continue
                found = _whose(denial.voice, denial.sentence, denial.place, known)
                found = found if found and found.parties else _meant(denial, known)
                certain = found.sure
                for party in found.parties:
                    if party not in said or (certain and not said[party][1]):
                        said[party] = denial, certain
        for party, (denial, certain) in said.items():
            if party in waiting:
                yield _problem(waiting[party], denial, certain=certain)


def _replied(party: Party) -> bool:
    return party.reply is not None and bool(party.reply.words or party.reply.answered)


def _given(party: Party, sentence: Sentence) -> bool:
    """The sentence holds the words that are recorded as the party's reply."""
    said = sentence.text.casefold()
    words = (faircopy.even(words).casefold().strip(_AROUND) for _, words in party.reply.words.pairs) if party.reply else ()
    return any(one and one in said for one in words)


def _problem(party: Party, denial: _Denial, *, certain: bool) -> Problem:
    document, who = denial.sentence.document, denial.voice.who
    line = document.line + document.written.line(denial.sentence.start) - 1
    said = f" (“{who}”)" if who else ""
    holds = "holds a denial by or for" if certain else "holds a denial that may be by or for"
    asked = party.reply is not None and party.reply.asked is not None
    record = "of whom the record says only that they were asked" if asked else "of whom no reply is recorded"
    message = f"{holds} “{party.names[0]}”{said}, who is accused, and {record}."
    return Problem("denial", str(document.path), message, _HINT.format(document.article.id), line, fatal=False)


def _denials(document: Document, known: Names) -> Iterator[_Denial]:
    """Each sentence in which somebody denies something, with who does."""
    lang = language.load(document.article.lang)
    story = sentences.sentences(document, lang) if "denials" in lang.reading else ()
    for index, sentence in enumerate(story):
        parts = clauses.clauses(sentence, lang)
        for reach in voices.reaches(sentence, lang):
            if reach.voice.status == "denied":
                voice = speakers.called(reach.voice, story, index, lang)
                yield _Denial(sentence, voice, reach.voice.start or sentence.start)
        for part in parts:
            if triggers.unreal(part, sentence, lang, only=(_NEGATION,)) or counsel.seen("untrue", _text(part, sentence), lang):
                voice = speakers.voice(story, part.end - 1, lang)
                if denied(voice, sentence, part, known) or _of_oneself(voice, sentence, part):
                    yield _Denial(sentence, voice, part.start)
        for place in _denying(sentence, lang):
            yield _Denial(sentence, Voice("denied", _subject(document.text, parts, place, known, lang)), place)


def _of_oneself(voice: Voice, sentence: Sentence, part: Clause) -> bool:
    """Whoever is quoted, and not named, says there that they themselves did not do it."""
    lang, text = language.load(sentence.document.article.lang), _text(part, sentence, voice)
    quoted = quotations.around(sentence.document.text, lang, (part.start + part.end) // 2)
    return bool(quoted) and voice.status in ("alleged", "denied") and _unnamed(voice, lang) and counsel.seen("first", text, lang)


def _denying(sentence: Sentence, lang: Language) -> Iterator[int]:
    """Where verbs begin whose subject denies."""
    for trigger in triggers.triggers(sentence, lang):
        if language.kinds()[trigger.kind].get("denies") == "yes":
            yield trigger.start
    for match in cues.compiled(lang.tag, lang.reading["denials"]["protests"]["match"]).finditer(sentence.text):
        yield sentence.start + match.start()


def _subject(text: str, parts: tuple[Clause, ...], place: int, known: Names, lang: Language) -> str:
    """Who stands before a verb and what helps it: a name that opens the clause, or the sentence where something is put in; else
    all that does.
    """
    words = text[clauses.at(parts, place).start : place].strip(" ,") or text[parts[0].start : parts[0].end].strip(" ,")
    behind = next((end for _, start, end in known.places(words) if start == 0), None)
    if behind is not None:
        return words[:behind] if words[behind:].lstrip()[:1].islower() else words
    helped = cues.find(lang.tag, lang.reading["denials"]["helps"]["match"], words)
    return words[: helped.start()].strip(" ,") if helped else words


def denied(voice: Voice, sentence: Sentence, part: Clause, known: Names) -> bool:
    """What that clause says did not happen is the denial of who is accused of it, or of who speaks for them."""
    lang = language.load(sentence.document.article.lang)
    if "denials" not in lang.reading or voice.status not in ("alleged", "denied"):
        return False
    whose = _whose(voice, sentence, part.start, known)
    if whose is None:
        return False
    text = _text(part, sentence, voice)
    rows = ("client", "own", "untrue") if whose.parties else ("client",)
    return any(counsel.seen(row, text, lang) for row in rows) or bool(set(whose.parties) & set(known.within(text)))


def _text(part: Clause, sentence: Sentence, voice: Voice = OWN) -> str:
    """The words of a clause, without what of them is the cue of that voice."""
    text = sentence.document.text
    start, end = (min(max(place or part.start, part.start), part.end) for place in (voice.start, voice.end))
    return f"{text[part.start : start]}{text[end : part.end]}".lstrip(_MARKS)


def _whose(voice: Voice, sentence: Sentence, place: int, known: Names) -> Clients | None:
    """The accused who deny at `place`, where that speaker does: themselves, or those for whom a lawyer speaks.

    None of them where nobody is accused; None where it is no denial of theirs.
    """
    who, lang, accused = voice.who or "", language.load(sentence.document.article.lang), _accused(known)
    if principals.bearer(known, lang, who) in accused:
        return Clients(known.within(who)[-1:])
    if not _speaks_for_accused(who, known, lang):
        return None
    found = counsel.clients(voice, sentence, place, known)
    if found and (parties := tuple(party for party in found.parties if party in accused)):
        return replace(found, parties=parties)
    alone = tuple(party for party in known.within(sentence.document.text) if party in accused)
    return Clients(alone) if not accused or (found is None and len(alone) == 1) else None


def _speaks_for_accused(who: str, known: Names, lang: Language) -> bool:
    """Those words name who may speak for somebody accused."""
    if voices.role(who, lang) not in _PRIVATE or not counsel.seen("speaks_for", who, lang) or counsel.seen("against", who, lang):
        return False
    return bool(known.within(who)) or not counsel.seen("of_another", who, lang)


def _meant(denial: _Denial, known: Names) -> Clients:
    """Whom a pronoun, or a verb without a subject, can mean: the accused in the sentence that names somebody last before it.

    None of them where that is nobody of the case. “The company” is one of its companies.
    """
    document = denial.sentence.document
    lang = language.load(document.article.lang)
    if counsel.is_body(denial.voice.who or "", lang):
        return _company(denial, known)
    if not _unnamed(denial.voice, lang):
        return Clients()
    others = names.strangers(document, replace(known, met=frozenset()))
    first = max(denial.sentence.start - _REMEMBERED, 0)
    before = [one for one in sentences.sentences(document, lang) if first < one.end <= denial.sentence.start]
    spans = ((one.start, one.end) for one in reversed(before))
    for start, end in ((denial.sentence.start, denial.place), *spans):
        named = known.within(document.text[start:end])
        if named or (others and others.search(document.text, start, end)):
            found = tuple(party for party in named if party in _accused(known))
            return Clients(found, sure=len(found) == 1)
    return Clients()


def _company(denial: _Denial, known: Names) -> Clients:
    """The accused companies that “the company” can mean."""
    document = denial.sentence.document
    found = counsel.clients(denial.voice, denial.sentence, denial.place, known) or Clients()
    bodies_ = (
        party for party in found.parties if bodies.sort(known.party(party), document.text, document.article.lang) == "body"
    )
    return replace(found, parties=tuple(party for party in bodies_ if party in _accused(known)))


def _unnamed(voice: Voice, lang: Language) -> bool:
    """A pronoun speaks, or a verb without a subject."""
    pronoun = cues.find(lang.tag, lang.reading["cautions"]["resumed"]["match"], voice.who or "")
    return not voice.who or (pronoun is not None and pronoun[0] == voice.who)


def _accused(known: Names) -> frozenset[str]:
    return frozenset(party.id for party in known.parties if party.accused)
