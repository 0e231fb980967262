"""What a text's words say of time comes in; whether it is a history goes out, and what a history's words mean.

News leans on the day it is published; a history, a long read or a biography leans on the date last spoken of, but for the
passages in which its author speaks of today ("on Tuesday", "five years ago"): they are news.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from dateline.reading.dates.calendars import Fields
from dateline.reading.dates.reckoning import UNKNOWN, Span
from dateline.when import bounds

if TYPE_CHECKING:
    from dateline.reading.dates.scan import Hit

_ENOUGH: Final = 12
_MANY: Final = 20
"""Dates named by month or year; fewer than enough show no kind of text (an interview names ten), many years show it where half
of them lie far back."""
_MOST: Final = 0.65
"""Of its dates; the others count from somewhere."""
_NEAR: Final = 5
"""Years; where hardly a date of the text is as near as that to one, it is an aside ("the treaty of 1856") and moves no story."""
_PASSAGE: Final = 500
"""Characters on either side of a word that counts from today: so far, inside its paragraph, a history is told as news."""
_BESIDE: Final = 12
"""Characters between a weekday and its date."""
_QUOTES: Final = re.compile('["«»„“”]')
_BARE: Final = ("month", "season", "quarter", "half", "week", "feast")


@dataclass(slots=True)
class Story:
    """Where a history has come to; `years` are those that it names, sorted. `before`: the year before Christ, if in one.

    `todays` are the spans of its passages that are news.
    """

    years: Sequence[int]
    todays: Sequence[tuple[int, int]] = ()
    at: Span = UNKNOWN
    before: int | None = None

    @staticmethod
    def of(hits: Sequence[Hit], published: Span, low: str) -> Story | None:
        """None where the text is no history: most of its years lie far back, and hardly a word counts from publication."""
        years = sorted(first[0] for hit in hits if hit.own.edtf and (first := bounds(hit.own.edtf)[0]))
        named = len(years) + sum(1 for hit in hits if "month" in hit.fields and not hit.own.edtf)
        told = [hit for hit in hits if hit.own.type == "DATE" and not hit.own.value.endswith("REF") and not hit.rule.history]
        deictic, dates = sum(map(_counts_from_today, hits)), len(told)
        if told and _counts_from_today(told[0]):
            return None  # “… died yesterday”, and then the life
        if min(named, 2 * len(years)) < _ENOUGH or named < _MOST * dates or deictic > max(1, 0.05 * dates):
            return None
        far = len(years) if published[0] is None else bisect_left(years, published[0].year - 1)
        if far < (0.5 if len(years) >= _MANY else 0.75) * len(years):
            return None
        return Story(years, _passages(hits, low))

    def is_news(self, at: int) -> bool:
        """That place lies in a passage of today."""
        before = bisect_right(self.todays, at, key=lambda span: span[0])
        return before > 0 and at < self.todays[before - 1][1]

    def goes_on(self, days: Span, value: str, heading: bool) -> None:
        """Take the story to those days, unless they are an aside."""
        if heading or not self.aside(days):
            self.at = days
            self.before = int(value[2:6]) if value.startswith("BC") and value[2:6].isdigit() else None

    def aside(self, days: Span) -> bool:
        """A mere year that lies behind, or one near which fewer than one in twenty of the text's years lie."""
        (first, last), now = days, self.at[0]
        if first is None or last is None:
            return False
        if now is not None and first.year < now.year and (last - first).days > 31:
            return True
        near = bisect_right(self.years, first.year + _NEAR) - bisect_left(self.years, first.year - _NEAR)
        return near < 0.05 * len(self.years)

    def meaning(self, operation: str, fields: Fields, goes_on: bool) -> tuple[Fields, Span] | None:
        """The fields as a history means them, and the days to count from; None where that makes no difference.

        `goes_on`: in the same paragraph as what the story has come to.
        """
        first, last = self.at
        if operation not in ("date", "time", "shift") or "year" in fields:
            return self.of_that_era(operation, fields)
        if "which" in fields and "weekday" not in fields:
            return fields, (first, first) if fields.get("unit") == "year" else self.at
        if operation == "shift":
            said = fields.get("step", "day").startswith("day")  # "tomorrow", "two years ago": said by someone then
            return fields, UNKNOWN if said else (first, first)
        named = {role: text for role, text in fields.items() if role not in ("unit", "toward", "which")}
        if any(role in fields for role in _BARE):
            return self.of_this_year(named, goes_on), UNKNOWN
        if "day" in fields and first is not None and last is not None and (first.year, first.month) == (last.year, last.month):
            return {**named, "month": str(first.month), "year": f"{first.year:04}"}, UNKNOWN
        return (named, UNKNOWN) if "weekday" in fields or "day" in fields else None

    def of_that_era(self, operation: str, fields: Fields) -> tuple[Fields, Span] | None:
        """A year of three digits is one before Christ where the story is there; None where it needs no such reading."""
        ancient = self.before is not None and operation == "date" and len(fields.get("year", "")) == 3 and "era" not in fields
        return ({**fields, "era": ""}, UNKNOWN) if ancient else None

    def years_from_now(self, operation: str, fields: Fields) -> Fields | None:
        """So many years from the year before Christ to which the story has come; None anywhere else."""
        years = {"year": 1, "decade": 10}.get(fields.get("unit", ""))
        count = fields.get("which") or fields.get("count", "")
        if self.before is None or operation != "shift" or years is None or not count.lstrip("-").isdigit():
            return None
        year = self.before - int(count) * int(fields.get("sign", "1")) * years
        return {"year": str(year), "era": ""} if year > 0 else None

    def of_this_year(self, named: Fields, goes_on: bool) -> Fields:
        """The same of the year that the story has come to."""
        if self.before is not None:
            return {**named, "year": str(self.before), "era": ""}
        first = self.at[0]
        return named if first is None else {**named, "year": f"{first.year + (goes_on and self.later(named)):04}"}

    def later(self, fields: Fields) -> int:
        """1 where the month named can only be next year's: January after December."""
        first, last = self.at
        if "month" not in fields or first is None or last is None or (last - first).days > 31:
            return 0
        return int(first.month - int(fields["month"]) >= 9)


def _counts_from_today(hit: Hit) -> bool:
    """Yesterday, last week, on Monday, years ago: words of one who writes on a day of publication."""
    fields = hit.fields
    if fields.get("from") == "anchor" or hit.own.edtf or hit.rule.operation not in ("shift", "date"):
        return False
    if hit.rule.operation == "shift":
        return fields.get("step", "").startswith("day") or fields.get("unit") in ("week", "month", "weekend") or _is_ago(hit)
    return "weekday" in fields and "day" not in fields


def _names_today(hit: Hit) -> bool:
    """It counts from today, and not from the time told of, as "the end of the month" and "the next month" may."""
    return _counts_from_today(hit) and ("unit" not in hit.fields or _is_ago(hit) or hit.fields.get("which") == "-1")


def _is_dated(hit: Hit, then: Hit | None) -> bool:
    """The date right behind it says which day it is: "at Sunday dawn of 25 June 1950"."""
    return then is not None and then.own.edtf is not None and then.start - hit.end <= _BESIDE


def _is_ago(hit: Hit) -> bool:
    return hit.fields.get("sign") == "-1"


def _passages(hits: Sequence[Hit], low: str) -> list[tuple[int, int]]:
    """The spans of what is news, in order, none overlapping another."""
    found: list[tuple[int, int]] = []
    todays = (hit for hit, then in zip_longest(hits, hits[1:]) if _names_today(hit) and not _is_dated(hit, then))
    for start, end in filter(None, (_passage(hit, low) for hit in todays)):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _passage(hit: Hit, low: str) -> tuple[int, int] | None:
    """The paragraph around it, or as much as lies near; None where it is quoted: somebody said it then."""
    first, last = max(0, hit.start - _PASSAGE), hit.end + _PASSAGE
    begin, end = low.rfind("\n", first, hit.start) + 1 or first, low.find("\n", hit.end, last)
    if len(_QUOTES.findall(low, begin, hit.start)) % 2:
        return None
    return begin, end if end >= 0 else last
