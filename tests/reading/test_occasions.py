"""Which times can date something that happens, and as of when."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from dateline import language
from dateline.model import Article, Document, Mention, Sentence
from dateline.reading import occasions
from dateline.when import When


def mention(words: str, edtf: str | None, *, kind: str = "DATE", rule: str = "xx/year", after: str | None = None) -> Mention:
    when = When(edtf, after) if edtf else None
    value = edtf or "XXXX-WXX-1"
    return Mention(0, len(words), words, kind, value, when, rule, "stated" if edtf else None)  # type: ignore[arg-type]


def dated(found: Mention, before: str = "") -> tuple[Mention, ...]:
    """What is left of a time after the words before it."""
    text = before + found.words
    sentence = Sentence(Document(Article("a", "en"), text, PurePosixPath("a")), 0, len(text), 0)
    placed = replace(found, start=len(before), end=len(text))
    return occasions.dated([placed], sentence, language.load("en"))


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2018/..", "2018"),
        ("2018-04-09/..", "2018-04-09"),
        ("../2018", "../2018"),
        ("2016/2018", "2016/2018"),
        ("2018~", "2018~"),
    ],
)
def test_what_goes_on_since_a_time_happened_at_it(written: str, edtf: str) -> None:
    (found,) = dated(mention("since 2018", written))
    assert found.when is not None
    assert found.when.edtf == edtf


@pytest.mark.parametrize(
    ("before", "edtf"),
    [
        ("He was not arrested until ", "2018"),
        ("The trial was postponed until ", "2018"),
        ("He was arrested before ", "../2018"),
        ("It was not a crime, and went on until ", "../2018"),
    ],
)
def test_what_comes_no_earlier_than_a_time_comes_then(before: str, edtf: str) -> None:
    (found,) = dated(mention("2018", "../2018"), before)
    assert found.when is not None
    assert found.when.edtf == edtf


def test_lengths_and_what_comes_again_date_nothing() -> None:
    assert dated(mention("two years", None, kind="DURATION")) == dated(mention("weekly", None, kind="SET")) == ()


def test_a_weekday_without_a_publication_date_is_kept() -> None:
    assert len(dated(mention("Monday", None))) == 1


@pytest.mark.parametrize(
    ("found", "earned"),
    [
        (mention("2018", "2018"), True),
        (mention("last year", "2018"), True),
        (mention("2018", "2018", rule="xx/year-standing"), False),
        (mention("the 1990s", "199X"), False),
        (mention("the 1990s", "../199X"), False),
        (mention("Monday", None), False),
        (mention("until after 2018", "2018", after="2018"), False),
    ],
)
def test_without_a_known_verb_only_a_sure_date_tells_an_event(found: Mention, *, earned: bool) -> None:
    assert occasions.earned(found) is earned
