"""Every language has every word, with the same blanks; plurals, names and directions come from CLDR."""

from __future__ import annotations

import pytest

from dateline import language
from dateline.model import Stop, Texts
from dateline.proofreading import labels
from dateline.telling import words
from dateline.telling.pieces import Piece

TOLD = language.tags("labels")


def test_four_languages_can_be_told() -> None:
    assert set(TOLD) >= {"de", "en", "fr", "nl"}


@pytest.mark.parametrize("tag", TOLD)
def test_every_language_has_the_same_labels_with_the_same_blanks(tag: str) -> None:
    assert labels.shape(language.load(tag).labels) == labels.shape(language.load("en").labels)


@pytest.mark.parametrize("tag", TOLD)
def test_every_kind_has_a_word(tag: str) -> None:
    assert list(language.load(tag).labels["kinds"]) == list(language.kinds())


@pytest.mark.parametrize("tag", TOLD)
def test_labels_are_done_with_every_plural_form_and_example(tag: str) -> None:
    assert [miss.message for miss in labels.misses(tag)] == []


def test_a_number_may_have_a_form_of_its_own() -> None:
    assert [words.of(tag).count("quotations", 2) for tag in ("en", "fr", "nl", "de")] == [
        "Both quotations, with their context",
        "Les deux citations, avec leur contexte",
        "Beide citaten, met hun verband",
        "Beide Zitate, mit Zusammenhang",
    ]
    assert words.of("en").count("quotations", 3) == "All 3 quotations, with their context"


def test_plurals_follow_the_language() -> None:
    assert words.of("en").count("articles", 0) == "0 articles"
    assert words.of("fr").count("articles", 0) == "0 article"
    assert words.of("en").count("events", 1234) == "1,234 events"
    assert words.of("de").count("events", 1234) == "1.234 Ereignisse"


def test_a_fact_is_its_sentence_in_three() -> None:
    told = words.of("en")
    assert told.fact("dated_events", 10) == ("", "10", " dated events")


def test_languages_are_called_by_their_names() -> None:
    assert words.of("nl").language("fr") == "Frans"
    assert words.of("en").language("xx-unheard") == "xx-unheard"
    assert words.of("en").language("") == "unknown language"
    assert words.own_name("fr") == "Français"


def test_directions_come_from_cldr() -> None:
    assert [words.direction(tag) for tag in ("en", "ar", "he", "fa-AF", "nothing", "")] == [
        "ltr",
        "rtl",
        "rtl",
        "rtl",
        "ltr",
        "ltr",
    ]


def test_a_language_without_words_stops_with_what_to_do() -> None:
    with pytest.raises(Stop, match=r"tlh.*add languages/tlh\.yaml"):
        words.of("tlh")


def test_a_line_keeps_the_markup_of_what_fills_it() -> None:
    told = words.of("en")
    who = told.piece("la plainte", "fr")
    assert who == Piece("la plainte", "fr", None, language="French")
    assert told.line("by_named", who=who) == (who, Piece(", as reported"))


def test_text_from_elsewhere_has_its_own_direction() -> None:
    assert words.of("en").piece("دعوى", "ar").dir == "rtl"


def test_best_prefers_this_language_and_never_passes_another_off_as_it() -> None:
    told = words.of("fr")
    assert told.best(Texts.of({"en": "a", "fr": "b"})) == Piece("b")
    other = told.best(Texts.of({"de": "a", "en": "b"}), ("en",))
    assert other == Piece("b", "en", None, language="anglais")
    assert told.best(Texts()) is None


def test_capital_changes_the_first_letter_alone() -> None:
    assert words.capital((Piece("die Klage", "de"), Piece(" x"))) == (Piece("Die Klage", "de"), Piece(" x"))
    assert words.capital(()) == ()


def test_why_articles_are_one_report_is_said_in_the_pages_language() -> None:
    assert words.of("fr").reasons("same byline, translation") == "même signature, traduction"
    assert words.of("fr").reasons("they told us so") == "they told us so"
    assert words.of("fr").reasons(None) is None


def test_whom_a_report_cites_is_told_even_where_it_counts_alone() -> None:
    why = "same wording, certain; cites: CNBC"
    assert words.of("en").reasons(why) == why
    assert words.of("nl").reasons(why, alone=True) == "beroept zich op: CNBC"
    assert words.of("en").reasons("same wording, certain", alone=True) is None
