"""A document and the case's Names come in; the Bearers go out: these, and whoever else bears a name in that document.

They tell apart two whom something befell, and name nobody: a title names parties alone. Beside capitalised words, and full names
where every noun has a capital, what opens a sentence right before a verb in the singular is a name: “Renner was”, for a noun
needs an article there. No pronoun, no adverb, no word that the document writes small, and no authority is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from dateline import faircopy, language
from dateline.language import Language
from dateline.model import Document
from dateline.reading import cues, identity, names, voices
from dateline.reading.names import Names

_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿœ]"
_OPENING: Final = re.compile(
    rf"(?:\A|[.!?:\n»”“\"’] ?)\s*(?:(?P<before>{_CAPITAL}[\w-]+) )?(?P<name>{_CAPITAL}[\w-]{{2,}})(?= [a-zß-öø-ÿœ])"
)
_PARTS: Final = re.compile(r"[ ’'&.]+")
_SHORT: Final = 3  # letters below which a word of a name says little
_BEFORE: Final = 12  # characters in which the article before a name stands
_SPELT: Final = 0.6
"""How alike two words are that may be one name as two languages spell it: “Selenskyj” and “Zelensky” are at 0.8."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """One who is named: the party, where a person said who takes part; and every word by which the document calls them."""

    party: str | None
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bearers:
    """`names` finds them, `called` tells of each id who that is."""

    names: Names
    called: dict[str, Bearer]


def bearers(document: Document, known: Names) -> Bearers:
    """Whom the document may name."""
    lang, small = language.load(document.article.lang), names.small_words(document.text)
    found = _met(document, lang, small) if "principals" in lang.reading else ()
    met = {name for name in found if name.lower() not in known.ids}
    called = {party.id: Bearer(party.id if known.given else None, _words(party.names, small, lang)) for party in known.parties}
    full = [_words([name], frozenset(), lang) for name in met]
    for name in met:
        mine = _words([name], small, lang)
        called[name] = Bearer(None, mine.union(*(words for words in full if mine <= words)))
    everybody = replace(known, pattern=_pattern(known, met), ids={**known.ids, **{name.lower(): name for name in met}})
    return Bearers(everybody, called)


def apart(one: Bearer, other: Bearer, *, one_text: bool) -> bool:
    """They are certainly two. `one_text`: one article names both, which spells a name in one way."""
    if one.party is not None and other.party is not None:
        return one.party != other.party
    if not one.words.isdisjoint(other.words):
        return False
    return one_text or not any(_alike(mine, yours) for mine in one.words for yours in other.words)


def _alike(one: str, other: str) -> bool:
    """They may be one name in two spellings, or the first letters of a longer one."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SPELT or min(len(one), len(other)) < _SHORT


def _words(called: Iterable[str], small: frozenset[str], lang: Language) -> frozenset[str]:
    """The words of those names, without capitals; no adverb before one and no title that stands small elsewhere."""
    words = [word for name in called for word in _PARTS.split(name.removesuffix(".com")) if word]
    own = [word for word in words if len(word) >= _SHORT and word.lower() not in small and not _is_word(word, lang)]
    return frozenset(map(identity.folded, own or words))


def _pattern(known: Names, met: Iterable[str]) -> re.Pattern[str] | None:
    """The longest of all names that stand at a place."""
    own = {faircopy.even(name) for party in known.parties for name in party.names}
    forms = {name: rf"(?i:{re.escape(name)})" if known.given else re.escape(name) for name in own}
    forms.update((name, re.escape(name)) for name in met)
    longest = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(forms.__getitem__, longest))})(?!\w)") if forms else None


def _met(document: Document, lang: Language, small: frozenset[str]) -> Iterator[str]:
    """The names in a document, full ones with their last words."""
    nouns = names.nouns(lang.tag, document.text)
    full = {name for _, name in names.full_names(document) if not _article(lang).match(name)}
    openings = {match["name"] for match in _OPENING.finditer(document.text) if _opens(match, lang)}
    for name in {*_runs(document, lang), *full, *(name.split()[-1] for name in full), *openings}:
        bare = name.lower() not in small and name not in nouns
        if bare and voices.role(name, lang) == "person" and not _is_word(name, lang):
            yield name


def _runs(document: Document, lang: Language) -> Iterator[str]:
    """Capitalised words inside a sentence that mostly stand without an article: “the Chairman” is none."""
    if lang.reading.get("capitalised_nouns") == "yes":
        return
    bare: Counter[str] = Counter()
    for name, start in names.runs(document):
        before = document.text[max(0, start - _BEFORE) : start].rstrip()
        behind = any(match.end() == len(before) for match in _article(lang).finditer(before))
        bare[name] += -1 if behind else 1
    yield from (name for name, count in bare.items() if count > 0)


def _article(lang: Language) -> re.Pattern[str]:
    return cues.compiled(lang.tag, lang.reading["principals"]["article"]["match"])


def _opens(match: re.Match[str], lang: Language) -> bool:
    """No verb in the plural follows, and nothing but an adverb stands before it: “Auch Renner wurde”."""
    plural = cues.compiled(lang.tag, lang.reading["principals"]["plural"]["match"])
    return plural.match(match.string, match.end() + 1) is None and (match["before"] is None or _is_word(match["before"], lang))


def _is_word(name: str, lang: Language) -> bool:
    """A pronoun, an adverb, a preposition, or what a language file lists as no name."""
    rows = (lang.reading.get("floating"), lang.reading.get("principals", {}).get("governs"))
    words = any(row is not None and cues.compiled(lang.tag, row["match"]).fullmatch(name) for row in rows)
    return words or language.unnamed(name, lang.tag) or name in lang.reading.get("no_names", ())
