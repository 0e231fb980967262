"""A language's words for numbers come in; the pattern of a number in words, and what it says, go out.

“six million two hundred thousand”, “zweihunderttausend”, “cento e cinquenta mil”: what stands before “hundred” or “million” is
multiplied by it, what stands behind it added. What cannot be put together so, such as “two and three”, says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

_NOTHING: Final = r"(?!)"
_MOST: Final = 10  # words of one
_ALONE: Final = 1000  # up to which “hundred” or “thousand” may stand without a number before it
_GAP: Final = r"[ -]?"


@dataclass(frozen=True, slots=True)
class NumberWords:
    """`numbers` are words with what they say, `times` patterns of those that multiply, by how much; `joint` is the “and”
    between, `point` the decimal sign as a word, `scale` what may follow a number besides.
    """

    numbers: Mapping[str, Decimal]
    times: Mapping[str, str]
    joint: str
    point: str
    scale: str
    _token: re.Pattern[str] = field(init=False)
    _decimal: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        names = [f"(?P<x{size}>{words})" for size, words in self._largest()]
        object.__setattr__(self, "_token", re.compile("|".join((self.joint, *names, f"(?P<word>{either(self.numbers)})"))))
        object.__setattr__(self, "_decimal", re.compile(rf"\s(?:{self.point})\s"))

    def _largest(self) -> list[tuple[str, str]]:
        """The multipliers, the largest first: “milhões” is no “mil”."""
        return sorted(((str(size), words) for size, words in self.times.items()), key=lambda row: -int(row[0]))

    @property
    def pattern(self) -> str:
        """A number in words, as cues.py compiles it. An article (“a”, “un”) is one only before what it multiplies."""
        times = "|".join(words for _, words in self._largest()) or _NOTHING
        one = rf"(?:{either(self._between(1, 2))})(?={_GAP}(?:{times}|{self.scale})(?!\w))"
        big, small = f"{times}|{either(self._between(100, None))}", either(self._between(2, 100))
        word = rf"(?:{big})(?: (?:{self.joint})(?= \w))?|{small}|{one}"
        return rf"(?![\s-])(?:(?: (?:{self.point}) |{_GAP})(?:{word})){{1,{_MOST}}}(?!\w)"

    def _between(self, least: int, most: int | None) -> list[str]:
        return [text for text, number in self.numbers.items() if least <= number and (most is None or number < most)]

    def value(self, text: str) -> Decimal | None:
        """What the number in words says."""
        whole, *fraction = self._decimal.split(text)
        number = _put_together(self._tokens(whole))
        if number is None or not fraction:
            return number
        digits = self._tokens(fraction[0])
        scale = digits.pop()[0] if digits and digits[-1][1] else Decimal(1)
        after = _put_together(digits)
        return None if after is None or len(fraction) > 1 else Decimal(f"{number}.{after}") * scale

    def _tokens(self, text: str) -> list[tuple[Decimal, bool]]:
        """Each of its words with what it says, and whether it multiplies."""
        found = ((match[0], match.lastgroup) for match in self._token.finditer(text))
        return [
            (self.numbers[word], False) if name == "word" else (Decimal(name.removeprefix("x")), True)
            for word, name in found
            if name
        ]


def _put_together(tokens: Sequence[tuple[Decimal, bool]]) -> Decimal | None:
    """The largest multiplier times what stands before it, and what stands behind it; None where that is no number."""
    largest = max((number for number, multiplies in tokens if multiplies), default=None)
    if largest is None:
        return _sum([number for number, _ in tokens])
    at = tokens.index((largest, True))
    before = _put_together(tokens[:at]) if at else Decimal(1)
    after = _put_together(tokens[at + 1 :]) if tokens[at + 1 :] else Decimal(0)
    if before is None or after is None or after >= largest or (not at and largest > _ALONE):
        return None
    return before * largest + after


def _sum(numbers: Sequence[Decimal]) -> Decimal | None:
    """Each fills noughts of what is before it: “cento e cinquenta”."""
    total = Decimal(0)
    for number in numbers:
        digits = f"{total:f}"
        if total and number >= Decimal(10) ** (len(digits) - len(digits.rstrip("0"))):
            return None
        total += number
    return total or None


def either(texts: Sequence[str] | Mapping[str, Decimal]) -> str:
    """All of the texts as a pattern, the longest first."""
    return "|".join(re.escape(text).replace(r"\ ", " ") for text in sorted(texts, key=len, reverse=True)) or _NOTHING
