"""A sentence without the times and adverbs that part its words, and the way back from it into the document."""

from pathlib import PurePosixPath

import pytest
from telltale import mentions, tagged

from dateline import language
from dateline.model import Article, Document, Sentence
from dateline.reading import floating, triggers
from dateline.when import When

PUBLISHED = When.parse("2023-10-12")


def sentence(lang: str, text: str, before: str = "") -> Sentence:
    document = Document(Article("a", lang), before + text, PurePosixPath("a"))
    return Sentence(document, len(before), len(before) + len(text), 0)


@pytest.mark.parametrize(
    ("lang", "text", "core"),
    [
        ("en", "Lind was sentenced on 2022-04-04 by the court to a year.", "Lind was sentenced by the court to a year."),
        ("en", "Lind was, however, acquitted in 2021.", "Lind was acquitted."),
        ("en", "Lind went, in 2021, to Ghent.", "Lind went to Ghent."),
        ("fr", "Il a été relaxé en 2021, puis nommé.", "Il a été relaxé, puis nommé."),
        ("it", "Fu invece prosciolto nel 2021", "Fu prosciolto"),
        ("de", "Er legte später, im Mai, Berufung ein.", "Er legte, im Mai, Berufung ein."),
        ("es", "Registraron el 2016-10-05 el Ayuntamiento.", "Registraron el Ayuntamiento."),
    ],
)
def test_what_floats_is_left_out(lang: str, text: str, core: str) -> None:
    found = floating.core(sentence(lang, text), mentions(text, lang), language.load(lang))
    assert found is not None
    assert found.sentence.text == core


@pytest.mark.parametrize("text", ["Lind was acquitted.", "In 2021 Lind was acquitted.", "Lind was … acquitted."])
def test_where_nothing_floats_there_is_none(text: str) -> None:
    assert floating.core(sentence("en", text), mentions(text, "en"), language.load("en")) is None


def test_every_place_leads_back() -> None:
    before, text = "Rain fell. ", "Lind was, in 2021, also fined, in 2022 too, and left on 2023-01-02 for Ghent."
    whole = sentence("en", text, before)
    found = floating.core(whole, [m for m in mentions(before + text, "en") if m.start >= len(before)], language.load("en"))
    assert found is not None
    assert all(whole.document.text[found.place(at)] == letter for at, letter in enumerate(found.sentence.text))


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "Lind was not, however, fined in 2021.", []),
        ("es", "Los agentes registraron el 2016-10-05 y el Ayuntamiento calló.", []),
        ("es", "Los agentes registraron el 2016-10-05 el Ayuntamiento.", ["raid"]),
        ("fr", "Son adjoint n’a, en revanche, pas été relaxé.", []),
        ("it", "Fu però prosciolto.", ["acquittal"]),
        ("en", "Lind was not fined, however, and the board dismissed the case.", ["dismissal"]),
    ],
)
def test_words_of_one_clause_tell_and_no_denial_is_lost(lang: str, text: str, told: list[str]) -> None:
    found = triggers.triggers(sentence(lang, text), language.load(lang), mentions(text, lang))
    assert [trigger.kind for trigger in found] == told


def test_a_date_of_a_relative_clause_that_a_comma_ends_is_not_that_of_what_goes_on() -> None:
    found = tagged(
        "pt",
        "Acusava-o de favorecer a firma, que em 2011 ganhou a concessão do porto, e de ter recebido 60 mil euros.",
        PUBLISHED,
    )
    assert [(kind, when) for _, kind, when in found] == [("contract", "2011")]
