"""A day and a unit come in; the week, month, quarter, year or century around it goes out, as TIMEX3 and EDTF.

Values: TIMEX3 (TimeML 1.2.1) and EDTF (ISO 8601-2); weeks are ISO weeks, Monday first, and an interval in EDTF, which has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

Kind = Literal["DATE", "TIME", "DURATION", "SET"]


class Reading(NamedTuple):
    """TIMEX3 type and value, and EDTF where the words fix a point in time."""

    type: Kind
    value: str
    edtf: str | None = None


_EDTF_PART: Final = {"quarter": 32, "half": 39}
SEASONS: Final = {"SP": (21, 3), "SU": (22, 6), "FA": (23, 9), "WI": (24, 12)}
"""TIMEX3 name: EDTF code, first month (northern)."""
OPEN: Final = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


def moved(unit: str, steps: int, today: date) -> Reading | None:
    """The unit so many of them after the one in which `today` lies; None outside the years 1 to 9999."""
    try:
        if unit == "day":
            return a_day(today + timedelta(days=steps))
        if unit in ("week", "weekend"):
            return a_week(today + timedelta(weeks=steps), weekend=unit == "weekend")
        if unit in ("month", "quarter"):
            months = today.year * 12 + today.month - 1 + steps * (1 if unit == "month" else 3)
            return a_month(*divmod(months, 12)) if unit == "month" else a_part("quarter", months // 12, months % 12 // 3 + 1)
        return long_unit(unit, today.year + steps * {"year": 1, "decade": 10, "century": 100}[unit])
    except (OverflowError, ValueError):
        return None


def long_unit(unit: str, year: int) -> Reading | None:
    """The year, decade or century in which `year` lies."""
    if not 1 <= year <= 9999:
        return None
    digits = {"year": 4, "decade": 3, "century": 2}[unit]
    stem = f"{year:04}"[:digits]
    return Reading("DATE", stem, stem.ljust(4, "X"))


def a_day(day: date) -> Reading:
    """That day."""
    return Reading("DATE", day.isoformat(), day.isoformat())


def a_month(year: int, index: int) -> Reading | None:
    """`index` counts months from 0."""
    text = f"{year:04}-{index + 1:02}"
    return Reading("DATE", text, text) if 1 <= year <= 9999 else None


def a_week(day: date, weekend: bool = False) -> Reading:
    """The week in which the day lies, or that week's end."""
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    first = monday + timedelta(days=5 if weekend else 0)
    edtf = f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    return Reading("DATE", f"{year:04}-W{week:02}{'-WE' if weekend else ''}", edtf)


def a_part(what: str, year: int, number: int) -> Reading:
    """A quarter (1 to 4) or half (1, 2) of a year."""
    return Reading("DATE", f"{year:04}-{what[0].upper()}{number}", f"{year:04}-{_EDTF_PART[what] + number}")


def before_christ(fields: Mapping[str, str]) -> Reading | None:
    """A year before Christ, or a month, day, decade or century of one; EDTF counts the year 1 BC as 0."""
    if "century" in fields:
        number = int(fields["century"])
        return Reading("DATE", f"BC{number - 1:02}", f"-{number * 100 - 1:04}/{-(number - 1) * 100:05}" if number > 1 else None)
    year = int(fields["year"])
    if year == 0:
        return None
    edtf = "0000" if year == 1 else f"-{year - 1:04}"
    if "season" in fields:
        return Reading("DATE", f"BC{year:04}-{fields['season']}", f"{edtf}-{SEASONS[fields['season']][0]}")
    parts = "".join(f"-{int(fields[role]):02}" for role in ("month", "day") if role in fields)
    return Reading("DATE", f"BC{year:04}{parts}", edtf + parts)
