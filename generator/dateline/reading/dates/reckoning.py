"""What a rule's words say comes in, with the days it may be said on; the time they tell goes out, and what it rests on."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from dateline.model import Basis
from dateline.reading.dates.almanac import Reading
from dateline.reading.dates.calendars import Fields
from dateline.reading.dates.operations import OPERATIONS
from dateline.when import bounds

Span = tuple[date | None, date | None]
"""First and last day on which it may be said; None where that is open."""
UNKNOWN: Span = (None, None)


def own_reading(operation: str, fields: Fields) -> Reading | None:
    """What the words tell by themselves; None where they name no time that exists."""
    return _ends(operation, tuple(fields.items()), UNKNOWN)[0]


def reckon(operation: str, fields: Fields, days: Span, *, anchored: bool) -> tuple[Reading | None, Basis | None]:
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


@lru_cache(maxsize=4096)
def days_of(edtf: str | None) -> Span:
    """First and last day as dates; None where that side is open or outside the calendar of the machine."""
    if edtf is None:
        return UNKNOWN
    first, last = (date(*day) if day and 1 <= day[0] <= 9999 else None for day in bounds(edtf))
    return first, last
