"""A text comes in; what a reader sees of it goes out: in small letters, without accents, with escapes undone and markup rendered.

Each character goes out with the place of what stands for it in the text, so that what is found can be cut from it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Final
from urllib.parse import unquote

Span = tuple[int, int]
Unit = tuple[str, Span]
"""A character as it is read, and what of the text stands for it."""
_HIDDEN: Final = ("Mn", "Cf")
_BLANK: Final = "\u115f\u1160\u3164\uffa0\u2800"
"""Letters and signs of Korean and Braille that show nothing."""
_STROKES: Final = str.maketrans({"ø": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
"""Letters that have no accent to take off, as they are written where a keyboard lacks them."""
BORDER: Final = "\0"
"""Stands in folded text where a word begins within a word, as in a hashtag."""
_WITHIN: Final = re.compile(r"(?<=[a-zß-öø-ÿ\d])(?=[A-ZÀ-ÖØ-Þ])")
_ESCAPED: Final = re.compile(
    r"&(?:amp;){0,3}(?:#\d{1,7};?|#[xX][\da-fA-F]{1,6};?|[A-Za-z]\w{1,30};)|(?:%(?:25){0,3}[\da-fA-F]{2})+|\\u[\da-fA-F]{4}"
    r"|\bxn--[a-zA-Z\d-]{1,59}"
)
"""As HTML, addresses, JSON and domain names write letters, once or over again."""
_MARKUP: Final = re.compile(r"<!--(?:(?!<!--).){0,2000}?-->|</?[A-Za-z][^<>]{0,500}>|[*_~`\\]", re.DOTALL)
"""What of HTML and Markdown is not seen once it is rendered."""
_LOOKALIKES: Final = str.maketrans(
    "ШшѠѡАВЕЅЗІЇЈКМНОРСТУХѴԌԚԜаеѕіїјкморстухѵһԁԛԝгпΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικνορτυχγηωՕօոսհցɑɡɩʏᴀᴄᴇᴏꜱᴜᴠᴡᴢ",
    "WwWwABESZIIJKMHOPCTYXVGQWaesiijkmopctyxvhdqwrnABEZHIKMNOPTYXaeiKvoptuxynwOonuhgagiYACEOSUVWZ",
)
"""Letters of Cyrillic, Greek, Armenian and of phonetics that pass for Latin ones, each with what it passes for."""


def fold(text: str) -> str:
    """The text in small letters without accents, without what is not seen, and with its escapes undone."""
    return _even(_ESCAPED.sub(lambda match: _unescaped(match[0]), text))


def readings(text: str) -> Iterable[str]:
    """The text folded: as it is written, and as it is read once markup is rendered and one letter passes for another."""
    said = _ESCAPED.sub(lambda match: _unescaped(match[0]), text)
    return dict.fromkeys((_even(said), _even(_MARKUP.sub("", said).translate(_LOOKALIKES))))


def _even(plain: str) -> str:
    marked = _WITHIN.sub(BORDER, plain)
    return marked.lower() if marked.isascii() else marked.translate(_FOLDS)


class _Folds(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
        seen = (part for part in decomposed if unicodedata.category(part) not in _HIDDEN and part not in _BLANK)
        self[code] = "".join(seen).translate(_STROKES)
        return self[code]


_FOLDS: Final = _Folds()


def bare(units: Sequence[Unit]) -> list[Unit]:
    """What is read once markup is rendered, in the letters that it passes for."""
    hidden = {at for match in _MARKUP.finditer("".join(char for char, _ in units)) for at in range(*match.span())}
    return [(char.translate(_LOOKALIKES), place) for at, (char, place) in enumerate(units) if at not in hidden]


def folded(units: Sequence[Unit]) -> tuple[str, list[Span]]:
    """The text folded, and what of it each of its characters stands for."""
    begins = {match.start() for match in _WITHIN.finditer("".join(char for char, _ in units))}
    letters = [
        (letter, place)
        for at, (char, place) in enumerate(units)
        for letter in (BORDER if at in begins else "") + _FOLDS[ord(char)]
    ]
    return "".join(letter for letter, _ in letters), [place for _, place in letters]


def units(text: str) -> Iterator[Unit]:
    """The characters of the text with escapes undone, each with its place; those of one escape have that of the whole."""
    done = 0
    for match in (*_ESCAPED.finditer(text), None):
        until = match.start() if match else len(text)
        yield from ((text[at], (at, at + 1)) for at in range(done, until))
        if match:
            yield from ((char, match.span()) for char in _unescaped(match[0]))
            done = match.end()


def _unescaped(escape: str) -> str:
    if escape.startswith("&"):
        return unescape(escape if escape == "&amp;" else escape.replace("&amp;", "&").replace("amp;", ""))
    if escape.startswith("%"):
        return unquote(re.sub("%(?:25)+(?=[0-9A-Fa-f]{2})", "%", escape))
    if escape.startswith("\\"):
        return chr(int(escape[2:], 16))
    try:
        return escape.encode("ascii").decode("idna")
    except UnicodeError:
        return escape  # nothing that a domain is called
