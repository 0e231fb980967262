"""Texts that lie in no case: language and date as given, as their front matter says, or as the text tells."""

from __future__ import annotations

import pytest

from dateline.model import Stop
from dateline.reading import clippings

POLISH = "Przedsiębiorstwo podpisało umowę z portem 27 marca 2019 roku, a związkowcy protestowali. " * 6
FRENCH = "La société a signé le contrat mardi, selon la plainte déposée par les pêcheurs."


def test_plain_text_tells_its_language() -> None:
    clipping = clippings.read(FRENCH.encode(), "a.txt")
    assert (clipping.lang, clipping.guessed, clipping.published, clipping.line) == ("fr", True, None, 1)


def test_a_long_text_in_a_language_without_a_file_tells_it_too() -> None:
    assert clippings.read(POLISH.encode(), "a.txt").lang == "pl"
    assert {mention.rule for mention in clippings.times(POLISH, "pl", None)} == {"dateparser/day-month-year"}


def test_what_is_given_wins_over_the_front_matter() -> None:
    raw = f"---\nlang: nl\ndate: 27 maart 2019\n---\n{FRENCH}".encode()
    told = clippings.read(raw, "a.md")
    assert (told.lang, told.published and told.published.edtf, told.line) == ("nl", "2019-03-27", 5)
    given = clippings.read(raw, "a.md", lang="fr", published="3 avril 2020")
    assert (given.lang, given.guessed, given.published and given.published.edtf) == ("fr", False, "2020-04-03")


def test_the_day_that_a_text_prints_itself_is_taken() -> None:
    published = clippings.read(f" date 2019-04 {FRENCH}".encode(), "a.txt").published
    assert published is not None
    assert published.edtf == "2019-04"


@pytest.mark.parametrize(
    ("raw", "given", "words"),
    [
        (b"\xff", {}, "a.txt:1: is not UTF-8."),
        (b"a\0b", {}, "NUL"),
        (b"---\nlang: tlh\n---\nx", {}, "a.txt:2: is said to be in “tlh”"),
        (b"---\nlang: languages/fr.yaml\n---\nx", {}, "a.txt:2: is said to be in"),
        (b"x", {"lang": "tlh"}, "--lang"),
        (b"x", {"lang": "fr", "published": "9" * 3200}, "3200 characters long"),
        (b"---\nlang: fr\ndate: 2018-02-30\n---\nx", {}, "a.txt:3:"),
        (b"x", {"lang": "en", "published": "03/04/2019"}, "can be read two ways"),
        (b"x", {"lang": "en", "published": "2019-13-01"}, "month"),
        (b"x", {"lang": "en", "published": ""}, "is no EDTF date"),
        (b"2018\n", {}, "Say it with --lang"),
        (b"---\nopen", {}, "never closes"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(raw: bytes, given: dict[str, str], words: str) -> None:
    with pytest.raises(Stop) as stop:
        clippings.read(raw, "a.txt", **given)
    assert words in str(stop.value)
    assert len(str(stop.value)) < 400
