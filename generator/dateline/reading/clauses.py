"""A Sentence comes in; its clauses come out: where each starts, and how it opens.

What opens a clause stands in the language file under `reading: clauses:`. How far two places of a sentence are apart is
counted in the boundaries between them: the date that a verb bears is the one with the fewest.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from dateline.language import Language
from dateline.model import Sentence
from dateline.reading import cues

COSTS: Final[Mapping[str, int]] = {"main": 0, "and": 1, "pause": 1, "relative": 2, "subordinate": 2, "stop": 3}
"""What it costs to cross the start of a clause that opens so."""
_FULL_STOP: Final = r"[.!?…](?:(?<=\w{5}.)|(?<=(?:19|20)\d\d.))(?=\s+(?-i:[^\W\d_a-zß-öø-ÿœ]))"
"""Of what is quoted, which is one sentence for all its full stops; behind a word that is no abbreviation, or a year."""
_PAUSES: Final = rf"(?P<stop>[;:]|(?<=\s)[–—-](?=\s)|[«»„“”‹›\"]+|{_FULL_STOP})|(?P<pause>(?<!\d),|,(?!\d)|[()])"


@dataclass(frozen=True, slots=True)
class Clause:
    """Span in the document; `opens` is a key of COSTS."""

    start: int
    end: int
    opens: str


@lru_cache(maxsize=64)  # of the sentences among which speakers are looked for
def clauses(sentence: Sentence, lang: Language) -> tuple[Clause, ...]:
    """The clauses of a sentence, in text order, without gaps."""
    text = sentence.text
    cuts: list[tuple[int, str]] = [(0, "main")]
    for match in _boundary(lang.tag, _openers(lang)).finditer(text):
        opens = match.lastgroup or "pause"
        at = match.end() if opens in ("pause", "stop") else match.start()
        if text[cuts[-1][0] : at].strip(' ,;:«»„“”‹›"()–—-'):
            cuts.append((at, opens))
        elif COSTS[opens] >= COSTS[cuts[-1][1]]:
            cuts[-1] = (cuts[-1][0], opens)
    ends = [at for at, _ in cuts[1:]] + [len(text)]
    return tuple(Clause(sentence.start + at, sentence.start + end, opens) for (at, opens), end in zip(cuts, ends, strict=True))


def distance(parts: tuple[Clause, ...], one: int, other: int) -> int:
    """The cost of the boundaries between two offsets; a clause stepped over whole costs its opening once."""
    first, last = sorted((_index(parts, one), _index(parts, other)))
    return sum(COSTS[part.opens] for part in parts[first + 1 : last + 1])


def at(parts: tuple[Clause, ...], offset: int) -> Clause:
    """The clause in which an offset lies."""
    return parts[_index(parts, offset)]


def behind(parts: tuple[Clause, ...], offset: int) -> Clause | None:
    """The clause that follows the one in which an offset lies."""
    index = _index(parts, offset) + 1
    return parts[index] if index < len(parts) else None


def around(parts: tuple[Clause, ...], offset: int, most: int) -> tuple[int, int]:
    """The stretch of the document no place of which is further from an offset than `most`."""
    first = last = _index(parts, offset)
    left = right = most
    while first and (left := left - COSTS[parts[first].opens]) >= 0:
        first -= 1
    while last + 1 < len(parts) and (right := right - COSTS[parts[last + 1].opens]) >= 0:
        last += 1
    return parts[first].start, parts[last].end


def aside(parts: tuple[Clause, ...], offset: int, other: int) -> bool:
    """The first lies in a relative clause, the other outside it: “the driver, | who came in March, | was acquitted”.

    Further on it may be the same clause again, after one inside it: “which in 2018, | after it had burned, | was sold”.
    """
    own, there = _index(parts, offset), _index(parts, other)
    return parts[own].opens == "relative" and (there < own or there == own + 1)


def _index(parts: tuple[Clause, ...], offset: int) -> int:
    return max(bisect_right(parts, offset, key=lambda part: part.start) - 1, 0)


def _openers(lang: Language) -> tuple[tuple[str, str], ...]:
    rows: Mapping[str, Mapping[str, str]] = lang.reading.get("clauses", {})
    return tuple((name, rows[name]["match"]) for name in ("relative", "subordinate", "and") if name in rows)


@cache
def _boundary(tag: str, openers: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    del tag  # part of the key: one pattern a language
    words = "".join(rf"|(?P<{name}>(?<![\w’'])(?:{cues.loosened(pattern)})(?:(?!\w)|(?<=['’ ])))" for name, pattern in openers)
    return re.compile(_PAUSES + words, re.IGNORECASE)
