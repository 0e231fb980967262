"""An outlet's name in any of its forms is one."""

from __future__ import annotations

import pytest

from dateline import mastheads


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Halden Lantern", "Halden Lantern"),
        ("Le Journal d’Ilva", "journal d'ilva"),
        ("Público", "O Publico"),
        ("De Bode", "Die Bode"),
    ],
)
def test_articles_accents_and_apostrophes_make_no_other_name(one: str, other: str) -> None:
    assert mastheads.key(one) == mastheads.key(other)


def test_another_name_is_another() -> None:
    assert mastheads.key("The Halden Lantern") != mastheads.key("The Lantern")


def test_what_stands_in_brackets_is_no_part_of_it() -> None:
    assert mastheads.whole("Quay (Lusa)") == "Quay"


def test_a_name_that_is_hardly_more_than_an_article_keeps_it() -> None:
    assert mastheads.without_article("La 7") == "La 7"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Halden Lantern", "Lantern"),
        ("La Voix du Port", "Voix"),
        ("Diario de Ilva", "Diario"),
        ("Ellery Zeitung", "Zeitung"),
        ("The Lantern", None),  # one word is the whole name
        ("Radio One", None),  # too short to mean anything
        ("Channel 24", None),
    ],
)
def test_one_word_is_left_of_a_long_name(name: str, expected: str | None) -> None:
    assert mastheads.short(name) == expected
