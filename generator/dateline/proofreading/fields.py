"""The rules of a language come in; fields that their operations could not read go out: a wrong name or value, or a lack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from dateline.language import Language
from dateline.proofreading.miss import Miss, Path
from dateline.reading.dates.almanac import OPEN, SEASONS
from dateline.reading.dates.rulebook import Rule, Rulebook, rulebook

_NUMBER: Final = r"\d{1,4}"
_UNIT: Final = "|".join((*OPEN, "hour", "minute", "second"))
_REF: Final = "(PRESENT|PAST|FUTURE)_REF"
_NUMBERS: Final = ("year", "day", "hour", "minute", "weeks", "decade", "century", "hundreds", "ones", "apart", "quarter", "half")
_VALUES: Final[Mapping[str, str]] = {
    **dict.fromkeys(_NUMBERS, _NUMBER),
    **dict.fromkeys(("which", "week", "nth"), rf"-?{_NUMBER}"),
    **dict.fromkeys(("ref", "vague"), _REF),
    "eve": _NUMBER,
    "month": "0?[1-9]|1[0-2]",
    "weekday": "[1-7]",
    "season": "|".join(SEASONS),
    "feast": r"(easter|\d\d-\d\d|\d+/[1-7]/-?\d)([+-]\d+)?",
    "era": "bc",
    "unit": _UNIT,
    "step": f"({_UNIT})( -?{_NUMBER})?",
    "count": rf"{_NUMBER}(\.\d+)?|X",
    "sign": "-?1",
    "daypart": "MO|MI|AF|EV|NI|DT",
    "meridiem": "am|pm",
    "toward": "past|future|tense",
    "from": "anchor|list",
    "as": "length|day",
}
"""What each field may be; the second of two, as `month2`, the same."""
_CALENDAR: Final = (
    *("year", "month", "day", "week", "weekday", "season", "quarter", "half"),
    *("decade", "century", "feast", "hundreds"),
)
_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "date": _CALENDAR,
    "either-order": ("day",),
    "range": _CALENDAR,
    "shift": ("step", "unit"),
    "offset": ("step", "unit"),
    "part": ("daypart",),
    "duration": ("unit",),
    "set": ("weekday", "month", "step", "unit"),
    "time": ("hour", "daypart"),
    "night": ("weekday", "day", "step"),
    "ref": ("ref",),
}
"""One of these, for each operation."""


def misses(lang: Language) -> Iterator[Miss]:
    """All of them, each once, for a language whose patterns can be read."""
    book = rulebook(lang)
    rules = {rule.order: rule for some in book.buckets.values() for rule in some if rule.operation != "none"}
    yield from dict.fromkeys(miss for _, rule in sorted(rules.items()) for miss in _rule(rule, book))


def _rule(rule: Rule, book: Rulebook) -> Iterator[Miss]:
    path = ("dates", "rules", rule.name.partition("/")[2])
    for role, name in rule.groups:
        yield from _named((*path, "pattern"), role)
        for value in book.lists[name].values.values() if name in book.lists else ():  # digits are the pattern's business
            yield from _odd(("dates", "lists", name, value), role, value)
    for role, value in rule.fields.items():
        yield from (*_named((*path, "fields", role), role), *_odd((*path, "fields", role), role, value))
    needed = _NEEDED[rule.operation]
    if not {role for role, _ in rule.groups}.union(rule.fields).intersection(needed):
        yield Miss((*path, "pattern"), f"“op: {rule.operation}” needs {' or '.join(needed)}.", "Name it in the pattern.")


def _named(path: Path, role: str) -> Iterator[Miss]:
    if role.removesuffix("2") not in _VALUES:
        yield Miss(path, f"“{role}” is no field.", f"Fields are {', '.join(_VALUES)}; write “_:” where nobody needs the value.")


def _odd(path: Path, role: str, value: str) -> Iterator[Miss]:
    if not re.fullmatch(_VALUES.get(role.removesuffix("2"), ".*"), value):
        yield Miss(path, f"“{value}” is no value of “{role}”.", "See the manual's table of operations.")
