"""A language comes in; what of its `dates` does not hold goes out: names without a list, gaps, examples read wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from dateline import language
from dateline.language import Language
from dateline.model import Mention
from dateline.proofreading import fields
from dateline.proofreading.miss import Miss, Path
from dateline.reading.dates import find
from dateline.reading.dates.operations import OPERATIONS
from dateline.reading.dates.rulebook import ONWARD, rulebook
from dateline.reading.dates.scan import OF_EVENT
from dateline.reading.dates.shapes import BUILT_IN, PatternError, parse
from dateline.reading.dates.telling import OF_DAY
from dateline.when import When, WhenError

KNOWN_OPERATIONS: Final = (*OPERATIONS, "range", "offset", "part", "none")
EFFECTS: Final = ("within", "about", "from", "since", "to", "beyond")
NOTHING: Final = "nothing"
"""What an example means in which no time is told."""
_SIGNS: Final = "The manual's page on languages has the signs of patterns."
_PATTERNS: Final = ("pattern", "after", "not_after", "before", "not_before")
_YES_OR_NO: Final = ("yes", "no")
_TOLD: Final = ("yes", "ahead", "over", "no")
_FEW: Final = (("rules", "told", _TOLD), ("rules", "history", _YES_OR_NO), ("modifiers", "joins", _YES_OR_NO))
"""Keys that take one of a few values."""
_COMPLETE: Final = {"month": 12, "weekday": 7}
"""Lists that every language has, and how far they count."""


def misses(tag: str) -> Iterator[Miss]:
    """All of them; examples are read only where every pattern can be, and every field."""
    lang = opened(tag)
    yield from _uncompiled(lang) or [*_complete(lang), *_unused(lang), *(list(fields.misses(lang)) or _misread(lang))]


def opened(tag: str) -> Language:
    """The language, called by its own tag where it is a file somewhere."""
    return replace(language.load(tag), tag=language.code(tag))


def unreadable(lang: Language) -> list[Miss]:
    """What keeps its rules from being compiled, or from being reckoned."""
    return _uncompiled(lang) or list(fields.misses(lang))


def _uncompiled(lang: Language) -> list[Miss]:
    return [*_names(lang), *_choices(lang), *_patterns(lang)]


def _misread(lang: Language) -> Iterator[Miss]:
    for name in lang.dates["rules"]:
        yield from examples(lang, name)
    for cue in ("coming", "done"):
        yield from cued(lang, cue)


def examples(lang: Language, name: str) -> Iterator[Miss]:
    """The examples of a rule that are not read as they say, and a rule that reads none of its own."""
    rule = lang.dates["rules"][name]
    itself = False
    for example, value in rule["examples"].items():
        found, miss = _held(lang, ("dates", "rules", name, "examples", example), value)
        if miss:
            yield miss
        undated = read(example.partition(" | ")[0], lang)
        itself = itself or any(_by(mention, name) for mention in (*found, *undated))
    if rule["op"] != "none" and not itself:
        yield Miss(
            ("dates", "rules", name), f"None of its examples is read by “{name}” itself.", "Add one that only it can read."
        )
    if rule["op"] == "none" and NOTHING not in rule["examples"].values():
        yield Miss(("dates", "rules", name), f"“{name}” says what is no time, but has no example of it.", f"Add one: {NOTHING}.")


def cued(lang: Language, cue: str) -> Iterator[Miss]:
    """The examples of days to come, or of what is done, that are not read as they say."""
    for example, value in lang.dates.get(cue, {"examples": {}})["examples"].items():
        _, miss = _held(lang, ("dates", cue, "examples", example), value)
        if miss:
            yield miss


def _held(lang: Language, path: Path, value: str) -> tuple[tuple[Mention, ...], Miss | None]:
    """The times in the example at the end of the path, and what is wrong with it where they are not those."""
    example = str(path[-1])
    try:
        found = read(example, lang)
    except WhenError as error:
        return (), Miss(path, f"The date after “|” cannot be read: {error}.", "Write YYYY-MM-DD there.")
    if sorted(map(told, found)) == ([] if value == NOTHING else sorted(value.split())):
        return found, None
    said = " ".join(f"{told(mention)} ({mention.rule})" for mention in found) or NOTHING
    return found, Miss(path, f"“{example}” is read as {said}, not as {value}.", "Mend the rule, or the example.")


def read(example: str, lang: Language) -> tuple[Mention, ...]:
    """The times in an example: its text, and after “ | ” the publication date."""
    text, _, published = example.partition(" | ")
    return find(text, lang, When.parse(published) if published else None)


def told(mention: Mention) -> str:
    """What a time is called in examples: EDTF, or TIMEX3 where it fixes no point in time."""
    return mention.when.edtf if mention.when else mention.value


def _by(mention: Mention, name: str) -> bool:
    rule = mention.rule.partition("/")[2]
    return rule == name or rule.endswith(f"+{name}")


def _names(lang: Language) -> Iterator[Miss]:
    """{names} of lists and parts that there are not."""
    known = {*lang.dates["lists"], *lang.dates.get("parts", ()), *BUILT_IN}
    for path, pattern in _all_patterns(lang.dates):
        for name in _used(pattern) - known:
            yield Miss(path, f"“{{{name}}}” names no list and no part.", f"Lists are {', '.join(sorted(lang.dates['lists']))}.")
    for number, name in enumerate(lang.dates.get("capital", ())):
        if name not in lang.dates["lists"]:
            yield Miss(("dates", "capital", number), f"There is no list “{name}”.", "Name one of `lists`.")


def _choices(lang: Language) -> Iterator[Miss]:
    """Values of which there are only a few."""
    for section, key, few in _FEW:
        for name, row in lang.dates.get(section, {}).items():
            if row.get(key, "yes") not in few:
                hint = f"Write {' or '.join(few[:-1])}, or take it out."
                yield Miss(("dates", section, name, key), f"“{row[key]}” is not known here.", hint)
    for name, rule in lang.dates["rules"].items():
        if rule["op"] not in KNOWN_OPERATIONS:
            known = ", ".join(KNOWN_OPERATIONS)
            yield Miss(("dates", "rules", name, "op"), f"“{rule['op']}” is no operation.", f"Known are {known}.")
    for name, modifier in lang.dates.get("modifiers", {}).items():
        if modifier["effect"] not in EFFECTS:
            path = ("dates", "modifiers", name, "effect")
            yield Miss(path, f"“{modifier['effect']}” is no effect.", f"Known are {', '.join(EFFECTS)}.")


def _patterns(lang: Language) -> Iterator[Miss]:
    """Patterns that cannot be read: words and parts first, as every rule is built of them."""
    found = [miss for path, pattern in _pieces(lang.dates) if (miss := _parsed(path, pattern))]
    yield from found or _compiled(lang, {}, ("dates", "modifiers"))
    if not found:
        for name, rule in lang.dates["rules"].items():
            yield from _compiled(lang, {name: rule}, ("dates", "rules", name))


def _pieces(dates: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Words of lists, parts and modifiers."""
    for name, entry in dates["lists"].items():
        for value, words in entry.items() if isinstance(entry, Mapping) else [(None, entry)]:
            path: Path = ("dates", "lists", name) if value is None else ("dates", "lists", name, value)
            yield from (((*path, number), word) for number, word in enumerate(words))
    for path, pattern in _all_patterns(dates):
        if path[1] != "rules":
            yield path, pattern


def _parsed(path: Path, pattern: str) -> Miss | None:
    try:
        parse(pattern)
    except PatternError as error:
        return Miss(path, f"cannot be read: {error}.", _SIGNS)
    return None


def _compiled(lang: Language, rules: Mapping[str, Any], path: Path) -> Iterator[Miss]:
    try:
        rulebook(replace(lang, dates={**lang.dates, "rules": rules}))
    except (PatternError, KeyError) as error:
        yield Miss(path, f"cannot be read: {error}.", _SIGNS)


def _complete(lang: Language) -> Iterator[Miss]:
    """Months and weekdays, by number and by the names that the Unicode locale data give them."""
    lists = rulebook(lang).lists
    for name, most in _COMPLETE.items():
        if name not in lists:
            yield Miss(("dates", "lists"), f"There is no list “{name}”.", f"Write it: 1 to {most}, each with its words.")
            continue
        values = lists[name].values
        for number in range(1, most + 1):
            if str(number) not in values.values():
                yield Miss(("dates", "lists", name), f"The list “{name}” lacks {number}.", f"It goes from 1 to {most}.")
        for number, word in _common_names(lang.tag, name):
            if values.get(word) != str(number):
                yield Miss(("dates", "lists", name), f"“{word}” is not among the words for {number}.", "Add it.")


def _common_names(tag: str, name: str) -> Iterator[tuple[int, str]]:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - 100 ms

    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return
    wide = (locale.months if name == "month" else locale.days)["stand-alone"]["wide"]
    for number, word in wide.items():
        yield (number if name == "month" else number + 1), str(word).lower()


def _unused(lang: Language) -> Iterator[Miss]:
    used = {ONWARD, OF_DAY, OF_EVENT}.union(*(_used(pattern) for _, pattern in _all_patterns(lang.dates)))
    for section in ("lists", "parts"):
        for name in lang.dates.get(section, ()):
            if name not in used:
                yield Miss(("dates", section, name), f"“{name}” is used by no pattern.", "Take it out, or write the rule for it.")


def _all_patterns(dates: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    for name, rule in dates["rules"].items():
        for key in _PATTERNS:
            if key in rule:
                yield ("dates", "rules", name, key), rule[key]
    for name, pattern in dates.get("parts", {}).items():
        yield ("dates", "parts", name), pattern
    for name, modifier in dates.get("modifiers", {}).items():
        yield ("dates", "modifiers", name, "pattern"), modifier["pattern"]


def _used(pattern: str) -> set[str]:
    """The lists and parts that a pattern names."""
    return {name.partition(":")[2] or name for name in re.findall(r"\{([^}]*)\}", pattern)}
