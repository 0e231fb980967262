"""A language's cue and trigger patterns, compiled: the one place where patterns of `reading:` become regular expressions.

A pattern is a Python regular expression, without regard to case, whose spaces match any white space and whose ' matches
both apostrophes. {name} stands for an entry of `reading: words:`; {who} for the name of a speaker, up to the next pause; {outlet}
for that of an outlet, or for a pattern of those that are known; {the_accused} for an accused party's name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from dateline import language

_WHO: Final = (
    r"(?P<who>[^\s.,;:!?…«»„“”‘‚\"()–—-]"
    r"(?:[^.,;:!?…«»„“”‘‚\"()]|\.(?=(?<=\b[^\W\d_]\.)(?<!['’]\w\.)|(?<=\b[^\W\d_]{2}\.)\s[^\W\d_]|(?<=\w\.)\w)"
    r"|(?<=\d),(?=\d)){1,90}?)"  # each . and , in one way
)
_OUTLET: Final = r"(?P<outlet>(?-i:[^\W\d_a-z])[\w.'-]{0,40}(?: (?-i:[^\W\d_a-z])[\w.'-]{0,40}){0,5})"
ACCUSED: Final = "Xꙗ"
"""Stands in a text for the name of an accused party: a capitalised word that no language has."""
_PLACEHOLDER: Final = re.compile(r"\{([a-z_]+)\}")
_CHARACTER: Final = r"\[(?:\\.|[^\]\\])*\]|\\.|[ ']"
_TYPED: Final = re.compile(rf"\(\?<[=!][^()]*\)|{_CHARACTER}")
_BEHIND: Final = re.compile(_CHARACTER)


@cache
def compiled(tag: str, pattern: str, outlet: str = _OUTLET) -> re.Pattern[str]:
    """The pattern of a language as a regular expression that matches whole words only; `outlet` is what {outlet} stands for."""
    return re.compile(expression(tag, pattern, outlet), re.IGNORECASE)


@cache
def expression(tag: str, pattern: str, outlet: str = _OUTLET) -> str:
    """The same, not compiled."""
    words: Mapping[str, Any] = language.load(tag).reading.get("words", {})
    special = {"who": _WHO, "outlet": outlet, "the_accused": ACCUSED}

    def fill(match: re.Match[str]) -> str:
        return special.get(match[1]) or f"(?:{words[match[1]]})"

    for _ in range(5):  # words may be built of words
        pattern = _PLACEHOLDER.sub(fill, pattern)
    pattern = _numbered(pattern)
    return rf"(?<!\w)(?:{loosened(pattern)})(?:(?!\w)|(?<=['’]))"


def loosened(pattern: str) -> str:
    """The pattern as a regular expression, its spaces any white space and its apostrophes both."""
    return _TYPED.sub(_loosened, pattern)


def _numbered(pattern: str) -> str:
    """A speaker may stand in several places of a pattern: the groups are who, who2, who3 ..."""
    first, *others = pattern.split("(?P<who>")
    return first + "".join(f"(?P<who{n if n > 1 else ''}>{part}" for n, part in enumerate(others, 1))


def _loosened(match: re.Match[str]) -> str:
    """A space stands for any white space, an apostrophe for both, inside a [class] too."""
    typed = match[0]
    if typed.startswith("(?<"):  # a look-behind needs a fixed width: one character of white space
        return typed[:4] + _BEHIND.sub(_one_character, typed[4:])
    return r"(?:\s+)" if typed == " " else _one_character(match)


def _one_character(match: re.Match[str]) -> str:
    typed = match[0]
    if typed.startswith("["):
        return typed.replace("'", "'’").replace(" ", r"\s")
    return {" ": r"\s", "'": "['’]"}.get(typed, typed)


def find(tag: str, pattern: str, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first match in text[start:end]."""
    return compiled(tag, pattern).search(text, start, len(text) if end is None else end)


def over(tag: str, pattern: str, text: str, date: tuple[int, int], within: tuple[int, int]) -> tuple[int, int] | None:
    """The span of what the pattern matches over a date, for which it has “…”, in that stretch of the text."""
    first, last = within
    at = date[0] - first
    line = f"{text[first : date[0]].replace('…', '.')}…{text[date[1] : last].replace('…', '.')}"
    for found in compiled(tag, pattern).finditer(line):
        if found.start() <= at < found.end():
            return first + found.start(), date[1] + found.end() - at - 1
    return None
