"""Amounts and counts of an event: those of its own clause. What each language's words mean is held by its file's sentences."""

from __future__ import annotations

import pytest

from dateline import language
from dateline.proofreading.story import whole
from dateline.reading import clauses, figures, triggers


def of_event(tag: str, text: str, kind: str) -> list[str]:
    """The figures of the sentence's first event of that kind."""
    sentence, lang = whole(tag, text), language.load(tag)
    parts = clauses.clauses(sentence, lang)
    told = triggers.triggers(sentence, parts, lang)
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


@pytest.mark.parametrize("tag", [tag for tag in language.tags("reading") if language.load(tag).reading.get("figures")])
def test_words_stand_where_they_are_said_to(tag: str) -> None:
    for example in language.load(tag).reading["figures"]["examples"]:
        sentence = whole(tag, example.partition(" => ")[0])
        for figure in figures.figures(sentence, language.load(tag)):
            assert figure.words == sentence.text[figure.start : figure.end]
            assert figure.rule == f"{tag}/figures"


def test_a_language_without_words_for_figures_has_none() -> None:
    assert figures.figures(whole("und", "3 €"), language.load("und")) == ()
