"""A regular expression comes in; the needles go out of which its matches hold some: pieces of words, in small letters.

Most sentences hold none of those of most patterns, and looking for a few letters is a hundred times faster than for a pattern.
How a pattern is built says Python's own reader of them, which is private: where a Python has none, or one that speaks otherwise,
there are no needles, every pattern is looked for, and reading only takes longer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from dateline import language

_SIZE: Final = 3  # letters by which needles are filed; shorter ones are nearly everywhere
_MOST: Final = 200  # needles of one place of a pattern
_WIDE: Final = 12  # characters of a class beyond which it says little
PARSER: Final = getattr(re, "_parser", None)
"""Reads a pattern into pairs of an operation, known by its name, and what it works on."""
_OPTIONS: Final = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_STILL: Final = ("AT", "ASSERT_NOT")
"""What takes no place between two letters."""
Needles = frozenset[str]
_NOTHING: Final[Needles] = frozenset({""})


def folded(text: str) -> str:
    """In small letters, as patterns without regard to case see them."""
    return text.replace("İ", "i").replace("ſ", "s").lower()


def needles(pattern: str) -> tuple[Needles, ...]:
    """Sets of which each has a member in every `folded` text that the pattern matches, the most telling set first."""
    try:
        every = _required(PARSER.parse(pattern, re.IGNORECASE)) if PARSER else []
    except (AttributeError, IndexError, TypeError, ValueError):  # not the parser that is known here
        return ()
    return tuple(sorted((one for one in every if min(map(len, one)) >= _SIZE), key=_telling, reverse=True))


class Shelf:
    """Patterns filed under the beginnings of their needles."""

    def __init__(self, name: str, patterns: Sequence[str]) -> None:
        """To find the needles takes half a second a language: they are kept under that name."""
        source = Path(__file__).read_bytes() + "\n".join(patterns).encode()
        self._needles = language.kept(name, source, lambda: [[sorted(one) for one in needles(each)] for each in patterns])
        self._always = [number for number, found in enumerate(self._needles) if not found]
        numbers: dict[str, list[int]] = defaultdict(list)
        for number, found in enumerate(self._needles):
            for needle in found[0] if found else ():
                numbers[needle].append(number)
        self._filed: dict[str, list[tuple[str, list[int]]]] = defaultdict(list)
        for needle, those in numbers.items():
            self._filed[needle[:_SIZE]].append((needle, those))

    def near(self, text: str) -> list[int]:
        """The numbers of the patterns that may match somewhere in the text, in the order given."""
        low = folded(text)
        beginnings = {low[at : at + _SIZE] for at in range(len(low) - _SIZE + 1)}
        filed = (row for beginning in beginnings & self._filed.keys() for row in self._filed[beginning])
        found = {number for needle, numbers in filed if needle in low for number in numbers}
        return sorted([*self._always, *(number for number in found if self._stand(number, low, beginnings))])

    def _stand(self, number: int, low: str, beginnings: set[str]) -> bool:
        """Of each other set of needles one stands in the text, too."""
        others = self._needles[number][1:]
        return all(any(needle[:_SIZE] in beginnings and needle in low for needle in one) for one in others)


def _required(nodes: Sequence[Any]) -> list[Needles]:
    """The needles of each place of a sequence where letters stand side by side."""
    found, texts = [], _NOTHING
    for operation, value in nodes:
        spelt, inside = _read(operation, value)
        if spelt is not None and len(texts) * len(spelt) <= _MOST:
            texts = _joined(texts, spelt)
        else:
            found += [texts, *inside]
            texts = spelt or _NOTHING
    return [*found, texts]


def _joined(texts: Needles, more: Needles) -> Needles:
    if len(texts) == 1 and len(more) == 1:  # mostly
        return frozenset({next(iter(texts)) + next(iter(more))})
    return frozenset(text + end for text in texts for end in more)


def _read(operation: Any, value: Any) -> tuple[Needles | None, list[Needles]]:  # noqa: PLR0911 - one a kind of part
    """All texts that a part of a pattern matches, where they can be counted; else the needles that must stand in it."""
    name = str(operation)
    if name == "LITERAL":
        return frozenset({folded(chr(value))}), []
    if name in _STILL:
        return _NOTHING, []
    if name == "IN":
        letters = [chr(code) for kind, code in value if str(kind) == "LITERAL"]
        return (frozenset(map(folded, letters)) if len(letters) == len(value) <= _WIDE else None), []
    if name == "SUBPATTERN":
        return _whole(value[-1])
    if name == "ASSERT":
        return None, _required(value[1])
    if name == "BRANCH":
        return _either([_whole(nodes) for nodes in value[1]])
    if name in _OPTIONS and (value[0] or value[1] == 1):
        spelt, inside = _whole(value[2])
        if value[1] != 1 or spelt is None:
            return None, (inside or [spelt or _NOTHING]) if value[0] else []
        return (spelt if value[0] else spelt | _NOTHING), []
    return None, []


def _whole(nodes: Sequence[Any]) -> tuple[Needles | None, list[Needles]]:
    """The same of a sequence."""
    found = _required(nodes)
    return (found[0], []) if len(found) == 1 else (None, found)


def _either(parts: Sequence[tuple[Needles | None, list[Needles]]]) -> tuple[Needles | None, list[Needles]]:
    """The same of alternatives: of each the place that tells most."""
    spelt = [texts for texts, _ in parts if texts is not None]
    every = frozenset().union(*spelt)
    if len(spelt) == len(parts):
        return (every, []) if len(every) <= _MOST else (None, [every])
    return None, [every.union(*(max(inside, key=_telling) for texts, inside in parts if texts is None))]


def _telling(one: Needles) -> tuple[int, int]:
    return min(map(len, one)), -len(one)
