"""What numbers say, in digits and in words, and that no sentence makes them slow."""

from __future__ import annotations

from functools import partial

import pytest

from dateline import language
from dateline.pace import slow
from dateline.proofreading.story import whole
from dateline.reading import figures, numerals


def values(tag: str, text: str) -> list[str]:
    return [figure.value for figure in figures.figures(whole(tag, text), language.load(tag))]


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "It cost 1,250 million euros.", ["1250000000"]),
        ("en", "It cost 1.125 million euros.", ["1125000"]),
        ("de", "Es kostete 1.125 Millionen Euro.", ["1125000000"]),
        ("de", "Es kostete 1,125 Millionen Euro.", ["1125000"]),
        ("es", "Costó 2.3 millones de euros.", ["2300000"]),  # nothing but a decimal has one digit
        ("fr", "Elle a coûté 5,000 euros.", ["5000"]),
        ("en", "It cost 1,234,567.89 euros.", ["1234567.89"]),
        ("de", "Es kostete 1.234.567,89 Euro.", ["1234567.89"]),
        ("en", "It cost 12.345,678 euros.", []),  # two signs, and neither is sure
        ("en", "In 2016 40 people left.", ["40"]),
        ("en", "It paid $1bn to $2bn.", ["1000000000/2000000000"]),
        ("en", "It offered $12 to 20 million.", []),
        ("en", "It hired 3,000-4,000 people.", ["3000/4000"]),
        ("en", "2 1/2 million euros were paid.", []),
        ("en", "1.5 people live there.", []),
    ],
)
def test_what_digits_say(tag: str, text: str, expected: list[str]) -> None:
    assert values(tag, text) == expected


@pytest.mark.parametrize("unit", ["9", "1 ", "1,", "111 ", "two ", "between 1 ", "$1", "1 million ", "€ ", "more than "])
@pytest.mark.parametrize("tag", ["en", "fr"])
def test_hostile_sentences_take_linear_time(tag: str, unit: str) -> None:
    assert slow(partial(values, tag), (unit + "€",)) is None


def test_a_language_without_words_for_figures_has_no_grammar() -> None:
    assert numerals.grammar(language.load("und")) is None
