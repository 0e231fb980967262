"""The date of the deed that the law answers, and that of the act of the law."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from specs import rows

from dateline import language
from dateline.model import Article, Document
from dateline.reading import dates, names, reports, sentences
from dateline.when import When

PUBLISHED = When.parse("2021-06-18")
WRITTEN = When.parse("2024-05-10")
FOLDER = Path(__file__).parent / "deed_specs"


def told(lang: str, text: str, published: When = PUBLISHED) -> set[tuple[str, str, str]]:
    """Kind, time and status of each dated report of a text."""
    document = Document(Article("a", lang, published=published), text, PurePosixPath("a"))
    tongue = language.load(lang)
    known = names.names((document,), ())
    mentions = dates.find(text, tongue, published)
    found = reports.reports(sentences.sentences(document, tongue), mentions, known, "a")
    return {(report.kind, report.when.edtf, report.voice.status) for report in found if report.when}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Lind was arrested over invoices forged in May 2017.", {("other", "2017-05", "alleged")}),
        ("en", "Lind was sentenced to two years for hiding income in May 2017.", {("other", "2017-05", "reported")}),
        ("de", "Lind ist angeklagt, im Mai 2017 zwei Lotsen bestochen zu haben.", {("other", "2017-05", "alleged")}),
        ("fr", "Lind a été condamné pour avoir volé du fioul en mai 2017.", {("other", "2017-05", "reported")}),
        ("nl", "Lind werd veroordeeld voor het stelen van brandstof in mei 2017.", {("other", "2017-05", "reported")}),
        ("es", "Lind fue detenido por unos pagos realizados en mayo de 2017.", {("other", "2017-05", "alleged")}),
        ("it", "Lind è stato condannato per aver rubato carburante nel maggio 2017.", {("other", "2017-05", "reported")}),
        ("pt", "Lind foi detido por pagamentos feitos em maio de 2017.", {("other", "2017-05", "alleged")}),
        (
            "en",
            "On 4 February 2019 Lind was charged with stealing fuel in July 2017.",
            {("charge", "2019-02-04", "established"), ("other", "2017-07", "alleged")},
        ),
        # The act's own.
        ("en", "Lind was convicted of fraud in May 2018.", {("verdict", "2018-05", "established")}),
        ("en", "Lind was convicted of taking bribes on 14 June 2021.", {("verdict", "2021-06-14", "established")}),
        ("de", "Lind wurde im Mai 2018 wegen Betrugs verurteilt.", {("sentence", "2018-05", "established")}),
        ("es", "Lind fue detenido por abuso de poder en mayo de 2018.", {("arrest", "2018-05", "established")}),
    ],
)
def test_a_deed_lends_its_date_to_no_act_of_the_law(lang: str, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert told(lang, text) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("de", "Lind wurde zwei Tage nach der Razzia vom 9. September 2017 verhaftet.", ("arrest", "raid")),
        ("fr", "Lind a été inculpé deux jours après l'arrestation du 9 septembre 2017.", ("charge", "arrest")),
        ("it", "Due giorni dopo la perquisizione del 9 settembre 2017, Lind è stato arrestato.", ("arrest", "raid")),
    ],
)
def test_what_a_date_counts_from_keeps_its_own(lang: str, text: str, expected: tuple[str, str]) -> None:
    after, before = expected
    assert told(lang, text) == {(after, "2017-09-11", "established"), (before, "2017-09-09", "established")}


def sentences_of_deeds() -> Iterator[Any]:
    """A row is `text -> kind date; (kind date)`: what must be told, and what may be."""
    for path in sorted(FOLDER.glob("*.yaml")):
        for _, text, answer in rows(path):
            yield pytest.param(path.stem, text, answer, id=f"{path.stem}: {text}")


@pytest.mark.parametrize(("lang", "text", "answer"), list(sentences_of_deeds()))
def test_each_date_is_of_its_own_deed(lang: str, text: str, answer: str) -> None:
    """What describes a noun is the noun's; the verb has its own."""
    parts = [] if answer == "nothing" else answer.split("; ")
    must = {part for part in parts if not part.startswith("(")}
    found = {f"{kind} {when}" for kind, when, _ in told(lang, text, WRITTEN)}
    assert must <= found <= must | {part.strip("()") for part in parts}
