"""A few words that tell a date and the tag of their language come in; what dateparser is certain of goes out, as a When.

dateparser fills what words leave open from the day on which it runs: it is asked twice, on two days that have neither day nor
month nor year in common, and only what it says both times is what the words say. Its answer is cut to its own `period`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Final

from dateline.when import When, WhenError

LONGEST: Final = 200
"""Characters that are handed on; 3,200 times the digit 9 take dateparser minutes."""
_DIGITS: Final = re.compile(r"\d{5,}")
"""No day, month or year that a newspaper dates itself by has five digits; numbers that long are slow, and no dates."""
_DAYS: Final = (datetime(2000, 1, 5), datetime(2011, 12, 28))
_LENGTH: Final = {"year": 4, "month": 7}
_NUMERIC: Final = re.compile(r"\s*(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?\d{4}\b")

_YEAR_FIRST: Final = re.compile(r"\s*\d{4}[\s./-]+(?:1[3-9]|[2-9]\d)\b")
"""Behind a year in digits stands the month, in every language; dateparser takes what can be none for the day."""


@lru_cache(maxsize=4096)
def ask(words: str, tag: str) -> When | None:
    """The date that those words tell, no more precise than they are; None where that is not certain, or too long to ask."""
    if (
        len(words) > LONGEST
        or _DIGITS.search(words)
        or not re.search(r"\d{4}", words)
        or not known(tag)
        or either_way(words, tag)
        or _YEAR_FIRST.match(words)
    ):
        return None
    first, second = (_answer(words, tag, day) for day in _DAYS)
    if first is None or first != second:
        return None
    try:
        return When.parse(first)
    except WhenError:
        return None


@cache
def known(tag: str) -> bool:
    """It has the names of that language's months."""
    from dateparser.data.languages_info import language_order  # noqa: PLC0415 - with the package around it 428 ms

    return tag in language_order


@cache
def locale(tag: str) -> Mapping[str, Any]:
    """What dateparser knows of a language: names of months, the order of a date, words that mean nothing in it."""
    found: Mapping[str, Any] = import_module(f"dateparser.data.date_translation_data.{tag}").info
    return found


def month_names(tag: str) -> tuple[tuple[str, ...], ...]:
    """What the language calls each of the twelve months, short forms among them."""
    from dateparser.languages.dictionary import KNOWN_WORD_TOKENS  # noqa: PLC0415

    months = KNOWN_WORD_TOKENS[7:19]  # after the days of the week; its data files have a language's names under these keys
    return tuple(tuple(locale(tag).get(key) or ()) for key in months)


@cache
def order(tag: str) -> str | None:
    """DMY or MDY where the language's numeric dates have one order wherever it is spoken, else None."""
    info = locale(tag)
    regions = info.get("locale_specific") or {}
    orders = {info.get("date_order"), *(region.get("date_order") for region in regions.values())}
    found = {one for one in orders if one and one.endswith("Y")}
    return found.pop() if len(found) == 1 else None


def either_way(words: str, tag: str) -> bool:
    """Digits alone that name another day where the month is written first, in a language that is written both ways."""
    if not known(tag):
        return False
    numeric = _NUMERIC.match(words)
    return numeric is not None and order(tag) is None and max(int(numeric[1]), int(numeric[2])) <= 12 and numeric[1] != numeric[2]


def _answer(words: str, tag: str, today: datetime) -> str | None:
    found = _asked(tag, today).get_date_data(words)
    return found.date_obj.date().isoformat()[: _LENGTH.get(found.period, 10)] if found.date_obj else None


@cache
def _asked(tag: str, today: datetime) -> Any:
    from dateparser.date import DateDataParser  # noqa: PLC0415

    settings = {"RETURN_TIME_AS_PERIOD": True, "PARSERS": ["absolute-time"], "RELATIVE_BASE": today}
    return DateDataParser(languages=[tag], settings=settings)
