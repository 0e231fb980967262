"""Patterns of language files as regular expressions: white space, apostrophes, words, speakers, whole words."""

import pytest

from dateline.reading import cues


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("according to", "According\u00a0to the court", "According\u00a0to"),
        ("d'après", "d’après la cour", "d’après"),
        ("qu[e']", "qu’il", "qu’"),
        ("a ?b", "ab", "ab"),
        ("a ?b", "a  b", "a  b"),
        ("sue", "issue", None),
        ("sue", "sued", None),
        ("(?<=, )who", "he, who", "who"),
    ],
)
def test_what_a_pattern_means(pattern: str, text: str, found: str | None) -> None:
    match = cues.find("fr", pattern, text)
    assert (match[0] if match else None) == found


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("selon la plainte.", "la plainte"),
        ("selon M. Dupont, tout va bien", "M. Dupont"),
        ("selon J. K. Vilde, avocate", "J. K. Vilde"),
        ("selon le site example.com, rien", "le site example.com"),
    ],
)
def test_a_speaker_reaches_up_to_the_next_pause(text: str, who: str) -> None:
    match = cues.find("fr", "selon {who}{end}", text)
    assert match is not None
    assert match["who"] == who


def test_a_speaker_full_of_full_stops_is_read_in_one_way() -> None:
    """Were there two ways for each, a text like this would never be read to its end."""
    assert cues.find("fr", "selon {who}, dit", "selon " + "a-b.c" * 30) is None


def test_the_search_stays_within_its_bounds() -> None:
    assert cues.find("en", "who", "who is who", 3) is not None
    assert cues.find("en", "who", "who is who", 3, 9) is None


def test_a_speaker_may_stand_in_several_places_of_a_pattern() -> None:
    match = cues.find("fr", "selon {who}{end}|{who} affirme", "la plainte affirme")
    assert match is not None
    assert match["who2"] == "la plainte"
