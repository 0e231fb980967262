"""What identifies a report: tokens that a translator leaves as they are, and wording without what others said."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from dateline.model import Article, Document
from dateline.reading import prints


def of(text: str, lang: str = "en", **known: str) -> prints.Print:
    return prints.fingerprint(Document(Article("a", lang, **known), text, PurePosixPath("a.txt")))


@pytest.mark.parametrize(
    ("one", "lang", "other", "tag"),
    [
        ("It cost 15 billion.", "en", "Costó 15.000 millones.", "es"),
        ("It cost 4.6 billion.", "en", "Costó 4.600 millones.", "es"),
        ("It sold 420,000 litres.", "en", "Sie verkaufte 420.000 Liter.", "de"),
        ("They closed eleven mills.", "en", "Ze sloten elf molens.", "nl"),
        ("It was on a Monday in October.", "en", "C’était un lundi d’octobre.", "fr"),
    ],
)
def test_a_figure_is_the_same_in_every_language(one: str, lang: str, other: str, tag: str) -> None:
    assert of(one, lang).figures
    assert of(one, lang).figures == of(other, tag).figures


def test_a_month_that_is_a_verb_written_small_is_no_figure() -> None:
    assert of("They may come in May.").figures == {"m5"}
    assert of("They may come.").figures == frozenset()


def test_round_numbers_without_marks_keep_their_zeros() -> None:
    assert of("It had 60 beds in 2000.").figures == {"60", "2000"}


def test_names_are_words_of_names_wherever_they_stand_and_other_first_words_are_none() -> None:
    print_ = of("Vilde said nothing. Then, in Halvermond, Nora Vilde spoke of the A380.")
    assert print_.names == {"vilde", "halvermond", "nora", "a380"}
    assert "vilde" in print_.parts[0].names


def test_accents_make_no_other_name() -> None:
    assert of("He met José Pérez.").names == of("He met Jose Perez.").names


def test_what_was_said_is_not_the_reports_own_wording() -> None:
    print_ = of("He said “we knew it all along and said so” to the court in the town.")
    assert len(print_.quoted) == 4
    assert not print_.shingles & print_.quoted
    assert print_.shingles & of("They went to the court in the town.").shingles


def test_makers_are_compared_without_brackets_and_capitals() -> None:
    assert of("Text.", author="Ann Lee (Ghent)").author == "ann lee"
    assert of("Text.").author is None
