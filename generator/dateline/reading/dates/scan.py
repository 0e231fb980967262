"""A text comes in; the words in it that tell times go out as Hits, leftmost and longest first, not yet reckoned.

The text is read word by word: a word that no rule begins with costs one look-up.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import Final

from dateline.reading.dates.almanac import Reading
from dateline.reading.dates.calendars import Fields
from dateline.reading.dates.page import Page
from dateline.reading.dates.ranges import ends_of
from dateline.reading.dates.reckoning import own_reading
from dateline.reading.dates.rulebook import BEGIN, Modifier, Rule, Rulebook, compiled
from dateline.reading.dates.shapes import RUN, key
from dateline.reading.dates.tenses import Tenses

_RUNS: Final = re.compile(f"({RUN.pattern})")
_BASED: Final = ("offset", "part")
"""Operations on a date that is named with them."""
_TOWARD: Final = {"toward", "year", "which"}
"""What says by itself of which year a day is."""
OF_EVENT: Final = "of_event"
"""The list of words between what happened and its date, each with the space behind it: “the fire of 3 May”."""
EVE: Final = "eve"
"""The role of the day on which a night begins, where that on which it ends is named too."""
_EVENT: Final = re.compile(r"(?:[^\W\d_][\w'-]{0,30} ){1,6}")
_AND: Final = 6
"""Characters; no more stand between two days of a list."""
_ROUND: Final = 3
_NOISE: Final = 8
"""Words; so many in a row, each of them one of the few before it ("3 May 3 May 3 May ..."), tell nothing any more."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that a rule reads: what they say (`fields`), what they tell by themselves (`own`), and what stands before them.

    `parts` are the spans of the two ends of a range, or of the two days of a night; `base` is the date from which so many days,
    weeks ... are counted.
    """

    start: int
    end: int
    rule: Rule
    fields: Fields
    own: Reading
    modifiers: tuple[Modifier, ...] = ()
    parts: tuple[tuple[int, int], ...] = ()
    base: Hit | None = None


def scan(page: Page, book: Rulebook) -> Iterator[Hit]:
    """All words that tell times, in order, none overlapping another."""
    return _Scan(book, page).run()


class _Scan:
    """One run over one text.

    `starts` are the places of `words`; `keys` have an empty one behind the last.
    """

    def __init__(self, book: Rulebook, page: Page) -> None:
        self.book, self.page = book, page
        pieces = _RUNS.split(page.low)  # what stands between words, a word, what stands between ...
        self.words = pieces[1::2]
        self.keys = [word if word.isalpha() else key(word) for word in self.words]
        self.keys.append("")
        self.starts = list(accumulate(map(len, pieces)))[:-1:2]
        self.idle: set[str] = set()
        self.done, self.noise_end = 0, 0
        self.last: Hit | None = None
        self.tenses = Tenses(book, page.low)

    def run(self) -> Iterator[Hit]:
        buckets = self.book.buckets
        for at, start in enumerate(self.starts):
            if self.keys[at] not in buckets or start < self.done or at < self.noise_end:
                continue
            end, hit = self.best(at)
            if hit:
                hit = self.modified(hit, self.done)
            self.done = max(self.done, end)
            if hit:
                self.last = hit
                yield hit

    def best(self, at: int, *, based: bool = False) -> tuple[int, Hit | None]:
        """The longest match at that word that tells a time, and its end.

        No hit where the longest is known to tell none, or names a day that does not exist.

        `based`: another counts from it, so that it counts from none itself.
        """
        low, start = self.page.low, self.starts[at]
        rules = self.book.rules(self.keys[at], self.keys[at + 1])
        if not rules or self.noise(at) or not BEGIN.match(low, start):
            return 0, None
        matches = [(rule, match) for rule in rules if (known := self.pattern(rule)) and (match := known.match(low, start))]
        standing = [pair for pair in matches if self.stands(*pair)]
        if len(standing) > 1:
            standing.sort(key=lambda pair: (-pair[1].end(), pair[0].order))
        for rule, match in standing:
            if rule.operation == "none":
                return match.end(), None
            hit = None if based and rule.operation in _BASED else self.read(rule, match)
            if hit:
                return hit.end, hit
            if rule.operation == "date" and _names_a_day(rule, match):
                return 0, None  # 29 February 2019 is no 29 February of another year; its month is still to come
        return 0, None

    def pattern(self, rule: Rule) -> re.Pattern[str] | None:
        """The rule's, compiled when a text first has the words that it needs: a short text has few. None where it lacks one."""
        ready = self.book.ready.get(rule.name)
        if ready is None and rule.name not in self.idle:
            if any(map(self.vocabulary.isdisjoint, self.book.musts(rule))):
                self.idle.add(rule.name)
            else:
                ready = self.book.ready[rule.name] = re.compile(rule.source)
        return ready

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Keys of all words."""
        return frozenset(self.keys)

    def noise(self, at: int) -> bool:
        """The words before it only repeat; then they are passed over as long as they do."""
        if at < _NOISE + _ROUND or not all(map(self.repeats, range(at, at - _NOISE, -1))):
            return False
        self.noise_end = next((n for n in range(at, len(self.words)) if not self.repeats(n)), len(self.words))
        return True

    def repeats(self, at: int) -> bool:
        """The word is one of the few before it."""
        return self.words[at] in self.words[at - _ROUND : at]

    def based(self, rule: Rule, match: re.Match[str]) -> Hit | None:
        """“Two days after”, “the night of” with the date that follows; None where none does."""
        base = self.base(match.end()) or self.base_of_event(match.end())
        if base is None or base.own.type != "DATE" or base.parts or base.base or base.own.value.endswith("REF"):
            return None
        return Hit(match.start(), base.end, rule, self.fields(rule, match), base.own, base=base)

    def base(self, start: int) -> Hit | None:
        """The date at that place, if a word begins there."""
        at = bisect_left(self.starts, start)
        return self.best(at, based=True)[1] if start in self.starts[at : at + 1] else None

    def base_of_event(self, start: int) -> Hit | None:
        """The date of what the words name first: “the day after the fire of” 3 May."""
        of, words = self.book.lists.get(OF_EVENT), _EVENT.match(self.page.low, start)
        if of is None or words is None:
            return None
        places = compiled(rf"(?<= ){of.regex()}").finditer(self.page.low, start, words.end())
        return next((base for place in places if (base := self.base(place.end()))), None)

    def stands(self, rule: Rule, match: re.Match[str]) -> bool:
        """What must stand before it does, and words that need a capital have one."""
        low, start = self.page.low, match.start()
        if rule.after and rule.after.before(low, start) is None:
            return False
        if rule.not_after and rule.not_after.before(low, start) is not None:
            return False
        if rule.fields.get("from") == "list" and self.listed(start) is None:
            return False
        if rule.told != "no" and not self.told(rule.told, start, match.end()):
            return False
        if (rule.small or rule.large) and not self.cased(rule, match):
            return False
        return all(not match[group] or self.page.plain[match.start(group)].isupper() for group in rule.capitals)

    def read(self, rule: Rule, match: re.Match[str]) -> Hit | None:
        """What the match says; None where it names no time that exists."""
        if rule.operation in _BASED:
            return self.based(rule, match)
        fields = self.fields(rule, match)
        if rule.operation == "range":
            ends = ends_of(fields)
            own = ends and own_reading("date", ends[0])
            spans = (_span(rule, match, first=True), _span(rule, match, first=False))
            return Hit(match.start(), match.end(), rule, fields, own, parts=spans) if own else None
        own = own_reading(rule.operation, fields)
        parts = _eve(rule, match) if EVE in fields else ()
        return Hit(match.start(), match.end(), rule, fields, own, parts=parts) if own else None

    def listed(self, start: int) -> Hit | None:
        """The day of a month right before it, whose month it shares: “May 4 and” 5."""
        day = self.last
        if day is None or start - day.end > _AND or day.rule.operation != "date" or not {"day", "month"} <= day.fields.keys():
            return None
        return day

    def fields(self, rule: Rule, match: re.Match[str]) -> dict[str, str]:
        fields = dict(rule.fields)
        if fields.get("from") == "list" and (day := self.listed(match.start())):
            fields |= {role: day.fields[role] for role in ("month", "year") if role in day.fields}
        for (role, name), text in zip(rule.groups, match.groups(), strict=True):
            if text is not None:
                words = self.book.lists.get(name)
                fields[role] = words.values[text] if words else text
        if fields.get("toward") == "tense":
            fields["toward"] = self.tenses.toward(match.start())
            if "feast" in fields and fields["toward"] == "past" and self.tenses.timeless(match.start()):
                del fields["toward"]  # “many come at Easter”: the nearest
        elif {"day", "month"} <= fields.keys() and not _TOWARD & fields.keys() and self.tenses.behind(match.start()):
            fields["toward"] = "past"
        if "hundreds" in fields:  # nineteen hundred and ninety-six
            fields["year"] = str(int(fields.pop("hundreds")) * 100 + int(fields.pop("ones", "0")))
        return fields

    def cased(self, rule: Rule, match: re.Match[str]) -> bool:
        """What must begin with a small letter does, and what must begin with a capital."""
        plain, end = self.page.plain, match.end()
        start = match.start()
        places = {"words": start, "next": end + 1 if plain[end : end + 1] == " " else end}
        places["last"] = plain.rfind(" ", 0, max(0, start - 1)) + 1 if plain[start - 1 : start] == " " else len(plain)
        small, large = ([plain[places[what] : places[what] + 1] for what in words] for words in (rule.small, rule.large))
        return all(map(str.islower, small)) and all(map(str.isupper, large))

    def told(self, what: str, start: int, end: int) -> bool:
        """The clause has a word that tells what happened; for “ahead”, one that points forward; for “over”, of what is over."""
        words = {"ahead": self.book.future, "over": self.book.happened}.get(what, self.book.past)
        return self.tenses.has(words, *self.tenses.clause(start, end))

    def modified(self, hit: Hit, done: int) -> Hit:
        """Take in what stands before a date: since, until, about, early ...; two such words at most ("since early 2013")."""
        start, found = hit.start, []
        for _ in range(2):
            text = self.book.modifying.before(self.page.low, start) if hit.own.type == "DATE" else None
            if text is None or start - len(text) < done:
                break
            modifier = self.book.modifiers[text]
            found.append(modifier)
            if not modifier.joins:
                break
            start -= len(text)
        return replace(hit, start=start, modifiers=tuple(found)) if found else hit


def _names_a_day(rule: Rule, match: re.Match[str]) -> bool:
    """The words are those of a day of a month."""
    return {"day", "month"} <= {role for (role, _), text in zip(rule.groups, match.groups(), strict=True) if text is not None}


def _eve(rule: Rule, match: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]]:
    """The spans of the evening and of the morning of a night that is named by both."""
    eve = next(match.end(n) for n, (role, _) in enumerate(rule.groups, 1) if match[n] is not None and role == EVE)
    behind = (match.start(n) for n in range(1, len(rule.groups) + 1) if match.start(n) > eve)
    return (match.start(), eve), (min(behind), match.end())


def _span(rule: Rule, match: re.Match[str], *, first: bool) -> tuple[int, int]:
    spans = [match.span(n) for n, (role, _) in enumerate(rule.groups, 1) if match[n] is not None and role.endswith("2") != first]
    return min(start for start, _ in spans), max(end for _, end in spans)
