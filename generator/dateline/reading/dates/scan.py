"""A text comes in; the times its words tell, leftmost and longest first, go out as Found.

The text is read word by word: a word that no rule begins with costs one look-up. Typography does not matter: apostrophes,
spaces and hyphens of any kind are one, soft hyphens are none, a single line end is a space. Offsets stay those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from dateline.model import Basis
from dateline.reading.dates.operations import OPERATIONS, Fields, Reading
from dateline.reading.dates.rulebook import LOOK_BACK, Modifier, Rule, Rulebook
from dateline.reading.dates.shapes import DIGIT_START
from dateline.when import When, bounds

_WORD: Final = re.compile(r"[^\W_]+")
_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("\t\v\f\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u0060\xb4", "'"),
        **dict.fromkeys("\u2010\u2011", "-"),
        "\u0130": "I",
    }
)
_LINE_END: Final = re.compile(r"(?<![\n\r])(?:\r\n|[\n\r])(?![\n\r])")
_SENTENCE_END: Final = re.compile(r"[!?\n]|[.;:] ")
_SENTENCE: Final = 160
"""Characters to each side in which a word that points forward is looked for, within the sentence."""
Span = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Found:
    """Words that tell a time. `parts` are the two ends of a range, each with its own span."""

    start: int
    end: int
    rule: str
    reading: Reading
    basis: Basis | None = None
    end_after: str | None = None
    parts: tuple[tuple[int, int, Reading], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A text as the rules see it: `plain` with its capitals, `low` without, and where each character stood (None: where it stands)."""

    plain: str
    low: str
    places: tuple[int, ...] | None

    @staticmethod
    def of(text: str) -> Page:
        """Even out typography; every step but the soft hyphen's keeps offsets."""
        places = None
        if "\xad" in text:
            places = (*(i for i, sign in enumerate(text) if sign != "\xad"), len(text))
            text = text.replace("\xad", "")
        plain = _LINE_END.sub(lambda found: " " * len(found[0]), text.translate(_SIGNS))
        return Page(plain, plain.lower(), places)

    def place(self, found: Found) -> Found:
        """The same with offsets of the text as it was given."""
        if self.places is None:
            return found
        at = self.places
        parts = tuple((at[start], at[end - 1] + 1, reading) for start, end, reading in found.parts)
        return replace(found, start=at[found.start], end=at[found.end - 1] + 1, parts=parts)


def scan(text: str, book: Rulebook, published: When | None) -> Iterator[Found]:
    """All times in the text, in order, none overlapping another."""
    page = Page.of(text)
    day = _days(published.edtf) if published else (None, None)
    anchor: Span = (None, None)
    done = 0
    for word in _WORD.finditer(page.low):
        if word.start() < done:
            continue
        key = word[0] if not word[0][0].isdigit() else DIGIT_START
        bucket = book.buckets.get(key)
        if bucket is None or not bucket.guard.match(page.low, word.start()):
            continue
        for rule, match in _candidates(book, bucket.rules, page, word.start()):
            found = _read(book, rule, match, page, (day, anchor))
            if found is None:
                continue
            done = found.end
            if rule.operation != "none":
                found = _modified(book, found, page, done)
                anchor = _days(found.reading.edtf) if found.basis and found.reading.edtf else anchor
                yield page.place(found)
            break


def _candidates(book: Rulebook, rules: tuple[Rule, ...], page: Page, at: int) -> list[tuple[Rule, re.Match[str]]]:
    """The rules that match there, the longest match first."""
    matches = [(rule, match) for rule in rules if (match := rule.regex.match(page.low, at)) and _stands(book, rule, match, page)]
    return sorted(matches, key=lambda pair: (-pair[1].end(), pair[0].order))


def _stands(book: Rulebook, rule: Rule, match: re.Match[str], page: Page) -> bool:
    """What must stand before it does, and words that need a capital have one."""
    if rule.after or rule.not_after:
        before = page.low[max(0, match.start() - LOOK_BACK) : match.start()]
        if rule.after and not rule.after.search(before):
            return False
        if rule.not_after and rule.not_after.search(before):
            return False
    for number, (_, name) in enumerate(rule.groups, 1):
        words = book.lists.get(name)
        if words and words.capital and match[number] and not page.plain[match.start(number)].isupper():
            return False
    return True


def _read(book: Rulebook, rule: Rule, match: re.Match[str], page: Page, known: tuple[Span, Span]) -> Found | None:
    if rule.operation == "none":
        return Found(match.start(), match.end(), rule.name, Reading("DATE", ""))
    fields = _fields(book, rule, match)
    if fields.get("toward") == "tense":
        fields["toward"] = "future" if _points_forward(book, match, page) else "past"
    if rule.operation == "range":
        return _range(rule, match, fields, known[0])
    reading, basis = _reckon(rule.operation, fields, known)
    return Found(match.start(), match.end(), rule.name, reading, basis) if reading else None


def _fields(book: Rulebook, rule: Rule, match: re.Match[str]) -> dict[str, str]:
    fields = dict(rule.fields)
    for (role, name), text in zip(rule.groups, match.groups(), strict=True):
        if text is not None:
            words = book.lists.get(name)
            fields[role] = words.values[re.sub(" +", " ", text)] if words else text
    return fields


def _points_forward(book: Rulebook, match: re.Match[str], page: Page) -> bool:
    if book.future is None:
        return False
    before = _SENTENCE_END.split(page.low[max(0, match.start() - _SENTENCE) : match.start()])[-1]
    after = _SENTENCE_END.split(page.low[match.end() : match.end() + _SENTENCE], maxsplit=1)[0]
    return bool(book.future.search(before) or book.future.search(after))


def _reckon(operation: str, fields: Mapping[str, str], known: tuple[Span, Span]) -> tuple[Reading | None, Basis | None]:
    """The time told, and what it rests on: its own words, else the day of publication or a day named before."""
    anchored = fields.get("from") == "anchor"
    own, reading = _ends(operation, tuple(fields.items()), known[anchored])
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


def _range(rule: Rule, match: re.Match[str], fields: Fields, published: Span) -> Found | None:
    """Two dates with a first and a last; what the first leaves out (month, year) the second says."""
    last = {role[:-1]: value for role, value in fields.items() if role.endswith("2")}
    first = {role: value for role, value in fields.items() if not role.endswith("2")}
    shared = _coarser(first, last)
    last = {**_coarser(last, first), **last}
    if len(last.get("year", "")) == 2 and len(first.get("year", "")) == 4:
        last["year"] = first["year"][:2] + last["year"]
    ends = [_reckon("date", part, (published, published)) for part in ({**first, **shared}, last)]
    (one, basis), (two, _) = ends
    if one is None or two is None or _backwards(one, two):
        return None
    spans = (_span(rule, match, first=True), _span(rule, match, first=False))
    parts = ((*spans[0], one), (*spans[1], two))
    return Found(match.start(), match.end(), rule.name, _joined(one, two), basis if one.edtf and two.edtf else None, None, parts)


def _coarser(fields: Fields, other: Fields) -> Fields:
    """What `other` says about the month and year in which the finest of `fields` lies, where they do not say so themselves."""
    finest = next((place for place, role in enumerate(_COARSER) if role in fields), 0)
    return {role: other[role] for role in (*_COARSER[finest + 1 :], "which", "unit") if role in other and role not in fields}


_COARSER: Final = ("day", "month", "year")


def _backwards(one: Reading, two: Reading) -> bool:
    if one.edtf is None or two.edtf is None:
        return False
    first, last = bounds(one.edtf)[0], bounds(two.edtf)[1]
    return first is not None and last is not None and first > last


def _joined(one: Reading, two: Reading) -> Reading:
    edtf = f"{one.edtf}/{two.edtf}" if one.edtf and two.edtf and "/" not in one.edtf + two.edtf else None
    return Reading("DATE", f"{one.value}/{two.value}", edtf)


def _span(rule: Rule, match: re.Match[str], *, first: bool) -> tuple[int, int]:
    spans = [match.span(n) for n, (role, _) in enumerate(rule.groups, 1) if match[n] is not None and role.endswith("2") != first]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _modified(book: Rulebook, found: Found, page: Page, done: int) -> Found:
    """Take in what stands before a date: since, until, about, early ...; two such words at most ("since early 2013")."""
    del done
    for _ in range(2):
        at = found.start
        before = page.low[max(0, at - LOOK_BACK) : at]
        modifier, match = next(((m, hit) for m in book.modifiers if (hit := m.regex.search(before))), (None, None))
        if found.reading.type != "DATE" or modifier is None or match is None:
            break
        found = _bounded(book, found, modifier)
        if not modifier.joins:
            break
        found = replace(found, start=at - len(before) + match.start())
    return found


def _bounded(book: Rulebook, found: Found, modifier: Modifier) -> Found:
    edtf = found.reading.edtf
    if edtf is None or "/" in edtf or modifier.effect == "within":
        return found
    rule = f"{book.tag}/{modifier.name}+{found.rule.partition('/')[2]}"
    bound = {"about": f"{edtf}~", "from": f"{edtf}/..", "to": f"../{edtf}", "beyond": edtf}[modifier.effect]
    return replace(
        found,
        rule=rule,
        reading=found.reading._replace(edtf=bound),
        end_after=edtf if modifier.effect == "beyond" else None,
    )


def _days(edtf: str | None) -> Span:
    """First and last day as dates; None where that side is open or outside the calendar of the machine."""
    if edtf is None:
        return (None, None)
    first, last = (date(*day) if day and 1 <= day[0] <= 9999 else None for day in bounds(edtf))
    return first, last
