"""A language's `dates` section comes in; its compiled rules go out, kept for as long as the program runs.

The section's keys: `lists` (value: its words), `capital` (lists whose words tell a time only with a capital), `parts` (named
part-patterns), `future` (words that point a bare weekday or month forward), `modifiers` and `rules`. A rule is a pattern, an
operation of operations.py, constant `fields` for it, and what must or must not stand `after`, `before` which it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from dateline.language import Language
from dateline.reading.dates.shapes import Compiler, PatternError, Shape, Words, parse, spellings

LOOK_BACK: Final = 48
"""Characters before a match in which `after`, `not_after` and modifiers are looked for: "in the course of the year"."""
_NOT_INSIDE: Final = r"(?<!\d[.,:/-])(?<![$€£#+@_])(?<![$€£] )"
_NOT_CUT: Final = r"(?![^\W_]|[.,:/]\d| ?[%€$£°]|[-–]\d)"
"""A date begins and ends neither inside a longer number nor beside a sign that makes it an amount."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which a language tells a time. `order` is its place in the file: the earlier wins where both match as much."""

    name: str
    operation: str
    regex: re.Pattern[str]
    groups: tuple[tuple[str, str], ...]
    fields: Mapping[str, str]
    order: int
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Modifier:
    """Words before a date that bound it (since, until ...); `joins` where they belong to the dating words."""

    name: str
    effect: str
    regex: re.Pattern[str]
    joins: bool


@dataclass(frozen=True, slots=True)
class Bucket:
    """The rules that can begin with one word, and one pattern that says quickly whether any of them can match."""

    guard: re.Pattern[str]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All that a language says about time, compiled."""

    tag: str
    lists: Mapping[str, Words]
    buckets: Mapping[str, Bucket]
    modifiers: tuple[Modifier, ...]
    future: re.Pattern[str] | None


@lru_cache(maxsize=32)
def rulebook(language: Language) -> Rulebook:
    """The language's rules, compiled once. Raises PatternError, naming the rule, where one cannot be read."""
    data = language.dates
    lists = _lists(data.get("lists") or {}, data.get("capital") or ())
    compiler = Compiler(lists, data.get("parts") or {})
    buckets: dict[str, list[tuple[Rule, Shape]]] = defaultdict(list)
    for order, (name, rule) in enumerate((data.get("rules") or {}).items()):
        compiled, shape = _rule(compiler, f"{language.tag}/{name}", rule, order)
        for start in shape.starts:
            buckets[start].append((compiled, shape))
    modifiers = tuple(_modifier(compiler, name, entry) for name, entry in (data.get("modifiers") or {}).items())
    future = _future(data.get("future") or ())
    return Rulebook(language.tag, lists, {start: _bucket(rules) for start, rules in buckets.items()}, modifiers, future)


def _lists(data: Mapping[str, Any], capital: Sequence[str]) -> dict[str, Words]:
    found = {}
    for name, entry in data.items():
        by_value = entry.items() if isinstance(entry, Mapping) else [("", entry)]
        values = {text: value for value, words in by_value for word in words for text in spellings(parse(word.lower()))}
        found[name] = Words(values, name in capital)
    return found


def _rule(compiler: Compiler, name: str, data: Mapping[str, Any], order: int) -> tuple[Rule, Shape]:
    try:
        shape = compiler.shape(data["pattern"])
        groups = list(shape.groups)
        regex = _NOT_INSIDE + shape.regex + _NOT_CUT
        for key, sign in (("before", "="), ("not_before", "!")):
            if key in data:
                ahead = compiler.shape(data[key])
                regex += f"(?{sign}{ahead.regex}{_NOT_CUT if key == 'before' else ''})"
                groups += ahead.groups
        after, not_after = (_behind(compiler, data.get(key)) for key in ("after", "not_after"))
    except (PatternError, KeyError) as error:
        raise PatternError(f"{name}: {error}") from error
    fields = data.get("fields") or {}
    return Rule(name, data["op"], re.compile(regex), tuple(groups), fields, order, after, not_after), Shape(
        regex, (), shape.starts
    )


def _behind(compiler: Compiler, pattern: str | None) -> re.Pattern[str] | None:
    if pattern is None:
        return None
    return re.compile(rf"(?<![^\W_])(?:{compiler.shape(pattern).regex})$")


def _modifier(compiler: Compiler, name: str, data: Mapping[str, Any]) -> Modifier:
    regex = _behind(compiler, data["pattern"])
    assert regex is not None
    return Modifier(name, data["effect"], regex, data.get("joins") == "yes")


def _future(words: Sequence[str]) -> re.Pattern[str] | None:
    if not words:
        return None
    every = sorted({text for word in words for text in spellings(parse(word.lower()))}, key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, every))})(?![^\W_])")


def _bucket(rules: Sequence[tuple[Rule, Shape]]) -> Bucket:
    bare = "|".join(re.sub(r"\((?!\?)", "(?:", shape.regex.replace(r"\(", "\0")).replace("\0", r"\(") for _, shape in rules)
    return Bucket(re.compile(bare), tuple(rule for rule, _ in rules))
