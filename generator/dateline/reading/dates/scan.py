"""A text comes in; the times its words tell, leftmost and longest first, go out as Found.

The text is read word by word: a word that no rule begins with costs one look-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from dateline.model import Basis
from dateline.reading.dates.almanac import Reading
from dateline.reading.dates.calendars import Fields
from dateline.reading.dates.operations import OPERATIONS
from dateline.reading.dates.page import Page
from dateline.reading.dates.rulebook import Bucket, Modifier, Rule, Rulebook, guard
from dateline.reading.dates.shapes import key
from dateline.when import When, bounds

_RUN: Final = re.compile(r"\d+|[^\W\d_]+")
_CLAUSE_END: Final = re.compile(r"[!?\n,;:–—\"»«„“”()]|\. ")
_SENTENCE: Final = 300
"""Characters; a longer sentence is looked at in parts for words that point forward."""
_PARAGRAPH: Final = 2000
"""Characters; in a longer paragraph a clock time further on is not taken to be of the day named last."""
_DAYS: Final = {"step", "weekday", "day"}
Span = tuple[date | None, date | None]
_UNKNOWN: Final[Span] = (None, None)


@dataclass(frozen=True, slots=True)
class Found:
    """Words that tell a time. `parts` are the two ends of a range, each with its own span."""

    start: int
    end: int
    rule: str
    reading: Reading
    basis: Basis | None = None
    end_after: str | None = None
    parts: tuple[tuple[int, int, Reading], ...] = ()


def scan(text: str, book: Rulebook, published: When | None) -> Iterator[Found]:
    """All times in the text, in order, none overlapping another."""
    return _Scan(book, Page.of(text), _days(published.edtf) if published else _UNKNOWN).run()


class _Scan:
    """One run over one text; keeps the date named last, and whether the sentence at hand points forward."""

    def __init__(self, book: Rulebook, page: Page, published: Span) -> None:
        self.book, self.page, self.published = book, page, published
        self.anchor: Span = _UNKNOWN
        self.done = self.spoken = 0
        self.clause_end, self.forward = -1, False

    def run(self) -> Iterator[Found]:
        low, buckets = self.page.low, self.book.buckets
        for run in _RUN.finditer(low):
            start = run.start()
            if start < self.done:
                continue
            bucket = buckets.get(key(run[0]))
            if bucket is None or (bucket.source and not guard(bucket.source).match(low, start)):
                continue
            found = self.best(bucket, start)
            if found:
                yield self.placed(found)

    def placed(self, found: Found) -> Found:
        """The same with offsets of the text as it was given."""
        if self.page.places is None:
            return found
        parts = tuple((*self.page.span(start, end), reading) for start, end, reading in found.parts)
        start, end = self.page.span(found.start, found.end)
        return replace(found, start=start, end=end, parts=parts)

    def best(self, bucket: Bucket, start: int) -> Found | None:
        """The longest match there that tells a time; None too where the longest is known to tell none."""
        low = self.page.low
        matches = [(rule, match) for rule in bucket.rules if (match := rule.regex.match(low, start)) and self.stands(rule, match)]
        for rule, match in sorted(matches, key=lambda pair: (-pair[1].end(), pair[0].order)):
            found = self.read(rule, match)
            if found:
                before, self.done = self.done, found.end
                return None if rule.operation == "none" else self.keep(self.modified(found, before))
        return None

    def stands(self, rule: Rule, match: re.Match[str]) -> bool:
        """What must stand before it does, and words that need a capital have one."""
        low, start = self.page.low, match.start()
        if rule.after and rule.after.before(low, start) is None:
            return False
        if rule.not_after and rule.not_after.before(low, start) is not None:
            return False
        if rule.told and not self.told(start, match.end()):
            return False
        if rule.small and not self.small(rule, match):
            return False
        return all(not match[group] or self.page.plain[match.start(group)].isupper() for group in rule.capitals)

    def read(self, rule: Rule, match: re.Match[str]) -> Found | None:
        """What the match tells; None where it names no time that exists."""
        if rule.operation == "none":
            return Found(match.start(), match.end(), rule.name, Reading("DATE", ""))
        fields = self.fields(rule, match)
        if rule.operation == "range":
            return _range(rule, match, fields, self.published)
        anchored = fields.get("from") == "anchor"
        days = self.anchor if anchored or (rule.operation == "time" and self.spoken_of(fields, match.start())) else self.published
        reading, basis = _reckon(rule.operation, fields, days, anchored=anchored)
        return Found(match.start(), match.end(), rule.name, reading, basis) if reading else None

    def spoken_of(self, fields: Fields, at: int) -> bool:
        """A clock time without its day is of the day named last in the same paragraph."""
        return at < self.spoken and self.anchor[0] == self.anchor[1] and not _DAYS & fields.keys()

    def fields(self, rule: Rule, match: re.Match[str]) -> dict[str, str]:
        fields = dict(rule.fields)
        for (role, name), text in zip(rule.groups, match.groups(), strict=True):
            if text is not None:
                words = self.book.lists.get(name)
                fields[role] = words.values[text] if words else text
        if fields.get("toward") == "tense":
            fields["toward"] = "future" if self.points_forward(match.start()) and not self.since(match.start()) else "past"
        return fields

    def since(self, at: int) -> bool:
        """Right before it stands a word that can only lead up to what is past."""
        text = self.book.modifying.before(self.page.low, at)
        return text is not None and self.book.modifiers[text].effect == "since"

    def points_forward(self, at: int) -> bool:
        """The clause has a word that points forward; looked up once a clause."""
        if self.book.future is None or at < self.clause_end:
            return self.forward
        begin, self.clause_end = self.clause(at, at)
        self.forward = self.book.future.search(self.page.low, begin, self.clause_end) is not None
        return self.forward

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the clause around a place."""
        low, begin = self.page.low, max(0, start - _SENTENCE)
        begin = max((found.end() for found in _CLAUSE_END.finditer(low, begin, start)), default=begin)
        close = _CLAUSE_END.search(low, end, end + _SENTENCE)
        return begin, close.start() if close else end + _SENTENCE

    def small(self, rule: Rule, match: re.Match[str]) -> bool:
        """What must begin with a small letter does."""
        plain, end = self.page.plain, match.end()
        places = {"words": match.start(), "next": end + 1 if plain[end : end + 1] == " " else end}
        return all(plain[places[what] : places[what] + 1].islower() for what in rule.small)

    def told(self, start: int, end: int) -> bool:
        """The clause has a word that tells what happened."""
        return self.book.past is not None and self.book.past.search(self.page.low, *self.clause(start, end)) is not None

    def modified(self, found: Found, done: int) -> Found:
        """Take in what stands before a date: since, until, about, early ...; two such words at most ("since early 2013")."""
        for _ in range(2):
            text = self.book.modifying.before(self.page.low, found.start) if found.reading.type == "DATE" else None
            if text is None or found.start - len(text) < done:
                break
            modifier = self.book.modifiers[text]
            found = _bounded(self.book.tag, found, modifier)
            if not modifier.joins:
                break
            found = replace(found, start=found.start - len(text))
        return found

    def keep(self, found: Found) -> Found:
        """Remember it as the date named last, up to where its paragraph ends."""
        if found.basis and found.reading.edtf:
            self.anchor = _days(found.reading.edtf)
            close = self.page.low.find("\n", found.end, found.end + _PARAGRAPH)
            self.spoken = close if close >= 0 else found.end + _PARAGRAPH
        return found


def _reckon(operation: str, fields: Fields, days: Span, *, anchored: bool) -> tuple[Reading | None, Basis | None]:
    """The time told, and what it rests on: its own words, else the day of publication or a day named before."""
    own, reading = _ends(operation, tuple(fields.items()), days)
    if reading is None or reading.edtf is None:
        return reading, None
    if own and own.edtf:
        return reading, "stated"
    return reading, "anchor" if anchored else "published"


@lru_cache(maxsize=4096)
def _ends(operation: str, items: tuple[tuple[str, str], ...], days: Span) -> tuple[Reading | None, Reading | None]:
    """Read without a day to count from, and with one: only where the first and the last possible day agree on it."""
    fields, run = dict(items), OPERATIONS[operation]
    own = run(fields, None)
    if own is None or None in days:
        return own, own
    first, last = (run(fields, day) for day in days)
    return own, first if first == last else own


def _range(rule: Rule, match: re.Match[str], fields: Fields, published: Span) -> Found | None:
    """Two dates with a first and a last; what the first leaves out (month, year) the second says."""
    last = {role[:-1]: value for role, value in fields.items() if role.endswith("2")}
    first = {role: value for role, value in fields.items() if not role.endswith("2")}
    shared = _coarser(first, last)
    last = {**_coarser(last, first), **last}
    if len(last.get("year", "")) == 2 and len(first.get("year", "")) == 4:
        last["year"] = first["year"][:2] + last["year"]
    ends = [_reckon("date", part, published, anchored=False) for part in ({**first, **shared}, last)]
    (one, basis), (two, _) = ends
    if one is None or two is None or _backwards(one, two):
        return None
    spans = (_span(rule, match, first=True), _span(rule, match, first=False))
    parts = ((*spans[0], one), (*spans[1], two))
    return Found(match.start(), match.end(), rule.name, _joined(one, two), basis if one.edtf and two.edtf else None, None, parts)


def _coarser(fields: Fields, other: Fields) -> Fields:
    """What `other` says about the month and year in which the finest of `fields` lies, where they do not say so themselves."""
    finest = next((place for place, role in enumerate(_COARSER) if role in fields), 0)
    return {role: other[role] for role in (*_COARSER[finest + 1 :], "which", "unit") if role in other and role not in fields}


_COARSER: Final = ("day", "month", "year")


def _backwards(one: Reading, two: Reading) -> bool:
    if one.edtf is None or two.edtf is None:
        return False
    first, last = bounds(one.edtf)[0], bounds(two.edtf)[1]
    return first is not None and last is not None and first > last


def _joined(one: Reading, two: Reading) -> Reading:
    edtf = f"{one.edtf}/{two.edtf}" if one.edtf and two.edtf and "/" not in one.edtf + two.edtf else None
    return Reading("DATE", f"{one.value}/{two.value}", edtf)


def _span(rule: Rule, match: re.Match[str], *, first: bool) -> tuple[int, int]:
    spans = [match.span(n) for n, (role, _) in enumerate(rule.groups, 1) if match[n] is not None and role.endswith("2") != first]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _bounded(tag: str, found: Found, modifier: Modifier) -> Found:
    edtf = found.reading.edtf
    if edtf is None or "/" in edtf or modifier.effect == "within":
        return found
    bound = {"about": f"{edtf}~", "from": f"{edtf}/..", "since": f"{edtf}/..", "to": f"../{edtf}", "beyond": edtf}[
        modifier.effect
    ]
    rule = f"{tag}/{modifier.name}+{found.rule.partition('/')[2]}"
    after = edtf if modifier.effect == "beyond" else None
    return replace(found, rule=rule, reading=found.reading._replace(edtf=bound), end_after=after)


@lru_cache(maxsize=4096)
def _days(edtf: str | None) -> Span:
    """First and last day as dates; None where that side is open or outside the calendar of the machine."""
    if edtf is None:
        return (None, None)
    first, last = (date(*day) if day and 1 <= day[0] <= 9999 else None for day in bounds(edtf))
    return first, last
