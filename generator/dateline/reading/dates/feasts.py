"""A feast's name in figures and a year come in; the day on which it falls goes out.

A feast is written "12-25" (month and day), "easter+39" (days after Easter Sunday of the Western churches), or "11/4/4+1" (of
month 11 the weekday 4 for the 4th time, and a day more; -1 is the last time). Easter: Meeus, Jones and Butcher (1876).
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

_FEAST: Final = re.compile(r"(?:(?P<easter>easter)|(?P<day>\d\d-\d\d)|(?P<nth>\d+/\d/-?\d))(?P<more>[+-]\d+)?")


@lru_cache(maxsize=1024)
def feast_day(feast: str, year: int) -> date | None:
    """The day in that year; None where it has none. Raises ValueError for a feast that is written in no such way."""
    found = _FEAST.fullmatch(feast)
    if found is None:
        raise ValueError(f"“{feast}” is no feast: write 12-25, easter+39 or 11/4/4+1")
    if found["easter"]:
        day = _easter(year)
    elif found["day"]:
        day = date(year, *map(int, found["day"].split("-")))
    else:
        nth = nth_weekday(year, *map(int, found["nth"].split("/")))
        if nth is None:
            return None
        day = nth
    return day + timedelta(days=int(found["more"] or 0))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month, -1 for the last; None where there is none."""
    length = calendar.monthrange(year, month)[1]
    days = [n for n in range(1, length + 1) if date(year, month, n).isoweekday() == weekday]
    place = nth if nth < 0 else nth - 1
    return date(year, month, days[place]) if -len(days) <= place < len(days) else None


def _easter(year: int) -> date:
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    moon = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * moon) // 451
    month, day = divmod(epact + moon - 7 * late + 114, 31)
    return date(year, month, day + 1)
