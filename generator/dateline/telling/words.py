"""A language tag comes in; its words for the pages go out: labels, plurals, lists, names of languages, direction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING, Any, Literal

from dateline import language
from dateline.model import Problem, Stop
from dateline.telling.pieces import Fact, Line, Piece
from dateline.texts import Texts

if TYPE_CHECKING:
    from decimal import Decimal

    from babel import Locale


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. A label that its file lacks is a KeyError: the tests hold all files to the same labels."""

    tag: str
    labels: Mapping[str, Any]
    locale: Locale

    @property
    def dir(self) -> str:
        """Which way it is written: ltr or rtl."""
        return direction(self.tag)

    @property
    def ui(self) -> Mapping[str, str]:
        """The words that stand on pages as they are."""
        return self.labels["ui"]  # type: ignore[no-any-return]

    def name(self, group: str, key: str) -> str:
        """The word for a status, kind, role ...; the id itself where the newsroom made up its own."""
        return str(self.labels[group].get(key, key))

    def reasons(self, why: str | None, alone: bool = False) -> str | None:
        """Why articles count as one report: what reading says, in this language; what a person wrote, as it stands.

        Of a report that is `alone`, whom it cites: “cites: OUTLET”.
        """
        parts = [part for part in why.split("; ") if not alone or part.startswith("cites: ")] if why else []
        return self.ui["semicolon"].join(self.ui["comma"].join(map(self._reason, part.split(", "))) for part in parts) or None

    def counted(self, why: str | None, relayed: Iterable[str], *, alone: bool) -> str | None:
        """Why what is cited for one event counts as one report: that of the articles, and the outlets that it relays."""
        told, named = self.reasons(why, alone), (self._reason(f"relays: {outlet}") for outlet in dict.fromkeys(relayed))
        found = [*([told] if told else ()), *(one for one in named if one not in (told or ""))]
        return self.ui["semicolon"].join(found) or None

    def _reason(self, piece: str) -> str:
        what, colon, whom = piece.partition(": ")
        return self.name("reasons", what) + colon + whom

    def say(self, key: str, **values: str) -> str:
        """A phrase with its blanks filled."""
        return "".join(piece.text for piece in self.line(key, **values))

    def line(self, key: str, **values: str | Piece | Line) -> Line:
        """A phrase with its blanks filled, whose parts keep their own language and markup."""
        pieces: list[Piece] = []
        for literal, blank, _, _ in Formatter().parse(self.labels["phrases"][key]):
            if literal:
                pieces.append(Piece(literal))
            if blank is not None:
                pieces += as_line(values[blank])
        return tuple(pieces)

    def count(self, key: str, number: int) -> str:
        """“3 articles”: the form for exactly that number (“=2”), else by CLDR's plural rules."""
        forms = self.labels["counts"][key]
        form = forms.get(f"={number}") or forms.get(self.locale.plural_form(number), forms["other"])
        return str(form).replace("{n}", self.number(number))

    def fact(self, key: str, number: int) -> Fact:
        """The same in three parts, so that the number can stand out; all of it does where a word holds the number (“حدثان”)."""
        before, written, after = self.count(key, number).partition(self.number(number))
        return (before, written, after) if written else ("", before, "")

    def number(self, number: int) -> str:
        """A whole number as the language writes it."""
        from babel.numbers import format_decimal  # noqa: PLC0415

        return format_decimal(number, locale=self.locale)

    def money(self, amount: Decimal, currency: str) -> str:
        """An amount as the language writes it, without cents where there are none."""
        from babel.numbers import format_currency  # noqa: PLC0415

        pattern = self.locale.currency_formats["standard"].pattern
        whole = pattern if amount % 1 else pattern.replace(".00", "")
        return format_currency(amount, currency, whole, locale=self.locale, currency_digits=False, decimal_quantization=False)

    def either(self, texts: Iterable[str], style: Literal["or", "standard"]) -> str:
        """“2017 or 2018”; with style “standard” “2017 and 2018”."""
        from babel.lists import format_list  # noqa: PLC0415

        return format_list(list(texts), style=style, locale=self.locale)

    def language(self, tag: str) -> str:
        """What this language calls that one; the tag where it has no name for it."""
        found = _locale(tag)
        return (found.get_language_name(self.locale) if found else None) or tag or self.ui["language_unknown"]

    def piece(self, text: str, lang: str) -> Piece:
        """Text in a language, marked where it is not the page's."""
        if lang == self.tag:
            return Piece(text)
        return Piece(text, lang, foreign(direction(lang), self.dir), language=self.language(lang))

    def sign(self, name: str) -> Piece:
        """A name that is a word of no language, such as a rule's; always written from the left."""
        return Piece(name, "zxx", foreign("ltr", self.dir))

    def own_way(self, name: str) -> Piece:
        """A name that runs its own way, whatever stands around it: beside one in Latin letters “23 نوفمبر” would fall apart."""
        return Piece(name, dir="auto")

    def best(self, texts: Texts, languages: Iterable[str] = ()) -> Piece | None:
        """The text in this language, else in the first of `languages` that there is, marked as that; never a translation."""
        found = texts.best((self.tag, *languages))
        return None if found is None else self.piece(found[1], found[0])


def as_line(value: str | Piece | Line) -> Line:
    """A text, a piece or a line, as a line."""
    if isinstance(value, str):
        return (Piece(value),)
    return (value,) if isinstance(value, Piece) else value


def plain(line: Line) -> str:
    """A line's text alone."""
    return "".join(piece.text for piece in line)


def capital(line: Line) -> Line:
    """The line with a capital at its start."""
    if not line or not line[0].text:
        return line
    first = line[0]
    return (replace(first, text=first.text[0].upper() + first.text[1:]), *line[1:])


def foreign(there: str, here: str) -> str | None:
    """A direction, where it is not the one around it."""
    return None if there == here else there


@cache
def of(tag: str) -> Words:
    """The words of that language. Raises Stop where its file has no labels."""
    told = language.tags("labels")
    if tag not in told and not language.is_path(tag):
        hint = f"dateline can tell a case in {', '.join(told)}; add languages/{tag}.yaml for another."
        raise Stop(Problem("language", "case.yaml", f"names the language “{tag}”, which has no words for pages.", hint))
    labels = language.load(tag).labels
    locale = _locale(labels["locale"])
    assert locale is not None, tag
    return Words(tag, labels, locale)


@cache
def direction(tag: str) -> str:
    """Which way a language is written: ltr or rtl, as CLDR has it; ltr for a language that it does not know."""
    found = _locale(tag)
    return "rtl" if found and found.character_order == "right-to-left" else "ltr"


@cache
def own_name(tag: str) -> str:
    """What a language calls itself, with a capital."""
    found = _locale(tag)
    name = (found.get_language_name(found) if found else None) or tag
    return name[0].upper() + name[1:]


@cache
def _locale(tag: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - 100 ms that only telling pays

    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
