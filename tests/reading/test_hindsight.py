"""What somebody said on a dated day is dated from that day, and not from the article that tells it."""

from pathlib import PurePosixPath

import pytest

from dateline import language
from dateline.model import Article, Document
from dateline.reading import dates, hindsight, sentences
from dateline.when import When

SAID = {
    "en": ("The Post reported on 15 March 2023 that police raided the yard on Monday.", "2023-03-13"),
    "fr": ("Berg a déclaré le 15 mars 2023 que Voss avait été arrêté mardi.", "2023-03-14"),
    "de": ("Der Bote berichtete am 15. März 2023, dass Voss am Dienstag verhaftet worden sei.", "2023-03-14"),
    "nl": ("De Bode meldde op 15 maart 2023 dat Voss gisteren werd gearresteerd.", "2023-03-14"),
    "es": ("Berg dijo el 15 de marzo de 2023 que Voss fue detenido el martes.", "2023-03-14"),
    "it": ("Il Faro ha riferito il 15 marzo 2023 che la polizia ha perquisito la villa lunedì.", "2023-03-13"),
    "pt": ("O Farol noticiou a 15 de março de 2023 que Voss foi detido ontem.", "2023-03-14"),
}


def times(lang: str, text: str) -> list[tuple[str | None, str | None]]:
    article = Article("a", lang, published=When("2024-05-10"))
    document = Document(article, text, PurePosixPath("a.txt"))
    (sentence,) = sentences.sentences(document, language.load(lang))
    found = hindsight.counted(dates.find(text, language.load(lang), article.published), sentence, language.load(lang))
    return [(mention.when.edtf if mention.when else None, mention.anchor) for mention in found]


@pytest.mark.parametrize("lang", sorted(SAID))
def test_a_weekday_in_what_was_said_counts_from_that_day(lang: str) -> None:
    text, when = SAID[lang]
    (said, _), (told, anchor) = times(lang, text)
    assert (said, told) == ("2023-03-15", when)
    assert anchor is not None
    assert "2023" in anchor


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "He was held on 15 March 2023, but a court freed him on Monday.", ["2023-03-15", "2024-05-06"]),
        ("en", "The Post reported on Wednesday that police raided the yard on Monday.", ["2024-05-08", "2024-05-06"]),
        ("de", "Er wurde am 15. März 2023 verhaftet und kam am Montag frei.", ["2023-03-15", "2024-05-06"]),
        ("fr", "Il a été arrêté le 15 mars 2023 et relaxé lundi.", ["2023-03-15", "2024-05-06"]),
    ],
)
def test_what_nobody_said_counts_from_publication(lang: str, text: str, expected: list[str]) -> None:
    assert [when for when, _ in times(lang, text)] == expected


def test_what_no_day_counts_from_is_left_out() -> None:
    assert [when for when, _ in times("en", "The Post reported in March 2023 that police raided it on Monday.")] == ["2023-03"]
