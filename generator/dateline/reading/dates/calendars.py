"""What is named of a calendar date comes in, with the day it is said on; the date goes out.

The finest part that is named says how precise the date is. What is left out (the year, the month) is taken from the day it is
said on; where that is unknown the date stays open (no EDTF, X in the TIMEX3 value). None where no such date exists.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from dateline.reading.dates.almanac import SEASONS, Reading, a_day, a_month, a_part, a_week, before_christ, long_unit
from dateline.reading.dates.feasts import feast_day, nth_weekday

Fields = Mapping[str, str]
Operation = Callable[[Fields, date | None], Reading | None]
_PART_MONTHS: Final = {"quarter": 3, "half": 6}


def calendar_date(fields: Fields, today: date | None) -> Reading | None:
    """A time of the calendar, from what is named of it: year, month, day, weekday, season, quarter, half, decade, century."""
    if "era" in fields:
        return before_christ(fields)
    for name, read in _BY_PART:
        if name in fields:
            return read(fields, today)
    return None


def _year_of(fields: Fields, today: date | None) -> int | None:
    """The year that is named, in full, by two digits, or as this, last or next year."""
    if "year" in fields:
        return _full_year(fields["year"], today)
    if fields.get("unit") == "year" and "which" in fields and today:
        return today.year + int(fields["which"])
    return None


def _full_year(text: str, today: date | None) -> int:
    if len(text) > 2:
        return int(text)
    # Two digits name the year nearest to then; with nothing to go by, 2000 stands in the middle: 31 is 1931, 30 is 2030.
    latest = (today.year if today else 2010) + 20
    return latest - (latest - int(text)) % 100


def _read_day(fields: Fields, today: date | None) -> Reading | None:
    day = int(fields["day"])
    if "month" not in fields:
        return _day_of_month(day, fields, today)
    month, year = int(fields["month"]), _year_of(fields, today)
    if year is not None:
        return a_day(date(year, month, day)) if _exists(year, month, day) else None
    if not _exists(2000, month, day):
        return None
    if today is None or fields.get("unit") == "year":
        return Reading("DATE", f"XXXX-{month:02}-{day:02}")
    days = [date(y, month, day) for y in range(max(1, today.year - 4), today.year + 5) if _exists(y, month, day)]
    fitting = [d for d in days if _fits(d, fields, today)]
    # A weekday that agrees with one year alone says more than the tense of the clause.
    found = _toward(fitting, fields.get("which"), today) if fitting else _toward(days, _direction(fields), today)
    return a_day(found) if found else None


def _direction(fields: Fields) -> str | None:
    """Last or next where the words say so; "past" where the clause tells what happened."""
    return fields.get("which") or fields.get("toward")


def _fits(day: date, fields: Fields, today: date) -> bool:
    """The weekday that is named with it agrees, not further off than a year: 2 May was a Thursday in 2002 and in 2013."""
    return "weekday" in fields and day.isoweekday() == int(fields["weekday"]) and abs(day - today) < timedelta(days=550)


def _toward(days: list[date], which: str | None, today: date) -> date | None:
    """The nearest of them; for last and next, the nearest before and after; for what is past, today at the latest."""
    if which == "-1":
        days = [d for d in days if d < today]
    elif which in ("past", "future"):
        days = [d for d in days if (d <= today if which == "past" else d >= today)]
    elif which == "1":
        days = [d for d in days if d > today]
    return min(days, key=lambda d: abs(d - today), default=None)


def _day_of_month(day: int, fields: Fields, today: date | None) -> Reading | None:
    """A day without its month: of this month, or with its weekday the nearest where both agree."""
    if today is None:
        return Reading("DATE", f"XXXX-XX-{day:02}")
    this = today.year * 12 + today.month - 1
    if fields.get("unit") == "month":
        month = this + int(fields["which"])
        return a_day(date(month // 12, month % 12 + 1, day)) if _exists(month // 12, month % 12 + 1, day) else None
    near = [this + n for n in ((0,) if "weekday" not in fields else range(-4, 5))]
    days = [date(m // 12, m % 12 + 1, day) for m in near if _exists(m // 12, m % 12 + 1, day)]
    found = _toward([d for d in days if "weekday" not in fields or _fits(d, fields, today)], fields.get("which"), today)
    return a_day(found) if found else None


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= year <= 9999 and day <= calendar.monthrange(year, month)[1]


def _read_feast(fields: Fields, today: date | None) -> Reading | None:
    """A feast of the year that is named, else the last or the next."""
    return _of_a_year(lambda year: feast_day(fields["feast"], year), fields, today)


def _read_nth(fields: Fields, today: date | None) -> Reading | None:
    """The first, second ... last such weekday of a month."""
    month, weekday, nth = (int(fields[role]) for role in ("month", "weekday", "nth"))
    return _of_a_year(lambda year: nth_weekday(year, month, weekday, nth), fields, today)


def _of_a_year(falls: Callable[[int], date | None], fields: Fields, today: date | None) -> Reading | None:
    year = _year_of(fields, today)
    if year is not None:
        day = falls(year) if 1 <= year <= 9999 else None
        return a_day(day) if day else None
    if today is None:
        return Reading("DATE", "XXXX-XX-XX")
    near = range(max(1, today.year - 2), min(9999, today.year + 3))
    found = _toward([day for year in near if (day := falls(year))], _direction(fields), today)
    return a_day(found) if found else None


def _read_month(fields: Fields, today: date | None) -> Reading | None:
    month, year = int(fields["month"]), _year_of(fields, today)
    if year is None:
        if today is None or fields.get("unit") == "year":
            return Reading("DATE", f"XXXX-{month:02}")
        year = _year_toward(month, month, fields, today)
    return a_month(year, month - 1)


def _year_toward(first: int, last: int, fields: Fields, today: date) -> int:
    """The year in which those months are the latest that have begun; with `which`, the last over, this year's, or the next."""
    which = fields.get("which")
    if which == "0":
        return today.year
    if which == "1" or fields.get("toward") == "future":
        begins_later = first > today.month or (first == today.month and which != "1")
        return today.year if begins_later else today.year + 1
    if which == "-1":
        return today.year if last < today.month else today.year - 1
    return today.year if first <= today.month else today.year - 1


def _read_weekday(fields: Fields, today: date | None) -> Reading | None:
    weekday = int(fields["weekday"])
    if today is None:
        return Reading("DATE", f"XXXX-WXX-{weekday}")
    if "weeks" in fields:  # “Monday week”: so many weeks after the coming one
        return a_day(today + timedelta(days=(weekday - today.isoweekday()) % 7, weeks=int(fields["weeks"])))
    if fields.get("unit") == "week":
        monday = today - timedelta(days=today.isoweekday() - 1)
        return a_day(monday + timedelta(days=weekday - 1, weeks=int(fields["which"])))
    back = (today.isoweekday() - weekday) % 7
    which = fields.get("which")
    if which == "-1":
        back = back or 7
    elif which == "1":
        back = back - 7
    elif which == "0" or fields.get("toward") == "future":
        back = back and back - 7 if which is None or back > 3 else back
    try:
        return a_day(today - timedelta(days=back))
    except OverflowError:
        return None


def _read_season(fields: Fields, today: date | None) -> Reading | None:
    name, year = fields["season"], _year_of(fields, today)
    code, first = SEASONS[name]
    if year is None:
        if today is None or fields.get("unit") == "year":
            return Reading("DATE", f"XXXX-{name}")
        year = _year_toward(first, first + 2, fields, today)
    return Reading("DATE", f"{year:04}-{name}", f"{year:04}-{code}")


def _read_part(what: str) -> Operation:
    def read(fields: Fields, today: date | None) -> Reading | None:
        number, year = int(fields[what]), _year_of(fields, today)
        if year is None:
            if today is None or fields.get("unit") == "year":
                return Reading("DATE", f"XXXX-{what[0].upper()}{number}")
            first = (number - 1) * _PART_MONTHS[what] + 1
            year = _year_toward(first, first + _PART_MONTHS[what] - 1, fields, today)
        return a_part(what, year, number)

    return read


def _read_year(fields: Fields, today: date | None) -> Reading | None:
    year = _full_year(fields["year"], today)
    return long_unit("year", year)


def _read_decade(fields: Fields, today: date | None) -> Reading | None:
    del today
    year = int(fields["decade"])
    return long_unit("decade", year if year >= 100 else 1900 + year)


def _read_century(fields: Fields, today: date | None) -> Reading | None:
    del today
    return long_unit("century", (int(fields["century"]) - 1) * 100 + 1)


def _read_week(fields: Fields, today: date | None) -> Reading | None:
    year = _year_of(fields, today)
    if year is None and today is not None:
        year = today.year
    # The last week of a year is the one with 28 December (ISO 8601).
    week = date(year or 2000, 12, 28).isocalendar().week if fields["week"] == "-1" else int(fields["week"])
    if year is None:
        return Reading("DATE", f"XXXX-W{week:02}")
    try:
        return a_week(date.fromisocalendar(year, week, 1))
    except ValueError:
        return None


_BY_PART: Final[tuple[tuple[str, Operation], ...]] = (
    ("feast", _read_feast),
    ("nth", _read_nth),
    ("day", _read_day),
    ("week", _read_week),
    ("weekday", _read_weekday),
    ("month", _read_month),
    ("season", _read_season),
    ("quarter", _read_part("quarter")),
    ("half", _read_part("half")),
    ("decade", _read_decade),
    ("century", _read_century),
    ("year", _read_year),
)
"""The finest part that is named says how precise the time is."""
