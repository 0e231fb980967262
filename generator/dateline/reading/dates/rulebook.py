"""A language's `dates` section comes in; its compiled rules go out, kept for as long as the program runs.

The section's keys: `lists` (value: its words), `capital` (lists whose words tell a time only with a capital), `parts` (named
part-patterns), `future` (words that point a bare weekday or month forward), `past` (words that tell what happened), `modifiers`
and `rules`. A rule is a pattern, an operation of operations.py, constant `fields` for it, what must or must not stand right
`after`, `before` which it is (`not_after`, `not_before`), `told: yes` where its clause must tell what happened (`ahead`: must
point forward; `over`: tell what is over), and `small: [words, next, last]` where these, the next or the last word must begin
with a small letter (`large`: with a capital); `history: yes` where it tells only in a history (history.py), `history: no` only
elsewhere.
`happened` are words by which a clause tells what is over: in it a bare day of a month does not lie ahead. `told_of` are those
that open what is said: the tense of the verb of saying is not that of what it tells ("they said that it opens on 3 May").
`coming` says how a clause that tells what happened names a day that need not be over (`Coming`), `done` which participles tell
what is over without their auxiliary (`Done`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from dateline.language import Language
from dateline.reading.dates.seconds import Seconds
from dateline.reading.dates.shapes import Compiler, Node, PatternError, Words, written
from dateline.reading.dates.tensewords import Coming, Context, Done, cues

BEGIN: Final = re.compile(r"(?<![^\W_])(?<!\d[.,:/-])(?:(?<!\d )|(?=\D))(?<![$€£#+@_])(?<![$€£] )")
_NOT_CUT: Final = r"(?![^\W_]|[.,:/]\d| ?[%€$£°]|[-–]\d)"
"""A date begins (`BEGIN`, asked once for all rules) and ends neither inside a longer number nor beside a sign that makes it an
amount."""
ONWARD: Final = "onward"
"""The list of words by which a sentence goes on with what it tells: “arrested on 12 June 2020 and charged in September”."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which a language tells a time.

    `source` is its regular expression, compiled when a text first needs it. `order` is its place in the file: the earlier wins
    where both match as much. `capitals` are the groups that need one; `small` says what must be written without one.
    """

    name: str
    operation: str
    source: str
    groups: tuple[tuple[str, str], ...]
    node: Node
    fields: Mapping[str, str]
    order: int
    after: Context | None
    not_after: Context | None
    capitals: tuple[int, ...]
    told: str
    small: tuple[str, ...]
    large: tuple[str, ...]
    history: bool | None


@dataclass(frozen=True, slots=True)
class Modifier:
    """Words before a date that bound it (since, until ...); `joins` where they belong to the dating words."""

    name: str
    effect: str
    joins: bool


@lru_cache(maxsize=4096)
def compiled(source: str) -> re.Pattern[str]:
    """A pattern, compiled when a text first needs it: a short text needs a tenth of a language's."""
    return re.compile(source)


@dataclass(frozen=True, slots=True)
class Bucket:
    """The rules that begin with one word. `needs`: each with the words one of which must come second, None where none need."""

    needs: tuple[tuple[Rule, frozenset[str] | None], ...]
    words: frozenset[str]
    others: tuple[Rule, ...]
    sorted: dict[str, tuple[Rule, ...]]

    @staticmethod
    def of(rules: Iterable[Rule], first: str, seconds: Seconds) -> Bucket:
        """The rules sorted by what each needs behind `first`."""
        needs = tuple((rule, seconds.words(rule.node, first)) for rule in rules)
        words = frozenset().union(*(words for _, words in needs if words is not None))
        return Bucket(needs, words, tuple(rule for rule, words in needs if words is None), {})

    def rules(self, second: str) -> tuple[Rule, ...]:
        """Those that can match before that word."""
        if second not in self.words:
            return self.others
        if second not in self.sorted:
            self.sorted[second] = tuple(rule for rule, words in self.needs if words is None or second in words)
        return self.sorted[second]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All that a language says about time, compiled."""

    language: Language
    lists: Mapping[str, Words]
    buckets: Mapping[str, tuple[Rule, ...]]
    seconds: Seconds
    met: dict[str, Bucket]
    needed: dict[str, tuple[frozenset[str], ...]]
    ready: dict[str, re.Pattern[str]]
    modifiers: Mapping[str, Modifier]
    modifying: Context
    future: str | None
    past: str | None
    happened: str | None
    told_of: str | None
    onward: str | None
    coming: Coming | None

    @property
    def tag(self) -> str:
        """The language's."""
        return self.language.tag

    @property
    def done(self) -> Done | None:
        """Its participles."""
        return Done.of(self.language)

    def rules(self, first: str, second: str) -> tuple[Rule, ...]:
        """The rules that can match where these two words stand: keys, the second empty at the end of the text."""
        if first not in self.met:
            self.met[first] = Bucket.of(self.buckets.get(first, ()), first, self.seconds)
        return self.met[first].rules(second)

    def musts(self, rule: Rule) -> tuple[frozenset[str], ...]:
        """Sets of keys of which each has one in every text with a match: “March 44 BC” needs an era."""
        if rule.name not in self.needed:
            self.needed[rule.name] = self.seconds.musts(rule.node)
        return self.needed[rule.name]


@lru_cache(maxsize=32)
def rulebook(language: Language) -> Rulebook:
    """The language's rules, compiled once. Raises PatternError, naming the rule, where one cannot be read."""
    data = language.dates
    lists = _lists(data.get("lists") or {}, data.get("capital") or ())
    compiler = Compiler(lists, data.get("parts") or {})
    filed: dict[str, list[Rule]] = defaultdict(list)
    for order, (name, rule) in enumerate((data.get("rules") or {}).items()):
        read, starts = _rule(compiler, f"{language.tag}/{name}", rule, order)
        for start in starts:
            filed[start].append(read)
    buckets = {start: tuple(rules) for start, rules in filed.items()}
    modifiers = _modifiers(compiler, data.get("modifiers") or {})
    future, past, happened, told_of = (cues(data.get(words) or ()) for words in ("future", "past", "happened", "told_of"))
    onward = bounded_words(lists[ONWARD]) if ONWARD in lists else None
    context = Context.of(modifiers)
    tenses = (future, past, happened, told_of)
    coming = Coming.of(data["coming"]) if "coming" in data else None
    return Rulebook(language, lists, buckets, Seconds(compiler), {}, {}, {}, modifiers, context, *tenses, onward, coming)


def _lists(data: Mapping[str, Any], capital: Sequence[str]) -> dict[str, Words]:
    found = {}
    for name, entry in data.items():
        by_value = entry.items() if isinstance(entry, Mapping) else [("", entry)]
        values = {text: value for value, words in by_value for word in words for text in written(word.lower())}
        found[name] = Words(values, name in capital)
    return found


def _rule(compiler: Compiler, name: str, data: Mapping[str, Any], order: int) -> tuple[Rule, frozenset[str]]:
    """The rule, and the keys it is filed under."""
    try:
        shape = compiler.shape(data["pattern"])
        ahead = [(sign, compiler.shape(data[side])) for side, sign in _AHEAD.items() if side in data]
        after, not_after = (Context.of(compiler.texts(data[side])) if side in data else None for side in ("after", "not_after"))
        operation = data["op"]
    except (PatternError, KeyError) as error:
        raise PatternError(f"{name}: {error}") from error
    bounded = _open if operation in ("offset", "part") else _bounded
    regex = bounded(shape.regex) + "".join(sign % part.regex for sign, part in ahead)
    groups = (*shape.groups, *(group for _, part in ahead for group in part.groups))
    capitals = tuple(n for n, (_, part) in enumerate(groups, 1) if part in compiler.lists and compiler.lists[part].capital)
    fields = data.get("fields") or {}
    small, large = (tuple(data.get(case) or ()) for case in ("small", "large"))
    told, history = data.get("told", "no"), data["history"] == "yes" if "history" in data else None
    cases = (capitals, told, small, large, history)
    return Rule(name, operation, regex, groups, shape.node, fields, order, after, not_after, *cases), shape.starts


_AHEAD: Final = {"before": f"(?=%s{_NOT_CUT.replace('%', '%%')})", "not_before": r"(?!(?:%s)(?![^\W_]))"}


def _bounded(regex: str) -> str:
    return f"(?:{regex}){_NOT_CUT}"


def _open(regex: str) -> str:
    """What a date goes on from."""
    return f"(?:{regex})"


def _modifiers(compiler: Compiler, data: Mapping[str, Any]) -> dict[str, Modifier]:
    """Every spelling of every modifier; where two share one, the first in the file has it."""
    found: dict[str, Modifier] = {}
    for name, entry in data.items():
        modifier = Modifier(name, entry["effect"], entry.get("joins") == "yes")
        for text in compiler.texts(entry["pattern"]):
            found.setdefault(text, modifier)
    return found


def bounded_words(words: Words) -> str:
    """A regular expression of whole words of the list."""
    return rf"(?<![^\W_]){words.regex()}(?![^\W_])"
