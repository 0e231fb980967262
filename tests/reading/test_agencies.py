"""What an agency's report tells in several hands is one origin, whoever rewrites it: by words, by dateline, by byline, by credit."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from dateline import language
from dateline.model import Article, Document
from dateline.reading import furniture, origins
from dateline.when import When

WIRE = (
    "GHENT (Reuters) - Harlow Shipping paid the former port director Marcus Lind 2.3 million euros in March 2016, according to bank "
    "records seen by Reuters. The money went to a firm in Cyprus. Lind has denied any wrongdoing.\n"
)
TOLD = {
    "en": "Harlow Shipping paid former port chief Marcus Lind 2.3 million euros in March 2016{}. A Cypriot company was the channel.",
    "fr": "Harlow Shipping a versé 2,3 millions d’euros à l’ancien directeur du port Marcus Lind en mars 2016{}. L’argent est à Chypre.",
    "de": "Harlow Shipping hat dem früheren Hafendirektor Marcus Lind im März 2016 2,3 Millionen Euro gezahlt{}. Sie gingen nach Zypern.",
    "nl": "Harlow Shipping betaalde de vroegere havendirecteur Marcus Lind in maart 2016 2,3 miljoen euro{}. Het geld ging naar Cyprus.",
    "es": "Harlow Shipping pagó 2,3 millones de euros al exdirector del puerto Marcus Lind en marzo de 2016{}. El dinero fue a Chipre.",
    "it": "Harlow Shipping ha pagato 2,3 milioni di euro all’ex direttore del porto Marcus Lind nel marzo 2016{}. Il denaro è a Cipro.",
    "pt": "A Harlow Shipping pagou 2,3 milhões de euros ao antigo diretor do porto Marcus Lind em março de 2016{}. Foi para Chipre.",
}


OWN = (
    "The port lost 4,100 jobs between 2009 and 2014, and 212 cranes stood idle in the dock that Marcus Lind had built for Harlow "
    "Shipping at a cost of 87 million euros. It is for sale since 2019.\n\nWith reporting by Reuters\n"
)


def document(name: str, lang: str, text: str, outlet: str, published: str = "2021-05-07") -> Document:
    found = furniture.set_aside(text, language.load(lang))
    article = Article(name, lang, author=found.author, outlet=outlet, published=When(published))
    return Document(article, text, PurePosixPath(f"{name}.txt"), asides=found.asides, agency=found.agency)


COPIES = (document("coast", "en", WIRE, "The Coast", "2021-05-06"), document("quay", "en", WIRE, "Quay Post", "2021-05-06"))


def reports(*others: Document) -> list[tuple[str, ...]]:
    return [group.articles for group in origins.origins([*COPIES, *others])]


@pytest.mark.parametrize(
    ("lang", "before", "words", "behind"),
    [
        ("en", "", ", Reuters reports", ""),
        ("fr", "", ", rapporte Reuters", ""),
        ("de", "", ", meldet Reuters", ""),
        ("nl", "", ", meldt Reuters", ""),
        ("es", "", ", según Reuters", ""),
        ("it", "", ", riferisce la Reuters", ""),
        ("pt", "", ", noticia a Reuters", ""),
        ("en", "(Reuters) - ", "", ""),
        ("en", "PARIS, May 6 (Reuters) — ", "", ""),
        ("en", "By Ann Moss, Reuters\n\n", "", ""),
        ("en", "Reuters\n\n", "", ""),
        ("en", "", "", "\n\nWith reporting by Reuters"),
        ("en", "", "", "\n\nSource: Reuters"),
        ("en", "", "", " (Reuters)"),
        ("fr", "PARIS (Reuters) — ", "", ""),
        ("fr", "Avec Reuters\n\n", "", ""),
        ("fr", "", "", "\n\n(Avec Reuters et AFP)"),
        ("de", "Gent (Reuters) – ", "", ""),
        ("de", "", "", "\n\nMit Material von Reuters"),
        ("nl", "", "", "\n\nBron: Reuters"),
        ("es", "Gante, 6 may (Reuters).- ", "", ""),
        ("es", "Con información de Reuters\n\n", "", ""),
        ("it", "(Reuters) - GAND, 6 MAG - ", "", ""),
        ("it", "", "", "\n\nFonte: Reuters"),
        ("pt", "", "", "\n\nCom informações da Reuters"),
    ],
)
def test_what_an_agency_tells_is_one_report_in_every_hand(lang: str, before: str, words: str, behind: str) -> None:
    text = f"{before}{TOLD[lang].format(words)}{behind}\n"
    assert reports(document("other", lang, text, "The Tide")) == [("coast", "quay", "other")]


@pytest.mark.parametrize(
    "text",
    [
        TOLD["en"].format(""),
        TOLD["en"].format("") + "\n\nPhoto: Ann Moss",
        "Gent (dpa) - " + TOLD["de"].format(""),
        OWN,
    ],
    ids=["nobody named", "a photograph", "another agency", "a report of its own that thanks the agency"],
)
def test_what_is_not_from_the_agency_is_a_report_of_its_own(text: str) -> None:
    assert reports(document("other", "de" if "dpa" in text else "en", text, "The Tide")) == [("coast", "quay"), ("other",)]


def test_two_that_have_it_from_one_agency_are_one_report_where_its_own_is_not_here() -> None:
    one = document("one", "fr", TOLD["fr"].format(", rapporte Reuters"), "Le Quai")
    two = document("two", "nl", TOLD["nl"].format(", meldt Reuters"), "De Kade", "2021-05-08")
    (group,) = origins.origins([one, two])
    assert group.why == "cites: Reuters; relays: Reuters, likely"


def test_two_matters_of_one_agency_are_two_reports() -> None:
    other = (
        "GHENT (Reuters) - Marcus Lind, the former port director whom Harlow Shipping hired in 2009, was sentenced to 14 months on "
        "Friday. He has to pay 41,000 euros, a court in Ghent said. His lawyer spoke of 3 errors.\n"
    )
    assert reports(document("other", "en", other, "The Tide")) == [("coast", "quay"), ("other",)]
