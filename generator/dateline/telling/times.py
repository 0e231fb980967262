"""A When comes in; its words in a language go out, with `datetime` for machines, never more precise than the source."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Final, Literal

from dateline.telling import words as language_words
from dateline.telling.pieces import Line, Piece
from dateline.telling.words import Words
from dateline.when import When, bounds, precision

_QUALIFIERS: Final = re.compile(r"[?~%]")
FINE: Final = ("month", "day", "time")
_OPEN: Final = ("", "..")
_SKELETONS: Final = {"year": "y", "month": "yMMMM", "quarter": "yQQQQ"}
_CLOCK: Final = re.compile(r"T(\d{2}):(\d{2})")


def line(when: When | None, words: Words, *, weekday: bool = False) -> Line:
    """“April 2018”, “around 2013”, “by April 2019”, “2004 – April 2018”, “undated”."""
    return _line(None, None, words.tag, weekday) if when is None else _line(when.edtf, when.end_after, words.tag, weekday)


def plain(when: When | None, words: Words) -> str:
    """The same as bare text."""
    return language_words.plain(line(when, words))


def day(iso: str, words: Words) -> Line:
    """A day that the newsroom itself wrote down, as YYYY-MM-DD."""
    return line(When.parse(iso), words)


def notes(when: When | None, inferred: bool, words: Words) -> tuple[str, ...]:
    """What a reader must know about the date beside it: “year only”, “end unknown”, “date worked out”."""
    if when is None:
        return ()
    found = []
    coarse_note = words.labels["precision"].get(when.precision)
    if coarse_note and not when.approximate and not when.end_after:
        found.append(str(coarse_note))
    if when.edtf.endswith("/"):
        found.append(words.ui["end_unknown"])
    if when.edtf.startswith("/"):
        found.append(words.ui["start_unknown"])
    if when.uncertain:
        found.append(words.ui["uncertain"])
    if inferred:
        found.append(words.ui["date_inferred"])
    return tuple(found)


def coarse(when: When | None) -> bool:
    """Not even the month is known: a long bar, not a dot."""
    return when is not None and when.precision not in FINE


def year(when: When, words: Words) -> str:
    """The year under which it stands: that of its first possible day, or of its last where the start is open."""
    return _year(_anchor(when), words)


def year_key(when: When) -> str:
    """The same for an address: digits, with a minus before the common era."""
    return str(_anchor(when))


def year_name(number: int, words: Words) -> str:
    """An astronomical year in words."""
    return _year(number, words)


def _anchor(when: When) -> int:
    first, last = when.span
    start = first or last
    assert start is not None, when
    return start[0]


@lru_cache(maxsize=8192)
def _line(edtf: str | None, end_after: str | None, tag: str, weekday: bool) -> Line:
    words = language_words.of(tag)
    if edtf is None:
        return (Piece(words.ui["undated"]),)
    if end_after is not None:
        start, end = edtf.partition("/")[0], _point(end_after, words, False)
        if start in _OPEN:
            return words.line("until_only_after", end=end)
        return words.line("until_after", start=_point(start, words, False), end=end)
    if edtf[0] in "[{":
        return _set(edtf, words)
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        return _interval(first, last, words)
    return _point(edtf, words, weekday)


def _interval(start: str, end: str, words: Words) -> Line:
    first = None if start in _OPEN else _point(start, words, False)
    last = None if end in _OPEN else _point(end, words, False)
    if first is None:
        assert last is not None, end
        return words.line("by" if start == ".." else "until", end=last)
    if last is None:
        return words.line("from", start=first)
    return words.line("interval", start=first, end=last)


def _set(edtf: str, words: Words) -> Line:
    members = []
    for part in edtf[1:-1].split(","):
        start, dots, end = part.strip().partition("..")
        made = _interval(start or "..", end, words) if dots else _point(start, words, False)
        members.append(language_words.plain(made))
    return (Piece(words.either(members, "or" if edtf[0] == "[" else "standard")),)


def _point(edtf: str, words: Words, weekday: bool) -> Line:
    core = _QUALIFIERS.sub("", edtf)
    made = (Piece(_name(core, words, weekday), datetime=_machine(edtf)),)
    return words.line("around", date=made) if "~" in edtf or "%" in edtf else made


def _machine(edtf: str) -> str | None:
    """The value of a datetime attribute, where HTML has one that says no more than the source."""
    fine = precision(edtf) in ("year", "month", "day", "time")
    if not fine or not re.fullmatch(r"\d{4}(-\d\d){0,2}(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?", edtf) or edtf.startswith("0000"):
        return None
    return edtf


def _name(core: str, words: Words, weekday: bool) -> str:
    """A date without its qualifiers, in words."""
    kind = precision(core)
    first, last = _days(core)
    if not 1 <= first[0] <= 9999:
        return _year(first[0], words) if kind == "year" else core
    date = datetime.date(*first)
    if kind in ("day", "time"):
        return _with_time(_format(date, "full" if weekday else "long", words), core, words)
    if kind in _SKELETONS:
        return _skeleton(date, _SKELETONS[kind], words)
    if kind in ("season", "third", "half", "decade"):
        return _part(kind, core, words).replace("{year}", str(first[0]))
    return words.say("between", start=_year(first[0], words), end=_year(last[0], words))


def _with_time(date: str, core: str, words: Words) -> str:
    clock = _CLOCK.search(core)
    return words.say("at_time", date=date, time=":".join(clock.groups())) if clock else date


def _part(kind: str, core: str, words: Words) -> str:
    """The label of a decade, or of one season, third or half; seasons have three codes (any, northern, southern)."""
    labels = words.labels["dates"][kind]
    if kind == "decade":
        return str(labels)
    code = int(core[-2:])
    return str(labels[{"season": (code - 21) % 4, "third": code - 37, "half": code - 40}[kind]])


def _days(core: str) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    first, last = bounds(core)
    assert first is not None, core
    assert last is not None, core
    return first, last


def _year(number: int, words: Words) -> str:
    if number < 1:
        return str(words.labels["dates"]["before_era"]).replace("{year}", str(1 - number))
    return _skeleton(datetime.date(number, 1, 1), "y", words) if number <= 9999 else str(number)


def _skeleton(date: datetime.date, skeleton: str, words: Words) -> str:
    from babel.dates import format_skeleton  # noqa: PLC0415

    return format_skeleton(skeleton, date, locale=words.locale)


def _format(date: datetime.date, style: Literal["full", "long"], words: Words) -> str:
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(date, style, locale=words.locale)
