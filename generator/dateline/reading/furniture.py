"""An article's text comes in; what in it is page and not story comes out: headline, byline, dateline, credits, residue.

The rules stand in the language files under `reading: furniture:`, those of pages in any language in languages/und.yaml:
a pattern with the named groups author, agency, outlet, published, in which {agency} is a news agency that is known; `what` it
marks; and `where` it may stand (head: before the story's first paragraph; tail: after it; anywhere). `rest: yes` sets aside
everything that follows.
A line above the story that a rule marks as printed-date, or that holds a day and nothing but a byline, says when the article was
published; where days head several parts of a text, none of them does.
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
from dateline.reading.dates import find
from dateline.when import When, WhenError

_HEAD_LINES: Final = 8
_LONGEST_TITLE: Final = 200
_SHORTEST_STORY_LINE: Final = 120
_LONGEST_DATED_LINE: Final = 100
_AROUND: Final = " \t\xa0,.;:|/–—-·•()[]"
"""Signs that stand between a byline and a date."""
_AT: Final = 4
"""Letters; “at”, “um” or “alle” may stand before the hour."""


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


@dataclass(frozen=True, slots=True)
class _Day:
    """A line with the day of publication: `alone` where it is not set aside yet, `head` where it stands above the story."""

    start: int
    end: int
    when: When
    author: str | None
    alone: bool
    head: bool


@cache
def rules(tag: str) -> tuple[Rule, ...]:
    """The furniture rules of a language and those of every page."""
    agency = "|".join(map(re.escape, sorted(language.load(language.EVERYWHERE).reading["agencies"], key=len, reverse=True)))
    return tuple(
        Rule(
            f"{owner}/{row['name']}",
            row["what"],
            row.get("where", "anywhere"),
            row.get("rest") == "yes",
            re.compile(row["match"].replace("{agency}", agency)),
        )
        for owner in (language.EVERYWHERE, tag)
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
    days = _days(text, asides, lang)
    if len([day for day in days if day.alone]) > 1:
        days = [day for day in days if not day.alone]
    asides += [Aside(day.start, day.end, "printed-date", f"{language.EVERYWHERE}/dated-line") for day in days if day.alone]
    printed = [day.when for day in days if day.head]
    title = _title(text, asides)
    if title:
        asides.insert(0, title)
    return Found(
        asides=tuple(sorted(asides, key=lambda aside: aside.start)),
        title=text[title.start : title.end] if title else None,
        agency=said.get("agency"),
        outlet=said.get("outlet"),
        author=said.get("author") or next((day.author for day in days if day.author), None),
        published=_when(said.get("published")) or min(printed, key=lambda when: when.order, default=None),
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


def _days(text: str, asides: Sequence[Aside], lang: Language) -> list[_Day]:
    """Every line that holds a day, and nothing else or a byline, or that a rule marks as a printed date."""
    marked = {aside.start for aside in asides if aside.what == "printed-date"}
    free = {start for start, _ in lines(text) if end_of_aside(asides, start) is None}
    found, head = [], True
    for number, (start, end) in enumerate(lines(text)):
        head = head and number < _HEAD_LINES and end - start < _SHORTEST_STORY_LINE
        if start in marked or (start in free and end - start <= _LONGEST_DATED_LINE):
            day = _day(text[start:end], start in free, lang)
            if day:
                found.append(_Day(start, end, *day, alone=start in free, head=head))
    return found


def _day(line: str, alone: bool, lang: Language) -> tuple[When, str | None] | None:
    """The day that a line says, and whose byline stands beside it; `alone`: only where it says nothing else."""
    if not re.search(r"\d", line):
        return None
    mentions = find(line, lang, None)
    when = next((mention.when for mention in mentions if mention.when and mention.when.precision == "day"), None)
    if when is None:
        return None
    ends = [0, *(at for mention in mentions for at in (mention.start, mention.end)), len(line)]
    rest = "".join(line[a:b] for a, b in zip(ends[::2], ends[1::2], strict=True)).strip(_AROUND)
    byline = next((match for rule in rules(lang.tag) if rule.what == "byline" and (match := rule.pattern.match(rest))), None)
    if alone and not byline and len(rest) > _AT:
        return None
    return when, byline["author"] if byline else None


def _when(printed: str | None) -> When | None:
    try:
        return When.parse(printed) if printed else None
    except WhenError:
        return None
