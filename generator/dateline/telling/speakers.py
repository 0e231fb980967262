"""Events and their voices come in; whose claim it is, in the page's language, goes out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from dateline import language
from dateline.dossier import Party
from dateline.model import Citation, Event, Voice
from dateline.telling import leads
from dateline.telling.pieces import Line, Mark
from dateline.telling.words import Words, plain

CLAIMS = ("alleged", "denied")
"""The statuses that must say whose they are."""
_OFFICIAL: Final = "official"
_LONG: Final = 4
"""Letters."""
_MARKS: Final = re.compile('["“”„‟«»‹›「」『』]')
"""Double quotation marks; a single one is mostly an apostrophe."""


def mark(event: Event, words: Words, parties: Mapping[str, Party]) -> Mark:
    """The event's status, and for a claim whose it is."""
    who = _claimant(event, words, parties) if event.status in CLAIMS else ()
    return Mark(event.status, words.name("statuses", event.status), who)


def voice_mark(citation: Citation, words: Words, parties: Mapping[str, Party]) -> Mark:
    """The same for one quotation."""
    voice = citation.voice
    who = speaker(voice, citation.lang, words, parties) if voice.status in CLAIMS else ()
    return Mark(voice.status, words.name("statuses", voice.status), who)


def attribution(citation: Citation, kind: str, words: Words, parties: Mapping[str, Party]) -> Line:
    """Whose words a quotation gives: “The lawsuit, as reported”, “In the reporter’s own words”, “As the article reports it”."""
    who = speaker(citation.voice, citation.lang, words, parties)
    if who:
        return words.line("by_named", who=who)
    if citation.voice.status != "established":
        return words.line("by_nobody")
    return words.line("by_article" if tells_speech(citation, kind) else "by_outlet")


def tells_speech(citation: Citation, kind: str) -> bool:
    """The passage may hold words that are not the reporter’s: of an act of saying, with a cue, or with quotation marks."""
    about = language.kinds().get(kind, {})
    return bool(about.get("speech") or about.get("public") or citation.voice.cue or _MARKS.search(citation.quote))


def speaker(voice: Voice, lang: str, words: Words, parties: Mapping[str, Party]) -> Line:
    """Who says so: a party by its name, else the language's word for such a speaker and the name that follows in the source.

    Where there is neither, the source's own words, marked as its language, and in quotation marks if they are no name; of a mere
    “he” it is said that somebody is called so.
    """
    if voice.who and language.unnamed(voice.who, lang):
        return words.line("unnamed", who=words.piece(voice.who, lang))
    if voice.who is None:
        generic = words.labels["roles"].get(voice.role)
        return words.line("name", name=str(generic)) if generic else ()
    for party in parties.values():
        if voice.who.casefold() in (name.casefold() for name in party.names):
            return words.line("name", name=party.names[0])
    generic = None if _may_be_accused(voice, lang, parties) else words.labels["roles"].get(voice.role)
    behind = voice.who.rpartition(", ")[2]
    name = behind if behind != voice.who and " " in behind and _is_name(behind) else None
    if generic or (name and lang != words.tag):
        return words.line("name", name=words.ui["comma"].join(part for part in (generic, name) if part))
    if lang == words.tag or _is_name(voice.who):
        return (words.piece(voice.who, lang),)
    return words.line("who_abroad", who=words.piece(voice.who, lang), language=words.language(lang))


def named(event: Event, words: Words, parties: Mapping[str, Party]) -> str | None:
    """Whose claim or denial it is, where that is a name."""
    who = plain(_claimant(event, words, parties)) if event.status in CLAIMS else ""
    return who if who and _is_name(who) else None


def _may_be_accused(voice: Voice, lang: str, parties: Mapping[str, Party]) -> bool:
    """An official whose words have the name of an accused party, or a word of its role: “the mayor”, where the mayor is accused.

    Who is accused never speaks as the authorities; the source's own words say who does.
    """
    if voice.role != _OFFICIAL or voice.who is None:
        return False
    said = _long_words(voice.who)
    accused = (party for party in parties.values() if party.accused)
    return any(party.named_in(voice.who) or said & _long_words(party.role.get(lang) or "") for party in accused)


def _long_words(text: str) -> set[str]:
    """Those that are no articles or prepositions."""
    return {word for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) >= _LONG}


def _is_name(text: str) -> bool:
    """Every word has a capital. Without a comma before it, a noun with a capital could be taken for a name."""
    return all(word[0].isupper() for word in text.split())


def said(line: Line, words: Words) -> str:
    """Who says so where text has no markup: a feed, a description. Words of another language cannot be marked there."""
    foreign = any(piece.lang and (not _is_name(piece.text) or language.unnamed(piece.text, piece.lang)) for piece in line)
    return words.ui["somebody"] if foreign else plain(line)


def _claimant(event: Event, words: Words, parties: Mapping[str, Party]) -> Line:
    """What a person wrote in this language; else the first claiming voice that the page shows, a name before a mere “he”.

    Without any, what a person wrote in another language.
    """
    written = event.claimant.get(words.tag)
    if written is not None:
        return words.line("name", name=written)
    claiming = [citation for citation in leads.ordered(event, words.tag) if citation.voice.status == event.status]
    claiming.sort(key=lambda one: bool(one.voice.who and language.unnamed(one.voice.who, one.lang)))
    for citation in claiming:
        who = speaker(citation.voice, citation.lang, words, parties)
        if who:
            return who
    other = words.best(event.claimant)
    return (other,) if other else words.line("nobody")
