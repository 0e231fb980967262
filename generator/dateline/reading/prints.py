"""A Document comes in; its Print goes out: what a copy, a rewrite or a translation of the report leaves as it is.

That is who made it (author, agency, outlet), the wording outside quotations, and sentence by sentence what a translator
keeps: names, numbers in digits or words, months and weekdays. A quotation is no wording of the report's own: two reporters
who heard one statement both print it.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from dateline import language
from dateline.model import Document
from dateline.reading import names, sentences

_TOKEN: Final = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?|[^\W\d_][\w’'&-]*\w|[^\W\d_]\w*\d\w*")
_END: Final = re.compile(r"(?<=[^\W\d_]{2}[.!?…])[»”“\"’')\]]*\s+(?=[«„“\"]?\s?[^\W_a-z])|(?<=[»”“\"]) (?=[«„“\"])")
_QUOTED: Final = re.compile('«[^»]*»?|„[^“”]*[“”]?|“[^”]*”?|‹[^›]*›?|"[^"]*"?')
_ELIDED: Final = re.compile("[’']")
_GROUPED: Final = re.compile(r"[.,\u00a0\u202f ]")
_PLAIN_WORD: Final = re.compile(r"[^\W\d_]{2,}\Z")
_LISTS: Final = (("number", ""), ("month", "m"), ("weekday", "w"))
"""Lists of a language file whose words mean the same number in every language, and how their tokens begin."""
_SHINGLE: Final = 5  # words


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence: its length in characters, the figures it tells (numbers, months, weekdays), its capitalised words."""

    size: int
    figures: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Print:
    """What identifies a report. `author`, `agency` and `outlet` are in lower case, `shingles` hashes of five words in a
    row outside quotations, `quoted` of those inside; `persons` are surnames: last words of full names that stand alone too.
    """

    id: str
    lang: str
    author: str | None
    agency: str | None
    outlet: str | None
    parts: tuple[Part, ...]
    shingles: frozenset[int]
    quoted: frozenset[int]
    persons: frozenset[str] = frozenset()
    figures: frozenset[str] = field(init=False)
    names: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "figures", frozenset().union(*(part.figures for part in self.parts)))
        object.__setattr__(self, "names", frozenset().union(*(part.names for part in self.parts)))


@dataclass(frozen=True, slots=True)
class Meaning:
    """The token of a word that means a number, and whether the word means it only with a capital."""

    token: str
    capital: bool


def fingerprint(document: Document) -> Print:
    """What identifies the report that a document is."""
    article = document.article
    runs = {name for name, _ in names.runs(document)}
    known = {word for name in runs for word in _folded_words(name)}
    surnames = {name.split()[-1] for _, name in names.full_names(document)} & runs
    meanings = _meanings(article.lang)
    texts = [document.text[start:end] for start, end in sentences.paragraphs(document)]
    return Print(
        article.id,
        article.lang,
        plain(article.author),
        plain(document.agency),
        plain(article.outlet),
        tuple(_part(sentence, known, meanings) for text in texts for sentence in _END.split(text)),
        frozenset(shingle for text in texts for own in _QUOTED.split(text) for shingle in _shingles(own)),
        frozenset(shingle for text in texts for quoted in _QUOTED.findall(text) for shingle in _shingles(quoted)),
        frozenset(word for name in surnames for word in _folded_words(name)),
    )


def plain(text: str | None) -> str | None:
    """An author's or outlet's name without what stands in brackets, in lower case."""
    return re.sub(r"\s*\(.*?\)", "", text).strip().lower() or None if text else None


def _part(text: str, known: set[str], meanings: Mapping[str, Meaning]) -> Part:
    figures: set[str] = set()
    named: set[str] = set()
    for token in _TOKEN.findall(text):
        if token[0].isdigit():
            figures.add(_digits(token))
            continue
        meaning = meanings.get(_folded(_ELIDED.split(token)[-1]))
        if meaning and not (meaning.capital and token.islower()):
            figures.add(meaning.token)
        elif not token.islower():
            named.update(word for word in _folded_words(token) if word in known or any(c.isdigit() for c in word))
    return Part(len(text), frozenset(figures), frozenset(named))


def _digits(number: str) -> str:
    """A number without its marks. Of one that has some, zeros at the end go: 15.000 million is 15 billion, 4,600 is 4.6."""
    digits = _GROUPED.sub("", number)
    return re.sub(r"0+\Z", "", re.sub(r"(?:000)+\Z", "", digits)) or "0" if len(digits) != len(number) else digits


def _folded_words(name: str) -> Iterator[str]:
    for word in re.split(r"[ ’'&-]+", name):
        if len(word) > 2:
            yield _folded(word)


@cache
def _folded(word: str) -> str:
    """In lower case, without accents."""
    bare = unicodedata.normalize("NFKD", word.removesuffix(".com").rstrip("."))
    return "".join(character for character in bare if not unicodedata.combining(character)).casefold()


@cache
def _meanings(tag: str) -> Mapping[str, Meaning]:
    """Words of a language for numbers from two on, months and weekdays, each with the token that it shares with the others."""
    dates = language.load(tag).dates
    lists, only_capital = dates.get("lists", {}), dates.get("capital", ())
    meant = (lists[name] for name in only_capital if isinstance(lists.get(name), Mapping))  # others are lists of plain words
    capital = {form for forms_of in meant for forms in forms_of.values() for form in forms}
    return {
        _folded(word): Meaning(f"{sign}{value}", word in capital)
        for name, sign in reversed(_LISTS)
        for value, forms in lists.get(name, {}).items()
        for word in forms
        if _PLAIN_WORD.match(word) and (sign or int(value) > 1)
    }


def _shingles(text: str) -> Iterator[int]:
    """Hashes of all five words in a row."""
    words = re.findall(r"\w+", text.lower())
    for n in range(len(words) - _SHINGLE + 1):
        yield zlib.crc32(" ".join(words[n : n + _SHINGLE]).encode())
