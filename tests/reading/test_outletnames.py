"""Which outlet a text means, and where it names it."""

from __future__ import annotations

import pytest

from dateline.reading import outletnames

OUTLETS = frozenset({"The Halden Lantern", "La Voix du Port", "Quay Post", "Ilva Post", "The Mole"})


def named(text: str) -> list[str]:
    """What a text calls outlets, in text order."""
    return [text[start:end] for start, end in outletnames.of(text, OUTLETS).places]


def test_a_whole_name_is_found_with_and_without_its_article() -> None:
    assert named("The Halden Lantern and a Halden Lantern reader") == ["The Halden Lantern", "Halden Lantern"]


def test_one_word_means_the_outlet_whose_whole_name_stands_too() -> None:
    text = "It was in the Lantern, he told The Halden Lantern."
    assert named(text) == ["Lantern", "The Halden Lantern"]
    assert outletnames.of(text, OUTLETS).whose("Lantern") == "The Halden Lantern"


@pytest.mark.parametrize(
    "text",
    [
        "He told the Lantern so.",  # nowhere in full
        "The Lanterns of The Mole",  # a longer word
        "He told the lantern so, not The Mole.",  # no name
    ],
)
def test_one_word_alone_means_nobody(text: str) -> None:
    assert outletnames.of(text, OUTLETS).whose("Lantern") is None
    assert "Lantern" not in named(text)


def test_a_word_that_two_outlets_leave_means_the_one_that_is_named() -> None:
    assert outletnames.of("Quay Post: the Post was right", OUTLETS).whose("Post") == "Quay Post"
    assert outletnames.of("Quay Post and Ilva Post: the Post was right", OUTLETS).whose("Post") is None


def test_a_whole_name_is_never_the_rest_of_another() -> None:
    outlets = OUTLETS | {"The Lantern"}
    assert outletnames.of("The Halden Lantern, says the Lantern", outlets).whose("Lantern") == "The Lantern"


@pytest.mark.parametrize("who", ["“The Halden Lantern”", "the Halden Lantern", "HALDEN LANTERN"])
def test_a_speaker_may_be_an_outlet(who: str) -> None:
    assert outletnames.called(who, OUTLETS) == "The Halden Lantern"
    assert outletnames.called("the lantern maker", OUTLETS) is None


def test_no_outlets_are_named_nowhere() -> None:
    assert outletnames.of("The Halden Lantern", frozenset()).places == ()
