"""What a rule's words say comes in, with the day they are said on; the time they tell goes out.

Operations know no language. Each takes the fields that a rule filled (texts by role) and the day to count from, None where
that is unknown: then a relative time stays open (no EDTF, X in the TIMEX3 value). None comes back where the fields
name no time that exists. Values: TIMEX3 (TimeML 1.2.1) and EDTF (ISO 8601-2); weeks are ISO weeks, Monday first.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

Fields = Mapping[str, str]
Kind = Literal["DATE", "TIME", "DURATION", "SET"]


class Reading(NamedTuple):
    """TIMEX3 type and value, and EDTF where the words fix a point in time."""

    type: Kind
    value: str
    edtf: str | None = None


Operation = Callable[[Fields, date | None], Reading | None]
_SEASON: Final = {"SP": (21, 3), "SU": (22, 6), "FA": (23, 9), "WI": (24, 12)}
"""TIMEX3 name: EDTF code, first month (northern)."""
_PART_MONTHS: Final = {"quarter": 3, "half": 6}
_EDTF_PART: Final = {"quarter": 32, "half": 39}
_LETTER: Final = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
_LETTER_LONG: Final = {"quarter": "Q", "decade": "DE", "century": "CE", "weekend": "WE"}


def calendar_date(fields: Fields, today: date | None) -> Reading | None:
    """A time of the calendar, from what is named of it: year, month, day, weekday, season, quarter, half, decade, century."""
    for name, read in _BY_PART:
        if name in fields:
            return read(fields, today)
    return None


def shift(fields: Fields, today: date | None) -> Reading | None:
    """So many units from that day: `step` ("day -1"), or `unit` with `which` or with `count` and `sign`."""
    if "step" in fields:
        unit, _, count = fields["step"].partition(" ")
    else:
        unit = fields["unit"]
        count = fields.get("which") or fields.get("count", "1")
    if unit in ("hour", "minute", "second"):
        return duration(fields, today)
    try:
        steps = int(count) * int(fields.get("sign", "1"))
    except ValueError:
        return _vague(fields)
    if today is None:
        return Reading("DATE", _OPEN[unit])
    return _shifted(unit, steps, today)


def duration(fields: Fields, today: date | None) -> Reading | None:
    """A length of time: `count` and `unit`, and a second pair where there is one."""
    del today
    parts = [_length(fields.get(f"count{n}", "1"), fields[f"unit{n}"]) for n in ("", "2") if f"unit{n}" in fields]
    return Reading("DURATION", "P" + "".join(part.removeprefix("P") if i else part[1:] for i, part in enumerate(parts)))


def repeated(fields: Fields, today: date | None) -> Reading | None:
    """A time that comes again: every weekday, or every so many units."""
    if "weekday" in fields:
        return Reading("SET", f"XXXX-WXX-{fields['weekday']}")
    if "month" in fields:
        return Reading("SET", f"XXXX-{int(fields['month']):02}")
    if "step" in fields:
        unit, _, count = fields["step"].partition(" ")
        return Reading("SET", _length(count or "1", unit))
    return Reading("SET", _length(fields.get("count", "1"), fields["unit"]))


def clock(fields: Fields, today: date | None) -> Reading | None:
    """A time of the day: hour and minute, or a part of the day; of a named day where one is named."""
    named = any(role in fields for role in ("step", "weekday", "day"))
    base = (shift if "step" in fields else calendar_date)(fields, today) if named else None
    if named and base is None:
        return None
    stem = base.value if base else today.isoformat() if today else "XXXX-XX-XX"
    return Reading("TIME", f"{stem}T{_time_of_day(fields)}", base.edtf if base else None)


def reference(fields: Fields, today: date | None) -> Reading | None:
    """The present, past or future in general: PRESENT_REF, PAST_REF, FUTURE_REF."""
    del today
    return Reading("DATE", fields["ref"])


def _vague(fields: Fields) -> Reading | None:
    return Reading("DATE", "FUTURE_REF" if fields.get("sign", "1") == "1" else "PAST_REF")


def _time_of_day(fields: Fields) -> str:
    if "hour" not in fields:
        return fields["daypart"]
    hour = int(fields["hour"])
    half = fields.get("meridiem")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02}:{int(fields.get('minute', '0')):02}"


def _length(count: str, unit: str) -> str:
    letter = _LETTER.get(unit) or _LETTER_LONG[unit]
    return f"P{'T' if unit in ('hour', 'minute', 'second') else ''}{count}{letter}"


def _shifted(unit: str, steps: int, today: date) -> Reading | None:
    try:
        if unit == "day":
            return _day(today + timedelta(days=steps))
        if unit in ("week", "weekend"):
            return _week(today + timedelta(weeks=steps), weekend=unit == "weekend")
        if unit in ("month", "quarter"):
            months = today.year * 12 + today.month - 1 + steps * (1 if unit == "month" else 3)
            return _month(*divmod(months, 12)) if unit == "month" else _part("quarter", months // 12, months % 12 // 3 + 1)
        return _long(unit, today.year + steps * {"year": 1, "decade": 10, "century": 100}[unit])
    except (OverflowError, ValueError):
        return None


def _long(unit: str, year: int) -> Reading | None:
    if not 1 <= year <= 9999:
        return None
    digits = {"year": 4, "decade": 3, "century": 2}[unit]
    stem = f"{year:04}"[:digits]
    return Reading("DATE", stem, stem.ljust(4, "X"))


def _day(day: date) -> Reading:
    return Reading("DATE", day.isoformat(), day.isoformat())


def _month(year: int, index: int) -> Reading | None:
    """`index` counts months from 0."""
    text = f"{year:04}-{index + 1:02}"
    return Reading("DATE", text, text) if 1 <= year <= 9999 else None


def _week(day: date, weekend: bool = False) -> Reading:
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    first = monday + timedelta(days=5 if weekend else 0)
    edtf = f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    return Reading("DATE", f"{year:04}-W{week:02}{'-WE' if weekend else ''}", edtf)


def _part(what: str, year: int, number: int) -> Reading:
    return Reading("DATE", f"{year:04}-{what[0].upper()}{number}", f"{year:04}-{_EDTF_PART[what] + number}")


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
        return _day(date(year, month, day)) if _exists(year, month, day) else None
    if not _exists(2000, month, day):
        return None
    if today is None or fields.get("unit") == "year":
        return Reading("DATE", f"XXXX-{month:02}-{day:02}")
    days = [date(y, month, day) for y in range(max(1, today.year - 4), today.year + 5) if _exists(y, month, day)]
    found = _toward([d for d in days if _fits(d, fields, today)] or days, fields.get("which"), today)
    return _day(found) if found else None


def _fits(day: date, fields: Fields, today: date) -> bool:
    """The weekday that is named with it agrees, not further off than a year: 2 May was a Thursday in 2002 and in 2013."""
    return "weekday" in fields and day.isoweekday() == int(fields["weekday"]) and abs(day - today) < timedelta(days=550)


def _toward(days: list[date], which: str | None, today: date) -> date | None:
    """The nearest of them; for last and next, the nearest before and after."""
    if which == "-1":
        days = [d for d in days if d < today]
    elif which == "1":
        days = [d for d in days if d > today]
    return min(days, key=lambda d: abs(d - today), default=None)


def _day_of_month(day: int, fields: Fields, today: date | None) -> Reading | None:
    """A day without its month: of this month, or with its weekday the nearest where both agree."""
    if today is None:
        return Reading("DATE", f"XXXX-XX-{day:02}")
    near = [today.year * 12 + today.month - 1 + n for n in ((0,) if "weekday" not in fields else range(-4, 5))]
    days = [date(m // 12, m % 12 + 1, day) for m in near if _exists(m // 12, m % 12 + 1, day)]
    found = _toward([d for d in days if "weekday" not in fields or _fits(d, fields, today)], fields.get("which"), today)
    return _day(found) if found else None


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= year <= 9999 and day <= calendar.monthrange(year, month)[1]


def _read_month(fields: Fields, today: date | None) -> Reading | None:
    month, year = int(fields["month"]), _year_of(fields, today)
    if year is None:
        if today is None or fields.get("unit") == "year":
            return Reading("DATE", f"XXXX-{month:02}")
        year = _year_toward(month, month, fields, today)
    return _month(year, month - 1)


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
    if fields.get("unit") == "week":
        monday = today - timedelta(days=today.isoweekday() - 1)
        return _day(monday + timedelta(days=weekday - 1, weeks=int(fields["which"])))
    back = (today.isoweekday() - weekday) % 7
    which = fields.get("which")
    if which == "-1":
        back = back or 7
    elif which == "1":
        back = back - 7
    elif which == "0" or fields.get("toward") == "future":
        back = back and back - 7 if which is None or back > 3 else back
    try:
        return _day(today - timedelta(days=back))
    except OverflowError:
        return None


def _read_season(fields: Fields, today: date | None) -> Reading | None:
    name, year = fields["season"], _year_of(fields, today)
    code, first = _SEASON[name]
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
        return _part(what, year, number)

    return read


def _read_year(fields: Fields, today: date | None) -> Reading | None:
    year = _full_year(fields["year"], today)
    return _long("year", year)


def _read_decade(fields: Fields, today: date | None) -> Reading | None:
    del today
    year = int(fields["decade"])
    return _long("decade", year if year >= 100 else 1900 + year)


def _read_century(fields: Fields, today: date | None) -> Reading | None:
    del today
    return _long("century", (int(fields["century"]) - 1) * 100 + 1)


def _read_week(fields: Fields, today: date | None) -> Reading | None:
    week, year = int(fields["week"]), _year_of(fields, today)
    if year is None and today is not None:
        year = today.year
    if year is None:
        return Reading("DATE", f"XXXX-W{week:02}")
    try:
        return _week(date.fromisocalendar(year, week, 1))
    except ValueError:
        return None


_BY_PART: Final[tuple[tuple[str, Operation], ...]] = (
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
_OPEN: Final = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
OPERATIONS: Final[Mapping[str, Operation]] = {
    "date": calendar_date,
    "shift": shift,
    "duration": duration,
    "set": repeated,
    "time": clock,
    "ref": reference,
}
"""What a rule may name as its `op`; besides these `range` (two dates, a first and a last) and `none` (no time at all)."""
