"""A text comes in; what stands between its quotation marks comes out, nested and over paragraphs.

Marks that a language uses otherwise than most stand in its file under `reading: quotes:`, a pair each, the opening one first;
`dialogue: yes` there says that a paragraph which opens with a dash is what somebody says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from typing import Final

from dateline.language import Language

_PAIRS: Final = ("«»", "“”", "„“", "„”", "‘’", "‹›", '""', "''", "””")
_SINGLE: Final = "‘’‚'"
_APOSTROPHES: Final = "’'"
_BEFORE_OPENING: Final = "([{—–-/:…" + "".join(pair[0] for pair in _PAIRS)
_ELIDING: Final = "«“"  # open right behind an elided word: “d’« honneur »”
_ONCE: Final = "“„"  # never within one of its own
_STOP: Final = re.compile(r"[.!?…](?=\s)")
_DEEPEST: Final = 16  # quotations in quotations; a mark that would open another is none
_ELIDED: Final = re.compile(r"'(?:\d|[a-z]{1,2} )")  # “'s morgens”, “'80”: an apostrophe
_ENDERS: Final = ".!?…:;»”“\"'’)]"
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FEW: Final = 3  # words; fewer are mostly a name or a nickname
_LONG: Final = 4  # letters of a word that has a capital in a title
_DASHES: Final = "—–"
_SPOKEN: Final = re.compile(rf"^[ \t]*(?=([{_DASHES}](?:[^\s\d{_DASHES}]| (?=[^\n]* [{_DASHES}][ ,]))[^\n]*\S))", re.MULTILINE)
"""A dash, and a second one behind it where a space follows the first: else it may be an item of a list."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Marks included, `text[start:end]`; `depth` counts the quotations around it."""

    start: int
    end: int
    depth: int


@dataclass(frozen=True, slots=True)
class _Marked:
    """A text's quotations by their start; those that lie in no other, and how far each of them and those before it reach.

    `longer`: for each the number of the last before it, in the same outer one, that ends behind it; -1 where there is none.
    """

    every: tuple[Quotation, ...]
    longer: tuple[int, ...]
    outer: tuple[Quotation, ...]
    furthest: tuple[int, ...]


def quotations(text: str, lang: Language) -> tuple[Quotation, ...]:
    """Every quotation, by its start. One that is never closed ends with its sentence."""
    return _marked(*_of(text, lang)).every


def _of(text: str, lang: Language) -> tuple[str, tuple[str, ...], bool]:
    """A text with how its language quotes."""
    return text, (*lang.reading.get("quotes", ()), *_PAIRS), lang.reading.get("dialogue") == "yes"


def around(text: str, lang: Language, place: int) -> tuple[Quotation, ...]:
    """The quotations in which an offset lies, the outermost first."""
    marked = _marked(*_of(text, lang))
    found, at = [], bisect_right(marked.every, place, key=lambda found: found.start) - 1
    while at >= 0:
        one = marked.every[at]
        if place < one.end:
            found.append(one)
        at = marked.longer[at] if one.end <= place else at - 1 if one.depth else -1
    return tuple(reversed(found))


def outer(text: str, lang: Language, start: int, end: int) -> Iterator[Quotation]:
    """The quotations that touch text[start:end] and lie in no other, by their start."""
    marked = _marked(*_of(text, lang))
    for found in marked.outer[bisect_right(marked.furthest, start) :]:
        if found.start >= end:
            return
        if found.end > start:
            yield found


def speech(text: str, found: Quotation) -> bool:
    """It can be what somebody said: no title, in which every longer word has a capital, and no nickname of a word or two."""
    if dialogue(text, found):
        return True
    words = _WORD.findall(text, found.start, found.end)
    return len(words) >= _FEW and any(word[0].islower() for word in words if len(word) >= _LONG)


def dialogue(text: str, found: Quotation) -> bool:
    """It is a paragraph opened by a dash, in which speakers take turns."""
    return text[found.start] in _DASHES


@lru_cache(maxsize=8)  # of the documents that are just being read
def _marked(text: str, pairs: tuple[str, ...], dashes: bool) -> _Marked:
    closers: dict[str, str] = {}
    for pair in pairs:
        closers[pair[0]] = closers.get(pair[0], "") + pair[1]
    marks = re.compile(rf"\s*\n\s*|[{re.escape(''.join({*closers, *''.join(closers.values())}))}]")
    turns = [Quotation(*match.span(1), 0) for match in _SPOKEN.finditer(text)] if dashes else []
    found = [*turns, *(_within(turns, one) for one in _scanned(text, marks, closers))]
    found.sort(key=lambda found: (found.start, -found.end))
    outer = tuple(one for one in found if not one.depth)
    return _Marked(tuple(found), tuple(_longer(found)), outer, tuple(accumulate((one.end for one in outer), max)))


def _longer(found: Sequence[Quotation]) -> Iterator[int]:
    ends: list[int] = []
    for number, one in enumerate(found):
        if not one.depth:  # outer ones lie beside each other
            ends.clear()
        while ends and found[ends[-1]].end <= one.end:
            ends.pop()
        yield ends[-1] if ends else -1
        ends.append(number)


def _within(turns: Sequence[Quotation], found: Quotation) -> Quotation:
    """One level deeper where it stands in a turn of a dialogue."""
    index = bisect_right(turns, found.start, key=lambda turn: turn.start) - 1
    return replace(found, depth=found.depth + 1) if index >= 0 and found.end <= turns[index].end else found


def _scanned(text: str, marks: re.Pattern[str], closers: Mapping[str, str]) -> Iterator[Quotation]:
    opened: list[int] = []
    reopened = -1
    for match in marks.finditer(text):
        at, mark = match.start(), match[0]
        if mark not in closers and not mark.strip():
            if opened and _goes_on(text, match, closers[text[opened[0]]] + text[opened[0]]):
                reopened = match.end()
                opened = opened[:1]
            elif opened and (text[at - 1] in _ENDERS or mark.count("\n") > 1):
                yield from _unclosed(text, opened, max(opened[0], reopened), at)
                opened = []
        elif at == reopened:
            continue
        elif (level := _closed(text, at, opened, closers)) is not None:
            yield Quotation(opened[level], at + 1, level)
            opened = opened[:level]
        elif mark in closers and len(opened) < _DEEPEST and _opens(text, at):
            if mark in _ONCE and opened and text[opened[-1]] == mark:  # the one before was never closed
                yield Quotation(start := opened.pop(), _sentence_end(text, start, at), len(opened))
            opened.append(at)
    if opened:
        yield from _unclosed(text, opened, max(opened[0], reopened), len(text))


def _sentence_end(text: str, start: int, end: int) -> int:
    match = _STOP.search(text, start, end)
    return match.end() if match else end


def _goes_on(text: str, match: re.Match[str], marks: str) -> bool:
    """The quotation was not closed, and the next paragraph opens it again or repeats its closing mark at its start."""
    return match.end() < len(text) and text[match.end()] in marks


def _unclosed(text: str, opened: Sequence[int], last: int, end: int) -> Iterator[Quotation]:
    """A double mark that is never closed quotes its sentence, from where it was opened last; a single one was an apostrophe."""
    if text[opened[0]] not in _SINGLE:
        yield Quotation(opened[0], _sentence_end(text, last, end), 0)


def _closed(text: str, at: int, opened: Sequence[int], closers: Mapping[str, str]) -> int | None:
    """Which of the open quotations the mark closes."""
    after = text[at + 1 : at + 2]
    if text[at] in _APOSTROPHES and (after.isalnum() or text[at - 1 : at].isspace()):
        return None
    for level in range(len(opened) - 1, -1, -1):
        if text[at] in closers[text[opened[level]]]:
            return level
    return None


def _opens(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    elided = before in _APOSTROPHES and text[at] in _ELIDING
    if not (before == "" or before.isspace() or before in _BEFORE_OPENING or elided):
        return False
    return not (text[at] == "'" and _ELIDED.match(text, at))
