"""A language comes in; its words for amounts and counts go out, compiled, and what its numbers say.

They stand in the language file under `figures`, signs of currencies in und.yaml; number words are those of `dates`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Final

from dateline import language
from dateline.language import Language
from dateline.reading import cues
from dateline.reading.dates.rulebook import rulebook
from dateline.reading.numberwords import NumberWords, either

_DIGITS: Final = r"\d{1,3}(?:[.,' ]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d{1,12}(?:[.,]\d{1,3})?(?!\d)"
_SIGNS: Final = re.compile(r"[.,'’\s]")
_NOTHING: Final = r"(?!)"
_HALF: Final = Decimal("0.5")
_FIGURE: Final = (
    r"(?P<sign>{sign}) ?(?P<amount>{digits})(?: ?(?P<scale>{scale})(?!\w))?"
    r"|(?P<number>{number})(?: ?(?P<scale2>{scale})(?=[\s$€£])(?P<half> (?:{half}))?)?(?: ?(?:{of}))? ?(?P<unit>{unit})"
)
_LOW: Final = (
    r"(?:{between}) (?P<both>{number})(?: ?(?P<bothscale>{scale}))? (?:{and})"
    r"|(?:(?:{sign}) ?)?(?P<from>{number})(?: ?(?P<fromscale>{scale}))? ?(?:{to})"
)
_LONGER: Final = r"(?:{longer}|{scale}|{hundreds}|\d{{1,3}}|\d{{1,4}}/)(?:[ -](?:{and}))?"
HEDGES: Final = ("about", "least", "most")
"""What the words before a number make of it."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language tells figures, compiled. `units` holds currencies too.

    `set_words` are numbers that no words make up (“half a”), `rough` words for a number and “about” in one. `joined` ends where
    `range` may, and is tried first: it is thirty times as fast. `longer` ends before what is only the end of a number: “several
    hundred | 20”. Behind `bears` a word that else is a hedge says what the sum is of, “a dispute over | 500 euros”, but not in a
    sentence with one of `measures`; behind `unsure` it may be either. `of_kind` ends before the sum of what a kind of event is
    about, `heads` is such a thing behind its sum: “a contract of | 2 million”, “2 million | contract”. `doubtful` are units that
    are money only beside words of `paid`: “livres” are books too.
    """

    tag: str
    decimal: str
    set_words: Mapping[str, Decimal]
    rough: Mapping[str, Decimal]
    in_words: NumberWords
    scales: Mapping[str, str]
    units: Mapping[str, str]
    guard: re.Pattern[str]
    pattern: re.Pattern[str]
    joined: re.Pattern[str]
    range: re.Pattern[str]
    hedges: Mapping[str, re.Pattern[str]]
    bears: re.Pattern[str]
    unsure: re.Pattern[str]
    measures: re.Pattern[str]
    longer: re.Pattern[str]
    not_after: re.Pattern[str]
    not_before: re.Pattern[str]
    leads: re.Pattern[str]
    of_noun: re.Pattern[str]
    sums: str
    of_kind: Mapping[str, re.Pattern[str]]
    heads: Mapping[str, re.Pattern[str]]
    attributive: re.Pattern[str]
    doubtful: re.Pattern[str]
    paid: re.Pattern[str]

    def number(self, text: str, scale: str | None, *, half: bool = False) -> Decimal | None:
        """What digits or a number word say, times its scale; None where they could say two things, or are an article (“un”).

        `half`: half a unit of the scale comes on top, “un million et demi”.
        """
        number = _digits(text, bool(scale), self.decimal) if text[0].isdigit() else self._word(text)
        if scale and number is not None:
            return (number + (_HALF if half else 0)) * Decimal(self.named(self.scales, scale))
        return number if number and (number != 1 or text[0].isdigit()) else None

    def _word(self, text: str) -> Decimal | None:
        number = self.set_words.get(spelt(text), self.rough.get(spelt(text)))
        return self.in_words.value(spelt(text)) if number is None else number

    def named(self, rows: Mapping[str, str], text: str) -> str:
        """The key of the row whose pattern the text is."""
        return next(key for key, words in rows.items() if self.says(words, text))

    def says(self, words: str, text: str) -> bool:
        """The text is just what that pattern means."""
        return cues.compiled(self.tag, words).fullmatch(text) is not None


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


def spelt(text: str | None) -> str:
    """A number word as lists have it."""
    return " ".join((text or "").lower().replace("’", "'").split())


@cache
def grammar(lang: Language) -> Grammar | None:
    """The language's, or None where its file says nothing of figures."""
    if not (data := lang.reading.get("figures")):
        return None
    tag, words = lang.tag, data["words"]
    signs: Mapping[str, str] = language.load(language.EVERYWHERE).reading["currencies"]
    units = _merged(signs, words["currencies"]) | words["units"]
    numbers, rough = _numbers(lang, words.get("numbers", {})), _spellings(words.get("rough", {}))
    set_words = {text: number for text, number in numbers.items() if number % 1}
    scale = "|".join(words["scales"].values())
    whole = {text: number for text, number in numbers.items() if text not in set_words}
    things: Mapping[str, str] = words.get("things", {})
    in_words = NumberWords(whole, words.get("times", {}), words["and"], words.get("point", _NOTHING), scale)
    parts = {
        "digits": _DIGITS,
        "number": f"{_DIGITS}|{either([*set_words, *rough])}|{in_words.pattern}",
        "longer": either([text for text, number in numbers.items() if number > 1]),  # 1 is the article “a”, “un”
        "scale": scale,
        "sign": "|".join(signs.values()),
        "unit": "|".join(units.values()),
        **{key: words.get(key, _NOTHING) for key in ("hundreds", "half")},
        **{key: words[key] for key in ("of", "between", "and", "to")},
    }
    main, low, longer = (shape.format(**parts) for shape in (_FIGURE, _LOW, _LONGER))
    onward = "(?:{to}) ?[0-9]+|(?:{and}|{to}) (?:{unit})|".format(**parts) + words["not_before"]
    return Grammar(
        tag=tag,
        decimal=data["decimal"],
        set_words=set_words,
        rough=rough,
        in_words=in_words,
        scales=words["scales"],
        units=units,
        guard=re.compile(f"{cues.compiled(tag, parts['unit']).pattern}|{parts['sign']}", re.IGNORECASE),
        pattern=cues.compiled(tag, main),
        joined=re.compile(rf"(?:{parts['and']}|{parts['to']})\s*\Z", re.IGNORECASE),
        range=_ending(tag, low),
        hedges={key: _ending(tag, words[key]) for key in HEDGES},
        bears=_ending(tag, words.get("bears", _NOTHING)),
        unsure=_ending(tag, words.get("unsure", _NOTHING)),
        measures=cues.compiled(tag, words.get("measures", _NOTHING)),
        longer=_ending(tag, longer),
        not_after=_ending(tag, words["not_after"]),
        not_before=re.compile(rf"\s*{cues.compiled(tag, onward).pattern}", re.IGNORECASE),
        leads=cues.compiled(tag, words["leads"]),
        of_noun=_ending(tag, rf"(?P<noun>[\w-]{{1,30}}) (?:{words['from']})"),
        sums=words["sums"],
        of_kind={kind: _ending(tag, rf"(?:{nouns})(?: [\w-]{{1,30}})? (?:{words['from']})") for kind, nouns in things.items()},
        heads={kind: cues.compiled(tag, rf"(?:[\w-]{{1,30}} )?(?:{nouns})") for kind, nouns in things.items()},
        attributive=_ending(tag, words.get("attributive", _NOTHING)),
        doubtful=cues.compiled(tag, words.get("doubtful", _NOTHING)),
        paid=cues.compiled(tag, words.get("paid", _NOTHING)),
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
