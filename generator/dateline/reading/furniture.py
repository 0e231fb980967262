"""An article's text comes in; what in it is page and not story comes out: headline, byline, dateline, credits, residue.

The rules stand in the language files under `reading: furniture:`, those of pages in any language in languages/und.yaml:
a pattern with the named groups author, agency, outlet, published; `what` it marks; and `where` it may stand (head: before
the story's first paragraph; tail: after it; anywhere). `rest: yes` sets aside everything that follows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline import language
from dateline.language import Language
from dateline.model import Aside
from dateline.when import When, WhenError

EVERYWHERE: Final = "und"
"""The file of what stands in texts of every language."""
_HEAD_LINES: Final = 8
_LONGEST_TITLE: Final = 200
_SHORTEST_STORY_LINE: Final = 120


@dataclass(frozen=True, slots=True)
class Found:
    """The parts set aside, in text order, and what they say of the article."""

    asides: tuple[Aside, ...] = ()
    title: str | None = None
    author: str | None = None
    agency: str | None = None
    outlet: str | None = None
    published: When | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of `furniture:`; `name` is LANG/NAME."""

    name: str
    what: str
    where: str
    rest: bool
    pattern: re.Pattern[str]


@cache
def rules(tag: str) -> tuple[Rule, ...]:
    """The furniture rules of a language and those of every page."""
    return tuple(
        Rule(
            f"{owner}/{row['name']}",
            row["what"],
            row.get("where", "anywhere"),
            row.get("rest") == "yes",
            re.compile(row["match"]),
        )
        for owner in (EVERYWHERE, tag)
        for row in language.load(owner).reading.get("furniture", ())
    )


def set_aside(text: str, lang: Language) -> Found:
    """Mark every line, or start of a line, that is not story."""
    asides: list[Aside] = []
    said: dict[str, str] = {}
    for number, (start, end) in enumerate(lines(text)):
        at = start
        while at < end and (hit := _first_match(text, at, end, number < _HEAD_LINES, lang.tag)):
            rule, match = hit
            stop = len(text) if rule.rest else match.end()
            asides.append(Aside(at, stop, rule.what, rule.name))
            for key, value in match.groupdict().items():
                if value:
                    said.setdefault(key, value.strip())
            at = stop
        if at == len(text):
            break
    title = _title(text, asides)
    if title:
        asides.insert(0, title)
    return Found(
        asides=tuple(sorted(asides, key=lambda aside: aside.start)),
        title=text[title.start : title.end] if title else None,
        author=said.get("author"),
        agency=said.get("agency"),
        outlet=said.get("outlet"),
        published=_when(said.get("published")),
    )


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line that holds something, without white space at its sides."""
    for match in re.finditer(r"[^\r\n]*[^\s][^\r\n]*", text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        yield start, match.start() + len(match[0].rstrip())


def end_of_aside(asides: Sequence[Aside], offset: int) -> int | None:
    """Where the aside ends in which an offset lies; None where it lies in story. `asides` are in text order."""
    index = bisect_right(asides, offset, key=lambda aside: aside.start) - 1
    return asides[index].end if index >= 0 and offset < asides[index].end else None


def _first_match(text: str, start: int, end: int, head: bool, tag: str) -> tuple[Rule, re.Match[str]] | None:
    for rule in rules(tag):
        if rule.where == "head" and not head:
            continue
        match = rule.pattern.match(text, start, end)
        if match and match.end() > start:
            return rule, match
    return None


def _title(text: str, asides: list[Aside]) -> Aside | None:
    """The first line, where it is a headline: short, closed by no full stop, and followed by a longer line of story."""
    every = list(lines(text))
    if len(every) < 2 or any(aside.start <= every[0][0] < aside.end for aside in asides):
        return None
    start, end = every[0]
    longer = any(b - a >= _SHORTEST_STORY_LINE for a, b in every[1:6])
    if end - start > _LONGEST_TITLE or text[end - 1] in ".:;,…" or not longer:
        return None
    return Aside(start, end, "title", "und/first-line")


def _when(printed: str | None) -> When | None:
    try:
        return When.parse(printed) if printed else None
    except WhenError:
        return None
