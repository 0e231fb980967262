"""A voice and the case's names come in; the voice goes out, as a person's where it would be an authority's and is an accused's.

“Mayor Lind said” and, in a case that accuses the mayor, “the mayor said” are a person's claim: who is accused never speaks as
the authorities. Which office an accused party holds, its role in case.yaml says, and the titles before its name in the article.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from dateline import faircopy, language
from dateline.dossier import Party
from dateline.language import Language
from dateline.model import Document, Voice
from dateline.reading import cues
from dateline.reading.names import Names

_OFFICIAL: Final = "official"
_PERSON: Final = "person"
_TITLE: Final = 40
"""Characters before a name in which its title stands."""
_WORDS: Final = re.compile(r"[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,2}\s\Z")


def personal(voice: Voice, document: Document, known: Names) -> Voice:
    """The voice with the role of a person where its words mean an accused party, by its name or by its office."""
    if voice.role != _OFFICIAL or not voice.who or not (accused := tuple(party for party in known.parties if party.accused)):
        return voice
    lang = language.load(document.article.lang)
    if _is_named(voice.who, known, accused, lang) or _is_held(voice.who, held(document.text, lang.tag, accused)):
        return replace(voice, role=_PERSON)
    return voice


@lru_cache(maxsize=64)
def held(text: str, tag: str, accused: tuple[Party, ...]) -> frozenset[str]:
    """The offices of the accused, in the words of a language: as case.yaml says, and as titles before their names do."""
    lang = language.load(tag)
    official = cues.compiled(tag, lang.reading["roles"][_OFFICIAL]["match"])
    written = (part for party in accused for one, role in party.role.pairs if one == tag for part in role.split(","))
    before = (_title(text[max(0, start - _TITLE) : start], official) for party in accused for start in _places(text, party))
    found = [head(part, lang) for part in written if official.search(part)] + [title for title in before if title]
    return frozenset(faircopy.even(office).casefold().strip() for office in found if office.strip())


def _is_named(who: str, known: Names, accused: tuple[Party, ...], lang: Language) -> bool:
    """One of the accused is named, and behind no preposition, as in “prosecutors in the case against Lind”."""
    ids = {party.id for party in accused}
    governs = lang.reading["principals"]["governs"]["match"] if "principals" in lang.reading else None
    starts = [start for party, start, _ in known.places(who) if party in ids]
    return bool(starts) and (governs is None or cues.find(lang.tag, governs, who, 0, starts[0]) is None)


def _is_held(who: str, offices: frozenset[str]) -> bool:
    words = faircopy.even(who).casefold()
    return any(re.search(rf"(?<!\w){re.escape(office)}(?!\w)", words) for office in offices)


def _places(text: str, party: Party) -> list[int]:
    names = "|".join(re.escape(faircopy.even(name)) for name in sorted(party.names, key=len, reverse=True))
    return [match.start() for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text)]


def _title(before: str, official: re.Pattern[str]) -> str | None:
    """The office that stands right before a name, with no more than capitalised words between: “Police Chief”."""
    words = _WORDS.search(before)
    match = official.search(words[0]) if words else None
    if words is None or match is None:
        return None
    between = words[0][match.end() :].split()
    return words[0][match.start() :] if all(word[0].isupper() for word in between) else None


def head(role: str, lang: Language) -> str:
    """A role without what a preposition joins to it: “mayor of Haverlo”, “inspecteur de police”."""
    joined = cues.find(lang.tag, lang.reading["principals"]["governs"]["match"], role) if "principals" in lang.reading else None
    return role[: joined.start()] if joined and joined.start() else role
