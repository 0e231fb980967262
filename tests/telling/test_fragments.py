"""Links that open an article at the quoted words, encoded as browsers read them."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from dateline.telling import fragments

URL = "https://news.example/story"


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("Backpage was closed in April 2018", "Backpage%20was%20closed%20in%20April%202018"),
        (
            "c’est-à-dire, des proxénètes & clients",
            "c%E2%80%99est%2D%C3%A0%2Ddire%2C%20des%20prox%C3%A9n%C3%A8tes%20%26%20clients",
        ),
        ("«\u00a0Les preuves vont montrer\u00a0»", "Les%20preuves%20vont%20montrer"),
        ("cafe\u0301 at the harbour opened", "caf%C3%A9%20at%20the%20harbour%20opened"),
    ],
)
def test_exact_words_are_encoded(words: str, fragment: str) -> None:
    assert fragments.link(URL, words) == f"{URL}#:~:text={fragment}"


def test_long_or_broken_quotations_are_named_by_their_ends() -> None:
    long = " ".join(f"word{n}" for n in range(80))
    assert unquote(fragments.link(URL, long)).endswith("text=word0 word1 word2,word77 word78 word79")
    assert unquote(fragments.link(URL, "One two three four.\n\nFive six seven eight.")).endswith(
        "text=One two three,six seven eight."
    )


def test_short_quotations_say_what_stands_around_them() -> None:
    found = fragments.link(URL, "in 2013", "the contract was signed ", " and renewed, later")
    assert found == f"{URL}#:~:text=the%20contract%20was%20signed-,in%202013,-and%20renewed%2C%20later"


def test_context_that_may_be_cut_loses_its_outer_word() -> None:
    prefix, suffix = "tract was signed by all of them ", " and then renewed for ten more ye"
    assert (len(prefix), len(suffix)) == (32, 33)
    assert unquote(fragments.link(URL, "in 2013", prefix, suffix)).endswith(
        "text=was signed by all of them-,in 2013,-and then renewed for ten more"
    )


def test_a_quotation_cut_inside_a_word_gives_up_that_word() -> None:
    found = unquote(fragments.link(URL, "ackpage was closed by the authori", "B", "ties of the state"))
    assert found.endswith("text=Backpage-,was closed by the,-authorities of the state")


def test_marks_around_a_short_quotation_stay_between_it_and_its_context() -> None:
    found = unquote(fragments.link(URL, "“in 2013”", "they say ", " and later"))
    assert found.endswith("text=they say “-,in 2013,-” and later")


def test_an_address_with_a_place_of_its_own_keeps_it() -> None:
    assert fragments.link(f"{URL}#part", "these words stand in the article").startswith(f"{URL}#part:~:text=")


def test_nothing_to_find_is_no_fragment() -> None:
    assert fragments.link(URL, " “” ") == URL
