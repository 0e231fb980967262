"""An EDTF text comes in; a time exactly as precise as its source goes out.

EDTF is ISO 8601-2:2019 (Library of Congress, 2019). Read here: level 0, level 1, and of level 2 the one-of and all-of
sets, qualified components, X anywhere, significant digits and the sub-year groupings 25 to 41.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

Day = tuple[int, int, int]
"""Year (astronomical: 0 is 1 BCE), month 1-12, day 1-31."""

_DATE: Final = re.compile(
    r"(?P<q1>[?~%]?)(?P<year>-?[\dX]{4}|Y-?\d{5,9})(?:S(?P<digits>\d))?(?P<q2>[?~%]?)"
    r"(?:-(?P<q3>[?~%]?)(?P<month>[\dX]{2})(?P<q4>[?~%]?)"
    r"(?:-(?P<q5>[?~%]?)(?P<day>[\dX]{2})(?P<q6>[?~%]?))?)?"
    r"(?:T(?P<time>\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}(?::\d{2})?)?))?"
)
_MEMBER: Final = re.compile(r"\.\.|,")
_SEASON_MONTHS: Final = {
    # Northern seasons as whole months (21, 25), southern (29), quarters, thirds and halves: ISO 8601-2, 4.8.
    **dict.fromkeys((21, 25, 31), (3, 5)),
    **dict.fromkeys((22, 26, 32), (6, 8)),
    **dict.fromkeys((23, 27, 29), (9, 11)),
    **dict.fromkeys((24, 28, 30), (12, 14)),
    **{33 + q: (1 + 3 * q, 3 + 3 * q) for q in range(4)},
    **{37 + t: (1 + 4 * t, 4 + 4 * t) for t in range(3)},
    **{40 + h: (1 + 6 * h, 6 + 6 * h) for h in range(2)},
}
_PRECISION_OF_GROUP: Final = {
    **dict.fromkeys(range(21, 33), "season"),
    **dict.fromkeys(range(33, 37), "quarter"),
    **dict.fromkeys(range(37, 40), "third"),
    **dict.fromkeys(range(40, 42), "half"),
}


class WhenError(ValueError):
    """A text that is no EDTF date; its message says why, in one sentence."""


@dataclass(frozen=True, slots=True)
class When:
    """A time as precise as its source: an EDTF text, and a bound that EDTF cannot say.

    `end_after` is an EDTF date after which the thing still went on ("until after 2013"). Build it with `When.parse`.
    """

    edtf: str
    end_after: str | None = None

    @staticmethod
    def parse(text: str, end_after: str | None = None) -> When:
        """Check `text` against EDTF; raise WhenError, in a sentence, where it is none."""
        for part in (text, end_after):
            if part is not None:
                bounds(part)
        return When(text, end_after)

    @property
    def span(self) -> tuple[Day | None, Day | None]:
        """First and last day that this can be; None where that side is open or unknown."""
        return bounds(self.edtf)

    @property
    def earliest(self) -> str | None:
        """First day that this can be, as YYYY-MM-DD, or None."""
        return _iso(self.span[0])

    @property
    def latest(self) -> str | None:
        """Last day that this can be, as YYYY-MM-DD, or None."""
        return _iso(self.span[1])

    @property
    def precision(self) -> str:
        """time, day, month, season, quarter, third, half, year, decade, century, interval or set."""
        return precision(self.edtf)

    @property
    def approximate(self) -> bool:
        """The source says about when (~ or %)."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def uncertain(self) -> bool:
        """The source doubts it (? or %)."""
        return "?" in self.edtf or "%" in self.edtf

    def overlaps(self, other: When) -> bool:
        """Both could be the same time."""
        (a, b), (c, d) = self.span, other.span
        return (a is None or d is None or a <= d) and (b is None or c is None or c <= b)

    @property
    def named(self) -> When:
        """The time that its words name, without “by”, “until” or “since”."""
        bare = self.edtf.removeprefix("../").removesuffix("/..")
        return self if bare == self.edtf else When(bare)

    def within(self, other: When) -> bool:
        """Every day that this can be is one that `other` can be."""
        (a, b), (c, d) = self.span, other.span
        return (c is None or (a is not None and c <= a)) and (d is None or (b is not None and b <= d))

    @property
    def order(self) -> tuple[Day, int, Day]:
        """Sort key for a page, oldest first; at the same start the coarser time leads."""
        first, last = self.span
        start = first or last or (10_000, 1, 1)
        end = last or (10_000, 1, 1)
        return start, 0 if first else -1, (-end[0], -end[1], -end[2])


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> tuple[Day | None, Day | None]:
    """First and last possible day of an EDTF text. Raises WhenError."""
    if edtf[:1] in ("[", "{"):
        return _set_bounds(edtf)
    if "/" in edtf:
        return _interval_bounds(edtf)
    return _date_bounds(edtf)


@lru_cache(maxsize=4096)
def precision(edtf: str) -> str:
    """How fine an EDTF text is; see `When.precision`. Raises WhenError."""
    if edtf[:1] in ("[", "{"):
        return "set"
    if "/" in edtf:
        return "interval"
    found = _match(edtf)
    if found["time"]:
        return "time"
    return _date_precision(found)


def _date_precision(found: re.Match[str]) -> str:
    year, month, day = found["year"], found["month"], found["day"]
    if day and day != "XX":
        return "day"
    if month and month != "XX":
        return _PRECISION_OF_GROUP.get(int(month), "month") if month.isdigit() else "year"
    unknown = year.count("X") or (4 - int(found["digits"]) if found["digits"] else 0)
    return {0: "year", 1: "decade", 2: "century"}.get(unknown, "millennium")


def _match(text: str) -> re.Match[str]:
    found = _DATE.fullmatch(text)
    if found is None:
        raise WhenError(f"“{text}” is no EDTF date: write 2018, 2018-04, 2018-04-09, 2018~, 2013/2017 or ../2019-04")
    return found


def _date_bounds(text: str) -> tuple[Day, Day]:
    if day := _plain_day(text):
        return day, day
    found = _match(text)
    lo_year, hi_year = _years(found)
    month = found["month"]
    if month and month.isdigit() and int(month) >= 21:
        return _group_bounds(text, found, lo_year, hi_year)
    lo_month, hi_month = _range(month, 1, 12, text, "month")
    last = max(calendar.monthrange(_leapish(y), hi_month)[1] for y in (lo_year, hi_year))
    longest = max(calendar.monthrange(_leapish(y), m)[1] for y in {lo_year, hi_year} for m in range(lo_month, hi_month + 1))
    lo_day, hi_day = _range(found["day"], 1, longest, text, "day")
    return (lo_year, lo_month, lo_day), (hi_year, hi_month, min(hi_day, last))


def _plain_day(text: str) -> Day | None:
    """The day, where that is all the text says: most do, and read at once they cost a tenth."""
    if len(text) != 10 or not text[4] == "-" == text[7]:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day.year, day.month, day.day


def _leapish(year: int) -> int:
    """A year of calendar.monthrange's range (1 to 9999) with the same February."""
    return year if 1 <= year <= 9999 else year % 400 + 400


def _years(found: re.Match[str]) -> tuple[int, int]:
    year = found["year"].removeprefix("Y")
    lo, hi = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if found["digits"]:
        loose = 10 ** max(0, len(year.lstrip("-")) - int(found["digits"]))
        lo, hi = lo - lo % loose, lo - lo % loose + loose - 1
    return min(lo, hi), max(lo, hi)


def _range(part: str | None, least: int, most: int, text: str, what: str) -> tuple[int, int]:
    """Least and greatest value of a two-digit component with X for any digit."""
    if part is None:
        return least, most
    fits = [n for n in range(least, most + 1) if all(p in ("X", d) for p, d in zip(part, f"{n:02}", strict=True))]
    if not fits:
        raise WhenError(f"“{text}” names a {what} that does not exist ({part}); the {what} goes from {least} to {most} here")
    return fits[0], fits[-1]


def _group_bounds(text: str, found: re.Match[str], lo_year: int, hi_year: int) -> tuple[Day, Day]:
    first, last = _SEASON_MONTHS.get(int(found["month"]), (0, 0))
    if not first or found["day"]:
        raise WhenError(f"“{text}” is no EDTF date: the month is 01 to 12, or a season or quarter (21 to 41) without a day")
    hi_year, last = (hi_year, last) if last <= 12 else (hi_year + 1, last - 12)
    return (lo_year, first, 1), (hi_year, last, calendar.monthrange(_leapish(hi_year), last)[1])


def _interval_bounds(text: str) -> tuple[Day | None, Day | None]:
    start, _, end = text.partition("/")
    if "/" in end or (start in ("", "..") and end in ("", "..")):
        raise WhenError(f"“{text}” is no EDTF interval: write 2013/2017, 2013/.. or ../2019-04")
    first = None if start in ("", "..") else _date_bounds(start)
    last = None if end in ("", "..") else _date_bounds(end)
    if first and last and last[1] < first[0]:
        raise WhenError(f"“{text}” ends before it starts; put the earlier date first")
    return (first[0] if first else None), (last[1] if last else None)


def _set_bounds(text: str) -> tuple[Day | None, Day | None]:
    inner = text[1:-1]
    if text[-1:] != {"[": "]", "{": "}"}[text[0]] or not inner:
        raise WhenError(f"“{text}” is no EDTF set: write [2017,2018] for one of them")
    members = [_date_bounds(part.strip()) for part in _MEMBER.split(inner) if part.strip()]
    first = None if inner.startswith("..") else min(m[0] for m in members)
    last = None if inner.endswith("..") else max(m[1] for m in members)
    return first, last


def _iso(day: Day | None) -> str | None:
    if day is None:
        return None
    year = f"{day[0]:05}" if day[0] < 0 else f"{day[0]:04}"
    return f"{year}-{day[1]:02}-{day[2]:02}"
