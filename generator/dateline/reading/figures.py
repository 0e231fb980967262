"""A sentence comes in; the amounts of money and the counts in it go out as Figures, and those that one event's clause tells.

Words, currencies and what is counted stand in the language file under `figures`, signs of currencies in und.yaml; number
words are those of `dates`. What may be part of a longer number, a share of something or a rate is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Final

from dateline import language
from dateline.figures import Figure
from dateline.language import Language
from dateline.model import Sentence
from dateline.reading import clauses, cues
from dateline.reading.clauses import Clause
from dateline.reading.dates.rulebook import rulebook
from dateline.reading.furniture import EVERYWHERE
from dateline.reading.triggers import Trigger

_DIGITS: Final = r"\d{1,3}(?:[.,' ]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d{1,12}(?:[.,]\d{1,3})?(?!\d)"
_BEFORE: Final = 60  # characters in which a hedge or the lower end of a range stands
_HEADED: Final = 20  # characters between an amount and the noun that it describes: “a $2 million fine”
_SIGNS: Final = re.compile(r"[.,'’\s]")
_NOTHING: Final = r"(?!)"
_FIGURE: Final = (
    r"(?P<sign>{sign}) ?(?P<amount>{digits})(?: ?(?P<scale>{scale})(?!\w))?"
    r"|(?P<number>{number})(?: ?(?P<scale2>{scale})(?=[\s$€£]))?(?: ?(?:{of}))? ?(?P<unit>{unit})"
)
_LOW: Final = (
    r"(?:{between}) (?P<both>{number})(?: ?(?P<bothscale>{scale}))? (?:{and})"
    r"|(?:(?:{sign}) ?)?(?P<from>{number})(?: ?(?P<fromscale>{scale}))? ?(?:{to})"
)
_LONGER: Final = r"(?:{longer}|{scale}|{hundreds}|\d{{1,3}}|\d{{1,4}}/)(?:[ -](?:{and}))?"
_HEDGES: Final[Mapping[str, str]] = {"about": "{}~", "least": "{}/..", "most": "../{}"}


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language tells figures, compiled. `units` holds currencies too; `rough` are words for a number and “about” in one.

    `longer` ends before what is only the end of a number: “two hundred and | twenty”.
    """

    tag: str
    decimal: str
    numbers: Mapping[str, Decimal]
    rough: Mapping[str, Decimal]
    scales: Mapping[str, str]
    units: Mapping[str, str]
    guard: re.Pattern[str]
    pattern: re.Pattern[str]
    range: re.Pattern[str]
    hedges: Mapping[str, re.Pattern[str]]
    longer: re.Pattern[str]
    not_after: re.Pattern[str]
    not_before: re.Pattern[str]
    leads: re.Pattern[str]
    of_noun: re.Pattern[str]
    sums: str
    attributive: re.Pattern[str]


def figures(sentence: Sentence, lang: Language) -> tuple[Figure, ...]:
    """Every amount and count of the sentence, in text order."""
    grammar = _grammar(lang)
    if grammar is None or not grammar.guard.search(sentence.text):
        return ()
    kept: list[Figure] = []
    for figure in _read(sentence, grammar):
        if kept and kept[-1].end > figure.start:
            kept.pop()  # the lower end of a range: “$1bn to $2bn”
        kept.append(figure)
    return tuple(kept)


def of_event(
    found: Sequence[Figure], sentence: Sentence, parts: tuple[Clause, ...], place: int, told: Sequence[Trigger]
) -> tuple[Figure, ...]:
    """Those of an event told at `place`: of its clause, and of no other kind that it tells."""
    grammar = _grammar(language.load(sentence.document.article.lang)) if found else None
    if grammar is None:
        return ()
    own = clauses.at(parts, place)
    near = [trigger for trigger in told if own.start <= trigger.start < own.end]
    kinds = {trigger.kind for trigger in near if trigger.start == place}
    same = [trigger for trigger in near if trigger.kind in kinds]
    return tuple(
        figure
        for figure in found
        if _belongs(figure, own, sentence, parts, grammar)
        and _nearest(figure, near) in (None, *same)
        and not _describes(figure, sentence, same, grammar)
    )


def _nearest(figure: Figure, near: Sequence[Trigger]) -> Trigger | None:
    """The trigger that it stands nearest to."""
    return min(near, key=lambda t: max(t.start - figure.end, figure.start - t.end, 0), default=None)


def _belongs(figure: Figure, own: Clause, sentence: Sentence, parts: tuple[Clause, ...], grammar: Grammar) -> bool:
    """It stands in the clause, or right behind the comma after it: “bought it in 2018, for 2.3 million euros”."""
    if own.start <= figure.start < own.end:
        return True
    there = clauses.at(parts, figure.start)
    if there.opens != "pause" or there.start != own.end:
        return False
    offset = sentence.start
    return grammar.leads.fullmatch(sentence.text[there.start - offset : figure.start - offset].strip()) is not None


def _describes(figure: Figure, sentence: Sentence, own: Sequence[Trigger], grammar: Grammar) -> bool:
    """It describes another noun than the event's: “a $30 million fraud”, “a fraud of $30 million”, not “a $2 million fine”."""
    offset = figure.start - sentence.start
    before = sentence.text[max(0, offset - _BEFORE) : offset]
    if grammar.attributive.search(before):
        return not any(figure.end <= trigger.end and trigger.start - figure.end <= _HEADED for trigger in own)
    match = grammar.of_noun.search(before) if figure.money else None
    if match is None or _is(grammar, grammar.sums, match["noun"]):
        return False
    at = figure.start - len(before) + match.start("noun")
    return not any(trigger.start < at + len(match["noun"]) and at < trigger.end for trigger in own)


def _read(sentence: Sentence, grammar: Grammar) -> Iterator[Figure]:
    text = sentence.text
    for match in grammar.pattern.finditer(text):
        unit = next(name for name, words in grammar.units.items() if _is(grammar, words, match["sign"] or match["unit"]))
        number = _number(match["amount"] or match["number"], match["scale"] or match["scale2"], grammar)
        if number is None or grammar.not_before.match(text, match.end()) or (number % 1 and not unit.isupper()):
            continue
        before, start = text[max(0, match.start() - _BEFORE) : match.start()], match.start()
        low, before = _low(before, number, grammar)
        start -= match.start() - max(0, match.start() - _BEFORE) - len(before)
        hedge, before, start = _hedge(before, start, grammar)
        if grammar.not_after.search(before) or (hedge is None and grammar.longer.search(before)):
            continue
        value = _value(number, low, "about" if _spelt(match["number"]) in grammar.rough else hedge)
        words = text[start : match.end()]
        yield Figure(sentence.start + start, sentence.start + match.end(), words, value, unit, f"{grammar.tag}/figures")


def _value(number: Decimal, low: Decimal | None, hedge: str | None) -> str:
    told = f"{number.normalize():f}"
    if low is not None:
        return f"{low.normalize():f}/{told}"
    return _HEDGES[hedge].format(told) if hedge else told


def _low(before: str, number: Decimal, grammar: Grammar) -> tuple[Decimal | None, str]:
    """The lower end of a range that the number ends, and what stands before it."""
    match = grammar.range.search(before)
    if match is None:
        return None, before
    told, scale = match["both"] or match["from"], match["bothscale"] or match["fromscale"]
    low = _number(told, scale, grammar)
    if low is not None and not scale and low * 1000 <= number:  # “two to three million”
        low *= max((Decimal(size) for size in grammar.scales if low * Decimal(size) < number), default=Decimal(1))
    return (low, before[: match.start()]) if low is not None and low < number else (None, before)


def _hedge(before: str, start: int, grammar: Grammar) -> tuple[str | None, str, int]:
    """The words before the number that make it a bound, the longest that fit: “no more than” is none of “more than”."""
    found = [(match, name) for name, pattern in grammar.hedges.items() if (match := pattern.search(before))]
    if not found:
        return None, before, start
    match, name = min(found, key=lambda pair: pair[0].start())
    return name, before[: match.start()], start - (len(before) - match.start())


def _number(text: str, scale: str | None, grammar: Grammar) -> Decimal | None:
    """What digits or a number word say, times its scale; None where they could say two things."""
    known = {**grammar.numbers, **grammar.rough}
    number = _digits(text, bool(scale), grammar.decimal) if text[0].isdigit() else known.get(_spelt(text))
    if scale:
        size = next(size for size, words in grammar.scales.items() if _is(grammar, words, scale))
        return None if number is None else number * Decimal(size)
    if number == 1 and not text[0].isdigit():
        return None  # an article, as in “un”
    return number or None


def _digits(text: str, scaled: bool, decimal: str) -> Decimal | None:
    """Three digits behind a sign are thousands, but for the language's own decimal sign before “million”."""
    groups, signs = _SIGNS.split(text), _SIGNS.findall(text)
    fraction = (
        bool(signs) and signs[-1] in ".," and (len(groups[-1]) != 3 or (scaled and len(signs) == 1 and signs[0] == decimal))
    )
    inner = signs[:-1] if fraction else signs
    if len(set(inner)) > 1 or (fraction and signs[-1] in inner):
        return None
    return Decimal(f"{''.join(groups[:-1])}.{groups[-1]}" if fraction else "".join(groups))


def _is(grammar: Grammar, words: str, text: str) -> bool:
    return cues.compiled(grammar.tag, words).fullmatch(text) is not None


def _spelt(text: str | None) -> str:
    return " ".join((text or "").lower().replace("’", "'").split())


@cache
def _grammar(lang: Language) -> Grammar | None:
    """The language's, or None where its file says nothing of figures."""
    if not (data := lang.reading.get("figures")):
        return None
    tag, words = lang.tag, data["words"]
    signs: Mapping[str, str] = language.load(EVERYWHERE).reading["currencies"]
    units = _merged(signs, words["currencies"]) | words["units"]
    numbers, rough = _numbers(lang, words.get("numbers", {})), _spellings(words.get("rough", {}))
    parts = {
        "digits": _DIGITS,
        "number": f"{_DIGITS}|{_either([*numbers, *rough])}",
        "longer": _either([text for text, number in numbers.items() if number > 1]),  # 1 is the article “a”, “un”
        "scale": "|".join(words["scales"].values()),
        "sign": "|".join(signs.values()),
        "unit": "|".join(units.values()),
        "hundreds": words.get("hundreds", _NOTHING),
        **{key: words[key] for key in ("of", "between", "and", "to")},
    }
    main, low, longer = (shape.format(**parts) for shape in (_FIGURE, _LOW, _LONGER))
    onward = "(?:{to}) ?[0-9]+|(?:{and}|{to}) (?:{unit})|".format(**parts) + words["not_before"]
    return Grammar(
        tag=tag,
        decimal=data["decimal"],
        numbers=numbers,
        rough=rough,
        scales=words["scales"],
        units=units,
        guard=re.compile(f"{cues.compiled(tag, parts['unit']).pattern}|{parts['sign']}", re.IGNORECASE),
        pattern=cues.compiled(tag, main),
        range=_ending(tag, low),
        hedges={key: _ending(tag, words[key]) for key in _HEDGES},
        longer=_ending(tag, longer),
        not_after=_ending(tag, words["not_after"]),
        not_before=re.compile(rf"\s*{cues.compiled(tag, onward).pattern}", re.IGNORECASE),
        leads=cues.compiled(tag, words["leads"]),
        of_noun=_ending(tag, rf"(?P<noun>\w{{1,30}}) (?:{words['from']})"),
        sums=words["sums"],
        attributive=_ending(tag, words.get("attributive", _NOTHING)),
    )


def _ending(tag: str, pattern: str) -> re.Pattern[str]:
    """The pattern at the end of a text, but for spaces and hyphens."""
    return re.compile(rf"{cues.compiled(tag, pattern).pattern}[\s-]*\Z", re.IGNORECASE)


def _merged(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, str]:
    return {key: "|".join(filter(None, (one.get(key), other.get(key)))) for key in (*one, *other)}


def _numbers(lang: Language, more: Mapping[str, str]) -> dict[str, Decimal]:
    """Number words of the language, with how much each is."""
    words = rulebook(lang).lists.get("number")
    return {text: Decimal(value) for text, value in (words.values if words else {}).items()} | _spellings(more)


def _spellings(rows: Mapping[str, Any]) -> dict[str, Decimal]:
    return {text: Decimal(value) for value, texts in rows.items() for text in texts}


def _either(texts: Sequence[str]) -> str:
    """All of the texts as a pattern, the longest first."""
    return "|".join(re.escape(text).replace(r"\ ", " ") for text in sorted(texts, key=len, reverse=True)) or _NOTHING
