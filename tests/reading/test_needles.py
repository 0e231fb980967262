"""Needles stand in whatever their pattern matches, and patterns without theirs in a text are not looked for."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

from dateline import language
from dateline.reading import cues, needles, quotations
from dateline.reading.needles import Shelf

READ = [tag for tag in language.tags("dates") if language.load(tag).reading.get("triggers")]
PATTERNS = {
    r"(?:was|were) arrest(?:ed|s)": "they WERE arrested",
    r"(?P<who>\w+) (?:says?|claims?) that": "Lind claims that",
    r"pa(?:id|y(?:s|ing)?) \d+(?= euros)": "paying 300 euros",
    r"[Tt]he (?!old)(?:mayor|town.?hall)": "the town hall",
    r"\w+": "anything",
}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_some_needle_of_each_place_stands_in_what_matches(pattern: str) -> None:
    text = PATTERNS[pattern]
    assert re.search(pattern, text, re.IGNORECASE)
    low = needles.folded(text)
    assert all(any(needle in low for needle in one) for one in needles.needles(pattern))


def test_this_python_says_how_a_pattern_is_built() -> None:
    """Where it does not, reading is right but slow: needles.py needs another way to ask."""
    assert needles.PARSER is not None, "re._parser is gone from this Python"
    assert needles.needles("mayor (?:paid|pays)") == (frozenset({"mayor paid", "mayor pays"}),)


@pytest.mark.parametrize("parser", [None, SimpleNamespace(), SimpleNamespace(parse=lambda *_: [("LITERAL",)])])
def test_without_a_parser_that_is_known_no_pattern_is_passed_over(parser: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needles, "PARSER", parser)
    assert needles.needles("mayor (?:paid|pays)") == ()


@pytest.mark.parametrize("tag", READ)
def test_no_pattern_that_matches_an_example_is_passed_over(tag: str) -> None:
    kinds = language.load(tag).reading["triggers"].values()
    rows = [row if isinstance(row, str) else row["match"] for kind in kinds for row in kind["words"]]
    patterns = [cues.compiled(tag, row) for row in rows]
    shelf = Shelf(f"{tag}-test", [pattern.pattern for pattern in patterns])
    texts = [text for kind in kinds for text in kind["examples"][:1]]
    near = [set(shelf.near(text)) for text in texts]
    assert all(
        {n for n, one in enumerate(patterns) if one.search(text)} <= found for text, found in zip(texts, near, strict=True)
    )
    assert sum(map(len, near)) < len(texts) * len(patterns) / 8


def test_a_quotation_lies_in_those_around_it_and_no_others() -> None:
    text = "“One ‘two’ three ‘four «five» six’ seven” and “eight” "
    lang = language.load("en")
    for place in range(len(text)):
        plain = [found for found in quotations.quotations(text, lang) if found.start <= place < found.end]
        assert list(quotations.around(text, lang, place)) == plain
        touching = [found for found in quotations.quotations(text, lang) if not found.depth and found.end > place]
        assert list(quotations.outer(text, lang, place, len(text))) == touching
