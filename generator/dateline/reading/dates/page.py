"""A text comes in; the same with its typography evened out goes out, and where each of its characters stood.

Apostrophes, spaces and hyphens of any kind are one; a single line end is a space; soft hyphens are none, and no more is the
hyphen at which a line ends inside a word. A letter in a number that a scanner took for its digit is the digit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, starmap
from typing import Final

from dateline.faircopy import FairCopy

_SIGNS: Final = (*((sign, "'") for sign in "\u2018\u2019\u201b\u0060"), ("\u0130", "I"))
"""Each with what it is evened out to, over what the fair copy does. Looked for one after the other: most of a text has none."""
_LINE_ENDS: Final = re.compile(r"[\n\r]+")
_ONE_LINE_END: Final = ("\n", "\r", "\r\n")
_BROKEN: Final = re.compile(r"(?<=[^\W\d_])-(?:\r\n|[\n\r])(?=[^\W\d_A-Z])")
"""A word that goes on in the next line; a capital begins another."""
_MIXED: Final = re.compile(r"[0-9lI](?:(?<=[lI])\d|(?<=\d)[oO])")
_SLIP: Final = re.compile(r"(?<![\w.,])(?:[lI]\d(?:\d\d)?|[123]O|[12][\doO]{3}(?<=\d))(?!\w|[.,]\d)")
_DIGITS: Final = str.maketrans("lIoO", "1100")
_GONE: Final = re.compile(r"\xad+| (?<=  ) *")


@dataclass(frozen=True, slots=True)
class Page:
    """A text as the rules see it: `plain` with its capitals, `low` without; `places` of its characters where some are gone."""

    plain: str
    low: str
    copy: FairCopy
    places: tuple[int, ...] | None

    @staticmethod
    def of(text: str) -> Page:
        """Even out typography. Soft hyphens and second spaces go; nothing else moves a character."""
        copy = FairCopy.of(text)
        plain = copy.text
        for sign, even in _SIGNS:
            plain = plain.replace(sign, even)
        if "-\n" in plain or "-\r" in plain:
            plain = _BROKEN.sub(lambda found: "\xad" * len(found[0]), plain)
        plain = _LINE_ENDS.sub(lambda found: " " * len(found[0]) if found[0] in _ONE_LINE_END else found[0], plain)
        if _MIXED.search(plain):
            plain = _SLIP.sub(lambda found: found[0].translate(_DIGITS), plain)
        if "\xad" not in plain and "  " not in plain:
            return Page(plain, plain.lower(), copy, None)
        ends = [0, *(at for found in _GONE.finditer(plain) for at in found.span()), len(plain)]
        kept = tuple(zip(ends[::2], ends[1::2], strict=True))
        plain = "".join(plain[start:end] for start, end in kept)
        return Page(plain, plain.lower(), copy, tuple(chain.from_iterable(starmap(range, kept))))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where that stretch of the page stands in the text as it was given."""
        return self.copy.span(*((start, end) if self.places is None else (self.places[start], self.places[end - 1] + 1)))
