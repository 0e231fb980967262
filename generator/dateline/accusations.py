"""A text in the newsroom's own words comes in, and the accused; where it says in nobody's name that one did wrong goes out.

What accuses stands in the language files (`cautions`), where {the_accused} is the place of the party's name. Who vouches for
it is asked of `reading.voices`, clause by clause, as for any article: who says something elsewhere in the sentence does not.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from dateline import folding, language, protection
from dateline.model import Article, Document, Sentence
from dateline.reading import clauses, cues, questions, triggers, voices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.dossier import Party
    from dateline.language import Language
    from dateline.reading.clauses import Clause
    from dateline.reading.voices import Reach

_SPEAKERS: Final = 40
"""Characters before a colon, or behind the last one, in which a headline names who says so."""
Named = tuple[str, tuple["Party", ...]]
"""A text with `cues.ACCUSED` in place of each accused party, and these in its order."""


def found(tag: str, text: str, parties: Sequence[Party]) -> Iterator[tuple[Party, str]]:
    """Each accused party and the words that accuse it, where no one else's claim, denial or verdict is told."""
    if tag not in language.tags() and not language.is_path(tag):
        return
    lang = language.load(tag)
    if "cautions" not in lang.reading:
        return
    from dateline.reading import sentences  # noqa: PLC0415 - what cuts sentences is heavy; a case that accuses nobody spares it

    spoken_of: Party | None = None
    for start, end in sentences.split(text, lang):
        masked, named = _masked(text[start:end], parties)
        if not named and spoken_of:
            masked, named = _carried(masked, spoken_of, lang)
        spoken_of = named[0] if named else None
        if named and (words := _accusing(masked, lang)):
            at, seen = words
            yield named[max(masked.count(cues.ACCUSED, 0, at) - 1, 0)], seen


def _masked(text: str, parties: Sequence[Party]) -> Named:
    """The sentence with each name of an accused party, its ending included, replaced."""
    places = {span: party for party in parties for span in protection.of(party.names).spans(text)}
    spans: list[folding.Span] = []
    for start, end in sorted(places, key=lambda span: (span[0], -span[1])):
        if not spans or spans[-1][1] <= start:
            spans.append((start, end))
    whole = [(start, _word_end(text, end)) for start, end in spans]
    return protection.cut(text, whole, cues.ACCUSED), tuple(places[span] for span in spans)


def _word_end(text: str, end: int) -> int:
    return next((at for at in range(end, len(text)) if not text[at].isalpha()), len(text))


def _carried(text: str, party: Party, lang: Language) -> Named:
    """The same for a sentence that only says “she” of whom the sentence before names, or leaves even that out."""
    match = cues.find(lang.tag, lang.reading["cautions"]["resumed"]["match"], text)
    if match is None:
        return text, ()
    kept = match.groupdict().get("kept")
    return text[: match.start()] + cues.ACCUSED + (f" {kept}" if kept else "") + text[match.end() :], (party,)


def _accusing(masked: str, lang: Language) -> tuple[int, str] | None:
    """Where in the sentence the first words end that accuse, and those words."""
    sentence = Sentence(Document(Article("own", lang.tag), masked, PurePosixPath("own")), 0, len(masked), 0)
    parts = clauses.clauses(sentence, lang)
    said = voices.reaches(sentence, lang)
    for match in cues.compiled(lang.tag, lang.reading["cautions"]["accusing"]["match"]).finditer(masked):
        place = match.end() - 1
        part = clauses.at(parts, place)
        if _headed(masked, place, lang) or _attributed(masked[part.start : part.end], lang):
            continue
        told = [reach for reach in said if not _added(reach, parts, place)]
        asked = questions.indirect(sentence, parts, place, lang)
        if asked or triggers.unreal(part, sentence, lang) or voices.voice(told, sentence, parts, place, lang):
            continue
        return match.end(), match[0].replace(cues.ACCUSED, "…").strip(" ,")
    return None


def _added(reach: Reach, parts: tuple[Clause, ...], place: int) -> bool:
    """Who speaks does so in a clause that “and” adds: “she stole it, and then said goodbye” says nothing of the theft."""
    at = reach.voice.start or 0
    return place < at and clauses.at(parts, at).opens == "and"


def _attributed(text: str, lang: Language) -> bool:
    return cues.find(lang.tag, lang.reading["cautions"]["attributed"]["match"], text) is not None


def _headed(text: str, place: int, lang: Language) -> bool:
    """A headline names its speaker before a colon or behind it: “Prosecutors: ...”, “...: court”."""
    first, last = text.find(": "), text.rfind(": ")
    speakers = (text[:first] if 0 < first < place else "", text[last:] if place < last else "")
    return any(0 < len(who) <= _SPEAKERS and cues.ACCUSED not in who and _speaks(who, lang) for who in speakers)


def _speaks(who: str, lang: Language) -> bool:
    roles = lang.reading.get("roles", {}).values()
    return any(cues.find(lang.tag, row["match"], who) for row in roles) or _attributed(who, lang)
