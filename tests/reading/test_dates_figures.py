"""A date in figures: both readings are kept where nothing tells the day from the month, and a verb may bear two such dates."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from dateline import language
from dateline.model import Article, Document
from dateline.reading import names, reports, sentences
from dateline.reading.dates import find
from dateline.when import When

ENGLISH = language.load("en")


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("12/10/2022", "[2022-10-12,2022-12-10]"),
        ("10/12/22", "[2022-10-12,2022-12-10]"),
        ("12/25/2022", "2022-12-25"),
        ("25/12/2022", "2022-12-25"),
        ("07/7/2022", "2022-07-07"),
        ("Wednesday 12/10/2022", "2022-10-12"),
        ("Saturday 12/10/2022", "2022-12-10"),
        ("Monday 12/10/2022", "[2022-10-12,2022-12-10]"),  # a wrong weekday tells nothing
    ],
)
def test_a_date_in_figures_is_no_more_certain_than_its_words(words: str, edtf: str) -> None:
    (mention,) = find(f"The pool was closed on {words} by the council.", ENGLISH, When.parse("2022-12-20"))
    assert mention.when == When.parse(edtf)


def test_two_of_them_that_one_verb_bears_are_read_without_a_day_invented() -> None:
    text = "The pool was closed on 3/4/2019 and 5/6/2019."
    document = Document(Article("a", "en", published=When.parse("2020-01-01")), text, PurePosixPath("a.txt"))
    mentions = find(text, ENGLISH, document.article.published)
    (report,) = reports.reports(sentences.sentences(document, ENGLISH), mentions, names.names((document,), ()), "a")
    assert report.kind == "shutdown"
    assert report.when is None
