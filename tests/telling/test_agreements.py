"""What sources agree on, and each one's version where they do not."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sample

from dateline.figures import Agreement, Compared, Figure, Version
from dateline.telling import agreements, words
from dateline.telling.words import plain

ARTICLES = {article.id: article for article in sample.articles()}
EVENTS = {event.id: event for event in sample.events()}
LAUNCH = EVENTS["2009-launch"]
LANGUAGES = ("en", "fr", "nl", "de")


def figure(said: str, value: str, unit: str = "EUR") -> Figure:
    return Figure(0, len(said), said, value, unit, "by hand")


def compared(result: Agreement, unit: str, *said: tuple[str, str, str]) -> Compared:
    return Compared(unit, result, tuple(Version(name, figure(text, value, unit)) for name, text, value in said))


def test_each_sources_version_is_named() -> None:
    (found,) = agreements.differences(EVENTS["2018-closure"], ARTICLES, words.of("en"), "")
    assert [(v.source.text, v.language, plain(v.said)) for v in found.versions] == [
        ("Le Courrier des Îles", "French", "April 2018"),
        ("De Kade", "Dutch", "2018"),
    ]
    assert [version.told for version in found.versions] == [True, False]  # which of them the entry follows


def test_the_page_says_whose_date_it_follows(site: dict[str, str]) -> None:
    for page in ("en/index.html", "en/events/2018-closure/index.html"):
        text = site[f"norvik/{page}"]
        assert "April 2018</time> <small>(as dated here)" in text, page
        assert "2018</time></li>" in text, page


def test_it_is_said_on_what_sources_agree(site: dict[str, str]) -> None:
    money = compared("agrees", "EUR", ("courier-en", "3 million euros", "3000000"), ("blatt-de", "3 Mio. Euro", "3000000"))
    people = compared("agrees", "person", ("courier-en", "five people", "5"), ("blatt-de", "fünf Personen", "5"))
    event = replace(LAUNCH, compared=(money,))
    said = [agreements.agreed(one, ARTICLES, words.of("en"), "") for one in (LAUNCH, event, replace(event, agreement=None))]
    assert [one.label for one in said if one] == [
        "The sources agree on the date",
        "The sources agree on the date and the amount",
        "The sources agree on the amount",
    ]
    assert said[1] is not None
    assert [plain(v.said) for v in said[1].versions] == ["2009, 3 million euros", "2009, €3,000,000 (“3 Mio. Euro”)"]
    every = [agreements.agreed(replace(event, compared=(money, people)), ARTICLES, words.of(lang), "") for lang in LANGUAGES]
    assert [one.label for one in every if one] == [
        "The sources agree on the date, the amount and the number",
        "Les sources concordent sur la date, le montant et le nombre",
        "De bronnen zijn het eens over de datum, het bedrag en het aantal",
        "Die Quellen sind sich einig über das Datum, den Betrag und die Anzahl",
    ]
    assert "The sources agree on the date" in site["norvik/en/index.html"]


def test_beside_a_conflict_no_line_says_that_the_sources_agree() -> None:
    event = replace(LAUNCH, compared=(compared("conflicts", "EUR", ("courier-en", "€3", "3"), ("blatt-de", "5 Euro", "5")),))
    assert agreements.agreed(event, ARTICLES, words.of("en"), "") is None
    (found,) = agreements.differences(event, ARTICLES, words.of("en"), "")
    assert (found.status, found.text) == (
        "conflicts",
        "These figures cannot all be right. The sources agree on the date.",
    )
    assert [plain(version.said) for version in found.versions] == ["€3", "€5 (“5 Euro”)"]


def test_sources_that_nothing_compares_say_nothing() -> None:
    assert agreements.agreed(EVENTS["2018-arrests"], ARTICLES, words.of("en"), "") is None
    assert agreements.differences(EVENTS["2018-arrests"], ARTICLES, words.of("en"), "") == ()


@pytest.mark.parametrize(
    ("value", "unit", "lang", "expected"),
    [
        ("2300000", "EUR", "en", "€2,300,000 (“x”)"),
        ("1250.5", "EUR", "en", "€1,250.50 (“x”)"),
        ("2300000", "EUR", "de", "2.300.000 € („x“)"),
        ("2300000", "USD", "fr", "2 300 000 $US (« x »)"),
        ("40000~", "EUR", "en", "about €40,000 (“x”)"),
        ("2000/..", "person", "en", "at least 2,000 (“x”)"),
        ("../25000", "EUR", "nl", "hoogstens € 25.000 (“x”)"),
        ("20/30", "home", "en", "20 to 30 (“x”)"),
    ],
)
def test_a_figure_as_the_reader_writes_it(value: str, unit: str, lang: str, expected: str) -> None:
    said = plain(agreements.figure(figure("x", value, unit), "pt", words.of(lang)))
    assert said.replace("\u00a0", " ").replace("\u202f", " ") == expected


def test_in_the_readers_own_language_the_words_do() -> None:
    assert plain(agreements.figure(figure("about 20 people", "20~", "person"), "en", words.of("en"))) == "about 20 people"


def test_where_not_every_source_gives_it_the_page_says_how_many_do() -> None:
    money = compared("agrees", "EUR", ("courier-en", "€3", "3"), ("blatt-de", "3 Euro", "3"))
    names = {"courier-en": "courier", "blatt-de": "blatt", "kade-nl": "kade"}
    cited = tuple(replace(LAUNCH.citations[0], article=name, origin=origin) for name, origin in names.items())
    event = replace(LAUNCH, citations=cited, origins=tuple(names.values()), compared=(money,), agreement=None)
    said = [agreements.agreed(event, ARTICLES, words.of(lang), "") for lang in LANGUAGES]
    assert [one.label for one in said if one] == [
        "2 of 3 independent sources agree on the amount",
        "2 sources indépendantes sur 3 concordent sur le montant",
        "2 van de 3 onafhankelijke bronnen zijn het eens over het bedrag",
        "2 von 3 unabhängigen Quellen sind sich einig über den Betrag",
    ]
    both = agreements.agreed(replace(event, agreement="agrees"), ARTICLES, words.of("en"), "")
    assert both
    assert (both.label, both.text) == ("The sources agree on the date", "2 of 3 independent sources agree on the amount.")
