"""A text as it was typed comes in; its fair copy goes out, in which one letter is written one way, and the way back.

Reading works on the copy, and whatever it finds is quoted in the characters of the text: no pattern has to know that an é may
be two characters, that a space may not break or that a hyphen may be one of three.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

Span = tuple[int, int]
_SIGNS: Final = {
    **dict.fromkeys("\xad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff", ""),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", ""),
    **dict.fromkeys("\t\v\f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\u02bc\xb4", "’"),
    **dict.fromkeys("\u2010\u2011\u2212", "-"),
    "\u2012": "–",
    "\u2015": "—",
}
"""What is not seen, spaces, line ends, apostrophes, hyphens and dashes, each with what it is evened out to."""
_TYPE: Final = ("ĲĳĿŀſ", map(chr, range(0xFB00, 0xFB07)), map(chr, range(0xFF01, 0xFF5F)))
"""Letters set as one, and letters and digits of full width."""
_EVEN: Final = {
    ord(sign): plain
    for sign, plain in (_SIGNS | {sign: unicodedata.normalize("NFKC", sign) for signs in _TYPE for sign in signs}).items()
}
_SPACES: Final = re.compile("  +")
_MOVED: Final = re.compile(r"(?:[ \t\v\f]{2,}|[\x00-\x7f]?[^\x00-\x7f])+[ \t\v\f]*")
"""Beyond ASCII, with the letter before, which an accent may stand on, and spaces in a row."""
_ODD: Final = re.compile(f"[{''.join(map(chr, _EVEN))}]")


class _Piece(NamedTuple):
    """A stretch of a copy that begins at `at`, and where it stands in its text; `still`: character for character."""

    at: int
    start: int
    end: int
    still: bool


@dataclass(frozen=True, slots=True)
class FairCopy:
    """`own` is the text as it was typed, `text` its copy; `pieces` say where what of it stood, none where nothing moved."""

    own: str
    text: str
    pieces: tuple[_Piece, ...] = ()

    @staticmethod
    def of(own: str) -> FairCopy:
        """Compose what is decomposed, and even out what only the typesetter sees. Most texts are their own copy."""
        odd = set(_ODD.findall(own))
        even = own.translate(_EVEN) if odd else own
        if all(len(_EVEN[ord(sign)]) == 1 for sign in odd) and "  " not in even and unicodedata.is_normalized("NFC", even):
            return FairCopy(own, even)
        pieces, texts, at = [], [], 0
        for start, end in _parts(own):
            texts.append(text := _even(own[start:end]))
            pieces.append(_Piece(at, start, end, len(text) == end - start and (len(text) == 1 or text.isascii())))
            at += len(text)
        return FairCopy(own, "".join(texts), tuple(pieces))

    def span(self, start: int, end: int) -> Span:
        """Where that stretch of the copy, which is not empty, stands in the text as it was typed."""
        return (self._place(start)[0], self._place(end - 1)[1]) if self.pieces else (start, end)

    def _place(self, offset: int) -> Span:
        """Where that character stands, with what was written with it."""
        piece = self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece.at) - 1]
        at = piece.start + offset - piece.at
        return (at, at + 1) if piece.still else (piece.start, piece.end)

    def line(self, offset: int) -> int:
        """The line of the text, counted from 1, on which that place of the copy stands."""
        return self.own.count("\n", 0, self.span(offset, offset + 1)[0]) + 1

    def words(self, start: int, end: int) -> str:
        """That stretch of the copy as it was typed."""
        first, last = self.span(start, end)
        return self.own[first:last]


def even(text: str) -> str:
    """The text of its fair copy."""
    return FairCopy.of(text).text


@lru_cache(maxsize=1_000)
def _even(letter: str) -> str:
    return _SPACES.sub(" ", unicodedata.normalize("NFC", letter.translate(_EVEN)))


def _parts(text: str) -> Iterator[Span]:
    """Stretches in which nothing moves, and between them each character with what combines with it; spaces in a row are one."""
    done = 0
    for stretch in _MOVED.finditer(text):
        start = stretch.start()
        if done < start:
            yield done, start
        for at in range(start + 1, stretch.end()):
            if not _goes_on(text, start, at):
                yield start, at
                start = at
        yield start, stretch.end()
        done = stretch.end()
    if done < len(text):
        yield done, len(text)


def _goes_on(text: str, start: int, at: int) -> bool:
    """The character at `at` belongs to the letter that begins at `start`."""
    sign = text[at]
    if _is_space(sign):
        return _is_space(text[at - 1])
    if sign.isascii() or unicodedata.combining(sign):
        return not sign.isascii()
    before = text[start:at]
    whole, apart = (unicodedata.normalize("NFC", part) for part in (before + sign, before))
    return whole != apart + unicodedata.normalize("NFC", sign)


def _is_space(sign: str) -> bool:
    return _EVEN.get(ord(sign), sign) == " "
