"""A text comes in; the same with its typography evened out goes out, and where each of its characters stood.

Apostrophes, spaces and hyphens of any kind are one; a single line end is a space; soft hyphens are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("\t\v\f\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u0060\xb4", "'"),
        **dict.fromkeys("\u2010\u2011", "-"),
        "\u0130": "I",
    }
)
_LINE_END: Final = re.compile(r"(?<![\n\r])(?:\r\n|[\n\r])(?![\n\r])")
_SPACES: Final = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Page:
    """A text as the rules see it: `plain` with its capitals, `low` without; `places` of its characters where some are gone."""

    plain: str
    low: str
    places: tuple[int, ...] | None

    @staticmethod
    def of(text: str) -> Page:
        """Even out typography. Soft hyphens and second spaces go; nothing else moves a character."""
        plain = _LINE_END.sub(lambda found: " " * len(found[0]), text.translate(_SIGNS))
        if "\xad" not in plain and "  " not in plain:
            return Page(plain, plain.lower(), None)
        gone = {at for found in _SPACES.finditer(plain) for at in range(found.start() + 1, found.end())}
        places = tuple(at for at, sign in enumerate(plain) if sign != "\xad" and at not in gone)
        plain = "".join(plain[at] for at in places)
        return Page(plain, plain.lower(), places)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where that stretch of the page stands in the text as it was given."""
        return (start, end) if self.places is None else (self.places[start], self.places[end - 1] + 1)
