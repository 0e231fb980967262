"""Amounts and counts of an event: those of its own clause. What each language's words mean is held by its file's sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import figures as values
from dateline import language, yamlfile
from dateline.proofreading.story import whole
from dateline.reading import clauses, figures, triggers


def of_event(tag: str, text: str, kind: str) -> list[str]:
    """The figures of the sentence's first event of that kind."""
    sentence, lang = whole(tag, text), language.load(tag)
    parts = clauses.clauses(sentence, lang)
    told = triggers.triggers(sentence, lang)
    place = next(trigger.start for trigger in told if trigger.kind == kind)
    found = figures.of_event(figures.figures(sentence, lang), sentence, parts, place, told)
    return [f"{figure.value} {figure.unit}" for figure in found]


@pytest.mark.parametrize(
    ("tag", "text", "kind", "expected"),
    [
        ("en", "Police arrested 12 people in June.", "arrest", ["12 person"]),
        ("en", "Police arrested 12 people and seized 40,000 euros.", "arrest", ["12 person"]),
        ("en", "Police arrested 12 people and seized 40,000 euros.", "seizure", ["40000 EUR"]),
        ("en", "Police arrested two men, while 30 people looked on.", "arrest", ["2 man"]),
        ("en", "Delcroix, who owed 5 million euros, bought the yard in 2016.", "purchase", []),
        ("en", "Delcroix bought the yard in 2016, for 2.3 million euros.", "purchase", ["2300000 EUR"]),
        ("en", "Delcroix bought the yard in 2016, and 30 people lost their jobs.", "purchase", []),
        ("en", "The regulator imposed a $2 million fine in May.", "fine", ["2000000 USD"]),
        ("en", "The regulator fined the bank in May over a $30 million fraud.", "fine", []),
        ("en", "The regulator fined the bank in May over bribes of $30 million.", "fine", []),
        ("en", "The regulator imposed a fine of $2 million in May.", "fine", ["2000000 USD"]),
        ("en", "Delcroix paid a sum of about 40,000 euros in May.", "payment", ["40000~ EUR"]),
        ("fr", "Il a été condamné à une amende de 40 000 euros par les douanes en mai.", "fine", ["40000 EUR"]),
        ("fr", "Il a payé 40 euros par mois en 2016.", "payment", []),
        ("pt", "Lind recebeu uma comissão de 150 mil euros em maio.", "payment", ["150000 EUR"]),
        ("nl", "Het eerste bedrag, 290.000 pond, werd in september 2016 overgemaakt.", "payment", ["290000 GBP"]),
        ("en", "Delcroix paid the first instalment (310,000 euros) in May.", "payment", ["310000 EUR"]),
        ("fr", "L'entreprise, 900 salariés, a été fondée en 1974.", "founding", []),
        ("en", "The yard, worth 310,000 euros, paid a fine in May.", "fine", []),
        ("de", "Die Behörde verhängte im Mai eine Geldbuße von 2 Millionen Euro.", "fine", ["2000000 EUR"]),
        ("fr", "La police a arrêté cinq hommes en juin.", "arrest", ["5 man"]),
        ("de", "Die Polizei nahm im Juni fünf Männer fest.", "arrest", ["5 man"]),
        ("nl", "De politie arresteerde in juni vijf mannen.", "arrest", ["5 man"]),
        ("nl", "Delcroix kocht de werf in 2016, voor 2,1 miljoen euro.", "purchase", ["2100000 EUR"]),
        ("es", "La policía detuvo en junio a cinco hombres.", "arrest", ["5 man"]),
        ("it", "La polizia ha arrestato a giugno cinque uomini.", "arrest", ["5 man"]),
        ("pt", "A polícia deteve cinco homens em junho.", "arrest", ["5 man"]),
    ],
)
def test_an_event_has_the_figures_of_its_own_clause(tag: str, text: str, kind: str, expected: list[str]) -> None:
    assert of_event(tag, text, kind) == expected


SUMS = yamlfile.load(Path(__file__).with_name("sums.yaml").read_text(encoding="utf-8"), "sums.yaml")


@pytest.mark.parametrize("tag", SUMS)
def test_a_sum_is_the_events_where_it_is_of_what_the_event_is_about(tag: str) -> None:
    for row in SUMS[tag]:
        told, text = row.split(" | ")
        kind, _, amount = told.partition(":")
        assert of_event(tag, text, kind) == [amount.strip()] * bool(amount), text


@pytest.mark.parametrize("tag", [tag for tag in language.tags("reading") if language.load(tag).reading.get("figures")])
def test_words_stand_where_they_are_said_to(tag: str) -> None:
    for example in language.load(tag).reading["figures"]["examples"]:
        sentence = whole(tag, example.partition(" => ")[0])
        for figure in figures.figures(sentence, language.load(tag)):
            assert figure.words == sentence.text[figure.start : figure.end]
            assert figure.rule == f"{tag}/figures"


def test_a_language_without_words_for_figures_has_none() -> None:
    assert figures.figures(whole("und", "3 €"), language.load("und")) == ()


RECEIVED = {
    "en": ("The mayor received {} from the builder in May.", "1.5 million euros", "a million and a half euros", "€1.2m"),
    "de": ("Der Bürgermeister kassierte im Mai {}.", "1,5 Millionen Euro", "eineinhalb Millionen Euro", "1,2 Mio. Euro"),
    "nl": ("De burgemeester ontving in mei {}.", "1,5 miljoen euro", "anderhalf miljoen euro", "€ 1,2 miljoen"),
    "fr": ("Le maire a touché {} en mai.", "1,5 million d’euros", "un million et demi d’euros", "1,2 M€"),
    "es": ("El alcalde se embolsó {} en mayo.", "1,5 millones de euros", "un millón y medio de euros", "1,2 millones de euros"),
    "it": ("Il sindaco ha incassato {} in maggio.", "1,5 milioni di euro", "un milione e mezzo di euro", "1,2 milioni di euro"),
    "pt": ("O autarca recebeu {} em maio.", "1,5 milhões de euros", "um milhão e meio de euros", "1,2 milhões de euros"),
}
"""A sentence that tells a payment from the side of who received it, with 1.5 million, the same in words, and 1.2 million."""


@pytest.mark.parametrize("tag", RECEIVED)
def test_who_receives_is_told_as_a_payment_with_its_sum(tag: str) -> None:
    text, *sums = RECEIVED[tag]
    told = [of_event(tag, text.format(amount), "payment") for amount in sums]
    assert told == [["1500000 EUR"], ["1500000 EUR"], ["1200000 EUR"]]


@pytest.mark.parametrize("other", RECEIVED)
def test_one_sum_agrees_and_another_conflicts_whatever_the_language(other: str) -> None:
    def figure(tag: str, amount: str) -> values.Figure:
        (found,) = figures.figures(whole(tag, RECEIVED[tag][0].format(amount)), language.load(tag))
        return found

    _, digits, words, less = RECEIVED[other]
    english = figure("en", "1.5 million euros")
    assert [values.compare(english, figure(other, amount)) for amount in (digits, words, less)] == [
        "agrees",
        "agrees",
        "conflicts",
    ]


PUT_IN = {
    "en": ("The school paid its former coach, Tobias Renner, 48,000 pounds.", "48000 GBP"),
    "fr": ("L’école a versé à son ancien entraîneur, Tobias Renner, 48 000 livres.", "48000 GBP"),
    "de": ("Die Schule zahlte ihrem früheren Trainer, Tobias Renner, 48.000 Pfund.", "48000 GBP"),
    "nl": ("De school betaalde haar vroegere trainer, Tobias Renner, 48.000 pond.", "48000 GBP"),
    "es": ("La escuela pagó a su antiguo entrenador, Tobias Renner, 48.000 libras.", "48000 GBP"),
    "it": ("La scuola ha pagato al suo ex allenatore, Tobias Renner, 48.000 sterline.", "48000 GBP"),
    "pt": ("A escola pagou ao seu antigo treinador, Tobias Renner, 48 mil libras.", "48000 GBP"),
}


@pytest.mark.parametrize("tag", PUT_IN)
def test_a_sum_behind_what_is_put_in_is_the_events(tag: str) -> None:
    text, amount = PUT_IN[tag]
    assert of_event(tag, text, "payment") == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "The school paid Renner, and Lind, the cook, 48,000 pounds short, left.",
        "The school paid Renner, he said, and 9,000 pounds were lost.",
    ],
)
def test_a_sum_of_another_clause_is_not(text: str) -> None:
    assert of_event("en", text, "payment") == []


CROWNS = {
    "en": "20,000 Swedish kronor",
    "fr": "20 000 couronnes suédoises",
    "de": "20.000 schwedische Kronen",
    "nl": "20.000 Zweedse kronen",
    "es": "20.000 coronas suecas",
    "it": "20.000 corone svedesi",
    "pt": "20 mil coroas suecas",
}


@pytest.mark.parametrize("tag", CROWNS)
def test_currencies_are_read_in_words(tag: str) -> None:
    (found,) = figures.figures(whole(tag, RECEIVED[tag][0].format(CROWNS[tag])), language.load(tag))
    assert (found.value, found.unit) == ("20000", "SEK")


def test_books_are_no_pounds() -> None:
    french = language.load("fr")
    assert [one.unit for one in figures.figures(whole("fr", "L’école a payé 52 000 livres."), french)] == ["GBP"]
    assert figures.figures(whole("fr", "L’école a payé 52 000 livres de poche."), french) == ()
    assert figures.figures(whole("fr", "L’école possède 52 000 livres."), french) == ()
