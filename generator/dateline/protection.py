"""Names and patterns to protect come in, then texts; where these name somebody, and the texts with a mark there, go out.

A name is found in any case, with or without accents, however its parts are joined, and with an ending behind it; a pattern
is a regular expression between slashes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

Span = tuple[int, int]
_HIDDEN: Final = ("Mn", "Cf")
_BEFORE: Final = r"(?<![^\W_])"
_AFTER: Final = r"(?![^\W_])"
_JOINT: Final = r"[\W_]{0,3}"
_SHORT: Final = 4
"""Letters. A shorter name is found only as a word of its own: with an ending it would be half of the language."""
_LEAST: Final = 4
"""Letters of a name's rest that give it away where a text is cut off within it."""


@dataclass(frozen=True, slots=True)
class Protection:
    """What must not be told: folded names, and what finds names (in folded text) and patterns (in both)."""

    names: tuple[str, ...] = ()
    finders: tuple[re.Pattern[str], ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.finders or self.patterns)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where the text names somebody, in its own characters, in order and apart."""
        folded, places = _folded(text)
        found = [places_of(match.span(), places) for find in (*self.finders, *self.patterns) for match in find.finditer(folded)]
        return _merged([*found, *(match.span() for find in self.patterns for match in find.finditer(text))])

    def names_somebody(self, text: str) -> bool:
        """The text does."""
        folded = fold(text)
        return any(find.search(folded) for find in (*self.finders, *self.patterns)) or any(
            find.search(text) for find in self.patterns
        )

    def withhold(self, text: str, mark: str) -> str:
        """The text with the mark wherever it names somebody."""
        return cut(text, self.spans(text), mark) if self.names_somebody(text) else text

    def begun(self, text: str) -> tuple[Span, ...]:
        """The rest of a name at the text's start, where it may have been cut off within one."""
        folded, places = _folded(text)
        rests = (rest for name in self.names for rest in _rests(name) if folded.startswith(rest))
        return tuple(places_of((0, len(rest)), places) for rest in sorted(rests, key=len)[-1:])

    def broken_off(self, text: str) -> tuple[Span, ...]:
        """The first part of a name at the text's end."""
        folded, places = _folded(text)
        heads = (head for name in self.names for head in _heads(name) if re.search(_BEFORE + re.escape(head) + r"\Z", folded))
        return tuple(places_of((len(folded) - len(head), len(folded)), places) for head in sorted(heads, key=len)[-1:])


@cache
def of(entries: tuple[str, ...]) -> Protection:
    """The protection of those names and patterns; one that has a flaw protects nothing."""
    sound = [entry for entry in entries if not flaw(entry)]
    names = [_words(entry) for entry in sound if not _is_pattern(entry)]
    patterns = [re.compile(entry[1:-1], re.IGNORECASE) for entry in sound if _is_pattern(entry)]
    return Protection(tuple(map(" ".join, names)), tuple(map(_finder, names)), tuple(patterns))


def flaw(entry: str) -> str:
    """Why that cannot be protected, as the end of a sentence; empty where it can."""
    if not _is_pattern(entry):
        return "" if _words(entry) else "has neither a letter nor a digit"
    try:
        return "fits everywhere" if re.compile(entry[1:-1]).search("") else ""
    except re.error as error:
        return f"is no regular expression: {error}"


def fold(text: str) -> str:
    """The text in small letters without accents and without what is not seen."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def cut(text: str, spans: Iterable[Span], mark: str) -> str:
    """The text with the mark in place of each span."""
    pieces, done = [], 0
    for start, end in spans:
        pieces += [text[done:start], mark]
        done = end
    return "".join([*pieces, text[done:]])


def places_of(span: Span, places: Sequence[int]) -> Span:
    """A span of folded text, in the characters of the text; with all that its last one is made of."""
    start, end = span
    return places[start], places[end - 1] + 1 if end > start else places[start]


def within(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    """What of the spans lies in [start, end), counted from its start."""
    return tuple((max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start)


def _is_pattern(entry: str) -> bool:
    return len(entry) > 2 and entry.startswith("/") and entry.endswith("/")


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(name))


def _finder(words: Sequence[str]) -> re.Pattern[str]:
    short = sum(map(len, words)) < _SHORT
    return re.compile(_BEFORE + _JOINT.join(map(re.escape, words)) + (_AFTER if short else ""))


class _Folds(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
        self[code] = "".join(part for part in decomposed if unicodedata.category(part) not in _HIDDEN)
        return self[code]


_FOLDS: Final = _Folds()


def _folded(text: str) -> tuple[str, list[int]]:
    """The folded text, and the place in the text of each of its characters, and of its end."""
    letters = [(letter, at) for at, char in enumerate(text) for letter in _FOLDS[ord(char)]]
    return "".join(letter for letter, _ in letters), [*(at for _, at in letters), len(text)]


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _rests(name: str) -> set[str]:
    """Its last words, and what of it is long enough."""
    return {name[at:] for at in range(1, len(name)) if name[at - 1] == " " or len(name) - at >= _LEAST}


def _heads(name: str) -> set[str]:
    """Its first words, and what of it is long enough."""
    return {name[:at] for at in range(1, len(name)) if name[at] == " " or at >= _LEAST}
