"""A text, its language's rules and its publication come in; the times it tells go out as Found, reckoned and bounded.

A text leans on its publication ("on 5 October" in news) or, where it is a history, on the date last spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import zip_longest
from typing import Final

from dateline.model import Basis
from dateline.reading.dates.almanac import Reading
from dateline.reading.dates.calendars import Fields, calendar_date
from dateline.reading.dates.history import Story
from dateline.reading.dates.operations import night_before, part_of, shifted
from dateline.reading.dates.page import Page
from dateline.reading.dates.ranges import ends_of, following, joined
from dateline.reading.dates.reckoning import UNKNOWN, Span, days_of, reckon
from dateline.reading.dates.rulebook import Modifier, Rulebook, compiled
from dateline.reading.dates.scan import Hit, scan
from dateline.when import When

_PARAGRAPH: Final = 2000
"""Characters; in a longer paragraph a clock time further on is not taken to be of the day named last."""
_HEADING: Final = 100
"""Characters; a longer line is no heading."""
_DAYS: Final = {"step", "weekday", "day"}
_PLACED: Final = {"year", "weekday", "which", "unit", "era"}
"""What tells by itself, or with the day of publication, which month is meant."""
_MONTH: Final = timedelta(days=31)
"""A date named more coarsely than that fixes no month that follows it, and one longer ago no day of another sentence."""
_STEP: Final = 120
"""Characters; further on, a sentence tells of something else."""
_FRESH: Final = timedelta(days=7)
"""A day as near to publication as that is news."""
OF_DAY: Final = "of_day"
"""The list of words between a clock time and the day it is of: “9 a.m. on Tuesday”."""
_CLOSE: Final = 14
"""Characters; a clock time so near behind a day is that day's, whatever follows."""
_ENDED: Final = re.compile(r"[.!?:\n\"»«„“”]")
_CUT: Final = re.compile(r"[,;()–—]")


@dataclass(frozen=True, slots=True)
class Found:
    """Words that tell a time. `parts` are the two ends of a range, each with its own span.

    `anchor` is the span of the words from which it counts, where it counts from others of the text.
    """

    start: int
    end: int
    rule: str
    reading: Reading
    basis: Basis | None = None
    end_after: str | None = None
    parts: tuple[tuple[int, int, Reading], ...] = ()
    anchor: tuple[int, int] | None = None


def tell(text: str, book: Rulebook, published: When | None) -> Iterator[Found]:
    """All times in the text, in order, none overlapping another."""
    page = Page.of(text)
    hits = tuple(scan(page, book))
    return _Telling(book, page, days_of(published.edtf) if published else UNKNOWN, hits).run(hits)


class _Telling:
    """One run over the hits of a text; keeps what was told last, and the date named last."""

    def __init__(self, book: Rulebook, page: Page, published: Span, hits: Sequence[Hit]) -> None:
        self.book, self.page, self.published = book, page, published
        self.history = self.story = Story.of(hits, published, page.low)
        self.anchor: Span = UNKNOWN
        self.spoken = 0
        self.last: Found | None = None
        self.dated: Found | None = None
        self.begun: Found | None = None
        self.next: Hit | None = None

    def run(self, hits: Sequence[Hit]) -> Iterator[Found]:
        for hit, self.next in zip_longest(hits, hits[1:]):
            self.story = None if self.history and self.history.is_news(hit.start) else self.history
            found = None if hit.rule.history is (self.story is None) else self.reckoned(hit)
            if found is None:
                continue
            found = self.counted(found)
            self.keep(found)
            for modifier in hit.modifiers:
                found = _bounded(self.book.tag, found, modifier)
            yield self.placed(found)

    def counted(self, found: Found) -> Found:
        """The same with the words from which it counts: those of the date named last, or of where a history has come to."""
        begun = self.begun if self.story else self.dated
        if found.basis != "anchor" or begun is None or found.anchor:
            return found
        return replace(found, anchor=(begun.start, begun.end))

    def reckoned(self, hit: Hit) -> Found | None:
        if hit.rule.operation == "range":
            return self.range(hit)
        if hit.base:
            return self.offset(hit, hit.base)
        if hit.rule.operation == "night" and "month" in hit.fields:
            return self.night(hit)
        day = self.day_behind(hit) if hit.rule.operation == "time" else None
        if day:
            reading, basis = reckon("time", hit.fields, day, anchored=True)
        else:
            reading, basis = self.reading(hit.rule.operation, hit.fields, hit.start)
        anchor = (self.next.start, self.next.end) if day and self.next else None
        return Found(hit.start, hit.end, hit.rule.name, reading, basis, anchor=anchor) if reading else None

    def reading(self, operation: str, fields: Fields, at: int) -> tuple[Reading | None, Basis | None]:
        """Against the day of publication, or in a history and where the words say so against the date named last."""
        if operation == "date" and (year := self.year_before(fields, at)):
            return reckon(operation, {**fields, "year": year.reading.edtf or ""}, UNKNOWN, anchored=False)[0], year.basis
        if self.story and (before_christ := self.story.years_from_now(operation, fields)):
            return reckon("date", before_christ, UNKNOWN, anchored=True)[0], "anchor"
        anchored = fields.get("from") == "anchor"
        meant = self.story.meaning(operation, fields, at < self.spoken) if self.story and not anchored else None
        if meant is not None:
            reading, basis = reckon(operation, *meant, anchored=True)
            return reading, "anchor" if basis else None
        if self.story is None and operation == "date" and (reading := self.going_on(fields, at)):
            return reading, "anchor"
        if operation == "time" and self.spoken_of(fields, at):
            return reckon(operation, fields, self.anchor, anchored=anchored)
        return reckon(operation, fields, self.anchor if anchored else self.published, anchored=anchored)

    def year_before(self, fields: Fields, at: int) -> Found | None:
        """The year named right before a month (“in 2019, in June”, “that year, on 3 May”)."""
        year = self.last
        if year is None or "month" not in fields or {"year", "weekday", "which"} & fields.keys():
            return None
        between = self.page.low[year.end : at]
        alone = year.reading.type == "DATE" and re.fullmatch(r"\d{4}", year.reading.edtf or "") and not year.parts
        return year if alone and re.fullmatch(r",?\s(?:\w{1,3}\s){0,2}", between) else None

    def going_on(self, fields: Fields, at: int) -> Reading | None:
        """A month, or a day of one, that follows a date of the same sentence (“arrested on 12 June 2020 and charged in May”).

        A day may follow one named with its year in the same paragraph, right before it, unless publication is nearer.
        """
        told, (first, last), now = self.dated, self.anchor, self.published[1]
        if told is None or "month" not in fields or _PLACED & fields.keys() or fields.get("toward") == "future":
            return None
        if told.basis == "published" or first is None or last is None or last - first > _MONTH:
            return None
        onward = self.onward(self.page.low[told.end : at])
        if not onward and (told is not self.last or told.basis != "stated" or "day" not in fields or at >= self.spoken):
            return None
        reading = _first_since(first, fields)
        begin = days_of(reading.edtf)[0] if reading else None
        if begin is None or (now and begin > now):
            return None
        return reading if onward or (begin - last <= _MONTH and not self.fresh(fields)) else None

    def fresh(self, fields: Fields) -> bool:
        """By the day of publication it would be one of these days."""
        reading, now = reckon("date", fields, self.published, anchored=False)[0], self.published[1]
        day = days_of(reading.edtf)[0] if reading else None
        return day is not None and now is not None and abs(day - now) <= _FRESH

    def onward(self, between: str) -> bool:
        """The sentence goes on from the one date to the other: a word says so, and no aside ends after it."""
        words = self.book.onward
        if words is None or len(between) > _STEP or _ENDED.search(between):
            return False
        clause = _CUT.split(between)[-1]
        return compiled(words).search(clause) is not None

    def spoken_of(self, fields: Fields, at: int) -> bool:
        """A clock time without its day is of the day named last in the same paragraph."""
        return at < self.spoken and self.anchor[0] == self.anchor[1] and not _DAYS & fields.keys()

    def day_behind(self, hit: Hit) -> Span | None:
        """The day that a clock time is of and that is named right behind it (“at 9 a.m. on Tuesday”)."""
        day, words = self.next, self.book.lists.get(OF_DAY)
        if day is None or words is None or _DAYS & hit.fields.keys() or day.rule.operation not in ("date", "shift", "time"):
            return None
        low = self.page.low
        if not compiled(rf",? (?:{words.regex()} )?").fullmatch(low, hit.end, day.start):
            return None
        if self.last and hit.start - self.last.end < _CLOSE and self.spoken_of(hit.fields, hit.start):
            return None  # “Tuesday at 9 a.m., Wednesday at 10”
        found = self.reckoned(day)
        first, last = days_of(found.reading.edtf) if found else UNKNOWN
        return (first, last) if first and first == last else None

    def offset(self, hit: Hit, base: Hit) -> Found | None:
        """So long before or after a date that is named with it, or a part of that day."""
        start = self.reckoned(base)
        if start is None:
            return None
        reading = (part_of if hit.rule.operation == "part" else shifted)(hit.fields, start.reading)
        return Found(hit.start, hit.end, hit.rule.name, reading, start.basis if reading.edtf else None) if reading else None

    def night(self, hit: Hit) -> Found | None:
        """The night before a day of a month; where its evening is named too, each day is a part of it."""
        morning, basis = self.reading("date", hit.fields, hit.start)
        reading = night_before(morning) if morning else None
        if morning is None or reading is None:
            return None
        eve = reading._replace(edtf=reading.edtf and reading.edtf.partition("/")[0])
        parts = tuple((*span, one) for span, one in zip(hit.parts, (eve, morning), strict=False))
        return Found(hit.start, hit.end, hit.rule.name, reading, basis, None, parts)

    def range(self, hit: Hit) -> Found | None:
        """Two dates with a first and a last."""
        ends = ends_of(hit.fields)
        if ends is None:
            return None
        (one, basis), (two, _) = (self.reading("date", end, hit.start) for end in ends)
        two = following(one, two, ends[1]) if one and two else None
        if one is None or two is None:
            return None
        parts = ((*hit.parts[0], one), (*hit.parts[1], two))
        basis = basis if one.edtf and two.edtf else None
        return Found(hit.start, hit.end, hit.rule.name, joined(one, two), basis, None, parts)

    def keep(self, found: Found) -> None:
        """Remember it as the date named last, up to where its paragraph ends."""
        self.last = found
        if found.basis and found.reading.edtf:
            last = found.parts[1][2].edtf if found.parts else found.reading.edtf
            self.anchor, self.dated = days_of(last), found
            if self.story and found.reading.type in ("DATE", "TIME"):
                first = found.parts[0][2] if found.parts else found.reading
                self.story.goes_on(days_of(first.edtf), first.value, self.in_heading(found))
                if self.story.at == days_of(first.edtf):
                    self.begun = found
            close = self.page.low.find("\n", found.end, found.end + _PARAGRAPH)
            self.spoken = close if close >= 0 else found.end + _PARAGRAPH

    def in_heading(self, found: Found) -> bool:
        """A short line of its own that ends no sentence."""
        low = self.page.low
        begin, end = low.rfind("\n", 0, found.start) + 1, low.find("\n", found.end, found.end + _HEADING)
        return 0 < end - begin < _HEADING and low[end - 1] not in ".!?:"

    def placed(self, found: Found) -> Found:
        """The same with offsets of the text as it was given."""
        if self.page.places is None and not self.page.copy.pieces:
            return found
        parts = tuple((*self.page.span(start, end), reading) for start, end, reading in found.parts)
        start, end = self.page.span(found.start, found.end)
        anchor = self.page.span(*found.anchor) if found.anchor else None
        return replace(found, start=start, end=end, parts=parts, anchor=anchor)


def _first_since(day: date, fields: Fields) -> Reading | None:
    """The first such month, or day of a month, that is not over before that day."""
    for year in (day.year, day.year + 1):
        reading = calendar_date({**fields, "year": f"{year:04}"}, None)
        end = days_of(reading.edtf)[1] if reading else None
        if end and end >= day:
            return reading
    return None


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
