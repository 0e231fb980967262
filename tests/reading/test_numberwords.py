"""Numbers in words, put together in every language; what is no number says nothing."""

from __future__ import annotations

from functools import partial

import pytest

from dateline import language
from dateline.pace import slow
from dateline.reading import numerals


def value(tag: str, text: str) -> str | None:
    grammar = numerals.grammar(language.load(tag))
    number = grammar.in_words.value(text) if grammar else None
    return None if number is None else f"{number.normalize():f}"


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "six million two hundred thousand", "6200000"),
        ("en", "two hundred and five", "205"),
        ("en", "fifteen hundred", "1500"),
        ("en", "six point two million", "6200000"),
        ("de", "zweihundertfünfzigtausend", "250000"),
        ("nl", "vijfentwintighonderd", "2500"),
        ("fr", "deux cent quatre-vingt mille", "280000"),
        ("es", "dos mil quinientos millones", "2500000000"),
        ("it", "duecentottantamila", "280000"),
        ("pt", "cento e cinquenta mil", "150000"),
        ("en", "two three", None),
        ("en", "million", None),
        ("en", "two thousand three thousand", None),
        ("en", "six point two point three", None),
    ],
)
def test_words_are_put_together(tag: str, text: str, expected: str | None) -> None:
    assert value(tag, text) == expected


@pytest.mark.parametrize("tag", ["de", "en", "it"])
def test_hostile_runs_take_linear_time(tag: str) -> None:
    grammar = numerals.grammar(language.load(tag))
    assert grammar is not None
    for unit in ("two ", "hundred and ", "zweihundert", "cento", "six point "):
        assert slow(partial(grammar.pattern.findall), (unit,)) is None
