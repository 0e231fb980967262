"""What a rule says of two ends comes in; the fields of the first and of the last go out, each with what the other says for it.

`apart`: how many years must lie between them (a winter, a season and a school year are of two years that follow each other).
"""

from __future__ import annotations

from typing import Final

from dateline.reading.dates.almanac import Reading
from dateline.reading.dates.calendars import Fields, calendar_date
from dateline.when import bounds

_COARSER: Final = ("day", "month", "year")


def ends_of(fields: Fields) -> tuple[Fields, Fields] | None:
    """Fields of the first and the last end; None where one of them does not exist, or the last would be the sooner."""
    last = {role[:-1]: value for role, value in fields.items() if role.endswith("2")}
    first = {role: value for role, value in fields.items() if not role.endswith("2")}
    shared = _coarser(first, last)
    last = {**_coarser(last, first), **last}
    first = {**first, **shared}
    if len(last.get("year", "")) == 2 and len(first.get("year", "")) == 4:
        last["year"] = first["year"][:2] + last["year"]  # 1914-18
        if int(last["year"]) < int(first["year"]):
            last["year"] = str(int(last["year"]) + 100)  # 1999/00
    one, two = calendar_date(first, None), calendar_date(last, None)
    if one is None or two is None or backwards(one, two):
        return None
    if "apart" in fields and int(last["year"]) - int(first["year"]) != int(fields["apart"]):
        return None
    return first, last


def following(one: Reading, two: Reading, last: Fields) -> Reading | None:
    """The last end as it follows the first: from November to March is to March of the next year."""
    if not backwards(one, two):
        return two
    year = None if one.edtf is None else bounds(one.edtf)[0]
    if year is None or "year" in last:
        return None
    return calendar_date({**last, "year": str(year[0] + 1)}, None)


def backwards(one: Reading, two: Reading) -> bool:
    """The one begins after the other ends."""
    if one.edtf is None or two.edtf is None:
        return False
    first, last = bounds(one.edtf)[0], bounds(two.edtf)[1]
    return first is not None and last is not None and first > last


def joined(one: Reading, two: Reading) -> Reading:
    """From the one to the other, as one reading."""
    edtf = f"{one.edtf}/{two.edtf}" if one.edtf and two.edtf and "/" not in one.edtf + two.edtf else None
    return Reading("DATE", f"{one.value}/{two.value}", edtf)


def _coarser(fields: Fields, other: Fields) -> dict[str, str]:
    """What `other` says about the month and year in which the finest of `fields` lies, where they do not say so themselves."""
    finest = next((place for place, role in enumerate(_COARSER) if role in fields), 0)
    return {
        role: other[role] for role in (*_COARSER[finest + 1 :], "which", "unit", "era") if role in other and role not in fields
    }
