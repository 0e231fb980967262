"""Sentences without a known kind are one event only where they are alike enough for what else they share."""

import pytest
from telltale import read, reports_of, told

from dateline.reading.likeness import Lexicon

FERRY = "The old ferry of Korvaal sailed its last round of the islands on 2018-04-09."


def likeness(one: str, other: str, *around: str) -> float:
    """Of two sentences, in a case that holds others too."""
    found = [r for n, text in enumerate((one, other, *around)) for r in reports_of(str(n), "en", str(n), text)]
    return Lexicon.of(found).alike(found[0], found[1])


def test_the_same_words_are_wholly_alike_and_other_words_are_not() -> None:
    assert likeness(FERRY, FERRY) == pytest.approx(1)
    assert likeness(FERRY, "Dutch bakers danced in 2018.") == 0


def test_rare_words_count_more_than_common_ones() -> None:
    around = "The harbour grew in 2016.", "The harbour burned in 2017.", "The harbour froze in 2018."
    common = likeness("A harbour quarrels in 2018.", "A harbour weds in 2018.", *around)
    rare = likeness("A zeppelin quarrels in 2018.", "A zeppelin weds in 2018.", *around)
    assert rare > common


def test_alike_sentences_of_two_articles_are_one_event() -> None:
    found = read(
        ("a", "en", FERRY, None), ("b", "en", "In 2018-04 Korvaal let its old ferry sail round the islands once more.", None)
    )
    assert told(found) == [("other", "2018-04-09")]


@pytest.mark.parametrize(
    "second",
    [
        "In 2018-04 Korvaal painted its offices green.",
        "In 2018-04 Brill let its old ferry sail round the islands once more.",
        "In 2018-05 Korvaal let its old ferry sail round the islands once more.",
    ],
    ids=["other words", "another party", "another month"],
)
def test_weak_signs_join_nothing(second: str) -> None:
    assert len(read(("a", "en", FERRY, None), ("b", "en", second, None))) == 2


def test_two_sentences_of_one_article_on_one_day_are_two_events() -> None:
    text = f"{FERRY} Fishermen of Korvaal burned down a tax office on 2018-04-09."
    assert len(read(("a", "en", text, None))) == 2


def test_one_day_one_party_and_one_word_more_join_two_languages() -> None:
    found = read(("a", "en", FERRY, None), ("b", "nl", "Op 2018-04-09 voer de oude ferry van Korvaal voor het laatst.", None))
    assert told(found) == [("other", "2018-04-09")]


def test_one_day_and_one_party_alone_join_no_two_languages() -> None:
    found = read(("a", "en", FERRY, None), ("b", "nl", "Op 2018-04-09 dineerde Korvaal met de burgemeester.", None))
    assert told(found) == [("other", "2018-04-09"), ("other", "2018-04-09")]


QUASHED = {
    "en": ("The court quashed Korvaal's conviction on 2018-04-09.", "Korvaal's appeal against his conviction was thrown out on 2018-04-09."),
    "fr": ("La cour a annulé le 2018-04-09 la condamnation de Korvaal.", "L'appel de Korvaal contre sa condamnation a été rejeté le 2018-04-09."),
    "de": ("Das Gericht hob am 2018-04-09 die Verurteilung von Korvaal auf.", "Das Gericht wies am 2018-04-09 die Berufung von Korvaal gegen seine Verurteilung ab."),
    "nl": ("Het hof vernietigde op 2018-04-09 de veroordeling van Korvaal.", "Het hof verwierp op 2018-04-09 het beroep van Korvaal tegen zijn veroordeling."),
    "es": ("El tribunal anuló el 2018-04-09 la condena de Korvaal.", "El tribunal rechazó el 2018-04-09 el recurso de Korvaal contra su condena."),
    "it": ("La corte ha annullato il 2018-04-09 la condanna di Korvaal.", "La corte ha respinto il 2018-04-09 il ricorso di Korvaal contro la condanna."),
    "pt": ("O tribunal anulou a 2018-04-09 a condenação de Korvaal.", "O tribunal rejeitou a 2018-04-09 o recurso de Korvaal contra a condenação."),
}  # fmt: skip


@pytest.mark.parametrize("lang", sorted(QUASHED))
def test_what_ends_otherwise_is_another_deed(lang: str) -> None:
    quashed, rejected = QUASHED[lang]
    assert len(read(("a", lang, quashed, None), ("b", lang, rejected, None))) == 2
    assert len(read(("a", lang, quashed, None), ("b", lang, quashed.rstrip(".") + ", it said.", None))) == 1


def test_a_quashed_conviction_is_no_quashed_acquittal_in_another_language() -> None:
    german = "Der Freispruch von Korvaal wurde am 2018-04-09 aufgehoben."
    assert len(read(("a", "de", german, None), ("b", "es", QUASHED["es"][0], None))) == 2
    assert len(read(("a", "de", QUASHED["de"][0], None), ("b", "es", QUASHED["es"][0], None))) == 1


def test_what_is_demanded_or_reported_is_another_deed_than_what_is_done() -> None:
    demanded = "Die Opposition forderte am 2018-04-09, dass Korvaal geht."
    reported = "The Post reported on 2018-04-09 that Korvaal was ill."
    assert len(read(("a", "de", demanded, None), ("b", "en", reported, None))) == 2


def test_half_of_the_languages_in_common_must_agree() -> None:
    dutch = "De oude pont van Korvaal voer op 2018-04-09 voor het laatst langs de eilanden."
    alike = ("b-en", "en", "The old ferry of Korvaal on 2018-04-09 sailed its last round of islands.", None)
    unlike = ("b-nl", "nl", "Op 2018-04-09 liet Korvaal zijn kantoren groen schilderen door een buurman.", None)
    both = ("a-en", "en", FERRY, None), ("a-nl", "nl", dutch, None)
    assert len(read(*both, alike, unlike)) == 1
    assert len(read(*both, ("b-en", "en", "Korvaal named a baker and two cooks on 2018-04-09.", None), unlike)) == 2


@pytest.mark.parametrize(
    ("lang", "paid", "other"),
    [
        (
            "en",
            "Korvaal returned the 40,000 euros to Brill on 2019-05-02.",
            "Korvaal offered 40,000 euros to Brill on 2019-05-02.",
        ),
        (
            "fr",
            "Korvaal a rendu les 40 000 euros à Brill le 2019-05-02.",
            "Korvaal a offert les 40 000 euros à Brill le 2019-05-02.",
        ),
    ],
)
def test_a_sum_that_is_offered_owed_or_given_back_is_of_two_events(lang: str, paid: str, other: str) -> None:
    found = read(("a", lang, paid, "2020-01-01"), ("b", lang, other, "2020-01-02"))
    assert [event.kind for event in found] == ["other", "other"]
    again = read(("a", lang, paid, "2020-01-01"), ("b", lang, paid, "2020-01-02"))
    assert [event.kind for event in again] == ["other"]
