"""A text in a language without a file comes in; the dates that its words make certain go out as Mentions.

Looked for are full dates and months with their year, by the names of months that dateparser has for the language; each is read
by dateparser, and kept only where what it says is what stands there. The rule is dateparser/FORM.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dateline import language
from dateline.model import Mention
from dateline.reading.dates import parser
from dateline.reading.dates.page import Page
from dateline.when import When

_DAY: Final = r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?![0-9])"
_YEAR: Final = r"(?P<year>1[0-9]{3}|20[0-9]{2})(?![0-9])"
_BEFORE: Final = r"(?<![0-9])(?<![0-9][.,:/-])(?<![$€£#@_/-])"
_AFTER: Final = r"(?![0-9]|[.,:/-][0-9]| ?[%€$£°])"


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language writes dates: the number of each name of a month, and a pattern a form."""

    months: Mapping[str, int]
    forms: tuple[tuple[str, re.Pattern[str]], ...]


def has_file(tag: str) -> bool:
    """There is a file that says how that language writes time. No other language's is opened for it."""
    return tag in language.tags() and bool(language.load(tag).dates)


def readable(tag: str) -> bool:
    """There is a file for that language, or dateparser knows its months; it is asked only where there is none."""
    return has_file(tag) or parser.known(tag)


def find(text: str, tag: str) -> tuple[Mention, ...]:
    """Every date of those forms, in the order of the text, none overlapping. KeyError for a language that dateparser lacks."""
    if not parser.known(tag):
        raise KeyError(tag)
    page, told = Page.of(text), calendar(tag)
    found: list[Mention] = []
    for form, match in sorted(_matches(page, told), key=lambda pair: (pair[1].start(), -pair[1].end())):
        start, end = page.span(*match.span())
        edtf = _read(match, page.plain[match.start() : match.end()], told, tag)
        if edtf is not None and (not found or start >= found[-1].end):
            found.append(_mention(text, start, end, edtf, form))
    return tuple(found)


def _matches(page: Page, told: Calendar) -> Iterator[tuple[str, re.Match[str]]]:
    for form, pattern in told.forms:
        for match in pattern.finditer(page.low):
            yield form, match


def _read(match: re.Match[str], words: str, told: Calendar, tag: str) -> str | None:
    """What dateparser makes of the words, where that is what stands in them."""
    parts = match.groupdict()
    month = told.months[parts["month"]] if "month" in parts else int(parts["number"])
    wanted = f"{parts['year']}-{month:02}" + (f"-{int(parts['day']):02}" if parts.get("day") else "")
    when = parser.ask(words, tag)
    return wanted if when is not None and when.edtf == wanted else None


def _mention(text: str, start: int, end: int, edtf: str, form: str) -> Mention:
    return Mention(start, end, text[start:end], "DATE", edtf, When(edtf), f"dateparser/{form}", "stated")


@cache
def calendar(tag: str) -> Calendar:
    """The names and forms of a language, from dateparser's data."""
    info = parser.locale(tag)
    names = [{_plain(name) for name in own} for own in parser.month_names(tag)]
    months = {name: n for n, own in enumerate(names, 1) for name in own if name and sum(name in other for other in names) == 1}
    full = [name for own in names for name in own if name in months and not _short(name, own)]
    edge = ("", "") if info.get("no_word_spacing") == "True" else (r"(?<![^\W_])", r"(?![^\W_])")
    return Calendar(months, tuple(_compiled(tag, info, months, full, edge)))


def _compiled(
    tag: str, info: Mapping[str, Any], months: Iterable[str], full: Iterable[str], edge: tuple[str, str]
) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Each form with its pattern. Where the year comes first it bears a sign or word of its own: others are two things."""
    of = _gap(info)
    years, days = (_worded(info.get(unit) or ()) for unit in ("year", "day"))
    year, month, whole = f"{_YEAR}(?: ?{years})?", rf"(?P<month>{_any(months)})\.?", f"(?P<month>{_any(full)})"
    forms = [
        ("day-month-year", rf"{_DAY}\.?{of}{month},?{of}{year}"),
        ("month-year", rf"(?<![0-9] )(?<![0-9]\. ){whole}{of}{year}"),
    ]
    if str(info.get("date_order")).startswith("M"):
        forms.append(("month-day-year", f"{month} ?{_DAY},? {year}"))
    if str(info.get("date_order")).startswith("Y"):
        forms.append(("year-month-day", rf"{_YEAR}(?:\.| ?{years}) ?{month} ?{_DAY}(?:\.| ?{days})?"))
        forms.append(("year-month", rf"{_YEAR}(?:\.| ?{years}) ?{whole}"))
    if parser.order(tag) == "DMY":
        forms.append(("numeric", rf"{_DAY}(?P<sign>[./-]) ?(?P<number>0?[1-9]|1[0-2])(?![0-9])(?P=sign) ?{_YEAR}"))
    for form, pattern in forms:
        yield form, re.compile(f"{_BEFORE}{edge[0]}(?:{pattern}){edge[1]}{_AFTER}")


def _plain(name: str) -> str:
    """As a text without capitals has it; nothing for a name that is no word."""
    low = name.lower().strip(". ")
    return low if re.search(r"[^\W\d_]", low) else ""


def _short(name: str, others: set[str]) -> bool:
    """An abbreviation: two letters and more short of another name of the month. In running text many are words of their own."""
    return any(other.startswith(name) and len(other) >= len(name) + 2 for other in others)


def _gap(info: Mapping[str, Any]) -> str:
    """A space, with a word between two where the language has some that mean nothing in a date; none where it writes none."""
    words = [word for key in ("skip", "pertain") for word in info.get(key) or () if word.isalpha()]
    apart = " ?" if info.get("no_word_spacing") == "True" else " "
    return f"{apart}(?:(?:{_any(words)}){apart})?" if words else apart


def _worded(words: Iterable[str]) -> str:
    found = [word.lower() for word in words if re.search(r"[^\W\d_]", word)]
    return rf"(?:{_any(found)})" if found else r"(?!)"


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
