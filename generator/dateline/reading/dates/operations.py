"""What a rule's words say comes in, with the day they are said on; the time they tell goes out.

Operations know no language. Each takes the fields that a rule filled (texts by role) and the day to count from, None where
that is unknown: then a relative time stays open (no EDTF, X in the TIMEX3 value). None comes back where the fields
name no time that exists.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from dateline.reading.dates.almanac import OPEN, Reading, a_day, moved
from dateline.reading.dates.calendars import Fields, Operation, calendar_date
from dateline.when import bounds, precision

Distance = Callable[[Fields, str, int, date | None], Reading | None]
_LETTER: Final = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
_LETTER_LONG: Final = {"quarter": "Q", "decade": "DE", "century": "CE", "weekend": "WE"}


def shift(fields: Fields, today: date | None) -> Reading | None:
    """So many units from that day: `step` ("day -1"), or `unit` with `which` or with `count` and `sign`.

    `as: length`: the words name how long ago or ahead it is (TIMEX3), and with the day the point that this comes to (EDTF);
    `as: day`: it is so long to the day.
    """
    unit, _, count = fields.get("step", "").partition(" ")
    if "step" not in fields:
        unit, count = fields["unit"], fields.get("which") or fields.get("count", "1")
    if unit in ("hour", "minute", "second"):
        return duration(fields, today)  # how late it was when the text was written is not known
    if not count.lstrip("-").isdigit():  # "some years later"; "some years ago": a length, but no point in time
        return reference({"ref": fields["vague"]}, today) if "vague" in fields else duration(fields, today)
    steps = int(count) * int(fields.get("sign", "1"))
    if "as" in fields:
        return _DISTANCES[fields["as"]](fields, unit, steps, today)
    if today is None:
        return Reading("DATE", OPEN[unit])
    if unit == "weekend" and steps == 0 and fields.get("toward") == "past":
        # What happened "this weekend" and is told on a Monday is over; "at the weekend" is the last one on any working day.
        steps = -int(today.isoweekday() <= (5 if "count" in fields else 3))
    return moved(unit, steps, today)


def _as_length(fields: Fields, unit: str, steps: int, today: date | None) -> Reading | None:
    """A length of time, and the point that lies so far from that day."""
    point, length = moved(unit, steps, today) if today else None, duration(fields, today)
    return length and length._replace(edtf=point.edtf if point else None)


def _to_the_day(fields: Fields, unit: str, steps: int, today: date | None) -> Reading | None:
    """The day that lies so far from that day."""
    del unit, steps
    return shifted(fields, Reading("DATE", OPEN["day"]) if today is None else a_day(today))


_DISTANCES: Final[Mapping[str, Distance]] = {"length": _as_length, "day": _to_the_day}
"""What `as` may say."""


def shifted(fields: Fields, base: Reading) -> Reading | None:
    """So many units before or after that date: to the day where the date is one, else as coarse as it is."""
    first = None if base.edtf is None else bounds(base.edtf)[0]
    unit, steps = _steps(fields)
    if first is None or not 1 <= first[0] <= 9999 or base.type != "DATE":
        return Reading("DATE", OPEN["day"])
    if precision(base.edtf or "") == "day" and unit in _DAYS_MONTHS:
        days, months = _DAYS_MONTHS[unit]
        return _day_after(date(*first), days * steps, months * steps)
    return moved(unit, steps, date(*first))


def part_of(fields: Fields, day: Reading) -> Reading | None:
    """The morning, evening, night ... of that day; None where it is no day."""
    if day.edtf is not None and precision(day.edtf) != "day":
        return None
    return Reading("TIME", f"{day.value}T{fields['daypart']}", day.edtf)


_DAYS_MONTHS: Final = {"day": (1, 0), "week": (7, 0), "month": (0, 1), "quarter": (0, 3), "year": (0, 12), "decade": (0, 120)}
"""Days and months of a unit."""


def _day_after(day: date, days: int, months: int) -> Reading | None:
    """The same day of another month, or its last where it has none such; then so many days on."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    last = monthrange(year, month + 1)[1]
    return moved("day", days, date(year, month + 1, min(day.day, last)))


def _steps(fields: Fields) -> tuple[str, int]:
    if "step" in fields:
        unit, _, count = fields["step"].partition(" ")
        return unit, int(count)
    count = fields.get("which") or fields.get("count", "1")
    return fields["unit"], int(count) * int(fields.get("sign", "1"))


def duration(fields: Fields, today: date | None) -> Reading | None:
    """A length of time: `count` and `unit`, and a second pair where there is one."""
    del today
    parts = [_length(fields.get(f"count{n}", "1"), fields[f"unit{n}"]) for n in ("", "2") if f"unit{n}" in fields]
    days, _, hours = "".join(part[1:] for part in parts).partition("T")
    return Reading("DURATION", f"P{days}" + (f"T{hours.replace('T', '')}" if hours else ""))


def repeated(fields: Fields, today: date | None) -> Reading | None:
    """A time that comes again: every weekday, or every so many units."""
    del today
    if "weekday" in fields:
        return Reading("SET", f"XXXX-WXX-{fields['weekday']}")
    if "month" in fields:
        return Reading("SET", f"XXXX-{int(fields['month']):02}")
    if "step" in fields:
        unit, _, count = fields["step"].partition(" ")
        return Reading("SET", _length(count or "1", unit))
    return Reading("SET", _length(fields.get("count", "1"), fields["unit"]))


def either_order(fields: Fields, today: date | None) -> Reading | None:
    """A date in figures whose day may be its month: both days, unless only one exists or falls on the weekday that is named.

    TIMEX3 has no word for that, so its value takes the order of the rule.
    """
    written = calendar_date(fields, today)
    if int(fields["day"]) > 12 or int(fields["day"]) == int(fields["month"]) or written is None or written.edtf is None:
        return written
    turned = calendar_date({**fields, "day": fields["month"], "month": fields["day"]}, today)
    assert turned is not None  # any month has a day of at most 12
    fits = [one for one in (written, turned) if date.fromisoformat(one.value).isoweekday() == int(fields.get("weekday", "0"))]
    return fits[0] if fits else Reading("DATE", written.value, f"[{','.join(sorted((written.value, turned.value)))}]")


def clock(fields: Fields, today: date | None) -> Reading | None:
    """A time of the day: hour and minute, or a part of the day; of a named day where one is named."""
    named = any(role in fields for role in ("step", "weekday", "day"))
    base = (shift if "step" in fields else calendar_date)(fields, today) if named else None
    if named and base is None:
        return None
    stem = base.value if base else today.isoformat() if today else "XXXX-XX-XX"
    return Reading("TIME", f"{stem}T{_time_of_day(fields)}", base.edtf if base else None)


def night(fields: Fields, today: date | None) -> Reading | None:
    """The night that ends on the day that is named."""
    morning = (shift if "step" in fields else calendar_date)(fields, today)
    return morning and night_before(morning)


def night_before(morning: Reading) -> Reading | None:
    """The night that ends on that day: the TIMEX3 value is of the day before, the EDTF from that day to this."""
    if morning.edtf is None:
        return Reading("TIME", f"{OPEN['day']}TNI")
    eve = shifted({"step": "day -1"}, morning)
    return eve and Reading("TIME", f"{eve.value}TNI", f"{eve.value}/{morning.edtf}")


def reference(fields: Fields, today: date | None) -> Reading | None:
    """The present, past or future in general: PRESENT_REF, PAST_REF, FUTURE_REF."""
    del today
    return Reading("DATE", fields["ref"])


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


OPERATIONS: Final[Mapping[str, Operation]] = {
    "date": calendar_date,
    "either-order": either_order,
    "shift": shift,
    "duration": duration,
    "set": repeated,
    "time": clock,
    "night": night,
    "ref": reference,
}
"""What a rule may name as its `op`; besides these `range` (two dates, a first and a last) and `none` (no time at all)."""
